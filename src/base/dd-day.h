/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DdDay:
 *
 * A day of the civil calendar, counted from 1 January of year 1, with no time
 * and no time zone: a deadline is the same day wherever the computer stands.
 * Days lie between 1/1/1900 and 31/12/9999; %DD_DAY_NONE is "no day".
 */
typedef guint32 DdDay;

#define DD_DAY_NONE ((DdDay) 0)
#define DD_DAY_YEAR_MIN 1900
#define DD_DAY_YEAR_MAX 9999

/* Room for "yyyy-mm-dd" and its end. */
#define DD_DAY_ISO_SIZE 11

typedef enum
{
  DD_PERIOD_WEEK,               /* Monday to Sunday */
  DD_PERIOD_MONTH,
  DD_PERIOD_QUARTER,
  DD_PERIOD_HALF_YEAR,
  DD_PERIOD_YEAR,
} DdPeriod;

DdDay   dd_day_new          (guint       year,
                             guint       month,
                             guint       day);
DdDay   dd_day_from_iso     (const char *text);
DdDay   dd_day_today        (void);

char   *dd_day_to_iso       (DdDay       day) G_GNUC_WARN_UNUSED_RESULT;
void    dd_day_write_iso    (DdDay       day,
                             char        iso[DD_DAY_ISO_SIZE]);
void    dd_day_split        (DdDay       day,
                             guint      *year,
                             guint      *month,
                             guint      *day_of_month);
guint   dd_day_get_year     (DdDay       day);
guint   dd_day_get_weekday  (DdDay       day);

DdDay   dd_day_add_days     (DdDay       day,
                             int         days);
DdDay   dd_day_add_months   (DdDay       day,
                             int         months);
DdDay   dd_period_first_day (DdPeriod    period,
                             DdDay       day);
DdDay   dd_period_last_day  (DdPeriod    period,
                             DdDay       day);
DdDay   dd_period_add       (DdPeriod    period,
                             DdDay       day,
                             int         periods);

G_END_DECLS
