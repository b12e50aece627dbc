/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-tasks-page"

#include "config.h"

#include "dd-tasks-page.h"

#include "dd-day-text.h"
#include "dd-measure.h"
#include "dd-number-text.h"
#include "dd-quick-entry.h"
#include "dd-status.h"
#include "dd-table-view.h"
#include "dd-table-window.h"
#include "dd-task-details.h"
#include "dd-task-filters.h"
#include "dd-task-form.h"
#include "dd-task.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * DdTasksPage:
 *
 * All tasks in a table, with the details of one beside it.
 */
struct _DdTasksPage
{
  DdPage          parent_instance;

  /* Template children */
  AdwWindowTitle *title;
  GtkMenuButton  *sort_button;
  GtkRevealer    *quick_revealer;
  DdQuickEntry   *quick_entry;
  DdTableView    *view;
  DdTaskFilters  *filters;
  DdTable        *table;
  DdTaskDetails  *details;

  DdList         *list;
  gboolean        asked;        /* what is selected may go because of another question */
};

G_DEFINE_FINAL_TYPE (DdTasksPage, dd_tasks_page, DD_TYPE_PAGE)

/* --- cells ---------------------------------------------------------------- */

static void
show_content (GtkInscription *cell,
              DdRecord       *record,
              gpointer        user_data)
{
  const DdRow *task = dd_record_get_row (record);

  gtk_inscription_set_text (cell, dd_row_get_text (task, DD_TASK_CONTENT));
}

static void
show_lead (GtkInscription *cell,
           DdRecord       *record,
           gpointer        user_data)
{
  gtk_inscription_set_text (cell, dd_row_get_text (dd_record_get_row (record), DD_TASK_LEAD_NAME));
}

static void
show_deadline (GtkInscription *cell,
               DdRecord       *record,
               gpointer        user_data)
{
  g_autofree char *text =
    dd_day_to_text (dd_row_get_day (dd_record_get_row (record), DD_TASK_DEADLINE));

  gtk_inscription_set_text (cell, text);
}

static void
show_status (GtkInscription *cell,
             DdRecord       *record,
             gpointer        user_data)
{
  DdSession *session = dd_page_get_session (user_data);
  const DdRow *task = dd_record_get_row (record);
  g_autofree char *text = dd_status_describe_task (session, task);

  gtk_inscription_set_text (cell, text);
  dd_status_show_rag (GTK_WIDGET (cell), dd_status_get_task_rag (session, task));
}

static void
show_percent (GtkInscription *cell,
              DdRecord       *record,
              gpointer        user_data)
{
  const DdRow *task = dd_record_get_row (record);
  g_autofree char *text = NULL;

  if (dd_row_is_set (task, DD_TASK_PERCENT))
    text = g_strdup_printf ("%u%%", (guint) dd_row_get_number (task, DD_TASK_PERCENT));
  gtk_inscription_set_text (cell, text);
}

static void
show_source (GtkInscription *cell,
             DdRecord       *record,
             gpointer        user_data)
{
  const DdRow *task = dd_record_get_row (record);
  const char *document = dd_row_get_text (task, DD_TASK_DOCUMENT_NUMBER);

  gtk_inscription_set_text (cell, document != NULL
                                  ? document : dd_row_get_text (task, DD_TASK_MEETING_TITLE));
}

static const DdTableColumn columns[] = {
  { N_("Content"), 0, DD_TASK_CONTENT, show_content, .lines = 2 },
  { N_("Lead"), 140, DD_TASK_LEAD, show_lead, .lines = 2 },
  { N_("Deadline"), 94, DD_TASK_DUE, show_deadline },
  { N_("Status"), 130, DD_TABLE_UNSORTED, show_status },
  { N_("Progress"), 72, DD_TABLE_UNSORTED, show_percent, .numeric = TRUE },
  { N_("Source"), 104, DD_TABLE_UNSORTED, show_source },
};

/* --- what is shown -------------------------------------------------------- */

static void
fill_query (DdQuery  *query,
            gpointer  user_data)
{
  DdTasksPage *self = user_data;

  self->asked = TRUE;
  dd_task_filters_fill (self->filters, query);
}

static void
show_count (DdTasksPage *self)
{
  DdRecord *record = dd_table_get_selected (self->table);
  guint count = dd_list_get_count (self->list);
  g_autofree char *text = NULL;

  if (!dd_list_get_loading (self->list) && record != NULL &&
      dd_list_find (self->list, dd_record_get_id (record)) != G_MAXUINT)
    self->asked = FALSE;
  if (dd_list_get_complete (self->list) && !dd_list_get_loading (self->list))
    {
      g_autofree char *number = dd_number_to_text (count);

      /* Translators: %s is a number of tasks. */
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s task", "%s tasks", count), number);
    }
  adw_window_title_set_subtitle (self->title, text != NULL ? text : "");
}

static void
show_details (DdTasksPage *self,
              DdRecord    *record)
{
  dd_task_details_set_task (self->details, record);
  dd_table_view_set_details_shown (self->view, record != NULL);
}

static void
looked_for_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DdTasksPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) record = dd_store_fetch_finish (DD_STORE (object), result, &error);

  if (record == NULL && self->list != NULL && dd_table_get_selected (self->table) == NULL &&
      g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND))
    show_details (self, NULL);
}

/* A filter that leaves a task out takes its details away. What is done with a
 * task does not, though it may leave the table for it: who reported it done
 * wants to see that, and perhaps to confirm it. Only if it was deleted is
 * there nothing to show any more. */
static void
selected_cb (DdTasksPage *self)
{
  DdRecord *record = dd_table_get_selected (self->table);
  DdRecord *shown = dd_task_details_get_task (self->details);

  if (record != NULL || self->asked || shown == NULL)
    {
      self->asked = FALSE;
      show_details (self, record);
      return;
    }

  dd_store_fetch_async (dd_page_get_store (DD_PAGE (self)), DD_KIND_TASK,
                        dd_record_get_id (shown), NULL, looked_for_cb, g_object_ref (self));
}

static void
new_task_saved_cb (DdTasksPage *self,
                   DdChange    *change)
{
  dd_table_select (self->table,
                   dd_change_resolve_id (change, -(gint64) dd_change_get_size (change)));
}

/* A task is typed in one line; the form stands behind it, for what a line does not say. */
static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DdTasksPage *self = DD_TASKS_PAGE (widget);

  gtk_revealer_set_reveal_child (self->quick_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->quick_entry));
}

static void
new_in_form_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DdTasksPage *self = DD_TASKS_PAGE (widget);
  DdForm *form = dd_task_form_new (dd_page_get_session (DD_PAGE (self)),
                                   dd_page_get_window (DD_PAGE (self)), NULL, NULL);

  g_signal_connect_object (form, "saved", G_CALLBACK (new_task_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

static void
paste_table_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DdTasksPage *self = DD_TASKS_PAGE (widget);
  GtkWidget *window = dd_table_window_new (dd_page_get_session (DD_PAGE (self)),
                                           dd_page_get_window (DD_PAGE (self)));

  gtk_window_present (GTK_WINDOW (window));
}

static void
quick_entry_closed_cb (DdTasksPage *self)
{
  gtk_revealer_set_reveal_child (self->quick_revealer, FALSE);
  dd_table_take_focus (self->table);
}

/* The menu that asks for it hangs outside of the table. */
static void
sort_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (DD_TASKS_PAGE (widget)->table), name, parameter);
}

static void
details_closed_cb (DdTasksPage *self)
{
  show_details (self, NULL);
}

/* --- the object ----------------------------------------------------------- */

static void
dd_tasks_page_start (DdPage *page)
{
  DdTasksPage *self = DD_TASKS_PAGE (page);
  const gboolean writable = !dd_store_get_read_only (dd_page_get_store (page));
  g_autoptr (GMenuModel) menu = NULL;

  dd_task_filters_start (self->filters, dd_page_get_session (page));
  dd_task_details_start (self->details, dd_page_get_session (page));
  dd_quick_entry_start (self->quick_entry, dd_page_get_session (page),
                        DD_QUICK_ENTRY_MAKES_TASKS);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new-in-form", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.paste-table", writable);
  dd_table_set_columns (self->table, columns, G_N_ELEMENTS (columns), self);
  menu = dd_table_get_sort_menu (self->table);
  gtk_menu_button_set_menu_model (self->sort_button, menu);

  dd_table_view_set_sort (self->view, DD_TASK_DUE, FALSE);
  dd_table_view_start (self->view, dd_page_get_store (page), DD_KIND_TASK, fill_query, self);
  self->list = g_object_ref (dd_table_view_get_list (self->view));
  g_signal_connect_object (self->list, "notify::count", G_CALLBACK (show_count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::complete", G_CALLBACK (show_count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (show_count), self,
                           G_CONNECT_SWAPPED);
}

static void
dd_tasks_page_today_changed (DdPage *page)
{
  DdTasksPage *self = DD_TASKS_PAGE (page);

  dd_table_view_ask (self->view);
  dd_table_refresh (self->table);
  dd_task_details_set_task (self->details, dd_task_details_get_task (self->details));
}

static void
dd_tasks_page_find (DdPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (DD_TASKS_PAGE (page)->filters));
}

static void
dd_tasks_page_enter (DdPage *page)
{
  dd_table_take_focus (DD_TASKS_PAGE (page)->table);
}

static void
dd_tasks_page_dispose (GObject *object)
{
  g_clear_object (&DD_TASKS_PAGE (object)->list);

  G_OBJECT_CLASS (dd_tasks_page_parent_class)->dispose (object);
}

static void
dd_tasks_page_class_init (DdTasksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DdPageClass *page_class = DD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_tasks_page_dispose;
  page_class->start = dd_tasks_page_start;
  page_class->today_changed = dd_tasks_page_today_changed;
  page_class->find = dd_tasks_page_find;
  page_class->enter = dd_tasks_page_enter;

  /* The template names these types as text: make sure they exist. */
  g_type_ensure (DD_TYPE_QUICK_ENTRY);
  g_type_ensure (DD_TYPE_TABLE);
  g_type_ensure (DD_TYPE_TABLE_VIEW);
  g_type_ensure (DD_TYPE_TASK_DETAILS);
  g_type_ensure (DD_TYPE_TASK_FILTERS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/tasks/dd-tasks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DdTasksPage, title);
  gtk_widget_class_bind_template_child (widget_class, DdTasksPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, DdTasksPage, quick_revealer);
  gtk_widget_class_bind_template_child (widget_class, DdTasksPage, quick_entry);
  gtk_widget_class_bind_template_child (widget_class, DdTasksPage, view);
  gtk_widget_class_bind_template_child (widget_class, DdTasksPage, filters);
  gtk_widget_class_bind_template_child (widget_class, DdTasksPage, table);
  gtk_widget_class_bind_template_child (widget_class, DdTasksPage, details);

  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.new-in-form", NULL, new_in_form_action);
  gtk_widget_class_install_action (widget_class, "page.paste-table", NULL, paste_table_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "page.new-in-form",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "table.sort", "(ib)", sort_action);
}

static void
dd_tasks_page_init (DdTasksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->quick_entry, "closed", G_CALLBACK (quick_entry_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "details-closed", G_CALLBACK (details_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
dd_tasks_page_new (DdSession *session)
{
  return g_object_new (DD_TYPE_TASKS_PAGE, "session", session, NULL);
}

/**
 * dd_tasks_page_show_task:
 *
 * Shows one task, whatever the filters were.
 */
void
dd_tasks_page_show_task (DdTasksPage *self,
                         gint64       id)
{
  g_return_if_fail (DD_IS_TASKS_PAGE (self));

  dd_task_filters_set_statuses (self->filters, DD_STATUS_ALL);
  dd_table_select (self->table, id);
}

/**
 * dd_tasks_page_show_statuses:
 * @statuses: a set that the filter offers
 * @unit: the lead unit; 0: of all units
 */
void
dd_tasks_page_show_statuses (DdTasksPage *self,
                             guint        statuses,
                             gint64       unit,
                             const char  *unit_name)
{
  g_return_if_fail (DD_IS_TASKS_PAGE (self));

  dd_task_filters_set_statuses (self->filters, statuses);
  if (unit != 0)
    dd_task_filters_set_lead (self->filters, unit, unit_name);
}

/**
 * dd_tasks_page_show_meeting:
 *
 * Shows all tasks that were assigned at a meeting.
 */
void
dd_tasks_page_show_meeting (DdTasksPage *self,
                            gint64       meeting,
                            const char  *name)
{
  g_return_if_fail (DD_IS_TASKS_PAGE (self));

  dd_task_filters_set_statuses (self->filters, DD_STATUS_ALL);
  dd_task_filters_set_meeting (self->filters, meeting, name);
}
