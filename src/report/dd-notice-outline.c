/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-notice-outline"

#include "dd-notice-outline.h"

#include "dd-agenda-item.h"
#include "dd-directive.h"
#include "dd-document.h"
#include "dd-text.h"

#include <string.h>

/* A heading is no longer, in bytes, and no farther before what it stands over. */
#define HEADING_MAX 600
#define LOOK_BACK_MAX 65536

struct _DdNoticeOutline
{
  const DdNoticeFacts *facts;
  const char          *text;    /* of the source, or NULL */

  /* Where the last place in the text was: counting from its beginning for each directive
   * would take the square of the time. */
  const char          *p;
  glong                character;
  const char          *last_line;       /* of the directive that was looked for last */
};

DdNoticeOutline *
dd_notice_outline_new (const DdNoticeFacts *facts)
{
  DdNoticeOutline *self = g_new0 (DdNoticeOutline, 1);

  self->facts = facts;
  self->text = facts->source != NULL ? dd_row_get_text (facts->source, DD_DOCUMENT_TEXT) : NULL;
  self->p = self->text;

  return self;
}

void
dd_notice_outline_free (DdNoticeOutline *self)
{
  g_free (self);
}

void
dd_notice_place_free (DdNoticePlace *place)
{
  if (place == NULL)
    return;

  g_array_unref (place->steps);
  g_free (place);
}

static void
clear_step (gpointer data)
{
  g_free (((DdNoticeStep *) data)->name);
}

static gboolean
is_roman (const char *name)
{
  return *name != '\0' && name[strspn (name, "IVXL")] == '\0';
}

static gboolean
is_arabic (const char *name)
{
  return *name != '\0' && name[strspn (name, "0123456789")] == '\0';
}

static GArray *
parse_ordinal (const char *ordinal)
{
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (DdNoticeStep));
  g_auto (GStrv) parts = g_strsplit (ordinal != NULL ? ordinal : "", ".", -1);
  gboolean has_item = FALSE;

  g_array_set_clear_func (steps, clear_step);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      DdNoticeStep step = { DD_OFFICE_LEVEL_POINT, NULL };

      g_strdelimit (parts[i], ")", ' ');
      g_strstrip (parts[i]);
      if (*parts[i] == '\0')
        continue;
      if (steps->len == 0 && is_roman (parts[i]))
        step.level = DD_OFFICE_LEVEL_PART;
      else if (is_arabic (parts[i]) && !has_item)
        step.level = DD_OFFICE_LEVEL_ITEM;
      has_item |= step.level == DD_OFFICE_LEVEL_ITEM;
      step.name = g_strdup (parts[i]);
      g_array_append_val (steps, step);
    }

  return steps;
}

/* What a line begins with: "2" of "2.", "a" of "a)", "-"; NULL if with nothing of that kind. */
static char *
read_marker (const char  *line,
             const char **rest)
{
  static const char * const dashes[] = { "-", "–", "—", "•", "*", "+" };
  const char *p = line, *start;
  guint n = 0;

  while (g_unichar_isspace (g_utf8_get_char (p)) && *p != '\n' && *p != '\0')
    p = g_utf8_next_char (p);
  start = p;
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (p, dashes[i]) &&
        g_unichar_isspace (g_utf8_get_char (p + strlen (dashes[i]))))
      {
        *rest = p + strlen (dashes[i]);
        return g_strdup (*p == '+' ? "+" : "-");
      }

  while (g_unichar_isalnum (g_utf8_get_char (p)) && n++ < 5)
    p = g_utf8_next_char (p);
  if (n == 0 || n > 5 || (*p != '.' && *p != ')') ||
      !g_unichar_isspace (g_utf8_get_char (p + 1)))
    return NULL;

  *rest = p + 1;
  return g_strndup (start, (gsize) (p - start));
}

/* A word may end with a full stop, too: what counts something does not. */
static gboolean
is_counting (const char *marker)
{
  return strcmp (marker, "-") == 0 || strcmp (marker, "+") == 0 || is_roman (marker) ||
         is_arabic (marker) || g_utf8_strlen (marker, -1) == 1;
}

/**
 * dd_notice_outline_skip_marker:
 *
 * Returns: (transfer none): the line behind the "2." or "-" that it begins with
 */
const char *
dd_notice_outline_skip_marker (const char *line)
{
  const char *rest = line;
  g_autofree char *marker = read_marker (line, &rest);

  if (marker == NULL || !is_counting (marker))
    return line;
  while (g_unichar_isspace (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);

  return rest;
}

/* The beginning of the line on which the directive begins in the source; NULL if it is not
 * from there. */
static const char *
find_line (DdNoticeOutline *self,
           const DdRow     *directive)
{
  const char *p;
  glong start;

  if (self->text == NULL || !dd_row_is_set (directive, DD_DIRECTIVE_SPAN_START) ||
      dd_row_get_reference (directive, DD_DIRECTIVE_DOCUMENT) !=
      dd_row_get_id (self->facts->source))
    return NULL;

  start = (glong) dd_row_get_number (directive, DD_DIRECTIVE_SPAN_START);
  if (start < self->character)
    {
      self->p = self->text;
      self->character = 0;
    }
  /* A place behind the end of the text, in a file that another hand made, is none. */
  for (; self->character < start; self->character++)
    {
      if (*self->p == '\0')
        return NULL;
      self->p = g_utf8_next_char (self->p);
    }
  for (p = self->p; p > self->text && p[-1] != '\n'; p--)
    ;

  return p;
}

/**
 * dd_notice_outline_find:
 * @directive: those of a notice are asked for in its order
 *
 * Returns: (transfer full): where it stands
 */
DdNoticePlace *
dd_notice_outline_find (DdNoticeOutline *self,
                        const DdRow     *directive)
{
  DdNoticePlace *place = g_new0 (DdNoticePlace, 1);
  const char *line = find_line (self, directive);
  const char *rest = line;
  g_autofree char *marker = line != NULL ? read_marker (line, &rest) : NULL;
  const DdNoticeStep *last = NULL;

  place->steps = parse_ordinal (dd_row_get_text (directive, DD_DIRECTIVE_ORDINAL));
  if (place->steps->len > 0)
    last = &g_array_index (place->steps, DdNoticeStep, place->steps->len - 1);
  place->continues = line != NULL && line == self->last_line;
  place->is_own = last != NULL && (line == NULL || g_strcmp0 (marker, last->name) == 0);
  if (place->is_own)
    place->level = last->level;
  else if (last == NULL)
    place->level = DD_OFFICE_LEVEL_ITEM;
  else if (g_strcmp0 (marker, "+") == 0)
    place->level = DD_OFFICE_LEVEL_PLUS;
  else
    place->level = marker != NULL ? DD_OFFICE_LEVEL_DASH : DD_OFFICE_LEVEL_TEXT;
  self->last_line = line;

  return place;
}

/* Whether a directive that is left out stands there. */
static gboolean
is_excluded (DdNoticeOutline *self,
             const char      *text)
{
  if (self->facts->excluded == NULL)
    return FALSE;

  for (guint i = 0; i < self->facts->directives->len; i++)
    {
      const DdRow *directive = self->facts->directives->pdata[i];
      const char *quote = dd_row_get_text (directive, DD_DIRECTIVE_QUOTE);

      if (quote != NULL &&
          g_hash_table_contains (self->facts->excluded, dd_row_get_uid (directive)) &&
          strstr (text, quote) != NULL)
        return TRUE;
    }

  return FALSE;
}

static char *
find_in_source (DdNoticeOutline *self,
                const char      *line,
                const char      *name)
{
  const char *first = line - MIN (line - self->text, LOOK_BACK_MAX);

  while (line > first)
    {
      const char *rest, *end = line - 1;
      g_autofree char *marker = NULL;
      g_autofree char *text = NULL;

      for (line = end; line > first && line[-1] != '\n'; line--)
        ;
      marker = read_marker (line, &rest);
      if (g_strcmp0 (marker, name) != 0)
        continue;
      if (rest >= end || end - rest > HEADING_MAX)
        return NULL;
      text = g_strndup (rest, (gsize) (end - rest));

      return is_excluded (self, text) ? NULL : dd_text_clean (text, TRUE);
    }

  return NULL;
}

/**
 * dd_notice_outline_find_heading:
 * @directive: the one whose place was asked for last
 * @step: which of its steps, above it
 *
 * Returns: (transfer full) (nullable): what stands there in the source, or what was on the
 *   agenda under that number; %NULL if nothing is known: no heading is made up
 */
char *
dd_notice_outline_find_heading (DdNoticeOutline     *self,
                                const DdRow         *directive,
                                const DdNoticePlace *place,
                                guint                step)
{
  const DdNoticeStep *wanted = &g_array_index (place->steps, DdNoticeStep, step);

  if (self->last_line != NULL)
    return find_in_source (self, self->last_line, wanted->name);

  for (guint i = 0; wanted->level == DD_OFFICE_LEVEL_ITEM && i < self->facts->agenda->len; i++)
    {
      const DdRow *item = self->facts->agenda->pdata[i];

      if (dd_row_get_number (item, DD_AGENDA_ITEM_POSITION) ==
          g_ascii_strtoll (wanted->name, NULL, 10))
        return g_strdup_printf ("Về nội dung: %s", dd_row_get_text (item, DD_AGENDA_ITEM_TITLE));
    }

  return NULL;
}
