/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-calendar.h"

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

/* Tết of the year of the dragon: Thursday 8 to Wednesday 14 February 2024. And
 * a Saturday that was worked in place of the Monday before the holidays of May. */
static DdCalendar *
make_calendar (void)
{
  DdCalendar *calendar = dd_calendar_new ();

  for (DdDay i = day ("2024-02-08"); i <= day ("2024-02-14"); i++)
    dd_calendar_add_exception (calendar, i, FALSE, "Tết Nguyên đán");
  dd_calendar_add_exception (calendar, day ("2024-04-29"), FALSE, "Nghỉ hoán đổi");
  dd_calendar_add_exception (calendar, day ("2024-04-30"), FALSE, "Ngày Chiến thắng");
  dd_calendar_add_exception (calendar, day ("2024-05-01"), FALSE, "Quốc tế lao động");
  dd_calendar_add_exception (calendar, day ("2024-05-04"), TRUE, "Làm bù");

  return calendar;
}

static const struct
{
  const char *day;
  gboolean    working;
  const char *name;
} looks[] = {
  { "2024-02-07", TRUE, NULL },
  { "2024-02-08", FALSE, "Tết Nguyên đán" },
  { "2024-02-10", FALSE, "Tết Nguyên đán" },    /* a Saturday as well */
  { "2024-02-14", FALSE, "Tết Nguyên đán" },
  { "2024-02-15", TRUE, NULL },
  { "2024-02-17", FALSE, NULL },                /* Saturday */
  { "2024-02-18", FALSE, NULL },                /* Sunday */
  { "2024-04-29", FALSE, "Nghỉ hoán đổi" },
  { "2024-05-02", TRUE, NULL },
  { "2024-05-04", TRUE, "Làm bù" },             /* Saturday */
  { "2024-05-05", FALSE, NULL },
};

static void
test_looks (void)
{
  g_autoptr (DdCalendar) calendar = make_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_test_message ("%s", looks[i].day);
      g_assert_cmpint (dd_calendar_is_working (calendar, day (looks[i].day)), ==,
                       looks[i].working);
      g_assert_cmpstr (dd_calendar_get_name (calendar, day (looks[i].day)), ==, looks[i].name);
    }
}

/* What is said of a day last holds, as when an entry is corrected. */
static void
test_last_word (void)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new ();
  DdDay monday = day ("2024-04-29");

  dd_calendar_add_exception (calendar, monday, FALSE, "Nghỉ");
  dd_calendar_add_exception (calendar, monday, TRUE, NULL);

  g_assert_true (dd_calendar_is_working (calendar, monday));
  g_assert_null (dd_calendar_get_name (calendar, monday));
}

static const struct
{
  const char *from;
  int         days;
  const char *to;
} additions[] = {
  /* The first day is not counted (Civil Code 2015, article 147). */
  { "2024-03-04", 1, "2024-03-05" },
  { "2024-03-04", 5, "2024-03-11" },
  { "2024-03-04", 0, "2024-03-04" },
  { "2024-03-09", 0, "2024-03-09" },            /* also on a Saturday */
  { "2024-03-08", 1, "2024-03-11" },
  { "2024-03-09", 1, "2024-03-11" },
  { "2024-03-10", 1, "2024-03-11" },

  /* Over Tết, there and back. */
  { "2024-02-07", 1, "2024-02-15" },
  { "2024-02-07", 3, "2024-02-19" },
  { "2024-02-10", 1, "2024-02-15" },
  { "2024-02-15", -1, "2024-02-07" },
  { "2024-02-19", -3, "2024-02-07" },
  { "2024-02-10", -1, "2024-02-07" },

  /* The Saturday that is worked counts, the Monday in its place does not. */
  { "2024-04-26", 1, "2024-05-02" },
  { "2024-05-03", 1, "2024-05-04" },
  { "2024-05-03", 2, "2024-05-06" },
  { "2024-05-06", -1, "2024-05-04" },
};

static void
test_add (void)
{
  g_autoptr (DdCalendar) calendar = make_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_test_message ("%s %+d", additions[i].from, additions[i].days);
      assert_day (dd_calendar_add_working (calendar, day (additions[i].from), additions[i].days),
                  additions[i].to);
    }

  g_assert_cmpuint (dd_calendar_add_working (calendar, DD_DAY_NONE, 5), ==, DD_DAY_NONE);
}

/* It ends where the calendar ends, not never. */
static void
test_add_at_the_ends (void)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new ();

  assert_day (dd_calendar_add_working (calendar, day ("9999-12-20"), 100), "9999-12-31");
  assert_day (dd_calendar_add_working (calendar, day ("1900-01-10"), -100), "1900-01-01");
}

static const struct
{
  const char *after, *until;
  guint       count;
} counts[] = {
  { "2024-03-04", "2024-03-04", 0 },
  { "2024-03-04", "2024-03-05", 1 },
  { "2024-03-04", "2024-03-11", 5 },
  { "2024-03-08", "2024-03-10", 0 },            /* Friday to Sunday */
  { "2024-03-08", "2024-03-11", 1 },
  { "2024-03-11", "2024-03-04", 0 },            /* backwards there is nothing */

  { "2024-02-07", "2024-02-14", 0 },
  { "2024-02-07", "2024-02-15", 1 },
  { "2024-02-02", "2024-02-19", 6 },
  { "2024-02-10", "2024-02-16", 2 },

  { "2024-04-26", "2024-05-06", 4 },
  { "2024-05-03", "2024-05-05", 1 },
};

static void
test_count (void)
{
  g_autoptr (DdCalendar) calendar = make_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_test_message ("after %s until %s", counts[i].after, counts[i].until);
      g_assert_cmpuint (dd_calendar_count_working (calendar, day (counts[i].after),
                                                   day (counts[i].until)), ==, counts[i].count);
    }
}

/* Day by day, with random exceptions, it is the same; and what was counted
 * leads there and back again. */
static void
test_brute_force (void)
{
  DdDay first = day ("2023-01-01");

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (DdCalendar) calendar = dd_calendar_new ();

      for (guint i = 0; i < 40; i++)
        dd_calendar_add_exception (calendar, first + (DdDay) g_test_rand_int_range (0, 400),
                                   g_test_rand_bit (), NULL);

      for (guint i = 0; i < 50; i++)
        {
          DdDay after = first + (DdDay) g_test_rand_int_range (0, 400);
          DdDay until = first + (DdDay) g_test_rand_int_range (0, 400);
          guint expected = 0, got;

          for (DdDay any = after + 1; any <= until; any++)
            if (dd_calendar_is_working (calendar, any))
              expected++;
          got = dd_calendar_count_working (calendar, after, until);
          g_assert_cmpuint (got, ==, expected);
          if (got == 0)
            continue;

          /* So many working days on lies the last working day that was counted. */
          {
            DdDay reached = dd_calendar_add_working (calendar, after, (int) got);

            g_assert_cmpuint (reached, <=, until);
            g_assert_true (dd_calendar_is_working (calendar, reached));
            g_assert_cmpuint (dd_calendar_count_working (calendar, reached, until), ==, 0);
            if (dd_calendar_is_working (calendar, after))
              g_assert_cmpuint (dd_calendar_add_working (calendar, reached, -(int) got), ==, after);
          }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar/looks", test_looks);
  g_test_add_func ("/calendar/last-word", test_last_word);
  g_test_add_func ("/calendar/add", test_add);
  g_test_add_func ("/calendar/add-at-the-ends", test_add_at_the_ends);
  g_test_add_func ("/calendar/count", test_count);
  g_test_add_func ("/calendar/brute-force", test_brute_force);

  return g_test_run ();
}
