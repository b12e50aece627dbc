/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-odt-styles"

#include "dd-odt-styles.h"

#include "dd-odt-names.h"

#include <string.h>

/* A style has a parent, and that another; a file could make a ring of them. */
#define PARENTS_MAX 16

typedef struct
{
  char     *parent;
  char     *font;
  int       hidden;
  int       capitals;
  gboolean  ruled;
} Style;

typedef struct
{
  DdNumberingLevel levels[DD_NUMBERING_LEVELS];
} List;

struct _DdOdtStyles
{
  GHashTable       *styles;     /* Style by "family/name"; the default of a family is "family/" */
  GHashTable       *lists;      /* List by name */
  GHashTable       *fonts;      /* families of fonts by the names they have in the file */
  List             *outline;

  /* While they are read: */
  Style            *style;
  List             *list;
  DdNumberingLevel *level;
};

static void
free_style (gpointer data)
{
  Style *style = data;

  g_free (style->parent);
  g_free (style->font);
  g_free (style);
}

static List *
make_list (void)
{
  List *list = g_new0 (List, 1);

  for (guint i = 0; i < DD_NUMBERING_LEVELS; i++)
    {
      list->levels[i].start = 1;
      list->levels[i].restart = DD_NUMBERING_RESTART_ALWAYS;
    }

  return list;
}

static void
free_list (gpointer data)
{
  List *list = data;

  for (guint i = 0; i < DD_NUMBERING_LEVELS; i++)
    g_free (list->levels[i].text);
  g_free (list);
}

DdOdtStyles *
dd_odt_styles_new (void)
{
  DdOdtStyles *self = g_new0 (DdOdtStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_style);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_list);
  self->fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->outline = make_list ();

  return self;
}

void
dd_odt_styles_free (DdOdtStyles *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->fonts);
  free_list (self->outline);
  g_free (self);
}

static void
begin_style (DdOdtStyles              *self,
             const DdOfficeAttributes *attributes)
{
  g_autofree char *family = dd_office_attributes_get (attributes, "family");
  g_autofree char *name = dd_office_attributes_get (attributes, "name");

  if (family == NULL)
    return;

  self->style = g_new0 (Style, 1);
  self->style->hidden = -1;
  self->style->capitals = -1;
  self->style->parent = dd_office_attributes_get (attributes, "parent-style-name");
  g_hash_table_insert (self->styles, g_strconcat (family, "/", name, NULL), self->style);
}

static void
read_text_properties (Style                    *style,
                      const DdOfficeAttributes *attributes)
{
  g_autofree char *display = dd_office_attributes_get (attributes, "display");
  g_autofree char *transform = dd_office_attributes_get (attributes, "text-transform");

  g_free (style->font);
  style->font = dd_office_attributes_get (attributes, "font-name");
  if (style->font == NULL)
    style->font = dd_office_attributes_get (attributes, "font-family");
  if (display != NULL)
    style->hidden = strcmp (display, "none") == 0;
  if (transform != NULL)
    style->capitals = strcmp (transform, "uppercase") == 0;
}

/* White lines are not seen on paper. */
static gboolean
has_border (const DdOfficeAttributes *attributes,
            const char               *name)
{
  g_autofree char *border = dd_office_attributes_get (attributes, name);

  return border != NULL && *border != '\0' && !g_str_has_prefix (border, "none") &&
         !g_str_has_suffix (border, "#ffffff");
}

static void
add_font (DdOdtStyles              *self,
          const DdOfficeAttributes *attributes)
{
  char *name = dd_office_attributes_get (attributes, "name");
  char *family = dd_office_attributes_get (attributes, "font-family");

  if (name == NULL || family == NULL)
    {
      g_free (name);
      g_free (family);
      return;
    }

  g_strstrip (g_strdelimit (family, "'\"", ' '));
  g_hash_table_insert (self->fonts, name, family);
}

static void
begin_list (DdOdtStyles              *self,
            const DdOfficeAttributes *attributes)
{
  char *name = dd_office_attributes_get (attributes, "name");

  if (name == NULL)
    return;

  /* In a level, where no program begins a list, it may take the place of the one around it. */
  self->level = NULL;
  self->list = make_list ();
  g_hash_table_insert (self->lists, name, self->list);
}

static DdNumberFormat
read_format (const DdOfficeAttributes *attributes)
{
  static const struct
  {
    const char     *name;
    DdNumberFormat  format;
  } formats[] = {
    { "1", DD_NUMBER_FORMAT_DECIMAL },
    { "I", DD_NUMBER_FORMAT_UPPER_ROMAN },
    { "i", DD_NUMBER_FORMAT_LOWER_ROMAN },
    { "A", DD_NUMBER_FORMAT_UPPER_LETTER },
    { "a", DD_NUMBER_FORMAT_LOWER_LETTER },
    { "01, 02, 03, ...", DD_NUMBER_FORMAT_DECIMAL_ZERO },
    { "", DD_NUMBER_FORMAT_NONE },
  };
  g_autofree char *name = dd_office_attributes_get (attributes, "num-format");

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (name, formats[i].name) == 0)
      return formats[i].format;

  return name == NULL ? DD_NUMBER_FORMAT_NONE : DD_NUMBER_FORMAT_DECIMAL;
}

/* What stands before the words: "%1%.%2%." where newer programs say it, else the levels that
 * are shown with what stands around them. */
static char *
read_label (const DdOfficeAttributes *attributes,
            int                       level)
{
  g_autofree char *format = dd_office_attributes_get (attributes, "num-list-format");
  g_autofree char *prefix = dd_office_attributes_get (attributes, "num-prefix");
  g_autofree char *suffix = dd_office_attributes_get (attributes, "num-suffix");
  const int n = CLAMP (dd_office_attributes_get_number (attributes, "display-levels", 1), 1, level);
  GString *label = g_string_new (NULL);

  if (format != NULL)
    {
      for (const char *p = format; *p != '\0'; p++)
        {
          g_string_append_c (label, *p);
          if (*p == '%' && g_ascii_isdigit (p[1]) && p[2] == '%')
            {
              g_string_append_c (label, p[1]);
              p += 2;
            }
        }
      return g_string_free (label, FALSE);
    }

  if (prefix != NULL)
    g_string_append (label, prefix);
  for (int i = level - n + 1; i <= level; i++)
    g_string_append_printf (label, i < level ? "%%%d." : "%%%d", MIN (i, 9));
  if (suffix != NULL)
    g_string_append (label, suffix);

  return g_string_free (label, FALSE);
}

static void
begin_level (DdOdtStyles              *self,
             guint                     element,
             const DdOfficeAttributes *attributes)
{
  List *list = element == DD_ODT_LEVEL_OUTLINE ? self->outline : self->list;
  const int level = dd_office_attributes_get_number (attributes, "level", 0);

  self->level = NULL;
  if (list == NULL || level < 1 || level > DD_NUMBERING_LEVELS)
    return;

  self->level = &list->levels[level - 1];
  g_free (self->level->text);
  if (element == DD_ODT_LEVEL_BULLET || element == DD_ODT_LEVEL_IMAGE)
    {
      self->level->format = DD_NUMBER_FORMAT_BULLET;
      self->level->text = dd_office_attributes_get (attributes, "bullet-char");
      return;
    }

  self->level->format = read_format (attributes);
  self->level->start = dd_office_attributes_get_number (attributes, "start-value", 1);
  /* Without a number there is a label only if it is said as a whole. */
  self->level->text = self->level->format == DD_NUMBER_FORMAT_NONE
                      ? NULL : read_label (attributes, level);
}

/**
 * dd_odt_styles_start:
 * @element: one that begins: those of styles are taken
 */
void
dd_odt_styles_start (DdOdtStyles              *self,
                     guint                     element,
                     const DdOfficeAttributes *attributes)
{
  switch (element)
    {
    case DD_ODT_STYLE:
    case DD_ODT_DEFAULT_STYLE:
      begin_style (self, attributes);
      break;
    case DD_ODT_TEXT_PROPERTIES:
      /* Levels of lists have such properties of their own. */
      if (self->style != NULL)
        read_text_properties (self->style, attributes);
      break;
    case DD_ODT_CELL_PROPERTIES:
      if (self->style != NULL)
        self->style->ruled = has_border (attributes, "border") ||
                             has_border (attributes, "border-left") ||
                             has_border (attributes, "border-right");
      break;
    case DD_ODT_FONT_FACE:
      add_font (self, attributes);
      break;
    case DD_ODT_LIST_STYLE:
      begin_list (self, attributes);
      break;
    case DD_ODT_LEVEL_BULLET:
    case DD_ODT_LEVEL_IMAGE:
    case DD_ODT_LEVEL_NUMBER:
    case DD_ODT_LEVEL_OUTLINE:
      begin_level (self, element, attributes);
      break;
    case DD_ODT_LABEL_ALIGNMENT:
      if (self->level != NULL)
        self->level->joined = dd_office_attributes_is (attributes, "label-followed-by", "nothing");
      break;
    default:
      break;
    }
}

/**
 * dd_odt_styles_end:
 * @element: one that ends
 */
void
dd_odt_styles_end (DdOdtStyles *self,
                   guint        element)
{
  switch (element)
    {
    case DD_ODT_STYLE:
    case DD_ODT_DEFAULT_STYLE:
      self->style = NULL;
      break;
    case DD_ODT_LIST_STYLE:
      self->list = NULL;
      break;
    case DD_ODT_LEVEL_BULLET:
    case DD_ODT_LEVEL_IMAGE:
    case DD_ODT_LEVEL_NUMBER:
    case DD_ODT_LEVEL_OUTLINE:
      self->level = NULL;
      break;
    default:
      break;
    }
}

static const Style *
find_style (DdOdtStyles *self,
            const char  *family,
            const char  *name)
{
  g_autofree char *key = g_strconcat (family, "/", name, NULL);

  return g_hash_table_lookup (self->styles, key);
}

/**
 * dd_odt_styles_add_look:
 * @family: "text" or "paragraph"
 * @style: (nullable): %NULL for what holds for the whole family
 * @look: (inout): what is not said yet, the style says, or one that it comes from
 */
void
dd_odt_styles_add_look (DdOdtStyles *self,
                        const char  *family,
                        const char  *style,
                        DdOdtLook   *look)
{
  const Style *s = find_style (self, family, style);

  for (guint i = 0; s != NULL && i < PARENTS_MAX; i++)
    {
      if (look->font == NULL)
        look->font = s->font;
      if (look->hidden < 0)
        look->hidden = s->hidden;
      if (look->capitals < 0)
        look->capitals = s->capitals;
      s = s->parent != NULL ? find_style (self, family, s->parent) : NULL;
    }
}

/**
 * dd_odt_styles_get_font:
 *
 * Returns: how letters of a look are to be understood
 */
DdOfficeFont
dd_odt_styles_get_font (DdOdtStyles     *self,
                        const DdOdtLook *look)
{
  const char *family = look->font != NULL ? g_hash_table_lookup (self->fonts, look->font) : NULL;

  if (family == NULL)
    family = look->font;

  return (DdOfficeFont) {
    family != NULL ? dd_old_encoding_of_font (family) : DD_OLD_ENCODING_NONE, look->capitals == 1
  };
}

/**
 * dd_odt_styles_is_ruled:
 * @style: (nullable): that of a cell
 *
 * Returns: whether lines are drawn beside it
 */
gboolean
dd_odt_styles_is_ruled (DdOdtStyles *self,
                        const char  *style)
{
  const Style *s = find_style (self, "table-cell", style);

  return s != NULL && s->ruled;
}

/**
 * dd_odt_styles_get_list:
 * @style: (nullable): that of a list
 *
 * Returns: (transfer none) (nullable) (array fixed-size=10): its levels
 */
const DdNumberingLevel *
dd_odt_styles_get_list (DdOdtStyles *self,
                        const char  *style)
{
  const List *list = style != NULL ? g_hash_table_lookup (self->lists, style) : NULL;

  return list != NULL ? list->levels : NULL;
}

/**
 * dd_odt_styles_get_outline:
 *
 * Returns: (transfer none) (array fixed-size=10): the levels of headings
 */
const DdNumberingLevel *
dd_odt_styles_get_outline (DdOdtStyles *self)
{
  return self->outline->levels;
}
