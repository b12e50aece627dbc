/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a sentence of a conclusion begins and ends, and where it can be cut in two. */
#include "dd-review-sentence.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *touched;
  const char *snapped;
} snaps[] = {
  { "Một câu. Câu thứ hai dài hơn. Ba.", "thứ hai", "Câu thứ hai dài hơn." },
  { "Một câu. Câu thứ hai dài hơn. Ba.", "câu. Câu", "Một câu. Câu thứ hai dài hơn." },
  { "Một câu. Câu hai.", " Câu hai.", "Câu hai." },
  { "Gửi cho TP. Hòa Lạc xem. Xong.", "cho", "Gửi cho TP. Hòa Lạc xem." },
  { "Theo số 41/TB-UBND ngày 1.2.2024 của UBND. Xong.", "của",
    "Theo số 41/TB-UBND ngày 1.2.2024 của UBND." },
  { "Thực hiện nghiêm./.", "nghiêm", "Thực hiện nghiêm./." },
  { "1. Rà soát thủ tục.\n2. Báo cáo.", "Rà", "Rà soát thủ tục." },
  { "a) Rà soát; báo cáo\nb) Xong", "soát", "Rà soát; báo cáo" },
  { "- Giao Sở A\n- Giao Sở B", "Sở B", "Giao Sở B" },
  /* A line that was wrapped is no end. */
  { "Giao Sở A rà soát thủ\ntục nội bộ. Hết.", "rà", "Giao Sở A rà soát thủ\ntục nội bộ." },
  { "Về thủ tục\n\nGiao Sở A rà soát", "rà", "Giao Sở A rà soát" },
  { "Giao Sở A rà soát\r\n", "A", "Giao Sở A rà soát" },
  { "", "", "" },
};

static void
test_snap (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (snaps); i++)
    for (guint form = 0; form < 2; form++)
      {
        GNormalizeMode mode = form == 0 ? G_NORMALIZE_NFC : G_NORMALIZE_NFD;
        g_autofree char *text = g_utf8_normalize (snaps[i].text, -1, mode);
        g_autofree char *touched = g_utf8_normalize (snaps[i].touched, -1, mode);
        g_autofree char *expected = g_utf8_normalize (snaps[i].snapped, -1, mode);
        const char *place = strstr (text, touched);
        g_autofree char *snapped = NULL;
        DdSpan span;

        span.start = (guint) g_utf8_strlen (text, place - text);
        span.end = span.start + (guint) g_utf8_strlen (touched, -1);
        snapped = dd_review_sentence_cut (text, dd_review_sentence_snap (text, span));
        g_assert_cmpstr (snapped, ==, expected);
      }
}

static const struct
{
  const char *text;
  const char *parts;
} splits[] = {
  { "Rà soát thủ tục nội bộ; tổng hợp kết quả; báo cáo UBND tỉnh",
    "Rà soát thủ tục nội bộ;|tổng hợp kết quả;|báo cáo UBND tỉnh" },
  { "Rà soát thủ tục, đồng thời báo cáo kết quả.", "Rà soát thủ tục,|đồng thời báo cáo kết quả." },
  { "Rà soát thủ tục nội bộ. Báo cáo kết quả thực hiện.",
    "Rà soát thủ tục nội bộ.|Báo cáo kết quả thực hiện." },
  { "Rà soát thủ tục (mẫu A; mẫu B kèm theo)", "Rà soát thủ tục (mẫu A; mẫu B kèm theo)" },
  { "Rà soát thủ tục; xong", "Rà soát thủ tục; xong" },
};

static void
test_parts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      DdSpan all = { 0, (guint) g_utf8_strlen (splits[i].text, -1) };
      g_autoptr (GArray) parts = dd_review_sentence_split (splits[i].text, all);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < parts->len; j++)
        {
          g_autofree char *part = dd_review_sentence_cut (splits[i].text,
                                                          g_array_index (parts, DdSpan, j));

          g_string_append_printf (found, "%s%s", j > 0 ? "|" : "", part);
        }
      g_assert_cmpstr (found->str, ==, splits[i].parts);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/review-sentence/snap", test_snap);
  g_test_add_func ("/review-sentence/parts", test_parts);

  return g_test_run ();
}
