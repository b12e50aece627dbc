/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-csv-writer.h"

#include "dd-text.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *cell;
} cells[] = {
  { "Sở Tư pháp", "Sở Tư pháp" },
  { "30/6/2024", "30/6/2024" },
  { "a b", "a b" },
  { " a ", " a " },
  { "a'b", "a'b" },

  /* Nothing is a cell, too. */
  { NULL, "\"\"" },
  { "", "\"\"" },

  /* What would end the cell stands in quotes, and quotes are doubled (RFC 4180). */
  { "a,b", "\"a,b\"" },
  { "a;b", "\"a;b\"" },
  { "a\tb", "\"a\tb\"" },
  { "a\nb", "\"a\nb\"" },
  { "a\r\nb", "\"a\r\nb\"" },
  { "\"", "\"\"\"\"" },
  { "a \"b\" c", "\"a \"\"b\"\" c\"" },
  { "\",\"", "\"\"\",\"\"\"" },

  /* What a spreadsheet would run is a text. */
  { "=1+1", "'=1+1" },
  { "+84 24 3804", "'+84 24 3804" },
  { "-5", "'-5" },
  { "- Giao Sở Tư pháp", "'- Giao Sở Tư pháp" },
  { "@SUM(A1)", "'@SUM(A1)" },
  { "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0" },
  { "=HYPERLINK(\"http://x\";\"y\")", "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"" },
  { "=1,2", "\"'=1,2\"" },
  { "\t=1", "\"'\t=1\"" },
  { "\r=1", "\"'\r=1\"" },
  { "\n=1", "\"'\n=1\"" },
  { "＝1+1", "'＝1+1" },
  { "＋1", "'＋1" },
  { "－1", "'－1" },
  { "＠x", "'＠x" },

  /* Inside a text these are harmless. */
  { "1=1", "1=1" },
  { "a-b", "a-b" },
  { "1-KH/TU", "1-KH/TU" },
  { "x@y.vn", "x@y.vn" },
};

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      dd_csv_append_cell (line, cells[i].text);
      g_assert_cmpstr (line->str, ==, cells[i].cell);
    }
}

static void
test_lines (void)
{
  g_autoptr (GString) text = g_string_new (DD_TEXT_BYTE_ORDER_MARK);

  dd_csv_append_cell (text, "a");
  dd_csv_append_cell (text, "b\n");
  dd_csv_append_cell (text, NULL);
  dd_csv_end_line (text);
  dd_csv_append_cell (text, NULL);
  dd_csv_append_cell (text, "c");
  dd_csv_end_line (text);

  /* Behind the mark that tells spreadsheets of UTF-8 there is no empty cell. */
  g_assert_cmpstr (text->str, ==, "\xef\xbb\xbf" "a,\"b\n\",\"\"\r\n\"\",c\r\n");
}

/* Reads one line as RFC 4180 has it. */
static GPtrArray *
read_line (const char *p)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      g_autoptr (GString) cell = g_string_new (NULL);
      gboolean quoted = *p == '"';

      if (quoted)
        p++;
      while (quoted ? *p != '"' || p[1] == '"' : *p != ',' && *p != '\r')
        {
          g_assert_true (*p != '\0');
          p += quoted && *p == '"';
          g_string_append_c (cell, *p++);
        }
      p += quoted;
      g_ptr_array_add (found, g_strdup (cell->str));
      if (*p == '\r')
        {
          g_assert_cmpstr (p, ==, "\r\n");
          return found;
        }
      g_assert_cmpint (*p, ==, ',');
      p++;
    }
}

static char *
make_text (void)
{
  static const char * const pieces[] = {
    "a", "Đ", ",", ";", "\"", "\n", "\r", "\t", "'", "=", "-", "＝", " ", "1",
  };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

/* What is read is what was written, but for the apostrophe before a formula. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) found = NULL;

      for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
        g_ptr_array_add (written, make_text ());
      for (guint j = 0; j < written->len; j++)
        dd_csv_append_cell (line, written->pdata[j]);
      dd_csv_end_line (line);

      found = read_line (line->str);
      g_assert_cmpuint (found->len, ==, written->len);
      for (guint j = 0; j < written->len; j++)
        {
          const char *text = written->pdata[j];
          const char *cell = found->pdata[j];
          gboolean formula = *text != '\0' && (strchr ("=-\t\r\n", *text) != NULL ||
                                               g_str_has_prefix (text, "＝"));

          if (formula)
            g_assert_cmpint (*cell++, ==, '\'');
          g_assert_cmpstr (cell, ==, text);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-writer/cells", test_cells);
  g_test_add_func ("/csv-writer/lines", test_lines);
  g_test_add_func ("/csv-writer/round-trip", test_round_trip);

  return g_test_run ();
}
