/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_REFERENCE_LIST (dd_reference_list_get_type ())
G_DECLARE_FINAL_TYPE (DdReferenceList, dd_reference_list, DD, REFERENCE_LIST, GtkWidget)

GtkWidget  *dd_reference_list_new      (DdSession       *session,
                                        DdKind           kind);

void        dd_reference_list_add      (DdReferenceList *self,
                                        gint64           id,
                                        const char      *name);
void        dd_reference_list_clear    (DdReferenceList *self);
guint       dd_reference_list_get_size (DdReferenceList *self);
gint64      dd_reference_list_get_id   (DdReferenceList *self,
                                        guint            position);
const char *dd_reference_list_get_name (DdReferenceList *self,
                                        guint            position);

G_END_DECLS
