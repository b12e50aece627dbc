/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-layout"

#include "dd-layout.h"

#include "dd-layout-letterhead.h"
#include "dd-layout-line.h"

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

/* A short line in capitals that begins with "KT." or with a post. */
static gboolean
is_signature (const DdBody *all,
              const DdLine *line)
{
  const guint first = dd_line_skip_bars (all, line->tokens.first, line->tokens.last);
  const guint n = dd_body_match (all, first, line->tokens.last, DD_WORD_SIGNATURE);

  if (line->tokens.last - first > SIGNATURE_TOKENS_MAX || dd_line_ends_with (all, line, ":;,") ||
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
      DdLine *line = dd_layout_get_line (self, i);

      if (line->role != DD_LINE_BODY)
        continue;
      if (end && dd_line_match (all, line, DD_WORD_ANNEX) > 0 &&
          dd_layout_is_upper (all, line->tokens.first, line->tokens.first + 2))
        end = FALSE;
      else if (dd_line_match (all, line, DD_WORD_RECIPIENTS) > 0 ||
               (seen_text && is_signature (all, line)))
        end = TRUE;
      seen_text |= dd_line_ends_with (all, line, ".;");
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
  const guint64 key = all->tokens[dd_layout_get_line (self, i)->tokens.first].key;
  const guint end = dd_layout_get_line (self, i)->tokens.first;

  for (guint j = dd_layout_get_line (self, start)->tokens.first; j < end; j++)
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
      DdLine *line = dd_layout_get_line (self, i);
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
             dd_layout_get_line (self, end)->role == DD_LINE_BODY &&
             !is_page_number (all, dd_layout_get_line (self, end)))
        end++;
      if (end == self->lines->len || end == i + FOOTNOTE_LINES_MAX)
        end = i + 1;
      for (guint j = i; j < end; j++)
        dd_layout_get_line (self, j)->role = DD_LINE_FOOTNOTE;
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
      DdLine *line = dd_layout_get_line (self, i);
      const guint n = line->tokens.last - line->tokens.first;
      const guint first = dd_line_skip_bars (all, line->tokens.first, line->tokens.last);
      guint start = first;

      if (dd_body_is_mark (all, start, line->tokens.last, '-') ||
          (start < line->tokens.last &&
           all->chars[all->tokens[start].start] == DD_SOURCE_TEXT_BULLET))
        start++;
      if (seen_text && n <= FURNITURE_TOKENS_MAX &&
          dd_body_match (all, first, line->tokens.last, DD_WORD_FURNITURE_REST) > 0)
        rest = TRUE;

      if (rest || (n <= FURNITURE_TOKENS_MAX && !dd_line_ends_with (all, line, ".;:,") &&
                   dd_body_match (all, start, line->tokens.last, DD_WORD_FURNITURE) > 0))
        line->role = DD_LINE_FURNITURE;
      else if (dd_line_ends_with (all, line, "."))
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
      const DdLine *line = dd_layout_get_line (self, i);

      if (line->role != DD_LINE_BODY || line->width < 30)
        continue;
      g_array_append_val (widths, line->width);
      n_open += !dd_line_ends_with (all, line, ".;:!?");
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
  dd_layout_mark_letterhead (self, all);
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
