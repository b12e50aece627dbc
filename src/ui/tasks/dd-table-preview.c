/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-preview"

#include "config.h"

#include "dd-table-preview.h"

#include "dd-accessible.h"
#include "dd-day-text.h"
#include "dd-directive.h"
#include "dd-focus.h"
#include "dd-table-item.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * DdTablePreview:
 *
 * A pasted table as it came, with what each row would become beside it, a tick that leaves
 * it out, and on top of each column what the column is.
 *
 * The columns keep their width, so that the row of choices stands above them; both are
 * scrolled sidewards by one adjustment.
 */
struct _DdTablePreview
{
  GtkWidget      parent_instance;

  GtkBox        *roles;         /* a drop-down for each column of the table */
  GtkScrolledWindow *roles_scrolled;
  GtkColumnView *view;
  GtkScrolledWindow *scrolled;
  GListStore    *items;         /* of DdTableItem */
  GtkStringList *role_labels;

  DdSession     *session;
  DdTablePlan   *plan;          /* the window's, which lives longer; NULL: none */
  gboolean       filling;
};

G_DEFINE_FINAL_TYPE (DdTablePreview, dd_table_preview, GTK_TYPE_WIDGET)

enum { ROLE_CHOSEN, TICKED, N_SIGNALS };

static guint signals[N_SIGNALS];

#define TICK_WIDTH 48
#define RESULT_WIDTH 260
#define CELL_WIDTH 150
#define WIDE_CELL_WIDTH 300

/* Of a column: from so many letters in its cells on it is a wide one. */
#define WIDE_CHARS 40

static const DdTableRow *
get_row (DdTablePreview *self,
         GtkListItem    *item)
{
  const guint position = dd_table_item_get_position (gtk_list_item_get_item (item));

  return self->plan != NULL && position < dd_table_plan_get_n_rows (self->plan)
       ? dd_table_plan_get_row (self->plan, position) : NULL;
}

/* --- the tick ------------------------------------------------------------- */

static void
ticked_cb (GtkListItem    *item,
           GParamSpec     *pspec,
           GtkCheckButton *check)
{
  DdTablePreview *self =
    DD_TABLE_PREVIEW (gtk_widget_get_ancestor (GTK_WIDGET (check), DD_TYPE_TABLE_PREVIEW));
  gpointer shown = gtk_list_item_get_item (item);

  if (self == NULL || self->filling || shown == NULL)
    return;

  g_signal_emit (self, signals[TICKED], 0, dd_table_item_get_position (shown),
                 !gtk_check_button_get_active (check));
}

static void
setup_tick_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               DdTablePreview     *self)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
  dd_accessible_set_label (check, _("Make a Task of This Row"));
  gtk_widget_set_tooltip_text (check, _("Make a Task of This Row"));
  g_signal_connect_object (check, "notify::active", G_CALLBACK (ticked_cb), item,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, check);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_tick_cb (GtkListItemFactory *factory,
              GtkListItem        *item,
              DdTablePreview     *self)
{
  const DdTableRow *row = get_row (self, item);
  GtkWidget *check = gtk_list_item_get_child (item);
  const gboolean is_task = row != NULL && row->kind == DD_TABLE_ROW_TASK;

  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_task && !row->left_out &&
                               row->faults == DD_TABLE_FAULT_NONE);
  gtk_widget_set_sensitive (check, is_task && row->faults == DD_TABLE_FAULT_NONE);
  gtk_widget_set_visible (check, is_task);
  self->filling = FALSE;
}

/* --- cells ---------------------------------------------------------------- */

static void
setup_cell_cb (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 0);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (cell), 2);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (cell), 2);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_list_item_set_child (item, cell);
}

static void
append_names (GString      *text,
              GPtrArray    *units,
              DdKnownUnits *known_units)
{
  for (guint i = 0; i < units->len; i++)
    {
      const DdDraftUnit *unit = units->pdata[i];
      const char *known = unit->id != 0 ? dd_known_units_get_name (known_units, unit->id) : NULL;

      if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, known != NULL ? known : unit->name);
      if (unit->id == 0)
        /* Translators: behind the name of a unit that will be created. */
        g_string_append (text, _(" (new)"));
    }
}

static char *
describe_task (DdTablePreview   *self,
               const DdTableRow *row)
{
  const DdRow *directive = row->draft->directive;
  g_autofree char *day = dd_day_to_text (dd_row_get_day (directive, DD_DIRECTIVE_DEADLINE));
  GString *text = g_string_new (NULL);

  append_names (text, row->draft->leads, dd_session_get_units (self->session));
  if (row->inherited)
    g_string_append (text, _(" (as above)"));
  g_string_append (text, "\n");
  if (*day != '\0')
    g_string_append (text, day);
  else if (dd_row_is_set (directive, DD_DIRECTIVE_DEADLINE_TEXT))
    g_string_append_printf (text, "“%s”", dd_row_get_text (directive,
                                                           DD_DIRECTIVE_DEADLINE_TEXT));
  else
    g_string_append (text, _("no deadline"));

  return g_string_free (text, FALSE);
}

static void
bind_result_cb (GtkListItemFactory *factory,
                GtkListItem        *item,
                DdTablePreview     *self)
{
  const DdTableRow *row = get_row (self, item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;
  gboolean is_fault = FALSE;

  if (row == NULL || row->kind == DD_TABLE_ROW_EMPTY)
    {
      text = g_strdup ("");
    }
  else if (row->kind == DD_TABLE_ROW_HEADING)
    {
      text = g_strdup (_("Heading"));
    }
  else if (row->left_out)
    {
      text = g_strdup (_("Left out"));
    }
  else if (row->faults != DD_TABLE_FAULT_NONE)
    {
      /* Translators: %s is what is wrong with a row of a table. */
      text = g_strdup_printf (_("⚠ %s"), dd_table_fault_get_text (row->faults));
      is_fault = TRUE;
    }
  else
    {
      text = describe_task (self, row);
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  gtk_widget_set_tooltip_text (cell, text);
  if (is_fault)
    gtk_widget_add_css_class (cell, "error");
  else
    gtk_widget_remove_css_class (cell, "error");
}

/* A column of the table; the preview that has it lives longer. */
typedef struct
{
  DdTablePreview *preview;
  guint           column;
} ColumnData;

static void
free_column_data (gpointer  data,
                  GClosure *closure)
{
  g_free (data);
}

static void
bind_cell_cb (GtkListItemFactory *factory,
              GtkListItem        *item,
              ColumnData         *data)
{
  const DdTableRow *row = get_row (data->preview, item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  const char *text = row != NULL
                   ? dd_table_text_get_cell (dd_table_plan_get_table (data->preview->plan),
                                             row->row, data->column) : "";
  const gboolean used = row != NULL && row->kind == DD_TABLE_ROW_TASK && !row->left_out &&
                        dd_table_layout_get_role (dd_table_plan_get_layout (data->preview->plan),
                                                  data->column) != DD_TABLE_ROLE_UNUSED;
  g_autofree char *visible = dd_text_visible (text);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), visible);
  gtk_widget_set_tooltip_text (cell, *visible != '\0' ? visible : NULL);
  if (used)
    gtk_widget_remove_css_class (cell, "dim-label");
  else
    gtk_widget_add_css_class (cell, "dim-label");
}

/* --- columns -------------------------------------------------------------- */

static void
append_column (DdTablePreview     *self,
               const char         *title,
               GtkListItemFactory *factory,
               int                 width)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);
}

static GtkListItemFactory *
make_factory (GCallback      setup,
              GCallback      bind,
              gpointer       data,
              GClosureNotify free_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, data);
  g_signal_connect_data (factory, "bind", bind, data, free_data, 0);

  return factory;
}

static int
get_width (DdTablePreview *self,
           guint           column)
{
  const DdTableText *table = dd_table_plan_get_table (self->plan);
  glong longest = 0;

  for (guint i = 0; i < MIN (dd_table_text_get_n_rows (table), 50); i++)
    longest = MAX (longest, g_utf8_strlen (dd_table_text_get_cell (table, i, column), -1));

  return longest > WIDE_CHARS ? WIDE_CELL_WIDTH : CELL_WIDTH;
}

static void
role_selected_cb (DdTablePreview *self,
                  GParamSpec     *pspec,
                  GtkDropDown    *drop_down)
{
  guint column = 0;

  if (self->filling)
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->roles));
       child != GTK_WIDGET (drop_down); child = gtk_widget_get_next_sibling (child))
    column += GTK_IS_DROP_DOWN (child);
  g_signal_emit (self, signals[ROLE_CHOSEN], 0, column, gtk_drop_down_get_selected (drop_down));
}

static char *
get_title (DdTablePreview *self,
           guint           column)
{
  const char *header = dd_table_plan_get_layout (self->plan)->headers->pdata[column];

  if (*header != '\0')
    return dd_text_clean (header, TRUE);

  /* Translators: %u is the number of a column of a table that has no head. */
  return g_strdup_printf (_("Column %u"), column + 1);
}

static void
append_role (DdTablePreview *self,
             guint           column,
             int             width)
{
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->role_labels)), NULL);
  g_autofree char *title = get_title (self, column);
  /* Translators: %s is the name of a column of a table. */
  g_autofree char *label = g_strdup_printf (_("What is “%s”?"), title);

  gtk_widget_set_size_request (drop_down, width - 6, -1);
  gtk_widget_set_margin_start (drop_down, 3);
  gtk_widget_set_margin_end (drop_down, 3);
  gtk_widget_set_tooltip_text (drop_down, label);
  dd_accessible_set_label (drop_down, label);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (role_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->roles, drop_down);
}

static void
remove_columns (DdTablePreview *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkWidget *child;

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->roles))) != NULL)
    gtk_box_remove (self->roles, child);
}

static void
add_columns (DdTablePreview *self)
{
  const guint n = dd_table_text_get_n_columns (dd_table_plan_get_table (self->plan));
  GtkWidget *space = gtk_label_new (_("What the columns are:"));

  gtk_widget_set_size_request (space, TICK_WIDTH + RESULT_WIDTH, -1);
  gtk_label_set_xalign (GTK_LABEL (space), 1);
  gtk_widget_add_css_class (space, "caption");
  gtk_box_append (self->roles, space);

  append_column (self, "", make_factory (G_CALLBACK (setup_tick_cb), G_CALLBACK (bind_tick_cb),
                                         self, NULL), TICK_WIDTH);
  append_column (self, _("Becomes"),
                 make_factory (G_CALLBACK (setup_cell_cb), G_CALLBACK (bind_result_cb), self,
                               NULL), RESULT_WIDTH);
  for (guint i = 0; i < n; i++)
    {
      ColumnData *data = g_new0 (ColumnData, 1);
      const int width = get_width (self, i);
      g_autofree char *title = get_title (self, i);

      data->preview = self;
      data->column = i;
      append_column (self, title, make_factory (G_CALLBACK (setup_cell_cb),
                                                G_CALLBACK (bind_cell_cb), data,
                                                free_column_data), width);
      append_role (self, i, width);
    }
}

static void
show_roles (DdTablePreview *self)
{
  guint column = 0;

  self->filling = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->roles)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_DROP_DOWN (child))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (child), dd_table_layout_get_role (
                                    dd_table_plan_get_layout (self->plan), column++));
  self->filling = FALSE;
}

/* --- the object ----------------------------------------------------------- */

static gboolean
dd_table_preview_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DD_TABLE_PREVIEW (widget)->view));
}

static void
dd_table_preview_dispose (GObject *object)
{
  DdTablePreview *self = DD_TABLE_PREVIEW (object);
  GtkWidget *child;

  self->plan = NULL;
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->items);
  g_clear_object (&self->role_labels);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_table_preview_parent_class)->dispose (object);
}

static void
dd_table_preview_class_init (DdTablePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_table_preview_dispose;

  /**
   * DdTablePreview::role-chosen:
   * @column: of the table
   * @role: what it is from now on
   */
  signals[ROLE_CHOSEN] =
    g_signal_new ("role-chosen", DD_TYPE_TABLE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  /**
   * DdTablePreview::ticked:
   * @position: of the row
   * @left_out: whether nothing is to be made of it
   */
  signals[TICKED] =
    g_signal_new ("ticked", DD_TYPE_TABLE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  widget_class->focus = dd_focus_move;
  widget_class->grab_focus = dd_table_preview_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
dd_table_preview_init (DdTablePreview *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkSelectionModel *selection;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->items = g_list_store_new (DD_TYPE_TABLE_ITEM);
  self->role_labels = gtk_string_list_new (NULL);
  for (guint i = 0; i < DD_N_TABLE_ROLES; i++)
    gtk_string_list_append (self->role_labels, dd_table_role_get_label (i));

  self->roles = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_margin_top (GTK_WIDGET (self->roles), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->roles), 6);
  self->roles_scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->roles_scrolled, GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (self->roles_scrolled, GTK_WIDGET (self->roles));
  gtk_widget_set_parent (GTK_WIDGET (self->roles_scrolled), GTK_WIDGET (self));

  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (
                                     G_LIST_MODEL (self->items))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (selection));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Preview"), -1);
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->view));
  gtk_scrolled_window_set_hadjustment (self->roles_scrolled,
                                       gtk_scrolled_window_get_hadjustment (self->scrolled));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scrolled), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->scrolled), GTK_WIDGET (self));
}

void
dd_table_preview_start (DdTablePreview *self,
                        DdSession      *session)
{
  g_return_if_fail (DD_IS_TABLE_PREVIEW (self));

  self->session = g_object_ref (session);
}

/**
 * dd_table_preview_set:
 * @plan: (nullable): the table, which has to live until another one is set
 */
void
dd_table_preview_set (DdTablePreview *self,
                      DdTablePlan    *plan)
{
  g_return_if_fail (DD_IS_TABLE_PREVIEW (self));

  g_list_store_remove_all (self->items);
  remove_columns (self);
  self->plan = plan;
  if (plan == NULL)
    return;

  add_columns (self);
  dd_table_preview_grow (self);
}

/**
 * dd_table_preview_grow:
 *
 * Shows the rows that were read by now; if they are read anew, from the first one on.
 */
void
dd_table_preview_grow (DdTablePreview *self)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_before, n;

  g_return_if_fail (DD_IS_TABLE_PREVIEW (self));

  if (self->plan == NULL)
    return;

  n_before = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  n = dd_table_plan_get_n_rows (self->plan);
  if (n < n_before)
    {
      g_list_store_remove_all (self->items);
      n_before = 0;
    }
  for (guint i = n_before; i < n; i++)
    g_ptr_array_add (added, dd_table_item_new (i));
  if (added->len > 0)
    g_list_store_splice (self->items, n_before, 0, added->pdata, added->len);
  show_roles (self);
}

/**
 * dd_table_preview_update:
 * @position: the row
 * @n_rows: how many rows from there on
 *
 * Shows what rows become now that something else was decided.
 */
void
dd_table_preview_update (DdTablePreview *self,
                         guint           position,
                         guint           n_rows)
{
  g_return_if_fail (DD_IS_TABLE_PREVIEW (self));

  g_list_model_items_changed (G_LIST_MODEL (self->items), position, n_rows, n_rows);
}
