/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-meeting.h"

G_BEGIN_DECLS

typedef enum
{
  DD_MEETING_ACTION_START,      /* it takes place */
  DD_MEETING_ACTION_END,        /* it is over: the minutes are written up */
  DD_MEETING_ACTION_CLOSE,      /* concluded: nothing of it changes any more */
  DD_MEETING_ACTION_REOPEN,     /* after all, something has to be put right */
} DdMeetingAction;

#define DD_N_MEETING_ACTIONS (DD_MEETING_ACTION_REOPEN + 1)

/**
 * DdMeetingLack:
 *
 * What a secretary should have seen before a meeting is closed. Nothing of it
 * forbids to close it.
 */
typedef enum
{
  DD_MEETING_LACK_NONE          = 0,
  DD_MEETING_LACK_ASSIGNMENT    = 1 << 0,       /* clauses wait for a task */
  DD_MEETING_LACK_DISCUSSION    = 1 << 1,       /* topics that were not discussed */
  DD_MEETING_LACK_PRESENCE      = 1 << 2,       /* nobody is marked present */
  DD_MEETING_LACK_DOCUMENT      = 1 << 3,       /* no document says what was concluded */
} DdMeetingLack;

gboolean       dd_meeting_action_is_possible (DdMeetingAction  action,
                                              const DdRow     *meeting);
gboolean       dd_meeting_take_action        (DdRow           *meeting,
                                              DdMeetingAction  action,
                                              const char      *reason,
                                              GError         **error);
const char    *dd_meeting_get_hint           (const DdRow     *meeting,
                                              DdDay            today);

gboolean       dd_meeting_is_locked          (const DdRow     *meeting);
gboolean       dd_meeting_lock_allows        (const DdRow     *before,
                                              const DdRow     *after);
gboolean       dd_meeting_lock_allows_clause (const DdRow     *before,
                                              const DdRow     *after);

DdMeetingLack  dd_meeting_find_lacks         (const DdRow     *meeting,
                                              guint            n_not_discussed,
                                              guint            n_present);
char          *dd_meeting_lacks_to_text      (const DdRow     *meeting,
                                              guint            n_not_discussed,
                                              guint            n_present) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
