/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table"

#include "config.h"

#include "dd-table.h"

#include "dd-accessible.h"
#include "dd-column.h"
#include "dd-table-model.h"
#include "dd-table-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * DdTable:
 *
 * A table over a list of the store, of any number of records.
 *
 * Sorting is the list's work, in SQL: the headers, and the action
 * "table.sort" for the keyboard, only tell by which field. A cell is one
 * inscription, filled by a function: the table makes some two hundred rows at
 * once whatever it shows, and more widgets or bindings in each would be felt.
 */
struct _DdTable
{
  GtkWidget            parent_instance;

  GtkStack            *stack;
  GtkColumnView       *view;
  DdTableModel        *model;
  GtkWidget           *empty_page;      /* made when it is needed */
  GtkWidget           *no_match_page;

  DdList              *list;
  GPtrArray           *columns;         /* of DdColumn */
  gint64               wanted;          /* to be selected once it is in the list; 0: none */
  guint                frames_left;     /* until what was selected is scrolled to again */
  gboolean             filtered;
  gboolean             sorting;         /* while the arrow is set by the program */
  gboolean             wants_focus;     /* once there is a row to have it */
  GtkWidget           *focus_before;    /* unowned, only to be compared */

  char                *label;
  char                *empty_icon;
  char                *empty_title;
  char                *empty_text;
};

G_DEFINE_FINAL_TYPE (DdTable, dd_table, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_LABEL = 1,
  PROP_EMPTY_ICON,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_TEXT,
  PROP_SELECTED,
} DdTableProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

enum { ACTIVATED, SORT_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- columns -------------------------------------------------------------- */

static void
sorter_changed_cb (DdTable *self)
{
  gboolean descending;
  DdColumn *column = dd_column_find_sorted (self->view, &descending);

  if (self->sorting || column == NULL)
    return;

  g_signal_emit (self, signals[SORT_CHANGED], 0,
                 (guint) dd_column_get_description (column)->sort, descending);
}

/* --- what is shown -------------------------------------------------------- */

static GtkWidget *
make_empty_page (DdTable *self)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), self->empty_icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), self->empty_title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), self->empty_text);

  return page;
}

static GtkWidget *
make_no_match_page (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Clear Filters"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.clear-filters");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing Found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Nothing fits the search and the filters."));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);

  return page;
}

static void
show_state (DdTable *self)
{
  GtkWidget **page;

  if (self->list == NULL || dd_list_get_count (self->list) > 0 ||
      dd_list_get_loading (self->list))
    {
      gtk_stack_set_visible_child_name (self->stack, "table");
      return;
    }

  page = self->filtered ? &self->no_match_page : &self->empty_page;
  if (*page == NULL)
    {
      *page = self->filtered ? make_no_match_page () : make_empty_page (self);
      gtk_stack_add_child (self->stack, *page);
    }
  gtk_stack_set_visible_child (self->stack, *page);
}

/* What is below the heads. GTK 4.8 gives no other way to it. */
static GtkWidget *
find_body (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *body = find_body (child);

      if (body != NULL)
        return body;
    }

  return NULL;
}

/* There is no call for it, but the body has the action. */
static void
scroll_to (DdTable *self,
           guint    position)
{
  GtkWidget *body = find_body (GTK_WIDGET (self->view));

  gtk_widget_activate_action (body, "list.scroll-to-item", "u", position);
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  DdTable *self = DD_TABLE (widget);
  DdRecord *selected = dd_table_get_selected (self);
  guint position;

  if (--self->frames_left > 0)
    return G_SOURCE_CONTINUE;

  position = self->list != NULL && selected != NULL
           ? dd_list_find (self->list, dd_record_get_id (selected)) : G_MAXUINT;
  if (position != G_MAXUINT)
    scroll_to (self, position);

  return G_SOURCE_REMOVE;
}

/* A row that has just come has no height yet, and the view stops short of it. */
static void
scroll_again (DdTable *self)
{
  if (self->frames_left == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
  self->frames_left = 2;
}

static void
select_wanted (DdTable *self)
{
  guint position;

  /* What is shown while a question is out is the answer to an earlier one. */
  if (self->wanted == 0 || self->list == NULL || dd_list_get_loading (self->list))
    return;

  /* A record that was just written comes into the list a moment later. */
  position = dd_list_find (self->list, self->wanted);
  if (position == G_MAXUINT)
    return;

  self->wanted = 0;
  dd_table_model_select (self->model, position);
  scroll_to (self, position);
  scroll_again (self);
}

static GtkWidget *
get_focus (DdTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* Whoever has gone elsewhere before the rows came stays there. */
static void
give_focus (DdTable *self)
{
  if (!self->wants_focus || self->list == NULL || dd_list_get_count (self->list) == 0)
    return;

  self->wants_focus = FALSE;
  if (get_focus (self) == self->focus_before)
    gtk_widget_grab_focus (find_body (GTK_WIDGET (self->view)));
}

static void
list_changed_cb (DdTable *self)
{
  show_state (self);
  select_wanted (self);
  give_focus (self);
}

/* The rows stay when an answer changes, and with them the place in the view. */
static void
loading_cb (DdTable *self)
{
  if (!dd_list_get_loading (self->list) && dd_list_get_count (self->list) > 0)
    scroll_to (self, 0);
  list_changed_cb (self);
}

static void
selected_cb (DdTable *self)
{
  /* Whoever has gone to another one does not want to be taken away from it. */
  if (dd_table_get_selected (self) != NULL)
    self->wanted = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
activate_cb (DdTable *self,
             guint    position)
{
  g_autoptr (DdTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (row != NULL && dd_table_row_get_record (row) != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, dd_table_row_get_record (row));
}

static void
sort_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdTable *self = DD_TABLE (widget);
  gboolean descending;
  int field;

  g_variant_get (parameter, "(ib)", &field, &descending);
  dd_table_set_sort (self, field, descending);
  g_signal_emit (self, signals[SORT_CHANGED], 0, (guint) field, descending);
}

/* --- the object ----------------------------------------------------------- */

static void
dd_table_dispose (GObject *object)
{
  DdTable *self = DD_TABLE (object);

  dd_table_set_list (self, NULL);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
      /* The cells know their columns: they go first. */
      gtk_column_view_set_model (self->view, NULL);
      self->view = NULL;
    }
  g_clear_object (&self->model);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;

  G_OBJECT_CLASS (dd_table_parent_class)->dispose (object);
}

static void
dd_table_finalize (GObject *object)
{
  DdTable *self = DD_TABLE (object);

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->empty_icon, g_free);
  g_clear_pointer (&self->empty_title, g_free);
  g_clear_pointer (&self->empty_text, g_free);

  G_OBJECT_CLASS (dd_table_parent_class)->finalize (object);
}

static void
dd_table_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  DdTable *self = DD_TABLE (object);

  switch ((DdTableProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_EMPTY_ICON:
      g_value_set_string (value, self->empty_icon);
      break;

    case PROP_EMPTY_TITLE:
      g_value_set_string (value, self->empty_title);
      break;

    case PROP_EMPTY_TEXT:
      g_value_set_string (value, self->empty_text);
      break;

    case PROP_SELECTED:
      g_value_set_object (value, dd_table_get_selected (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_table_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  DdTable *self = DD_TABLE (object);

  switch ((DdTableProperty) prop_id)
    {
    case PROP_LABEL:
      g_free (self->label);
      self->label = g_value_dup_string (value);
      if (self->label != NULL)
        {
          dd_accessible_set_label (GTK_WIDGET (self->view), self->label);
          /* It is the body that has the focus. */
          dd_accessible_set_label (find_body (GTK_WIDGET (self->view)), self->label);
        }
      break;

    case PROP_EMPTY_ICON:
      g_free (self->empty_icon);
      self->empty_icon = g_value_dup_string (value);
      break;

    case PROP_EMPTY_TITLE:
      g_free (self->empty_title);
      self->empty_title = g_value_dup_string (value);
      break;

    case PROP_EMPTY_TEXT:
      g_free (self->empty_text);
      self->empty_text = g_value_dup_string (value);
      break;

    case PROP_SELECTED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_table_class_init (DdTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = dd_table_dispose;
  object_class->finalize = dd_table_finalize;
  object_class->get_property = dd_table_get_property;
  object_class->set_property = dd_table_set_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_EMPTY_ICON] = g_param_spec_string ("empty-icon", NULL, NULL, NULL, flags);
  properties[PROP_EMPTY_TITLE] = g_param_spec_string ("empty-title", NULL, NULL, NULL, flags);
  properties[PROP_EMPTY_TEXT] = g_param_spec_string ("empty-text", NULL, NULL, NULL, flags);
  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, DD_TYPE_RECORD,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /* A record was double-clicked, or Return was pressed on it. */
  signals[ACTIVATED] =
    g_signal_new ("activated", DD_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, DD_TYPE_RECORD);

  /* The user wants another order: a field, and whether it goes down. */
  signals[SORT_CHANGED] =
    g_signal_new ("sort-changed", DD_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "table.sort", "(ib)", sort_action);
}

static void
dd_table_init (DdTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->columns = g_ptr_array_new_with_free_func (dd_column_free);
  self->model = dd_table_model_new ();
  g_signal_connect_object (self->model, "selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  self->view =
    GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->model))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_column_view_set_show_column_separators (self->view, FALSE);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scrolled, "table");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

/* GTK 4.8 has no call to let a title stand where the numbers below it do. A title is a
 * widget with a box in it; were it made otherwise, nothing happens. */
static void
align_titles (DdTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; i < self->columns->len && title != NULL; i++)
    {
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (box != NULL && dd_column_get_description (self->columns->pdata[i])->numeric)
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      title = gtk_widget_get_next_sibling (title);
    }
}

/**
 * dd_table_set_columns:
 * @columns: a static table; told once
 * @user_data: for the functions that fill the cells
 */
void
dd_table_set_columns (DdTable             *self,
                      const DdTableColumn *columns,
                      guint                n_columns,
                      gpointer             user_data)
{
  g_return_if_fail (DD_IS_TABLE (self));
  g_return_if_fail (self->columns->len == 0);

  for (guint i = 0; i < n_columns; i++)
    {
      DdColumn *column = dd_column_new (&columns[i], user_data);

      gtk_column_view_append_column (self->view, dd_column_get_head (column));
      g_ptr_array_add (self->columns, column);
    }
  align_titles (self);
}

/**
 * dd_table_set_list:
 * @list: (nullable): the records to show
 */
void
dd_table_set_list (DdTable *self,
                   DdList  *list)
{
  g_return_if_fail (DD_IS_TABLE (self));

  if (self->list == list)
    return;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  dd_table_model_set_list (self->model, list);
  if (list == NULL)
    return;

  g_signal_connect_swapped (list, "notify::loading", G_CALLBACK (loading_cb), self);
  g_signal_connect_swapped (list, "notify::count", G_CALLBACK (list_changed_cb), self);
  g_signal_connect_swapped (list, "notify::complete", G_CALLBACK (list_changed_cb), self);
  show_state (self);
}

/**
 * dd_table_set_filtered:
 * @filtered: whether an empty list means that nothing fits, rather than that
 *   there is nothing
 */
void
dd_table_set_filtered (DdTable  *self,
                       gboolean  filtered)
{
  g_return_if_fail (DD_IS_TABLE (self));

  self->filtered = filtered;
  show_state (self);
}

/**
 * dd_table_set_sort:
 *
 * Shows by which column the list is sorted; does not sort it.
 */
void
dd_table_set_sort (DdTable  *self,
                   int       field,
                   gboolean  descending)
{
  g_return_if_fail (DD_IS_TABLE (self));

  self->sorting = TRUE;
  /* A column that was asked for before would keep its arrow. */
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  for (guint i = 0; i < self->columns->len; i++)
    {
      DdColumn *column = self->columns->pdata[i];

      if (dd_column_get_description (column)->sort == field)
        gtk_column_view_sort_by_column (self->view, dd_column_get_head (column),
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
  self->sorting = FALSE;
}

/**
 * dd_table_get_sort:
 *
 * Returns: %FALSE if no column has the arrow
 */
gboolean
dd_table_get_sort (DdTable  *self,
                   guint    *field,
                   gboolean *descending)
{
  DdColumn *column;

  g_return_val_if_fail (DD_IS_TABLE (self), FALSE);

  column = dd_column_find_sorted (self->view, descending);
  if (column == NULL)
    return FALSE;
  *field = (guint) dd_column_get_description (column)->sort;

  return TRUE;
}

/**
 * dd_table_get_sort_menu:
 *
 * Returns: (transfer full): a menu of the orders there are, for those who cannot
 *   click on a header
 */
GMenuModel *
dd_table_get_sort_menu (DdTable *self)
{
  GMenu *menu = g_menu_new ();

  g_return_val_if_fail (DD_IS_TABLE (self), NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DdTableColumn *description = dd_column_get_description (self->columns->pdata[i]);

      if (description->sort == DD_TABLE_UNSORTED)
        continue;
      for (guint down = 0; down < 2; down++)
        {
          g_autofree char *label =
            /* Translators: %s is the title of a column. */
            g_strdup_printf (down == 1 ? _("%s, descending") : _("%s, ascending"),
                             _(description->title));
          g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

          g_menu_item_set_action_and_target (item, "table.sort", "(ib)", description->sort,
                                             down == 1);
          g_menu_append_item (menu, item);
        }
    }

  return G_MENU_MODEL (menu);
}

/**
 * dd_table_get_selected:
 *
 * Returns: (transfer none) (nullable): the record of the row that is selected
 */
DdRecord *
dd_table_get_selected (DdTable *self)
{
  g_return_val_if_fail (DD_IS_TABLE (self), NULL);

  return self->model != NULL ? dd_table_model_get_selected (self->model) : NULL;
}

/**
 * dd_table_select:
 *
 * Selects a record and brings it into sight, now or as soon as the list has it.
 *
 * Returns: whether it is in the list now
 */
gboolean
dd_table_select (DdTable *self,
                 gint64   id)
{
  g_return_val_if_fail (DD_IS_TABLE (self), FALSE);

  self->wanted = id;
  select_wanted (self);

  return self->wanted == 0;
}

/**
 * dd_table_unselect:
 *
 * Selects no record.
 */
void
dd_table_unselect (DdTable *self)
{
  g_return_if_fail (DD_IS_TABLE (self));

  dd_table_model_select (self->model, GTK_INVALID_LIST_POSITION);
}

/**
 * dd_table_enter:
 *
 * Moves the focus from a search box into what was found, to the first record
 * of it if none is selected.
 */
void
dd_table_enter (DdTable *self)
{
  g_return_if_fail (DD_IS_TABLE (self));

  if (self->list == NULL || dd_list_get_count (self->list) == 0)
    return;
  if (dd_table_get_selected (self) == NULL)
    dd_table_model_select (self->model, 0);
  gtk_widget_grab_focus (find_body (GTK_WIDGET (self->view)));
}

/**
 * dd_table_take_focus:
 *
 * Moves the focus to a row, now or as soon as there is one, without selecting it.
 */
void
dd_table_take_focus (DdTable *self)
{
  g_return_if_fail (DD_IS_TABLE (self));

  self->wants_focus = TRUE;
  self->focus_before = get_focus (self);
  give_focus (self);
}

/**
 * dd_table_refresh:
 *
 * Fills all cells anew: what they say depends on more than the records.
 */
void
dd_table_refresh (DdTable *self)
{
  g_return_if_fail (DD_IS_TABLE (self));

  for (guint i = 0; i < self->columns->len; i++)
    dd_column_refresh (self->columns->pdata[i]);
}
