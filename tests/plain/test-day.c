/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-day-text.h"

#include <stdlib.h>
#include <time.h>

/* A day that the test is sure exists. */
static DdDay
day (const char *iso)
{
  DdDay found = dd_day_from_iso (iso);

  g_assert_cmpuint (found, !=, DD_DAY_NONE);

  return found;
}

#define assert_day(got, iso) \
  G_STMT_START { \
    g_autofree char *text_ = dd_day_to_iso (got); \
    g_assert_cmpstr (text_, ==, iso); \
  } G_STMT_END

/* --- which days there are ------------------------------------------------- */

static const struct
{
  guint    year, month, day;
  gboolean exists;
} calendar_days[] = {
  /* 29 February: every fourth year, not at the turn of a century, yet in 2000. */
  { 2024, 2, 29, TRUE },
  { 2023, 2, 29, FALSE },
  { 2026, 2, 29, FALSE },
  { 2000, 2, 29, TRUE },
  { 1900, 2, 29, FALSE },
  { 2100, 2, 29, FALSE },
  { 2400, 2, 29, TRUE },

  /* The ends of months. */
  { 2024, 1, 31, TRUE },
  { 2024, 2, 30, FALSE },
  { 2024, 4, 30, TRUE },
  { 2024, 4, 31, FALSE },
  { 2024, 6, 31, FALSE },
  { 2024, 9, 31, FALSE },
  { 2024, 11, 31, FALSE },
  { 2024, 12, 31, TRUE },
  { 2024, 12, 32, FALSE },

  /* What no calendar has. */
  { 2024, 0, 1, FALSE },
  { 2024, 1, 0, FALSE },
  { 2024, 13, 1, FALSE },
  { 2024, 257, 1, FALSE },
  { 2024, 1, 257, FALSE },
  { 0, 1, 1, FALSE },

  /* The years that a record may speak of. */
  { 1899, 12, 31, FALSE },
  { 1900, 1, 1, TRUE },
  { 9999, 12, 31, TRUE },
  { 10000, 1, 1, FALSE },
  { 67436, 1, 1, FALSE },       /* 1900 once 65536 is taken off */
  { G_MAXUINT, G_MAXUINT, G_MAXUINT, FALSE },
};

static void
test_new (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (calendar_days); i++)
    {
      DdDay made = dd_day_new (calendar_days[i].year, calendar_days[i].month, calendar_days[i].day);
      guint year, month, day_of_month;

      g_test_message ("%u-%u-%u", calendar_days[i].year, calendar_days[i].month,
                      calendar_days[i].day);
      g_assert_cmpint (made != DD_DAY_NONE, ==, calendar_days[i].exists);
      if (made == DD_DAY_NONE)
        continue;

      dd_day_split (made, &year, &month, &day_of_month);
      g_assert_cmpuint (year, ==, calendar_days[i].year);
      g_assert_cmpuint (month, ==, calendar_days[i].month);
      g_assert_cmpuint (day_of_month, ==, calendar_days[i].day);
    }
}

/* Walks through every day there is with a calendar of the test's own. */
static void
test_every_day (void)
{
  static const guint lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  DdDay expected = dd_day_new (1900, 1, 1);
  guint weekday = 1;            /* 1 January 1900 was a Monday */

  for (guint year = 1900; year <= 9999; year++)
    for (guint month = 1; month <= 12; month++)
      {
        gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        guint length = lengths[month - 1] + (month == 2 && leap ? 1 : 0);

        for (guint i = 1; i <= length; i++)
          {
            if (dd_day_new (year, month, i) != expected ||
                dd_day_get_weekday (expected) != weekday)
              g_error ("%u-%u-%u is out of step", year, month, i);
            expected++;
            weekday = weekday % 7 + 1;
          }
        if (dd_day_new (year, month, length + 1) != DD_DAY_NONE)
          g_error ("%u-%u has a day too many", year, month);
      }
}

/* --- ISO text ------------------------------------------------------------- */

static const struct
{
  const char *text;
  gboolean    is_day;
} iso_texts[] = {
  { "2024-02-29", TRUE },
  { "1900-01-01", TRUE },
  { "9999-12-31", TRUE },

  /* Only this form: days are compared as text in the file of records. */
  { "2024-2-3", FALSE },
  { "2024-02-3", FALSE },
  { "24-02-03", FALSE },
  { "2024/02/03", FALSE },
  { "2024.02.03", FALSE },
  { "20240203", FALSE },
  { "2024-02-29 ", FALSE },
  { " 2024-02-29", FALSE },
  { "2024-02-29T00:00:00Z", FALSE },
  { "2024-02-290", FALSE },
  { "02024-02-29", FALSE },
  { "+024-02-29", FALSE },
  { "-024-02-29", FALSE },
  { "2024-0x-01", FALSE },
  { "2024-02", FALSE },
  { "2024-02-", FALSE },
  { "2024", FALSE },
  { "", FALSE },
  { "hôm nay", FALSE },
  { "２０２４-02-29", FALSE },
  { "2024‐02‐29", FALSE },

  /* The form is right and the day does not exist. */
  { "2024-02-30", FALSE },
  { "2026-02-29", FALSE },
  { "2024-04-31", FALSE },
  { "2024-00-10", FALSE },
  { "2024-13-10", FALSE },
  { "2024-10-00", FALSE },
  { "0000-00-00", FALSE },
  { "1899-12-31", FALSE },
};

static void
test_iso (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (iso_texts); i++)
    {
      DdDay read = dd_day_from_iso (iso_texts[i].text);
      g_autofree char *written = dd_day_to_iso (read);

      g_test_message ("“%s”", iso_texts[i].text);
      g_assert_cmpstr (written, ==, iso_texts[i].is_day ? iso_texts[i].text : NULL);
    }

  g_assert_cmpuint (dd_day_from_iso (NULL), ==, DD_DAY_NONE);
}

static void
test_write_iso (void)
{
  char iso[DD_DAY_ISO_SIZE];

  dd_day_write_iso (day ("2024-06-30"), iso);
  g_assert_cmpstr (iso, ==, "2024-06-30");

  /* No day leaves nothing of the one before. */
  dd_day_write_iso (DD_DAY_NONE, iso);
  g_assert_cmpstr (iso, ==, "");
}

/* --- what a person types -------------------------------------------------- */

static const struct
{
  const char *typed;
  const char *today;
  const char *meant;
} typed_days[] = {
  /* The forms in which people write days here. */
  { "30/6/2024", "2024-01-02", "2024-06-30" },
  { "30/06/2024", "2024-01-02", "2024-06-30" },
  { "30.6.2024", "2024-01-02", "2024-06-30" },
  { "30-6-2024", "2024-01-02", "2024-06-30" },
  { "2024-06-30", "2024-01-02", "2024-06-30" },
  { "  30/6/2024 ", "2024-01-02", "2024-06-30" },
  { "01/01/1900", "2024-01-02", "1900-01-01" },
  { "31/12/9999", "2024-01-02", "9999-12-31" },

  /* The day stands first, never the month. */
  { "3/4/2024", "2024-01-02", "2024-04-03" },
  { "4/13/2024", "2024-01-02", NULL },

  /* Without a year: this year, unless that is more than a month past. */
  { "30/6", "2024-01-02", "2024-06-30" },
  { "30.6", "2024-01-02", "2024-06-30" },
  { "30-6", "2024-01-02", "2024-06-30" },
  { "1/2", "2024-03-03", "2024-02-01" },
  { "1/2", "2024-03-04", "2025-02-01" },
  { "31/12", "2024-01-02", "2024-12-31" },
  { "5/1", "2024-12-20", "2025-01-05" },
  { "20/11", "2024-12-20", "2024-11-20" },
  { "19/11", "2024-12-21", "2025-11-19" },
  { "31/12", "2024-12-31", "2024-12-31" },
  { "1/1", "2024-12-31", "2025-01-01" },
  { "1/1", "2025-01-01", "2025-01-01" },

  /* 29 February of the next year, typed at the end of a year that has none. */
  { "29/2", "2024-01-02", "2024-02-29" },
  { "29/2", "2023-12-20", "2024-02-29" },
  { "29/2", "2023-01-10", NULL },
  { "29/2", "2024-05-01", NULL },
  { "30/2", "2023-12-20", NULL },

  /* The last year there is has none after it. */
  { "1/1", "9999-12-31", NULL },

  /* Days that do not exist, and what is no day. */
  { "30/02/2024", "2024-01-02", NULL },
  { "29/02/2026", "2024-01-02", NULL },
  { "31/04/2024", "2024-01-02", NULL },
  { "31/4", "2024-01-02", NULL },
  { "0/1/2024", "2024-01-02", NULL },
  { "1/0/2024", "2024-01-02", NULL },
  { "00/00/0000", "2024-01-02", NULL },
  { "30/6/24", "2024-01-02", NULL },
  { "30/6/02024", "2024-01-02", NULL },
  { "030/6/2024", "2024-01-02", NULL },
  { "30/006/2024", "2024-01-02", NULL },
  { "0030/6", "2024-01-02", NULL },
  { "30/6.2024", "2024-01-02", NULL },
  { "30/6/2024/1", "2024-01-02", NULL },
  { "30/6/", "2024-01-02", NULL },
  { "/6/2024", "2024-01-02", NULL },
  { "30//2024", "2024-01-02", NULL },
  { "-30/6/2024", "2024-01-02", NULL },
  { "30", "2024-01-02", NULL },
  { "6/2024", "2024-01-02", NULL },
  { "2024/6", "2024-01-02", NULL },
  { "2024-6-30", "2024-01-02", NULL },
  { "2024-06-30T00:00", "2024-01-02", NULL },
  { "30 6 2024", "2024-01-02", NULL },
  { "ngày 30/6/2024", "2024-01-02", NULL },
  { "30/6/2024 12:00", "2024-01-02", NULL },
  { "３０/6/2024", "2024-01-02", NULL },
  { "99999999999999999999/6/2024", "2024-01-02", NULL },
  { "1899-12-31", "2024-01-02", NULL },
  { "31/12/1899", "2024-01-02", NULL },
  { "", "2024-01-02", NULL },
  { "   ", "2024-01-02", NULL },
  { "x", "2024-01-02", NULL },
};

static void
test_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed_days); i++)
    {
      DdDay read = dd_day_from_text (typed_days[i].typed, day (typed_days[i].today));
      g_autofree char *iso = dd_day_to_iso (read);

      g_test_message ("“%s” on %s", typed_days[i].typed, typed_days[i].today);
      g_assert_cmpstr (iso, ==, typed_days[i].meant);
    }

  /* Where nothing says which year it is, a day without one is no day. */
  g_assert_cmpuint (dd_day_from_text ("30/6", DD_DAY_NONE), ==, DD_DAY_NONE);
  assert_day (dd_day_from_text ("30/6/2024", DD_DAY_NONE), "2024-06-30");

  /* Not even UTF-8. */
  g_assert_cmpuint (dd_day_from_text ("30/6\xff", day ("2024-01-02")), ==, DD_DAY_NONE);
}

/* What the program writes for a program, it reads again wherever a person types. */
static void
test_typed_round_trip (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      DdDay any = (DdDay) g_test_rand_int_range ((gint32) dd_day_new (1900, 1, 1),
                                                 (gint32) dd_day_new (9999, 12, 31) + 1);
      g_autofree char *iso = dd_day_to_iso (any);
      g_autofree char *typed = NULL;
      guint year, month, day_of_month;

      g_assert_cmpuint (dd_day_from_text (iso, DD_DAY_NONE), ==, any);
      dd_day_split (any, &year, &month, &day_of_month);
      typed = g_strdup_printf ("%u/%u/%u", day_of_month, month, year);
      g_assert_cmpuint (dd_day_from_text (typed, DD_DAY_NONE), ==, any);
    }
}

static void
test_texts (void)
{
  g_autofree char *table = dd_day_to_text (day ("2024-06-30"));
  g_autofree char *with_weekday = dd_day_to_long_text (day ("2024-06-30"));
  g_autofree char *first = dd_day_to_text (day ("2024-02-01"));
  g_autofree char *none = dd_day_to_text (DD_DAY_NONE);
  g_autofree char *none_long = dd_day_to_long_text (DD_DAY_NONE);

  g_assert_cmpstr (table, ==, "30 Jun 2024");
  g_assert_cmpstr (with_weekday, ==, "Sun, 30 Jun 2024");
  g_assert_cmpstr (first, ==, "1 Feb 2024");

  /* No day is no text, not a strange one. */
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (none_long, ==, "");
}

/* --- arithmetic ----------------------------------------------------------- */

static void
test_weekday (void)
{
  /* The first session of the task force was on a Friday. */
  g_assert_cmpuint (dd_day_get_weekday (day ("2023-09-08")), ==, 5);
  g_assert_cmpuint (dd_day_get_weekday (day ("2024-02-29")), ==, 4);
  g_assert_cmpuint (dd_day_get_weekday (day ("2026-04-26")), ==, 7);
  g_assert_cmpuint (dd_day_get_weekday (day ("1900-01-01")), ==, 1);
  g_assert_cmpuint (dd_day_get_weekday (day ("9999-12-31")), ==, 5);
}

static void
test_add_days (void)
{
  assert_day (dd_day_add_days (day ("2024-02-28"), 1), "2024-02-29");
  assert_day (dd_day_add_days (day ("2023-02-28"), 1), "2023-03-01");
  assert_day (dd_day_add_days (day ("2024-12-31"), 1), "2025-01-01");
  assert_day (dd_day_add_days (day ("2024-01-01"), -1), "2023-12-31");
  assert_day (dd_day_add_days (day ("2024-01-01"), 0), "2024-01-01");

  /* At the ends of the calendar it stands still. */
  assert_day (dd_day_add_days (day ("9999-12-31"), 1), "9999-12-31");
  assert_day (dd_day_add_days (day ("1900-01-01"), -1), "1900-01-01");
  assert_day (dd_day_add_days (day ("2024-01-01"), G_MAXINT), "9999-12-31");
  assert_day (dd_day_add_days (day ("2024-01-01"), G_MININT), "1900-01-01");

  /* No day stays no day. */
  g_assert_cmpuint (dd_day_add_days (DD_DAY_NONE, 5), ==, DD_DAY_NONE);
}

static const struct
{
  const char *from;
  int         months;
  const char *to;
} added_months[] = {
  { "2024-01-31", 1, "2024-02-29" },
  { "2023-01-31", 1, "2023-02-28" },
  { "2024-01-31", 2, "2024-03-31" },
  { "2024-01-31", 3, "2024-04-30" },
  { "2024-01-31", 12, "2025-01-31" },
  { "2024-01-31", 13, "2025-02-28" },
  { "2024-02-29", 12, "2025-02-28" },
  { "2024-02-29", 48, "2028-02-29" },
  { "2024-03-31", -1, "2024-02-29" },
  { "2024-01-15", -1, "2023-12-15" },
  { "2024-12-15", 1, "2025-01-15" },
  { "2024-05-31", 0, "2024-05-31" },
  { "9999-12-15", 1, "9999-12-31" },
  { "1900-01-15", -1, "1900-01-01" },
  { "2024-01-15", G_MAXINT, "9999-12-31" },
  { "2024-01-15", G_MININT, "1900-01-01" },
};

static void
test_add_months (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (added_months); i++)
    {
      g_test_message ("%s %+d", added_months[i].from, added_months[i].months);
      assert_day (dd_day_add_months (day (added_months[i].from), added_months[i].months),
                  added_months[i].to);
    }

  g_assert_cmpuint (dd_day_add_months (DD_DAY_NONE, 5), ==, DD_DAY_NONE);
}

/* Reckoned from its first day, a series at the end of the month stays there. */
static void
test_months_do_not_drift (void)
{
  DdDay first = day ("2024-01-31");

  for (int n = 0; n < 1200; n++)
    {
      DdDay nth = dd_day_add_months (first, n);

      g_assert_cmpuint (nth, ==, dd_period_last_day (DD_PERIOD_MONTH, nth));
    }
}

static const struct
{
  DdPeriod    period;
  const char *day;
  const char *first, *last;
} periods[] = {
  /* Weeks begin on Monday, also over the end of a year. */
  { DD_PERIOD_WEEK, "2024-12-31", "2024-12-30", "2025-01-05" },
  { DD_PERIOD_WEEK, "2025-01-05", "2024-12-30", "2025-01-05" },
  { DD_PERIOD_WEEK, "2024-12-30", "2024-12-30", "2025-01-05" },
  { DD_PERIOD_WEEK, "2024-12-29", "2024-12-23", "2024-12-29" },
  { DD_PERIOD_WEEK, "2024-02-29", "2024-02-26", "2024-03-03" },

  { DD_PERIOD_MONTH, "2024-02-10", "2024-02-01", "2024-02-29" },
  { DD_PERIOD_MONTH, "2023-02-10", "2023-02-01", "2023-02-28" },
  { DD_PERIOD_MONTH, "2023-12-31", "2023-12-01", "2023-12-31" },

  { DD_PERIOD_QUARTER, "2024-01-01", "2024-01-01", "2024-03-31" },
  { DD_PERIOD_QUARTER, "2024-03-31", "2024-01-01", "2024-03-31" },
  { DD_PERIOD_QUARTER, "2024-05-20", "2024-04-01", "2024-06-30" },
  { DD_PERIOD_QUARTER, "2024-09-30", "2024-07-01", "2024-09-30" },
  { DD_PERIOD_QUARTER, "2024-10-01", "2024-10-01", "2024-12-31" },

  { DD_PERIOD_HALF_YEAR, "2024-06-30", "2024-01-01", "2024-06-30" },
  { DD_PERIOD_HALF_YEAR, "2024-07-01", "2024-07-01", "2024-12-31" },

  { DD_PERIOD_YEAR, "2024-02-29", "2024-01-01", "2024-12-31" },

  /* The calendar ends in the middle of a week. */
  { DD_PERIOD_WEEK, "9999-12-31", "9999-12-27", "9999-12-31" },
  { DD_PERIOD_YEAR, "9999-12-31", "9999-01-01", "9999-12-31" },
  { DD_PERIOD_WEEK, "1900-01-03", "1900-01-01", "1900-01-07" },
};

static void
test_periods (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_test_message ("period %d of %s", periods[i].period, periods[i].day);
      assert_day (dd_period_first_day (periods[i].period, day (periods[i].day)), periods[i].first);
      assert_day (dd_period_last_day (periods[i].period, day (periods[i].day)), periods[i].last);
    }

  g_assert_cmpuint (dd_period_first_day (DD_PERIOD_MONTH, DD_DAY_NONE), ==, DD_DAY_NONE);
  g_assert_cmpuint (dd_period_last_day (DD_PERIOD_MONTH, DD_DAY_NONE), ==, DD_DAY_NONE);
}

/* Periods follow one another without a gap, whatever day they are asked with. */
static void
test_periods_follow (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      DdPeriod period = (DdPeriod) g_test_rand_int_range (DD_PERIOD_WEEK, DD_PERIOD_YEAR + 1);
      DdDay any = (DdDay) g_test_rand_int_range ((gint32) dd_day_new (1901, 1, 1),
                                                 (gint32) dd_day_new (9998, 12, 31));
      DdDay first = dd_period_first_day (period, any);
      DdDay last = dd_period_last_day (period, any);

      g_assert_cmpuint (first, <=, any);
      g_assert_cmpuint (any, <=, last);
      g_assert_cmpuint (dd_period_first_day (period, last), ==, first);
      g_assert_cmpuint (dd_period_last_day (period, first), ==, last);
      g_assert_cmpuint (dd_period_first_day (period, last + 1), ==, last + 1);
      g_assert_cmpuint (dd_period_add (period, first, 1), ==, last + 1);
      g_assert_cmpuint (dd_period_add (period, last + 1, -1), ==, first);
    }
}

/* --- today ---------------------------------------------------------------- */

static const char * const zones[] = {
  "<-12>+12",                           /* the last to see a day */
  "<+07>-7",                            /* Viet Nam */
  "<+14>-14",                           /* the first */
  "UTC0",
  "EST5EDT,M3.2.0,M11.1.0",             /* with summer time */
  "NZST-12NZDT,M9.5.0,M4.1.0/3",        /* with summer time in the south */
};

static DdDay
today_of_the_c_library (void)
{
  time_t now = time (NULL);
  struct tm parts;

  tzset ();
  localtime_r (&now, &parts);

  return dd_day_new ((guint) parts.tm_year + 1900, (guint) parts.tm_mon + 1,
                     (guint) parts.tm_mday);
}

static void
test_today (void)
{
  g_autofree char *before = g_strdup (g_getenv ("TZ"));

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      DdDay expected, got;

      g_test_message ("TZ=%s", zones[i]);
      g_setenv ("TZ", zones[i], TRUE);
      do                        /* again, if midnight came between */
        {
          expected = today_of_the_c_library ();
          got = dd_day_today ();
        }
      while (expected != today_of_the_c_library ());
      g_assert_cmpuint (got, ==, expected);
    }

  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
  tzset ();
}

/* Ten minutes apart, and midnight between. */
static void
test_today_around_midnight (void)
{
  g_autofree char *before = g_strdup (g_getenv ("TZ"));
  int minute = (int) (time (NULL) / 60 % (24 * 60));
  int midnight = minute > 12 * 60 ? 24 * 60 - minute : -minute;
  DdDay days[2];

  for (int i = 0; i < 2; i++)
    {
      int east = midnight + (i == 0 ? -5 : 5);
      g_autofree char *zone = g_strdup_printf ("<here>%c%02d:%02d", east < 0 ? '+' : '-',
                                               ABS (east) / 60, ABS (east) % 60);

      g_setenv ("TZ", zone, TRUE);
      days[i] = dd_day_today ();
    }

  g_assert_cmpuint (days[1], ==, days[0] + 1);

  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
  tzset ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/new", test_new);
  g_test_add_func ("/day/every-day", test_every_day);
  g_test_add_func ("/day/iso", test_iso);
  g_test_add_func ("/day/write-iso", test_write_iso);
  g_test_add_func ("/day/typed", test_typed);
  g_test_add_func ("/day/typed-round-trip", test_typed_round_trip);
  g_test_add_func ("/day/texts", test_texts);
  g_test_add_func ("/day/weekday", test_weekday);
  g_test_add_func ("/day/add-days", test_add_days);
  g_test_add_func ("/day/add-months", test_add_months);
  g_test_add_func ("/day/months-do-not-drift", test_months_do_not_drift);
  g_test_add_func ("/day/periods", test_periods);
  g_test_add_func ("/day/periods-follow", test_periods_follow);
  g_test_add_func ("/day/today", test_today);
  g_test_add_func ("/day/today-around-midnight", test_today_around_midnight);

  return g_test_run ();
}
