/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_HOLIDAY_KIND_HOLIDAY,
  DD_HOLIDAY_KIND_IN_LIEU,
  DD_HOLIDAY_KIND_MAKE_UP,
} DdHolidayKind;

typedef enum
{
  DD_HOLIDAY_DAY,
  DD_HOLIDAY_NAME,
  DD_HOLIDAY_KIND,
  DD_HOLIDAY_BASIS,
  DD_HOLIDAY_IN_FORCE,
} DdHolidayField;

#define DD_TYPE_HOLIDAY (dd_holiday_get_type ())
DD_DECLARE_RECORD (DdHoliday, holiday, HOLIDAY)

G_END_DECLS
