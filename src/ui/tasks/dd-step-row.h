/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-record.h"

G_BEGIN_DECLS

GtkWidget *dd_step_row_new (DdRecord *step);

G_END_DECLS
