/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-outline"

#include "dd-outline.h"

/* The items that may contain one another. */
#define DEPTH_MAX 12

/* What part of the width of the page a line must fill to have been broken there. */
#define FULL_LINE_PERCENT 75

typedef struct
{
  DdMarker marker;
  DdRange  label;
  guint    behind;              /* the first token of the words */
} Marking;

static gboolean
is_sign (const DdBody *body,
         guint         i,
         guint         end,
         gunichar      sign)
{
  return i < end && body->tokens[i].kind == DD_TOKEN_MARK &&
         body->chars[body->tokens[i].start] == sign;
}

/* How many points a number token has: 2 of "1.2.1"; more than any item has if
 * it is another number. */
static guint
count_points (const DdBody *body,
              guint         i)
{
  guint n_points = 0, n_digits = 0;

  for (guint j = body->tokens[i].start; j < body->tokens[i].end; j++)
    {
      if (body->chars[j] == '.')
        {
          n_points++;
          n_digits = 0;
        }
      else if (body->chars[j] == ',' || ++n_digits > 2)
        {
          return G_MAXUINT;
        }
    }

  return n_points;
}

static gboolean
is_roman (const DdBody *body,
          guint         i)
{
  for (guint j = body->tokens[i].start; j < body->tokens[i].end; j++)
    if (body->chars[j] != 'I' && body->chars[j] != 'V' && body->chars[j] != 'X')
      return FALSE;

  return TRUE;
}

static gboolean
is_one_letter (const DdBody *body,
               guint         i,
               guint         end)
{
  return dd_body_is_word (body, i, end) && body->tokens[i].end - body->tokens[i].start == 1;
}

static gboolean
match_number (const DdBody *body,
              guint         i,
              guint         end,
              Marking      *marking)
{
  guint points;

  if (!dd_body_is_number (body, i, end))
    return FALSE;
  points = count_points (body, i);

  if (points == 0)
    {
      if (i + 2 >= end || body->tokens[i + 1].space_before)
        return FALSE;
      if (is_sign (body, i + 1, end, '.') ||
          (is_sign (body, i + 1, end, '/') && body->tokens[i + 2].space_before))
        marking->marker = DD_MARKER_NUMBER;
      else if (is_sign (body, i + 1, end, '-') && body->tokens[i + 2].space_before)
        marking->marker = DD_MARKER_NUMBER;     /* 1- Ban Thường vụ … */
      else if (is_sign (body, i + 1, end, ')'))
        marking->marker = DD_MARKER_NUMBER_CLOSED;
      else
        return FALSE;
      marking->behind = i + 2;
      return TRUE;
    }

  /* "1.1. Rà soát", "1.1 Rà soát" */
  if (points > 2 || !dd_body_is_capital (body, i + 1 + is_sign (body, i + 1, end, '.'), end))
    return FALSE;
  marking->marker = points == 1 ? DD_MARKER_NUMBER_2 : DD_MARKER_NUMBER_3;
  marking->behind = i + 1 + is_sign (body, i + 1, end, '.');

  return TRUE;
}

/* Recognises the marker of an item at token @i, which begins a line. */
static gboolean
match_marker (const DdBody *body,
              guint         i,
              guint         end,
              Marking      *marking)
{
  marking->label = (DdRange) { i, i + 1 };
  marking->behind = i + 1;

  if (i + 1 >= end)
    return FALSE;
  if (is_sign (body, i, end, '-') || is_sign (body, i, end, DD_SOURCE_TEXT_BULLET) ||
      is_sign (body, i, end, '+') || is_sign (body, i, end, '*'))
    {
      if (body->tokens[i + 1].kind == DD_TOKEN_MARK && !is_sign (body, i + 1, end, '"') &&
          !is_sign (body, i + 1, end, '('))
        return FALSE;
      marking->label.last = i;
      marking->marker = is_sign (body, i, end, '-') ? DD_MARKER_DASH
                        : is_sign (body, i, end, '+') ? DD_MARKER_PLUS : DD_MARKER_BULLET;
      return TRUE;
    }

  if (is_sign (body, i, end, '('))
    {
      guint number;

      if (!is_sign (body, i + 2, end, ')') ||
          !(dd_body_get_number (body, i + 1, end, &number) || is_one_letter (body, i + 1, end) ||
            dd_body_match (body, i + 1, end, DD_WORD_ROMAN) > 0))
        return FALSE;
      marking->label = (DdRange) { i + 1, i + 2 };
      marking->behind = i + 3;
      marking->marker = DD_MARKER_NUMBER_ENCLOSED;
      return TRUE;
    }

  if (match_number (body, i, end, marking))
    return TRUE;
  if (!dd_body_is_word (body, i, end))
    return FALSE;

  if (body->tokens[i].shape != DD_SHAPE_LOWER && is_roman (body, i) &&
      (is_sign (body, i + 1, end, '.') || is_sign (body, i + 1, end, '-')))
    {
      marking->marker = DD_MARKER_ROMAN;
      marking->behind = i + 2;
      return TRUE;
    }
  if (is_one_letter (body, i, end) && !body->tokens[i + 1].space_before)
    {
      if (is_sign (body, i + 1, end, ')') ||
          (is_sign (body, i + 1, end, '.') && body->tokens[i].shape == DD_SHAPE_LOWER))
        marking->marker = DD_MARKER_LETTER;
      else if (is_sign (body, i + 1, end, '.') && i + 2 < end && body->tokens[i + 2].space_before)
        marking->marker = DD_MARKER_PART;
      else
        return FALSE;
      marking->behind = i + 2;
      return TRUE;
    }

  return FALSE;
}

/* "Điều 1. …" */
static gboolean
match_article (const DdBody *body,
               guint         i,
               guint         end,
               Marking      *marking)
{
  guint number;

  if (!dd_body_is_capital (body, i, end) || body->tokens[i].end - body->tokens[i].start != 4 ||
      body->chars[body->tokens[i].start] != 0x0110)
    return FALSE;
  if (!dd_body_get_number (body, i + 1, end, &number) || !is_sign (body, i + 2, end, '.'))
    return FALSE;

  marking->marker = DD_MARKER_ARTICLE;
  marking->label = (DdRange) { i, i + 2 };
  marking->behind = i + 3;

  return TRUE;
}

static gboolean
ends_sentence (const DdBody *body,
               guint         first,
               guint         last)
{
  static const gunichar ends[] = { '.', '!', '?', ':', ';', 0x2026 };

  while (last > first &&
         (is_sign (body, last - 1, last, '"') || is_sign (body, last - 1, last, ')')))
    last--;
  if (last == first)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (is_sign (body, last - 1, last, ends[i]))
      return TRUE;

  return FALSE;
}

/* Words that nothing ends with: "tại Khoản", "và", "ngày". */
static gboolean
hangs (const DdBody *body,
       guint         last)
{
  const DdToken *token = &body->tokens[last - 1];

  if (is_sign (body, last - 1, last, ',') || is_sign (body, last - 1, last, '('))
    return TRUE;
  if (token->kind != DD_TOKEN_WORD)
    return FALSE;

  return dd_body_match (body, last - 1, last, DD_WORD_HANGING) > 0;
}

/* "(Chinhphu.vn) - Chiều 22/11, …": what a news item begins with */
static gboolean
is_dateline (const DdBody *all,
             const DdLine *line)
{
  const guint first = line->tokens.first;
  const guint close = dd_body_is_mark (all, first, line->tokens.last, '(')
                      ? dd_body_find_close (all, first, line->tokens.last) : first;

  return close > first && dd_body_is_mark (all, close, line->tokens.last, '-') &&
         dd_body_is_capital (all, first + 1, close);
}

/* Whether line @line goes on with the paragraph that line @before ends. */
static gboolean
goes_on (const DdBody   *all,
         const DdLayout *layout,
         const DdLine   *paragraph,
         const DdLine   *before,
         const DdLine   *line,
         gboolean        new_page,
         gboolean        marked)
{
  const DdToken *token = &all->tokens[line->tokens.first];
  const guint before_last = before->tokens.last;
  const gboolean lower = (token->kind == DD_TOKEN_WORD && token->shape == DD_SHAPE_LOWER) ||
                         (token->kind == DD_TOKEN_MARK && !marked && !is_dateline (all, line) &&
                          !is_sign (all, line->tokens.first, line->tokens.last, '|'));
  const gboolean full = layout->wrapped &&
                        (before->width + before->indent) * 100 >= layout->width * FULL_LINE_PERCENT;
  const gboolean ended = ends_sentence (all, before->tokens.first, before_last);

  if (is_sign (all, line->tokens.first, line->tokens.last, '|') ||
      is_sign (all, before->tokens.first, before_last, '|'))
    return FALSE;
  if (line->blank_before && !new_page)
    return FALSE;
  if (hangs (all, before_last) &&
      !(marked && all->tokens[line->tokens.first].kind == DD_TOKEN_WORD))
    return TRUE;
  if (marked)
    return FALSE;
  if (lower)
    return !ended || full;
  if (!full)
    return FALSE;
  if (!ended || is_sign (all, before_last - 1, before_last, ';'))
    return TRUE;

  /* A sentence ended with the line: the next one is of the same paragraph if
   * paragraphs are indented here, and it is not. */
  return paragraph->indent > line->indent + 1;
}

/* Where the paragraph or item of a block is put: under the nearest item before
 * it with a marker that is not its own. */
typedef struct
{
  DdMarker markers[DEPTH_MAX];
  guint    blocks[DEPTH_MAX];
  guint    depth;
} Stack;

static void
place (Stack   *stack,
       GArray  *blocks,
       DdBlock *block)
{
  const guint index = blocks->len;
  guint level = 0;

  if (block->marker == DD_MARKER_NONE || block->marker == DD_MARKER_CELL)
    {
      /* A paragraph belongs to the item in front of it. */
      level = stack->depth;
    }
  else
    {
      while (level < stack->depth && stack->markers[level] != block->marker)
        level++;
      /* A wide marker is never inside a narrow one. */
      if (level == stack->depth)
        while (level > 0 && block->marker < stack->markers[level - 1] &&
               (block->marker <= DD_MARKER_NUMBER || stack->markers[level - 1] >= DD_MARKER_DASH))
          level--;
      if (level == DEPTH_MAX)
        level--;
      stack->markers[level] = block->marker;
      stack->blocks[level] = index;
      stack->depth = level + 1;
    }

  block->depth = level;
  block->parent = level > 0 ? stack->blocks[level - 1] : index;
  if (block->parent != index)
    g_array_index (blocks, DdBlock, block->parent).n_items++;
}

static void
add_block (DdOutline    *self,
           Stack        *stack,
           const DdBody *body,
           DdBlock      *block)
{
  if (block->words.last <= block->words.first)
    return;

  block->whole.last = block->words.last;
  block->closed = ends_sentence (body, block->words.first, block->words.last);
  place (stack, self->blocks, block);
  g_array_append_val (self->blocks, *block);
}

/* Whether a tabulator stands in front of a token. */
static gboolean
begins_cell (const DdBody *body,
             guint         i)
{
  const DdToken *token = &body->tokens[i];

  return token->start > 0 && !token->line_start && body->chars[token->start - 1] == '\t';
}

/* The rows of a table that was saved with bars or tabulators between its cells. */
static void
add_cells (DdOutline    *self,
           Stack        *stack,
           const DdBody *body,
           guint         first,
           guint         last,
           guint         row,
           gboolean      annex)
{
  DdBlock block = { .marker = DD_MARKER_CELL, .row = row, .annex = annex };
  const gboolean bars = is_sign (body, first, last, '|');
  guint start = first + bars;

  for (guint i = start; i <= last; i++)
    {
      const gboolean bar = is_sign (body, i, last, '|');

      if (i < last && !bar && (bars || !begins_cell (body, i)))
        continue;
      /* An empty cell keeps its column; behind the last bar there is none. */
      if (i == last && i == start && bars)
        break;
      if (i == start && !bar && i < last)
        continue;
      block.words = (DdRange) { start, i };
      block.whole = block.words;
      block.closed = TRUE;
      place (stack, self->blocks, &block);
      g_array_append_val (self->blocks, block);
      start = bar ? i + 1 : i;
    }
}

static gboolean
is_row (const DdBody *all,
        const DdLine *line)
{
  guint n_bars = 0, n_cells = 0;

  for (guint i = line->tokens.first; i < line->tokens.last; i++)
    {
      n_bars += is_sign (all, i, line->tokens.last, '|');
      n_cells += i > line->tokens.first && begins_cell (all, i);
    }

  return n_bars >= 2 || n_cells >= 2;
}

/* Units of a letter that no item names are those it is addressed to. */
static void
append_addressees (DdOutline      *self,
                   const DdBody   *all,
                   const DdLayout *layout)
{
  self->addressees.first = self->tokens->len;
  for (guint i = 0; i < layout->lines->len; i++)
    {
      const DdLine *line = &g_array_index (layout->lines, DdLine, i);

      if (line->role == DD_LINE_ADDRESSEES)
        g_array_append_vals (self->tokens, all->tokens + line->tokens.first,
                             line->tokens.last - line->tokens.first);
    }
  self->addressees.last = self->tokens->len;
}

/**
 * dd_outline_new:
 * @all: a text with all its tokens
 * @layout: what its lines are there for
 *
 * Puts lines that were broken to fit a page together again, leaves out what
 * is not the document's own words, and finds which item contains which.
 */
DdOutline *
dd_outline_new (const DdBody   *all,
                const DdLayout *layout)
{
  DdOutline *self = g_new0 (DdOutline, 1);
  const DdLine *before = NULL;
  const DdLine *paragraph = NULL;
  DdBlock block = { 0 };
  DdBody body = *all;
  Stack stack = { 0 };
  gboolean new_page = FALSE, annex = FALSE;
  guint row = 0;

  self->tokens = g_array_sized_new (FALSE, FALSE, sizeof (DdToken), all->n_tokens);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (DdBlock));

  for (guint i = 0; i < layout->lines->len; i++)
    {
      const DdLine *line = &g_array_index (layout->lines, DdLine, i);
      Marking marking = { DD_MARKER_NONE };
      gboolean marked;
      guint start;

      if (line->role == DD_LINE_PAGE || line->role == DD_LINE_FOOTNOTE)
        new_page = TRUE;
      if (line->role == DD_LINE_END)
        annex = TRUE;
      if (line->role != DD_LINE_BODY)
        continue;

      marked = match_marker (all, line->tokens.first, line->tokens.last, &marking) ||
               match_article (all, line->tokens.first, line->tokens.last, &marking);
      start = self->tokens->len;
      g_array_append_vals (self->tokens, all->tokens + line->tokens.first,
                           line->tokens.last - line->tokens.first);
      body.tokens = &g_array_index (self->tokens, DdToken, 0);
      body.n_tokens = self->tokens->len;

      if (before != NULL && block.row == 0 &&
          goes_on (all, layout, paragraph, before, line, new_page, marked))
        {
          block.words.last = self->tokens->len;
        }
      else
        {
          const guint shift = start - line->tokens.first;

          add_block (self, &stack, &body, &block);
          block = (DdBlock) { .marker = marking.marker, .annex = annex };
          if (is_row (all, line))
            {
              add_cells (self, &stack, &body, start, self->tokens->len, ++row, annex);
              block.row = row;
              block.words = (DdRange) { 0, 0 };
            }
          else
            {
              block.whole = (DdRange) { start, self->tokens->len };
              block.words = block.whole;
              if (marked)
                {
                  block.words.first = marking.behind + shift;
                  block.label = (DdRange) { marking.label.first + shift,
                                            marking.label.last + shift };
                }
              paragraph = line;
            }
        }
      before = line;
      new_page = FALSE;
    }
  add_block (self, &stack, &body, &block);
  append_addressees (self, all, layout);

  return self;
}

void
dd_outline_free (DdOutline *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->tokens);
  g_array_unref (self->blocks);
  g_free (self);
}

/**
 * dd_outline_get_block:
 *
 * Returns: (transfer none): the block with an index
 */
const DdBlock *
dd_outline_get_block (const DdOutline *self,
                      guint            block)
{
  return &g_array_index (self->blocks, DdBlock, block);
}

/**
 * dd_outline_get_ordinal:
 *
 * Returns: (transfer full) (nullable): how one refers to a block: "2.a", "III.1";
 *   that of the item around it for a dash; %NULL if no item has a number
 */
char *
dd_outline_get_ordinal (const DdOutline *self,
                        const DdBody    *body,
                        guint            block)
{
  g_autoptr (GString) ordinal = g_string_new (NULL);
  gboolean whole = FALSE;

  for (;;)
    {
      const DdBlock *item = &g_array_index (self->blocks, DdBlock, block);

      /* "1.1" has the number of its parent in it. */
      if (item->label.last > item->label.first && !(whole && item->marker == DD_MARKER_NUMBER))
        {
          if (ordinal->len > 0)
            g_string_prepend_c (ordinal, '.');
          {
            g_autofree char *label = dd_body_get_words (body, item->label.first, item->label.last);

            g_string_prepend (ordinal, label);
          }
          whole = item->marker == DD_MARKER_NUMBER_2 || item->marker == DD_MARKER_NUMBER_3;
        }
      if (item->parent == block)
        break;
      block = item->parent;
    }

  return ordinal->len > 0 ? g_strdup (ordinal->str) : NULL;
}
