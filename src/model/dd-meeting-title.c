/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meeting-title"

#include "config.h"

#include "dd-meeting-title.h"

#include <glib/gi18n-lib.h>

static const char * const digits[] = {
  "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
};

/* After tens the words for one, four and five change: hai mươi mốt, hai mươi tư,
 * mười lăm; but mười một, and mười bốn. */
static const char *
get_unit_word (guint tens,
               guint unit)
{
  if (unit == 1 && tens > 1)
    return "mốt";
  if (unit == 4 && tens != 1)
    return "tư";
  if (unit == 5 && tens > 0)
    return "lăm";

  return digits[unit];
}

/**
 * dd_ordinal_to_vietnamese:
 * @number: from 1
 *
 * Returns: (transfer full): "thứ nhất", "thứ hai", "thứ tư", "thứ hai mươi mốt";
 *   in digits from a thousand on
 */
char *
dd_ordinal_to_vietnamese (guint number)
{
  guint hundreds = number / 100, tens = number / 10 % 10, unit = number % 10;
  GString *words;

  if (number == 1)
    return g_strdup ("thứ nhất");
  if (number == 0 || number > 999)
    return g_strdup_printf ("thứ %u", number);

  words = g_string_new ("thứ");
  if (hundreds > 0)
    g_string_append_printf (words, " %s trăm", digits[hundreds]);
  if (tens > 1)
    g_string_append_printf (words, " %s mươi", digits[tens]);
  else if (tens == 1)
    g_string_append (words, " mười");
  else if (hundreds > 0 && unit > 0)
    g_string_append (words, " linh");
  if (unit > 0)
    g_string_append_printf (words, " %s", get_unit_word (tens, unit));

  return g_string_free (words, FALSE);
}

static const char *
get_pattern (DdMeetingKind kind)
{
  switch (kind)
    {
    case DD_MEETING_KIND_CONFERENCE:
      /* Translators: a number, and what it counts: "Conference 3 of the task force". */
      return _("Conference %s of %s");
    case DD_MEETING_KIND_WORKING_SESSION:
      /* Translators: a number, and what it counts. */
      return _("Working session %s of %s");
    case DD_MEETING_KIND_MEETING:
      /* Translators: a number, and what it counts. */
      return _("Meeting %s of %s");
    case DD_MEETING_KIND_SESSION:
    default:
      /* Translators: a number, and what it counts. */
      return _("Session %s of %s");
    }
}

/**
 * dd_meeting_make_title:
 * @number: which one of its series it is, from 1
 * @series: what the number counts, mostly the body that meets
 *
 * Returns: (transfer full): what such a meeting is called, in Vietnamese with the
 *   number in words: "Phiên họp thứ bảy Tổ công tác …"
 */
char *
dd_meeting_make_title (DdMeetingKind  kind,
                       guint          number,
                       const char    *series)
{
  /* Translators: how the title of a meeting writes its number: "digits" as in "Session 7",
   * or "vietnamese" as in "Phiên họp thứ bảy". Nothing else is understood. */
  gboolean vietnamese = g_str_equal (C_("numbers of meetings", "digits"), "vietnamese");
  g_autofree char *ordinal = vietnamese ? dd_ordinal_to_vietnamese (number)
                                        : g_strdup_printf ("%u", number);

  return g_strdup_printf (get_pattern (kind), ordinal, series);
}

/**
 * dd_meeting_describe_series:
 * @meeting: a row of %DD_KIND_MEETING
 *
 * Returns: (transfer full) (nullable): what the meeting is one of, and which one
 */
char *
dd_meeting_describe_series (const DdRow *meeting)
{
  const char *series = dd_row_get_text (meeting, DD_MEETING_SERIES);

  if (!dd_row_is_set (meeting, DD_MEETING_NUMBER))
    return g_strdup (series);
  if (series == NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, dd_row_get_number (meeting, DD_MEETING_NUMBER));

  /* Translators: which meeting it is, and of which series: "No. 3, Task force". The number
   * stands first, since the name is cut off where there is little room. */
  return g_strdup_printf (_("No. %ld, %s"), (glong) dd_row_get_number (meeting, DD_MEETING_NUMBER),
                          series);
}
