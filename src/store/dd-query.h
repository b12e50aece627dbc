/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-coverage.h"
#include "dd-deadline.h"
#include "dd-row.h"

G_BEGIN_DECLS

/**
 * DdQuery:
 *
 * Which records of a kind a list shows, and in which order. Words searched
 * for as they are written come first; then the order asked for; then the
 * order of entry.
 */
typedef struct _DdQuery DdQuery;

/* Sets of statuses and of coverages, as bits. */
#define DD_STATUS_BIT(status) (1u << (status))
#define DD_STATUS_ALL ((1u << DD_N_TASK_STATUSES) - 1)
#define DD_STATUS_OPEN \
  (DD_STATUS_BIT (DD_TASK_STATUS_WIP_LATE) | DD_STATUS_BIT (DD_TASK_STATUS_WIP_SOON) | \
   DD_STATUS_BIT (DD_TASK_STATUS_WIP_OK) | DD_STATUS_BIT (DD_TASK_STATUS_WIP_NODL))
#define DD_STATUS_DONE \
  (DD_STATUS_BIT (DD_TASK_STATUS_DONE_ONTIME) | DD_STATUS_BIT (DD_TASK_STATUS_DONE_LATE) | \
   DD_STATUS_BIT (DD_TASK_STATUS_DONE_NODL))
#define DD_COVERAGE_BIT(coverage) (1u << (coverage))
#define DD_COVERAGE_ALL ((1u << DD_N_COVERAGES) - 1)

DdQuery    *dd_query_new             (DdKind         kind) G_GNUC_WARN_UNUSED_RESULT;
DdQuery    *dd_query_copy            (const DdQuery *self) G_GNUC_WARN_UNUSED_RESULT;
void        dd_query_free            (DdQuery       *self);
gboolean    dd_query_equal           (const DdQuery *a,
                                      const DdQuery *b);

DdKind      dd_query_get_kind        (const DdQuery *self);
void        dd_query_set_search      (DdQuery       *self,
                                      const char    *typed);
void        dd_query_set_reference   (DdQuery       *self,
                                      guint          field,
                                      gint64         id);
void        dd_query_set_text        (DdQuery       *self,
                                      guint          field,
                                      const char    *text);
void        dd_query_set_choices     (DdQuery       *self,
                                      guint          field,
                                      guint          choices);
void        dd_query_set_days        (DdQuery       *self,
                                      guint          field,
                                      DdDay          from,
                                      DdDay          until);
void        dd_query_set_statuses    (DdQuery       *self,
                                      guint          statuses,
                                      DdDay          today,
                                      guint          warn_days);
void        dd_query_set_unit        (DdQuery       *self,
                                      gint64         unit);
void        dd_query_set_document    (DdQuery       *self,
                                      gint64         document);
void        dd_query_set_meeting     (DdQuery       *self,
                                      gint64         meeting);
void        dd_query_set_agenda_item (DdQuery      *self,
                                      gint64         item);
void        dd_query_set_returning   (DdQuery       *self,
                                      gint64         meeting);
void        dd_query_set_chain       (DdQuery       *self,
                                      gint64         item);
void        dd_query_set_coverages   (DdQuery       *self,
                                      guint          coverages);
void        dd_query_set_actor       (DdQuery       *self,
                                      const char    *actor);
void        dd_query_set_sort        (DdQuery       *self,
                                      guint          field,
                                      gboolean       descending);
void        dd_query_set_limit       (DdQuery       *self,
                                      guint          limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdQuery, dd_query_free)

G_END_DECLS
