/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-numbering"

#include "dd-numbering.h"

#include "dd-number-text.h"

#include <string.h>

/* Letters are repeated: z, aa, bb. Nobody writes more of them. */
#define LETTERS_MAX 20

/* What stands around numbers in longer texts is no label of an item. */
#define LABEL_MAX 255

static void
append_roman (GString  *text,
              int       value,
              gboolean  upper)
{
  g_autofree char *numeral = dd_roman_to_text ((guint) value);
  g_autofree char *small = g_ascii_strdown (numeral, -1);

  g_string_append (text, upper ? numeral : small);
}

/**
 * dd_number_format_append:
 *
 * Appends a number as it is printed. Letters are those that word processors count with,
 * without "đ"; what letters and Roman numerals cannot say is written in digits.
 */
void
dd_number_format_append (DdNumberFormat  self,
                         GString        *text,
                         int             value)
{
  switch (self)
    {
    case DD_NUMBER_FORMAT_UPPER_ROMAN:
    case DD_NUMBER_FORMAT_LOWER_ROMAN:
      if (value < 1)
        break;
      append_roman (text, value, self == DD_NUMBER_FORMAT_UPPER_ROMAN);
      return;

    case DD_NUMBER_FORMAT_UPPER_LETTER:
    case DD_NUMBER_FORMAT_LOWER_LETTER:
      if (value < 1 || value > 26 * LETTERS_MAX)
        break;
      for (int i = 0; i <= (value - 1) / 26; i++)
        g_string_append_c (text, (char) ((self == DD_NUMBER_FORMAT_UPPER_LETTER ? 'A' : 'a') +
                                         (value - 1) % 26));
      return;

    case DD_NUMBER_FORMAT_DECIMAL_ZERO:
      if (value >= 0 && value < 10)
        g_string_append_c (text, '0');
      break;

    case DD_NUMBER_FORMAT_NONE:
    case DD_NUMBER_FORMAT_BULLET:
      return;

    case DD_NUMBER_FORMAT_DECIMAL:
    default:
      break;
    }

  g_string_append_printf (text, "%d", value);
}

/* Dashes and plus signs are what levels of items are told apart by; the signs of symbol
 * fonts have no meaning outside of these fonts. */
static const char *
get_bullet (const char *text)
{
  switch (text != NULL ? g_utf8_get_char (text) : '-')
    {
    case '-': case 0x00AD: case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014:
    case 0x2015: case 0x2043: case 0x2212: case 0xF02D: case 0xF0BE:
      return "-";
    case '+': case 0xF02B:
      return "+";
    case '*': case 0xF02A:
      return "*";
    default:
      return "•";
    }
}

/**
 * dd_numbering_restart:
 * @value: the number that the next item of the level gets
 */
void
dd_numbering_restart (DdNumberingState *state,
                      guint             level,
                      int               value)
{
  g_return_if_fail (level < DD_NUMBERING_LEVELS);

  state->values[level] = value - 1;
  state->counted[level] = TRUE;
}

/**
 * dd_numbering_count:
 * @levels: (array fixed-size=10)
 * @state: where the counting stands, which goes on by one item
 * @level: that of the item
 *
 * Returns: (transfer full): what is printed before the words of the item, with a space
 *   behind it; "" if nothing is
 */
char *
dd_numbering_count (const DdNumberingLevel *levels,
                    DdNumberingState       *state,
                    guint                   level)
{
  const DdNumberingLevel *own = &levels[level];
  const char *text = own->text != NULL && strlen (own->text) <= LABEL_MAX ? own->text : "";
  g_autoptr (GString) label = g_string_new (NULL);

  g_return_val_if_fail (level < DD_NUMBERING_LEVELS, g_strdup (""));

  state->values[level] = state->counted[level] ? state->values[level] + 1 : own->start;
  state->counted[level] = TRUE;
  for (guint i = level + 1; i < DD_NUMBERING_LEVELS; i++)
    if (level < levels[i].restart)
      state->counted[i] = FALSE;

  if (own->format == DD_NUMBER_FORMAT_BULLET)
    {
      g_string_append (label, get_bullet (own->text));
    }
  else
    {
      for (const char *p = text; *p != '\0'; p++)
        {
          const guint wider = *p == '%' && g_ascii_isdigit (p[1]) ? (guint) (p[1] - '0') : 0;
          DdNumberFormat format;

          if (wider == 0)
            {
              g_string_append_c (label, *p);
              continue;
            }
          p++;
          format = own->decimal && levels[wider - 1].format != DD_NUMBER_FORMAT_NONE
                   ? DD_NUMBER_FORMAT_DECIMAL : levels[wider - 1].format;
          dd_number_format_append (format, label,
                                   state->counted[wider - 1] ? state->values[wider - 1]
                                                             : levels[wider - 1].start);
        }
    }
  if (label->len > 0 && !own->joined && label->str[label->len - 1] != ' ')
    g_string_append_c (label, ' ');

  return g_string_free (g_steal_pointer (&label), FALSE);
}
