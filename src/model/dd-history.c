/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-history"

#include "config.h"

#include "dd-history.h"

#include <glib/gi18n-lib.h>

static const DdChoice history_event_choices[] = {
  [DD_HISTORY_EVENT_CREATED] = { "created", N_("Created") },
  [DD_HISTORY_EVENT_CHANGED] = { "changed", N_("Changed") },
  [DD_HISTORY_EVENT_DELETED] = { "deleted", N_("Deleted") },
};

static const DdField fields[] = {
  [DD_HISTORY_ACTION] = { "action", N_("Action"), DD_FIELD_NUMBER, DD_FIELD_REQUIRED },
  [DD_HISTORY_HAPPENED] = { "happened", N_("When"), DD_FIELD_INSTANT, DD_FIELD_REQUIRED },
  [DD_HISTORY_ACTOR] = { "actor", N_("Who"), DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_HISTORY_REASON] = { "reason", N_("Why"), DD_FIELD_TEXT, DD_FIELD_MULTILINE },
  [DD_HISTORY_EVENT] = { "event", N_("What"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = history_event_choices, .n_choices = G_N_ELEMENTS (history_event_choices) },
  [DD_HISTORY_RECORD_KIND] = { "record_kind", N_("Kind"), DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_HISTORY_RECORD_ID] = { "record_id", N_("Record"), DD_FIELD_NUMBER, DD_FIELD_REQUIRED },
  [DD_HISTORY_RECORD_UID] = { "record_uid", N_("Unique name"), DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_HISTORY_UNDOES] = { "undoes", N_("Undoes the action"), DD_FIELD_NUMBER },
};

/**
 * DdHistory:
 *
 * That a record was made, changed or deleted: when, by whom, why. Only ever
 * added to. Entries of one action share its number; the values before and
 * after stand beside the entry, one line for each field.
 */
DD_DEFINE_RECORD (DdHistory, history, HISTORY, N_("History entry"))
