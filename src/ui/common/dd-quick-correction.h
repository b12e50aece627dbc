/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a chip of a typed line is corrected with. */
#pragma once

#include "dd-quick-line.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_QUICK_CORRECTION (dd_quick_correction_get_type ())
G_DECLARE_FINAL_TYPE (DdQuickCorrection, dd_quick_correction, DD, QUICK_CORRECTION, GtkWidget)

GtkWidget *dd_quick_correction_new (DdSession         *session,
                                    DdQuickLine       *line,
                                    const DdQuickPart *part);

G_END_DECLS
