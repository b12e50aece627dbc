/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-page.h"

G_BEGIN_DECLS

#define DD_TYPE_DEADLINES_PAGE (dd_deadlines_page_get_type ())
G_DECLARE_FINAL_TYPE (DdDeadlinesPage, dd_deadlines_page, DD, DEADLINES_PAGE, DdPage)

GtkWidget *dd_deadlines_page_new (DdSession *session);

G_END_DECLS
