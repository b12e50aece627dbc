/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-agenda-item"

#include "config.h"

#include "dd-agenda-item.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  [DD_AGENDA_ITEM_MEETING] = { "meeting", N_("Meeting"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, DD_KIND_MEETING },
  [DD_AGENDA_ITEM_POSITION] = { "position", N_("Order"), DD_FIELD_NUMBER, DD_FIELD_REQUIRED },
  [DD_AGENDA_ITEM_TITLE] = { "title", N_("Title"), DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_AGENDA_ITEM_UNIT] = { "unit", N_("Unit"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_UNIT },
  [DD_AGENDA_ITEM_CARRIED_FROM] = { "carried_from", N_("Carried over from"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_AGENDA_ITEM },
  [DD_AGENDA_ITEM_DISCUSSED] = { "discussed", N_("Discussed"), DD_FIELD_FLAG },
  [DD_AGENDA_ITEM_NOTE] = { "note", N_("Note"), DD_FIELD_TEXT, DD_FIELD_MULTILINE },
  [DD_AGENDA_ITEM_UNIT_NAME] = { "unit_name", N_("Name of the unit"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
  [DD_AGENDA_ITEM_MEETING_TITLE] = { "meeting_title", N_("Title of the meeting"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
  [DD_AGENDA_ITEM_MEETING_DAY] = { "meeting_day", N_("Day of the meeting"),
    DD_FIELD_DAY, DD_FIELD_DERIVED },
  [DD_AGENDA_ITEM_N_DIRECTIVES] = { "n_directives", N_("Directives"),
    DD_FIELD_NUMBER, DD_FIELD_DERIVED },
  [DD_AGENDA_ITEM_N_TASKS] = { "n_tasks", N_("Tasks"), DD_FIELD_NUMBER, DD_FIELD_DERIVED },
  [DD_AGENDA_ITEM_N_OPEN] = { "n_open", N_("Open tasks"), DD_FIELD_NUMBER, DD_FIELD_DERIVED },
};

/**
 * DdAgendaItem:
 *
 * A topic of a meeting, perhaps carried over from an earlier one.
 */
DD_DEFINE_RECORD (DdAgendaItem, agenda_item, AGENDA_ITEM, N_("Agenda item"))
