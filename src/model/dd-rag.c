/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-rag"

#include "config.h"

#include "dd-rag.h"

#include "dd-day-text.h"
#include "dd-task.h"

#include <glib/gi18n-lib.h>

/* What is known of the work, as the second half of a sentence. */
static char *
describe_last_report (const DdRow *task)
{
  g_autofree char *day = NULL;

  if (!dd_row_is_set (task, DD_TASK_LAST_REPORT))
    return g_strdup (_("nothing has been reported"));

  day = dd_day_to_text (dd_row_get_day (task, DD_TASK_LAST_REPORT));
  if (!dd_row_is_set (task, DD_TASK_PERCENT))
    /* Translators: %s is a day. */
    return g_strdup_printf (_("last report on %s"), day);

  /* Translators: %s is a day, %u the progress in per cent. */
  return g_strdup_printf (_("last report on %s: %u%%"), day,
                          (guint) dd_row_get_number (task, DD_TASK_PERCENT));
}

static char *
describe_lateness (const DdRow *task,
                   DdDay        today)
{
  guint late = dd_deadline_get_days_late (dd_row_get_day (task, DD_TASK_DUE), DD_DAY_NONE, today);
  g_autofree char *known = describe_last_report (task);

  if (dd_row_get_choice (task, DD_TASK_STATE) == DD_TASK_STATE_RETURNED)
    /* Translators: the result was returned, and the deadline is past. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Returned and %u day overdue",
                                         "Returned and %u days overdue", late), late);

  /* Translators: %s is what is known of the work: "nothing has been reported". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u day overdue, %s", "%u days overdue, %s", late),
                          late, known);
}

/* Days since anything was heard of the task, counted from its assignment. */
static guint
get_silence (const DdRow *task,
             DdDay        today)
{
  DdDay heard = MAX (dd_row_get_day (task, DD_TASK_ASSIGNED),
                     dd_row_get_day (task, DD_TASK_LAST_REPORT));

  return heard != DD_DAY_NONE && today > heard ? today - heard : 0;
}

/**
 * dd_rag_of_task:
 * @task: a row of %DD_KIND_TASK with its derived fields
 * @reason: (out) (transfer full): the sentence that explains the colour
 *
 * Red: overdue, or returned. Amber: due soon, or silent for longer than the
 * rules allow. Green: on track. Neutral: completed, stopped, or without a
 * deadline and heard of.
 */
DdRag
dd_rag_of_task (const DdRow    *task,
                DdDay           today,
                const DdRules  *rules,
                char          **reason)
{
  DdTaskStatus status = dd_task_row_get_status (task, today, rules);
  guint silence = get_silence (task, today);
  guint left;

  if (status == DD_TASK_STATUS_WIP_LATE)
    {
      *reason = describe_lateness (task, today);
      return DD_RAG_RED;
    }

  if (!dd_task_status_is_open (status))
    {
      *reason = g_strdup (dd_task_status_get_label (status));
      return DD_RAG_NEUTRAL;
    }

  if (dd_row_get_choice (task, DD_TASK_STATE) == DD_TASK_STATE_RETURNED)
    {
      *reason = g_strdup (_("The result was returned and has not been reported again"));
      return DD_RAG_RED;
    }

  if (status == DD_TASK_STATUS_WIP_SOON)
    {
      g_autofree char *known = describe_last_report (task);

      left = dd_row_get_day (task, DD_TASK_DUE) - today;
      if (left == 0)
        /* Translators: %s is what is known of the work: "nothing has been reported". */
        *reason = g_strdup_printf (_("Due today, %s"), known);
      else
        *reason = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                "Due in %u day, %s", "Due in %u days, %s", left),
                                   left, known);
      return DD_RAG_AMBER;
    }

  if (silence > rules->silent_days)
    {
      *reason = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                              "Nothing heard for %u day",
                                              "Nothing heard for %u days", silence), silence);
      return DD_RAG_AMBER;
    }

  *reason = g_strdup (dd_task_status_get_label (status));
  return status == DD_TASK_STATUS_WIP_OK ? DD_RAG_GREEN : DD_RAG_NEUTRAL;
}
