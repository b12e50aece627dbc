/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-record.h"

G_BEGIN_DECLS

#define DD_TYPE_TOPIC_ROW (dd_topic_row_get_type ())
G_DECLARE_FINAL_TYPE (DdTopicRow, dd_topic_row, DD, TOPIC_ROW, GtkListBoxRow)

GtkWidget *dd_topic_row_new        (DdRecord    *item);
DdRecord  *dd_topic_row_get_item   (DdTopicRow *self);
void       dd_topic_row_set_number (DdTopicRow *self,
                                     guint        number);

G_END_DECLS
