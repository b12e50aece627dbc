/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-assign"

#include "dd-assign.h"

#include "dd-fold.h"
#include "dd-record-types.h"
#include "dd-unit-name.h"

struct _DdAssignment
{
  DdChange   *change;
  gint64      document;
  gint64      meeting;
  DdDay       assigned;
  guint       position;
  guint       n_tasks;
  GHashTable *new_units;        /* name, as it is spelt → stand-in of the id */
};

/**
 * dd_assignment_new:
 * @change: gets the insertions; it has to live as long
 * @document: the document that the directives stand in, or its stand-in in @change; 0: none
 * @meeting: the meeting at which they were given, or its stand-in; 0: none
 * @assigned: the day that tasks count as assigned on
 */
DdAssignment *
dd_assignment_new (DdChange *change,
                   gint64    document,
                   gint64    meeting,
                   DdDay     assigned)
{
  DdAssignment *self = g_new0 (DdAssignment, 1);

  self->change = change;
  self->document = document;
  self->meeting = meeting;
  self->assigned = assigned;
  self->new_units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * dd_assignment_set_assigned:
 * @assigned: the day that tasks from now on count as assigned on
 */
void
dd_assignment_set_assigned (DdAssignment *self,
                            DdDay         assigned)
{
  self->assigned = assigned;
}

/**
 * dd_assignment_set_position:
 * @position: of the last clause of the meeting that is there already
 *
 * Clauses that are added go behind it.
 */
void
dd_assignment_set_position (DdAssignment *self,
                            guint         position)
{
  self->position = position;
}

/**
 * dd_assignment_free:
 * @self: (nullable): the assignment; its change stays
 */
void
dd_assignment_free (DdAssignment *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->new_units);
  g_free (self);
}

/**
 * dd_assignment_keep_file:
 * @name: of the file that the document came in
 * @content: the file, as it is
 *
 * Attaches the file to the document, so that what was signed can be looked up.
 */
void
dd_assignment_keep_file (DdAssignment *self,
                         const char   *name,
                         const char   *media_type,
                         GBytes       *content)
{
  DdRow *attachment = dd_row_new (DD_KIND_ATTACHMENT);
  g_autofree char *clean = dd_attachment_clean_name (name);

  g_return_if_fail (self->document != 0);

  dd_row_set_reference (attachment, DD_ATTACHMENT_DOCUMENT, self->document);
  dd_row_set_text (attachment, DD_ATTACHMENT_NAME, clean);
  dd_row_set_text (attachment, DD_ATTACHMENT_MEDIA_TYPE, media_type);
  dd_change_attach (self->change, attachment, content);
}

/**
 * dd_assignment_add_unit:
 * @name: of a unit that the file of records does not know
 *
 * Returns: the stand-in of the unit, which is inserted if @name comes for the first time
 */
gint64
dd_assignment_add_unit (DdAssignment *self,
                        const char   *name)
{
  g_autofree char *key = dd_fold_spelling (name);
  const gint64 *known = g_hash_table_lookup (self->new_units, key);
  gint64 id;

  if (known != NULL)
    return *known;

  id = dd_change_insert (self->change, dd_unit_row_from_name (name));
  g_hash_table_insert (self->new_units, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));

  return id;
}

static gint64
get_unit (DdAssignment      *self,
          const DdDraftUnit *unit)
{
  return unit->id != 0 ? unit->id : dd_assignment_add_unit (self, unit->name);
}

static void
add_citations (DdAssignment  *self,
               const DdDraft *draft,
               gint64         directive)
{
  for (guint i = 0; draft->citations != NULL && draft->citations[i] != NULL; i++)
    {
      DdRow *citation = dd_row_new (DD_KIND_CITATION);

      dd_row_set_reference (citation, DD_CITATION_DOCUMENT, self->document);
      dd_row_set_reference (citation, DD_CITATION_DIRECTIVE, directive);
      dd_row_set_text (citation, DD_CITATION_NUMBER, draft->citations[i]);
      dd_change_insert (self->change, citation);
    }
}

static void
add_targets (DdAssignment  *self,
             const DdDraft *draft,
             gint64         directive)
{
  for (guint i = 0; i < draft->targets->len; i++)
    {
      DdRow *target = dd_row_copy (draft->targets->pdata[i]);

      dd_row_set_reference (target, DD_TARGET_DIRECTIVE, directive);
      dd_change_insert (self->change, target);
    }
}

/* A unit coordinates once, and not in what it leads. */
static void
add_coordinating (DdAssignment  *self,
                  const DdDraft *draft,
                  gint64         task,
                  gint64         lead)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (seen, lead);
  for (guint i = 0; i < draft->coordinating->len; i++)
    {
      gint64 unit = get_unit (self, draft->coordinating->pdata[i]);
      gboolean is_new = TRUE;
      DdRow *row;

      for (guint j = 0; j < seen->len && is_new; j++)
        is_new = g_array_index (seen, gint64, j) != unit;
      if (!is_new)
        continue;
      g_array_append_val (seen, unit);

      row = dd_row_new (DD_KIND_TASK_UNIT);
      dd_row_set_reference (row, DD_TASK_UNIT_TASK, task);
      dd_row_set_reference (row, DD_TASK_UNIT_UNIT, unit);
      dd_row_set_choice (row, DD_TASK_UNIT_STATE, DD_CONTRIBUTION_EXPECTED);
      dd_change_insert (self->change, row);
    }
}

/* Each unit that leads gets a task; a unit by two names gets one. */
static void
add_tasks (DdAssignment  *self,
           const DdDraft *draft,
           gint64         directive)
{
  g_autoptr (GPtrArray) leads = dd_draft_units_spread (draft->leads);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < leads->len; i++)
    {
      gint64 lead = get_unit (self, leads->pdata[i]);
      gboolean is_new = TRUE;
      DdRow *task;

      for (guint j = 0; j < seen->len && is_new; j++)
        is_new = g_array_index (seen, gint64, j) != lead;
      if (!is_new)
        continue;
      g_array_append_val (seen, lead);

      task = dd_draft_make_task (draft, self->assigned);
      dd_row_set_reference (task, DD_TASK_LEAD, lead);
      dd_row_set_reference (task, DD_TASK_DIRECTIVE, directive);
      add_coordinating (self, draft, dd_change_insert (self->change, task), lead);
      self->n_tasks++;
    }
}

/**
 * dd_assignment_add_tasks:
 * @directive: the directive that the tasks come from, or its stand-in
 *
 * Adds one task for each lead unit, with its coordinating units; of a draft that is
 * divided, for each lead unit of each part.
 */
void
dd_assignment_add_tasks (DdAssignment  *self,
                         const DdDraft *draft,
                         gint64         directive)
{
  if (draft->parts == NULL)
    add_tasks (self, draft, directive);
  for (guint i = 0; draft->parts != NULL && i < draft->parts->len; i++)
    add_tasks (self, draft->parts->pdata[i], directive);
}

/**
 * dd_assignment_add_draft:
 *
 * Adds the directive with what was recognised in it, and its tasks if they
 * are to be made.
 *
 * Returns: the stand-in of the directive
 */
gint64
dd_assignment_add_draft (DdAssignment  *self,
                         const DdDraft *draft)
{
  DdRow *directive = dd_row_copy (draft->directive);
  gint64 id;

  dd_row_set_reference (directive, DD_DIRECTIVE_DOCUMENT, self->document);
  dd_row_set_reference (directive, DD_DIRECTIVE_MEETING, self->meeting);
  dd_row_set_number (directive, DD_DIRECTIVE_POSITION, ++self->position);
  id = dd_change_insert (self->change, directive);
  add_citations (self, draft, id);
  add_targets (self, draft, id);
  if (draft->make_tasks)
    dd_assignment_add_tasks (self, draft, id);

  return id;
}

/**
 * dd_assignment_get_n_tasks:
 *
 * Returns: how many tasks were added so far
 */
guint
dd_assignment_get_n_tasks (DdAssignment *self)
{
  return self->n_tasks;
}
