/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-calendar.h"
#include "dd-holiday.h"
#include "dd-public-holidays.h"

static DdDay
day (const char *iso)
{
  DdDay found = dd_day_from_iso (iso);

  g_assert_cmpuint (found, !=, DD_DAY_NONE);

  return found;
}

static const DdRow *
find (GPtrArray *list,
      DdDay      wanted)
{
  for (guint i = 0; i < list->len; i++)
    if (dd_row_get_day (list->pdata[i], DD_HOLIDAY_DAY) == wanted)
      return list->pdata[i];

  return NULL;
}

static DdCalendar *
make_calendar (GPtrArray *list)
{
  DdCalendar *calendar = dd_calendar_new ();

  for (guint i = 0; i < list->len; i++)
    if (dd_row_get_flag (list->pdata[i], DD_HOLIDAY_IN_FORCE))
      dd_calendar_add_exception (calendar, dd_row_get_day (list->pdata[i], DD_HOLIDAY_DAY),
                                 dd_row_get_choice (list->pdata[i], DD_HOLIDAY_KIND) ==
                                 DD_HOLIDAY_KIND_MAKE_UP,
                                 dd_row_get_text (list->pdata[i], DD_HOLIDAY_NAME));

  return calendar;
}

/* The first day of the lunar year and the tenth day of its third month, in
 * Viet Nam's time zone. */
static const struct
{
  const char *tet;
  const char *kings;
} lunar[] = {
  { "2021-02-12", "2021-04-21" },
  { "2022-02-01", "2022-04-10" },
  { "2023-01-22", "2023-04-29" },
  { "2024-02-10", "2024-04-18" },
  { "2025-01-29", "2025-04-07" },
  { "2026-02-17", "2026-04-26" },
  { "2027-02-06", "2027-04-16" },
  { "2028-01-26", "2028-04-04" },
  { "2029-02-13", "2029-04-23" },
  { "2030-02-02", "2030-04-12" },
  { "2031-01-23", "2031-04-01" },
  { "2032-02-11", "2032-04-19" },
  { "2033-01-31", "2033-04-09" },
  { "2034-02-19", "2034-04-28" },
  { "2035-02-08", "2035-04-17" },
  { "2036-01-28", "2036-04-06" },
};

static void
test_lunar (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (lunar), ==,
                    DD_PUBLIC_HOLIDAYS_LAST_YEAR - DD_PUBLIC_HOLIDAYS_FIRST_YEAR + 1);

  for (guint i = 0; i < G_N_ELEMENTS (lunar); i++)
    {
      guint year = DD_PUBLIC_HOLIDAYS_FIRST_YEAR + i;
      g_autoptr (GPtrArray) list = dd_public_holidays_for_year (year);
      DdDay tet = day (lunar[i].tet);

      /* The last day of the old year and the first three of the new are off in any case. */
      g_test_message ("%u", year);
      for (DdDay any = tet - 1; any <= tet + 2; any++)
        {
          const DdRow *row = find (list, any);

          g_assert_nonnull (row);
          g_assert_cmpstr (dd_row_get_text (row, DD_HOLIDAY_NAME), ==, "Tết Nguyên đán");
        }
      g_assert_cmpstr (dd_row_get_text (find (list, day (lunar[i].kings)), DD_HOLIDAY_NAME), ==,
                       "Giỗ Tổ Hùng Vương");

      /* The month before is an ordinary one. */
      g_assert_null (find (list, tet - 10));
    }
}

/* In 2030 the new moon falls between the midnights of Hà Nội and Beijing. */
static void
test_2030 (void)
{
  g_autoptr (GPtrArray) list = dd_public_holidays_for_year (2030);

  /* Four days of the new year from 2 February; reckoned in China it would be to the 6th. */
  g_assert_nonnull (find (list, day ("2030-02-01")));
  g_assert_nonnull (find (list, day ("2030-02-05")));
  g_assert_cmpint (dd_row_get_choice (find (list, day ("2030-02-05")), DD_HOLIDAY_KIND), ==,
                   DD_HOLIDAY_KIND_HOLIDAY);
  g_assert_cmpint (dd_row_get_choice (find (list, day ("2030-02-06")), DD_HOLIDAY_KIND), ==,
                   DD_HOLIDAY_KIND_IN_LIEU);
}

/* Long holidays as they were decided, with the working days before and after them. */
static const struct
{
  guint       year;
  const char *before;
  const char *first, *last;
  const char *after;
} decided[] = {
  { 2023, "2023-01-19", "2023-01-20", "2023-01-26", "2023-01-27" },
  { 2023, "2023-08-31", "2023-09-01", "2023-09-04", "2023-09-05" },
  { 2024, "2024-02-07", "2024-02-08", "2024-02-14", "2024-02-15" },
  { 2024, "2024-08-30", "2024-08-31", "2024-09-03", "2024-09-04" },
  { 2025, "2025-01-24", "2025-01-25", "2025-02-02", "2025-02-03" },
  { 2025, "2025-08-29", "2025-08-30", "2025-09-02", "2025-09-03" },
  { 2026, NULL, "2026-01-01", "2026-01-04", "2026-01-05" },
  { 2026, "2026-02-13", "2026-02-14", "2026-02-22", "2026-02-23" },
  { 2026, "2026-04-24", "2026-04-25", "2026-04-27", "2026-04-28" },
  { 2026, "2026-04-29", "2026-04-30", "2026-05-03", "2026-05-04" },
  { 2026, "2026-08-28", "2026-08-29", "2026-09-02", "2026-09-03" },

  /* By the rule alone: three holidays in a row that two days off follow. */
  { 2023, "2023-04-28", "2023-04-29", "2023-05-03", "2023-05-04" },

  /* A working day was moved, so that five days hang together. */
  { 2024, "2024-04-26", "2024-04-27", "2024-05-01", "2024-05-02" },
  { 2025, "2025-04-29", "2025-04-30", "2025-05-04", "2025-05-05" },
};

static void
test_long_holidays (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decided); i++)
    {
      g_autoptr (GPtrArray) list = dd_public_holidays_for_year (decided[i].year);
      g_autoptr (DdCalendar) calendar = make_calendar (list);

      g_test_message ("%s to %s", decided[i].first, decided[i].last);
      if (decided[i].before != NULL)
        g_assert_true (dd_calendar_is_working (calendar, day (decided[i].before)));
      for (DdDay any = day (decided[i].first); any <= day (decided[i].last); any++)
        g_assert_false (dd_calendar_is_working (calendar, any));
      if (decided[i].after != NULL)
        g_assert_true (dd_calendar_is_working (calendar, day (decided[i].after)));
    }
}

/* A holiday on a weekly rest day is made up for on the next working day. */
static const struct
{
  guint       year;
  const char *day;
  const char *in_lieu;
  const char *name;
} in_lieu[] = {
  { 2026, "2026-04-26", "2026-04-27", "Giỗ Tổ Hùng Vương" },
  { 2022, "2022-01-01", "2022-01-03", "Tết Dương lịch" },
  { 2022, "2022-04-10", "2022-04-11", "Giỗ Tổ Hùng Vương" },
  { 2022, "2022-04-30", "2022-05-02", "Ngày Chiến thắng" },
  { 2022, "2022-05-01", "2022-05-03", "Quốc tế lao động" },
  { 2023, "2023-01-01", "2023-01-02", "Tết Dương lịch" },
  { 2023, "2023-04-29", "2023-05-02", "Giỗ Tổ Hùng Vương" },
  { 2023, "2023-04-30", "2023-05-03", "Ngày Chiến thắng" },
  { 2027, "2027-05-01", "2027-05-03", "Quốc tế lao động" },
  { 2028, "2028-01-01", "2028-01-03", "Tết Dương lịch" },
  { 2028, "2028-04-30", "2028-05-02", "Ngày Chiến thắng" },
  { 2028, "2028-09-02", "2028-09-04", "Quốc khánh" },
  { 2029, "2029-09-02", "2029-09-04", "Quốc khánh" },
};

static void
test_in_lieu (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (in_lieu); i++)
    {
      g_autoptr (GPtrArray) list = dd_public_holidays_for_year (in_lieu[i].year);
      const DdRow *holiday = find (list, day (in_lieu[i].day));
      const DdRow *instead = find (list, day (in_lieu[i].in_lieu));

      g_test_message ("%s", in_lieu[i].day);
      g_assert_cmpint (dd_row_get_choice (holiday, DD_HOLIDAY_KIND), ==, DD_HOLIDAY_KIND_HOLIDAY);
      g_assert_cmpstr (dd_row_get_text (holiday, DD_HOLIDAY_NAME), ==, in_lieu[i].name);
      g_assert_cmpint (dd_row_get_choice (instead, DD_HOLIDAY_KIND), ==, DD_HOLIDAY_KIND_IN_LIEU);
      g_assert_cmpstr (dd_row_get_text (instead, DD_HOLIDAY_NAME), ==, in_lieu[i].name);
    }
}

/* Saturdays that were worked for a day between holidays. */
static const struct
{
  const char *off;
  const char *worked;
} swaps[] = {
  { "2024-04-29", "2024-05-04" },
  { "2025-05-02", "2025-04-26" },
  { "2026-01-02", "2026-01-10" },
  { "2026-08-31", "2026-08-22" },
};

static void
test_swaps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (swaps); i++)
    {
      DdDay off = day (swaps[i].off);
      DdDay worked = day (swaps[i].worked);
      g_autoptr (GPtrArray) list = dd_public_holidays_for_year (dd_day_get_year (off));
      g_autoptr (DdCalendar) calendar = make_calendar (list);

      g_test_message ("%s for %s", swaps[i].worked, swaps[i].off);
      g_assert_cmpuint (dd_day_get_weekday (worked), ==, 6);
      g_assert_true (dd_calendar_is_working (calendar, worked));
      g_assert_false (dd_calendar_is_working (calendar, off));
    }
}

/* Whatever falls where: each year has eleven working days less, no more and no
 * fewer (Labour Code 2019, article 112). */
static void
test_eleven_days (void)
{
  for (guint year = DD_PUBLIC_HOLIDAYS_FIRST_YEAR; year <= DD_PUBLIC_HOLIDAYS_LAST_YEAR; year++)
    {
      g_autoptr (GPtrArray) list = dd_public_holidays_for_year (year);
      g_autoptr (DdCalendar) calendar = make_calendar (list);
      int fewer = 0;

      for (DdDay any = dd_day_new (year, 1, 1); any <= dd_day_new (year, 12, 31); any++)
        {
          fewer += dd_day_get_weekday (any) <= 5;
          fewer -= dd_calendar_is_working (calendar, any) != FALSE;
        }
      g_test_message ("%u: %d", year, fewer);
      g_assert_cmpint (fewer, ==, 11);
    }
}

static void
test_records (void)
{
  for (guint year = DD_PUBLIC_HOLIDAYS_FIRST_YEAR; year <= DD_PUBLIC_HOLIDAYS_LAST_YEAR; year++)
    {
      g_autoptr (GPtrArray) list = dd_public_holidays_for_year (year);

      for (guint i = 0; i < list->len; i++)
        {
          const DdRow *row = list->pdata[i];
          g_autoptr (GError) error = NULL;

          /* Each may be stored, lies in its year, says on what it is based, and is there once. */
          g_assert_cmpint (dd_row_get_kind (row), ==, DD_KIND_HOLIDAY);
          g_assert_true (dd_row_check (row, &error));
          g_assert_no_error (error);
          g_assert_cmpuint (dd_day_get_year (dd_row_get_day (row, DD_HOLIDAY_DAY)), ==, year);
          g_assert_true (dd_row_is_set (row, DD_HOLIDAY_BASIS));
          g_assert_true (find (list, dd_row_get_day (row, DD_HOLIDAY_DAY)) == row);
        }
    }
}

/* 24 November is planned as a day off and not law yet: there, to be put in force. */
static void
test_culture_day (void)
{
  g_autoptr (GPtrArray) before = dd_public_holidays_for_year (2025);
  g_autoptr (GPtrArray) list = dd_public_holidays_for_year (2026);
  g_autoptr (DdCalendar) calendar = make_calendar (list);
  const DdRow *row = find (list, day ("2026-11-24"));

  g_assert_null (find (before, day ("2025-11-24")));
  g_assert_nonnull (row);
  g_assert_true (dd_row_is_set (row, DD_HOLIDAY_IN_FORCE));
  g_assert_false (dd_row_get_flag (row, DD_HOLIDAY_IN_FORCE));
  g_assert_true (dd_calendar_is_working (calendar, day ("2026-11-24")));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/public-holidays/lunar", test_lunar);
  g_test_add_func ("/public-holidays/2030", test_2030);
  g_test_add_func ("/public-holidays/long-holidays", test_long_holidays);
  g_test_add_func ("/public-holidays/in-lieu", test_in_lieu);
  g_test_add_func ("/public-holidays/swaps", test_swaps);
  g_test_add_func ("/public-holidays/eleven-days", test_eleven_days);
  g_test_add_func ("/public-holidays/records", test_records);
  g_test_add_func ("/public-holidays/culture-day", test_culture_day);

  return g_test_run ();
}
