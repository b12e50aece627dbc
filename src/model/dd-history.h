/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_HISTORY_EVENT_CREATED,
  DD_HISTORY_EVENT_CHANGED,
  DD_HISTORY_EVENT_DELETED,
} DdHistoryEvent;

typedef enum
{
  DD_HISTORY_ACTION,
  DD_HISTORY_HAPPENED,
  DD_HISTORY_ACTOR,
  DD_HISTORY_REASON,
  DD_HISTORY_EVENT,
  DD_HISTORY_RECORD_KIND,
  DD_HISTORY_RECORD_ID,
  DD_HISTORY_RECORD_UID,
  DD_HISTORY_UNDOES,
} DdHistoryField;

#define DD_TYPE_HISTORY (dd_history_get_type ())
DD_DECLARE_RECORD (DdHistory, history, HISTORY)

G_END_DECLS
