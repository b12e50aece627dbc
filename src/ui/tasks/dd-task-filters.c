/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-task-filters"

#include "config.h"

#include "dd-task-filters.h"

#include "dd-reference-entry.h"
#include "dd-task.h"

#include <glib/gi18n-lib.h>

/**
 * DdTaskFilters:
 *
 * Which tasks are shown: by words, status, due day, unit and source.
 */
struct _DdTaskFilters
{
  GtkWidget         parent_instance;

  /* Template children */
  GtkSearchEntry   *search;
  GtkDropDown      *status;
  GtkDropDown      *due;
  GtkMenuButton    *more_button;
  GtkBox           *more_box;
  GtkButton        *clear_button;

  DdSession        *session;
  DdReferenceEntry *lead;
  DdReferenceEntry *unit;
  DdReferenceEntry *meeting;
  DdReferenceEntry *document;
  gboolean          setting;    /* while several filters are set at once */
};

G_DEFINE_FINAL_TYPE (DdTaskFilters, dd_task_filters, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const struct
{
  const char *label;
  guint       statuses;
} status_choices[] = {
  { N_("Open"), DD_STATUS_OPEN },
  { N_("Overdue"), DD_STATUS_BIT (DD_TASK_STATUS_WIP_LATE) },
  { N_("In progress, on track or due soon"),
    DD_STATUS_BIT (DD_TASK_STATUS_WIP_SOON) | DD_STATUS_BIT (DD_TASK_STATUS_WIP_OK) },
  { N_("Due soon"), DD_STATUS_BIT (DD_TASK_STATUS_WIP_SOON) },
  { N_("In progress, on track"), DD_STATUS_BIT (DD_TASK_STATUS_WIP_OK) },
  { N_("In progress, no deadline"), DD_STATUS_BIT (DD_TASK_STATUS_WIP_NODL) },
  { N_("Completed"), DD_STATUS_DONE },
  { N_("Completed on time"), DD_STATUS_BIT (DD_TASK_STATUS_DONE_ONTIME) },
  { N_("Completed late"), DD_STATUS_BIT (DD_TASK_STATUS_DONE_LATE) },
  { N_("Completed, no deadline"), DD_STATUS_BIT (DD_TASK_STATUS_DONE_NODL) },
  { N_("No deadline"),
    DD_STATUS_BIT (DD_TASK_STATUS_WIP_NODL) | DD_STATUS_BIT (DD_TASK_STATUS_DONE_NODL) },
  { N_("Suspended or withdrawn"), DD_STATUS_BIT (DD_TASK_STATUS_STOPPED) },
  { N_("All but suspended or withdrawn"),
    DD_STATUS_ALL & ~DD_STATUS_BIT (DD_TASK_STATUS_STOPPED) },
  { N_("All tasks"), DD_STATUS_ALL },
};

typedef enum
{
  DUE_ANY,
  DUE_TODAY,
  DUE_THIS_WEEK,
  DUE_THIS_MONTH,
  DUE_THIS_QUARTER,
  DUE_THIS_YEAR,
} Due;

static const char * const due_labels[] = {
  [DUE_ANY] = N_("Due any time"),
  [DUE_TODAY] = N_("Due today"),
  [DUE_THIS_WEEK] = N_("Due this week"),
  [DUE_THIS_MONTH] = N_("Due this month"),
  [DUE_THIS_QUARTER] = N_("Due this quarter"),
  [DUE_THIS_YEAR] = N_("Due this year"),
};

static void
show_more_label (DdTaskFilters *self)
{
  const char *lead = dd_reference_entry_get_name (self->lead);
  const char *unit = dd_reference_entry_get_name (self->unit);
  const char *meeting = dd_reference_entry_get_name (self->meeting);
  const char *document = dd_reference_entry_get_name (self->document);
  const char *shown = lead != NULL ? lead : unit != NULL ? unit
                    : meeting != NULL ? meeting : document;
  g_autofree char *text = NULL;

  /* A long name must not push the search box aside. */
  if (shown != NULL && g_utf8_strlen (shown, -1) > 20)
    {
      g_autofree char *head = g_utf8_substring (shown, 0, 19);

      text = g_strconcat (head, "…", NULL);
    }
  gtk_menu_button_set_label (self->more_button,
                             text != NULL ? text : shown != NULL ? shown : _("Unit, source"));
}

static void
filter_changed_cb (DdTaskFilters *self)
{
  if (self->setting || self->session == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->clear_button),
                            dd_task_filters_get_filtered (self));
  show_more_label (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Only what was chosen filters; a name that is being typed does not yet. */
static void
reference_changed_cb (DdTaskFilters    *self,
                      DdReferenceEntry *entry)
{
  if (dd_reference_entry_get_id (entry) != 0 || dd_reference_entry_is_valid (entry))
    filter_changed_cb (self);
}

static DdReferenceEntry *
add_reference (DdTaskFilters *self,
               DdKind         kind,
               const char    *label)
{
  GtkWidget *heading = gtk_label_new (label);
  GtkWidget *entry = dd_reference_entry_new (self->session, kind);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_box_append (self->more_box, heading);
  gtk_box_append (self->more_box, entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (reference_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return DD_REFERENCE_ENTRY (entry);
}

static void
fill_drop_downs (DdTaskFilters *self)
{
  g_autoptr (GtkStringList) statuses = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) dues = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (status_choices); i++)
    gtk_string_list_append (statuses, _(status_choices[i].label));
  for (guint i = 0; i < G_N_ELEMENTS (due_labels); i++)
    gtk_string_list_append (dues, _(due_labels[i]));
  gtk_drop_down_set_model (self->status, G_LIST_MODEL (statuses));
  gtk_drop_down_set_model (self->due, G_LIST_MODEL (dues));
}

static void
dd_task_filters_dispose (GObject *object)
{
  DdTaskFilters *self = DD_TASK_FILTERS (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_TASK_FILTERS);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_task_filters_parent_class)->dispose (object);
}

static void
dd_task_filters_class_init (DdTaskFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_task_filters_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_TASK_FILTERS, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/tasks/dd-task-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, DdTaskFilters, search);
  gtk_widget_class_bind_template_child (widget_class, DdTaskFilters, status);
  gtk_widget_class_bind_template_child (widget_class, DdTaskFilters, due);
  gtk_widget_class_bind_template_child (widget_class, DdTaskFilters, more_button);
  gtk_widget_class_bind_template_child (widget_class, DdTaskFilters, more_box);
  gtk_widget_class_bind_template_child (widget_class, DdTaskFilters, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
}

static void
dd_task_filters_init (DdTaskFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dd_task_filters_start (DdTaskFilters *self,
                       DdSession     *session)
{
  g_return_if_fail (DD_IS_TASK_FILTERS (self));

  self->setting = TRUE;
  self->session = g_object_ref (session);
  fill_drop_downs (self);
  self->lead = add_reference (self, DD_KIND_UNIT, _("Lead unit"));
  self->unit = add_reference (self, DD_KIND_UNIT, _("Unit, leading or coordinating"));
  self->meeting = add_reference (self, DD_KIND_MEETING, _("Meeting"));
  self->document = add_reference (self, DD_KIND_DOCUMENT, _("Document"));
  show_more_label (self);
  self->setting = FALSE;
}

static void
fill_due (DdTaskFilters *self,
          DdQuery       *query)
{
  static const DdPeriod periods[] = {
    [DUE_THIS_WEEK] = DD_PERIOD_WEEK,
    [DUE_THIS_MONTH] = DD_PERIOD_MONTH,
    [DUE_THIS_QUARTER] = DD_PERIOD_QUARTER,
    [DUE_THIS_YEAR] = DD_PERIOD_YEAR,
  };
  DdDay today = dd_session_get_today (self->session);
  Due due = gtk_drop_down_get_selected (self->due);

  if (due == DUE_ANY)
    return;

  if (due == DUE_TODAY)
    dd_query_set_days (query, DD_TASK_DUE, today, today);
  else
    dd_query_set_days (query, DD_TASK_DUE, dd_period_first_day (periods[due], today),
                       dd_period_last_day (periods[due], today));
}

/**
 * dd_task_filters_fill:
 * @query: a query for tasks
 *
 * Puts the filters into the query.
 */
void
dd_task_filters_fill (DdTaskFilters *self,
                      DdQuery       *query)
{
  const DdRules *rules;

  g_return_if_fail (DD_IS_TASK_FILTERS (self));

  rules = dd_store_get_rules (dd_session_get_store (self->session));
  dd_query_set_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  dd_query_set_statuses (query,
                         status_choices[gtk_drop_down_get_selected (self->status)].statuses,
                         dd_session_get_today (self->session), rules->warn_days);
  if (dd_reference_entry_get_id (self->lead) != 0)
    dd_query_set_reference (query, DD_TASK_LEAD, dd_reference_entry_get_id (self->lead));
  dd_query_set_unit (query, dd_reference_entry_get_id (self->unit));
  dd_query_set_meeting (query, dd_reference_entry_get_id (self->meeting));
  dd_query_set_document (query, dd_reference_entry_get_id (self->document));
  fill_due (self, query);
}

/**
 * dd_task_filters_get_filtered:
 *
 * Returns: whether other tasks may exist than those that are shown
 */
gboolean
dd_task_filters_get_filtered (DdTaskFilters *self)
{
  g_return_val_if_fail (DD_IS_TASK_FILTERS (self), FALSE);

  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0' ||
         gtk_drop_down_get_selected (self->status) != 0 ||
         gtk_drop_down_get_selected (self->due) != DUE_ANY ||
         dd_reference_entry_get_id (self->lead) != 0 ||
         dd_reference_entry_get_id (self->unit) != 0 ||
         dd_reference_entry_get_id (self->meeting) != 0 ||
         dd_reference_entry_get_id (self->document) != 0;
}

static void
reset (DdTaskFilters *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->status, 0);
  gtk_drop_down_set_selected (self->due, DUE_ANY);
  dd_reference_entry_set_id (self->lead, 0, NULL);
  dd_reference_entry_set_id (self->unit, 0, NULL);
  dd_reference_entry_set_id (self->meeting, 0, NULL);
  dd_reference_entry_set_id (self->document, 0, NULL);
}

/**
 * dd_task_filters_clear:
 *
 * Shows all open tasks.
 */
void
dd_task_filters_clear (DdTaskFilters *self)
{
  g_return_if_fail (DD_IS_TASK_FILTERS (self));

  self->setting = TRUE;
  reset (self);
  self->setting = FALSE;
  filter_changed_cb (self);
}

/**
 * dd_task_filters_set_statuses:
 * @statuses: a set that is offered as one choice
 *
 * Shows the tasks of these statuses and no other filter.
 */
void
dd_task_filters_set_statuses (DdTaskFilters *self,
                              guint          statuses)
{
  g_return_if_fail (DD_IS_TASK_FILTERS (self));

  self->setting = TRUE;
  reset (self);
  for (guint i = 0; i < G_N_ELEMENTS (status_choices); i++)
    if (status_choices[i].statuses == statuses)
      gtk_drop_down_set_selected (self->status, i);
  self->setting = FALSE;
  filter_changed_cb (self);
}

/**
 * dd_task_filters_set_lead:
 *
 * Adds the lead unit to the filters: figures count the tasks that a unit leads, and
 * their lists show no other.
 */
void
dd_task_filters_set_lead (DdTaskFilters *self,
                          gint64         lead,
                          const char    *name)
{
  g_return_if_fail (DD_IS_TASK_FILTERS (self));

  dd_reference_entry_set_id (self->lead, lead, name);
}

void
dd_task_filters_set_meeting (DdTaskFilters *self,
                             gint64         meeting,
                             const char    *name)
{
  g_return_if_fail (DD_IS_TASK_FILTERS (self));

  dd_reference_entry_set_id (self->meeting, meeting, name);
}

/**
 * dd_task_filters_find:
 *
 * Puts the focus into the search box.
 */
void
dd_task_filters_find (DdTaskFilters *self)
{
  g_return_if_fail (DD_IS_TASK_FILTERS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}
