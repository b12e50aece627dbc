/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-letterhead"

#include "dd-letterhead.h"

#include "dd-citation-phrase.h"
#include "dd-date-phrase.h"
#include "dd-document.h"
#include "dd-unit-dictionary-private.h"
#include "dd-unit-matcher.h"

#include <string.h>

/* A person's name has as many words. */
#define NAME_WORDS_MIN 2
#define NAME_WORDS_MAX 5

/* The day on which a page was published stands near its top. */
#define STAMP_LINES_MAX 15

/* A headline says at least so much, and a first paragraph more than this. */
#define HEADLINE_TOKENS_MIN 5
#define HEADLINE_WIDTH_MAX 120

static const DdLine *
get_line (const DdLayout *layout,
          guint           i)
{
  return &g_array_index (layout->lines, DdLine, i);
}

static gboolean
is_bar (const DdBody *all,
        guint         i,
        guint         end)
{
  return dd_body_is_mark (all, i, end, '|') || dd_body_is_mark (all, i, end, '*') ||
         dd_body_is_mark (all, i, end, '-') || dd_body_is_mark (all, i, end, '_');
}

static void
read_number (const DdBody *all,
             const DdLine *line,
             DdRow        *document)
{
  g_autoptr (GString) number = g_string_new (NULL);
  const guint last = line->tokens.last;

  for (guint i = line->tokens.first; i < last; i++)
    {
      const guint n = dd_body_match (all, i, last, DD_WORD_NUMBER_SIGN);

      if (n == 0)
        continue;
      i += n + dd_body_is_mark (all, i + n, last, ':');
      if (dd_citation_match_number (all, i, last, number) > i)
        {
          dd_row_set_text (document, DD_DOCUMENT_NUMBER, number->str);
          return;
        }
    }
}

/* "Hà Nội, ngày 14 tháng 10 năm 2024" */
static void
read_date (const DdBody *all,
           const DdLine *line,
           DdRow        *document)
{
  const guint last = line->tokens.last;

  for (guint i = line->tokens.first; i < last; i++)
    {
      DdDatePhrase date;

      if (dd_body_match (all, i, last, DD_WORD_DAY) > 0 &&
          dd_date_phrase_match (all, i + 1, last, &date))
        dd_row_set_day (document, DD_DOCUMENT_DAY, dd_date_phrase_to_day (&date));
    }
}

/* "V/v đôn đốc gửi báo cáo        Hà Nội, ngày 21 tháng 4 năm 2025": place and date
 * stand in the right column, beside the subject. */
static void
read_right_date (const DdBody *all,
                 const DdLine *line,
                 DdRow        *document)
{
  for (guint i = line->tokens.first + 1; i < line->tokens.last; i++)
    if (all->tokens[i].gap_before)
      {
        const DdLine right = { .tokens = { i, line->tokens.last } };

        read_date (all, &right, document);
        return;
      }
}

/* Small letters but for the first, "Thông báo", and for the words of a place. */
static char *
lower_case (const char *words,
            gboolean    every_word)
{
  g_autofree char *lower = g_utf8_strdown (words, -1);
  GString *text = g_string_new (NULL);
  gboolean start = TRUE;

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (text, start ? g_unichar_toupper (c) : c);
      start = every_word && c == ' ';
    }

  return g_string_free (text, FALSE);
}

static void
append_words (GString    *text,
              const char *words)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, words);
}

/* The agency in a letterhead is in capitals: a known unit gets its usual
 * letters back, a territory is written "tỉnh Bình Sơn". */
static char *
restore_case (const DdBody *all,
              guint         first,
              guint         last)
{
  GString *name = g_string_new (NULL);
  guint i = first;

  while (i < last)
    {
      const char *known = NULL;
      guint n = dd_unit_dictionary_match_name (all->units, all->tokens + i, last - i, &known);
      const guint n_head = dd_body_match (all, i, last, DD_WORD_UNIT_HEAD);
      const guint n_level = dd_body_match (all, i, last, DD_WORD_LEVEL);

      if (n > 0 && n >= n_head)
        {
          append_words (name, known);
        }
      else if (n_head > 0 && i == first)
        {
          g_autofree char *words = dd_body_get_words (all, i, i + n_head);
          g_autofree char *restored = lower_case (words, FALSE);

          append_words (name, dd_body_match (all, i, last, DD_WORD_ACRONYM) > 0 ? words : restored);
          n = n_head;
        }
      else if (n_level > 0)
        {
          g_autofree char *level = dd_body_get_words (all, i, i + n_level);
          g_autofree char *small = g_utf8_strdown (level, -1);
          g_autofree char *place = dd_body_get_words (all, i + n_level, last);
          g_autofree char *restored = lower_case (place, TRUE);

          append_words (name, small);
          if (*restored != '\0')
            append_words (name, restored);
          n = last - i;
        }
      else
        {
          g_autofree char *word = dd_body_get_words (all, i, i + 1);
          g_autofree char *restored = dd_body_match (all, i, last, DD_WORD_AND) > 0
                                      ? g_utf8_strdown (word, -1) : lower_case (word, TRUE);

          append_words (name, dd_body_match (all, i, last, DD_WORD_ACRONYM) > 0 ? word : restored);
          n = 1;
        }
      i += n;
    }

  return g_string_free (name, FALSE);
}

/* The left column of a line of the letterhead, as far as it is in capitals. */
static DdRange
find_agency (const DdBody *all,
             const DdLine *line)
{
  const guint last = line->tokens.last;
  guint first = line->tokens.first;
  guint i;

  while (first < last && is_bar (all, first, last))
    first++;
  for (i = first; i < last; i++)
    {
      const DdToken *token = &all->tokens[i];

      if ((i > first && token->gap_before) || is_bar (all, i, last) ||
          token->kind != DD_TOKEN_WORD || token->shape == DD_SHAPE_LOWER ||
          (token->shape == DD_SHAPE_CAPITAL && token->end - token->start > 1))
        break;
    }
  if (dd_body_match (all, first, i, DD_WORD_MOTTO) > 0 ||
      (i < last && all->tokens[i].kind == DD_TOKEN_WORD && !all->tokens[i].gap_before))
    i = first;

  return (DdRange) { first, i };
}

/* The agency that issued the document stands last above its number; a line
 * that only says where it is goes on with the one before. */
static void
read_issuer (const DdBody   *all,
             const DdLayout *layout,
             DdRow          *document)
{
  g_autofree char *issuer = NULL;

  for (guint i = 0; i < layout->lines->len; i++)
    {
      const DdLine *line = get_line (layout, i);
      g_autofree char *name = NULL;
      DdRange agency;
      guint n_head;

      if (line->role != DD_LINE_LETTERHEAD ||
          dd_body_match (all, line->tokens.first, line->tokens.last, DD_WORD_NUMBER_SIGN) > 0)
        break;
      agency = find_agency (all, line);
      if (agency.last == agency.first)
        continue;

      name = restore_case (all, agency.first, agency.last);
      n_head = dd_body_match (all, agency.first, agency.last, DD_WORD_UNIT_HEAD);
      /* "TỈNH BÌNH SƠN" says where, "VĂN PHÒNG" alone says of whom above it. */
      if (issuer != NULL && (n_head == 0 || (n_head == agency.last - agency.first && n_head == 2)))
        {
          char *whole = n_head == 0 ? g_strconcat (issuer, " ", name, NULL)
                                    : g_strconcat (name, " ", issuer, NULL);

          g_free (issuer);
          issuer = whole;
        }
      else
        {
          g_free (issuer);
          issuer = g_steal_pointer (&name);
        }
    }
  if (issuer != NULL)
    dd_row_set_text (document, DD_DOCUMENT_ISSUER, issuer);
}

static void
read_type (const DdBody *all,
           const DdLine *line,
           DdRow        *document)
{
  g_autofree char *type = NULL;
  g_autofree char *words = NULL;
  guint i = line->tokens.first;
  guint n;

  while (is_bar (all, i, line->tokens.last))
    i++;
  n = dd_body_match (all, i, line->tokens.last, DD_WORD_DOCUMENT_TYPE);
  words = dd_body_get_words (all, i, i + n);
  type = lower_case (words, FALSE);
  dd_row_set_text (document, DD_DOCUMENT_TYPE, type);
}

static void
read_subject (const DdBody   *all,
              const DdLayout *layout,
              DdRow          *document)
{
  g_autoptr (GString) subject = g_string_new (NULL);

  for (guint i = 0; i < layout->lines->len; i++)
    {
      const DdLine *line = get_line (layout, i);
      guint first = line->tokens.first;
      guint n;

      if (line->role != DD_LINE_SUBJECT)
        continue;
      /* "V/v" is a label, "Về việc" belongs to the words. */
      n = dd_body_match (all, first, line->tokens.last, DD_WORD_SUBJECT);
      if (subject->len == 0 && n > 0 && all->tokens[first + 1].kind == DD_TOKEN_MARK)
        first += n;
      if (subject->len > 0)
        g_string_append_c (subject, ' ');
      for (guint j = first; j < line->tokens.last; j++)
        {
          if (j > first && all->tokens[j].gap_before)
            break;
          if (j > first && all->tokens[j].space_before)
            g_string_append_c (subject, ' ');
          for (guint k = all->tokens[j].start; k < all->tokens[j].end; k++)
            g_string_append_unichar (subject, all->chars[k]);
        }
    }
  dd_row_set_text (document, DD_DOCUMENT_SUBJECT, subject->str);
}

/* The name that ends the signature: a few words with capitals at the end of a
 * line or of its column, and nothing else there. */
static gboolean
read_name (const DdBody *all,
           const DdLine *line,
           DdRow        *document)
{
  guint last = line->tokens.last;
  guint first;

  while (last > line->tokens.first && is_bar (all, last - 1, last))
    last--;
  first = last;
  while (first > line->tokens.first && all->tokens[first - 1].kind == DD_TOKEN_WORD &&
         all->tokens[first - 1].shape == DD_SHAPE_CAPITAL)
    {
      first--;
      if (all->tokens[first].gap_before)
        break;
    }
  if (last - first < NAME_WORDS_MIN || last - first > NAME_WORDS_MAX)
    return FALSE;
  if (first > line->tokens.first && !all->tokens[first].gap_before &&
      !is_bar (all, first - 1, first) && all->tokens[first - 1].shape != DD_SHAPE_UPPER)
    return FALSE;
  if (dd_body_match (all, first, last, DD_WORD_UNIT_HEAD) > 0 ||
      dd_body_match (all, first, last, DD_WORD_RECIPIENTS) > 0)
    return FALSE;

  {
    g_autofree char *name = dd_body_get_words (all, first, last);

    dd_row_set_text (document, DD_DOCUMENT_SIGNER, name);
  }

  return TRUE;
}

static void
read_signer (const DdBody   *all,
             const DdLayout *layout,
             DdRow          *document)
{
  for (guint i = layout->lines->len; i > 0; i--)
    if (get_line (layout, i - 1)->role == DD_LINE_END &&
        read_name (all, get_line (layout, i - 1), document))
      return;
}

/* The day of publication is told with the time of day: "26.03.2021 | 14:49".
 * A date without it is the clock of the page. */
static void
read_stamp (const DdBody   *all,
            const DdLayout *layout,
            DdRow          *document)
{
  for (guint i = 0; i < layout->lines->len && i < STAMP_LINES_MAX; i++)
    {
      const DdLine *line = get_line (layout, i);
      const guint last = line->tokens.last;
      gboolean clock = FALSE;
      DdDay day = DD_DAY_NONE;
      DdDatePhrase date;
      guint year, month, number;

      if (last - line->tokens.first > 24 ||
          dd_body_match (all, line->tokens.first, last, DD_WORD_DAY_AHEAD) > 0)
        continue;               /* "Hôm nay: 02/05/2025 07:41" is when the page was seen */
      for (guint j = line->tokens.first; j < last; j++)
        {
          if (j > line->tokens.first && dd_body_is_mark (all, j, last, ':') &&
              dd_body_is_number (all, j - 1, last) && dd_body_is_number (all, j + 1, last))
            clock = TRUE;
          if (day != DD_DAY_NONE)
            continue;
          if (dd_date_phrase_match (all, j, last, &date))
            day = dd_date_phrase_to_day (&date);
          else if (dd_body_get_number (all, j, last, &year) && year > 1900 &&
                   dd_body_is_mark (all, j + 1, last, '-') &&
                   dd_body_get_number (all, j + 2, last, &month) &&
                   dd_body_is_mark (all, j + 3, last, '-') &&
                   dd_body_get_number (all, j + 4, last, &number))
            day = dd_day_new (year, month, number);
        }
      if (clock && day != DD_DAY_NONE)
        {
          dd_row_set_day (document, DD_DOCUMENT_DAY, day);
          return;
        }
    }
}

/* The longest line without a full stop above the first paragraph. */
static void
read_headline (const DdBody   *all,
               const DdLayout *layout,
               DdRow          *document)
{
  const DdLine *headline = NULL;
  guint longest = HEADLINE_TOKENS_MIN - 1;

  for (guint i = 0; i < layout->lines->len && i < STAMP_LINES_MAX; i++)
    {
      const DdLine *line = get_line (layout, i);
      const guint n = line->tokens.last - line->tokens.first;

      if (line->role != DD_LINE_BODY)
        continue;
      if (dd_body_is_mark (all, line->tokens.last - 1, line->tokens.last, '.') ||
          dd_body_is_mark (all, line->tokens.last - 1, line->tokens.last, ':'))
        {
          if (line->width > HEADLINE_WIDTH_MAX)
            break;
          continue;
        }
      if (n > longest && n < 60)
        {
          longest = n;
          headline = line;
        }
    }
  if (headline != NULL && layout->lines->len > 2)
    {
      g_autofree char *words = dd_body_get_words (all, headline->tokens.first,
                                                  headline->tokens.last);

      dd_row_set_text (document, DD_DOCUMENT_SUBJECT, words);
    }
}

/**
 * dd_letterhead_read:
 * @all: a text with all its tokens
 * @document: (inout): a row of %DD_KIND_DOCUMENT, where what is found is set
 *
 * Reads what a document says of itself around its own words: agency, number,
 * date, type, subject and signer, as the Decree 30/2020/NĐ-CP on clerical work
 * lays them out; of a page of news the headline and the day of publication.
 */
void
dd_letterhead_read (const DdBody   *all,
                    const DdLayout *layout,
                    DdRow          *document)
{
  if (!layout->official)
    {
      read_stamp (all, layout, document);
      read_headline (all, layout, document);
      return;
    }

  for (guint i = 0; i < layout->lines->len; i++)
    {
      const DdLine *line = get_line (layout, i);

      if (line->role == DD_LINE_LETTERHEAD)
        {
          if (!dd_row_is_set (document, DD_DOCUMENT_NUMBER))
            read_number (all, line, document);
          if (!dd_row_is_set (document, DD_DOCUMENT_DAY))
            read_date (all, line, document);
        }
      else if (line->role == DD_LINE_SUBJECT && !dd_row_is_set (document, DD_DOCUMENT_DAY))
        {
          read_right_date (all, line, document);
        }
      else if (line->role == DD_LINE_TYPE)
        {
          read_type (all, line, document);
        }
      else if (line->role == DD_LINE_ADDRESSEES && !dd_row_is_set (document, DD_DOCUMENT_TYPE))
        {
          /* A letter is the one type that does not say its name. */
          dd_row_set_text (document, DD_DOCUMENT_TYPE, "Công văn");
        }
    }
  read_issuer (all, layout, document);
  read_subject (all, layout, document);
  read_signer (all, layout, document);
}
