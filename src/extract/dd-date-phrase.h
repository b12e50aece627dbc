/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"
#include "dd-day.h"

G_BEGIN_DECLS

/**
 * DdDatePhrase:
 * @last: the token behind the date
 * @day: 0: only a month is told
 * @year: 0: not told
 *
 * A date as it is written.
 */
typedef struct
{
  guint last;
  guint day;
  guint month;
  guint year;
} DdDatePhrase;

gboolean  dd_date_phrase_match  (const DdBody       *body,
                                 guint               i,
                                 guint               end,
                                 DdDatePhrase       *phrase);
gboolean  dd_date_phrase_match_short (const DdBody  *body,
                                      guint          i,
                                      guint          end,
                                      DdDatePhrase  *phrase);
DdDay     dd_date_phrase_to_day (const DdDatePhrase *self);

G_END_DECLS
