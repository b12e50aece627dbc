/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-source-text"

#include "dd-source-text.h"

#include "dd-text.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* A letter and its marks are put together; nobody writes more marks than
 * this, and what is beyond cannot be made to cost more than it is worth. */
#define MARKS_MAX 8

/* A place in the text as given, for each character that was kept: the code
 * point, and in the low bits how many there are, since a letter and its marks
 * may be several. */
typedef guint32 Place;

#define WIDTH_BITS 4
#define PLACE(character, width) ((character) << WIDTH_BITS | (width))
#define PLACE_START(place) ((place) >> WIDTH_BITS)
#define PLACE_END(place) (PLACE_START (place) + ((place) & ((1 << WIDTH_BITS) - 1)))

G_STATIC_ASSERT (MARKS_MAX + 1 < 1 << WIDTH_BITS);

/* From every so many code points on the byte is known. */
#define STRIDE 32

struct _DdSourceText
{
  const char *given;
  gunichar   *chars;
  Place      *places;
  guint       n_chars;
  GArray     *bytes;            /* of guint32: where each stride begins */
};

static gboolean
is_combining (gunichar c)
{
  return c >= 0x0300 && u_getCombiningClass ((UChar32) c) != 0;
}

static gboolean
is_bullet (gunichar c)
{
  switch (c)
    {
    case 0x2022: case 0x2023: case 0x2043: case 0x204C: case 0x204D: case 0x2219:
    case 0x25AA: case 0x25AB: case 0x25A0: case 0x25A1: case 0x25CF: case 0x25CB:
    case 0x25BA: case 0x25B6: case 0x25E6: case 0x25C6: case 0x2756: case 0x27A2:
    case 0x27A4: case 0x2713: case 0x2714: case 0x00B7:
    /* the same signs from the private area, as word processors' symbol fonts have them */
    case 0xF0B7: case 0xF0A7: case 0xF0D8: case 0xF076: case 0xF0FC: case 0xF02D:
      return TRUE;
    default:
      return FALSE;
    }
}

/* What a character is for the reader; 0: nothing. */
static gunichar
simplify (gunichar c)
{
  if (c < 0x7F)
    {
      if (c >= 0x20 || c == '\n' || c == '\t')
        return c;
      if (c == '\r' || c == '\v' || c == '\f')
        return '\n';
      return 0;
    }

  switch (c)
    {
    case 0x00A0:
      return ' ';
    case 0x00D0:                /* Eth, in the place of the letter Đ that looks the same */
    case 0x0189:
      return 0x0110;
    case 0x00F0:
      return 0x0111;
    case 0x0085: case 0x2028: case 0x2029:
      return '\n';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
      return '-';
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x00AB: case 0x00BB:
      return '"';
    case 0x2018: case 0x2019: case 0x201A: case 0x201B:
      return '\'';
    default:
      break;
    }

  if (c < 0x0300)
    return c < 0xA0 || c == 0x00AD ? 0 : c == 0x00B7 ? DD_SOURCE_TEXT_BULLET : c;
  if (c >= 0x1EA0 && c < 0x1F00)
    return c;
  if (is_bullet (c))
    return DD_SOURCE_TEXT_BULLET;

  switch (u_charType ((UChar32) c))
    {
    case U_SPACE_SEPARATOR:
      return ' ';
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
    case U_SURROGATE:
    case U_UNASSIGNED:
    case U_NON_SPACING_MARK:    /* one that belongs to no letter */
    case U_ENCLOSING_MARK:
      return 0;
    default:
      return c;
    }
}

/* Puts a letter and its marks together; marks that do not fit are dropped. */
static gunichar
compose (const UNormalizer2 *nfc,
         gunichar            base,
         const gunichar     *marks,
         guint               n_marks)
{
  UErrorCode code = U_ZERO_ERROR;
  UChar split[2 * (MARKS_MAX + 1)];
  UChar composed[2 * (MARKS_MAX + 1) + 2];
  int32_t n_split = 0;
  int32_t n_composed, i = 0;
  UChar32 first;

  U16_APPEND_UNSAFE (split, n_split, (UChar32) base);
  for (guint j = 0; j < n_marks; j++)
    U16_APPEND_UNSAFE (split, n_split, (UChar32) marks[j]);

  n_composed = unorm2_normalize (nfc, split, n_split, composed, G_N_ELEMENTS (composed), &code);
  if (U_FAILURE (code) || n_composed == 0)
    return base;
  U16_NEXT (composed, i, n_composed, first);

  return (gunichar) first;
}

static void
note_byte (DdSourceText *self,
           guint         character,
           const char   *p)
{
  const guint32 byte = (guint32) (p - self->given);

  if (character % STRIDE == 0)
    g_array_append_val (self->bytes, byte);
}

static const char *
find_character (const DdSourceText *self,
                guint               character)
{
  const char *p = self->given;

  if (self->bytes->len > 0)
    p += g_array_index (self->bytes, guint32, MIN (character / STRIDE, self->bytes->len - 1));
  for (guint i = MIN (character / STRIDE, MAX (self->bytes->len, 1) - 1) * STRIDE;
       i < character && *p != '\0'; i++)
    p = g_utf8_next_char (p);

  return p;
}

/**
 * dd_source_text_new:
 * @text: valid UTF-8, which must live as long as what is returned
 */
DdSourceText *
dd_source_text_new (const char *text)
{
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance (&code);
  DdSourceText *self = g_new0 (DdSourceText, 1);
  const gsize n_bytes = strlen (text);
  const char *p = text;
  guint character = 0;
  guint n = 0;

  g_assert (n_bytes < G_MAXUINT32 >> WIDTH_BITS);
  if (U_FAILURE (code))
    g_error ("ICU has no normalisation data: %s", u_errorName (code));

  self->given = text;
  self->chars = g_new (gunichar, n_bytes + 1);
  self->places = g_new (Place, n_bytes + 1);
  self->bytes = g_array_new (FALSE, FALSE, sizeof (guint32));

  while (*p != '\0')
    {
      const guint first = character;
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

      note_byte (self, character, p);
      p = g_utf8_next_char (p);
      character++;

      if ((guchar) *p >= 0xCC && is_combining (g_utf8_get_char (p)))
        {
          gunichar marks[MARKS_MAX];
          guint n_marks = 0;

          while ((guchar) *p >= 0xCC && n_marks < MARKS_MAX && is_combining (g_utf8_get_char (p)))
            {
              marks[n_marks++] = g_utf8_get_char (p);
              note_byte (self, character, p);
              p = g_utf8_next_char (p);
              character++;
            }
          c = compose (nfc, c, marks, n_marks);
        }
      else if (c == '\r' && *p == '\n')
        continue;

      c = simplify (c);
      if (c == 0)
        continue;

      self->chars[n] = c;
      self->places[n] = PLACE (first, character - first);
      n++;
    }

  self->chars[n] = 0;
  self->places[n] = PLACE (character, 0);
  self->n_chars = n;

  return self;
}

void
dd_source_text_free (DdSourceText *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->bytes);
  g_free (self->chars);
  g_free (self->places);
  g_free (self);
}

/**
 * dd_source_text_get_chars:
 *
 * Returns: (transfer none): the characters, and a 0 behind the last
 */
const gunichar *
dd_source_text_get_chars (const DdSourceText *self,
                          guint              *n_chars)
{
  if (n_chars != NULL)
    *n_chars = self->n_chars;

  return self->chars;
}

/**
 * dd_source_text_get_span:
 * @start: a character of the even text
 * @end: the one behind the last
 *
 * Returns: the same piece, in code points of the text as given
 */
DdSpan
dd_source_text_get_span (const DdSourceText *self,
                         guint               start,
                         guint               end)
{
  DdSpan span;

  g_assert (start <= end && end <= self->n_chars);

  span.start = PLACE_START (self->places[start]);
  span.end = end == start ? span.start : PLACE_END (self->places[end - 1]);

  return span;
}

/* Whether cleaning would leave a character as it is. */
static gboolean
is_clean (gunichar c)
{
  if (c < 0x0300)
    return (c >= 0x20 && c < 0x7F) || c == '\n' || (c > 0xA0 && c != 0x00AD);

  return (c >= 0x1EA0 && c < 0x1F00) || c == 0x2013 || c == 0x201C || c == 0x201D || c == 0x2026;
}

/**
 * dd_source_text_get_quote:
 *
 * Returns: (transfer full): the piece of the text as it was given, cleaned as
 *   dd_text_clean() cleans what a record keeps
 */
char *
dd_source_text_get_quote (const DdSourceText *self,
                          guint               start,
                          guint               end)
{
  const DdSpan span = dd_source_text_get_span (self, start, end);
  const char *first = find_character (self, span.start);
  const char *last = find_character (self, span.end);
  gboolean clean = TRUE;
  g_autofree char *given = NULL;

  for (const char *p = first; p < last && clean; p = g_utf8_next_char (p))
    {
      const guchar lead = (guchar) *p;

      /* à … ư, and ạ … ỹ: nearly all letters that are no ASCII */
      if ((lead >= 0xC3 && lead <= 0xC6) || (lead == 0xE1 && (guchar) p[1] == 0xBB))
        continue;
      clean = is_clean (lead < 0x80 ? (gunichar) lead : g_utf8_get_char (p));
    }

  given = g_strndup (first, (gsize) (last - first));
  /* Nearly all text is clean, and cleaning is dear. */
  return clean ? g_strstrip (g_steal_pointer (&given)) : dd_text_clean (given, FALSE);
}
