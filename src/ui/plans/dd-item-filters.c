/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-item-filters"

#include "config.h"

#include "dd-item-filters.h"

#include "dd-plan-item.h"

#include <glib/gi18n-lib.h>

/**
 * DdItemFilters:
 *
 * Which procedures of a plan are looked for: by words, by stage, by lead.
 */
struct _DdItemFilters
{
  DdFilterBar       parent_instance;

  GtkDropDown      *stage;
  DdReferenceEntry *lead;       /* NULL until there is a session */
};

G_DEFINE_FINAL_TYPE (DdItemFilters, dd_item_filters, DD_TYPE_FILTER_BAR)

/* What is offered before the stages themselves. */
typedef enum
{
  STAGE_ANY,
  STAGE_LATE,
  N_STAGE_FILTERS,
} StageFilter;

static void
dd_item_filters_class_init (DdItemFiltersClass *klass)
{
}

static void
dd_item_filters_init (DdItemFilters *self)
{
}

/**
 * dd_item_filters_ask_for_late:
 * @query: a query for items of a plan
 *
 * Asks for those whose day is past while they are not approved.
 */
void
dd_item_filters_ask_for_late (DdQuery *query,
                              DdDay    today)
{
  dd_query_set_choices (query, DD_PLAN_ITEM_STAGE, (1u << DD_PLAN_STAGE_APPROVED) - 1);
  dd_query_set_days (query, DD_PLAN_ITEM_DUE, DD_DAY_NONE, dd_day_add_days (today, -1));
}

static void
add_stages (DdItemFilters *self)
{
  const DdField *field = &dd_record_type_get (DD_KIND_PLAN_ITEM)->fields[DD_PLAN_ITEM_STAGE];
  g_autoptr (GtkStringList) stages = gtk_string_list_new (NULL);

  gtk_string_list_append (stages, _("All stages"));
  gtk_string_list_append (stages, _("Late"));
  for (guint i = 0; i < field->n_choices; i++)
    gtk_string_list_append (stages, dd_field_get_choice_label (field, i));
  self->stage = dd_filter_bar_add_choices (DD_FILTER_BAR (self), _("Stage"), stages);
}

void
dd_item_filters_start (DdItemFilters *self,
                       DdSession     *session)
{
  g_return_if_fail (DD_IS_ITEM_FILTERS (self));

  dd_filter_bar_start (DD_FILTER_BAR (self), session);
  add_stages (self);
  self->lead = dd_filter_bar_add_reference (DD_FILTER_BAR (self), DD_KIND_UNIT, _("Lead unit"));
}

/**
 * dd_item_filters_apply:
 * @query: a query for items of a plan, once there is a session
 */
void
dd_item_filters_apply (DdItemFilters *self,
                       DdQuery       *query)
{
  DdSession *session;
  guint stage;
  gint64 lead;

  g_return_if_fail (DD_IS_ITEM_FILTERS (self));
  g_return_if_fail (self->lead != NULL);

  session = dd_filter_bar_get_session (DD_FILTER_BAR (self));
  stage = gtk_drop_down_get_selected (self->stage);
  lead = dd_reference_entry_get_id (self->lead);
  dd_query_set_search (query, dd_filter_bar_get_search (DD_FILTER_BAR (self)));
  if (lead != 0)
    dd_query_set_reference (query, DD_PLAN_ITEM_LEAD, lead);
  if (stage == STAGE_LATE)
    dd_item_filters_ask_for_late (query, dd_session_get_today (session));
  else if (stage >= N_STAGE_FILTERS)
    dd_query_set_choices (query, DD_PLAN_ITEM_STAGE, 1u << (stage - N_STAGE_FILTERS));
}

static void
show_choice (DdItemFilters *self,
             guint          choice)
{
  dd_filter_bar_begin (DD_FILTER_BAR (self));
  gtk_drop_down_set_selected (self->stage, choice);
  dd_filter_bar_end (DD_FILTER_BAR (self));
}

/**
 * dd_item_filters_show_stage:
 * @stage: a #DdPlanStage: the only thing that is asked for
 */
void
dd_item_filters_show_stage (DdItemFilters *self,
                            guint          stage)
{
  g_return_if_fail (DD_IS_ITEM_FILTERS (self));

  show_choice (self, N_STAGE_FILTERS + stage);
}

/**
 * dd_item_filters_show_late:
 *
 * As dd_item_filters_show_stage(), with dd_item_filters_ask_for_late().
 */
void
dd_item_filters_show_late (DdItemFilters *self)
{
  g_return_if_fail (DD_IS_ITEM_FILTERS (self));

  show_choice (self, STAGE_LATE);
}
