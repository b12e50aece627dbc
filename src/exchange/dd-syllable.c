/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-syllable"

#include "config.h"

#include "dd-syllable.h"

#include <string.h>

/* No syllable has more letters than “nghiêng”, and no letter more than two marks. */
#define SIZE_MAX_OF_WORD 48

/* The beginnings of Vietnamese syllables, longer ones first. */
static const char * const initials[] = {
  "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
  "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
};

/* And what may follow, without the tone. */
static const char rhymes[] =
  " a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
  " e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu"
  " i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu"
  " o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet"
  " oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
  " u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ uơn up ut"
  " uy uya uych uyên uyêt uyn uynh uyp uyt uyu"
  " ư ưa ưc ưi ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt ươu ưu"
  " y yêm yên yêng yêt yêu ";

static gboolean
is_tone (gunichar c)
{
  return c == 0x0300 || c == 0x0301 || c == 0x0303 || c == 0x0309 || c == 0x0323;
}

/* The word in small letters without its tone; more tones than one are none. */
static char *
take_tone (const char *word,
           gunichar   *tone)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autofree char *split = g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) plain = g_string_new (NULL);

  *tone = 0;
  for (const char *p = split; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (!is_tone (c))
        g_string_append_unichar (plain, c);
      else if (*tone == 0)
        *tone = c;
      else
        return NULL;
    }

  return g_utf8_normalize (plain->str, -1, G_NORMALIZE_NFC);
}

static gboolean
is_rhyme (const char *rhyme,
          gunichar    tone)
{
  g_autofree char *padded = g_strconcat (" ", rhyme, " ", NULL);
  const char last = rhyme[strlen (rhyme) - 1];
  const gboolean stopped = last == 'c' || last == 'p' || last == 't' ||
                           g_str_has_suffix (rhyme, "ch");

  /* What ends in a stop is never level, falling or broken. */
  if (stopped && tone != 0x0301 && tone != 0x0323)
    return FALSE;

  return strstr (rhymes, padded) != NULL;
}

/* C, g and ng are written k, gh and ngh before e, ê and i, and only there. */
static gboolean
fits (const char *initial,
      const char *rhyme)
{
  const gboolean front = rhyme[0] == 'e' || rhyme[0] == 'i' || rhyme[0] == 'y' ||
                         g_str_has_prefix (rhyme, "ê");

  if (strcmp (initial, "c") == 0 || strcmp (initial, "g") == 0 || strcmp (initial, "ng") == 0)
    return !front;
  if (strcmp (initial, "k") == 0 || strcmp (initial, "gh") == 0 || strcmp (initial, "ngh") == 0)
    return front;

  return TRUE;
}

/**
 * dd_syllable_check:
 * @word: valid UTF-8
 *
 * Returns: whether the word is written as a Vietnamese syllable can be
 */
gboolean
dd_syllable_check (const char *word)
{
  g_autofree char *plain = NULL;
  gunichar tone;

  if (strlen (word) > SIZE_MAX_OF_WORD)
    return FALSE;
  plain = take_tone (word, &tone);
  if (plain == NULL || *plain == '\0')
    return FALSE;
  if (strcmp (plain, "gi") == 0)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (initials); i++)
    {
      const char *rhyme = plain + strlen (initials[i]);

      if (g_str_has_prefix (plain, initials[i]) && *rhyme != '\0' &&
          fits (initials[i], rhyme) && is_rhyme (rhyme, tone))
        return TRUE;
    }

  return FALSE;
}
