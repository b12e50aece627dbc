/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-line-reader"

#include "dd-line-reader.h"

#include "dd-clause-findings.h"
#include "dd-clause-reader.h"
#include "dd-clause-times.h"
#include "dd-plain-spelling.h"
#include "dd-plan-field.h"
#include "dd-roles.h"
#include "dd-unit-dictionary-private.h"
#include "dd-unit-list.h"

/**
 * dd_line_reader_restore:
 * @tokens: (inout): the tokens of @body
 *
 * Lets the words of a line that was typed without marks be known by those that they
 * stand for. A line that has a mark anywhere says what it means.
 */
void
dd_line_reader_restore (const DdBody *body,
                        DdToken      *tokens)
{
  const DdTrie *phrases = dd_lexicon_get_phrases (body->lexicon);
  guint i = 0;

  while (i < body->n_tokens)
    {
      const guint n = body->n_tokens - i;
      guint n_words = dd_unit_dictionary_restore (body->units, tokens + i, n);

      if (n_words == 0)
        n_words = dd_lexicon_restore (body->lexicon, tokens + i, n);
      i += MAX (n_words, 1);
    }
  for (i = 0; i < body->n_tokens; i++)
    tokens[i].node = dd_trie_get_child (phrases, 0, tokens[i].key);
}

/* What an item of a list begins with, where a line was pasted: "-", "1.", "a)". */
static guint
skip_marker (const DdBody *body)
{
  const guint end = body->n_tokens;

  if ((dd_body_is_mark (body, 0, end, '-') || dd_body_is_mark (body, 0, end, '+')) &&
      end > 1 && body->tokens[1].space_before)
    return 1;
  if (end > 2 && body->tokens[0].end - body->tokens[0].start <= 2 &&
      body->tokens[0].kind != DD_TOKEN_MARK &&
      (dd_body_is_mark (body, 1, end, '.') || dd_body_is_mark (body, 1, end, ')')) &&
      body->tokens[2].space_before)
    return 2;

  return 0;
}

static gboolean
is_among (const GArray *mentions,
          guint         i)
{
  for (guint j = 0; j < mentions->len; j++)
    {
      const DdRange words = g_array_index (mentions, DdUnitMention, j).words;

      if (i >= words.first && i < words.last)
        return TRUE;
    }

  return FALSE;
}

/* Whether a unit may begin at token @i that is spoken of for itself: at the beginning,
 * behind a mark, a time, or "giao". */
static gboolean
may_begin (const DdBody *body,
           guint         first,
           guint         i,
           const GArray *times)
{
  if (i == first || body->tokens[i - 1].kind == DD_TOKEN_MARK ||
      dd_body_match (body, i - 1, i, DD_WORD_ASSIGN) > 0)
    return TRUE;
  for (guint j = 0; j < times->len; j++)
    if (g_array_index (times, DdTimePhrase, j).words.last == i)
      return TRUE;

  return FALSE;
}

/* Who leads, where the sentence does not say it as a sentence would: "Rà soát TTHC -
 * Sở Tư pháp - 30/6", "30/6 STP báo cáo", "…, Sở Tư pháp chủ trì". */
static void
find_lead (const DdClauseDraftText *text,
           const DdClauseDraft     *draft,
           GArray                  *lead)
{
  const DdBody *body = text->body;
  const DdRange words = draft->words;
  g_autoptr (GArray) coordinating = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  g_autoptr (GArray) report_to = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (DdTimePhrase));
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (DdPlanField));

  dd_roles_find (body, words.first, words.last, coordinating, report_to);
  dd_clause_times_find (draft, fields, text, words, times);
  for (guint i = words.first; i < words.last; i++)
    {
      guint last;

      if (is_among (coordinating, i) || is_among (report_to, i))
        continue;
      last = dd_unit_list_match (body, i, words.last, lead);
      if (last == i)
        continue;
      if (may_begin (body, words.first, i, times) ||
          dd_body_match (body, last, words.last, DD_WORD_LEAD) > 0)
        return;
      g_array_set_size (lead, 0);
      i = last - 1;
    }
}

/**
 * dd_line_reader_read:
 * @text: a line, without what all of a document would tell
 *
 * Reads what somebody typed into one line as one directive: who, what, by when.
 * What is not recognised is what is to be done.
 *
 * Returns: (transfer full): the directive; its confidence is low where no unit was
 *   recognised
 */
DdFinding *
dd_line_reader_read (const DdClauseDraftText *text)
{
  const DdBody *body = text->body;
  const DdSetting setting = { .tasks = TRUE, .typed = TRUE };
  const guint first = skip_marker (body);
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  DdClauseDraft draft = { { first, body->n_tokens }, DD_ASSIGNMENT_VERB, .typed = TRUE };
  g_auto (DdAssignment) assignment;

  dd_assignment_init (&assignment);
  dd_clause_read (&assignment, body, first, body->n_tokens, &setting);
  if (assignment.form >= DD_ASSIGNMENT_DIRECTED)
    {
      draft.form = assignment.form;
      draft.flags = assignment.flags;
      draft.assigner = assignment.assigner;
    }
  else
    {
      g_array_set_size (assignment.lead, 0);
    }
  if (assignment.lead->len == 0)
    find_lead (text, &draft, assignment.lead);
  draft.lead = assignment.lead;
  dd_clause_findings_add (&draft, text, NULL, findings);

  return g_ptr_array_steal_index (findings, 0);
}
