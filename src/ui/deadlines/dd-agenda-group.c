/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-agenda-group"

#include "config.h"

#include "dd-agenda-group.h"

#include "dd-day-text.h"
#include "dd-number-text.h"
#include "dd-task.h"

#include <glib/gi18n-lib.h>

/**
 * DdAgendaGroup:
 *
 * The open tasks whose deadlines fall on some days, as a model: the group itself,
 * which is the heading, and then the tasks. Without tasks there is no heading.
 *
 * Both come and go in one step. Were the heading a model of its own, it would be
 * put in above the tasks, and a view that stood at them would go on to do so.
 */
struct _DdAgendaGroup
{
  GObject       parent_instance;

  DdSession    *session;
  DdAgendaSpan  span;
  DdList       *tasks;
  guint         n_tasks;        /* of which views were told */
};

static void dd_agenda_group_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DdAgendaGroup, dd_agenda_group, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      dd_agenda_group_model_init))

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static DdQuery *
make_query (DdAgendaGroup        *self,
            const DdAgendaFilter *filter)
{
  DdQuery *query = dd_query_new (DD_KIND_TASK);
  DdDay today = dd_session_get_today (self->session);
  DdDay horizon = dd_day_add_days (today, (int) filter->horizon);
  DdDay from, until;

  dd_query_set_unit (query, filter->unit);
  dd_query_set_sort (query, DD_TASK_DUE, FALSE);

  if (!dd_agenda_span_get_days (self->span, today, &from, &until))
    {
      /* No day, or days of which there is none: the last one before the first. */
      if (self->span != DD_AGENDA_SPAN_NO_DEADLINE || filter->horizon != 0)
        dd_query_set_days (query, DD_TASK_DUE, today, today - 1);
      dd_query_set_statuses (query, DD_STATUS_BIT (DD_TASK_STATUS_WIP_NODL), today, 0);
      return query;
    }

  if (filter->horizon != 0 && (until == DD_DAY_NONE || until > horizon))
    until = horizon;
  dd_query_set_days (query, DD_TASK_DUE, from, until);
  dd_query_set_statuses (query, DD_STATUS_OPEN, today, 0);

  return query;
}

static void
tasks_changed_cb (DdAgendaGroup *self,
                  guint          position,
                  guint          removed,
                  guint          added)
{
  guint old = self->n_tasks;

  self->n_tasks = dd_list_get_count (self->tasks);
  if (old == 0 && self->n_tasks > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->n_tasks + 1);
  else if (old > 0 && self->n_tasks == 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old + 1, 0);
  else if (old > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position + 1, removed, added);
}

static GType
dd_agenda_group_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
dd_agenda_group_get_n_items (GListModel *model)
{
  DdAgendaGroup *self = DD_AGENDA_GROUP (model);

  return self->n_tasks > 0 ? self->n_tasks + 1 : 0;
}

static gpointer
dd_agenda_group_get_item (GListModel *model,
                          guint       position)
{
  DdAgendaGroup *self = DD_AGENDA_GROUP (model);

  if (position > self->n_tasks || self->n_tasks == 0)
    return NULL;

  return position == 0 ? g_object_ref (self)
                       : g_list_model_get_item (G_LIST_MODEL (self->tasks), position - 1);
}

static void
dd_agenda_group_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dd_agenda_group_get_item_type;
  iface->get_n_items = dd_agenda_group_get_n_items;
  iface->get_item = dd_agenda_group_get_item;
}

static void
emit_changed (DdAgendaGroup *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
dd_agenda_group_dispose (GObject *object)
{
  DdAgendaGroup *self = DD_AGENDA_GROUP (object);

  if (self->tasks != NULL)
    g_signal_handlers_disconnect_by_data (self->tasks, self);
  g_clear_object (&self->tasks);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_agenda_group_parent_class)->dispose (object);
}

static void
dd_agenda_group_class_init (DdAgendaGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_agenda_group_dispose;

  /* The number of tasks, or the days, are others, or are known now. */
  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_AGENDA_GROUP, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dd_agenda_group_init (DdAgendaGroup *self)
{
}

DdAgendaGroup *
dd_agenda_group_new (DdSession            *session,
                     DdAgendaSpan          span,
                     const DdAgendaFilter *filter)
{
  DdAgendaGroup *self = g_object_new (DD_TYPE_AGENDA_GROUP, NULL);
  g_autoptr (DdQuery) query = NULL;

  self->session = g_object_ref (session);
  self->span = span;
  query = make_query (self, filter);
  self->tasks = dd_store_get_list (dd_session_get_store (session), query);
  g_signal_connect_swapped (self->tasks, "items-changed", G_CALLBACK (tasks_changed_cb), self);
  g_signal_connect_swapped (self->tasks, "notify::count", G_CALLBACK (emit_changed), self);
  g_signal_connect_swapped (self->tasks, "notify::complete", G_CALLBACK (emit_changed), self);
  g_signal_connect_swapped (self->tasks, "notify::loading", G_CALLBACK (emit_changed), self);

  return self;
}

DdAgendaSpan
dd_agenda_group_get_span (DdAgendaGroup *self)
{
  g_return_val_if_fail (DD_IS_AGENDA_GROUP (self), 0);

  return self->span;
}

/**
 * dd_agenda_group_get_tasks:
 *
 * Returns: (transfer none): the same list as long as the group lives
 */
DdList *
dd_agenda_group_get_tasks (DdAgendaGroup *self)
{
  g_return_val_if_fail (DD_IS_AGENDA_GROUP (self), NULL);

  return self->tasks;
}

/**
 * dd_agenda_group_get_known:
 *
 * Returns: whether the list shows what was asked for last
 */
gboolean
dd_agenda_group_get_known (DdAgendaGroup *self)
{
  g_return_val_if_fail (DD_IS_AGENDA_GROUP (self), FALSE);

  return !dd_list_get_loading (self->tasks);
}

/**
 * dd_agenda_group_to_text:
 *
 * Returns: (transfer full): what the group is called and how many tasks are in it:
 *   "Overdue 12", or "Overdue …" while they are being counted
 */
char *
dd_agenda_group_to_text (DdAgendaGroup *self)
{
  g_autofree char *count = NULL;

  g_return_val_if_fail (DD_IS_AGENDA_GROUP (self), NULL);

  count = dd_list_get_complete (self->tasks) ? dd_number_to_text (dd_list_get_count (self->tasks))
                                             : g_strdup ("…");

  /* Translators: the heading of a group of tasks, such as "Next Week", and how many. */
  return g_strdup_printf (C_("group of tasks", "%s %s"), dd_agenda_span_get_label (self->span),
                          count);
}

/* A single day, and what is special about it. */
static char *
describe_day (DdAgendaGroup *self,
              DdDay          day)
{
  DdCalendar *calendar = dd_store_get_calendar (dd_session_get_store (self->session));
  g_autofree char *text = dd_day_to_long_text (day);

  if (dd_calendar_is_working (calendar, day))
    return g_steal_pointer (&text);
  if (dd_calendar_get_name (calendar, day) != NULL)
    return g_strdup_printf ("%s · %s", text, dd_calendar_get_name (calendar, day));

  /* Translators: %s is a day that is a Saturday or Sunday. */
  return g_strdup_printf (_("%s · day off"), text);
}

/**
 * dd_agenda_group_describe_days:
 *
 * Returns: (transfer full): which days those of the group are; "" where its name
 *   says it
 */
char *
dd_agenda_group_describe_days (DdAgendaGroup *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  DdDay from, until;

  g_return_val_if_fail (DD_IS_AGENDA_GROUP (self), NULL);

  if (!dd_agenda_span_get_days (self->span, dd_session_get_today (self->session), &from, &until) ||
      from == DD_DAY_NONE)
    return g_strdup ("");
  if (from == until)
    return describe_day (self, from);

  first = dd_day_to_text (from);
  if (until == DD_DAY_NONE)
    /* Translators: %s is a day. */
    return g_strdup_printf (_("from %s"), first);

  last = dd_day_to_text (until);

  return g_strdup_printf ("%s – %s", first, last);
}

/**
 * dd_agenda_group_ask:
 *
 * Shows other tasks, or those of another day. What is there stays until the
 * answer comes.
 */
void
dd_agenda_group_ask (DdAgendaGroup        *self,
                     const DdAgendaFilter *filter)
{
  g_autoptr (DdQuery) query = NULL;

  g_return_if_fail (DD_IS_AGENDA_GROUP (self));

  query = make_query (self, filter);
  dd_list_set_query (self->tasks, query);
  emit_changed (self);
}
