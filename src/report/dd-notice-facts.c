/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-notice-facts"

#include "dd-notice-facts.h"

#include "dd-agenda-item.h"
#include "dd-attendance.h"
#include "dd-document.h"
#include "dd-unit.h"

/**
 * dd_notice_facts_init:
 * @source: (nullable): the document of the meeting
 *
 * Begins the facts of a meeting. A notice that was issued keeps its number and day.
 */
void
dd_notice_facts_init (DdNoticeFacts *facts,
                      const DdRow   *meeting,
                      const DdRow   *source,
                      DdDay          today)
{
  *facts = (DdNoticeFacts) { .meeting = meeting, .source = source, .day = today };
  if (source == NULL || !dd_row_is_set (source, DD_DOCUMENT_DAY))
    return;

  facts->day = dd_row_get_day (source, DD_DOCUMENT_DAY);
  facts->number = dd_row_get_text (source, DD_DOCUMENT_NUMBER);
}

/**
 * dd_notice_facts_list_attending:
 * @attendances: (element-type DdRow): of the meeting
 *
 * Returns: (transfer full) (element-type utf8): the names of the units that came, each once;
 *   behind the last one %NULL
 */
GPtrArray *
dd_notice_facts_list_attending (GPtrArray *attendances)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < attendances->len; i++)
    {
      const DdRow *attendance = attendances->pdata[i];
      const char *name = dd_row_get_text (attendance, DD_ATTENDANCE_UNIT_NAME);
      guint state = dd_row_get_choice (attendance, DD_ATTENDANCE_STATE);

      if (name != NULL &&
          (state == DD_ATTENDANCE_STATE_PRESENT || state == DD_ATTENDANCE_STATE_DEPUTISED) &&
          !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_add (names, NULL);

  return names;
}

/**
 * dd_notice_facts_list_presenting:
 * @agenda: (element-type DdRow): of the meeting
 * @units: (element-type DdRow): those of the file of records
 *
 * Returns: (transfer full) (element-type utf8): the names of the units that reported, each
 *   once; behind the last one %NULL
 */
GPtrArray *
dd_notice_facts_list_presenting (GPtrArray *agenda,
                           GPtrArray *units)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < agenda->len; i++)
    for (guint j = 0; j < units->len; j++)
      {
        const char *name = dd_row_get_text (units->pdata[j], DD_UNIT_NAME);

        if (dd_row_get_reference (agenda->pdata[i], DD_AGENDA_ITEM_UNIT) ==
              dd_row_get_id (units->pdata[j]) &&
            !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
          g_ptr_array_add (names, g_strdup (name));
      }
  g_ptr_array_add (names, NULL);

  return names;
}
