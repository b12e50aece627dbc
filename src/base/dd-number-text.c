/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in the language of the program. As with days, the system's locale is
 * not asked: where the program speaks Vietnamese it often does not. */
#define G_LOG_DOMAIN "dd-number-text"

#include "config.h"

#include "dd-number-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Four thousand would want a sign of its own. */
#define ROMAN_MAX 3999

/**
 * dd_number_to_text:
 *
 * Returns: (transfer full): "1.234.567" or "1,234,567"
 */
char *
dd_number_to_text (gint64 number)
{
  /* Translators: what stands between groups of three digits: "." in Vietnamese. */
  const char *separator = C_("thousands separator", ",");
  guint64 size = number < 0 ? -(guint64) number : (guint64) number;
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, size);
  GString *text = g_string_new (number < 0 ? "-" : NULL);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (text, FALSE);
}

/**
 * dd_decimal_to_text:
 * @written: a number with a point, as machines write it
 *
 * Returns: (transfer full): "12.5" or "12,5"
 */
char *
dd_decimal_to_text (const char *written)
{
  g_auto (GStrv) parts = g_strsplit (written, ".", 2);

  /* Translators: the decimal sign: "," in Vietnamese. */
  return g_strjoinv (C_("decimal sign", "."), parts);
}

/**
 * dd_share_to_text:
 * @percent: below 0: there is nothing to divide by
 *
 * A share is told with one decimal, as reports do, and never rounded to "0%"
 * or "100%" unless it is just that: one task overdue of two thousand is not none.
 *
 * Returns: (transfer full): "12.5%" or "12,5%"; "–" where nothing can be said
 */
char *
dd_share_to_text (double percent)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *number = NULL;
  double rounded = round (percent * 10.0) / 10.0;

  if (percent < 0.0)
    return g_strdup ("–");

  if (rounded <= 0.0 && percent > 0.0)
    rounded = 0.1;
  else if (rounded >= 100.0 && percent < 100.0)
    rounded = 99.9;
  g_ascii_formatd (buffer, sizeof buffer, "%.4g", rounded);
  number = dd_decimal_to_text (buffer);

  /* Translators: %s is a number: "12.5%". */
  return g_strdup_printf (_("%s%%"), number);
}

/**
 * dd_roman_to_text:
 *
 * Returns: (transfer full): "XIV"; in digits what has no Roman numeral
 */
char *
dd_roman_to_text (guint number)
{
  static const struct
  {
    guint       value;
    const char *sign;
  } signs[] = {
    { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" },
    { 50, "L" }, { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" },
  };
  GString *roman = g_string_new (NULL);

  if (number < 1 || number > ROMAN_MAX)
    {
      g_string_append_printf (roman, "%u", number);
      return g_string_free (roman, FALSE);
    }

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value; number -= signs[i].value)
      g_string_append (roman, signs[i].sign);

  return g_string_free (roman, FALSE);
}
