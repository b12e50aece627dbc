/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as they come from spreadsheets, files and pages. */
#include "dd-exchange-error.h"
#include "dd-table-text.h"

#include <string.h>

/* Rows are divided by "⏎", cells by "|", lines in a cell by "/". */
static char *
to_text (const DdTableText *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dd_table_text_get_n_rows (table); i++)
    {
      if (i > 0)
        g_string_append (text, "⏎");
      for (guint j = 0; j < dd_table_text_get_n_columns (table); j++)
        {
          g_autofree char *cell = g_strdelimit (g_strdup (dd_table_text_get_cell (table, i, j)),
                                                "\n", '/');

          if (j > 0)
            g_string_append_c (text, '|');
          g_string_append (text, cell);
        }
    }

  return g_string_free (text, FALSE);
}

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *table;
  } cases[] = {
    { "a\tb\r\nc\td\r\n", "a|b⏎c|d" },
    /* A cell with line breaks, and quotes doubled in it. */
    { "1\t\"Rà soát\nđất đai\"\tSở A\n", "1|Rà soát/đất đai|Sở A" },
    { "1\t\"Đề án \"\"số hóa\"\"\r\nnăm 2024\"\n", "1|Đề án \"số hóa\"/năm 2024" },
    /* Quotes that are words of the cell. */
    { "\"Một cửa\" điện tử\tSở A\n", "\"Một cửa\" điện tử|Sở A" },
    { "\"chưa đóng\tSở A\n", "\"chưa đóng|Sở A" },
    /* Files: with either mark, with a byte order mark, with commas in names. */
    { "\xEF\xBB\xBFTT;Nội dung;Cơ quan\n1;Rà soát, công khai;Sở Văn hóa, Thể thao và Du lịch\n",
      "TT|Nội dung|Cơ quan⏎1|Rà soát, công khai|Sở Văn hóa, Thể thao và Du lịch" },
    { "TT,Nội dung\n1,\"Rà soát, công khai\"\n", "TT|Nội dung⏎1|Rà soát, công khai" },
    /* Formulas are letters. */
    { "=1+1\t=HYPERLINK(\"x\")\n", "=1+1|=HYPERLINK(\"x\")" },
    /* Rows of different lengths, and empty ones at the end. */
    { "a\tb\tc\t\t\nd\n\t\t\n\n", "a|b|c⏎d||" },
    { "a\r\rb\tc", "a|⏎|⏎b|c" },
    { "chỉ một dòng", "chỉ một dòng" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdTableText) table = dd_table_text_parse (cases[i].text, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = to_text (table);
      g_assert_cmpstr (text, ==, cases[i].table);
    }
}

static void
test_html (void)
{
  static const struct
  {
    const char *html;
    const char *table;
  } cases[] = {
    { "<table><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>", "a|b⏎c|d" },
    /* A merged cell says the same in each row; one over columns speaks in the first. */
    { "<table><tr><td>1</td><td rowspan=2>Sở A</td></tr><tr><td>2</td></tr>"
      "<tr><td colspan=2>II. Đất đai</td></tr></table>",
      "1|Sở A⏎2|Sở A⏎II. Đất đai|" },
    { "<table><tr><td><p>Rà soát</p><p>đất\n   đai<br>2024</p></td><td>x</td></tr></table>",
      "Rà soát/đất đai/2024|x" },
    /* The page is laid out by a table around it, and there are styles in cells. */
    { "<p>a</p><table><tr><td>menu</td></tr></table><table><tr><td>1<style>p{}</style></td>"
      "<td>2</td></tr><tr><td>3</td><td><table><tr><td>4</td></tr></table></td></tr></table>",
      "1|2⏎3|4" },
    { "<!--StartFragment--><table><tr><td>45473</td><td>&lt;b&gt;&amp;</td></tr></table>",
      "45473|<b>&" },
    { "<table><tr><td>a</td><td rowspan=99999999 colspan=99999999>b</td></tr></table>", "a|b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdTableText) table = dd_table_text_parse_html (cases[i].html,
                                                                strlen (cases[i].html), &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = to_text (table);
      g_assert_cmpstr (text, ==, cases[i].table);
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) html = g_string_new ("<table><tr><td>a</td><td>");
  g_autoptr (GError) error = NULL;
  g_autoptr (DdTableText) table = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (html, "<span><table><tr><td>");
  table = dd_table_text_parse_html (html->str, html->len, &error);
  g_assert_true (table != NULL || error != NULL);
}

/* A cell that is merged over many rows makes much of little, and a million elements that are
 * open are gone through for each that ends. */
static void
test_much_of_little (void)
{
  g_autofree char *words = g_strnfill (1000 * 1000, 'x');
  g_autoptr (GString) html = g_string_new ("<table><tr><td>a<td rowspan=10000>");
  g_autoptr (GError) error = NULL;
  g_autoptr (DdTableText) table = NULL;

  g_string_append (html, words);
  for (guint i = 0; i < 9000; i++)
    g_string_append (html, "<tr><td>a");
  g_assert_null (dd_table_text_parse_html (html->str, html->len, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE);
  g_clear_error (&error);

  g_string_assign (html, "<table><tr><td>a<td>b</table>");
  for (guint i = 0; i < 1000 * 1000; i++)
    g_string_append (html, "<b>");
  for (guint i = 0; i < 1000 * 1000; i++)
    g_string_append (html, "</i>");
  table = dd_table_text_parse_html (html->str, html->len, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dd_table_text_get_cell (table, 0, 1), ==, "b");
}

static void
test_refused (void)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *wide = g_strnfill (DD_TABLE_TEXT_MAX_COLUMNS + 1, '\t');
  g_autofree char *row = g_strconcat (wide, "x", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= DD_TABLE_TEXT_MAX_ROWS; i++)
    g_string_append (many, "a\tb\n");
  g_assert_null (dd_table_text_parse (many->str, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (dd_table_text_parse (row, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (dd_table_text_parse (" \t\n\n", &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_NO_TEXT);
  g_clear_error (&error);
  g_assert_null (dd_table_text_parse_html ("<p>no table</p>", 15, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_NO_TEXT);
}

static void
test_read (void)
{
  static const guint8 sixteen[] = { 0xFF, 0xFE, 'a', 0, '\t', 0, 0xC5, 0x1E, '\n', 0 };
  g_autoptr (GBytes) text = g_bytes_new_static (sixteen, sizeof sixteen);
  g_autoptr (GBytes) binary = g_bytes_new_static ("PK\3\4\0\0", 6);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdTableText) table = dd_table_text_read (text, "bảng.txt", &error);

  /* "Unicode text" of spreadsheets, and a file of another kind by the wrong name. */
  g_assert_no_error (error);
  g_assert_cmpstr (dd_table_text_get_cell (table, 0, 1), ==, "ễ");
  g_assert_null (dd_table_text_read (binary, "bảng.csv", &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-text/text", test_text);
  g_test_add_func ("/table-text/html", test_html);
  g_test_add_func ("/table-text/deep", test_deep);
  g_test_add_func ("/table-text/much-of-little", test_much_of_little);
  g_test_add_func ("/table-text/refused", test_refused);
  g_test_add_func ("/table-text/read", test_read);

  return g_test_run ();
}
