/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-docx-numbering"

#include "dd-docx-numbering.h"

#include "dd-docx-names.h"
#include "dd-numbering.h"

#include <string.h>

#define UNSAID G_MININT

typedef struct
{
  DdNumberingLevel numbering;
  char            *style;       /* (nullable): whose paragraphs are on this level */
} Level;

/* What lists look like, w:abstractNum. Lists that look like one count on together. */
typedef struct
{
  Level             levels[DD_NUMBERING_LEVELS];
  DdNumberingState  state;
  char             *linked_style;       /* (nullable): the style that names the list instead */
} Look;

/* A list, w:num. */
typedef struct
{
  int       look;
  int       starts[DD_NUMBERING_LEVELS];        /* UNSAID, or where it starts anew */
  gboolean  begun[DD_NUMBERING_LEVELS];
  Level    *levels[DD_NUMBERING_LEVELS];        /* (nullable): what is not as it looks */
} List;

struct _DdDocxNumbering
{
  DdDocxStyles *styles;
  GHashTable   *looks;          /* Look by its number */
  GHashTable   *lists;          /* List by its number */

  /* While they are read: */
  Look         *look;
  List         *list;
  Level        *level;
  int           overridden;     /* the level that a list has otherwise */
};

enum
{
  OTHER,
  ABSTRACT_NUM,
  ABSTRACT_NUM_ID,
  IS_LGL,
  LVL,
  LVL_OVERRIDE,
  LVL_RESTART,
  LVL_TEXT,
  NUM,
  NUM_FMT,
  NUM_STYLE_LINK,
  PARAGRAPH_STYLE,
  START,
  START_OVERRIDE,
  SUFF,
  N_ELEMENTS
};

static const char * const names[N_ELEMENTS] = {
  [ABSTRACT_NUM] = "w:abstractNum",
  [ABSTRACT_NUM_ID] = "w:abstractNumId",
  [IS_LGL] = "w:isLgl",
  [LVL] = "w:lvl",
  [LVL_OVERRIDE] = "w:lvlOverride",
  [LVL_RESTART] = "w:lvlRestart",
  [LVL_TEXT] = "w:lvlText",
  [NUM] = "w:num",
  [NUM_FMT] = "w:numFmt",
  [NUM_STYLE_LINK] = "w:numStyleLink",
  [PARAGRAPH_STYLE] = "w:pStyle",
  [START] = "w:start",
  [START_OVERRIDE] = "w:startOverride",
  [SUFF] = "w:suff",
};

static const struct
{
  const char     *name;
  DdNumberFormat  format;
} formats[] = {
  { "decimal", DD_NUMBER_FORMAT_DECIMAL },
  { "decimalZero", DD_NUMBER_FORMAT_DECIMAL_ZERO },
  { "upperRoman", DD_NUMBER_FORMAT_UPPER_ROMAN },
  { "lowerRoman", DD_NUMBER_FORMAT_LOWER_ROMAN },
  { "upperLetter", DD_NUMBER_FORMAT_UPPER_LETTER },
  { "lowerLetter", DD_NUMBER_FORMAT_LOWER_LETTER },
  { "bullet", DD_NUMBER_FORMAT_BULLET },
  { "none", DD_NUMBER_FORMAT_NONE },
};

static void
init_level (Level *level)
{
  *level = (Level) { { DD_NUMBER_FORMAT_DECIMAL, 0, NULL, FALSE, FALSE,
                       DD_NUMBERING_RESTART_ALWAYS }, NULL };
}

static void
clear_level (Level *level)
{
  g_free (level->numbering.text);
  g_free (level->style);
}

static void
free_look (gpointer data)
{
  Look *look = data;

  for (guint i = 0; i < DD_NUMBERING_LEVELS; i++)
    clear_level (&look->levels[i]);
  g_free (look->linked_style);
  g_free (look);
}

static void
free_list (gpointer data)
{
  List *list = data;

  for (guint i = 0; i < DD_NUMBERING_LEVELS; i++)
    if (list->levels[i] != NULL)
      {
        clear_level (list->levels[i]);
        g_free (list->levels[i]);
      }
  g_free (list);
}

/**
 * dd_docx_numbering_new:
 * @styles: (transfer none): has to live as long; they name lists, and lists name them
 */
DdDocxNumbering *
dd_docx_numbering_new (DdDocxStyles *styles)
{
  DdDocxNumbering *self = g_new0 (DdDocxNumbering, 1);

  self->styles = styles;
  self->looks = g_hash_table_new_full (NULL, NULL, NULL, free_look);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, free_list);
  self->overridden = -1;

  return self;
}

void
dd_docx_numbering_free (DdDocxNumbering *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->looks);
  g_hash_table_unref (self->lists);
  g_free (self);
}

static void
begin_look (DdDocxNumbering          *self,
            const DdOfficeAttributes *attributes)
{
  const int number = dd_office_attributes_get_number (attributes, "abstractNumId", -1);

  /* In a level, where no program begins a look, it may take the place of the one around it. */
  self->level = NULL;
  self->look = g_new0 (Look, 1);
  for (guint i = 0; i < DD_NUMBERING_LEVELS; i++)
    init_level (&self->look->levels[i]);
  g_hash_table_insert (self->looks, GINT_TO_POINTER (number), self->look);
}

static void
begin_list (DdDocxNumbering          *self,
            const DdOfficeAttributes *attributes)
{
  const int number = dd_office_attributes_get_number (attributes, "numId", -1);

  self->level = NULL;
  self->list = g_new0 (List, 1);
  self->list->look = -1;
  for (guint i = 0; i < DD_NUMBERING_LEVELS; i++)
    self->list->starts[i] = UNSAID;
  g_hash_table_insert (self->lists, GINT_TO_POINTER (number), self->list);
}

static void
begin_level (DdDocxNumbering          *self,
             const DdOfficeAttributes *attributes)
{
  const int number = dd_office_attributes_get_number (attributes, "ilvl", -1);

  self->level = NULL;
  if (number < 0 || number >= DD_NUMBERING_LEVELS)
    return;

  if (self->list == NULL && self->look != NULL)
    {
      self->level = &self->look->levels[number];
    }
  else if (self->list != NULL && self->list->levels[number] == NULL)
    {
      self->list->levels[number] = g_new (Level, 1);
      init_level (self->list->levels[number]);
      self->level = self->list->levels[number];
    }
}

static DdNumberFormat
read_format (const DdOfficeAttributes *attributes)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (dd_office_attributes_is (attributes, "val", formats[i].name))
      return formats[i].format;

  return DD_NUMBER_FORMAT_DECIMAL;
}

static void
read_level (Level                    *level,
            guint                     element,
            const DdOfficeAttributes *attributes)
{
  DdNumberingLevel *numbering = &level->numbering;

  switch (element)
    {
    case START:
      numbering->start = dd_office_attributes_get_number (attributes, "val", 0);
      break;
    case NUM_FMT:
      numbering->format = read_format (attributes);
      break;
    case LVL_TEXT:
      g_free (numbering->text);
      numbering->text = dd_office_attributes_get (attributes, "val");
      break;
    case LVL_RESTART:
      numbering->restart = (guint) CLAMP (dd_office_attributes_get_number (attributes, "val", 0),
                                          0, DD_NUMBERING_LEVELS);
      break;
    case IS_LGL:
      numbering->decimal = dd_docx_read_toggle (attributes) == DD_DOCX_YES;
      break;
    case SUFF:
      numbering->joined = dd_office_attributes_is (attributes, "val", "nothing");
      break;
    case PARAGRAPH_STYLE:
      g_free (level->style);
      level->style = dd_office_attributes_get (attributes, "val");
      break;
    default:
      break;
    }
}

static void
start_cb (gpointer                  data,
          guint                     element,
          const DdOfficeAttributes *attributes)
{
  DdDocxNumbering *self = data;

  switch (element)
    {
    case ABSTRACT_NUM:
      begin_look (self, attributes);
      break;
    case NUM:
      begin_list (self, attributes);
      break;
    case LVL:
      begin_level (self, attributes);
      break;
    case ABSTRACT_NUM_ID:
      if (self->list != NULL)
        self->list->look = dd_office_attributes_get_number (attributes, "val", -1);
      break;
    case NUM_STYLE_LINK:
      if (self->look != NULL && self->look->linked_style == NULL)
        self->look->linked_style = dd_office_attributes_get (attributes, "val");
      break;
    case LVL_OVERRIDE:
      self->overridden = dd_office_attributes_get_number (attributes, "ilvl", -1);
      break;
    case START_OVERRIDE:
      if (self->list != NULL && self->overridden >= 0 && self->overridden < DD_NUMBERING_LEVELS)
        self->list->starts[self->overridden] =
          dd_office_attributes_get_number (attributes, "val", 0);
      break;
    default:
      if (self->level != NULL)
        read_level (self->level, element, attributes);
      break;
    }
}

static void
end_cb (gpointer data,
        guint    element)
{
  DdDocxNumbering *self = data;

  if (element == LVL)
    self->level = NULL;
  else if (element == ABSTRACT_NUM)
    self->look = NULL;
  else if (element == NUM)
    self->list = NULL;
  else if (element == LVL_OVERRIDE)
    self->overridden = -1;
}

/**
 * dd_docx_numbering_read:
 * @part: where it stands in the archive
 *
 * Returns: %FALSE with #DdExchangeError or %G_IO_ERROR_CANCELLED
 */
gboolean
dd_docx_numbering_read (DdDocxNumbering  *self,
                        DdArchive        *archive,
                        const char       *part,
                        GCancellable     *cancellable,
                        GError          **error)
{
  static const DdOfficeHandler handler = {
    dd_docx_namespaces, names, N_ELEMENTS, start_cb, end_cb, NULL
  };

  return dd_office_xml_read_part (archive, part, &handler, self, cancellable, error);
}

static Look *
find_look (DdDocxNumbering *self,
           const List      *list)
{
  Look *look = g_hash_table_lookup (self->looks, GINT_TO_POINTER (list->look));
  const char *style;
  const List *linked;

  if (look == NULL || look->linked_style == NULL)
    return look;

  linked = g_hash_table_lookup (self->lists, GINT_TO_POINTER (
    dd_docx_styles_get_num_pr (self->styles, look->linked_style, &style).list));
  if (linked == NULL || linked == list)
    return look;

  return g_hash_table_lookup (self->looks, GINT_TO_POINTER (linked->look));
}

/* The level on which the paragraphs of a style are; -1 if none says so. */
static int
find_level_of_style (const Look *look,
                     const char *style)
{
  for (int i = 0; i < DD_NUMBERING_LEVELS; i++)
    if (g_strcmp0 (look->levels[i].style, style) == 0)
      return i;

  return -1;
}

/**
 * dd_docx_numbering_count:
 * @num_pr: what a paragraph says itself, and else its style
 * @style: (nullable): the style that says it, if the paragraph does not
 *
 * Goes on by one item.
 *
 * Returns: (transfer full) (nullable): what Word prints before the paragraph; %NULL if it is
 *   no item
 */
char *
dd_docx_numbering_count (DdDocxNumbering *self,
                         DdDocxNumPr      num_pr,
                         const char      *style)
{
  List *list = num_pr.list > 0 ? g_hash_table_lookup (self->lists, GINT_TO_POINTER (num_pr.list))
                               : NULL;
  Look *look = list != NULL ? find_look (self, list) : NULL;
  DdNumberingLevel levels[DD_NUMBERING_LEVELS];
  int level = num_pr.level;

  if (look == NULL)
    return NULL;
  if (style != NULL && find_level_of_style (look, style) >= 0)
    level = find_level_of_style (look, style);
  level = CLAMP (level, 0, DD_NUMBERING_LEVELS - 1);

  for (guint i = 0; i < DD_NUMBERING_LEVELS; i++)
    levels[i] = list->levels[i] != NULL ? list->levels[i]->numbering : look->levels[i].numbering;
  /* A list that says where it starts does not count on where another one stopped. */
  for (int i = 0; i < DD_NUMBERING_LEVELS; i++)
    if (list->starts[i] != UNSAID)
      {
        levels[i].start = list->starts[i];
        if (i <= level && !list->begun[i])
          look->state.counted[i] = FALSE;
      }
  list->begun[level] = TRUE;

  return dd_numbering_count (levels, &look->state, (guint) level);
}
