/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-unit-table"

#include "config.h"

#include "dd-unit-table.h"

#include "dd-number-text.h"
#include "dd-share-bar.h"
#include "dd-status.h"
#include "dd-unit-progress.h"

#include <glib/gi18n-lib.h>

#define NAME_COLUMN DD_N_UNIT_FIGURES
#define N_COLUMNS (NAME_COLUMN + 1)

/* A column, for the callbacks of its factory. */
typedef struct
{
  DdUnitTable *table;
  guint        column;          /* a DdUnitFigure, or NAME_COLUMN */
} Column;

/**
 * DdUnitTable:
 *
 * How far each lead unit is, the most overdue first, or as a header is clicked.
 *
 * There are a few hundred units at the most, and their figures come all
 * together, so sorting is GTK's. At first only those on top are shown, and the others
 * when they are asked for. The table takes the height that it needs: with a
 * scrollbar of its own it would keep the wheel from moving the page. Sidewards it
 * scrolls, where the window is too narrow for its columns.
 */
struct _DdUnitTable
{
  GtkWidget          parent_instance;

  /* Template children */
  GtkScrolledWindow *scrolled;
  GtkColumnView     *view;
  GtkButton         *more_button;

  GListStore        *units;     /* of DdUnitProgress */
  GtkSliceListModel *shown;
  GHashTable        *cells;     /* list item → Cell */
  Column             columns[N_COLUMNS];
  gboolean           all;       /* whether all units are shown */
};

G_DEFINE_FINAL_TYPE (DdUnitTable, dd_unit_table, GTK_TYPE_WIDGET)

/* So many are shown at first, unless a few more are all there are. */
#define N_WORST 8
#define N_FEW 10

/* GTK makes some two hundred rows and no more: a longer table has to scroll. */
#define N_ROWS_MAX 200
#define SCROLLED_HEIGHT 480

static const struct
{
  const char *title;
  const char *hint;
} figures[] = {
  [DD_UNIT_TOTAL] = { N_("Total"), N_("All tasks but those suspended or withdrawn") },
  [DD_UNIT_DONE] = { N_("Done"), N_("Completed") },
  [DD_UNIT_ON_TIME] = { N_("On Time"), N_("Completed on time") },
  [DD_UNIT_LATE] = { N_("Late"), N_("Completed late") },
  [DD_UNIT_OPEN] = { N_("Not Done"), N_("In progress, overdue or not") },
  [DD_UNIT_OVERDUE] = { N_("Overdue"), N_("In progress, overdue") },
  [DD_UNIT_COMPLETION] = { N_("% Done"), N_("Completed, of all tasks") },
  [DD_UNIT_OVERDUE_SHARE] =
    { N_("% Overdue"), N_("Overdue, of the tasks that have a deadline") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (figures) == DD_N_UNIT_FIGURES);

/* --- cells ---------------------------------------------------------------- */

typedef struct
{
  GtkListItem *item;
  guint        column;
  GtkWidget   *text;            /* a label */
  GtkButton   *button;          /* around it, where it counts something */
  DdShareBar  *bar;
} Cell;

static void
show_name (Cell           *cell,
           DdUnitProgress *unit)
{
  const char *name = dd_unit_progress_get_name (unit);

  gtk_label_set_text (GTK_LABEL (cell->text), name);
  gtk_widget_set_tooltip_text (cell->text, name);
}

static void
show_button (Cell           *cell,
             DdUnitProgress *unit)
{
  guint count = (guint) dd_unit_progress_get_figure (unit, cell->column);
  g_autofree char *text = dd_number_to_text (count);
  g_autofree char *name = NULL;

  gtk_label_set_text (GTK_LABEL (cell->text), text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (cell->button), "(uxs)",
                                    dd_unit_figure_get_statuses (cell->column),
                                    dd_unit_progress_get_unit (unit),
                                    dd_unit_progress_get_name (unit));
  /* The name after the target, or the action would not be of its type. Of none there is
   * no list; while a button has an action, that says whether it can be clicked. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cell->button),
                                  count > 0 ? "win.show-statuses" : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (cell->button), count > 0);
  if (cell->column == DD_UNIT_OVERDUE)
    dd_status_set_class (cell->text, count > 0 ? "error" : NULL);

  /* Translators: read aloud for a number in the table of units: a unit, what is counted
   * of its tasks, and how many. */
  name = g_strdup_printf (_("%s, %s: %s"), dd_unit_progress_get_name (unit),
                          _(figures[cell->column].hint), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
show_cell (Cell *cell)
{
  DdUnitProgress *unit = gtk_list_item_get_item (cell->item);

  if (unit == NULL)
    return;

  if (cell->column == NAME_COLUMN)
    show_name (cell, unit);
  else if (cell->button != NULL)
    show_button (cell, unit);
  else
    {
      double share = dd_unit_progress_get_figure (unit, cell->column);
      g_autofree char *text = dd_share_to_text (share);

      gtk_label_set_text (GTK_LABEL (cell->text), text);
      if (cell->bar != NULL)
        dd_share_bar_set_share (cell->bar, share);
    }
}

static void
fill_name_cell (Cell *cell)
{
  cell->text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (cell->text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (cell->text), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (cell->text), 12);
  gtk_list_item_set_child (cell->item, cell->text);
}

static void
fill_figure_cell (Cell *cell)
{
  GtkWidget *box;

  cell->text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (cell->text), 1);
  gtk_widget_add_css_class (cell->text, "numeric");

  if (dd_unit_figure_is_count (cell->column))
    {
      cell->button = GTK_BUTTON (gtk_button_new ());
      gtk_button_set_child (cell->button, cell->text);
      gtk_widget_add_css_class (GTK_WIDGET (cell->button), "flat");
      gtk_widget_set_halign (GTK_WIDGET (cell->button), GTK_ALIGN_END);
      gtk_list_item_set_child (cell->item, GTK_WIDGET (cell->button));
      return;
    }

  gtk_widget_set_hexpand (cell->text, TRUE);
  if (cell->column != DD_UNIT_COMPLETION)
    {
      gtk_list_item_set_child (cell->item, cell->text);
      return;
    }

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  cell->bar = DD_SHARE_BAR (dd_share_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (cell->bar));
  gtk_box_append (GTK_BOX (box), cell->text);
  gtk_list_item_set_child (cell->item, box);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          Column             *column)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->item = item;
  cell->column = column->column;
  if (cell->column == NAME_COLUMN)
    fill_name_cell (cell);
  else
    fill_figure_cell (cell);
  g_hash_table_insert (column->table->cells, item, cell);
}

static void
teardown_cb (GtkListItemFactory *factory,
             GtkListItem        *item,
             Column             *column)
{
  g_hash_table_remove (column->table->cells, item);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         Column             *column)
{
  show_cell (g_hash_table_lookup (column->table->cells, item));
}

/* --- columns -------------------------------------------------------------- */

static int
compare_figures (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  DdUnitFigure figure = GPOINTER_TO_UINT (user_data);
  double first = dd_unit_progress_get_figure ((DdUnitProgress *) a, figure);
  double second = dd_unit_progress_get_figure ((DdUnitProgress *) b, figure);

  return (first > second) - (first < second);
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  guint first = dd_unit_progress_get_rank ((DdUnitProgress *) a);
  guint second = dd_unit_progress_get_rank ((DdUnitProgress *) b);

  return (first > second) - (first < second);
}

static GtkColumnViewColumn *
add_column (DdUnitTable *self,
            guint        position,
            const char  *title,
            GtkSorter   *sorter)
{
  Column *column = &self->columns[position];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = NULL;

  column->table = self;
  column->column = position;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);

  made = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_append_column (self->view, made);

  /* The view holds it as long as the table lives. */
  return made;
}

/* Numbers stand at the end of their column; GTK 4.8 has no call to let the titles do
 * so. A title is a widget with a box in it; were it made otherwise, nothing happens. */
static void
align_titles (DdUnitTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (title = title != NULL ? gtk_widget_get_next_sibling (title) : NULL; title != NULL;
       title = gtk_widget_get_next_sibling (title))
    if (gtk_widget_get_first_child (title) != NULL)
      gtk_widget_set_halign (gtk_widget_get_first_child (title), GTK_ALIGN_END);
}

static void
add_columns (DdUnitTable *self)
{
  g_autoptr (GtkSorter) by_name = GTK_SORTER (gtk_custom_sorter_new (compare_names, NULL, NULL));
  GtkColumnViewColumn *name = add_column (self, NAME_COLUMN, _("Unit"), by_name);

  gtk_column_view_column_set_expand (name, TRUE);
  for (guint i = 0; i < DD_N_UNIT_FIGURES; i++)
    {
      g_autoptr (GtkSorter) sorter =
        GTK_SORTER (gtk_custom_sorter_new (compare_figures, GUINT_TO_POINTER (i), NULL));
      GtkColumnViewColumn *column = add_column (self, i, _(figures[i].title), sorter);

      /* Those that are equal keep the order in which they come: that of their names. */
      if (i == DD_UNIT_OVERDUE)
        gtk_column_view_sort_by_column (self->view, column, GTK_SORT_DESCENDING);
    }
  align_titles (self);
}

/* --- what is shown -------------------------------------------------------- */

static void
set_scrolled (DdUnitTable *self,
              gboolean     scrolled)
{
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_AUTOMATIC,
                                  scrolled ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_scrolled_window_set_min_content_height (self->scrolled, scrolled ? SCROLLED_HEIGHT : -1);
}

/* A view of GTK 4.8 that is scrolled to the end keeps rows of the end when its model
 * becomes shorter than a page. So it forgets them all first. */
static void
set_n_shown (DdUnitTable *self,
             guint        n_shown)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  if (gtk_slice_list_model_get_size (self->shown) == n_shown)
    return;

  model = g_object_ref (gtk_column_view_get_model (self->view));
  gtk_column_view_set_model (self->view, NULL);
  gtk_slice_list_model_set_size (self->shown, n_shown);
  gtk_column_view_set_model (self->view, model);
}

static void
show_size (DdUnitTable *self)
{
  guint n_units = g_list_model_get_n_items (G_LIST_MODEL (self->units));
  gboolean few = n_units <= N_FEW;
  g_autofree char *count = dd_number_to_text (n_units);
  g_autofree char *text = NULL;

  set_n_shown (self, self->all || few ? G_MAXUINT : N_WORST);
  set_scrolled (self, self->all && n_units > N_ROWS_MAX);

  /* Translators: %s is a number above ten. */
  text = self->all ? g_strdup (_("Show _Fewer Units"))
                   : g_strdup_printf (_("Show All %s _Units"), count);
  gtk_button_set_label (self->more_button, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), !few);
}

static void
more_cb (DdUnitTable *self)
{
  self->all = !self->all;
  show_size (self);
}

static void
activate_cb (DdUnitTable *self,
             guint        position)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->view));
  g_autoptr (DdUnitProgress) unit = g_list_model_get_item (model, position);

  if (unit != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-statuses", "(uxs)",
                                dd_unit_figure_get_statuses (DD_UNIT_TOTAL),
                                dd_unit_progress_get_unit (unit),
                                dd_unit_progress_get_name (unit));
}

static GHashTable *
collect_units (DdUnitTable *self)
{
  GHashTable *units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->units)); i++)
    {
      g_autoptr (DdUnitProgress) unit = g_list_model_get_item (G_LIST_MODEL (self->units), i);
      gint64 id = dd_unit_progress_get_unit (unit);

      g_hash_table_insert (units, g_memdup2 (&id, sizeof id), g_steal_pointer (&unit));
    }

  return units;
}

static gboolean
is_unit_at (DdUnitTable    *self,
            guint           position,
            DdUnitProgress *unit)
{
  g_autoptr (DdUnitProgress) there =
    g_list_model_get_item (G_LIST_MODEL (self->units), position);

  return there == unit;
}

static void
show_cells (DdUnitTable *self)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    show_cell (cell);
}

/* --- the object ----------------------------------------------------------- */

static void
dd_unit_table_dispose (GObject *object)
{
  DdUnitTable *self = DD_UNIT_TABLE (object);
  GtkWidget *child;

  /* The cells are known to the table: they go first. */
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_UNIT_TABLE);
  self->view = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->units);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (dd_unit_table_parent_class)->dispose (object);
}

static void
dd_unit_table_finalize (GObject *object)
{
  g_clear_pointer (&DD_UNIT_TABLE (object)->cells, g_hash_table_unref);

  G_OBJECT_CLASS (dd_unit_table_parent_class)->finalize (object);
}

static void
dd_unit_table_class_init (DdUnitTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dd_unit_table_dispose;
  object_class->finalize = dd_unit_table_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/overview/dd-unit-table.ui");
  gtk_widget_class_bind_template_child (widget_class, DdUnitTable, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DdUnitTable, view);
  gtk_widget_class_bind_template_child (widget_class, DdUnitTable, more_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
dd_unit_table_init (DdUnitTable *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;
  GtkSortListModel *sorted;

  self->cells = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->units = g_list_store_new (DD_TYPE_UNIT_PROGRESS);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_columns (self);

  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->units)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->shown = gtk_slice_list_model_new (G_LIST_MODEL (sorted), 0, N_WORST);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (
                                     g_object_ref (G_LIST_MODEL (self->shown))));
  gtk_column_view_set_model (self->view, selection);
}

/**
 * dd_unit_table_show:
 * @units: (element-type DdUnitFigures): in the order of their names
 *
 * Shows other figures. Units that were there keep their place in the order of
 * the header, and their rows.
 */
void
dd_unit_table_show (DdUnitTable *self,
                    GPtrArray   *units)
{
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GPtrArray) shown = NULL;
  gboolean same;

  g_return_if_fail (DD_IS_UNIT_TABLE (self));

  known = collect_units (self);
  shown = g_ptr_array_new_with_free_func (g_object_unref);
  same = g_hash_table_size (known) == units->len;
  for (guint i = 0; i < units->len; i++)
    {
      const DdUnitFigures *unit_figures = units->pdata[i];
      DdUnitProgress *unit = g_hash_table_lookup (known, &unit_figures->unit);

      unit = unit != NULL ? g_object_ref (unit) : dd_unit_progress_new (unit_figures, i);
      dd_unit_progress_set_figures (unit, unit_figures, i);
      g_ptr_array_add (shown, unit);
      same = same && is_unit_at (self, i, unit);
    }

  if (!same)
    g_list_store_splice (self->units, 0, g_list_model_get_n_items (G_LIST_MODEL (self->units)),
                         shown->pdata, shown->len);
  gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
  show_cells (self);
  show_size (self);
}
