/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-record.h"

G_BEGIN_DECLS

GtkWidget *dd_progress_row_new (DdRecord *progress);

G_END_DECLS
