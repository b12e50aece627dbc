/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times the reading of documents against one segmentation of the same text into words
 * and sentences by ICU. Prints a JSON object with the milliseconds of both and their ratio,
 * the median of several runs in turn, for each size in megabytes.
 *
 * usage: dd-bench-extract FOLDER RUNS SIZE…
 *
 * The text is what the documents of FOLDER say, over and over. */
#include "config.h"

#include "dd-extract.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#define MEGABYTE (1000 * 1000)

/* Documents have a directive in so many bytes at least. */
#define BYTES_PER_FINDING 1000

static const char letterhead[] =
  "ỦY BAN NHÂN DÂN\nTỈNH BÌNH MINH\nSố: 15/TB-UBND\n"
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBình Minh, ngày 10 tháng 5 năm 2024\n\n"
  "THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh tại phiên họp tháng 5\n\n"
  "Chủ tịch UBND tỉnh Trần Quốc Bảo kết luận như sau:\n";

/* Milliseconds of the processor: nothing here waits for anything. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
get_median (double *values,
            guint   n)
{
  qsort (values, n, sizeof *values, compare_doubles);

  return values[n / 2];
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/* Whether a line is one of the document's own words: one document has one letterhead,
 * and nothing is read behind its end. */
static gboolean
is_body (const char *line)
{
  static const char * const others[] = { "    ", "Nơi nhận", "Kính gửi", "- Như ", "- Lưu", "Số:" };
  g_autofree char *upper = g_utf8_strup (line, -1);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strstr (line, others[i]) != NULL)
      return FALSE;

  return *line != '\0' && strcmp (line, upper) != 0;
}

/* The headings, paragraphs and items of all documents. */
static GString *
load_lines (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *lines = g_string_new (NULL);
  const char *name;

  if (dir == NULL)
    g_error ("%s: no such folder", folder);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) parts = NULL;

      if (!g_file_get_contents (g_ptr_array_index (names, i), &text, NULL, NULL))
        g_error ("%s cannot be read", (char *) g_ptr_array_index (names, i));
      parts = g_strsplit (text, "\n", -1);
      for (guint j = 0; parts[j] != NULL; j++)
        if (is_body (parts[j]))
          g_string_append_printf (lines, "%s\n", parts[j]);
    }

  return lines;
}

static char *
repeat (const GString *lines,
        gsize          size)
{
  GString *text = g_string_new (letterhead);

  while (text->len < size)
    g_string_append_len (text, lines->str, (gssize) lines->len);

  return g_string_free (text, FALSE);
}

static double
time_reading (const char             *text,
              const DdUnitDictionary *units)
{
  const double began = now ();
  DdReading *reading = dd_extract_read (text, units, DD_DAY_NONE);
  const double took = now () - began;

  /* not a document that ended with its first page */
  if (reading->findings->len < strlen (text) / BYTES_PER_FINDING)
    g_error ("%u directives only", reading->findings->len);
  dd_reading_free (reading);

  return took;
}

static guint
segment (const UChar       *chars,
         int32_t            n_chars,
         UBreakIteratorType type)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open (type, "vi", chars, n_chars, &status);
  guint n = 0;

  if (U_FAILURE (status))
    g_error ("ICU: %s", u_errorName (status));
  while (ubrk_next (iterator) != UBRK_DONE)
    n++;
  ubrk_close (iterator);

  return n;
}

static double
time_segmenting (const char *text)
{
  const double began = now ();
  const gsize length = strlen (text);
  g_autofree UChar *chars = g_new (UChar, length + 1);
  UErrorCode status = U_ZERO_ERROR;
  int32_t n_chars = 0;
  guint n;

  u_strFromUTF8 (chars, (int32_t) length + 1, &n_chars, text, (int32_t) length, &status);
  n = segment (chars, n_chars, UBRK_WORD) + segment (chars, n_chars, UBRK_SENTENCE);
  if (U_FAILURE (status) || n == 0)
    g_error ("Nothing was segmented");

  return now () - began;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (DdUnitDictionary) units = NULL;
  g_autoptr (GString) lines = NULL;
  g_autofree double *ours = NULL;
  g_autofree double *floor = NULL;
  guint n_runs;

  if (argc < 4)
    {
      fprintf (stderr, "usage: dd-bench-extract FOLDER RUNS SIZE…\n");
      return 2;
    }
  units = dd_unit_dictionary_new_with_known ();
  lines = load_lines (argv[1]);
  n_runs = (guint) MAX (atoi (argv[2]), 1);
  ours = g_new (double, n_runs);
  floor = g_new (double, n_runs);

  printf ("{");
  for (int i = 3; i < argc; i++)
    {
      g_autofree char *text = repeat (lines, (gsize) (atof (argv[i]) * MEGABYTE));
      double ours_median, floor_median;

      for (guint run = 0; run < n_runs; run++)
        {
          floor[run] = time_segmenting (text);
          ours[run] = time_reading (text, units);
        }
      ours_median = get_median (ours, n_runs);
      floor_median = get_median (floor, n_runs);
      printf ("%s\"%s\": {\"ours\": %.1f, \"floor\": %.1f, \"ratio\": %.2f}", i > 3 ? ", " : "",
              argv[i], ours_median, floor_median, ours_median / floor_median);
    }
  printf ("}\n");

  return 0;
}
