/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a text is the document's own words, and how its items and sentences
 * are told apart. */

#include "dd-outline.h"
#include "dd-sentence.h"
#include "dd-token-text.h"

#include <string.h>

static DdUnitDictionary *units;

/* The blocks of a text, one a line: how deep it stands, how one refers to it,
 * what it says. */
static char *
print_blocks (const char *words)
{
  g_autoptr (DdTokenText) text = dd_token_text_new (words, units);
  const DdBody *all = dd_token_text_get_body (text);
  g_autoptr (DdLayout) layout = dd_layout_new (all);
  g_autoptr (DdOutline) outline = dd_outline_new (all, layout);
  GString *blocks = g_string_new (NULL);
  DdBody body = *all;

  body.tokens = (const DdToken *) outline->tokens->data;
  body.n_tokens = outline->tokens->len;
  for (guint i = 0; i < outline->blocks->len; i++)
    {
      const DdBlock *block = dd_outline_get_block (outline, i);
      g_autofree char *ordinal = dd_outline_get_ordinal (outline, &body, i);
      g_autofree char *line = dd_body_get_words (&body, block->words.first, block->words.last);

      g_string_append_printf (blocks, "%u [%s] %s\n", block->depth,
                              ordinal != NULL ? ordinal : "", line);
    }

  return g_string_free (blocks, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *blocks;
} Outline;

static const Outline outlines[] = {
  { "ladder",
    "II. NHIỆM VỤ\n"
    "1. Sở Nội vụ:\n"
    "a) Rà soát vị trí việc làm;\n"
    "b) Báo cáo:\n"
    "- Kết quả kiểm tra;\n"
    "+ Số đơn vị;\n"
    "- Kiến nghị.\n"
    "2. Sở Tư pháp thẩm định.\n"
    "III. THỰC HIỆN\n",
    "0 [II] NHIỆM VỤ\n"
    "1 [II.1] Sở Nội vụ:\n"
    "2 [II.1.a] Rà soát vị trí việc làm;\n"
    "2 [II.1.b] Báo cáo:\n"
    "3 [II.1.b] Kết quả kiểm tra;\n"
    "4 [II.1.b] Số đơn vị;\n"
    "3 [II.1.b] Kiến nghị.\n"
    "1 [II.2] Sở Tư pháp thẩm định.\n"
    "0 [III] THỰC HIỆN\n" },

  /* in Vietnamese đ stands between d and e */
  { "letters",
    "1. Giao:\nc) Sở A;\nd) Sở B;\nđ) Sở C;\ne) Sở D.\n",
    "0 [1] Giao:\n1 [1.c] Sở A;\n1 [1.d] Sở B;\n1 [1.đ] Sở C;\n1 [1.e] Sở D.\n" },

  { "decimals",
    "1. Thể chế\n1.1. Rà soát văn bản.\n1.2. Ban hành quy định.\n2. Bộ máy\n2.1. Sắp xếp.\n",
    "0 [1] Thể chế\n1 [1.1] Rà soát văn bản.\n1 [1.2] Ban hành quy định.\n"
    "0 [2] Bộ máy\n1 [2.1] Sắp xếp.\n" },

  { "articles",
    "Điều 1. Giao chỉ tiêu.\n1. Cấp tỉnh.\nĐiều 2. Tổ chức thực hiện.\n",
    "0 [Điều 1] Giao chỉ tiêu.\n1 [Điều 1.1] Cấp tỉnh.\n0 [Điều 2] Tổ chức thực hiện.\n" },

  { "enclosed",
    "1. Tập trung:\n(1) Rà soát.\n(2) Công khai.\n",
    "0 [1] Tập trung:\n1 [1.1] Rà soát.\n1 [1.2] Công khai.\n" },

  /* lines that were broken to fit a page belong together */
  { "wrapped",
    "1. Giao Sở Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị có liên\n"
    "quan rà soát, đánh giá tình hình thực hiện nhiệm vụ được giao trong năm,\n"
    "tham mưu Ủy ban nhân dân tỉnh.\n"
    "2. Giao Sở Tài chính cân đối, bố trí kinh phí bảo đảm cho công tác cải\n"
    "cách hành chính theo quy định.\n",
    "0 [1] Giao Sở Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị có liên quan rà soát, "
    "đánh giá tình hình thực hiện nhiệm vụ được giao trong năm, tham mưu Ủy ban nhân dân tỉnh.\n"
    "0 [2] Giao Sở Tài chính cân đối, bố trí kinh phí bảo đảm cho công tác cải cách hành chính "
    "theo quy định.\n" },

  /* a line that goes on with a number is no item */
  { "number at the start of a line",
    "1. Giao Sở Nội vụ chủ trì, tham mưu Ủy ban nhân dân tỉnh tổng kết Nghị quyết số\n"
    "76/NQ-CP của Chính phủ, hoàn thành trước ngày 15 tháng 9 năm 2024 và báo cáo năm\n"
    "2025. Sở Tài chính bố trí kinh phí thực hiện nhiệm vụ này theo phân cấp ngân sách\n"
    "hiện hành.\n",
    "0 [1] Giao Sở Nội vụ chủ trì, tham mưu Ủy ban nhân dân tỉnh tổng kết Nghị quyết số "
    "76/NQ-CP của Chính phủ, hoàn thành trước ngày 15 tháng 9 năm 2024 và báo cáo năm 2025. Sở "
    "Tài chính bố trí kinh phí thực hiện nhiệm vụ này theo phân cấp ngân sách hiện hành.\n" },

  /* the number of a page inside a sentence */
  { "page",
    "1. Giao Sở Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị có liên\n"
    "quan rà soát, đánh giá tình hình thực hiện nhiệm vụ được giao trong năm,\n"
    "\n"
    "3\n"
    "\n"
    "tham mưu Ủy ban nhân dân tỉnh biện pháp khắc phục những tồn tại, hạn chế\n"
    "đã được chỉ ra qua kiểm tra.\n",
    "0 [1] Giao Sở Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị có liên quan rà soát, "
    "đánh giá tình hình thực hiện nhiệm vụ được giao trong năm, tham mưu Ủy ban nhân dân tỉnh "
    "biện pháp khắc phục những tồn tại, hạn chế đã được chỉ ra qua kiểm tra.\n" },

  /* everything of a letter but its words */
  { "letter",
    "UBND TỈNH BÌNH AN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "SỞ NỘI VỤ                        Độc lập - Tự do - Hạnh phúc\n"
    "Số: 15/SNV-CCHC              Bình An, ngày 03 tháng 6 năm 2024\n"
    "V/v báo cáo quý II\n"
    "\n"
    "Kính gửi: Các sở, ban, ngành.\n"
    "\n"
    "Sở Nội vụ đề nghị các đơn vị gửi báo cáo trước ngày 15/6/2024.\n"
    "Trân trọng./.\n"
    "\n"
    "Nơi nhận:\n"
    "- Như trên;\n"
    "- Lưu: VT.\n"
    "KT. GIÁM ĐỐC\n"
    "PHÓ GIÁM ĐỐC\n"
    "Trần Văn Bình\n",
    "0 [] Sở Nội vụ đề nghị các đơn vị gửi báo cáo trước ngày 15/6/2024.\n"
    "0 [] Trân trọng./.\n" },

  /* what a web page adds */
  { "news",
    "Trang chủ | Tin tức | Liên hệ\n"
    "\n"
    "Chủ tịch UBND tỉnh yêu cầu các sở rà soát thủ tục.\n"
    "\n"
    "Ảnh: Minh Anh\n"
    "Xem thêm: Phiên họp tháng 5\n"
    "In bài viết\n",
    "0 [] Chủ tịch UBND tỉnh yêu cầu các sở rà soát thủ tục.\n" },
};

static void
test_outline (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (outlines); i++)
    {
      g_autofree char *blocks = print_blocks (outlines[i].text);

      if (strcmp (blocks, outlines[i].blocks) != 0)
        g_error ("%s:\n%s", outlines[i].name, blocks);
    }
}

typedef struct
{
  const char *text;
  const char *parts;            /* with a bar between them */
} Parts;

static void
check_parts (const Parts *cases,
             guint        n_cases,
             guint       (*find_end) (const DdBody *body,
                                      guint         i,
                                      guint         end))
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (DdTokenText) text = dd_token_text_new (cases[i].text, units);
      const DdBody *body = dd_token_text_get_body (text);
      g_autoptr (GString) parts = g_string_new (NULL);
      guint first = 0;

      while (first < body->n_tokens)
        {
          const guint end = find_end (body, first, body->n_tokens);

          g_assert_cmpuint (end, >, first);
          if (first > 0)
            g_string_append (parts, " | ");
          dd_body_add_words (body, first, end, parts);
          first = end;
        }
      if (strcmp (parts->str, cases[i].parts) != 0)
        g_error ("%s", parts->str);
    }
}

static void
test_sentences (void)
{
  static const Parts cases[] = {
    { "Sở A rà soát. Sở B báo cáo.", "Sở A rà soát. | Sở B báo cáo." },
    { "Có kịp không? Phải kịp!", "Có kịp không? | Phải kịp!" },
    /* abbreviations, numbers and dates have points that end nothing */
    { "UBND TP. Hồ Chí Minh rà soát 1.250 hồ sơ.", "UBND TP. Hồ Chí Minh rà soát 1.250 hồ sơ." },
    { "GS. TS. Nguyễn Văn An phát biểu. Sau đó nghỉ.",
      "GS. TS. Nguyễn Văn An phát biểu. | Sau đó nghỉ." },
    { "Hạn 30.6.2024. Không gia hạn.", "Hạn 30.6.2024. | Không gia hạn." },
    { "Ông Trần V. Bình dự họp. Ông kết luận.", "Ông Trần V. Bình dự họp. | Ông kết luận." },
    /* two sentences that were glued together when the text was copied */
    { "Sở A rà soát.Sở B báo cáo.", "Sở A rà soát. | Sở B báo cáo." },
    { "Cổng dichvucong.gov.vn hoạt động.", "Cổng dichvucong.gov.vn hoạt động." },
    /* what closes the sentence belongs to it */
    { "Ông nói: \"Phải làm ngay.\" Mọi người vỗ tay.",
      "Ông nói: \"Phải làm ngay.\" | Mọi người vỗ tay." },
    { "Sở A báo cáo./.", "Sở A báo cáo./." },
    { "Sở A báo cáo... Sở B chờ.", "Sở A báo cáo... | Sở B chờ." },
    /* nothing but a point */
    { ".", "." },
  };

  check_parts (cases, G_N_ELEMENTS (cases), dd_sentence_find_end);
}

static void
test_clauses (void)
{
  static const Parts cases[] = {
    { "rà soát văn bản; báo cáo kết quả; công khai",
      "rà soát văn bản; | báo cáo kết quả; | công khai" },
    /* not inside parentheses */
    { "gửi báo cáo (bản giấy; bản điện tử) về Sở Nội vụ; công khai",
      "gửi báo cáo (bản giấy; bản điện tử) về Sở Nội vụ; | công khai" },
    { "rà soát", "rà soát" },
    { "a;", "a;" },
  };

  check_parts (cases, G_N_ELEMENTS (cases), dd_clause_find_end);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  units = dd_unit_dictionary_new_with_known ();

  g_test_add_func ("/extract/outline/blocks", test_outline);
  g_test_add_func ("/extract/outline/sentences", test_sentences);
  g_test_add_func ("/extract/outline/clauses", test_clauses);

  status = g_test_run ();
  dd_unit_dictionary_free (units);

  return status;
}
