/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes     *dd_collate_key        (const char *text,
                                   gsize       max_size) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *dd_collate_person_key (const char *name,
                                   gsize       max_size) G_GNUC_WARN_UNUSED_RESULT;
const char *dd_collate_version    (void);

G_END_DECLS
