/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which topics come back, and what a meeting that is concluded refuses. */
#include "dd-test-utils.h"

#include "dd-agenda-return.h"
#include "dd-record-types.h"

static gint64
add_meeting (DdStoreFixture *f,
             const char     *day,
             DdMeetingState  state,
             gint64          body,
             const char     *series)
{
  DdRow *meeting = dd_row_new (DD_KIND_MEETING);

  dd_row_set_text (meeting, DD_MEETING_TITLE, day);
  dd_row_set_text (meeting, DD_MEETING_SERIES, series);
  dd_row_set_choice (meeting, DD_MEETING_KIND, DD_MEETING_KIND_SESSION);
  dd_row_set_choice (meeting, DD_MEETING_FORMAT, DD_MEETING_FORMAT_ONLINE);
  dd_row_set_choice (meeting, DD_MEETING_STATE, state);
  dd_row_set_day (meeting, DD_MEETING_DAY, dd_day_from_iso (day));
  if (body != 0)
    dd_row_set_reference (meeting, DD_MEETING_BODY, body);

  return dd_test_insert (f->store, meeting);
}

static gint64
add_topic (DdStoreFixture *f,
           gint64          meeting,
           const char     *title,
           gboolean        discussed,
           gint64          carried_from)
{
  DdRow *item = dd_row_new (DD_KIND_AGENDA_ITEM);

  dd_row_set_reference (item, DD_AGENDA_ITEM_MEETING, meeting);
  dd_row_set_number (item, DD_AGENDA_ITEM_POSITION, 1);
  dd_row_set_text (item, DD_AGENDA_ITEM_TITLE, title);
  dd_row_set_flag (item, DD_AGENDA_ITEM_DISCUSSED, discussed);
  if (carried_from != 0)
    dd_row_set_reference (item, DD_AGENDA_ITEM_CARRIED_FROM, carried_from);

  return dd_test_insert (f->store, item);
}

static DdRow *
make_clause (gint64 meeting,
             gint64 item)
{
  DdRow *clause = dd_row_new (DD_KIND_DIRECTIVE);

  dd_row_set_reference (clause, DD_DIRECTIVE_MEETING, meeting);
  dd_row_set_reference (clause, DD_DIRECTIVE_AGENDA_ITEM, item);
  dd_row_set_number (clause, DD_DIRECTIVE_POSITION, 1);
  dd_row_set_text (clause, DD_DIRECTIVE_QUOTE, "Giao Sở Tư pháp rà soát");
  dd_row_set_choice (clause, DD_DIRECTIVE_KIND, DD_DIRECTIVE_KIND_TASK);
  dd_row_set_choice (clause, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_NONE);
  dd_row_set_choice (clause, DD_DIRECTIVE_RECURRENCE, DD_RECURRENCE_NONE);

  return clause;
}

static void
add_task (DdStoreFixture *f,
          gint64          meeting,
          gint64          topic,
          gint64          lead,
          const char     *completed,
          DdTaskState     state)
{
  DdRow *task = dd_test_task ("Rà soát", lead, "2024-06-30");

  dd_row_set_reference (task, DD_TASK_DIRECTIVE,
                        dd_test_insert (f->store, make_clause (meeting, topic)));
  dd_row_set_choice (task, DD_TASK_STATE, state);
  if (completed != NULL)
    dd_row_set_day (task, DD_TASK_COMPLETED, dd_day_from_iso (completed));
  dd_test_insert (f->store, task);
}

static char *
join_titles (GPtrArray *items)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                            dd_row_get_text (items->pdata[i], DD_AGENDA_ITEM_TITLE));

  return g_string_free (titles, FALSE);
}

static void
assert_returning (DdStoreFixture *f,
                  gint64          meeting,
                  const char     *expected)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_AGENDA_ITEM);
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *titles = NULL;

  dd_query_set_returning (query, meeting);
  items = dd_test_select (f->store, query);
  titles = join_titles (items);
  g_assert_cmpstr (titles, ==, expected);
  for (guint i = 0; i < items->len; i++)
    g_assert_cmpint (dd_agenda_item_row_get_return (items->pdata[i]), !=, DD_AGENDA_RETURN_NONE);
}

/* --- topics --------------------------------------------------------------- */

static void
test_returning (DdStoreFixture *f,
                gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 body = dd_test_insert (f->store, dd_test_unit ("Tổ công tác"));
  gint64 other = dd_test_insert (f->store, dd_test_unit ("Ban chỉ đạo"));
  gint64 first = add_meeting (f, "2024-01-31", DD_MEETING_STATE_HELD, 0, "Tổ công tác");
  gint64 second = add_meeting (f, "2024-02-29", DD_MEETING_STATE_MINUTES, body, "Tổ công tác");
  gint64 planned = add_meeting (f, "2024-02-15", DD_MEETING_STATE_PLANNED, body, "Tổ công tác");
  gint64 foreign = add_meeting (f, "2024-02-20", DD_MEETING_STATE_HELD, other, "Ban chỉ đạo");
  gint64 later = add_meeting (f, "2024-03-31", DD_MEETING_STATE_HELD, body, NULL);
  gint64 open = add_topic (f, first, "open-1", TRUE, 0);
  gint64 carried = add_topic (f, first, "new-1", FALSE, 0);
  gint64 done = add_topic (f, first, "done", TRUE, 0);
  gint64 stopped = add_topic (f, second, "stopped", TRUE, 0);
  gint64 same = add_topic (f, second, "half", TRUE, 0);

  /* A task of the first time is still open: the topic is not done with the second. */
  add_task (f, first, open, unit, NULL, DD_TASK_STATE_ASSIGNED);
  add_topic (f, second, "open-2", TRUE, open);
  add_topic (f, second, "new-2", TRUE, carried);
  add_task (f, first, done, unit, "2024-02-01", DD_TASK_STATE_CONFIRMED);
  add_task (f, second, stopped, unit, NULL, DD_TASK_STATE_WITHDRAWN);
  add_task (f, second, same, unit, "2024-03-01", DD_TASK_STATE_CONFIRMED);
  add_task (f, second, same, unit, NULL, DD_TASK_STATE_IN_PROGRESS);
  add_topic (f, second, "left", FALSE, 0);
  add_topic (f, planned, "planned", FALSE, 0);
  add_topic (f, foreign, "foreign", FALSE, 0);
  add_topic (f, later, "later", FALSE, 0);

  assert_returning (f, second, "half open-2 left");
  assert_returning (f, foreign, "foreign");
  assert_returning (f, later, "half open-2 left later");
  assert_returning (f, planned, "");
}

/* What is left out once is asked for again; what is taken is not. */
static void
test_skipped (DdStoreFixture *f,
              gconstpointer   data)
{
  gint64 first = add_meeting (f, "2024-01-31", DD_MEETING_STATE_HELD, 0, "Tổ công tác");
  gint64 second = add_meeting (f, "2024-02-29", DD_MEETING_STATE_HELD, 0, "Tổ công tác");
  gint64 taken = add_topic (f, first, "taken", FALSE, 0);

  add_topic (f, first, "skipped", FALSE, 0);
  add_topic (f, second, "taken-again", TRUE, taken);
  assert_returning (f, second, "skipped");
}

static void
test_chain (DdStoreFixture *f,
            gconstpointer   data)
{
  gint64 first = add_meeting (f, "2024-01-31", DD_MEETING_STATE_HELD, 0, "Tổ công tác");
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 a = add_topic (f, first, "a", TRUE, 0);
  gint64 b = add_topic (f, first, "b", TRUE, a);
  gint64 c = add_topic (f, first, "c", TRUE, b);
  const gint64 all[] = { a, b, c };

  add_topic (f, first, "other", TRUE, 0);
  add_task (f, first, a, unit, NULL, DD_TASK_STATE_ASSIGNED);
  add_task (f, first, b, unit, "2024-02-01", DD_TASK_STATE_CONFIRMED);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (DdQuery) query = dd_query_new (DD_KIND_AGENDA_ITEM);
      g_autoptr (GPtrArray) items = NULL;
      g_autofree char *titles = NULL;

      dd_query_set_chain (query, all[i]);
      items = dd_test_select (f->store, query);
      titles = join_titles (items);
      g_assert_cmpstr (titles, ==, "a b c");
      g_assert_cmpint (dd_row_get_number (items->pdata[0], DD_AGENDA_ITEM_N_TASKS), ==, 1);
      g_assert_cmpint (dd_row_get_number (items->pdata[2], DD_AGENDA_ITEM_N_TASKS), ==, 2);
      g_assert_cmpint (dd_row_get_number (items->pdata[2], DD_AGENDA_ITEM_N_OPEN), ==, 1);
      g_assert_cmpint (dd_row_get_number (items->pdata[2], DD_AGENDA_ITEM_N_DIRECTIVES), ==, 0);
    }
}

/* --- the lock ------------------------------------------------------------- */

static DdRow *
copy_row (DdStoreFixture *f,
          DdKind          kind,
          gint64          id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) record = dd_test_fetch (f->store, kind, id, &error);

  g_assert_no_error (error);

  return dd_row_copy (dd_record_get_row (record));
}

/* @change goes with it. Returns its action, 0 if it was refused for the lock. */
static gint64
write_change (DdStoreFixture *f,
              DdChange       *change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = dd_test_write (f->store, change, &error);

  if (written == NULL)
    {
      g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_LOCKED);
      return 0;
    }

  return dd_change_get_action (written);
}

static gint64
write_update (DdStoreFixture *f,
              DdRow          *row)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);

  dd_change_update (change, row);

  return write_change (f, change);
}

static gint64
set_state (DdStoreFixture *f,
           gint64          meeting,
           DdMeetingState  state)
{
  DdRow *row = copy_row (f, DD_KIND_MEETING, meeting);

  dd_row_set_choice (row, DD_MEETING_STATE, state);

  return write_update (f, row);
}

static DdRow *
make_mark (gint64 meeting,
           gint64 unit)
{
  DdRow *mark = dd_row_new (DD_KIND_ATTENDANCE);

  dd_row_set_reference (mark, DD_ATTENDANCE_MEETING, meeting);
  dd_row_set_reference (mark, DD_ATTENDANCE_UNIT, unit);
  dd_row_set_choice (mark, DD_ATTENDANCE_STATE, DD_ATTENDANCE_STATE_PRESENT);

  return mark;
}

static gint64
write_insert (DdStoreFixture *f,
              DdRow          *row)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);

  dd_change_insert (change, row);

  return write_change (f, change);
}

static gint64
write_delete (DdStoreFixture *f,
              DdKind          kind,
              gint64          id)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);

  dd_change_delete (change, kind, id);

  return write_change (f, change);
}

static DdRow *
change_note (DdStoreFixture *f,
             gint64          item,
             const char     *note)
{
  DdRow *row = copy_row (f, DD_KIND_AGENDA_ITEM, item);

  dd_row_set_text (row, DD_AGENDA_ITEM_NOTE, note);

  return row;
}

static void
test_lock (DdStoreFixture *f,
           gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 meeting = add_meeting (f, "2024-02-29", DD_MEETING_STATE_MINUTES, 0, "Tổ công tác");
  gint64 open = add_meeting (f, "2024-03-31", DD_MEETING_STATE_MINUTES, 0, "Tổ công tác");
  gint64 item = add_topic (f, meeting, "a", TRUE, 0);
  gint64 other = add_topic (f, open, "b", TRUE, 0);
  gint64 mark = dd_test_insert (f->store, make_mark (meeting, unit));
  gint64 said = dd_test_insert (f->store, make_clause (meeting, item));
  gint64 noted = write_update (f, change_note (f, item, "Ghi trước khi đóng"));
  g_autoptr (GError) error = NULL;
  gint64 closed;
  DdRow *row;

  closed = set_state (f, meeting, DD_MEETING_STATE_CONCLUDED);
  g_assert_cmpint (closed, !=, 0);
  g_assert_cmpint (write_update (f, change_note (f, item, "Sửa lén")), ==, 0);
  g_assert_cmpint (write_insert (f, make_mark (meeting, unit)), ==, 0);
  g_assert_cmpint (write_delete (f, DD_KIND_ATTENDANCE, mark), ==, 0);
  g_assert_cmpint (write_delete (f, DD_KIND_MEETING, meeting), ==, 0);
  row = copy_row (f, DD_KIND_MEETING, meeting);
  dd_row_set_text (row, DD_MEETING_PLACE, "Phòng họp số 2");
  g_assert_cmpint (write_update (f, row), ==, 0);
  /* Nor is a topic of an open meeting moved into it. */
  row = copy_row (f, DD_KIND_AGENDA_ITEM, other);
  dd_row_set_reference (row, DD_AGENDA_ITEM_MEETING, meeting);
  g_assert_cmpint (write_update (f, row), ==, 0);
  g_assert_cmpint (write_update (f, change_note (f, other, "Còn mở")), !=, 0);

  /* What was written before is not taken back behind the lock. */
  g_assert_false (dd_test_undo (f->store, noted, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_LOCKED);
  g_clear_error (&error);

  /* What was said is still assigned. */
  row = dd_test_task ("Rà soát", unit, "2024-06-30");
  dd_row_set_reference (row, DD_TASK_DIRECTIVE, said);
  g_assert_cmpint (write_insert (f, row), !=, 0);

  g_assert_true (dd_test_undo (f->store, closed, &error));
  g_assert_no_error (error);
  g_assert_cmpint (write_update (f, change_note (f, item, "Được sửa")), !=, 0);
}

/* What was said at a meeting that is closed stays; what becomes of it goes on. */
static void
test_lock_clauses (DdStoreFixture *f,
                   gconstpointer   data)
{
  gint64 meeting = add_meeting (f, "2024-02-29", DD_MEETING_STATE_MINUTES, 0, "Tổ công tác");
  gint64 item = add_topic (f, meeting, "a", TRUE, 0);
  gint64 clause = dd_test_insert (f->store, make_clause (meeting, item));
  gint64 open = add_meeting (f, "2024-03-31", DD_MEETING_STATE_MINUTES, 0, "Tổ công tác");
  gint64 later = dd_test_insert (f->store, make_clause (open, 0));
  const char *leads[] = { "Sở Nội vụ", NULL };
  g_autoptr (GError) error = NULL;
  gint64 added;
  DdRow *row;

  set_state (f, meeting, DD_MEETING_STATE_CONCLUDED);
  row = copy_row (f, DD_KIND_DIRECTIVE, clause);
  dd_row_set_text (row, DD_DIRECTIVE_QUOTE, "Giao Sở Nội vụ rà soát");
  g_assert_cmpint (write_update (f, row), ==, 0);
  row = copy_row (f, DD_KIND_DIRECTIVE, clause);
  dd_row_set_text (row, DD_DIRECTIVE_ORDINAL, "II");
  g_assert_cmpint (write_update (f, row), ==, 0);
  row = copy_row (f, DD_KIND_DIRECTIVE, clause);
  dd_row_set_reference (row, DD_DIRECTIVE_MEETING, 0);
  g_assert_cmpint (write_update (f, row), ==, 0);
  g_assert_cmpint (write_delete (f, DD_KIND_DIRECTIVE, clause), ==, 0);
  g_assert_cmpint (write_insert (f, make_clause (meeting, item)), ==, 0);

  /* A table of tasks comes later, and is taken back. */
  added = write_insert (f, make_clause (meeting, 0));
  g_assert_cmpint (added, !=, 0);
  g_assert_true (dd_test_undo (f->store, added, &error));
  g_assert_no_error (error);

  /* Who leads, by when, that it needs no task, and what came in its place. */
  row = copy_row (f, DD_KIND_DIRECTIVE, clause);
  dd_row_set_list (row, DD_DIRECTIVE_LEAD, leads);
  dd_row_set_text (row, DD_DIRECTIVE_NO_TASK_REASON, "Đã có kế hoạch");
  dd_row_set_reference (row, DD_DIRECTIVE_SUPERSEDED_BY, later);
  g_assert_cmpint (write_update (f, row), !=, 0);

  set_state (f, meeting, DD_MEETING_STATE_MINUTES);
  row = copy_row (f, DD_KIND_DIRECTIVE, clause);
  dd_row_set_text (row, DD_DIRECTIVE_QUOTE, "Giao Sở Nội vụ rà soát");
  g_assert_cmpint (write_update (f, row), !=, 0);
}

/* Two units become one although one of them met, and are two again. */
static void
test_lock_merge (DdStoreFixture *f,
                 gconstpointer   data)
{
  gint64 body = dd_test_insert (f->store, dd_test_unit ("Tổ công tác"));
  gint64 same = dd_test_insert (f->store, dd_test_unit ("Tổ công tác tỉnh"));
  gint64 meeting = add_meeting (f, "2024-02-29", DD_MEETING_STATE_CONCLUDED, body, "Tổ công tác");
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  g_autoptr (GError) error = NULL;
  gint64 merged;

  dd_change_merge (change, DD_KIND_UNIT, body, same);
  merged = write_change (f, change);
  g_assert_cmpint (merged, !=, 0);
  {
    g_autoptr (DdRow) row = copy_row (f, DD_KIND_MEETING, meeting);

    g_assert_cmpint (dd_row_get_reference (row, DD_MEETING_BODY), ==, same);
  }
  g_assert_true (dd_test_undo (f->store, merged, &error));
  g_assert_no_error (error);
  {
    g_autoptr (DdRow) row = copy_row (f, DD_KIND_MEETING, meeting);

    g_assert_cmpint (dd_row_get_reference (row, DD_MEETING_BODY), ==, body);
  }
}

/* A meeting that was concluded long ago is entered, and taken back, as a whole. */
static void
test_concluded_at_once (DdStoreFixture *f,
                        gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 sample = add_meeting (f, "2024-02-29", DD_MEETING_STATE_CONCLUDED, 0, NULL);
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  DdRow *meeting = copy_row (f, DD_KIND_MEETING, sample);
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_ATTENDANCE);
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GError) error = NULL;
  gint64 action;

  dd_row_set_id (meeting, 0);
  dd_row_set_uid (meeting, NULL);
  dd_change_insert (change, make_mark (dd_change_insert (change, meeting), unit));
  action = write_change (f, change);
  g_assert_cmpint (action, !=, 0);
  marks = dd_test_select (f->store, query);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_true (dd_test_undo (f->store, action, &error));
  g_assert_no_error (error);
}

/* What was done together with the closing, and what a merge changed behind the
 * lock, is taken back together with it. */
static void
test_undo_of_closing (DdStoreFixture *f,
                      gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 twin = dd_test_insert (f->store, dd_test_unit ("Sở tư pháp tỉnh"));
  gint64 meeting = add_meeting (f, "2024-02-29", DD_MEETING_STATE_PLANNED, 0, "Tổ công tác");
  gint64 mark = dd_test_insert (f->store, make_mark (meeting, twin));
  DdRow *row = copy_row (f, DD_KIND_MEETING, meeting);
  DdChange *merge = dd_change_new ("Kiểm thử", NULL);
  g_autoptr (DdRow) after = NULL;
  g_autoptr (DdRow) marked = NULL;
  g_autoptr (GError) error = NULL;
  gint64 closed;
  gint64 merged;

  dd_row_set_text (row, DD_MEETING_PLACE, "Phòng họp số 2");
  dd_row_set_choice (row, DD_MEETING_STATE, DD_MEETING_STATE_CONCLUDED);
  closed = write_update (f, row);
  g_assert_cmpint (closed, !=, 0);
  dd_change_merge (merge, DD_KIND_UNIT, twin, unit);
  merged = write_change (f, merge);
  g_assert_cmpint (merged, !=, 0);

  g_assert_true (dd_test_undo (f->store, merged, &error));
  g_assert_no_error (error);
  marked = copy_row (f, DD_KIND_ATTENDANCE, mark);
  g_assert_cmpint (dd_row_get_reference (marked, DD_ATTENDANCE_UNIT), ==, twin);

  g_assert_true (dd_test_undo (f->store, closed, &error));
  g_assert_no_error (error);
  after = copy_row (f, DD_KIND_MEETING, meeting);
  g_assert_cmpint (dd_row_get_choice (after, DD_MEETING_STATE), ==, DD_MEETING_STATE_PLANNED);
  g_assert_null (dd_row_get_text (after, DD_MEETING_PLACE));
}

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up_open, function, dd_test_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store-meeting/returning", test_returning);
  ADD ("/store-meeting/skipped", test_skipped);
  ADD ("/store-meeting/chain", test_chain);
  ADD ("/store-meeting/lock", test_lock);
  ADD ("/store-meeting/lock-clauses", test_lock_clauses);
  ADD ("/store-meeting/lock-merge", test_lock_merge);
  ADD ("/store-meeting/concluded-at-once", test_concluded_at_once);
  ADD ("/store-meeting/undo-of-closing", test_undo_of_closing);

  return g_test_run ();
}
