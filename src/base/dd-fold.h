/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dd_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *dd_fold_spelling (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *dd_nfc  (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
