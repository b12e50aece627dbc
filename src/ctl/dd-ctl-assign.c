/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-ctl"

#include "config.h"

#include "dd-ctl.h"

#include "dd-assign.h"
#include "dd-day-text.h"
#include "dd-record-types.h"
#include "dd-text-table.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static char **option_lead;
static char **option_coordinating;
static char *option_deadline;
static char *option_content;
static char *option_no_task;
static gboolean option_new_units;
static gboolean option_again;

static const GOptionEntry options[] = {
  { "lead", 0, 0, G_OPTION_ARG_STRING_ARRAY, &option_lead,
    N_("The unit that leads; for several units, a task each"), N_("UNIT") },
  { "coordinating", 0, 0, G_OPTION_ARG_STRING_ARRAY, &option_coordinating,
    N_("A unit that coordinates; may be given several times"), N_("UNIT") },
  { "deadline", 0, 0, G_OPTION_ARG_STRING, &option_deadline, N_("The last day"), N_("DAY") },
  { "content", 0, 0, G_OPTION_ARG_STRING, &option_content,
    N_("What the task says, instead of the words of the directive"), N_("TEXT") },
  { "no-task", 0, 0, G_OPTION_ARG_STRING, &option_no_task,
    N_("The directive needs no task, for this reason"), N_("REASON") },
  { "new-units", 0, 0, G_OPTION_ARG_NONE, &option_new_units,
    N_("Create the units that are not known yet"), NULL },
  { "again", 0, 0, G_OPTION_ARG_NONE, &option_again,
    N_("Make more tasks of a directive that has some already"), NULL },
  G_OPTION_ENTRY_NULL
};

/* --- what is not assigned yet --------------------------------------------- */

static DdCtlExit
list_json (GPtrArray *directives)
{
  DdJsonWriter *json = dd_ctl_json_new ();

  dd_json_writer_begin_object (json, NULL);
  dd_json_writer_begin_array (json, "directives");
  for (guint i = 0; i < directives->len; i++)
    {
      const DdRow *directive = directives->pdata[i];
      g_auto (GStrv) lead = dd_row_get_list (directive, DD_DIRECTIVE_LEAD);
      g_autofree char *kind = dd_row_field_to_code (directive, DD_DIRECTIVE_KIND);

      dd_json_writer_begin_object (json, NULL);
      dd_json_writer_add_text (json, "uid", dd_row_get_uid (directive));
      dd_json_writer_add_text (json, "ordinal", dd_row_get_text (directive, DD_DIRECTIVE_ORDINAL));
      dd_json_writer_add_text (json, "kind", kind);
      dd_json_writer_add_texts (json, "lead", lead);
      dd_json_writer_add_day (json, "deadline",
                              dd_row_get_day (directive, DD_DIRECTIVE_DEADLINE));
      dd_json_writer_add_text (json, "quote", dd_row_get_text (directive, DD_DIRECTIVE_QUOTE));
      dd_json_writer_add_text (json, "document",
                               dd_row_get_text (directive, DD_DIRECTIVE_DOCUMENT_NUMBER));
      dd_json_writer_end_object (json);
    }
  dd_json_writer_end_array (json);
  dd_json_writer_end_object (json);

  return dd_ctl_json_finish (json);
}

static DdCtlExit
list_text (GPtrArray *directives)
{
  const char *headings[] = { _("Name"), _("Kind"), _("Lead"), _("Words"), NULL };
  g_autoptr (DdTextTable) table = dd_text_table_new (headings);
  g_autofree char *text = NULL;

  for (guint i = 0; i < directives->len; i++)
    {
      const DdRow *directive = directives->pdata[i];
      g_autofree char *kind = dd_row_field_to_text (directive, DD_DIRECTIVE_KIND);
      g_autofree char *lead = dd_row_field_to_text (directive, DD_DIRECTIVE_LEAD);
      g_autofree char *words = g_strdup (dd_row_get_text (directive, DD_DIRECTIVE_QUOTE));
      const char *cells[] = { dd_row_get_uid (directive), kind, lead,
                              g_strdelimit (words, "\n", ' '), NULL };

      dd_text_table_add_row (table, cells);
    }
  text = dd_text_table_to_text (table, dd_ctl_get_width ());

  return dd_ctl_print (text);
}

static DdCtlExit
list_unassigned (DdCtl *ctl)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_DIRECTIVE);
  g_autoptr (GPtrArray) directives = NULL;
  DdCtlExit exit;

  dd_query_set_coverages (query, DD_COVERAGE_BIT (DD_COVERAGE_UNASSIGNED));
  directives = dd_ctl_select (ctl, query);
  if (directives == NULL)
    return DD_CTL_ERROR;

  if (ctl->format == DD_CTL_JSON)
    exit = list_json (directives);
  else if (directives->len > 0)
    exit = list_text (directives);
  else
    exit = dd_ctl_print (_("Every directive is assigned, or needs no task.\n"));

  return exit == DD_CTL_DONE && directives->len == 0 ? DD_CTL_NOTHING : exit;
}

/* --- one directive -------------------------------------------------------- */

typedef struct
{
  DdCtl    *ctl;
  gboolean  failed;             /* and has said why */
} UnitLookup;

static gint64
look_up_cb (const char *name,
            gpointer    user_data)
{
  UnitLookup *lookup = user_data;
  gint64 id = 0;

  if (!lookup->failed)
    lookup->failed = !dd_ctl_look_up_unit (lookup->ctl, name, &id);

  return id;
}

static const char *
find_unknown_unit (GPtrArray *units)
{
  for (guint i = 0; i < units->len; i++)
    if (((DdDraftUnit *) units->pdata[i])->id == 0)
      return ((DdDraftUnit *) units->pdata[i])->name;

  return NULL;
}

/* No unit is created by a typing error. */
static gboolean
check_units (const DdDraft *draft)
{
  const char *name = find_unknown_unit (draft->leads);
  g_autofree char *sentence = NULL;

  if (name == NULL)
    name = find_unknown_unit (draft->coordinating);
  if (name == NULL || option_new_units)
    return TRUE;

  sentence = g_strdup_printf (_("There is no unit called “%s”. Add --new-units to create it."),
                              name);
  dd_ctl_fail_text (sentence);

  return FALSE;
}

static gboolean
correct_draft (DdCtl   *ctl,
               DdDraft *draft)
{
  UnitLookup lookup = { ctl, FALSE };
  const char *fault;

  if (option_lead != NULL)
    dd_draft_set_units (draft, TRUE, option_lead);
  if (option_coordinating != NULL)
    dd_draft_set_units (draft, FALSE, option_coordinating);
  if (option_content != NULL)
    dd_draft_set_content (draft, option_content);
  if (option_deadline != NULL)
    {
      DdDay day = dd_ctl_parse_day ("--deadline", option_deadline);

      if (day == DD_DAY_NONE)
        return FALSE;
      dd_row_set_day (draft->directive, DD_DIRECTIVE_DEADLINE, day);
      dd_row_set_choice (draft->directive, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_BY);
      dd_row_unset (draft->directive, DD_DIRECTIVE_DEADLINE_TEXT);
    }

  draft->make_tasks = TRUE;
  fault = dd_draft_fault_get_text (dd_draft_get_faults (draft));
  if (fault != NULL)
    {
      dd_ctl_fail_text (fault);
      return FALSE;
    }
  dd_draft_look_up_units (draft, look_up_cb, &lookup);

  return !lookup.failed && check_units (draft);
}

static DdCtlExit
print_assigned (DdCtl *ctl,
                guint  n_tasks)
{
  DdJsonWriter *json;

  if (ctl->format == DD_CTL_JSON)
    {
      json = dd_ctl_json_new ();
      dd_json_writer_begin_object (json, NULL);
      dd_json_writer_add_number (json, "tasks", n_tasks);
      dd_json_writer_end_object (json);
      return dd_ctl_json_finish (json);
    }

  if (option_no_task != NULL)
    printf ("%s\n", _("The directive is kept as needing no task."));
  else
    printf (g_dngettext (GETTEXT_PACKAGE, "%u task created.\n", "%u tasks created.\n", n_tasks),
            n_tasks);

  return DD_CTL_DONE;
}

static DdCtlExit
assign_directive (DdCtl *ctl,
                  DdRow *directive)
{
  g_autoptr (DdDraft) draft = dd_draft_new (directive);
  g_autoptr (DdChange) change = dd_change_new (ctl->actor, option_no_task);
  g_autoptr (DdChange) written = NULL;
  g_autoptr (DdAssignment) assignment = NULL;
  DdDay assigned = dd_row_get_day (directive, DD_DIRECTIVE_DAY);

  if (dd_row_get_number (directive, DD_DIRECTIVE_N_TASKS) > 0 && !option_again)
    return dd_ctl_fail_text (_("There are tasks of this directive already. Nothing was changed. "
                               "Add --again to make more of it."));
  if (option_no_task != NULL)
    {
      dd_row_set_text (draft->directive, DD_DIRECTIVE_NO_TASK_REASON, option_no_task);
      if (!dd_row_is_set (draft->directive, DD_DIRECTIVE_NO_TASK_REASON))
        return dd_ctl_fail_text (_("Please give the reason: it is kept in the history."));
    }
  else if (!correct_draft (ctl, draft))
    return DD_CTL_ERROR;

  dd_change_update (change, dd_row_copy (draft->directive));
  assignment = dd_assignment_new (change, 0, 0, assigned != DD_DAY_NONE ? assigned : ctl->today);
  if (option_no_task == NULL)
    dd_assignment_add_tasks (assignment, draft, dd_row_get_id (directive));

  written = dd_ctl_write (ctl, g_steal_pointer (&change));
  if (written == NULL)
    return DD_CTL_ERROR;

  return print_assigned (ctl, dd_assignment_get_n_tasks (assignment));
}

static DdCtlExit
run (DdCtl *ctl)
{
  g_autoptr (DdRow) directive = NULL;

  if (g_strv_length (ctl->arguments) > 1)
    return dd_ctl_fail_text (_("Name one directive by its uid."));
  if (!dd_ctl_open (ctl, DD_STORE_OPEN_PLAIN))
    return DD_CTL_ERROR;
  if (ctl->arguments[0] == NULL)
    return list_unassigned (ctl);

  directive = dd_ctl_fetch (ctl, DD_KIND_DIRECTIVE, ctl->arguments[0]);

  return directive != NULL ? assign_directive (ctl, directive) : DD_CTL_ERROR;
}

const DdCtlCommand dd_ctl_assign = {
  .name = "assign",
  .usage = N_("[DIRECTIVE]"),
  .summary = N_("List directives that are not assigned yet; make tasks of one"),
  .examples = "  dondocctl assign\n"
              "  dondocctl assign 0190… --lead \"Sở Tư pháp\" --coordinating \"Sở Nội vụ\" "
              "--deadline 30/6/2024\n"
              "  dondocctl assign 0190… --no-task \"Đã có trong kế hoạch năm\"",
  .members = "  assign:        {\"directives\": [{\"uid\", \"ordinal\", \"kind\", \"lead\": […],\n"
             "                   \"deadline\", \"quote\", \"document\"}]}\n"
             "  assign 0190…:  {\"tasks\"}",
  .options = options,
  .has_actor = TRUE,
  .run = run,
};
