/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DdRules:
 * @before_inclusive: whether work done on day X is on time for "trước ngày X".
 *   Taken literally the last day is X − 1; offices register X itself. Where X is
 *   the first of a month the literal reading is plainly meant and always holds
 * @warn_days: how many days before its due day a task counts as due soon
 * @silent_days: after how many days without a report a task counts as silent
 *
 * What a task force decides once for its file of records.
 */
typedef struct
{
  gboolean before_inclusive;
  guint    warn_days;
  guint    silent_days;
} DdRules;

#define DD_RULES_DEFAULT ((DdRules) { TRUE, 7, 14 })

/* The names under which the store keeps them as settings. */
#define DD_SETTING_BEFORE_INCLUSIVE "before-inclusive"
#define DD_SETTING_WARN_DAYS "warn-days"
#define DD_SETTING_SILENT_DAYS "silent-days"

G_END_DECLS
