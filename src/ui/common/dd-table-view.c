/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-view"

#include "dd-table-view.h"

#include "dd-split.h"

/**
 * DdTableView:
 *
 * A table below a bar of filters, with the details of one row beside it.
 *
 * What the filters and the heads of the table ask for is asked of the store here. Which
 * record the details are of is the section's to say; the actions of the bar, of the
 * table and of the details are answered.
 */
struct _DdTableView
{
  GtkWidget        parent_instance;

  DdFilterBar     *filters;
  DdTable         *table;
  GtkWidget       *details;
  DdSplit         *split;

  DdKind           kind;
  DdList          *list;        /* NULL until it is started */
  DdTableViewFill  fill;
  gpointer         fill_data;
  guint            sort;        /* a field */
  gboolean         descending;
};

G_DEFINE_FINAL_TYPE (DdTableView, dd_table_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_FILTERS = 1,
  PROP_TABLE,
  PROP_DETAILS,
} DdTableViewProperty;

enum { DETAILS_CLOSED, N_SIGNALS };

static GParamSpec *properties[PROP_DETAILS + 1];
static guint signals[N_SIGNALS];

static DdQuery *
make_query (DdTableView *self)
{
  DdQuery *query = dd_query_new (self->kind);

  self->fill (query, self->fill_data);
  dd_query_set_sort (query, self->sort, self->descending);

  return query;
}

static void
show_filtered (DdTableView *self)
{
  gboolean filtered = dd_filter_bar_get_filtered (self->filters);

  dd_table_set_filtered (self->table, filtered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.clear-filters", filtered);
}

static void
sort_changed_cb (DdTableView *self,
                 guint        field,
                 gboolean     descending)
{
  self->sort = field;
  self->descending = descending;
  dd_table_view_ask (self);
}

static void
activated_cb (DdTableView *self)
{
  if (!gtk_widget_grab_focus (self->details))
    gtk_widget_child_focus (self->details, GTK_DIR_TAB_FORWARD);
}

/* The way back from the details; what Escape is to somebody within them comes first. */
static gboolean
leave_details (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   user_data)
{
  DdTableView *self = DD_TABLE_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->details))
    return FALSE;
  if (self->list == NULL || dd_list_get_count (self->list) == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->filters));

  dd_table_take_focus (self->table);

  return TRUE;
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  dd_filter_bar_clear (DD_TABLE_VIEW (widget)->filters);
}

static void
enter_table_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  dd_table_enter (DD_TABLE_VIEW (widget)->table);
}

static void
close_details_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DdTableView *self = DD_TABLE_VIEW (widget);

  dd_table_unselect (self->table);
  dd_split_set_details_shown (self->split, FALSE);
  g_signal_emit (self, signals[DETAILS_CLOSED], 0);
}

static gboolean
dd_table_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DD_TABLE_VIEW (widget)->filters));
}

static void
dd_table_view_dispose (GObject *object)
{
  DdTableView *self = DD_TABLE_VIEW (object);
  GtkWidget *child;

  g_clear_object (&self->list);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_table_view_parent_class)->dispose (object);
}

static void
dd_table_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  DdTableView *self = DD_TABLE_VIEW (object);

  switch ((DdTableViewProperty) prop_id)
    {
    case PROP_FILTERS:
      self->filters = g_value_get_object (value);
      gtk_widget_insert_after (GTK_WIDGET (self->filters), GTK_WIDGET (self), NULL);
      g_signal_connect_object (self->filters, "changed", G_CALLBACK (dd_table_view_ask), self,
                               G_CONNECT_SWAPPED);
      break;

    case PROP_TABLE:
      self->table = g_value_get_object (value);
      g_object_set (self->split, "content", self->table, NULL);
      g_signal_connect_object (self->table, "sort-changed", G_CALLBACK (sort_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self,
                               G_CONNECT_SWAPPED);
      break;

    case PROP_DETAILS:
      self->details = g_value_get_object (value);
      g_object_set (self->split, "details", self->details, NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_table_view_class_init (DdTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dd_table_view_dispose;
  object_class->set_property = dd_table_view_set_property;
  widget_class->grab_focus = dd_table_view_grab_focus;

  /* Each is set once, by a template. */
  properties[PROP_FILTERS] =
    g_param_spec_object ("filters", NULL, NULL, DD_TYPE_FILTER_BAR,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TABLE] =
    g_param_spec_object ("table", NULL, NULL, DD_TYPE_TABLE,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAILS] =
    g_param_spec_object ("details", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /* The user has closed them. */
  signals[DETAILS_CLOSED] =
    g_signal_new ("details-closed", DD_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "page.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "page.enter-table", NULL, enter_table_action);
  gtk_widget_class_install_action (widget_class, "page.close-details", NULL, close_details_action);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_details, NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
dd_table_view_init (DdTableView *self)
{
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->split = g_object_new (DD_TYPE_SPLIT, "vexpand", TRUE, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->split), GTK_WIDGET (self));
}

/**
 * dd_table_view_start:
 * @fill: is asked whenever another question is to be put; it may call dd_table_view_set_sort()
 *
 * Reads the list, in the order that was set before. To be called once the table has its
 * columns and the filters are started.
 */
void
dd_table_view_start (DdTableView     *self,
                     DdStore         *store,
                     DdKind           kind,
                     DdTableViewFill  fill,
                     gpointer         user_data)
{
  g_autoptr (DdQuery) query = NULL;

  g_return_if_fail (DD_IS_TABLE_VIEW (self) && self->list == NULL);

  self->kind = kind;
  self->fill = fill;
  self->fill_data = user_data;
  query = make_query (self);
  self->list = dd_store_get_list (store, query);
  show_filtered (self);
  dd_table_set_list (self->table, self->list);
}

/**
 * dd_table_view_get_list:
 *
 * Returns: (transfer none) (nullable): what the table shows
 */
DdList *
dd_table_view_get_list (DdTableView *self)
{
  g_return_val_if_fail (DD_IS_TABLE_VIEW (self), NULL);

  return self->list;
}

/**
 * dd_table_view_set_sort:
 *
 * Sets the order that is asked for from now on, and the arrow in the heads.
 */
void
dd_table_view_set_sort (DdTableView *self,
                        guint        field,
                        gboolean     descending)
{
  g_return_if_fail (DD_IS_TABLE_VIEW (self));

  self->sort = field;
  self->descending = descending;
  dd_table_set_sort (self->table, (int) field, descending);
}

/**
 * dd_table_view_set_details_shown:
 *
 * Shows the details, or takes them away.
 */
void
dd_table_view_set_details_shown (DdTableView *self,
                                 gboolean     shown)
{
  g_return_if_fail (DD_IS_TABLE_VIEW (self));

  dd_split_set_details_shown (self->split, shown);
}

/**
 * dd_table_view_ask:
 *
 * Asks anew: something that the question depends on is another now.
 */
void
dd_table_view_ask (DdTableView *self)
{
  g_autoptr (DdQuery) query = NULL;

  g_return_if_fail (DD_IS_TABLE_VIEW (self));

  if (self->list == NULL)
    return;

  query = make_query (self);
  dd_list_set_query (self->list, query);
  show_filtered (self);
}
