/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument 1.3. */
#define G_LOG_DOMAIN "dd-odt-writer"

#include "dd-odt-writer.h"

#include "dd-odt-style-sheet.h"
#include "dd-office-layout.h"

#include <string.h>

#define MIME_TYPE "application/vnd.oasis.opendocument.text"

/* --- the parts around the text -------------------------------------------- */

static void
write_manifest (DdOfficePackage *package)
{
  static const char * const members[][2] = {
    { "/", MIME_TYPE },
    { "content.xml", "text/xml" },
    { "styles.xml", "text/xml" },
    { "meta.xml", "text/xml" },
  };
  xmlTextWriterPtr xml = dd_office_package_begin (package, "META-INF/manifest.xml");

  dd_markup_start (xml, "manifest:manifest");
  dd_markup_set (xml, "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
  dd_markup_set (xml, "manifest:version", "1.3");
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      dd_markup_start (xml, "manifest:file-entry");
      dd_markup_set (xml, "manifest:full-path", members[i][0]);
      if (i == 0)
        dd_markup_set (xml, "manifest:version", "1.3");
      dd_markup_set (xml, "manifest:media-type", members[i][1]);
      dd_markup_end (xml);
    }
  dd_office_package_end (package);
}

static void
write_meta (DdOfficePackage        *package,
            const DdOfficeDocument *document)
{
  g_autofree char *title = dd_office_document_get_title (document);
  xmlTextWriterPtr xml = dd_office_package_begin (package, "meta.xml");

  dd_odt_begin_root (xml, "office:document-meta");
  dd_markup_start (xml, "office:meta");
  dd_markup_element (xml, "meta:generator", "Đôn Đốc");
  dd_markup_element (xml, "dc:title", title);
  dd_markup_element (xml, "dc:creator", document->agency != NULL ? document->agency : "");
  dd_markup_element (xml, "dc:language", "vi-VN");
  dd_office_package_end (package);
}

/* --- styles that the text has for itself ---------------------------------- */

#define STYLE_PLAIN_CELL "OKhongKe"
#define STYLE_LINED_CELL "OCoKe"
#define STYLE_ROW "Dong"
#define STYLE_NEW_PAGE "PhuLucTrangMoi"

/* Rules are as long as what they stand under: each has a style of its own. */
static const char * const rule_styles[DD_N_OFFICE_RULES] = {
  [DD_OFFICE_RULE_AGENCY] = "KeCoQuan",
  [DD_OFFICE_RULE_MOTTO] = "KeTieuNgu",
  [DD_OFFICE_RULE_SUBJECT] = "KeTrichYeu",
};

/* A table and its style have the same name; the styles of its columns begin with it. */
static char *
make_table_name (const DdOfficeTable *table)
{
  switch (table->place)
    {
    case DD_OFFICE_TABLE_LETTERHEAD:
      return g_strdup ("DauVanBan");
    case DD_OFFICE_TABLE_SIGNATURE:
      return g_strdup ("ChuKy");
    case DD_OFFICE_TABLE_ANNEX:
    default:
      return g_strdup_printf ("PhuLuc%u", table->annex);
    }
}

static char *
make_column_name (const char *table,
                  guint       column)
{
  return g_strdup_printf ("%s.%u", table, column + 1);
}

static void
write_rule_style (gpointer            xml,
                  const DdOfficeRule *rule)
{
  const guint margin = (rule->room - rule->width) / 2;

  dd_odt_begin_style (xml, rule_styles[rule->place], "paragraph");
  dd_markup_set (xml, "style:parent-style-name", dd_office_styles[DD_OFFICE_PART_RULE].id);
  dd_markup_start (xml, "style:paragraph-properties");
  dd_odt_set_length (xml, "fo:margin-left", margin);
  dd_odt_set_length (xml, "fo:margin-right", margin);
  /* Who says some of the margins says all of them. */
  dd_odt_set_length (xml, "fo:margin-top", dd_office_styles[DD_OFFICE_PART_RULE].before);
  dd_odt_set_length (xml, "fo:margin-bottom", rule->after);
  dd_markup_set (xml, "fo:border-top", "0.75pt solid #000000");
  dd_markup_set (xml, "fo:border-bottom", "none");
  dd_markup_set (xml, "fo:border-left", "none");
  dd_markup_set (xml, "fo:border-right", "none");
  dd_markup_set (xml, "fo:padding", "0pt");
  dd_markup_end (xml);
  dd_markup_end (xml);
}

static void
write_table_style (gpointer             xml,
                   const DdOfficeTable *table)
{
  g_autofree char *name = make_table_name (table);

  dd_odt_begin_style (xml, name, "table");
  /* What a document begins with says on which page it does. */
  if (table->place == DD_OFFICE_TABLE_LETTERHEAD)
    dd_markup_set (xml, "style:master-page-name", DD_ODT_FIRST_PAGE);
  dd_markup_start (xml, "style:table-properties");
  dd_odt_set_length (xml, "style:width", DD_OFFICE_TEXT_WIDTH);
  dd_markup_set (xml, "table:align", "left");
  dd_markup_set (xml, "table:border-model", "collapsing");
  dd_markup_end (xml);
  dd_markup_end (xml);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *column = make_column_name (name, i);

      dd_odt_begin_style (xml, column, "table-column");
      dd_markup_start (xml, "style:table-column-properties");
      dd_odt_set_length (xml, "style:column-width", table->widths[i]);
      dd_markup_end (xml);
      dd_markup_end (xml);
    }
}

static void
write_cell_style (xmlTextWriterPtr  xml,
                  const char       *name,
                  const char       *border,
                  const char       *padding)
{
  dd_odt_begin_style (xml, name, "table-cell");
  dd_markup_start (xml, "style:table-cell-properties");
  dd_markup_set (xml, "fo:padding-top", "0pt");
  dd_markup_set (xml, "fo:padding-bottom", "0pt");
  dd_markup_set (xml, "fo:padding-left", padding);
  dd_markup_set (xml, "fo:padding-right", padding);
  dd_markup_set (xml, "fo:border", border);
  dd_markup_end (xml);
  dd_markup_end (xml);
}

/* A row does not stand on two pages. */
static void
write_row_style (xmlTextWriterPtr xml)
{
  dd_odt_begin_style (xml, STYLE_ROW, "table-row");
  dd_markup_start (xml, "style:table-row-properties");
  dd_markup_set (xml, "fo:keep-together", "always");
  dd_markup_end (xml);
  dd_markup_end (xml);
}

static void
write_new_page_style (xmlTextWriterPtr xml)
{
  dd_odt_begin_style (xml, STYLE_NEW_PAGE, "paragraph");
  dd_markup_set (xml, "style:parent-style-name",
                 dd_office_styles[DD_OFFICE_PART_ANNEX_TITLE].id);
  dd_markup_start (xml, "style:paragraph-properties");
  dd_markup_set (xml, "fo:break-before", "page");
  dd_markup_end (xml);
  dd_markup_end (xml);
}

static void
write_own_styles (xmlTextWriterPtr        xml,
                  const DdOfficeDocument *document)
{
  /* Rules and tables each have a style, and the styles stand before the text. */
  static const DdOfficeMedium style_medium = {
    .add_rule = write_rule_style, .begin_table = write_table_style,
  };

  dd_markup_start (xml, "office:automatic-styles");
  dd_office_layout_write (document, &style_medium, xml);
  write_cell_style (xml, STYLE_PLAIN_CELL, "none", "0pt");
  write_cell_style (xml, STYLE_LINED_CELL, "0.5pt solid #000000", "3pt");
  write_row_style (xml);
  write_new_page_style (xml);
  dd_markup_end (xml);
}

/* --- the text ------------------------------------------------------------- */

/* Of several spaces a reader keeps one, but for those that are counted. */
static void
write_spaced (xmlTextWriterPtr  xml,
              const char       *text)
{
  while (*text != '\0')
    {
      const char *two = strstr (text, "  ");
      g_autofree char *piece = two != NULL ? g_strndup (text, (gsize) (two + 1 - text))
                                           : g_strdup (text);
      gsize n_spaces;

      dd_markup_text (xml, piece);
      if (two == NULL)
        return;
      n_spaces = strspn (two + 1, " ");
      dd_markup_start (xml, "text:s");
      dd_markup_set_number (xml, "text:c", (guint) n_spaces);
      dd_markup_end (xml);
      text = two + 1 + n_spaces;
    }
}

static void
write_styled (xmlTextWriterPtr  xml,
              const char       *style,
              const char       *text)
{
  dd_markup_start (xml, "text:p");
  dd_markup_set (xml, "text:style-name", style);
  write_spaced (xml, text);
  dd_markup_end (xml);
}

static void
write_paragraph (gpointer      xml,
                 DdOfficePart  part,
                 const char   *text)
{
  write_styled (xml, part == DD_OFFICE_PART_ANNEX_TITLE ? STYLE_NEW_PAGE
                                                        : dd_office_styles[part].id, text);
}

static void
write_rule (gpointer            xml,
            const DdOfficeRule *rule)
{
  write_styled (xml, rule_styles[rule->place], "");
}

static void
begin_table (gpointer             xml,
             const DdOfficeTable *table)
{
  g_autofree char *name = make_table_name (table);

  dd_markup_start (xml, "table:table");
  dd_markup_set (xml, "table:name", name);
  dd_markup_set (xml, "table:style-name", name);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *column = make_column_name (name, i);

      dd_markup_empty (xml, "table:table-column", "table:style-name", column);
    }
}

static void
end_table (gpointer xml)
{
  dd_markup_end (xml);
}

static void
begin_row (gpointer xml,
           gboolean is_heading)
{
  if (is_heading)
    dd_markup_start (xml, "table:table-header-rows");
  dd_markup_start (xml, "table:table-row");
  dd_markup_set (xml, "table:style-name", STYLE_ROW);
}

static void
end_row (gpointer xml,
         gboolean is_heading)
{
  dd_markup_end (xml);
  if (is_heading)
    dd_markup_end (xml);
}

static void
begin_cell (gpointer             xml,
            const DdOfficeTable *table,
            guint                column)
{
  dd_markup_start (xml, "table:table-cell");
  dd_markup_set (xml, "table:style-name",
                 table->place == DD_OFFICE_TABLE_ANNEX ? STYLE_LINED_CELL : STYLE_PLAIN_CELL);
  dd_markup_set (xml, "office:value-type", "string");
}

static void
end_cell (gpointer xml)
{
  dd_markup_end (xml);
}

static const DdOfficeMedium text_medium = {
  write_paragraph, write_rule, begin_table, end_table, begin_row, end_row, begin_cell, end_cell,
};

static void
write_content (DdOfficePackage        *package,
               const DdOfficeDocument *document)
{
  xmlTextWriterPtr xml = dd_office_package_begin (package, "content.xml");

  dd_odt_begin_root (xml, "office:document-content");
  dd_odt_write_font (xml);
  write_own_styles (xml, document);
  dd_markup_start (xml, "office:body");
  dd_markup_start (xml, "office:text");
  dd_office_layout_write (document, &text_medium, xml);
  dd_office_package_end (package);
}

/**
 * dd_odt_writer_write:
 *
 * Returns: (transfer full): the document as an OpenDocument text; of the same document
 *   always the same bytes
 */
GBytes *
dd_odt_writer_write (const DdOfficeDocument *document)
{
  DdOfficePackage *package = dd_office_package_new ();

  dd_office_package_add_stored (package, "mimetype", MIME_TYPE);
  write_content (package, document);
  dd_odt_style_sheet_write (package);
  write_meta (package, document);
  write_manifest (package);

  return dd_office_package_finish (package);
}
