/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-reader"

#include "dd-reader.h"

#include "dd-fields.h"
#include "dd-heading.h"
#include "dd-period-phrase.h"
#include "dd-plan-table.h"
#include "dd-roles.h"
#include "dd-sentence.h"
#include "dd-target-phrase.h"
#include "dd-unit-matcher.h"

/* A paragraph of news without a full stop is a heading or a caption if it is
 * shorter than this. */
#define CAPTION_TOKENS_MAX 40

/* A lead-in that says more than this directs something itself. */
#define LEAD_IN_TOKENS_MAX 26

/* The value of "đã". */
#define PAST_DONE 1

/* A sentence that only says by when: how long it may be, and how many words it
 * may have besides. */
#define TIME_SENTENCE_MAX 24
#define OTHER_WORDS_MAX 6

/* What items inherit from what stands above them. The arrays belong to the
 * reader. */
typedef struct
{
  GArray             *assigner;
  GArray             *lead;
  GArray             *coordinating;
  const DdTimePhrase *due;
  DdZone              zone;
  gboolean            heading;
} Frame;

typedef struct
{
  const DdClauseDraftText *text;
  const DdBody      *body;
  const DdOutline   *outline;
  gboolean           official;
  gboolean           few_lines;         /* a line that was typed, not a document */
  GPtrArray         *findings;
  Frame              root;
  Frame             *frames;            /* of each block, for the items in it */
  GPtrArray         *kept;              /* arrays that frames share */
  GPtrArray         *dues;              /* DdTimePhrase that frames share */
  DdAssignment       assignment;
  guint              block;             /* the one that is read */
  DdClauseDraft            draft;
  gboolean           drafting;
} Reader;

static const DdBlock *
get_block (const Reader *self,
           guint         i)
{
  return &g_array_index (self->outline->blocks, DdBlock, i);
}

static GArray *
keep (Reader       *self,
      const GArray *mentions)
{
  GArray *copy = g_array_copy ((GArray *) mentions);

  g_ptr_array_add (self->kept, copy);

  return copy;
}

/* The frame that later blocks on the same level inherit from. */
static Frame *
get_outer_frame (Reader *self)
{
  const DdBlock *block = get_block (self, self->block);

  return block->parent == self->block ? &self->root : &self->frames[block->parent];
}

static void
flush (Reader *self)
{
  g_autofree char *ordinal = NULL;

  if (!self->drafting)
    return;

  self->drafting = FALSE;
  ordinal = dd_outline_get_ordinal (self->outline, self->body, self->block);
  dd_clause_draft_finish (&self->draft, self->text, ordinal, self->findings);
}

static void
start_draft (Reader *self,
             guint   first,
             guint   last,
             Frame  *frame)
{
  const DdAssignment *assignment = &self->assignment;
  const gboolean own = assignment->lead->len > 0;

  flush (self);
  self->draft = (DdClauseDraft) { { first, last }, assignment->form, assignment->flags };
  self->draft.own_lead = own;
  self->draft.lead = own ? keep (self, assignment->lead) : frame->lead;
  self->draft.assigner = assignment->assigner->len > 0 ? keep (self, assignment->assigner)
                                                       : frame->assigner;
  self->draft.coordinating = own ? NULL : frame->coordinating;
  self->draft.due = frame->due;
  self->draft.official = self->official;
  self->draft.item = get_block (self, self->block)->marker != DD_MARKER_NONE;
  self->drafting = TRUE;
}

/* "Đồng chí đề nghị": whoever spoke last. */
static void
resolve_assigner (Reader *self,
                  Frame  *frame)
{
  GArray *assigner = self->assignment.assigner;

  if (assigner->len > 0 &&
      (g_array_index (assigner, DdUnitMention, 0).flags & DD_UNIT_ANAPHOR) != 0)
    g_array_set_size (assigner, 0);
  if (assigner->len > 0)
    {
      self->root.assigner = keep (self, assigner);
      frame->assigner = self->root.assigner;
    }
}

/* "các đơn vị nêu trên", "Sở này": those named last. */
static void
resolve_lead (Reader *self,
              Frame  *frame)
{
  GArray *lead = self->assignment.lead;

  if (lead->len == 1 && (g_array_index (lead, DdUnitMention, 0).flags & DD_UNIT_ANAPHOR) != 0 &&
      frame->lead != NULL)
    g_array_set_size (lead, 0);
}

/* Whether items of the block's kind hold one directive however many sentences
 * they have. */
static gboolean
is_narrow_item (const DdBlock *block)
{
  return block->marker >= DD_MARKER_NUMBER_CLOSED && block->marker != DD_MARKER_CELL;
}

static gboolean
has_target (const Reader *self,
            guint         first,
            guint         last)
{
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (DdTargetPhrase));

  dd_target_find (self->body, first, last, NULL, targets);

  return targets->len > 0;
}

static gboolean
has_deadline (const Reader *self,
              guint         first,
              guint         last)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (DdTimePhrase));

  dd_time_find (self->body, first, last, FALSE, self->text->reference, times);

  return times->len > 0 && g_array_index (times, DdTimePhrase, 0).kind != DD_DEADLINE_KIND_NONE;
}

/* "Đến hết ngày …, 90% cơ quan đã xử lý …" was reached. */
static gboolean
is_past (const Reader *self,
         guint         first,
         guint         last)
{
  for (guint i = first; i < last; i += dd_body_step (self->body, i, last))
    {
      int value = 0;

      if (dd_body_match_value (self->body, i, last, DD_WORD_PAST, &value) > 0 && value == PAST_DONE)
        return TRUE;
    }

  return FALSE;
}

/* "Trước ngày 01/01/2025, 100% TTHC …", "Phấn đấu đến năm 2025 …": a figure to
 * be reached. In a section of targets a figure is enough. */
static gboolean
is_milestone (const Reader *self,
              guint         first,
              guint         last,
              const Frame  *frame)
{
  if (frame->zone == DD_ZONE_AIMS)
    return has_target (self, first, last) && !is_past (self, first, last);
  if (frame->zone != DD_ZONE_TASKS || self->assignment.lead->len > 0)
    return FALSE;
  if (self->assignment.form != DD_ASSIGNMENT_NONE &&
      (self->assignment.flags & DD_ASSIGNMENT_SOFT) == 0)
    return FALSE;

  return has_deadline (self, first, last) && has_target (self, first, last) &&
         !is_past (self, first, last);
}

/* "Thời gian hoàn thành trước ngày 25/9.", "Xong trước 30/6.": a sentence that
 * only says by when the one before is to be done. */
static gboolean
is_only_time (const Reader *self,
              guint         first,
              guint         last)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (DdTimePhrase));
  guint n_time = 0;

  if (last - first > TIME_SENTENCE_MAX)
    return FALSE;

  dd_time_find (self->body, first, last, TRUE, self->text->reference, times);
  for (guint i = 0; i < times->len; i++)
    {
      const DdRange *words = &g_array_index (times, DdTimePhrase, i).words;

      n_time += words->last - words->first;
    }

  return n_time > 0 && last - first <= n_time + OTHER_WORDS_MAX;
}

/* "Đồng ý gia hạn … của Sở A đến hết ngày X": no task, but a new deadline. */
static gboolean
read_extension (Reader *self,
                guint   first,
                guint   last,
                Frame  *frame)
{
  const DdBody *body = self->body;
  GArray *lead = self->assignment.lead;

  if (self->assignment.form != DD_ASSIGNMENT_DECISION ||
      dd_body_match (body, dd_assignment_skip_opener (body, first, last, NULL), last,
                     DD_WORD_EXTEND) == 0 ||
      !has_deadline (self, first, last))
    return FALSE;

  g_array_set_size (lead, 0);
  for (guint i = first; i < last && lead->len == 0; i++)
    if (dd_body_match (body, i, last, DD_WORD_OF) > 0 ||
        dd_body_match (body, i, last, DD_WORD_TOWARDS) > 0)
      dd_unit_match_list (body, i + 1, last, lead);
  start_draft (self, first, last, frame);
  flush (self);

  return TRUE;
}

/* Whether what the assignment says may be believed where it stands. */
static gboolean
is_accepted (const Reader *self,
             const Frame  *frame)
{
  const DdAssignment *assignment = &self->assignment;

  switch (assignment->form)
    {
    case DD_ASSIGNMENT_DIRECTED:
    case DD_ASSIGNMENT_DUTY:
      return TRUE;
    case DD_ASSIGNMENT_SUBJECT:
      if (frame->zone == DD_ZONE_TASKS || frame->zone == DD_ZONE_SPEECH)
        return TRUE;
      if (frame->zone == DD_ZONE_AIMS)
        return (assignment->flags & DD_ASSIGNMENT_STRONG) != 0;
      return frame->zone == DD_ZONE_NONE && (assignment->flags & DD_ASSIGNMENT_STRONG) != 0 &&
             !(self->official && (assignment->flags & DD_ASSIGNMENT_MODAL) != 0);
    case DD_ASSIGNMENT_VERB:
      return frame->zone == DD_ZONE_TASKS || frame->zone == DD_ZONE_SPEECH;
    case DD_ASSIGNMENT_MANDATE:
      return assignment->lead->len > 0 && !self->official;
    case DD_ASSIGNMENT_NONE:
    case DD_ASSIGNMENT_REPORT:
    case DD_ASSIGNMENT_DECISION:
    case DD_ASSIGNMENT_CONDITION:
    case DD_ASSIGNMENT_CLOSING:
    default:
      return FALSE;
    }
}

static DdSetting
get_setting (const Reader *self,
             const Frame  *frame)
{
  return (DdSetting) {
    .official = self->official,
    .tasks = frame->zone == DD_ZONE_TASKS || frame->zone == DD_ZONE_SPEECH,
    .heading = frame->heading,
    .item = get_block (self, self->block)->marker != DD_MARKER_NONE,
    .typed = self->few_lines,
  };
}

/* What a directive means for those behind it. */
static void
remember (Reader *self,
          Frame  *frame)
{
  const DdAssignment *assignment = &self->assignment;
  const gboolean passing = (assignment->flags & (DD_ASSIGNMENT_ASIDE | DD_ASSIGNMENT_FORBIDS)) != 0;
  const DdBlock *block = get_block (self, self->block);

  if (assignment->form == DD_ASSIGNMENT_MANDATE)
    return;
  if (assignment->lead->len > 0 && !passing)
    {
      frame->lead = keep (self, assignment->lead);
      frame->coordinating = NULL;
      self->frames[self->block].lead = frame->lead;
      /* Paragraphs go on with the subject of the paragraph before, items do not. */
      if (block->marker == DD_MARKER_NONE)
        get_outer_frame (self)->lead = frame->lead;
    }
  /* In a letter orders follow the first one; in news they may. */
  if (frame->zone == DD_ZONE_NONE)
    {
      frame->zone = self->official ? DD_ZONE_TASKS : DD_ZONE_SPEECH;
      if (block->marker == DD_MARKER_NONE)
        get_outer_frame (self)->zone = frame->zone;
    }
}

/* News go over from what is asked for to what was done; whoever is told of may
 * go on to ask: "Phó Thủ tướng … ghi nhận …. Đồng thời, đề nghị". */
static void
hear_report (Reader *self,
             Frame  *frame)
{
  const GArray *lead = self->assignment.lead;

  if (self->official)
    return;
  if (lead->len == 1 &&
      (g_array_index (lead, DdUnitMention, 0).flags & (DD_UNIT_POST | DD_UNIT_PERSON)) != 0 &&
      (g_array_index (lead, DdUnitMention, 0).flags & (DD_UNIT_GROUP | DD_UNIT_ANAPHOR)) == 0)
    {
      frame->assigner = keep (self, lead);
      self->root.assigner = frame->assigner;
    }
  if (frame->zone != DD_ZONE_SPEECH)
    return;

  frame->zone = DD_ZONE_NONE;
  get_outer_frame (self)->zone = DD_ZONE_NONE;
}

static void
read_assignment (Reader *self,
                 guint   first,
                 guint   last,
                 Frame  *frame)
{
  const DdSetting setting = get_setting (self, frame);

  dd_assignment_read (&self->assignment, self->body, first, last, &setting);
  resolve_lead (self, frame);
}

/* "Thủ trưởng các đơn vị chịu trách nhiệm …; phân công cán bộ …": whom a unit
 * tells to do something is its own. */
static gboolean
is_own_work (const Reader *self)
{
  const DdUnitMention *mention;

  if (!self->drafting || self->draft.form != DD_ASSIGNMENT_SUBJECT ||
      self->assignment.form != DD_ASSIGNMENT_DIRECTED || self->assignment.assigner->len > 0)
    return FALSE;

  mention = &g_array_index (self->assignment.lead, DdUnitMention, 0);

  return (mention->flags & (DD_UNIT_GROUP | DD_UNIT_BARE | DD_UNIT_ANAPHOR)) != 0;
}

/* Clauses behind the one that directs: those with a subject of their own are
 * directives of their own, the others go on with it. */
static void
read_clauses (Reader *self,
              guint   first,
              guint   last,
              Frame  *frame)
{
  while (first < last)
    {
      const guint end = dd_clause_find_end (self->body, first, last);
      gboolean content = FALSE;

      read_assignment (self, first, end, frame);
      if (self->assignment.lead->len > 0 && is_accepted (self, frame) &&
          self->assignment.form != DD_ASSIGNMENT_MANDATE && !is_own_work (self))
        {
          resolve_assigner (self, frame);
          start_draft (self, first, end, frame);
          remember (self, frame);
        }
      else if (self->drafting)
        {
          self->draft.words.last = end;
        }
      else if (is_accepted (self, frame))
        {
          start_draft (self, first, end, frame);
        }

      for (guint i = first; i < end && !content; i++)
        content = dd_body_match (self->body, i, end, DD_WORD_CONTENT) > 0;
      first = end;
      if (content)
        {
          if (self->drafting)
            self->draft.words.last = last;
          return;
        }
    }
}

/* The end of the clause that has token @i in it. */
static guint
find_clause_end_of (const DdBody *body,
                    guint         first,
                    guint         i,
                    guint         last)
{
  guint end = first;

  while (end <= i && end < last)
    end = dd_clause_find_end (body, end, last);

  return end;
}

static gboolean
has_content (const DdBody *body,
             guint         first,
             guint         last)
{
  for (guint i = first; i < last; i++)
    if (body->tokens[i].node != 0 && dd_body_match (body, i, last, DD_WORD_CONTENT) > 0)
      return TRUE;

  return FALSE;
}

static void
read_sentence (Reader *self,
               guint   first,
               guint   last,
               Frame  *frame)
{
  const DdBlock *block = get_block (self, self->block);
  guint end;

  if (self->drafting && is_only_time (self, first, last))
    {
      self->draft.words.last = last;
      return;
    }
  if (!is_narrow_item (block))
    flush (self);
  /* "Theo đó, các sở, ngành rà soát …": news tell what a document says. */
  if (!self->official && frame->zone == DD_ZONE_NONE &&
      dd_body_match (self->body, first, last, DD_WORD_ACCORDING) > 0)
    {
      frame->zone = DD_ZONE_SPEECH;
      get_outer_frame (self)->zone = DD_ZONE_SPEECH;
    }
  read_assignment (self, first, last, frame);

  if (is_milestone (self, first, last, frame))
    {
      start_draft (self, first, last, frame);
      self->draft.milestone = TRUE;
      self->draft.lead = frame->heading || self->assignment.lead->len > 0 ? self->draft.lead : NULL;
      flush (self);
      return;
    }

  if (!is_accepted (self, frame))
    {
      if (self->assignment.form == DD_ASSIGNMENT_REPORT)
        hear_report (self, frame);
      /* The sentences of a narrow item belong together. */
      if (self->drafting && is_narrow_item (block) &&
          self->assignment.form == DD_ASSIGNMENT_NONE && frame->zone == DD_ZONE_TASKS)
        {
          self->draft.words.last = last;
          return;
        }
      flush (self);
      if (read_extension (self, first, last, frame))
        return;
      /* "Thống nhất …; giao U …" */
      if (self->assignment.form == DD_ASSIGNMENT_DECISION ||
          self->assignment.form == DD_ASSIGNMENT_REPORT)
        {
          end = dd_clause_find_end (self->body, first, last);
          read_clauses (self, end, last, frame);
        }
      return;
    }

  resolve_assigner (self, frame);
  if (self->drafting && self->assignment.form == DD_ASSIGNMENT_VERB && is_narrow_item (block))
    {
      self->draft.words.last = last;
      return;
    }

  end = find_clause_end_of (self->body, first, self->assignment.predicate, last);
  if (has_content (self->body, first, end))
    end = last;
  start_draft (self, first, end, frame);
  remember (self, frame);
  read_clauses (self, end, last, frame);
}

/* Whether a colon at token @colon opens what an assigner says: "yêu cầu:",
 * "kết luận như sau:", "nhấn mạnh:". */
static gboolean
opens_speech (const DdBody *body,
              guint         first,
              guint         colon)
{
  const guint start = colon > first + 6 ? colon - 6 : first;

  for (guint i = start; i < colon; i++)
    {
      const guint n = MAX (dd_body_match (body, i, colon, DD_WORD_CONCLUDE),
                           dd_body_match (body, i, colon, DD_WORD_ASSIGN));

      if (n == 0)
        continue;
      if (i + n == colon || i + n + dd_body_match (body, i + n, colon, DD_WORD_AS_FOLLOWS) == colon)
        return TRUE;
    }

  return FALSE;
}

/* A colon inside a sentence behind which the assigner's words begin. Returns
 * @last if there is none. */
static guint
find_speech (const DdBody *body,
             guint         first,
             guint         last)
{
  for (guint i = first; i + 1 < last; i++)
    {
      if (dd_body_is_mark (body, i, last, ';'))
        break;
      if (dd_body_is_mark (body, i, last, ':') && opens_speech (body, first, i))
        return i + 1;
    }

  return last;
}

static gboolean
has_class (const DdBody *body,
           guint         first,
           guint         last,
           DdWordClass   word_class)
{
  for (guint i = first; i < last; i++)
    if (body->tokens[i].node != 0 && dd_body_match (body, i, last, word_class) > 0)
      return TRUE;

  return FALSE;
}

/* Who speaks in a lead-in: the last leader named in front of its colon. */
static GArray *
find_speaker (Reader *self,
              guint   first,
              guint   last)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  GArray *speaker = NULL;
  guint i = first;

  while (i < last)
    {
      guint end = i;

      g_array_set_size (mentions, 0);
      if (self->body->tokens[i].node != 0 && dd_body_is_capital (self->body, i, last))
        end = dd_unit_match (self->body, i, last, mentions);
      if (end > i && mentions->len > 0 &&
          (g_array_index (mentions, DdUnitMention, 0).flags & (DD_UNIT_GROUP | DD_UNIT_ANAPHOR)) == 0 &&
          !has_class (self->body, i > first ? i - 1 : i, i, DD_WORD_OF))
        speaker = keep (self, mentions);
      i = MAX (end, i + 1);
    }

  return speaker;
}

/* What ends with a colon says for all that follows who assigns, who leads, who
 * helps, by when: "Chủ tịch UBND tỉnh yêu cầu:", "Giao Sở A chủ trì, phối hợp
 * với Sở B:". @whole: the colon ends the block. */
static void
read_lead_in (Reader *self,
              guint   first,
              guint   last,
              Frame  *frame,
              gboolean whole)
{
  const DdBlock *block = get_block (self, self->block);
  Frame *outer = block->marker == DD_MARKER_NONE ? get_outer_frame (self)
                                                 : &self->frames[self->block];
  const gboolean speech = opens_speech (self->body, first, last - 1);
  const DdZone zone = whole || self->official ? DD_ZONE_TASKS : DD_ZONE_SPEECH;
  gboolean directs;

  read_assignment (self, first, last, frame);
  resolve_assigner (self, frame);
  directs = is_accepted (self, frame) && self->assignment.form != DD_ASSIGNMENT_MANDATE;

  if (self->assignment.assigner->len == 0 && speech)
    {
      GArray *speaker = find_speaker (self, first, last);

      if (speaker != NULL)
        {
          frame->assigner = speaker;
          self->root.assigner = speaker;
        }
    }
  if (directs && self->assignment.lead->len > 0)
    {
      frame->lead = keep (self, self->assignment.lead);
      frame->heading = block->marker != DD_MARKER_NONE;
    }
  if (directs)
    {
      g_autoptr (GArray) coordinating = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
      g_autoptr (GArray) report_to = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (DdTimePhrase));

      dd_roles_find (self->body, first, last, coordinating, report_to);
      if (coordinating->len > 0)
        frame->coordinating = keep (self, coordinating);
      dd_time_find (self->body, first, last, FALSE, self->text->reference, times);
      if (times->len > 0 && g_array_index (times, DdTimePhrase, 0).deadline != DD_DAY_NONE)
        {
          DdTimePhrase *due = g_new (DdTimePhrase, 1);

          *due = g_array_index (times, DdTimePhrase, times->len - 1);
          g_ptr_array_add (self->dues, due);
          frame->due = due;
        }
    }
  if (directs || speech)
    frame->zone = zone;

  outer->assigner = frame->assigner;
  outer->zone = frame->zone;
  if (directs)
    {
      outer->lead = frame->lead;
      outer->heading = frame->heading;
      outer->coordinating = frame->coordinating;
      outer->due = frame->due;
    }
  self->frames[self->block] = *frame;
}

/* Whether a lead-in says so much that it is a directive itself. */
static gboolean
says_enough (const Reader *self,
             guint         last)
{
  return self->assignment.form >= DD_ASSIGNMENT_DIRECTED &&
         last > self->assignment.predicate + LEAD_IN_TOKENS_MAX;
}

/* "(1) …; (2) …" in one paragraph: what each begins with is no word of it. */
static guint
skip_enumerator (const DdBody *body,
                 guint         i,
                 guint         last)
{
  if (dd_body_is_mark (body, i, last, '(') && dd_body_is_mark (body, i + 2, last, ')'))
    return i + 3;

  return i;
}

static void
read_text (Reader *self,
           Frame  *frame,
           guint   first)
{
  const DdBlock *block = get_block (self, self->block);
  const DdBody *body = self->body;

  while (first < block->words.last)
    {
      guint last = dd_sentence_find_end (body, first, block->words.last);
      const guint speech = find_speech (body, first, last);

      if (speech < last)
        {
          flush (self);
          read_lead_in (self, first, speech, frame, FALSE);
          first = skip_enumerator (body, speech, last);
          continue;
        }
      if (last == block->words.last && dd_body_is_mark (body, last - 1, last, ':'))
        {
          flush (self);
          read_lead_in (self, first, last, frame, TRUE);
          if (says_enough (self, last) && is_accepted (self, frame))
            {
              start_draft (self, first, last - 1, frame);
              flush (self);
            }
        }
      else
        {
          read_sentence (self, first, last, frame);
        }
      first = last;
    }
  flush (self);
}

/* The items below a heading that are fields of a plan: "- Cơ quan chủ trì: …".
 * Returns the block behind the last; the one behind the heading if there are
 * none. */
static guint
find_fields_end (const Reader *self,
                 guint         heading)
{
  const guint n = self->outline->blocks->len;
  const DdBlock *block = get_block (self, heading);
  guint i = heading + 1;
  guint last = heading + 1;

  while (i < n)
    {
      const DdBlock *item = get_block (self, i);
      const gboolean inside = item->parent == heading ||
                              (item->marker == DD_MARKER_NONE && item->parent == block->parent);

      if (item->depth < block->depth || (item->depth == block->depth && item->marker != DD_MARKER_NONE))
        break;
      if (inside && dd_plan_field_begins (self->body, item->words.first, item->words.last))
        last = i + 1;
      else if (item->parent == block->parent || (inside && item->n_items > 0))
        break;
      i++;
    }

  return last;
}

static gboolean
has_task_field (const Reader *self,
                guint         first,
                guint         last)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (DdPlanField));

  for (guint i = first; i < last; i++)
    dd_plan_field_find (self->body, get_block (self, i)->words.first,
                        get_block (self, i)->words.last, fields);
  for (guint i = 0; i < fields->len; i++)
    {
      const DdPlanFieldKind kind = g_array_index (fields, DdPlanField, i).kind;

      if (kind == DD_PLAN_FIELD_LEAD || kind == DD_PLAN_FIELD_DEADLINE)
        return TRUE;
    }

  return FALSE;
}

static void
add_plan_task (Reader *self,
               guint   heading,
               guint   end,
               Frame  *frame)
{
  const DdBlock *block = get_block (self, heading);
  g_autofree char *ordinal = dd_outline_get_ordinal (self->outline, self->body, heading);
  DdClauseDraft draft = { .form = DD_ASSIGNMENT_DUTY, .flags = DD_ASSIGNMENT_STRONG };

  draft.words = (DdRange) { end > heading + 1 ? block->whole.first : block->words.first,
                            get_block (self, end - 1)->words.last };
  draft.assigner = frame->assigner;
  draft.lead = frame->lead;
  /* "Văn phòng Sở tổng hợp …; thời hạn: 10/7" */
  if (end == heading + 1)
    {
      self->block = heading;
      read_assignment (self, block->words.first, block->words.last, frame);
      if (self->assignment.form >= DD_ASSIGNMENT_DIRECTED && self->assignment.lead->len > 0)
        {
          draft.lead = keep (self, self->assignment.lead);
          draft.own_lead = TRUE;
        }
    }
  draft.official = self->official;
  draft.item = TRUE;
  dd_clause_draft_finish (&draft, self->text, ordinal, self->findings);
}

/* A task of a plan: what is to be done in a heading, who and when in fields
 * below it. Returns the block behind it; @heading if it is none. */
static guint
read_plan_task (Reader *self,
                guint   heading,
                Frame  *frame)
{
  const guint end = find_fields_end (self, heading);

  if (end == heading + 1 || !has_task_field (self, heading + 1, end))
    return heading;
  add_plan_task (self, heading, end, frame);

  return end;
}

/* A headline, a caption, a line of a page: in news, what is short and does not
 * end as a sentence does. */
static gboolean
is_caption (const Reader  *self,
            const DdBlock *block)
{
  if (self->few_lines || block->marker != DD_MARKER_NONE || block->closed)
    return FALSE;
  if (dd_layout_is_upper (self->body, block->words.first, block->words.last))
    return TRUE;

  return block->words.last - block->words.first <= CAPTION_TOKENS_MAX;
}

/* Reads a block that opens something: a section, the tasks of a unit. Returns
 * where words begin that are no heading. */
static guint
read_heading (Reader        *self,
              const DdBlock *block,
              Frame         *frame)
{
  const gboolean narrow_leaf = block->marker >= DD_MARKER_LETTER && block->n_items == 0;
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  DdZone zone;
  guint behind;

  if (dd_heading_match_units (self->body, block, units))
    {
      frame->lead = keep (self, units);
      frame->coordinating = NULL;
      frame->heading = TRUE;
      if (frame->zone != DD_ZONE_AIMS)
        frame->zone = DD_ZONE_TASKS;
      self->frames[self->block] = *frame;
      if (block->marker == DD_MARKER_NONE)
        *get_outer_frame (self) = *frame;
      return block->words.last;
    }

  zone = dd_heading_match_section (self->body, block, &behind);
  /* "- Đánh giá kết quả …" in a list of tasks is one. */
  if (zone == DD_ZONE_NONE ||
      (narrow_leaf && behind == block->words.last && frame->zone == DD_ZONE_TASKS))
    return block->words.first;

  frame->zone = zone;
  self->frames[self->block] = *frame;
  if (block->marker == DD_MARKER_NONE)
    get_outer_frame (self)->zone = zone;

  return behind;
}

/* An item that only names what the items below it are about. */
static gboolean
is_topic (const Reader  *self,
          const DdBlock *block)
{
  const guint first = block->words.first;
  const guint last = block->words.last;

  if (dd_body_is_mark (self->body, last - 1, last, ':') &&
      dd_body_match (self->body, first, last, DD_WORD_TOPIC) > 0 &&
      dd_body_match (self->body, first, last, DD_WORD_ASSIGN) == 0)
    return TRUE;

  return !block->closed && block->n_items > 0 && last - first <= CAPTION_TOKENS_MAX;
}

static void
read_block (Reader *self)
{
  const DdBlock *block = get_block (self, self->block);
  Frame frame = block->parent == self->block ? self->root : self->frames[block->parent];
  guint first;

  /* The first item of an official document opens its orders, if nothing did. */
  if (self->official && frame.zone == DD_ZONE_NONE && block->marker != DD_MARKER_NONE &&
      block->marker != DD_MARKER_CELL)
    frame.zone = DD_ZONE_TASKS;
  self->frames[self->block] = frame;

  if (is_caption (self, block))
    return;
  if (has_task_field (self, self->block, self->block + 1) &&
      (frame.zone == DD_ZONE_TASKS || frame.zone == DD_ZONE_NONE))
    {
      /* "Tập huấn …. Đơn vị chủ trì: A; thời gian: quý II" */
      add_plan_task (self, self->block, self->block + 1, &frame);
      return;
    }
  first = read_heading (self, block, &frame);
  if (first < block->words.last && !is_topic (self, block))
    read_text (self, &frame, first);
}

static void
find_addressees (Reader *self)
{
  const DdRange range = self->outline->addressees;
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  guint i = range.first;

  while (i < range.last)
    {
      const guint end = dd_unit_match (self->body, i, range.last, units);

      i = MAX (end, i + 1);
    }
  if (units->len > 0)
    self->root.lead = keep (self, units);
}

/**
 * dd_reader_read:
 * @outline: the paragraphs and items of the text
 * @official: whether it is an official document, not news
 * @findings: (element-type DdFinding): where the findings are added
 *
 * Goes through a text and finds what it directs, with what lower items inherit
 * from upper ones, and sentences from those before them.
 */
void
dd_reader_read (const DdClauseDraftText *text,
                const DdOutline   *outline,
                gboolean           official,
                GPtrArray         *findings)
{
  const guint n = outline->blocks->len;
  Reader self = { .text = text, .body = text->body, .outline = outline, .official = official,
                  .findings = findings };
  guint i = 0;
  guint n_closed = 0;

  self.frames = g_new0 (Frame, n);
  self.kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self.dues = g_ptr_array_new_with_free_func (g_free);
  dd_assignment_init (&self.assignment);
  for (i = 0; i < n && i < 8; i++)
    n_closed += get_block (&self, i)->closed;
  self.few_lines = n <= 3 && n_closed <= 1;
  if (self.few_lines)
    self.root.zone = DD_ZONE_SPEECH;
  find_addressees (&self);

  for (i = 0; i < n;)
    {
      guint next;

      self.block = i;
      next = dd_plan_table_read (text, outline, i, self.root.assigner, official, findings);
      if (next == i && get_block (&self, i)->marker == DD_MARKER_CELL)
        next = i + 1;           /* of another table */
      if (next == i)
        {
          const DdBlock *block = get_block (&self, i);
          Frame frame = block->parent == i ? self.root : self.frames[block->parent];

          next = read_plan_task (&self, i, &frame);
        }
      if (next == i)
        {
          read_block (&self);
          next = i + 1;
        }
      else
        {
          for (guint j = i; j < next; j++)
            self.frames[j] = get_block (&self, j)->parent == j
                             ? self.root : self.frames[get_block (&self, j)->parent];
        }
      i = next;
    }

  dd_assignment_clear (&self.assignment);
  g_ptr_array_unref (self.kept);
  g_ptr_array_unref (self.dues);
  g_free (self.frames);
}
