/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that mean nothing: pieces of the fixture texts, of markers, of names and
 * of signs that nobody sees, put together at random. Whatever comes out must be
 * where it says it is, and be the same for the same text in another normal form. */

#include "dd-directive.h"
#include "dd-extract.h"
#include "dd-fold.h"
#include "dd-reading-check.h"

#include <string.h>

#define N_TEXTS 4000
#define PIECES_MAX 120

static DdUnitDictionary *units;

static const char * const pieces[] = {
  "\n", "\n", "\r\n", "\n\n", " ", "  ", "\t", "\t\t", "        ", ".", ". ", ",", ";", ":",
  ": ", "(", ")", "\"", "“", "”", "-", " - ", "–", "/", "|", "*", "_", "%", "&", "<b>", "&amp;",
  "'", "\\", "•", "\n- ", "\n+ ", "\n1. ", "\n2. ", "\n1.1. ", "\na) ", "\nb) ", "\nI. ",
  "\nII. ", "\nĐiều 1. ", "\nPhần I", "\nPHỤ LỤC", "\n(1) ", "\n[1] ", "\xE2\x80\xAE",
  "\xE2\x80\x8B", "\xC2\xAD", "\xEF\xBB\xBF", "\xCC\x81", "\xCC\xA3", "\xF0\x9F\x98\x80",
  "\xEF\xBF\xBD", "\x01", "\x7F", "đ", "Đ", "ð", "1", "30/6/2024", "31/02/2024", "30/6",
  "6/2024", "99/99/9999", "ngày 30 tháng 6 năm 2024", "quý II/2024", "50%", "1.234.567", "0,5",
  "12/2024/NĐ-CP", "số 87/TB-UBND", "4294967296", "-1", "Giao ", "giao ", "Yêu cầu ",
  "đề nghị ", "chủ trì", "phối hợp với ", "trình ", "báo cáo ", "Sở Tư pháp", "Sở Nội vụ",
  "Sở ", "UBND tỉnh", "UBND các huyện", "các sở, ban, ngành", "các ", "Giám đốc ",
  "Thủ trưởng ", "đồng chí ", "Nguyễn Văn A", "Bộ: ", "Thủ tướng Chính phủ", "thuộc ", "và ",
  "hoặc ", "trước ", "chậm nhất ", "trong tháng ", "hằng quý", "định kỳ ", "từ ", "đến ",
  "rà soát", "hoàn thành", "triển khai", "không được ", "cần ", "thủ tục hành chính", "hồ sơ",
  "ít nhất ", "trên ", "đạt ", "Thời gian: ", "Chủ trì: ", "Cơ quan phối hợp: ", "Nơi nhận:",
  "Kính gửi:", "THÔNG BÁO", "BIÊN BẢN", "KT. CHỦ TỊCH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "V/v ", "Thành phần: ", "Địa điểm: ", "Căn cứ ", "Về ", "Trường hợp ", "theo hướng: ",
  "sau đây gọi tắt là ",
};

/* Lines of the fixture texts. */
static GPtrArray *
load_lines (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "texts", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_auto (GStrv) parts = NULL;

      if (!g_str_has_suffix (name, ".txt"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      parts = g_strsplit (text, "\n", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        if (*parts[i] != '\0')
          g_ptr_array_add (lines, g_strdup (parts[i]));
    }

  return lines;
}

/* Between two characters of a line. */
static const char *
find_cut (const char *line)
{
  const glong n = g_utf8_strlen (line, -1);

  return g_utf8_offset_to_pointer (line, g_test_rand_int_range (0, (gint32) n + 1));
}

static char *
make_text (const GPtrArray *lines)
{
  GString *text = g_string_new (NULL);
  const int n = g_test_rand_int_range (0, PIECES_MAX);

  for (int i = 0; i < n; i++)
    {
      const char *line;

      switch (g_test_rand_int_range (0, 6))
        {
        case 0:
          line = g_ptr_array_index (lines, g_test_rand_int_range (0, (gint32) lines->len));
          g_string_append_printf (text, "%s\n", line);
          break;
        case 1:
          line = g_ptr_array_index (lines, g_test_rand_int_range (0, (gint32) lines->len));
          g_string_append_len (text, line, find_cut (line) - line);
          break;
        default:
          g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          break;
        }
    }

  return g_string_free (text, FALSE);
}

/* What was found says the same, only of a text with other characters. */
static void
check_same (const DdReading *a,
            const DdReading *b)
{
  g_assert_cmpuint (a->findings->len, ==, b->findings->len);
  for (guint i = 0; i < a->findings->len; i++)
    {
      const DdFinding *x = g_ptr_array_index (a->findings, i);
      const DdFinding *y = g_ptr_array_index (b->findings, i);

      g_assert_cmpstr (dd_row_get_text (x->directive, DD_DIRECTIVE_QUOTE), ==,
                       dd_row_get_text (y->directive, DD_DIRECTIVE_QUOTE));
      g_assert_true (dd_row_field_equal (x->directive, y->directive, DD_DIRECTIVE_LEAD));
      g_assert_true (dd_row_field_equal (x->directive, y->directive, DD_DIRECTIVE_DEADLINE));
    }
}

/* Whatever is typed into a line is one directive, with marks inside it; also if it
 * was typed without marks. */
static void
check_line (const char *line)
{
  g_autoptr (DdReading) reading = dd_reading_new ();
  DdFinding *finding = dd_extract_read_line (line, units, dd_day_new (2024, 2, 29));

  if (finding != NULL)
    g_ptr_array_add (reading->findings, finding);
  dd_reading_check (reading, line);
}

static void
test_random (void)
{
  g_autoptr (GPtrArray) lines = load_lines ();

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = make_text (lines);
      g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
      g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
      g_autoptr (DdReading) reading = dd_extract_read (text, units, DD_DAY_NONE);
      g_autoptr (DdReading) a = dd_extract_read (composed, units, DD_DAY_NONE);
      g_autoptr (DdReading) b = dd_extract_read (decomposed, units, DD_DAY_NONE);
      g_autofree char *plain = NULL;

      dd_reading_check (reading, text);
      dd_reading_check (a, composed);
      dd_reading_check (b, decomposed);
      check_same (a, b);
      plain = dd_fold (text);
      check_line (text);
      check_line (decomposed);
      check_line (plain);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  units = dd_unit_dictionary_new_with_known ();

  g_test_add_func ("/extract/fuzz/random", test_random);

  status = g_test_run ();
  dd_unit_dictionary_free (units);

  return status;
}
