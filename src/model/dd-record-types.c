/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place that knows every kind, apart from the headers that name them:
 * what handles records in general goes by the table and needs none of them. */
#define G_LOG_DOMAIN "dd-record-types"

#include "config.h"

#include "dd-record-types.h"

const DdRecordType * const dd_record_types[DD_N_KINDS] = {
  [DD_KIND_UNIT]            = &dd_unit_record_type,
  [DD_KIND_PERSON]          = &dd_person_record_type,
  [DD_KIND_UNIT_MEMBER]     = &dd_unit_member_record_type,
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
