/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Within w:style, w:pPr, w:rPr and w:tblPr the order is the schema's; see dd-docx-writer.c. */
#define G_LOG_DOMAIN "dd-docx-style-sheet"

#include "dd-docx-style-sheet.h"

#include "dd-office-style.h"

static void
write_fonts (xmlTextWriterPtr xml)
{
  dd_markup_start (xml, "w:rFonts");
  dd_markup_set (xml, "w:ascii", DD_OFFICE_FONT);
  dd_markup_set (xml, "w:hAnsi", DD_OFFICE_FONT);
  dd_markup_set (xml, "w:eastAsia", DD_OFFICE_FONT);
  dd_markup_set (xml, "w:cs", DD_OFFICE_FONT);
  dd_markup_end (xml);
}

static void
write_size (xmlTextWriterPtr xml,
            guint            points)
{
  dd_markup_start (xml, "w:sz");
  dd_markup_set_number (xml, "w:val", points * 2);
  dd_markup_end (xml);
  dd_markup_start (xml, "w:szCs");
  dd_markup_set_number (xml, "w:val", points * 2);
  dd_markup_end (xml);
}

static void
write_defaults (xmlTextWriterPtr xml)
{
  dd_markup_start (xml, "w:docDefaults");
  dd_markup_start (xml, "w:rPrDefault");
  dd_markup_start (xml, "w:rPr");
  write_fonts (xml);
  write_size (xml, dd_office_styles[DD_OFFICE_PART_TEXT].size);
  dd_markup_start (xml, "w:lang");
  dd_markup_set (xml, "w:val", "vi-VN");
  dd_markup_set (xml, "w:eastAsia", "vi-VN");
  dd_markup_set (xml, "w:bidi", "ar-SA");
  dd_markup_end (xml);
  dd_markup_end (xml);
  dd_markup_end (xml);
  dd_markup_empty (xml, "w:pPrDefault", NULL, NULL);
  dd_markup_end (xml);
}

static void
begin_style (xmlTextWriterPtr  xml,
             const char       *type,
             const char       *id,
             const char       *name,
             gboolean          is_default)
{
  dd_markup_start (xml, "w:style");
  dd_markup_set (xml, "w:type", type);
  if (is_default)
    dd_markup_set (xml, "w:default", "1");
  else
    dd_markup_set (xml, "w:customStyle", "1");
  dd_markup_set (xml, "w:styleId", id);
  dd_markup_empty (xml, "w:name", "w:val", name);
}

static void
write_paragraph_style (xmlTextWriterPtr     xml,
                       const DdOfficeStyle *style)
{
  static const char * const aligns[] = { "left", "center", "both" };

  begin_style (xml, "paragraph", style->id, style->name, FALSE);
  dd_markup_empty (xml, "w:basedOn", "w:val", "Normal");
  dd_markup_empty (xml, "w:qFormat", NULL, NULL);
  dd_markup_start (xml, "w:pPr");
  if (style->keeps_next)
    dd_markup_empty (xml, "w:keepNext", NULL, NULL);
  dd_markup_start (xml, "w:spacing");
  dd_markup_set_number (xml, "w:before", style->before);
  dd_markup_set_number (xml, "w:after", style->after);
  dd_markup_set_number (xml, "w:line", style->line * 240 / 100);
  dd_markup_set (xml, "w:lineRule", "auto");
  dd_markup_end (xml);
  if (style->indent > 0)
    {
      dd_markup_start (xml, "w:ind");
      dd_markup_set_number (xml, "w:firstLine", style->indent);
      dd_markup_end (xml);
    }
  dd_markup_empty (xml, "w:jc", "w:val", aligns[style->align]);
  dd_markup_end (xml);
  dd_markup_start (xml, "w:rPr");
  if (style->bold)
    {
      dd_markup_empty (xml, "w:b", NULL, NULL);
      dd_markup_empty (xml, "w:bCs", NULL, NULL);
    }
  if (style->italic)
    {
      dd_markup_empty (xml, "w:i", NULL, NULL);
      dd_markup_empty (xml, "w:iCs", NULL, NULL);
    }
  write_size (xml, style->size);
  dd_markup_end (xml);
  dd_markup_end (xml);
}

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
write_table_style (xmlTextWriterPtr  xml,
                   const char       *id,
                   const char       *name,
                   gboolean          is_lined)
{
  static const char * const lines[] = {
    "w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV",
  };
  static const char * const sides[] = { "w:top", "w:left", "w:bottom", "w:right" };

  begin_style (xml, "table", id, name, FALSE);
  dd_markup_empty (xml, "w:basedOn", "w:val", "TableNormal");
  dd_markup_start (xml, "w:tblPr");
  if (is_lined)
    {
      dd_markup_start (xml, "w:tblBorders");
      for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
        {
          dd_markup_start (xml, lines[i]);
          dd_markup_set (xml, "w:val", "single");
          dd_markup_set (xml, "w:sz", "4");
          dd_markup_set (xml, "w:space", "0");
          dd_markup_set (xml, "w:color", "auto");
          dd_markup_end (xml);
        }
      dd_markup_end (xml);
    }
  dd_markup_start (xml, "w:tblCellMar");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    write_width (xml, sides[i], is_lined && i % 2 == 1 ? 60 : 0);
  dd_markup_end (xml);
  dd_markup_end (xml);
  dd_markup_end (xml);
}

/**
 * dd_docx_style_sheet_write:
 *
 * Adds the part with the styles: one for each part of an official document.
 */
void
dd_docx_style_sheet_write (DdOfficePackage *package)
{
  xmlTextWriterPtr xml = dd_office_package_begin (package, "word/styles.xml");

  dd_markup_start (xml, "w:styles");
  dd_markup_set (xml, "xmlns:w", DD_DOCX_NAMESPACE);
  write_defaults (xml);
  begin_style (xml, "paragraph", "Normal", "Normal", TRUE);
  dd_markup_empty (xml, "w:qFormat", NULL, NULL);
  dd_markup_end (xml);
  begin_style (xml, "table", "TableNormal", "Normal Table", TRUE);
  dd_markup_end (xml);
  for (guint i = 0; i < DD_N_OFFICE_PARTS; i++)
    write_paragraph_style (xml, &dd_office_styles[i]);
  write_table_style (xml, DD_DOCX_TABLE_PLAIN, "Bảng không kẻ", FALSE);
  write_table_style (xml, DD_DOCX_TABLE_LINED, "Bảng có kẻ", TRUE);
  dd_office_package_end (package);
}
