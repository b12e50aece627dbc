/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The public holidays with which a new file of records begins. They are
 * records from then on: what the Prime Minister decides for a year is entered
 * there, not here. */
#define G_LOG_DOMAIN "dd-public-holidays"

#include "config.h"

#include "dd-public-holidays.h"

#include "dd-holiday.h"

#include <string.h>

/* Article 112 of the Labour Code 2019; a holiday on a weekly rest day is made
 * up on the next working day (article 111). */
#define LABOUR_CODE "Bộ luật Lao động 2019, Điều 111, 112"
#define TET_RULE LABOUR_CODE " (dự kiến: 1 ngày cuối năm, 4 ngày đầu năm âm lịch)"
#define YEARLY_DECISION "Thông báo lịch nghỉ hằng năm"

#define TET "Tết Nguyên đán"
#define HUNG_KINGS "Giỗ Tổ Hùng Vương"
#define NATIONAL_DAY "Quốc khánh"

/* The first day of the lunar year and the tenth day of its third month, in
 * Viet Nam's time zone: in 2030 they are a day before China's. */
static const struct
{
  guint8 tet_day, tet_month;
  guint8 kings_day, kings_month;
} lunar_days[] = {
  { 12, 2, 21, 4 },             /* 2021 */
  {  1, 2, 10, 4 },
  { 22, 1, 29, 4 },
  { 10, 2, 18, 4 },
  { 29, 1,  7, 4 },             /* 2025 */
  { 17, 2, 26, 4 },
  {  6, 2, 16, 4 },
  { 26, 1,  4, 4 },
  { 13, 2, 23, 4 },
  {  2, 2, 12, 4 },             /* 2030 */
  { 23, 1,  1, 4 },
  { 11, 2, 19, 4 },
  { 31, 1,  9, 4 },
  { 19, 2, 28, 4 },
  {  8, 2, 17, 4 },             /* 2035 */
  { 28, 1,  6, 4 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (lunar_days) ==
                 DD_PUBLIC_HOLIDAYS_LAST_YEAR - DD_PUBLIC_HOLIDAYS_FIRST_YEAR + 1);

/* Long holidays as they were decided; in those years they stand for the rule. */
static const struct
{
  const char *name;
  const char *from, *to;
} decided[] = {
  { TET, "2023-01-20", "2023-01-26" },
  { NATIONAL_DAY, "2023-09-01", "2023-09-04" },
  { TET, "2024-02-08", "2024-02-14" },
  { NATIONAL_DAY, "2024-08-31", "2024-09-03" },
  { TET, "2025-01-25", "2025-02-02" },
  { NATIONAL_DAY, "2025-08-30", "2025-09-02" },
  { "Tết Dương lịch", "2026-01-01", "2026-01-04" },
  { TET, "2026-02-14", "2026-02-22" },
  { NATIONAL_DAY, "2026-08-29", "2026-09-02" },
};

/* Working days that were moved so that holidays hang together: the first is
 * off, the Saturday after it in this table is worked. */
static const struct
{
  const char *off;
  const char *worked;
} swapped[] = {
  { "2024-04-29", "2024-05-04" },
  { "2025-05-02", "2025-04-26" },
  { "2026-01-02", "2026-01-10" },
  { "2026-08-31", "2026-08-22" },
};

static GPtrArray *
make_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);
}

static gboolean
has_day (GPtrArray *list,
         DdDay      day)
{
  for (guint i = 0; i < list->len; i++)
    if (dd_row_get_day (list->pdata[i], DD_HOLIDAY_DAY) == day)
      return TRUE;

  return FALSE;
}

static void
add (GPtrArray     *list,
     DdDay          day,
     const char    *name,
     DdHolidayKind  kind,
     const char    *basis,
     gboolean       in_force)
{
  DdRow *row;

  if (has_day (list, day))
    return;

  row = dd_row_new (DD_KIND_HOLIDAY);
  dd_row_set_day (row, DD_HOLIDAY_DAY, day);
  dd_row_set_text (row, DD_HOLIDAY_NAME, name);
  dd_row_set_choice (row, DD_HOLIDAY_KIND, kind);
  dd_row_set_text (row, DD_HOLIDAY_BASIS, basis);
  dd_row_set_flag (row, DD_HOLIDAY_IN_FORCE, in_force);
  g_ptr_array_add (list, row);
}

/* Whether the days of @name in @year were decided; adds them if so. */
static gboolean
add_decided (GPtrArray  *list,
             guint       year,
             const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (decided); i++)
    {
      DdDay from = dd_day_from_iso (decided[i].from);

      if (dd_day_get_year (from) != year || strcmp (decided[i].name, name) != 0)
        continue;
      for (DdDay day = from; day <= dd_day_from_iso (decided[i].to); day++)
        add (list, day, name, DD_HOLIDAY_KIND_HOLIDAY, YEARLY_DECISION, TRUE);
      return TRUE;
    }

  return FALSE;
}

static void
add_swapped (GPtrArray *list,
             guint      year)
{
  for (guint i = 0; i < G_N_ELEMENTS (swapped); i++)
    {
      DdDay off = dd_day_from_iso (swapped[i].off);

      if (dd_day_get_year (off) != year)
        continue;
      add (list, off, "Nghỉ hoán đổi", DD_HOLIDAY_KIND_IN_LIEU, YEARLY_DECISION, TRUE);
      add (list, dd_day_from_iso (swapped[i].worked), "Làm việc bù", DD_HOLIDAY_KIND_MAKE_UP,
           YEARLY_DECISION, TRUE);
    }
}

/* Each of the holidays that falls on a weekly rest day moves to the next
 * working day that is no holiday itself. */
static void
add_days_in_lieu (GPtrArray *list)
{
  guint n_holidays = list->len;

  for (guint i = 0; i < n_holidays; i++)
    {
      DdRow *holiday = list->pdata[i];
      DdDay day = dd_row_get_day (holiday, DD_HOLIDAY_DAY);

      if (dd_day_get_weekday (day) <= 5 ||
          g_strcmp0 (dd_row_get_text (holiday, DD_HOLIDAY_BASIS), YEARLY_DECISION) == 0)
        continue;

      while (dd_day_get_weekday (day) > 5 || has_day (list, day))
        day++;
      add (list, day, dd_row_get_text (holiday, DD_HOLIDAY_NAME),
           DD_HOLIDAY_KIND_IN_LIEU, LABOUR_CODE, TRUE);
    }
}

static void
add_lunar_days (GPtrArray *list,
                guint      year)
{
  guint i = year - DD_PUBLIC_HOLIDAYS_FIRST_YEAR;
  DdDay tet = dd_day_new (year, lunar_days[i].tet_month, lunar_days[i].tet_day);
  DdDay kings = dd_day_new (year, lunar_days[i].kings_month, lunar_days[i].kings_day);

  if (!add_decided (list, year, TET))
    for (DdDay day = tet - 1; day <= tet + 3; day++)
      add (list, day, TET, DD_HOLIDAY_KIND_HOLIDAY, TET_RULE, TRUE);

  add (list, kings, HUNG_KINGS, DD_HOLIDAY_KIND_HOLIDAY, LABOUR_CODE, TRUE);
}

/* 2 September and the day before or after: the one that is a working day. */
static void
add_national_day (GPtrArray *list,
                  guint      year)
{
  DdDay day = dd_day_new (year, 9, 2);
  DdDay before = day - 1;

  if (add_decided (list, year, NATIONAL_DAY))
    return;

  add (list, day, NATIONAL_DAY, DD_HOLIDAY_KIND_HOLIDAY, LABOUR_CODE, TRUE);
  add (list, dd_day_get_weekday (before) <= 5 ? before : day + 1, NATIONAL_DAY,
       DD_HOLIDAY_KIND_HOLIDAY, LABOUR_CODE, TRUE);
}

/**
 * dd_public_holidays_for_year:
 * @year: from %DD_PUBLIC_HOLIDAYS_FIRST_YEAR to %DD_PUBLIC_HOLIDAYS_LAST_YEAR
 *
 * The eleven days of article 112 of the Labour Code 2019 with their days in
 * lieu, the long holidays and the days swapped for them as far as they were
 * decided, and, not in force, 24 November, whose place in the law is not settled.
 *
 * Returns: (transfer full) (element-type DdRow): rows of %DD_KIND_HOLIDAY
 */
GPtrArray *
dd_public_holidays_for_year (guint year)
{
  GPtrArray *list = make_list ();

  g_return_val_if_fail (year >= DD_PUBLIC_HOLIDAYS_FIRST_YEAR &&
                        year <= DD_PUBLIC_HOLIDAYS_LAST_YEAR, list);

  if (!add_decided (list, year, "Tết Dương lịch"))
    add (list, dd_day_new (year, 1, 1), "Tết Dương lịch",
         DD_HOLIDAY_KIND_HOLIDAY, LABOUR_CODE, TRUE);
  add_lunar_days (list, year);
  add (list, dd_day_new (year, 4, 30), "Ngày Chiến thắng",
       DD_HOLIDAY_KIND_HOLIDAY, LABOUR_CODE, TRUE);
  add (list, dd_day_new (year, 5, 1), "Quốc tế lao động",
       DD_HOLIDAY_KIND_HOLIDAY, LABOUR_CODE, TRUE);
  add_national_day (list, year);
  add_swapped (list, year);
  add_days_in_lieu (list);

  if (year >= 2026)
    add (list, dd_day_new (year, 11, 24), "Ngày Văn hóa Việt Nam",
         DD_HOLIDAY_KIND_HOLIDAY, "Nghị quyết 80-NQ/TW (chưa thành luật)", FALSE);

  return list;
}
