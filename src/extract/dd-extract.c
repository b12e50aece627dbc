/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-extract"

#include "dd-extract.h"

#include "dd-citation-phrase.h"
#include "dd-document.h"
#include "dd-letterhead.h"
#include "dd-line-reader.h"
#include "dd-meeting-facts.h"
#include "dd-meeting.h"
#include "dd-plain-spelling.h"
#include "dd-reader.h"
#include "dd-token-text.h"

/* The type of document that tells all that was said. */
#define MINUTES_TYPE "Biên bản"

/* The chair with post and name, as an assigner is called; NULL if unknown. */
static char *
get_chair (const DdRow *meeting)
{
  const char *post = dd_row_get_text (meeting, DD_MEETING_CHAIR_POST);
  const char *name = dd_row_get_text (meeting, DD_MEETING_CHAIR);

  if (post == NULL || name == NULL)
    return g_strdup (post != NULL ? post : name);

  return g_strconcat (post, " ", name, NULL);
}

/* Each document once, in the order of the text, and not the text itself. */
static char **
list_citations (const GArray *citations,
                const char   *own_number)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *numbers = g_ptr_array_new ();

  if (own_number != NULL)
    g_hash_table_add (seen, (gpointer) own_number);
  for (guint i = 0; i < citations->len; i++)
    {
      char *number = g_array_index (citations, DdCitationPhrase, i).number;

      if (g_hash_table_add (seen, number))
        g_ptr_array_add (numbers, g_strdup (number));
    }
  g_ptr_array_add (numbers, NULL);

  return (char **) g_ptr_array_free (numbers, FALSE);
}

static void
read_body (DdReading       *reading,
           const DdOutline *outline,
           const DdLayout  *layout,
           const DdBody    *all,
           DdDay            reference)
{
  DdBody body = *all;
  g_autofree guint8 *cited = NULL;
  g_autofree char *chair = NULL;
  g_autoptr (GArray) citations = NULL;
  DdClauseDraftText text = { &body };
  DdDay day = dd_row_get_day (reading->document, DD_DOCUMENT_DAY);

  body.tokens = (const DdToken *) outline->tokens->data;
  body.n_tokens = outline->tokens->len;
  body.cited = cited = g_malloc0 (body.n_tokens + 1);
  citations = dd_citation_find (&body);

  reading->attending = dd_meeting_facts_read (&body, outline, citations, day, reference,
                                              reading->meeting);
  reading->citations = list_citations (citations, dd_row_get_text (reading->document,
                                                                   DD_DOCUMENT_NUMBER));

  /* A text speaks from its date, else from the day of the meeting. */
  if (day == DD_DAY_NONE)
    day = dd_row_get_day (reading->meeting, DD_MEETING_DAY);
  chair = get_chair (reading->meeting);
  text.citations = citations;
  text.reference = day != DD_DAY_NONE ? day : reference;
  text.chair = chair;
  text.minutes = g_strcmp0 (dd_row_get_text (reading->document, DD_DOCUMENT_TYPE),
                            MINUTES_TYPE) == 0;
  text.issuer = dd_row_get_text (reading->document, DD_DOCUMENT_ISSUER);
  dd_reader_read (&text, outline, layout->official, reading->findings);
}

/**
 * dd_extract_read:
 * @text: valid UTF-8: a document, news of a meeting, or one typed line
 * @units: the names of units that are known
 * @reference: the day the text speaks from if it does not say itself, for years
 *   that it leaves out; %DD_DAY_NONE if unknown. It is never today.
 *
 * Reads a text and finds what it directs. Nothing is changed by it, and the same
 * text is always read alike.
 *
 * Returns: (transfer full): what was understood, perhaps nothing
 */
DdReading *
dd_extract_read (const char             *text,
                 const DdUnitDictionary *units,
                 DdDay                   reference)
{
  g_autoptr (DdTokenText) all = NULL;
  g_autoptr (DdLayout) layout = NULL;
  g_autoptr (DdOutline) outline = NULL;
  DdReading *reading = NULL;

  g_return_val_if_fail (text != NULL && units != NULL, NULL);

  all = dd_token_text_new (text, units);
  layout = dd_layout_new (dd_token_text_get_body (all));
  outline = dd_outline_new (dd_token_text_get_body (all), layout);

  reading = dd_reading_new ();
  dd_letterhead_read (dd_token_text_get_body (all), layout, reading->document);
  read_body (reading, outline, layout, dd_token_text_get_body (all), reference);

  return reading;
}

/**
 * dd_extract_read_line:
 * @line: valid UTF-8: what somebody types into one line, perhaps not to its end
 * @units: the names of units that are known
 * @reference: the day the line speaks from, for "30/6" and "+10 ngày làm việc"
 *
 * Reads one line as one directive: "Giao Sở Tư pháp chủ trì, phối hợp Sở Nội vụ rà
 * soát 45 TTHC nội bộ, báo cáo trước 30/6", and also "stp ra soat …, 30/6". Its marks
 * tell where in the line what was recognised stands; the rest is what is to be done.
 *
 * Returns: (transfer full) (nullable): the directive; %NULL if there is no word in
 *   the line
 */
DdFinding *
dd_extract_read_line (const char             *line,
                      const DdUnitDictionary *units,
                      DdDay                   reference)
{
  g_autoptr (DdTokenText) all = NULL;
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (GArray) citations = NULL;
  g_autofree guint8 *cited = NULL;
  DdClauseDraftText text = { .reference = reference };
  DdBody body;
  guint n_chars;

  g_return_val_if_fail (line != NULL && units != NULL, NULL);

  all = dd_token_text_new (line, units);
  body = *dd_token_text_get_body (all);
  if (body.n_tokens == 0)
    return NULL;

  tokens = g_array_sized_new (FALSE, FALSE, sizeof (DdToken), body.n_tokens);
  g_array_append_vals (tokens, body.tokens, body.n_tokens);
  body.tokens = (const DdToken *) tokens->data;
  dd_source_text_get_chars (body.source, &n_chars);
  body.plain = dd_plain_spelling_is_plain (body.chars, n_chars);
  if (body.plain)
    dd_line_reader_restore (&body, (DdToken *) tokens->data);
  body.cited = cited = g_malloc0 (body.n_tokens + 1);
  citations = dd_citation_find (&body);
  text.body = &body;
  text.citations = citations;

  return dd_line_reader_read (&text);
}
