/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the review. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GMenuModel *dd_review_menu_new_for_card (void) G_GNUC_WARN_UNUSED_RESULT;
GMenuModel *dd_review_menu_new_for_text (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
