/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-html-element"

#include "config.h"

#include "dd-html-element.h"

#include <string.h>

static const struct
{
  const char *name;
  DdHtmlRole  role;
} elements[] = {
  { "address", DD_HTML_ROLE_BLOCK }, { "article", DD_HTML_ROLE_BLOCK },
  { "aside", DD_HTML_ROLE_SKIPPED }, { "audio", DD_HTML_ROLE_SKIPPED },
  { "blockquote", DD_HTML_ROLE_BLOCK }, { "body", DD_HTML_ROLE_BLOCK },
  { "br", DD_HTML_ROLE_BREAK }, { "button", DD_HTML_ROLE_SKIPPED },
  { "canvas", DD_HTML_ROLE_SKIPPED }, { "caption", DD_HTML_ROLE_BLOCK },
  { "center", DD_HTML_ROLE_BLOCK }, { "dd", DD_HTML_ROLE_BLOCK }, { "dir", DD_HTML_ROLE_LIST },
  { "div", DD_HTML_ROLE_BLOCK }, { "dl", DD_HTML_ROLE_BLOCK }, { "dt", DD_HTML_ROLE_BLOCK },
  { "fieldset", DD_HTML_ROLE_BLOCK }, { "figcaption", DD_HTML_ROLE_BLOCK },
  { "figure", DD_HTML_ROLE_BLOCK }, { "footer", DD_HTML_ROLE_SKIPPED },
  { "form", DD_HTML_ROLE_FORM }, { "h1", DD_HTML_ROLE_BLOCK }, { "h2", DD_HTML_ROLE_BLOCK },
  { "h3", DD_HTML_ROLE_BLOCK }, { "h4", DD_HTML_ROLE_BLOCK }, { "h5", DD_HTML_ROLE_BLOCK },
  { "h6", DD_HTML_ROLE_BLOCK }, { "head", DD_HTML_ROLE_SKIPPED },
  { "header", DD_HTML_ROLE_BLOCK }, { "hr", DD_HTML_ROLE_BREAK },
  { "iframe", DD_HTML_ROLE_SKIPPED }, { "li", DD_HTML_ROLE_ITEM }, { "main", DD_HTML_ROLE_BLOCK },
  { "menu", DD_HTML_ROLE_LIST }, { "nav", DD_HTML_ROLE_SKIPPED },
  { "noscript", DD_HTML_ROLE_SKIPPED }, { "object", DD_HTML_ROLE_SKIPPED },
  { "ol", DD_HTML_ROLE_LIST }, { "p", DD_HTML_ROLE_BLOCK }, { "pre", DD_HTML_ROLE_VERBATIM },
  { "script", DD_HTML_ROLE_SKIPPED }, { "section", DD_HTML_ROLE_BLOCK },
  { "select", DD_HTML_ROLE_SKIPPED }, { "style", DD_HTML_ROLE_SKIPPED },
  { "svg", DD_HTML_ROLE_SKIPPED }, { "table", DD_HTML_ROLE_TABLE }, { "td", DD_HTML_ROLE_CELL },
  { "template", DD_HTML_ROLE_SKIPPED }, { "textarea", DD_HTML_ROLE_SKIPPED },
  { "th", DD_HTML_ROLE_CELL }, { "title", DD_HTML_ROLE_SKIPPED }, { "tr", DD_HTML_ROLE_ROW },
  { "ul", DD_HTML_ROLE_LIST }, { "video", DD_HTML_ROLE_SKIPPED },
};

static DdHtmlRole
find_role (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_ascii_strcasecmp (name, elements[i].name) == 0)
      return elements[i].role;

  return DD_HTML_ROLE_INLINE;
}

/**
 * dd_html_attributes_get:
 * @attributes: (nullable): names and values by turns, as the parser gives them
 *
 * Returns: (transfer none) (nullable): "" for an attribute without a value
 */
const char *
dd_html_attributes_get (const char * const *attributes,
                        const char         *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (g_ascii_strcasecmp (attributes[i], name) == 0)
      return attributes[i + 1] != NULL ? attributes[i + 1] : "";

  return NULL;
}

/**
 * dd_html_attributes_get_int:
 * @otherwise: if there is no such attribute
 *
 * Returns: from @least to @most, whatever the page says
 */
int
dd_html_attributes_get_int (const char * const *attributes,
                            const char         *name,
                            int                 least,
                            int                 most,
                            int                 otherwise)
{
  const char *value = dd_html_attributes_get (attributes, name);

  return value != NULL ? (int) CLAMP (g_ascii_strtoll (value, NULL, 10), least, most) : otherwise;
}

/**
 * dd_html_attributes_get_css:
 *
 * Returns: (transfer full): the attribute "style" in small letters and without spaces
 */
char *
dd_html_attributes_get_css (const char * const *attributes)
{
  const char *css = dd_html_attributes_get (attributes, "style");
  GString *plain = g_string_new (NULL);

  for (const char *p = css; css != NULL && *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (plain, g_ascii_tolower (*p));

  return g_string_free (plain, FALSE);
}

/* The first font of a list is the one that was meant. */
static DdOldEncoding
find_encoding (const char * const *attributes,
               DdOldEncoding       inherited)
{
  const char *font = dd_html_attributes_get (attributes, "face");
  const char *css = dd_html_attributes_get (attributes, "style");
  const char *family = css != NULL ? strstr (css, "font-family") : NULL;

  if (family != NULL && strchr (family, ':') != NULL)
    font = strchr (family, ':') + 1;

  return font != NULL ? dd_old_encoding_of_font (font) : inherited;
}

static gboolean
is_hidden (const char * const *attributes,
           const char         *css)
{
  return dd_html_attributes_get (attributes, "hidden") != NULL ||
         strstr (css, "display:none") != NULL || strstr (css, "mso-hide:all") != NULL;
}

static gboolean
is_centred (const char         *name,
            const char * const *attributes,
            const char         *css,
            gboolean            inherited)
{
  const char *align = dd_html_attributes_get (attributes, "align");

  if (strstr (css, "text-align:") != NULL)
    return strstr (css, "text-align:center") != NULL;
  if (align != NULL)
    return g_ascii_strcasecmp (align, "center") == 0;

  return inherited || g_ascii_strcasecmp (name, "center") == 0;
}

/* The number of a footnote in a sentence is no word of it. */
static gboolean
is_note_mark (const char         *name,
              const char * const *attributes)
{
  const char *target = dd_html_attributes_get (attributes, "href");

  if (g_ascii_strcasecmp (name, "a") != 0 || target == NULL)
    return FALSE;

  return (g_str_has_prefix (target, "#_ftn") && !g_str_has_prefix (target, "#_ftnref")) ||
         (g_str_has_prefix (target, "#sdfootnote") && g_str_has_suffix (target, "sym"));
}

/**
 * dd_html_element_begin:
 * @around: (nullable): the element that it stands in
 */
DdHtmlElement
dd_html_element_begin (const char          *name,
                       const char * const  *attributes,
                       const DdHtmlElement *around)
{
  g_autofree char *css = dd_html_attributes_get_css (attributes);
  DdHtmlElement self = { 0 };

  if (around != NULL)
    self = *around;
  self.role = find_role (name);
  self.skipped |= self.role == DD_HTML_ROLE_SKIPPED || is_hidden (attributes, css) ||
                  is_note_mark (name, attributes);
  self.verbatim |= self.role == DD_HTML_ROLE_VERBATIM;
  self.mark |= strstr (css, "mso-list:ignore") != NULL;
  self.encoding = find_encoding (attributes, self.encoding);
  self.centred = is_centred (name, attributes, css, self.centred);
  if (self.skipped)
    self.role = DD_HTML_ROLE_SKIPPED;

  return self;
}
