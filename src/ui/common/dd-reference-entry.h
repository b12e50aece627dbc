/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_REFERENCE_ENTRY (dd_reference_entry_get_type ())
G_DECLARE_FINAL_TYPE (DdReferenceEntry, dd_reference_entry, DD, REFERENCE_ENTRY, GtkWidget)

GtkWidget  *dd_reference_entry_new          (DdSession        *session,
                                             DdKind            kind);

void        dd_reference_entry_set_may_create (DdReferenceEntry *self,
                                             gboolean          may_create);
void        dd_reference_entry_set_placeholder (DdReferenceEntry *self,
                                             const char       *text);
gint64      dd_reference_entry_get_id       (DdReferenceEntry *self);
const char *dd_reference_entry_get_name     (DdReferenceEntry *self);
void        dd_reference_entry_set_id       (DdReferenceEntry *self,
                                             gint64            id,
                                             const char       *name);
gboolean    dd_reference_entry_is_valid     (DdReferenceEntry *self);

G_END_DECLS
