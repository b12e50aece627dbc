/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-day.h"

G_BEGIN_DECLS

/**
 * DdAgendaSpan:
 *
 * The groups of an agenda, as they follow each other. They share the days among
 * them: each day belongs to one, and a group that is left without a day is empty.
 */
typedef enum
{
  DD_AGENDA_SPAN_OVERDUE,
  DD_AGENDA_SPAN_TODAY,
  DD_AGENDA_SPAN_TOMORROW,
  DD_AGENDA_SPAN_THIS_WEEK,     /* after tomorrow */
  DD_AGENDA_SPAN_NEXT_WEEK,
  DD_AGENDA_SPAN_THIS_MONTH,    /* after next week */
  DD_AGENDA_SPAN_LATER,
  DD_AGENDA_SPAN_NO_DEADLINE,
} DdAgendaSpan;

#define DD_N_AGENDA_SPANS (DD_AGENDA_SPAN_NO_DEADLINE + 1)

const char *dd_agenda_span_get_label (DdAgendaSpan  self);
gboolean    dd_agenda_span_get_days  (DdAgendaSpan  self,
                                      DdDay         today,
                                      DdDay        *from,
                                      DdDay        *until);

G_END_DECLS
