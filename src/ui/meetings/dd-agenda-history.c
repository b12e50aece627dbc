/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-agenda-history"

#include "config.h"

#include "dd-agenda-history.h"

#include "dd-agenda-item.h"
#include "dd-clause-row.h"
#include "dd-day-text.h"
#include "dd-directive.h"
#include "dd-task.h"

#include <glib/gi18n-lib.h>

/**
 * DdAgendaHistory:
 *
 * One topic over all meetings: when it was discussed, what was concluded each time, and
 * where the tasks stand.
 */
struct _DdAgendaHistory
{
  AdwWindow     parent_instance;

  /* Template children */
  GtkLabel     *title;
  GtkBox       *box;

  DdSession    *session;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (DdAgendaHistory, dd_agenda_history, ADW_TYPE_WINDOW)

static GtkWidget *
append_label (GtkBox     *box,
              const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return label;
}

/* --- the clauses of a meeting, and their tasks ----------------------------- */

static GtkWidget *
make_clause_row (gpointer item,
                 gpointer user_data)
{
  return dd_clause_row_new (DD_RECORD (item));
}

static GtkWidget *
make_task_row (gpointer item,
               gpointer user_data)
{
  return dd_task_row_new (DD_SESSION (user_data), DD_RECORD (item));
}

/* A list that is not there as long as it is empty. The box lives as long as its model. */
static void
append_list (DdAgendaHistory             *self,
             DdList                      *list,
             const char                  *name,
             GtkListBoxCreateWidgetFunc   create)
{
  GtkWidget *box = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (box, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_bind_model (GTK_LIST_BOX (box), G_LIST_MODEL (list), create, self->session, NULL);
  g_object_bind_property (list, "count", box, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (self->box, box);
}

static void
append_clauses (DdAgendaHistory *self,
                const DdRow     *item)
{
  DdStore *store = dd_session_get_store (self->session);
  g_autoptr (DdQuery) directives = dd_query_new (DD_KIND_DIRECTIVE);
  g_autoptr (DdQuery) tasks = dd_query_new (DD_KIND_TASK);
  g_autoptr (DdList) clauses = NULL;
  g_autoptr (DdList) of_tasks = NULL;

  dd_query_set_reference (directives, DD_DIRECTIVE_AGENDA_ITEM, dd_row_get_id (item));
  dd_query_set_sort (directives, DD_DIRECTIVE_POSITION, FALSE);
  clauses = dd_store_get_list (store, directives);
  append_list (self, clauses, _("Conclusions"), make_clause_row);

  dd_query_set_agenda_item (tasks, dd_row_get_id (item));
  of_tasks = dd_store_get_list (store, tasks);
  append_list (self, of_tasks, _("Tasks"), make_task_row);
}

static void
append_item (DdAgendaHistory *self,
             const DdRow     *item)
{
  g_autofree char *day = dd_day_to_long_text (dd_row_get_day (item, DD_AGENDA_ITEM_MEETING_DAY));
  g_autofree char *heading = NULL;

  /* Translators: the day of a meeting, and its title. */
  heading = g_strdup_printf (_("%s: %s"), day,
                             dd_row_get_text (item, DD_AGENDA_ITEM_MEETING_TITLE));
  append_label (self->box, heading, "heading");
  append_label (self->box, dd_row_get_flag (item, DD_AGENDA_ITEM_DISCUSSED)
                           ? _("Discussed") : _("Not discussed"), "caption");
  if (dd_row_is_set (item, DD_AGENDA_ITEM_NOTE))
    append_label (self->box, dd_row_get_text (item, DD_AGENDA_ITEM_NOTE), "quote");
  if (dd_row_get_number (item, DD_AGENDA_ITEM_N_DIRECTIVES) > 0)
    append_clauses (self, item);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (DdAgendaHistory) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = dd_store_select_finish (DD_STORE (object), result, &error);

  if (self->box == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (items == NULL)
    {
      g_autofree char *sentence = dd_store_error_to_text (error, NULL);

      append_label (self->box, sentence, "error");
      return;
    }

  for (guint i = 0; i < items->len; i++)
    append_item (self, items->pdata[i]);
}

/* --- the object ----------------------------------------------------------- */

static void
dd_agenda_history_dispose (GObject *object)
{
  DdAgendaHistory *self = DD_AGENDA_HISTORY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_AGENDA_HISTORY);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_agenda_history_parent_class)->dispose (object);
}

static void
dd_agenda_history_class_init (DdAgendaHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_agenda_history_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/meetings/dd-agenda-history.ui");
  gtk_widget_class_bind_template_child (widget_class, DdAgendaHistory, title);
  gtk_widget_class_bind_template_child (widget_class, DdAgendaHistory, box);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dd_agenda_history_init (DdAgendaHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * dd_agenda_history_new:
 * @item: the topic, at any of its meetings
 *
 * Returns: (transfer none): a window to be presented
 */
GtkWidget *
dd_agenda_history_new (DdSession   *session,
                       GtkWindow   *parent,
                       const DdRow *item)
{
  DdAgendaHistory *self = g_object_new (DD_TYPE_AGENDA_HISTORY, "transient-for", parent, NULL);
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_AGENDA_ITEM);

  self->session = g_object_ref (session);
  gtk_label_set_text (self->title, dd_row_get_text (item, DD_AGENDA_ITEM_TITLE));
  dd_query_set_chain (query, dd_row_get_id (item));
  dd_query_set_sort (query, DD_AGENDA_ITEM_MEETING_DAY, FALSE);
  dd_store_select_async (dd_session_get_store (session), query, self->cancellable, read_cb,
                         g_object_ref (self));

  return GTK_WIDGET (self);
}
