/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-record.h"

G_BEGIN_DECLS

#define DD_TYPE_PLAN_ROW (dd_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (DdPlanRow, dd_plan_row, DD, PLAN_ROW, GtkListBoxRow)

GtkWidget *dd_plan_row_new               (DdRecord    *plan);

DdRecord  *dd_plan_row_get_plan          (DdPlanRow   *self);

char      *dd_plan_describe_period       (const DdRow *plan) G_GNUC_WARN_UNUSED_RESULT;
char      *dd_plan_describe_standing     (const DdRow *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
