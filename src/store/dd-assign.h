/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-change.h"
#include "dd-draft.h"

G_BEGIN_DECLS

/**
 * DdAssignment:
 *
 * What drafts of one document add to a change. Units that are not known yet
 * are created once, however many drafts name them.
 */
typedef struct _DdAssignment DdAssignment;

DdAssignment *dd_assignment_new       (DdChange      *change,
                                       gint64         document,
                                       gint64         meeting,
                                       DdDay          assigned) G_GNUC_WARN_UNUSED_RESULT;
void          dd_assignment_set_position (DdAssignment *self,
                                       guint          position);
void          dd_assignment_free      (DdAssignment  *self);
void          dd_assignment_keep_file (DdAssignment  *self,
                                       const char    *name,
                                       const char    *media_type,
                                       GBytes        *content);
void          dd_assignment_set_assigned (DdAssignment *self,
                                       DdDay          assigned);
gint64        dd_assignment_add_unit  (DdAssignment  *self,
                                       const char    *name);
gint64        dd_assignment_add_draft (DdAssignment  *self,
                                       const DdDraft *draft);
void          dd_assignment_add_tasks (DdAssignment  *self,
                                       const DdDraft *draft,
                                       gint64         directive);
guint         dd_assignment_get_n_tasks (DdAssignment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdAssignment, dd_assignment_free)

G_END_DECLS
