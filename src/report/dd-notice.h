/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-notice-facts.h"
#include "dd-office-document.h"
#include "dd-reading.h"

G_BEGIN_DECLS

/* Reads a text for its directives, as the program would if somebody opened it. */
typedef DdReading *(*DdNoticeReader) (const char *text,
                                      DdDay       day,
                                      gpointer    user_data);

/**
 * DdNoticeClause:
 * @first: the paragraph of the document in which it begins
 * @last: the one in which it ends
 */
typedef struct
{
  const DdRow    *directive;
  guint           first;
  guint           last;
  DdNoticeFaults  faults;
} DdNoticeClause;

/**
 * DdNotice:
 * @clauses: (element-type DdNoticeClause): those that are in it, in its order
 *
 * The draft of a Thông báo kết luận.
 */
typedef struct
{
  DdOfficeDocument *document;
  GPtrArray        *clauses;
} DdNotice;

DdNotice   *dd_notice_new                 (const DdNoticeFacts *facts,
                                           DdNoticeReader       reader,
                                           gpointer             user_data)
                                           G_GNUC_WARN_UNUSED_RESULT;
void        dd_notice_free                (DdNotice            *self);
char       *dd_notice_make_file_name      (const DdRow         *meeting,
                                           const char          *ending) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdNotice, dd_notice_free)

G_END_DECLS
