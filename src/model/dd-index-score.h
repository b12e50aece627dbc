/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_INDEX_SCORE_UNIT,
  DD_INDEX_SCORE_MONTH,     /* its first day */
  DD_INDEX_SCORE_INDEX_SET,
  DD_INDEX_SCORE_COMPONENT,
  DD_INDEX_SCORE_SCORE,
  DD_INDEX_SCORE_MAXIMUM,
} DdIndexScoreField;

#define DD_TYPE_INDEX_SCORE (dd_index_score_get_type ())
DD_DECLARE_RECORD (DdIndexScore, index_score, INDEX_SCORE)

G_END_DECLS
