/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a typed line says, and what becomes of it when a person corrects that. */
#include "dd-directive.h"
#include "dd-fold.h"
#include "dd-quick-content.h"
#include "dd-quick-line.h"
#include "dd-reading.h"
#include "dd-record-types.h"
#include "dd-unit.h"
#include "dd-units-fixture.h"

#define TODAY (dd_day_new (2024, 5, 15))

typedef struct
{
  DdUnitsFixture  units;
  DdQuickLine    *line;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  dd_units_fixture_set_up (&f->units);
  f->line = dd_quick_line_new (f->units.known);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  dd_quick_line_free (f->line);
  dd_units_fixture_tear_down (&f->units);
}

static const DdQuickPart *
find_part (Fixture         *f,
           DdQuickPartKind  kind,
           guint            n)
{
  GPtrArray *parts = dd_quick_line_get_parts (f->line);

  for (guint i = 0; i < parts->len; i++)
    {
      const DdQuickPart *part = parts->pdata[i];

      if (part->kind == kind && n-- == 0)
        return part;
    }

  return NULL;
}

static const char *
get_text (Fixture         *f,
          DdQuickPartKind  kind,
          guint            n)
{
  const DdQuickPart *part = find_part (f, kind, n);

  return part != NULL ? part->text : NULL;
}

/* --- reading -------------------------------------------------------------- */

static void
test_read (Fixture       *f,
           gconstpointer  data)
{
  static const struct
  {
    const char *line;
    const char *lead;
    const char *coordinating;
    const char *deadline;
    const char *content;
  } cases[] = {
    { "Giao Sở Tư pháp chủ trì, phối hợp Sở Nội vụ rà soát 45 TTHC nội bộ, xong trước 30/6",
      "Sở Tư pháp", "Sở Nội vụ", "2024-06-30", "Rà soát 45 TTHC nội bộ" },
    /* A name with commas and "và" in it is one name. */
    { "Sở Văn hóa, Thể thao và Du lịch công khai danh mục TTHC trước 15/6/2024",
      "Sở Văn hóa, Thể thao và Du lịch", NULL, "2024-06-15", "Công khai danh mục TTHC" },
    { "Sở Tư pháp trình UBND tỉnh báo cáo trước 29/02/2028", "Sở Tư pháp", NULL, "2028-02-29",
      "Trình UBND tỉnh báo cáo" },
    { "Rà soát danh mục thủ tục", NULL, NULL, NULL, "Rà soát danh mục thủ tục" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DdQuickPart *deadline;
      DdDay day;

      dd_quick_line_read (f->line, cases[i].line, TODAY);
      deadline = find_part (f, DD_QUICK_PART_DEADLINE, 0);
      day = cases[i].deadline != NULL ? dd_day_from_iso (cases[i].deadline) : DD_DAY_NONE;
      g_assert_cmpstr (get_text (f, DD_QUICK_PART_LEAD, 0), ==, cases[i].lead);
      g_assert_cmpstr (get_text (f, DD_QUICK_PART_COORDINATING, 0), ==, cases[i].coordinating);
      g_assert_cmpuint (deadline != NULL ? deadline->day : DD_DAY_NONE, ==, day);
      g_assert_cmpstr (get_text (f, DD_QUICK_PART_CONTENT, 0), ==, cases[i].content);
    }
}

/* Text from another system, with each mark behind its letter, is the same text. */
static void
test_nfd (Fixture       *f,
          gconstpointer  data)
{
  g_autofree char *line = g_utf8_normalize ("Sở Tư pháp rà soát thủ tục trước 30/6/2024", -1,
                                            G_NORMALIZE_NFD);

  dd_quick_line_read (f->line, line, TODAY);
  g_assert_cmpint (find_part (f, DD_QUICK_PART_LEAD, 0)->id, ==, f->units.justice);
  g_assert_cmpuint (find_part (f, DD_QUICK_PART_DEADLINE, 0)->day, ==, dd_day_new (2024, 6, 30));
  g_assert_cmpstr (get_text (f, DD_QUICK_PART_CONTENT, 0), ==, "Rà soát thủ tục");
}

static void
test_unknown (Fixture       *f,
              gconstpointer  data)
{
  const DdQuickPart *part;

  dd_quick_line_read (f->line, "Giao Sở Nội vu chủ trì rà soát thủ tục", TODAY);
  part = find_part (f, DD_QUICK_PART_LEAD, 0);
  g_assert_cmpint (part->id, ==, 0);
  g_assert_cmpint (part->near, ==, f->units.home);
}

/* --- correcting ----------------------------------------------------------- */

static void
test_correct (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (DdDraft) draft = NULL;
  const DdDraftUnit *unit;

  dd_quick_line_read (f->line, "Giao Sở Nội vu chủ trì rà soát thủ tục trước 30/6", TODAY);
  dd_quick_line_set_unit (f->line, DD_QUICK_PART_LEAD, "Sở Nội vu", f->units.home,
                          "Sở Nội vụ", TRUE);
  dd_quick_line_set_day (f->line, dd_day_new (2024, 7, 31));

  /* It holds while the line is typed on. */
  dd_quick_line_read (f->line, "Giao Sở Nội vu chủ trì rà soát thủ tục đất đai trước 30/6", TODAY);
  draft = dd_quick_line_make_draft (f->line);
  unit = draft->leads->pdata[0];
  g_assert_cmpuint (draft->leads->len, ==, 1);
  g_assert_cmpint (unit->id, ==, f->units.home);
  g_assert_cmpstr (unit->name, ==, "Sở Nội vụ");
  g_assert_cmpuint (dd_row_get_day (draft->directive, DD_DIRECTIVE_DEADLINE), ==,
                    dd_day_new (2024, 7, 31));
  g_assert_cmpstr (draft->content, ==, "Rà soát thủ tục đất đai");

  dd_quick_line_clear (f->line);
  dd_quick_line_read (f->line, "Giao Sở Nội vu chủ trì rà soát thủ tục", TODAY);
  g_assert_cmpint (find_part (f, DD_QUICK_PART_LEAD, 0)->id, ==, 0);
}

static void
test_learn (Fixture       *f,
            gconstpointer  data)
{
  DdChange *change = dd_change_new ("Lan", NULL);
  g_autoptr (DdChange) written = NULL;
  g_autoptr (DdRecord) unit = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) aliases = NULL;

  dd_quick_line_read (f->line, "Giao Sở Nội vu chủ trì rà soát thủ tục", TODAY);
  dd_quick_line_set_unit (f->line, DD_QUICK_PART_LEAD, "Sở Nội vu", f->units.home,
                          "Sở Nội vụ", TRUE);
  dd_quick_line_learn (f->line, change);
  written = dd_test_write (f->units.store.store, change, &error);
  g_assert_no_error (error);
  unit = dd_test_fetch (f->units.store.store, DD_KIND_UNIT, f->units.home, &error);
  aliases = dd_row_get_list (dd_record_get_row (unit), DD_UNIT_ALIASES);
  g_assert_true (g_strv_contains ((const char * const *) aliases, "Sở Nội vu"));
}

static void
test_remove (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr (DdDraft) draft = NULL;

  dd_quick_line_read (f->line,
                      "Giao Sở Tư pháp chủ trì, phối hợp Sở Nội vụ rà soát 45 thủ tục theo Quyết "
                      "định 766/QĐ-TTg trước 30/6", TODAY);
  g_assert_true (dd_quick_line_has (f->line, DD_QUICK_PART_CITATION));
  dd_quick_line_remove (f->line, DD_QUICK_PART_COORDINATING, "Sở Nội vụ", "Sở Nội vụ");
  dd_quick_line_remove (f->line, DD_QUICK_PART_DEADLINE, "trước 30/6", "trước 30/6");
  dd_quick_line_remove (f->line, DD_QUICK_PART_CITATION, "766/QĐ-TTg", "766/QĐ-TTg");
  g_assert_false (dd_quick_line_has (f->line, DD_QUICK_PART_COORDINATING));
  g_assert_false (dd_quick_line_has (f->line, DD_QUICK_PART_DEADLINE));
  g_assert_false (dd_quick_line_has (f->line, DD_QUICK_PART_CITATION));

  draft = dd_quick_line_make_draft (f->line);
  g_assert_cmpuint (draft->coordinating->len, ==, 0);
  g_assert_false (dd_row_is_set (draft->directive, DD_DIRECTIVE_DEADLINE));
  g_assert_cmpuint (g_strv_length (draft->citations), ==, 0);
  /* The words are said all the same. */
  g_assert_nonnull (strstr (draft->content, "trước 30/6"));
}

static void
test_move (Fixture       *f,
           gconstpointer  data)
{
  dd_quick_line_read (f->line, "Sở Tư pháp và Sở Nội vụ rà soát thủ tục", TODAY);
  g_assert_cmpstr (get_text (f, DD_QUICK_PART_LEAD, 1), ==, "Sở Nội vụ");
  dd_quick_line_move_unit (f->line, DD_QUICK_PART_LEAD, "Sở Nội vụ", "Sở Nội vụ",
                           DD_QUICK_PART_COORDINATING);
  g_assert_null (get_text (f, DD_QUICK_PART_LEAD, 1));
  g_assert_cmpint (find_part (f, DD_QUICK_PART_COORDINATING, 0)->id, ==, f->units.home);

  /* And taken away again, it is gone. */
  dd_quick_line_remove (f->line, DD_QUICK_PART_COORDINATING, "", "Sở Nội vụ");
  g_assert_null (find_part (f, DD_QUICK_PART_COORDINATING, 0));
}

static void
test_default_day (Fixture       *f,
                  gconstpointer  data)
{
  const DdDay day = dd_day_new (2024, 6, 3);

  dd_quick_line_set_default_day (f->line, day);
  dd_quick_line_read (f->line, "Sở Tư pháp rà soát thủ tục", TODAY);
  g_assert_cmpuint (find_part (f, DD_QUICK_PART_DEADLINE, 0)->day, ==, day);
  dd_quick_line_read (f->line, "Sở Tư pháp rà soát thủ tục trước 30/6", TODAY);
  g_assert_cmpuint (find_part (f, DD_QUICK_PART_DEADLINE, 0)->day, ==, dd_day_new (2024, 6, 30));
}

/* --- what is to be done --------------------------------------------------- */

static void
add_mark (GArray     *marks,
          const char *text,
          const char *words,
          DdMarkKind  kind)
{
  const char *at = strstr (text, words);
  DdMark mark = { .kind = kind };

  g_assert_nonnull (at);
  mark.span.start = (guint) g_utf8_pointer_to_offset (text, at);
  mark.span.end = mark.span.start + (guint) g_utf8_strlen (words, -1);
  g_array_append_val (marks, mark);
}

static void
test_content (void)
{
  static const struct
  {
    const char *text;
    const char *lead;
    const char *deadline;
    const char *content;
  } cases[] = {
    { "Giao A chủ trì rà soát", "A", NULL, "Rà soát" },
    { "A: rà soát; thời hạn: 30/6.", "A", "30/6", "Rà soát" },
    { "A phải hoàn thành trước 30/6", "A", "trước 30/6", "Phải hoàn thành" },
    { "A rà soát, hoàn thành trước 30/6", "A", "trước 30/6", "Rà soát" },
    { "Trước 30/6, A rà soát", "A", "Trước 30/6", "Trước 30/6, A rà soát" },
    { "rà soát (phần I) trước 30/6", NULL, "trước 30/6", "Rà soát (phần I)" },
    /* A unit that is spoken of is part of the work. */
    { "Rà soát thủ tục của A", "A", NULL, "Rà soát thủ tục của A" },
    { "A", "A", NULL, "A" },
    { "30/6", NULL, "30/6", "30/6" },
    { "", NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (DdMark));
      g_autofree char *content = NULL;

      if (cases[i].lead != NULL)
        add_mark (marks, cases[i].text, cases[i].lead, DD_MARK_LEAD);
      if (cases[i].deadline != NULL)
        add_mark (marks, cases[i].text, cases[i].deadline, DD_MARK_DEADLINE);
      content = dd_quick_content_make (cases[i].text, marks);
      g_assert_cmpstr (content, ==, cases[i].content);
    }
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/quick-line/read", test_read);
  ADD ("/quick-line/nfd", test_nfd);
  ADD ("/quick-line/unknown", test_unknown);
  ADD ("/quick-line/correct", test_correct);
  ADD ("/quick-line/learn", test_learn);
  ADD ("/quick-line/remove", test_remove);
  ADD ("/quick-line/move", test_move);
  ADD ("/quick-line/default-day", test_default_day);
  g_test_add_func ("/quick-line/content", test_content);

  return g_test_run ();
}
