/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-obligation"

#include "config.h"

#include "dd-obligation.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  [DD_OBLIGATION_TITLE] = { "title", N_("Title"),
    DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_OBLIGATION_BASIS] = { "basis", N_("Legal basis"), DD_FIELD_TEXT },
  [DD_OBLIGATION_DIRECTIVE] = { "directive", N_("Directive"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_DIRECTIVE },
  [DD_OBLIGATION_RECURRENCE] = { "recurrence", N_("Recurrence"),
    DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = dd_recurrence_choices, .n_choices = DD_N_RECURRENCE_CHOICES },
  [DD_OBLIGATION_DUE_DAY] = { "due_day", N_("Due day"), DD_FIELD_NUMBER },
  [DD_OBLIGATION_CUTOFF_DAY] = { "cutoff_day", N_("Data cut-off day"), DD_FIELD_NUMBER },
  [DD_OBLIGATION_FIRST_DAY] = { "first_day", N_("From"), DD_FIELD_DAY, DD_FIELD_REQUIRED },
  [DD_OBLIGATION_LAST_DAY] = { "last_day", N_("To"), DD_FIELD_DAY },
};

/**
 * DdObligation:
 *
 * A duty by period; each period and unit gets a task of its own.
 */
DD_DEFINE_RECORD (DdObligation, obligation, OBLIGATION, N_("Obligation"))
