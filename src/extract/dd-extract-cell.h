/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of a table of tasks say, each for itself. */
#pragma once

#include "dd-choices.h"
#include "dd-day.h"
#include "dd-unit-dictionary.h"

G_BEGIN_DECLS

typedef enum
{
  DD_CELL_LABEL_NONE,
  DD_CELL_LABEL_CONTENT,        /* Nội dung công việc */
  DD_CELL_LABEL_LEAD,           /* Cơ quan chủ trì */
  DD_CELL_LABEL_COORDINATING,   /* Đơn vị phối hợp */
  DD_CELL_LABEL_DEADLINE,       /* Thời gian hoàn thành */
  DD_CELL_LABEL_PRODUCT,        /* Sản phẩm */
} DdCellLabel;

/**
 * DdCellTime:
 * @kind: %DD_DEADLINE_KIND_NONE: the cell tells no deadline
 * @day: the day as written, or the last day of the period; %DD_DAY_NONE where the words tell
 *   none, "ngay sau khi có kết quả"
 */
typedef struct
{
  DdDeadlineKind kind;
  DdDay          day;
  DdRecurrence   recurrence;
} DdCellTime;

DdCellLabel   dd_extract_cell_label (const char             *cell,
                                     const DdUnitDictionary *units);
char        **dd_extract_cell_units (const char             *cell,
                                     const DdUnitDictionary *units) G_GNUC_WARN_UNUSED_RESULT;
gboolean      dd_extract_cell_time  (const char             *cell,
                                     const DdUnitDictionary *units,
                                     DdDay                   reference,
                                     DdCellTime             *time);

G_END_DECLS
