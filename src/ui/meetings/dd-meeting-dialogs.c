/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meeting-dialogs"

#include "config.h"

#include "dd-meeting-dialogs.h"

#include "dd-attendance.h"
#include "dd-meeting-proposal.h"
#include "dd-meeting.h"
#include "dd-reference-list.h"
#include "dd-unit-name.h"

#include <glib/gi18n-lib.h>

/**
 * MeetingEntry:
 *
 * What the form of a meeting holds beside the record: the units it is for, as
 * they were and as they are chosen now.
 */
typedef struct
{
  DdReferenceList *units;       /* lives as long as the form */
  GListModel      *before;      /* of DdAttendance; NULL for a new meeting */
} MeetingEntry;

static void
meeting_entry_free (gpointer data)
{
  MeetingEntry *entry = data;

  g_clear_object (&entry->before);
  g_free (entry);
}

static gboolean
is_still_chosen (const MeetingEntry *entry,
                 gint64              unit)
{
  for (guint i = 0; i < dd_reference_list_get_size (entry->units); i++)
    if (dd_reference_list_get_id (entry->units, i) == unit)
      return TRUE;

  return FALSE;
}

static gboolean
was_chosen (const MeetingEntry *entry,
            gint64              unit)
{
  for (guint i = 0; entry->before != NULL && i < g_list_model_get_n_items (entry->before); i++)
    {
      g_autoptr (DdRecord) record = g_list_model_get_item (entry->before, i);

      if (dd_row_get_reference (dd_record_get_row (record), DD_ATTENDANCE_UNIT) == unit)
        return TRUE;
    }

  return FALSE;
}

static void
add_attendance (DdChange   *change,
                gint64      meeting,
                gint64      unit,
                const char *name)
{
  DdRow *row = dd_row_new (DD_KIND_ATTENDANCE);

  if (unit == 0)
    unit = dd_change_insert (change, dd_unit_row_from_name (name));
  dd_row_set_reference (row, DD_ATTENDANCE_MEETING, meeting);
  dd_row_set_reference (row, DD_ATTENDANCE_UNIT, unit);
  dd_row_set_choice (row, DD_ATTENDANCE_STATE, DD_ATTENDANCE_STATE_PRESENT);
  dd_change_insert (change, row);
}

/* Who is no longer in the list goes; who is new in it counts as present. An
 * attendance of a person without a unit is none of the form's business. */
static void
fill_meeting (DdChange *change,
              DdRow    *row,
              gpointer  user_data)
{
  MeetingEntry *entry = user_data;
  gint64 meeting = dd_row_get_id (row);

  for (guint i = 0; entry->before != NULL && i < g_list_model_get_n_items (entry->before); i++)
    {
      g_autoptr (DdRecord) record = g_list_model_get_item (entry->before, i);
      gint64 unit = dd_row_get_reference (dd_record_get_row (record), DD_ATTENDANCE_UNIT);

      if (unit != 0 && !is_still_chosen (entry, unit))
        dd_change_delete (change, DD_KIND_ATTENDANCE, dd_record_get_id (record));
    }

  if (meeting != 0)
    dd_change_update (change, row);
  else
    meeting = dd_change_insert (change, row);

  for (guint i = 0; i < dd_reference_list_get_size (entry->units); i++)
    {
      gint64 unit = dd_reference_list_get_id (entry->units, i);

      if (unit == 0 || !was_chosen (entry, unit))
        add_attendance (change, meeting, unit, dd_reference_list_get_name (entry->units, i));
    }
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
  MeetingEntry *entry = g_new0 (MeetingEntry, 1);

  entry->units = DD_REFERENCE_LIST (dd_reference_list_new (session, DD_KIND_UNIT));
  g_set_object (&entry->before, attendances);
  for (guint i = 0; attendances != NULL && i < g_list_model_get_n_items (attendances); i++)
    {
      g_autoptr (DdRecord) record = g_list_model_get_item (attendances, i);
      const DdRow *row = dd_record_get_row (record);

      if (dd_row_is_set (row, DD_ATTENDANCE_UNIT))
        dd_reference_list_add (entry->units, dd_row_get_reference (row, DD_ATTENDANCE_UNIT),
                               dd_row_get_text (row, DD_ATTENDANCE_UNIT_NAME));
    }
  dd_form_add_widget (form, _("Attending units"), GTK_WIDGET (entry->units));
  dd_form_set_check (form, check_meeting, NULL);
  dd_form_set_fill (form, fill_meeting, entry, meeting_entry_free);

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
