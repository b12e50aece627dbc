/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a review: all that was decided, to be put away and taken up again. The text itself
 * is not in it: it is read anew, so that the names of units mean what they mean now. */
#define G_LOG_DOMAIN "dd-review"

#include "dd-review-state.h"

#include "dd-review-private.h"

#include "dd-record-types.h"

/* Counts up when what is written changes; another version is not read. */
#define VERSION 1u

#define ROW_TYPE "a{ss}"
#define UNIT_TYPE "(sxba(sx))"
#define MARK_TYPE "(uuu)"

/* --- putting away --------------------------------------------------------- */

static GVariant *
save_row (const DdRow *row)
{
  const DdRecordType *type = dd_row_get_type (row);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (ROW_TYPE));
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *code = NULL;

      /* The text of a document comes with its file; references are settled when it is stored. */
      if (!dd_row_is_set (row, i) || type->fields[i].type == DD_FIELD_REFERENCE ||
          (dd_row_get_kind (row) == DD_KIND_DOCUMENT && i == DD_DOCUMENT_TEXT))
        continue;
      code = dd_row_field_to_code (row, i);
      g_variant_builder_add (&builder, "{ss}", type->fields[i].name, code);
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
save_units (GPtrArray *units)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" UNIT_TYPE));
  for (guint i = 0; i < units->len; i++)
    {
      const DdDraftUnit *unit = units->pdata[i];
      GVariantBuilder members;

      g_variant_builder_init (&members, G_VARIANT_TYPE ("a(sx)"));
      for (guint j = 0; unit->members != NULL && j < unit->members->len; j++)
        {
          const DdDraftUnit *member = unit->members->pdata[j];

          g_variant_builder_add (&members, "(sx)", member->name, member->id);
        }
      g_variant_builder_add (&builder, "(sxba(sx))", unit->name, unit->id, unit->members != NULL,
                             &members);
    }

  return g_variant_builder_end (&builder);
}

static void
add_text (GVariantDict *dict,
          const char   *key,
          const char   *text)
{
  if (text != NULL)
    g_variant_dict_insert (dict, key, "s", text);
}

static GVariant *
save_draft (const DdDraft *draft)
{
  const char * const none[] = { NULL };
  GVariantDict dict;
  GVariantBuilder targets, parts;

  g_variant_dict_init (&dict, NULL);
  g_variant_builder_init (&targets, G_VARIANT_TYPE ("a" ROW_TYPE));
  for (guint i = 0; i < draft->targets->len; i++)
    g_variant_builder_add_value (&targets, save_row (draft->targets->pdata[i]));
  g_variant_builder_init (&parts, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; draft->parts != NULL && i < draft->parts->len; i++)
    g_variant_builder_add_value (&parts, save_draft (draft->parts->pdata[i]));

  g_variant_dict_insert_value (&dict, "directive", save_row (draft->directive));
  g_variant_dict_insert_value (&dict, "leads", save_units (draft->leads));
  g_variant_dict_insert_value (&dict, "coordinating", save_units (draft->coordinating));
  g_variant_dict_insert_value (&dict, "targets", g_variant_builder_end (&targets));
  g_variant_dict_insert_value (&dict, "citations", g_variant_new_strv (
                                 draft->citations != NULL
                                 ? (const char * const *) draft->citations : none, -1));
  g_variant_dict_insert_value (&dict, "parts", g_variant_builder_end (&parts));
  g_variant_dict_insert (&dict, "make-tasks", "b", draft->make_tasks);
  add_text (&dict, "content", draft->content);
  add_text (&dict, "officer", draft->officer);
  add_text (&dict, "note", draft->note);

  return g_variant_dict_end (&dict);
}

static GVariant *
save_clause (const DdReviewClause *clause)
{
  GVariantDict dict;
  GVariantBuilder marks;

  g_variant_dict_init (&dict, NULL);
  g_variant_builder_init (&marks, G_VARIANT_TYPE ("a" MARK_TYPE));
  for (guint i = 0; i < clause->finding->marks->len; i++)
    {
      const DdMark *mark = &g_array_index (clause->finding->marks, DdMark, i);

      g_variant_builder_add (&marks, MARK_TYPE, mark->span.start, mark->span.end, mark->kind);
    }
  g_variant_dict_insert_value (&dict, "read", save_row (clause->finding->directive));
  g_variant_dict_insert_value (&dict, "marks", g_variant_builder_end (&marks));
  g_variant_dict_insert_value (&dict, "draft", save_draft (clause->draft));
  add_text (&dict, "reason", clause->reason);

  return g_variant_dict_end (&dict);
}

static GVariant *
save_groups (GHashTable *groups)
{
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer name, members;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sa" UNIT_TYPE "}"));
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &name, &members))
    g_variant_builder_add (&builder, "{s@a" UNIT_TYPE "}", name, save_units (members));

  return g_variant_builder_end (&builder);
}

/**
 * dd_review_save:
 *
 * Returns: (transfer floating): what was decided so far
 */
GVariant *
dd_review_save (DdReview *self)
{
  const DdReviewFacts *facts = self->now.facts;
  GVariantDict dict;
  GVariantBuilder clauses;

  g_return_val_if_fail (DD_IS_REVIEW (self), NULL);

  g_variant_dict_init (&dict, NULL);
  g_variant_builder_init (&clauses, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < self->now.clauses->len; i++)
    g_variant_builder_add_value (&clauses, save_clause (dd_review_get_clause (self, i)));

  g_variant_dict_insert (&dict, "version", "u", VERSION);
  g_variant_dict_insert_value (&dict, "clauses", g_variant_builder_end (&clauses));
  g_variant_dict_insert_value (&dict, "document", save_row (facts->document));
  g_variant_dict_insert_value (&dict, "new-meeting", save_row (facts->new_meeting));
  g_variant_dict_insert (&dict, "meeting", "u", facts->meeting);
  g_variant_dict_insert (&dict, "known-meeting", "x",
                         facts->known_meeting != NULL ? dd_row_get_id (facts->known_meeting) : 0);
  g_variant_dict_insert_value (&dict, "attending", save_units (facts->attending));
  g_variant_dict_insert_value (&dict, "decisions", dd_review_units_save (self->units));
  g_variant_dict_insert_value (&dict, "groups", save_groups (self->now.groups));

  return g_variant_dict_end (&dict);
}

/* --- taking up again ------------------------------------------------------ */

/* What the file has no word for is left out: it was written by another version. */
static void
restore_row (DdRow      *row,
             GVariant   *dict,
             const char *key)
{
  const DdRecordType *type = dd_row_get_type (row);
  g_autoptr (GVariant) values = g_variant_lookup_value (dict, key, G_VARIANT_TYPE (ROW_TYPE));

  if (values == NULL)
    return;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const char *code;

      if (type->fields[i].type == DD_FIELD_REFERENCE ||
          (dd_row_get_kind (row) == DD_KIND_DOCUMENT && i == DD_DOCUMENT_TEXT))
        continue;
      if (g_variant_lookup (values, type->fields[i].name, "&s", &code))
        dd_row_field_from_code (row, i, code, NULL);
      else
        dd_row_unset (row, i);
    }
}

/* A unit that is gone meanwhile is known by its name only. */
static gint64
check_id (DdReview *self,
          gint64    id)
{
  return id != 0 && dd_review_units_get_name (self->units, id) != NULL ? id : 0;
}

static GPtrArray *
restore_unit_list (DdReview *self,
                   GVariant *values)
{
  GPtrArray *units = dd_draft_units_new ();
  GVariantIter iter;
  GVariant *value;

  g_variant_iter_init (&iter, values);
  while ((value = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_autoptr (GVariant) one = value;
      g_autoptr (GVariantIter) members = NULL;
      const char *name;
      gint64 id;
      gboolean spread;
      DdDraftUnit *unit;

      g_variant_get (one, "(&sxba(sx))", &name, &id, &spread, &members);
      unit = dd_draft_unit_new (name, check_id (self, id));
      if (spread)
        unit->members = dd_draft_units_new ();
      while (spread && g_variant_iter_next (members, "(&sx)", &name, &id))
        g_ptr_array_add (unit->members, dd_draft_unit_new (name, check_id (self, id)));
      g_ptr_array_add (units, unit);
    }

  return units;
}

static void
restore_units (DdReview    *self,
               GPtrArray  **units,
               GVariant    *dict,
               const char  *key)
{
  g_autoptr (GVariant) values = g_variant_lookup_value (dict, key,
                                                        G_VARIANT_TYPE ("a" UNIT_TYPE));

  if (values == NULL)
    return;

  g_ptr_array_unref (*units);
  *units = restore_unit_list (self, values);
}

static DdDraft *restore_draft (DdReview *self,
                               GVariant *dict);

static void
restore_parts (DdReview *self,
               DdDraft  *draft,
               GVariant *dict)
{
  g_autoptr (GVariant) parts = g_variant_lookup_value (dict, "parts", G_VARIANT_TYPE ("aa{sv}"));

  if (parts == NULL || g_variant_n_children (parts) < 2)
    return;

  draft->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_draft_free);
  for (gsize i = 0; i < g_variant_n_children (parts); i++)
    {
      g_autoptr (GVariant) part = g_variant_get_child_value (parts, i);

      g_ptr_array_add (draft->parts, restore_draft (self, part));
    }
}

static void
restore_targets (DdDraft  *draft,
                 GVariant *dict)
{
  g_autoptr (GVariant) targets = g_variant_lookup_value (dict, "targets",
                                                         G_VARIANT_TYPE ("a" ROW_TYPE));

  for (gsize i = 0; targets != NULL && i < g_variant_n_children (targets); i++)
    {
      g_autoptr (GVariant) values = g_variant_get_child_value (targets, i);
      GVariantDict one;
      g_autoptr (GVariant) wrapped = NULL;
      DdRow *target = dd_row_new (DD_KIND_TARGET);

      g_variant_dict_init (&one, NULL);
      g_variant_dict_insert_value (&one, "row", values);
      wrapped = g_variant_ref_sink (g_variant_dict_end (&one));
      restore_row (target, wrapped, "row");
      g_ptr_array_add (draft->targets, target);
    }
}

static DdDraft *
restore_draft (DdReview *self,
               GVariant *dict)
{
  g_autoptr (DdRow) directive = dd_row_new (DD_KIND_DIRECTIVE);
  const char *text;
  DdDraft *draft;

  restore_row (directive, dict, "directive");
  draft = dd_draft_new (directive);
  restore_units (self, &draft->leads, dict, "leads");
  restore_units (self, &draft->coordinating, dict, "coordinating");
  restore_targets (draft, dict);
  g_variant_lookup (dict, "citations", "^as", &draft->citations);
  g_variant_lookup (dict, "make-tasks", "b", &draft->make_tasks);
  if (g_variant_lookup (dict, "content", "&s", &text))
    dd_draft_set_content (draft, text);
  if (g_variant_lookup (dict, "officer", "&s", &text))
    dd_draft_set_officer (draft, text);
  if (g_variant_lookup (dict, "note", "&s", &text))
    dd_draft_set_note (draft, text);
  restore_parts (self, draft, dict);

  return draft;
}

/* A place that is not in the text would take the view down. */
static gboolean
is_in_text (guint start,
            guint end,
            guint length)
{
  return start < end && end <= length;
}

static DdReviewClause *
restore_clause (DdReview *self,
                GVariant *dict,
                guint     length)
{
  g_autoptr (GVariant) draft = g_variant_lookup_value (dict, "draft", G_VARIANT_TYPE_VARDICT);
  g_autoptr (DdFinding) finding = dd_finding_new ();
  g_autoptr (GVariantIter) marks = NULL;
  DdReviewClause *clause;
  DdMark mark;
  guint kind;

  restore_row (finding->directive, dict, "read");
  if (draft == NULL ||
      dd_row_get_number (finding->directive, DD_DIRECTIVE_SPAN_START) < 0 ||
      !is_in_text ((guint) dd_row_get_number (finding->directive, DD_DIRECTIVE_SPAN_START),
                   (guint) dd_row_get_number (finding->directive, DD_DIRECTIVE_SPAN_END), length))
    return NULL;

  if (g_variant_lookup (dict, "marks", "a" MARK_TYPE, &marks))
    while (g_variant_iter_next (marks, MARK_TYPE, &mark.span.start, &mark.span.end, &kind))
      if (is_in_text (mark.span.start, mark.span.end, length) && kind < DD_N_MARK_KINDS)
        {
          mark.kind = kind;
          g_array_append_val (finding->marks, mark);
        }
  clause = dd_review_clause_new (finding, restore_draft (self, draft));
  g_variant_lookup (dict, "reason", "s", &clause->reason);
  g_ptr_array_add (self->findings, g_steal_pointer (&finding));

  return clause;
}

static GPtrArray *
restore_clauses (DdReview *self,
                 GVariant *state)
{
  g_autoptr (GVariant) values = g_variant_lookup_value (state, "clauses",
                                                        G_VARIANT_TYPE ("aa{sv}"));
  g_autoptr (GPtrArray) clauses =
    g_ptr_array_new_with_free_func ((GDestroyNotify) dd_review_clause_unref);
  guint length = (guint) g_utf8_strlen (self->conclusion->file->text, -1);

  for (gsize i = 0; values != NULL && i < g_variant_n_children (values); i++)
    {
      g_autoptr (GVariant) dict = g_variant_get_child_value (values, i);
      DdReviewClause *clause = restore_clause (self, dict, length);

      if (clause == NULL)
        return NULL;
      g_ptr_array_add (clauses, clause);
    }

  return values != NULL ? g_steal_pointer (&clauses) : NULL;
}

static void
restore_meeting (DdReview *self,
                 GVariant *state)
{
  DdReviewFacts *facts = self->now.facts;
  const GPtrArray *meetings = self->conclusion->meetings;
  guint meeting;
  gint64 id = 0;

  if (!g_variant_lookup (state, "meeting", "u", &meeting) || meeting >= DD_N_REVIEW_MEETINGS)
    return;

  facts->meeting = meeting;
  g_variant_lookup (state, "known-meeting", "x", &id);
  /* One that is not there any more has to be chosen anew. */
  g_clear_pointer (&facts->known_meeting, dd_row_free);
  for (guint i = 0; i < meetings->len; i++)
    if (dd_row_get_id (meetings->pdata[i]) == id)
      facts->known_meeting = dd_row_copy (meetings->pdata[i]);
}

static void
restore_groups (DdReview *self,
                GVariant *state)
{
  g_autoptr (GVariant) groups = g_variant_lookup_value (state, "groups",
                                                        G_VARIANT_TYPE ("a{sa" UNIT_TYPE "}"));

  for (gsize i = 0; groups != NULL && i < g_variant_n_children (groups); i++)
    {
      g_autoptr (GVariant) members = NULL;
      const char *name;

      g_variant_get_child (groups, i, "{&s@a" UNIT_TYPE "}", &name, &members);
      g_hash_table_replace (self->now.groups, g_strdup (name),
                            restore_unit_list (self, members));
    }
}

/**
 * dd_review_restore:
 * @self: a review of the same text, to which nothing was done yet
 * @state: what dd_review_save() gave, perhaps damaged since
 *
 * Takes up what was decided. Nothing of it can be taken back step by step any more.
 *
 * Returns: whether @state was one; else the review is as it was
 */
gboolean
dd_review_restore (DdReview *self,
                   GVariant *state)
{
  g_autoptr (GPtrArray) clauses = NULL;
  g_autoptr (GVariant) decisions = NULL;
  DdReviewFacts *facts;
  guint version = 0;
  guint n_before;

  g_return_val_if_fail (DD_IS_REVIEW (self), FALSE);

  if (!g_variant_lookup (state, "version", "u", &version) || version != VERSION)
    return FALSE;
  clauses = restore_clauses (self, state);
  if (clauses == NULL)
    return FALSE;

  facts = self->now.facts;
  restore_row (facts->document, state, "document");
  restore_row (facts->new_meeting, state, "new-meeting");
  restore_units (self, &facts->attending, state, "attending");
  restore_meeting (self, state);
  decisions = g_variant_lookup_value (state, "decisions", NULL);
  if (decisions != NULL)
    dd_review_units_restore (self->units, decisions);
  restore_groups (self, state);
  self->restored = TRUE;

  n_before = self->now.clauses->len;
  g_ptr_array_unref (self->now.clauses);
  self->now.clauses = g_steal_pointer (&clauses);
  dd_review_tell_facts (self);
  dd_review_tell_clauses (self, 0, n_before, self->now.clauses->len);
  dd_review_count_units (self);

  return TRUE;
}
