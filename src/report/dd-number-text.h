/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dd_count_to_text (guint64 count) G_GNUC_WARN_UNUSED_RESULT;
char *dd_share_to_text (double  percent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
