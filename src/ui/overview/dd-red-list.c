/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-red-list"

#include "config.h"

#include "dd-red-list.h"

#include "dd-reason-row.h"
#include "dd-task.h"

/**
 * DdRedList:
 *
 * The tasks that are overdue the longest, each with the reason for its colour.
 *
 * A few of them: who wants all is led to the table of tasks.
 */
struct _DdRedList
{
  GtkWidget   parent_instance;

  /* Template children */
  GtkButton  *all_button;
  GtkListBox *box;
  GtkBox     *calm_box;

  DdSession  *session;
  DdList     *list;
};

G_DEFINE_FINAL_TYPE (DdRedList, dd_red_list, GTK_TYPE_WIDGET)

#define N_SHOWN 6

/* The reason depends on the day, beside the record. */
static void
show_task (DdRedList   *self,
           DdRecord    *record,
           DdReasonRow *row)
{
  const DdRow *task = dd_record_get_row (record);
  g_autofree char *reason = NULL;
  DdRag rag;

  if (!dd_record_get_loaded (record))
    return;

  rag = dd_rag_of_task (task, dd_session_get_today (self->session),
                        dd_store_get_rules (dd_session_get_store (self->session)), &reason);
  dd_reason_row_show (row, dd_row_get_text (task, DD_TASK_CONTENT),
                      dd_row_get_text (task, DD_TASK_LEAD_NAME), reason, rag);
}

static void
task_changed_cb (DdRecord    *record,
                 DdReasonRow *row)
{
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (row), DD_TYPE_RED_LIST);

  if (self != NULL)
    show_task (DD_RED_LIST (self), record, row);
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  GtkWidget *row = dd_reason_row_new ();

  g_signal_connect_object (item, "changed", G_CALLBACK (task_changed_cb), row, 0);
  show_task (user_data, item, DD_REASON_ROW (row));

  return row;
}

/* One more than is shown is asked for, to know whether there is one. */
static DdQuery *
make_query (DdRedList *self)
{
  DdQuery *query = dd_query_new (DD_KIND_TASK);

  dd_query_set_statuses (query, DD_STATUS_BIT (DD_TASK_STATUS_WIP_LATE),
                         dd_session_get_today (self->session), 0);
  dd_query_set_sort (query, DD_TASK_DUE, FALSE);
  dd_query_set_limit (query, N_SHOWN + 1);

  return query;
}

static void
show_state (DdRedList *self)
{
  guint count = dd_list_get_count (self->list);

  /* What is there stays until the answer is; at first, that is nothing. */
  if (dd_list_get_loading (self->list))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->box), count > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->calm_box), count == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), count > N_SHOWN);
}

static void
row_activated_cb (DdRedList     *self,
                  GtkListBoxRow *row)
{
  guint position = (guint) gtk_list_box_row_get_index (row);

  if (position < dd_list_get_count (self->list))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-task", "x",
                                dd_list_get_id (self->list, position));
}

static void
dd_red_list_dispose (GObject *object)
{
  DdRedList *self = DD_RED_LIST (object);
  GtkWidget *child;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_RED_LIST);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->list);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_red_list_parent_class)->dispose (object);
}

static void
dd_red_list_class_init (DdRedListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_red_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/overview/dd-red-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DdRedList, all_button);
  gtk_widget_class_bind_template_child (widget_class, DdRedList, box);
  gtk_widget_class_bind_template_child (widget_class, DdRedList, calm_box);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
dd_red_list_init (DdRedList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->all_button), "(uxs)",
                                    DD_STATUS_BIT (DD_TASK_STATUS_WIP_LATE), (gint64) 0, "");
}

/**
 * dd_red_list_start:
 *
 * To be called once. The list shows itself when it knows what to show.
 */
void
dd_red_list_start (DdRedList *self,
                   DdSession *session)
{
  g_autoptr (DdQuery) query = NULL;
  g_autoptr (GtkSliceListModel) shown = NULL;

  g_return_if_fail (DD_IS_RED_LIST (self));

  self->session = g_object_ref (session);
  query = make_query (self);
  self->list = dd_store_get_list (dd_session_get_store (session), query);
  shown = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->list)), 0, N_SHOWN);
  gtk_list_box_bind_model (self->box, G_LIST_MODEL (shown), make_row, self, NULL);
  g_signal_connect_swapped (self->list, "notify::loading", G_CALLBACK (show_state), self);
  g_signal_connect_swapped (self->list, "notify::count", G_CALLBACK (show_state), self);
}

/**
 * dd_red_list_refresh:
 *
 * Asks anew, if it is another day, and tells the reasons anew.
 */
void
dd_red_list_refresh (DdRedList *self)
{
  g_autoptr (DdQuery) query = NULL;

  g_return_if_fail (DD_IS_RED_LIST (self));

  query = make_query (self);
  dd_list_set_query (self->list, query);
  for (guint i = 0; i < MIN (dd_list_get_count (self->list), N_SHOWN); i++)
    {
      g_autoptr (DdRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      show_task (self, record, DD_REASON_ROW (gtk_list_box_get_row_at_index (self->box, (int) i)));
    }
}
