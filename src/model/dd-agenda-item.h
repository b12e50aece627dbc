/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_AGENDA_ITEM_MEETING,
  DD_AGENDA_ITEM_POSITION,
  DD_AGENDA_ITEM_TITLE,
  DD_AGENDA_ITEM_UNIT,         /* who presents */
  DD_AGENDA_ITEM_CARRIED_FROM,
  DD_AGENDA_ITEM_DISCUSSED,
  DD_AGENDA_ITEM_NOTE,
  DD_AGENDA_ITEM_UNIT_NAME,
  DD_AGENDA_ITEM_MEETING_TITLE,
  DD_AGENDA_ITEM_MEETING_DAY,
  DD_AGENDA_ITEM_N_DIRECTIVES, /* of this item alone */
  DD_AGENDA_ITEM_N_TASKS,      /* of it and of all that it was carried over from */
  DD_AGENDA_ITEM_N_OPEN,
} DdAgendaItemField;

#define DD_TYPE_AGENDA_ITEM (dd_agenda_item_get_type ())
DD_DECLARE_RECORD (DdAgendaItem, agenda_item, AGENDA_ITEM)

G_END_DECLS
