/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-tokenizer"

#include "dd-tokenizer.h"

/* Spaces from which on two words of a line may stand in two columns. */
#define COLUMN_GAP 4

/* To append tokens one by one is dear. */
#define PENDING_MAX 64

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  /* the letters of Vietnamese */
  if ((c >= 0xC0 && c < 0x1B1 && c != 0xD7 && c != 0xF7) || (c >= 0x1EA0 && c < 0x1F00))
    return TRUE;

  return g_unichar_isalpha (c);
}

static gboolean
is_upper (gunichar c)
{
  if (c < 0x80)
    return c >= 'A' && c <= 'Z';
  if (c >= 0x1EA0 && c < 0x1F00)
    return (c & 1) == 0;

  return g_unichar_isupper (c);
}

static guint
find_end_of_number (const gunichar *chars,
                    guint           i,
                    guint           end)
{
  while (i < end &&
         (is_digit (chars[i]) ||
          ((chars[i] == '.' || chars[i] == ',') && i + 1 < end && is_digit (chars[i + 1]))))
    i++;

  return i;
}

/* A web page glues the caption of a picture to the paragraph behind it:
 * "hội nghịTại hội nghị". Names such as "eCabinet" have no syllable of two
 * letters before the capital, or no small letter behind it. */
static gboolean
is_glued (const gunichar *chars,
          guint           start,
          guint           i,
          guint           end)
{
  return i >= start + 2 && is_upper (chars[i]) && !is_upper (chars[i - 1]) &&
         !is_upper (chars[i - 2]) && i + 1 < end && is_letter (chars[i + 1]) &&
         !is_upper (chars[i + 1]) && (chars[start] >= 0x80 || chars[start + 1] != 'N');
}

/* The names of the highlands have them: "M'Drắk", "Cư M'gar". */
static gboolean
is_inner_apostrophe (const gunichar *chars,
                     guint           i,
                     guint           end)
{
  return chars[i] == '\'' && is_letter (chars[i - 1]) && i + 1 < end && is_letter (chars[i + 1]);
}

static DdShape
find_shape (const gunichar *chars,
            guint           start,
            guint           end)
{
  guint n_upper = 0;

  for (guint i = start; i < end && n_upper < 2; i++)
    n_upper += is_upper (chars[i]);

  if (n_upper >= 2)
    return DD_SHAPE_UPPER;

  return is_upper (chars[start]) ? DD_SHAPE_CAPITAL : DD_SHAPE_LOWER;
}

/**
 * dd_tokenize:
 * @chars: an even text
 * @phrases: (nullable): phrases whose first words are looked up on the way
 * @tokens: (element-type DdToken): where the tokens are appended
 *
 * Takes a piece of text apart into words, numbers and marks.
 */
void
dd_tokenize (const gunichar   *chars,
             guint             start,
             guint             end,
             const DdAlphabet *alphabet,
             const DdTrie     *phrases,
             GArray           *tokens)
{
  DdToken pending[PENDING_MAX];
  guint n_pending = 0;
  gboolean line_start = TRUE;
  guint space = 0;
  guint i = start;

  while (i < end)
    {
      const gunichar c = chars[i];
      DdToken token = { 0 };

      if (c == ' ' || c == '\t' || c == '\n')
        {
          space += c == '\t' ? COLUMN_GAP : 1;
          line_start |= c == '\n';
          i++;
          continue;
        }

      token.start = i;
      token.line_start = line_start;
      token.space_before = space > 0;
      token.gap_before = space >= COLUMN_GAP && !line_start;

      if (is_letter (c))
        {
          token.kind = DD_TOKEN_WORD;
          do
            i++;
          while (i < end && (is_letter (chars[i]) || is_inner_apostrophe (chars, i, end)) &&
                 !is_glued (chars, token.start, i, end));
          token.shape = find_shape (chars, token.start, i);
          token.key = dd_alphabet_get_key (alphabet, chars + token.start, i - token.start);
        }
      else if (is_digit (c))
        {
          token.kind = DD_TOKEN_NUMBER;
          i = find_end_of_number (chars, i, end);
          token.key = dd_alphabet_get_key (alphabet, chars + token.start, i - token.start);
        }
      else
        {
          token.kind = DD_TOKEN_MARK;
          token.key = dd_alphabet_mark_key (c);
          i++;
        }

      token.end = i;
      if (phrases != NULL)
        token.node = dd_trie_get_child (phrases, 0, token.key);
      pending[n_pending++] = token;
      if (n_pending == PENDING_MAX)
        {
          g_array_append_vals (tokens, pending, n_pending);
          n_pending = 0;
        }

      line_start = FALSE;
      space = 0;
    }
  g_array_append_vals (tokens, pending, n_pending);
}
