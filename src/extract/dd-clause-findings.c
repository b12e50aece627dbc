/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-clause-findings"

#include "dd-clause-findings.h"

#include "dd-citation-phrase.h"
#include "dd-clause-end.h"
#include "dd-clause-times.h"
#include "dd-confidence.h"
#include "dd-directive.h"
#include "dd-opening.h"
#include "dd-plan-field.h"
#include "dd-period-phrase.h"
#include "dd-predicate.h"
#include "dd-roles.h"
#include "dd-sentence.h"
#include "dd-target-phrase.h"
#include "dd-target.h"
#include "dd-unit-list.h"

#include <string.h>

/* Nobody names more units at once; what is longer is cut. */
#define UNITS_MAX 100

/* All that is recognised in one directive. */
typedef struct
{
  GArray *coordinating;         /* of DdUnitMention */
  GArray *report_to;
  GArray *times;                /* of DdTimePhrase */
  GArray *targets;              /* of DdTargetPhrase */
} Parts;

static void
parts_init (Parts *parts)
{
  parts->coordinating = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  parts->report_to = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  parts->times = g_array_new (FALSE, FALSE, sizeof (DdTimePhrase));
  parts->targets = g_array_new (FALSE, FALSE, sizeof (DdTargetPhrase));
}

static void
parts_clear (Parts *parts)
{
  g_array_unref (parts->coordinating);
  g_array_unref (parts->report_to);
  g_array_unref (parts->times);
  g_array_unref (parts->targets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

/* What the fields of a plan say for all pieces of a directive. */
typedef struct
{
  GArray *fields;               /* of DdPlanField */
  GArray *lead;                 /* of DdUnitMention */
  GArray *coordinating;
} PlanFields;

static void
plan_fields_read (PlanFields              *self,
                  const DdClauseDraftText *text,
                  const DdClauseDraft     *draft)
{
  const DdBody *body = text->body;

  self->fields = g_array_new (FALSE, FALSE, sizeof (DdPlanField));
  self->lead = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  self->coordinating = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  if (draft->fields != NULL)
    g_array_append_vals (self->fields, draft->fields->data, draft->fields->len);
  else
    dd_plan_field_find (body, draft->words.first, draft->words.last, self->fields);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const DdPlanField *field = &g_array_index (self->fields, DdPlanField, i);

      if (field->kind == DD_PLAN_FIELD_LEAD)
        dd_plan_field_match_names (body, field->value, self->lead);
      else if (field->kind == DD_PLAN_FIELD_COORDINATING)
        dd_plan_field_match_names (body, field->value, self->coordinating);
    }
}

static void
plan_fields_clear (PlanFields *self)
{
  g_array_unref (self->fields);
  g_array_unref (self->lead);
  g_array_unref (self->coordinating);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlanFields, plan_fields_clear)

static gboolean
has_name (const GArray *mentions,
          const DdBody *body,
          const char   *name)
{
  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    {
      g_autofree char *other =
        dd_unit_mention_name (&g_array_index (mentions, DdUnitMention, i), body);

      if (strcmp (name, other) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Names come from the even text: there is nothing in them to be cleaned. */
static void
set_names (DdRow        *row,
           guint         field,
           const GArray *mentions,
           const DdBody *body,
           const GArray *without)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *lines = NULL;

  for (guint i = 0; mentions != NULL && i < mentions->len && names->len < UNITS_MAX; i++)
    {
      g_autofree char *name =
        dd_unit_mention_name (&g_array_index (mentions, DdUnitMention, i), body);

      if (!has_name (without, body, name) &&
          !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  g_ptr_array_add (names, NULL);
  lines = g_strjoinv ("\n", (char **) names->pdata);
  dd_row_adopt_text (row, field, lines);
}

/* "Đồng chí" and "Phó Chủ tịch UBND tỉnh" are the chair by his full name. */
static void
set_assigner (DdRow                   *row,
              const DdClauseDraft     *draft,
              const DdClauseDraftText *text)
{
  const DdUnitMention *mention = NULL;
  g_autofree char *name = NULL;
  const char *shown;

  if (draft->assigner != NULL && draft->assigner->len > 0)
    mention = &g_array_index (draft->assigner, DdUnitMention, 0);
  if (mention != NULL && (mention->flags & DD_UNIT_ANAPHOR) == 0)
    name = dd_unit_mention_name (mention, text->body);

  if (name == NULL)
    shown = text->chair != NULL ? text->chair : text->issuer;
  else if (text->chair != NULL && g_str_has_prefix (text->chair, name))
    shown = text->chair;
  else
    shown = name;
  dd_row_adopt_text (row, DD_DIRECTIVE_ASSIGNER, shown);
}

static void
add_mark (DdFinding    *finding,
          const DdBody *body,
          DdRange       words,
          DdMarkKind    kind)
{
  const DdRow *row = finding->directive;
  DdMark mark;

  if (words.last <= words.first)
    return;
  mark.span = dd_body_get_span (body, words.first, words.last);
  mark.kind = kind;
  /* What a clause has from another, or from a heading, is marked where it stands. */
  if (mark.span.start >= (guint) dd_row_get_number (row, DD_DIRECTIVE_SPAN_START) &&
      mark.span.end <= (guint) dd_row_get_number (row, DD_DIRECTIVE_SPAN_END))
    g_array_append_val (finding->marks, mark);
}

static void
add_marks (DdFinding    *finding,
           const DdBody *body,
           const GArray *mentions,
           DdMarkKind    kind)
{
  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    add_mark (finding, body, g_array_index (mentions, DdUnitMention, i).words, kind);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const DdMark *mark_a = a;
  const DdMark *mark_b = b;

  if (mark_a->span.start != mark_b->span.start)
    return mark_a->span.start < mark_b->span.start ? -1 : 1;

  return (int) mark_a->kind - (int) mark_b->kind;
}

static DdDirectiveKind
find_kind (const DdClauseDraft *draft,
           const Parts         *parts)
{
  if (draft->form == DD_ASSIGNMENT_DECISION)
    return DD_DIRECTIVE_KIND_DECISION;
  if (draft->form == DD_ASSIGNMENT_MANDATE)
    return DD_DIRECTIVE_KIND_MANDATE;
  if (draft->milestone)
    return DD_DIRECTIVE_KIND_MILESTONE;
  if ((draft->flags & DD_ASSIGNMENT_FORBIDS) != 0)
    return DD_DIRECTIVE_KIND_PROHIBITION;
  /* Only what asks for no product, no figure and no day is an exhortation. */
  if ((draft->flags & DD_ASSIGNMENT_SOFT) != 0 && parts->times->len == 0 &&
      parts->targets->len == 0)
    return DD_DIRECTIVE_KIND_SOFT;

  return DD_DIRECTIVE_KIND_TASK;
}

static void
add_targets (DdFinding    *finding,
             const DdBody *body,
             const Parts  *parts,
             DdDay         due)
{
  for (guint i = 0; i < parts->targets->len; i++)
    {
      const DdTargetPhrase *phrase = &g_array_index (parts->targets, DdTargetPhrase, i);
      g_autofree char *words = dd_body_get_words (body, phrase->words.first, phrase->words.last);
      g_autofree char *unit = dd_body_get_words (body, phrase->unit.first, phrase->unit.last);
      DdRow *row = dd_row_new (DD_KIND_TARGET);

      dd_row_adopt_text (row, DD_TARGET_TEXT, words);
      dd_row_set_choice (row, DD_TARGET_MEASURE, phrase->measure);
      dd_row_set_choice (row, DD_TARGET_OPERATOR, phrase->operation);
      dd_row_set_real (row, DD_TARGET_VALUE, phrase->value);
      dd_row_adopt_text (row, DD_TARGET_UNIT, *unit != '\0' ? unit : "%");
      dd_row_set_day (row, DD_TARGET_DUE, due);
      g_ptr_array_add (finding->targets, row);
      add_mark (finding, body, phrase->words, DD_MARK_TARGET);
    }
}

static char **
collect_citations (DdFinding               *finding,
                   const DdClauseDraftText *text,
                   DdRange                  words)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  guint low = 0, high = text->citations->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (text->citations, DdCitationPhrase, middle).words.first < words.first)
        low = middle + 1;
      else
        high = middle;
    }

  for (; low < text->citations->len; low++)
    {
      const DdCitationPhrase *phrase = &g_array_index (text->citations, DdCitationPhrase, low);

      if (phrase->words.first >= words.last)
        break;
      add_mark (finding, text->body, phrase->words, DD_MARK_CITATION);
      if (!g_ptr_array_find_with_equal_func (numbers, phrase->number, g_str_equal, NULL))
        g_ptr_array_add (numbers, phrase->number);
    }
  g_ptr_array_add (numbers, NULL);

  return g_strdupv ((char **) numbers->pdata);
}

/* The words of a product, behind "sản phẩm là". */
static DdRange
find_product_words (const DdBody *body,
                    DdRange       words)
{
  for (guint i = words.first; i < words.last; i++)
    {
      const guint n = dd_body_match (body, i, words.last, DD_WORD_LABEL_PRODUCT);
      guint last;

      if (n == 0 || (dd_body_match (body, i + n, words.last, DD_WORD_COPULA) == 0 &&
                     !dd_body_is_mark (body, i + n, words.last, ':')))
        continue;
      for (last = i + n + 1; last < words.last && !dd_body_is_mark (body, last, words.last, ';') &&
           !dd_body_is_mark (body, last, words.last, ')') &&
           !dd_body_is_mark (body, last, words.last, '.');)
        last++;
      return (DdRange) { i + n + 1, last };
    }

  return (DdRange) { words.last, words.last };
}

/* What has to come of it, as a column, a field or the sentence says. */
static void
set_product (DdFinding        *finding,
             const DdBody     *body,
             const PlanFields *plan,
             DdRange           words)
{
  DdRange product = find_product_words (body, words);
  g_autofree char *text = NULL;

  for (guint i = 0; i < plan->fields->len; i++)
    {
      const DdPlanField *field = &g_array_index (plan->fields, DdPlanField, i);

      if (field->kind == DD_PLAN_FIELD_PRODUCT && field->value.first >= words.first &&
          field->value.last <= words.last)
        product = field->value;
    }
  while (product.last > product.first &&
         body->tokens[product.last - 1].kind == DD_TOKEN_MARK &&
         !dd_body_is_mark (body, product.last - 1, product.last, ')') &&
         !dd_body_is_mark (body, product.last - 1, product.last, '"'))
    product.last--;
  if (product.first >= product.last)
    return;
  text = dd_body_get_words (body, product.first, product.last);
  dd_row_adopt_text (finding->directive, DD_DIRECTIVE_PRODUCT, text);
}

static void
set_time (DdFinding          *finding,
          const DdBody       *body,
          const Parts        *parts,
          const DdTimePhrase *inherited)
{
  DdRow *row = finding->directive;
  const DdTimePhrase *due = dd_clause_times_get_due (parts->times);
  const DdTimePhrase *recurrence = dd_clause_times_get_recurrence (parts->times);

  if (due == NULL && recurrence == NULL)
    due = inherited;
  if (due != NULL)
    {
      g_autofree char *words = dd_body_get_words (body, due->words.first, due->words.last);

      dd_row_set_choice (row, DD_DIRECTIVE_DEADLINE_KIND, due->kind);
      dd_row_set_day (row, DD_DIRECTIVE_DEADLINE, due->deadline);
      dd_row_adopt_text (row, DD_DIRECTIVE_DEADLINE_TEXT, words);
      if (due != inherited)
        add_mark (finding, body, due->words, DD_MARK_DEADLINE);
    }
  else
    {
      dd_row_set_choice (row, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_NONE);
    }

  dd_row_set_choice (row, DD_DIRECTIVE_RECURRENCE,
                     recurrence != NULL ? recurrence->recurrence : DD_RECURRENCE_NONE);
  if (recurrence != NULL)
    {
      if (recurrence->recurrence_day != 0)
        dd_row_set_number (row, DD_DIRECTIVE_RECURRENCE_DAY, recurrence->recurrence_day);
      if (recurrence->recurrence_month != 0)
        dd_row_set_number (row, DD_DIRECTIVE_RECURRENCE_MONTH, recurrence->recurrence_month);
      if (recurrence != due)
        add_mark (finding, body, recurrence->words, DD_MARK_RECURRENCE);
    }
}

/* "… nếu để tỷ lệ dưới 50%" is no figure to be reached. */
static void
drop_conditional (const DdBody *body,
                  DdRange       words,
                  GArray       *targets)
{
  const DdRange condition = dd_clause_times_find_condition (body, words);

  for (guint i = targets->len; i-- > 0;)
    {
      const guint at = g_array_index (targets, DdTargetPhrase, i).words.first;

      if (at >= condition.first && at < condition.last)
        g_array_remove_index (targets, i);
    }
}

/* A length of time that is a figure to be kept, "không quá 10 ngày", is no deadline. */
static void
drop_lengths (GArray       *times,
              const GArray *targets)
{
  for (guint i = times->len; i-- > 0;)
    {
      const DdTimePhrase *time = &g_array_index (times, DdTimePhrase, i);

      for (guint j = 0; j < targets->len; j++)
        {
          const DdRange words = g_array_index (targets, DdTargetPhrase, j).words;

          if (time->recurrence == DD_RECURRENCE_NONE && time->words.first < words.last &&
              time->words.last > words.first)
            {
              g_array_remove_index (times, i);
              break;
            }
        }
    }
}

/* One piece of a draft becomes a finding. */
static void
add_finding (const DdClauseDraft     *draft,
             const DdClauseDraftText *text,
             const PlanFields        *plan,
             DdRange                  words,
             const char              *ordinal,
             GPtrArray               *findings)
{
  const DdBody *body = text->body;
  const DdSpan span = dd_body_get_span (body, words.first, words.last);
  DdFinding *finding = dd_finding_new ();
  DdRow *row = finding->directive;
  g_autofree char *quote = NULL;
  g_auto (Parts) parts;
  const GArray *lead;

  parts_init (&parts);
  dd_clause_times_find (draft, plan->fields, text, words, parts.times);
  dd_target_find (body, words.first, words.last, parts.times, parts.targets);
  drop_conditional (body, words, parts.targets);
  drop_lengths (parts.times, parts.targets);
  dd_roles_find (body, words.first, words.last, parts.coordinating, parts.report_to);
  lead = plan->lead->len > 0 ? plan->lead : draft->lead;
  if (parts.coordinating->len == 0)
    g_array_append_vals (parts.coordinating, plan->coordinating->data, plan->coordinating->len);

  quote = dd_source_text_get_quote (body->source, body->tokens[words.first].start,
                                    body->tokens[words.last - 1].end);
  dd_row_adopt_text (row, DD_DIRECTIVE_QUOTE, quote);
  dd_row_set_number (row, DD_DIRECTIVE_SPAN_START, span.start);
  dd_row_set_number (row, DD_DIRECTIVE_SPAN_END, span.end);
  dd_row_set_number (row, DD_DIRECTIVE_POSITION, findings->len + 1);
  dd_row_adopt_text (row, DD_DIRECTIVE_ORDINAL, ordinal);
  dd_row_set_choice (row, DD_DIRECTIVE_KIND, find_kind (draft, &parts));
  set_assigner (row, draft, text);
  set_names (row, DD_DIRECTIVE_LEAD, lead, body, NULL);
  if (parts.coordinating->len == 0 && draft->coordinating != NULL)
    set_names (row, DD_DIRECTIVE_COORDINATING, draft->coordinating, body, lead);
  else
    set_names (row, DD_DIRECTIVE_COORDINATING, parts.coordinating, body, lead);
  set_names (row, DD_DIRECTIVE_REPORT_TO, parts.report_to, body, NULL);

  if (draft->assigner != NULL && draft->assigner->len > 0)
    add_mark (finding, body, g_array_index (draft->assigner, DdUnitMention, 0).words,
              DD_MARK_ASSIGNER);
  add_marks (finding, body, lead, DD_MARK_LEAD);
  add_marks (finding, body, parts.coordinating, DD_MARK_COORDINATING);
  add_marks (finding, body, parts.report_to, DD_MARK_REPORT_TO);
  set_time (finding, body, &parts, draft->due);
  set_product (finding, body, plan, words);
  add_targets (finding, body, &parts, dd_row_get_day (row, DD_DIRECTIVE_DEADLINE));
  finding->citations = collect_citations (finding, text, words);
  g_array_sort (finding->marks, compare_marks);

  dd_row_set_real (row, DD_DIRECTIVE_CONFIDENCE,
                   dd_confidence_of_draft (draft, body, words, lead, parts.times,
                                           parts.targets->len));
  g_ptr_array_add (findings, finding);
}

static gboolean
is_timed (const DdClauseDraft     *draft,
          const PlanFields        *plan,
          const DdClauseDraftText *text,
          guint                    first,
          guint                    last)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (DdTimePhrase));

  dd_clause_times_find (draft, plan->fields, text, (DdRange) { first, last }, times);
  for (guint i = 0; i < times->len; i++)
    {
      const DdTimePhrase *time = &g_array_index (times, DdTimePhrase, i);

      if (!time->replaced &&
          (time->deadline != DD_DAY_NONE || time->recurrence != DD_RECURRENCE_NONE ||
           time->kind == DD_DEADLINE_KIND_RELATIVE))
        return TRUE;
    }

  return FALSE;
}

static guint
find_part_end (const DdBody *body,
               guint         first,
               guint         last)
{
  return dd_clause_find_end (body, first, dd_sentence_find_end (body, first, last));
}

/* A quote ends in front of the semicolon that divides it from the next. */
static guint
trim (const DdBody *body,
      guint         first,
      guint         last)
{
  while (last > first + 1 && dd_body_is_mark (body, last - 1, last, ';'))
    last--;

  return last;
}

/**
 * dd_clause_findings_add:
 * @ordinal: (nullable): how one refers to the item it stands in
 * @findings: (element-type DdFinding): where the findings are added
 *
 * Reads the rest of a directive: who helps, when, how much. Clauses that have
 * times of their own are directives of their own: a deadline binds the clause
 * that it closes.
 */
void
dd_clause_findings_add (const DdClauseDraft     *draft,
                        const DdClauseDraftText *text,
                        const char              *ordinal,
                        GPtrArray               *findings)
{
  const DdBody *body = text->body;
  const guint last = draft->words.last;
  guint first = draft->words.first;
  guint n_timed = 0;
  guint i = first;
  DdClauseDraft piece = *draft;
  gboolean next_timed = FALSE;
  g_auto (PlanFields) plan;

  plan_fields_read (&plan, text, draft);
  if (!draft->typed && find_part_end (body, i, last) < last)
    while (i < last)
      {
        const guint end = find_part_end (body, i, last);

        n_timed += is_timed (draft, &plan, text, i, end);
        i = end;
      }

  i = first;
  if (n_timed > 0)
    next_timed = is_timed (draft, &plan, text, i, find_part_end (body, i, last));
  while (!draft->typed && i < last)
    {
      const guint end = find_part_end (body, i, last);
      const gboolean ends = end >= last;
      const gboolean timed = next_timed;
      const guint next_end = ends ? last : find_part_end (body, end, last);
      const gboolean ban = !ends && plan.fields->len == 0 &&
                           dd_clause_end_opens_ban (body, end, last);
      gboolean joined, parted;

      n_timed -= timed;
      next_timed = n_timed > 0 && !ends &&
                   is_timed (draft, &plan, text, end, next_end);
      /* "…; đồng thời khôi phục … trong tháng 12" */
      joined = !timed && next_timed &&
               (dd_clause_end_has_event (body, i, end) ||
                dd_opening_skip_words (body, end, last, NULL) > end) &&
               dd_clause_end_opens_order (body, end, last);

      parted = timed && (n_timed > 0 || dd_clause_end_opens_order (body, end, last));
      if (!ends && (ban || joined || parted) &&
          !dd_clause_end_closes_order (body, end, next_end, text->reference))
        {
          add_finding (&piece, text, &plan, (DdRange) { first, trim (body, first, end) }, ordinal,
                       findings);
          first = end;
          piece.flags &= ~DD_ASSIGNMENT_FORBIDS;
          if (ban)
            piece.flags |= DD_ASSIGNMENT_FORBIDS;
        }
      i = end;
    }

  add_finding (&piece, text, &plan, (DdRange) { first, trim (body, first, last) }, ordinal,
               findings);
}
