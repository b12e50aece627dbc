/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences as officials write them, each with what a person reads in it; they stand
 * in fixtures/sentences/, whose README.md tells their form. */

#include "dd-directive.h"
#include "dd-extract.h"
#include "dd-target.h"

#include <string.h>

/* Where a sentence stands; %s is the sentence. */
typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  guint       n_besides;        /* directives that the rest of the text has */
} Place;

#define LETTERHEAD(number)                                                        \
  "ỦY BAN NHÂN DÂN\nTỈNH BÌNH MINH\nSố: " number "\n"                             \
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"                                          \
  "Độc lập - Tự do - Hạnh phúc\nBình Minh, ngày 15 tháng 9 năm 2025\n\n"

static const Place places[] = {
  { "item",
    LETTERHEAD ("231/TB-UBND")
    "THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh tại phiên họp tháng 9\n\n"
    "Chủ tịch UBND tỉnh Trần Quốc Bảo kết luận như sau:\n1. ", "\n", 0 },
  { "letter",
    LETTERHEAD ("912/UBND-KSTT")
    "Kính gửi: Các sở, ban, ngành tỉnh.\n\n", "\n", 0 },
  { "minutes",
    LETTERHEAD ("18/BB-UBND")
    "BIÊN BẢN\nHọp Tổ công tác cải cách thủ tục hành chính\n\n"
    "I. Thành phần\n- Chủ trì: Đồng chí Trần Quốc Bảo, Chủ tịch UBND tỉnh.\n"
    "II. Nội dung\n1. ",
    "\n2. Phòng Kinh tế đề nghị bổ sung máy tính.\n"
    "III. Kết luận của chủ trì\n- Giao Sở Nội vụ tổng hợp.\n", 1 },
  { "news",
    "Đẩy mạnh cải cách thủ tục hành chính\n\n"
    "Sáng 15/9, Chủ tịch UBND tỉnh Trần Quốc Bảo chủ trì hội nghị cải cách hành chính.\n\n"
    "Kết luận hội nghị, Chủ tịch UBND tỉnh Trần Quốc Bảo yêu cầu các sở rà soát thủ tục.\n\n",
    "\n", 1 },
  { "line", "", "", 0 },
};

static DdUnitDictionary *units;

static char *
join (const DdRow *directive,
      guint        field)
{
  g_auto (GStrv) names = dd_row_get_list (directive, field);

  return g_strjoinv (" | ", names);
}

static char *
join_targets (const DdFinding *finding)
{
  static const char * const signs[DD_N_OPERATOR_CHOICES] = {
    [DD_OPERATOR_GE] = ">=", [DD_OPERATOR_GT] = ">", [DD_OPERATOR_EQ] = "=",
    [DD_OPERATOR_LE] = "<=", [DD_OPERATOR_LT] = "<",
  };
  GString *targets = g_string_new (NULL);

  for (guint i = 0; i < finding->targets->len; i++)
    {
      const DdRow *row = g_ptr_array_index (finding->targets, i);

      g_string_append_printf (targets, "%s%s %g %s", i > 0 ? " | " : "",
                              signs[dd_row_get_choice (row, DD_TARGET_OPERATOR)],
                              dd_row_get_real (row, DD_TARGET_VALUE),
                              dd_row_get_text (row, DD_TARGET_UNIT));
    }

  return g_string_free (targets, FALSE);
}

/* What was found under a key of the file. */
static char *
get_found (const DdFinding *finding,
           const char      *key)
{
  static const struct
  {
    const char *key;
    guint       field;
  } codes[] = {
    { "deadline", DD_DIRECTIVE_DEADLINE },
    { "form", DD_DIRECTIVE_DEADLINE_KIND },
    { "recurrence", DD_DIRECTIVE_RECURRENCE },
    { "day", DD_DIRECTIVE_RECURRENCE_DAY },
    { "month", DD_DIRECTIVE_RECURRENCE_MONTH },
    { "kind", DD_DIRECTIVE_KIND },
    { "product", DD_DIRECTIVE_PRODUCT },
  };

  if (strcmp (key, "lead") == 0)
    return join (finding->directive, DD_DIRECTIVE_LEAD);
  if (strcmp (key, "coordinating") == 0)
    return join (finding->directive, DD_DIRECTIVE_COORDINATING);
  if (strcmp (key, "report") == 0)
    return join (finding->directive, DD_DIRECTIVE_REPORT_TO);
  if (strcmp (key, "targets") == 0)
    return join_targets (finding);
  if (strcmp (key, "citations") == 0)
    return g_strjoinv (" | ", finding->citations);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (key, codes[i].key) == 0)
      return dd_row_field_to_code (finding->directive, codes[i].field);

  g_error ("No such key: %s", key);
}

/* All that is wrong is told, not only the first. */
static void G_GNUC_PRINTF (2, 3)
tell_fault (const char *sentence,
            const char *format,
            ...)
{
  g_autofree char *fault = NULL;
  va_list args;

  va_start (args, format);
  fault = g_strdup_vprintf (format, args);
  va_end (args);

  g_test_message ("%s\n    %s", sentence, fault);
  g_test_fail ();
}

/* The one directive of a sentence; NULL if there are others or none. */
static const DdFinding *
find_finding (const DdReading *reading,
              const Place     *place,
              const char      *sentence,
              guint            n_wanted)
{
  const guint n_found = reading->findings->len;

  if (n_found != n_wanted + place->n_besides)
    {
      tell_fault (sentence, "%u directives, not %u", n_found - place->n_besides, n_wanted);
      return NULL;
    }

  return n_wanted == 1 ? g_ptr_array_index (reading->findings, n_found - 1) : NULL;
}

/* A line is read as one that is typed, all else as a document. */
static DdReading *
read_text (const Place *place,
           const char  *text,
           DdDay        reference)
{
  DdReading *reading;

  if (*place->after != '\0')
    return dd_extract_read (text, units, reference);
  reading = dd_reading_new ();
  g_ptr_array_add (reading->findings, dd_extract_read_line (text, units, reference));

  return reading;
}

/* A sentence with the lines below it. @keys: (element-type char): "key: value" */
static void
check_sentence (const Place *place,
                const char  *sentence,
                GPtrArray   *keys)
{
  const DdDay reference = dd_day_new (2025, 9, 15);
  g_autofree char *text = g_strconcat (place->before, sentence, place->after, NULL);
  g_autoptr (DdReading) reading = read_text (place, text, reference);
  const DdFinding *finding;
  guint n_wanted = 1;

  for (guint i = 0; i < keys->len; i++)
    {
      const char *line = g_ptr_array_index (keys, i);

      if (g_str_has_prefix (line, "none:"))
        n_wanted = 0;
      if (g_str_has_prefix (line, "number:"))
        n_wanted = (guint) g_ascii_strtoull (line + strlen ("number:"), NULL, 10);
    }

  finding = find_finding (reading, place, sentence, n_wanted);
  for (guint i = 0; finding != NULL && i < keys->len; i++)
    {
      g_auto (GStrv) sides = g_strsplit (g_ptr_array_index (keys, i), ":", 2);
      const char *wanted = g_strstrip (sides[1]);
      g_autofree char *found = NULL;

      if (strcmp (sides[0], "number") == 0)
        continue;
      found = get_found (finding, sides[0]);
      if (strcmp (found != NULL ? found : "", strcmp (wanted, "-") == 0 ? "" : wanted) != 0)
        tell_fault (sentence, "%s: %s instead of %s", sides[0], found, wanted);
    }
}

static const Place *
find_place (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i].name, name) == 0)
      return &places[i];

  g_error ("No such place: %s", name);
}

static void
test_file (gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "sentences", data, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_auto (GStrv) lines = NULL;
  const Place *place = NULL;
  const char *sentence = NULL;
  guint n_sentences = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; ; i++)
    {
      char *line = lines[i];

      if (line != NULL && (*line == '\0' || *line == '#'))
        continue;
      if (line != NULL && *line == ' ')
        {
          g_ptr_array_add (keys, g_strstrip (line));
          continue;
        }
      if (sentence != NULL)
        {
          check_sentence (place, sentence, keys);
          n_sentences++;
        }
      g_ptr_array_set_size (keys, 0);
      sentence = NULL;
      if (line == NULL)
        break;
      if (*line == '@')
        place = find_place (line + 1);
      else
        sentence = line;
    }
  g_assert_cmpuint (n_sentences, >=, 40);
}

int
main (int    argc,
      char **argv)
{
  static const char * const names[] = {
    "assignment", "citation", "deadline", "recurrence", "target", "trap",
  };
  int status;

  g_test_init (&argc, &argv, NULL);
  units = dd_unit_dictionary_new_with_known ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/sentences/", names[i], NULL);

      g_test_add_data_func_full (path, g_strconcat (names[i], ".txt", NULL), test_file, g_free);
    }

  status = g_test_run ();
  dd_unit_dictionary_free (units);

  return status;
}
