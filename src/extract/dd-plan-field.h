/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"

G_BEGIN_DECLS

typedef enum
{
  DD_PLAN_FIELD_NONE,
  DD_PLAN_FIELD_LEAD,           /* Cơ quan chủ trì */
  DD_PLAN_FIELD_COORDINATING,   /* Cơ quan phối hợp */
  DD_PLAN_FIELD_DEADLINE,       /* Thời gian hoàn thành */
  DD_PLAN_FIELD_PRODUCT,        /* Sản phẩm */
  DD_PLAN_FIELD_OTHER,          /* Ghi chú */
} DdPlanFieldKind;

/**
 * DdPlanField:
 * @label: the name of the field
 * @value: what stands behind its colon
 *
 * A field of a plan, as it names a unit or a time: "Cơ quan chủ trì: Sở Tư pháp".
 */
typedef struct
{
  DdPlanFieldKind kind;
  DdRange         label;
  DdRange         value;
} DdPlanField;

guint           dd_plan_field_match_label (const DdBody    *body,
                                           guint            i,
                                           guint            end,
                                           DdPlanFieldKind *kind);
DdPlanFieldKind dd_plan_field_get_kind    (const DdBody    *body,
                                           guint            i,
                                           guint            end);
void            dd_plan_field_find        (const DdBody    *body,
                                           guint            first,
                                           guint            last,
                                           GArray          *fields);

void dd_plan_field_match_names (const DdBody *body,
                                DdRange       words,
                                GArray       *mentions);

G_END_DECLS
