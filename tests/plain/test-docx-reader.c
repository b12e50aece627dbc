/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-docx-reader.h"
#include "dd-document-kind.h"
#include "dd-document-reader.h"
#include "dd-exchange-error.h"
#include "dd-office-fixture.h"

#include <string.h>

#define P(runs) "<w:p>" runs "</w:p>"
#define PP(properties, runs) "<w:p><w:pPr>" properties "</w:pPr>" runs "</w:p>"
#define R(text) "<w:r><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define RP(properties, text) \
  "<w:r><w:rPr>" properties "</w:rPr><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define T(text) P (R (text))
#define NUM(list, level) \
  "<w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" list "'/></w:numPr>"
#define ITEM(list, level, text) PP (NUM (list, level), R (text))
#define LEVEL(level, format, text) \
  "<w:lvl w:ilvl='" level "'><w:start w:val='1'/><w:numFmt w:val='" format "'/>" \
  "<w:lvlText w:val='" text "'/></w:lvl>"
#define TC(paragraphs) "<w:tc>" paragraphs "</w:tc>"
#define TCP(properties, paragraphs) "<w:tc><w:tcPr>" properties "</w:tcPr>" paragraphs "</w:tc>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define RULED \
  "<w:tblPr><w:tblBorders><w:left w:val='single'/><w:insideV w:val='single'/></w:tblBorders>" \
  "</w:tblPr>"
#define FIELD(type) "<w:r><w:fldChar w:fldCharType='" type "'/></w:r>"

static char *
read_docx (const DdDocxFixture *docx)
{
  g_autoptr (GBytes) bytes = dd_docx_fixture (docx);
  g_autoptr (GError) error = NULL;
  DdOldEncoding converted;
  char *text = dd_docx_reader_read (bytes, "thông báo.docx", NULL, &converted, &error);

  g_assert_no_error (error);
  g_assert_cmpint (converted, ==, DD_OLD_ENCODING_NONE);

  return text;
}

static const struct
{
  const char *name;
  const char *body;
  const char *text;
} bodies[] = {
  { "a paragraph a line, whatever its runs",
    T ("THÔNG BÁO") P ("<w:proofErr w:type='x'/>" R ("Giao Sở ") R ("Tư ph") R ("áp.")) T (""),
    "THÔNG BÁO\nGiao Sở Tư pháp.\n" },
  { "a space in a run of its own", P (R ("Giao") R (" ") R ("Sở")), "Giao Sở\n" },
  { "a part of a word as CDATA, and a remark in it",
    T ("Gi<![CDATA[a]]><!-- x -->o"), "Giao\n" },
  { "many empty paragraphs are one", T ("a") T ("") T ("") P ("") T ("b"), "a\n\nb\n" },
  { "tabulators, line ends and hyphens that are elements",
    PP ("<w:tabs><w:tab w:val='left' w:pos='1'/></w:tabs>",
        "<w:r><w:t>1</w:t><w:tab/><w:t>2</w:t><w:br/><w:t>3</w:t><w:noBreakHyphen/><w:t>4</w:t>"
        "<w:softHyphen/><w:t>5</w:t><w:cr/><w:t>6</w:t></w:r>"),
    "1\t2\n3-45\n6\n" },
  { "a line end in the file is a space", T ("Giao\nSở"), "Giao Sở\n" },
  { "signs of symbol fonts",
    P ("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:t> có </w:t>"
       "<w:sym w:font='Symbol' w:char='F0B3'/><w:t>50%</w:t></w:r>"), "☑ có ≥50%\n" },
  { "what was inserted, and not what was deleted or moved away",
    P (R ("trước ngày ") "<w:del><w:r><w:delText>15</w:delText><w:t>15</w:t></w:r></w:del>"
       "<w:ins w:id='1'>" R ("30") "</w:ins>" R ("/6")
       "<w:moveFrom>" R (" A") "</w:moveFrom><w:moveTo>" R (" B") "</w:moveTo>"),
    "trước ngày 30/6 B\n" },
  { "a paragraph whose end was deleted",
    PP ("<w:rPr><w:del w:id='1'/></w:rPr>", R ("Giao Sở")) T (" Nội vụ") T ("Hết"),
    "Giao Sở Nội vụ\nHết\n" },
  { "properties as they were before a change",
    PP ("<w:pPrChange><w:pPr>" NUM ("1", "0") "</w:pPr></w:pPrChange>",
        "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>"
        "<w:t>Giao</w:t></w:r>"), "Giao\n" },
  { "hidden text", P (R ("Giao ") RP ("<w:vanish/>", "mật ") RP ("<w:vanish w:val='0'/>", "Sở")),
    "Giao Sở\n" },
  { "the mark of the paragraph alone is hidden",
    PP ("<w:rPr><w:vanish/><w:caps/></w:rPr>", R ("Giao")), "Giao\n" },
  { "letters shown as capitals", P (RP ("<w:caps/>", "Thông báo") R (" số")), "THÔNG BÁO số\n" },
  { "the result of a field and not its instruction",
    P (R ("Trang ") FIELD ("begin") "<w:r><w:instrText>PAGE</w:instrText></w:r>" R ("x")
       FIELD ("begin") R ("y") FIELD ("separate") R ("z") FIELD ("end")
       FIELD ("separate") R ("7") FIELD ("end") R (".")
       "<w:fldSimple w:instr='DATE'>" R (" 30/6") "</w:fldSimple>"), "Trang 7. 30/6\n" },
  { "links and content controls",
    "<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>"
    P (R ("Giao ") "<w:hyperlink>" R ("Sở ") "</w:hyperlink><w:sdt><w:sdtContent>" R ("Y tế")
       "</w:sdtContent></w:sdt>") "</w:sdtContent></w:sdt>", "Giao Sở Y tế\n" },
  { "a text box, which is there twice",
    P ("<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>"
       T ("DỰ THẢO") "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>"
       "<w:txbxContent>" T ("DỰ THẢO") "</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
       "</mc:AlternateContent></w:r>" R ("THÔNG BÁO")), "DỰ THẢO\nTHÔNG BÁO\n" },
  { "a text box in the old way only",
    P ("<w:r><mc:AlternateContent><mc:Choice Requires='x'/><mc:Fallback><w:txbxContent>"
       T ("DỰ THẢO") "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"),
    "DỰ THẢO\n" },
  { "letters of a formula", P ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"), "x\n" },

  { "a table with rules: rows with bars",
    "<w:tbl>" RULED TR (TC (T ("TT")) TC (T ("Nội dung")) TC (T ("Cơ quan") T ("Chủ trì")))
    TR (TC (T ("1")) TC (T ("Rà soát") T ("- TTHC A") T ("- TTHC B;") T ("trình UBND")) TC (T ("")))
    TR (TC (T ("2")) TC (T ("A | B")) TC (T ("Sở Nội vụ") T ("Sở Tư pháp"))) "</w:tbl>",
    "| TT | Nội dung | Cơ quan Chủ trì |\n"
    "| 1 | Rà soát; - TTHC A; - TTHC B; trình UBND | |\n"
    "| 2 | A ¦ B | Sở Nội vụ; Sở Tư pháp |\n" },
  { "words broken to fit a cell",
    "<w:tbl>" RULED TR (TC (T ("a")) TC (T ("b"))) TR (TC (T ("Trước ngày") T ("30/6/2024"))
    TC (T ("CƠ QUAN") T ("CHỦ TRÌ"))) "</w:tbl>",
    "| a | b |\n| Trước ngày 30/6/2024 | CƠ QUAN CHỦ TRÌ |\n" },
  { "merged cells: over columns once, over rows in each",
    "<w:tbl>" RULED
    TR (TCP ("<w:vMerge w:val='restart'/>", T ("TT")) TCP ("<w:gridSpan w:val='2'/>", T ("Cơ quan"))
        TCP ("<w:vMerge w:val='restart'/>", T ("Hạn")))
    TR (TCP ("<w:vMerge/>", P ("")) TC (T ("Chủ trì")) TC (T ("Phối hợp"))
        TCP ("<w:vMerge w:val='continue'/>", P (""))) "</w:tbl>",
    "| TT | Cơ quan | | Hạn |\n| TT | Chủ trì | Phối hợp | Hạn |\n" },
  { "a row that begins later, and one that was deleted",
    "<w:tbl>" RULED TR (TC (T ("a")) TC (T ("b")) TC (T ("c")))
    "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" TC (T ("B")) TC (T ("C")) "</w:tr>"
    "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>" TC (T ("x")) TC (T ("y")) "</w:tr></w:tbl>",
    "| a | b | c |\n| | B | C |\n" },
  { "a table in a cell",
    "<w:tbl>" RULED TR (TC (T ("a")) TC (T ("b")) TC (T ("c")) TC (T ("d")))
    TR (TC (T ("1")) TC ("<w:tbl>" TR (TC (T ("Sở A")) TC (T ("Sở B"))) TR (TC (T ("Sở C")))
    "</w:tbl>" P ("")) TC (T ("2")) TC (T ("3"))) "</w:tbl>",
    "| a | b | c | d |\n| 1 | Sở A; Sở B; Sở C | 2 | 3 |\n" },
  { "the head of a document: columns side by side",
    "<w:tbl>" TR (TC (T ("ỦY BAN NHÂN DÂN") T ("TỈNH A") T ("-----"))
                  TC (T ("CỘNG HÒA") T ("Độc lập")))
    TR (TC (T ("Số: 87/TB-UBND")) TC (T ("A, ngày 18 tháng 3 năm 2024"))) "</w:tbl>"
    T ("THÔNG BÁO"),
    "ỦY BAN NHÂN DÂN    CỘNG HÒA\nTỈNH A             Độc lập\n-----\n"
    "Số: 87/TB-UBND     A, ngày 18 tháng 3 năm 2024\nTHÔNG BÁO\n" },
  { "rules above and below do not make a table of tasks",
    "<w:tbl><w:tblPr><w:tblBorders><w:bottom w:val='single'/><w:insideV w:val='nil'/>"
    "</w:tblBorders></w:tblPr>" TR (TC (T ("A")) TC (T ("B"))) TR (TC (T ("C")) TC (T ("D")))
    "</w:tbl>", "A    B\nC    D\n" },
  { "rules of its cells only",
    "<w:tbl>" TR (TCP ("<w:tcBorders><w:right w:val='single'/></w:tcBorders>", T ("A"))
                  TC (T ("B"))) TR (TC (T ("C")) TC (T ("D"))) "</w:tbl>",
    "| A | B |\n| C | D |\n" },
  { "rules that are white",
    "<w:tbl><w:tblPr><w:tblBorders><w:insideV w:val='single' w:color='FFFFFF'/></w:tblBorders>"
    "</w:tblPr>" TR (TC (T ("A")) TC (T ("B"))) TR (TC (T ("C")) TC (T ("D"))) "</w:tbl>",
    "A    B\nC    D\n" },
  { "a frame around the text", "<w:tbl>" RULED TR (TC (T ("a") T ("b"))) "</w:tbl>", "a\nb\n" },
};

static void
test_bodies (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      const DdDocxFixture docx = { bodies[i].body, NULL, NULL, NULL };
      g_autofree char *text = read_docx (&docx);

      g_test_message ("%s", bodies[i].name);
      g_assert_cmpstr (text, ==, bodies[i].text);
    }
}

#define LISTS \
  "<w:abstractNum w:abstractNumId='0'>" LEVEL ("0", "upperRoman", "%1.") \
  LEVEL ("1", "decimal", "%2.") LEVEL ("2", "lowerLetter", "%3)") LEVEL ("3", "bullet", "-") \
  LEVEL ("4", "bullet", "\xef\x82\xb7") LEVEL ("5", "bullet", "+") "</w:abstractNum>" \
  "<w:abstractNum w:abstractNumId='1'>" LEVEL ("0", "decimal", "Điều %1.") \
  LEVEL ("1", "decimalZero", "%1.%2") LEVEL ("2", "none", "") "</w:abstractNum>" \
  "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>" \
  "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"

static const struct
{
  const char *name;
  const char *numbering;
  const char *styles;
  const char *body;
  const char *text;
} lists[] = {
  { "levels count, and begin anew behind a wider one", LISTS, NULL,
    ITEM ("1", "0", "A") ITEM ("1", "1", "b") ITEM ("1", "1", "c") ITEM ("1", "2", "d")
    ITEM ("1", "2", "e") ITEM ("1", "3", "f") ITEM ("1", "4", "g") ITEM ("1", "5", "h")
    ITEM ("1", "1", "i") ITEM ("1", "2", "j") ITEM ("1", "0", "K") ITEM ("1", "1", "l"),
    "I. A\n1. b\n2. c\na) d\nb) e\n- f\n• g\n+ h\n3. i\na) j\nII. K\n1. l\n" },
  { "words between items", LISTS, NULL,
    ITEM ("2", "0", "a") T ("b") ITEM ("2", "0", "c") ITEM ("2", "1", "d") ITEM ("2", "2", "e"),
    "Điều 1. a\nb\nĐiều 2. c\n2.01 d\ne\n" },
  { "Word's letters: no đ",
    "<w:abstractNum w:abstractNumId='0'>" LEVEL ("0", "lowerLetter", "%1)") "</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>", NULL,
    ITEM ("1", "0", "1") ITEM ("1", "0", "2") ITEM ("1", "0", "3") ITEM ("1", "0", "4")
    ITEM ("1", "0", "5"), "a) 1\nb) 2\nc) 3\nd) 4\ne) 5\n" },
  { "a list that starts anew, with the same look",
    LISTS "<w:num w:numId='3'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'>"
    "<w:startOverride w:val='5'/></w:lvlOverride></w:num>", NULL,
    ITEM ("2", "0", "a") ITEM ("2", "0", "b") ITEM ("3", "0", "c") ITEM ("3", "0", "d"),
    "Điều 1. a\nĐiều 2. b\nĐiều 5. c\nĐiều 6. d\n" },
  { "lists with the same look count on",
    LISTS "<w:num w:numId='3'><w:abstractNumId w:val='1'/></w:num>", NULL,
    ITEM ("2", "0", "a") ITEM ("3", "0", "b"), "Điều 1. a\nĐiều 2. b\n" },
  { "a list with a level of its own",
    LISTS "<w:num w:numId='3'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'>"
    LEVEL ("0", "upperLetter", "%1/") "</w:lvlOverride></w:num>", NULL,
    ITEM ("3", "0", "a") ITEM ("3", "0", "b"), "A/ a\nB/ b\n" },
  { "Arabic numbers of wider levels, no space, and no new beginning",
    "<w:abstractNum w:abstractNumId='0'>" LEVEL ("0", "upperRoman", "%1.")
    "<w:lvl w:ilvl='1'><w:start w:val='3'/><w:numFmt w:val='decimal'/><w:lvlRestart w:val='0'/>"
    "<w:isLgl/><w:suff w:val='nothing'/><w:lvlText w:val='%1.%2.'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>", NULL,
    ITEM ("1", "0", "a") ITEM ("1", "1", "b") ITEM ("1", "0", "c") ITEM ("1", "1", "d"),
    "I. a\n1.3.b\nII. c\n2.4.d\n" },
  { "numbers from styles, and none for a paragraph that says so",
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
    "<w:pStyle w:val='Muc'/><w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/>"
    "<w:pStyle w:val='Khoan'/><w:lvlText w:val='%1.%2.'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='7'><w:abstractNumId w:val='0'/></w:num>",
    "<w:style w:type='paragraph' w:styleId='Muc'><w:pPr><w:numPr><w:numId w:val='7'/></w:numPr>"
    "</w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Khoan'><w:pPr><w:numPr><w:numId w:val='7'/></w:numPr>"
    "</w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Khoan2'><w:basedOn w:val='Khoan'/></w:style>",
    PP ("<w:pStyle w:val='Muc'/>", R ("a")) PP ("<w:pStyle w:val='Khoan'/>", R ("b"))
    PP ("<w:pStyle w:val='Khoan2'/>", R ("c"))
    PP ("<w:pStyle w:val='Muc'/><w:numPr><w:numId w:val='0'/></w:numPr>", R ("d"))
    PP ("<w:pStyle w:val='Muc'/>", R ("e")), "1. a\n1.1. b\n1.2. c\nd\n2. e\n" },
  { "a list whose look a style names",
    LISTS "<w:abstractNum w:abstractNumId='8'><w:numStyleLink w:val='Danhsach'/></w:abstractNum>"
    "<w:num w:numId='9'><w:abstractNumId w:val='8'/></w:num>",
    "<w:style w:type='numbering' w:styleId='Danhsach'><w:pPr><w:numPr><w:numId w:val='2'/>"
    "</w:numPr></w:pPr></w:style>", ITEM ("9", "0", "a"), "Điều 1. a\n" },
  { "empty items count but are nothing; in a table they are cells", LISTS, NULL,
    ITEM ("1", "1", "a") PP (NUM ("1", "1"), "") ITEM ("1", "1", "c")
    "<w:tbl>" RULED TR (TC (T ("TT")) TC (T ("b")) TC (T ("c")) TC (T ("d")))
    TR (TC (PP (NUM ("2", "0"), "")) TC (T ("x")) TC (T ("y")) TC (T ("z"))) "</w:tbl>",
    "1. a\n\n3. c\n| TT | b | c | d |\n| Điều 1. | x | y | z |\n" },
  { "what was deleted does not count", LISTS, NULL,
    ITEM ("1", "1", "a") PP (NUM ("1", "1") "<w:rPr><w:del w:id='1'/></w:rPr>",
                             "<w:del>" R ("x") "</w:del>") ITEM ("1", "1", "b"), "1. a\n2. b\n" },
  { "nor does what is hidden as a whole", LISTS, NULL,
    ITEM ("1", "1", "a") PP (NUM ("1", "1") "<w:rPr><w:vanish/></w:rPr>", RP ("<w:vanish/>", "x"))
    ITEM ("1", "1", "b"), "1. a\n2. b\n" },
  { "hidden, in capitals and with rules by styles", NULL,
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Arial'/></w:rPr></w:rPrDefault>"
    "</w:docDefaults>"
    "<w:style w:type='character' w:styleId='An'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Tieude'><w:rPr><w:caps/></w:rPr></w:style>"
    "<w:style w:type='table' w:styleId='Ke'><w:tblPr><w:tblBorders><w:insideV w:val='single'/>"
    "</w:tblBorders></w:tblPr></w:style>"
    "<w:style w:type='table' w:styleId='Ke2'><w:basedOn w:val='Ke'/></w:style>",
    PP ("<w:pStyle w:val='Tieude'/>", R ("kế hoạch ") RP ("<w:caps w:val='0'/>", "số ")
        RP ("<w:rStyle w:val='An'/>", "mật") R ("1"))
    "<w:tbl><w:tblPr><w:tblStyle w:val='Ke2'/></w:tblPr>" TR (TC (T ("A")) TC (T ("B")))
    TR (TC (T ("C")) TC (T ("D"))) "</w:tbl>", "KẾ HOẠCH số 1\n| A | B |\n| C | D |\n" },
};

static void
test_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const DdDocxFixture docx = { lists[i].body, lists[i].numbering, lists[i].styles, NULL };
      g_autofree char *text = read_docx (&docx);

      g_test_message ("%s", lists[i].name);
      g_assert_cmpstr (text, ==, lists[i].text);
    }
}

/* They stand behind the text, in the order in which it refers to them. */
static void
test_notes (void)
{
  const DdDocxFixture docx = {
    P (R ("Thực hiện Quyết định") "<w:r><w:footnoteReference w:id='5'/></w:r>" R (" số 766."))
    P (R ("Hết.") "<w:r><w:footnoteReference w:id='2'/></w:r>"), NULL, NULL,
    "<w:footnote w:type='separator' w:id='-1'>" T ("x") "</w:footnote>"
    "<w:footnote w:id='2'>" T ("Hai.") T ("Ba.") "</w:footnote>"
    "<w:footnote w:id='3'>" T ("Không ai nhắc.") "</w:footnote>"
    "<w:footnote w:id='5'>" P ("<w:r><w:footnoteRef/></w:r>" R (" Năm.")) "</w:footnote>"
  };
  g_autofree char *text = read_docx (&docx);

  g_assert_cmpstr (text, ==, "Thực hiện Quyết định số 766.\nHết.\n\n[1] Năm.\n[2] Hai. Ba.\n");
}

/* Old offices have fonts of several ages in one document; the letters of one word may be in
 * several runs. */
static void
test_old_encodings (void)
{
  static const char body[] =
    P (RP ("<w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/>", "Giao Së T") \
       RP ("<w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/>", "­ ph¸p ") \
       RP ("<w:rFonts w:ascii='Times New Roman' w:hAnsi='Times New Roman'/>", "chủ trì ") \
       RP ("<w:rFonts w:ascii='.VnTimeH' w:hAnsi='.VnTimeH'/>", "së") \
       RP ("<w:rFonts w:ascii='VNI-Times' w:hAnsi='VNI-Times'/>", " vaên ba") \
       RP ("<w:rFonts w:ascii='VNI-Times' w:hAnsi='VNI-Times'/>", "ûn"));
  const DdDocxFixture docx = { body, NULL, NULL, NULL };
  g_autoptr (GBytes) bytes = dd_docx_fixture (&docx);
  g_autoptr (GError) error = NULL;
  DdOldEncoding converted;
  g_autofree char *text = dd_docx_reader_read (bytes, "cũ.docx", NULL, &converted, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "Giao Sở Tư pháp chủ trì SỞ văn bản\n");
  g_assert_cmpint (converted, !=, DD_OLD_ENCODING_NONE);
}

/* The main part need not have its usual name, nor its usual edition of the standard. */
static void
test_other_names (void)
{
  static const DdZipPart parts[] = {
    { "[content_types].XML", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/"
      "content-types'><Default Extension='dat' ContentType='application/vnd.ms-word.document."
      "macroEnabled.main+xml'/></Types>", 0, 0, 0, 0 },
    { "_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
      "relationships'><Relationship Id='a' Type='http://purl.oclc.org/ooxml/officeDocument/"
      "relationships/officeDocument' Target='/van/ban/chinh.dat'/></Relationships>", 0, 8, 0, 0 },
    { "van/ban/_rels/chinh.dat.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/"
      "package/2006/relationships'><Relationship Id='a' Type='http://purl.oclc.org/ooxml/"
      "officeDocument/relationships/numbering' Target='../so.xml'/></Relationships>", 0, 8, 0, 0 },
    { "van/so.xml", "<n:numbering xmlns:n='http://purl.oclc.org/ooxml/wordprocessingml/main'>"
      "<n:abstractNum n:abstractNumId='0'><n:lvl n:ilvl='0'><n:start n:val='4'/>"
      "<n:lvlText n:val='%1.'/></n:lvl></n:abstractNum><n:num n:numId='1'>"
      "<n:abstractNumId n:val='0'/></n:num></n:numbering>", 0, 8, 0, 0 },
    { "van/ban/chinh.dat", "<document xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main' "
      "xmlns:a='http://purl.oclc.org/ooxml/wordprocessingml/main'><body><p><pPr><numPr>"
      "<numId a:val='1'/></numPr></pPr><r><t>Giao &#83;&#7903; &amp; ng&#224;nh</t></r></p>"
      "</body></document>", 0, 8, 0, 0 },
  };
  g_autoptr (GBytes) bytes = dd_zip_fixture (parts, G_N_ELEMENTS (parts));
  g_autoptr (GError) error = NULL;
  DdOldEncoding converted;
  g_autofree char *text = dd_docx_reader_read (bytes, "x.docx", NULL, &converted, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "4. Giao Sở & ngành\n");
  g_assert_cmpint (dd_document_kind_of_bytes (bytes), ==, DD_DOCUMENT_KIND_DOCX);
}

/* Programs that send files add a few bytes. */
static void
test_bytes_behind (void)
{
  const DdDocxFixture docx = { T ("Giao"), NULL, NULL, NULL };
  g_autoptr (GBytes) sent = dd_docx_fixture (&docx);
  g_autoptr (GByteArray) longer = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  DdOldEncoding converted;
  gsize size;
  const guint8 *data = g_bytes_get_data (sent, &size);

  g_byte_array_append (longer, data, (guint) size);
  g_byte_array_append (longer, (const guint8 *) "\r\n--\r\n", 6);
  bytes = g_bytes_new_static (longer->data, longer->len);
  text = dd_docx_reader_read (bytes, "x.docx", NULL, &converted, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "Giao\n");
}

static void
test_no_text (void)
{
  const DdDocxFixture docx = { P ("<w:r><w:drawing/></w:r>") T (" "), NULL, NULL, NULL };
  g_autoptr (GBytes) bytes = dd_docx_fixture (&docx);
  g_autoptr (GError) error = NULL;
  DdOldEncoding converted;

  g_assert_null (dd_docx_reader_read (bytes, "quét.docx", NULL, &converted, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_NO_TEXT);
  g_assert_nonnull (strstr (error->message, "“quét.docx” has no text in it"));
}

static void
test_cancel (void)
{
  const DdDocxFixture docx = { T ("Giao"), NULL, NULL, NULL };
  g_autoptr (GBytes) bytes = dd_docx_fixture (&docx);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  DdOldEncoding converted;

  g_cancellable_cancel (cancellable);
  g_assert_null (dd_docx_reader_read (bytes, "x.docx", cancellable, &converted, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/docx-reader/bodies", test_bodies);
  g_test_add_func ("/docx-reader/lists", test_lists);
  g_test_add_func ("/docx-reader/notes", test_notes);
  g_test_add_func ("/docx-reader/old-encodings", test_old_encodings);
  g_test_add_func ("/docx-reader/other-names", test_other_names);
  g_test_add_func ("/docx-reader/bytes-behind", test_bytes_behind);
  g_test_add_func ("/docx-reader/no-text", test_no_text);
  g_test_add_func ("/docx-reader/cancel", test_cancel);

  return g_test_run ();
}
