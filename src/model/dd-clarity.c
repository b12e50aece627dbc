/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who, what, by when, with which result, and who answers for it: Vietnamese
 * administration asks for these five before work is assigned, and a task that
 * lacks one of them is the one that is late. */
#define G_LOG_DOMAIN "dd-clarity"

#include "config.h"

#include "dd-clarity.h"

#include "dd-directive.h"
#include "dd-fold.h"
#include "dd-recurrence.h"
#include "dd-unit-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *label;
  const char *request;
} clarities[DD_N_CLARITIES] = {
  /* Translators: the five of "5 rõ": people say "rõ người", "rõ việc". */
  { NC_("clarity", "Who"), N_("Which one unit leads?") },
  { NC_("clarity", "What"), N_("What exactly is to be done?") },
  { NC_("clarity", "When"), N_("Until when, or how often?") },
  { NC_("clarity", "Result"), N_("What has to come of it: a report, a plan, a decision?") },
  { NC_("clarity", "Responsibility"), N_("Who answers for it, or to whom is it reported?") },
};

/* Verbs that say what somebody does. Those that only say that somebody is to do it
 * (giao, chủ trì, phối hợp, chỉ đạo), or how much (tăng cường, đẩy mạnh, quyết liệt,
 * quán triệt), are left out on purpose, as are those that are a noun as often. */
static const char * const verbs[] = {
  "áp dụng", "ban hành", "bàn giao", "bãi bỏ", "báo cáo", "biên soạn", "bố trí", "bổ nhiệm",
  "bổ sung", "bồi dưỡng", "bảo đảm", "cải tạo", "cập nhật", "cắt giảm", "chấm dứt", "chấn chỉnh",
  "chia sẻ", "chuẩn bị", "chuẩn hóa", "công bố", "công khai", "cung cấp",
  "dự thảo", "đánh giá", "đào tạo", "đảm bảo", "đầu tư", "đăng ký", "đăng tải", "đề xuất",
  "điều chỉnh", "đình chỉ", "đôn đốc", "đơn giản hóa", "giải ngân", "giải quyết",
  "giám sát", "gửi", "hoàn thành", "hoàn thiện", "hướng dẫn", "kết nối", "khai thác",
  "khắc phục", "khảo sát", "khôi phục", "kiểm điểm", "kiểm kê", "kiểm soát", "kiểm tra",
  "kiện toàn", "làm rõ", "làm việc", "lắp đặt", "lập danh mục", "lập kế hoạch", "lập báo cáo",
  "lập hồ sơ", "lấy ý kiến", "liên thông", "loại bỏ",
  "mua sắm", "nâng cấp", "nghiên cứu", "ngăn chặn", "niêm yết", "nộp", "phân bổ",
  "phân cấp", "phân công", "phân tích", "phê duyệt", "phổ biến", "rà soát",
  "rút ngắn", "sắp xếp", "soạn", "soạn thảo", "số hóa", "sơ kết", "sử dụng", "sửa đổi",
  "tái cấu trúc", "tập hợp", "tập huấn", "tham mưu", "thanh tra", "thay thế", "theo dõi",
  "thẩm định", "thành lập", "thí điểm", "thiết lập", "thống kê", "thu hồi",
  "thu thập", "thuê", "thực hiện", "tích hợp", "tiếp nhận", "tính toán", "tổ chức", "tổng hợp",
  "tổng kết", "trả lời", "triển khai", "trình bộ", "trình cấp", "trình chính phủ",
  "trình chủ tịch", "trình hđnd", "trình hội đồng", "trình phó chủ tịch", "trình thủ tướng",
  "trình ubnd", "trình ủy ban", "truyền thông", "tuyên truyền", "tuyển dụng",
  "ủy quyền", "vận hành", "viết", "xác định", "xác minh", "xây dựng", "xử lý", "xử phạt",
  "ứng dụng",
};

/* What usually comes of work, as documents of the administration are called (Decree
 * 30/2020/NĐ-CP), and a few that are none. */
static const char * const products[] = {
  "Báo cáo", "Kế hoạch", "Quyết định", "Tờ trình", "Phương án", "Đề án", "Dự thảo", "Danh mục",
  "Quy chế", "Quy trình", "Nghị quyết", "Chỉ thị", "Công văn", "Thông báo", "Hướng dẫn",
};

static gboolean
is_letter_at (const char *p)
{
  return g_unichar_isalpha (g_utf8_get_char (p));
}

/* Only whole words. "Chương trình" is none of work: "trình" stands in the list with those
 * to whom something is submitted. */
static gboolean
has_words (const char *text,
           const char *words)
{
  const char *p = text;

  while ((p = strstr (p, words)) != NULL)
    {
      const char *end = p + strlen (words);

      if ((p == text || !is_letter_at (g_utf8_find_prev_char (text, p))) && !is_letter_at (end))
        return TRUE;
      p = end;
    }

  return FALSE;
}

static gboolean
says_what (const DdDraft *draft)
{
  g_autofree char *content = dd_fold_spelling (draft->content);

  if (dd_row_get_choice (draft->directive, DD_DIRECTIVE_KIND) == DD_DIRECTIVE_KIND_SOFT)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *verb = dd_fold_spelling (verbs[i]);

      if (has_words (content, verb))
        return TRUE;
    }

  return FALSE;
}

/* A group whose units get a task each is as clear as one unit. */
static gboolean
says_who (const DdDraft *draft)
{
  const DdDraftUnit *lead;

  if (draft->leads->len != 1)
    return FALSE;

  lead = draft->leads->pdata[0];

  return lead->members != NULL ? lead->members->len > 0 : !dd_unit_name_is_vague (lead->name);
}

/**
 * dd_clarity_get:
 * @draft: of tasks; its units need not be known: one that is to be created is told by its name
 *
 * Judges a draft by the "5 rõ": who (one lead unit, and no vague group), what (a verb, and no
 * mere exhortation), when (a deadline or a recurrence), with which result (a product), who
 * answers for it (an officer, or somebody it is reported to). Of a draft that is divided,
 * each part has to be clear.
 *
 * Returns: what is clear
 */
DdClarity
dd_clarity_get (const DdDraft *draft)
{
  DdClarity clear = DD_CLARITY_NONE;

  if (draft->parts != NULL)
    {
      clear = DD_CLARITY_ALL;
      for (guint i = 0; i < draft->parts->len; i++)
        clear &= dd_clarity_get (draft->parts->pdata[i]);
      return clear;
    }

  if (says_who (draft))
    clear |= DD_CLARITY_WHO;
  if (says_what (draft))
    clear |= DD_CLARITY_WHAT;
  if (dd_row_is_set (draft->directive, DD_DIRECTIVE_DEADLINE) ||
      dd_row_get_choice (draft->directive, DD_DIRECTIVE_RECURRENCE) != DD_RECURRENCE_NONE)
    clear |= DD_CLARITY_WHEN;
  if (dd_row_is_set (draft->directive, DD_DIRECTIVE_PRODUCT))
    clear |= DD_CLARITY_RESULT;
  if (draft->officer != NULL || dd_row_is_set (draft->directive, DD_DIRECTIVE_REPORT_TO))
    clear |= DD_CLARITY_RESPONSIBILITY;

  return clear;
}

static guint
get_index (DdClarity one)
{
  guint i = 0;

  while (i < DD_N_CLARITIES - 1 && one != (DdClarity) (1 << i))
    i++;

  return i;
}

/**
 * dd_clarity_get_label:
 * @one: one of the five
 */
const char *
dd_clarity_get_label (DdClarity one)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "clarity", clarities[get_index (one)].label);
}

/**
 * dd_clarity_get_request:
 * @one: one of the five
 *
 * Returns: the question to which the answer is missing
 */
const char *
dd_clarity_get_request (DdClarity one)
{
  return _(clarities[get_index (one)].request);
}

/**
 * dd_clarity_describe_gaps:
 * @clear: what is clear
 *
 * Returns: (transfer full) (nullable): "Not clear: when, result"; %NULL if all of it is clear
 */
char *
dd_clarity_describe_gaps (DdClarity clear)
{
  g_autoptr (GString) gaps = g_string_new (NULL);

  for (guint i = 0; i < DD_N_CLARITIES; i++)
    {
      g_autofree char *label = NULL;

      if ((clear & (1 << i)) != 0)
        continue;
      label = g_utf8_strdown (dd_clarity_get_label (1 << i), -1);
      g_string_append_printf (gaps, "%s%s", gaps->len > 0 ? ", " : "", label);
    }
  if (gaps->len == 0)
    return NULL;

  /* Translators: %s is some of who, what, when, result, responsibility. */
  return g_strdup_printf (_("Not clear: %s"), gaps->str);
}

/**
 * dd_clarity_propose_products:
 *
 * Returns: (transfer full): what could come of the work: the kinds of documents that its words
 *   name; a report if they name none
 */
char **
dd_clarity_propose_products (const DdDraft *draft)
{
  g_autofree char *content = dd_fold_spelling (draft->content);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    {
      g_autofree char *words = dd_fold_spelling (products[i]);

      if (!has_words (content, words))
        continue;
      g_strv_builder_add (builder, products[i]);
      n++;
    }
  if (n == 0)
    g_strv_builder_add (builder, products[0]);

  return g_strv_builder_end (builder);
}
