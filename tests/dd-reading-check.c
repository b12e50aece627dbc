/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-reading-check.h"

#include "dd-directive.h"
#include "dd-text.h"

static guint
get_number (const DdFinding *finding,
            guint            field)
{
  return (guint) dd_row_get_number (finding->directive, field);
}

static void
check_marks (const DdFinding *finding,
             guint            start,
             guint            end)
{
  for (guint i = 0; i < finding->marks->len; i++)
    {
      const DdMark *mark = &g_array_index (finding->marks, DdMark, i);

      g_assert_cmpuint (mark->span.start, <, mark->span.end);
      g_assert_cmpuint (mark->span.start, >=, start);
      g_assert_cmpuint (mark->span.end, <=, end);
    }
}

/**
 * dd_reading_check:
 * @text: the text that was read
 *
 * Checks what holds of any reading of any text. It goes through the text once, so
 * that it may be asked of long ones.
 */
void
dd_reading_check (const DdReading *reading,
                  const char      *text)
{
  const guint n_chars = (guint) g_utf8_strlen (text, -1);
  const char *place = text;
  guint last_start = 0;

  for (guint i = 0; i < reading->findings->len; i++)
    {
      const DdFinding *finding = g_ptr_array_index (reading->findings, i);
      const guint start = get_number (finding, DD_DIRECTIVE_SPAN_START);
      const guint end = get_number (finding, DD_DIRECTIVE_SPAN_END);
      const double confidence = dd_row_get_real (finding->directive, DD_DIRECTIVE_CONFIDENCE);
      g_autofree char *piece = NULL;
      g_autofree char *clean = NULL;

      /* they stand in the order of the text, and are numbered so */
      g_assert_cmpuint (start, >=, last_start);
      g_assert_cmpuint (start, <, end);
      g_assert_cmpuint (end, <=, n_chars);
      g_assert_cmpuint (get_number (finding, DD_DIRECTIVE_POSITION), ==, i + 1);

      /* the quote is what stands at the span */
      place = g_utf8_offset_to_pointer (place, start - last_start);
      last_start = start;
      piece = g_utf8_substring (place, 0, end - start);
      clean = dd_text_clean (piece, FALSE);
      g_assert_cmpstr (dd_row_get_text (finding->directive, DD_DIRECTIVE_QUOTE), ==, clean);

      g_assert_cmpfloat (confidence, >, 0);
      g_assert_cmpfloat (confidence, <, 1);
      check_marks (finding, start, end);
    }
}
