/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"
#include "dd-day.h"

G_BEGIN_DECLS

/**
 * DdCitationPhrase:
 * @words: the number and code; of a short name, all of it
 * @number: number and code in canonical form: "131/NQ-CP", "10-NQ/TW"
 * @day: the date that is told with it
 * @party: an organ of the Party issued it
 *
 * Another document, as a text cites it.
 */
typedef struct
{
  DdRange  words;
  char    *number;
  DdDay    day;
  gboolean party;
} DdCitationPhrase;

guint   dd_citation_match_number (const DdBody *body,
                                  guint         i,
                                  guint         end,
                                  GString      *number);
GArray *dd_citation_find         (DdBody       *body) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
