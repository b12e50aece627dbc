/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-citation-phrase"

#include "dd-citation-phrase.h"

#include "dd-date-phrase.h"
#include "dd-extract-resources.h"

#include <string.h>

#define KNOWN_DOCUMENTS_PATH "/vn/dondoc/extract/known-documents.txt"

/* The value of those who are above all in the Party: "Bộ Chính trị". */
#define SUPERIOR_OF_PARTY 1

/* The parts of a code: "BNN-TCLN" has two, nobody's has more than these. */
#define CODE_PARTS_MAX 6

static void
clear_phrase (DdCitationPhrase *phrase)
{
  g_free (phrase->number);
}

static gboolean
is_year (guint number)
{
  return number >= 1945 && number <= 2199;
}

/* NQ, TTg, TTr; a single letter only behind others: UBND-V. */
static gboolean
is_code_part (const DdBody *body,
              guint         i,
              guint         end,
              gboolean      first)
{
  const DdToken *token = &body->tokens[i];

  if (!dd_body_is_word (body, i, end))
    return FALSE;

  return token->shape == DD_SHAPE_UPPER ||
         (!first && token->shape == DD_SHAPE_CAPITAL && token->end - token->start == 1);
}

/* QH14, BC&TK: written together with the part before. */
static guint
skip_part (const DdBody *body,
           guint         i,
           guint         end)
{
  i++;
  while (i < end && !body->tokens[i].space_before &&
         (dd_body_is_number (body, i, end) ||
          (dd_body_is_mark (body, i, end, '&') && dd_body_is_word (body, i + 1, end)) ||
          (dd_body_is_mark (body, i, end, '.') && is_code_part (body, i + 1, end, TRUE) &&
           !body->tokens[i + 1].space_before)))
    i += body->tokens[i].kind == DD_TOKEN_MARK ? 2 : 1;

  return i;
}

/* The code behind the number, from its separator on. Returns the token behind
 * it; @i if there is no code. */
static guint
match_code (const DdBody *body,
            guint         i,
            guint         end,
            GString      *number)
{
  const gboolean slash_first = dd_body_is_mark (body, i, end, '/');
  const gsize length = number->len;
  const guint start = i;
  gboolean slash = FALSE;

  if (!slash_first && !dd_body_is_mark (body, i, end, '-'))
    return start;

  for (guint n_parts = 0; n_parts < CODE_PARTS_MAX; n_parts++)
    {
      const gboolean is_slash = dd_body_is_mark (body, i, end, '/');
      guint next;

      if (!is_slash && !dd_body_is_mark (body, i, end, '-'))
        break;
      if (!is_code_part (body, i + 1, end, n_parts == 0))
        break;
      /* "131/NQ – CP" has spaces in it; behind a whole code a dash is one. */
      if (n_parts > 1 && !is_slash && body->tokens[i].space_before &&
          body->tokens[i + 1].space_before && !body->tokens[i + 1].line_start)
        break;

      next = skip_part (body, i + 1, end);
      slash |= is_slash && n_parts > 0;
      g_string_append_c (number, is_slash ? '/' : '-');
      dd_body_add_words (body, i + 1, next, number);
      i = next;
    }

  /* Documents of the Party have the hyphen first: "10-NQ/TW". */
  if (i == start || (!slash_first && !slash))
    {
      g_string_truncate (number, length);
      return start;
    }

  return i;
}

/**
 * dd_citation_match_number:
 * @number: where the number and code is written, in canonical form
 *
 * Recognises the number and code of a document at token @i:
 * "766/QĐ-TTg", "61/2018/NĐ-CP", "131/NQ – CP", "39-CTr/TU".
 *
 * Returns: the token behind it; @i if there is none, and @number is unchanged
 */
guint
dd_citation_match_number (const DdBody *body,
                          guint         i,
                          guint         end,
                          GString      *number)
{
  const gsize length = number->len;
  guint last = i + 1;
  guint value, code;

  if (!dd_body_get_number (body, i, end, &value))
    return i;
  dd_body_add_words (body, i, i + 1, number);

  /* 30c/NQ-CP */
  if (dd_body_is_word (body, last, end) && !body->tokens[last].space_before &&
      body->tokens[last].end - body->tokens[last].start == 1)
    {
      dd_body_add_words (body, last, last + 1, number);
      last++;
    }
  if (dd_body_is_mark (body, last, end, '/') && dd_body_get_number (body, last + 1, end, &value) &&
      is_year (value))
    {
      g_string_append_printf (number, "/%u", value);
      last += 2;
    }

  code = match_code (body, last, end, number);
  if (code == last)
    {
      g_string_truncate (number, length);
      return i;
    }

  return code;
}

/* The date of a document stands behind its number: "ngày 23/6/2022",
 * ", ngày 08 tháng 7 năm 2023", "(ngày 05/3/2020)". */
static guint
skip_date (const DdBody *body,
           guint         i,
           DdDay        *day)
{
  DdDatePhrase date;
  guint next = i;

  if (dd_body_is_mark (body, next, body->n_tokens, ',') ||
      dd_body_is_mark (body, next, body->n_tokens, '('))
    next++;
  if (dd_body_match (body, next, body->n_tokens, DD_WORD_DAY) == 0)
    return i;
  if (!dd_date_phrase_match (body, next + 1, body->n_tokens, &date) || date.day == 0)
    return i;
  *day = dd_date_phrase_to_day (&date);

  return date.last;
}

/* The number stands behind the type, "số" and a colon perhaps. */
static guint
skip_number_sign (const DdBody *body,
                  guint         i)
{
  i += dd_body_match (body, i, body->n_tokens, DD_WORD_NUMBER_SIGN);
  if (dd_body_is_mark (body, i, body->n_tokens, ':'))
    i++;

  return i;
}

/* Whether a number alone names a document: not the 6 of "Báo cáo 6 tháng". */
static gboolean
is_alone (const DdBody *body,
          guint         i)
{
  static const char joined[] = "/-%";

  for (guint j = 0; joined[j] != '\0'; j++)
    if (dd_body_is_mark (body, i + 1, body->n_tokens, joined[j]) &&
        !body->tokens[i + 1].space_before)
      return FALSE;
  if (dd_body_is_word (body, i + 1, body->n_tokens) && !body->tokens[i + 1].space_before)
    return FALSE;               /* 30c/NQ-CP */

  return dd_body_match (body, i + 1, body->n_tokens, DD_WORD_MONTH) == 0 &&
         dd_body_match (body, i + 1, body->n_tokens, DD_WORD_YEAR) == 0 &&
         dd_body_match (body, i + 1, body->n_tokens, DD_WORD_COUNTED) == 0;
}

static void
mark_cited (DdBody *body,
            guint   first,
            guint   last)
{
  memset (body->cited + first, TRUE, last - first);
}

static void
add_phrase (DdBody *body,
            GArray *phrases,
            guint   first,
            guint   last,
            char   *number)
{
  DdCitationPhrase phrase = { { first, last }, number };

  mark_cited (body, first, skip_date (body, last, &phrase.day));
  g_array_append_val (phrases, phrase);
}

/* "Nghị quyết 57 | của Bộ Chính trị": the Party's organs number theirs in one way. */
static gboolean
is_of_party (const DdBody *body,
             guint         i)
{
  const guint n_of = dd_body_match (body, i, body->n_tokens, DD_WORD_OF);
  int value = 0;

  return n_of > 0 &&
         dd_body_match_value (body, i + n_of, body->n_tokens, DD_WORD_SUPERIOR, &value) > 0 &&
         value == SUPERIOR_OF_PARTY;
}

/* "Đề án 06", "Nghị định 61": a type and a number, and no code. */
static guint
match_short (DdBody *body,
             guint   i,
             GArray *phrases)
{
  guint n = dd_body_match (body, i, body->n_tokens, DD_WORD_SCHEME);
  guint number_at, number;
  GString *name;

  if (n == 0 && dd_body_is_capital (body, i, body->n_tokens))
    n = dd_body_match (body, i, body->n_tokens, DD_WORD_SHORT_TYPE);
  if (n == 0)
    return i;

  number_at = skip_number_sign (body, i + n);
  if (!dd_body_get_number (body, number_at, body->n_tokens, &number) || number == 0 ||
      !is_alone (body, number_at))
    return i;
  /* "II. KẾT LUẬN" ⏎ "1. Giao …" */
  if (body->tokens[number_at].line_start &&
      (dd_body_is_mark (body, number_at + 1, body->n_tokens, '.') ||
       dd_body_is_mark (body, number_at + 1, body->n_tokens, ')')))
    return i;

  name = g_string_new (NULL);
  dd_body_add_words (body, i, i + n, name);
  g_string_append_c (name, ' ');
  dd_body_add_words (body, number_at, number_at + 1, name);
  name->str[0] = (char) g_ascii_toupper (name->str[0]);
  add_phrase (body, phrases, i, number_at + 1, g_string_free (name, FALSE));
  g_array_index (phrases, DdCitationPhrase, phrases->len - 1).party =
    is_of_party (body, number_at + 1);

  return number_at + 1;
}

static char *
fold_case (const char *text)
{
  return g_utf8_strdown (text, -1);
}

/* Reads known-documents.txt; "type" of the first section goes into @types. */
static void
load_known (GHashTable *types,
            GHashTable *documents)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (dd_extract_get_resource (),
                                                     KNOWN_DOCUMENTS_PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = NULL;
  GHashTable *table = types;

  if (bytes == NULL)
    g_error ("The program was built without " KNOWN_DOCUMENTS_PATH);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (lines[i], " = ", 2);

      if (*lines[i] == '[')
        table = strcmp (lines[i], "[types]") == 0 ? types : documents;
      else if (*lines[i] != '#' && g_strv_length (sides) == 2)
        g_hash_table_replace (table, g_strdup (sides[0]), g_strdup (sides[1]));
    }
}

static gboolean
is_short (const char *number)
{
  return strchr (number, '/') == NULL;
}

/* "61/2018/NĐ-CP" is found under "NĐ 61", "10-NQ/TW" under "NQ 10". */
static char *
get_short_key (const char *number)
{
  const gsize n_digits = strspn (number, "0123456789");
  const char *code = number + n_digits;

  while (*code != '\0' && !g_unichar_isalpha (g_utf8_get_char (code)))
    code = g_utf8_next_char (code);

  return g_strdup_printf ("%.*s %.*s", (int) strcspn (code, "-/"), code, (int) n_digits, number);
}

/* A short name means the document of that number that the text cites in full,
 * else the one that everyone means. */
static void
resolve_short (GArray *phrases)
{
  g_autoptr (GHashTable) full = NULL;
  g_autoptr (GHashTable) types = NULL;
  g_autoptr (GHashTable) documents = NULL;

  for (guint i = 0; i < phrases->len; i++)
    {
      DdCitationPhrase *phrase = &g_array_index (phrases, DdCitationPhrase, i);
      g_autofree char *name = NULL;
      g_autofree char *key = NULL;
      const char *code, *number;
      char *space;

      if (!is_short (phrase->number))
        continue;
      if (full == NULL)
        {
          full = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
          documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
          load_known (types, documents);
          for (guint j = phrases->len; j > 0; j--)
            {
              const char *other = g_array_index (phrases, DdCitationPhrase, j - 1).number;

              if (!is_short (other))
                g_hash_table_replace (full, get_short_key (other), (gpointer) other);
            }
        }

      name = fold_case (phrase->number);
      space = strrchr (name, ' ');
      *space = '\0';
      code = g_hash_table_lookup (types, name);
      if (code == NULL)
        continue;
      key = g_strdup_printf ("%s %s", code, space + 1);
      *space = ' ';

      number = g_hash_table_lookup (full, key);
      if (number == NULL && phrase->party)
        {
          g_free (phrase->number);
          phrase->number = g_strdup_printf ("%s-%s/TW", strrchr (name, ' ') + 1, code);
          continue;
        }
      if (number == NULL)
        number = g_hash_table_lookup (documents, name);
      if (number != NULL)
        {
          g_free (phrase->number);
          phrase->number = g_strdup (number);
        }
    }
}

/**
 * dd_citation_find:
 * @body: where @cited is set for the numbers and dates that are found
 *
 * Finds all documents that a text cites.
 *
 * Returns: (transfer full) (element-type DdCitationPhrase): in the order of the text
 */
GArray *
dd_citation_find (DdBody *body)
{
  GArray *phrases = g_array_new (FALSE, FALSE, sizeof (DdCitationPhrase));
  g_autoptr (GString) number = g_string_new (NULL);
  guint i = 0;

  g_array_set_clear_func (phrases, (GDestroyNotify) clear_phrase);

  while (i < body->n_tokens)
    {
      guint last = i;

      if (body->tokens[i].kind == DD_TOKEN_NUMBER)
        {
          g_string_truncate (number, 0);
          last = dd_citation_match_number (body, i, body->n_tokens, number);
          if (last > i)
            add_phrase (body, phrases, i, last, g_strdup (number->str));
        }
      else if (body->tokens[i].kind == DD_TOKEN_WORD && body->tokens[i].node != 0)
        {
          last = match_short (body, i, phrases);
        }

      i = MAX (i + 1, last);
    }

  resolve_short (phrases);

  return phrases;
}
