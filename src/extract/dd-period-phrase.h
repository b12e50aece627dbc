/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"
#include "dd-day.h"

G_BEGIN_DECLS

typedef enum
{
  DD_PERIOD_PHRASE_DAY,
  DD_PERIOD_PHRASE_WEEK,
  DD_PERIOD_PHRASE_MONTH,
  DD_PERIOD_PHRASE_QUARTER,
  DD_PERIOD_PHRASE_MONTHS,      /* 6 tháng đầu năm, các tháng cuối năm */
  DD_PERIOD_PHRASE_YEAR,
  DD_PERIOD_PHRASE_VAGUE,       /* đầu tháng 7, giữa quý II: no day can be told */
} DdPeriodPhraseKind;

/**
 * DdPeriodPhrase:
 * @last: the token behind the phrase
 * @first_day: %DD_DAY_NONE if the year is not told and cannot be inferred
 * @last_day: likewise
 * @day_of_month: of a day whose month is not told; else 0
 * @has_year: whether the year is told
 *
 * A day or a longer time, as it is written.
 */
typedef struct
{
  guint              last;
  DdPeriodPhraseKind kind;
  DdDay              first_day;
  DdDay              last_day;
  guint              day_of_month;
  gboolean           has_year;
} DdPeriodPhrase;

gboolean  dd_period_phrase_match (const DdBody   *body,
                                  guint           i,
                                  guint           end,
                                  DdDay           reference,
                                  DdPeriodPhrase *phrase);

G_END_DECLS
