/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-draft"

#include "config.h"

#include "dd-draft.h"

#include "dd-directive.h"
#include "dd-task.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
draft_unit_free (gpointer data)
{
  g_free (((DdDraftUnit *) data)->name);
  g_free (data);
}

static gboolean
has_unit (GPtrArray  *units,
          const char *name)
{
  for (guint i = 0; i < units->len; i++)
    if (strcmp (((DdDraftUnit *) units->pdata[i])->name, name) == 0)
      return TRUE;

  return FALSE;
}

/* Each name once, as a field would keep it. */
static GPtrArray *
make_units (char **names)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (draft_unit_free);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = dd_text_clean (names[i], TRUE);
      DdDraftUnit *unit;

      if (*name == '\0' || has_unit (units, name))
        continue;
      unit = g_new0 (DdDraftUnit, 1);
      unit->name = g_steal_pointer (&name);
      g_ptr_array_add (units, unit);
    }

  return units;
}

/* The words of the directive, without what ends the sentence. */
static char *
make_content (const char *quote)
{
  char *content = g_strdup (quote != NULL ? quote : "");
  gsize length;

  g_strdelimit (content, "\n", ' ');
  g_strstrip (content);
  while ((length = strlen (content)) > 0 && strchr (".;,/ ", content[length - 1]) != NULL)
    content[length - 1] = '\0';

  return content;
}

/**
 * dd_draft_new:
 * @directive: a row of %DD_KIND_DIRECTIVE
 *
 * Returns: (transfer full): the draft that the directive suggests: of tasks if it assigns something
 */
DdDraft *
dd_draft_new (const DdRow *directive)
{
  DdDraft *self = g_new0 (DdDraft, 1);
  g_auto (GStrv) leads = dd_row_get_list (directive, DD_DIRECTIVE_LEAD);
  g_auto (GStrv) coordinating = dd_row_get_list (directive, DD_DIRECTIVE_COORDINATING);

  self->directive = dd_row_copy (directive);
  self->leads = make_units (leads);
  self->coordinating = make_units (coordinating);
  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);
  self->content = make_content (dd_row_get_text (directive, DD_DIRECTIVE_QUOTE));
  self->make_tasks = self->leads->len > 0 &&
                     dd_row_get_choice (directive, DD_DIRECTIVE_KIND) == DD_DIRECTIVE_KIND_TASK;

  return self;
}

/**
 * dd_draft_new_from_finding:
 * @finding: what was read out of a text; copied
 *
 * Returns: (transfer full): what would be made of it, to be freed with dd_draft_free()
 */
DdDraft *
dd_draft_new_from_finding (const DdFinding *finding)
{
  DdDraft *self = dd_draft_new (finding->directive);

  self->citations = g_strdupv (finding->citations);
  for (guint i = 0; i < finding->targets->len; i++)
    g_ptr_array_add (self->targets, dd_row_copy (finding->targets->pdata[i]));

  return self;
}

static GPtrArray *
copy_units (GPtrArray *units)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (draft_unit_free);

  for (guint i = 0; i < units->len; i++)
    {
      const DdDraftUnit *unit = units->pdata[i];
      DdDraftUnit *twin = g_new0 (DdDraftUnit, 1);

      twin->name = g_strdup (unit->name);
      twin->id = unit->id;
      g_ptr_array_add (copy, twin);
    }

  return copy;
}

/**
 * dd_draft_copy:
 *
 * Returns: (transfer full): the same draft, sharing nothing with @self
 */
DdDraft *
dd_draft_copy (const DdDraft *self)
{
  DdDraft *copy = g_new0 (DdDraft, 1);

  copy->directive = dd_row_copy (self->directive);
  copy->leads = copy_units (self->leads);
  copy->coordinating = copy_units (self->coordinating);
  copy->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);
  for (guint i = 0; i < self->targets->len; i++)
    g_ptr_array_add (copy->targets, dd_row_copy (self->targets->pdata[i]));
  copy->citations = g_strdupv (self->citations);
  copy->content = g_strdup (self->content);
  copy->make_tasks = self->make_tasks;

  return copy;
}

/**
 * dd_draft_free:
 * @self: (nullable): the draft
 */
void
dd_draft_free (DdDraft *self)
{
  if (self == NULL)
    return;

  dd_row_free (self->directive);
  g_ptr_array_unref (self->leads);
  g_ptr_array_unref (self->coordinating);
  g_ptr_array_unref (self->targets);
  g_strfreev (self->citations);
  g_free (self->content);
  g_free (self);
}

/**
 * dd_draft_set_content:
 * @content: what is to be done, as the secretary words it; made one clean line
 */
void
dd_draft_set_content (DdDraft    *self,
                      const char *content)
{
  char *clean = dd_text_clean (content, TRUE);

  g_free (self->content);
  self->content = clean;
}

/**
 * dd_draft_set_units:
 * @leads: whether the lead units are meant, or the coordinating ones
 * @names: what they are corrected to; they have to be looked up again
 */
void
dd_draft_set_units (DdDraft   *self,
                    gboolean   leads,
                    char     **names)
{
  GPtrArray **units = leads ? &self->leads : &self->coordinating;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  g_clear_pointer (units, g_ptr_array_unref);
  *units = make_units (names);
  for (guint i = 0; i < (*units)->len; i++)
    g_ptr_array_add (kept, ((DdDraftUnit *) (*units)->pdata[i])->name);
  g_ptr_array_add (kept, NULL);
  dd_row_set_list (self->directive, leads ? DD_DIRECTIVE_LEAD : DD_DIRECTIVE_COORDINATING,
                   (const char * const *) kept->pdata);
}

/**
 * dd_draft_look_up_units:
 * @lookup: finds a unit by a name
 *
 * Finds anew which of the units named in the draft are known.
 */
void
dd_draft_look_up_units (DdDraft      *self,
                        DdUnitLookup  lookup,
                        gpointer      user_data)
{
  for (guint i = 0; i < self->leads->len; i++)
    {
      DdDraftUnit *unit = self->leads->pdata[i];

      unit->id = lookup (unit->name, user_data);
    }
  for (guint i = 0; i < self->coordinating->len; i++)
    {
      DdDraftUnit *unit = self->coordinating->pdata[i];

      unit->id = lookup (unit->name, user_data);
    }
}

/**
 * dd_draft_needs_no_task:
 *
 * Returns: whether the directive is of a kind that is kept and needs no task:
 *   exhortations and standing rules (Decision 23/2018/QĐ-TTg: regular work is no task)
 */
gboolean
dd_draft_needs_no_task (const DdDraft *self)
{
  switch ((DdDirectiveKind) dd_row_get_choice (self->directive, DD_DIRECTIVE_KIND))
    {
    case DD_DIRECTIVE_KIND_SOFT:
    case DD_DIRECTIVE_KIND_PROHIBITION:
    case DD_DIRECTIVE_KIND_MANDATE:
    case DD_DIRECTIVE_KIND_DECISION:
      return TRUE;
    case DD_DIRECTIVE_KIND_TASK:
    case DD_DIRECTIVE_KIND_MILESTONE:
    default:
      return FALSE;
    }
}

/**
 * dd_draft_settle:
 *
 * If no tasks are to be made, and the kind of the directive needs none, the
 * kind is the reason that is kept.
 */
void
dd_draft_settle (DdDraft *self)
{
  g_autofree char *reason = NULL;

  if (self->make_tasks || !dd_draft_needs_no_task (self))
    return;

  reason = dd_row_field_to_text (self->directive, DD_DIRECTIVE_KIND);
  dd_row_set_text (self->directive, DD_DIRECTIVE_NO_TASK_REASON, reason);
}

/**
 * dd_draft_get_faults:
 *
 * Returns: what keeps tasks from being made of the draft; nothing if none are to be
 */
DdDraftFaults
dd_draft_get_faults (const DdDraft *self)
{
  DdDraftFaults faults = DD_DRAFT_FAULT_NONE;
  guint limit = dd_record_type_get (DD_KIND_TASK)->fields[DD_TASK_CONTENT].max_length;

  if (!self->make_tasks)
    return DD_DRAFT_FAULT_NONE;
  if (self->leads->len == 0)
    faults |= DD_DRAFT_FAULT_NO_LEAD;
  if (*self->content == '\0')
    faults |= DD_DRAFT_FAULT_NO_CONTENT;
  if ((gsize) g_utf8_strlen (self->content, -1) > limit)
    faults |= DD_DRAFT_FAULT_TOO_LONG;

  return faults;
}

/**
 * dd_draft_fault_get_text:
 * @fault: one or several; the first one is told
 *
 * Returns: (nullable): the sentence that asks for what is missing
 */
const char *
dd_draft_fault_get_text (DdDraftFaults fault)
{
  if ((fault & DD_DRAFT_FAULT_NO_LEAD) != 0)
    return _("Which unit leads? Choose one.");
  if ((fault & DD_DRAFT_FAULT_NO_CONTENT) != 0)
    return _("What is to be done? Write it down.");
  if ((fault & DD_DRAFT_FAULT_TOO_LONG) != 0)
    return _("The content is too long for one task. Please shorten it.");

  return NULL;
}

/**
 * dd_draft_make_task:
 * @assigned: the day on which it was assigned: of the meeting, or of the document
 *
 * Returns: (transfer full): a row of %DD_KIND_TASK, to which the lead unit and the
 *   directive are still to be set
 */
DdRow *
dd_draft_make_task (const DdDraft *self,
                    DdDay          assigned)
{
  DdRow *task = dd_row_new (DD_KIND_TASK);
  g_auto (GStrv) report_to = dd_row_get_list (self->directive, DD_DIRECTIVE_REPORT_TO);

  dd_row_set_text (task, DD_TASK_CONTENT, self->content);
  dd_row_set_list (task, DD_TASK_REPORT_TO, (const char * const *) report_to);
  dd_row_set_day (task, DD_TASK_ASSIGNED, assigned);
  dd_row_set_day (task, DD_TASK_DEADLINE,
                  dd_row_get_day (self->directive, DD_DIRECTIVE_DEADLINE));
  dd_row_set_choice (task, DD_TASK_DEADLINE_KIND,
                     dd_row_get_choice (self->directive, DD_DIRECTIVE_DEADLINE_KIND));
  dd_row_set_text (task, DD_TASK_DEADLINE_TEXT,
                   dd_row_get_text (self->directive, DD_DIRECTIVE_DEADLINE_TEXT));
  dd_row_set_choice (task, DD_TASK_STATE, DD_TASK_STATE_ASSIGNED);

  return task;
}
