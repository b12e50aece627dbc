/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-layout"

#include "dd-layout.h"

#include "dd-citation-phrase.h"
#include "dd-date-phrase.h"

/* A letterhead is over by this line. */
#define LETTERHEAD_LINES_MAX 60

/* The lines that a subject takes in a narrow column. */
#define SUBJECT_LINES_MAX 6

/* Lines of a web page that are not the article are short. */
#define FURNITURE_TOKENS_MAX 12

/* "KT. BỘ TRƯỞNG, CHỦ NHIỆM" and the like */
#define SIGNATURE_TOKENS_MAX 12

/* A footnote runs on for no more lines than these. */
#define FOOTNOTE_LINES_MAX 40

/* From how many lines on their widths tell whether they were broken to fit. */
#define WRAPPED_LINES_MIN 8
#define WRAPPED_WIDTH_MIN 50
#define WRAPPED_WIDTH_MAX 120

static DdLine *
get_line (const DdLayout *self,
          guint           i)
{
  return &g_array_index (self->lines, DdLine, i);
}

static void
split_lines (DdLayout     *self,
             const DdBody *all)
{
  for (guint i = 0; i < all->n_tokens;)
    {
      DdLine line = { { i, i }, DD_LINE_BODY, 0, 0, i == 0 };
      const guint start = all->tokens[i].start;
      guint n_ends = 0;

      for (guint j = start; j > 0 && (all->chars[j - 1] == ' ' || all->chars[j - 1] == '\t' ||
                                      all->chars[j - 1] == '\n'); j--)
        {
          if (all->chars[j - 1] == '\n')
            n_ends++;
          else if (n_ends == 0)
            line.indent++;
          if (n_ends == 2)
            break;
        }
      line.blank_before |= n_ends >= 2;

      do
        i++;
      while (i < all->n_tokens && !all->tokens[i].line_start);
      line.tokens.last = i;
      line.width = all->tokens[i - 1].end - start;
      g_array_append_val (self->lines, line);
    }
}

/**
 * dd_layout_is_upper:
 *
 * Returns: whether all words of a piece are in capitals
 */
gboolean
dd_layout_is_upper (const DdBody *body,
                    guint         first,
                    guint         last)
{
  guint n_words = 0;

  for (guint i = first; i < last; i++)
    {
      const DdToken *token = &body->tokens[i];

      if (token->kind != DD_TOKEN_WORD)
        continue;
      if (token->shape == DD_SHAPE_LOWER ||
          (token->shape == DD_SHAPE_CAPITAL && token->end - token->start > 1))
        return FALSE;
      n_words++;
    }

  return n_words > 0;
}

/* Cells of a table that was saved as text stand between bars. */
static guint
skip_bars (const DdBody *all,
           guint         i,
           guint         end)
{
  while (dd_body_is_mark (all, i, end, '|') || dd_body_is_mark (all, i, end, '*') ||
         dd_body_is_mark (all, i, end, '_'))
    i++;

  return i;
}

/* "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", in capitals or at the end of a line: a
 * sentence may name the country too. */
static gboolean
has_motto (const DdBody *all,
           const DdLine *line)
{
  for (guint i = line->tokens.first; i < line->tokens.last; i++)
    {
      const guint n = dd_body_match (all, i, line->tokens.last, DD_WORD_MOTTO);

      if (n > 0 && (all->tokens[i].shape == DD_SHAPE_UPPER || i + n == line->tokens.last))
        return TRUE;
    }

  return FALSE;
}

/* "-------" */
static gboolean
is_ruling (const DdBody *all,
           const DdLine *line)
{
  for (guint i = line->tokens.first; i < line->tokens.last; i++)
    if (all->tokens[i].kind != DD_TOKEN_MARK)
      return FALSE;

  return TRUE;
}

static guint
match_at_start (const DdBody *all,
                const DdLine *line,
                DdWordClass   word_class)
{
  return dd_body_match (all, skip_bars (all, line->tokens.first, line->tokens.last),
                        line->tokens.last, word_class);
}

/* "Số: 87/TB-UBND", "Số:     /KH-UBND" of a draft. */
static gboolean
is_number_line (const DdBody *all,
                const DdLine *line)
{
  g_autoptr (GString) number = g_string_new (NULL);
  guint i = skip_bars (all, line->tokens.first, line->tokens.last);
  const guint n = dd_body_match (all, i, line->tokens.last, DD_WORD_NUMBER_SIGN);

  if (n == 0 || !dd_body_is_capital (all, i, line->tokens.last))
    return FALSE;
  i += n;
  if (!dd_body_is_mark (all, i, line->tokens.last, ':') &&
      !dd_body_is_number (all, i, line->tokens.last))
    return FALSE;
  i += dd_body_is_mark (all, i, line->tokens.last, ':');
  if (dd_body_is_mark (all, i, line->tokens.last, '/'))
    return TRUE;

  return dd_citation_match_number (all, i, line->tokens.last, number) > i;
}

/* Whether a place stands in front of the comma at token @i, and not "Thời gian:
 * 14 giờ 00" or "Thời gian: Thứ Ba". */
static gboolean
is_behind_place (const DdBody *all,
                 const DdLine *line,
                 guint         i)
{
  guint first = i;

  while (first > line->tokens.first && dd_body_is_capital (all, first - 1, i))
    first--;

  return first < i && !(first > line->tokens.first && dd_body_is_mark (all, first - 1, i, ':'));
}

/* "Hà Nội, ngày 14 tháng 10 năm 2024", alone or in the right column. */
static gboolean
is_date_line (const DdBody *all,
              const DdLine *line)
{
  for (guint i = line->tokens.first; i + 2 < line->tokens.last; i++)
    {
      DdDatePhrase date;

      if (dd_body_is_mark (all, i, line->tokens.last, ',') &&
          dd_body_match (all, i + 1, line->tokens.last, DD_WORD_DAY) > 0 &&
          is_behind_place (all, line, i) &&
          dd_date_phrase_match (all, i + 2, line->tokens.last, &date) &&
          date.day != 0 && date.year != 0)
        {
          i = date.last;
          while (dd_body_is_mark (all, i, line->tokens.last, '*') ||
                 dd_body_is_mark (all, i, line->tokens.last, '|'))
            i++;
          return i == line->tokens.last;
        }
    }

  return FALSE;
}

/* The name of a type in capitals, and nothing else: THÔNG BÁO. */
static gboolean
is_type_line (const DdBody *all,
              const DdLine *line)
{
  const guint n = match_at_start (all, line, DD_WORD_DOCUMENT_TYPE);

  return n > 0 && dd_layout_is_upper (all, line->tokens.first, line->tokens.last) &&
         line->tokens.last - line->tokens.first <= n + 2;
}

static gboolean
ends_with (const DdBody *all,
           const DdLine *line,
           const char   *marks)
{
  for (const char *p = marks; *p != '\0'; p++)
    if (dd_body_is_mark (all, line->tokens.last - 1, line->tokens.last, *p))
      return TRUE;

  return FALSE;
}

/* What the first sentence of a document may begin with, and a subject that
 * runs on does not. */
static gboolean
opens_body (const DdBody *all,
            const DdLine *line)
{
  const guint first = skip_bars (all, line->tokens.first, line->tokens.last);

  return dd_body_is_capital (all, first, line->tokens.last) &&
         (dd_body_match (all, first, line->tokens.last, DD_WORD_DAY) > 0 ||
          dd_body_match (all, first, line->tokens.last, DD_WORD_HALF_DAY) > 0 ||
          dd_body_match (all, first, line->tokens.last, DD_WORD_ADVERBIAL) > 0 ||
          dd_body_match (all, first, line->tokens.last, DD_WORD_ADDRESSEES) > 0);
}

/* The lines of a subject, from @i on: up to an empty line, or to one that
 * begins the body. */
static guint
skip_subject (DdLayout     *self,
              const DdBody *all,
              guint         i)
{
  const guint start = i;

  while (i < self->lines->len)
    {
      DdLine *line = get_line (self, i);
      const gboolean lower = !dd_body_is_capital (all, line->tokens.first, line->tokens.last);

      if (i > start && (line->blank_before || ends_with (all, line - 1, ".:;")))
        break;
      if (i > start && !lower && !dd_layout_is_upper (all, line->tokens.first, line->tokens.last) &&
          (opens_body (all, line) || line->width > 90))
        break;
      if (i > start && all->tokens[line->tokens.first].kind != DD_TOKEN_WORD)
        break;
      line->role = DD_LINE_SUBJECT;
      i++;
    }

  return i;
}

/* "Kính gửi:" and those it is sent to, in one line or in several. */
static guint
skip_addressees (DdLayout     *self,
                 const DdBody *all,
                 guint         i)
{
  const guint start = i;

  while (i < self->lines->len)
    {
      DdLine *line = get_line (self, i);
      const gboolean item = all->tokens[line->tokens.first].kind == DD_TOKEN_MARK;
      const gboolean open = i > start && ends_with (all, line - 1, ":;,-");

      if (i > start && !open && !item &&
          (dd_body_is_capital (all, line->tokens.first, line->tokens.last) ||
           ends_with (all, line - 1, ".")))
        break;
      if (i > start + 1 && line->blank_before && !item)
        break;
      line->role = DD_LINE_ADDRESSEES;
      i++;
    }

  return i;
}

/* "Về tăng tốc triển khai …": a subject without "V/v", where the addressees follow. */
static gboolean
opens_plain_subject (const DdLayout *self,
                     const DdBody   *all,
                     guint           i)
{
  const guint end = MIN (self->lines->len, i + SUBJECT_LINES_MAX);

  if (dd_body_match (all, get_line (self, i)->tokens.first, get_line (self, i)->tokens.last,
                     DD_WORD_TOPIC) == 0)
    return FALSE;
  for (guint j = i + 1; j < end; j++)
    {
      const DdLine *line = get_line (self, j);

      if (match_at_start (all, line, DD_WORD_ADDRESSEES) > 0)
        return dd_body_is_capital (all, line->tokens.first, line->tokens.last);
      if (ends_with (all, line, ".:;"))
        return FALSE;
    }

  return FALSE;
}

/* The second line of a subject whose first has the date beside it. */
static gboolean
goes_on_with_subject (const DdLayout *self,
                      const DdBody   *all,
                      guint           i)
{
  const DdLine *line = get_line (self, i);

  return i > 0 && get_line (self, i - 1)->role == DD_LINE_SUBJECT && !line->blank_before &&
         dd_body_is_word (all, line->tokens.first, line->tokens.last) &&
         !dd_body_is_capital (all, line->tokens.first, line->tokens.last);
}

static void
mark_letterhead (DdLayout     *self,
                 const DdBody *all)
{
  const guint n = MIN (self->lines->len, LETTERHEAD_LINES_MAX);
  guint last = 0;

  for (guint i = 0; i < n; i++)
    {
      const DdLine *line = get_line (self, i);

      if (has_motto (all, line) || is_number_line (all, line) ||
          (last > 0 && i < last + 6 && is_date_line (all, line)))
        last = i + 1;
      else if ((last > 0 && i > last + 6) || ends_with (all, line, "."))
        break;
    }

  self->official = last > 0;
  for (guint i = 0; i < last; i++)
    {
      DdLine *line = get_line (self, i);

      if (match_at_start (all, line, DD_WORD_SUBJECT) > 0 &&
          all->tokens[line->tokens.first + 1].kind == DD_TOKEN_MARK)
        line->role = DD_LINE_SUBJECT;
      else
        line->role = DD_LINE_LETTERHEAD;
    }

  while (last < n)
    {
      DdLine *line = get_line (self, last);

      if (is_type_line (all, line))
        {
          self->official = TRUE;
          line->role = DD_LINE_TYPE;
          last = skip_subject (self, all, last + 1);
        }
      else if (self->official && (match_at_start (all, line, DD_WORD_SUBJECT) > 0 ||
                                  goes_on_with_subject (self, all, last) ||
                                  opens_plain_subject (self, all, last)))
        last = skip_subject (self, all, last);
      else if (ends_with (all, line, ":") && dd_body_match (all, line->tokens.last - 2,
                                                            line->tokens.last - 1,
                                                            DD_WORD_ADDRESSEES) == 1)
        {
          line->role = DD_LINE_LETTERHEAD;      /* CHỦ TỊCH … ĐIỆN: */
          last = skip_addressees (self, all, last + 1);
        }
      else if (match_at_start (all, line, DD_WORD_ADDRESSEES) > 0 &&
               dd_body_is_capital (all, line->tokens.first, line->tokens.last))
        {
          self->official = TRUE;
          last = skip_addressees (self, all, last);
        }
      else if (self->official && is_ruling (all, line))
        {
          line->role = DD_LINE_LETTERHEAD;
          last++;
        }
      else
        break;
    }
}

/* A short line in capitals that begins with "KT." or with a post. */
static gboolean
is_signature (const DdBody *all,
              const DdLine *line)
{
  const guint first = skip_bars (all, line->tokens.first, line->tokens.last);
  const guint n = dd_body_match (all, first, line->tokens.last, DD_WORD_SIGNATURE);

  if (line->tokens.last - first > SIGNATURE_TOKENS_MAX || ends_with (all, line, ":;,") ||
      !dd_layout_is_upper (all, first, line->tokens.last))
    return FALSE;

  return (n > 0 && dd_body_is_mark (all, first + n, line->tokens.last, '.')) ||
         dd_body_match (all, first, line->tokens.last, DD_WORD_POST) > 0;
}

/* Recipients and signature, up to an annex if there is one. */
static void
mark_end (DdLayout     *self,
          const DdBody *all)
{
  gboolean end = FALSE;
  gboolean seen_text = FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      DdLine *line = get_line (self, i);

      if (line->role != DD_LINE_BODY)
        continue;
      if (end && match_at_start (all, line, DD_WORD_ANNEX) > 0 &&
          dd_layout_is_upper (all, line->tokens.first, line->tokens.first + 2))
        end = FALSE;
      else if (match_at_start (all, line, DD_WORD_RECIPIENTS) > 0 ||
               (seen_text && is_signature (all, line)))
        end = TRUE;
      seen_text |= ends_with (all, line, ".;");
      if (end)
        line->role = DD_LINE_END;
    }
}

/* "3", "- 3 -", "Trang 3/7". */
static gboolean
is_page_number (const DdBody *all,
                const DdLine *line)
{
  const guint n = line->tokens.last - line->tokens.first;
  guint n_numbers = 0, number;

  if (n > 5)
    return FALSE;
  for (guint i = line->tokens.first; i < line->tokens.last; i++)
    {
      if (dd_body_get_number (all, i, line->tokens.last, &number))
        n_numbers += number < 1000;
      else if (all->tokens[i].kind == DD_TOKEN_WORD && i > line->tokens.first)
        return FALSE;
      else if (all->tokens[i].kind == DD_TOKEN_MARK &&
               !dd_body_is_mark (all, i, line->tokens.last, '-') &&
               !dd_body_is_mark (all, i, line->tokens.last, '/'))
        return FALSE;
    }

  return n_numbers == 1 || (n_numbers == 2 && n >= 3);
}

/* "1 Các quy định của …" below the page, "[1] …" of a converted file. */
static gboolean
is_footnote (const DdBody *all,
             const DdLine *line)
{
  const guint first = line->tokens.first;
  guint number;

  if (dd_body_is_mark (all, first, line->tokens.last, '['))
    return dd_body_is_number (all, first + 1, line->tokens.last) &&
           dd_body_is_mark (all, first + 2, line->tokens.last, ']');

  return line->blank_before && dd_body_get_number (all, first, line->tokens.last, &number) &&
         number < 100 && dd_body_is_capital (all, first + 1, line->tokens.last) &&
         all->tokens[first + 1].space_before;
}

/* Whether a word of the lines before bears the number of the footnote. */
static gboolean
is_called_for (const DdLayout *self,
               const DdBody   *all,
               guint           i)
{
  const guint start = i > FOOTNOTE_LINES_MAX ? i - FOOTNOTE_LINES_MAX : 0;
  const guint64 key = all->tokens[get_line (self, i)->tokens.first].key;

  for (guint j = get_line (self, start)->tokens.first; j < get_line (self, i)->tokens.first; j++)
    if (all->tokens[j].key == key && !all->tokens[j].space_before && j > 0 &&
        (all->tokens[j - 1].kind == DD_TOKEN_WORD || dd_body_is_mark (all, j - 1, j, '"')))
      return TRUE;

  return FALSE;
}

static void
mark_pages (DdLayout     *self,
            const DdBody *all)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      DdLine *line = get_line (self, i);
      guint end = i + 1;

      if (line->role != DD_LINE_BODY)
        continue;
      if (is_page_number (all, line))
        {
          line->role = DD_LINE_PAGE;
          continue;
        }
      if (!is_footnote (all, line))
        continue;
      if (dd_body_is_mark (all, line->tokens.first, line->tokens.last, '['))
        {
          line->role = DD_LINE_FOOTNOTE;
          continue;
        }
      if (!is_called_for (self, all, i))
        continue;

      while (end < self->lines->len && end < i + FOOTNOTE_LINES_MAX &&
             get_line (self, end)->role == DD_LINE_BODY &&
             !is_page_number (all, get_line (self, end)))
        end++;
      if (end == self->lines->len || end == i + FOOTNOTE_LINES_MAX)
        end = i + 1;
      for (guint j = i; j < end; j++)
        get_line (self, j)->role = DD_LINE_FOOTNOTE;
    }
}

/* What a page of a portal has around the article. */
static void
mark_furniture (DdLayout     *self,
                const DdBody *all)
{
  gboolean rest = FALSE;
  gboolean seen_text = FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      DdLine *line = get_line (self, i);
      const guint n = line->tokens.last - line->tokens.first;
      const guint first = skip_bars (all, line->tokens.first, line->tokens.last);
      guint start = first;

      if (dd_body_is_mark (all, start, line->tokens.last, '-') ||
          (start < line->tokens.last &&
           all->chars[all->tokens[start].start] == DD_SOURCE_TEXT_BULLET))
        start++;
      if (seen_text && n <= FURNITURE_TOKENS_MAX &&
          dd_body_match (all, first, line->tokens.last, DD_WORD_FURNITURE_REST) > 0)
        rest = TRUE;

      if (rest || (n <= FURNITURE_TOKENS_MAX && !ends_with (all, line, ".;:,") &&
                   dd_body_match (all, start, line->tokens.last, DD_WORD_FURNITURE) > 0))
        line->role = DD_LINE_FURNITURE;
      else if (ends_with (all, line, "."))
        seen_text = TRUE;
    }
}

static int
compare_widths (gconstpointer a,
                gconstpointer b)
{
  const guint width_a = *(const guint *) a;
  const guint width_b = *(const guint *) b;

  return width_a < width_b ? -1 : width_a > width_b;
}

/* Lines that were broken to fit a page are about equally wide, and many end in
 * the middle of a sentence. */
static void
find_width (DdLayout     *self,
            const DdBody *all)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_open = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const DdLine *line = get_line (self, i);

      if (line->role != DD_LINE_BODY || line->width < 30)
        continue;
      g_array_append_val (widths, line->width);
      n_open += !ends_with (all, line, ".;:!?");
    }
  if (widths->len < WRAPPED_LINES_MIN)
    return;

  g_array_sort (widths, compare_widths);
  self->width = g_array_index (widths, guint, widths->len * 9 / 10);
  self->wrapped = self->width >= WRAPPED_WIDTH_MIN && self->width <= WRAPPED_WIDTH_MAX &&
                  n_open * 5 >= widths->len * 2;
}

/**
 * dd_layout_new:
 * @all: a text with all its tokens
 *
 * Tells the document's own words from what stands around them.
 *
 * Returns: (transfer full): what each line is there for
 */
DdLayout *
dd_layout_new (const DdBody *all)
{
  DdLayout *self = g_new0 (DdLayout, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (DdLine));
  split_lines (self, all);
  mark_letterhead (self, all);
  if (!self->official)
    mark_furniture (self, all);
  mark_end (self, all);
  mark_pages (self, all);
  find_width (self, all);

  return self;
}

void
dd_layout_free (DdLayout *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->lines);
  g_free (self);
}
