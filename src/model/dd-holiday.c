/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-holiday"

#include "config.h"

#include "dd-holiday.h"

#include <glib/gi18n-lib.h>

static const DdChoice holiday_kind_choices[] = {
  [DD_HOLIDAY_KIND_HOLIDAY] = { "holiday", N_("Public holiday") },
  [DD_HOLIDAY_KIND_IN_LIEU] = { "in_lieu", N_("Day off in lieu") },
  [DD_HOLIDAY_KIND_MAKE_UP] = { "make_up", N_("Make-up working day") },
};

static const DdField fields[] = {
  [DD_HOLIDAY_DAY] = { "day", N_("Day"), DD_FIELD_DAY, DD_FIELD_REQUIRED },
  [DD_HOLIDAY_NAME] = { "name", N_("Name"),
    DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_HOLIDAY_KIND] = { "kind", N_("Kind"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = holiday_kind_choices, .n_choices = G_N_ELEMENTS (holiday_kind_choices) },
  [DD_HOLIDAY_BASIS] = { "basis", N_("Legal basis"), DD_FIELD_TEXT },
  [DD_HOLIDAY_IN_FORCE] = { "in_force", N_("In force"), DD_FIELD_FLAG, DD_FIELD_REQUIRED },
};

/**
 * DdHoliday:
 *
 * A day on which offices do not work though its weekday says they do, or work
 * though it says they do not.
 *
 * A record because the Prime Minister decides each year which days these are; an
 * entry that is not in force is kept but does not count.
 */
DD_DEFINE_RECORD (DdHoliday, holiday, HOLIDAY, N_("Holiday"))
