/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table"

#include "config.h"

#include "dd-column.h"

#include "dd-table-row.h"

#include <glib/gi18n-lib.h>

struct _DdColumn
{
  DdTableColumn        description;
  gpointer             user_data;
  GtkColumnViewColumn *head;
  GHashTable          *cells;           /* list item → Cell */
};

typedef struct
{
  DdColumn       *column;
  GtkListItem    *item;
  GtkInscription *text;
} Cell;

/* --- cells ---------------------------------------------------------------- */

static void
show_record (Cell *cell)
{
  const DdColumn *column = cell->column;
  DdRecord *record = dd_table_row_get_record (gtk_list_item_get_item (cell->item));

  if (record != NULL && dd_record_get_loaded (record))
    column->description.show (cell->text, record, column->user_data);
  else
    gtk_inscription_set_text (cell->text, NULL);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          DdColumn           *column)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->column = column;
  cell->item = item;
  cell->text = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_text_overflow (cell->text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (cell->text, column->description.numeric ? 1.0f : 0.0f);
  if (column->description.lines > 1)
    {
      gtk_inscription_set_min_lines (cell->text, column->description.lines);
      gtk_inscription_set_nat_lines (cell->text, column->description.lines);
      gtk_inscription_set_wrap_mode (cell->text, PANGO_WRAP_WORD_CHAR);
    }
  gtk_list_item_set_child (item, GTK_WIDGET (cell->text));
  g_hash_table_insert (column->cells, item, cell);
}

static void
teardown_cb (GtkListItemFactory *factory,
             GtkListItem        *item,
             DdColumn           *column)
{
  g_hash_table_remove (column->cells, item);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         DdColumn           *column)
{
  Cell *cell = g_hash_table_lookup (column->cells, item);

  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed",
                            G_CALLBACK (show_record), cell);
  show_record (cell);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           DdColumn           *column)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item),
                                        g_hash_table_lookup (column->cells, item));
}

static GtkListItemFactory *
make_factory (DdColumn *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);

  return factory;
}

/* --- sorting -------------------------------------------------------------- */

/* GTK 4.8 does not tell which column a view is sorted by. Its sorter asks the
 * columns' sorters in turn, so one comparison of two strangers tells. */
static DdColumn *asked_first;

static int
note_asked_cb (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  if (asked_first == NULL)
    asked_first = user_data;

  return GTK_ORDERING_SMALLER;
}

/**
 * dd_column_find_sorted:
 * @view: whose heads are all a column's
 *
 * Returns: (transfer none) (nullable): the column whose head has the arrow
 */
DdColumn *
dd_column_find_sorted (GtkColumnView *view,
                       gboolean      *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering order;

  asked_first = NULL;
  order = gtk_sorter_compare (sorter, one, other);
  *descending = order == GTK_ORDERING_LARGER;

  return asked_first;
}

/* --- the column ----------------------------------------------------------- */

/**
 * dd_column_new:
 * @user_data: for the function that fills the cells
 *
 * Returns: a column that has to live as long as a view has its head
 */
DdColumn *
dd_column_new (const DdTableColumn *description,
               gpointer             user_data)
{
  DdColumn *self = g_new0 (DdColumn, 1);

  self->description = *description;
  self->user_data = user_data;
  self->cells = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->head = gtk_column_view_column_new (_(description->title), make_factory (self));
  gtk_column_view_column_set_resizable (self->head, TRUE);
  if (description->width > 0)
    gtk_column_view_column_set_fixed_width (self->head, description->width);
  else
    gtk_column_view_column_set_expand (self->head, TRUE);

  if (description->sort != DD_TABLE_UNSORTED)
    {
      g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (note_asked_cb, self, NULL);

      gtk_column_view_column_set_sorter (self->head, GTK_SORTER (sorter));
    }

  return self;
}

/**
 * dd_column_free:
 * @self: (transfer full): a #DdColumn
 */
void
dd_column_free (gpointer self)
{
  DdColumn *column = self;

  g_object_unref (column->head);
  g_hash_table_unref (column->cells);
  g_free (column);
}

/**
 * dd_column_get_head:
 *
 * Returns: (transfer none): GTK's column
 */
GtkColumnViewColumn *
dd_column_get_head (DdColumn *self)
{
  return self->head;
}

/**
 * dd_column_get_description:
 *
 * Returns: (transfer none): what it was made from
 */
const DdTableColumn *
dd_column_get_description (DdColumn *self)
{
  return &self->description;
}

/**
 * dd_column_refresh:
 *
 * Fills the cells anew: what they say depends on more than the records.
 *
 * Another factory would be asked by cells to come only.
 */
void
dd_column_refresh (DdColumn *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (gtk_list_item_get_item (((Cell *) value)->item) != NULL)
      show_record (value);
}
