/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-task-filters"

#include "config.h"

#include "dd-task-filters.h"

#include "dd-task.h"

#include <glib/gi18n-lib.h>

/**
 * DdTaskFilters:
 *
 * Which tasks are shown: by words, status, due day, unit and source.
 */
struct _DdTaskFilters
{
  DdFilterBar       parent_instance;

  GtkDropDown      *status;
  GtkDropDown      *due;
  DdReferenceEntry *lead;
  DdReferenceEntry *unit;
  DdReferenceEntry *meeting;
  DdReferenceEntry *document;
};

G_DEFINE_FINAL_TYPE (DdTaskFilters, dd_task_filters, DD_TYPE_FILTER_BAR)

static const struct
{
  const char *label;
  guint       statuses;
  guint       states;           /* 0: in whatever state */
} status_choices[] = {
  { N_("Open"), DD_STATUS_OPEN },
  { N_("Overdue"), DD_STATUS_BIT (DD_TASK_STATUS_WIP_LATE) },
  { N_("In progress, on track or due soon"),
    DD_STATUS_BIT (DD_TASK_STATUS_WIP_SOON) | DD_STATUS_BIT (DD_TASK_STATUS_WIP_OK) },
  { N_("Due soon"), DD_STATUS_BIT (DD_TASK_STATUS_WIP_SOON) },
  { N_("In progress, on track"), DD_STATUS_BIT (DD_TASK_STATUS_WIP_OK) },
  { N_("In progress, no deadline"), DD_STATUS_BIT (DD_TASK_STATUS_WIP_NODL) },
  { N_("Waiting for confirmation"), DD_STATUS_DONE, 1u << DD_TASK_STATE_REPORTED },
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
dd_task_filters_class_init (DdTaskFiltersClass *klass)
{
}

static void
dd_task_filters_init (DdTaskFilters *self)
{
}

static void
add_choices (DdTaskFilters *self)
{
  g_autoptr (GtkStringList) statuses = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) dues = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (status_choices); i++)
    gtk_string_list_append (statuses, _(status_choices[i].label));
  for (guint i = 0; i < G_N_ELEMENTS (due_labels); i++)
    gtk_string_list_append (dues, _(due_labels[i]));
  self->status = dd_filter_bar_add_choices (DD_FILTER_BAR (self), _("Status"), statuses);
  self->due = dd_filter_bar_add_choices (DD_FILTER_BAR (self), _("Due"), dues);
}

void
dd_task_filters_start (DdTaskFilters *self,
                       DdSession     *session)
{
  DdFilterBar *bar;

  g_return_if_fail (DD_IS_TASK_FILTERS (self));

  bar = DD_FILTER_BAR (self);
  dd_filter_bar_start (bar, session);
  add_choices (self);
  self->lead = dd_filter_bar_add_reference (bar, DD_KIND_UNIT, _("Lead unit"));
  self->unit = dd_filter_bar_add_reference (bar, DD_KIND_UNIT, _("Unit, leading or coordinating"));
  self->meeting = dd_filter_bar_add_reference (bar, DD_KIND_MEETING, _("Meeting"));
  self->document = dd_filter_bar_add_reference (bar, DD_KIND_DOCUMENT, _("Document"));
}

static DdSession *
get_session (DdTaskFilters *self)
{
  return dd_filter_bar_get_session (DD_FILTER_BAR (self));
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
  DdDay today = dd_session_get_today (get_session (self));
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
  guint status;

  g_return_if_fail (DD_IS_TASK_FILTERS (self));

  status = gtk_drop_down_get_selected (self->status);
  rules = dd_store_get_rules (dd_session_get_store (get_session (self)));
  dd_query_set_search (query, dd_filter_bar_get_search (DD_FILTER_BAR (self)));
  dd_query_set_statuses (query, status_choices[status].statuses,
                         dd_session_get_today (get_session (self)), rules->warn_days);
  if (status_choices[status].states != 0)
    dd_query_set_choices (query, DD_TASK_STATE, status_choices[status].states);
  if (dd_reference_entry_get_id (self->lead) != 0)
    dd_query_set_reference (query, DD_TASK_LEAD, dd_reference_entry_get_id (self->lead));
  dd_query_set_unit (query, dd_reference_entry_get_id (self->unit));
  dd_query_set_meeting (query, dd_reference_entry_get_id (self->meeting));
  dd_query_set_document (query, dd_reference_entry_get_id (self->document));
  fill_due (self, query);
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

  dd_filter_bar_begin (DD_FILTER_BAR (self));
  for (guint i = 0; i < G_N_ELEMENTS (status_choices); i++)
    if (status_choices[i].statuses == statuses && status_choices[i].states == 0)
      gtk_drop_down_set_selected (self->status, i);
  dd_filter_bar_end (DD_FILTER_BAR (self));
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
