/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dd_number_to_text  (gint64      number) G_GNUC_WARN_UNUSED_RESULT;
char *dd_decimal_to_text (const char *written) G_GNUC_WARN_UNUSED_RESULT;
char *dd_share_to_text   (double      percent) G_GNUC_WARN_UNUSED_RESULT;
char *dd_roman_to_text   (guint       number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
