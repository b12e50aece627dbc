/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days in the language of the program. The C library's %x is not used: where
 * the program speaks Vietnamese the system's locale often does not. */
#define G_LOG_DOMAIN "dd-day"

#include "config.h"

#include "dd-day-text.h"

#include <glib/gi18n-lib.h>

static const char * const month_names[] = {
  NC_("month", "Jan"), NC_("month", "Feb"), NC_("month", "Mar"), NC_("month", "Apr"),
  NC_("month", "May"), NC_("month", "Jun"), NC_("month", "Jul"), NC_("month", "Aug"),
  NC_("month", "Sep"), NC_("month", "Oct"), NC_("month", "Nov"), NC_("month", "Dec"),
};

static const char * const weekday_names[] = {
  NC_("weekday", "Mon"), NC_("weekday", "Tue"), NC_("weekday", "Wed"), NC_("weekday", "Thu"),
  NC_("weekday", "Fri"), NC_("weekday", "Sat"), NC_("weekday", "Sun"),
};

static char *
format_day (DdDay       day,
            const char *pattern)
{
  GString *text;
  guint year, month, day_of_month;

  if (day == DD_DAY_NONE)
    return g_strdup ("");

  dd_day_split (day, &year, &month, &day_of_month);
  text = g_string_new (NULL);
  for (const char *p = pattern; *p != '\0'; p++)
    {
      if (*p == 'd')
        g_string_append_printf (text, "%u", day_of_month);
      else if (*p == 'D')
        g_string_append_printf (text, "%02u", day_of_month);
      else if (*p == 'M')
        g_string_append_printf (text, "%02u", month);
      else if (*p == 'N')
        g_string_append (text, g_dpgettext2 (GETTEXT_PACKAGE, "month", month_names[month - 1]));
      else if (*p == 'W')
        g_string_append (text, g_dpgettext2 (GETTEXT_PACKAGE, "weekday",
                                             weekday_names[dd_day_get_weekday (day) - 1]));
      else if (*p == 'Y')
        g_string_append_printf (text, "%u", year);
      else
        g_string_append_c (text, *p);
    }

  return g_string_free (text, FALSE);
}

/**
 * dd_day_to_text:
 *
 * Returns: (transfer full): the day as the language writes it in a table,
 *   "30 Jun 2024" or "30/06/2024"; "" for no day
 */
char *
dd_day_to_text (DdDay day)
{
  /* Translators: a day in a table. d: day, D: day with two digits, M: month with
   * two digits, N: name of the month, Y: year, W: name of the weekday; other
   * characters stand for themselves. Vietnamese: D/M/Y. */
  return format_day (day, C_("day pattern", "d N Y"));
}

/**
 * dd_day_to_long_text:
 *
 * Returns: (transfer full): the day with its weekday, "Sun, 30 Jun 2024"
 */
char *
dd_day_to_long_text (DdDay day)
{
  /* Translators: a day with its weekday; letters as in "d N Y". Vietnamese: W, D/M/Y. */
  return format_day (day, C_("day pattern", "W, d N Y"));
}

/* Reads up to three numbers parted by one kind of separator. */
static guint
read_numbers (const char *text,
              guint       numbers[3],
              guint       widths[3])
{
  char separator = '\0';
  guint n = 0;

  for (;;)
    {
      guint width = 0;

      numbers[n] = 0;
      while (g_ascii_isdigit (text[width]) && width < 4)
        numbers[n] = numbers[n] * 10 + (guint) (text[width++] - '0');
      if (width == 0)
        return 0;
      widths[n++] = width;
      text += width;

      if (*text == '\0')
        return n;
      if (n == 3 || strchr ("/.-", *text) == NULL || (separator != '\0' && *text != separator))
        return 0;
      separator = *text++;
    }
}

/* The day of @today's year, or of the next if this one is more than a month
 * past. A 29 February that the year does not have counts as its 28th. */
static DdDay
find_year (guint month,
           guint day_of_month,
           DdDay today)
{
  guint year = dd_day_get_year (today);
  gboolean leap_day = month == 2 && day_of_month == 29;
  DdDay this_year = dd_day_new (year, month, leap_day ? 28 : day_of_month);

  if (this_year != DD_DAY_NONE && this_year + 31 < today)
    year++;

  return dd_day_new (year, month, day_of_month);
}

/**
 * dd_day_from_text:
 * @text: what a person typed: "30/6/2024", "30.6.2024", "30-6-2024", "2024-06-30" or "30/6"
 * @today: gives the year to a day without one: this year, or the next if that day is
 *   more than a month past
 *
 * Returns: the day, or %DD_DAY_NONE if there is no such day or the text is not one
 */
DdDay
dd_day_from_text (const char *text,
                  DdDay       today)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  guint numbers[3], widths[3];
  guint n = read_numbers (bare, numbers, widths);

  if (n == 3 && widths[0] == 4)
    return dd_day_from_iso (bare);
  if (n < 2 || widths[0] > 2 || widths[1] > 2)
    return DD_DAY_NONE;
  if (n == 3)
    return widths[2] == 4 ? dd_day_new (numbers[2], numbers[1], numbers[0]) : DD_DAY_NONE;

  return today != DD_DAY_NONE ? find_year (numbers[1], numbers[0], today) : DD_DAY_NONE;
}
