/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meeting-dialogs"

#include "config.h"

#include "dd-meeting-dialogs.h"

#include "dd-agenda-returns.h"
#include "dd-attendance.h"
#include "dd-meeting-proposal.h"
#include "dd-meeting.h"
#include "dd-person-unit.h"
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

static gboolean
refuse_number (int         *field,
               const char  *sentence,
               GError     **error)
{
  *field = DD_MEETING_NUMBER;
  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID, sentence);

  return FALSE;
}

static gboolean
check_meeting (const DdRow  *row,
               int          *field,
               gpointer      user_data,
               GError      **error)
{
  gint64 number = dd_row_get_number (row, DD_MEETING_NUMBER);

  if (!dd_row_is_set (row, DD_MEETING_NUMBER))
    return TRUE;
  if (number <= 0)
    return refuse_number (field, _("The first meeting of a series has number 1."), error);
  if (!dd_meeting_proposal_is_number_free (user_data, number))
    return refuse_number (field, _("Another meeting of this series has that number already."),
                          error);

  return TRUE;
}

/* The state of a meeting that is there changes step by step, on its own page. */
static const DdFormField state_fields[] = {
  { DD_MEETING_STATE },
};

static const DdFormField meeting_fields[] = {
  { DD_MEETING_BODY, DD_FORM_PLAIN,
    N_("The task force, committee or group of units; its members are expected") },
  { DD_MEETING_SERIES, DD_FORM_PLAIN, N_("What the number counts, mostly the body that meets") },
  { DD_MEETING_KIND, DD_FORM_HALF },
  { DD_MEETING_NUMBER, DD_FORM_HALF },
  { DD_MEETING_TITLE },
  { DD_MEETING_DAY, DD_FORM_HALF },
  { DD_MEETING_FORMAT, DD_FORM_HALF },
  { DD_MEETING_PLACE },
  { DD_MEETING_SITES, DD_FORM_PLAIN, N_("One site to a line") },
  { DD_MEETING_CHAIR, DD_FORM_HALF },
  { DD_MEETING_CHAIR_POST, DD_FORM_HALF },
  { DD_MEETING_SECRETARY },
  { DD_MEETING_NOTE },
};

static DdForm *
make_form (DdSession   *session,
           GtkWindow   *parent,
           const char  *title,
           const DdRow *meeting)
{
  DdForm *form = dd_form_new (session, parent, title, meeting, meeting_fields,
                              G_N_ELEMENTS (meeting_fields));

  if (dd_row_is_set (meeting, DD_MEETING_BODY))
    dd_form_set_reference_name (form, DD_MEETING_BODY,
                                dd_row_get_text (meeting, DD_MEETING_BODY_NAME));
  dd_form_set_check (form, check_meeting,
                     dd_meeting_proposal_attach (form, session, dd_row_get_id (meeting)));

  return form;
}

/* --- a meeting ------------------------------------------------------------ */

static void
fill_meeting (DdChange *change,
              DdRow    *row,
              gpointer  user_data)
{
  dd_unit_links_fill (user_data, change, row, 0);
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
  DdUnitLinks *units;
  DdForm *form;

  dd_row_set_choice (meeting, DD_MEETING_KIND, DD_MEETING_KIND_SESSION);
  dd_row_set_choice (meeting, DD_MEETING_FORMAT, DD_MEETING_FORMAT_IN_PERSON);
  dd_row_set_choice (meeting, DD_MEETING_STATE, DD_MEETING_STATE_PLANNED);
  dd_row_set_day (meeting, DD_MEETING_DAY, dd_session_get_today (session));
  form = make_form (session, parent, _("New Meeting"), meeting);
  dd_form_add_fields (form, state_fields, G_N_ELEMENTS (state_fields));
  units = dd_unit_links_new (session, &attendance_links, NULL);
  dd_form_add_widget (form, _("Attending units"), dd_unit_links_get_widget (units));
  dd_form_set_fill (form, fill_meeting, units, dd_unit_links_free);
  dd_form_set_message (form, _("Meeting created"));

  return form;
}

/**
 * dd_meeting_dialog_edit_meeting:
 *
 * Returns: (transfer none): a form for a meeting that is there
 */
DdForm *
dd_meeting_dialog_edit_meeting (DdSession   *session,
                                GtkWindow   *parent,
                                const DdRow *meeting)
{
  DdForm *form = make_form (session, parent, _("Edit Meeting"), meeting);

  dd_form_set_message (form, _("Meeting changed"));

  return form;
}

/* --- the next one --------------------------------------------------------- */

static void
fill_next (DdChange *change,
           DdRow    *row,
           gpointer  user_data)
{
  gint64 meeting = dd_change_insert (change, row);

  if (user_data != NULL)
    dd_agenda_returns_fill (user_data, change, meeting, 1);
}

/* A month after the last one, if that is still to come. */
static DdDay
propose_day (DdDay last,
             DdDay today)
{
  return MAX (dd_day_add_months (last, 1), today);
}

/**
 * dd_meeting_dialog_next_meeting:
 * @last: the meeting that it comes after
 * @topics: (element-type DdRow): what comes back from it and from those before
 *
 * Returns: (transfer none): a form for the next meeting of the series, with the topics
 *   that come back
 */
DdForm *
dd_meeting_dialog_next_meeting (DdSession   *session,
                                GtkWindow   *parent,
                                const DdRow *last,
                                GPtrArray   *topics)
{
  static const guint kept[] = {
    DD_MEETING_BODY, DD_MEETING_BODY_NAME, DD_MEETING_SERIES, DD_MEETING_KIND, DD_MEETING_FORMAT,
  };
  g_autoptr (DdRow) meeting = dd_row_new (DD_KIND_MEETING);
  GtkWidget *returns = NULL;
  DdForm *form;

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    dd_row_copy_field (meeting, last, kept[i]);
  dd_row_set_choice (meeting, DD_MEETING_STATE, DD_MEETING_STATE_PLANNED);
  dd_row_set_day (meeting, DD_MEETING_DAY,
                  propose_day (dd_row_get_day (last, DD_MEETING_DAY),
                               dd_session_get_today (session)));
  /* The rest is proposed from the last meeting of the series, with the number. */
  form = make_form (session, parent, _("Next Meeting"), meeting);
  if (topics->len > 0)
    {
      dd_form_add_heading (form, _("Topics that come back"));
      returns = dd_agenda_returns_new (topics);
      dd_form_add_widget (form, _("What is left out now is asked for again next time"), returns);
    }
  dd_form_set_fill (form, fill_next, returns, NULL);
  dd_form_set_message (form, _("Meeting created"));

  return form;
}

/* --- a guest -------------------------------------------------------------- */

static gboolean
check_guest (const DdRow  *row,
             int          *field,
             gpointer      user_data,
             GError      **error)
{
  if (dd_row_is_set (row, DD_ATTENDANCE_UNIT) || dd_row_is_set (row, DD_ATTENDANCE_PERSON))
    return TRUE;

  *field = DD_ATTENDANCE_UNIT;
  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED,
                       _("Choose a unit, a person, or both."));

  return FALSE;
}

static const DdFormField guest_fields[] = {
  { DD_ATTENDANCE_PERSON, DD_FORM_PLAIN, N_("Who is not known yet goes into “Represented by”") },
  { DD_ATTENDANCE_UNIT },
  { DD_ATTENDANCE_STATE },
  { DD_ATTENDANCE_DEPUTY, DD_FORM_PLAIN, N_("Who comes for it, with their post"),
    N_("Represented by") },
  { DD_ATTENDANCE_SITE },
};

/**
 * dd_meeting_dialog_add_guest:
 *
 * Returns: (transfer none): a form for a unit or person that comes to a meeting, beside
 *   the members
 */
DdForm *
dd_meeting_dialog_add_guest (DdSession *session,
                             GtkWindow *parent,
                             gint64     meeting)
{
  g_autoptr (DdRow) guest = dd_row_new (DD_KIND_ATTENDANCE);
  DdForm *form;

  dd_row_set_reference (guest, DD_ATTENDANCE_MEETING, meeting);
  dd_row_set_choice (guest, DD_ATTENDANCE_STATE, DD_ATTENDANCE_STATE_PRESENT);
  form = dd_form_new (session, parent, _("Add Guest"), guest, guest_fields,
                      G_N_ELEMENTS (guest_fields));
  dd_person_unit_follow (form, session, DD_ATTENDANCE_PERSON, DD_ATTENDANCE_UNIT);
  dd_form_set_check (form, check_guest, NULL);
  dd_form_set_verb (form, _("_Add"));
  dd_form_set_message (form, _("Guest added"));

  return form;
}
