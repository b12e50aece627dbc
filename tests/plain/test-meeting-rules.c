/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds of meetings whoever shows them: titles, states and their lock, who was
 * there, and why a topic comes back. */
#include "dd-agenda-return.h"
#include "dd-conclusion-numbers.h"
#include "dd-meeting-steps.h"
#include "dd-meeting-title.h"
#include "dd-roll.h"

/* --- titles --------------------------------------------------------------- */

static const struct
{
  guint       number;
  const char *words;
} ordinals[] = {
  { 0, "thứ 0" }, { 1, "thứ nhất" }, { 2, "thứ hai" }, { 3, "thứ ba" }, { 4, "thứ tư" },
  { 5, "thứ năm" }, { 6, "thứ sáu" }, { 7, "thứ bảy" }, { 8, "thứ tám" }, { 9, "thứ chín" },
  { 10, "thứ mười" }, { 11, "thứ mười một" }, { 12, "thứ mười hai" }, { 14, "thứ mười bốn" },
  { 15, "thứ mười lăm" }, { 19, "thứ mười chín" }, { 20, "thứ hai mươi" },
  { 21, "thứ hai mươi mốt" }, { 24, "thứ hai mươi tư" }, { 25, "thứ hai mươi lăm" },
  { 30, "thứ ba mươi" }, { 44, "thứ bốn mươi tư" }, { 99, "thứ chín mươi chín" },
  { 100, "thứ một trăm" }, { 101, "thứ một trăm linh một" }, { 104, "thứ một trăm linh tư" },
  { 105, "thứ một trăm linh năm" }, { 110, "thứ một trăm mười" },
  { 111, "thứ một trăm mười một" }, { 115, "thứ một trăm mười lăm" },
  { 121, "thứ một trăm hai mươi mốt" }, { 999, "thứ chín trăm chín mươi chín" },
  { 1000, "thứ 1000" },
};

static void
test_ordinals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ordinals); i++)
    {
      g_autofree char *words = dd_ordinal_to_vietnamese (ordinals[i].number);

      g_assert_cmpstr (words, ==, ordinals[i].words);
    }
}

/* Untranslated, the number is in digits; what was typed stays what it is. */
static void
test_title (void)
{
  g_autofree char *title =
    dd_meeting_make_title (DD_MEETING_KIND_SESSION, 7, "Tổ công tác 100% & <b>tỉnh</b> %s");

  g_assert_cmpstr (title, ==, "Session 7 of Tổ công tác 100% & <b>tỉnh</b> %s");
}

/* --- states --------------------------------------------------------------- */

static DdRow *
make_meeting (DdMeetingState state)
{
  DdRow *meeting = dd_row_new (DD_KIND_MEETING);

  dd_row_set_id (meeting, 5);
  dd_row_set_text (meeting, DD_MEETING_TITLE, "Phiên họp thứ bảy");
  dd_row_set_choice (meeting, DD_MEETING_KIND, DD_MEETING_KIND_SESSION);
  dd_row_set_choice (meeting, DD_MEETING_FORMAT, DD_MEETING_FORMAT_ONLINE);
  dd_row_set_choice (meeting, DD_MEETING_STATE, state);
  dd_row_set_day (meeting, DD_MEETING_DAY, dd_day_new (2024, 2, 29));

  return meeting;
}

static void
test_steps (void)
{
  g_autoptr (DdRow) meeting = make_meeting (DD_MEETING_STATE_PLANNED);
  g_autoptr (GError) error = NULL;

  g_assert_false (dd_meeting_take_action (meeting, DD_MEETING_ACTION_CLOSE, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "This cannot be done now: the state of the meeting is “Planned”.");
  g_clear_error (&error);

  for (guint action = 0; action < DD_N_MEETING_ACTIONS; action++)
    {
      for (guint other = 0; other < DD_N_MEETING_ACTIONS; other++)
        g_assert_cmpint (dd_meeting_action_is_possible (other, meeting), ==, other == action);
      if (action == DD_MEETING_ACTION_REOPEN)
        {
          g_assert_true (dd_meeting_is_locked (meeting));
          g_assert_false (dd_meeting_take_action (meeting, action, NULL, &error));
          g_clear_error (&error);
          g_assert_false (dd_meeting_take_action (meeting, action, " \n\t", &error));
          g_assert_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED);
          g_clear_error (&error);
          g_assert_true (dd_meeting_is_locked (meeting));
        }
      else
        g_assert_false (dd_meeting_is_locked (meeting));
      g_assert_true (dd_meeting_take_action (meeting, action, "Ghi nhầm", &error));
      g_assert_no_error (error);
    }

  g_assert_cmpint (dd_row_get_choice (meeting, DD_MEETING_STATE), ==, DD_MEETING_STATE_MINUTES);
}

static void
test_lock (void)
{
  g_autoptr (DdRow) open = make_meeting (DD_MEETING_STATE_MINUTES);
  g_autoptr (DdRow) before = make_meeting (DD_MEETING_STATE_CONCLUDED);
  g_autoptr (DdRow) after = dd_row_copy (before);

  g_assert_true (dd_meeting_lock_allows (open, NULL));
  g_assert_true (dd_meeting_lock_allows (open, before));
  g_assert_false (dd_meeting_lock_allows (before, NULL));
  g_assert_true (dd_meeting_lock_allows (before, after));
  g_assert_true (dd_meeting_lock_allows (before, open));

  dd_row_set_reference (after, DD_MEETING_DOCUMENT, 3);
  g_assert_true (dd_meeting_lock_allows (before, after));
  dd_row_set_text (after, DD_MEETING_PLACE, "Phòng họp số 2");
  g_assert_false (dd_meeting_lock_allows (before, after));
  /* It is reopened first, and changed then. */
  dd_row_set_choice (after, DD_MEETING_STATE, DD_MEETING_STATE_MINUTES);
  g_assert_false (dd_meeting_lock_allows (before, after));
}

static void
test_lacks (void)
{
  g_autoptr (DdRow) meeting = make_meeting (DD_MEETING_STATE_MINUTES);
  g_autofree char *none = NULL;
  g_autofree char *all = NULL;

  dd_row_set_reference (meeting, DD_MEETING_DOCUMENT, 3);
  none = dd_meeting_lacks_to_text (meeting, 0, 1);
  g_assert_cmpstr (none, ==, "");

  dd_row_unset (meeting, DD_MEETING_DOCUMENT);
  dd_row_set_number (meeting, DD_MEETING_N_UNASSIGNED, 2);
  all = dd_meeting_lacks_to_text (meeting, 1, 0);
  g_assert_cmpstr (all, ==,
                   "• 2 clauses are not assigned yet. They wait in the ledger.\n"
                   "• 1 topic was not discussed. It comes back at the next meeting.\n"
                   "• Nobody is marked as present.\n"
                   "• There is no conclusion document yet. It can be added later.");
}

/* --- topics --------------------------------------------------------------- */

static const struct
{
  int         discussed;        /* -1: nobody has said */
  guint       n_tasks, n_open;
  const char *text;
} returns[] = {
  { -1, 0, 0, "Comes back because it was not discussed" },
  { 0, 0, 0, "Comes back because it was not discussed" },
  { 0, 3, 2, "Comes back because it was not discussed" },
  { 1, 0, 0, NULL },
  { 1, 3, 0, NULL },
  { 1, 1, 1, "Comes back because 1 of 1 task is open" },
  { 1, 3, 2, "Comes back because 2 of 3 tasks are open" },
};

static void
test_return (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (returns); i++)
    {
      g_autoptr (DdRow) item = dd_row_new (DD_KIND_AGENDA_ITEM);
      g_autofree char *text = NULL;

      if (returns[i].discussed >= 0)
        dd_row_set_flag (item, DD_AGENDA_ITEM_DISCUSSED, returns[i].discussed == 1);
      dd_row_set_number (item, DD_AGENDA_ITEM_N_TASKS, returns[i].n_tasks);
      dd_row_set_number (item, DD_AGENDA_ITEM_N_OPEN, returns[i].n_open);
      text = dd_agenda_return_to_text (item);
      g_assert_cmpstr (text, ==, returns[i].text);
    }
}

/* --- who was there -------------------------------------------------------- */

static DdRow *
add_member (GPtrArray    *members,
            gint64        unit,
            gint64        person,
            DdMemberRole  role,
            const char   *name)
{
  DdRow *member = dd_row_new (DD_KIND_UNIT_MEMBER);

  dd_row_set_id (member, members->len + 1);
  if (unit != 0)
    dd_row_set_reference (member, DD_UNIT_MEMBER_UNIT, unit);
  if (person != 0)
    dd_row_set_reference (member, DD_UNIT_MEMBER_PERSON, person);
  dd_row_set_choice (member, DD_UNIT_MEMBER_ROLE, role);
  dd_row_set_text (member, unit != 0 ? DD_UNIT_MEMBER_UNIT_NAME : DD_UNIT_MEMBER_PERSON_NAME, name);
  g_ptr_array_add (members, member);

  return member;
}

static void
add_mark (GPtrArray         *marks,
          gint64             unit,
          gint64             person,
          DdAttendanceState  state)
{
  DdRow *mark = dd_row_new (DD_KIND_ATTENDANCE);

  if (unit != 0)
    dd_row_set_reference (mark, DD_ATTENDANCE_UNIT, unit);
  if (person != 0)
    dd_row_set_reference (mark, DD_ATTENDANCE_PERSON, person);
  dd_row_set_choice (mark, DD_ATTENDANCE_STATE, state);
  dd_row_set_text (mark, DD_ATTENDANCE_UNIT_NAME, "Khách");
  g_ptr_array_add (marks, mark);
}

static GPtrArray *
make_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);
}

#define DAY dd_day_new (2024, 2, 29)

static void
assert_roll (GPtrArray  *members,
             GPtrArray  *marks,
             const char *expected)
{
  g_autoptr (DdRoll) roll = dd_roll_new (members, marks, DAY);
  g_autofree char *text = dd_roll_to_text (roll);

  g_assert_cmpstr (text, ==, expected);
}

/* Who is a member and is not marked is absent; the head of the body comes first. */
static void
test_roll (void)
{
  g_autoptr (GPtrArray) members = make_rows ();
  g_autoptr (GPtrArray) marks = make_rows ();
  g_autoptr (DdRoll) roll = NULL;

  assert_roll (members, marks, "");
  add_member (members, 1, 0, DD_MEMBER_ROLE_MEMBER, "Sở Y tế, Hải Sơn");
  add_member (members, 2, 0, DD_MEMBER_ROLE_MEMBER, "Công an tỉnh");
  add_member (members, 3, 30, DD_MEMBER_ROLE_HEAD, "UBND tỉnh");
  add_member (members, 4, 0, DD_MEMBER_ROLE_MEMBER, "Sở Nội vụ");
  assert_roll (members, marks,
               "0 present of 4, 4 absent: UBND tỉnh; Sở Y tế, Hải Sơn; Công an tỉnh; Sở Nội vụ");

  add_mark (marks, 3, 0, DD_ATTENDANCE_STATE_PRESENT);
  add_mark (marks, 4, 0, DD_ATTENDANCE_STATE_DEPUTISED);
  add_mark (marks, 2, 0, DD_ATTENDANCE_STATE_EXCUSED);
  add_mark (marks, 9, 0, DD_ATTENDANCE_STATE_PRESENT);
  assert_roll (members, marks, "2 present of 4, 1 of them by a deputy, 1 guest, 1 excused, "
                               "1 absent: Sở Y tế, Hải Sơn");
  roll = dd_roll_new (members, marks, DAY);
  g_assert_cmpuint (dd_roll_get_n_present (roll), ==, 3);
  g_assert_cmpuint (roll->entries->len, ==, 5);
  g_assert_cmpstr (((DdRollEntry *) roll->entries->pdata[0])->name, ==, "UBND tỉnh");
  g_assert_cmpstr (((DdRollEntry *) roll->entries->pdata[4])->name, ==, "Khách");
}

/* A unit may have two members: one mark of the unit is of one of them. */
static void
test_roll_same_unit (void)
{
  g_autoptr (GPtrArray) members = make_rows ();
  g_autoptr (GPtrArray) marks = make_rows ();
  g_autoptr (DdRoll) roll = NULL;

  add_member (members, 1, 10, DD_MEMBER_ROLE_SECRETARY, "Văn phòng");
  add_member (members, 1, 11, DD_MEMBER_ROLE_MEMBER, "Văn phòng");
  add_mark (marks, 1, 0, DD_ATTENDANCE_STATE_PRESENT);
  add_mark (marks, 1, 11, DD_ATTENDANCE_STATE_EXCUSED);
  roll = dd_roll_new (members, marks, DAY);
  g_assert_cmpint (((DdRollEntry *) roll->entries->pdata[0])->state, ==, DD_ROLL_STATE_PRESENT);
  g_assert_cmpint (((DdRollEntry *) roll->entries->pdata[1])->state, ==, DD_ROLL_STATE_EXCUSED);
  g_assert_cmpuint (roll->n_guests, ==, 0);
}

/* Members are those of the day, both ends of a membership included. */
static void
test_roll_valid (void)
{
  static const struct { const char *from, *to; gboolean valid; } cases[] = {
    { NULL, NULL, TRUE }, { "2024-02-29", NULL, TRUE }, { "2024-03-01", NULL, FALSE },
    { NULL, "2024-02-29", TRUE }, { NULL, "2024-02-28", FALSE },
    { "2024-02-29", "2024-02-29", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) members = make_rows ();
      DdRow *member = add_member (members, 1, 0, DD_MEMBER_ROLE_MEMBER, "Sở Y tế");

      if (cases[i].from != NULL)
        dd_row_set_day (member, DD_UNIT_MEMBER_VALID_FROM, dd_day_from_iso (cases[i].from));
      if (cases[i].to != NULL)
        dd_row_set_day (member, DD_UNIT_MEMBER_VALID_TO, dd_day_from_iso (cases[i].to));
      g_assert_cmpint (dd_unit_member_is_valid (member, DAY), ==, cases[i].valid);
    }
}

/* A meeting of no body has the list that was made for it. */
static void
test_roll_free_list (void)
{
  g_autoptr (GPtrArray) members = make_rows ();
  g_autoptr (GPtrArray) marks = make_rows ();

  add_mark (marks, 1, 0, DD_ATTENDANCE_STATE_PRESENT);
  add_mark (marks, 2, 0, DD_ATTENDANCE_STATE_ABSENT);
  assert_roll (members, marks, "1 present of 2, 1 absent: Khách");
}

/* --- numbers of conclusions ------------------------------------------------ */

static void
add_conclusion (GPtrArray  *rows,
                gint64      position,
                const char *ordinal)
{
  DdRow *row = dd_row_new (DD_KIND_DIRECTIVE);

  dd_row_set_number (row, DD_DIRECTIVE_POSITION, position);
  dd_row_set_text (row, DD_DIRECTIVE_ORDINAL, ordinal);
  g_ptr_array_add (rows, row);
}

static void
assert_numbers (GPtrArray  *rows,
                const char *expected)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *ordinal = dd_row_get_text (rows->pdata[i], DD_DIRECTIVE_ORDINAL);

      g_string_append_printf (numbers, "%s@%d ", ordinal != NULL ? ordinal : "-",
                              (int) dd_row_get_number (rows->pdata[i], DD_DIRECTIVE_POSITION));
    }
  g_assert_cmpstr (numbers->str, ==, expected);
}

/* What is moved, entered between and taken out is counted anew; what a person numbered
 * otherwise, or not at all, stays. */
static void
test_numbers (void)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  g_autoptr (GPtrArray) fewer = g_ptr_array_new ();
  g_autoptr (DdRow) added = dd_row_new (DD_KIND_DIRECTIVE);

  add_conclusion (before, 3, "1");
  add_conclusion (before, 4, "2.a");
  add_conclusion (before, 7, "2");
  add_conclusion (before, 8, NULL);
  add_conclusion (before, 9, "3");

  g_ptr_array_add (after, before->pdata[4]);
  g_ptr_array_add (after, before->pdata[1]);
  g_ptr_array_add (after, added);
  g_ptr_array_add (after, before->pdata[0]);
  g_ptr_array_add (after, before->pdata[3]);
  g_ptr_array_add (after, before->pdata[2]);
  dd_row_set_number (added, DD_DIRECTIVE_POSITION, 10);
  dd_conclusion_numbers_give (before, after);
  assert_numbers (after, "1@3 2.a@4 2@7 3@8 -@9 4@10 ");

  for (guint i = 0; i < after->len; i++)
    if (i != 2)
      g_ptr_array_add (fewer, after->pdata[i]);
  dd_conclusion_numbers_give (after, fewer);
  assert_numbers (fewer, "1@3 2.a@4 2@8 -@9 3@10 ");
}

/* The sentence of a meeting that is on tells it from one that nobody has ended. */
static void
test_hints (void)
{
  g_autoptr (DdRow) meeting = make_meeting (DD_MEETING_STATE_HELD);
  DdDay day = dd_row_get_day (meeting, DD_MEETING_DAY);

  g_assert_true (g_str_has_prefix (dd_meeting_get_hint (meeting, day), "The meeting is on"));
  g_assert_true (g_str_has_prefix (dd_meeting_get_hint (meeting, day + 1),
                                   "The meeting was held, but not ended"));
  dd_row_set_choice (meeting, DD_MEETING_STATE, DD_MEETING_STATE_CONCLUDED);
  g_assert_true (g_str_has_prefix (dd_meeting_get_hint (meeting, day), "Concluded"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meeting-rules/ordinals", test_ordinals);
  g_test_add_func ("/meeting-rules/title", test_title);
  g_test_add_func ("/meeting-rules/steps", test_steps);
  g_test_add_func ("/meeting-rules/lock", test_lock);
  g_test_add_func ("/meeting-rules/lacks", test_lacks);
  g_test_add_func ("/meeting-rules/return", test_return);
  g_test_add_func ("/meeting-rules/roll", test_roll);
  g_test_add_func ("/meeting-rules/roll-same-unit", test_roll_same_unit);
  g_test_add_func ("/meeting-rules/roll-valid", test_roll_valid);
  g_test_add_func ("/meeting-rules/roll-free-list", test_roll_free_list);
  g_test_add_func ("/meeting-rules/numbers", test_numbers);
  g_test_add_func ("/meeting-rules/hints", test_hints);

  return g_test_run ();
}
