/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-query"

#include "dd-query-private.h"

#include "dd-search.h"

/**
 * dd_query_new:
 *
 * Returns: (transfer full): asks for all records of a kind, in the order of entry
 */
DdQuery *
dd_query_new (DdKind kind)
{
  DdQuery *self = g_new0 (DdQuery, 1);

  self->kind = kind;
  self->sort = -1;

  return self;
}

/**
 * dd_query_copy:
 *
 * Returns: (transfer full): a query that asks the same
 */
DdQuery *
dd_query_copy (const DdQuery *self)
{
  DdQuery *copy = g_memdup2 (self, sizeof *self);

  copy->words = g_strdup (self->words);
  copy->folded = g_strdup (self->folded);
  copy->actor = g_strdup (self->actor);
  for (guint i = 0; i < copy->n_conditions; i++)
    copy->conditions[i].text = g_strdup (self->conditions[i].text);

  return copy;
}

/**
 * dd_query_free:
 * @self: (nullable): the query
 */
void
dd_query_free (DdQuery *self)
{
  if (self == NULL)
    return;

  g_free (self->words);
  g_free (self->folded);
  g_free (self->actor);
  for (guint i = 0; i < self->n_conditions; i++)
    g_free (self->conditions[i].text);
  g_free (self);
}

static gboolean
conditions_equal (const DdCondition *a,
                  const DdCondition *b)
{
  return a->field == b->field && a->id == b->id && a->from == b->from && a->until == b->until &&
         a->choices == b->choices && g_strcmp0 (a->text, b->text) == 0;
}

/**
 * dd_query_equal:
 *
 * Returns: whether both ask for the same records in the same order
 */
gboolean
dd_query_equal (const DdQuery *a,
                const DdQuery *b)
{
  if (a->n_conditions != b->n_conditions)
    return FALSE;
  for (guint i = 0; i < a->n_conditions; i++)
    if (!conditions_equal (&a->conditions[i], &b->conditions[i]))
      return FALSE;

  return a->kind == b->kind && g_strcmp0 (a->words, b->words) == 0 &&
         g_strcmp0 (a->folded, b->folded) == 0 && a->statuses == b->statuses &&
         a->today == b->today && a->warn_days == b->warn_days && a->unit == b->unit &&
         a->document == b->document && a->meeting == b->meeting &&
         a->agenda_item == b->agenda_item && a->returning == b->returning &&
         a->chain == b->chain && a->coverages == b->coverages &&
         g_strcmp0 (a->actor, b->actor) == 0 && a->sort == b->sort &&
         a->descending == b->descending && a->limit == b->limit;
}

/**
 * dd_query_get_kind:
 *
 * Returns: what records it asks for
 */
DdKind
dd_query_get_kind (const DdQuery *self)
{
  return self->kind;
}

/**
 * dd_query_set_search:
 * @typed: (nullable): words, with or without marks; all of them have to occur.
 *   An item of a plan is found by the words of its procedure
 */
void
dd_query_set_search (DdQuery    *self,
                     const char *typed)
{
  g_return_if_fail (dd_search_has_index (dd_search_get_indexed (self->kind)));

  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->folded, g_free);
  if (typed != NULL)
    dd_search_parse (typed, &self->words, &self->folded);
}

static DdCondition *
add_condition (DdQuery *self,
               guint    field)
{
  DdCondition *condition;

  g_assert (self->n_conditions < DD_QUERY_N_CONDITIONS);

  condition = &self->conditions[self->n_conditions++];
  condition->field = field;

  return condition;
}

/**
 * dd_query_set_reference:
 * @id: the record that @field has to refer to; 0: none
 */
void
dd_query_set_reference (DdQuery *self,
                        guint    field,
                        gint64   id)
{
  g_return_if_fail (dd_record_type_get (self->kind)->fields[field].type == DD_FIELD_REFERENCE);

  add_condition (self, field)->id = id;
}

/**
 * dd_query_set_text:
 * @text: what @field has to be, to the letter
 */
void
dd_query_set_text (DdQuery    *self,
                   guint       field,
                   const char *text)
{
  g_return_if_fail (dd_field_is_text (&dd_record_type_get (self->kind)->fields[field]));

  add_condition (self, field)->text = g_strdup (text);
}

/**
 * dd_query_set_choices:
 * @choices: a bit for each choice that @field may have; none, or all: any
 */
void
dd_query_set_choices (DdQuery *self,
                      guint    field,
                      guint    choices)
{
  const DdField *description = &dd_record_type_get (self->kind)->fields[field];
  guint all;

  g_return_if_fail (description->type == DD_FIELD_CHOICE);

  all = (1u << description->n_choices) - 1;
  if ((choices & all) != 0 && (choices & all) != all)
    add_condition (self, field)->choices = choices & all;
}

/**
 * dd_query_set_days:
 * @from: the first day, or %DD_DAY_NONE
 * @until: the last day, or %DD_DAY_NONE
 */
void
dd_query_set_days (DdQuery *self,
                   guint    field,
                   DdDay    from,
                   DdDay    until)
{
  DdCondition *condition;

  g_return_if_fail (dd_record_type_get (self->kind)->fields[field].type == DD_FIELD_DAY);

  condition = add_condition (self, field);
  condition->from = from;
  condition->until = until;
}

/**
 * dd_query_set_statuses:
 * @statuses: a set of %DD_STATUS_BIT; 0: all
 */
void
dd_query_set_statuses (DdQuery *self,
                       guint    statuses,
                       DdDay    today,
                       guint    warn_days)
{
  g_return_if_fail (self->kind == DD_KIND_TASK);

  if (statuses == DD_STATUS_ALL)
    statuses = 0;
  self->statuses = statuses;
  /* All open tasks are the same whatever day it is: the list need not change. */
  self->today = statuses == 0 || statuses == DD_STATUS_OPEN ? DD_DAY_NONE : today;
  self->warn_days = self->today == DD_DAY_NONE ? 0 : warn_days;
}

/**
 * dd_query_set_unit:
 * @unit: the unit that leads the tasks or coordinates in them; 0: any
 */
void
dd_query_set_unit (DdQuery *self,
                   gint64   unit)
{
  g_return_if_fail (self->kind == DD_KIND_TASK);

  self->unit = unit;
}

/**
 * dd_query_set_document:
 * @document: the document that the tasks' directives stand in; 0: any
 */
void
dd_query_set_document (DdQuery *self,
                       gint64   document)
{
  g_return_if_fail (self->kind == DD_KIND_TASK);

  self->document = document;
}

/**
 * dd_query_set_meeting:
 * @meeting: the meeting at which the tasks' directives were given; 0: any
 */
void
dd_query_set_meeting (DdQuery *self,
                      gint64   meeting)
{
  g_return_if_fail (self->kind == DD_KIND_TASK);

  self->meeting = meeting;
}

/**
 * dd_query_set_agenda_item:
 * @item: the topic under which the tasks' directives were given; 0: any
 */
void
dd_query_set_agenda_item (DdQuery *self,
                          gint64   item)
{
  g_return_if_fail (self->kind == DD_KIND_TASK);

  self->agenda_item = item;
}

/**
 * dd_query_set_returning:
 * @meeting: a meeting; 0: any
 *
 * Asks for the topics that come back after that meeting, from it and those of the same
 * body or series before it: the last of each chain that was not discussed, or of which a
 * task is open. A meeting that is still planned keeps its topics.
 */
void
dd_query_set_returning (DdQuery *self,
                        gint64   meeting)
{
  g_return_if_fail (self->kind == DD_KIND_AGENDA_ITEM);

  self->returning = meeting;
}

/**
 * dd_query_set_chain:
 * @item: a topic; 0: any
 *
 * Asks for all topics that it was carried over from, directly or not, and that carry
 * it on, with itself among them.
 */
void
dd_query_set_chain (DdQuery *self,
                    gint64   item)
{
  g_return_if_fail (self->kind == DD_KIND_AGENDA_ITEM);

  self->chain = item;
}

/**
 * dd_query_set_coverages:
 * @coverages: a set of %DD_COVERAGE_BIT; 0: all
 */
void
dd_query_set_coverages (DdQuery *self,
                        guint    coverages)
{
  g_return_if_fail (self->kind == DD_KIND_DIRECTIVE);

  self->coverages = coverages == DD_COVERAGE_ALL ? 0 : coverages;
}

/**
 * dd_query_set_actor:
 * @actor: (nullable): the one who took the directives down, or who is the officer of
 *   a task of theirs; %NULL: anybody
 */
void
dd_query_set_actor (DdQuery    *self,
                    const char *actor)
{
  g_return_if_fail (self->kind == DD_KIND_DIRECTIVE);

  g_free (self->actor);
  self->actor = g_strdup (actor);
}

/**
 * dd_query_set_sort:
 * @field: what the records go by: names in the order of a Vietnamese dictionary,
 *   persons by their given names, choices as they are offered, and references by
 *   the name of what they refer to
 *
 * Clauses that are equal in it keep with their source, in the order of reading
 * even where @descending.
 */
void
dd_query_set_sort (DdQuery  *self,
                   guint     field,
                   gboolean  descending)
{
  g_return_if_fail (field < dd_record_type_get (self->kind)->n_fields);

  self->sort = (int) field;
  self->descending = descending;
}

/**
 * dd_query_set_limit:
 * @limit: how many records the list shows at the most; 0: all
 */
void
dd_query_set_limit (DdQuery *self,
                    guint    limit)
{
  self->limit = limit;
}
