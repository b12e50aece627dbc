/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-store.h"

G_BEGIN_DECLS

/**
 * DdConclusionOrder:
 *
 * What was concluded under the topics of a meeting, in the order of its agenda, with the
 * numbers that follow from that.
 */
typedef struct _DdConclusionOrder DdConclusionOrder;

void               dd_conclusion_order_read_async  (DdStore              *store,
                                                    gint64                meeting,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
DdConclusionOrder *dd_conclusion_order_read_finish (GAsyncResult         *result,
                                                    GError              **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;
void               dd_conclusion_order_free        (DdConclusionOrder    *self);

void               dd_conclusion_order_add         (DdConclusionOrder    *self,
                                                    DdRow                *directive);
void               dd_conclusion_order_remove      (DdConclusionOrder    *self,
                                                    gint64                directive);
void               dd_conclusion_order_move        (DdConclusionOrder    *self,
                                                    GArray               *items);
void               dd_conclusion_order_fill        (DdConclusionOrder    *self,
                                                    DdChange             *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdConclusionOrder, dd_conclusion_order_free)

G_END_DECLS
