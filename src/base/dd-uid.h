/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Room for a UUID's 36 characters and its end. */
#define DD_UID_SIZE 37

char     *dd_uid_new         (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dd_uid_is_valid    (const char *uid);
char     *dd_instant_now     (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dd_instant_is_valid (const char *text);

G_END_DECLS
