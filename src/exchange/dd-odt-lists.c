/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-odt-lists"

#include "dd-odt-lists.h"

typedef struct
{
  char             *style;
  DdNumberingState *state;      /* (unowned) */
  gboolean          counts;     /* whether the next paragraph is an item */
} List;

struct _DdOdtLists
{
  DdOdtStyles      *styles;
  GArray           *lists;
  GArray           *bases;      /* (element-type guint): the lists around a cell or a text box */
  GPtrArray        *states;     /* (element-type DdNumberingState) */
  GHashTable       *states_by_id;
  GHashTable       *states_by_style;
  DdNumberingState  outline;
};

static void
clear_list (gpointer data)
{
  g_free (((List *) data)->style);
}

/**
 * dd_odt_lists_new:
 * @styles: (transfer none)
 */
DdOdtLists *
dd_odt_lists_new (DdOdtStyles *styles)
{
  DdOdtLists *self = g_new0 (DdOdtLists, 1);

  self->styles = styles;
  self->lists = g_array_new (FALSE, FALSE, sizeof (List));
  g_array_set_clear_func (self->lists, clear_list);
  self->bases = g_array_new (FALSE, FALSE, sizeof (guint));
  self->states = g_ptr_array_new_with_free_func (g_free);
  self->states_by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->states_by_style = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
dd_odt_lists_free (DdOdtLists *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->lists);
  g_array_unref (self->bases);
  g_ptr_array_unref (self->states);
  g_hash_table_unref (self->states_by_id);
  g_hash_table_unref (self->states_by_style);
  g_free (self);
}

static guint
get_base (DdOdtLists *self)
{
  return self->bases->len > 0 ? g_array_index (self->bases, guint, self->bases->len - 1) : 0;
}

/* The innermost list of this cell or text box. */
static List *
get_list (DdOdtLists *self)
{
  return self->lists->len > get_base (self)
         ? &g_array_index (self->lists, List, self->lists->len - 1) : NULL;
}

/* The level of its items, from 0 on. */
static guint
get_level (DdOdtLists *self)
{
  return MIN (self->lists->len - get_base (self), DD_NUMBERING_LEVELS) - 1;
}

/**
 * dd_odt_lists_begin_inside:
 *
 * Goes into a cell, a text box or a note: lists in it are no parts of the lists around it.
 */
void
dd_odt_lists_begin_inside (DdOdtLists *self)
{
  g_array_append_val (self->bases, self->lists->len);
}

void
dd_odt_lists_end_inside (DdOdtLists *self)
{
  g_return_if_fail (self->bases->len > 0);

  g_array_set_size (self->bases, self->bases->len - 1);
}

/* A list counts on where another one stopped if it says so. */
static DdNumberingState *
find_state (DdOdtLists               *self,
            const char               *style,
            const DdOfficeAttributes *attributes)
{
  g_autofree char *continued = dd_office_attributes_get (attributes, "continue-list");
  char *id = dd_office_attributes_get (attributes, "id");
  DdNumberingState *state = NULL;

  if (continued != NULL)
    state = g_hash_table_lookup (self->states_by_id, continued);
  else if (style != NULL && dd_office_attributes_is (attributes, "continue-numbering", "true"))
    state = g_hash_table_lookup (self->states_by_style, style);
  if (state == NULL)
    {
      state = g_new0 (DdNumberingState, 1);
      g_ptr_array_add (self->states, state);
    }
  if (id != NULL)
    g_hash_table_insert (self->states_by_id, id, state);
  if (style != NULL)
    g_hash_table_insert (self->states_by_style, g_strdup (style), state);

  return state;
}

/**
 * dd_odt_lists_begin:
 *
 * Begins a list, perhaps in an item of another.
 */
void
dd_odt_lists_begin (DdOdtLists               *self,
                    const DdOfficeAttributes *attributes)
{
  List *around = get_list (self);
  List list = { dd_office_attributes_get (attributes, "style-name"), NULL, FALSE };

  if (around != NULL)
    {
      /* An item that begins with a list has no number of its own. */
      around->counts = FALSE;
      list.state = around->state;
      if (list.style == NULL)
        list.style = g_strdup (around->style);
    }
  else
    {
      list.state = find_state (self, list.style, attributes);
    }
  g_array_append_val (self->lists, list);
}

void
dd_odt_lists_end (DdOdtLists *self)
{
  g_return_if_fail (self->lists->len > 0);

  g_array_set_size (self->lists, self->lists->len - 1);
}

/**
 * dd_odt_lists_begin_item:
 *
 * Begins an item of the innermost list: its first paragraph has a number.
 */
void
dd_odt_lists_begin_item (DdOdtLists               *self,
                         const DdOfficeAttributes *attributes)
{
  List *list = get_list (self);
  const int start = dd_office_attributes_get_number (attributes, "start-value", -1);

  if (list == NULL)
    return;

  list->counts = TRUE;
  if (start >= 0)
    dd_numbering_restart (list->state, get_level (self), start);
}

/**
 * dd_odt_lists_count:
 * @outline_level: the level of a heading, from 1 on; 0 for another paragraph
 *
 * Goes on by one paragraph.
 *
 * Returns: (transfer full) (nullable): what is printed before it; %NULL for nothing
 */
char *
dd_odt_lists_count (DdOdtLists *self,
                    guint       outline_level)
{
  List *list = get_list (self);
  const DdNumberingLevel *levels;

  if (list == NULL)
    return outline_level > 0
           ? dd_numbering_count (dd_odt_styles_get_outline (self->styles), &self->outline,
                                 outline_level - 1)
           : NULL;

  levels = dd_odt_styles_get_list (self->styles, list->style);
  if (!list->counts || levels == NULL)
    return NULL;
  list->counts = FALSE;

  return dd_numbering_count (levels, list->state, get_level (self));
}
