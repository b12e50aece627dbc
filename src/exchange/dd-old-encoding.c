/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-old-encoding"

#include "config.h"

#include "dd-old-encoding.h"

#include "dd-syllable.h"
#include "dd-tcvn3-words.h"

#include <string.h>

/* The letters that a font draws in the places of others begin here. */
#define FIRST_LETTER 0xA1
#define N_LETTERS (0x100 - FIRST_LETTER)

/* So much of a text tells how it is written. */
#define SAMPLE_SIZE (256 * 1024)

/* A text that is called old has so many words that are Vietnamese only when they are
 * converted, and these parts of its words, in percent, are. */
#define CONVERTED_WORDS_MIN 3
#define CONVERTED_PERCENT_MIN 80
#define BEFORE_PERCENT_MAX 40
#define SYLLABLES_PERCENT_MIN 65

/* --- the tables ----------------------------------------------------------- */

/* VNI writes a letter and behind it its marks, as one letter of western Europe; these are the
 * letters that stand for themselves. A capital stands for the capital. */
static const struct
{
  gunichar    old;              /* the small letter */
  const char *letters;          /* what it says */
} vni[] = {
  { 0xF8, "\u0300" }, { 0xF9, "\u0301" }, { 0xFB, "\u0309" }, { 0xF5, "\u0303" },
  { 0xEF, "\u0323" },
  { 0xE2, "\u0302" }, { 0xE0, "\u0302\u0300" }, { 0xE1, "\u0302\u0301" },
  { 0xE5, "\u0302\u0309" }, { 0xE3, "\u0302\u0303" }, { 0xE4, "\u0302\u0323" },
  { 0xEA, "\u0306" }, { 0xE8, "\u0306\u0300" }, { 0xE9, "\u0306\u0301" },
  { 0xFA, "\u0306\u0309" }, { 0xFC, "\u0306\u0303" }, { 0xEB, "\u0306\u0323" },
  { 0xF4, "ơ" }, { 0xF6, "ư" }, { 0xF1, "đ" },
  { 0xED, "í" }, { 0xEC, "ì" }, { 0xE6, "ỉ" }, { 0xF3, "ĩ" }, { 0xF2, "ị" }, { 0xEE, "ỵ" },
};

typedef char Letters[8];

/* The letters are those that the fonts of TCVN 5712:1993 have from 0xA1 on. */
static void
fill_tcvn3 (Letters *table)
{
  for (guint i = 0; i < N_LETTERS; i++)
    {
      const char byte = (char) (FIRST_LETTER + i);
      g_autofree char *letter = g_convert (&byte, 1, "UTF-8", "TCVN5712-1", NULL, NULL, NULL);

      if (letter != NULL && strlen (letter) < sizeof (Letters))
        g_strlcpy (table[i], letter, sizeof (Letters));
    }
}

static void
fill_vni (Letters *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (vni); i++)
    {
      g_autofree char *capital = g_utf8_strup (vni[i].letters, -1);

      g_strlcpy (table[vni[i].old - FIRST_LETTER], vni[i].letters, sizeof (Letters));
      g_strlcpy (table[g_unichar_toupper (vni[i].old) - FIRST_LETTER], capital, sizeof (Letters));
    }
}

/* What each letter from FIRST_LETTER on says; "" for itself. */
static const Letters *
get_table (DdOldEncoding encoding)
{
  static Letters tables[2][N_LETTERS];
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      fill_tcvn3 (tables[0]);
      fill_vni (tables[1]);
      g_once_init_leave (&filled, 1);
    }

  return (const Letters *) tables[encoding == DD_OLD_ENCODING_VNI];
}

/* --- converting ----------------------------------------------------------- */

/**
 * dd_old_encoding_get_name:
 *
 * Returns: (transfer none) (nullable): what people call it, in any language
 */
const char *
dd_old_encoding_get_name (DdOldEncoding self)
{
  switch (self)
    {
    case DD_OLD_ENCODING_TCVN3:
    case DD_OLD_ENCODING_TCVN3_CAPITALS:
      return "TCVN3 (ABC)";
    case DD_OLD_ENCODING_VNI:
      return "VNI";
    case DD_OLD_ENCODING_NONE:
    case DD_N_OLD_ENCODINGS:
    default:
      return NULL;
    }
}

/**
 * dd_old_encoding_decode:
 * @bytes: a text that is not in Unicode
 *
 * Makes one character of each byte, as Windows does where it speaks English.
 *
 * Returns: (transfer full): what such a text looks like without its font
 */
char *
dd_old_encoding_decode (const char *bytes,
                        gsize       size)
{
  /* What Windows has in the places of the second set of control characters. */
  static const gunichar windows[0x20] = {
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  };
  GString *text = g_string_sized_new (size + size / 4);

  for (gsize i = 0; i < size; i++)
    {
      const guchar byte = (guchar) bytes[i];

      if (byte < 0x80)
        g_string_append_c (text, bytes[i]);
      else
        g_string_append_unichar (text, byte < 0xA0 ? windows[byte - 0x80] : byte);
    }

  return g_string_free (text, FALSE);
}

/**
 * dd_old_encoding_convert:
 * @text: valid UTF-8: what the text looks like without its font
 *
 * Letters that the encoding does not know stay as they are. A piece of a text may be converted
 * by itself: marks that stand before the piece's first letter become combining characters.
 *
 * Returns: (transfer full): the text in Unicode, in the composed form
 */
char *
dd_old_encoding_convert (DdOldEncoding  self,
                         const char    *text)
{
  const Letters *table;
  g_autoptr (GString) converted = NULL;
  g_autofree char *composed = NULL;
  g_autofree char *mended = NULL;

  if (self == DD_OLD_ENCODING_NONE)
    return g_strdup (text);

  table = get_table (self);
  converted = g_string_sized_new (strlen (text) + strlen (text) / 4);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c >= FIRST_LETTER && c < FIRST_LETTER + N_LETTERS && *table[c - FIRST_LETTER] != '\0')
        g_string_append (converted, table[c - FIRST_LETTER]);
      else
        g_string_append_unichar (converted, c);
    }
  composed = g_utf8_normalize (converted->str, -1, G_NORMALIZE_NFC);
  if (self == DD_OLD_ENCODING_VNI)
    return g_steal_pointer (&composed);

  mended = dd_tcvn3_words_mend (composed);

  return self == DD_OLD_ENCODING_TCVN3 ? g_steal_pointer (&mended) : g_utf8_strup (mended, -1);
}

/* --- recognising ---------------------------------------------------------- */

/**
 * dd_old_encoding_of_font:
 * @font: (nullable): the name of a font, as documents have it: ".VnTimeH", "VNI-Times", or with
 *   the mark of a part of a font as PDF has it: "ABCDEF+.VnArial,Bold"
 *
 * Returns: how texts in that font are written
 */
DdOldEncoding
dd_old_encoding_of_font (const char *font)
{
  const char *family = font;
  gsize length;

  if (font == NULL)
    return DD_OLD_ENCODING_NONE;
  if (strlen (font) > 7 && font[6] == '+')
    family = font + 7;
  while (*family == '"' || *family == '\'' || *family == ' ')
    family++;

  if (g_ascii_strncasecmp (family, "VNI-", 4) == 0)
    return DD_OLD_ENCODING_VNI;
  if (g_ascii_strncasecmp (family, ".Vn", 3) != 0)
    return DD_OLD_ENCODING_NONE;

  length = strcspn (family, ",;-\"'");
  while (length > 0 && family[length - 1] == ' ')
    length--;

  return family[length - 1] == 'H' ? DD_OLD_ENCODING_TCVN3_CAPITALS : DD_OLD_ENCODING_TCVN3;
}

typedef struct
{
  guint n_words;
  guint n_syllables;            /* of the words, converted where they have to be */
  guint n_old;                  /* words with letters that an encoding has a meaning for */
  guint n_before;               /* of those, how many are syllables as they stand */
  guint n_converted;            /* and how many when they are converted */
} Count;

static gboolean
is_old_letter (gunichar c)
{
  return c >= FIRST_LETTER && c < FIRST_LETTER + N_LETTERS;
}

static void
count_word (const char    *word,
            DdOldEncoding  encoding,
            gboolean       old,
            Count         *count)
{
  g_autofree char *converted = old ? dd_old_encoding_convert (encoding, word) : NULL;
  gboolean is_syllable;

  count->n_words++;
  if (!old)
    {
      count->n_syllables += dd_syllable_check (word);
      return;
    }

  is_syllable = dd_syllable_check (converted);
  count->n_syllables += is_syllable;
  count->n_old++;
  count->n_converted += is_syllable;
  count->n_before += dd_syllable_check (word);
}

static void
count_words (const char    *text,
             DdOldEncoding  encoding,
             Count         *count)
{
  const char *start = NULL;
  gboolean old = FALSE;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c != 0 && (is_old_letter (c) || g_unichar_isalpha (c)))
        {
          if (start == NULL)
            {
              start = p;
              old = FALSE;
            }
          old = old || is_old_letter (c);
          continue;
        }
      if (start != NULL)
        {
          g_autofree char *word = g_strndup (start, (gsize) (p - start));

          count_word (word, encoding, old, count);
          start = NULL;
        }
      if (c == 0)
        return;
    }
}

/* Letters that only Unicode has, and only Vietnamese needs. */
static guint
count_vietnamese (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      n += (c >= 0x1EA0 && c < 0x1F00) || c == 0x0103 || c == 0x0111 || c == 0x01A1 || c == 0x01B0;
    }

  return n;
}

static gboolean
is_old (const Count *count)
{
  return count->n_converted >= CONVERTED_WORDS_MIN &&
         count->n_converted * 100 >= count->n_old * CONVERTED_PERCENT_MIN &&
         count->n_before * 100 <= count->n_old * BEFORE_PERCENT_MAX &&
         count->n_syllables * 100 >= count->n_words * SYLLABLES_PERCENT_MIN;
}

/**
 * dd_old_encoding_guess:
 * @bytes: a text, either as its bytes or in UTF-8 as it looks without its font
 *
 * Looks whether the words are Vietnamese if they are converted, and only then. Other languages
 * have such words too, but not so many of them.
 *
 * Returns: how the text is written
 */
DdOldEncoding
dd_old_encoding_guess (const char *bytes,
                       gsize       size)
{
  static const DdOldEncoding encodings[] = { DD_OLD_ENCODING_TCVN3, DD_OLD_ENCODING_VNI };
  const char *end = NULL;
  g_autofree char *text = NULL;
  DdOldEncoding best = DD_OLD_ENCODING_NONE;
  guint n_best = 0;

  size = MIN (size, SAMPLE_SIZE);
  /* The sample may end within a character. */
  if (g_utf8_validate_len (bytes, size, &end) || bytes + size - end < 4)
    text = g_strndup (bytes, (gsize) (end - bytes));
  else
    text = dd_old_encoding_decode (bytes, size);

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      Count count = { 0 };

      count_words (text, encodings[i], &count);
      if (is_old (&count) && count.n_converted > n_best &&
          count_vietnamese (text) * 10 < count.n_converted)
        {
          best = encodings[i];
          n_best = count.n_converted;
        }
    }

  return best;
}
