/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole documents: each of fixtures/texts/ is read as its .gold file says, however
 * the text was saved; and the documents of a corpus, if there is one. */

#include "dd-citation.h"
#include "dd-directive.h"
#include "dd-document.h"
#include "dd-extract.h"
#include "dd-meeting.h"
#include "dd-reading-check.h"
#include "dd-target.h"

#include <string.h>

/* How a text may have been saved. */
typedef enum
{
  VARIANT_PLAIN,
  VARIANT_DECOMPOSED,
  VARIANT_DOS,                  /* a byte order mark, and CRLF */
  VARIANT_NO_BREAK,             /* spaces that do not break */
  VARIANT_HIDDEN,               /* signs for the direction of writing */
} Variant;

static const char * const variants[] = {
  "plain", "decomposed", "DOS", "no-break spaces", "hidden signs",
};

static DdUnitDictionary *units;

static char *
get_folder (void)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", "texts", NULL);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/* The files of a folder with an ending, in order. */
static GPtrArray *
list_files (const char *folder,
            const char *ending)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ending))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);

  return paths;
}

static char *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* A mark in front of every "n" inside a word, where it is seen by nobody. */
static char *
hide_marks (const char *text)
{
  GString *marked = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == 'n' && p > text && (g_ascii_isalpha (p[-1]) || (guchar) p[-1] >= 0x80))
        g_string_append (marked, "\xE2\x80\x8E\xC2\xAD");
      g_string_append_c (marked, *p);
    }

  return g_string_free (marked, FALSE);
}

static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

/* @whole: not only a piece of a text */
static char *
save_as (const char *text,
         Variant     variant,
         gboolean    whole)
{
  g_autofree char *lines = NULL;

  switch (variant)
    {
    case VARIANT_DECOMPOSED:
      return g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
    case VARIANT_DOS:
      lines = replace (text, "\n", "\r\n");
      return g_strconcat (whole ? "\xEF\xBB\xBF" : "", lines, NULL);
    case VARIANT_NO_BREAK:
      return replace (text, " ", "\xC2\xA0");
    case VARIANT_HIDDEN:
      return hide_marks (text);
    case VARIANT_PLAIN:
    default:
      return g_strdup (text);
    }
}

/* All faults of a document are told, not only the first. */
static void G_GNUC_PRINTF (1, 2)
tell_fault (const char *format,
            ...)
{
  g_autofree char *fault = NULL;
  va_list args;

  va_start (args, format);
  fault = g_strdup_vprintf (format, args);
  va_end (args);

  g_test_message ("%s", fault);
  g_test_fail ();
}

static guint
get_number (const DdFinding *finding,
            guint            field)
{
  return (guint) dd_row_get_number (finding->directive, field);
}

/* A choice as files say it. */
static const char *
get_choice (const DdRow *row,
            guint        field)
{
  const DdField *f = &dd_row_get_type (row)->fields[field];

  return f->choices[dd_row_get_choice (row, field)].code;
}

static char *
print_targets (const DdFinding *finding)
{
  static const char * const signs[DD_N_OPERATOR_CHOICES] = {
    [DD_OPERATOR_GE] = ">=", [DD_OPERATOR_GT] = ">", [DD_OPERATOR_EQ] = "=",
    [DD_OPERATOR_LE] = "<=", [DD_OPERATOR_LT] = "<",
  };
  GString *targets = g_string_new (NULL);

  for (guint i = 0; i < finding->targets->len; i++)
    {
      const DdRow *row = g_ptr_array_index (finding->targets, i);

      g_string_append_printf (targets, "%s%s;%g;%s", i > 0 ? "|" : "",
                              signs[dd_row_get_choice (row, DD_TARGET_OPERATOR)],
                              dd_row_get_real (row, DD_TARGET_VALUE),
                              dd_row_get_text (row, DD_TARGET_UNIT));
    }

  return g_string_free (targets, FALSE);
}

/* What a .gold file says under a key; "" if it has no such key. */
static char *
get_gold (GKeyFile   *gold,
          const char *group,
          const char *key)
{
  char *value = g_key_file_get_value (gold, group, key, NULL);

  return value != NULL ? value : g_strdup ("");
}

static void
compare (const char *place,
         GKeyFile   *gold,
         const char *group,
         const char *key,
         const char *found)
{
  g_autofree char *wanted = get_gold (gold, group, key);

  if (g_strcmp0 (wanted, found != NULL ? found : "") != 0)
    tell_fault ("%s [%s] %s: %s instead of %s", place, group, key, found, wanted);
}

/* Names of units, whose first letter is as the sentence has it. */
static void
compare_names (const char  *place,
               GKeyFile    *gold,
               const char  *group,
               const char  *key,
               const DdRow *directive,
               guint        field)
{
  g_autofree char *wanted = get_gold (gold, group, key);
  g_auto (GStrv) names = dd_row_get_list (directive, field);
  g_autofree char *found = g_strjoinv ("|", names);
  g_autofree char *low_wanted = g_utf8_strdown (wanted, -1);
  g_autofree char *low_found = g_utf8_strdown (found, -1);

  if (strcmp (low_wanted, low_found) != 0)
    tell_fault ("%s [%s] %s: %s instead of %s", place, group, key, found, wanted);
}

/* As compare(), where the key is left out for @usual. */
static void
compare_choice (const char  *place,
                GKeyFile    *gold,
                const char  *group,
                const char  *key,
                const char  *usual,
                const DdRow *row,
                guint        field)
{
  const char *found = get_choice (row, field);

  if (g_key_file_has_key (gold, group, key, NULL) || strcmp (found, usual) != 0)
    compare (place, gold, group, key, found);
}

static void
compare_day (const char  *place,
             GKeyFile    *gold,
             const char  *group,
             const char  *key,
             const DdRow *row,
             guint        field)
{
  const DdDay day = dd_row_get_day (row, field);
  g_autofree char *found = day != DD_DAY_NONE ? dd_day_to_iso (day) : NULL;

  compare (place, gold, group, key, found);
}

static void
compare_finding (const char      *place,
                 GKeyFile        *gold,
                 const char      *group,
                 const DdFinding *finding)
{
  const DdRow *row = finding->directive;
  const gint64 day = dd_row_get_number (row, DD_DIRECTIVE_RECURRENCE_DAY);
  g_autofree char *open = get_gold (gold, group, "open");
  g_autofree char *targets = print_targets (finding);
  g_autofree char *citations = g_strjoinv ("|", finding->citations);
  g_autofree char *recurrence_day = day != 0 ? g_strdup_printf ("%d", (int) day) : NULL;
  const gint64 month = dd_row_get_number (row, DD_DIRECTIVE_RECURRENCE_MONTH);
  g_autofree char *recurrence_month = month != 0 ? g_strdup_printf ("%d", (int) month) : NULL;

  /* what is not read rightly yet is told in the file */
  if (strcmp (open, "lead") != 0)
    compare_names (place, gold, group, "lead", row, DD_DIRECTIVE_LEAD);
  compare_names (place, gold, group, "coordinating", row, DD_DIRECTIVE_COORDINATING);
  compare_names (place, gold, group, "report", row, DD_DIRECTIVE_REPORT_TO);
  compare_choice (place, gold, group, "kind", "task", row, DD_DIRECTIVE_KIND);
  compare_day (place, gold, group, "deadline", row, DD_DIRECTIVE_DEADLINE);
  compare_choice (place, gold, group, "deadline_kind", "none", row, DD_DIRECTIVE_DEADLINE_KIND);
  compare_choice (place, gold, group, "recurrence", "none", row, DD_DIRECTIVE_RECURRENCE);
  compare (place, gold, group, "recurrence_day", recurrence_day);
  if (g_key_file_has_key (gold, group, "recurrence_month", NULL))
    compare (place, gold, group, "recurrence_month", recurrence_month);
  if (g_key_file_has_key (gold, group, "product", NULL))
    compare (place, gold, group, "product", dd_row_get_text (row, DD_DIRECTIVE_PRODUCT));
  compare (place, gold, group, "targets", targets);
  compare (place, gold, group, "citations", citations);
}

/* Where a directive stands: from where its first words begin to where its last
 * words end. */
static DdSpan
find_place (const char *place,
            const char *text,
            guint       from,
            GKeyFile   *gold,
            const char *group,
            Variant     variant)
{
  g_autofree char *begin_words = get_gold (gold, group, "begin");
  g_autofree char *end_words = get_gold (gold, group, "end");
  g_autofree char *begin = save_as (begin_words, variant, FALSE);
  g_autofree char *end = save_as (end_words, variant, FALSE);
  const char *start = strstr (g_utf8_offset_to_pointer (text, from), begin);
  const char *last = start != NULL ? strstr (start, end) : NULL;

  if (last == NULL)
    g_error ("%s [%s]: no such words: %s … %s", place, group, begin_words, end_words);

  return (DdSpan) { (guint) g_utf8_pointer_to_offset (text, start),
                    (guint) g_utf8_pointer_to_offset (text, last + strlen (end)) };
}

static void
compare_findings (const char      *place,
                  const char      *text,
                  GKeyFile        *gold,
                  const DdReading *reading,
                  Variant          variant)
{
  g_auto (GStrv) groups = g_key_file_get_groups (gold, NULL);
  guint n_found = 0;
  guint from = 0;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      const DdFinding *finding;
      DdSpan span;

      if (strcmp (groups[i], "document") == 0)
        continue;
      span = find_place (place, text, from, gold, groups[i], variant);
      from = span.start + 1;
      if (n_found >= reading->findings->len)
        {
          tell_fault ("%s [%s] is not found", place, groups[i]);
          return;
        }
      finding = g_ptr_array_index (reading->findings, n_found);
      if (get_number (finding, DD_DIRECTIVE_SPAN_START) != span.start ||
          get_number (finding, DD_DIRECTIVE_SPAN_END) != span.end)
        {
          tell_fault ("%s [%s] is at %u to %u, and this was found: %s", place, groups[i],
                      span.start, span.end,
                      dd_row_get_text (finding->directive, DD_DIRECTIVE_QUOTE));
          return;
        }
      compare_finding (place, gold, groups[i], finding);
      n_found++;
    }
  if (n_found < reading->findings->len)
    {
      const DdFinding *finding = g_ptr_array_index (reading->findings, n_found);

      tell_fault ("%s: none is here: %s", place,
                  dd_row_get_text (finding->directive, DD_DIRECTIVE_QUOTE));
    }
}

/* What a text says of itself; only what the file has a key for. */
static void
compare_facts (const char      *place,
               GKeyFile        *gold,
               const DdReading *reading)
{
  static const struct
  {
    const char *key;
    gboolean    meeting;
    guint       field;
  } texts[] = {
    { "number", FALSE, DD_DOCUMENT_NUMBER },
    { "type", FALSE, DD_DOCUMENT_TYPE },
    { "issuer", FALSE, DD_DOCUMENT_ISSUER },
    { "signer", FALSE, DD_DOCUMENT_SIGNER },
    { "subject", FALSE, DD_DOCUMENT_SUBJECT },
    { "chair", TRUE, DD_MEETING_CHAIR },
    { "chair_post", TRUE, DD_MEETING_CHAIR_POST },
    { "title", TRUE, DD_MEETING_TITLE },
    { "place", TRUE, DD_MEETING_PLACE },
  };
  g_autofree char *citations = g_strjoinv ("|", reading->citations);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_key_file_has_key (gold, "document", texts[i].key, NULL))
      compare (place, gold, "document", texts[i].key,
               dd_row_get_text (texts[i].meeting ? reading->meeting : reading->document,
                                texts[i].field));
  if (g_key_file_has_key (gold, "document", "date", NULL))
    compare_day (place, gold, "document", "date", reading->document, DD_DOCUMENT_DAY);
  if (g_key_file_has_key (gold, "document", "event_date", NULL))
    compare_day (place, gold, "document", "event_date", reading->meeting, DD_MEETING_DAY);
  if (g_key_file_has_key (gold, "document", "format", NULL))
    compare_choice (place, gold, "document", "format", "", reading->meeting, DD_MEETING_FORMAT);
  if (g_key_file_has_key (gold, "document", "references", NULL))
    compare (place, gold, "document", "references", citations);
}

static void
check_document (const char *path,
                Variant     variant)
{
  g_autoptr (GKeyFile) gold = g_key_file_new ();
  g_autoptr (GString) text_path = g_string_new_len (path, (gssize) strlen (path) - 5);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *place = g_strdup_printf ("%s (%s)", name, variants[variant]);
  g_autofree char *given = NULL;
  g_autofree char *text = NULL;
  g_autofree char *reference = NULL;
  g_autoptr (DdReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  DdDay day = DD_DAY_NONE;

  g_key_file_load_from_file (gold, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  given = load (g_string_append (text_path, ".txt")->str);
  text = save_as (given, variant, TRUE);
  reference = g_key_file_get_value (gold, "document", "reference_date", NULL);
  if (reference != NULL)
    day = dd_day_from_iso (reference);

  reading = dd_extract_read (text, units, day);
  dd_reading_check (reading, text);
  compare_facts (place, gold, reading);
  compare_findings (place, text, gold, reading, variant);
}

static void
test_documents (gconstpointer data)
{
  const Variant variant = GPOINTER_TO_UINT (data);
  g_autofree char *folder = get_folder ();
  g_autoptr (GPtrArray) paths = list_files (folder, ".gold");

  g_assert_cmpuint (paths->len, >, 0);
  for (guint i = 0; i < paths->len; i++)
    check_document (g_ptr_array_index (paths, i), variant);
}

/* The same text is always read alike, whatever was read before. */
static void
test_again (void)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *path = g_build_filename (folder, "notice-two-levels.txt", NULL);
  g_autofree char *text = load (path);
  g_autoptr (DdReading) first = dd_extract_read (text, units, DD_DAY_NONE);
  g_autoptr (DdReading) second = dd_extract_read (text, units, DD_DAY_NONE);

  g_assert_cmpuint (first->findings->len, ==, second->findings->len);
  for (guint i = 0; i < first->findings->len; i++)
    {
      const DdFinding *a = g_ptr_array_index (first->findings, i);
      const DdFinding *b = g_ptr_array_index (second->findings, i);

      for (guint j = 0; j < dd_row_get_type (a->directive)->n_fields; j++)
        g_assert_true (dd_row_field_equal (a->directive, b->directive, j));
    }
}

/* Texts with nothing in them. */
static void
test_nothing (void)
{
  static const char * const texts[] = {
    "", " ", "\n\n", "\xEF\xBB\xBF", ".", "1.", "a)", "- ", "Số:", "(", ")", "\"", "Giao",
    "Giao Sở", "Kính gửi:", "Nơi nhận:", "trước ngày", "100%", "12/2024/NĐ-", "\xCC\x81", "日本語",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DdReading) reading = dd_extract_read (texts[i], units, dd_day_new (2024, 5, 10));

      dd_reading_check (reading, texts[i]);
      if (reading->findings->len != 0)
        g_error ("%s is no directive", texts[i]);
    }
}

/* Texts in a folder that DD_CORPUS names: how they should be read is measured
 * elsewhere, here they must only go through. */
static void
test_corpus (gconstpointer data)
{
  g_autoptr (GPtrArray) paths = list_files (data, ".txt");

  g_assert_cmpuint (paths->len, >, 0);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *text = load (g_ptr_array_index (paths, i));
      g_autoptr (DdReading) reading = dd_extract_read (text, units, DD_DAY_NONE);

      dd_reading_check (reading, text);
    }
}

int
main (int   argc,
      char *argv[])
{
  const char *corpus = g_getenv ("DD_CORPUS");
  int status;

  g_test_init (&argc, &argv, NULL);
  units = dd_unit_dictionary_new_with_known ();

  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autofree char *name = g_strdup_printf ("/extract/document/%s", variants[i]);

      g_test_add_data_func (g_strdelimit (name, " ", '-'), GUINT_TO_POINTER (i), test_documents);
    }
  g_test_add_func ("/extract/document/again", test_again);
  g_test_add_func ("/extract/document/nothing", test_nothing);
  if (corpus != NULL)
    g_test_add_data_func ("/extract/document/corpus", corpus, test_corpus);

  status = g_test_run ();
  dd_unit_dictionary_free (units);

  return status;
}
