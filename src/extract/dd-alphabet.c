/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-alphabet"

#include "dd-alphabet.h"

/* Letters get codes from 1, so that none is the same as a shorter word. A key
 * holds ten of them in six bits each, and the tone in three: the longest
 * Vietnamese syllable has seven letters. */
#define LETTERS_IN_KEY 10
#define BITS_OF_LETTER 6
#define TONE_SHIFT (LETTERS_IN_KEY * BITS_OF_LETTER)
#define HASHED_KEY (G_GUINT64_CONSTANT (1) << 63)

/* The characters of Vietnamese lie in two pieces of Unicode. */
#define LATIN_END 0x01B1
#define EXTENDED_START 0x1EA0
#define EXTENDED_END 0x1EFA

typedef struct
{
  guint8 letter;                /* 0: not a letter of Vietnamese */
  guint8 tone;
} Sign;

struct _DdAlphabet
{
  Sign   latin[LATIN_END];
  Sign   extended[EXTENDED_END - EXTENDED_START];
  guint8 code_y;
  guint8 code_i;
  guint8 code_u;
  guint8 code_q;
  guint8 is_vowel[1 << BITS_OF_LETTER];
};

/* Each vowel without a tone and with the five: huyền, hỏi, ngã, sắc, nặng. */
static const char * const vowels[] = {
  "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
  "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
};

static const char consonants[] = "bcdfghjklmnpqrstvwxzđ";
static const char digits[] = "0123456789.,";

static Sign *
find_sign (DdAlphabet *self,
           gunichar    c)
{
  if (c < LATIN_END)
    return &self->latin[c];

  g_assert (c >= EXTENDED_START && c < EXTENDED_END);
  return &self->extended[c - EXTENDED_START];
}

static void
add_sign (DdAlphabet *self,
          gunichar    c,
          guint       letter,
          guint       tone)
{
  const Sign sign = { (guint8) letter, (guint8) tone };

  *find_sign (self, c) = sign;
  *find_sign (self, g_unichar_toupper (c)) = sign;
}

/**
 * dd_alphabet_new:
 *
 * Returns: (transfer full): the letters of Vietnamese and what they are the same as
 */
DdAlphabet *
dd_alphabet_new (void)
{
  DdAlphabet *self = g_new0 (DdAlphabet, 1);
  guint letter = 0;

  for (guint i = 0; i < G_N_ELEMENTS (vowels); i++)
    {
      guint tone = 0;

      letter++;
      self->is_vowel[letter] = TRUE;
      for (const char *p = vowels[i]; *p != '\0'; p = g_utf8_next_char (p))
        add_sign (self, g_utf8_get_char (p), letter, tone++);
    }
  for (const char *p = consonants; *p != '\0'; p = g_utf8_next_char (p))
    add_sign (self, g_utf8_get_char (p), ++letter, 0);
  for (const char *p = digits; *p != '\0'; p++)
    add_sign (self, (gunichar) *p, ++letter, 0);
  g_assert (letter < 1 << BITS_OF_LETTER);

  self->code_y = self->latin['y'].letter;
  self->code_i = self->latin['i'].letter;
  self->code_u = self->latin['u'].letter;
  self->code_q = self->latin['q'].letter;

  return self;
}

void
dd_alphabet_free (DdAlphabet *self)
{
  g_free (self);
}

/* A word of another language, or one that is too long, is known by its hash. */
static guint64
hash_foreign (const gunichar *chars,
              guint           n_chars)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint i = 0; i < n_chars; i++)
    hash = (hash ^ g_unichar_tolower (chars[i])) * G_GUINT64_CONSTANT (1099511628211);

  return hash | HASHED_KEY;
}

/**
 * dd_alphabet_get_key:
 * @chars: a word or a number in composed form
 *
 * Returns: a number that only the same word has, however it is written
 */
guint64
dd_alphabet_get_key (const DdAlphabet *self,
                     const gunichar   *chars,
                     guint             n_chars)
{
  guint8 letters[LETTERS_IN_KEY];
  guint64 key = 0;
  guint tone = 0;

  if (n_chars > LETTERS_IN_KEY)
    return hash_foreign (chars, n_chars);

  for (guint i = 0; i < n_chars; i++)
    {
      const gunichar c = chars[i];
      Sign sign = { 0, 0 };

      if (c < LATIN_END)
        sign = self->latin[c];
      else if (c >= EXTENDED_START && c < EXTENDED_END)
        sign = self->extended[c - EXTENDED_START];

      if (sign.letter == 0 || (sign.tone != 0 && tone != 0))
        return hash_foreign (chars, n_chars);

      letters[i] = sign.letter;
      tone |= sign.tone;
    }

  /* "kỳ" and "kì" are one word, "này" and "nài" are two. */
  if (n_chars >= 2 && letters[n_chars - 1] == self->code_y)
    {
      const guint8 before = letters[n_chars - 2];

      if (!self->is_vowel[before] ||
          (before == self->code_u && n_chars >= 3 && letters[n_chars - 3] == self->code_q))
        letters[n_chars - 1] = self->code_i;
    }

  for (guint i = 0; i < n_chars; i++)
    key |= (guint64) letters[i] << (i * BITS_OF_LETTER);

  return key | (guint64) tone << TONE_SHIFT;
}

/**
 * dd_alphabet_mark_key:
 *
 * Returns: the key of a punctuation mark, which no word has
 */
guint64
dd_alphabet_mark_key (gunichar mark)
{
  return HASHED_KEY | mark;
}
