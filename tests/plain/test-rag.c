/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-rag.h"
#include "dd-task.h"

static DdDay
day (const char *iso)
{
  DdDay found = dd_day_from_iso (iso);

  g_assert_true (iso == NULL || found != DD_DAY_NONE);

  return found;
}

#define NO_PERCENT (-1)

static const struct
{
  const char  *name;
  DdTaskState  state;
  const char  *assigned;
  const char  *due;
  const char  *completed;
  const char  *last_report;
  int          percent;
  DdRag        rag;
  const char  *reason;          /* on 4 March 2024 */
} tasks[] = {
  /* Red: late, with what is known of it. */
  { "late and silent", DD_TASK_STATE_ASSIGNED, "2024-01-05", "2024-02-21", NULL, NULL, NO_PERCENT,
    DD_RAG_RED, "12 days overdue, nothing has been reported" },
  { "late by a day", DD_TASK_STATE_ASSIGNED, "2024-01-05", "2024-03-03", NULL, NULL, NO_PERCENT,
    DD_RAG_RED, "1 day overdue, nothing has been reported" },
  { "late and reported", DD_TASK_STATE_IN_PROGRESS, "2024-01-05", "2024-02-21", NULL, "2024-02-10",
    60, DD_RAG_RED, "12 days overdue, last report on 10 Feb 2024: 60%" },
  { "late and reported without figures", DD_TASK_STATE_IN_PROGRESS, "2024-01-05", "2024-02-21",
    NULL, "2024-02-10", NO_PERCENT, DD_RAG_RED, "12 days overdue, last report on 10 Feb 2024" },
  { "late at nothing", DD_TASK_STATE_IN_PROGRESS, "2024-01-05", "2024-02-21", NULL, "2024-02-10", 0,
    DD_RAG_RED, "12 days overdue, last report on 10 Feb 2024: 0%" },

  /* Red: what was returned counts as not done. */
  { "returned in time", DD_TASK_STATE_RETURNED, "2024-01-05", "2024-05-01", NULL, "2024-02-28", 100,
    DD_RAG_RED, "The result was returned and has not been reported again" },
  { "returned and due soon", DD_TASK_STATE_RETURNED, "2024-01-05", "2024-03-06", NULL, "2024-02-28",
    100, DD_RAG_RED, "The result was returned and has not been reported again" },
  { "returned without deadline", DD_TASK_STATE_RETURNED, "2024-01-05", NULL, NULL, "2024-02-28",
    100, DD_RAG_RED, "The result was returned and has not been reported again" },
  { "returned and late", DD_TASK_STATE_RETURNED, "2024-01-05", "2024-02-21", NULL, "2024-02-28",
    100, DD_RAG_RED, "Returned and 12 days overdue" },
  { "returned and late by a day", DD_TASK_STATE_RETURNED, "2024-01-05", "2024-03-03", NULL,
    "2024-02-28", 100, DD_RAG_RED, "Returned and 1 day overdue" },

  /* Amber: due soon. */
  { "due today", DD_TASK_STATE_ASSIGNED, "2024-03-01", "2024-03-04", NULL, NULL, NO_PERCENT,
    DD_RAG_AMBER, "Due today, nothing has been reported" },
  { "due tomorrow", DD_TASK_STATE_IN_PROGRESS, "2024-03-01", "2024-03-05", NULL, "2024-03-02", 90,
    DD_RAG_AMBER, "Due in 1 day, last report on 2 Mar 2024: 90%" },
  { "due in a week", DD_TASK_STATE_ASSIGNED, "2024-03-01", "2024-03-11", NULL, NULL, NO_PERCENT,
    DD_RAG_AMBER, "Due in 7 days, nothing has been reported" },

  /* Amber: nothing heard for more than fourteen days, since it was assigned or last reported. */
  { "silent since it was assigned", DD_TASK_STATE_ASSIGNED, "2024-02-18", "2024-06-30", NULL, NULL,
    NO_PERCENT, DD_RAG_AMBER, "Nothing heard for 15 days" },
  { "silent since the last report", DD_TASK_STATE_IN_PROGRESS, "2024-01-01", "2024-06-30", NULL,
    "2024-02-03", 10, DD_RAG_AMBER, "Nothing heard for 30 days" },
  { "silent without deadline", DD_TASK_STATE_ASSIGNED, "2024-02-01", NULL, NULL, NULL, NO_PERCENT,
    DD_RAG_AMBER, "Nothing heard for 32 days" },

  /* Green. */
  { "heard of just in time", DD_TASK_STATE_ASSIGNED, "2024-02-19", "2024-06-30", NULL, NULL,
    NO_PERCENT, DD_RAG_GREEN, "In progress, on track" },
  { "reported lately", DD_TASK_STATE_IN_PROGRESS, "2024-01-01", "2024-06-30", NULL, "2024-03-01",
    10, DD_RAG_GREEN, "In progress, on track" },
  { "assigned for tomorrow", DD_TASK_STATE_ASSIGNED, "2024-03-05", "2024-06-30", NULL, NULL,
    NO_PERCENT, DD_RAG_GREEN, "In progress, on track" },

  /* Neutral: there is nothing to judge. */
  { "no deadline", DD_TASK_STATE_ASSIGNED, "2024-03-01", NULL, NULL, NULL, NO_PERCENT,
    DD_RAG_NEUTRAL, "In progress, no deadline" },
  { "done", DD_TASK_STATE_CONFIRMED, "2024-01-05", "2024-02-21", "2024-02-20", "2024-02-20", 100,
    DD_RAG_NEUTRAL, "Completed on time" },
  { "done late", DD_TASK_STATE_REPORTED, "2024-01-05", "2024-02-21", "2024-02-22", "2024-02-22",
    100, DD_RAG_NEUTRAL, "Completed late" },
  { "done without deadline", DD_TASK_STATE_REPORTED, "2024-01-05", NULL, "2024-02-22", "2024-02-22",
    100, DD_RAG_NEUTRAL, "Completed, no deadline" },
  { "suspended", DD_TASK_STATE_SUSPENDED, "2024-01-05", "2024-02-21", NULL, NULL, NO_PERCENT,
    DD_RAG_NEUTRAL, "Suspended or withdrawn" },
  { "withdrawn", DD_TASK_STATE_WITHDRAWN, "2024-01-05", "2024-02-21", NULL, NULL, NO_PERCENT,
    DD_RAG_NEUTRAL, "Suspended or withdrawn" },
};

static void
test_tasks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      g_autoptr (DdRow) task = dd_row_new (DD_KIND_TASK);
      g_autofree char *reason = NULL;
      DdRag rag;

      dd_row_set_choice (task, DD_TASK_STATE, tasks[i].state);
      dd_row_set_day (task, DD_TASK_ASSIGNED, day (tasks[i].assigned));
      dd_row_set_day (task, DD_TASK_DUE, day (tasks[i].due));
      dd_row_set_day (task, DD_TASK_COMPLETED, day (tasks[i].completed));
      dd_row_set_day (task, DD_TASK_LAST_REPORT, day (tasks[i].last_report));
      if (tasks[i].percent != NO_PERCENT)
        dd_row_set_number (task, DD_TASK_PERCENT, tasks[i].percent);

      rag = dd_rag_of_task (task, day ("2024-03-04"), &DD_RULES_DEFAULT, &reason);
      g_test_message ("%s", tasks[i].name);
      g_assert_cmpstr (reason, ==, tasks[i].reason);
      g_assert_cmpint (rag, ==, tasks[i].rag);
    }
}

/* The rules are the task force's. */
static void
test_rules (void)
{
  DdRules patient = { TRUE, 1, 60 };
  DdRules strict = { TRUE, 30, 0 };
  g_autoptr (DdRow) task = dd_row_new (DD_KIND_TASK);
  g_autofree char *reason = NULL;
  g_autofree char *other = NULL;

  dd_row_set_day (task, DD_TASK_ASSIGNED, day ("2024-02-01"));
  dd_row_set_day (task, DD_TASK_DUE, day ("2024-03-20"));
  g_assert_cmpint (dd_rag_of_task (task, day ("2024-03-04"), &patient, &reason), ==, DD_RAG_GREEN);
  g_assert_cmpint (dd_rag_of_task (task, day ("2024-03-04"), &strict, &other), ==, DD_RAG_AMBER);
  g_assert_cmpstr (other, ==, "Due in 16 days, nothing has been reported");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rag/tasks", test_tasks);
  g_test_add_func ("/rag/rules", test_rules);

  return g_test_run ();
}
