/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-agenda-dialogs"

#include "config.h"

#include "dd-agenda-dialogs.h"

#include "dd-agenda-item.h"
#include "dd-agenda-returns.h"
#include "dd-directive.h"
#include "dd-meeting.h"

#include <glib/gi18n-lib.h>

static const DdFormField item_fields[] = {
  { DD_AGENDA_ITEM_TITLE },
  { DD_AGENDA_ITEM_UNIT, DD_FORM_PLAIN, NULL, N_("Unit that reports") },
  { DD_AGENDA_ITEM_DISCUSSED },
  { DD_AGENDA_ITEM_NOTE },
};

/**
 * dd_agenda_dialog_edit_item:
 *
 * Returns: (transfer none): a form for a topic of an agenda
 */
DdForm *
dd_agenda_dialog_edit_item (DdSession   *session,
                            GtkWindow   *parent,
                            const DdRow *item)
{
  DdForm *form = dd_form_new (session, parent, _("Edit Topic"), item, item_fields,
                              G_N_ELEMENTS (item_fields));

  dd_form_set_reference_name (form, DD_AGENDA_ITEM_UNIT,
                              dd_row_get_text (item, DD_AGENDA_ITEM_UNIT_NAME));
  dd_form_set_message (form, _("Topic changed"));

  return form;
}

static const DdFormField conclusion_fields[] = {
  { DD_DIRECTIVE_QUOTE },
  { DD_DIRECTIVE_ORDINAL, DD_FORM_HALF },
  { DD_DIRECTIVE_KIND, DD_FORM_HALF },
  { DD_DIRECTIVE_ASSIGNER },
  { DD_DIRECTIVE_LEAD, DD_FORM_PLAIN, N_("One unit to a line") },
  { DD_DIRECTIVE_COORDINATING, DD_FORM_PLAIN, N_("One unit to a line") },
  { DD_DIRECTIVE_DEADLINE, DD_FORM_HALF },
  { DD_DIRECTIVE_DEADLINE_KIND, DD_FORM_HALF },
  { DD_DIRECTIVE_PRODUCT },
};

static gboolean
check_conclusion (const DdRow  *row,
                  int          *field,
                  gpointer      user_data,
                  GError      **error)
{
  if (dd_row_get_day (row, DD_DIRECTIVE_DEADLINE) == DD_DAY_NONE ||
      dd_row_get_choice (row, DD_DIRECTIVE_DEADLINE_KIND) != DD_DEADLINE_KIND_NONE)
    return TRUE;

  *field = DD_DIRECTIVE_DEADLINE_KIND;
  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
                       _("There is a deadline: say of which kind it is."));

  return FALSE;
}

/**
 * dd_agenda_dialog_edit_conclusion:
 *
 * Returns: (transfer none): a form for what was concluded; tasks that were made of it
 *   stay as they are
 */
DdForm *
dd_agenda_dialog_edit_conclusion (DdSession   *session,
                                  GtkWindow   *parent,
                                  const DdRow *directive)
{
  DdForm *form = dd_form_new (session, parent, _("Edit Conclusion"), directive, conclusion_fields,
                              G_N_ELEMENTS (conclusion_fields));

  if (dd_row_get_number (directive, DD_DIRECTIVE_N_TASKS) > 0)
    dd_form_set_note (form, _("The tasks that were made of it do not change with it."));
  dd_form_set_check (form, check_conclusion, NULL);
  dd_form_set_message (form, _("Conclusion changed"));

  return form;
}

/* --- topics that come back ------------------------------------------------ */

typedef struct
{
  DdAgendaReturns *returns;     /* lives as long as the form */
  gint64           position;
} Carry;

static void
fill_carry (DdChange *change,
            DdRow    *row,
            gpointer  user_data)
{
  const Carry *carry = user_data;
  g_autoptr (DdRow) meeting = row;

  dd_agenda_returns_fill (carry->returns, change, dd_row_get_id (meeting), carry->position);
}

/**
 * dd_agenda_dialog_carry:
 * @topics: (element-type DdRow): those that come back
 * @position: of the first one that is taken over
 *
 * Returns: (transfer none): a form that asks which of them the meeting takes up
 */
DdForm *
dd_agenda_dialog_carry (DdSession   *session,
                        GtkWindow   *parent,
                        const DdRow *meeting,
                        GPtrArray   *topics,
                        gint64       position)
{
  static const DdFormField fields[] = { { DD_MEETING_TITLE, DD_FORM_READ_ONLY } };
  DdForm *form = dd_form_new (session, parent, _("Topics That Come Back"), meeting, fields,
                              G_N_ELEMENTS (fields));
  Carry *carry = g_new0 (Carry, 1);

  carry->returns = DD_AGENDA_RETURNS (dd_agenda_returns_new (topics));
  carry->position = position;
  dd_form_set_note (form, _("A topic comes back until it was discussed and all tasks that came of "
                            "it are completed. What is left out now is asked for again at the "
                            "next meeting."));
  dd_form_add_widget (form, _("Take over"), GTK_WIDGET (carry->returns));
  dd_form_set_verb (form, _("_Take Over"));
  dd_form_set_message (form, _("Topics taken over"));
  dd_form_set_fill (form, fill_carry, carry, g_free);

  return form;
}
