/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-ctl"

#include "config.h"

#include "dd-ctl.h"

#include "dd-day-text.h"
#include "dd-figures.h"
#include "dd-record-types.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static const char * const rag_codes[] = {
  [DD_RAG_NEUTRAL] = "neutral",
  [DD_RAG_GREEN] = "green",
  [DD_RAG_AMBER] = "amber",
  [DD_RAG_RED] = "red",
};

static GArray *
read_sums (DdCtl *ctl)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *sums;

  dd_store_plan_sums_async (ctl->store, NULL, dd_ctl_keep_cb, &result);
  sums = dd_store_plan_sums_finish (ctl->store, dd_ctl_wait (&result), &error);
  if (sums == NULL)
    dd_ctl_fail (error);

  return sums;
}

static DdMeasureSums
find_sums (GArray *sums,
           gint64  plan)
{
  static const DdMeasureSums none;

  for (guint i = 0; i < sums->len; i++)
    if (g_array_index (sums, DdPlanSums, i).plan == plan)
      return g_array_index (sums, DdPlanSums, i).sums;

  return none;
}

static GPtrArray *
read_targets (DdCtl  *ctl,
              gint64  plan)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TARGET);

  dd_query_set_reference (query, DD_TARGET_PLAN, plan);

  return dd_ctl_select (ctl, query);
}

/* A target with what has been reached of it. */
typedef struct
{
  DdMeasure   measure;
  DdOperator  operator;
  double      value;
  DdFigure    figure;
  DdRag       rag;
  char       *reason;
} Reached;

static Reached
reckon (DdCtl               *ctl,
        const DdRow         *target,
        const DdMeasureSums *sums)
{
  Reached reached;

  reached.measure = dd_row_get_choice (target, DD_TARGET_MEASURE);
  reached.operator = dd_row_get_choice (target, DD_TARGET_OPERATOR);
  reached.value = dd_row_get_real (target, DD_TARGET_VALUE);
  reached.figure = dd_target_row_get_figure (target, sums);
  reached.rag = dd_target_get_rag (reached.measure, reached.operator, reached.value,
                                   reached.figure, dd_row_get_day (target, DD_TARGET_DUE),
                                   ctl->today, &reached.reason);

  return reached;
}

static void
print_json_target (DdCtl               *ctl,
                   DdJsonWriter        *json,
                   const DdRow         *target,
                   const DdMeasureSums *sums)
{
  Reached reached = reckon (ctl, target, sums);
  g_autofree char *measure = dd_row_field_to_code (target, DD_TARGET_MEASURE);
  g_autofree char *operator = dd_row_field_to_code (target, DD_TARGET_OPERATOR);

  dd_json_writer_begin_object (json, NULL);
  dd_json_writer_add_text (json, "measure", measure);
  dd_json_writer_add_text (json, "operator", operator);
  dd_json_writer_add_real (json, "value", reached.value);
  dd_json_writer_add_day (json, "due", dd_row_get_day (target, DD_TARGET_DUE));
  dd_json_writer_add_number (json, "numerator", reached.figure.numerator);
  dd_json_writer_add_number (json, "denominator", reached.figure.denominator);
  dd_json_writer_add_flag (json, "reached",
                           dd_target_is_reached (reached.operator, reached.value, reached.figure));
  dd_json_writer_add_number (json, "missing",
                             dd_target_get_missing (reached.operator, reached.value,
                                                    reached.figure));
  dd_json_writer_add_text (json, "rag", rag_codes[reached.rag]);
  dd_json_writer_add_text (json, "reason", reached.reason);
  dd_json_writer_end_object (json);
  g_free (reached.reason);
}

static void
print_text_target (DdCtl               *ctl,
                   const DdRow         *target,
                   const DdMeasureSums *sums)
{
  Reached reached = reckon (ctl, target, sums);
  g_autofree char *name = dd_measure_to_text (reached.measure, reached.operator, reached.value);
  g_autofree char *figure = dd_figure_to_text (reached.measure, reached.figure);

  printf ("  %s%s%s – %s\n", name, *figure != '\0' ? ": " : "", figure, reached.reason);
  g_free (reached.reason);
}

static gboolean
print_plan (DdCtl        *ctl,
            DdJsonWriter *json,
            const DdRow  *plan,
            GArray       *all_sums)
{
  DdMeasureSums sums = find_sums (all_sums, dd_row_get_id (plan));
  g_autoptr (GPtrArray) targets = read_targets (ctl, dd_row_get_id (plan));
  g_autofree char *first = dd_day_to_text (dd_row_get_day (plan, DD_PLAN_FIRST_DAY));
  g_autofree char *last = dd_day_to_text (dd_row_get_day (plan, DD_PLAN_LAST_DAY));
  g_autofree char *scope = dd_row_field_to_code (plan, DD_PLAN_SCOPE);

  if (targets == NULL)
    return FALSE;

  if (json == NULL)
    {
      /* Translators: title of a plan, its period, and how many procedures it has. */
      printf (_("%s (%s – %s): %u procedures\n"), dd_row_get_text (plan, DD_PLAN_TITLE), first,
              last, (guint) sums.n_items);
      for (guint i = 0; i < targets->len; i++)
        print_text_target (ctl, targets->pdata[i], &sums);
      return TRUE;
    }

  dd_json_writer_begin_object (json, NULL);
  dd_json_writer_add_text (json, "uid", dd_row_get_uid (plan));
  dd_json_writer_add_text (json, "number", dd_row_get_text (plan, DD_PLAN_NUMBER));
  dd_json_writer_add_text (json, "title", dd_row_get_text (plan, DD_PLAN_TITLE));
  dd_json_writer_add_text (json, "scope", scope);
  dd_json_writer_add_day (json, "first_day", dd_row_get_day (plan, DD_PLAN_FIRST_DAY));
  dd_json_writer_add_day (json, "last_day", dd_row_get_day (plan, DD_PLAN_LAST_DAY));
  dd_json_writer_add_number (json, "items", sums.n_items);
  dd_json_writer_add_number (json, "reviewed", sums.n_reviewed);
  dd_json_writer_begin_array (json, "targets");
  for (guint i = 0; i < targets->len; i++)
    print_json_target (ctl, json, targets->pdata[i], &sums);
  dd_json_writer_end_array (json);
  dd_json_writer_end_object (json);

  return TRUE;
}

static DdCtlExit
run (DdCtl *ctl)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_PLAN);
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GArray) sums = NULL;
  DdJsonWriter *json = NULL;
  DdCtlExit exit;

  if (ctl->arguments[0] != NULL)
    return dd_ctl_fail_text (_("This command takes options only."));
  if (!dd_ctl_open (ctl, DD_STORE_OPEN_PLAIN))
    return DD_CTL_ERROR;

  dd_query_set_sort (query, DD_PLAN_FIRST_DAY, FALSE);
  plans = dd_ctl_select (ctl, query);
  sums = read_sums (ctl);
  if (plans == NULL || sums == NULL)
    return DD_CTL_ERROR;

  if (ctl->format == DD_CTL_JSON)
    {
      json = dd_ctl_json_new ();
      dd_json_writer_begin_object (json, NULL);
      dd_json_writer_add_day (json, "today", ctl->today);
      dd_json_writer_begin_array (json, "plans");
    }
  for (guint i = 0; i < plans->len; i++)
    if (!print_plan (ctl, json, plans->pdata[i], sums))
      return DD_CTL_ERROR;
  if (json != NULL)
    {
      dd_json_writer_end_array (json);
      dd_json_writer_end_object (json);
      exit = dd_ctl_json_finish (json);
    }
  else
    exit = dd_ctl_print (plans->len == 0 ? _("There is no plan yet.\n") : "");

  return exit == DD_CTL_DONE && plans->len == 0 ? DD_CTL_NOTHING : exit;
}

const DdCtlCommand dd_ctl_plans = {
  .name = "plans",
  .usage = "",
  .summary = N_("List the review plans with their targets and what is still missing"),
  .examples = "  dondocctl plans\n"
              "  dondocctl --file x.db plans --today=2024-12-31 --format=json",
  .run = run,
};
