/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-ctl"

#include "config.h"

#include "dd-ctl.h"

#include "dd-record-types.h"
#include "dd-task-steps.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define NOT_GIVEN G_MININT

static int option_percent = NOT_GIVEN;
static char *option_note;
static char *option_done;
static char *option_product;
static gboolean option_confirm;
static char *option_return;

static const GOptionEntry options[] = {
  { "percent", 0, 0, G_OPTION_ARG_INT, &option_percent, N_("How far the work is"), N_("0–100") },
  { "note", 0, 0, G_OPTION_ARG_STRING, &option_note, N_("What was done"), N_("TEXT") },
  { "done", 0, 0, G_OPTION_ARG_STRING, &option_done, N_("Report it done, on this day"), N_("DAY") },
  { "product", 0, 0, G_OPTION_ARG_STRING, &option_product,
    N_("The document that proves it"), N_("NUMBER") },
  { "confirm", 0, 0, G_OPTION_ARG_NONE, &option_confirm, N_("Confirm that it is done"), NULL },
  { "return", 0, 0, G_OPTION_ARG_STRING, &option_return,
    N_("Return it, for this reason: it counts as not done"), N_("REASON") },
  G_OPTION_ENTRY_NULL
};

static gboolean
add_step (DdCtl             *ctl,
          DdChange          *change,
          DdRow             *task,
          DdTaskAction       action,
          const DdTaskStep  *step)
{
  g_autoptr (GError) error = NULL;
  DdRow *progress = dd_task_take_step (task, action, step, ctl->today, &error);

  if (progress == NULL)
    {
      dd_ctl_fail (error);
      return FALSE;
    }
  dd_change_insert (change, progress);

  return TRUE;
}

static gboolean
add_steps (DdCtl    *ctl,
           DdChange *change,
           DdRow    *task)
{
  DdTaskStep step = {
    .day = ctl->today,
    .author = ctl->actor,
    .note = option_note,
    .document = option_product,
    .percent = option_percent == NOT_GIVEN ? -1 : option_percent,
  };
  /* A note alone is that of the confirmation, if there is one. */
  gboolean reports = option_done != NULL || option_percent != NOT_GIVEN ||
                     (option_note != NULL && !option_confirm);

  if (option_done != NULL)
    {
      step.day = dd_ctl_parse_day ("--done", option_done);
      if (step.day == DD_DAY_NONE ||
          !add_step (ctl, change, task, DD_TASK_ACTION_REPORT_DONE, &step))
        return FALSE;
    }
  else if (reports && !add_step (ctl, change, task, DD_TASK_ACTION_REPORT, &step))
    return FALSE;

  step.day = ctl->today;
  step.percent = -1;
  if (reports)
    {
      step.document = NULL;
      step.note = NULL;
    }
  if (option_confirm && !add_step (ctl, change, task, DD_TASK_ACTION_CONFIRM, &step))
    return FALSE;

  step.note = option_return;

  return option_return == NULL || add_step (ctl, change, task, DD_TASK_ACTION_RETURN, &step);
}

static DdCtlExit
print_task (DdCtl      *ctl,
            const char *uid)
{
  g_autoptr (DdRow) task = dd_ctl_fetch (ctl, DD_KIND_TASK, uid);
  DdTaskStatus status;
  g_autofree char *state = NULL;

  if (task == NULL)
    return DD_CTL_ERROR;

  status = dd_task_row_get_status (task, ctl->today, dd_store_get_rules (ctl->store));
  if (ctl->format == DD_CTL_JSON)
    {
      DdJsonWriter *json = dd_ctl_json_new ();

      state = dd_row_field_to_code (task, DD_TASK_STATE);
      dd_json_writer_begin_object (json, NULL);
      dd_json_writer_add_text (json, "uid", uid);
      dd_json_writer_add_text (json, "state", state);
      dd_json_writer_add_text (json, "status", dd_task_status_get_code (status));
      dd_json_writer_add_number (json, "progress", dd_row_get_number (task, DD_TASK_PERCENT));
      dd_json_writer_end_object (json);
      return dd_ctl_json_finish (json);
    }

  state = dd_row_field_to_text (task, DD_TASK_STATE);
  /* Translators: the state of a task, its status, and its progress in per cent. */
  printf (_("%s; %s; %u%%\n"), state, dd_task_status_get_label (status),
          (guint) dd_row_get_number (task, DD_TASK_PERCENT));

  return DD_CTL_DONE;
}

/* A note that is blank tells nothing. */
static gboolean
is_worth_telling (void)
{
  g_autofree char *note = option_note != NULL ? dd_text_clean (option_note, FALSE) : NULL;

  if (note != NULL && *note == '\0')
    g_clear_pointer (&option_note, g_free);

  return option_percent != NOT_GIVEN || option_note != NULL || option_done != NULL ||
         option_confirm || option_return != NULL;
}

static DdCtlExit
run (DdCtl *ctl)
{
  g_autoptr (DdRow) task = NULL;
  g_autoptr (DdChange) change = NULL;
  g_autoptr (DdChange) written = NULL;

  if (dd_ctl_get_argument (ctl) == NULL)
    return dd_ctl_fail_text (_("Name the task by its uid; “dondocctl tasks --format=json” lists "
                               "them."));
  if (option_percent != NOT_GIVEN && (option_percent < 0 || option_percent > 100))
    return dd_ctl_fail_text (_("Progress goes from 0 to 100 per cent."));
  if (option_done != NULL && option_percent != NOT_GIVEN && option_percent != 100)
    return dd_ctl_fail_text (_("What is done is done to 100 per cent: either --percent or "
                               "--done."));
  if (option_confirm && option_return != NULL)
    return dd_ctl_fail_text (_("Either --confirm or --return."));
  if (!is_worth_telling ())
    return dd_ctl_fail_text (_("What is there to report? Give --percent, --note, --done, --confirm "
                               "or --return."));
  if (!dd_ctl_open (ctl, DD_STORE_OPEN_PLAIN))
    return DD_CTL_ERROR;

  task = dd_ctl_fetch (ctl, DD_KIND_TASK, ctl->arguments[0]);
  if (task == NULL)
    return DD_CTL_ERROR;

  change = dd_change_new (ctl->actor, option_return);
  if (!add_steps (ctl, change, task))
    return DD_CTL_ERROR;
  dd_change_update (change, g_steal_pointer (&task));

  written = dd_ctl_write (ctl, g_steal_pointer (&change));

  return written != NULL ? print_task (ctl, ctl->arguments[0]) : DD_CTL_ERROR;
}

const DdCtlCommand dd_ctl_progress = {
  .name = "progress",
  .usage = N_("TASK"),
  .summary = N_("Report the progress of a task; confirm or return its result"),
  .examples = "  dondocctl progress 0190… --percent 60 --note \"Đã lấy ý kiến các sở\"\n"
              "  dondocctl progress 0190… --done 2023-12-28 --product \"12/BC-UBND\"\n"
              "  dondocctl progress 0190… --return \"Thiếu phụ lục\"",
  .members = "  {\"uid\", \"state\", \"status\", \"progress\"}",
  .options = options,
  .has_actor = TRUE,
  .run = run,
};
