/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-follow-up"

#include "config.h"

#include "dd-follow-up.h"

#include <glib/gi18n-lib.h>

static const DdChoice follow_up_kind_choices[] = {
  [DD_FOLLOW_UP_KIND_CALL] = { "call", N_("Call") },
  [DD_FOLLOW_UP_KIND_MESSAGE] = { "message", N_("Message") },
  [DD_FOLLOW_UP_KIND_LETTER] = { "letter", N_("Reminder letter") },
  [DD_FOLLOW_UP_KIND_MEETING] = { "meeting", N_("Raised at a meeting") },
  [DD_FOLLOW_UP_KIND_EXPLANATION] = { "explanation", N_("Explanation required") },
};

static const DdField fields[] = {
  [DD_FOLLOW_UP_TASK] = { "task", N_("Task"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, DD_KIND_TASK },
  [DD_FOLLOW_UP_KIND] = { "kind", N_("Kind"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = follow_up_kind_choices, .n_choices = G_N_ELEMENTS (follow_up_kind_choices) },
  [DD_FOLLOW_UP_DAY] = { "day", N_("Day"), DD_FIELD_DAY, DD_FIELD_REQUIRED },
  [DD_FOLLOW_UP_AUTHOR] = { "author", N_("Author"), DD_FIELD_TEXT },
  [DD_FOLLOW_UP_LETTER_NUMBER] = { "letter_number", N_("Number of the letter"), DD_FIELD_TEXT },
  [DD_FOLLOW_UP_TEXT] = { "text", N_("Text"), DD_FIELD_TEXT, DD_FIELD_MULTILINE },
  [DD_FOLLOW_UP_ANSWER_DUE] = { "answer_due", N_("Answer due"), DD_FIELD_DAY },
  [DD_FOLLOW_UP_ANSWERED] = { "answered", N_("Answered on"), DD_FIELD_DAY },
  [DD_FOLLOW_UP_ANSWER] = { "answer", N_("Answer"), DD_FIELD_TEXT, DD_FIELD_MULTILINE },
};

/**
 * DdFollowUp:
 *
 * One act of urging (đôn đốc).
 */
DD_DEFINE_RECORD (DdFollowUp, follow_up, FOLLOW_UP, N_("Follow-up"))
