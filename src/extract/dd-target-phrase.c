/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-target-phrase"

#include "dd-target-phrase.h"

#include "dd-time-phrase.h"

/* How far in front of a figure its limit may begin: "tối đa không quá". */
#define LIMIT_WORDS_MAX 5

/* How long the thing may be that a figure is of. */
#define OBJECT_WORDS_MAX 12

/* The value of RESULT words that have a limit behind them only in an order. */
#define RESULT_UNLESS_LIMITED 1

/* The words of what is counted if it is nothing that is known, and of the limit in
 * front of it. */
#define UNKNOWN_COUNTED_MAX 3
#define CLEAR_LIMIT_MIN 2

/* The words that say which kind of group it is: "tổ | kiểm tra liên ngành". */
#define GROUP_WORDS_MAX 5

/* The value of "giảm". */
#define CHANGE_TO_LESS 1

/* The value of COUNTED words that are administrative procedures. */
#define COUNTED_PROCEDURES 1
#define COUNTED_MONEY 2
#define COUNTED_GROUP 3

/* Whether a phrase of a class ends right in front of token @i. Returns where
 * it begins; @i if none does. */
static guint
find_before (const DdBody *body,
             guint         first,
             guint         i,
             DdWordClass   word_class)
{
  const guint start = i > first + LIMIT_WORDS_MAX ? i - LIMIT_WORDS_MAX : first;

  for (guint j = start; j < i; j++)
    if (dd_body_match (body, j, i, word_class) == i - j)
      return j;

  return i;
}

/* Numbers are written as in Vietnam: 11.700 is a count, 5,92 has decimals. A
 * point in front of other than three digits is a decimal one after all. */
static gboolean
read_value (const DdBody *body,
            guint         i,
            double       *value)
{
  const DdToken *token = &body->tokens[i];
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  guint n = 0, n_points = 0;
  guint last_point = 0;
  gboolean comma = FALSE;

  if (token->end - token->start > 15)
    return FALSE;

  for (guint j = token->start; j < token->end; j++)
    if (body->chars[j] == '.')
      {
        n_points++;
        last_point = j;
      }

  for (guint j = token->start; j < token->end; j++)
    {
      const char c = (char) body->chars[j];
      const gboolean decimal = c == ',' || (c == '.' && n_points == 1 && token->end - j != 4);

      if (decimal && comma)
        return FALSE;
      if (decimal)
        digits[n++] = '.';
      else if (c != '.')
        digits[n++] = c;
      comma |= decimal;
    }
  if (n_points > 1 && token->end - last_point != 4)
    return FALSE;               /* 20.7.2020 */
  digits[n] = '\0';
  *value = g_ascii_strtod (digits, NULL);

  return TRUE;
}

static guint
find_clause_start (const DdBody *body,
                   guint         first,
                   guint         i)
{
  while (i > first && !dd_body_is_mark (body, i - 1, i, ',') &&
         !dd_body_is_mark (body, i - 1, i, ';') && !dd_body_is_mark (body, i - 1, i, '(') &&
         !dd_body_is_mark (body, i - 1, i, ')'))
    i--;

  return i;
}

/* Whether the words at token @i are how long something may take at most, "thời gian chờ
 * không quá 15 ngày", and not by when it is to be done: days that are counted from
 * nothing. */
static gboolean
is_length (const DdBody *body,
           guint         first,
           guint         i,
           guint         last)
{
  const guint start = find_before (body, first, i, DD_WORD_AT_MOST);

  if (start == i || i + 1 + dd_body_match (body, i + 1, last, DD_WORD_TIME_UNIT) < last)
    return FALSE;

  for (guint j = find_clause_start (body, first, i); j < start; j++)
    if (dd_body_match (body, j, start, DD_WORD_LENGTH) > 0 ||
        dd_body_match (body, j, start, DD_WORD_CHANGE) > 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_in_time (const DdBody *body,
            guint         first,
            guint         i,
            const GArray *times)
{
  for (guint j = 0; times != NULL && j < times->len; j++)
    {
      const DdTimePhrase *time = &g_array_index (times, DdTimePhrase, j);

      if (i >= time->words.first && i < time->words.last)
        return time->deadline != DD_DAY_NONE || time->recurrence != DD_RECURRENCE_NONE ||
               !is_length (body, first, i, time->words.last);
    }

  return FALSE;
}

/* "đã đạt 97,2%", "mới đạt 31%" tell what is, not what is to be. */
static gboolean
is_result (const DdBody *body,
           guint         first,
           guint         i,
           gboolean      limited)
{
  const guint start = find_clause_start (body, first, i);

  /* "(có từ 05 nhiệm vụ quá hạn trở lên)" describes */
  if (start > first && dd_body_is_mark (body, start - 1, i, '(') &&
      dd_body_match (body, start, i, DD_WORD_HAVING) > 0)
    return TRUE;

  /* "…, nơi có số vụ tăng trên 30%, …" */
  if (dd_body_match (body, start, i, DD_WORD_RELATIVE) > 1)
    return TRUE;

  for (guint j = start; j < i; j += dd_body_step (body, j, i))
    {
      int value = 0;

      /* "trồng mới 250 cây" */
      if (j > start && dd_body_match (body, j - 1, i, DD_WORD_SETTLE) > 1)
        continue;
      if (dd_body_match_value (body, j, i, DD_WORD_RESULT, &value) == 0)
        continue;
      /* "hoàn tất kết quả lựa chọn …": what is to be brought about */
      if (value == RESULT_UNLESS_LIMITED &&
          (limited || find_before (body, first, j, DD_WORD_SETTLE) < j))
        continue;
      return TRUE;
    }

  return FALSE;
}

/* Whether a limit says what is to be, and not which of many are meant: "giảm xuống dưới
 * 1%", but not "các dự án giải ngân dưới 40%". */
static gboolean
is_to_be_kept (const DdBody *body,
               guint         first,
               guint         i,
               const GArray *targets)
{
  const guint start = find_clause_start (body, first, i);

  for (guint j = start; j < i; j++)
    if (dd_body_match (body, j, i, DD_WORD_ENSURE) > 0 ||
        dd_body_match (body, j, i, DD_WORD_CHANGE) > 0 ||
        dd_body_match (body, j, i, DD_WORD_REACH) > 0)
      return TRUE;

  /* "bảo đảm … đạt tối thiểu 80%, | hồ sơ quá hạn dưới 1%" */
  return start > first && targets->len > 0 &&
         g_array_index (targets, DdTargetPhrase, targets->len - 1).words.first >=
         find_clause_start (body, first, start - 1);
}

/* "từ 35% | lên 60%", "từ 10 | -15%": where something begins. */
static gboolean
is_start (const DdBody *body,
          guint         first,
          guint         i,
          guint         behind,
          guint         last)
{
  return i > first && dd_body_match (body, i - 1, i, DD_WORD_FROM) == 1 &&
         (dd_body_match (body, behind, last, DD_WORD_REACH) > 0 ||
          dd_body_match (body, behind, last, DD_WORD_UNTIL) > 0 ||
          dd_body_match (body, behind, last, DD_WORD_ENSURE) > 0);
}

/* The lower end of "10-15%", "10 - 15%" with the upper end at token @i; @i if it is
 * no range. */
static guint
find_range_start (const DdBody *body,
                  guint         first,
                  guint         i)
{
  double value, other;

  if (i < first + 2 || !dd_body_is_mark (body, i - 1, i, '-') ||
      !dd_body_is_number (body, i - 2, i) || !read_value (body, i - 2, &value) ||
      !read_value (body, i, &other) || value >= other)
    return i;

  return i - 2;
}

/* What the figure is of: "TTHC nội bộ", "thông tin phải khai báo". */
static guint
skip_object (const DdBody *body,
             guint         i,
             guint         end)
{
  end = MIN (end, i + OBJECT_WORDS_MAX);

  while (i < end)
    {
      guint n = dd_body_match (body, i, end, DD_WORD_COUNTED);

      n = MAX (n, dd_body_match (body, i, end, DD_WORD_MEASURE));
      if (n == 0)
        {
          if (!dd_body_is_word (body, i, end) || dd_body_match (body, i, end, DD_WORD_STOP) > 0 ||
              dd_body_match (body, i, end, DD_WORD_VERB) > 0 ||
              dd_body_match (body, i, end, DD_WORD_ADVERB) > 0 ||
              dd_body_match (body, i, end, DD_WORD_OR_MORE) > 0)
            break;
          n = 1;
        }
      i += n;
    }

  return i;
}

/* Which verb of the clause the figure belongs to: the nearest in front of it,
 * else the first behind. */
static DdMeasure
find_measure_of_procedures (const DdBody *body,
                            guint         first,
                            guint         i,
                            guint         end)
{
  int measure = DD_MEASURE_OTHER;

  for (guint j = i; j > first && !dd_body_is_mark (body, j - 1, end, ';'); j--)
    if (dd_body_match_value (body, j - 1, i, DD_WORD_MEASURE, &measure) > 0 &&
        measure <= DD_MEASURE_PROCEDURES_CUT)
      return (DdMeasure) measure;

  for (guint j = i; j < end && !dd_body_is_mark (body, j, end, ';'); j++)
    if (dd_body_match_value (body, j, end, DD_WORD_MEASURE, &measure) > 0 &&
        measure <= DD_MEASURE_PROCEDURES_CUT)
      return (DdMeasure) measure;

  return DD_MEASURE_OTHER;
}

static DdMeasure
find_measure (const DdBody *body,
              guint         first,
              guint         i,
              guint         object_end,
              guint         end)
{
  int value = 0;

  for (guint j = i; j < object_end; j++)
    if (dd_body_match_value (body, j, object_end, DD_WORD_MEASURE, &value) > 0 &&
        value > DD_MEASURE_PROCEDURES_CUT)
      return (DdMeasure) value;

  for (guint j = i; j < object_end; j++)
    if (dd_body_match_value (body, j, object_end, DD_WORD_COUNTED, &value) > 0 &&
        value == COUNTED_PROCEDURES)
      return find_measure_of_procedures (body, first, i, end);

  return DD_MEASURE_OTHER;
}

/* The limit in front of the figure, or behind it. Returns whether there is one. */
static gboolean
find_operation (const DdBody   *body,
                guint           first,
                guint           i,
                guint          *behind,
                guint           end,
                DdTargetPhrase *target)
{
  static const struct
  {
    DdWordClass word_class;
    DdOperator  operation;
  } limits[] = {
    { DD_WORD_AT_MOST, DD_OPERATOR_LE },
    { DD_WORD_AT_LEAST, DD_OPERATOR_GE },
    { DD_WORD_MORE_THAN, DD_OPERATOR_GT },
    { DD_WORD_LESS_THAN, DD_OPERATOR_LT },
  };
  gboolean found = FALSE;
  guint n;

  target->operation = DD_OPERATOR_EQ;
  for (guint j = 0; j < G_N_ELEMENTS (limits) && !found; j++)
    {
      const guint start = find_before (body, first, i, limits[j].word_class);

      if (start < i)
        {
          target->words.first = start;
          target->operation = limits[j].operation;
          found = TRUE;
        }
    }

  n = dd_body_match (body, *behind, end, DD_WORD_OR_MORE);
  if (n > 0)
    {
      target->operation = DD_OPERATOR_GE;
      *behind += n;
      return TRUE;
    }
  n = dd_body_match (body, *behind, end, DD_WORD_OR_LESS);
  if (n > 0)
    {
      target->operation = DD_OPERATOR_LE;
      *behind += n;
      return TRUE;
    }

  return found;
}

/* "tối thiểu 20% TTHC và giảm 20% chi phí": the limit stands for both. */
static gboolean
inherits_limit (const DdBody         *body,
                const DdTargetPhrase *before,
                guint                 i)
{
  gboolean joined = FALSE;

  if (before->operation != DD_OPERATOR_GE || before->unit.first != before->unit.last)
    return FALSE;

  for (guint j = before->words.last; j < i; j++)
    {
      if (dd_body_is_mark (body, j, i, ';') || dd_body_match (body, j, i, DD_WORD_REACH) > 0)
        return FALSE;
      joined |= dd_body_match (body, j, i, DD_WORD_AND) > 0;
    }

  /* "ít nhất 30% thời gian, 30% chi phí" */
  return joined || before->words.last == i || dd_body_is_mark (body, i - 1, i, ',');
}

static void
add_percentage (const DdBody *body,
                guint         first,
                guint         i,
                guint         behind,
                guint         last,
                double        value,
                GArray       *targets)
{
  DdTargetPhrase target = { { i, behind }, { behind, behind }, DD_OPERATOR_EQ, value };
  const guint start = find_range_start (body, first, i);
  const gboolean limited = find_operation (body, first, start, &behind, last, &target);

  if (is_start (body, first, i, behind, last) || is_result (body, first, i, limited) ||
      (target.operation == DD_OPERATOR_LT && !is_to_be_kept (body, first, i, targets)))
    return;
  /* "giảm 10-15%": ten at least */
  if (start < i)
    {
      target.words.first = MIN (target.words.first, start);
      target.operation = target.operation == DD_OPERATOR_LE ? DD_OPERATOR_LE : DD_OPERATOR_GE;
      if (target.operation == DD_OPERATOR_GE)
        read_value (body, start, &target.value);
    }
  if (!limited && value < 100 && targets->len > 0 &&
      inherits_limit (body, &g_array_index (targets, DdTargetPhrase, targets->len - 1), i))
    target.operation = DD_OPERATOR_GE;

  target.words.last = skip_object (body, behind, last);
  target.unit = (DdRange) { target.words.last, target.words.last };
  target.measure = find_measure (body, first, i, target.words.last, last);
  g_array_append_val (targets, target);
}

/* Whether a verb that gets things done stands in front: "xử lý 342 …", "xử lý
 * xong 342 …", "cắt giảm … đối với 734 thủ tục". */
static gboolean
is_settled (const DdBody *body,
            guint         first,
            guint         i)
{
  const guint before = MIN (find_before (body, first, i, DD_WORD_FINISHED),
                            find_before (body, first, i, DD_WORD_REGARDING));

  if (find_before (body, first, i, DD_WORD_SETTLE) < i ||
      find_before (body, first, i, DD_WORD_CHANGE) < i)
    return TRUE;
  if (before == i)
    return FALSE;
  if (find_before (body, first, before, DD_WORD_SETTLE) < before)
    return TRUE;
  if (find_before (body, first, i, DD_WORD_REGARDING) == i)
    return FALSE;

  for (guint j = find_clause_start (body, first, i); j < before; j++)
    if (dd_body_match (body, j, before, DD_WORD_SETTLE) > 0)
      return TRUE;

  return FALSE;
}

/* Whether the object of a verb at the end of what stands in front: "khởi công 12 …",
 * "hoàn thành việc lắp đặt xong toàn bộ 12 …"; but not "khen thưởng 12 …", which tells
 * whom it is for. */
static gboolean
is_object (const DdBody *body,
           guint         first,
           guint         i)
{
  i = find_before (body, first, i, DD_WORD_FINISHED);
  if (find_before (body, first, i, DD_WORD_MEANS) < i ||
      find_before (body, first, i, DD_WORD_ASSIGN) < i)
    return FALSE;

  return find_before (body, first, i, DD_WORD_VERB) < i ||
         find_before (body, first, i, DD_WORD_SETTLE) < i;
}

/* Whether all of a number are meant: "toàn bộ 35 …", "cả 12 …". */
static gboolean
is_whole (const DdBody *body,
          guint         first,
          guint         i)
{
  const guint start = find_before (body, first, i, DD_WORD_WHOLE);

  /* "…, kể cả 214 tàu đang ở xa" */
  return start < i && (start == first || dd_body_match (body, start - 1, i, DD_WORD_WHOLE) == 0);
}

/* What follows a figure and is no known thing: small words up to one that no name
 * goes on with, but no time. Returns how many. */
static guint
count_unknown (const DdBody *body,
               guint         i,
               guint         last)
{
  static const DdWordClass others[] = {
    DD_WORD_DAY, DD_WORD_MONTH, DD_WORD_YEAR, DD_WORD_QUARTER, DD_WORD_WEEK, DD_WORD_HOUR,
    DD_WORD_MINUTE, DD_WORD_UNCOUNTED, DD_WORD_LACKING,
  };
  guint end;

  if (!dd_body_is_word (body, i, last) || dd_body_is_capital (body, i, last))
    return 0;
  for (guint j = 0; j < G_N_ELEMENTS (others); j++)
    if (dd_body_match (body, i, last, others[j]) > 0)
      return 0;

  end = skip_object (body, i, MIN (last, i + UNKNOWN_COUNTED_MAX));
  for (guint j = i + 1; j < end; j++)
    if (dd_body_match (body, j, last, DD_WORD_LACKING) > 0 || dd_body_is_capital (body, j, last))
      end = j;

  return end - i;
}

/* "tổ | kiểm tra liên ngành", "nhóm | dịch vụ công liên thông": the words that say of
 * what kind it is. Returns how many there are behind @i. */
static guint
count_kind (const DdBody *body,
            guint         i,
            guint         last)
{
  const guint end = MIN (last, i + GROUP_WORDS_MAX);
  guint j = i;

  while (j < end && dd_body_is_word (body, j, last) && !dd_body_is_capital (body, j, last) &&
         dd_body_match (body, j, last, DD_WORD_STOP) == 0 &&
         dd_body_match (body, j, last, DD_WORD_LACKING) == 0 &&
         dd_body_match (body, j, last, DD_WORD_ADVERB) == 0 &&
         (j == i || dd_body_match (body, j, last, DD_WORD_VERB) == 0))
    j += MAX (dd_body_match (body, j, last, DD_WORD_COUNTED), 1);

  return MIN (j, end) - i;
}

/* "lần/năm", "phút/lượt": how often, or for each of what. */
static guint
count_rate (const DdBody *body,
            guint         i,
            guint         last)
{
  if (!dd_body_is_mark (body, i, last, '/') || !dd_body_is_word (body, i + 1, last))
    return 0;

  return 1 + MAX (dd_body_match (body, i + 1, last, DD_WORD_COUNTED), 1);
}

/* Whether a length of time is to become shorter, or has a limit. */
static gboolean
is_shorter (const DdBody *body,
            guint         first,
            guint         i)
{
  if (find_before (body, first, i, DD_WORD_AT_MOST) < i)
    return TRUE;
  /* "đủ dùng tối thiểu 07 ngày"; but "trước kỳ thi ít nhất 60 ngày" says when */
  if (i - find_before (body, first, i, DD_WORD_AT_LEAST) >= CLEAR_LIMIT_MIN)
    return dd_body_match (body, i + 2, body->n_tokens, DD_WORD_BEFORE) == 0 &&
           !dd_body_contains (body, find_clause_start (body, first, i), i, DD_WORD_BEFORE);
  for (guint j = find_clause_start (body, first, i); j < i; j++)
    {
      int value = 0;

      if (dd_body_match_value (body, j, i, DD_WORD_CHANGE, &value) > 0 && value == CHANGE_TO_LESS)
        return TRUE;
    }

  return FALSE;
}

/* "ít nhất 10 xã, phường và 04 sở": one limit for both. */
static gboolean
shares_limit (const DdBody *body,
              guint         i,
              const GArray *targets)
{
  const DdTargetPhrase *before;

  if (targets->len == 0)
    return FALSE;
  before = &g_array_index (targets, DdTargetPhrase, targets->len - 1);

  return before->unit.last > before->unit.first && before->words.last + 1 == i &&
         (dd_body_match (body, i - 1, i, DD_WORD_AND) > 0 || dd_body_is_mark (body, i - 1, i, ','));
}

/* So many of something: only with a limit, or as the object of a verb. */
static void
add_count (const DdBody *body,
           guint         first,
           guint         i,
           guint         last,
           double        value,
           GArray       *targets)
{
  int kind = 0;
  guint n_counted = dd_body_match_value (body, i + 1, last, DD_WORD_COUNTED, &kind);
  DdTargetPhrase target = { { i, i + 1 }, { i + 1, i + 1 }, DD_OPERATOR_EQ, value };
  const gboolean known = n_counted > 0;
  const gboolean shared = shares_limit (body, i, targets);
  guint behind = i + 1;
  gboolean limited, clear;

  /* "hồ sơ | quá hạn" */
  for (guint j = i + 2; j < i + 1 + n_counted; j++)
    if (dd_body_match (body, j, last, DD_WORD_LACKING) > 0)
      n_counted = j - i - 1;
  /* "thành lập 3 Tổ công tác": a name */
  if (kind == COUNTED_GROUP && dd_body_is_capital (body, i + 1, last) &&
      find_before (body, first, i, DD_WORD_AT_LEAST) == i)
    return;
  if (value <= 0 || dd_body_match (body, i + 1, last, DD_WORD_UNCOUNTED) > n_counted ||
      (i > first && dd_body_match (body, i - 1, i, DD_WORD_NUMBERED) > 0 &&
       find_before (body, first, i, DD_WORD_FINISHED) == i))
    return;
  if (dd_body_match (body, i + 1, last, DD_WORD_TIME_UNIT) > 0 &&
      dd_body_match (body, i + 1, last, DD_WORD_TIME_UNIT) >= n_counted &&
      !is_shorter (body, first, i))
    return;
  /* "từ 15 ngày | xuống còn 10 ngày" */
  if (is_start (body, first, i, i + 1 + n_counted, last))
    return;
  limited = find_operation (body, first, i, &behind, last, &target);
  /* "90 điểm trở lên" */
  if (n_counted > 0 && dd_body_match (body, i + 1 + n_counted, last, DD_WORD_OR_MORE) > 0)
    {
      target.operation = DD_OPERATOR_GE;
      limited = TRUE;
    }
  if (n_counted == 0)
    n_counted = count_unknown (body, i + 1, last);
  if (n_counted == 0)
    return;
  /* "trên 34 …" is a place as well as a limit, unless it is what a verb has for its object */
  clear = limited && (known || i >= target.words.first + CLEAR_LIMIT_MIN ||
                      is_object (body, first, target.words.first));
  if (shared && !limited)
    target.operation = g_array_index (targets, DdTargetPhrase, targets->len - 1).operation;
  else if (!clear && (kind == COUNTED_MONEY ||
                      (!(known && is_settled (body, first, i)) && !is_object (body, first, i) &&
                       !is_whole (body, first, i))))
    return;
  if (is_result (body, first, i, limited))
    return;

  if (kind == COUNTED_GROUP)
    n_counted += count_kind (body, i + 1 + n_counted, last);
  n_counted += count_rate (body, i + 1 + n_counted, last);
  target.words.last = i + 1 + n_counted;
  target.unit.last = i + 1 + n_counted;
  target.measure = DD_MEASURE_OTHER;
  g_array_append_val (targets, target);
}

/**
 * dd_target_find:
 * @times: (element-type DdTimePhrase) (nullable): the deadlines of the same
 *   piece, whose numbers are no targets
 * @targets: (element-type DdTargetPhrase): where what is found is added
 *
 * Finds the figures that a directive sets: "ít nhất 50% TTHC", "từ 45% trở
 * lên", "không quá 2%", "xử lý dứt điểm 342 phản ánh, kiến nghị".
 */
void
dd_target_find (const DdBody *body,
                guint         first,
                guint         last,
                const GArray *times,
                GArray       *targets)
{
  for (guint i = first; i < last; i++)
    {
      double value;
      guint n;

      if (body->tokens[i].kind != DD_TOKEN_NUMBER || body->cited[i] ||
          is_in_time (body, first, i, times) || !read_value (body, i, &value))
        continue;

      n = dd_body_is_mark (body, i + 1, last, '%') ? 1
          : dd_body_match (body, i + 1, last, DD_WORD_PERCENT);
      if (n > 0)
        add_percentage (body, first, i, i + 1 + n, last, value, targets);
      else
        add_count (body, first, i, last, value, targets);
    }
}
