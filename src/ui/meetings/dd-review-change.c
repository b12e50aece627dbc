/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review"

#include "dd-review-change.h"

#include "dd-assign.h"
#include "dd-record-types.h"

static void
resolve_units (DdReview  *self,
               GPtrArray *units)
{
  for (guint i = 0; i < units->len; i++)
    {
      DdDraftUnit *unit = units->pdata[i];

      unit->id = dd_review_units_get_id (dd_review_get_units (self), unit);
    }
}

/* The meeting that is there gets its conclusion, unless it has one already. */
static gint64
conclude_known_meeting (DdReview *self,
                        DdChange *change,
                        gint64    document)
{
  DdRow *meeting = dd_row_copy (dd_review_get_known_meeting (self));
  gint64 id = dd_row_get_id (meeting);

  if (!dd_row_is_set (meeting, DD_MEETING_DOCUMENT))
    dd_row_set_reference (meeting, DD_MEETING_DOCUMENT, document);
  dd_row_set_choice (meeting, DD_MEETING_STATE, DD_MEETING_STATE_CONCLUDED);
  dd_change_update (change, meeting);

  return id;
}

static gint64
add_meeting (DdReview *self,
             DdChange *change,
             gint64    document)
{
  DdRow *meeting;

  switch (dd_review_get_meeting (self))
    {
    case DD_REVIEW_KNOWN_MEETING:
      return conclude_known_meeting (self, change, document);

    case DD_REVIEW_NEW_MEETING:
      meeting = dd_row_copy (dd_review_get_new_meeting (self));
      dd_row_set_reference (meeting, DD_MEETING_DOCUMENT, document);
      return dd_change_insert (change, meeting);

    case DD_REVIEW_NO_MEETING:
    default:
      return 0;
    }
}

/* Each unit once, whatever names it is told by. */
static void
add_attendance (DdReview     *self,
                DdChange     *change,
                DdAssignment *assignment,
                gint64        meeting)
{
  GPtrArray *attending = dd_review_get_attending (self);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < attending->len; i++)
    {
      const DdDraftUnit *unit = attending->pdata[i];
      gint64 id = dd_review_units_get_id (dd_review_get_units (self), unit);
      DdRow *attendance;

      if (id == 0)
        id = dd_assignment_add_unit (assignment, unit->name);
      if (!g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        continue;

      attendance = dd_row_new (DD_KIND_ATTENDANCE);
      dd_row_set_reference (attendance, DD_ATTENDANCE_MEETING, meeting);
      dd_row_set_reference (attendance, DD_ATTENDANCE_UNIT, id);
      dd_row_set_choice (attendance, DD_ATTENDANCE_STATE, DD_ATTENDANCE_STATE_PRESENT);
      dd_change_insert (change, attendance);
    }
}

static void
add_clauses (DdReview     *self,
             DdAssignment *assignment)
{
  for (guint i = 0; i < dd_review_get_n_clauses (self); i++)
    {
      g_autoptr (DdDraft) draft = dd_draft_copy (dd_review_get_draft (self, i));

      resolve_units (self, draft->leads);
      resolve_units (self, draft->coordinating);
      dd_assignment_add_draft (assignment, draft);
    }
}

static const char *
get_reason (DdReview *self)
{
  const DdRow *document = dd_review_get_document (self);
  const char *number = dd_row_get_text (document, DD_DOCUMENT_NUMBER);

  return number != NULL ? number : dd_row_get_text (document, DD_DOCUMENT_FILE_NAME);
}

/**
 * dd_review_make_change:
 * @actor: who acts, for the history
 * @today: the day of assignment if neither meeting nor document tells one
 * @ids: (out): what the change makes
 *
 * Puts all that was decided into one change: the document with every clause, also those
 * without a task, the meeting, the units and what they are also called, and the tasks.
 * Nothing is changed in the review, so that it can go on if the change is refused.
 *
 * Returns: (transfer full): a change to be stored
 */
DdChange *
dd_review_make_change (DdReview    *self,
                       const char  *actor,
                       DdDay        today,
                       DdReviewIds *ids)
{
  const DdTextFile *file = dd_review_get_conclusion (self)->file;
  DdChange *change = dd_change_new (actor, get_reason (self));
  g_autoptr (DdAssignment) assignment = NULL;

  ids->document = dd_change_insert (change, dd_row_copy (dd_review_get_document (self)));
  ids->meeting = add_meeting (self, change, ids->document);
  dd_review_units_learn (dd_review_get_units (self), change);

  assignment = dd_assignment_new (change, ids->document, ids->meeting,
                                  dd_review_get_assigned (self, today));
  if (file->bytes != NULL)
    dd_assignment_keep_file (assignment, file->name, file->media_type, file->bytes);
  if (dd_review_get_meeting (self) == DD_REVIEW_NEW_MEETING)
    add_attendance (self, change, assignment, ids->meeting);
  add_clauses (self, assignment);
  ids->n_tasks = dd_assignment_get_n_tasks (assignment);

  return change;
}
