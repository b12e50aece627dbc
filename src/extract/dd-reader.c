/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-reader"

#include "dd-reader.h"

#include "dd-clause-findings.h"
#include "dd-plan-field.h"
#include "dd-plan-table.h"
#include "dd-plan-task.h"
#include "dd-reader-private.h"
#include "dd-roles.h"
#include "dd-sentence.h"
#include "dd-speech.h"
#include "dd-unit-matcher.h"

/* A paragraph of news without a full stop is a heading or a caption if it is
 * shorter than this. */
#define CAPTION_TOKENS_MAX 40

/* A lead-in that says more than this directs something itself. */
#define LEAD_IN_TOKENS_MAX 26

/* What somebody types in a line or two has not more blocks than this. */
#define FEW_BLOCKS 3

/* What a block inherits from those that contain it. */
static DdFrame
get_inherited_frame (const DdReader *self,
                     guint           i)
{
  const guint parent = dd_reader_get_block (self, i)->parent;

  return parent == i ? self->root : self->frames[parent];
}

/* By when, said once for all items that follow. */
static void
read_shared_time (DdReader *self,
                  guint     first,
                  guint     last,
                  DdFrame  *frame)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (DdTimePhrase));

  dd_time_find (self->body, first, last, DD_TIME_PLACE_TEXT, self->text->reference, times);
  if (times->len > 0 && g_array_index (times, DdTimePhrase, 0).deadline != DD_DAY_NONE)
    {
      DdTimePhrase *due = g_new (DdTimePhrase, 1);

      *due = g_array_index (times, DdTimePhrase, times->len - 1);
      g_ptr_array_add (self->dues, due);
      frame->due = due;
    }
}

/* Who helps and by when, said once for all items that follow. */
static void
read_shared (DdReader *self,
             guint     first,
             guint     last,
             DdFrame  *frame)
{
  g_autoptr (GArray) coordinating = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  g_autoptr (GArray) report_to = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));

  dd_roles_find (self->body, first, last, coordinating, report_to);
  if (coordinating->len > 0)
    frame->coordinating = dd_reader_keep (self, coordinating);
  read_shared_time (self, first, last, frame);
}

/* What ends with a colon says for all that follows who assigns, who leads, who
 * helps, by when: "Chủ tịch UBND tỉnh yêu cầu:", "Giao Sở A chủ trì, phối hợp
 * với Sở B:". @whole: the colon ends the block. */
static void
read_lead_in (DdReader *self,
              guint     first,
              guint     last,
              DdFrame  *frame,
              gboolean  whole)
{
  const DdBlock *block = dd_reader_get_block (self, self->block);
  DdFrame *outer = block->marker == DD_MARKER_NONE ? dd_reader_get_outer_frame (self)
                                                 : &self->frames[self->block];
  const gboolean speech = dd_speech_opens (self->body, first, last - 1);
  const DdZone zone = whole || self->official ? DD_ZONE_TASKS : DD_ZONE_SPEECH;
  gboolean directs;

  dd_reader_read_assignment (self, first, last, frame);
  dd_reader_resolve_assigner (self, frame);
  directs = dd_reader_is_accepted (self, frame) && self->assignment.form != DD_ASSIGNMENT_MANDATE;

  if (self->assignment.assigner->len == 0 && speech)
    {
      g_autoptr (GArray) speaker = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));

      dd_speech_find_speaker (self->body, first, last, speaker);
      if (speaker->len > 0)
        {
          frame->assigner = dd_reader_keep (self, speaker);
          self->root.assigner = frame->assigner;
        }
    }
  if (directs && self->assignment.lead->len > 0)
    {
      frame->lead = dd_reader_keep (self, self->assignment.lead);
      frame->heading = block->marker != DD_MARKER_NONE;
    }
  if (directs)
    read_shared (self, first, last, frame);
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
says_enough (const DdReader *self,
             guint           last)
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
read_text (DdReader *self,
           DdFrame  *frame,
           guint     first)
{
  const DdBlock *block = dd_reader_get_block (self, self->block);
  const DdBody *body = self->body;

  self->tells = FALSE;
  self->talk = FALSE;
  while (first < block->words.last)
    {
      guint last = dd_sentence_find_end (body, first, block->words.last);
      const guint speech = dd_speech_find (body, first, last);

      if (speech < last)
        {
          dd_reader_flush (self);
          read_lead_in (self, first, speech, frame, FALSE);
          first = skip_enumerator (body, speech, last);
          continue;
        }
      if (last == block->words.last && dd_body_is_mark (body, last - 1, last, ':'))
        {
          dd_reader_flush (self);
          read_lead_in (self, first, last, frame, TRUE);
          if (says_enough (self, last) && dd_reader_is_accepted (self, frame))
            {
              dd_reader_start_draft (self, first, last - 1, frame);
              dd_reader_flush (self);
            }
        }
      else
        {
          dd_reader_read_sentence (self, first, last, frame);
        }
      first = last;
    }
  dd_reader_flush (self);
}

/* A task of a plan: the words of a block, and those of the fields below it, up to
 * block @end. */
static void
add_plan_task (DdReader      *self,
               guint          heading,
               guint          end,
               const DdFrame *frame)
{
  const DdBlock *block = dd_reader_get_block (self, heading);
  g_autofree char *ordinal = dd_outline_get_ordinal (self->outline, self->body, heading);
  DdClauseDraft draft = { .form = DD_ASSIGNMENT_DUTY, .flags = DD_ASSIGNMENT_STRONG };

  draft.words = (DdRange) { end > heading + 1 ? block->whole.first : block->words.first,
                            dd_reader_get_block (self, end - 1)->words.last };
  draft.assigner = frame->assigner;
  draft.lead = frame->lead;
  /* "Văn phòng Sở tổng hợp …; thời hạn: 10/7" */
  if (end == heading + 1)
    {
      self->block = heading;
      dd_reader_read_assignment (self, block->words.first, block->words.last, frame);
      if (self->assignment.form >= DD_ASSIGNMENT_DIRECTED && self->assignment.lead->len > 0)
        draft.lead = dd_reader_keep (self, self->assignment.lead);
    }
  draft.official = self->official;
  draft.item = TRUE;
  dd_clause_findings_add (&draft, self->text, ordinal, self->findings);
}

/* Whether a piece has nothing but the names of units or persons. */
static gboolean
is_names (const DdBody *body,
          guint         first,
          guint         last)
{
  guint i = first;

  while (i < last)
    {
      const guint behind = dd_unit_match (body, i, last, NULL);

      if (behind == i && body->tokens[i].kind != DD_TOKEN_MARK &&
          dd_body_match (body, i, last, DD_WORD_AND) == 0)
        return FALSE;
      i = MAX (behind, i + 1);
    }

  return TRUE;
}

/* "Thời gian: quý I" and "Chủ trì: Sở Tư pháp" say nothing of what is to be done. */
static gboolean
is_lone_field (const DdReader *self,
               const DdBlock  *block)
{
  const DdRange words = block->words;
  DdPlanFieldKind kind = dd_plan_field_get_kind (self->body, words.first, words.last);
  guint n;

  if (kind != DD_PLAN_FIELD_LEAD)
    return kind == DD_PLAN_FIELD_DEADLINE || kind == DD_PLAN_FIELD_COORDINATING;
  n = dd_plan_field_match_label (self->body, words.first, words.last, &kind);

  return is_names (self->body, words.first + n + 1, words.last);
}

/* A headline, a caption, a line of a page: in news, what is short and does not
 * end as a sentence does. */
static gboolean
is_caption (const DdReader *self,
            const DdBlock  *block)
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
read_heading (DdReader      *self,
              const DdBlock *block,
              DdFrame       *frame)
{
  const gboolean narrow_leaf = block->marker >= DD_MARKER_LETTER && block->n_items == 0;
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  DdZone zone;
  guint behind;

  if (dd_heading_match_units (self->body, block, units))
    {
      frame->lead = dd_reader_keep (self, units);
      frame->coordinating = NULL;
      frame->heading = TRUE;
      if (frame->zone != DD_ZONE_AIMS)
        frame->zone = DD_ZONE_TASKS;
      self->frames[self->block] = *frame;
      if (block->marker == DD_MARKER_NONE)
        *dd_reader_get_outer_frame (self) = *frame;
      return block->words.last;
    }

  zone = dd_heading_match_section (self->body, block, &behind);
  /* "- Đánh giá kết quả …" in a list of tasks is one. */
  if (zone == DD_ZONE_NONE ||
      (narrow_leaf && behind == block->words.last && frame->zone == DD_ZONE_TASKS))
    return block->words.first;

  frame->zone = zone;
  /* "III. CHỈ TIÊU ĐẾN 31/12/2024" */
  if (zone == DD_ZONE_AIMS)
    read_shared_time (self, block->words.first, block->words.last, frame);
  self->frames[self->block] = *frame;
  if (block->marker == DD_MARKER_NONE)
    {
      dd_reader_get_outer_frame (self)->zone = zone;
      dd_reader_get_outer_frame (self)->due = frame->due;
    }

  return behind;
}

/* An item that only names what the items below it are about. */
static gboolean
is_topic (const DdReader *self,
          const DdBlock  *block)
{
  const guint first = block->words.first;
  const guint last = block->words.last;

  if (dd_body_is_mark (self->body, last - 1, last, ':') &&
      dd_body_match (self->body, first, last, DD_WORD_TOPIC) > 0 &&
      dd_body_match (self->body, first, last, DD_WORD_ASSIGN) == 0)
    return TRUE;

  return !block->closed && block->n_items > 0 && last - first <= CAPTION_TOKENS_MAX;
}

/* Whether news go on behind the sentence that has a field: "Ông giao Sở A …; thời hạn: ngày
 * 25/8. Trong khi chờ, …". */
static gboolean
tells_more (const DdReader *self,
            const DdBlock  *block)
{
  return !self->official && block->marker == DD_MARKER_NONE &&
         dd_sentence_find_end (self->body, block->words.first,
                               block->words.last) < block->words.last;
}

static void
read_block (DdReader *self)
{
  const DdBlock *block = dd_reader_get_block (self, self->block);
  DdFrame frame = get_inherited_frame (self, self->block);
  guint first;

  /* The first item of an official document opens its orders, if nothing did. */
  if (self->official && frame.zone == DD_ZONE_NONE && block->marker != DD_MARKER_NONE &&
      block->marker != DD_MARKER_CELL)
    frame.zone = DD_ZONE_TASKS;
  /* "II. Nội dung báo cáo" of minutes: what is asked for there directs nobody. */
  if (self->block < self->conclusion)
    frame.zone = DD_ZONE_TALK;
  self->frames[self->block] = frame;

  if (is_caption (self, block) || is_lone_field (self, block))
    return;
  if (!tells_more (self, block) &&
      dd_plan_task_has_field (self->outline, self->body, self->block, self->block + 1) &&
      (frame.zone == DD_ZONE_TASKS || frame.zone == DD_ZONE_NONE))
    {
      /* "Tập huấn …. Đơn vị chủ trì: A; thời gian: quý II" */
      add_plan_task (self, self->block, self->block + 1, &frame);
      if (!self->official && frame.zone == DD_ZONE_NONE && block->marker == DD_MARKER_NONE)
        dd_reader_get_outer_frame (self)->zone = DD_ZONE_SPEECH;
      return;
    }
  first = block->words.first;
  if (self->block >= self->conclusion)
    first = read_heading (self, block, &frame);
  if (first < block->words.last && !is_topic (self, block))
    read_text (self, &frame, first);
}

static void
find_addressees (DdReader *self)
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
    self->root.lead = dd_reader_keep (self, units);
}

/* In minutes the block with which the chair concludes: "II. KẾT LUẬN CỦA CHỦ TRÌ",
 * "Đồng chí Chủ tịch kết luận:". */
static guint
find_conclusion (const DdOutline *outline,
                 const DdBody    *body)
{
  for (guint i = 1; i < outline->blocks->len; i++)
    {
      const DdBlock *block = dd_outline_get_block (outline, i);
      const guint first = block->words.first;
      const guint last = block->words.last;

      if (last - first <= CAPTION_TOKENS_MAX &&
          (!block->closed || dd_body_is_mark (body, last - 1, last, ':')) &&
          dd_body_contains (body, first, last, DD_WORD_CONCLUSION))
        return i;
    }

  return 0;
}

/* Whether the text is a line or two that somebody typed. */
static gboolean
is_few_lines (const DdOutline *outline)
{
  guint n_closed = 0;

  if (outline->blocks->len > FEW_BLOCKS)
    return FALSE;
  for (guint i = 0; i < outline->blocks->len; i++)
    n_closed += dd_outline_get_block (outline, i)->closed;

  return n_closed <= 1;
}

/* Whether a block is the heading of a section, "II. NHIỆM VỤ CỤ THỂ", whose tasks
 * stand below it; a task may have such a name, but then its fields follow. */
static gboolean
is_section (const DdReader *self,
            guint           i)
{
  const DdBlock *block = dd_reader_get_block (self, i);
  const DdBlock *next;
  guint behind;

  if (i + 1 >= self->outline->blocks->len ||
      dd_heading_match_section (self->body, block, &behind) == DD_ZONE_NONE ||
      behind < block->words.last)
    return FALSE;
  next = dd_reader_get_block (self, i + 1);

  return dd_plan_field_get_kind (self->body, next->words.first,
                                 next->words.last) == DD_PLAN_FIELD_NONE;
}

/* A task of a plan that takes several blocks: a row of a table, or what is to be
 * done in a heading and who and when in fields below it. Returns the block behind
 * it; @i if there is none. */
static guint
read_plan (DdReader *self,
           guint     i)
{
  const DdFrame frame = get_inherited_frame (self, i);
  guint next = dd_plan_table_read (self->text, self->outline, i, self->root.assigner,
                                   self->official, self->findings);

  if (next > i)
    return next;
  if (i < self->conclusion)
    return i;
  if (dd_reader_get_block (self, i)->marker == DD_MARKER_CELL)
    return i + 1;               /* of another table */
  if (is_section (self, i))
    return i;

  next = dd_plan_task_find_end (self->outline, self->body, i);
  if (next == i + 1 || !dd_plan_task_has_field (self->outline, self->body, i + 1, next))
    return i;
  add_plan_task (self, i, next, &frame);

  return next;
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
                const DdOutline         *outline,
                gboolean                 official,
                GPtrArray               *findings)
{
  const guint n = outline->blocks->len;
  DdReader self = { .text = text, .body = text->body, .outline = outline, .official = official,
                    .findings = findings };

  self.frames = g_new0 (DdFrame, n);
  self.kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self.dues = g_ptr_array_new_with_free_func (g_free);
  dd_assignment_init (&self.assignment);
  self.few_lines = is_few_lines (outline);
  if (self.few_lines)
    self.root.zone = DD_ZONE_SPEECH;
  if (text->minutes)
    self.conclusion = find_conclusion (outline, self.body);
  find_addressees (&self);

  for (guint i = 0; i < n;)
    {
      const guint next = read_plan (&self, i);

      for (guint j = i; j < next; j++)
        self.frames[j] = get_inherited_frame (&self, j);
      self.block = i;
      if (next == i)
        read_block (&self);
      i = MAX (next, i + 1);
    }

  dd_assignment_clear (&self.assignment);
  g_ptr_array_unref (self.kept);
  g_ptr_array_unref (self.dues);
  g_free (self.frames);
}
