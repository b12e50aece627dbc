/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done, of a typed line that also says who and when. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dd_quick_content_make (const char   *text,
                             const GArray *marks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
