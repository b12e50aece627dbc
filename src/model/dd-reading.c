/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-reading"

#include "dd-reading.h"

#include "dd-document.h"
#include "dd-meeting.h"
#include "dd-text.h"

/**
 * dd_finding_new:
 *
 * Returns: (transfer full): a clause of which nothing has been read yet
 */
DdFinding *
dd_finding_new (void)
{
  DdFinding *self = g_new0 (DdFinding, 1);

  self->directive = dd_row_new (DD_KIND_DIRECTIVE);
  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (DdMark));

  return self;
}

/**
 * dd_finding_free:
 * @self: (nullable): the finding
 */
void
dd_finding_free (DdFinding *self)
{
  if (self == NULL)
    return;

  dd_row_free (self->directive);
  g_ptr_array_unref (self->targets);
  g_strfreev (self->citations);
  g_array_unref (self->marks);
  g_free (self);
}

/**
 * dd_reading_new:
 *
 * Returns: (transfer full): what has been read of a document: nothing yet
 */
DdReading *
dd_reading_new (void)
{
  DdReading *self = g_new0 (DdReading, 1);

  self->document = dd_row_new (DD_KIND_DOCUMENT);
  self->meeting = dd_row_new (DD_KIND_MEETING);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_finding_free);

  return self;
}

/**
 * dd_reading_free:
 * @self: (nullable): the reading, with all its findings
 */
void
dd_reading_free (DdReading *self)
{
  if (self == NULL)
    return;

  dd_row_free (self->document);
  dd_row_free (self->meeting);
  g_strfreev (self->attending);
  g_strfreev (self->citations);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

/* A subject may take several lines; a title is one. */
static char *
make_title (const char *subject)
{
  g_autofree char *beginning = NULL;

  if (subject == NULL || g_utf8_strlen (subject, -1) <= DD_FIELD_LINE_MAX)
    return g_strdup (subject);

  beginning = g_utf8_substring (subject, 0, DD_FIELD_LINE_MAX - 1);

  return g_strconcat (beginning, "…", NULL);
}

/**
 * dd_reading_make_meeting:
 *
 * Returns: (transfer full): a row of %DD_KIND_MEETING for the event that the text
 *   concludes. What the text does not say of it is what is usual; its day is
 *   unset if it is not said. A text without a title goes by its subject, or its file.
 */
DdRow *
dd_reading_make_meeting (const DdReading *self)
{
  DdRow *meeting = dd_row_copy (self->meeting);
  g_autofree char *subject = make_title (dd_row_get_text (self->document, DD_DOCUMENT_SUBJECT));
  const char *said = dd_row_get_text (meeting, DD_MEETING_TITLE);
  g_autofree char *title = NULL;

  if (said == NULL)
    said = subject;
  title = said != NULL ? dd_text_capitalise (said)
                       : g_strdup (dd_row_get_text (self->document, DD_DOCUMENT_FILE_NAME));
  dd_row_set_text (meeting, DD_MEETING_TITLE, title);
  dd_row_set_choice (meeting, DD_MEETING_KIND, dd_row_get_choice (meeting, DD_MEETING_KIND));
  dd_row_set_choice (meeting, DD_MEETING_FORMAT, dd_row_get_choice (meeting, DD_MEETING_FORMAT));
  dd_row_set_choice (meeting, DD_MEETING_STATE, DD_MEETING_STATE_CONCLUDED);

  return meeting;
}
