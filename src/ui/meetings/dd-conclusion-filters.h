/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GListModel *dd_conclusion_filters_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
