/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-deadline.h"
#include "dd-task.h"

#include <string.h>

/* A day that the test is sure exists; NULL is no day. */
static DdDay
day (const char *iso)
{
  DdDay found = dd_day_from_iso (iso);

  g_assert_true (iso == NULL || found != DD_DAY_NONE);

  return found;
}

#define assert_day(got, iso) \
  G_STMT_START { \
    g_autofree char *text_ = dd_day_to_iso (got); \
    g_assert_cmpstr (text_, ==, iso); \
  } G_STMT_END

static const DdRules inclusive = { TRUE, 7, 14 };
static const DdRules literal = { FALSE, 7, 14 };

/* --- the last day on which work is on time -------------------------------- */

static const struct
{
  const char     *deadline;
  DdDeadlineKind  kind;
  const char     *due;
  const char     *literally;    /* NULL: the same */
} dues[] = {
  /* "trước ngày 30/6/2025": offices register the day itself, literally it is the day before. */
  { "2025-06-30", DD_DEADLINE_KIND_BEFORE, "2025-06-30", "2025-06-29" },
  { "2020-07-20", DD_DEADLINE_KIND_BEFORE, "2020-07-20", "2020-07-19" },
  { "2024-03-31", DD_DEADLINE_KIND_BEFORE, "2024-03-31", "2024-03-30" },

  /* "trước ngày 01/01/2025" plainly means by the end of the year before. */
  { "2025-01-01", DD_DEADLINE_KIND_BEFORE, "2024-12-31", NULL },
  { "2023-04-01", DD_DEADLINE_KIND_BEFORE, "2023-03-31", NULL },
  { "2023-10-01", DD_DEADLINE_KIND_BEFORE, "2023-09-30", NULL },
  { "2024-03-01", DD_DEADLINE_KIND_BEFORE, "2024-02-29", NULL },

  /* All others name the last day themselves. */
  { "2025-11-15", DD_DEADLINE_KIND_BY, "2025-11-15", NULL },
  { "2025-01-01", DD_DEADLINE_KIND_BY, "2025-01-01", NULL },
  { "2023-12-31", DD_DEADLINE_KIND_IN_MONTH, "2023-12-31", NULL },
  { "2023-09-30", DD_DEADLINE_KIND_IN_QUARTER, "2023-09-30", NULL },
  { "2023-12-31", DD_DEADLINE_KIND_IN_YEAR, "2023-12-31", NULL },
  { "2023-12-31", DD_DEADLINE_KIND_PERIOD, "2023-12-31", NULL },
  { "2023-12-01", DD_DEADLINE_KIND_RELATIVE, "2023-12-01", NULL },
  { "2023-12-01", DD_DEADLINE_KIND_RECURRING, "2023-12-01", NULL },
  { "2023-12-01", DD_DEADLINE_KIND_NONE, "2023-12-01", NULL },

  /* No day stays no day. */
  { NULL, DD_DEADLINE_KIND_BEFORE, NULL, NULL },
  { NULL, DD_DEADLINE_KIND_NONE, NULL, NULL },

  /* There is no day before the first. */
  { "1900-01-01", DD_DEADLINE_KIND_BEFORE, "1900-01-01", NULL },
};

static void
test_due (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      const char *literally = dues[i].literally != NULL ? dues[i].literally : dues[i].due;

      g_test_message ("%s, kind %d", dues[i].deadline != NULL ? dues[i].deadline : "none",
                      dues[i].kind);
      assert_day (dd_deadline_get_due (day (dues[i].deadline), dues[i].kind, &inclusive),
                  dues[i].due);
      assert_day (dd_deadline_get_due (day (dues[i].deadline), dues[i].kind, &literal), literally);
    }
}

/* --- status --------------------------------------------------------------- */

static const struct
{
  const char   *due;
  const char   *completed;
  gboolean      stopped;
  const char   *today;
  guint         warn_days;
  DdTaskStatus  status;
} statuses[] = {
  { "2023-12-31", NULL, FALSE, "2023-11-16", 7, DD_TASK_STATUS_WIP_OK },
  { "2023-12-31", NULL, FALSE, "2023-12-23", 7, DD_TASK_STATUS_WIP_OK },
  { "2023-12-31", NULL, FALSE, "2023-12-24", 7, DD_TASK_STATUS_WIP_SOON },
  { "2023-12-31", NULL, FALSE, "2023-12-31", 7, DD_TASK_STATUS_WIP_SOON },
  { "2023-12-31", NULL, FALSE, "2024-01-01", 7, DD_TASK_STATUS_WIP_LATE },
  { "2023-12-31", NULL, FALSE, "2024-01-02", 7, DD_TASK_STATUS_WIP_LATE },
  { "2023-12-31", NULL, FALSE, "9999-12-31", 7, DD_TASK_STATUS_WIP_LATE },
  { NULL, NULL, FALSE, "2024-01-02", 7, DD_TASK_STATUS_WIP_NODL },

  /* Nothing is soon but what is due today, or everything is. */
  { "2023-12-31", NULL, FALSE, "2023-12-30", 0, DD_TASK_STATUS_WIP_OK },
  { "2023-12-31", NULL, FALSE, "2023-12-31", 0, DD_TASK_STATUS_WIP_SOON },
  { "9999-12-31", NULL, FALSE, "1900-01-01", G_MAXUINT, DD_TASK_STATUS_WIP_SOON },

  { "2023-12-31", "2023-12-28", FALSE, "2024-01-02", 7, DD_TASK_STATUS_DONE_ONTIME },
  { "2023-12-31", "2023-12-31", FALSE, "2024-01-02", 7, DD_TASK_STATUS_DONE_ONTIME },
  { "2023-12-31", "2024-01-01", FALSE, "2024-01-02", 7, DD_TASK_STATUS_DONE_LATE },
  { NULL, "2024-01-01", FALSE, "2024-01-02", 7, DD_TASK_STATUS_DONE_NODL },

  /* What was done on time stays so, however late it is looked at. */
  { "2023-12-31", "2023-12-28", FALSE, "2030-01-01", 7, DD_TASK_STATUS_DONE_ONTIME },

  /* A task that was withdrawn is neither late nor done. */
  { "2023-12-31", NULL, TRUE, "2024-01-02", 7, DD_TASK_STATUS_STOPPED },
  { "2023-12-31", "2023-12-28", TRUE, "2024-01-02", 7, DD_TASK_STATUS_STOPPED },
  { NULL, NULL, TRUE, "2024-01-02", 7, DD_TASK_STATUS_STOPPED },
};

static void
test_status (void)
{
  guint seen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_test_message ("row %u", i);
      g_assert_cmpint (dd_deadline_get_status (day (statuses[i].due), day (statuses[i].completed),
                                               statuses[i].stopped, day (statuses[i].today),
                                               statuses[i].warn_days),
                       ==, statuses[i].status);
      seen |= 1u << statuses[i].status;
    }

  /* The table leaves none out. */
  g_assert_cmpuint (seen, ==, (1u << DD_N_TASK_STATUSES) - 1);
}

/* The rules once more, in other words and on the texts of the days. */
static DdTaskStatus
judge (const char *due,
       const char *completed,
       gboolean    stopped,
       const char *today,
       const char *soon_from)
{
  gboolean done = completed != NULL;

  if (stopped)
    return DD_TASK_STATUS_STOPPED;
  if (due == NULL)
    return done ? DD_TASK_STATUS_DONE_NODL : DD_TASK_STATUS_WIP_NODL;
  if (done)
    return strcmp (completed, due) > 0 ? DD_TASK_STATUS_DONE_LATE : DD_TASK_STATUS_DONE_ONTIME;
  if (strcmp (due, today) < 0)
    return DD_TASK_STATUS_WIP_LATE;

  return strcmp (today, soon_from) >= 0 ? DD_TASK_STATUS_WIP_SOON : DD_TASK_STATUS_WIP_OK;
}

static DdDay
pick_day (void)
{
  if (g_test_rand_int_range (0, 4) == 0)
    return DD_DAY_NONE;

  return dd_day_new (2024, 1, 1) + (DdDay) g_test_rand_int_range (0, 30);
}

static void
test_status_random (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      DdDay due = pick_day (), completed = pick_day ();
      DdDay today = dd_day_new (2024, 1, 1) + (DdDay) g_test_rand_int_range (0, 30);
      gboolean stopped = g_test_rand_int_range (0, 5) == 0;
      int warn_days = g_test_rand_int_range (0, 10);
      g_autofree char *due_text = dd_day_to_iso (due);
      g_autofree char *completed_text = dd_day_to_iso (completed);
      g_autofree char *today_text = dd_day_to_iso (today);
      g_autofree char *soon = dd_day_to_iso (dd_day_add_days (due, -warn_days));

      g_assert_cmpint (dd_deadline_get_status (due, completed, stopped, today, (guint) warn_days),
                       ==, judge (due_text, completed_text, stopped, today_text, soon));
    }
}

/* Deadlines are days: who looks from where does not matter. */
static void
test_status_in_zones (void)
{
  static const char * const zones[] = { "<-12>+12", "<+07>-7", "<+14>-14",
                                        "EST5EDT,M3.2.0,M11.1.0" };
  g_autofree char *before = g_strdup (g_getenv ("TZ"));

  for (guint z = 0; z < G_N_ELEMENTS (zones); z++)
    {
      g_setenv ("TZ", zones[z], TRUE);
      test_status ();
      test_due ();
    }

  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
}

static void
test_status_codes (void)
{
  static const struct
  {
    const char   *code;
    DdTaskStatus  status;
    gboolean      open;
  } codes[] = {
    { "done_ontime", DD_TASK_STATUS_DONE_ONTIME, FALSE },
    { "done_late", DD_TASK_STATUS_DONE_LATE, FALSE },
    { "done_nodl", DD_TASK_STATUS_DONE_NODL, FALSE },
    { "wip_ok", DD_TASK_STATUS_WIP_OK, TRUE },
    { "wip_soon", DD_TASK_STATUS_WIP_SOON, TRUE },
    { "wip_late", DD_TASK_STATUS_WIP_LATE, TRUE },
    { "wip_nodl", DD_TASK_STATUS_WIP_NODL, TRUE },
    { "stopped", DD_TASK_STATUS_STOPPED, FALSE },
  };
  DdTaskStatus status;

  g_assert_cmpuint (G_N_ELEMENTS (codes), ==, DD_N_TASK_STATUSES);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_cmpstr (dd_task_status_get_code (codes[i].status), ==, codes[i].code);
      g_assert_true (dd_task_status_from_code (codes[i].code, &status));
      g_assert_cmpint (status, ==, codes[i].status);
      g_assert_cmpint (dd_task_status_is_open (status), ==, codes[i].open);
      g_assert_cmpstr (dd_task_status_get_label (status), !=, "");
    }

  g_assert_false (dd_task_status_from_code ("wip", &status));
  g_assert_false (dd_task_status_from_code ("", &status));
  g_assert_false (dd_task_status_from_code ("WIP_LATE", &status));
}

/* --- how far away --------------------------------------------------------- */

static const struct
{
  const char *due;
  const char *completed;
  const char *today;
  guint       late;
} lates[] = {
  { "2023-12-31", NULL, "2024-01-02", 2 },
  { "2023-12-31", NULL, "2023-12-31", 0 },
  { "2023-12-31", NULL, "2023-12-30", 0 },
  { "2023-12-31", "2024-01-05", "2024-02-01", 5 },
  { "2023-12-31", "2023-12-31", "2024-02-01", 0 },
  { NULL, NULL, "2024-02-01", 0 },
  { NULL, "2024-02-01", "2024-02-01", 0 },
};

static void
test_days_late (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lates); i++)
    {
      g_test_message ("row %u", i);
      g_assert_cmpuint (dd_deadline_get_days_late (day (lates[i].due), day (lates[i].completed),
                                                   day (lates[i].today)), ==, lates[i].late);
    }
}

static const struct
{
  const char *due;
  const char *completed;
  const char *today;
  const char *words;
} relatives[] = {
  { NULL, NULL, "2024-03-04", "" },
  { NULL, "2024-03-01", "2024-03-04", "" },

  /* Overdue is counted in calendar days. */
  { "2024-02-21", NULL, "2024-03-04", "12 days overdue" },
  { "2024-03-03", NULL, "2024-03-04", "1 day overdue" },
  { "2024-03-04", NULL, "2024-03-04", "Due today" },

  /* What is left is counted in working days, Monday 4 March. */
  { "2024-03-05", NULL, "2024-03-04", "1 working day left" },
  { "2024-03-07", NULL, "2024-03-04", "3 working days left" },
  { "2024-03-11", NULL, "2024-03-04", "5 working days left" },
  { "2024-03-25", NULL, "2024-03-04", "15 working days left" },

  /* Far away nobody counts working days. */
  { "2024-03-26", NULL, "2024-03-04", "22 days left" },
  { "2024-12-31", NULL, "2024-03-04", "302 days left" },

  /* Over a weekend: never "0 working days left" while there are days left. */
  { "2024-03-09", NULL, "2024-03-08", "1 day left" },
  { "2024-03-10", NULL, "2024-03-08", "2 days left" },
  { "2024-03-11", NULL, "2024-03-08", "1 working day left" },
  { "2024-03-10", NULL, "2024-03-09", "1 day left" },
  { "2024-03-11", NULL, "2024-03-10", "1 working day left" },

  /* Tết lies between. */
  { "2024-02-14", NULL, "2024-02-07", "7 days left" },
  { "2024-02-15", NULL, "2024-02-07", "1 working day left" },
  { "2024-02-16", NULL, "2024-02-05", "4 working days left" },

  /* Done. */
  { "2024-03-04", "2024-03-04", "2024-06-01", "on time" },
  { "2024-03-04", "2024-03-01", "2024-06-01", "on time" },
  { "2024-03-04", "2024-03-05", "2024-06-01", "1 day late" },
  { "2024-03-04", "2024-03-16", "2024-06-01", "12 days late" },
};

static void
test_relative (void)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new ();

  for (DdDay any = day ("2024-02-08"); any <= day ("2024-02-14"); any++)
    dd_calendar_add_exception (calendar, any, FALSE, "Tết Nguyên đán");

  for (guint i = 0; i < G_N_ELEMENTS (relatives); i++)
    {
      g_autofree char *words =
        dd_deadline_to_relative (day (relatives[i].due), day (relatives[i].completed),
                                 day (relatives[i].today), calendar);

      g_test_message ("row %u", i);
      g_assert_cmpstr (words, ==, relatives[i].words);
    }
}

/* --- rows of tasks -------------------------------------------------------- */

static DdRow *
make_task (const char     *deadline,
           DdDeadlineKind  kind)
{
  DdRow *task = dd_row_new (DD_KIND_TASK);

  dd_row_set_day (task, DD_TASK_DEADLINE, day (deadline));
  dd_row_set_choice (task, DD_TASK_DEADLINE_KIND, kind);

  return task;
}

static void
test_settle (void)
{
  g_autoptr (DdRow) task = make_task ("2025-06-30", DD_DEADLINE_KIND_BEFORE);

  dd_task_row_settle (task, &literal);
  assert_day (dd_row_get_day (task, DD_TASK_DUE), "2025-06-29");
  assert_day (dd_row_get_day (task, DD_TASK_ORIGINAL_DEADLINE), "2025-06-30");

  /* The deadline as it was written stays as it was written. */
  assert_day (dd_row_get_day (task, DD_TASK_DEADLINE), "2025-06-30");

  /* Another rule, another due day. */
  dd_task_row_settle (task, &inclusive);
  assert_day (dd_row_get_day (task, DD_TASK_DUE), "2025-06-30");

  /* The deadline moves and is taken away; the original one stays. */
  dd_row_set_day (task, DD_TASK_DEADLINE, day ("2025-09-30"));
  dd_task_row_settle (task, &inclusive);
  assert_day (dd_row_get_day (task, DD_TASK_DUE), "2025-09-30");
  assert_day (dd_row_get_day (task, DD_TASK_ORIGINAL_DEADLINE), "2025-06-30");
  dd_row_unset (task, DD_TASK_DEADLINE);
  dd_task_row_settle (task, &inclusive);
  g_assert_false (dd_row_is_set (task, DD_TASK_DUE));
  assert_day (dd_row_get_day (task, DD_TASK_ORIGINAL_DEADLINE), "2025-06-30");
}

static void
test_settle_without_deadline (void)
{
  g_autoptr (DdRow) task = make_task (NULL, DD_DEADLINE_KIND_NONE);

  dd_task_row_settle (task, &inclusive);
  g_assert_false (dd_row_is_set (task, DD_TASK_DUE));
  g_assert_false (dd_row_is_set (task, DD_TASK_ORIGINAL_DEADLINE));

  /* The first deadline it gets is its original one. */
  dd_row_set_day (task, DD_TASK_DEADLINE, day ("2025-09-30"));
  dd_task_row_settle (task, &inclusive);
  assert_day (dd_row_get_day (task, DD_TASK_ORIGINAL_DEADLINE), "2025-09-30");
}

static void
test_stopped_states (void)
{
  static const gboolean stopped[] = {
    [DD_TASK_STATE_ASSIGNED] = FALSE, [DD_TASK_STATE_ACCEPTED] = FALSE,
    [DD_TASK_STATE_REFUSED] = TRUE, [DD_TASK_STATE_IN_PROGRESS] = FALSE,
    [DD_TASK_STATE_REPORTED] = FALSE, [DD_TASK_STATE_RETURNED] = FALSE,
    [DD_TASK_STATE_CONFIRMED] = FALSE, [DD_TASK_STATE_SUSPENDED] = TRUE,
    [DD_TASK_STATE_WITHDRAWN] = TRUE,
  };
  g_autoptr (DdRow) task = make_task ("2025-06-30", DD_DEADLINE_KIND_BY);

  dd_task_row_settle (task, &inclusive);
  for (guint i = 0; i < G_N_ELEMENTS (stopped); i++)
    {
      dd_row_set_choice (task, DD_TASK_STATE, i);
      g_assert_cmpint (dd_task_row_is_stopped (task), ==, stopped[i]);
      g_assert_cmpint (dd_task_row_get_status (task, day ("2025-07-01"), &inclusive), ==,
                       stopped[i] ? DD_TASK_STATUS_STOPPED : DD_TASK_STATUS_WIP_LATE);
    }
}

/* Overdue by the rule that holds, and soon by the days that are set. */
static void
test_row_status (void)
{
  DdRules narrow = { TRUE, 1, 14 };
  g_autoptr (DdRow) task = make_task ("2025-01-01", DD_DEADLINE_KIND_BEFORE);

  dd_task_row_settle (task, &inclusive);
  g_assert_cmpint (dd_task_row_get_status (task, day ("2025-01-01"), &inclusive), ==,
                   DD_TASK_STATUS_WIP_LATE);
  g_assert_cmpint (dd_task_row_get_status (task, day ("2024-12-29"), &inclusive), ==,
                   DD_TASK_STATUS_WIP_SOON);
  g_assert_cmpint (dd_task_row_get_status (task, day ("2024-12-29"), &narrow), ==,
                   DD_TASK_STATUS_WIP_OK);
  dd_row_set_day (task, DD_TASK_COMPLETED, day ("2025-01-01"));
  g_assert_cmpint (dd_task_row_get_status (task, day ("2025-01-01"), &inclusive), ==,
                   DD_TASK_STATUS_DONE_LATE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deadline/due", test_due);
  g_test_add_func ("/deadline/status", test_status);
  g_test_add_func ("/deadline/status-random", test_status_random);
  g_test_add_func ("/deadline/status-in-zones", test_status_in_zones);
  g_test_add_func ("/deadline/status-codes", test_status_codes);
  g_test_add_func ("/deadline/days-late", test_days_late);
  g_test_add_func ("/deadline/relative", test_relative);
  g_test_add_func ("/deadline/settle", test_settle);
  g_test_add_func ("/deadline/settle-without-deadline", test_settle_without_deadline);
  g_test_add_func ("/deadline/stopped-states", test_stopped_states);
  g_test_add_func ("/deadline/row-status", test_row_status);

  return g_test_run ();
}
