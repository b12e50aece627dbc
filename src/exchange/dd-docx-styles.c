/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-docx-styles"

#include "dd-docx-styles.h"

#include "dd-docx-names.h"

/* A style is based on another, and that on another; a file could make a ring of them. */
#define BASES_MAX 32

typedef struct
{
  char         *base;
  DdDocxLook    look;
  DdDocxNumPr   num_pr;
  DdDocxToggle  ruled;
} Style;

struct _DdDocxStyles
{
  GHashTable *styles;           /* Style by its id */
  Style       defaults;
  char       *default_style;    /* (nullable): of paragraphs that name none */

  /* While they are read: */
  Style      *style;
  guint       skipped;          /* the depth in an element that is passed over */
  gboolean    in_borders;
};

enum
{
  OTHER,
  BASED_ON,
  BORDERS,
  CAPS,
  COLUMN_BORDER,
  END_BORDER,
  FONTS,
  ILVL,
  LEFT_BORDER,
  NUM_ID,
  PARAGRAPH_CHANGE,
  RIGHT_BORDER,
  RUN_CHANGE,
  RUN_DEFAULTS,
  START_BORDER,
  STYLE,
  TABLE_PART,
  VANISH,
  N_ELEMENTS
};

static const char * const names[N_ELEMENTS] = {
  [BASED_ON] = "w:basedOn",
  [BORDERS] = "w:tblBorders",
  [CAPS] = "w:caps",
  [COLUMN_BORDER] = "w:insideV",
  [END_BORDER] = "w:end",
  [FONTS] = "w:rFonts",
  [ILVL] = "w:ilvl",
  [LEFT_BORDER] = "w:left",
  [NUM_ID] = "w:numId",
  [PARAGRAPH_CHANGE] = "w:pPrChange",
  [RIGHT_BORDER] = "w:right",
  [RUN_CHANGE] = "w:rPrChange",
  [RUN_DEFAULTS] = "w:rPrDefault",
  [START_BORDER] = "w:start",
  [STYLE] = "w:style",
  [TABLE_PART] = "w:tblStylePr",
  [VANISH] = "w:vanish",
};

static void
clear_style (Style *style)
{
  g_free (style->base);
  g_free (style->look.font);
}

static void
free_style (gpointer data)
{
  clear_style (data);
  g_free (data);
}

static Style
make_style (void)
{
  return (Style) { NULL, { NULL, DD_DOCX_UNSAID, DD_DOCX_UNSAID }, { -1, -1 }, DD_DOCX_UNSAID };
}

DdDocxStyles *
dd_docx_styles_new (void)
{
  DdDocxStyles *self = g_new0 (DdDocxStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_style);
  self->defaults = make_style ();

  return self;
}

void
dd_docx_styles_free (DdDocxStyles *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->styles);
  clear_style (&self->defaults);
  g_free (self->default_style);
  g_free (self);
}

/**
 * dd_docx_read_toggle:
 *
 * Returns: what an element such as w:vanish says: it is enough that it is there
 */
DdDocxToggle
dd_docx_read_toggle (const DdOfficeAttributes *attributes)
{
  return dd_office_attributes_is (attributes, "val", "0") ||
         dd_office_attributes_is (attributes, "val", "false") ||
         dd_office_attributes_is (attributes, "val", "off") ? DD_DOCX_NO : DD_DOCX_YES;
}

/**
 * dd_docx_read_border:
 * @before: what the borders before it say
 *
 * Returns: whether one of them is drawn, and can be seen on paper
 */
DdDocxToggle
dd_docx_read_border (const DdOfficeAttributes *attributes,
                     DdDocxToggle              before)
{
  const gboolean none = dd_office_attributes_is (attributes, "val", "nil") ||
                        dd_office_attributes_is (attributes, "val", "none") ||
                        dd_office_attributes_is (attributes, "color", "FFFFFF");

  return none && before != DD_DOCX_YES ? DD_DOCX_NO : DD_DOCX_YES;
}

/**
 * dd_docx_read_font:
 *
 * Returns: (transfer full) (nullable): the font of western letters that w:rFonts names,
 *   since Word takes the letters of old encodings for such
 */
char *
dd_docx_read_font (const DdOfficeAttributes *attributes)
{
  char *font = dd_office_attributes_get (attributes, "hAnsi");

  if (font == NULL)
    font = dd_office_attributes_get (attributes, "ascii");
  if (font == NULL)
    {
      g_autofree char *theme = dd_office_attributes_get (attributes, "hAnsiTheme");

      if (theme != NULL)
        font = g_strdup ("");
    }

  return font;
}

static void
begin_style (DdDocxStyles             *self,
             const DdOfficeAttributes *attributes)
{
  char *id = dd_office_attributes_get (attributes, "styleId");

  if (id == NULL)
    return;

  self->style = g_new (Style, 1);
  *self->style = make_style ();
  if (dd_office_attributes_is (attributes, "type", "paragraph") &&
      (dd_office_attributes_is (attributes, "default", "1") ||
       dd_office_attributes_is (attributes, "default", "true")))
    {
      g_free (self->default_style);
      self->default_style = g_strdup (id);
    }
  g_hash_table_insert (self->styles, id, self->style);
}

static void
start_cb (gpointer                  data,
          guint                     element,
          const DdOfficeAttributes *attributes)
{
  DdDocxStyles *self = data;
  Style *style = self->style;

  /* How it was before a change, and what only parts of a table look like. */
  if (self->skipped > 0 || element == PARAGRAPH_CHANGE || element == RUN_CHANGE ||
      element == TABLE_PART)
    {
      self->skipped++;
      return;
    }
  if (element == STYLE)
    begin_style (self, attributes);
  else if (element == RUN_DEFAULTS)
    self->style = &self->defaults;
  if (style == NULL)
    return;

  switch (element)
    {
    case BASED_ON:
      g_free (style->base);
      style->base = dd_office_attributes_get (attributes, "val");
      break;
    case FONTS:
      g_free (style->look.font);
      style->look.font = dd_docx_read_font (attributes);
      break;
    case VANISH:
      style->look.hidden = dd_docx_read_toggle (attributes);
      break;
    case CAPS:
      style->look.capitals = dd_docx_read_toggle (attributes);
      break;
    case NUM_ID:
      style->num_pr.list = dd_office_attributes_get_number (attributes, "val", 0);
      break;
    case ILVL:
      style->num_pr.level = dd_office_attributes_get_number (attributes, "val", 0);
      break;
    case BORDERS:
      self->in_borders = TRUE;
      break;
    case LEFT_BORDER:
    case RIGHT_BORDER:
    case START_BORDER:
    case END_BORDER:
    case COLUMN_BORDER:
      if (self->in_borders)
        style->ruled = dd_docx_read_border (attributes, style->ruled);
      break;
    default:
      break;
    }
}

static void
end_cb (gpointer data,
        guint    element)
{
  DdDocxStyles *self = data;

  if (self->skipped > 0)
    self->skipped--;
  else if (element == STYLE || element == RUN_DEFAULTS)
    self->style = NULL;
  else if (element == BORDERS)
    self->in_borders = FALSE;
}

/**
 * dd_docx_styles_read:
 * @part: where they stand in the archive
 *
 * Returns: %FALSE with #DdExchangeError or %G_IO_ERROR_CANCELLED
 */
gboolean
dd_docx_styles_read (DdDocxStyles  *self,
                     DdArchive     *archive,
                     const char    *part,
                     GCancellable  *cancellable,
                     GError       **error)
{
  static const DdOfficeHandler handler = {
    dd_docx_namespaces, names, N_ELEMENTS, start_cb, end_cb, NULL
  };

  return dd_office_xml_read_part (archive, part, &handler, self, cancellable, error);
}

static const Style *
find_style (DdDocxStyles *self,
            const char   *id)
{
  return id != NULL ? g_hash_table_lookup (self->styles, id) : NULL;
}

static void
add_look (DdDocxLook       *look,
          const DdDocxLook *other)
{
  if (look->font == NULL)
    look->font = g_strdup (other->font);
  if (look->hidden == DD_DOCX_UNSAID)
    look->hidden = other->hidden;
  if (look->capitals == DD_DOCX_UNSAID)
    look->capitals = other->capitals;
}

/**
 * dd_docx_styles_add_look:
 * @style: (nullable)
 * @look: (inout): what is not said yet, the style says, or what it is based on
 */
void
dd_docx_styles_add_look (DdDocxStyles *self,
                         const char   *style,
                         DdDocxLook   *look)
{
  const Style *s = find_style (self, style);

  for (guint i = 0; s != NULL && i < BASES_MAX; i++)
    {
      add_look (look, &s->look);
      s = find_style (self, s->base);
    }
}

/**
 * dd_docx_styles_add_default:
 * @look: (inout): what no style says is as in the whole document
 */
void
dd_docx_styles_add_default (DdDocxStyles *self,
                            DdDocxLook   *look)
{
  add_look (look, &self->defaults.look);
}

/**
 * dd_docx_styles_get_num_pr:
 * @style: (nullable): that of a paragraph; %NULL for what paragraphs have that name none
 * @numbered_style: (out) (transfer none) (nullable): the style that names the list: it or
 *   one that it is based on
 *
 * Returns: the list that the paragraphs of a style are items of
 */
DdDocxNumPr
dd_docx_styles_get_num_pr (DdDocxStyles  *self,
                           const char    *style,
                           const char   **numbered_style)
{
  const char *id = style != NULL ? style : self->default_style;
  DdDocxNumPr num_pr = { -1, -1 };
  const Style *s = find_style (self, id);

  *numbered_style = NULL;
  for (guint i = 0; s != NULL && i < BASES_MAX && num_pr.list < 0; i++)
    {
      if (num_pr.level < 0)
        num_pr.level = s->num_pr.level;
      num_pr.list = s->num_pr.list;
      *numbered_style = id;
      id = s->base;
      s = find_style (self, id);
    }

  return num_pr;
}

/**
 * dd_docx_styles_is_ruled:
 * @style: (nullable): that of a table
 *
 * Returns: whether lines are drawn between its columns
 */
gboolean
dd_docx_styles_is_ruled (DdDocxStyles *self,
                         const char   *style)
{
  const Style *s = find_style (self, style);

  for (guint i = 0; s != NULL && i < BASES_MAX; i++)
    {
      if (s->ruled != DD_DOCX_UNSAID)
        return s->ruled == DD_DOCX_YES;
      s = find_style (self, s->base);
    }

  return FALSE;
}
