/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-row.h"

G_BEGIN_DECLS

#define DD_TYPE_OPTIONS_LIST (dd_options_list_get_type ())
G_DECLARE_FINAL_TYPE (DdOptionsList, dd_options_list, DD, OPTIONS_LIST, GtkWidget)

GtkWidget *dd_options_list_new  (const DdRow   *row,
                                 guint          field);

void       dd_options_list_read (DdOptionsList *self,
                                 DdRow         *row);

G_END_DECLS
