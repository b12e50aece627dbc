/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-choices.h"
#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_OBLIGATION_TITLE,
  DD_OBLIGATION_BASIS,
  DD_OBLIGATION_DIRECTIVE,
  DD_OBLIGATION_RECURRENCE,
  DD_OBLIGATION_DUE_DAY,    /* of the last month of the period; unset: its last day */
  DD_OBLIGATION_CUTOFF_DAY,
  DD_OBLIGATION_FIRST_DAY,
  DD_OBLIGATION_LAST_DAY,
} DdObligationField;

#define DD_TYPE_OBLIGATION (dd_obligation_get_type ())
DD_DECLARE_RECORD (DdObligation, obligation, OBLIGATION)

G_END_DECLS
