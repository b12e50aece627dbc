/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meeting"

#include "config.h"

#include "dd-meeting.h"

#include <glib/gi18n-lib.h>

static const DdChoice meeting_kind_choices[] = {
  [DD_MEETING_KIND_SESSION] = { "session", N_("Session") },
  [DD_MEETING_KIND_CONFERENCE] = { "conference", N_("Conference") },
  [DD_MEETING_KIND_WORKING_SESSION] = { "working_session", N_("Working session") },
  [DD_MEETING_KIND_MEETING] = { "meeting", N_("Meeting") },
};

static const DdChoice meeting_format_choices[] = {
  [DD_MEETING_FORMAT_IN_PERSON] = { "in_person", N_("In person") },
  [DD_MEETING_FORMAT_ONLINE] = { "online", N_("Online") },
  [DD_MEETING_FORMAT_HYBRID] = { "hybrid", N_("In person and online") },
};

static const DdChoice meeting_state_choices[] = {
  [DD_MEETING_STATE_PLANNED] = { "planned", N_("Planned") },
  [DD_MEETING_STATE_HELD] = { "held", N_("Held") },
  [DD_MEETING_STATE_MINUTES] = { "minutes", N_("Minutes being completed") },
  [DD_MEETING_STATE_CONCLUDED] = { "concluded", N_("Concluded") },
};

static const DdField fields[] = {
  [DD_MEETING_TITLE] = { "title", N_("Title"),
    DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHABLE },
  [DD_MEETING_SERIES] = { "series", N_("Series"), DD_FIELD_TEXT, DD_FIELD_SEARCHABLE },
  [DD_MEETING_NUMBER] = { "number", N_("Number"), DD_FIELD_NUMBER },
  [DD_MEETING_KIND] = { "kind", N_("Kind"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = meeting_kind_choices, .n_choices = G_N_ELEMENTS (meeting_kind_choices) },
  [DD_MEETING_DAY] = { "day", N_("Day"), DD_FIELD_DAY, DD_FIELD_REQUIRED },
  [DD_MEETING_FORMAT] = { "format", N_("Format"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = meeting_format_choices, .n_choices = G_N_ELEMENTS (meeting_format_choices) },
  [DD_MEETING_PLACE] = { "place", N_("Place"), DD_FIELD_TEXT },
  [DD_MEETING_SITES] = { "sites", N_("Conference sites"), DD_FIELD_LIST, DD_FIELD_MULTILINE },
  [DD_MEETING_CHAIR] = { "chair", N_("Chair"), DD_FIELD_TEXT, DD_FIELD_SEARCHABLE },
  [DD_MEETING_CHAIR_POST] = { "chair_post", N_("Post of the chair"), DD_FIELD_TEXT },
  [DD_MEETING_SECRETARY] = { "secretary", N_("Secretary"), DD_FIELD_TEXT },
  [DD_MEETING_STATE] = { "state", N_("State"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = meeting_state_choices, .n_choices = G_N_ELEMENTS (meeting_state_choices) },
  [DD_MEETING_DOCUMENT] = { "document", N_("Conclusion"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_DOCUMENT },
  [DD_MEETING_NOTE] = { "note", N_("Note"), DD_FIELD_TEXT, DD_FIELD_MULTILINE },
  [DD_MEETING_BODY] = { "body", N_("Body that meets"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_UNIT },
  [DD_MEETING_BODY_NAME] = { "body_name", N_("Name of the body"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
  [DD_MEETING_DOCUMENT_NUMBER] = { "document_number", N_("Number of the conclusion"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
  [DD_MEETING_N_DIRECTIVES] = { "n_directives", N_("Directives"),
    DD_FIELD_NUMBER, DD_FIELD_DERIVED },
  [DD_MEETING_N_UNASSIGNED] = { "n_unassigned", N_("Not assigned yet"),
    DD_FIELD_NUMBER, DD_FIELD_DERIVED },
  [DD_MEETING_N_TASKS] = { "n_tasks", N_("Tasks"), DD_FIELD_NUMBER, DD_FIELD_DERIVED },
  [DD_MEETING_N_DONE] = { "n_done", N_("Completed tasks"), DD_FIELD_NUMBER, DD_FIELD_DERIVED },
};

/**
 * DdMeeting:
 *
 * A session, conference or working session whose conclusion assigns work.
 */
DD_DEFINE_RECORD (DdMeeting, meeting, MEETING, N_("Meeting"))
