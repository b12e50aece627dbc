/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-page.h"

G_BEGIN_DECLS

#define DD_TYPE_PLANS_PAGE (dd_plans_page_get_type ())
G_DECLARE_FINAL_TYPE (DdPlansPage, dd_plans_page, DD, PLANS_PAGE, DdPage)

GtkWidget *dd_plans_page_new (DdSession *session);

void       dd_plans_page_show_plan (DdPlansPage *self,
                                    gint64       id);

G_END_DECLS
