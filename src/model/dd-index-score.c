/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-index-score"

#include "config.h"

#include "dd-index-score.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  [DD_INDEX_SCORE_UNIT] = { "unit", N_("Unit"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED, DD_KIND_UNIT },
  [DD_INDEX_SCORE_MONTH] = { "month", N_("Month"), DD_FIELD_DAY, DD_FIELD_REQUIRED },
  [DD_INDEX_SCORE_INDEX_SET] = { "index_set", N_("Index set"), DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_INDEX_SCORE_COMPONENT] = { "component", N_("Component"), DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_INDEX_SCORE_SCORE] = { "score", N_("Score"), DD_FIELD_REAL, DD_FIELD_REQUIRED },
  [DD_INDEX_SCORE_MAXIMUM] = { "maximum", N_("Maximum"), DD_FIELD_REAL, DD_FIELD_REQUIRED },
};

/**
 * DdIndexScore:
 *
 * The points of a unit in a month for one component of an index set, such as that
 * of Decision 766/QĐ-TTg. Which components there are is data: the sets change.
 */
DD_DEFINE_RECORD (DdIndexScore, index_score, INDEX_SCORE, N_("Index score"))
