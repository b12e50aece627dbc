/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-office-letterhead.h"

G_BEGIN_DECLS

/**
 * DdNoticeFacts:
 * @meeting: a row of %DD_KIND_MEETING
 * @source: (nullable): the text from which its directives were read, a row of
 *   %DD_KIND_DOCUMENT: its headings are taken over
 * @directives: (element-type DdRow): of the meeting, in the order in which they shall stand
 * @excluded: (nullable): (element-type utf8): uids of those that are left out
 * @agenda: (element-type DdRow): what was on it
 * @attending: names of the units that attended
 * @presenting: names of the units that reported
 * @number: (nullable): of the notice, if it has one
 * @day: of the notice
 *
 * What a notice of a conclusion is made of. The caller owns all of it.
 */
typedef struct
{
  const DdRow              *meeting;
  const DdRow              *source;
  GPtrArray                *directives;
  GHashTable               *excluded;
  GPtrArray                *agenda;
  char                    **attending;
  char                    **presenting;
  const DdOfficeLetterhead *letterhead;
  const char               *number;
  DdDay                     day;
} DdNoticeFacts;

/* What of a clause is not read back as the ledger has it. */
typedef enum
{
  DD_NOTICE_FAULT_NONE         = 0,
  DD_NOTICE_FAULT_LEAD         = 1 << 0,
  DD_NOTICE_FAULT_COORDINATING = 1 << 1,
  DD_NOTICE_FAULT_DEADLINE     = 1 << 2,
  DD_NOTICE_FAULT_RECURRENCE   = 1 << 3,
} DdNoticeFaults;

void       dd_notice_facts_init            (DdNoticeFacts *facts,
                                            const DdRow   *meeting,
                                            const DdRow   *source,
                                            DdDay          today);
GPtrArray *dd_notice_facts_list_attending  (GPtrArray     *attendances) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *dd_notice_facts_list_presenting (GPtrArray     *agenda,
                                            GPtrArray     *units) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
