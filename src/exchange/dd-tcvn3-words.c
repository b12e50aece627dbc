/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-tcvn3-words"

#include "config.h"

#include "dd-tcvn3-words.h"

#include "dd-syllable.h"

#include <string.h>

/* How the letters of a word tell what all of it is in: the fonts for small letters have no
 * capitals with tones, so that "CỘNG HÒA" was typed as "CộNG HòA". */
typedef enum
{
  CASE_SMALL,
  CASE_UNKNOWN,                 /* "Hà" and "HÀ", "Xã" and "XÃ" look the same */
  CASE_CAPITAL,
} Case;

typedef struct
{
  char     *text;
  Case      letters;
  gboolean  word;                /* or what stands between two words */
} Piece;

static void
clear_piece (gpointer data)
{
  g_free (((Piece *) data)->text);
}

static Case
find_case (const char *word)
{
  guint n_capitals = 0;
  gboolean behind = FALSE;      /* a capital behind the first letter */

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_ascii_islower (*p))
        return CASE_SMALL;
      if (g_unichar_isupper (g_utf8_get_char (p)))
        {
          n_capitals++;
          behind |= p > word;
        }
    }

  return behind ? CASE_CAPITAL : n_capitals == 1 ? CASE_UNKNOWN : CASE_SMALL;
}

/* The letter ư has the place of the soft hyphen, which some programs take for a hyphen. At the
 * beginning of an item, "b- Nội dung", it is one. */
static char *
mend_hyphens (const char *word,
              gboolean    item)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *mended = NULL;

  if (strchr (word, '-') == NULL || strlen (word) == strspn (word, "-") ||
      (item && g_ascii_islower (*word) && strlen (word) == 2))
    return g_strdup (word);

  parts = g_strsplit (word, "-", -1);
  mended = g_strjoinv ("ư", parts);

  return dd_syllable_check (mended) ? g_steal_pointer (&mended) : g_strdup (word);
}

static GArray *
split (const char *text)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  gboolean line_start = TRUE;

  g_array_set_clear_func (pieces, clear_piece);
  for (const char *p = text; *p != '\0';)
    {
      const char *start = p;
      const gboolean word = g_unichar_isalpha (g_utf8_get_char (p)) || *p == '-';
      g_autofree char *piece_text = NULL;
      Piece piece = { .word = word };

      while (*p != '\0' && (g_unichar_isalpha (g_utf8_get_char (p)) || *p == '-') == word)
        p = g_utf8_next_char (p);
      piece_text = g_strndup (start, (gsize) (p - start));
      piece.text = word ? mend_hyphens (piece_text, line_start && *p != '\0')
                        : g_steal_pointer (&piece_text);
      piece.letters = word ? find_case (piece.text) : CASE_SMALL;
      line_start = !word && strchr (piece.text, '\n') != NULL;
      g_array_append_val (pieces, piece);
    }

  return pieces;
}

static const Piece *
get_neighbour (const GArray *pieces,
               guint         i,
               int           step)
{
  const gint64 place = (gint64) i + 2 * step;
  const Piece *between;

  if (place < 0 || place >= pieces->len)
    return NULL;
  between = &g_array_index (pieces, Piece, i + (guint) step);

  return strcmp (between->text, " ") == 0 ? &g_array_index (pieces, Piece, (guint) place) : NULL;
}

/**
 * dd_tcvn3_words_mend:
 * @text: converted from TCVN3
 *
 * Gives words back what the encoding hid: the letter ư where a program made a hyphen of it, and
 * capitals with tones, which stand in words and titles of capitals.
 *
 * Returns: (transfer full): the text
 */
char *
dd_tcvn3_words_mend (const char *text)
{
  g_autoptr (GArray) pieces = split (text);
  GString *mended = g_string_sized_new (strlen (text));

  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);
      const Piece *before = get_neighbour (pieces, i, -1);
      const Piece *behind = get_neighbour (pieces, i, 1);

      /* "XÃ" in "CỘNG HÒA XÃ HỘI" */
      if (piece->letters == CASE_UNKNOWN &&
          ((before != NULL && before->letters == CASE_CAPITAL &&
            (behind == NULL || behind->letters != CASE_SMALL)) ||
           (before == NULL && behind != NULL && behind->letters == CASE_CAPITAL)))
        piece->letters = CASE_CAPITAL;
      if (piece->letters == CASE_CAPITAL)
        {
          g_autofree char *capitals = g_utf8_strup (piece->text, -1);

          g_string_append (mended, capitals);
        }
      else
        {
          g_string_append (mended, piece->text);
        }
    }

  return g_string_free (mended, FALSE);
}
