/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-agenda-return"

#include "config.h"

#include "dd-agenda-return.h"

#include <glib/gi18n-lib.h>

/**
 * dd_agenda_item_row_get_return:
 * @item: a topic, the last of its chain, with what the store derives of it
 *
 * A topic returns until it was discussed and every task that came of it, at whatever
 * meeting, is completed. Whether a meeting takes it up is for its secretary to say: a
 * topic that is left out once is asked for again.
 */
DdAgendaReturn
dd_agenda_item_row_get_return (const DdRow *item)
{
  if (!dd_row_get_flag (item, DD_AGENDA_ITEM_DISCUSSED))
    return DD_AGENDA_RETURN_NOT_DISCUSSED;
  if (dd_row_get_number (item, DD_AGENDA_ITEM_N_OPEN) > 0)
    return DD_AGENDA_RETURN_TASKS_OPEN;

  return DD_AGENDA_RETURN_NONE;
}

/**
 * dd_agenda_return_to_text:
 *
 * Returns: (transfer full) (nullable): why the topic comes back, in words; %NULL: it does not
 */
char *
dd_agenda_return_to_text (const DdRow *item)
{
  guint n_tasks = (guint) dd_row_get_number (item, DD_AGENDA_ITEM_N_TASKS);
  guint n_open = (guint) dd_row_get_number (item, DD_AGENDA_ITEM_N_OPEN);

  switch (dd_agenda_item_row_get_return (item))
    {
    case DD_AGENDA_RETURN_NOT_DISCUSSED:
      return g_strdup (_("Comes back because it was not discussed"));
    case DD_AGENDA_RETURN_TASKS_OPEN:
      /* Translators: two numbers: "because 2 of 3 tasks are open". */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "Comes back because %u of %u task is open",
                                           "Comes back because %u of %u tasks are open", n_tasks),
                              n_open, n_tasks);
    case DD_AGENDA_RETURN_NONE:
    default:
      return NULL;
    }
}
