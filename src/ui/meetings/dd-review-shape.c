/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a review: which clauses there are. What was missed is added, what is none is taken
 * away, two that are one task are merged, and one that is two is split. */
#define G_LOG_DOMAIN "dd-review"

#include "config.h"

#include "dd-review-private.h"

#include "dd-record-types.h"
#include "dd-review-sentence.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
get_text (DdReview *self)
{
  return self->conclusion->file->text;
}

/* The day from which the text speaks. */
static DdDay
get_reference (DdReview *self)
{
  DdDay day = dd_row_get_day (self->now.facts->document, DD_DOCUMENT_DAY);

  if (day == DD_DAY_NONE)
    day = dd_row_get_day (self->now.facts->new_meeting, DD_MEETING_DAY);

  return day != DD_DAY_NONE ? day : self->conclusion->reference;
}

static void
set_span (DdRow  *directive,
          DdSpan  span)
{
  dd_row_set_number (directive, DD_DIRECTIVE_SPAN_START, span.start);
  dd_row_set_number (directive, DD_DIRECTIVE_SPAN_END, span.end);
}

/* Reads a piece of the text as one directive; NULL if there is no word in it. The review
 * keeps the finding as long as it lives, since steps may come back to it. */
static DdFinding *
read_piece (DdReview *self,
            DdSpan    span)
{
  g_autofree char *quote = dd_review_sentence_cut (get_text (self), span);
  g_autofree char *line = g_strdup (quote);
  DdFinding *finding;

  /* One space for each, so that places stay. */
  g_strdelimit (line, "\r\n\t", ' ');
  finding = dd_extract_read_line (line, self->conclusion->units, get_reference (self));
  if (finding == NULL)
    return NULL;

  for (guint i = 0; i < finding->marks->len; i++)
    {
      DdMark *mark = &g_array_index (finding->marks, DdMark, i);

      mark->span.start += span.start;
      mark->span.end += span.start;
    }
  set_span (finding->directive, span);
  dd_row_set_text (finding->directive, DD_DIRECTIVE_QUOTE, g_strstrip (quote));
  g_ptr_array_add (self->findings, finding);

  return finding;
}

static DdReviewClause *
make_clause (DdReview        *self,
             const DdFinding *finding)
{
  DdReviewClause *clause = dd_review_clause_new (finding, dd_draft_new_from_finding (finding));

  dd_review_look_up (self, clause->draft);
  clause->reason = dd_review_propose_reason (clause->draft);
  dd_review_settle_reason (clause);

  return clause;
}

static GPtrArray *
make_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dd_review_clause_unref);
}

/* --- adding and taking away ----------------------------------------------- */

/**
 * dd_review_snap:
 * @span: what was selected
 *
 * Returns: the whole sentences that were touched, without a number before them
 */
DdSpan
dd_review_snap (DdReview *self,
                DdSpan    span)
{
  return dd_review_sentence_snap (get_text (self), span);
}

/* The place of a clause in the order of the text. */
static guint
find_position (DdReview *self,
               DdSpan    span)
{
  guint at = 0;

  while (at < self->now.clauses->len && dd_review_get_span (self, at).start <= span.start)
    at++;

  return at;
}

/* Who spoke last before it speaks here too; at the beginning, who speaks next. */
static void
inherit_assigner (DdReview *self,
                  guint     at,
                  DdRow    *directive)
{
  if (dd_row_is_set (directive, DD_DIRECTIVE_ASSIGNER))
    return;

  for (guint i = at; i > 0; i--)
    if (dd_row_is_set (dd_review_get_draft (self, i - 1)->directive, DD_DIRECTIVE_ASSIGNER))
      {
        dd_row_copy_field (directive, dd_review_get_draft (self, i - 1)->directive,
                           DD_DIRECTIVE_ASSIGNER);
        return;
      }
  for (guint i = at; i < self->now.clauses->len; i++)
    if (dd_row_is_set (dd_review_get_draft (self, i)->directive, DD_DIRECTIVE_ASSIGNER))
      {
        dd_row_copy_field (directive, dd_review_get_draft (self, i)->directive,
                           DD_DIRECTIVE_ASSIGNER);
        return;
      }
}

/* A sentence of the paragraph before which a number stands is of that number. */
static void
inherit_ordinal (DdReview   *self,
                 guint       at,
                 DdSpan      span,
                 const char *own,
                 DdRow      *directive)
{
  DdSpan between;
  g_autofree char *gap = NULL;

  dd_row_set_text (directive, DD_DIRECTIVE_ORDINAL, own);
  if (own != NULL || at == 0)
    return;

  between = dd_review_get_span (self, at - 1);
  between.start = MIN (between.end, span.start);
  between.end = span.start;
  gap = dd_review_sentence_cut (get_text (self), between);
  if (strchr (gap, '\n') == NULL)
    dd_row_copy_field (directive, dd_review_get_draft (self, at - 1)->directive,
                       DD_DIRECTIVE_ORDINAL);
}

/* The number that was left before the span. */
static char *
find_ordinal (DdReview *self,
              DdSpan    span)
{
  const char *text = get_text (self);
  const char *start = g_utf8_offset_to_pointer (text, span.start);
  DdSpan line = span;
  char *ordinal = NULL;

  while (start > text && start[-1] != '\n')
    {
      start = g_utf8_prev_char (start);
      line.start--;
    }
  line = dd_review_sentence_trim (text, line, &ordinal);
  if (line.start == span.start)
    return ordinal;

  g_free (ordinal);
  return NULL;
}

/**
 * dd_review_add_clause:
 * @span: a piece of the text
 *
 * Makes a directive of a piece of the text. What can be read of it is read; the assigner is
 * that of its surroundings. It stands where the text has it.
 *
 * Returns: its number; that of the clause that stands there already, if one does; -1 if there
 *   is no word in the piece
 */
int
dd_review_add_clause (DdReview *self,
                      DdSpan    span)
{
  g_autoptr (GPtrArray) added = make_list ();
  g_autofree char *ordinal = NULL;
  DdReviewClause *clause;
  DdFinding *finding;
  guint at;

  g_return_val_if_fail (DD_IS_REVIEW (self), -1);

  span = dd_review_sentence_trim (get_text (self), span, NULL);
  for (guint i = 0; i < self->now.clauses->len; i++)
    {
      DdSpan other = dd_review_get_span (self, i);

      if (other.start == span.start && other.end == span.end)
        return (int) i;
    }
  if (span.end <= span.start)
    return -1;
  finding = read_piece (self, span);
  if (finding == NULL)
    return -1;

  at = find_position (self, span);
  ordinal = find_ordinal (self, span);
  dd_row_set_choice (finding->directive, DD_DIRECTIVE_KIND, DD_DIRECTIVE_KIND_TASK);
  inherit_assigner (self, at, finding->directive);
  inherit_ordinal (self, at, span, ordinal, finding->directive);

  dd_review_begin (self, N_("Make Directive"), NULL);
  clause = make_clause (self, finding);
  /* Whoever makes a directive of it wants it done; who leads may have to be asked for. */
  clause->draft->make_tasks = TRUE;
  g_ptr_array_add (added, clause);
  dd_review_replace (self, at, 0, added);

  return (int) at;
}

/**
 * dd_review_remove_clause:
 *
 * Says that a sentence is no directive. The text keeps it.
 */
void
dd_review_remove_clause (DdReview *self,
                         guint     clause)
{
  g_autoptr (GPtrArray) none = make_list ();

  g_return_if_fail (DD_IS_REVIEW (self));
  g_return_if_fail (clause < self->now.clauses->len);

  dd_review_begin (self, N_("Not a Directive"), NULL);
  dd_review_replace (self, clause, 1, none);
}

/* --- merging -------------------------------------------------------------- */

/* What the text has from one to the other, if nothing else stands between them. */
static char *
join_quotes (DdReview *self,
             DdSpan    first,
             DdSpan    second)
{
  DdSpan both = { MIN (first.start, second.start), MAX (first.end, second.end) };
  DdSpan gap = { MIN (first.end, second.start), second.start };
  g_autofree char *between = dd_review_sentence_cut (get_text (self), gap);
  g_autofree char *one = dd_review_sentence_cut (get_text (self), first);
  g_autofree char *other = dd_review_sentence_cut (get_text (self), second);
  guint n_letters = 0;

  for (const char *p = between; *p != '\0'; p = g_utf8_next_char (p))
    n_letters += g_unichar_isalnum (g_utf8_get_char (p));

  return n_letters <= 3 ? dd_review_sentence_cut (get_text (self), both)
                        : g_strconcat (one, " […] ", other, NULL);
}

static void
copy_marks (GArray       *marks,
            const GArray *from)
{
  g_array_append_vals (marks, from->data, from->len);
}

/**
 * dd_review_merge:
 *
 * Makes one clause of this one and the next: one task that is told in two sentences.
 *
 * Returns: whether there was a next one
 */
gboolean
dd_review_merge (DdReview *self,
                 guint     clause)
{
  g_autoptr (GPtrArray) added = make_list ();
  g_autofree char *quote = NULL;
  DdReviewClause *merged;
  DdFinding *finding;
  DdSpan first, second, both;

  g_return_val_if_fail (DD_IS_REVIEW (self), FALSE);

  if (clause + 1 >= self->now.clauses->len)
    return FALSE;

  first = dd_review_get_span (self, clause);
  second = dd_review_get_span (self, clause + 1);
  both.start = MIN (first.start, second.start);
  both.end = MAX (first.end, second.end);
  quote = join_quotes (self, first, second);
  finding = dd_finding_new ();
  copy_marks (finding->marks, dd_review_get_finding (self, clause)->marks);
  copy_marks (finding->marks, dd_review_get_finding (self, clause + 1)->marks);
  g_ptr_array_add (self->findings, finding);

  dd_review_begin (self, N_("Merge"), NULL);
  merged = dd_review_clause_new (finding, dd_draft_merge (dd_review_get_draft (self, clause),
                                                          dd_review_get_draft (self, clause + 1)));
  merged->reason = g_strdup (dd_review_get_clause (self, clause)->reason);
  set_span (merged->draft->directive, both);
  dd_row_set_text (merged->draft->directive, DD_DIRECTIVE_QUOTE, quote);
  dd_review_settle_reason (merged);
  dd_row_free (finding->directive);
  finding->directive = dd_row_copy (merged->draft->directive);
  g_ptr_array_add (added, merged);
  dd_review_replace (self, clause, 2, added);

  return TRUE;
}

/* --- splitting ------------------------------------------------------------ */

static const DdMark *
find_mark (const DdFinding *finding,
           DdMarkKind       kind)
{
  for (guint i = 0; i < finding->marks->len; i++)
    {
      const DdMark *mark = &g_array_index (finding->marks, DdMark, i);

      if (mark->kind == kind)
        return mark;
    }

  return NULL;
}

static gboolean
follows_comma (DdReview *self,
               guint     place)
{
  const char *text = get_text (self);
  const char *p = g_utf8_offset_to_pointer (text, place);

  /* "…, hoàn thành trong tháng 12": the comma stands before the words that lead over. */
  for (guint i = 0; p > text && i < 40; i++)
    {
      p = g_utf8_prev_char (p);
      if (*p == ',')
        return TRUE;
      if (*p == ';' || *p == '.' || *p == '\n')
        return FALSE;
    }

  return FALSE;
}

/* Whether the deadline is one of the whole clause: from a heading, typed by the secretary, said
 * before everything, or at the end behind a comma ("…, hoàn thành trong tháng 12"). Else it
 * is that of the part that it stands in. */
static gboolean
deadline_binds_all (DdReview *self,
                    guint     clause)
{
  const DdFinding *finding = dd_review_get_finding (self, clause);
  const DdMark *mark = find_mark (finding, DD_MARK_DEADLINE);
  DdSpan span = dd_review_get_span (self, clause);

  if (mark == NULL || mark->span.end <= span.start || mark->span.start >= span.end ||
      !dd_row_field_equal (finding->directive, dd_review_get_draft (self, clause)->directive,
                           DD_DIRECTIVE_DEADLINE))
    return TRUE;
  if (mark->span.start < span.start + 3)
    return TRUE;

  return mark->span.end + 2 >= span.end && follows_comma (self, mark->span.start);
}

static DdReviewClause *
make_split (DdReview *self,
            guint     clause,
            DdSpan    span,
            gboolean  binds_all)
{
  const DdDraft *whole = dd_review_get_draft (self, clause);
  DdFinding *finding = read_piece (self, span);
  DdReviewClause *part;

  if (finding == NULL)
    return NULL;

  dd_row_copy_field (finding->directive, whole->directive, DD_DIRECTIVE_ORDINAL);
  dd_row_copy_field (finding->directive, whole->directive, DD_DIRECTIVE_KIND);
  dd_row_copy_field (finding->directive, whole->directive, DD_DIRECTIVE_ASSIGNER);
  part = make_clause (self, finding);
  dd_draft_inherit_units (part->draft, whole);
  if (binds_all)
    dd_draft_inherit_deadline (part->draft, whole);
  part->draft->make_tasks = whole->make_tasks;
  g_free (part->reason);
  part->reason = g_strdup (dd_review_get_clause (self, clause)->reason);
  dd_review_settle_reason (part);

  return part;
}

static GArray *
cut_at (DdReview *self,
        DdSpan    span,
        int       place)
{
  const char *text = get_text (self);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (DdSpan));
  DdSpan first = { span.start, (guint) place };
  DdSpan second = { (guint) place, span.end };

  if ((guint) place <= span.start || (guint) place >= span.end)
    return parts;

  first = dd_review_sentence_trim (text, first, NULL);
  second = dd_review_sentence_trim (text, second, NULL);
  g_array_append_val (parts, first);
  g_array_append_val (parts, second);

  return parts;
}

/**
 * dd_review_split:
 * @place: a character of the text, before which the clause is cut; -1: wherever work ends,
 *   behind ";", before "đồng thời", behind a sentence
 *
 * Makes several clauses of one, each read anew. What a part does not say of its lead and
 * deadline it takes over from the whole, as the language does.
 *
 * Returns: how many clauses there are now in its place; 1: it cannot be cut so
 */
guint
dd_review_split (DdReview *self,
                 guint     clause,
                 int       place)
{
  g_autoptr (GPtrArray) added = make_list ();
  g_autoptr (GArray) parts = NULL;
  DdSpan span;
  gboolean binds_all;

  g_return_val_if_fail (DD_IS_REVIEW (self), 1);

  span = dd_review_get_span (self, clause);
  parts = place >= 0 ? cut_at (self, span, place)
                     : dd_review_sentence_split (get_text (self), span);
  if (parts->len < 2)
    return 1;

  binds_all = deadline_binds_all (self, clause);
  for (guint i = 0; i < parts->len; i++)
    {
      DdReviewClause *part = make_split (self, clause, g_array_index (parts, DdSpan, i), binds_all);

      if (part != NULL)
        g_ptr_array_add (added, part);
    }
  if (added->len < 2)
    return 1;

  dd_review_begin (self, N_("Split"), NULL);
  dd_review_replace (self, clause, 1, added);

  return added->len;
}
