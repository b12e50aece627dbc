/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-layout-letterhead"

#include "dd-layout-letterhead.h"

#include "dd-citation-phrase.h"
#include "dd-date-phrase.h"
#include "dd-layout-line.h"

/* A letterhead is over by this line. */
#define LETTERHEAD_LINES_MAX 60

/* The lines that a subject takes in a narrow column. */
#define SUBJECT_LINES_MAX 6

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

/* "Số: 87/TB-UBND", "Số:     /KH-UBND" of a draft. */
static gboolean
is_number_line (const DdBody *all,
                const DdLine *line)
{
  g_autoptr (GString) number = g_string_new (NULL);
  guint i = dd_line_skip_bars (all, line->tokens.first, line->tokens.last);
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

  /* "……, ngày 22 tháng 8 năm 2026": the place is not filled in */
  while (first > line->tokens.first &&
         (dd_body_is_mark (all, first - 1, i, '.') || dd_body_is_mark (all, first - 1, i, '_') ||
          (all->tokens[first - 1].kind == DD_TOKEN_MARK &&
           all->chars[all->tokens[first - 1].start] == 0x2026)))
    first--;
  if (first < i)
    return first == line->tokens.first || all->tokens[first].gap_before;

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
  const guint n = dd_line_match (all, line, DD_WORD_DOCUMENT_TYPE);

  return n > 0 && dd_layout_is_upper (all, line->tokens.first, line->tokens.last) &&
         line->tokens.last - line->tokens.first <= n + 2;
}

/* What the first sentence of a document may begin with, and a subject that
 * runs on does not. */
static gboolean
opens_body (const DdBody *all,
            const DdLine *line)
{
  const guint first = dd_line_skip_bars (all, line->tokens.first, line->tokens.last);

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
      DdLine *line = dd_layout_get_line (self, i);
      const gboolean lower = !dd_body_is_capital (all, line->tokens.first, line->tokens.last);

      if (i > start && (line->blank_before || dd_line_ends_with (all, line - 1, ".:;")))
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
      DdLine *line = dd_layout_get_line (self, i);
      const gboolean item = all->tokens[line->tokens.first].kind == DD_TOKEN_MARK;
      const gboolean open = i > start && dd_line_ends_with (all, line - 1, ":;,-");

      if (i > start && !open && !item &&
          (dd_body_is_capital (all, line->tokens.first, line->tokens.last) ||
           dd_line_ends_with (all, line - 1, ".")))
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

  if (dd_body_match (all, dd_layout_get_line (self, i)->tokens.first,
                     dd_layout_get_line (self, i)->tokens.last, DD_WORD_TOPIC) == 0)
    return FALSE;
  for (guint j = i + 1; j < end; j++)
    {
      const DdLine *line = dd_layout_get_line (self, j);

      if (dd_line_match (all, line, DD_WORD_ADDRESSEES) > 0)
        return dd_body_is_capital (all, line->tokens.first, line->tokens.last);
      if (dd_line_ends_with (all, line, ".:;"))
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
  const DdLine *line = dd_layout_get_line (self, i);

  return i > 0 && dd_layout_get_line (self, i - 1)->role == DD_LINE_SUBJECT &&
         !line->blank_before && dd_body_is_word (all, line->tokens.first, line->tokens.last) &&
         !dd_body_is_capital (all, line->tokens.first, line->tokens.last);
}

/**
 * dd_layout_mark_letterhead:
 * @all: the text with all its tokens
 *
 * Tells the lines above a document's own words: agency, number and date, type,
 * subject, addressees; and whether it is an official document.
 */
void
dd_layout_mark_letterhead (DdLayout     *self,
                           const DdBody *all)
{
  const guint n = MIN (self->lines->len, LETTERHEAD_LINES_MAX);
  guint last = 0;

  for (guint i = 0; i < n; i++)
    {
      const DdLine *line = dd_layout_get_line (self, i);

      if (has_motto (all, line) || is_number_line (all, line) ||
          (last > 0 && i < last + 6 && is_date_line (all, line)))
        last = i + 1;
      else if ((last > 0 && i > last + 6) || dd_line_ends_with (all, line, "."))
        break;
    }

  self->official = last > 0;
  for (guint i = 0; i < last; i++)
    {
      DdLine *line = dd_layout_get_line (self, i);

      if (dd_line_match (all, line, DD_WORD_SUBJECT) > 0 &&
          all->tokens[line->tokens.first + 1].kind == DD_TOKEN_MARK)
        line->role = DD_LINE_SUBJECT;
      else
        line->role = DD_LINE_LETTERHEAD;
    }

  while (last < n)
    {
      DdLine *line = dd_layout_get_line (self, last);

      if (is_type_line (all, line))
        {
          self->official = TRUE;
          line->role = DD_LINE_TYPE;
          last = skip_subject (self, all, last + 1);
        }
      else if (self->official && (dd_line_match (all, line, DD_WORD_SUBJECT) > 0 ||
                                  goes_on_with_subject (self, all, last) ||
                                  opens_plain_subject (self, all, last)))
        last = skip_subject (self, all, last);
      else if (dd_line_ends_with (all, line, ":") &&
               dd_body_match (all, line->tokens.last - 2, line->tokens.last - 1,
                              DD_WORD_ADDRESSEES) == 1)
        {
          line->role = DD_LINE_LETTERHEAD;      /* CHỦ TỊCH … ĐIỆN: */
          last = skip_addressees (self, all, last + 1);
        }
      else if (dd_line_match (all, line, DD_WORD_ADDRESSEES) > 0 &&
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
