/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-attendance"

#include "config.h"

#include "dd-attendance.h"

#include <glib/gi18n-lib.h>

static const DdChoice attendance_state_choices[] = {
  [DD_ATTENDANCE_STATE_PRESENT] = { "present", N_("Present") },
  [DD_ATTENDANCE_STATE_ABSENT] = { "absent", N_("Absent") },
  [DD_ATTENDANCE_STATE_EXCUSED] = { "excused", N_("Excused") },
  [DD_ATTENDANCE_STATE_DEPUTISED] = { "deputised", N_("Deputised") },
};

static const DdField fields[] = {
  [DD_ATTENDANCE_MEETING] = { "meeting", N_("Meeting"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, DD_KIND_MEETING },
  [DD_ATTENDANCE_UNIT] = { "unit", N_("Unit"), DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_UNIT },
  [DD_ATTENDANCE_PERSON] = { "person", N_("Person"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_PERSON },
  [DD_ATTENDANCE_STATE] = { "state", N_("Attendance"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = attendance_state_choices, .n_choices = G_N_ELEMENTS (attendance_state_choices) },
  [DD_ATTENDANCE_DEPUTY] = { "deputy", N_("Deputy"), DD_FIELD_TEXT },
  [DD_ATTENDANCE_SITE] = { "site", N_("Conference site"), DD_FIELD_TEXT },
  [DD_ATTENDANCE_UNIT_NAME] = { "unit_name", N_("Name of the unit"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
  [DD_ATTENDANCE_PERSON_NAME] = { "person_name", N_("Name of the person"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
};

/**
 * DdAttendance:
 *
 * A unit or person that a meeting was for, and whether they came.
 */
DD_DEFINE_RECORD (DdAttendance, attendance, ATTENDANCE, N_("Attendance"))
