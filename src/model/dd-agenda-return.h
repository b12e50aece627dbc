/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-agenda-item.h"

G_BEGIN_DECLS

/**
 * DdAgendaReturn:
 *
 * Why a topic comes back at the next meeting; never stored. src/store says the
 * same in SQL, in dd-rule-sql.h.
 */
typedef enum
{
  DD_AGENDA_RETURN_NONE,        /* it was discussed, and what came of it is done */
  DD_AGENDA_RETURN_NOT_DISCUSSED,
  DD_AGENDA_RETURN_TASKS_OPEN,
} DdAgendaReturn;

DdAgendaReturn  dd_agenda_item_row_get_return (const DdRow *item);
char           *dd_agenda_return_to_text      (const DdRow *item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
