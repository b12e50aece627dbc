/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the reader of pages. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DdHtmlList DdHtmlList;

DdHtmlList *dd_html_list_new        (const char         *name,
                                     const char * const *attributes) G_GNUC_WARN_UNUSED_RESULT;
void        dd_html_list_free       (DdHtmlList         *self);

char       *dd_html_list_begin_item (DdHtmlList         *self,
                                     const char * const *attributes,
                                     gboolean           *from_behind) G_GNUC_WARN_UNUSED_RESULT;
gboolean    dd_html_list_keep_place (DdHtmlList         *self,
                                     gsize               place);
void        dd_html_list_end        (DdHtmlList         *self,
                                     GString            *text);

G_END_DECLS
