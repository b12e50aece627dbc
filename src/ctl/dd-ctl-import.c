/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-ctl"

#include "config.h"

#include "dd-ctl-document.h"

#include "dd-assign.h"
#include "dd-import.h"
#include "dd-json-reader.h"
#include "dd-record-types.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static gboolean option_assign;
static gboolean option_again;

static const GOptionEntry options[] = {
  { "assign", 0, 0, G_OPTION_ARG_NONE, &option_assign,
    N_("Make tasks of the directives that assign something"), NULL },
  { "again", 0, 0, G_OPTION_ARG_NONE, &option_again,
    N_("Take a document that was taken before once more"), NULL },
  DD_CTL_ENCODING_OPTION,
  G_OPTION_ENTRY_NULL
};

/* --- records of another desk ---------------------------------------------- */

static DdRow *
next_row (gpointer   user_data,
          guint     *place,
          GError   **error)
{
  return dd_json_reader_next (user_data, place, error);
}

static void
show_progress_cb (guint    n_records,
                  gpointer user_data)
{
  if (isatty (STDERR_FILENO))
    {
      fputc ('\r', stderr);
      /* Translators: how many records were read so far. */
      fprintf (stderr, _("Records: %u"), n_records);
    }
}

/* What is said next begins a line. */
static void
clear_progress (void)
{
  if (isatty (STDERR_FILENO))
    fputs ("\r\033[K", stderr);
}

static DdCtlExit
import_json (DdCtl      *ctl,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (DdJsonReader) reader = dd_json_reader_new (path, &error);
  DdImportCounts counts;
  gboolean ok;

  if (reader == NULL)
    return dd_ctl_fail (error);
  if (!dd_ctl_open (ctl, DD_STORE_OPEN_CREATE))
    return DD_CTL_ERROR;

  dd_store_import_async (ctl->store, next_row, g_steal_pointer (&reader),
                         (GDestroyNotify) dd_json_reader_free, ctl->actor, name,
                         show_progress_cb, NULL, NULL, dd_ctl_keep_cb, &result);
  ok = dd_store_import_finish (ctl->store, dd_ctl_wait (&result), &counts, &error);
  clear_progress ();
  if (!ok)
    return dd_ctl_fail (error);

  if (ctl->format == DD_CTL_JSON)
    {
      DdJsonWriter *json = dd_ctl_json_new ();

      dd_json_writer_begin_object (json, NULL);
      dd_json_writer_add_number (json, "created", counts.n_created);
      dd_json_writer_add_number (json, "changed", counts.n_changed);
      dd_json_writer_add_number (json, "same", counts.n_same);
      dd_json_writer_end_object (json);
      return dd_ctl_json_finish (json);
    }

  /* Translators: how many records an import made, changed, and found to say the same. */
  printf (_("Records created: %u; changed: %u; as they were: %u\n"),
          counts.n_created, counts.n_changed, counts.n_same);

  return DD_CTL_DONE;
}

/* --- a conclusion document ------------------------------------------------ */

static gint64
look_up_unit (const char *name,
              gpointer    user_data)
{
  return dd_unit_dictionary_find (user_data, name);
}

/* The meeting that the document concludes, if it says which day that was. */
static gint64
add_meeting (DdChange            *change,
             const DdCtlDocument *document,
             gint64               document_id)
{
  DdRow *meeting;

  if (!dd_row_is_set (document->reading->meeting, DD_MEETING_DAY))
    return 0;

  meeting = dd_reading_make_meeting (document->reading);
  dd_row_set_reference (meeting, DD_MEETING_DOCUMENT, document_id);

  return dd_change_insert (change, meeting);
}

/* The day on which the tasks were assigned: that of the meeting or the
 * document; what was given on the command line; else today. */
static DdDay
get_assigned (DdCtl               *ctl,
              const DdCtlDocument *document)
{
  DdDay day = dd_row_get_day (document->reading->meeting, DD_MEETING_DAY);

  if (day == DD_DAY_NONE)
    day = dd_row_get_day (document->reading->document, DD_DOCUMENT_DAY);
  if (day == DD_DAY_NONE)
    day = ctl->date;

  return day != DD_DAY_NONE ? day : ctl->today;
}

static gboolean
was_taken_before (DdCtl               *ctl,
                  const DdCtlDocument *document,
                  gboolean            *taken)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_DOCUMENT);
  g_autoptr (GPtrArray) rows = NULL;

  dd_query_set_text (query, DD_DOCUMENT_SHA256, document->file->sha256);
  rows = dd_ctl_select (ctl, query);
  *taken = rows != NULL && rows->len > 0;

  return rows != NULL;
}

static DdCtlExit
print_import (DdCtl               *ctl,
              const DdChange      *written,
              const DdCtlDocument *document,
              gint64               document_id,
              gint64               meeting_id,
              guint                n_tasks)
{
  DdJsonWriter *json;

  if (ctl->format != DD_CTL_JSON)
    {
      /* Translators: what was found in a conclusion document, and made of it. */
      printf (_("Directives found: %u; tasks created: %u\n"), document->reading->findings->len,
              n_tasks);
      return DD_CTL_DONE;
    }

  json = dd_ctl_json_new ();
  dd_json_writer_begin_object (json, NULL);
  dd_json_writer_add_number (json, "directives", document->reading->findings->len);
  dd_json_writer_add_number (json, "tasks", n_tasks);
  dd_json_writer_add_text (json, "document", dd_change_get_uid (written, document_id));
  dd_json_writer_add_text (json, "meeting",
                           meeting_id != 0 ? dd_change_get_uid (written, meeting_id) : NULL);
  dd_json_writer_end_object (json);

  return dd_ctl_json_finish (json);
}

static DdCtlExit
import_text (DdCtl      *ctl,
             const char *path)
{
  g_autoptr (DdTextFile) text = dd_ctl_read_text (path);
  g_autoptr (DdCtlDocument) document = NULL;
  g_autoptr (DdAssignment) assignment = NULL;
  g_autoptr (DdChange) written = NULL;
  DdChange *change;
  gint64 document_id, meeting_id;
  gboolean taken;

  if (text == NULL || !dd_ctl_open (ctl, DD_STORE_OPEN_CREATE))
    return DD_CTL_ERROR;
  document = dd_ctl_document_new (ctl, g_steal_pointer (&text));
  if (document == NULL || !was_taken_before (ctl, document, &taken))
    return DD_CTL_ERROR;
  if (taken && !option_again)
    return dd_ctl_fail_text (_("This document was imported before. Nothing was changed. "
                               "Add --again to take it once more."));

  change = dd_change_new (ctl->actor, document->file->name);
  document_id = dd_change_insert (change, dd_row_copy (document->reading->document));
  meeting_id = add_meeting (change, document, document_id);
  assignment = dd_assignment_new (change, document_id, meeting_id, get_assigned (ctl, document));
  dd_assignment_keep_file (assignment, document->file->name, document->file->media_type,
                           document->file->bytes);
  for (guint i = 0; i < document->reading->findings->len; i++)
    {
      g_autoptr (DdDraft) draft =
        dd_draft_new_from_finding (document->reading->findings->pdata[i]);

      dd_draft_look_up_units (draft, look_up_unit, document->units);
      /* What a task cannot be made of stays in the ledger, not assigned yet. */
      draft->make_tasks = draft->make_tasks && option_assign &&
                          dd_draft_get_faults (draft) == DD_DRAFT_FAULT_NONE;
      if (option_assign)
        dd_draft_settle (draft);
      dd_assignment_add_draft (assignment, draft);
    }

  written = dd_ctl_write (ctl, change);
  if (written == NULL)
    return DD_CTL_ERROR;

  return print_import (ctl, written, document, document_id, meeting_id,
                       dd_assignment_get_n_tasks (assignment));
}

static DdCtlExit
run (DdCtl *ctl)
{
  const char *path = dd_ctl_get_argument (ctl);
  gsize length;

  if (path == NULL)
    return dd_ctl_fail_text (_("Name one file to import."));

  length = strlen (path);
  if (length > 5 && g_ascii_strcasecmp (path + length - 5, ".json") == 0)
    return import_json (ctl, path);

  return import_text (ctl, path);
}

const DdCtlCommand dd_ctl_import = {
  .name = "import",
  .usage = N_("FILE"),
  .summary = N_("Take a document of any of these kinds, or records of another desk (json)"),
  .examples = "  dondocctl --file x.db import --assign --date 2023-11-16 ket-luan.docx\n"
              "  dondocctl --file x.db import ho-so.json",
  .members = "  ho-so.json:    {\"created\", \"changed\", \"same\"}\n"
             "  ket-luan.docx: {\"directives\", \"tasks\", \"document\", \"meeting\"}",
  .options = options,
  .has_date = TRUE,
  .has_actor = TRUE,
  .run = run,
};
