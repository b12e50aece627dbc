/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_MEETING_KIND_SESSION,
  DD_MEETING_KIND_CONFERENCE,
  DD_MEETING_KIND_WORKING_SESSION,
  DD_MEETING_KIND_MEETING,
} DdMeetingKind;

typedef enum
{
  DD_MEETING_FORMAT_IN_PERSON,
  DD_MEETING_FORMAT_ONLINE,
  DD_MEETING_FORMAT_HYBRID,
} DdMeetingFormat;

typedef enum
{
  DD_MEETING_STATE_PLANNED,
  DD_MEETING_STATE_HELD,
  DD_MEETING_STATE_MINUTES,
  DD_MEETING_STATE_CONCLUDED,
} DdMeetingState;

typedef enum
{
  DD_MEETING_TITLE,
  DD_MEETING_SERIES,          /* what the number counts */
  DD_MEETING_NUMBER,          /* first session: 1 */
  DD_MEETING_KIND,
  DD_MEETING_DAY,
  DD_MEETING_FORMAT,
  DD_MEETING_PLACE,
  DD_MEETING_SITES,           /* điểm cầu */
  DD_MEETING_CHAIR,
  DD_MEETING_CHAIR_POST,
  DD_MEETING_SECRETARY,
  DD_MEETING_STATE,
  DD_MEETING_DOCUMENT,
  DD_MEETING_NOTE,
  DD_MEETING_BODY,            /* whose members are expected: a task force, a group of units */
  DD_MEETING_BODY_NAME,
  DD_MEETING_DOCUMENT_NUMBER, /* without one its subject, or the name of its file */
  DD_MEETING_N_DIRECTIVES,
  DD_MEETING_N_UNASSIGNED,
  DD_MEETING_N_TASKS,
  DD_MEETING_N_DONE,
} DdMeetingField;

#define DD_TYPE_MEETING (dd_meeting_get_type ())
DD_DECLARE_RECORD (DdMeeting, meeting, MEETING)

G_END_DECLS
