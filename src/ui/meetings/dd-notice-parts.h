/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the window of the notice: what is read for it. */
#pragma once

#include "dd-notice.h"
#include "dd-store.h"
#include "dd-unit-dictionary.h"

G_BEGIN_DECLS

/**
 * DdNoticeParts:
 * @meeting: whose conclusion is drafted
 * @source: (nullable): the document of the meeting
 * @directives: (element-type DdRow): in their order
 * @agenda: (element-type DdRow)
 * @settings: (element-type DdRow): among them the letterhead
 * @attending: (element-type utf8): behind the last one %NULL, as in @presenting
 * @dictionary: of the units that are known, with those of the file of records
 *
 * The records that a notice is drafted from, as they are when it is asked for.
 */
typedef struct
{
  DdRow            *meeting;
  DdRow            *source;
  GPtrArray        *directives;
  GPtrArray        *agenda;
  GPtrArray        *settings;
  GPtrArray        *attending;
  GPtrArray        *presenting;
  DdUnitDictionary *dictionary;
} DdNoticeParts;

void            dd_notice_parts_read_async    (DdStore              *store,
                                               const DdRow          *meeting,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
DdNoticeParts  *dd_notice_parts_read_finish   (DdStore              *store,
                                               GAsyncResult         *result,
                                               GError              **error);
void            dd_notice_parts_free          (DdNoticeParts        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdNoticeParts, dd_notice_parts_free)

G_END_DECLS
