/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Office Open XML (ECMA-376, transitional). Word refuses a file whose elements do not
 * stand in the order of the schema, which LibreOffice forgives: within w:pPr, w:rPr, w:tblPr,
 * w:tcPr, w:sectPr and w:style the order below is the schema's. */
#define G_LOG_DOMAIN "dd-docx-writer"

#include "dd-docx-writer.h"

#include "dd-docx-style-sheet.h"
#include "dd-office-layout.h"
#include "dd-office-package.h"

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
write_properties (DdOfficePackage        *package,
                  const DdOfficeDocument *document)
{
  g_autofree char *title = dd_office_document_get_title (document);
  xmlTextWriterPtr xml = dd_office_package_begin (package, "docProps/core.xml");

  dd_markup_start (xml, "cp:coreProperties");
  dd_markup_set (xml, "xmlns:cp", NS_CORE);
  dd_markup_set (xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  dd_markup_element (xml, "dc:title", title);
  dd_markup_element (xml, "dc:creator", document->agency != NULL ? document->agency : "");
  dd_markup_element (xml, "dc:language", "vi-VN");
  dd_office_package_end (package);

  xml = dd_office_package_begin (package, "docProps/app.xml");
  dd_markup_start (xml, "Properties");
  dd_markup_set (xml, "xmlns", NS_APP);
  dd_markup_element (xml, "Application", "Đôn Đốc");
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
write_paragraph (gpointer      xml,
                 DdOfficePart  part,
                 const char   *text)
{
  begin_paragraph (xml, part);
  if (part == DD_OFFICE_PART_ANNEX_TITLE)
    dd_markup_empty (xml, "w:pageBreakBefore", NULL, NULL);
  dd_markup_end (xml);
  if (*text != '\0')
    write_run (xml, text);
  dd_markup_end (xml);
}

/* A line of its own: it is as long as the room that its indents leave. */
static void
write_rule (gpointer            xml,
            const DdOfficeRule *rule)
{
  const guint indent = (rule->room - rule->width) / 2;

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
  dd_markup_set_number (xml, "w:after", rule->after);
  dd_markup_end (xml);
  dd_markup_start (xml, "w:ind");
  dd_markup_set_number (xml, "w:left", indent);
  dd_markup_set_number (xml, "w:right", indent);
  dd_markup_end (xml);
  dd_markup_end (xml);
  dd_markup_end (xml);
}

static void
begin_table (gpointer             xml,
             const DdOfficeTable *table)
{
  dd_markup_start (xml, "w:tbl");
  dd_markup_start (xml, "w:tblPr");
  dd_markup_empty (xml, "w:tblStyle", "w:val",
                   table->place == DD_OFFICE_TABLE_ANNEX ? DD_DOCX_TABLE_LINED
                                                         : DD_DOCX_TABLE_PLAIN);
  write_width (xml, "w:tblW", DD_OFFICE_TEXT_WIDTH);
  dd_markup_empty (xml, "w:tblLayout", "w:type", "fixed");
  dd_markup_end (xml);
  dd_markup_start (xml, "w:tblGrid");
  for (guint i = 0; i < table->n_columns; i++)
    {
      dd_markup_start (xml, "w:gridCol");
      dd_markup_set_number (xml, "w:w", table->widths[i]);
      dd_markup_end (xml);
    }
  dd_markup_end (xml);
}

static void
end_table (gpointer xml)
{
  dd_markup_end (xml);
}

/* It does not stand on two pages. */
static void
begin_row (gpointer xml,
           gboolean is_heading)
{
  dd_markup_start (xml, "w:tr");
  dd_markup_start (xml, "w:trPr");
  dd_markup_empty (xml, "w:cantSplit", NULL, NULL);
  if (is_heading)
    dd_markup_empty (xml, "w:tblHeader", NULL, NULL);
  dd_markup_end (xml);
}

static void
end_row (gpointer xml,
         gboolean is_heading)
{
  dd_markup_end (xml);
}

static void
begin_cell (gpointer             xml,
            const DdOfficeTable *table,
            guint                column)
{
  dd_markup_start (xml, "w:tc");
  dd_markup_start (xml, "w:tcPr");
  write_width (xml, "w:tcW", table->widths[column]);
  dd_markup_end (xml);
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
  dd_office_layout_write (document, &text_medium, xml);
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
