/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only what a selection by hand needs. The reader of whole documents has rules of its
 * own, over tokens; here a person looks at the result at once. */
#define G_LOG_DOMAIN "dd-review-sentence"

#include "dd-review-sentence.h"

#include <string.h>

/* The longest sentence that is looked for to each side: what has none is no language. */
#define REACH 4000

/* Parts with fewer words than these are no work of their own. */
#define WORDS_MIN 3

static gunichar
get_char (const char *p)
{
  return *p != '\0' ? g_utf8_get_char (p) : 0;
}

static const char *
skip_spaces (const char *p)
{
  while (*p == ' ' || *p == '\t' || *p == '\r')
    p++;

  return p;
}

/* "1.", "2.1.", "a)", "(1)", "-", "+" at the beginning of a line. Returns what follows it. */
static const char *
skip_marker (const char *line)
{
  const char *p = skip_spaces (line);
  const char *begin = p;
  gboolean in_parentheses = *p == '(';

  if (strchr ("-+*", *p) != NULL && *p != '\0')
    return skip_spaces (p + 1);
  if (g_str_has_prefix (p, "•") || g_str_has_prefix (p, "–"))
    return skip_spaces (g_utf8_next_char (p));

  p += in_parentheses;
  if (g_ascii_isdigit (*p))
    while (g_ascii_isdigit (*p) || (*p == '.' && g_ascii_isdigit (p[1])))
      p++;
  else if (g_unichar_islower (get_char (p)))
    p = g_utf8_next_char (p);
  else
    while (*p != '\0' && strchr ("IVX", *p) != NULL)
      p++;
  if (p == begin || (*p != '.' && *p != ')') || (in_parentheses && *p != ')'))
    return line;
  p++;

  return *p == ' ' || *p == '\t' ? skip_spaces (p) : line;
}

/* Lines that a printer wrapped go on with a small letter. */
static gboolean
line_ends_sentence (const char *text,
                    const char *line_end)
{
  const char *next = skip_spaces (line_end + 1);
  const char *p = line_end;

  if (*next == '\n' || *next == '\0' || skip_marker (next) != next)
    return TRUE;
  while (p > text && (p[-1] == ' ' || p[-1] == '\r' || p[-1] == '\t'))
    p--;
  if (p > text && strchr (".;:!?", p[-1]) != NULL)
    return TRUE;

  return !g_unichar_islower (get_char (next));
}

/* "TP.", "ThS.", "1.": a point behind few letters with a capital, or behind a number that
 * begins a line, ends nothing. */
static gboolean
is_abbreviation (const char *text,
                 const char *point)
{
  const char *word = point;
  gboolean has_capital = FALSE;
  guint n = 0;

  while (word > text)
    {
      const char *before = g_utf8_find_prev_char (text, word);

      if (!g_unichar_isalnum (get_char (before)))
        break;
      word = before;
      has_capital |= g_unichar_isupper (get_char (word));
      n++;
    }
  if (n == 0)
    return FALSE;
  if (g_ascii_isdigit (*word))
    {
      while (word > text && (word[-1] == ' ' || word[-1] == '.' || g_ascii_isdigit (word[-1])))
        word--;
      return word == text || word[-1] == '\n';
    }

  return has_capital && n <= 3 && g_unichar_isupper (get_char (word)) &&
         strncmp (word, "TW", 2) != 0;
}

/* Whether a sentence ends with the character at @p. */
static gboolean
ends_sentence (const char *text,
               const char *p)
{
  const char *next;

  if (*p == '\n')
    return line_ends_sentence (text, p);
  if (*p != '.' && *p != '!' && *p != '?')
    return FALSE;
  if (p[1] == '/' && p[2] == '.')
    return FALSE;

  next = p + 1;
  if (*next != '\0' && *next != '\n' && *next != ' ' && *next != '\t' && *next != '\r')
    return FALSE;
  next = skip_spaces (next);
  if (g_unichar_islower (get_char (next)))
    return FALSE;

  return *p != '.' || !is_abbreviation (text, p);
}

/**
 * dd_review_sentence_cut:
 *
 * Returns: (transfer full): the piece of the text
 */
char *
dd_review_sentence_cut (const char *text,
                        DdSpan      span)
{
  const char *start = g_utf8_offset_to_pointer (text, span.start);
  const char *end = g_utf8_offset_to_pointer (start, span.end - span.start);

  return g_strndup (start, (gsize) (end - start));
}

/**
 * dd_review_sentence_trim:
 * @ordinal: (out) (optional) (transfer full) (nullable): the number that stood before it
 *
 * Returns: the piece without white space around it, and without a number or dash before it
 */
DdSpan
dd_review_sentence_trim (const char  *text,
                         DdSpan       span,
                         char       **ordinal)
{
  const char *start = g_utf8_offset_to_pointer (text, span.start);
  const char *end = g_utf8_offset_to_pointer (start, span.end - span.start);
  const char *p;

  if (ordinal != NULL)
    *ordinal = NULL;
  while (start < end && g_unichar_isspace (get_char (start)))
    start = g_utf8_next_char (start), span.start++;
  /* At the beginning of a line only: elsewhere it is a part of the sentence. */
  for (p = start; p > text && (p[-1] == ' ' || p[-1] == '\t'); p--)
    ;
  if (p == text || p[-1] == '\n')
    {
      const char *behind = skip_marker (start);

      if (behind < end && behind > start)
        {
          g_autofree char *marker = g_strndup (start, (gsize) (behind - start));

          g_strdelimit (marker, "().-+*", ' ');
          g_strstrip (marker);
          if (ordinal != NULL && *marker != '\0' && g_ascii_isalnum (*marker))
            *ordinal = g_strdelimit (g_steal_pointer (&marker), " ", '.');
          span.start += (guint) g_utf8_strlen (start, behind - start);
          start = behind;
        }
    }
  while (end > start)
    {
      const char *before = g_utf8_find_prev_char (start, end);

      if (before == NULL || !g_unichar_isspace (get_char (before)))
        break;
      end = before;
      span.end--;
    }

  return span;
}

/**
 * dd_review_sentence_snap:
 * @text: valid UTF-8
 * @span: what was selected, perhaps nothing: then the place of the cursor
 *
 * Returns: the whole sentences that were touched
 */
DdSpan
dd_review_sentence_snap (const char *text,
                         DdSpan      span)
{
  const char *start = g_utf8_offset_to_pointer (text, span.start);
  const char *end = g_utf8_offset_to_pointer (start, span.end - span.start);
  guint n = 0;

  /* White space that was caught at the ends belongs to no sentence. */
  while (start < end && g_unichar_isspace (get_char (start)))
    start = g_utf8_next_char (start), span.start++;
  while (end > start && g_unichar_isspace (get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end), span.end--;

  while (start > text && n++ < REACH)
    {
      const char *before = g_utf8_prev_char (start);

      if (ends_sentence (text, before))
        break;
      start = before;
      span.start--;
    }

  n = 0;
  if (end > start && ends_sentence (text, g_utf8_prev_char (end)))
    return dd_review_sentence_trim (text, span, NULL);
  while (*end != '\0' && n++ < REACH)
    {
      gboolean is_end = ends_sentence (text, end);

      if (is_end && *end == '\n')
        break;
      end = g_utf8_next_char (end);
      span.end++;
      if (is_end)
        break;
    }

  return dd_review_sentence_trim (text, span, NULL);
}

/* --- parts of a clause ---------------------------------------------------- */

static guint
count_words (const char *start,
             const char *end)
{
  guint n = 0;
  gboolean inside = FALSE;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gboolean letter = g_unichar_isalnum (get_char (p));

      n += letter && !inside;
      inside = letter;
    }

  return n;
}

static gboolean
begins_meanwhile (const char *p)
{
  g_autofree char *words = g_utf8_substring (p, 0, MIN (g_utf8_strlen (p, 60), 16));
  g_autofree char *nfc = g_utf8_normalize (words, -1, G_NORMALIZE_NFC);
  g_autofree char *lower = g_utf8_strdown (nfc, -1);

  return g_str_has_prefix (lower, "đồng thời");
}

/* Where the next part begins, if one does behind @p; else NULL. */
static const char *
find_cut (const char *text,
          const char *p,
          guint       depth)
{
  if (depth > 0)
    return NULL;
  if (*p == ';' || ends_sentence (text, p))
    return p + 1;
  if ((*p == ',' || *p == ' ') && begins_meanwhile (skip_spaces (p + 1)))
    return skip_spaces (p + 1);

  return NULL;
}

/**
 * dd_review_sentence_split:
 * @span: a clause
 *
 * Cuts a clause where work ends: behind ";", before "đồng thời", and behind a sentence; not
 * in parentheses, and not where too few words would be left.
 *
 * Returns: (transfer full) (element-type DdSpan): the parts, perhaps only one
 */
GArray *
dd_review_sentence_split (const char *text,
                          DdSpan      span)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (DdSpan));
  const char *start = g_utf8_offset_to_pointer (text, span.start);
  const char *end = g_utf8_offset_to_pointer (start, span.end - span.start);
  const char *part = start;
  DdSpan one = span;
  guint depth = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      const char *cut;

      depth += *p == '(';
      depth -= *p == ')' && depth > 0;
      cut = find_cut (text, p, depth);
      if (cut == NULL || cut >= end || count_words (part, cut) < WORDS_MIN ||
          count_words (cut, end) < WORDS_MIN)
        continue;

      one.end = one.start + (guint) g_utf8_strlen (part, cut - part);
      {
        DdSpan trimmed = dd_review_sentence_trim (text, one, NULL);

        g_array_append_val (parts, trimmed);
      }
      one.start = one.end;
      part = cut;
      p = g_utf8_prev_char (cut);
    }

  one.end = span.end;
  one = dd_review_sentence_trim (text, one, NULL);
  g_array_append_val (parts, one);

  return parts;
}
