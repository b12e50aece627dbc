/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of drafts: two that are one task, and what a part of a sentence takes over from the
 * whole. */
#define G_LOG_DOMAIN "dd-draft"

#include "dd-draft.h"

#include "dd-directive.h"
#include "dd-recurrence.h"

static gboolean
has_unit (GPtrArray         *units,
          const DdDraftUnit *unit)
{
  for (guint i = 0; i < units->len; i++)
    {
      const DdDraftUnit *other = units->pdata[i];

      if (unit->id != 0 ? unit->id == other->id : g_str_equal (unit->name, other->name))
        return TRUE;
    }

  return FALSE;
}

static void
add_units (GPtrArray *units,
           GPtrArray *more,
           GPtrArray *but)
{
  for (guint i = 0; i < more->len; i++)
    if (!has_unit (units, more->pdata[i]) && (but == NULL || !has_unit (but, more->pdata[i])))
      g_ptr_array_add (units, dd_draft_unit_copy (more->pdata[i]));
}

static void
name_units (DdRow     *directive,
            guint      field,
            GPtrArray *units)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < units->len; i++)
    g_ptr_array_add (names, ((DdDraftUnit *) units->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  dd_row_set_list (directive, field, (const char * const *) names->pdata);
}

/* One unit leads a task: who led the second sentence coordinates in the whole. */
static void
merge_units (DdDraft       *draft,
             const DdDraft *other)
{
  if (draft->leads->len == 0)
    add_units (draft->leads, other->leads, NULL);
  add_units (draft->coordinating, other->leads, draft->leads);
  add_units (draft->coordinating, other->coordinating, draft->leads);
  name_units (draft->directive, DD_DIRECTIVE_LEAD, draft->leads);
  name_units (draft->directive, DD_DIRECTIVE_COORDINATING, draft->coordinating);
}

static void
merge_list (DdRow       *directive,
            const DdRow *other,
            guint        field)
{
  g_auto (GStrv) one = dd_row_get_list (directive, field);
  g_auto (GStrv) more = dd_row_get_list (other, field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) both = NULL;

  for (guint i = 0; one != NULL && one[i] != NULL; i++)
    g_strv_builder_add (builder, one[i]);
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    if (one == NULL || !g_strv_contains ((const char * const *) one, more[i]))
      g_strv_builder_add (builder, more[i]);
  both = g_strv_builder_end (builder);
  dd_row_set_list (directive, field, (const char * const *) both);
}

/* The whole is done when both are: the later day holds. */
static void
merge_fields (DdRow       *directive,
              const DdRow *other)
{
  if (dd_row_get_day (other, DD_DIRECTIVE_DEADLINE) >
      dd_row_get_day (directive, DD_DIRECTIVE_DEADLINE))
    for (guint field = DD_DIRECTIVE_DEADLINE; field <= DD_DIRECTIVE_DEADLINE_TEXT; field++)
      dd_row_copy_field (directive, other, field);
  if (dd_row_get_choice (directive, DD_DIRECTIVE_RECURRENCE) == DD_RECURRENCE_NONE)
    {
      dd_row_copy_field (directive, other, DD_DIRECTIVE_RECURRENCE);
      dd_row_copy_field (directive, other, DD_DIRECTIVE_RECURRENCE_DAY);
      dd_row_copy_field (directive, other, DD_DIRECTIVE_RECURRENCE_MONTH);
    }
  if (dd_row_get_choice (other, DD_DIRECTIVE_KIND) == DD_DIRECTIVE_KIND_TASK)
    dd_row_set_choice (directive, DD_DIRECTIVE_KIND, DD_DIRECTIVE_KIND_TASK);
  if (!dd_row_is_set (directive, DD_DIRECTIVE_PRODUCT))
    dd_row_copy_field (directive, other, DD_DIRECTIVE_PRODUCT);
  merge_list (directive, other, DD_DIRECTIVE_ASSIGNER);
  merge_list (directive, other, DD_DIRECTIVE_REPORT_TO);
}

static void
merge_found (DdDraft       *draft,
             const DdDraft *other)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < other->targets->len; i++)
    g_ptr_array_add (draft->targets, dd_row_copy (other->targets->pdata[i]));
  for (guint i = 0; draft->citations != NULL && draft->citations[i] != NULL; i++)
    g_strv_builder_add (builder, draft->citations[i]);
  for (guint i = 0; other->citations != NULL && other->citations[i] != NULL; i++)
    if (draft->citations == NULL ||
        !g_strv_contains ((const char * const *) draft->citations, other->citations[i]))
      g_strv_builder_add (builder, other->citations[i]);
  g_strfreev (draft->citations);
  draft->citations = g_strv_builder_end (builder);
}

/**
 * dd_draft_merge:
 * @first: the draft whose lead leads
 * @second: what follows it in the text
 *
 * Returns: (transfer full): one draft of two that are one task, with what both say
 */
DdDraft *
dd_draft_merge (const DdDraft *first,
                const DdDraft *second)
{
  DdDraft *draft = dd_draft_copy (first);
  g_autofree char *content = NULL;

  g_clear_pointer (&draft->parts, g_ptr_array_unref);
  content = *first->content == '\0' || *second->content == '\0'
          ? g_strconcat (first->content, second->content, NULL)
          : g_strconcat (first->content, "; ", second->content, NULL);
  dd_draft_set_content (draft, content);
  merge_units (draft, second);
  merge_fields (draft->directive, second->directive);
  merge_found (draft, second);
  if (draft->officer == NULL)
    dd_draft_set_officer (draft, second->officer);
  draft->make_tasks = first->make_tasks || second->make_tasks;

  return draft;
}

/* --- parts of a sentence -------------------------------------------------- */

/**
 * dd_draft_inherit_deadline:
 * @whole: what it is a part of
 *
 * A part that says neither a day nor how often is due when the whole is.
 */
void
dd_draft_inherit_deadline (DdDraft       *self,
                           const DdDraft *whole)
{
  DdRow *directive = self->directive;

  if (dd_row_is_set (directive, DD_DIRECTIVE_DEADLINE) ||
      dd_row_get_choice (directive, DD_DIRECTIVE_RECURRENCE) != DD_RECURRENCE_NONE)
    return;

  for (guint field = DD_DIRECTIVE_DEADLINE; field <= DD_DIRECTIVE_RECURRENCE_DAY; field++)
    dd_row_copy_field (directive, whole->directive, field);
  dd_row_copy_field (directive, whole->directive, DD_DIRECTIVE_RECURRENCE_MONTH);
}

/**
 * dd_draft_inherit_units:
 * @whole: what it is a part of
 *
 * A part that does not say who leads is led by who leads the whole.
 */
void
dd_draft_inherit_units (DdDraft       *self,
                        const DdDraft *whole)
{
  if (self->leads->len > 0)
    return;

  add_units (self->leads, whole->leads, NULL);
  if (self->coordinating->len == 0)
    add_units (self->coordinating, whole->coordinating, self->leads);
  name_units (self->directive, DD_DIRECTIVE_LEAD, self->leads);
  name_units (self->directive, DD_DIRECTIVE_COORDINATING, self->coordinating);
}
