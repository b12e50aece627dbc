/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-odt-style-sheet"

#include "dd-odt-style-sheet.h"

#include "dd-office-style.h"

/* The pages behind the first have a number. */
#define MASTER_OTHER "Standard"

void
dd_odt_begin_root (xmlTextWriterPtr  xml,
            const char       *element)
{
  static const char * const namespaces[][2] = {
    { "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
    { "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
    { "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
    { "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
    { "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
    { "xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
    { "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
    { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
  };

  dd_markup_start (xml, element);
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    dd_markup_set (xml, namespaces[i][0], namespaces[i][1]);
  dd_markup_set (xml, "office:version", "1.3");
}

/**
 * dd_odt_set_length:
 * @twentieths: of a point
 */
void
dd_odt_set_length (xmlTextWriterPtr  xml,
            const char       *attribute,
            guint             twentieths)
{
  g_autofree char *text = g_strdup_printf ("%u.%02upt", twentieths / 20, twentieths % 20 * 5);

  dd_markup_set (xml, attribute, text);
}

static void
set_points (xmlTextWriterPtr  xml,
            const char       *attribute,
            guint             points)
{
  g_autofree char *text = g_strdup_printf ("%upt", points);

  dd_markup_set (xml, attribute, text);
}

void
dd_odt_begin_style (xmlTextWriterPtr  xml,
             const char       *name,
             const char       *family)
{
  dd_markup_start (xml, "style:style");
  dd_markup_set (xml, "style:name", name);
  dd_markup_set (xml, "style:family", family);
}

static void
write_text_properties (xmlTextWriterPtr xml,
                       guint            size,
                       gboolean         bold,
                       gboolean         italic)
{
  dd_markup_start (xml, "style:text-properties");
  dd_markup_set (xml, "style:font-name", DD_OFFICE_FONT);
  set_points (xml, "fo:font-size", size);
  dd_markup_set (xml, "fo:font-weight", bold ? "bold" : "normal");
  dd_markup_set (xml, "fo:font-style", italic ? "italic" : "normal");
  dd_markup_set (xml, "fo:language", "vi");
  dd_markup_set (xml, "fo:country", "VN");
  dd_markup_end (xml);
}

static void
write_paragraph_style (xmlTextWriterPtr     xml,
                       const DdOfficeStyle *style)
{
  static const char * const aligns[] = { "start", "center", "justify" };
  g_autofree char *line = g_strdup_printf ("%u%%", style->line);

  dd_odt_begin_style (xml, style->id, "paragraph");
  dd_markup_set (xml, "style:display-name", style->name);
  dd_markup_set (xml, "style:parent-style-name", "Standard");
  dd_markup_start (xml, "style:paragraph-properties");
  dd_odt_set_length (xml, "fo:margin-top", style->before);
  dd_odt_set_length (xml, "fo:margin-bottom", style->after);
  dd_odt_set_length (xml, "fo:text-indent", style->indent);
  dd_markup_set (xml, "fo:line-height", line);
  dd_markup_set (xml, "fo:text-align", aligns[style->align]);
  if (style->keeps_next)
    dd_markup_set (xml, "fo:keep-with-next", "always");
  dd_markup_end (xml);
  write_text_properties (xml, style->size, style->bold, style->italic);
  dd_markup_end (xml);
}

void
dd_odt_write_font (xmlTextWriterPtr xml)
{
  dd_markup_start (xml, "office:font-face-decls");
  dd_markup_start (xml, "style:font-face");
  dd_markup_set (xml, "style:name", DD_OFFICE_FONT);
  dd_markup_set (xml, "svg:font-family", "'" DD_OFFICE_FONT "'");
  dd_markup_set (xml, "style:font-family-generic", "roman");
  dd_markup_set (xml, "style:font-pitch", "variable");
  dd_markup_end (xml);
  dd_markup_end (xml);
}

/* The margin above holds the header where there is one: the text begins at the same height
 * on every page. */
static void
write_page_layout (xmlTextWriterPtr  xml,
                   const char       *name,
                   gboolean          has_header)
{
  const guint height = DD_OFFICE_MARGIN_TOP - DD_OFFICE_HEADER_HEIGHT;

  dd_markup_start (xml, "style:page-layout");
  dd_markup_set (xml, "style:name", name);
  dd_markup_start (xml, "style:page-layout-properties");
  dd_odt_set_length (xml, "fo:page-width", DD_OFFICE_PAGE_WIDTH);
  dd_odt_set_length (xml, "fo:page-height", DD_OFFICE_PAGE_HEIGHT);
  dd_markup_set (xml, "style:print-orientation", "portrait");
  dd_odt_set_length (xml, "fo:margin-top",
                     has_header ? DD_OFFICE_HEADER_HEIGHT : DD_OFFICE_MARGIN_TOP);
  dd_odt_set_length (xml, "fo:margin-bottom", DD_OFFICE_MARGIN_BOTTOM);
  dd_odt_set_length (xml, "fo:margin-left", DD_OFFICE_MARGIN_LEFT);
  dd_odt_set_length (xml, "fo:margin-right", DD_OFFICE_MARGIN_RIGHT);
  dd_markup_end (xml);
  if (has_header)
    {
      dd_markup_start (xml, "style:header-style");
      dd_markup_start (xml, "style:header-footer-properties");
      dd_odt_set_length (xml, "svg:height", height);
      dd_markup_set (xml, "fo:margin-bottom", "0pt");
      dd_markup_end (xml);
      dd_markup_end (xml);
    }
  dd_markup_end (xml);
}

static void
write_master_pages (xmlTextWriterPtr xml)
{
  dd_markup_start (xml, "office:master-styles");
  dd_markup_start (xml, "style:master-page");
  dd_markup_set (xml, "style:name", MASTER_OTHER);
  dd_markup_set (xml, "style:page-layout-name", "TrangSau");
  dd_markup_start (xml, "style:header");
  dd_markup_start (xml, "text:p");
  dd_markup_set (xml, "text:style-name", dd_office_styles[DD_OFFICE_PART_PAGE_NUMBER].id);
  dd_markup_start (xml, "text:page-number");
  dd_markup_set (xml, "text:select-page", "current");
  dd_markup_text (xml, "2");
  dd_markup_end (xml);
  dd_markup_end (xml);
  dd_markup_end (xml);
  dd_markup_end (xml);
  dd_markup_start (xml, "style:master-page");
  dd_markup_set (xml, "style:name", DD_ODT_FIRST_PAGE);
  dd_markup_set (xml, "style:display-name", "Trang đầu");
  dd_markup_set (xml, "style:page-layout-name", "TrangDau");
  dd_markup_set (xml, "style:next-style-name", MASTER_OTHER);
  dd_markup_end (xml);
  dd_markup_end (xml);
}

/**
 * dd_odt_style_sheet_write:
 *
 * Adds the part with the styles and the pages: one style for each part of an official document.
 */
void
dd_odt_style_sheet_write (DdOfficePackage *package)
{
  xmlTextWriterPtr xml = dd_office_package_begin (package, "styles.xml");

  dd_odt_begin_root (xml, "office:document-styles");
  dd_odt_write_font (xml);
  dd_markup_start (xml, "office:styles");
  dd_markup_start (xml, "style:default-style");
  dd_markup_set (xml, "style:family", "paragraph");
  write_text_properties (xml, dd_office_styles[DD_OFFICE_PART_TEXT].size, FALSE, FALSE);
  dd_markup_end (xml);
  dd_odt_begin_style (xml, "Standard", "paragraph");
  dd_markup_end (xml);
  for (guint i = 0; i < DD_N_OFFICE_PARTS; i++)
    write_paragraph_style (xml, &dd_office_styles[i]);
  dd_markup_end (xml);
  dd_markup_start (xml, "office:automatic-styles");
  write_page_layout (xml, "TrangDau", FALSE);
  write_page_layout (xml, "TrangSau", TRUE);
  dd_markup_end (xml);
  write_master_pages (xml);
  dd_office_package_end (package);
}
