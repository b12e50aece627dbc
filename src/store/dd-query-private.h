/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-query.h"

G_BEGIN_DECLS

#define DD_QUERY_N_CONDITIONS 4

typedef struct
{
  guint  field;
  gint64 id;                    /* of a reference; 0: none */
  DdDay  from, until;           /* of days; either may be missing */
  char  *text;                  /* of texts */
  guint  choices;               /* a bit for each choice */
} DdCondition;

struct _DdQuery
{
  DdKind       kind;
  char        *words;           /* both NULL: no search */
  char        *folded;
  DdCondition  conditions[DD_QUERY_N_CONDITIONS];
  guint        n_conditions;
  guint        statuses;        /* of tasks; 0: not asked */
  DdDay        today;
  guint        warn_days;
  gint64       unit;            /* of tasks: leads or coordinates; 0: not asked */
  gint64       document;        /* of tasks, through their directive; 0: not asked */
  gint64       meeting;
  gint64       agenda_item;
  gint64       returning;       /* of topics: at the meeting after it; 0: not asked */
  gint64       chain;           /* of topics: those that carry it on, or it them; 0: not asked */
  guint        coverages;       /* of directives; 0: not asked */
  char        *actor;           /* of directives: whose they are; NULL: not asked */
  int          sort;            /* field, or -1: the order of entry */
  gboolean     descending;
  guint        limit;           /* 0: none */
};

G_END_DECLS
