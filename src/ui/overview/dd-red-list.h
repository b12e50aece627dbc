/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_RED_LIST (dd_red_list_get_type ())
G_DECLARE_FINAL_TYPE (DdRedList, dd_red_list, DD, RED_LIST, GtkWidget)

void dd_red_list_start   (DdRedList *self,
                          DdSession *session);
void dd_red_list_refresh (DdRedList *self);

G_END_DECLS
