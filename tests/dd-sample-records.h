/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of every kind with every field filled, and texts that programs have
 * been known to break on. */
#pragma once

#include "dd-change.h"

G_BEGIN_DECLS

DdRow *dd_sample_row      (DdKind        kind,
                           guint         n,
                           const gint64  ids[DD_N_KINDS]) G_GNUC_WARN_UNUSED_RESULT;
DdRow *dd_sample_bare_row (DdKind        kind,
                           guint         n,
                           const gint64  ids[DD_N_KINDS]) G_GNUC_WARN_UNUSED_RESULT;
void   dd_sample_add_all  (DdChange     *change,
                           guint         n,
                           gint64        ids[DD_N_KINDS]);

void   dd_sample_set_field      (DdRow       *row,
                                 guint        field,
                                 gboolean     other);
void   dd_sample_for_each_field (void       (*check) (DdKind kind,
                                                      guint  field));

extern const char * const dd_hostile_texts[];
guint  dd_hostile_get_count (void);

G_END_DECLS
