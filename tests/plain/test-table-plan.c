/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows of a pasted table become. */
#include "dd-directive.h"
#include "dd-record-types.h"
#include "dd-table-plan.h"
#include "dd-task-unit.h"
#include "dd-task.h"
#include "dd-unit.h"
#include "dd-units-fixture.h"

#include <string.h>

#define TODAY (dd_day_new (2024, 5, 15))

#define HEAD "TT\tNội dung công việc\tCơ quan chủ trì\tĐơn vị phối hợp\tThời hạn\tSản phẩm\n"

typedef struct
{
  DdUnitsFixture  units;
  DdTablePlan    *plan;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  dd_units_fixture_set_up (&f->units);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  dd_table_plan_free (f->plan);
  dd_units_fixture_tear_down (&f->units);
}

static void
take_with (Fixture    *f,
           const char *text,
           GHashTable *remembered)
{
  g_autoptr (GError) error = NULL;
  DdTableText *table = dd_table_text_parse (text, &error);

  g_assert_no_error (error);
  g_clear_pointer (&f->plan, dd_table_plan_free);
  f->plan = dd_table_plan_new (table, f->units.known, remembered, TODAY);
  while (dd_table_plan_read_some (f->plan, 3))
    ;
}

static void
take (Fixture    *f,
      const char *text)
{
  take_with (f, text, NULL);
}

static const char *
get_lead (Fixture *f,
          guint    row,
          guint    n)
{
  GPtrArray *leads = dd_table_plan_get_row (f->plan, row)->draft->leads;

  return n < leads->len ? ((DdDraftUnit *) leads->pdata[n])->name : NULL;
}

static DdDay
get_deadline (Fixture *f,
              guint    row)
{
  return dd_row_get_day (dd_table_plan_get_row (f->plan, row)->draft->directive,
                         DD_DIRECTIVE_DEADLINE);
}

/* The first letters of roles, a letter a column; "." is not used. */
static char *
get_roles (Fixture *f)
{
  static const char letters[] = ".#clpdsorAn";
  DdTableLayout *layout = dd_table_plan_get_layout (f->plan);
  GString *roles = g_string_new (NULL);

  for (guint i = 0; i < layout->roles->len; i++)
    g_string_append_c (roles, letters[dd_table_layout_get_role (layout, i)]);

  return g_string_free (roles, FALSE);
}

/* --- columns -------------------------------------------------------------- */

static void
test_roles (Fixture       *f,
            gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *roles;
    guint       first;
  } cases[] = {
    { HEAD "1\ta\tb\n", "#clpds", 1 },
    { "STT\tNhiệm vụ\tĐơn vị thực hiện\tThời gian hoàn thành (dự kiến)\tCấp trình\tGhi chú\n1\ta",
      "#cldrn", 1 },
    { "stt\tten nhiem vu\tdon vi\thạn\tchuyên viên\tngày giao\n1\ta", "#cldoA", 1 },
    /* A title above, a head of two rows, and a row that counts the columns. */
    { "PHỤ LỤC\n\nTT\tNội dung\tCơ quan thực hiện\t\tThời hạn\n\t\tChủ trì\tPhối hợp\t\n"
      "(1)\t(2)\t(3)\t(4)\t(5)\n1\ta\tb", "#clpd", 5 },
    /* No head at all: what stands in the columns tells. */
    { "1\tRà soát thủ tục hành chính nội bộ\tSở Tư pháp\t30/6/2024\n"
      "2\tCông khai danh mục thủ tục đất đai\tSở Nội vụ\t31/7/2024\n", "#cld", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *roles = NULL;

      take (f, cases[i].text);
      roles = get_roles (f);
      g_assert_cmpstr (roles, ==, cases[i].roles);
      g_assert_cmpuint (dd_table_plan_get_layout (f->plan)->first, ==, cases[i].first);
    }
}

static void
test_remembered (Fixture       *f,
                 gconstpointer  data)
{
  g_autoptr (GHashTable) remembered = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *roles = NULL;

  g_hash_table_insert (remembered, (gpointer) "ma viec", (gpointer) "note");
  g_hash_table_insert (remembered, (gpointer) "don vi phoi hop", (gpointer) "unused");
  take_with (f, "Mã  việc\tNội dung\tChủ trì\tĐơn vị phối hợp\nx\ta\tb\tc\n", remembered);
  roles = get_roles (f);
  g_assert_cmpstr (roles, ==, "ncl.");
}

/* --- rows ----------------------------------------------------------------- */

static void
test_rows (Fixture       *f,
           gconstpointer  data)
{
  const DdTableRow *row;

  take (f, HEAD
        "I\tLĩnh vực đất đai\t\t\t\t\n"
        "1\t\"Rà soát 45 thủ tục\nhành chính\"\tSở Tư pháp\tSở Văn hóa, Thể thao và Du lịch, Sở "
        "Nội vụ\tTrước 30/6\tBáo cáo\n"
        "\n"
        "2\tCông khai danh mục\t\t\tQuý III/2024\t\n"
        "II. Lĩnh vực khác\t\t\t\t\t\n"
        "3\tTập huấn\t\"- Sở Nội vụ\n- UBND xã Ân Hạ\"\t\t45473\t\n"
        HEAD
        "4\t=HYPERLINK(\"x\")\tSở Nội vụ\t\tThường xuyên\t\n");

  g_assert_cmpuint (dd_table_plan_get_n_rows (f->plan), ==, 8);
  g_assert_cmpuint (dd_table_plan_get_row (f->plan, 0)->kind, ==, DD_TABLE_ROW_HEADING);
  row = dd_table_plan_get_row (f->plan, 1);
  g_assert_cmpuint (row->faults, ==, DD_TABLE_FAULT_NONE);
  g_assert_cmpstr (row->draft->content, ==, "Rà soát 45 thủ tục hành chính");
  g_assert_cmpstr (get_lead (f, 1, 0), ==, "Sở Tư pháp");
  g_assert_cmpuint (row->draft->coordinating->len, ==, 2);
  g_assert_cmpuint (get_deadline (f, 1), ==, dd_day_new (2024, 6, 30));
  g_assert_cmpstr (dd_row_get_text (row->draft->directive, DD_DIRECTIVE_PRODUCT), ==, "Báo cáo");

  g_assert_cmpuint (dd_table_plan_get_row (f->plan, 2)->kind, ==, DD_TABLE_ROW_EMPTY);
  /* A merged cell: the unit stands above. */
  g_assert_cmpstr (get_lead (f, 3, 0), ==, "Sở Tư pháp");
  g_assert_true (dd_table_plan_get_row (f->plan, 3)->inherited);
  g_assert_cmpuint (get_deadline (f, 3), ==, dd_day_new (2024, 9, 30));
  g_assert_cmpuint (dd_table_plan_get_row (f->plan, 4)->kind, ==, DD_TABLE_ROW_HEADING);
  g_assert_cmpstr (get_lead (f, 5, 0), ==, "Sở Nội vụ");
  g_assert_cmpstr (get_lead (f, 5, 1), ==, "UBND xã Ân Hạ");
  g_assert_cmpuint (get_deadline (f, 5), ==, dd_day_new (2024, 6, 30));
  /* The head once more, on the next page. */
  g_assert_cmpuint (dd_table_plan_get_row (f->plan, 6)->kind, ==, DD_TABLE_ROW_HEADING);
  row = dd_table_plan_get_row (f->plan, 7);
  g_assert_cmpuint (row->faults, ==, DD_TABLE_FAULT_NONE);
  g_assert_cmpstr (row->draft->content, ==, "=HYPERLINK(\"x\")");
  g_assert_cmpuint (get_deadline (f, 7), ==, DD_DAY_NONE);
}

static void
test_faults (Fixture       *f,
             gconstpointer  data)
{
  static const struct
  {
    const char    *row;
    DdTableFaults  faults;
  } cases[] = {
    { "1\t\tSở Tư pháp\t\t30/6/2024\t\n", DD_TABLE_FAULT_NO_CONTENT },
    { "1\tRà soát\t\t\t30/6/2024\t\n", DD_TABLE_FAULT_NO_LEAD },
    { "1\tRà soát\tSở Tư pháp\t\t30/2/2024\t\n", DD_TABLE_FAULT_NO_DAY },
    { "1\tRà soát\tSở Tư pháp\t\t29/2/2023\t\n", DD_TABLE_FAULT_NO_DAY },
    { "1\tRà soát\tSở Tư pháp\t\tchưa rõ\t\n", DD_TABLE_FAULT_NO_DAY },
    { "1\tRà soát\tSở Tư pháp\t\t29/2/2024\t\n", DD_TABLE_FAULT_PAST },
    { "1\tRà soát\tSở Tư pháp\t\t29/2/2028\t\n", DD_TABLE_FAULT_NONE },
    { "1\tRà soát\tSở Tư pháp\t\t\t\n", DD_TABLE_FAULT_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, cases[i].row, NULL);

      take (f, text);
      g_assert_cmpuint (dd_table_plan_get_row (f->plan, 0)->faults, ==, cases[i].faults);
    }
}

/* --- making --------------------------------------------------------------- */

static guint
count_records (Fixture *f,
               DdKind   kind)
{
  g_autoptr (DdQuery) query = dd_query_new (kind);
  g_autoptr (GPtrArray) rows = dd_test_select (f->units.store.store, query);

  return rows->len;
}

static void
test_units (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) unknown = NULL;
  g_autoptr (GPtrArray) decided = NULL;
  const DdTableUnit *unit;

  take (f, HEAD "1\tRà soát\tSở Nội vu\tPhòng Một cửa\t30/6/2024\t\n"
                "2\tCông khai\tSở Nội vu\t\t30/6/2024\t\n");
  unknown = dd_table_plan_get_unknown (f->plan);
  g_assert_cmpuint (unknown->len, ==, 2);
  unit = unknown->pdata[0];
  g_assert_cmpstr (unit->name, ==, "Sở Nội vu");
  g_assert_cmpuint (unit->n_rows, ==, 2);
  dd_table_plan_find_near (f->plan, unknown->pdata[0]);
  g_assert_cmpint (unit->near, ==, f->units.home);

  dd_table_plan_decide (f->plan, "Sở Nội vu", f->units.home, TRUE);
  decided = dd_table_plan_get_unknown (f->plan);
  g_assert_cmpuint (decided->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (((DdDraftUnit *) dd_table_plan_get_row (f->plan, i)->draft->leads->pdata[0])
                     ->id, ==, f->units.home);
}

static void
test_fill (Fixture       *f,
           gconstpointer  data)
{
  DdChange *change = dd_change_new ("Lan", NULL);
  g_autoptr (DdChange) written = NULL;
  g_autoptr (DdRecord) home = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) aliases = NULL;
  DdTableTotals totals;

  take (f, HEAD "1\tRà soát\tSở Nội vu\tPhòng Một cửa\t30/6/2024\t\n"
                "2\tCông khai\tSở Tư pháp; Sở Nội vụ\tPhòng Một cửa\t30/6/2024\t\n"
                "3\t\tSở Tư pháp\t\t30/6/2024\t\n"
                "4\tTập huấn\tSở Tư pháp\t\t30/6/2024\t\n");
  g_ptr_array_unref (dd_table_plan_get_unknown (f->plan));
  dd_table_plan_decide (f->plan, "Sở Nội vu", f->units.home, TRUE);
  dd_table_plan_leave_out (f->plan, 3, TRUE);
  dd_table_plan_count (f->plan, &totals);
  g_assert_cmpuint (totals.n_tasks, ==, 3);
  g_assert_cmpuint (totals.n_units, ==, 2);
  g_assert_cmpuint (totals.n_faults, ==, 1);
  g_assert_cmpuint (totals.n_left_out, ==, 1);

  g_assert_cmpuint (dd_table_plan_fill (f->plan, change, 0, 0), ==, 3);
  written = dd_test_write (f->units.store.store, change, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_records (f, DD_KIND_TASK), ==, 3);
  g_assert_cmpuint (count_records (f, DD_KIND_TASK_UNIT), ==, 3);
  g_assert_cmpuint (count_records (f, DD_KIND_DIRECTIVE), ==, 0);
  /* One unit was created, for all rows; the other is learnt by its name. */
  g_assert_cmpuint (count_records (f, DD_KIND_UNIT), ==, 4);
  home = dd_test_fetch (f->units.store.store, DD_KIND_UNIT, f->units.home, &error);
  aliases = dd_row_get_list (dd_record_get_row (home), DD_UNIT_ALIASES);
  g_assert_true (g_strv_contains ((const char * const *) aliases, "Sở Nội vu"));

  g_assert_true (dd_test_undo (f->units.store.store, dd_change_get_action (written), &error));
  g_assert_cmpuint (count_records (f, DD_KIND_TASK), ==, 0);
  g_assert_cmpuint (count_records (f, DD_KIND_UNIT), ==, 3);
}

/* What is said of a column, and a row, holds when the table is read again. */
static void
test_again (Fixture       *f,
            gconstpointer  data)
{
  take (f, HEAD "1\tRà soát\tSở Nội vụ\tSở Tư pháp\t30/6/2024\t\n");
  dd_table_plan_leave_out (f->plan, 0, TRUE);
  dd_table_plan_set_role (f->plan, 3, DD_TABLE_ROLE_LEAD);
  g_assert_cmpuint (dd_table_plan_get_n_rows (f->plan), ==, 0);
  while (dd_table_plan_read_some (f->plan, 10))
    ;
  g_assert_cmpstr (get_lead (f, 0, 0), ==, "Sở Tư pháp");
  g_assert_cmpuint (dd_table_layout_get_role (dd_table_plan_get_layout (f->plan), 2), ==,
                    DD_TABLE_ROLE_UNUSED);
  g_assert_true (dd_table_plan_get_row (f->plan, 0)->left_out);
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/table-plan/roles", test_roles);
  ADD ("/table-plan/remembered", test_remembered);
  ADD ("/table-plan/rows", test_rows);
  ADD ("/table-plan/faults", test_faults);
  ADD ("/table-plan/units", test_units);
  ADD ("/table-plan/fill", test_fill);
  ADD ("/table-plan/again", test_again);

  return g_test_run ();
}
