/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-draft-unit.h"
#include "dd-reading.h"

G_BEGIN_DECLS

/**
 * DdDraft:
 * @directive: a row of %DD_KIND_DIRECTIVE, as the secretary corrects it
 * @leads: (element-type DdDraftUnit): each gets a task of its own
 * @coordinating: (element-type DdDraftUnit)
 * @targets: (element-type DdRow)
 * @content: what the task will say
 * @officer: (nullable): who answers for it
 * @note: (nullable): what the tasks note, for example why they were assigned with gaps
 * @parts: (nullable) (element-type DdDraft): the directive is divided: each part makes tasks
 *   in place of the whole, with its own content, units, product and deadline
 * @make_tasks: whether tasks are to be made of the directive
 *
 * A directive on its way from a text to tasks. Plain values: the review view
 * and the command line both work on it, and it is stored when they say so.
 */
typedef struct
{
  DdRow      *directive;
  GPtrArray  *leads;
  GPtrArray  *coordinating;
  GPtrArray  *targets;
  char      **citations;
  char       *content;
  char       *officer;
  char       *note;
  GPtrArray  *parts;
  gboolean    make_tasks;
} DdDraft;

typedef enum
{
  DD_DRAFT_FAULT_NONE       = 0,
  DD_DRAFT_FAULT_NO_LEAD    = 1 << 0,
  DD_DRAFT_FAULT_NO_CONTENT = 1 << 1,
  DD_DRAFT_FAULT_TOO_LONG   = 1 << 2,
} DdDraftFaults;

/* Looks a name up; 0 if no unit goes by it. */
typedef gint64 (*DdUnitLookup) (const char *name,
                                gpointer    user_data);

DdDraft       *dd_draft_new          (const DdRow     *directive) G_GNUC_WARN_UNUSED_RESULT;
DdDraft       *dd_draft_new_from_finding (const DdFinding *finding) G_GNUC_WARN_UNUSED_RESULT;
DdDraft       *dd_draft_copy         (const DdDraft   *self) G_GNUC_WARN_UNUSED_RESULT;
void           dd_draft_free         (DdDraft         *self);

void           dd_draft_set_content  (DdDraft         *self,
                                      const char      *content);
void           dd_draft_set_officer  (DdDraft         *self,
                                      const char      *officer);
void           dd_draft_set_note     (DdDraft         *self,
                                      const char      *note);
void           dd_draft_set_units    (DdDraft         *self,
                                      gboolean         leads,
                                      char           **names);
void           dd_draft_look_up_units (DdDraft        *self,
                                      DdUnitLookup     lookup,
                                      gpointer         user_data);
void           dd_draft_divide       (DdDraft         *self,
                                      gboolean         by_lead);
void           dd_draft_remove_part  (DdDraft         *self,
                                      guint            part);
guint          dd_draft_count_tasks  (const DdDraft   *self);
DdDraft       *dd_draft_merge        (const DdDraft   *first,
                                      const DdDraft   *second) G_GNUC_WARN_UNUSED_RESULT;
void           dd_draft_inherit_units (DdDraft        *self,
                                      const DdDraft   *whole);
void           dd_draft_inherit_deadline (DdDraft     *self,
                                      const DdDraft   *whole);
gboolean       dd_draft_needs_no_task (const DdDraft  *self);
void           dd_draft_settle       (DdDraft         *self);
DdDraftFaults  dd_draft_get_faults   (const DdDraft   *self);
const char    *dd_draft_fault_get_text (DdDraftFaults  fault);
DdRow         *dd_draft_make_task    (const DdDraft   *self,
                                      DdDay            assigned) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdDraft, dd_draft_free)

G_END_DECLS
