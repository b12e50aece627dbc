/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-change.h"
#include "dd-day.h"

G_BEGIN_DECLS

#define DD_TYPE_USUAL_TARGETS (dd_usual_targets_get_type ())
G_DECLARE_FINAL_TYPE (DdUsualTargets, dd_usual_targets, DD, USUAL_TARGETS, GtkWidget)

GtkWidget *dd_usual_targets_new        (DdDay            today);

void       dd_usual_targets_set_period (DdUsualTargets  *self,
                                        DdDay            first,
                                        DdDay            last);
gboolean   dd_usual_targets_check      (DdUsualTargets  *self,
                                        GError         **error);
void       dd_usual_targets_insert     (DdUsualTargets  *self,
                                        DdChange        *change,
                                        gint64           plan);

G_END_DECLS
