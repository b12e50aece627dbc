/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Office documents that are damaged, or made to do harm. Each is refused with a sentence that
 * names the file and says what to do, or read for what it says; none takes more than the
 * bounds of time and memory. */
#include "dd-archive.h"
#include "dd-docx-reader.h"
#include "dd-exchange-error.h"
#include "dd-odt-reader.h"
#include "dd-office-fixture.h"
#include "dd-office-xml.h"
#include "dd-text-reader.h"

#include <string.h>

#define OPEN "<w:document xmlns:w='" DD_DOCX_NAMESPACE "'><w:body>"
#define CLOSE "</w:body></w:document>"
#define T(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define GOOD OPEN T ("Giao Sở Tư pháp.") CLOSE

static GBytes *
make_docx (const char *document,
           guint16     method)
{
  const DdZipPart parts[] = {
    dd_docx_types, dd_docx_relationships, { "word/document.xml", document, 0, method, 0, 0 },
  };

  return dd_zip_fixture (parts, G_N_ELEMENTS (parts));
}

/* A good document with one more part. */
static GBytes *
make_with_part (const DdZipPart *part)
{
  const DdZipPart parts[] = {
    dd_docx_types, dd_docx_relationships, { "word/document.xml", GOOD, 0, 8, 0, 0 }, *part,
  };

  return dd_zip_fixture (parts, G_N_ELEMENTS (parts));
}

/* One with @part for its body. */
static GBytes *
make_with_body (DdZipPart part)
{
  const DdZipPart parts[] = { dd_docx_types, dd_docx_relationships, part };

  return dd_zip_fixture (parts, G_N_ELEMENTS (parts));
}

static void
check_refused (const char *name,
               GBytes     *bytes,
               int         code,
               const char *words)
{
  static const char * const advices[] = { "lease check ", "Ask for ", "Open it ", "Save it ",
                                          "If it shows " };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = bytes;
  DdOldEncoding converted;
  g_autofree char *text = dd_docx_reader_read (file, "thông báo.docx", NULL, &converted, &error);
  gboolean advised = FALSE;

  g_test_message ("%s: %s", name, error != NULL ? error->message : "taken");
  g_assert_null (text);
  g_assert_error (error, DD_EXCHANGE_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "“thông báo.docx” "));
  g_assert_nonnull (strstr (error->message, words));
  for (guint i = 0; i < G_N_ELEMENTS (advices); i++)
    advised |= strstr (error->message, advices[i]) != NULL;
  g_assert_true (advised);
}

static char *
read_document (const char *document)
{
  g_autoptr (GBytes) bytes = make_docx (document, 8);
  g_autoptr (GError) error = NULL;
  DdOldEncoding converted;
  char *text = dd_docx_reader_read (bytes, "x.docx", NULL, &converted, &error);

  g_assert_no_error (error);

  return text;
}

/* Wherever it is cut off. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) whole = make_docx (GOOD, 8);
  const gsize size = g_bytes_get_size (whole);

  for (gsize i = 0; i < size; i++)
    check_refused ("cut off", g_bytes_new_from_bytes (whole, 0, i), DD_EXCHANGE_ERROR_DAMAGED,
                   "is damaged or was not received whole");
}

/* Whichever bit is wrong, it is refused, or what it says is what it said. */
static void
test_changed_bits (void)
{
  g_autoptr (GBytes) whole = make_docx (GOOD, 8);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);
  guint n_taken = 0;

  for (gsize i = 0; i < size * 8; i += 3)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      DdOldEncoding converted;

      copy[i / 8] ^= 1 << (i % 8);
      text = dd_docx_reader_read (bytes, "x.docx", NULL, &converted, &error);
      g_assert_true ((text == NULL) == (error != NULL));
      if (text == NULL)
        continue;
      g_assert_cmpstr (text, ==, "Giao Sở Tư pháp.\n");
      n_taken++;
    }
  g_assert_cmpuint (n_taken, <, size);
}

static const struct
{
  const char *name;
  DdZipPart   part;
  int         code;
  const char *words;
} named_parts[] = {
  { "a path upwards", { "../../.bashrc", "x", 0, 0, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED,
    "a part of it is named “../../.bashrc”" },
  { "a path upwards from inside", { "word/../../x", "x", 0, 0, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED,
    "is not opened" },
  { "a path upwards of Windows", { "word\\..\\..\\x", "x", 0, 0, 0, 0 },
    DD_EXCHANGE_ERROR_DAMAGED, "is not opened" },
  { "an absolute path", { "/etc/passwd", "x", 0, 0, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED,
    "is not opened" },
  { "a drive", { "C:\\x", "x", 0, 0, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED, "is not opened" },
  { "a folder above", { "..", "x", 0, 0, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED, "is not opened" },
  { "no name", { "", "x", 0, 0, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED, "is not opened" },
  { "the same name twice", { "word/document.xml", GOOD, 0, 8, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED,
    "is damaged" },
  { "the same name in capitals", { "Word/Document.XML", GOOD, 0, 8, 0, 0 },
    DD_EXCHANGE_ERROR_DAMAGED, "is damaged" },
  { "an encrypted part", { "word/styles.xml", "x", 1, 0, 0, 0 }, DD_EXCHANGE_ERROR_LOCKED,
    "opens with a password only" },
  { "a strongly encrypted part", { "word/styles.xml", "x", 0x41, 0, 0, 0 },
    DD_EXCHANGE_ERROR_LOCKED, "opens with a password only" },
};

static const struct
{
  const char *name;
  DdZipPart   part;
  int         code;
  const char *words;
} bodies[] = {
#define BODY "word/document.xml"
  { "said to be larger", { BODY, GOOD, 0, 8, 1000000, 0 }, DD_EXCHANGE_ERROR_DAMAGED,
    "is damaged" },
  { "said to be smaller", { BODY, GOOD, 0, 8, 100, 0 }, DD_EXCHANGE_ERROR_DAMAGED, "is damaged" },
  { "said to be immense", { BODY, GOOD, 0, 8, 0xfffffffe, 0 }, DD_EXCHANGE_ERROR_DAMAGED,
    "is damaged" },
  { "said to be so large that another number says how large", { BODY, GOOD, 0, 8, 0xffffffff, 0 },
    DD_EXCHANGE_ERROR_DAMAGED, "is damaged" },
  { "another checksum", { BODY, GOOD, 0, 8, 0, 1 }, DD_EXCHANGE_ERROR_DAMAGED, "is damaged" },
  { "another way of packing", { BODY, GOOD, 0, 12, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED,
    "is damaged" },
  { "not packed as it says", { BODY, "\xff\xff\xff", 0, 0, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED,
    "is damaged" },
  { "elsewhere", { "word/document2.xml", GOOD, 0, 8, 0, 0 }, DD_EXCHANGE_ERROR_KIND,
    "is no text document" },

  { "no XML", { BODY, "Giao Sở", 0, 8, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED, "is damaged" },
  { "nothing", { BODY, "", 0, 0, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED, "is damaged" },
  { "XML that is cut off", { BODY, OPEN T ("Giao"), 0, 8, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED,
    "is damaged" },
  { "elements across each other", { BODY, OPEN "<w:p><w:r></w:p></w:r>" CLOSE, 0, 8, 0, 0 },
    DD_EXCHANGE_ERROR_DAMAGED, "is damaged" },
  { "no UTF-8", { BODY, OPEN T ("\xc3\x28") CLOSE, 0, 8, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED,
    "is damaged" },
  { "a control character", { BODY, OPEN T ("&#1;") CLOSE, 0, 8, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED,
    "is damaged" },
  { "an entity that nobody declares", { BODY, OPEN T ("&nbsp;") CLOSE, 0, 8, 0, 0 },
    DD_EXCHANGE_ERROR_DAMAGED, "is damaged" },

  { "a document type", { BODY, "<!DOCTYPE w:document>" GOOD, 0, 8, 0, 0 },
    DD_EXCHANGE_ERROR_DAMAGED, "declares a document type" },
  { "entities in entities",
    { BODY, "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
      "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>"
      "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;'>]>"
      OPEN T ("&f;&f;&f;&f;&f;&f;&f;&f;") CLOSE, 0, 8, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED,
    "declares a document type" },
  { "an entity in a file",
    { BODY, "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" OPEN T ("&a;") CLOSE,
      0, 8, 0, 0 }, DD_EXCHANGE_ERROR_DAMAGED, "declares a document type" },
  { "an entity on the net",
    { BODY, "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd' [<!ENTITY % a SYSTEM "
      "'http://127.0.0.1:1/x'> %a;]>" OPEN T ("a") CLOSE, 0, 8, 0, 0 },
    DD_EXCHANGE_ERROR_DAMAGED, "declares a document type" },
#undef BODY
};

static void
test_parts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (named_parts); i++)
    check_refused (named_parts[i].name, make_with_part (&named_parts[i].part),
                   named_parts[i].code, named_parts[i].words);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    check_refused (bodies[i].name, make_with_body (bodies[i].part), bodies[i].code,
                   bodies[i].words);
}

#define TYPES(type) \
  { "[Content_Types].xml", \
    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>" \
    "<Override PartName='/word/document.xml' ContentType='" type "'/></Types>", 0, 8, 0, 0 }
#define RELATIONSHIP(attributes) \
  { "_rels/.rels", \
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" \
    "<Relationship Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" \
    "officeDocument' " attributes "/></Relationships>", 0, 8, 0, 0 }

/* Other things that are archives. */
static void
test_kinds (void)
{
  static const DdZipPart body = { "word/document.xml", GOOD, 0, 8, 0, 0 };
  static const DdZipPart jar[] = { { "META-INF/MANIFEST.MF", "x", 0, 8, 0, 0 } };
  const DdZipPart spreadsheet[] = {
    TYPES ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
    dd_docx_relationships, body,
  };
  const DdZipPart no_type[] = { TYPES ("text/plain"), dd_docx_relationships, body };
  const DdZipPart outside[] = {
    dd_docx_types, RELATIONSHIP ("TargetMode='External' Target='http://127.0.0.1:1/x'"), body,
  };
  const DdZipPart upwards[] = {
    dd_docx_types, RELATIONSHIP ("Target='../../word/document.xml'"), body,
  };
  const char *words = "is no text document";

  check_refused ("a program", dd_zip_fixture (jar, 1), DD_EXCHANGE_ERROR_KIND, words);
  check_refused ("an archive with nothing", dd_zip_fixture (NULL, 0), DD_EXCHANGE_ERROR_KIND,
                 words);
  check_refused ("a spreadsheet", dd_zip_fixture (spreadsheet, 3), DD_EXCHANGE_ERROR_KIND, words);
  check_refused ("no type", dd_zip_fixture (no_type, 3), DD_EXCHANGE_ERROR_KIND, words);
  check_refused ("a body on the net", dd_zip_fixture (outside, 3), DD_EXCHANGE_ERROR_KIND, words);
  check_refused ("a body above", dd_zip_fixture (upwards, 3), DD_EXCHANGE_ERROR_KIND, words);
  check_refused ("no archive", g_bytes_new_static ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8),
                 DD_EXCHANGE_ERROR_DAMAGED, "is damaged");
}

static char *
repeat (const char *start,
        const char *piece,
        gsize       n,
        const char *end)
{
  GString *text = g_string_new (start);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, end);

  return g_string_free (text, FALSE);
}

/* A little that unpacks to a lot; and what is a lot. */
static void
test_sizes (void)
{
  g_autofree char *blank = g_strnfill (3 * 1000 * 1000, ' ');
  g_autofree char *bomb = g_strconcat (OPEN, blank, T ("a"), CLOSE, NULL);
  g_autofree char *large = repeat (OPEN, "<!--0123456789012345678901234567890123456789-->\n",
                                   DD_ARCHIVE_MAX_SIZE / 47, CLOSE);
  g_autofree char *text = repeat (OPEN "<w:p><w:r><w:t>", "Giao Sở Tư pháp. ",
                                  DD_TEXT_READER_MAX_SIZE / 20, "</w:t></w:r></w:p>" CLOSE);
  g_autofree char *elements = repeat (OPEN, "<b/>", DD_OFFICE_XML_MAX_ELEMENTS + 1, CLOSE);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (DdZipPart));

  check_refused ("a hundred to one", make_docx (bomb, 8), DD_EXCHANGE_ERROR_TOO_LARGE,
                 "unpacks to more than any document holds");
  check_refused ("64 MiB", make_docx (large, 0), DD_EXCHANGE_ERROR_TOO_LARGE,
                 "unpacks to more than any document holds");
  check_refused ("too much text", make_docx (text, 0), DD_EXCHANGE_ERROR_TOO_LARGE,
                 "has more than 16.8");
  check_refused ("too many elements", make_docx (elements, 0), DD_EXCHANGE_ERROR_TOO_LARGE,
                 "is put together of more parts");

  for (guint i = 0; i <= DD_ARCHIVE_MAX_PARTS; i++)
    {
      const DdZipPart part = { g_strdup_printf ("%u", i), "", 0, 0, 0, 0 };

      g_array_append_val (parts, part);
    }
  check_refused ("too many parts", dd_zip_fixture ((DdZipPart *) parts->data, parts->len),
                 DD_EXCHANGE_ERROR_TOO_LARGE, "unpacks to more than any document holds");
  for (guint i = 0; i < parts->len; i++)
    g_free ((char *) g_array_index (parts, DdZipPart, i).name);
}

static void
test_depth (void)
{
  g_autofree char *in = repeat (OPEN, "<w:sdt>", DD_OFFICE_XML_MAX_DEPTH - 5, T ("Giao"));
  g_autofree char *fits = repeat (in, "</w:sdt>", DD_OFFICE_XML_MAX_DEPTH - 5, CLOSE);
  g_autofree char *in_too_deep = repeat (OPEN, "<w:sdt>", DD_OFFICE_XML_MAX_DEPTH, T ("Giao"));
  g_autofree char *too_deep = repeat (in_too_deep, "</w:sdt>", DD_OFFICE_XML_MAX_DEPTH, CLOSE);
  g_autofree char *text = read_document (fits);

  g_assert_cmpstr (text, ==, "Giao\n");
  check_refused ("too deep", make_docx (too_deep, 8), DD_EXCHANGE_ERROR_TOO_LARGE, "or deeper");
}

#define CELL(merge, paragraphs) \
  "<w:tc><w:tcPr><w:vMerge w:val='" merge "'/></w:tcPr>" paragraphs "</w:tc>"

/* What stands in each of many rows is written so often, up to the bound. */
static void
test_merged (void)
{
  g_autofree char *words = g_strnfill (1000 * 1000, 'x');
  g_autofree char *first = g_strconcat (OPEN "<w:tbl><w:tblPr><w:tblBorders><w:left/>"
    "</w:tblBorders></w:tblPr><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p>"
    "<w:r><w:t>", words,
    "</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>", NULL);
  g_autofree char *document =
    repeat (first, "<w:tr>" CELL ("continue", "<w:p/>") "<w:tc><w:p/></w:tc></w:tr>", 1000,
            "</w:tbl>" CLOSE);

  check_refused ("a large cell in a thousand rows", make_docx (document, 0),
                 DD_EXCHANGE_ERROR_TOO_LARGE, "has more than 16.8");

  /* Tables in tables, each of which repeats what the one in it does. */
  {
    g_autoptr (GString) text = g_string_new (OPEN);

    for (guint i = 0; i < 30; i++)
      g_string_append (text, "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>");
    g_string_append (text, T ("xxxxxxxxxxxxxxxx"));
    for (guint i = 0; i < 30; i++)
      g_string_append (text, "</w:tc></w:tr><w:tr>" CELL ("continue", "<w:p/>") "</w:tr><w:tr>"
                       CELL ("continue", "<w:p/>") "</w:tr><w:tr>" CELL ("continue", "<w:p/>")
                       "</w:tr></w:tbl>");
    g_string_append (text, CLOSE);
    check_refused ("tables in tables", make_docx (text->str, 8), DD_EXCHANGE_ERROR_TOO_LARGE,
                   "has more than 16.8");
  }
}

/* Well-formed, but not in any order that a program writes: what there is of words is read. */
static void
test_disorder (void)
{
  static const char * const documents[] = {
    OPEN "<w:tc>" T ("Giao") "</w:tc>" CLOSE,
    OPEN "<w:tr><w:tr><w:tc>" T ("Giao") "</w:tc></w:tr></w:tr>" CLOSE,
    OPEN "<w:tbl><w:tc>" T ("Giao") "</w:tc></w:tbl>" CLOSE,
    OPEN "<w:tbl><w:tr><w:tr><w:tc><w:tc>" T ("Giao") "</w:tc></w:tc></w:tr></w:tr></w:tbl>" CLOSE,
    OPEN "<w:tbl><w:tr/><w:tr><w:tc/></w:tr></w:tbl>" T ("Giao") CLOSE,
    OPEN "<w:tbl>" T ("Giao") "<w:tr>" T ("Giao") "</w:tr></w:tbl>" CLOSE,
    OPEN "<w:p><w:p><w:p><w:r><w:t>Giao</w:t></w:r></w:p></w:p></w:p>" CLOSE,
    OPEN "<w:t>x</w:t><w:r><w:t>x</w:t><w:tab/><w:fldChar w:fldCharType='end'/></w:r>"
    "<w:rPr><w:del/><w:vanish/></w:rPr><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:trPr><w:del/>"
    "</w:trPr>" T ("Giao") CLOSE,
    OPEN "<w:p><w:r><w:fldChar w:fldCharType='end'/><w:fldChar w:fldCharType='separate'/>"
    "<w:t>Giao</w:t></w:r></w:p>" CLOSE,
    OPEN "<w:p><w:pPr><w:numPr><w:ilvl w:val='999999999999999999999'/><w:numId w:val='-5'/>"
    "</w:numPr><w:pStyle/></w:pPr><w:r><w:sym w:char='FFFFFFFFFFFFFFFFFF'/><w:sym/><w:t>Giao</w:t>"
    "</w:r></w:p>" CLOSE,
    OPEN "<w:tbl><w:tr><w:trPr><w:gridBefore w:val='2147483647'/></w:trPr><w:tc><w:tcPr>"
    "<w:gridSpan w:val='2147483647'/></w:tcPr>" T ("Giao") "</w:tc><w:tc>" T ("Giao")
    "</w:tc></w:tr></w:tbl>" CLOSE,
    OPEN "<w:footnote w:id='1'>" T ("x") "</w:footnote><w:footnoteReference w:id='1'/>" T ("Giao")
    CLOSE,
    OPEN "<Choice xmlns='http://schemas.openxmlformats.org/markup-compatibility/2006'/>"
    "<Fallback xmlns='http://schemas.openxmlformats.org/markup-compatibility/2006'/>" T ("Giao")
    CLOSE,
  };
  g_autofree char *fields = repeat (OPEN "<w:p><w:r>", "<w:fldChar w:fldCharType='begin'/>", 100000,
                                    "</w:r></w:p>" T ("x") CLOSE);

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *text = read_document (documents[i]);

      g_test_message ("%u: %s", i, text);
      g_assert_nonnull (strstr (text, "Giao"));
    }

  /* A field that never ends is no text. */
  check_refused ("fields", make_docx (fields, 0), DD_EXCHANGE_ERROR_NO_TEXT, "has no text");
}

/* What would have each compared with all others; without bounds each of these takes minutes. */
static void
test_crowds (void)
{
  g_autoptr (GString) attributes = g_string_new (OPEN "<w:p");
  g_autoptr (GString) few = g_string_new (OPEN "<w:p");
  g_autoptr (GString) namespaces = g_string_new (OPEN);
  g_autofree char *deleted = repeat (OPEN, "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>"
                                     "abcdefgh</w:t></w:r></w:p>", 200000, T ("Giao") CLOSE);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append_printf (attributes, " a%x=''", i);
  g_string_append (attributes, "/>" CLOSE);
  check_refused ("attributes", make_docx (attributes->str, 0), DD_EXCHANGE_ERROR_DAMAGED,
                 "is damaged");

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (few, " a%x=''", i);
  g_string_append (few, "/>" CLOSE);
  check_refused ("more attributes than any element has", make_docx (few->str, 8),
                 DD_EXCHANGE_ERROR_TOO_LARGE, "is put together of more parts");

  for (guint i = 0; i < 200; i++)
    {
      g_string_append (namespaces, "<x");
      for (guint j = 0; j < 100; j++)
        g_string_append_printf (namespaces, " xmlns:n%x='u'", j);
      g_string_append_c (namespaces, '>');
    }
  for (guint i = 0; i < 500000; i++)
    g_string_append (namespaces, "<w:p/>");
  for (guint i = 0; i < 200; i++)
    g_string_append (namespaces, "</x>");
  g_string_append (namespaces, CLOSE);
  check_refused ("namespaces", make_docx (namespaces->str, 0), DD_EXCHANGE_ERROR_TOO_LARGE,
                 "is put together of more parts");

  /* Paragraphs whose ends were deleted are one. */
  {
    g_autoptr (GBytes) bytes = make_docx (deleted, 0);
    g_autoptr (GError) error = NULL;
    DdOldEncoding converted;

    text = dd_docx_reader_read (bytes, "x.docx", NULL, &converted, &error);
    g_assert_no_error (error);
    g_assert_true (g_str_has_prefix (text, "abcdefghabcdefgh"));
    g_assert_true (g_str_has_suffix (text, "abcdefghGiao\n"));
  }
}

/* A label that is longer than any page, before each of many paragraphs. */
static void
test_labels (void)
{
  g_autofree char *numbering =
    repeat ("<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='2000000000'/>"
            "<w:lvlText w:val='", "%1", 5000, "'/></w:lvl></w:abstractNum><w:num w:numId='1'>"
            "<w:abstractNumId w:val='0'/></w:num>");
  g_autofree char *body =
    repeat ("", "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>Giao</w:t>"
            "</w:r></w:p>", 5000, "");
  const DdDocxFixture docx = { body, numbering, NULL, NULL };
  g_autoptr (GBytes) bytes = dd_docx_fixture (&docx);
  g_autoptr (GError) error = NULL;
  DdOldEncoding converted;
  g_autofree char *text = dd_docx_reader_read (bytes, "x.docx", NULL, &converted, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "Giao\nGiao\n"));
}

/* A list in a level of a list with the same number: it takes the place of the one around it. */
static void
test_replaced (void)
{
  static const char * const numberings[] = {
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:abstractNum w:abstractNumId='0'>"
    "<w:start w:val='5'/><w:lvlText w:val='%1'/></w:abstractNum></w:lvl></w:abstractNum>",
    "<w:num w:numId='1'><w:lvlOverride w:ilvl='0'><w:lvl w:ilvl='0'><w:num w:numId='1'>"
    "<w:start w:val='5'/><w:lvlText w:val='%1'/></w:num></w:lvl></w:lvlOverride></w:num>",
  };
  static const char levels[] =
    "<text:list-style style:name='L'><text:list-level-style-number text:level='1'>"
    "<text:list-style style:name='L'/><style:list-level-label-alignment "
    "text:label-followed-by='nothing'/></text:list-level-style-number></text:list-style>";
  g_autoptr (GError) error = NULL;
  DdOldEncoding converted;

  for (guint i = 0; i < G_N_ELEMENTS (numberings); i++)
    {
      const DdDocxFixture docx = { T ("Giao"), numberings[i], NULL, NULL };
      g_autoptr (GBytes) bytes = dd_docx_fixture (&docx);
      g_autofree char *text = dd_docx_reader_read (bytes, "x.docx", NULL, &converted, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, "Giao\n");
    }

  {
    g_autoptr (GBytes) bytes = dd_odt_fixture (levels, "<text:p>Giao</text:p>");
    g_autofree char *text = dd_odt_reader_read (bytes, "x.odt", NULL, &converted, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (text, ==, "Giao\n");
  }
}

/* Styles based on each other, and lists that name each other. */
static void
test_rings (void)
{
  const DdDocxFixture docx = {
    "<w:p><w:pPr><w:pStyle w:val='A'/><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    "<w:r><w:rPr><w:rStyle w:val='B'/></w:rPr><w:t>Giao</w:t></w:r></w:p>"
    "<w:tbl><w:tblPr><w:tblStyle w:val='A'/></w:tblPr><w:tr><w:tc>" T ("a") "</w:tc></w:tr>"
    "</w:tbl>",
    "<w:abstractNum w:abstractNumId='0'><w:numStyleLink w:val='A'/></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='77'/></w:num>",
    "<w:style w:styleId='A'><w:basedOn w:val='B'/></w:style>"
    "<w:style w:styleId='B'><w:basedOn w:val='A'/></w:style>", NULL
  };
  g_autoptr (GBytes) bytes = dd_docx_fixture (&docx);
  g_autoptr (GError) error = NULL;
  DdOldEncoding converted;
  g_autofree char *text = dd_docx_reader_read (bytes, "x.docx", NULL, &converted, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "Giao"));
}

/* OpenDocument: the same bounds, and numbers that would make much of little. */
static void
test_odt (void)
{
  g_autofree char *spans = repeat ("", "<text:span>", 300, "x");
  g_autofree char *deep = repeat (spans, "</text:span>", 300, "");
  g_autofree char *deep_body = g_strconcat ("<text:p>", deep, "</text:p>", NULL);
  const struct
  {
    const char *body;
    int         code;           /* -1: taken */
  } cases[] = {
    { deep_body, DD_EXCHANGE_ERROR_TOO_LARGE },
    { "<text:p>&x;</text:p>", DD_EXCHANGE_ERROR_DAMAGED },
    { "<text:p>Giao<text:s text:c='2000000000'/>.</text:p>", -1 },
    { "<table:table><table:table-row table:number-rows-repeated='2000000000'>"
      "<table:table-cell table:number-columns-repeated='2000000000' "
      "table:number-rows-spanned='2000000000'><text:p>Giao</text:p></table:table-cell>"
      "<table:covered-table-cell table:number-columns-repeated='-2000000000'/>"
      "</table:table-row></table:table>", -1 },
    { "<table:table-cell><text:p>Giao</text:p></table:table-cell><table:table-row/>"
      "<text:list-item/><text:list-header/><text:span>x</text:span><text:s/>", -1 },
    { "<table:table><table:table-cell><text:list><table:table-row><text:p>Giao</text:p>"
      "</table:table-row></text:list></table:table-cell><table:covered-table-cell/>"
      "</table:table>", -1 },
    { "<office:text><text:p>Giao</text:p></office:text><text:p>x</text:p>", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = dd_odt_fixture ("", cases[i].body);
      g_autoptr (GError) error = NULL;
      DdOldEncoding converted;
      g_autofree char *text = dd_odt_reader_read (bytes, "x.odt", NULL, &converted, &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "taken");
      if (cases[i].code < 0)
        {
          g_assert_no_error (error);
          g_assert_nonnull (strstr (text, "Giao"));
        }
      else
        {
          g_assert_null (text);
          g_assert_error (error, DD_EXCHANGE_ERROR, cases[i].code);
        }
    }

  {
    static const char flat[] = "<!DOCTYPE x [<!ENTITY a 'b'>]><office:document/>";
    g_autoptr (GBytes) bytes = g_bytes_new_static (flat, sizeof flat - 1);
    g_autoptr (GError) error = NULL;
    DdOldEncoding converted;

    g_assert_null (dd_odt_reader_read (bytes, "x.fodt", NULL, &converted, &error));
    g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_DAMAGED);
    g_assert_nonnull (strstr (error->message, "document type"));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/office-hostile/truncated", test_truncated);
  g_test_add_func ("/office-hostile/changed-bits", test_changed_bits);
  g_test_add_func ("/office-hostile/parts", test_parts);
  g_test_add_func ("/office-hostile/kinds", test_kinds);
  g_test_add_func ("/office-hostile/sizes", test_sizes);
  g_test_add_func ("/office-hostile/depth", test_depth);
  g_test_add_func ("/office-hostile/merged", test_merged);
  g_test_add_func ("/office-hostile/disorder", test_disorder);
  g_test_add_func ("/office-hostile/crowds", test_crowds);
  g_test_add_func ("/office-hostile/labels", test_labels);
  g_test_add_func ("/office-hostile/replaced", test_replaced);
  g_test_add_func ("/office-hostile/rings", test_rings);
  g_test_add_func ("/office-hostile/odt", test_odt);

  return g_test_run ();
}
