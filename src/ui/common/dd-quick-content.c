/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-quick-content"

#include "dd-quick-content.h"

#include "dd-fold.h"
#include "dd-reading.h"
#include "dd-text.h"

#include <string.h>

/* What stands between and around the names in front of what they are to do, folded; the
 * longer ones first. */
static const char * const joints[] = {
  "chiu trach nhiem chu tri", "co trach nhiem chu tri", "chu tri phoi hop voi",
  "chu tri phoi hop cung", "chu tri phoi hop", "phoi hop chat che voi", "phoi hop voi",
  "phoi hop cung", "phoi hop", "chu tri", "chiu trach nhiem", "co trach nhiem", "giao cho",
  "giao", "yeu cau", "de nghi", "chi dao", "dong chi", "cung voi", "cung", "voi", "va", "cac",
  "lam dau moi",
};

/* What introduces a time at the end: without it nothing is missing. */
static const char * const time_heads[] = {
  "thoi han hoan thanh", "thoi gian hoan thanh", "thoi han", "thoi gian", "hoan thanh",
  "han cuoi", "han", "xong",
};

static const char marks_between[] = ",;:-–—/()+&.";

static gboolean
is_between (gunichar c)
{
  return g_unichar_isspace (c) || g_utf8_strchr (marks_between, -1, c) != NULL;
}

static const char *
skip_between (const char *p)
{
  while (*p != '\0' && is_between (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/* The word at @p and those behind it, up to @n, folded and with single spaces; @end tells
 * where they end. */
static char *
fold_words (const char  *p,
            guint        n,
            const char **end)
{
  const char *start = p;
  g_autofree char *words = NULL;

  while (n > 0 && *p != '\0')
    {
      while (*p != '\0' && !is_between (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      *end = p;
      if (--n > 0 && *p == ' ')
        while (*p == ' ')
          p++;
      else
        break;
    }
  words = g_strndup (start, (gsize) (*end - start));

  return dd_fold (words);
}

static guint
count_words (const char *words)
{
  guint n = 1;

  for (const char *p = words; *p != '\0'; p++)
    n += *p == ' ';

  return n;
}

/* The joint at @p; %NULL if there is none. */
static const char *
skip_joint (const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      const char *end = p;
      g_autofree char *words = fold_words (p, count_words (joints[i]), &end);

      if (end > p && strcmp (words, joints[i]) == 0)
        return end;
    }

  return NULL;
}

static const DdMark *
find_mark_at (const GArray *marks,
              const char   *text,
              const char   *p)
{
  const guint at = (guint) g_utf8_pointer_to_offset (text, p);

  for (guint i = 0; i < marks->len; i++)
    {
      const DdMark *mark = &g_array_index (marks, DdMark, i);

      if (mark->span.start == at &&
          (mark->kind == DD_MARK_LEAD || mark->kind == DD_MARK_COORDINATING ||
           mark->kind == DD_MARK_ASSIGNER))
        return mark;
    }

  return NULL;
}

/* Where what is to be done begins: behind the units in front of it, if one of them leads. */
static const char *
find_start (const char   *text,
            const GArray *marks)
{
  const char *p = skip_between (text);
  const char *start = text;
  gboolean has_lead = FALSE;

  for (;;)
    {
      const DdMark *mark = find_mark_at (marks, text, p);
      const char *behind;

      if (mark != NULL)
        {
          has_lead |= mark->kind == DD_MARK_LEAD;
          p = skip_between (g_utf8_offset_to_pointer (text, (glong) mark->span.end));
          start = p;
          continue;
        }
      behind = skip_joint (p);
      if (behind == NULL)
        break;
      p = skip_between (behind);
      /* "phối hợp", "có trách nhiệm" behind a name are no words of the work. */
      if (has_lead)
        start = p;
    }

  return has_lead && *start != '\0' ? start : text;
}

static const char *
skip_between_backwards (const char *start,
                        const char *end)
{
  while (end > start)
    {
      const char *before = g_utf8_find_prev_char (start, end);

      if (before == NULL || *before == ')' || !is_between (g_utf8_get_char (before)))
        break;
      end = before;
    }

  return end;
}

/* "…, hoàn thành" and "… - thời hạn:" in front of a time that is left out. */
static const char *
skip_time_head (const char *start,
                const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (time_heads); i++)
    {
      guint n = count_words (time_heads[i]);
      const char *p = end;
      const char *behind = end;
      g_autofree char *words = NULL;
      const char *before;

      while (n > 0 && p > start)
        {
          p = g_utf8_find_prev_char (start, p);
          if (p == NULL)
            break;
          if (*p == ' ' && --n == 0)
            p++;
        }
      if (p == NULL || n > 0)
        continue;
      words = fold_words (p, count_words (time_heads[i]), &behind);
      before = skip_between_backwards (start, p);
      /* A comma or a dash has to divide it: "phải hoàn thành" is what is to be done. */
      if (behind == end && strcmp (words, time_heads[i]) == 0 && before > start &&
          p - before > 1)
        return before;
    }

  return end;
}

/* Where it ends: before the time that closes the line. */
static const char *
find_end (const char   *text,
          const char   *start,
          const GArray *marks)
{
  const char *end = skip_between_backwards (start, text + strlen (text));

  for (guint i = 0; i < marks->len; i++)
    {
      const DdMark *mark = &g_array_index (marks, DdMark, i);
      const char *first = g_utf8_offset_to_pointer (text, (glong) mark->span.start);
      const char *last = g_utf8_offset_to_pointer (text, (glong) mark->span.end);

      if (mark->kind != DD_MARK_DEADLINE || last < end || first <= start)
        continue;
      end = skip_between_backwards (start, first);
      end = skip_time_head (start, end);
    }

  return end;
}

/**
 * dd_quick_content_make:
 * @text: one line
 * @marks: (element-type DdMark): what was recognised in it
 *
 * Leaves out the units in front that are told to do something, and the time at the end; what
 * is said in between stays as it was typed.
 *
 * Returns: (transfer full): what is to be done; the whole line if nothing else is left
 */
char *
dd_quick_content_make (const char   *text,
                       const GArray *marks)
{
  const char *start = find_start (text, marks);
  const char *end = find_end (text, start, marks);
  g_autofree char *content = g_strndup (start, (gsize) (end > start ? end - start : 0));
  g_autofree char *clean = dd_text_clean (content, TRUE);

  if (*clean == '\0')
    {
      g_free (clean);
      clean = dd_text_clean (text, TRUE);
    }

  return dd_text_capitalise (clean);
}
