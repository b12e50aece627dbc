/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-progress"

#include "config.h"

#include "dd-progress.h"

#include <glib/gi18n-lib.h>

static const DdChoice progress_outcome_choices[] = {
  [DD_PROGRESS_OUTCOME_REPORT] = { "report", N_("Progress") },
  [DD_PROGRESS_OUTCOME_DONE] = { "done", N_("Reported done") },
  [DD_PROGRESS_OUTCOME_CONFIRMED] = { "confirmed", N_("Confirmed") },
  [DD_PROGRESS_OUTCOME_RETURNED] = { "returned", N_("Returned") },
  [DD_PROGRESS_OUTCOME_REOPENED] = { "reopened", N_("Reopened") },
  [DD_PROGRESS_OUTCOME_STOPPED] = { "stopped", N_("Stopped") },
};

static const DdField fields[] = {
  [DD_PROGRESS_TASK] = { "task", N_("Task"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, DD_KIND_TASK },
  [DD_PROGRESS_DAY] = { "day", N_("Day"), DD_FIELD_DAY, DD_FIELD_REQUIRED },
  [DD_PROGRESS_AUTHOR] = { "author", N_("Author"), DD_FIELD_TEXT },
  [DD_PROGRESS_PERCENT] = { "percent", N_("Progress"), DD_FIELD_NUMBER },
  [DD_PROGRESS_NOTE] = { "note", N_("What was done"), DD_FIELD_TEXT, DD_FIELD_MULTILINE },
  [DD_PROGRESS_DIFFICULTY] = { "difficulty", N_("Difficulty"),
    DD_FIELD_TEXT, DD_FIELD_MULTILINE },
  [DD_PROGRESS_PROPOSAL] = { "proposal", N_("Proposal"), DD_FIELD_TEXT, DD_FIELD_MULTILINE },
  [DD_PROGRESS_DOCUMENT] = { "document", N_("Evidence"), DD_FIELD_TEXT },
  [DD_PROGRESS_OUTCOME] = { "outcome", N_("Outcome"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = progress_outcome_choices, .n_choices = G_N_ELEMENTS (progress_outcome_choices) },
};

/**
 * DdProgress:
 *
 * What was reported about a task on a day, with the evidence.
 */
DD_DEFINE_RECORD (DdProgress, progress, PROGRESS, N_("Progress report"))
