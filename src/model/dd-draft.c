/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-draft"

#include "config.h"

#include "dd-draft.h"

#include "dd-directive.h"
#include "dd-task.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  GPtrArray *units = dd_draft_units_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = dd_text_clean (names[i], TRUE);

      if (*name != '\0' && !has_unit (units, name))
        g_ptr_array_add (units, dd_draft_unit_new (name, 0));
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
  copy->leads = dd_draft_units_copy (self->leads);
  copy->coordinating = dd_draft_units_copy (self->coordinating);
  copy->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);
  for (guint i = 0; i < self->targets->len; i++)
    g_ptr_array_add (copy->targets, dd_row_copy (self->targets->pdata[i]));
  copy->citations = g_strdupv (self->citations);
  copy->content = g_strdup (self->content);
  copy->officer = g_strdup (self->officer);
  copy->note = g_strdup (self->note);
  copy->make_tasks = self->make_tasks;
  if (self->parts != NULL)
    {
      copy->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_draft_free);
      for (guint i = 0; i < self->parts->len; i++)
        g_ptr_array_add (copy->parts, dd_draft_copy (self->parts->pdata[i]));
    }

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
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_strfreev (self->citations);
  g_free (self->content);
  g_free (self->officer);
  g_free (self->note);
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

/* What is left empty is not there. */
static void
set_line (char       **line,
          const char  *text)
{
  g_autofree char *clean = text != NULL ? dd_text_clean (text, TRUE) : NULL;

  g_free (*line);
  *line = clean != NULL && *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

/**
 * dd_draft_set_officer:
 * @officer: (nullable): who answers for the work in the lead unit
 */
void
dd_draft_set_officer (DdDraft    *self,
                      const char *officer)
{
  set_line (&self->officer, officer);
}

/**
 * dd_draft_set_note:
 * @note: (nullable): what is kept with the tasks
 */
void
dd_draft_set_note (DdDraft    *self,
                   const char *note)
{
  set_line (&self->note, note);
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

static void
look_up (GPtrArray    *units,
         DdUnitLookup  lookup,
         gpointer      user_data)
{
  for (guint i = 0; i < units->len; i++)
    {
      DdDraftUnit *unit = units->pdata[i];

      unit->id = lookup (unit->name, user_data);
    }
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
  look_up (self->leads, lookup, user_data);
  look_up (self->coordinating, lookup, user_data);
  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    dd_draft_look_up_units (self->parts->pdata[i], lookup, user_data);
}

/* --- several tasks of one directive --------------------------------------- */

/* What is said of the whole directive is not said again of a part. */
static DdDraft *
make_part (const DdDraft *self)
{
  DdDraft *part = dd_draft_copy (self);

  g_clear_pointer (&part->parts, g_ptr_array_unref);
  g_clear_pointer (&part->citations, g_strfreev);
  g_ptr_array_set_size (part->targets, 0);
  part->make_tasks = TRUE;

  return part;
}

static void
keep_one_lead (DdDraft *part,
               guint    lead)
{
  g_autoptr (DdDraftUnit) kept = dd_draft_unit_copy (part->leads->pdata[lead]);
  char *names[] = { kept->name, NULL };
  DdDraftUnit *one;

  dd_draft_set_units (part, TRUE, names);
  one = part->leads->pdata[0];
  one->id = kept->id;
  one->members = g_steal_pointer (&kept->members);
}

/**
 * dd_draft_divide:
 * @by_lead: whether each unit that leads gets a part of its own, in a draft that is not
 *   divided yet
 *
 * Makes several tasks of one directive. Each part begins as the whole; a draft that is
 * divided already gets one part more.
 */
void
dd_draft_divide (DdDraft  *self,
                 gboolean  by_lead)
{
  guint n = 2;

  if (self->parts != NULL)
    {
      g_ptr_array_add (self->parts, make_part (self));
      return;
    }

  by_lead = by_lead && self->leads->len > 1;
  if (by_lead)
    n = self->leads->len;
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_draft_free);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (self->parts, make_part (self));
      if (by_lead)
        keep_one_lead (self->parts->pdata[i], i);
    }
}

/* The part is the whole again. */
static void
adopt (DdDraft *self,
       DdDraft *part)
{
  g_autoptr (GPtrArray) leads = self->leads;
  g_autoptr (GPtrArray) coordinating = self->coordinating;

  self->leads = g_steal_pointer (&part->leads);
  part->leads = dd_draft_units_new ();
  self->coordinating = g_steal_pointer (&part->coordinating);
  part->coordinating = dd_draft_units_new ();
  dd_draft_set_content (self, part->content);
  dd_draft_set_officer (self, part->officer);
  for (guint field = DD_DIRECTIVE_LEAD; field <= DD_DIRECTIVE_RECURRENCE_DAY; field++)
    dd_row_copy_field (self->directive, part->directive, field);
  dd_row_copy_field (self->directive, part->directive, DD_DIRECTIVE_PRODUCT);
  dd_row_copy_field (self->directive, part->directive, DD_DIRECTIVE_RECURRENCE_MONTH);
}

/**
 * dd_draft_remove_part:
 *
 * Takes a part away. The last one that stays is the whole.
 */
void
dd_draft_remove_part (DdDraft *self,
                      guint    part)
{
  g_return_if_fail (self->parts != NULL && part < self->parts->len);

  g_ptr_array_remove_index (self->parts, part);
  if (self->parts->len > 1)
    return;

  if (self->parts->len == 1)
    adopt (self, self->parts->pdata[0]);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
}

/**
 * dd_draft_count_tasks:
 *
 * Returns: how many tasks would be made; units are told apart by their ids, else by their names
 */
guint
dd_draft_count_tasks (const DdDraft *self)
{
  g_autoptr (GPtrArray) spread = NULL;
  guint n = 0;

  if (!self->make_tasks)
    return 0;

  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    n += dd_draft_count_tasks (self->parts->pdata[i]);
  if (self->parts != NULL)
    return n;

  spread = dd_draft_units_spread (self->leads);

  return spread->len;
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
  g_autoptr (GPtrArray) spread = NULL;
  guint limit = dd_record_type_get (DD_KIND_TASK)->fields[DD_TASK_CONTENT].max_length;

  if (!self->make_tasks)
    return DD_DRAFT_FAULT_NONE;

  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    faults |= dd_draft_get_faults (self->parts->pdata[i]);
  if (self->parts != NULL)
    return faults;

  spread = dd_draft_units_spread (self->leads);
  if (spread->len == 0)
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
  dd_row_set_text (task, DD_TASK_OFFICER, self->officer);
  dd_row_set_list (task, DD_TASK_REPORT_TO, (const char * const *) report_to);
  dd_row_set_text (task, DD_TASK_PRODUCT, dd_row_get_text (self->directive, DD_DIRECTIVE_PRODUCT));
  dd_row_set_text (task, DD_TASK_NOTE, self->note);
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
