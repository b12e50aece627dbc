/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-plan-table"

#include "dd-plan-table.h"

#include "dd-clause-findings.h"
#include "dd-plan-field.h"

#include <string.h>

/* No plan has more columns. */
#define COLUMNS_MAX 16

/* Labels that make a row the head of a table. */
#define LABELS_MIN 2

/* The value of labels of what is to be done: "Nội dung nhiệm vụ". */
#define LABEL_OF_CONTENT 1

typedef struct
{
  DdPlanFieldKind kinds[COLUMNS_MAX];
  guint           n_columns;
  DdPlanField     lead;         /* that was told last */
  gboolean        has_lead_column;
  guint           content;      /* the column of what is to be done; COLUMNS_MAX: none */
} Table;

static const DdBlock *
get_block (const DdOutline *outline,
           guint            i)
{
  return &g_array_index (outline->blocks, DdBlock, i);
}

static guint
find_row_end (const DdOutline *outline,
              guint            first)
{
  const guint row = first < outline->blocks->len ? get_block (outline, first)->row : 0;
  guint i = first;

  while (i < outline->blocks->len && get_block (outline, i)->marker == DD_MARKER_CELL &&
         get_block (outline, i)->row == row)
    i++;

  return i;
}

static gboolean
is_empty (const DdBody  *body,
          const DdBlock *cell)
{
  for (guint i = cell->words.first; i < cell->words.last; i++)
    if (body->tokens[i].kind != DD_TOKEN_MARK)
      return FALSE;

  return TRUE;
}

/* A row that numbers the columns has none: "(1) | (2) | (3)". */
static gboolean
has_words (const DdBody  *body,
           const DdBlock *cell)
{
  for (guint i = cell->words.first; i < cell->words.last; i++)
    if (body->tokens[i].kind == DD_TOKEN_WORD)
      return TRUE;

  return FALSE;
}

/* Where columns are named for who does it and by when, what is to be done stands under
 * the first name that is none of these, whatever the list is of: "Nhóm thủ tục hành chính". */
static guint
find_named_column (const DdBody    *body,
                   const DdOutline *outline,
                   guint            first,
                   const Table     *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->kinds[i] == DD_PLAN_FIELD_NONE && has_words (body, get_block (outline, first + i)))
      return i;

  return COLUMNS_MAX;
}

/* Whether a row names columns: "TT | Nội dung | Cơ quan chủ trì | …". */
static gboolean
read_head (const DdBody    *body,
           const DdOutline *outline,
           guint            first,
           guint            end,
           Table           *table)
{
  guint n_labels = 0;

  memset (table, 0, sizeof *table);
  table->n_columns = MIN (end - first, COLUMNS_MAX);
  table->content = COLUMNS_MAX;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const DdRange words = get_block (outline, first + i)->words;
      int value = 0;
      const guint n = dd_plan_field_match_label (body, words.first, words.last, &table->kinds[i]);

      if (n == 0 || (words.first + n + 1 < words.last &&
                     !dd_body_is_mark (body, words.first + n, words.last, '(')))
        {
          table->kinds[i] = DD_PLAN_FIELD_NONE;
          continue;
        }
      n_labels += table->kinds[i] != DD_PLAN_FIELD_OTHER;
      table->has_lead_column |= table->kinds[i] == DD_PLAN_FIELD_LEAD;
      dd_body_match_value (body, words.first, words.last, DD_WORD_LABEL_OTHER, &value);
      if (value == LABEL_OF_CONTENT && table->content == COLUMNS_MAX)
        table->content = i;
    }

  if (table->content == COLUMNS_MAX && table->has_lead_column)
    table->content = find_named_column (body, outline, first, table);

  return n_labels >= LABELS_MIN && table->content < COLUMNS_MAX;
}

/* A head of two rows: "Phân công" above "Chủ trì" and "Phối hợp". Returns the row
 * behind it; @first if the row is none of a head. */
static guint
read_second_head (const DdBody    *body,
                  const DdOutline *outline,
                  guint            first,
                  guint            end,
                  Table           *table)
{
  Table other = { .content = COLUMNS_MAX };
  guint n_labels = 0;

  if (end - first != table->n_columns)
    return first;
  for (guint i = 0; i < table->n_columns; i++)
    {
      const DdBlock *cell = get_block (outline, first + i);
      const DdRange words = cell->words;
      guint n;

      other.kinds[i] = table->kinds[i];
      if (is_empty (body, cell))
        continue;
      n = dd_plan_field_match_label (body, words.first, words.last, &other.kinds[i]);
      if (n == 0 || words.first + n + 1 < words.last)
        return first;
      n_labels++;
    }
  if (n_labels < LABELS_MIN)
    return first;
  memcpy (table->kinds, other.kinds, sizeof other.kinds);

  return end;
}

static gboolean
says_same (const DdBody  *body,
           const DdBlock *a,
           const DdBlock *b)
{
  const guint n = a->words.last - a->words.first;

  if (b->words.last - b->words.first != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (body->tokens[a->words.first + i].key != body->tokens[b->words.first + i].key)
      return FALSE;

  return TRUE;
}

/* Whether a row says more than its number and what it is about. */
static gboolean
has_other_cell (const DdBody    *body,
                const DdOutline *outline,
                const Table     *table,
                guint            first,
                guint            end)
{
  for (guint i = MAX (first + table->content, first + 1); i < end; i++)
    if (i != first + table->content && !is_empty (body, get_block (outline, i)) &&
        !says_same (body, get_block (outline, i), get_block (outline, first + table->content)))
      return TRUE;

  return FALSE;
}

static const DdPlanField *
find_lead (const GArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    if (g_array_index (fields, DdPlanField, i).kind == DD_PLAN_FIELD_LEAD)
      return &g_array_index (fields, DdPlanField, i);

  return NULL;
}

static void
read_row (const DdClauseDraftText *text,
          const DdOutline         *outline,
          Table                   *table,
          guint                    first,
          guint                    end,
          DdClauseDraft           *draft,
          GPtrArray               *findings)
{
  const guint n = MIN (end - first, table->n_columns);
  const DdBlock *content;
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (DdPlanField));
  g_autofree char *ordinal = NULL;

  if (n <= table->content)
    return;
  content = get_block (outline, first + table->content);
  if (!has_words (text->body, content))
    return;

  for (guint i = 0; i < n; i++)
    {
      const DdBlock *cell = get_block (outline, first + i);
      const DdPlanField field = { table->kinds[i], cell->words, cell->words };

      if (table->kinds[i] != DD_PLAN_FIELD_NONE && !is_empty (text->body, cell))
        g_array_append_val (fields, field);
    }

  /* "A | Nhận thức số | | | |": the rows below it belong together */
  if (fields->len == 0 || !has_other_cell (text->body, outline, table, first, first + n))
    {
      table->lead = (DdPlanField) { DD_PLAN_FIELD_NONE };
      return;
    }

  /* A cell that goes over several rows stands in the first of them. */
  if (find_lead (fields) != NULL)
    table->lead = *find_lead (fields);
  else if (table->has_lead_column && table->lead.value.last > table->lead.value.first)
    g_array_append_val (fields, table->lead);

  draft->words = (DdRange) { content->words.first, get_block (outline, end - 1)->words.last };
  draft->words.last = MAX (draft->words.last, content->words.last);
  draft->fields = fields;
  if (table->content > 0 && !is_empty (text->body, get_block (outline, first)))
    ordinal = dd_body_get_words (text->body, get_block (outline, first)->words.first,
                                 get_block (outline, first)->words.last);
  dd_clause_findings_add (draft, text, ordinal, findings);
}

/**
 * dd_plan_table_read:
 * @block: a block
 * @assigner: (element-type DdUnitMention) (nullable): who assigns
 * @official: whether it is an official document
 * @findings: (element-type DdFinding): where the findings are added
 *
 * Reads the tasks of a table of a plan, if @block begins one: a row that names
 * the columns, then a task a row.
 *
 * Returns: the block behind the table; @block if there is none
 */
guint
dd_plan_table_read (const DdClauseDraftText *text,
                    const DdOutline         *outline,
                    guint                    block,
                    const GArray            *assigner,
                    gboolean                 official,
                    GPtrArray               *findings)
{
  DdClauseDraft draft = { .form = DD_ASSIGNMENT_DUTY, .flags = DD_ASSIGNMENT_STRONG };
  Table table, next;
  guint i;

  if (get_block (outline, block)->marker != DD_MARKER_CELL)
    return block;
  i = find_row_end (outline, block);
  if (!read_head (text->body, outline, block, i, &table))
    return block;
  i = read_second_head (text->body, outline, i, find_row_end (outline, i), &table);

  draft.assigner = assigner;
  draft.official = official;
  draft.item = TRUE;
  while (i < outline->blocks->len && get_block (outline, i)->marker == DD_MARKER_CELL)
    {
      const guint end = find_row_end (outline, i);

      /* The head stands on each page again, or another table follows. */
      if (read_head (text->body, outline, i, end, &next))
        {
          table = next;
          i = read_second_head (text->body, outline, end, find_row_end (outline, end), &table);
        }
      else
        {
          read_row (text, outline, &table, i, end, &draft, findings);
          i = end;
        }
    }

  return i;
}
