/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the table of a plan's items says of each. */
#define G_LOG_DOMAIN "dd-item-cells"

#include "config.h"

#include "dd-item-cells.h"

#include "dd-day-text.h"
#include "dd-deadline.h"
#include "dd-measure.h"
#include "dd-number-text.h"
#include "dd-plan-item.h"
#include "dd-status.h"

#include <glib/gi18n-lib.h>

static void
show_procedure (GtkInscription *cell,
                DdRecord       *record,
                gpointer        user_data)
{
  const DdRow *item = dd_record_get_row (record);
  const char *code = dd_row_get_text (item, DD_PLAN_ITEM_PROCEDURE_CODE);
  const char *name = dd_row_get_text (item, DD_PLAN_ITEM_PROCEDURE_NAME);
  g_autofree char *both = code != NULL ? g_strdup_printf ("%s – %s", code, name) : NULL;

  gtk_inscription_set_text (cell, both != NULL ? both : name);
}

static void
show_lead (GtkInscription *cell,
           DdRecord       *record,
           gpointer        user_data)
{
  gtk_inscription_set_text (cell, dd_row_get_text (dd_record_get_row (record),
                                                   DD_PLAN_ITEM_LEAD_NAME));
}

static gboolean
is_decided (const DdRow *item)
{
  return dd_row_get_choice (item, DD_PLAN_ITEM_STAGE) >= DD_PLAN_STAGE_PROPOSED;
}

/* The outcome stands with the stage once there is one, or should be one. */
static void
show_stage (GtkInscription *cell,
            DdRecord       *record,
            gpointer        user_data)
{
  const DdRow *item = dd_record_get_row (record);
  gboolean undecided =
    dd_row_get_choice (item, DD_PLAN_ITEM_OUTCOME) == DD_PLAN_OUTCOME_UNDECIDED;
  g_autofree char *stage = dd_row_field_to_text (item, DD_PLAN_ITEM_STAGE);
  g_autofree char *outcome = dd_row_field_to_text (item, DD_PLAN_ITEM_OUTCOME);
  g_autofree char *both = g_strdup_printf ("%s\n%s", stage, outcome);

  gtk_inscription_set_text (cell, undecided && !is_decided (item) ? stage : both);
  dd_status_show_rag (GTK_WIDGET (cell), undecided && is_decided (item) ? DD_RAG_AMBER
                                                                        : DD_RAG_NEUTRAL);
}

/* Until it is approved, how near the day is counts. */
static void
show_due (GtkInscription *cell,
          DdRecord       *record,
          gpointer        user_data)
{
  DdSession *session = user_data;
  DdStore *store = dd_session_get_store (session);
  DdDay today = dd_session_get_today (session);
  const DdRow *item = dd_record_get_row (record);
  DdDay due = dd_row_get_day (item, DD_PLAN_ITEM_DUE);
  g_autofree char *day = dd_day_to_text (due);
  g_autofree char *relative = NULL;
  g_autofree char *both = NULL;
  DdRag rag = DD_RAG_NEUTRAL;

  if (due != DD_DAY_NONE &&
      dd_row_get_choice (item, DD_PLAN_ITEM_STAGE) < DD_PLAN_STAGE_APPROVED)
    {
      if (due < today)
        rag = DD_RAG_RED;
      else if (due - today <= dd_store_get_rules (store)->warn_days)
        rag = DD_RAG_AMBER;
    }
  if (rag != DD_RAG_NEUTRAL)
    {
      relative = dd_deadline_to_relative (due, DD_DAY_NONE, today, dd_store_get_calendar (store));
      both = g_strdup_printf ("%s\n%s", day, relative);
    }

  gtk_inscription_set_text (cell, both != NULL ? both : day);
  dd_status_show_rag (GTK_WIDGET (cell), rag);
}

/* What there was before, and, once something is proposed, what there is after. */
static char *
describe_cut (const DdRow *item,
              guint        before,
              guint        after,
              const char  *separator)
{
  gboolean abolished =
    dd_row_get_choice (item, DD_PLAN_ITEM_OUTCOME) == DD_PLAN_OUTCOME_ABOLISHED;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  if (!dd_row_is_set (item, before))
    return NULL;

  was = dd_number_to_text (dd_row_get_number (item, before));
  if (!is_decided (item) || (!abolished && !dd_row_is_set (item, after)))
    return g_steal_pointer (&was);

  is = dd_number_to_text (abolished ? 0 : dd_row_get_number (item, after));

  return g_strdup_printf ("%s%s→ %s", was, separator, is);
}

static void
show_cost (GtkInscription *cell,
           DdRecord       *record,
           gpointer        user_data)
{
  g_autofree char *text = describe_cut (dd_record_get_row (record), DD_PLAN_ITEM_COST_BEFORE,
                                        DD_PLAN_ITEM_COST_AFTER, "\n");

  gtk_inscription_set_text (cell, text);
}

static void
show_declared (GtkInscription *cell,
               DdRecord       *record,
               gpointer        user_data)
{
  g_autofree char *text = describe_cut (dd_record_get_row (record), DD_PLAN_ITEM_FIELDS_BEFORE,
                                        DD_PLAN_ITEM_FIELDS_AFTER, " ");

  gtk_inscription_set_text (cell, text);
}

static const DdTableColumn columns[] = {
  { N_("Procedure"), 0, DD_PLAN_ITEM_PROCEDURE, show_procedure, .lines = 2 },
  { N_("Lead"), 120, DD_PLAN_ITEM_LEAD, show_lead, .lines = 2 },
  { N_("Stage"), 150, DD_PLAN_ITEM_STAGE, show_stage, .lines = 2 },
  { N_("Due"), 130, DD_PLAN_ITEM_DUE, show_due, .lines = 2 },
  { N_("Cost, đồng"), 124, DD_PLAN_ITEM_COST_BEFORE, show_cost, .numeric = TRUE, .lines = 2 },
  { N_("Declared"), 78, DD_PLAN_ITEM_FIELDS_BEFORE, show_declared, .numeric = TRUE },
};

/**
 * dd_item_cells_set_columns:
 * @table: a table over items of plans
 * @session: has to live as long as the table
 */
void
dd_item_cells_set_columns (DdTable   *table,
                           DdSession *session)
{
  dd_table_set_columns (table, columns, G_N_ELEMENTS (columns), session);
}
