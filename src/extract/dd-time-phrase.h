/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"
#include "dd-choices.h"
#include "dd-day.h"

G_BEGIN_DECLS

/**
 * DdTimePlace:
 *
 * What is known of the words in which a time is looked for.
 */
typedef enum
{
  DD_TIME_PLACE_TEXT,           /* running text: a deadline has words of its own */
  DD_TIME_PLACE_FIELD,          /* "Thời gian hoàn thành": any date is a deadline */
  DD_TIME_PLACE_LINE,           /* typed in haste: "30/6", "+10 ngày", from that day on */
} DdTimePlace;

/**
 * DdTimePhrase:
 * @words: the words that tell it
 * @deadline: the day as written, or the last day of the period; %DD_DAY_NONE
 *   for a recurrence, and where it cannot be told
 * @day: of a deadline that leaves out more than its year: the day of the month,
 *   or of the week from 1 for Monday; else 0
 * @has_year: whether the words tell a year
 * @recurrence_day: see #DdRecurrencePhrase; 0: not told
 * @recurrence_month: likewise
 * @in_parenthesis: said by the way
 * @replaced: the deadline that was, in front of the one that is
 *
 * When something has to be done, or how often.
 */
typedef struct
{
  DdRange        words;
  DdDeadlineKind kind;
  DdDay          deadline;
  guint          day;
  gboolean       has_year;
  DdRecurrence   recurrence;
  guint          recurrence_day;
  guint          recurrence_month;
  gboolean       in_parenthesis;
  gboolean       replaced;
} DdTimePhrase;

void dd_time_find (const DdBody *body,
                   guint         first,
                   guint         last,
                   DdTimePlace   place,
                   DdDay         reference,
                   GArray       *phrases);

G_END_DECLS
