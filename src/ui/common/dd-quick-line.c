/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-quick-line"

#include "config.h"

#include "dd-quick-line.h"

#include "dd-directive.h"
#include "dd-extract.h"
#include "dd-fold.h"
#include "dd-quick-content.h"
#include "dd-quick-draft.h"
#include "dd-target.h"
#include "dd-unit-naming.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a person said of a piece of the line. It holds on to the words, so that it stays
 * true while the line is typed on, and goes with them. */
typedef struct
{
  DdQuickPartKind  kind;
  char            *key;         /* the words, folded: they may be typed without marks; "": none */
  gboolean         removed;
  gint64           id;
  char            *name;
  char            *learn;       /* the words, which are another name of the unit */
} Correction;

/**
 * DdQuickLine:
 *
 * One typed line on its way to a task: what was read in it, and what a person has said to
 * that. Plain: it knows no widgets.
 */
struct _DdQuickLine
{
  DdKnownUnits *units;
  char         *text;
  DdFinding    *finding;        /* NULL: nothing was found */
  GPtrArray    *corrections;    /* of Correction, about units, targets and documents */
  GPtrArray    *parts;          /* of DdQuickPart */
  GArray       *marks;          /* of DdMark: what was removed has none */

  char         *content;        /* as it was corrected; NULL: it was not */
  DdDay         default_day;    /* where the line tells none */
  DdDay         day;            /* as it was corrected */
  gboolean      has_day;        /* whether it was, perhaps to none */
  DdRecurrence  recurrence;
  gboolean      has_recurrence;
};

static void
correction_free (gpointer data)
{
  Correction *correction = data;

  g_free (correction->key);
  g_free (correction->name);
  g_free (correction->learn);
  g_free (correction);
}

/* --- corrections ---------------------------------------------------------- */

static Correction *
find_correction (DdQuickLine     *self,
                 DdQuickPartKind  kind,
                 const char      *words)
{
  g_autofree char *key = dd_fold (words);

  for (guint i = 0; i < self->corrections->len; i++)
    {
      Correction *correction = self->corrections->pdata[i];

      if (correction->kind == kind && *key != '\0' && strcmp (correction->key, key) == 0)
        return correction;
    }

  return NULL;
}

static Correction *
add_correction (DdQuickLine     *self,
                DdQuickPartKind  kind,
                const char      *words)
{
  Correction *correction = find_correction (self, kind, words);

  if (correction != NULL)
    return correction;

  correction = g_new0 (Correction, 1);
  correction->kind = kind;
  correction->key = dd_fold (words);
  g_ptr_array_add (self->corrections, correction);

  return correction;
}

/* --- parts ---------------------------------------------------------------- */

static DdQuickPart *
add_part (DdQuickLine     *self,
          DdQuickPartKind  kind,
          const char      *words,
          const char      *text)
{
  DdQuickPart *part = dd_quick_part_new (kind, words, text);

  g_ptr_array_add (self->parts, part);

  return part;
}

static gboolean
has_unit (DdQuickLine     *self,
          DdQuickPartKind  kind,
          gint64           id,
          const char      *name)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const DdQuickPart *part = self->parts->pdata[i];

      if (part->kind == kind && (id != 0 ? part->id == id : strcmp (part->text, name) == 0))
        return TRUE;
    }

  return FALSE;
}

static void
add_unit (DdQuickLine      *self,
          DdQuickPartKind   kind,
          const char       *words,
          const Correction *correction)
{
  const DdUnitDictionary *dictionary = dd_known_units_get_dictionary (self->units);
  const char *name = correction != NULL ? correction->name : words;
  gint64 id = correction != NULL ? correction->id : dd_unit_dictionary_find (dictionary, words);
  const char *known = id != 0 ? dd_known_units_get_name (self->units, id) : NULL;
  DdQuickPart *part;

  if (known != NULL)
    name = known;
  if (has_unit (self, kind, id, name))
    return;

  part = add_part (self, kind, words, name);
  part->id = id;
  part->corrected = correction != NULL;
  if (id == 0 && correction == NULL && dd_known_units_get_ready (self->units))
    part->near = dd_unit_dictionary_find_near (dictionary, words);
}

static void
add_units (DdQuickLine     *self,
           DdQuickPartKind  kind,
           guint            field)
{
  g_auto (GStrv) names = self->finding != NULL ? dd_row_get_list (self->finding->directive, field)
                                               : NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const Correction *correction = find_correction (self, kind, names[i]);

      if (correction == NULL || !correction->removed)
        add_unit (self, kind, names[i], correction);
    }
  for (guint i = 0; i < self->corrections->len; i++)
    {
      const Correction *correction = self->corrections->pdata[i];

      if (correction->kind == kind && *correction->key == '\0')
        add_unit (self, kind, "", correction);
    }
}

static void
add_deadline (DdQuickLine *self)
{
  const DdRow *row = self->finding != NULL ? self->finding->directive : NULL;
  const char *words = row != NULL ? dd_row_get_text (row, DD_DIRECTIVE_DEADLINE_TEXT) : NULL;
  DdDay day = row != NULL ? dd_row_get_day (row, DD_DIRECTIVE_DEADLINE) : DD_DAY_NONE;
  DdQuickPart *part;

  if (words == NULL && day == DD_DAY_NONE)
    day = self->default_day;
  if (self->has_day)
    day = self->day;
  if (day == DD_DAY_NONE && (words == NULL || self->has_day))
    return;

  part = add_part (self, DD_QUICK_PART_DEADLINE, words != NULL ? words : "",
                   words != NULL ? words : "");
  part->day = day;
  part->corrected = self->has_day;
}

static void
add_recurrence (DdQuickLine *self)
{
  DdRecurrence recurrence = DD_RECURRENCE_NONE;

  if (self->finding != NULL)
    recurrence = dd_row_get_choice (self->finding->directive, DD_DIRECTIVE_RECURRENCE);
  if (self->has_recurrence)
    recurrence = self->recurrence;
  if (recurrence != DD_RECURRENCE_NONE)
    {
      DdQuickPart *part = add_part (self, DD_QUICK_PART_RECURRENCE, "",
                                    _(dd_recurrence_choices[recurrence].label));

      part->recurrence = recurrence;
      part->corrected = self->has_recurrence;
    }
}

static gboolean
is_removed (DdQuickLine     *self,
            DdQuickPartKind  kind,
            const char      *words)
{
  const Correction *correction = find_correction (self, kind, words);

  return correction != NULL && correction->removed;
}

static void
add_rest (DdQuickLine *self)
{
  if (self->finding == NULL)
    return;

  for (guint i = 0; i < self->finding->targets->len; i++)
    {
      const char *words = dd_row_get_text (self->finding->targets->pdata[i], DD_TARGET_TEXT);

      if (words != NULL && !is_removed (self, DD_QUICK_PART_TARGET, words))
        add_part (self, DD_QUICK_PART_TARGET, words, words);
    }
  for (guint i = 0; self->finding->citations != NULL && self->finding->citations[i] != NULL; i++)
    if (!is_removed (self, DD_QUICK_PART_CITATION, self->finding->citations[i]))
      add_part (self, DD_QUICK_PART_CITATION, self->finding->citations[i],
                self->finding->citations[i]);
}

/* Whether what a mark stands for counts still. */
static gboolean
is_marked (DdQuickLine  *self,
           const DdMark *mark)
{
  g_autofree char *words = NULL;

  if (mark->kind == DD_MARK_DEADLINE)
    return !self->has_day || self->day != DD_DAY_NONE;
  if (mark->kind == DD_MARK_RECURRENCE)
    return !self->has_recurrence || self->recurrence != DD_RECURRENCE_NONE;

  words = g_utf8_substring (self->text, mark->span.start, mark->span.end);
  for (DdQuickPartKind kind = DD_QUICK_PART_CONTENT; kind <= DD_QUICK_PART_CITATION; kind++)
    if (dd_quick_part_kind_get_mark (kind) == mark->kind && is_removed (self, kind, words))
      return FALSE;

  return TRUE;
}

static void
update_parts (DdQuickLine *self)
{
  const guint n_chars = (guint) g_utf8_strlen (self->text, -1);
  g_autofree char *content = NULL;

  g_ptr_array_set_size (self->parts, 0);
  g_array_set_size (self->marks, 0);
  for (guint i = 0; self->finding != NULL && i < self->finding->marks->len; i++)
    {
      const DdMark *mark = &g_array_index (self->finding->marks, DdMark, i);

      if (mark->span.end <= n_chars && is_marked (self, mark))
        g_array_append_val (self->marks, *mark);
    }

  content = self->content != NULL ? g_strdup (self->content)
                                  : dd_quick_content_make (self->text, self->marks);
  if (*content != '\0')
    add_part (self, DD_QUICK_PART_CONTENT, self->text, content)->corrected = self->content != NULL;
  add_units (self, DD_QUICK_PART_LEAD, DD_DIRECTIVE_LEAD);
  add_units (self, DD_QUICK_PART_COORDINATING, DD_DIRECTIVE_COORDINATING);
  add_units (self, DD_QUICK_PART_REPORT_TO, DD_DIRECTIVE_REPORT_TO);
  add_deadline (self);
  add_recurrence (self);
  add_rest (self);
}

/* --- the line ------------------------------------------------------------- */

/**
 * dd_quick_line_new:
 * @units: whose names are recognised; kept
 */
DdQuickLine *
dd_quick_line_new (DdKnownUnits *units)
{
  DdQuickLine *self = g_new0 (DdQuickLine, 1);

  self->units = g_object_ref (units);
  self->text = g_strdup ("");
  self->corrections = g_ptr_array_new_with_free_func (correction_free);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_quick_part_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (DdMark));

  return self;
}

void
dd_quick_line_free (DdQuickLine *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->units);
  g_free (self->text);
  g_clear_pointer (&self->finding, dd_finding_free);
  g_ptr_array_unref (self->corrections);
  g_ptr_array_unref (self->parts);
  g_array_unref (self->marks);
  g_free (self->content);
  g_free (self);
}

/**
 * dd_quick_line_read:
 * @text: what stands in the line now
 * @reference: the day it speaks from, for years that it leaves out
 *
 * Reads the line. What a person has said of words that still stand there holds on.
 */
void
dd_quick_line_read (DdQuickLine *self,
                    const char  *text,
                    DdDay        reference)
{
  char *copy = g_strdup (text);

  g_free (self->text);
  self->text = copy;
  g_clear_pointer (&self->finding, dd_finding_free);
  if (*copy != '\0')
    self->finding = dd_extract_read_line (copy, dd_known_units_get_dictionary (self->units),
                                          reference);
  update_parts (self);
}

/**
 * dd_quick_line_clear:
 *
 * Forgets the line and all that was said of it; a day that was set beforehand stays.
 */
void
dd_quick_line_clear (DdQuickLine *self)
{
  g_ptr_array_set_size (self->corrections, 0);
  g_clear_pointer (&self->content, g_free);
  self->has_day = FALSE;
  self->has_recurrence = FALSE;
  dd_quick_line_read (self, "", DD_DAY_NONE);
}

/**
 * dd_quick_line_set_default_day:
 * @day: the deadline of a line that tells none; %DD_DAY_NONE: it has none
 */
void
dd_quick_line_set_default_day (DdQuickLine *self,
                               DdDay        day)
{
  self->default_day = day;
  update_parts (self);
}

/**
 * dd_quick_line_get_parts:
 *
 * Returns: (transfer none) (element-type DdQuickPart): what the line says, until it is read
 *   or corrected again
 */
GPtrArray *
dd_quick_line_get_parts (DdQuickLine *self)
{
  return self->parts;
}

/**
 * dd_quick_line_get_marks:
 *
 * Returns: (transfer none) (element-type DdMark): where in the line that stands
 */
GArray *
dd_quick_line_get_marks (DdQuickLine *self)
{
  return self->marks;
}

gboolean
dd_quick_line_has (DdQuickLine     *self,
                   DdQuickPartKind  kind)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (((DdQuickPart *) self->parts->pdata[i])->kind == kind)
      return TRUE;

  return FALSE;
}

/* --- what a person says of it --------------------------------------------- */

/**
 * dd_quick_line_set_text:
 * @content: what is to be done; %NULL or "": as the line says
 */
void
dd_quick_line_set_text (DdQuickLine *self,
                        const char  *content)
{
  char *copy = content != NULL && *content != '\0' ? g_strdup (content) : NULL;

  g_free (self->content);
  self->content = copy;
  update_parts (self);
}

/**
 * dd_quick_line_set_unit:
 * @words: the words that are meant; "": a unit that the line does not name
 * @id: the unit that it is; 0: one to be created
 * @name: what it is called
 * @learn: whether @words are another name of the unit from now on
 */
void
dd_quick_line_set_unit (DdQuickLine     *self,
                        DdQuickPartKind  kind,
                        const char      *words,
                        gint64           id,
                        const char      *name,
                        gboolean         learn)
{
  g_autofree char *copy = g_strdup (name);
  g_autofree char *learnt = learn && id != 0 && *words != '\0' ? g_strdup (words) : NULL;
  Correction *correction = add_correction (self, kind, words);

  g_free (correction->name);
  correction->name = g_steal_pointer (&copy);
  g_free (correction->learn);
  correction->learn = g_steal_pointer (&learnt);
  correction->id = id;
  correction->removed = FALSE;
  update_parts (self);
}

/**
 * dd_quick_line_move_unit:
 * @to: %DD_QUICK_PART_LEAD or %DD_QUICK_PART_COORDINATING
 *
 * Makes a unit that leads coordinate, or one that coordinates lead.
 */
void
dd_quick_line_move_unit (DdQuickLine     *self,
                         DdQuickPartKind  kind,
                         const char      *words,
                         const char      *name,
                         DdQuickPartKind  to)
{
  gint64 id = 0;
  g_autofree char *copy = g_strdup (name);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const DdQuickPart *part = self->parts->pdata[i];

      if (part->kind == kind && strcmp (part->text, name) == 0)
        id = part->id;
    }
  dd_quick_line_remove (self, kind, words, name);
  dd_quick_line_set_unit (self, to, "", id, copy, FALSE);
}

/**
 * dd_quick_line_set_day:
 * @day: the deadline, whatever the line says; %DD_DAY_NONE: there is none
 */
void
dd_quick_line_set_day (DdQuickLine *self,
                       DdDay        day)
{
  self->day = day;
  self->has_day = TRUE;
  update_parts (self);
}

void
dd_quick_line_set_recurrence (DdQuickLine  *self,
                              DdRecurrence  recurrence)
{
  self->recurrence = recurrence;
  self->has_recurrence = TRUE;
  update_parts (self);
}

/**
 * dd_quick_line_remove:
 * @words: the words that are not to be read so; "": what was added
 * @text: what they are taken for
 */
void
dd_quick_line_remove (DdQuickLine     *self,
                      DdQuickPartKind  kind,
                      const char      *words,
                      const char      *text)
{
  switch (kind)
    {
    case DD_QUICK_PART_CONTENT:
      dd_quick_line_set_text (self, NULL);
      return;

    case DD_QUICK_PART_DEADLINE:
      dd_quick_line_set_day (self, DD_DAY_NONE);
      return;

    case DD_QUICK_PART_RECURRENCE:
      dd_quick_line_set_recurrence (self, DD_RECURRENCE_NONE);
      return;

    case DD_QUICK_PART_LEAD:
    case DD_QUICK_PART_COORDINATING:
    case DD_QUICK_PART_REPORT_TO:
    case DD_QUICK_PART_TARGET:
    case DD_QUICK_PART_CITATION:
    default:
      break;
    }

  if (*words != '\0')
    {
      add_correction (self, kind, words)->removed = TRUE;
    }
  else
    {
      for (guint i = self->corrections->len; i-- > 0;)
        {
          const Correction *correction = self->corrections->pdata[i];

          if (correction->kind == kind && *correction->key == '\0' &&
              g_strcmp0 (correction->name, text) == 0)
            g_ptr_array_remove_index (self->corrections, i);
        }
    }
  update_parts (self);
}

/* --- what becomes of it --------------------------------------------------- */

/**
 * dd_quick_line_make_draft:
 *
 * Returns: (transfer full): what the line says as it was corrected; its units are looked up
 */
DdDraft *
dd_quick_line_make_draft (DdQuickLine *self)
{
  return dd_quick_draft_make (self->text, self->finding, self->parts);
}

/**
 * dd_quick_line_learn:
 * @change: gets the units that are called by another name from now on
 */
void
dd_quick_line_learn (DdQuickLine *self,
                     DdChange    *change)
{
  g_autoptr (DdUnitNaming) naming = dd_unit_naming_new ();

  for (guint i = 0; i < self->corrections->len; i++)
    {
      const Correction *correction = self->corrections->pdata[i];
      const DdRow *unit = dd_known_units_get_unit (self->units, correction->id);

      if (correction->learn != NULL && !correction->removed && unit != NULL)
        dd_unit_naming_add (naming, unit, correction->learn);
    }
  dd_unit_naming_fill (naming, change);
}
