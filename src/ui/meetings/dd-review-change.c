/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review"

#include "dd-review-change.h"

#include "dd-assign.h"
#include "dd-fold.h"
#include "dd-record-types.h"

static void
resolve_units (DdReview  *self,
               GPtrArray *units)
{
  for (guint i = 0; i < units->len; i++)
    {
      DdDraftUnit *unit = units->pdata[i];

      unit->id = dd_review_units_get_id (dd_review_get_units (self), unit);
      if (unit->members != NULL)
        resolve_units (self, unit->members);
    }
}

static void
resolve_draft (DdReview *self,
               DdDraft  *draft)
{
  resolve_units (self, draft->leads);
  resolve_units (self, draft->coordinating);
  for (guint i = 0; draft->parts != NULL && i < draft->parts->len; i++)
    resolve_draft (self, draft->parts->pdata[i]);
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

      resolve_draft (self, draft);
      dd_assignment_add_draft (assignment, draft);
    }
}

/* Who belongs to a group is kept with what was assigned to it. */
static void
add_members (DdReview          *self,
             DdChange          *change,
             DdAssignment      *assignment,
             const DdDraftUnit *group)
{
  DdReviewUnits *units = dd_review_get_units (self);
  GPtrArray *members = dd_review_get_new_members (self, group);
  gint64 body = dd_review_units_get_id (units, group);

  if (body == 0)
    body = dd_assignment_add_unit (assignment, group->name);
  for (guint i = 0; i < members->len; i++)
    {
      const DdDraftUnit *unit = members->pdata[i];
      gint64 id = dd_review_units_get_id (units, unit);
      DdRow *member = dd_row_new (DD_KIND_UNIT_MEMBER);

      dd_row_set_reference (member, DD_UNIT_MEMBER_BODY, body);
      dd_row_set_reference (member, DD_UNIT_MEMBER_UNIT,
                            id != 0 ? id : dd_assignment_add_unit (assignment, unit->name));
      dd_row_set_choice (member, DD_UNIT_MEMBER_ROLE, DD_MEMBER_ROLE_MEMBER);
      dd_change_insert (change, member);
    }
}

static void
add_groups (DdReview      *self,
            DdChange      *change,
            DdAssignment  *assignment,
            const DdDraft *draft,
            GHashTable    *seen)
{
  for (guint i = 0; draft->parts != NULL && i < draft->parts->len; i++)
    add_groups (self, change, assignment, draft->parts->pdata[i], seen);
  for (guint i = 0; draft->parts == NULL && draft->make_tasks && i < draft->leads->len; i++)
    {
      const DdDraftUnit *unit = draft->leads->pdata[i];

      if (dd_review_get_new_members (self, unit) != NULL &&
          g_hash_table_add (seen, dd_fold_spelling (unit->name)))
        add_members (self, change, assignment, unit);
    }
}

static void
add_all_groups (DdReview     *self,
                DdChange     *change,
                DdAssignment *assignment)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < dd_review_get_n_clauses (self); i++)
    add_groups (self, change, assignment, dd_review_get_draft (self, i), seen);
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
  add_all_groups (self, change, assignment);
  ids->n_tasks = dd_assignment_get_n_tasks (assignment);

  return change;
}
