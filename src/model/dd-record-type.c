/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-record-type"

#include "config.h"

#include "dd-record-type.h"

#include "dd-record-types.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const DdRecordType * const types[] = {
  [DD_KIND_UNIT]            = &dd_unit_record_type,
  [DD_KIND_PERSON]          = &dd_person_record_type,
  [DD_KIND_HOLIDAY]         = &dd_holiday_record_type,
  [DD_KIND_SETTING]         = &dd_setting_record_type,
  [DD_KIND_DOCUMENT]        = &dd_document_record_type,
  [DD_KIND_MEETING]         = &dd_meeting_record_type,
  [DD_KIND_ATTENDANCE]      = &dd_attendance_record_type,
  [DD_KIND_AGENDA_ITEM]     = &dd_agenda_item_record_type,
  [DD_KIND_INSPECTION]      = &dd_inspection_record_type,
  [DD_KIND_DIRECTIVE]       = &dd_directive_record_type,
  [DD_KIND_CITATION]        = &dd_citation_record_type,
  [DD_KIND_PLAN]            = &dd_plan_record_type,
  [DD_KIND_MILESTONE]       = &dd_milestone_record_type,
  [DD_KIND_TARGET]          = &dd_target_record_type,
  [DD_KIND_PROCEDURE]       = &dd_procedure_record_type,
  [DD_KIND_PLAN_ITEM]       = &dd_plan_item_record_type,
  [DD_KIND_COST_STEP]       = &dd_cost_step_record_type,
  [DD_KIND_OBLIGATION]      = &dd_obligation_record_type,
  [DD_KIND_OBLIGATION_UNIT] = &dd_obligation_unit_record_type,
  [DD_KIND_TASK]            = &dd_task_record_type,
  [DD_KIND_TASK_UNIT]       = &dd_task_unit_record_type,
  [DD_KIND_PROGRESS]        = &dd_progress_record_type,
  [DD_KIND_DEADLINE_CHANGE] = &dd_deadline_change_record_type,
  [DD_KIND_FOLLOW_UP]       = &dd_follow_up_record_type,
  [DD_KIND_FEEDBACK]        = &dd_feedback_record_type,
  [DD_KIND_INDEX_SCORE]     = &dd_index_score_record_type,
  [DD_KIND_ATTACHMENT]      = &dd_attachment_record_type,
  [DD_KIND_HISTORY]         = &dd_history_record_type,
};
G_STATIC_ASSERT (G_N_ELEMENTS (types) == DD_N_KINDS);

const DdRecordType *
dd_record_type_get (DdKind kind)
{
  g_return_val_if_fail (kind < DD_N_KINDS, NULL);

  return types[kind];
}

/**
 * dd_record_type_find:
 *
 * Returns: (nullable): the type whose table is called @name
 */
const DdRecordType *
dd_record_type_find (const char *name)
{
  for (guint i = 0; i < DD_N_KINDS; i++)
    if (strcmp (types[i]->name, name) == 0)
      return types[i];

  return NULL;
}

/**
 * dd_record_type_find_field:
 *
 * Returns: the index of the field called @name, or -1
 */
int
dd_record_type_find_field (const DdRecordType *self,
                           const char         *name)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (strcmp (self->fields[i].name, name) == 0)
      return (int) i;

  return -1;
}

/**
 * dd_record_type_get_owner:
 *
 * Returns: the index of the field that says whose part a record is, or -1 if
 *   records of the type stand alone
 */
int
dd_record_type_get_owner (const DdRecordType *self)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (self->fields[i].flags & DD_FIELD_OWNER)
      return (int) i;

  return -1;
}

const char *
dd_record_type_get_label (const DdRecordType *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->label);
}

const char *
dd_field_get_label (const DdField *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->label);
}

const char *
dd_field_get_choice_label (const DdField *self,
                           guint          choice)
{
  g_return_val_if_fail (choice < self->n_choices, "");

  return g_dgettext (GETTEXT_PACKAGE, self->choices[choice].label);
}

gboolean
dd_field_find_choice (const DdField *self,
                      const char    *code,
                      guint         *choice)
{
  for (guint i = 0; i < self->n_choices; i++)
    if (strcmp (self->choices[i].code, code) == 0)
      {
        *choice = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
dd_field_is_stored (const DdField *self)
{
  return (self->flags & DD_FIELD_DERIVED) == 0;
}

/* Whether the value of the field is kept as characters. */
gboolean
dd_field_is_text (const DdField *self)
{
  return self->type == DD_FIELD_TEXT || self->type == DD_FIELD_LIST ||
         self->type == DD_FIELD_INSTANT;
}

/* The types are registered when they are first asked for. */
GType
dd_record_types_get_gtype (DdKind kind)
{
  switch (kind)
    {
    case DD_KIND_UNIT:
      return dd_unit_get_type ();
    case DD_KIND_PERSON:
      return dd_person_get_type ();
    case DD_KIND_HOLIDAY:
      return dd_holiday_get_type ();
    case DD_KIND_SETTING:
      return dd_setting_get_type ();
    case DD_KIND_DOCUMENT:
      return dd_document_get_type ();
    case DD_KIND_MEETING:
      return dd_meeting_get_type ();
    case DD_KIND_ATTENDANCE:
      return dd_attendance_get_type ();
    case DD_KIND_AGENDA_ITEM:
      return dd_agenda_item_get_type ();
    case DD_KIND_INSPECTION:
      return dd_inspection_get_type ();
    case DD_KIND_DIRECTIVE:
      return dd_directive_get_type ();
    case DD_KIND_CITATION:
      return dd_citation_get_type ();
    case DD_KIND_PLAN:
      return dd_plan_get_type ();
    case DD_KIND_MILESTONE:
      return dd_milestone_get_type ();
    case DD_KIND_TARGET:
      return dd_target_get_type ();
    case DD_KIND_PROCEDURE:
      return dd_procedure_get_type ();
    case DD_KIND_PLAN_ITEM:
      return dd_plan_item_get_type ();
    case DD_KIND_COST_STEP:
      return dd_cost_step_get_type ();
    case DD_KIND_OBLIGATION:
      return dd_obligation_get_type ();
    case DD_KIND_OBLIGATION_UNIT:
      return dd_obligation_unit_get_type ();
    case DD_KIND_TASK:
      return dd_task_get_type ();
    case DD_KIND_TASK_UNIT:
      return dd_task_unit_get_type ();
    case DD_KIND_PROGRESS:
      return dd_progress_get_type ();
    case DD_KIND_DEADLINE_CHANGE:
      return dd_deadline_change_get_type ();
    case DD_KIND_FOLLOW_UP:
      return dd_follow_up_get_type ();
    case DD_KIND_FEEDBACK:
      return dd_feedback_get_type ();
    case DD_KIND_INDEX_SCORE:
      return dd_index_score_get_type ();
    case DD_KIND_ATTACHMENT:
      return dd_attachment_get_type ();
    case DD_KIND_HISTORY:
      return dd_history_get_type ();
    default:
      g_return_val_if_reached (G_TYPE_INVALID);
    }
}
