/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meeting-dialogs"

#include "config.h"

#include "dd-meeting-dialogs.h"

#include "dd-attendance.h"
#include "dd-meeting-proposal.h"
#include "dd-meeting.h"
#include "dd-unit-links.h"

#include <glib/gi18n-lib.h>

static const DdUnitLinkType attendance_links = {
  .kind = DD_KIND_ATTENDANCE,
  .owner = DD_ATTENDANCE_MEETING,
  .unit = DD_ATTENDANCE_UNIT,
  .unit_name = DD_ATTENDANCE_UNIT_NAME,
  .state = DD_ATTENDANCE_STATE,
  .first_state = DD_ATTENDANCE_STATE_PRESENT,
};

static void
fill_meeting (DdChange *change,
              DdRow    *row,
              gpointer  user_data)
{
  dd_unit_links_fill (user_data, change, row, 0);
}

static gboolean
check_meeting (const DdRow  *row,
               int          *field,
               gpointer      user_data,
               GError      **error)
{
  if (!dd_row_is_set (row, DD_MEETING_NUMBER) || dd_row_get_number (row, DD_MEETING_NUMBER) > 0)
    return TRUE;

  *field = DD_MEETING_NUMBER;
  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
                       _("The first meeting of a series has number 1."));

  return FALSE;
}

static const DdFormField meeting_fields[] = {
  { DD_MEETING_SERIES, DD_FORM_PLAIN, N_("What the meeting is one of, for example a task force") },
  { DD_MEETING_KIND, DD_FORM_HALF },
  { DD_MEETING_NUMBER, DD_FORM_HALF },
  { DD_MEETING_TITLE },
  { DD_MEETING_DAY, DD_FORM_HALF },
  { DD_MEETING_STATE, DD_FORM_HALF },
  { DD_MEETING_FORMAT, DD_FORM_HALF },
  { DD_MEETING_PLACE, DD_FORM_HALF },
  { DD_MEETING_SITES },
  { DD_MEETING_CHAIR, DD_FORM_HALF },
  { DD_MEETING_CHAIR_POST, DD_FORM_HALF },
  { DD_MEETING_SECRETARY },
  { DD_MEETING_NOTE },
};

static DdForm *
make_form (DdSession   *session,
           GtkWindow   *parent,
           const char  *title,
           const DdRow *meeting,
           GListModel  *attendances)
{
  DdForm *form = dd_form_new (session, parent, title, meeting, meeting_fields,
                              G_N_ELEMENTS (meeting_fields));
  DdUnitLinks *units = dd_unit_links_new (session, &attendance_links, attendances);

  dd_form_add_widget (form, _("Attending units"), dd_unit_links_get_widget (units));
  dd_form_set_check (form, check_meeting, NULL);
  dd_form_set_fill (form, fill_meeting, units, dd_unit_links_free);

  return form;
}

/**
 * dd_meeting_dialog_new_meeting:
 *
 * Returns: (transfer none): a form for a meeting, which proposes number and title
 */
DdForm *
dd_meeting_dialog_new_meeting (DdSession *session,
                               GtkWindow *parent)
{
  g_autoptr (DdRow) meeting = dd_row_new (DD_KIND_MEETING);
  DdForm *form;

  dd_row_set_choice (meeting, DD_MEETING_KIND, DD_MEETING_KIND_SESSION);
  dd_row_set_choice (meeting, DD_MEETING_FORMAT, DD_MEETING_FORMAT_IN_PERSON);
  dd_row_set_choice (meeting, DD_MEETING_STATE, DD_MEETING_STATE_PLANNED);
  dd_row_set_day (meeting, DD_MEETING_DAY, dd_session_get_today (session));
  form = make_form (session, parent, _("New Meeting"), meeting, NULL);
  dd_form_set_message (form, _("Meeting created"));
  dd_meeting_proposal_attach (form, session);

  return form;
}

/**
 * dd_meeting_dialog_edit_meeting:
 * @attendances: (element-type DdAttendance): who it was for, as it is
 */
DdForm *
dd_meeting_dialog_edit_meeting (DdSession   *session,
                                GtkWindow   *parent,
                                const DdRow *meeting,
                                GListModel  *attendances)
{
  DdForm *form = make_form (session, parent, _("Edit Meeting"), meeting, attendances);

  dd_form_set_message (form, _("Meeting changed"));

  return form;
}
