/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meeting-steps"

#include "config.h"

#include "dd-meeting-steps.h"

#include "dd-directive.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>

/* For each action: the state it starts from, and the one it leads to. */
static const struct
{
  DdMeetingState from;
  DdMeetingState to;
} actions[] = {
  [DD_MEETING_ACTION_START] = { DD_MEETING_STATE_PLANNED, DD_MEETING_STATE_HELD },
  [DD_MEETING_ACTION_END] = { DD_MEETING_STATE_HELD, DD_MEETING_STATE_MINUTES },
  [DD_MEETING_ACTION_CLOSE] = { DD_MEETING_STATE_MINUTES, DD_MEETING_STATE_CONCLUDED },
  [DD_MEETING_ACTION_REOPEN] = { DD_MEETING_STATE_CONCLUDED, DD_MEETING_STATE_MINUTES },
};
G_STATIC_ASSERT (G_N_ELEMENTS (actions) == DD_N_MEETING_ACTIONS);

/**
 * dd_meeting_action_is_possible:
 * @meeting: a row of %DD_KIND_MEETING
 *
 * Returns: whether the step may follow the state that the meeting is in
 */
gboolean
dd_meeting_action_is_possible (DdMeetingAction  action,
                               const DdRow     *meeting)
{
  return dd_row_get_choice (meeting, DD_MEETING_STATE) == actions[action].from;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *clean = text != NULL ? dd_text_clean (text, FALSE) : NULL;

  return clean == NULL || *clean == '\0';
}

/**
 * dd_meeting_take_action:
 * @meeting: is left as it is if this fails
 * @reason: (nullable): why; a meeting that was closed is not reopened without
 */
gboolean
dd_meeting_take_action (DdRow            *meeting,
                        DdMeetingAction   action,
                        const char       *reason,
                        GError          **error)
{
  if (!dd_meeting_action_is_possible (action, meeting))
    {
      const DdField *field = &dd_row_get_type (meeting)->fields[DD_MEETING_STATE];

      g_set_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
                   /* Translators: %s is the state of a meeting: "Planned". */
                   _("This cannot be done now: the state of the meeting is “%s”."),
                   dd_field_get_choice_label (field, dd_row_get_choice (meeting,
                                                                        DD_MEETING_STATE)));
      return FALSE;
    }
  if (action == DD_MEETING_ACTION_REOPEN && is_blank (reason))
    {
      g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED,
                           _("Say why the meeting is reopened. The reason stays in its history."));
      return FALSE;
    }

  dd_row_set_choice (meeting, DD_MEETING_STATE, actions[action].to);

  return TRUE;
}

/* One state of the records stands for both: only the day tells them apart. */
static const char *
get_hint_of_held (const DdRow *meeting,
                  DdDay        today)
{
  if (dd_row_get_day (meeting, DD_MEETING_DAY) < today)
    return _("The meeting was held, but not ended here: complete attendance, notes and "
             "conclusions, then end it.");

  return _("The meeting is on: mark who is there, take notes and enter conclusions, then end it.");
}

/**
 * dd_meeting_get_hint:
 * @meeting: a row of %DD_KIND_MEETING
 *
 * Returns: what can be done with the meeting in its state, in one line
 */
const char *
dd_meeting_get_hint (const DdRow *meeting,
                     DdDay        today)
{
  switch ((DdMeetingState) dd_row_get_choice (meeting, DD_MEETING_STATE))
    {
    case DD_MEETING_STATE_PLANNED:
      return _("Planned: prepare the agenda and who is invited, then start the meeting.");
    case DD_MEETING_STATE_HELD:
      return get_hint_of_held (meeting, today);
    case DD_MEETING_STATE_MINUTES:
      return _("Minutes being completed: everything can still be written up, then close the "
               "meeting.");
    case DD_MEETING_STATE_CONCLUDED:
    default:
      return _("Concluded: agenda, attendance and notes are closed. Tasks go on.");
    }
}

/**
 * dd_meeting_is_locked:
 *
 * Returns: whether neither the meeting nor its agenda, attendance and notes may be
 *   changed, nor the words of what was concluded. Tasks live on
 */
gboolean
dd_meeting_is_locked (const DdRow *meeting)
{
  return dd_row_get_choice (meeting, DD_MEETING_STATE) == DD_MEETING_STATE_CONCLUDED;
}

/**
 * dd_meeting_lock_allows:
 * @before: the meeting as it is
 * @after: (nullable): as it is to be; %NULL: it is to be deleted
 *
 * Returns: whether the lock lets the change through: a meeting that is closed may be
 *   reopened, and may get the document that concludes it, which often comes later
 */
gboolean
dd_meeting_lock_allows (const DdRow *before,
                        const DdRow *after)
{
  const DdRecordType *type = dd_row_get_type (before);

  if (!dd_meeting_is_locked (before))
    return TRUE;
  if (after == NULL)
    return FALSE;

  for (guint i = 0; i < type->n_fields; i++)
    if (i != DD_MEETING_STATE && i != DD_MEETING_DOCUMENT &&
        dd_field_is_stored (&type->fields[i]) && !dd_row_field_equal (before, after, i))
      return FALSE;

  return TRUE;
}

/**
 * dd_meeting_lock_allows_clause:
 * @before: (nullable): a clause of a meeting that is closed, as it is; %NULL: it is new
 * @after: (nullable): as it is to be; %NULL: it is to be deleted
 *
 * What was said stays as it was said, and under which topic; who has to do it and by
 * when may become clear later, when it is assigned, needs no task or is superseded. A
 * clause under no topic, as a table of tasks makes them, may still come, and go again.
 */
gboolean
dd_meeting_lock_allows_clause (const DdRow *before,
                               const DdRow *after)
{
  static const guint kept[] = {
    DD_DIRECTIVE_MEETING, DD_DIRECTIVE_AGENDA_ITEM, DD_DIRECTIVE_POSITION, DD_DIRECTIVE_ORDINAL,
    DD_DIRECTIVE_QUOTE, DD_DIRECTIVE_KIND, DD_DIRECTIVE_ASSIGNER,
  };

  if (before == NULL || after == NULL)
    return !dd_row_is_set (before != NULL ? before : after, DD_DIRECTIVE_AGENDA_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (!dd_row_field_equal (before, after, kept[i]))
      return FALSE;

  return TRUE;
}

/**
 * dd_meeting_find_lacks:
 * @n_not_discussed: how many topics of its agenda were not discussed
 * @n_present: how many were present, themselves or by a deputy
 *
 * Returns: what is still missing of a meeting that is about to be closed
 */
DdMeetingLack
dd_meeting_find_lacks (const DdRow *meeting,
                       guint        n_not_discussed,
                       guint        n_present)
{
  DdMeetingLack lacks = DD_MEETING_LACK_NONE;

  if (dd_row_get_number (meeting, DD_MEETING_N_UNASSIGNED) > 0)
    lacks |= DD_MEETING_LACK_ASSIGNMENT;
  if (n_not_discussed > 0)
    lacks |= DD_MEETING_LACK_DISCUSSION;
  if (n_present == 0)
    lacks |= DD_MEETING_LACK_PRESENCE;
  if (!dd_row_is_set (meeting, DD_MEETING_DOCUMENT))
    lacks |= DD_MEETING_LACK_DOCUMENT;

  return lacks;
}

static void
append_line (GString    *lines,
             const char *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  /* Translators: a line of a list. */
  g_string_append_printf (lines, C_("list", "• %s"), line);
}

/**
 * dd_meeting_lacks_to_text:
 *
 * Returns: (transfer full): what dd_meeting_find_lacks() found, a line for each;
 *   "" if nothing is missing
 */
char *
dd_meeting_lacks_to_text (const DdRow *meeting,
                          guint        n_not_discussed,
                          guint        n_present)
{
  DdMeetingLack lacks = dd_meeting_find_lacks (meeting, n_not_discussed, n_present);
  guint n_waiting = (guint) dd_row_get_number (meeting, DD_MEETING_N_UNASSIGNED);
  GString *lines = g_string_new (NULL);
  g_autofree char *waiting = NULL;
  g_autofree char *topics = NULL;

  if ((lacks & DD_MEETING_LACK_ASSIGNMENT) != 0)
    {
      waiting = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                              "%u clause is not assigned yet. It waits in the "
                                              "ledger.",
                                              "%u clauses are not assigned yet. They wait in the "
                                              "ledger.", n_waiting), n_waiting);
      append_line (lines, waiting);
    }
  if ((lacks & DD_MEETING_LACK_DISCUSSION) != 0)
    {
      topics = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%u topic was not discussed. It comes back at the "
                                             "next meeting.",
                                             "%u topics were not discussed. They come back at the "
                                             "next meeting.", n_not_discussed), n_not_discussed);
      append_line (lines, topics);
    }
  if ((lacks & DD_MEETING_LACK_PRESENCE) != 0)
    append_line (lines, _("Nobody is marked as present."));
  if ((lacks & DD_MEETING_LACK_DOCUMENT) != 0)
    append_line (lines, _("There is no conclusion document yet. It can be added later."));

  return g_string_free (lines, FALSE);
}
