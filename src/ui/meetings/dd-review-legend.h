/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DD_TYPE_REVIEW_LEGEND (dd_review_legend_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewLegend, dd_review_legend, DD, REVIEW_LEGEND, GtkWidget)

GtkWidget *dd_review_legend_new (void);

G_END_DECLS
