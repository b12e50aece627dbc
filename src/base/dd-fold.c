/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-fold"

#include "dd-fold.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

static gboolean
is_ascii (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    if (*p >= 0x80)
      return FALSE;

  return TRUE;
}

static const UNormalizer2 *
get_normalizer (const UNormalizer2 * (*get) (UErrorCode *))
{
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = get (&code);

  /* These tables are compiled into ICU: without them nothing can run. */
  if (U_FAILURE (code))
    g_error ("ICU has no normalisation data: %s", u_errorName (code));

  return normalizer;
}

/* Each of the two forms is at most 18 times as long as what it is made from. */
static UChar *
normalize (const UNormalizer2 *normalizer,
           const UChar        *text,
           int32_t             length,
           int32_t            *out_length)
{
  UErrorCode code = U_ZERO_ERROR;
  int32_t size = length + length / 2 + 16;
  UChar *out = g_new (UChar, size);

  *out_length = unorm2_normalize (normalizer, text, length, out, size, &code);
  if (code == U_BUFFER_OVERFLOW_ERROR)
    {
      code = U_ZERO_ERROR;
      size = *out_length + 1;
      out = g_renew (UChar, out, size);
      *out_length = unorm2_normalize (normalizer, text, length, out, size, &code);
    }
  g_assert (U_SUCCESS (code));

  return out;
}

static UChar *
to_utf16 (const char *text,
          int32_t    *length)
{
  UErrorCode code = U_ZERO_ERROR;
  gsize bytes = strlen (text);
  UChar *wide;

  g_assert (bytes < G_MAXINT32 / 4);
  wide = g_new (UChar, bytes + 1);
  u_strFromUTF8 (wide, (int32_t) bytes + 1, length, text, (int32_t) bytes, &code);
  g_return_val_if_fail (U_SUCCESS (code), (*length = 0, wide));

  return wide;
}

static char *
to_utf8 (const UChar *wide,
         int32_t      length)
{
  UErrorCode code = U_ZERO_ERROR;
  char *text = g_malloc ((gsize) length * 3 + 1);
  int32_t bytes = 0;

  u_strToUTF8 (text, length * 3 + 1, &bytes, wide, length, &code);
  g_assert (U_SUCCESS (code));
  text[bytes] = '\0';

  return g_realloc (text, (gsize) bytes + 1);
}

/* The iota below a Greek letter, by itself or as part of one. */
static gboolean
has_iota_below (const UChar *text,
                int32_t      length)
{
  for (int32_t i = 0; i < length; i++)
    if (text[i] == 0x0345 || (text[i] >= 0x1F80 && text[i] <= 0x1FFF))
      return TRUE;

  return FALSE;
}

/* Without case and without what only looks different; composed. The iota below
 * is a mark that becomes a letter, so it must be in its place behind the other
 * marks before that happens. */
static UChar *
fold_case (const char *text,
           int32_t    *length)
{
  const UNormalizer2 *folder = get_normalizer (unorm2_getNFKCCasefoldInstance);
  int32_t wide_length;
  g_autofree UChar *wide = to_utf16 (text, &wide_length);

  if (has_iota_below (wide, wide_length))
    {
      const UNormalizer2 *splitter = get_normalizer (unorm2_getNFDInstance);
      int32_t split_length;
      g_autofree UChar *split = normalize (splitter, wide, wide_length, &split_length);

      return normalize (folder, split, split_length, length);
    }

  return normalize (folder, wide, wide_length, length);
}

/**
 * dd_fold:
 * @text: valid UTF-8
 *
 * The key that two texts share when a hurried typist would call them the
 * same: no case, no marks, đ as d, whichever normal form they come in and
 * wherever an old hand puts the tone ("hoà", "hòa"). It does not depend on
 * the locale.
 *
 * Returns: (transfer full): the key, valid UTF-8
 */
char *
dd_fold (const char *text)
{
  g_autofree UChar *cased = NULL;
  g_autofree UChar *split = NULL;
  int32_t cased_length, split_length;
  int32_t kept = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_ascii (text))
    return g_ascii_strdown (text, -1);

  cased = fold_case (text, &cased_length);
  split = normalize (get_normalizer (unorm2_getNFDInstance),
                     cased, cased_length, &split_length);

  for (int32_t i = 0; i < split_length;)
    {
      int32_t start = i;
      UChar32 c;

      U16_NEXT (split, i, split_length, c);
      if (u_charType (c) == U_NON_SPACING_MARK)
        continue;
      if (c == 0x0111)
        {
          split[kept++] = 'd';
          continue;
        }
      while (start < i)
        split[kept++] = split[start++];
    }

  return to_utf8 (split, kept);
}

static gboolean
is_tone (UChar32 c)
{
  return c == 0x0300 || c == 0x0301 || c == 0x0303 || c == 0x0309 || c == 0x0323;
}

/**
 * dd_fold_spelling:
 * @text: valid UTF-8
 *
 * The key that two spellings of the same words share: case, normal form, and
 * where an old hand puts the tone ("Uỷ ban", "Ủy ban") make no difference.
 * Marks do: "xã An Hà" is not "xã Ân Hạ".
 *
 * Returns: (transfer full): the key, valid UTF-8
 */
char *
dd_fold_spelling (const char *text)
{
  g_autofree UChar *cased = NULL;
  g_autofree UChar *split = NULL;
  g_autofree UChar *tones = NULL;
  int32_t cased_length, split_length;
  int32_t kept = 0, n_tones = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_ascii (text))
    return g_ascii_strdown (text, -1);

  cased = fold_case (text, &cased_length);
  split = normalize (get_normalizer (unorm2_getNFDInstance),
                     cased, cased_length, &split_length);
  tones = g_new (UChar, split_length + 1);

  /* The tones of a word stand behind it. */
  for (int32_t i = 0; i <= split_length;)
    {
      int32_t start = i;
      UChar32 c = 0;

      if (i < split_length)
        U16_NEXT (split, i, split_length, c);
      else
        i++;
      if (is_tone (c))
        {
          tones[n_tones++] = (UChar) c;
          continue;
        }
      if (!u_isalpha (c) && u_charType (c) != U_NON_SPACING_MARK)
        {
          for (int32_t j = 0; j < n_tones; j++)
            split[kept++] = tones[j];
          n_tones = 0;
        }
      while (start < i && start < split_length)
        split[kept++] = split[start++];
    }

  return to_utf8 (split, kept);
}

/* Most texts are, and these ranges hold nothing that composes with a neighbour
 * or is another letter's double: up to the combining marks, the letters of
 * Latin Extended Additional, dashes and quotation marks. */
static gboolean
is_surely_composed (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x300 && !(c >= 0x1E00 && c <= 0x1EFF) && !(c >= 0x2010 && c <= 0x2027))
        return FALSE;
    }

  return TRUE;
}

/**
 * dd_nfc:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text in the composed form, the one that is stored
 */
char *
dd_nfc (const char *text)
{
  g_autofree UChar *wide = NULL;
  g_autofree UChar *composed = NULL;
  int32_t wide_length, composed_length;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_surely_composed (text))
    return g_strdup (text);

  wide = to_utf16 (text, &wide_length);
  composed = normalize (get_normalizer (unorm2_getNFCInstance),
                        wide, wide_length, &composed_length);

  return to_utf8 (composed, composed_length);
}
