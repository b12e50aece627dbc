/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-quick-draft"

#include "config.h"

#include "dd-quick-draft.h"

#include "dd-directive.h"
#include "dd-quick-part.h"
#include "dd-target.h"

#include <string.h>

static void
set_units (DdDraft         *draft,
           GPtrArray       *parts,
           DdQuickPartKind  kind)
{
  const gboolean leads = kind == DD_QUICK_PART_LEAD;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GPtrArray *units;

  for (guint i = 0; i < parts->len; i++)
    {
      const DdQuickPart *part = parts->pdata[i];

      if (part->kind == kind)
        g_ptr_array_add (names, part->text);
    }
  g_ptr_array_add (names, NULL);
  if (kind == DD_QUICK_PART_REPORT_TO)
    {
      dd_row_set_list (draft->directive, DD_DIRECTIVE_REPORT_TO,
                       (const char * const *) names->pdata);
      return;
    }

  dd_draft_set_units (draft, leads, (char **) names->pdata);
  units = leads ? draft->leads : draft->coordinating;
  for (guint i = 0; i < units->len; i++)
    for (guint j = 0; j < parts->len; j++)
      {
        DdDraftUnit *unit = units->pdata[i];
        const DdQuickPart *part = parts->pdata[j];

        if (part->kind == kind && strcmp (part->text, unit->name) == 0)
          unit->id = part->id;
      }
}

static void
set_deadline (DdDraft   *draft,
              GPtrArray *parts)
{
  DdRow *row = draft->directive;

  for (guint i = 0; i < parts->len; i++)
    {
      const DdQuickPart *part = parts->pdata[i];

      if (part->kind != DD_QUICK_PART_DEADLINE)
        continue;
      if (part->corrected || *part->words == '\0')
        {
          dd_row_set_day (row, DD_DIRECTIVE_DEADLINE, part->day);
          dd_row_set_choice (row, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_BY);
        }
      return;
    }

  dd_row_unset (row, DD_DIRECTIVE_DEADLINE);
  dd_row_unset (row, DD_DIRECTIVE_DEADLINE_TEXT);
  dd_row_set_choice (row, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_NONE);
}

/* Whether the line still says these words, and nobody has taken them away. */
static gboolean
has_words (GPtrArray       *parts,
           DdQuickPartKind  kind,
           const char      *words)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const DdQuickPart *part = parts->pdata[i];

      if (part->kind == kind && strcmp (part->words, words) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
drop_rest (DdDraft   *draft,
           GPtrArray *parts)
{
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = draft->targets->len; i-- > 0;)
    {
      const char *words = dd_row_get_text (draft->targets->pdata[i], DD_TARGET_TEXT);

      if (words != NULL && !has_words (parts, DD_QUICK_PART_TARGET, words))
        g_ptr_array_remove_index (draft->targets, i);
    }
  for (guint i = 0; draft->citations != NULL && draft->citations[i] != NULL; i++)
    if (has_words (parts, DD_QUICK_PART_CITATION, draft->citations[i]))
      g_strv_builder_add (kept, draft->citations[i]);
  g_strfreev (draft->citations);
  draft->citations = g_strv_builder_end (kept);
}

/* A line in which nothing was recognised is the words of a clause all the same. */
static DdFinding *
make_bare_finding (void)
{
  DdFinding *finding = dd_finding_new ();

  dd_row_set_choice (finding->directive, DD_DIRECTIVE_KIND, DD_DIRECTIVE_KIND_TASK);
  dd_row_set_choice (finding->directive, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_NONE);
  dd_row_set_choice (finding->directive, DD_DIRECTIVE_RECURRENCE, DD_RECURRENCE_NONE);
  finding->citations = g_new0 (char *, 1);

  return finding;
}

/**
 * dd_quick_draft_make:
 * @text: the line
 * @finding: (nullable): what was read in it; %NULL: nothing was recognised
 * @parts: (element-type DdQuickPart): what it says as it was corrected
 *
 * Returns: (transfer full): a draft; its units are looked up
 */
DdDraft *
dd_quick_draft_make (const char      *text,
                     const DdFinding *finding,
                     GPtrArray       *parts)
{
  g_autoptr (DdFinding) bare = finding == NULL ? make_bare_finding () : NULL;
  DdDraft *draft = dd_draft_new_from_finding (bare != NULL ? bare : finding);
  DdRecurrence recurrence = DD_RECURRENCE_NONE;

  dd_row_set_text (draft->directive, DD_DIRECTIVE_QUOTE, text);
  dd_row_unset (draft->directive, DD_DIRECTIVE_SPAN_START);
  dd_row_unset (draft->directive, DD_DIRECTIVE_SPAN_END);
  dd_draft_set_content (draft, "");
  for (guint i = 0; i < parts->len; i++)
    {
      const DdQuickPart *part = parts->pdata[i];

      if (part->kind == DD_QUICK_PART_CONTENT)
        dd_draft_set_content (draft, part->text);
      if (part->kind == DD_QUICK_PART_RECURRENCE)
        recurrence = part->recurrence;
    }
  set_units (draft, parts, DD_QUICK_PART_LEAD);
  set_units (draft, parts, DD_QUICK_PART_COORDINATING);
  set_units (draft, parts, DD_QUICK_PART_REPORT_TO);
  set_deadline (draft, parts);
  dd_row_set_choice (draft->directive, DD_DIRECTIVE_RECURRENCE, recurrence);
  if (recurrence == DD_RECURRENCE_NONE)
    dd_row_unset (draft->directive, DD_DIRECTIVE_RECURRENCE_DAY);
  drop_rest (draft, parts);
  draft->make_tasks = draft->leads->len > 0 && !dd_draft_needs_no_task (draft);

  return draft;
}
