/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-text-table.h"

#include <string.h>

static const char * const headings[] = { "Deadline", "Lead", "Content", NULL };

#define ROW(...) ((const char *[]) { __VA_ARGS__, NULL })

static void
test_columns (void)
{
  g_autoptr (DdTextTable) table = dd_text_table_new (headings);
  g_autofree char *text = NULL;

  dd_text_table_add_row (table, ROW ("31/12/2023", "Sở Tư pháp", "Rà soát thủ tục nội bộ"));
  dd_text_table_add_row (table, ROW ("", "Văn phòng UBND tỉnh", "Báo cáo"));
  text = dd_text_table_to_text (table, 100);
  g_assert_cmpstr (text, ==,
                   "Deadline    Lead                 Content\n"
                   "31/12/2023  Sở Tư pháp           Rà soát thủ tục nội bộ\n"
                   "            Văn phòng UBND tỉnh  Báo cáo\n");
}

/* With nothing in it there are the headings. */
static void
test_empty (void)
{
  g_autoptr (DdTextTable) table = dd_text_table_new (headings);
  g_autofree char *text = dd_text_table_to_text (table, 100);

  g_assert_cmpstr (text, ==, "Deadline  Lead  Content\n");
}

/* The last column goes on below itself; no word is cut, none is lost. */
static void
test_wrapped (void)
{
  g_autoptr (DdTextTable) table = dd_text_table_new (headings);
  g_autofree char *text = NULL;

  dd_text_table_add_row (table, ROW ("31/12/2023", "Sở Y tế",
                                     "Rà soát, đơn giản hóa thủ tục hành chính nội bộ giữa các cơ "
                                     "quan hành chính nhà nước"));
  text = dd_text_table_to_text (table, 61);
  g_assert_cmpstr (text, ==,
                   "Deadline    Lead     Content\n"
                   "31/12/2023  Sở Y tế  Rà soát, đơn giản hóa thủ tục hành chính\n"
                   "                     nội bộ giữa các cơ quan hành chính nhà\n"
                   "                     nước\n");
}

/* In a narrow terminal the last column keeps what it needs to be read. */
static void
test_narrow (void)
{
  g_autoptr (DdTextTable) table = dd_text_table_new (headings);
  g_autofree char *narrow = NULL;
  g_autofree char *no_width = NULL;

  dd_text_table_add_row (table, ROW ("31/12/2023", "Sở Y tế", "Rà soát, đơn giản hóa thủ tục"));
  narrow = dd_text_table_to_text (table, 20);
  no_width = dd_text_table_to_text (table, 0);
  g_assert_nonnull (strstr (narrow, "Rà soát, đơn giản hóa thủ tục\n"));
  g_assert_cmpstr (no_width, ==, narrow);
}

/* A long name goes on below itself; of a word longer than a column something is
 * missing, and it says so. */
static void
test_long_cells (void)
{
  g_autoptr (DdTextTable) table = dd_text_table_new (headings);
  g_autofree char *word = g_strnfill (50, 'x');
  g_autofree char *cut = g_strnfill (35, 'x');
  g_autofree char *text = NULL;

  dd_text_table_add_row (table, ROW ("1", "Ban Quản lý các khu công nghiệp và khu kinh tế tỉnh",
                                     "x"));
  dd_text_table_add_row (table, ROW ("2", word, "y"));
  text = dd_text_table_to_text (table, 100);
  g_assert_nonnull (strstr (text, "1         Ban Quản lý các khu công nghiệp và    x\n"
                                  "          khu kinh tế tỉnh\n"));
  g_assert_nonnull (strstr (text, cut));
  g_assert_nonnull (strstr (text, "x…  y\n"));
}

/* Where there is little room, names break, and what has to be copied does not. */
static void
test_shared_room (void)
{
  static const char uid[] = "01a201b5-39b0-7002-8c31-6200743071f3";
  g_autoptr (DdTextTable) table = dd_text_table_new (headings);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  dd_text_table_add_row (table, ROW (uid, "UBND các huyện, thị xã, thành phố",
                                     "Số hóa 100% kết quả giải quyết thủ tục hành chính"));
  text = dd_text_table_to_text (table, 90);
  lines = g_strsplit (text, "\n", -1);
  g_assert_nonnull (strstr (text, uid));
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 90);
  g_assert_cmpstr (lines[1], ==,
                   "01a201b5-39b0-7002-8c31-6200743071f3  UBND các        "
                   "Số hóa 100% kết quả giải quyết thủ");
  g_assert_true (g_str_has_prefix (lines[2], "                                      huyện,"));
}

/* A word longer than the line stands on one of its own. */
static void
test_long_word (void)
{
  g_autoptr (DdTextTable) table = dd_text_table_new (headings);
  g_autofree char *word = g_strnfill (10000, 'x');
  g_autofree char *content = g_strconcat ("a ", word, " b", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  dd_text_table_add_row (table, ROW ("1", "2", content));
  text = dd_text_table_to_text (table, 60);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpstr (g_strstrip (lines[2]), ==, word);
  g_assert_cmpstr (g_strstrip (lines[3]), ==, "b");
}

/* Columns stay straight below what takes no room, or twice as much. */
static void
test_widths (void)
{
  g_autoptr (DdTextTable) table = dd_text_table_new (headings);
  g_autofree char *text = NULL;

  dd_text_table_add_row (table, ROW ("1", "So\xcc\x9b\xcc\x89 Y te\xcc\x82\xcc\x81", "a"));
  dd_text_table_add_row (table, ROW ("2", "漢字", "b"));
  dd_text_table_add_row (table, ROW ("3", "Sở Y tế", "c"));
  text = dd_text_table_to_text (table, 100);
  g_assert_cmpstr (text, ==,
                   "Deadline  Lead     Content\n"
                   "1         So\xcc\x9b\xcc\x89 Y te\xcc\x82\xcc\x81  a\n"
                   "2         漢字     b\n"
                   "3         Sở Y tế  c\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-table/columns", test_columns);
  g_test_add_func ("/text-table/empty", test_empty);
  g_test_add_func ("/text-table/wrapped", test_wrapped);
  g_test_add_func ("/text-table/narrow", test_narrow);
  g_test_add_func ("/text-table/long-cells", test_long_cells);
  g_test_add_func ("/text-table/shared-room", test_shared_room);
  g_test_add_func ("/text-table/long-word", test_long_word);
  g_test_add_func ("/text-table/widths", test_widths);

  return g_test_run ();
}
