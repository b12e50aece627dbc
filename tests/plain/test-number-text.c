/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-number-text.h"

static void
test_numbers (void)
{
  static const struct
  {
    gint64      number;
    const char *text;
  } table[] = {
    { 0, "0" },
    { 999, "999" },
    { 1000, "1,000" },
    { 12345, "12,345" },
    { 1234567, "1,234,567" },
    { -999, "-999" },
    { -1000, "-1,000" },
    { G_MAXINT64, "9,223,372,036,854,775,807" },
    { G_MININT64, "-9,223,372,036,854,775,808" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = dd_number_to_text (table[i].number);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

static void
test_shares (void)
{
  static const struct
  {
    double      percent;
    const char *text;
  } table[] = {
    { -1.0, "–" },
    { 0.0, "0%" },
    { 12.5, "12.5%" },
    { 12.0, "12%" },
    { 33.333, "33.3%" },
    { 66.666, "66.7%" },
    { 100.0, "100%" },
    /* One of two thousand is not none, and all but one is not all. */
    { 0.049, "0.1%" },
    { 99.95, "99.9%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = dd_share_to_text (table[i].percent);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

static void
test_roman (void)
{
  static const struct
  {
    guint       number;
    const char *text;
  } table[] = {
    { 1, "I" }, { 4, "IV" }, { 14, "XIV" }, { 49, "XLIX" }, { 1999, "MCMXCIX" },
    { 3999, "MMMCMXCIX" },
    /* These have no numeral. */
    { 0, "0" }, { 4000, "4000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = dd_roman_to_text (table[i].number);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/number/groups", test_numbers);
  g_test_add_func ("/number/shares", test_shares);
  g_test_add_func ("/number/roman", test_roman);

  return g_test_run ();
}
