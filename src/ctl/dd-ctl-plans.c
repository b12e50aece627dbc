/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-ctl"

#include "config.h"

#include "dd-ctl.h"

#include "dd-csv-writer.h"
#include "dd-day-text.h"
#include "dd-figures.h"
#include "dd-record-types.h"
#include "dd-text.h"

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
  dd_json_writer_add_text (json, "text", dd_row_get_text (target, DD_TARGET_TEXT));
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
  g_autofree char *name = dd_target_row_to_text (target);
  g_autofree char *figure = dd_figure_to_text (reached.measure, reached.figure);

  printf ("  %s%s%s – %s\n", name, *figure != '\0' ? ": " : "", figure, reached.reason);
  g_free (reached.reason);
}

static void
print_text_plan (DdCtl               *ctl,
                 const DdRow         *plan,
                 GPtrArray           *targets,
                 const DdMeasureSums *sums)
{
  g_autofree char *first = dd_day_to_text (dd_row_get_day (plan, DD_PLAN_FIRST_DAY));
  g_autofree char *last = dd_day_to_text (dd_row_get_day (plan, DD_PLAN_LAST_DAY));

  /* Translators: title of a plan, its period, and how many procedures it has. */
  printf (g_dngettext (GETTEXT_PACKAGE, "%s (%s – %s): %u procedure\n",
                       "%s (%s – %s): %u procedures\n", (gulong) sums->n_items),
          dd_row_get_text (plan, DD_PLAN_TITLE), first, last, (guint) sums->n_items);
  for (guint i = 0; i < targets->len; i++)
    print_text_target (ctl, targets->pdata[i], sums);
}

static void
print_json_plan (DdCtl               *ctl,
                 DdJsonWriter        *json,
                 const DdRow         *plan,
                 GPtrArray           *targets,
                 const DdMeasureSums *sums)
{
  g_autofree char *scope = dd_row_field_to_code (plan, DD_PLAN_SCOPE);

  dd_json_writer_begin_object (json, NULL);
  dd_json_writer_add_text (json, "uid", dd_row_get_uid (plan));
  dd_json_writer_add_text (json, "number", dd_row_get_text (plan, DD_PLAN_NUMBER));
  dd_json_writer_add_text (json, "title", dd_row_get_text (plan, DD_PLAN_TITLE));
  dd_json_writer_add_text (json, "scope", scope);
  dd_json_writer_add_day (json, "first_day", dd_row_get_day (plan, DD_PLAN_FIRST_DAY));
  dd_json_writer_add_day (json, "last_day", dd_row_get_day (plan, DD_PLAN_LAST_DAY));
  dd_json_writer_add_number (json, "items", sums->n_items);
  dd_json_writer_add_number (json, "reviewed", sums->n_reviewed);
  dd_json_writer_begin_array (json, "targets");
  for (guint i = 0; i < targets->len; i++)
    print_json_target (ctl, json, targets->pdata[i], sums);
  dd_json_writer_end_array (json);
  dd_json_writer_end_object (json);
}

/* --- CSV ------------------------------------------------------------------ */

/* What is told of a plan, on each of its lines, and of a target. */
static const char * const csv_headings[] = {
  "uid", "number", "title", "first_day", "last_day", "items", "reviewed",
  "measure", "text", "operator", "value", "due", "numerator", "denominator", "reached",
  "missing", "rag", "reason",
};

static char *
number_to_cell (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static void
print_csv_line (const char * const *cells,
                guint               n_cells)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < n_cells; i++)
    dd_csv_append_cell (line, cells[i]);
  dd_csv_end_line (line);
  fputs (line->str, stdout);
}

/* One line for a target; one with the plan alone where @target is NULL. */
static void
print_csv_target (DdCtl               *ctl,
                  const DdRow         *plan,
                  const DdRow         *target,
                  const DdMeasureSums *sums)
{
  g_autofree char *first = dd_day_to_iso (dd_row_get_day (plan, DD_PLAN_FIRST_DAY));
  g_autofree char *last = dd_day_to_iso (dd_row_get_day (plan, DD_PLAN_LAST_DAY));
  g_autofree char *n_items = number_to_cell (sums->n_items);
  g_autofree char *n_reviewed = number_to_cell (sums->n_reviewed);
  const char *cells[G_N_ELEMENTS (csv_headings)] = {
    dd_row_get_uid (plan), dd_row_get_text (plan, DD_PLAN_NUMBER),
    dd_row_get_text (plan, DD_PLAN_TITLE), first, last, n_items, n_reviewed,
  };
  g_autofree char *measure = NULL;
  g_autofree char *operator = NULL;
  g_autofree char *due = NULL;
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *reason = NULL;
  char value[G_ASCII_DTOSTR_BUF_SIZE];
  Reached reached;
  guint i = 7;

  if (target != NULL)
    {
      reached = reckon (ctl, target, sums);
      reason = reached.reason;
      measure = dd_row_field_to_code (target, DD_TARGET_MEASURE);
      operator = dd_row_field_to_code (target, DD_TARGET_OPERATOR);
      due = dd_day_to_iso (dd_row_get_day (target, DD_TARGET_DUE));
      numerator = number_to_cell (reached.figure.numerator);
      denominator = number_to_cell (reached.figure.denominator);
      missing = number_to_cell (dd_target_get_missing (reached.operator, reached.value,
                                                       reached.figure));
      cells[i++] = measure;
      cells[i++] = dd_row_get_text (target, DD_TARGET_TEXT);
      cells[i++] = operator;
      cells[i++] = g_ascii_formatd (value, sizeof value, "%.15g", reached.value);
      cells[i++] = due;
      cells[i++] = numerator;
      cells[i++] = denominator;
      cells[i++] = dd_target_is_reached (reached.operator, reached.value, reached.figure)
                 ? "true" : "false";
      cells[i++] = missing;
      cells[i++] = rag_codes[reached.rag];
      cells[i++] = reason;
    }
  print_csv_line (cells, G_N_ELEMENTS (cells));
}

static void
print_csv_plan (DdCtl               *ctl,
                const DdRow         *plan,
                GPtrArray           *targets,
                const DdMeasureSums *sums)
{
  if (targets->len == 0)
    print_csv_target (ctl, plan, NULL, sums);
  for (guint i = 0; i < targets->len; i++)
    print_csv_target (ctl, plan, targets->pdata[i], sums);
}

/* --- the command ---------------------------------------------------------- */

static gboolean
print_plan (DdCtl        *ctl,
            DdJsonWriter *json,
            const DdRow  *plan,
            GArray       *all_sums)
{
  DdMeasureSums sums = find_sums (all_sums, dd_row_get_id (plan));
  g_autoptr (GPtrArray) targets = read_targets (ctl, dd_row_get_id (plan));

  if (targets == NULL)
    return FALSE;

  switch (ctl->format)
    {
    case DD_CTL_JSON:
      print_json_plan (ctl, json, plan, targets, &sums);
      break;

    case DD_CTL_CSV:
      print_csv_plan (ctl, plan, targets, &sums);
      break;

    case DD_CTL_TEXT:
    default:
      print_text_plan (ctl, plan, targets, &sums);
    }

  return TRUE;
}

static void
print_csv_headings (void)
{
  fputs (DD_TEXT_BYTE_ORDER_MARK, stdout);
  print_csv_line (csv_headings, G_N_ELEMENTS (csv_headings));
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
  else if (ctl->format == DD_CTL_CSV)
    print_csv_headings ();
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
    exit = dd_ctl_print (plans->len == 0 && ctl->format == DD_CTL_TEXT
                         ? _("There is no plan yet.\n") : "");

  return exit == DD_CTL_DONE && plans->len == 0 ? DD_CTL_NOTHING : exit;
}

const DdCtlCommand dd_ctl_plans = {
  .name = "plans",
  .usage = "",
  .summary = N_("List the review plans with their targets and what is still missing"),
  .examples = "  dondocctl plans\n"
              "  dondocctl --file x.db plans --today=2024-12-31 --format=json\n"
              "  dondocctl --file x.db plans --format=csv > plans.csv",
  .members = "  {\"today\", \"plans\": [{\"uid\", \"number\", \"title\", \"scope\",\n"
             "    \"first_day\", \"last_day\", \"items\", \"reviewed\",\n"
             "    \"targets\": [{\"measure\", \"text\", \"operator\", \"value\", \"due\", "
             "\"numerator\",\n"
             "      \"denominator\", \"reached\", \"missing\", \"rag\", \"reason\"}]}]}",
  .has_csv = TRUE,
  .run = run,
};
