/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-reader-sentence"

#include "dd-reader-private.h"

#include "dd-clause-findings.h"
#include "dd-clause-reader.h"
#include "dd-opening.h"
#include "dd-roles.h"
#include "dd-sentence.h"
#include "dd-statement.h"
#include "dd-unit-list.h"

/* Nobody assigns to more units by name at once. What is longer is cut, so that
 * a list that thousands of items inherit stays small. */
#define UNITS_MAX 100

/* The value of verbs that units do, too: "chỉ đạo". */
#define ASSIGN_IS_WORK 2

/**
 * dd_reader_get_block:
 *
 * Returns: (transfer none): block @i of the text that is being read
 */
const DdBlock *
dd_reader_get_block (const DdReader *self,
                     guint           i)
{
  return dd_outline_get_block (self->outline, i);
}

/**
 * dd_reader_keep:
 *
 * Returns: (transfer none): the first of @mentions, in an array that lives as long
 *   as the reader
 */
const GArray *
dd_reader_keep (DdReader     *self,
                const GArray *mentions)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));

  g_array_append_vals (copy, mentions->data, MIN (mentions->len, UNITS_MAX));
  g_ptr_array_add (self->kept, copy);

  return copy;
}

/**
 * dd_reader_get_outer_frame:
 *
 * Returns: (transfer none): what later blocks on the same level inherit
 */
DdFrame *
dd_reader_get_outer_frame (DdReader *self)
{
  const DdBlock *block = dd_reader_get_block (self, self->block);

  return block->parent == self->block ? &self->root : &self->frames[block->parent];
}

/**
 * dd_reader_flush:
 *
 * Ends the directive that is being read, if there is one, and adds it to the
 * findings.
 */
void
dd_reader_flush (DdReader *self)
{
  g_autofree char *ordinal = NULL;

  if (!self->drafting)
    return;

  self->drafting = FALSE;
  ordinal = dd_outline_get_ordinal (self->outline, self->body, self->block);
  dd_clause_findings_add (&self->draft, self->text, ordinal, self->findings);
}

/**
 * dd_reader_start_draft:
 *
 * Begins a directive with the clauses between two tokens, as the assignment that
 * was read last tells it.
 */
void
dd_reader_start_draft (DdReader      *self,
                       guint          first,
                       guint          last,
                       const DdFrame *frame)
{
  const DdAssignment *assignment = &self->assignment;
  const gboolean own = assignment->lead->len > 0;

  dd_reader_flush (self);
  self->draft = (DdClauseDraft) { { first, last }, assignment->form, assignment->flags };
  self->draft.lead = own ? dd_reader_keep (self, assignment->lead) : frame->lead;
  self->draft.assigner = assignment->assigner->len > 0 ? dd_reader_keep (self, assignment->assigner)
                                                       : frame->assigner;
  self->draft.coordinating = own ? NULL : frame->coordinating;
  self->draft.due = frame->due;
  self->draft.official = self->official;
  self->draft.item = dd_reader_get_block (self, self->block)->marker != DD_MARKER_NONE;
  self->drafting = TRUE;
}

/**
 * dd_reader_resolve_assigner:
 *
 * Keeps who assigns for what follows. "Đồng chí đề nghị …" is said by whoever spoke
 * last.
 */
void
dd_reader_resolve_assigner (DdReader *self,
                            DdFrame  *frame)
{
  GArray *assigner = self->assignment.assigner;

  if (assigner->len > 0 &&
      (g_array_index (assigner, DdUnitMention, 0).flags & DD_UNIT_ANAPHOR) != 0)
    g_array_set_size (assigner, 0);
  if (assigner->len > 0)
    {
      self->root.assigner = dd_reader_keep (self, assigner);
      frame->assigner = self->root.assigner;
    }
}

/* Whether the unit that was named last is one of the kind that a short name tells:
 * "Sở" of "Sở Khoa học và Công nghệ". */
static gboolean
is_of_kind (const DdReader      *self,
            const DdUnitMention *short_name,
            const GArray        *named)
{
  const DdToken *tokens = self->body->tokens;
  const DdUnitMention *last = &g_array_index (named, DdUnitMention, named->len - 1);
  const guint first = last->prefix.first < last->prefix.last ? last->prefix.first
                                                             : last->words.first;

  for (guint i = first; i < last->words.last && i < first + 3; i++)
    if (tokens[i].key == tokens[short_name->words.first].key)
      return TRUE;

  return FALSE;
}

/* "các đơn vị nêu trên", "Sở này": those named last. */
static void
resolve_lead (DdReader      *self,
              const DdFrame *frame)
{
  GArray *lead = self->assignment.lead;

  if (lead->len == 1 && frame->lead != NULL &&
      (g_array_index (lead, DdUnitMention, 0).flags & DD_UNIT_SHORT) != 0 &&
      !is_of_kind (self, &g_array_index (lead, DdUnitMention, 0), frame->lead))
    return;
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

/* "Trước ngày 01/01/2025, 100% TTHC …", "Phấn đấu đến năm 2025 …": a figure to
 * be reached. In a section of targets a figure is enough. */
static gboolean
is_milestone (const DdReader *self,
              guint           first,
              guint           last,
              const DdFrame  *frame)
{
  if (frame->zone == DD_ZONE_AIMS)
    return dd_statement_has_target (self->body, first, last) &&
           !dd_statement_tells_past (self->body, first, last);
  if (frame->zone != DD_ZONE_TASKS || self->assignment.lead->len > 0)
    return FALSE;
  if (self->assignment.form != DD_ASSIGNMENT_NONE &&
      (self->assignment.flags & DD_ASSIGNMENT_SOFT) == 0)
    return FALSE;

  return dd_statement_has_deadline (self->body, first, last, self->text->reference) &&
         dd_statement_has_target (self->body, first, last) &&
         !dd_statement_tells_past (self->body, first, last);
}

static DdSetting
get_setting (const DdReader *self,
             const DdFrame  *frame)
{
  return (DdSetting) {
    .official = self->official,
    .tasks = frame->zone == DD_ZONE_TASKS || frame->zone == DD_ZONE_SPEECH,
    .heading = frame->heading,
    .many = frame->lead != NULL && dd_unit_list_is_group (frame->lead),
    .led = self->official && frame->lead != NULL &&
           dd_reader_get_block (self, self->block)->marker != DD_MARKER_NONE,
    .item = dd_reader_get_block (self, self->block)->marker != DD_MARKER_NONE,
    .typed = self->few_lines,
    .chair = self->text->chair,
  };
}

/**
 * dd_reader_read_assignment:
 *
 * Reads who the words between two tokens tell to do something.
 */
void
dd_reader_read_assignment (DdReader      *self,
                           guint          first,
                           guint          last,
                           const DdFrame *frame)
{
  DdSetting setting = get_setting (self, frame);

  setting.opens = first == dd_reader_get_block (self, self->block)->words.first;
  dd_clause_read (&self->assignment, self->body, first, last, &setting);
  resolve_lead (self, frame);
}

/* "Đồng ý gia hạn … của Sở A đến hết ngày X": no task, but a new deadline. */
static gboolean
read_extension (DdReader      *self,
                guint          first,
                guint          last,
                const DdFrame *frame)
{
  const DdBody *body = self->body;
  GArray *lead = self->assignment.lead;

  if (self->assignment.form != DD_ASSIGNMENT_DECISION ||
      dd_body_match (body, dd_opening_skip_words (body, first, last, NULL), last,
                     DD_WORD_EXTEND) == 0 ||
      !dd_statement_has_deadline (self->body, first, last, self->text->reference))
    return FALSE;

  g_array_set_size (lead, 0);
  for (guint i = first; i < last && lead->len == 0; i++)
    if (dd_body_match (body, i, last, DD_WORD_OF) > 0 ||
        dd_body_match (body, i, last, DD_WORD_TOWARDS) > 0)
      dd_unit_list_match (body, i + 1, last, lead);
  dd_reader_start_draft (self, first, last, frame);
  dd_reader_flush (self);

  return TRUE;
}

/**
 * dd_reader_is_accepted:
 *
 * Returns: whether what the assignment says may be believed where it stands
 */
gboolean
dd_reader_is_accepted (const DdReader *self,
                       const DdFrame  *frame)
{
  const DdAssignment *assignment = &self->assignment;

  switch (assignment->form)
    {
    case DD_ASSIGNMENT_DIRECTED:
      /* Where people discuss, only one who leads them directs. */
      return frame->zone != DD_ZONE_TALK || dd_unit_list_is_leader (assignment->assigner);
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
      /* "Điều 1. Phê duyệt phương án …": the document does it */
      if (frame->lead == NULL &&
          dd_reader_get_block (self, self->block)->marker == DD_MARKER_ARTICLE)
        return FALSE;
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

/* What a directive means for those behind it. */
static void
remember (DdReader *self,
          DdFrame  *frame)
{
  const DdAssignment *assignment = &self->assignment;
  const gboolean passing = (assignment->flags & (DD_ASSIGNMENT_ASIDE | DD_ASSIGNMENT_FORBIDS)) != 0;
  const DdBlock *block = dd_reader_get_block (self, self->block);

  if (assignment->form == DD_ASSIGNMENT_MANDATE)
    return;
  if (assignment->lead->len > 0 && !passing)
    {
      frame->lead = dd_reader_keep (self, assignment->lead);
      frame->coordinating = NULL;
      self->frames[self->block].lead = frame->lead;
      /* Paragraphs go on with the subject of the paragraph before, items do not. */
      if (block->marker == DD_MARKER_NONE)
        dd_reader_get_outer_frame (self)->lead = frame->lead;
    }
  /* In a letter orders follow the first one; in news they may. */
  if (frame->zone == DD_ZONE_NONE)
    {
      frame->zone = self->official ? DD_ZONE_TASKS : DD_ZONE_SPEECH;
      if (block->marker == DD_MARKER_NONE)
        dd_reader_get_outer_frame (self)->zone = frame->zone;
    }
}

/* News go over from what is asked for to what was done; whoever is told of may
 * go on to ask: "Phó Thủ tướng … ghi nhận …. Đồng thời, đề nghị". */
static void
hear_report (DdReader *self,
             DdFrame  *frame)
{
  const GArray *lead = self->assignment.lead;

  if (self->official)
    return;
  if (lead->len == 1 &&
      (g_array_index (lead, DdUnitMention, 0).flags & (DD_UNIT_POST | DD_UNIT_PERSON)) != 0 &&
      (g_array_index (lead, DdUnitMention, 0).flags & (DD_UNIT_GROUP | DD_UNIT_ANAPHOR)) == 0)
    {
      frame->assigner = dd_reader_keep (self, lead);
      self->root.assigner = frame->assigner;
    }
  if (frame->zone != DD_ZONE_SPEECH)
    return;

  frame->zone = DD_ZONE_NONE;
  dd_reader_get_outer_frame (self)->zone = DD_ZONE_NONE;
}

/* "Thủ trưởng các đơn vị chịu trách nhiệm …; phân công cán bộ …": whom a unit
 * tells to do something is its own. So is "giao Sở A …; chỉ đạo Chi cục B …". */
static gboolean
is_own_work (const DdReader *self,
             guint           first,
             guint           last)
{
  const DdUnitMention *mention;
  int value = 0;

  if (!self->drafting || self->assignment.form != DD_ASSIGNMENT_DIRECTED ||
      self->assignment.assigner->len > 0)
    return FALSE;

  first = dd_opening_skip_words (self->body, first, last, NULL);
  if (dd_body_match_value (self->body, first, last, DD_WORD_ASSIGN, &value) > 0 &&
      value == ASSIGN_IS_WORK)
    return TRUE;
  if (self->draft.form != DD_ASSIGNMENT_SUBJECT)
    return FALSE;

  mention = &g_array_index (self->assignment.lead, DdUnitMention, 0);

  return (mention->flags & (DD_UNIT_GROUP | DD_UNIT_BARE | DD_UNIT_ANAPHOR)) != 0;
}

/* Clauses behind the one that directs: those with a subject of their own are
 * directives of their own, the others go on with it. */
static void
read_clauses (DdReader *self,
              guint     first,
              guint     last,
              DdFrame  *frame)
{
  while (first < last)
    {
      const guint end = dd_clause_find_end (self->body, first, last);

      dd_reader_read_assignment (self, first, end, frame);
      if (self->assignment.lead->len > 0 && dd_reader_is_accepted (self, frame) &&
          self->assignment.form != DD_ASSIGNMENT_MANDATE && !is_own_work (self, first, end))
        {
          dd_reader_resolve_assigner (self, frame);
          dd_reader_start_draft (self, first, end, frame);
          remember (self, frame);
        }
      else if (self->drafting)
        {
          self->draft.words.last = end;
        }
      else if (dd_reader_is_accepted (self, frame))
        {
          dd_reader_start_draft (self, first, end, frame);
        }

      /* "… với các nội dung: A; B; C" are no clauses of their own. */
      if (dd_body_contains (self->body, first, end, DD_WORD_CONTENT))
        {
          if (self->drafting)
            self->draft.words.last = last;
          return;
        }
      first = end;
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

/* Whether no person or post assigns. */
static gboolean
is_institution (const GArray *assigner)
{
  return assigner->len > 0 && (g_array_index (assigner, DdUnitMention, 0).flags &
                               (DD_UNIT_POST | DD_UNIT_PERSON | DD_UNIT_ANAPHOR)) == 0;
}

/* A sentence that directs nothing by itself. */
static void
read_unaccepted (DdReader *self,
                 guint     first,
                 guint     last,
                 DdFrame  *frame)
{
  const DdAssignmentForm form = self->assignment.form;
  const gboolean led = dd_unit_list_is_leader (self->assignment.lead);

  if (form == DD_ASSIGNMENT_REPORT)
    hear_report (self, frame);
  /* The sentences of a narrow item belong together. */
  if (self->drafting && is_narrow_item (dd_reader_get_block (self, self->block)) &&
      form == DD_ASSIGNMENT_NONE && frame->zone == DD_ZONE_TASKS)
    {
      self->draft.words.last = last;
      return;
    }

  dd_reader_flush (self);
  if (read_extension (self, first, last, frame))
    return;
  /* "Tỉnh đã ban hành …; giao U …" in news tells of one who is no chair */
  if (form == DD_ASSIGNMENT_REPORT && !self->official && frame->zone == DD_ZONE_NONE && !led)
    return;
  /* "Chủ tịch UBND xã A cho biết …; xã đề nghị Sở B …" */
  if (form == DD_ASSIGNMENT_REPORT && (self->assignment.flags & DD_ASSIGNMENT_TALK) != 0)
    return;
  /* "Thống nhất …; giao U …" */
  if (form == DD_ASSIGNMENT_DECISION || form == DD_ASSIGNMENT_REPORT)
    read_clauses (self, dd_clause_find_end (self->body, first, last), last, frame);
}

/**
 * dd_reader_read_sentence:
 * @frame: what it inherits; changed for those behind it
 *
 * Reads the directives of one sentence.
 */
void
dd_reader_read_sentence (DdReader *self,
                         guint     first,
                         guint     last,
                         DdFrame  *frame)
{
  const gboolean narrow = is_narrow_item (dd_reader_get_block (self, self->block));
  guint end;

  if (self->drafting &&
      dd_statement_is_only_time (self->body, first, last, self->text->reference))
    {
      self->draft.words.last = last;
      return;
    }
  if (!narrow)
    dd_reader_flush (self);
  /* "Theo đó, các sở, ngành rà soát …": news tell what a document says. */
  if (!self->official && frame->zone == DD_ZONE_NONE &&
      dd_body_match (self->body, first, last, DD_WORD_ACCORDING) > 0)
    {
      frame->zone = DD_ZONE_SPEECH;
      dd_reader_get_outer_frame (self)->zone = DD_ZONE_SPEECH;
    }
  dd_reader_read_assignment (self, first, last, frame);

  /* "Phó Giám đốc Sở A thông tin, …. Bộ B đề nghị các địa phương …": he tells of it */
  if ((self->assignment.flags & DD_ASSIGNMENT_TALK) != 0)
    self->talk = TRUE;
  else if (self->talk && self->assignment.form == DD_ASSIGNMENT_DIRECTED &&
           is_institution (self->assignment.assigner))
    self->assignment.form = DD_ASSIGNMENT_REPORT;

  if (is_milestone (self, first, last, frame))
    {
      dd_reader_start_draft (self, first, last, frame);
      self->draft.milestone = TRUE;
      if (!frame->heading && self->assignment.lead->len == 0)
        self->draft.lead = NULL;
      dd_reader_flush (self);
      return;
    }
  /* "Ban Chỉ đạo có nhiệm vụ giúp …, thời gian qua đã hoạt động tích cực." */
  if (self->assignment.form == DD_ASSIGNMENT_MANDATE &&
      dd_statement_tells_past (self->body, first, last))
    self->assignment.form = DD_ASSIGNMENT_REPORT;
  /* "1. Đây là …. Huyện ủy A đề xuất …": the item tells how things are */
  if (self->official && self->assignment.form == DD_ASSIGNMENT_SUBJECT && self->tells &&
      dd_body_match (self->body, self->assignment.predicate, last, DD_WORD_SAY) > 0)
    self->assignment.form = DD_ASSIGNMENT_REPORT;
  self->tells = self->assignment.form == DD_ASSIGNMENT_NONE ||
                self->assignment.form == DD_ASSIGNMENT_REPORT;
  if (!dd_reader_is_accepted (self, frame))
    {
      read_unaccepted (self, first, last, frame);
      return;
    }

  dd_reader_resolve_assigner (self, frame);
  if (self->drafting && self->assignment.form == DD_ASSIGNMENT_VERB && narrow)
    {
      self->draft.words.last = last;
      return;
    }

  end = find_clause_end_of (self->body, first, self->assignment.predicate, last);
  if (dd_body_contains (self->body, first, end, DD_WORD_CONTENT))
    end = last;
  dd_reader_start_draft (self, first, end, frame);
  remember (self, frame);
  read_clauses (self, end, last, frame);
}
