/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meeting-step"

#include "config.h"

#include "dd-meeting-step.h"

#include "dd-confirm.h"
#include "dd-form.h"

#include <glib/gi18n-lib.h>

/**
 * dd_meeting_step_get_next:
 *
 * Returns: the one step that may follow the state that the meeting is in
 */
DdMeetingAction
dd_meeting_step_get_next (const DdRow *meeting)
{
  DdMeetingAction action = DD_MEETING_ACTION_START;

  while (action < DD_MEETING_ACTION_REOPEN && !dd_meeting_action_is_possible (action, meeting))
    action++;

  return action;
}

/**
 * dd_meeting_step_get_label:
 *
 * Returns: what its button says, with its mnemonic
 */
const char *
dd_meeting_step_get_label (DdMeetingAction action)
{
  switch (action)
    {
    case DD_MEETING_ACTION_START:
      return _("_Start the Meeting");
    case DD_MEETING_ACTION_END:
      return _("_End the Meeting");
    case DD_MEETING_ACTION_CLOSE:
      return _("_Close the Meeting…");
    case DD_MEETING_ACTION_REOPEN:
    default:
      return _("_Reopen…");
    }
}

static const char *
get_message (DdMeetingAction action)
{
  switch (action)
    {
    case DD_MEETING_ACTION_START:
      return _("The meeting has begun");
    case DD_MEETING_ACTION_END:
      return _("The meeting is over");
    case DD_MEETING_ACTION_CLOSE:
      return _("The meeting is closed");
    case DD_MEETING_ACTION_REOPEN:
    default:
      return _("The meeting is open again");
    }
}

static void
apply (DdSession       *session,
       GtkWidget       *origin,
       DdRecord        *meeting,
       DdMeetingAction  action)
{
  g_autoptr (DdRow) row = dd_row_copy (dd_record_get_row (meeting));
  DdChange *change;

  /* Somebody else may have taken the step meanwhile. */
  if (!dd_meeting_take_action (row, action, NULL, NULL))
    return;

  change = dd_session_change (session, NULL);
  dd_change_update (change, g_steal_pointer (&row));
  dd_session_apply (session, origin, change, get_message (action));
}

/* --- closing -------------------------------------------------------------- */

typedef struct
{
  DdSession *session;
  GtkWidget *origin;
  DdRecord  *meeting;
} Closing;

static void
closing_free (Closing *closing)
{
  g_object_unref (closing->session);
  g_object_unref (closing->origin);
  g_object_unref (closing->meeting);
  g_free (closing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Closing, closing_free)

static void
close_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Closing) closing = user_data;

  if (dd_confirm_finish (result, NULL))
    apply (closing->session, closing->origin, closing->meeting, DD_MEETING_ACTION_CLOSE);
}

static void
ask_to_close (DdSession *session,
              GtkWidget *origin,
              DdRecord  *meeting,
              guint      n_not_discussed,
              guint      n_present)
{
  g_autofree char *lacks = dd_meeting_lacks_to_text (dd_record_get_row (meeting), n_not_discussed,
                                                     n_present);
  Closing *closing = g_new0 (Closing, 1);
  g_autofree char *text = NULL;

  closing->session = g_object_ref (session);
  closing->origin = g_object_ref (origin);
  closing->meeting = g_object_ref (meeting);
  text = g_strconcat (lacks, *lacks != '\0' ? "\n\n" : "",
                      _("Agenda, attendance and notes cannot be changed after that, unless the "
                        "meeting is reopened with a reason. Tasks go on."), NULL);
  dd_confirm_async (GTK_WINDOW (gtk_widget_get_root (origin)), DD_CONFIRM_PLAIN,
                    _("Close This Meeting?"), text, _("_Close It"), NULL, close_cb, closing);
}

/* --- reopening ------------------------------------------------------------ */

static gboolean
check_reopening (const DdRow  *row,
                 int          *field,
                 gpointer      user_data,
                 GError      **error)
{
  g_autoptr (DdRow) copy = dd_row_copy (row);

  return dd_meeting_take_action (copy, DD_MEETING_ACTION_REOPEN,
                                 gtk_editable_get_text (GTK_EDITABLE (user_data)), error);
}

static void
fill_reopening (DdChange *change,
                DdRow    *row,
                gpointer  user_data)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (user_data));

  if (!dd_meeting_take_action (row, DD_MEETING_ACTION_REOPEN, reason, NULL))
    g_debug ("the meeting is open already");
  dd_change_set_reason (change, reason);
  dd_change_update (change, row);
}

static void
ask_to_reopen (DdSession   *session,
               GtkWindow   *parent,
               const DdRow *meeting)
{
  static const DdFormField fields[] = { { DD_MEETING_TITLE, DD_FORM_READ_ONLY } };
  DdForm *form = dd_form_new (session, parent, _("Reopen the Meeting"), meeting, fields,
                              G_N_ELEMENTS (fields));
  GtkWidget *reason = gtk_entry_new ();

  gtk_entry_set_max_length (GTK_ENTRY (reason), DD_FIELD_LINE_MAX);
  gtk_entry_set_activates_default (GTK_ENTRY (reason), TRUE);
  dd_form_set_note (form, _("Agenda, attendance and notes can be changed again until it is closed "
                            "once more. The reason stays in its history."));
  dd_form_add_widget (form, _("Reason"), reason);
  dd_form_set_verb (form, _("_Reopen"));
  dd_form_set_message (form, get_message (DD_MEETING_ACTION_REOPEN));
  dd_form_set_check (form, check_reopening, reason);
  dd_form_set_fill (form, fill_reopening, reason, NULL);
  gtk_window_present (GTK_WINDOW (form));
}

/**
 * dd_meeting_step_take:
 * @origin: the widget it is asked in
 * @n_not_discussed: how many of its topics were not discussed
 * @n_present: how many came
 *
 * Takes the next step of a meeting. Closing says first what is missing, and reopening
 * asks for the reason.
 */
void
dd_meeting_step_take (DdSession *session,
                      GtkWidget *origin,
                      DdRecord  *meeting,
                      guint      n_not_discussed,
                      guint      n_present)
{
  DdMeetingAction action = dd_meeting_step_get_next (dd_record_get_row (meeting));

  if (action == DD_MEETING_ACTION_CLOSE)
    ask_to_close (session, origin, meeting, n_not_discussed, n_present);
  else if (action == DD_MEETING_ACTION_REOPEN)
    ask_to_reopen (session, GTK_WINDOW (gtk_widget_get_root (origin)),
                   dd_record_get_row (meeting));
  else
    apply (session, origin, meeting, action);
}
