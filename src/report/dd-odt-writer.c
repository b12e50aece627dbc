/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument 1.3. */
#define G_LOG_DOMAIN "dd-odt-writer"

#include "dd-odt-writer.h"

#include "dd-odt-style-sheet.h"
#include "dd-office-style.h"

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
write_element (xmlTextWriterPtr  xml,
               const char       *element,
               const char       *text)
{
  dd_markup_start (xml, element);
  dd_markup_text (xml, text);
  dd_markup_end (xml);
}

static void
write_meta (DdOfficePackage        *package,
            const DdOfficeDocument *document)
{
  g_autofree char *title = dd_office_document_get_title (document);
  xmlTextWriterPtr xml = dd_office_package_begin (package, "meta.xml");

  dd_odt_begin_root (xml, "office:document-meta");
  dd_markup_start (xml, "office:meta");
  write_element (xml, "meta:generator", "Đôn Đốc");
  write_element (xml, "dc:title", title);
  write_element (xml, "dc:creator", document->agency != NULL ? document->agency : "");
  write_element (xml, "dc:language", "vi-VN");
  dd_office_package_end (package);
}

/* --- what the text needs beside its styles -------------------------------- */

/* Rules are as long as what they stand under: each has a style of its own. */
static void
write_rule_style (xmlTextWriterPtr  xml,
                  const char       *name,
                  guint             width,
                  guint             room,
                  guint             after)
{
  dd_odt_begin_style (xml, name, "paragraph");
  dd_markup_set (xml, "style:parent-style-name", dd_office_styles[DD_OFFICE_PART_RULE].id);
  dd_markup_start (xml, "style:paragraph-properties");
  dd_odt_set_length (xml, "fo:margin-left", (room - width) / 2);
  dd_odt_set_length (xml, "fo:margin-right", (room - width) / 2);
  /* Who says some of the margins says all of them. */
  dd_odt_set_length (xml, "fo:margin-top", dd_office_styles[DD_OFFICE_PART_RULE].before);
  dd_odt_set_length (xml, "fo:margin-bottom", after);
  dd_markup_set (xml, "fo:border-top", "0.75pt solid #000000");
  dd_markup_set (xml, "fo:border-bottom", "none");
  dd_markup_set (xml, "fo:border-left", "none");
  dd_markup_set (xml, "fo:border-right", "none");
  dd_markup_set (xml, "fo:padding", "0pt");
  dd_markup_end (xml);
  dd_markup_end (xml);
}

static void
write_table_style (xmlTextWriterPtr  xml,
                   const char       *name,
                   const guint      *widths,
                   guint             n_columns,
                   const char       *master)
{
  dd_odt_begin_style (xml, name, "table");
  if (master != NULL)
    dd_markup_set (xml, "style:master-page-name", master);
  dd_markup_start (xml, "style:table-properties");
  dd_odt_set_length (xml, "style:width", DD_OFFICE_TEXT_WIDTH);
  dd_markup_set (xml, "table:align", "left");
  dd_markup_set (xml, "table:border-model", "collapsing");
  dd_markup_end (xml);
  dd_markup_end (xml);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *column = g_strdup_printf ("%s.%u", name, i + 1);

      dd_odt_begin_style (xml, column, "table-column");
      dd_markup_start (xml, "style:table-column-properties");
      dd_odt_set_length (xml, "style:column-width", widths[i]);
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

static void
write_row_style (xmlTextWriterPtr xml)
{
  dd_odt_begin_style (xml, "Dong", "table-row");
  dd_markup_start (xml, "style:table-row-properties");
  dd_markup_set (xml, "fo:keep-together", "always");
  dd_markup_end (xml);
  dd_markup_end (xml);
}

static const guint letterhead_widths[] = { DD_OFFICE_LETTERHEAD_LEFT, DD_OFFICE_LETTERHEAD_RIGHT };
static const guint signature_widths[] = { DD_OFFICE_SIGNATURE_LEFT, DD_OFFICE_SIGNATURE_RIGHT };

static void
write_own_styles (xmlTextWriterPtr        xml,
                  const DdOfficeDocument *document)
{
  g_autofree char *agency = dd_office_document_get_agency (document);
  const char *subject = document->subject != NULL ? document->subject : "";

  dd_markup_start (xml, "office:automatic-styles");
  write_rule_style (xml, "KeCoQuan",
                    dd_office_rule_width (agency, DD_OFFICE_PART_AGENCY, letterhead_widths[0]),
                    letterhead_widths[0], 0);
  write_rule_style (xml, "KeTieuNgu", DD_OFFICE_MOTTO_WIDTH, letterhead_widths[1], 0);
  write_rule_style (xml, "KeTrichYeu",
                    dd_office_rule_width (subject, DD_OFFICE_PART_SUBJECT,
                                          DD_OFFICE_TEXT_WIDTH / 2),
                    DD_OFFICE_TEXT_WIDTH, 240);
  write_table_style (xml, "DauVanBan", letterhead_widths, 2, DD_ODT_FIRST_PAGE);
  write_table_style (xml, "ChuKy", signature_widths, 2, NULL);
  for (guint i = 0; i < document->annexes->len; i++)
    {
      const DdOfficeAnnex *annex = document->annexes->pdata[i];
      g_autofree guint *widths = dd_office_annex_get_widths (annex);
      g_autofree char *name = g_strdup_printf ("PhuLuc%u", i + 1);

      write_table_style (xml, name, widths, g_strv_length (annex->headings), NULL);
    }
  write_cell_style (xml, "OKhongKe", "none", "0pt");
  write_cell_style (xml, "OCoKe", "0.5pt solid #000000", "3pt");
  write_row_style (xml);
  dd_odt_begin_style (xml, "PhuLucTrangMoi", "paragraph");
  dd_markup_set (xml, "style:parent-style-name",
                 dd_office_styles[DD_OFFICE_PART_ANNEX_TITLE].id);
  dd_markup_start (xml, "style:paragraph-properties");
  dd_markup_set (xml, "fo:break-before", "page");
  dd_markup_end (xml);
  dd_markup_end (xml);
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
write_paragraph (xmlTextWriterPtr  xml,
                 DdOfficePart      part,
                 const char       *text)
{
  write_styled (xml, dd_office_styles[part].id, text);
}

static void
begin_table (xmlTextWriterPtr  xml,
             const char       *name,
             guint             n_columns)
{
  dd_markup_start (xml, "table:table");
  dd_markup_set (xml, "table:name", name);
  dd_markup_set (xml, "table:style-name", name);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *column = g_strdup_printf ("%s.%u", name, i + 1);

      dd_markup_empty (xml, "table:table-column", "table:style-name", column);
    }
}

static void
begin_row (xmlTextWriterPtr xml)
{
  dd_markup_start (xml, "table:table-row");
  dd_markup_set (xml, "table:style-name", "Dong");
}

static void
begin_cell (xmlTextWriterPtr  xml,
            const char       *style)
{
  dd_markup_start (xml, "table:table-cell");
  dd_markup_set (xml, "table:style-name", style);
  dd_markup_set (xml, "office:value-type", "string");
}

static void
write_letterhead (xmlTextWriterPtr        xml,
                  const DdOfficeDocument *document)
{
  g_autofree char *superior = dd_office_document_get_superior (document);
  g_autofree char *agency = dd_office_document_get_agency (document);
  g_autofree char *number = dd_office_document_get_number (document);
  g_autofree char *place_day = dd_office_document_get_place_day (document);

  begin_table (xml, "DauVanBan", 2);
  begin_row (xml);
  begin_cell (xml, "OKhongKe");
  if (*superior != '\0')
    write_paragraph (xml, DD_OFFICE_PART_SUPERIOR, superior);
  write_paragraph (xml, DD_OFFICE_PART_AGENCY, agency);
  write_styled (xml, "KeCoQuan", "");
  dd_markup_end (xml);
  begin_cell (xml, "OKhongKe");
  write_paragraph (xml, DD_OFFICE_PART_NATION, DD_OFFICE_NATION);
  write_paragraph (xml, DD_OFFICE_PART_MOTTO, DD_OFFICE_MOTTO);
  write_styled (xml, "KeTieuNgu", "");
  dd_markup_end (xml);
  dd_markup_end (xml);

  begin_row (xml);
  begin_cell (xml, "OKhongKe");
  write_paragraph (xml, DD_OFFICE_PART_NUMBER, number);
  if (document->type == NULL && document->subject != NULL)
    {
      g_autofree char *subject = g_strconcat ("V/v ", document->subject, NULL);

      write_paragraph (xml, DD_OFFICE_PART_LETTER_SUBJECT, subject);
    }
  dd_markup_end (xml);
  begin_cell (xml, "OKhongKe");
  write_paragraph (xml, DD_OFFICE_PART_PLACE_DAY, place_day);
  dd_markup_end (xml);
  dd_markup_end (xml);
  dd_markup_end (xml);
}

static void
write_title (xmlTextWriterPtr        xml,
             const DdOfficeDocument *document)
{
  g_autofree char *type = dd_office_document_get_type (document);

  if (type != NULL)
    {
      write_paragraph (xml, DD_OFFICE_PART_TYPE, type);
      write_paragraph (xml, DD_OFFICE_PART_SUBJECT,
                       document->subject != NULL ? document->subject : "");
      write_styled (xml, "KeTrichYeu", "");
    }
  if (document->addressees->len == 1)
    {
      g_autofree char *name = dd_office_document_get_addressee (document, 0);
      g_autofree char *line = g_strconcat ("Kính gửi: ", name, NULL);

      write_paragraph (xml, DD_OFFICE_PART_ADDRESSEE, line);
      return;
    }
  for (guint i = 0; i < document->addressees->len; i++)
    {
      g_autofree char *line = dd_office_document_get_addressee (document, i);

      if (i == 0)
        write_paragraph (xml, DD_OFFICE_PART_ADDRESSEES_TITLE, "Kính gửi:");
      write_paragraph (xml, DD_OFFICE_PART_ADDRESSEE_LINE, line);
    }
  if (document->addressees->len > 0)
    write_paragraph (xml, DD_OFFICE_PART_GAP, "");
}

static void
write_signature (xmlTextWriterPtr        xml,
                 const DdOfficeDocument *document)
{
  g_auto (GStrv) signing = dd_office_document_get_signing (document);

  begin_table (xml, "ChuKy", 2);
  begin_row (xml);
  begin_cell (xml, "OKhongKe");
  write_paragraph (xml, DD_OFFICE_PART_RECIPIENTS_TITLE,
                   document->recipients->len > 0 ? "Nơi nhận:" : "");
  for (guint i = 0; i < document->recipients->len; i++)
    {
      g_autofree char *line = dd_office_document_get_recipient (document, i);

      write_paragraph (xml, DD_OFFICE_PART_RECIPIENT, line);
    }
  dd_markup_end (xml);
  begin_cell (xml, "OKhongKe");
  for (guint i = 0; signing[i] != NULL; i++)
    write_paragraph (xml, DD_OFFICE_PART_AUTHORITY, signing[i]);
  write_paragraph (xml, DD_OFFICE_PART_SIGNER,
                   document->signer != NULL ? document->signer : "");
  dd_markup_end (xml);
  dd_markup_end (xml);
  dd_markup_end (xml);
}

static void
write_annex_row (xmlTextWriterPtr   xml,
                 char             **cells,
                 DdOfficePart       part)
{
  begin_row (xml);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (*cells[i] != '\0' ? cells[i] : " ", "\n", -1);

      begin_cell (xml, "OCoKe");
      for (guint j = 0; lines[j] != NULL; j++)
        write_paragraph (xml, part, lines[j]);
      dd_markup_end (xml);
    }
  dd_markup_end (xml);
}

static void
write_annex (xmlTextWriterPtr     xml,
             const DdOfficeAnnex *annex,
             guint                number)
{
  g_autofree char *title = g_utf8_strup (annex->title, -1);
  g_autofree char *name = g_strdup_printf ("PhuLuc%u", number);

  write_styled (xml, "PhuLucTrangMoi", title);
  if (annex->subtitle != NULL)
    write_paragraph (xml, DD_OFFICE_PART_ANNEX_SUBTITLE, annex->subtitle);
  begin_table (xml, name, g_strv_length (annex->headings));
  dd_markup_start (xml, "table:table-header-rows");
  write_annex_row (xml, annex->headings, DD_OFFICE_PART_CELL_HEADING);
  dd_markup_end (xml);
  for (guint i = 0; i < annex->rows->len; i++)
    write_annex_row (xml, annex->rows->pdata[i], DD_OFFICE_PART_CELL);
  dd_markup_end (xml);
}

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
  write_letterhead (xml, document);
  write_title (xml, document);
  for (guint i = 0; i < document->paragraphs->len; i++)
    {
      g_autofree char *text = dd_office_document_get_paragraph (document, i);

      write_paragraph (xml, dd_office_part_of_paragraph (document, i), text);
    }
  write_signature (xml, document);
  for (guint i = 0; i < document->annexes->len; i++)
    write_annex (xml, document->annexes->pdata[i], i + 1);
  write_paragraph (xml, DD_OFFICE_PART_GAP, "");
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
