/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-list.h"
#include "dd-store.h"

G_BEGIN_DECLS

/* Beyond so many changed records a list asks anew instead of placing each. */
#define DD_LIST_MANY_CHANGED 16

DdList *dd_list_new         (DdStore       *store,
                             const DdQuery *query) G_GNUC_WARN_UNUSED_RESULT;
void    dd_list_note_change (DdList        *self,
                             gint64         id);
void    dd_list_ask_anew    (DdList        *self);
gboolean dd_list_reads      (DdList        *self,
                             DdKind         kind);

G_END_DECLS
