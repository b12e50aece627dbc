/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-ctl"

#include "config.h"

#include "dd-ctl-document.h"

#include "dd-extract.h"
#include "dd-notice.h"
#include "dd-office-file.h"
#include "dd-record-types.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *option_meeting;
static char *option_output;

static const GOptionEntry options[] = {
  { "meeting", 'm', 0, G_OPTION_ARG_STRING, &option_meeting,
    N_("Of which meeting: its uid, or “latest”"), N_("UID") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &option_output,
    N_("The file to write: its name ends with .docx or .odt"), N_("FILE") },
  G_OPTION_ENTRY_NULL
};

/* What a notice is made of, and whoever owns it. */
typedef struct
{
  DdRow              *meeting;
  DdRow              *source;
  GPtrArray          *directives;
  GPtrArray          *agenda;
  GPtrArray          *settings;
  GPtrArray          *attending;
  GPtrArray          *presenting;
  DdOfficeLetterhead *letterhead;
} Parts;

static void
parts_clear (Parts *parts)
{
  dd_row_free (parts->meeting);
  dd_row_free (parts->source);
  g_clear_pointer (&parts->directives, g_ptr_array_unref);
  g_clear_pointer (&parts->agenda, g_ptr_array_unref);
  g_clear_pointer (&parts->settings, g_ptr_array_unref);
  g_clear_pointer (&parts->attending, g_ptr_array_unref);
  g_clear_pointer (&parts->presenting, g_ptr_array_unref);
  dd_office_letterhead_free (parts->letterhead);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

/* The last meeting that has concluded something until today. */
static DdRow *
find_latest (DdCtl *ctl)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_MEETING);
  g_autoptr (GPtrArray) meetings = NULL;

  dd_query_set_days (query, DD_MEETING_DAY, DD_DAY_NONE, ctl->today);
  dd_query_set_sort (query, DD_MEETING_DAY, TRUE);
  meetings = dd_ctl_select (ctl, query);
  if (meetings == NULL)
    return NULL;

  for (guint i = 0; i < meetings->len; i++)
    if (dd_row_get_number (meetings->pdata[i], DD_MEETING_N_DIRECTIVES) > 0)
      return dd_row_copy (meetings->pdata[i]);

  dd_ctl_fail_text (_("No meeting has concluded anything yet. Add a conclusion first."));
  return NULL;
}

static GPtrArray *
select_of_meeting (DdCtl  *ctl,
                   DdKind  kind,
                   guint   field,
                   guint   order,
                   gint64  meeting)
{
  g_autoptr (DdQuery) query = dd_query_new (kind);

  dd_query_set_reference (query, field, meeting);
  dd_query_set_sort (query, order, FALSE);

  return dd_ctl_select (ctl, query);
}

/* The text from which the directives were read. */
static gboolean
read_source (DdCtl *ctl,
             Parts *parts)
{
  gint64 id = dd_row_get_reference (parts->meeting, DD_MEETING_DOCUMENT);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) record = NULL;

  if (id == 0)
    return TRUE;

  dd_store_fetch_async (ctl->store, DD_KIND_DOCUMENT, id, NULL, dd_ctl_keep_cb, &result);
  record = dd_store_fetch_finish (ctl->store, dd_ctl_wait (&result), &error);
  if (record == NULL)
    return dd_ctl_fail (error) == DD_CTL_DONE;
  parts->source = dd_row_copy (dd_record_get_row (record));

  return TRUE;
}

/* Who came, and who reported, by name. */
static gboolean
read_units (DdCtl *ctl,
            Parts *parts)
{
  gint64 meeting = dd_row_get_id (parts->meeting);
  g_autoptr (GPtrArray) attendances =
    select_of_meeting (ctl, DD_KIND_ATTENDANCE, DD_ATTENDANCE_MEETING, DD_ATTENDANCE_UNIT_NAME,
                       meeting);
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_UNIT);
  g_autoptr (GPtrArray) units = dd_ctl_select (ctl, query);

  if (attendances == NULL || units == NULL)
    return FALSE;

  parts->attending = dd_notice_facts_list_attending (attendances);
  parts->presenting = dd_notice_facts_list_presenting (parts->agenda, units);

  return TRUE;
}

static gboolean
read_parts (DdCtl *ctl,
            Parts *parts)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_SETTING);
  gint64 meeting;

  parts->meeting = strcmp (option_meeting, "latest") == 0
                 ? find_latest (ctl) : dd_ctl_fetch (ctl, DD_KIND_MEETING, option_meeting);
  if (parts->meeting == NULL)
    return FALSE;

  meeting = dd_row_get_id (parts->meeting);
  parts->directives = select_of_meeting (ctl, DD_KIND_DIRECTIVE, DD_DIRECTIVE_MEETING,
                                         DD_DIRECTIVE_POSITION, meeting);
  parts->agenda = select_of_meeting (ctl, DD_KIND_AGENDA_ITEM, DD_AGENDA_ITEM_MEETING,
                                     DD_AGENDA_ITEM_POSITION, meeting);
  parts->settings = dd_ctl_select (ctl, query);
  if (parts->directives == NULL || parts->agenda == NULL || parts->settings == NULL)
    return FALSE;
  parts->letterhead = dd_office_letterhead_new (parts->settings);

  return read_source (ctl, parts) && read_units (ctl, parts);
}

static DdReading *
read_cb (const char *text,
         DdDay       day,
         gpointer    user_data)
{
  return dd_extract_read (text, user_data, day);
}

static DdCtlExit
save (const DdNotice *notice,
      DdOfficeFormat  format)
{
  g_autoptr (GBytes) bytes = dd_office_format_write (format, notice->document);
  g_autoptr (GError) error = NULL;

  return dd_office_file_save (bytes, option_output, &error) ? DD_CTL_DONE : dd_ctl_fail (error);
}

/* What somebody who reads the notice would not find in it. */
static void
add_faults (DdJsonWriter   *json,
            DdNoticeFaults  faults)
{
  static const char * const names[] = { "lead", "coordinating", "deadline", "recurrence" };

  dd_json_writer_begin_array (json, "unread");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((faults & (1u << i)) != 0)
      dd_json_writer_add_text (json, NULL, names[i]);
  dd_json_writer_end_array (json);
}

static void
print_json (const DdNotice *notice)
{
  DdJsonWriter *json = dd_ctl_json_new ();
  g_autofree char *text = dd_office_document_to_text (notice->document, NULL);

  dd_json_writer_begin_object (json, NULL);
  dd_json_writer_add_text (json, "file", option_output);
  dd_json_writer_add_text (json, "text", text);
  dd_json_writer_begin_array (json, "clauses");
  for (guint i = 0; i < notice->clauses->len; i++)
    {
      const DdNoticeClause *clause = notice->clauses->pdata[i];

      dd_json_writer_begin_object (json, NULL);
      dd_json_writer_add_text (json, "directive", dd_row_get_uid (clause->directive));
      add_faults (json, clause->faults);
      dd_json_writer_end_object (json);
    }
  dd_json_writer_end_array (json);
  dd_json_writer_end_object (json);
  dd_ctl_json_finish (json);
}

static DdCtlExit
run_notice (DdCtl *ctl)
{
  g_auto (Parts) parts = { NULL, };
  g_autoptr (DdUnitDictionary) units = NULL;
  g_autoptr (DdNotice) notice = NULL;
  g_autoptr (GError) error = NULL;
  DdOfficeFormat format = DD_OFFICE_FORMAT_DOCX;
  DdNoticeFacts facts;

  if (option_meeting == NULL)
    return dd_ctl_fail_text (_("--meeting: of which one? Give its uid, or “latest”."));
  if (option_output != NULL &&
      (!dd_office_format_from_name (option_output, &format, &error)))
    return dd_ctl_fail (error);
  if (option_output != NULL && !dd_ctl_check_folder (option_output))
    return DD_CTL_ERROR;
  if (!dd_ctl_open (ctl, DD_STORE_OPEN_READ_ONLY) || !read_parts (ctl, &parts))
    return DD_CTL_ERROR;

  units = dd_ctl_units_new (ctl);
  if (units == NULL)
    return DD_CTL_ERROR;

  dd_notice_facts_init (&facts, parts.meeting, parts.source, ctl->today);
  facts.directives = parts.directives;
  facts.agenda = parts.agenda;
  facts.attending = (char **) parts.attending->pdata;
  facts.presenting = (char **) parts.presenting->pdata;
  facts.letterhead = parts.letterhead;
  notice = dd_notice_new (&facts, read_cb, units);

  if (option_output != NULL && save (notice, format) != DD_CTL_DONE)
    return DD_CTL_ERROR;
  if (ctl->format == DD_CTL_JSON)
    print_json (notice);
  else if (option_output == NULL)
    {
      g_autofree char *text = dd_office_document_to_text (notice->document, NULL);

      dd_ctl_print (text);
    }

  return notice->clauses->len > 0 ? DD_CTL_DONE : DD_CTL_NOTHING;
}

static DdCtlExit
run (DdCtl *ctl)
{
  const char *report = dd_ctl_get_argument (ctl);

  if (g_strcmp0 (report, "notice") == 0)
    return run_notice (ctl);

  return dd_ctl_fail_text (_("Which report? There is “notice”: the draft of the notice of a "
                             "conclusion."));
}

const DdCtlCommand dd_ctl_report = {
  .name = "report",
  .usage = N_("notice"),
  .summary = N_("Draft a document from the records: the notice of a conclusion"),
  .examples = "  dondocctl report notice --meeting latest\n"
              "  dondocctl report notice --meeting latest --output thong-bao.docx\n"
              "  dondocctl --file x.db report notice --meeting UID --output thong-bao.odt",
  .members = "  {\"file\", \"text\", \"clauses\": [{\"directive\", \"unread\": […]}]}",
  .options = options,
  .run = run,
};
