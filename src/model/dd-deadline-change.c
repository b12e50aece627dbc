/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-deadline-change"

#include "config.h"

#include "dd-deadline-change.h"

#include <glib/gi18n-lib.h>

static const DdChoice extension_choices[] = {
  [DD_EXTENSION_ASKED] = { "asked", N_("Asked") },
  [DD_EXTENSION_GRANTED] = { "granted", N_("Granted") },
  [DD_EXTENSION_REFUSED] = { "refused", N_("Refused") },
};

static const DdField fields[] = {
  [DD_DEADLINE_CHANGE_TASK] = { "task", N_("Task"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, DD_KIND_TASK },
  [DD_DEADLINE_CHANGE_ASKED_ON] = { "asked_on", N_("Asked on"), DD_FIELD_DAY },
  [DD_DEADLINE_CHANGE_ASKED_BY] = { "asked_by", N_("Asked by"), DD_FIELD_TEXT },
  [DD_DEADLINE_CHANGE_OLD_DEADLINE] = { "old_deadline", N_("Old deadline"), DD_FIELD_DAY },
  [DD_DEADLINE_CHANGE_NEW_DEADLINE] = { "new_deadline", N_("New deadline"), DD_FIELD_DAY },
  [DD_DEADLINE_CHANGE_REASON] = { "reason", N_("Reason"),
    DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_MULTILINE },
  [DD_DEADLINE_CHANGE_DECIDED_ON] = { "decided_on", N_("Decided on"), DD_FIELD_DAY },
  [DD_DEADLINE_CHANGE_DECIDED_BY] = { "decided_by", N_("Decided by"), DD_FIELD_TEXT },
  [DD_DEADLINE_CHANGE_DOCUMENT] = { "document", N_("Document"), DD_FIELD_TEXT },
  [DD_DEADLINE_CHANGE_OUTCOME] = { "outcome", N_("Decision"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = extension_choices, .n_choices = G_N_ELEMENTS (extension_choices) },
};

/**
 * DdDeadlineChange:
 *
 * A request to move a deadline, and what was decided.
 */
DD_DEFINE_RECORD (DdDeadlineChange, deadline_change, DEADLINE_CHANGE, N_("Change of deadline"))
