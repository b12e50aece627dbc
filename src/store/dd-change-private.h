/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-change.h"

G_BEGIN_DECLS

typedef enum
{
  DD_CHANGE_INSERT,
  DD_CHANGE_UPDATE,
  DD_CHANGE_DELETE,
  DD_CHANGE_MERGE,
} DdChangeVerb;

typedef struct
{
  DdChangeVerb  verb;
  DdKind        kind;
  gint64        id;             /* of an insertion once it is done */
  gint64        into;           /* of a merge: the record that stays */
  DdRow        *row;            /* NULL for a deletion or merge */
  GBytes       *content;        /* of an attachment; else NULL */
} DdChangeStep;

struct _DdChange
{
  char   *actor;
  char   *reason;
  GArray *steps;                /* of DdChangeStep */
  gint64  undoes;               /* 0, or the action that this one takes back */
  gint64  action;               /* its number in the history, once it is done */
};

void dd_change_set_action (DdChange *self,
                           gint64    action);

G_END_DECLS
