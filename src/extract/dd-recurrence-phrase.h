/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"
#include "dd-choices.h"

G_BEGIN_DECLS

/**
 * DdRecurrencePhrase:
 * @words: all that tells it
 * @day: the day of the month, of the period's last month, or of the week from
 *   1 for Monday; 0: not told, or the last one
 * @month: of what is done once a year; 0: not told
 * @has_day: whether the words tell a day, however
 *
 * How often something has to be done.
 */
typedef struct
{
  DdRange      words;
  DdRecurrence recurrence;
  guint        day;
  guint        month;
  gboolean     has_day;
} DdRecurrencePhrase;

gboolean  dd_recurrence_phrase_match (const DdBody       *body,
                                      guint               i,
                                      guint               end,
                                      DdRecurrencePhrase *phrase);

G_END_DECLS
