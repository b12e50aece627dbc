/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-measure.h"
#include "dd-record.h"

G_BEGIN_DECLS

#define DD_TYPE_AIM_ROW (dd_aim_row_get_type ())
G_DECLARE_FINAL_TYPE (DdAimRow, dd_aim_row, DD, AIM_ROW, GtkListBoxRow)

GtkWidget *dd_aim_row_new        (DdRecord            *record);

DdRecord  *dd_aim_row_get_record (DdAimRow            *self);
void       dd_aim_row_show       (DdAimRow            *self,
                                  const DdMeasureSums *sums,
                                  DdDay                today);

G_END_DECLS
