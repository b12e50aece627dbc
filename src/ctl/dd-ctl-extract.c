/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-ctl"

#include "config.h"

#include "dd-ctl-document.h"

#include "dd-csv-writer.h"
#include "dd-day-text.h"
#include "dd-record-types.h"
#include "dd-text-table.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add_list (DdJsonWriter *json,
          const DdRow  *row,
          guint         field)
{
  g_auto (GStrv) texts = dd_row_get_list (row, field);

  dd_json_writer_add_texts (json, dd_row_get_type (row)->fields[field].name, texts);
}

static void
add_code (DdJsonWriter *json,
          const DdRow  *row,
          guint         field)
{
  g_autofree char *code = dd_row_field_to_code (row, field);

  dd_json_writer_add_text (json, dd_row_get_type (row)->fields[field].name, code);
}

/* A place in a text. Counting characters from the beginning for each directive
 * would take the square of the time for a long text. */
typedef struct
{
  const char *p;
  glong       character;
} Place;

/* The characters of the file from start to end, as they stand there. @place goes
 * along, since directives stand in the order of the text. */
static char *
get_quote (Place       *place,
           const DdRow *directive)
{
  const glong start = (glong) dd_row_get_number (directive, DD_DIRECTIVE_SPAN_START);
  const glong end = (glong) dd_row_get_number (directive, DD_DIRECTIVE_SPAN_END);

  place->p = g_utf8_offset_to_pointer (place->p, start - place->character);
  place->character = start;

  return g_utf8_substring (place->p, 0, end - start);
}

static void
add_document (DdJsonWriter    *json,
              const DdReading *reading)
{
  const DdRow *document = reading->document;

  dd_json_writer_begin_object (json, "document");
  add_code (json, document, DD_DOCUMENT_NUMBER);
  add_code (json, document, DD_DOCUMENT_TYPE);
  dd_json_writer_add_day (json, "date", dd_row_get_day (document, DD_DOCUMENT_DAY));
  add_code (json, document, DD_DOCUMENT_ISSUER);
  add_code (json, document, DD_DOCUMENT_SIGNER);
  add_code (json, document, DD_DOCUMENT_SUBJECT);
  dd_json_writer_add_day (json, "event_date", dd_row_get_day (reading->meeting, DD_MEETING_DAY));
  add_code (json, reading->meeting, DD_MEETING_CHAIR);
  dd_json_writer_add_texts (json, "references", reading->citations);
  dd_json_writer_end_object (json);
}

static void
add_targets (DdJsonWriter    *json,
             const DdFinding *finding)
{
  static const char * const signs[DD_N_OPERATOR_CHOICES] = {
    [DD_OPERATOR_GE] = ">=",
    [DD_OPERATOR_GT] = ">",
    [DD_OPERATOR_EQ] = "=",
    [DD_OPERATOR_LE] = "<=",
    [DD_OPERATOR_LT] = "<",
  };

  dd_json_writer_begin_array (json, "targets");
  for (guint i = 0; i < finding->targets->len; i++)
    {
      const DdRow *target = finding->targets->pdata[i];

      dd_json_writer_begin_object (json, NULL);
      add_code (json, target, DD_TARGET_TEXT);
      dd_json_writer_add_text (json, "op", signs[dd_row_get_choice (target, DD_TARGET_OPERATOR)]);
      dd_json_writer_add_real (json, "value", dd_row_get_real (target, DD_TARGET_VALUE));
      add_code (json, target, DD_TARGET_UNIT);
      dd_json_writer_end_object (json);
    }
  dd_json_writer_end_array (json);
}

/* A number, null if it is not told. */
static void
add_number (DdJsonWriter *json,
            const DdRow  *directive,
            guint         field)
{
  const char *name = dd_row_get_type (directive)->fields[field].name;

  if (dd_row_is_set (directive, field))
    dd_json_writer_add_number (json, name, dd_row_get_number (directive, field));
  else
    dd_json_writer_add_null (json, name);
}

static void
add_directive (DdJsonWriter    *json,
               Place           *place,
               const DdFinding *finding)
{
  const DdRow *directive = finding->directive;
  double confidence = dd_row_get_real (directive, DD_DIRECTIVE_CONFIDENCE);
  g_autofree char *quote = get_quote (place, directive);

  dd_json_writer_begin_object (json, NULL);
  dd_json_writer_add_number (json, "start",
                             dd_row_get_number (directive, DD_DIRECTIVE_SPAN_START));
  dd_json_writer_add_number (json, "end", dd_row_get_number (directive, DD_DIRECTIVE_SPAN_END));
  dd_json_writer_add_text (json, "quote", quote);
  add_code (json, directive, DD_DIRECTIVE_ORDINAL);
  add_code (json, directive, DD_DIRECTIVE_KIND);
  add_list (json, directive, DD_DIRECTIVE_ASSIGNER);
  add_list (json, directive, DD_DIRECTIVE_LEAD);
  add_list (json, directive, DD_DIRECTIVE_COORDINATING);
  add_list (json, directive, DD_DIRECTIVE_REPORT_TO);
  add_code (json, directive, DD_DIRECTIVE_DEADLINE);
  add_code (json, directive, DD_DIRECTIVE_DEADLINE_KIND);
  add_code (json, directive, DD_DIRECTIVE_DEADLINE_TEXT);
  if (dd_row_get_choice (directive, DD_DIRECTIVE_RECURRENCE) == DD_RECURRENCE_NONE)
    dd_json_writer_add_null (json, "recurrence");
  else
    add_code (json, directive, DD_DIRECTIVE_RECURRENCE);
  add_number (json, directive, DD_DIRECTIVE_RECURRENCE_DAY);
  add_number (json, directive, DD_DIRECTIVE_RECURRENCE_MONTH);
  add_code (json, directive, DD_DIRECTIVE_PRODUCT);
  add_targets (json, finding);
  dd_json_writer_add_texts (json, "references", finding->citations);
  dd_json_writer_add_real (json, "confidence", round (confidence * 100.0) / 100.0);
  dd_json_writer_end_object (json);
}

static DdCtlExit
print_json (const DdCtlDocument *document)
{
  DdJsonWriter *json = dd_ctl_json_new ();
  Place place = { document->file->text, 0 };

  dd_json_writer_begin_object (json, NULL);
  add_document (json, document->reading);
  dd_json_writer_begin_array (json, "directives");
  for (guint i = 0; i < document->reading->findings->len; i++)
    add_directive (json, &place, document->reading->findings->pdata[i]);
  dd_json_writer_end_array (json);
  dd_json_writer_end_object (json);

  return dd_ctl_json_finish (json);
}

/* When it is due, as far as the text says. */
static char *
describe_deadline (const DdRow *directive)
{
  if (dd_row_is_set (directive, DD_DIRECTIVE_DEADLINE))
    return dd_day_to_text (dd_row_get_day (directive, DD_DIRECTIVE_DEADLINE));
  if (dd_row_get_choice (directive, DD_DIRECTIVE_RECURRENCE) != DD_RECURRENCE_NONE)
    return dd_row_field_to_text (directive, DD_DIRECTIVE_RECURRENCE);

  return g_strdup ("");
}

static DdCtlExit
print_text (const DdCtlDocument *document)
{
  const char *headings[] = { _("Clause"), _("Kind"), _("Lead"), _("Deadline"), _("Words"), NULL };
  g_autoptr (DdTextTable) table = dd_text_table_new (headings);
  g_autofree char *text = NULL;

  for (guint i = 0; i < document->reading->findings->len; i++)
    {
      const DdFinding *finding = document->reading->findings->pdata[i];
      const DdRow *directive = finding->directive;
      const char *ordinal = dd_row_get_text (directive, DD_DIRECTIVE_ORDINAL);
      const char *quote = dd_row_get_text (directive, DD_DIRECTIVE_QUOTE);
      g_autofree char *kind = dd_row_field_to_text (directive, DD_DIRECTIVE_KIND);
      g_autofree char *lead = dd_row_field_to_text (directive, DD_DIRECTIVE_LEAD);
      g_autofree char *deadline = describe_deadline (directive);
      g_autofree char *line = g_strdelimit (g_strdup (quote), "\n", ' ');
      const char *cells[] = { ordinal != NULL ? ordinal : "", kind, lead, deadline, line, NULL };

      dd_text_table_add_row (table, cells);
    }
  text = dd_text_table_to_text (table, dd_ctl_get_width ());

  return dd_ctl_print (text);
}

static DdCtlExit
print_csv (const DdCtlDocument *document)
{
  static const guint columns[] = {
    DD_DIRECTIVE_ORDINAL, DD_DIRECTIVE_KIND, DD_DIRECTIVE_ASSIGNER, DD_DIRECTIVE_LEAD,
    DD_DIRECTIVE_COORDINATING, DD_DIRECTIVE_REPORT_TO, DD_DIRECTIVE_DEADLINE,
    DD_DIRECTIVE_DEADLINE_TEXT, DD_DIRECTIVE_RECURRENCE, DD_DIRECTIVE_QUOTE,
  };
  const DdRecordType *type = dd_record_type_get (DD_KIND_DIRECTIVE);
  g_autoptr (GString) text = g_string_new (DD_TEXT_BYTE_ORDER_MARK);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
    dd_csv_append_cell (line, type->fields[columns[j]].name);
  dd_csv_end_line (line);
  g_string_append (text, line->str);

  for (guint i = 0; i < document->reading->findings->len; i++)
    {
      const DdFinding *finding = document->reading->findings->pdata[i];

      g_string_truncate (line, 0);
      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        {
          g_autofree char *cell = dd_row_field_to_code (finding->directive, columns[j]);

          dd_csv_append_cell (line, cell);
        }
      dd_csv_end_line (line);
      g_string_append (text, line->str);
    }

  return dd_ctl_print (text->str);
}

static DdCtlExit
run (DdCtl *ctl)
{
  g_autoptr (DdTextFile) text = NULL;
  g_autoptr (DdCtlDocument) document = NULL;
  DdCtlExit exit;

  if (dd_ctl_get_argument (ctl) == NULL)
    return dd_ctl_fail_text (_("Name one document to read."));
  text = dd_ctl_read_text (dd_ctl_get_argument (ctl));
  if (text == NULL || (ctl->path != NULL && !dd_ctl_open (ctl, DD_STORE_OPEN_PLAIN)))
    return DD_CTL_ERROR;

  document = dd_ctl_document_new (ctl, g_steal_pointer (&text));
  if (document == NULL)
    return DD_CTL_ERROR;

  if (ctl->format == DD_CTL_JSON)
    exit = print_json (document);
  else if (ctl->format == DD_CTL_CSV)
    exit = print_csv (document);
  else
    exit = print_text (document);

  return exit == DD_CTL_DONE && document->reading->findings->len == 0 ? DD_CTL_NOTHING : exit;
}

static const GOptionEntry options[] = {
  DD_CTL_ENCODING_OPTION,
  G_OPTION_ENTRY_NULL
};

const DdCtlCommand dd_ctl_extract = {
  .name = "extract",
  .usage = N_("FILE"),
  .summary = N_("Find the directives of a document (docx, odt, pdf, html, txt); nothing is stored"),
  .examples = "  dondocctl extract thong-bao-87.pdf\n"
              "  dondocctl extract --encoding=tcvn3 ke-hoach-2003.txt\n"
              "  dondocctl extract --format=json --date 2024-03-18 thong-bao-87.txt",
  .members = "  {\"document\": {\"number\", \"type\", \"date\", \"issuer\", \"signer\",\n"
             "    \"subject\", \"event_date\", \"chair\", \"references\": […]},\n"
             "   \"directives\": [{\"start\", \"end\", \"quote\", \"ordinal\", \"kind\", "
             "\"assigner\": […],\n"
             "    \"lead\": […], \"coordinating\": […], \"report_to\": […], \"deadline\", "
             "\"deadline_kind\",\n"
             "    \"deadline_text\", \"recurrence\", \"recurrence_day\",\n"
             "    \"recurrence_month\", \"product\",\n"
             "    \"targets\": [{\"text\", \"op\", \"value\", \"unit\"}],\n"
             "    \"references\": […], \"confidence\"}]}",
  .options = options,
  .has_csv = TRUE,
  .has_date = TRUE,
  .run = run,
};
