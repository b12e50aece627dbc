/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-row.h"

G_BEGIN_DECLS

/* More than any office document has; a file of records has to stay one that people can copy. */
#define DD_ATTACHMENT_MAX_SIZE (64 * 1024 * 1024)

/**
 * DdChange:
 *
 * What one action of a person does to the records: all of it or nothing.
 */
typedef struct _DdChange DdChange;

DdChange *dd_change_new        (const char     *actor,
                                const char     *reason) G_GNUC_WARN_UNUSED_RESULT;
void      dd_change_free       (DdChange       *self);
void      dd_change_set_reason (DdChange       *self,
                                const char     *reason);

gint64    dd_change_insert     (DdChange       *self,
                                DdRow          *row);
gint64    dd_change_attach     (DdChange       *self,
                                DdRow          *attachment,
                                GBytes         *content);
void      dd_change_update     (DdChange       *self,
                                DdRow          *row);
void      dd_change_delete     (DdChange       *self,
                                DdKind          kind,
                                gint64          id);
void      dd_change_merge      (DdChange       *self,
                                DdKind          kind,
                                gint64          id,
                                gint64          into);
gint64    dd_change_get_action (const DdChange *self);
guint     dd_change_get_size   (const DdChange *self);
gint64    dd_change_resolve_id (const DdChange *self,
                                gint64          id);
const char *dd_change_get_uid  (const DdChange *self,
                                gint64          id);
gint64    dd_change_get_inserted (const DdChange *self,
                                DdKind          kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdChange, dd_change_free)

G_END_DECLS
