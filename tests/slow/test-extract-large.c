/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that no office writes: huge, of one line, of one word, nested without
 * end. Reading takes time as the text grows and no more; a test that has become
 * quadratic does not end before the harness stops it. */

#include "dd-extract.h"
#include "dd-reading-check.h"

#include <string.h>

#define MEGABYTE (1000 * 1000)

static DdUnitDictionary *units;

/* What is repeated, and how often. */
typedef struct
{
  const char *name;
  const char *piece;
  gsize       size;
} Case;

static const Case cases[] = {
  { "one-line", "rà soát thủ tục hành chính ", 50 * MEGABYTE },
  { "heads", "Giao Sở ", 10 * MEGABYTE },
  { "assignments", "Giao Sở Tư pháp ", 10 * MEGABYTE },
  { "agencies", "Sở Nội vụ, ", 4 * MEGABYTE },
  { "agencies-of", "Giao Giám đốc Sở thuộc ", 4 * MEGABYTE },
  { "groups", "Giao các sở, ", 4 * MEGABYTE },
  { "posts", "Giao Giám đốc ", 4 * MEGABYTE },
  { "capitals", "Sở Nội ", 4 * MEGABYTE },
  { "upper-case", "GIAO SỞ ", 4 * MEGABYTE },
  { "open", "Giao Sở Nội vụ (", 4 * MEGABYTE },
  { "quotes", "\"Giao Sở ", 4 * MEGABYTE },
  { "clauses", "rà soát; ", 4 * MEGABYTE },
  { "deadlines", "trước ngày 30/6/2024, ", 4 * MEGABYTE },
  { "documents", "Quyết định số 12/2024/QĐ-UBND, ", 4 * MEGABYTE },
  { "percents", "đạt ít nhất 50% hồ sơ, ", 4 * MEGABYTE },
  { "numbers", "1.", 4 * MEGABYTE },
  { "points", ". ", 4 * MEGABYTE },
  { "digits", "1", 4 * MEGABYTE },
  { "letters", "a", 4 * MEGABYTE },
  { "marks", "\xCC\x81", 4 * MEGABYTE },
  { "hidden", "\xE2\x80\xAE", 4 * MEGABYTE },
  { "blank-lines", "\n", 4 * MEGABYTE },
  { "short-lines", "a\n", 4 * MEGABYTE },
  { "items", "- Giao Sở Tư pháp rà soát\n", 4 * MEGABYTE },
  { "lettered", "a) ", 2 * MEGABYTE },
  { "labels", "Thời gian: ", 4 * MEGABYTE },
  { "label-lines", "Thời gian: \n", 4 * MEGABYTE },
  { "lead-lines", "Chủ trì: Sở Tư pháp\n", 4 * MEGABYTE },
  { "headings", "II. NHIỆM VỤ\n", 4 * MEGABYTE },
  { "colons", "Giao Sở Tư pháp:\n", 4 * MEGABYTE },
  { "cells", "| Sở Tư pháp | rà soát | quý I/2024 |\n", 4 * MEGABYTE },
  { "table", "TT\tNội dung\tChủ trì\tThời gian\n", 4 * MEGABYTE },
  { "footnotes", "từ1\n\n1 Các quy định\n", 4 * MEGABYTE },
  { "addressees", "Kính gửi: Sở Tư pháp;\n", 4 * MEGABYTE },
  { "recipients", "Nơi nhận:\n- Như trên;\n", 4 * MEGABYTE },
  { "subjects", "Các cơ quan, đơn vị cần rà soát, báo cáo Sở Nội vụ. ", 4 * MEGABYTE },
};

static char *
repeat (const char *piece,
        gsize       size)
{
  GString *text = g_string_sized_new (size + strlen (piece));

  while (text->len < size)
    g_string_append (text, piece);

  return g_string_free (text, FALSE);
}

/* How many directives a text has. */
static guint
read_text (const char *text)
{
  g_autoptr (DdReading) reading = dd_extract_read (text, units, dd_day_new (2024, 5, 10));

  dd_reading_check (reading, text);

  return reading->findings->len;
}

static void
test_repeated (gconstpointer data)
{
  const Case *repeated = data;
  g_autofree char *text = repeat (repeated->piece, repeated->size);
  g_autoptr (GTimer) timer = g_timer_new ();
  const guint n = read_text (text);

  g_test_message ("%s: %.2f s, %u directives", repeated->name, g_timer_elapsed (timer, NULL), n);
}

/* Items in items in items: each deeper than the one before. */
static void
test_nested (void)
{
  static const char * const ladder[] = {
    "I.", "1.", "1.1.", "1.1.1.", "1)", "(1)", "a)", "-", "+", "•", "Điều 1.", "A.",
  };
  const guint depth = 10000;
  g_autoptr (GString) ladders = g_string_new (NULL);
  g_autoptr (GString) decimals = g_string_new (NULL);
  g_autoptr (GString) indents = g_string_new (NULL);
  g_autofree char *open = repeat ("(", depth);
  g_autofree char *close = repeat (")", depth);
  g_autofree char *parentheses = g_strconcat ("Giao Sở Tư pháp ", open, close, " rà soát.", NULL);
  g_autofree char *quotes = repeat ("\"Giao Sở Tư pháp rà soát ", depth * 20);

  for (guint i = 0; i < depth; i++)
    {
      g_string_append_printf (ladders, "%s Giao Sở Tư pháp:\n", ladder[i % G_N_ELEMENTS (ladder)]);
      g_string_append_printf (indents, "%*s- Giao Sở Tư pháp:\n", (int) (i / 10), "");
    }
  for (guint i = 1; i < 1500; i++)
    {
      for (guint j = 0; j < i; j++)
        g_string_append (decimals, "1.");
      g_string_append (decimals, " Giao Sở Tư pháp rà soát.\n");
    }

  read_text (ladders->str);
  read_text (indents->str);
  read_text (decimals->str);
  read_text (parentheses);
  read_text (quotes);
}

/* The sentences of the fixture texts, over and over: what is found grows with the
 * text, and nothing at the end of a long one is passed over. */
static char *
load_sentences (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "texts", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GString *sentences = g_string_new (NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      if (!g_str_has_suffix (name, ".txt"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      lines = g_strsplit (text, "\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        if (strlen (lines[i]) > 60 && g_str_has_suffix (lines[i], ".") &&
            strstr (lines[i], "Nơi nhận") == NULL)
          g_string_append_printf (sentences, "%s\n", lines[i]);
    }

  return g_string_free (sentences, FALSE);
}

static void
test_real (void)
{
  g_autofree char *sentences = load_sentences ();
  guint n_before = 0;

  for (gsize size = MEGABYTE; size <= 8 * MEGABYTE; size *= 2)
    {
      g_autofree char *text = repeat (sentences, size);
      g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
      g_autoptr (GTimer) timer = g_timer_new ();
      const guint n = read_text (text);

      g_test_message ("%d MB: %.2f s, %u directives", (int) (size / MEGABYTE),
                      g_timer_elapsed (timer, NULL), n);
      g_assert_cmpuint (read_text (decomposed), ==, n);
      if (n_before > 0)
        {
          g_assert_cmpuint (n, >=, n_before * 19 / 10);
          g_assert_cmpuint (n, <=, n_before * 21 / 10);
        }
      n_before = n;
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  units = dd_unit_dictionary_new_with_known ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/large/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_repeated);
    }
  g_test_add_func ("/extract/large/nested", test_nested);
  g_test_add_func ("/extract/large/real", test_real);

  status = g_test_run ();
  dd_unit_dictionary_free (units);

  return status;
}
