/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-exchange-error.h"
#include "dd-odt-reader.h"
#include "dd-office-fixture.h"

#include <string.h>

#define P(words) "<text:p>" words "</text:p>"
#define ITEM(words) "<text:list-item>" P (words) "</text:list-item>"
#define CELL(words) "<table:table-cell table:style-name='K'>" P (words) "</table:table-cell>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define RULES \
  "<style:style style:name='K' style:family='table-cell'>" \
  "<style:table-cell-properties fo:border-left='0.5pt solid #000000' fo:border-right='none'/>" \
  "</style:style>"
#define LEVEL(level, attributes) \
  "<text:list-level-style-number text:level='" level "' " attributes "/>"

static const struct
{
  const char *name;
  const char *styles;
  const char *body;
  const char *text;
} bodies[] = {
  { "paragraphs, headings, spans and links", "",
    "<text:h text:outline-level='1'>THÔNG BÁO</text:h>"
    P ("Giao <text:span text:style-name='x'>Sở </text:span><text:a>Tư pháp</text:a>.") P (""),
    "THÔNG BÁO\nGiao Sở Tư pháp.\n" },
  { "white space is one space, and what is meant is an element", "",
    P ("\n  Giao   <text:span> Sở</text:span>\n  Y<text:s text:c='3'/>tế<text:tab/>1"
       "<text:line-break/> 2<text:soft-page-break/>3 "), "Giao Sở Y   tế\t1\n23\n" },
  { "comments, deleted text, descriptions and what is read aloud", "",
    "<text:tracked-changes><text:changed-region><text:deletion>" P ("x")
    "</text:deletion></text:changed-region></text:tracked-changes>"
    P ("Giao<office:annotation>" P ("x") "</office:annotation> <text:change text:change-id='1'/>"
       "<draw:frame><draw:image><office:binary-data>eA==</office:binary-data></draw:image>"
       "<svg:title>x</svg:title><svg:desc>x</svg:desc></draw:frame>"
       "<text:ruby><text:ruby-base>Sở</text:ruby-base><text:ruby-text>x</text:ruby-text>"
       "</text:ruby>"),
    "Giao Sở\n" },
  { "hidden text and letters shown as capitals",
    "<style:style style:name='A' style:family='text'><style:text-properties text:display='none'/>"
    "</style:style><style:style style:name='B' style:family='text' style:parent-style-name='C'/>"
    "<style:style style:name='C' style:family='text'>"
    "<style:text-properties fo:text-transform='uppercase'/></style:style>",
    P ("Giao <text:span text:style-name='A'>mật <text:span>x</text:span></text:span>"
       "<text:span text:style-name='B'>Sở</text:span>")
    "<text:section text:display='none'>" P ("x") "</text:section><text:section>" P ("Hết")
    "</text:section>", "Giao SỞ\nHết\n" },
  { "a frame with text in it stands before the paragraph", "",
    P ("<draw:frame><draw:text-box>" P ("DỰ THẢO") "</draw:text-box></draw:frame>THÔNG BÁO"),
    "DỰ THẢO\nTHÔNG BÁO\n" },
  { "notes stand behind the text", "",
    P ("Thực hiện Quyết định<text:note><text:note-citation>1</text:note-citation><text:note-body>"
       P ("Một.") P ("Hai.") "</text:note-body></text:note> số 766."),
    "Thực hiện Quyết định số 766.\n\n[1] Một. Hai.\n" },

  { "levels of lists",
    "<text:list-style style:name='L'>" LEVEL ("1", "style:num-format='I' style:num-suffix='.'")
    LEVEL ("2", "style:num-format='1' style:num-suffix='.' text:display-levels='2'")
    LEVEL ("3", "style:num-format='a' style:num-suffix=')'")
    "<text:list-level-style-bullet text:level='4' text:bullet-char='–'/></text:list-style>",
    "<text:list text:style-name='L'>" ITEM ("A")
    "<text:list-item>" P ("B") P ("b") "<text:list>" ITEM ("c") "<text:list-item><text:list>"
    ITEM ("d") "<text:list-item>" P ("e") "<text:list>" ITEM ("f") "</text:list></text:list-item>"
    "</text:list></text:list-item>" ITEM ("g") "</text:list></text:list-item>"
    "<text:list-header>" P ("h") "</text:list-header>" ITEM ("I") "</text:list>",
    "I. A\nII. B\nb\nII.1. c\na) d\nb) e\n- f\nII.2. g\nh\nIII. I\n" },
  { "an item that begins with a list has no number",
    "<text:list-style style:name='L'>" LEVEL ("1", "style:num-format='1' style:num-suffix='.'")
    LEVEL ("2", "style:num-format='a' style:num-suffix=')'") "</text:list-style>",
    "<text:list text:style-name='L'><text:list-item><text:list>" ITEM ("a") ITEM ("b")
    "</text:list>" P ("c") "</text:list-item>" ITEM ("d") "</text:list>",
    "a) a\nb) b\nc\n1. d\n" },
  { "lists begin anew, or go on if they say so",
    "<text:list-style style:name='L'>" LEVEL ("1", "style:num-format='1' style:num-suffix='.'")
    "</text:list-style>",
    "<text:list xml:id='m' text:style-name='L'>" ITEM ("a") "</text:list>" P ("x")
    "<text:list text:style-name='L' text:continue-numbering='true'>" ITEM ("b") "</text:list>"
    "<text:list text:style-name='L'>" ITEM ("c") "</text:list>"
    "<text:list text:style-name='L' text:continue-list='m'>" ITEM ("d")
    "<text:list-item text:start-value='9'>" P ("e") "</text:list-item></text:list>",
    "1. a\nx\n2. b\n1. c\n3. d\n9. e\n" },
  { "a label that is said as a whole, and one without a space",
    "<text:list-style style:name='L'>"
    LEVEL ("1", "style:num-format='1' loext:num-list-format='Điều %1%.'")
    "<text:list-level-style-number text:level='2' style:num-format='a' "
    "loext:num-list-format='%1%.%2%.' style:num-suffix='x'><style:list-level-properties>"
    "<style:list-level-label-alignment text:label-followed-by='nothing'/>"
    "</style:list-level-properties></text:list-level-style-number>"
    LEVEL ("3", "style:num-format=''") "</text:list-style>",
    "<text:list text:style-name='L'><text:list-item>" P ("a") "<text:list><text:list-item>" P ("b")
    "<text:list>" ITEM ("c") "</text:list></text:list-item></text:list></text:list-item>"
    "</text:list>",
    "Điều 1. a\n1.a.b\nc\n" },
  { "numbers of headings",
    "<text:outline-style style:name='O'><text:outline-level-style text:level='1' "
    "style:num-format='I' style:num-suffix='.'/></text:outline-style>",
    "<text:h text:outline-level='1'>A</text:h><text:h text:outline-level='2'>b</text:h>"
    "<text:h text:outline-level='1' text:is-list-header='true'>c</text:h>"
    "<text:h text:outline-level='1'>D</text:h>", "I. A\nb\nc\nII. D\n" },

  { "a table with rules", RULES,
    "<table:table><table:table-header-rows>" ROW (CELL ("TT") CELL ("Nội dung") CELL ("Hạn"))
    "</table:table-header-rows>" ROW (CELL ("1") CELL ("Rà soát") CELL (""))
    "</table:table>", "| TT | Nội dung | Hạn |\n| 1 | Rà soát | |\n" },
  { "merged cells: over columns once, over rows in each", RULES,
    "<table:table>" ROW ("<table:table-cell table:style-name='K' table:number-rows-spanned='2'>"
    P ("TT") "</table:table-cell><table:table-cell table:number-columns-spanned='2'>" P ("Cơ quan")
    "</table:table-cell><table:covered-table-cell/>" CELL ("Hạn"))
    ROW ("<table:covered-table-cell/>" CELL ("Chủ trì") CELL ("Phối hợp") CELL (""))
    ROW (CELL ("1") CELL ("a") CELL ("b") CELL ("c")) "</table:table>",
    "| TT | Cơ quan | | Hạn |\n| TT | Chủ trì | Phối hợp | |\n| 1 | a | b | c |\n" },
  { "repeated cells and rows, within bounds", RULES,
    "<table:table>" ROW (CELL ("a") "<table:table-cell table:number-columns-repeated='2'/>"
    CELL ("b")) "<table:table-row table:number-rows-repeated='2'>"
    CELL ("c") "<table:covered-table-cell table:number-columns-repeated='2'/>" CELL ("d")
    "</table:table-row><table:table-row table:number-rows-repeated='999999999'>"
    "<table:table-cell table:number-columns-repeated='999999999'/></table:table-row></table:table>",
    "| a | | | b |\n| c | | | d |\n| c | | | d |\n" },
  { "the head of a document", "",
    "<table:table>" ROW (CELL ("ỦY BAN NHÂN DÂN") CELL ("CỘNG HÒA"))
    ROW (CELL ("Số: 87/TB-UBND") CELL ("A, ngày 18 tháng 3 năm 2024")) "</table:table>",
    "ỦY BAN NHÂN DÂN    CỘNG HÒA\nSố: 87/TB-UBND     A, ngày 18 tháng 3 năm 2024\n" },
  { "lists in cells are lists of their own",
    RULES "<text:list-style style:name='L'>"
    LEVEL ("1", "style:num-format='1' style:num-suffix='.'")
    "</text:list-style>",
    "<table:table>" ROW (CELL ("TT") CELL ("b") CELL ("c") CELL ("d"))
    ROW ("<table:table-cell><text:list text:style-name='L'>" ITEM ("") "</text:list>"
         "</table:table-cell>" CELL ("x") CELL ("y") CELL ("z")) "</table:table>",
    "| TT | b | c | d |\n| 1. | x | y | z |\n" },
};

/* As an archive and as one XML file. */
static void
test_bodies (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      char *flat = dd_odt_content (bodies[i].styles, bodies[i].body);
      g_autoptr (GBytes) archive = dd_odt_fixture (bodies[i].styles, bodies[i].body);
      g_autoptr (GBytes) xml = g_bytes_new_take (flat, strlen (flat));
      GBytes * const files[] = { archive, xml };

      g_test_message ("%s", bodies[i].name);
      for (guint j = 0; j < G_N_ELEMENTS (files); j++)
        {
          g_autoptr (GError) error = NULL;
          DdOldEncoding converted;
          g_autofree char *text = dd_odt_reader_read (files[j], "thông báo.odt", NULL, &converted,
                                                      &error);

          g_assert_no_error (error);
          g_assert_cmpstr (text, ==, bodies[i].text);
          g_assert_cmpint (converted, ==, DD_OLD_ENCODING_NONE);
        }
    }
}

/* A font may have a name in the file that is not its own. */
static void
test_old_encodings (void)
{
  g_autoptr (GBytes) bytes = dd_odt_fixture (
    "<style:font-face style:name='F1' svg:font-family='&apos;.VnTime&apos;'/>"
    "<style:default-style style:family='paragraph'><style:text-properties style:font-name='F1'/>"
    "</style:default-style><style:style style:name='U' style:family='text'>"
    "<style:text-properties style:font-name='Times New Roman'/></style:style>",
    P ("Giao Së T­ ph¸p <text:span text:style-name='U'>chủ trì</text:span>"));
  g_autoptr (GError) error = NULL;
  DdOldEncoding converted;
  g_autofree char *text = dd_odt_reader_read (bytes, "cũ.odt", NULL, &converted, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "Giao Sở Tư pháp chủ trì\n");
  g_assert_cmpint (converted, ==, DD_OLD_ENCODING_TCVN3);
}

static void
test_refused (void)
{
  static const DdZipPart spreadsheet[] = {
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0, 0, 0, 0 },
    { "content.xml", "<x/>", 0, 8, 0, 0 },
  };
  static const DdZipPart locked[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text", 0, 0, 0, 0 },
    { "content.xml", "\x01\x02\x03", 0, 0, 0, 0 },
    { "META-INF/manifest.xml",
      "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><m:file-entry>"
      "<m:encryption-data/></m:file-entry></m:manifest>", 0, 8, 0, 0 },
  };
  static const DdZipPart other[] = { { "a.class", "x", 0, 8, 0, 0 } };
  static const struct
  {
    const DdZipPart *parts;
    guint            n_parts;
    int              code;
    const char      *sentence;
  } cases[] = {
    { spreadsheet, 2, DD_EXCHANGE_ERROR_KIND, "“x.odt” is no text document" },
    { locked, 3, DD_EXCHANGE_ERROR_LOCKED, "“x.odt” opens with a password only" },
    { other, 1, DD_EXCHANGE_ERROR_KIND, "“x.odt” is no text document" },
  };
  DdOldEncoding converted;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = dd_zip_fixture (cases[i].parts, cases[i].n_parts);
      g_autoptr (GError) error = NULL;

      g_assert_null (dd_odt_reader_read (bytes, "x.odt", NULL, &converted, &error));
      g_assert_error (error, DD_EXCHANGE_ERROR, cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, cases[i].sentence));
    }

  {
    g_autoptr (GBytes) bytes = g_bytes_new_static ("<html/>", 7);
    g_autoptr (GError) error = NULL;

    g_assert_null (dd_odt_reader_read (bytes, "x.fodt", NULL, &converted, &error));
    g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_KIND);
  }
}

static void
test_cancel (void)
{
  g_autoptr (GBytes) bytes = dd_odt_fixture ("", P ("Giao"));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  DdOldEncoding converted;

  g_cancellable_cancel (cancellable);
  g_assert_null (dd_odt_reader_read (bytes, "x.odt", cancellable, &converted, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odt-reader/bodies", test_bodies);
  g_test_add_func ("/odt-reader/old-encodings", test_old_encodings);
  g_test_add_func ("/odt-reader/refused", test_refused);
  g_test_add_func ("/odt-reader/cancel", test_cancel);

  return g_test_run ();
}
