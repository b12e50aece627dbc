/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Office Open XML (ECMA-376, transitional). Word refuses a file whose elements do not
 * stand in the order of the schema, which LibreOffice forgives: within w:pPr, w:rPr, w:tblPr,
 * w:tcPr, w:sectPr and w:style the order below is the schema's. */
#define G_LOG_DOMAIN "dd-docx-writer"

#include "dd-docx-writer.h"

#include "dd-docx-style-sheet.h"
#include "dd-office-package.h"
#include "dd-office-style.h"

#define NS_RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define NS_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define NS_TYPES "http://schemas.openxmlformats.org/package/2006/content-types"
#define NS_CORE "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
#define NS_APP "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
#define TYPE_WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."

/* --- the parts around the text -------------------------------------------- */

static void
write_types (DdOfficePackage *package)
{
  static const char * const parts[][2] = {
    { "/word/document.xml", TYPE_WORD "document.main+xml" },
    { "/word/styles.xml", TYPE_WORD "styles+xml" },
    { "/word/settings.xml", TYPE_WORD "settings+xml" },
    { "/word/header1.xml", TYPE_WORD "header+xml" },
    { "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml" },
    { "/docProps/app.xml",
      "application/vnd.openxmlformats-officedocument.extended-properties+xml" },
  };
  xmlTextWriterPtr xml = dd_office_package_begin (package, "[Content_Types].xml");

  dd_markup_start (xml, "Types");
  dd_markup_set (xml, "xmlns", NS_TYPES);
  dd_markup_start (xml, "Default");
  dd_markup_set (xml, "Extension", "rels");
  dd_markup_set (xml, "ContentType",
                 "application/vnd.openxmlformats-package.relationships+xml");
  dd_markup_end (xml);
  dd_markup_start (xml, "Default");
  dd_markup_set (xml, "Extension", "xml");
  dd_markup_set (xml, "ContentType", "application/xml");
  dd_markup_end (xml);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      dd_markup_start (xml, "Override");
      dd_markup_set (xml, "PartName", parts[i][0]);
      dd_markup_set (xml, "ContentType", parts[i][1]);
      dd_markup_end (xml);
    }
  dd_office_package_end (package);
}

static void
write_relation (xmlTextWriterPtr  xml,
                const char       *id,
                const char       *type,
                const char       *target)
{
  dd_markup_start (xml, "Relationship");
  dd_markup_set (xml, "Id", id);
  dd_markup_set (xml, "Type", type);
  dd_markup_set (xml, "Target", target);
  dd_markup_end (xml);
}

static void
write_relations (DdOfficePackage *package)
{
  xmlTextWriterPtr xml = dd_office_package_begin (package, "_rels/.rels");

  dd_markup_start (xml, "Relationships");
  dd_markup_set (xml, "xmlns", NS_RELATIONS);
  write_relation (xml, "rId1", NS_OFFICE "/officeDocument", "word/document.xml");
  write_relation (xml, "rId2",
                  "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                  "core-properties", "docProps/core.xml");
  write_relation (xml, "rId3", NS_OFFICE "/extended-properties", "docProps/app.xml");
  dd_office_package_end (package);

  xml = dd_office_package_begin (package, "word/_rels/document.xml.rels");
  dd_markup_start (xml, "Relationships");
  dd_markup_set (xml, "xmlns", NS_RELATIONS);
  write_relation (xml, "rId1", NS_OFFICE "/styles", "styles.xml");
  write_relation (xml, "rId2", NS_OFFICE "/settings", "settings.xml");
  write_relation (xml, "rId3", NS_OFFICE "/header", "header1.xml");
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
write_properties (DdOfficePackage        *package,
                  const DdOfficeDocument *document)
{
  g_autofree char *title = dd_office_document_get_title (document);
  xmlTextWriterPtr xml = dd_office_package_begin (package, "docProps/core.xml");

  dd_markup_start (xml, "cp:coreProperties");
  dd_markup_set (xml, "xmlns:cp", NS_CORE);
  dd_markup_set (xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  write_element (xml, "dc:title", title);
  write_element (xml, "dc:creator", document->agency != NULL ? document->agency : "");
  write_element (xml, "dc:language", "vi-VN");
  dd_office_package_end (package);

  xml = dd_office_package_begin (package, "docProps/app.xml");
  dd_markup_start (xml, "Properties");
  dd_markup_set (xml, "xmlns", NS_APP);
  write_element (xml, "Application", "Đôn Đốc");
  dd_office_package_end (package);
}

static void
write_settings (DdOfficePackage *package)
{
  xmlTextWriterPtr xml = dd_office_package_begin (package, "word/settings.xml");

  dd_markup_start (xml, "w:settings");
  dd_markup_set (xml, "xmlns:w", DD_DOCX_NAMESPACE);
  dd_markup_empty (xml, "w:zoom", "w:percent", "100");
  dd_markup_empty (xml, "w:defaultTabStop", "w:val", "720");
  dd_markup_empty (xml, "w:characterSpacingControl", "w:val", "doNotCompress");
  dd_markup_start (xml, "w:compat");
  dd_markup_start (xml, "w:compatSetting");
  dd_markup_set (xml, "w:name", "compatibilityMode");
  dd_markup_set (xml, "w:uri", "http://schemas.microsoft.com/office/word");
  dd_markup_set (xml, "w:val", "15");
  dd_markup_end (xml);
  dd_markup_end (xml);
  dd_markup_empty (xml, "w:themeFontLang", "w:val", "vi-VN");
  dd_office_package_end (package);
}

/* --- the text ------------------------------------------------------------- */

static void
write_width (xmlTextWriterPtr  xml,
             const char       *element,
             guint             width)
{
  dd_markup_start (xml, element);
  dd_markup_set_number (xml, "w:w", width);
  dd_markup_set (xml, "w:type", "dxa");
  dd_markup_end (xml);
}

static void
begin_paragraph (xmlTextWriterPtr xml,
                 DdOfficePart     part)
{
  dd_markup_start (xml, "w:p");
  dd_markup_start (xml, "w:pPr");
  dd_markup_empty (xml, "w:pStyle", "w:val", dd_office_styles[part].id);
}

static void
write_run (xmlTextWriterPtr  xml,
           const char       *text)
{
  dd_markup_start (xml, "w:r");
  dd_markup_start (xml, "w:t");
  dd_markup_set (xml, "xml:space", "preserve");
  dd_markup_text (xml, text);
  dd_markup_end (xml);
  dd_markup_end (xml);
}

static void
write_paragraph (xmlTextWriterPtr  xml,
                 DdOfficePart      part,
                 const char       *text)
{
  begin_paragraph (xml, part);
  dd_markup_end (xml);
  if (*text != '\0')
    write_run (xml, text);
  dd_markup_end (xml);
}

/* A line of its own: it is as long as the room that its indents leave. */
static void
write_rule (xmlTextWriterPtr xml,
            guint            width,
            guint            room,
            guint            after)
{
  begin_paragraph (xml, DD_OFFICE_PART_RULE);
  dd_markup_start (xml, "w:pBdr");
  dd_markup_start (xml, "w:top");
  dd_markup_set (xml, "w:val", "single");
  dd_markup_set (xml, "w:sz", "6");
  dd_markup_set (xml, "w:space", "0");
  dd_markup_set (xml, "w:color", "auto");
  dd_markup_end (xml);
  dd_markup_end (xml);
  dd_markup_start (xml, "w:spacing");
  dd_markup_set_number (xml, "w:after", after);
  dd_markup_end (xml);
  dd_markup_start (xml, "w:ind");
  dd_markup_set_number (xml, "w:left", (room - width) / 2);
  dd_markup_set_number (xml, "w:right", (room - width) / 2);
  dd_markup_end (xml);
  dd_markup_end (xml);
  dd_markup_end (xml);
}

static void
begin_table (xmlTextWriterPtr  xml,
             const char       *style,
             const guint      *widths,
             guint             n_columns)
{
  dd_markup_start (xml, "w:tbl");
  dd_markup_start (xml, "w:tblPr");
  dd_markup_empty (xml, "w:tblStyle", "w:val", style);
  write_width (xml, "w:tblW", DD_OFFICE_TEXT_WIDTH);
  dd_markup_empty (xml, "w:tblLayout", "w:type", "fixed");
  dd_markup_end (xml);
  dd_markup_start (xml, "w:tblGrid");
  for (guint i = 0; i < n_columns; i++)
    {
      dd_markup_start (xml, "w:gridCol");
      dd_markup_set_number (xml, "w:w", widths[i]);
      dd_markup_end (xml);
    }
  dd_markup_end (xml);
}

static void
begin_cell (xmlTextWriterPtr xml,
            guint            width)
{
  dd_markup_start (xml, "w:tc");
  dd_markup_start (xml, "w:tcPr");
  write_width (xml, "w:tcW", width);
  dd_markup_end (xml);
}

static void
write_letterhead (xmlTextWriterPtr        xml,
                  const DdOfficeDocument *document)
{
  static const guint widths[] = { DD_OFFICE_LETTERHEAD_LEFT, DD_OFFICE_LETTERHEAD_RIGHT };
  g_autofree char *superior = dd_office_document_get_superior (document);
  g_autofree char *agency = dd_office_document_get_agency (document);
  g_autofree char *number = dd_office_document_get_number (document);
  g_autofree char *place_day = dd_office_document_get_place_day (document);

  begin_table (xml, DD_DOCX_TABLE_PLAIN, widths, 2);
  dd_markup_start (xml, "w:tr");
  begin_cell (xml, widths[0]);
  if (*superior != '\0')
    write_paragraph (xml, DD_OFFICE_PART_SUPERIOR, superior);
  write_paragraph (xml, DD_OFFICE_PART_AGENCY, agency);
  write_rule (xml, dd_office_rule_width (agency, DD_OFFICE_PART_AGENCY, widths[0]), widths[0], 0);
  dd_markup_end (xml);
  begin_cell (xml, widths[1]);
  write_paragraph (xml, DD_OFFICE_PART_NATION, DD_OFFICE_NATION);
  write_paragraph (xml, DD_OFFICE_PART_MOTTO, DD_OFFICE_MOTTO);
  write_rule (xml, DD_OFFICE_MOTTO_WIDTH, widths[1], 0);
  dd_markup_end (xml);
  dd_markup_end (xml);

  dd_markup_start (xml, "w:tr");
  begin_cell (xml, widths[0]);
  write_paragraph (xml, DD_OFFICE_PART_NUMBER, number);
  if (document->type == NULL && document->subject != NULL)
    {
      g_autofree char *subject = g_strconcat ("V/v ", document->subject, NULL);

      write_paragraph (xml, DD_OFFICE_PART_LETTER_SUBJECT, subject);
    }
  dd_markup_end (xml);
  begin_cell (xml, widths[1]);
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
  const char *subject = document->subject != NULL ? document->subject : "";

  if (type != NULL)
    {
      write_paragraph (xml, DD_OFFICE_PART_TYPE, type);
      write_paragraph (xml, DD_OFFICE_PART_SUBJECT, subject);
      write_rule (xml, dd_office_rule_width (subject, DD_OFFICE_PART_SUBJECT,
                                             DD_OFFICE_TEXT_WIDTH / 2),
                  DD_OFFICE_TEXT_WIDTH, 240);
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
  static const guint widths[] = { DD_OFFICE_SIGNATURE_LEFT, DD_OFFICE_SIGNATURE_RIGHT };
  g_auto (GStrv) signing = dd_office_document_get_signing (document);

  begin_table (xml, DD_DOCX_TABLE_PLAIN, widths, 2);
  dd_markup_start (xml, "w:tr");
  /* It does not stand on two pages. */
  dd_markup_start (xml, "w:trPr");
  dd_markup_empty (xml, "w:cantSplit", NULL, NULL);
  dd_markup_end (xml);
  begin_cell (xml, widths[0]);
  write_paragraph (xml, DD_OFFICE_PART_RECIPIENTS_TITLE,
                   document->recipients->len > 0 ? "Nơi nhận:" : "");
  for (guint i = 0; i < document->recipients->len; i++)
    {
      g_autofree char *line = dd_office_document_get_recipient (document, i);

      write_paragraph (xml, DD_OFFICE_PART_RECIPIENT, line);
    }
  dd_markup_end (xml);
  begin_cell (xml, widths[1]);
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
                 const guint       *widths,
                 char             **cells,
                 gboolean           is_heading)
{
  dd_markup_start (xml, "w:tr");
  dd_markup_start (xml, "w:trPr");
  dd_markup_empty (xml, "w:cantSplit", NULL, NULL);
  if (is_heading)
    dd_markup_empty (xml, "w:tblHeader", NULL, NULL);
  dd_markup_end (xml);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (*cells[i] != '\0' ? cells[i] : " ", "\n", -1);

      begin_cell (xml, widths[i]);
      for (guint j = 0; lines[j] != NULL; j++)
        write_paragraph (xml, is_heading ? DD_OFFICE_PART_CELL_HEADING : DD_OFFICE_PART_CELL,
                         lines[j]);
      dd_markup_end (xml);
    }
  dd_markup_end (xml);
}

static void
write_annex (xmlTextWriterPtr     xml,
             const DdOfficeAnnex *annex)
{
  g_autofree char *title = g_utf8_strup (annex->title, -1);
  g_autofree guint *widths = dd_office_annex_get_widths (annex);

  /* On a page of its own. */
  dd_markup_start (xml, "w:p");
  dd_markup_start (xml, "w:pPr");
  dd_markup_empty (xml, "w:pStyle", "w:val", dd_office_styles[DD_OFFICE_PART_ANNEX_TITLE].id);
  dd_markup_empty (xml, "w:pageBreakBefore", NULL, NULL);
  dd_markup_end (xml);
  write_run (xml, title);
  dd_markup_end (xml);
  if (annex->subtitle != NULL)
    write_paragraph (xml, DD_OFFICE_PART_ANNEX_SUBTITLE, annex->subtitle);
  begin_table (xml, DD_DOCX_TABLE_LINED, widths, g_strv_length (annex->headings));
  write_annex_row (xml, widths, annex->headings, TRUE);
  for (guint i = 0; i < annex->rows->len; i++)
    write_annex_row (xml, widths, annex->rows->pdata[i], FALSE);
  dd_markup_end (xml);
}

static void
write_page (xmlTextWriterPtr xml)
{
  dd_markup_start (xml, "w:sectPr");
  dd_markup_start (xml, "w:headerReference");
  dd_markup_set (xml, "w:type", "default");
  dd_markup_set (xml, "r:id", "rId3");
  dd_markup_end (xml);
  dd_markup_start (xml, "w:pgSz");
  dd_markup_set_number (xml, "w:w", DD_OFFICE_PAGE_WIDTH);
  dd_markup_set_number (xml, "w:h", DD_OFFICE_PAGE_HEIGHT);
  dd_markup_end (xml);
  dd_markup_start (xml, "w:pgMar");
  dd_markup_set_number (xml, "w:top", DD_OFFICE_MARGIN_TOP);
  dd_markup_set_number (xml, "w:right", DD_OFFICE_MARGIN_RIGHT);
  dd_markup_set_number (xml, "w:bottom", DD_OFFICE_MARGIN_BOTTOM);
  dd_markup_set_number (xml, "w:left", DD_OFFICE_MARGIN_LEFT);
  dd_markup_set_number (xml, "w:header", DD_OFFICE_HEADER_HEIGHT);
  dd_markup_set_number (xml, "w:footer", DD_OFFICE_HEADER_HEIGHT);
  dd_markup_set_number (xml, "w:gutter", 0);
  dd_markup_end (xml);
  /* The first page has no number: it has a header of its own, and there is none. */
  dd_markup_empty (xml, "w:titlePg", NULL, NULL);
  dd_markup_end (xml);
}

static void
write_document (DdOfficePackage        *package,
                const DdOfficeDocument *document)
{
  xmlTextWriterPtr xml = dd_office_package_begin (package, "word/document.xml");

  dd_markup_start (xml, "w:document");
  dd_markup_set (xml, "xmlns:w", DD_DOCX_NAMESPACE);
  dd_markup_set (xml, "xmlns:r", NS_OFFICE);
  dd_markup_start (xml, "w:body");
  write_letterhead (xml, document);
  write_title (xml, document);
  for (guint i = 0; i < document->paragraphs->len; i++)
    {
      g_autofree char *text = dd_office_document_get_paragraph (document, i);

      write_paragraph (xml, dd_office_part_of_paragraph (document, i), text);
    }
  write_signature (xml, document);
  for (guint i = 0; i < document->annexes->len; i++)
    write_annex (xml, document->annexes->pdata[i]);
  /* Word wants a paragraph behind a table. */
  write_paragraph (xml, DD_OFFICE_PART_GAP, "");
  write_page (xml);
  dd_office_package_end (package);
}

static void
write_header (DdOfficePackage *package)
{
  xmlTextWriterPtr xml = dd_office_package_begin (package, "word/header1.xml");

  dd_markup_start (xml, "w:hdr");
  dd_markup_set (xml, "xmlns:w", DD_DOCX_NAMESPACE);
  begin_paragraph (xml, DD_OFFICE_PART_PAGE_NUMBER);
  dd_markup_end (xml);
  dd_markup_start (xml, "w:fldSimple");
  dd_markup_set (xml, "w:instr", " PAGE ");
  write_run (xml, "2");
  dd_markup_end (xml);
  dd_markup_end (xml);
  dd_office_package_end (package);
}

/**
 * dd_docx_writer_write:
 *
 * Returns: (transfer full): the document as a file of Word; of the same document always
 *   the same bytes
 */
GBytes *
dd_docx_writer_write (const DdOfficeDocument *document)
{
  DdOfficePackage *package = dd_office_package_new ();

  write_types (package);
  write_relations (package);
  write_document (package, document);
  write_header (package);
  dd_docx_style_sheet_write (package);
  write_settings (package);
  write_properties (package, document);

  return dd_office_package_finish (package);
}
