/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-ctl"

#include "config.h"

#include "dd-ctl.h"

#include "dd-csv-writer.h"
#include "dd-day-text.h"
#include "dd-record-types.h"
#include "dd-text-table.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define NOT_GIVEN G_MININT

static gboolean option_overdue;
static gboolean option_all;
static gboolean option_done;
static int option_due_within = NOT_GIVEN;
static char *option_unit;
static char *option_search;
static char *option_status;

static const GOptionEntry options[] = {
  { "overdue", 0, 0, G_OPTION_ARG_NONE, &option_overdue, N_("Only tasks that are overdue"), NULL },
  { "due-within", 0, 0, G_OPTION_ARG_INT, &option_due_within,
    N_("Only tasks due within so many days"), N_("DAYS") },
  { "unit", 0, 0, G_OPTION_ARG_STRING, &option_unit,
    N_("Only tasks that this unit leads or coordinates in"), N_("UNIT") },
  { "search", 0, 0, G_OPTION_ARG_STRING, &option_search,
    N_("Only tasks with these words, with or without marks"), N_("WORDS") },
  { "status", 0, 0, G_OPTION_ARG_STRING, &option_status,
    N_("Only tasks of this status: wip_late, wip_soon, wip_ok, wip_nodl, done_ontime, "
       "done_late, done_nodl, stopped"), N_("STATUS") },
  { "done", 0, 0, G_OPTION_ARG_NONE, &option_done, N_("Only completed tasks"), NULL },
  { "all", 0, 0, G_OPTION_ARG_NONE, &option_all, N_("All tasks, not only open ones"), NULL },
  G_OPTION_ENTRY_NULL
};

/* What a task says, in whatever form it is printed. */
typedef struct
{
  DdTaskStatus  status;
  guint         days_late;
  gint64        percent;
} Facts;

static Facts
get_facts (DdCtl       *ctl,
           const DdRow *task)
{
  Facts facts;

  facts.status = dd_task_row_get_status (task, ctl->today, dd_store_get_rules (ctl->store));
  facts.days_late = facts.status == DD_TASK_STATUS_STOPPED
                  ? 0 : dd_deadline_get_days_late (dd_row_get_day (task, DD_TASK_DUE),
                                                   dd_row_get_day (task, DD_TASK_COMPLETED),
                                                   ctl->today);
  facts.percent = dd_row_get_number (task, DD_TASK_PERCENT);

  return facts;
}

static void
print_json_task (DdCtl        *ctl,
                 DdJsonWriter *json,
                 const DdRow  *task)
{
  Facts facts = get_facts (ctl, task);
  g_auto (GStrv) coordinating = dd_row_get_list (task, DD_TASK_COORDINATING_NAMES);

  dd_json_writer_begin_object (json, NULL);
  dd_json_writer_add_text (json, "uid", dd_row_get_uid (task));
  dd_json_writer_add_text (json, "content", dd_row_get_text (task, DD_TASK_CONTENT));
  dd_json_writer_add_text (json, "lead", dd_row_get_text (task, DD_TASK_LEAD_NAME));
  dd_json_writer_add_texts (json, "coordinating", coordinating);
  dd_json_writer_add_day (json, "deadline", dd_row_get_day (task, DD_TASK_DEADLINE));
  dd_json_writer_add_day (json, "original_deadline",
                          dd_row_get_day (task, DD_TASK_ORIGINAL_DEADLINE));
  dd_json_writer_add_text (json, "deadline_text", dd_row_get_text (task, DD_TASK_DEADLINE_TEXT));
  dd_json_writer_add_text (json, "status", dd_task_status_get_code (facts.status));
  dd_json_writer_add_number (json, "days_late", facts.days_late);
  dd_json_writer_add_number (json, "progress", facts.percent);
  dd_json_writer_add_day (json, "completed", dd_row_get_day (task, DD_TASK_COMPLETED));
  dd_json_writer_add_text (json, "product", dd_row_get_text (task, DD_TASK_PRODUCT));
  dd_json_writer_begin_object (json, "source");
  dd_json_writer_add_text (json, "meeting", dd_row_get_text (task, DD_TASK_MEETING_TITLE));
  dd_json_writer_add_text (json, "document", dd_row_get_text (task, DD_TASK_DOCUMENT_NUMBER));
  dd_json_writer_add_text (json, "ordinal", dd_row_get_text (task, DD_TASK_ORDINAL));
  dd_json_writer_end_object (json);
  dd_json_writer_end_object (json);
}

static DdCtlExit
print_json (DdCtl     *ctl,
            GPtrArray *tasks)
{
  DdJsonWriter *json = dd_ctl_json_new ();

  dd_json_writer_begin_object (json, NULL);
  dd_json_writer_add_day (json, "today", ctl->today);
  dd_json_writer_begin_array (json, "tasks");
  for (guint i = 0; i < tasks->len; i++)
    print_json_task (ctl, json, tasks->pdata[i]);
  dd_json_writer_end_array (json);
  dd_json_writer_end_object (json);

  return dd_ctl_json_finish (json);
}

static DdCtlExit
print_csv (DdCtl     *ctl,
           GPtrArray *tasks)
{
  static const char * const headings[] = {
    "uid", "content", "lead", "coordinating", "deadline", "original_deadline", "status",
    "days_late", "progress", "completed", "product", "meeting", "document", "ordinal",
  };
  g_autoptr (GString) line = g_string_new (DD_TEXT_BYTE_ORDER_MARK);

  fputs (line->str, stdout);
  g_string_truncate (line, 0);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    dd_csv_append_cell (line, headings[i]);
  dd_csv_end_line (line);
  fputs (line->str, stdout);

  for (guint i = 0; i < tasks->len; i++)
    {
      const DdRow *task = tasks->pdata[i];
      Facts facts = get_facts (ctl, task);
      g_auto (GStrv) names = dd_row_get_list (task, DD_TASK_COORDINATING_NAMES);
      g_autofree char *coordinating = g_strjoinv ("; ", names);
      g_autofree char *deadline = dd_day_to_iso (dd_row_get_day (task, DD_TASK_DEADLINE));
      g_autofree char *original = dd_day_to_iso (dd_row_get_day (task, DD_TASK_ORIGINAL_DEADLINE));
      g_autofree char *completed = dd_day_to_iso (dd_row_get_day (task, DD_TASK_COMPLETED));
      g_autofree char *late = g_strdup_printf ("%u", facts.days_late);
      g_autofree char *percent = g_strdup_printf ("%" G_GINT64_FORMAT, facts.percent);
      const char *cells[] = {
        dd_row_get_uid (task), dd_row_get_text (task, DD_TASK_CONTENT),
        dd_row_get_text (task, DD_TASK_LEAD_NAME), coordinating, deadline, original,
        dd_task_status_get_code (facts.status), late, percent, completed,
        dd_row_get_text (task, DD_TASK_PRODUCT), dd_row_get_text (task, DD_TASK_MEETING_TITLE),
        dd_row_get_text (task, DD_TASK_DOCUMENT_NUMBER), dd_row_get_text (task, DD_TASK_ORDINAL),
      };

      g_string_truncate (line, 0);
      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        dd_csv_append_cell (line, cells[j]);
      dd_csv_end_line (line);
      fputs (line->str, stdout);
    }

  return dd_ctl_print ("");
}

static DdCtlExit
print_text (DdCtl     *ctl,
            GPtrArray *tasks)
{
  const char *headings[] = { _("Deadline"), _("Status"), _("Lead"), _("Content"), NULL };
  g_autoptr (DdTextTable) table = dd_text_table_new (headings);
  DdCalendar *calendar = dd_store_get_calendar (ctl->store);
  g_autofree char *text = NULL;

  for (guint i = 0; i < tasks->len; i++)
    {
      const DdRow *task = tasks->pdata[i];
      Facts facts = get_facts (ctl, task);
      g_autofree char *deadline = dd_day_to_text (dd_row_get_day (task, DD_TASK_DEADLINE));
      g_autofree char *relative =
        dd_deadline_to_relative (dd_row_get_day (task, DD_TASK_DUE),
                                 dd_row_get_day (task, DD_TASK_COMPLETED), ctl->today, calendar);
      const char *status = *relative != '\0' && facts.status <= DD_TASK_STATUS_WIP_SOON
                         ? relative : dd_task_status_get_label (facts.status);
      const char *cells[] = { deadline, status, dd_row_get_text (task, DD_TASK_LEAD_NAME),
                              dd_row_get_text (task, DD_TASK_CONTENT), NULL };

      dd_text_table_add_row (table, cells);
    }
  text = dd_text_table_to_text (table, dd_ctl_get_width ());

  return dd_ctl_print (text);
}

/* Which statuses are asked for, and how many days "soon" is. */
static gboolean
get_statuses (DdCtl *ctl,
              guint *statuses,
              guint *warn_days)
{
  DdTaskStatus status;

  *warn_days = dd_store_get_rules (ctl->store)->warn_days;
  *statuses = DD_STATUS_OPEN;
  if (option_all)
    *statuses = DD_STATUS_ALL;
  if (option_done)
    *statuses = DD_STATUS_DONE;
  if (option_overdue)
    *statuses = DD_STATUS_BIT (DD_TASK_STATUS_WIP_LATE);
  if (option_due_within != NOT_GIVEN)
    {
      *warn_days = (guint) MIN (option_due_within, 36500);
      *statuses = (option_overdue ? *statuses : 0) | DD_STATUS_BIT (DD_TASK_STATUS_WIP_SOON);
    }
  if (option_status == NULL)
    return TRUE;

  if (!dd_task_status_from_code (option_status, &status))
    {
      g_autofree char *sentence =
        g_strdup_printf (_("--status: there is no status “%s”."), option_status);

      dd_ctl_fail_text (sentence);
      return FALSE;
    }
  *statuses = DD_STATUS_BIT (status);

  return TRUE;
}

static DdCtlExit
run (DdCtl *ctl)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);
  g_autoptr (GPtrArray) tasks = NULL;
  guint statuses, warn_days;
  DdCtlExit exit;

  if (ctl->arguments[0] != NULL)
    return dd_ctl_fail_text (_("This command takes options only."));
  if (option_due_within < 0 && option_due_within != NOT_GIVEN)
    return dd_ctl_fail_text (_("--due-within: how many days? Give 0 or more."));
  if (option_search != NULL && !g_utf8_validate (option_search, -1, NULL))
    return dd_ctl_fail_text (_("--search: the words are not in Unicode (UTF-8)."));
  if (!dd_ctl_open (ctl, DD_STORE_OPEN_PLAIN) || !get_statuses (ctl, &statuses, &warn_days))
    return DD_CTL_ERROR;

  dd_query_set_statuses (query, statuses, ctl->today, warn_days);
  dd_query_set_search (query, option_search);
  dd_query_set_sort (query, DD_TASK_DUE, FALSE);
  if (option_unit != NULL)
    {
      gint64 unit = dd_ctl_find_unit (ctl, option_unit);

      if (unit == 0)
        return DD_CTL_ERROR;
      dd_query_set_unit (query, unit);
    }

  tasks = dd_ctl_select (ctl, query);
  if (tasks == NULL)
    return DD_CTL_ERROR;

  if (ctl->format == DD_CTL_JSON)
    exit = print_json (ctl, tasks);
  else if (ctl->format == DD_CTL_CSV)
    exit = print_csv (ctl, tasks);
  else if (tasks->len > 0)
    exit = print_text (ctl, tasks);
  else
    exit = dd_ctl_print (_("No such task.\n"));

  return exit == DD_CTL_DONE && tasks->len == 0 ? DD_CTL_NOTHING : exit;
}

const DdCtlCommand dd_ctl_tasks = {
  .name = "tasks",
  .usage = "",
  .summary = N_("List tasks: the open ones, by deadline"),
  .examples = "  dondocctl tasks --overdue\n"
              "  dondocctl tasks --due-within=7 --unit=\"Sở Tư pháp\"\n"
              "  dondocctl --file x.db tasks --search \"ra soat\" --today=2024-01-02 --format=json",
  .members = "  {\"today\", \"tasks\": [{\"uid\", \"content\", \"lead\", \"coordinating\": […],\n"
             "    \"deadline\", \"original_deadline\", \"deadline_text\", \"status\", "
             "\"days_late\",\n"
             "    \"progress\", \"completed\", \"product\",\n"
             "    \"source\": {\"meeting\", \"document\", \"ordinal\"}}]}",
  .options = options,
  .has_csv = TRUE,
  .run = run,
};
