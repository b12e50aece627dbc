/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Good office documents, changed at random: their XML before it is packed, or the archive.
 * Whatever comes of it, the reader ends, and what it takes is a text.
 *
 * Two seconds; DD_FUZZ_SECONDS makes it longer. The seed is the one that the tests are run
 * with (--seed), so that a failure can be had again. */
#include "dd-docx-reader.h"
#include "dd-exchange-error.h"
#include "dd-odt-reader.h"
#include "dd-office-fixture.h"
#include "dd-text.h"
#include "dd-text-reader.h"

#include <stdlib.h>
#include <string.h>

#define DEFAULT_SECONDS 2
#define MAX_SIZE 100000

#define DOCX_BODY \
  "<w:p><w:pPr><w:pStyle w:val='A'/><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr>" \
  "<w:rPr><w:del/></w:rPr></w:pPr><w:r><w:rPr><w:rFonts w:ascii='.VnTime'/><w:caps/></w:rPr>" \
  "<w:t>Giao Së T­ ph¸p</w:t><w:tab/><w:br/><w:sym w:font='Symbol' w:char='F0B3'/></w:r>" \
  "<w:del><w:r><w:t>x</w:t></w:r></w:del><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r>" \
  "<w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>7</w:t>" \
  "<w:fldChar w:fldCharType='end'/><w:footnoteReference w:id='2'/></w:r></w:p>" \
  "<w:tbl><w:tblPr><w:tblStyle w:val='K'/><w:tblBorders><w:insideV w:val='single'/>" \
  "</w:tblBorders></w:tblPr><w:tr><w:trPr><w:tblHeader/><w:gridBefore w:val='1'/></w:trPr>" \
  "<w:tc><w:tcPr>" \
  "<w:gridSpan w:val='2'/><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>TT</w:t></w:r></w:p>" \
  "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr>" \
  "</w:tbl><w:p/></w:tc><w:tc><w:p><w:r><w:t>- a | b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>" \
  "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p/></w:txbxContent></mc:Choice>" \
  "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>y</w:t></w:r></w:p></w:txbxContent></mc:Fallback>" \
  "</mc:AlternateContent></w:r></w:p>"

#define DOCX_NUMBERING \
  "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/>" \
  "<w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'><w:isLgl/>" \
  "<w:lvlRestart w:val='1'/><w:suff w:val='nothing'/><w:lvlText w:val='%1.%2)'/></w:lvl>" \
  "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='1'>" \
  "<w:startOverride w:val='3'/></w:lvlOverride></w:num>"

#define DOCX_STYLES \
  "<w:style w:type='paragraph' w:default='1' w:styleId='A'><w:basedOn w:val='B'/><w:pPr><w:numPr>" \
  "<w:numId w:val='1'/></w:numPr></w:pPr><w:rPr><w:vanish w:val='0'/></w:rPr></w:style>"

#define DOCX_FOOTNOTES "<w:footnote w:id='2'><w:p><w:r><w:t>z</w:t></w:r></w:p></w:footnote>"

#define ODT_STYLES \
  "<text:list-style style:name='L'><text:list-level-style-number text:level='1' " \
  "style:num-format='1' style:num-suffix='.' text:display-levels='1'/>" \
  "<text:list-level-style-bullet text:level='2' text:bullet-char='-'/></text:list-style>" \
  "<style:style style:name='K' style:family='table-cell'><style:table-cell-properties " \
  "fo:border='1pt solid'/></style:style><style:font-face style:name='F' svg:font-family='.VnTime'/>"

#define ODT_BODY \
  "<text:h text:outline-level='1'>A</text:h><text:list xml:id='m' text:style-name='L'>" \
  "<text:list-item><text:p>Giao <text:span text:style-name='T'>Sở</text:span><text:s text:c='2'/>" \
  "<text:note><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p><text:list>" \
  "<text:list-item text:start-value='3'><text:p>b</text:p></text:list-item></text:list>" \
  "</text:list-item></text:list><table:table><table:table-header-rows><table:table-row " \
  "table:number-rows-repeated='2'><table:table-cell table:style-name='K' " \
  "table:number-rows-spanned='2' table:number-columns-repeated='3'><text:p>TT</text:p>" \
  "</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>" \
  "<table:table-row><table:covered-table-cell table:number-columns-repeated='2'/>" \
  "<table:table-cell><text:p><draw:frame><draw:text-box><text:p>t</text:p></draw:text-box>" \
  "</draw:frame></text:p></table:table-cell></table:table-row></table:table>"

/* What documents of these kinds are made of. */
static const char * const tokens[] = {
  "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>",
  "</w:tr>", "<w:tc>", "</w:tc>", "<w:p/>", "<w:tr/>", "<w:tc/>", "<w:del>", "</w:del>",
  "<w:vMerge/>",
  "<w:gridSpan w:val='99999999999'/>", "<w:fldChar w:fldCharType='begin'/>", "<mc:Choice>",
  "</mc:Choice>", "<w:pPr>", "</w:pPr>", "<w:rPr>", "</w:rPr>", "<w:trPr>", "<w:vanish/>",
  "<text:p>", "</text:p>", "<text:list>", "</text:list>", "<text:list-item>", "</text:list-item>",
  "<table:table>", "</table:table>", "<table:table-row>", "</table:table-row>",
  "<table:table-cell>", "</table:table-cell>", "<table:covered-table-cell/>", "<text:span>",
  "</text:span>", "<office:text>", "</office:text>", "&amp;", "&x;", "&#0;", "<![CDATA[", "]]>",
  "<!--", "-->", "<!DOCTYPE x>", "'", "\"", "<", ">", "%1", "%9", "-1", "2147483648", "\xff", "Đ",
};

static void
change (GString *text)
{
  for (int n = g_test_rand_int_range (1, 6); n > 0 && text->len > 0; n--)
    {
      const gssize at = g_test_rand_int_range (0, (gint32) text->len);
      const gssize rest = (gssize) text->len - at;
      const gssize wanted = g_test_rand_int_range (1, 60);
      const char *token = tokens[g_test_rand_int_range (0, G_N_ELEMENTS (tokens))];
      g_autofree char *piece = NULL;

      switch (g_test_rand_int_range (0, 6))
        {
        case 0:
          text->str[at] = (char) g_test_rand_int_range (0, 256);
          break;
        case 1:
          text->str[at] = (char) (text->str[at] ^ (1 << g_test_rand_int_range (0, 8)));
          break;
        case 2:
        case 3:
          g_string_insert (text, at, token);
          break;
        case 4:
          g_string_erase (text, at, MIN (rest, wanted));
          break;
        default:
          piece = g_strndup (text->str + at, (gsize) MIN (rest, wanted));
          g_string_insert (text, g_test_rand_int_range (0, (gint32) text->len), piece);
          break;
        }
    }
  if (text->len > MAX_SIZE)
    g_string_truncate (text, MAX_SIZE);
}

/* A piece of XML, perhaps changed. One that is no longer well-formed is refused at once, so
 * most changes put in whole elements. */
static char *
change_xml (const char *xml)
{
  static const char * const pieces[] = {
    "<w:p><w:r><w:t>q</w:t></w:r></w:p>", "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", "<w:tr/>",
    "<w:tc/>", "<w:p/>", "<w:vMerge/>", "<w:del/>", "<w:tab/>", "<w:pStyle w:val='A'/>",
    "<w:fldChar w:fldCharType='begin'/>", "<w:fldChar w:fldCharType='end'/>",
    "<w:gridSpan w:val='70'/>", "<w:numId w:val='1'/>", "<w:tr><w:tc><w:p/></w:tc></w:tr>",
    "<text:p>q</text:p>",
    "<text:list><text:list-item><text:p>q</text:p></text:list-item></text:list>",
    "<table:table-row/>", "<table:table-cell/>", "<table:covered-table-cell/>", "<text:s/>",
    "<table:table><table:table-row><table:table-cell/></table:table-row></table:table>",
  };
  GString *text = g_string_new (xml);

  if (g_test_rand_int_range (0, 8) == 0)
    change (text);
  else
    for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
      {
        const char *at = strchr (text->str + g_test_rand_int_range (0, (gint32) text->len), '<');

        if (at != NULL)
          g_string_insert (text, at - text->str,
                           pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      }

  return g_string_free (text, FALSE);
}

static GBytes *
make_docx (void)
{
  g_autofree char *body = change_xml (DOCX_BODY);
  g_autofree char *numbering = change_xml (DOCX_NUMBERING);
  g_autofree char *styles = change_xml (DOCX_STYLES);
  g_autofree char *footnotes = change_xml (DOCX_FOOTNOTES);
  const DdDocxFixture docx = { body, numbering, styles, footnotes };

  return dd_docx_fixture (&docx);
}

static GBytes *
make_odt (void)
{
  g_autofree char *styles = change_xml (ODT_STYLES);
  g_autofree char *body = change_xml (ODT_BODY);

  return dd_odt_fixture (styles, body);
}

/* One archive of a few is changed itself. */
static GBytes *
change_archive (GBytes *archive)
{
  gsize size;
  const char *data = g_bytes_get_data (archive, &size);
  GString *changed;

  if (g_test_rand_int_range (0, 4) > 0)
    return g_bytes_ref (archive);
  changed = g_string_new_len (data, (gssize) size);
  change (changed);

  return g_string_free_to_bytes (changed);
}

static void
test_fuzz (void)
{
  const char *wanted = g_getenv ("DD_FUZZ_SECONDS");
  const double seconds = wanted != NULL ? atof (wanted) : DEFAULT_SECONDS;
  g_autoptr (GTimer) timer = g_timer_new ();
  guint n_read = 0, n_taken = 0;

  while (g_timer_elapsed (timer, NULL) < seconds)
    {
      const gboolean odt = g_test_rand_bit ();
      g_autoptr (GBytes) archive = odt ? make_odt () : make_docx ();
      g_autoptr (GBytes) bytes = change_archive (archive);
      g_autoptr (GError) error = NULL;
      DdOldEncoding converted;
      g_autofree char *text = (odt ? dd_odt_reader_read : dd_docx_reader_read)
        (bytes, "x", NULL, &converted, &error);

      n_read++;
      g_assert_true ((text == NULL) == (error != NULL));
      if (text == NULL)
        {
          g_assert_true (error->domain == DD_EXCHANGE_ERROR);
          continue;
        }
      n_taken++;
      g_assert_true (dd_text_check (text, strlen (text), DD_TEXT_READER_MAX_SIZE, NULL));
    }

  /* Some have to pass, or nothing but the archive was tried. */
  g_test_message ("%u documents read, %u taken", n_read, n_taken);
  g_assert_cmpuint (n_taken, >, 0);
  g_assert_cmpuint (n_taken, <, n_read);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/office/fuzz", test_fuzz);

  return g_test_run ();
}
