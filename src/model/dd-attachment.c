/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-attachment"

#include "config.h"

#include "dd-attachment.h"

#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const DdField fields[] = {
  [DD_ATTACHMENT_DOCUMENT] = { "document", N_("Document"),
    DD_FIELD_REFERENCE, DD_FIELD_OWNER, DD_KIND_DOCUMENT },
  [DD_ATTACHMENT_TASK] = { "task", N_("Task"), DD_FIELD_REFERENCE, DD_FIELD_OWNER, DD_KIND_TASK },
  [DD_ATTACHMENT_PROGRESS] = { "progress", N_("Progress report"),
    DD_FIELD_REFERENCE, DD_FIELD_OWNER, DD_KIND_PROGRESS },
  [DD_ATTACHMENT_NAME] = { "name", N_("Name"), DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_ATTACHMENT_MEDIA_TYPE] = { "media_type", N_("Media type"),
    DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_ATTACHMENT_SIZE] = { "size", N_("Size"), DD_FIELD_NUMBER, DD_FIELD_REQUIRED },
  [DD_ATTACHMENT_SHA256] = { "sha256", N_("SHA-256"), DD_FIELD_TEXT, DD_FIELD_REQUIRED },
};

/**
 * DdAttachment:
 *
 * A file that belongs to a document, a task, or a progress report. Its bytes are
 * kept in the file of records, under their SHA-256, once for all that name them.
 */
DD_DEFINE_RECORD (DdAttachment, attachment, ATTACHMENT, N_("Attachment"))

/* File systems take 255 bytes; the folder it is once copied to may encode longer. */
#define NAME_BYTES_MAX 120

/* Shortens the stem and keeps the ending, by which programs know the format. */
static char *
shorten (const char *name)
{
  const char *dot = strrchr (name, '.');
  gsize ending = dot != NULL && dot != name && strlen (dot) <= 8 ? strlen (dot) : 0;
  const char *end = name;

  while (*end != '\0' &&
         (gsize) (g_utf8_next_char (end) - name) + ending <= NAME_BYTES_MAX)
    end = g_utf8_next_char (end);

  return g_strdup_printf ("%.*s%s", (int) (end - name), name, ending > 0 ? dot : "");
}

/**
 * dd_attachment_clean_name:
 * @name: what a file is called, in UTF-8, perhaps with folders of any system before it
 *
 * Returns: (transfer full): a name that a file can safely have: its last part alone,
 *   composed, without characters that control, hide or reorder others or that a
 *   system forbids, of 120 bytes at most, and never hidden or empty
 */
char *
dd_attachment_clean_name (const char *name)
{
  g_autofree char *line = dd_text_clean (name, TRUE);
  const char *start = line;
  g_autofree char *plain = NULL;

  for (const char *p = line; *p != '\0'; p++)
    if (*p == '/' || *p == '\\')
      start = p + 1;
  while (*start == '.' || *start == ' ')
    start++;

  plain = g_strdelimit (g_strdup (start), ":*?\"<>|", '_');
  g_strchomp (plain);
  if (*plain == '\0')
    return g_strdup ("tep-dinh-kem");
  if (strlen (plain) <= NAME_BYTES_MAX)
    return g_steal_pointer (&plain);

  return shorten (plain);
}
