/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-notice"

#include "dd-notice.h"

#include "dd-directive.h"
#include "dd-fold.h"
#include "dd-meeting.h"
#include "dd-notice-outline.h"
#include "dd-notice-phrase.h"
#include "dd-text.h"

#include <string.h>

/* How often the draft is read again to see what its words still leave out. */
#define MAX_ROUNDS 3

/* A paragraph on its way into the document. */
typedef struct
{
  DdOfficeLevel  level;
  gboolean       is_heading;
  GString       *text;
} Paragraph;

/* A clause on its way there. */
typedef struct
{
  const DdRow   *directive;
  DdNoticePlace *place;
  GPtrArray     *headings;      /* of its steps, or NULL for those that have none */
  char          *phrase;        /* lines */
  guint          first;         /* paragraph of the body */
  guint          last;
  glong          offset;        /* in the first */
  DdNoticeFaults tried;         /* what was said besides its words */
  DdNoticeFaults faults;
  gboolean       is_polished;
} Clause;

typedef struct
{
  const DdNoticeFacts *facts;
  GPtrArray           *clauses;
  GPtrArray           *paragraphs;
} Builder;

static void
paragraph_free (gpointer data)
{
  g_string_free (((Paragraph *) data)->text, TRUE);
  g_free (data);
}

static void
clause_free (gpointer data)
{
  Clause *clause = data;

  dd_notice_place_free (clause->place);
  g_ptr_array_unref (clause->headings);
  g_free (clause->phrase);
  g_free (clause);
}

static void
builder_clear (Builder *builder)
{
  g_ptr_array_unref (builder->clauses);
  g_ptr_array_unref (builder->paragraphs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

void
dd_notice_free (DdNotice *self)
{
  if (self == NULL)
    return;

  dd_office_document_free (self->document);
  g_ptr_array_unref (self->clauses);
  g_free (self);
}

/* --- what is said of the meeting ------------------------------------------- */

/* "phiên họp thứ năm Tổ công tác": what it is, and which. */
static char *
name_meeting (const DdRow *meeting)
{
  static const char * const kinds[] = {
    [DD_MEETING_KIND_SESSION] = "phiên họp",
    [DD_MEETING_KIND_CONFERENCE] = "hội nghị",
    [DD_MEETING_KIND_WORKING_SESSION] = "buổi làm việc",
    [DD_MEETING_KIND_MEETING] = "cuộc họp",
  };
  static const char * const nouns[] = {
    "phiên", "hội", "cuộc", "buổi", "lễ", "toạ đàm", "tọa đàm", "giao ban",
  };
  const char *title = dd_row_get_text (meeting, DD_MEETING_TITLE);
  const char *kind = kinds[dd_row_get_choice (meeting, DD_MEETING_KIND)];
  g_autofree char *first = NULL;
  g_autofree char *small_first = NULL;
  g_autofree char *small = NULL;

  /* No file has a meeting without a title, but a title may be nothing but signs that are not
   * kept. */
  if (title == NULL || *title == '\0')
    return g_strdup (kind);

  first = g_utf8_substring (title, 0, 1);
  small_first = g_utf8_strdown (first, -1);
  small = g_strconcat (small_first, title + strlen (first), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (g_str_has_prefix (small, nouns[i]))
      return g_steal_pointer (&small);

  if (g_str_has_prefix (small, "họp "))
    return g_strconcat ("cuộc ", small, NULL);
  if (g_str_has_prefix (small, "làm việc "))
    return g_strconcat ("buổi ", small, NULL);

  return g_strdup_printf ("%s %s", kind, small);
}

/* Post and name; of several posts the first one, by which the person concludes. */
static char *
name_chair (const DdRow *meeting)
{
  const char *name = dd_row_get_text (meeting, DD_MEETING_CHAIR);
  const char *post = dd_row_get_text (meeting, DD_MEETING_CHAIR_POST);
  g_autofree char *first = post != NULL ? g_strndup (post, strcspn (post, ",;")) : NULL;

  if (name == NULL && first == NULL)
    return g_strdup ("[chức vụ, họ tên người chủ trì]");
  if (name == NULL || first == NULL)
    return g_strdup (name != NULL ? name : first);

  return g_strdup_printf ("%s %s", first, name);
}

static char *
join_units (char **names)
{
  gboolean has_comma = FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    has_comma |= strchr (names[i], ',') != NULL;

  return g_strjoinv (has_comma ? "; " : ", ", names);
}

static char *
make_opening (const DdNoticeFacts *facts)
{
  g_autofree char *day = dd_office_day_to_text (dd_row_get_day (facts->meeting, DD_MEETING_DAY));
  g_autofree char *capital = dd_text_capitalise (day);
  g_autofree char *meeting = name_meeting (facts->meeting);
  g_autofree char *chair = name_chair (facts->meeting);
  g_auto (GStrv) sites = dd_row_get_list (facts->meeting, DD_MEETING_SITES);
  g_autofree char *joined = g_strjoinv ("; ", sites);
  const char *place = dd_row_get_text (facts->meeting, DD_MEETING_PLACE);

  return g_strconcat (capital, place != NULL ? ", tại " : "", place != NULL ? place : "", ", ",
                      chair, " đã chủ trì ", meeting,
                      *joined != '\0' ? ", kết nối trực tuyến các điểm cầu: " : "", joined, ".",
                      NULL);
}

static char *
make_lead_in (const DdNoticeFacts *facts)
{
  g_autofree char *units = join_units (facts->presenting);
  g_autofree char *chair = name_chair (facts->meeting);

  return g_strdup_printf ("Sau khi nghe báo cáo%s%s và ý kiến của các đại biểu dự họp, %s kết "
                          "luận như sau:", *units != '\0' ? " của " : "", units, chair);
}

static char *
make_closing (const DdNoticeFacts *facts)
{
  const char *agency = facts->letterhead->values[DD_LETTERHEAD_AGENCY];
  const char *superior = facts->letterhead->values[DD_LETTERHEAD_SUPERIOR];

  if (agency == NULL)
    return g_strdup ("Thông báo để các cơ quan, đơn vị biết, thực hiện");

  /* "Văn phòng" alone is one of many. */
  if (superior != NULL && strchr (agency, ' ') != NULL && g_utf8_strlen (agency, -1) <= 9)
    return g_strdup_printf ("%s %s thông báo để các cơ quan, đơn vị biết, thực hiện", agency,
                            superior);

  return g_strdup_printf ("%s thông báo để các cơ quan, đơn vị biết, thực hiện", agency);
}

/* --- the body ---------------------------------------------------------------- */

static guint
add_paragraph (Builder       *builder,
               DdOfficeLevel  level,
               gboolean       is_heading,
               const char    *text)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  paragraph->level = level;
  paragraph->is_heading = is_heading;
  paragraph->text = g_string_new (text);
  g_ptr_array_add (builder->paragraphs, paragraph);

  return builder->paragraphs->len - 1;
}

/* A clean line, with one space where there were more. */
static char *
join_spaces (const char *text)
{
  g_autofree char *clean = dd_text_clean (text, TRUE);
  GString *joined = g_string_sized_new (strlen (clean));

  for (const char *p = clean; *p != '\0'; p++)
    if (*p != ' ' || p[1] != ' ')
      g_string_append_c (joined, *p);

  return g_string_free (joined, FALSE);
}

/* The words of the ledger: each line clean, without the number that it will get anew. */
static char *
make_phrase (const DdRow *directive)
{
  const char *quote = dd_row_get_text (directive, DD_DIRECTIVE_QUOTE);
  g_auto (GStrv) lines = g_strsplit (quote != NULL ? quote : "", "\n", -1);
  GString *phrase = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *rest = phrase->len == 0 ? dd_notice_outline_skip_marker (lines[i]) : lines[i];
      g_autofree char *clean = join_spaces (rest);
      g_autofree char *line = phrase->len == 0 ? dd_text_capitalise (clean) : g_strdup (clean);
      gsize length = strlen (line);

      while (length > 0 && (line[length - 1] == '/' || line[length - 1] == ' '))
        line[--length] = '\0';
      if (length == 0)
        continue;
      if (phrase->len > 0)
        g_string_append_c (phrase, '\n');
      g_string_append (phrase, line);
    }

  return g_string_free (phrase, FALSE);
}

static void
collect_clauses (Builder *builder)
{
  g_autoptr (DdNoticeOutline) outline = dd_notice_outline_new (builder->facts);

  for (guint i = 0; i < builder->facts->directives->len; i++)
    {
      const DdRow *directive = builder->facts->directives->pdata[i];
      Clause *clause;

      if (builder->facts->excluded != NULL &&
          g_hash_table_contains (builder->facts->excluded, dd_row_get_uid (directive)))
        continue;

      clause = g_new0 (Clause, 1);
      clause->directive = directive;
      clause->place = dd_notice_outline_find (outline, directive);
      clause->headings = g_ptr_array_new_with_free_func (g_free);
      for (guint step = 0; step < clause->place->steps->len; step++)
        g_ptr_array_add (clause->headings,
                         dd_notice_outline_find_heading (outline, directive, clause->place, step));
      clause->phrase = make_phrase (directive);
      /* What was typed and is nobody's words yet may be said better. */
      clause->is_polished = dd_row_is_set (directive, DD_DIRECTIVE_DOCUMENT);
      g_ptr_array_add (builder->clauses, clause);
    }
}

static gboolean
has_step (const Clause *clause,
          guint         at,
          const char   *name)
{
  return at < clause->place->steps->len &&
         strcmp (g_array_index (clause->place->steps, DdNoticeStep, at).name, name) == 0;
}

/* How many steps two clauses share from the beginning. */
static guint
count_common (const Clause *a,
              const Clause *b)
{
  guint n = 0;

  while (a != NULL && n < b->place->steps->len &&
         has_step (a, n, g_array_index (b->place->steps, DdNoticeStep, n).name))
    n++;

  return n;
}

/* Adds the headings over a clause that do not stand there yet, and says at which level the
 * clause is then: what has no heading is not under one. */
static DdOfficeLevel
add_headings (Builder      *builder,
              const Clause *before,
              const Clause *clause)
{
  const GArray *steps = clause->place->steps;
  guint n_over = clause->place->is_own ? steps->len - 1 : steps->len;
  guint n_common = count_common (before, clause);
  DdOfficeLevel level = clause->place->level;
  gboolean has_item = FALSE;

  for (guint i = 0; i < n_over; i++)
    {
      const DdNoticeStep *step = &g_array_index (steps, DdNoticeStep, i);
      const char *heading = clause->headings->pdata[i];

      /* It is the clause before, or stands over it. */
      if (i < n_common && (heading != NULL || before->place->steps->len == i + 1))
        {
          has_item |= step->level != DD_OFFICE_LEVEL_PART;
          continue;
        }
      if (heading == NULL)
        continue;
      add_paragraph (builder, has_item || step->level != DD_OFFICE_LEVEL_POINT
                              ? step->level : DD_OFFICE_LEVEL_ITEM, TRUE, heading);
      has_item |= step->level != DD_OFFICE_LEVEL_PART;
    }

  if (clause->place->is_own && before != NULL && n_common == steps->len &&
      before->place->steps->len == steps->len)
    return DD_OFFICE_LEVEL_DASH;
  if (!has_item && level > DD_OFFICE_LEVEL_ITEM)
    return DD_OFFICE_LEVEL_ITEM;
  if (!has_item && level == DD_OFFICE_LEVEL_TEXT)
    return DD_OFFICE_LEVEL_ITEM;

  return level;
}

static gboolean
ends_sentence (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && strchr (".;:!?", text[length - 1]) != NULL;
}

static void
add_clause (Builder      *builder,
            const Clause *before,
            Clause       *clause)
{
  g_auto (GStrv) lines = g_strsplit (clause->phrase, "\n", -1);
  guint i = 0;

  if (clause->place->continues && before != NULL && before->first == before->last && *lines != NULL)
    {
      Paragraph *paragraph = builder->paragraphs->pdata[before->last];

      clause->first = before->last;
      if (!ends_sentence (paragraph->text->str))
        g_string_append_c (paragraph->text, ';');
      g_string_append_c (paragraph->text, ' ');
      clause->offset = g_utf8_strlen (paragraph->text->str, -1);
      g_string_append (paragraph->text, lines[i++]);
    }
  else
    clause->first = add_paragraph (builder, add_headings (builder, before, clause), FALSE,
                                   lines[0] != NULL ? lines[i++] : "");
  for (; *lines != NULL && lines[i] != NULL; i++)
    add_paragraph (builder, DD_OFFICE_LEVEL_TEXT, FALSE, lines[i]);
  clause->last = clause->place->continues && clause->first == (before != NULL ? before->last : 0) &&
                 lines[1] == NULL
               ? clause->first : builder->paragraphs->len - 1;
}

static void
close_sentences (Builder *builder)
{
  for (guint i = 0; i < builder->paragraphs->len; i++)
    {
      Paragraph *paragraph = builder->paragraphs->pdata[i];

      if (!paragraph->is_heading && !ends_sentence (paragraph->text->str))
        g_string_append_c (paragraph->text, '.');
    }
}

static DdOfficeDocument *
make_document (Builder *builder)
{
  const DdNoticeFacts *facts = builder->facts;
  DdOfficeDocument *document = dd_office_document_new ();
  g_autofree char *chair = name_chair (facts->meeting);
  g_autofree char *meeting = name_meeting (facts->meeting);
  g_autofree char *opening = make_opening (facts);
  g_autofree char *lead_in = make_lead_in (facts);
  g_autofree char *closing = make_closing (facts);
  g_autofree char *attending = join_units (facts->attending);

  dd_office_letterhead_apply (facts->letterhead, "TB", document);
  document->number = g_strdup (facts->number);
  document->day = facts->day;
  document->type = g_strdup ("Thông báo");
  document->subject = g_strdup_printf ("Kết luận của %s tại %s", chair, meeting);

  g_ptr_array_set_size (builder->paragraphs, 0);
  add_paragraph (builder, DD_OFFICE_LEVEL_TEXT, FALSE, opening);
  if (*attending != '\0')
    {
      g_autofree char *line = g_strdup_printf ("Tham dự có đại diện lãnh đạo các cơ quan, đơn vị: "
                                               "%s.", attending);

      add_paragraph (builder, DD_OFFICE_LEVEL_TEXT, FALSE, line);
    }
  add_paragraph (builder, DD_OFFICE_LEVEL_TEXT, FALSE, lead_in);
  for (guint i = 0; i < builder->clauses->len; i++)
    add_clause (builder, i > 0 ? builder->clauses->pdata[i - 1] : NULL, builder->clauses->pdata[i]);
  close_sentences (builder);
  add_paragraph (builder, DD_OFFICE_LEVEL_TEXT, FALSE, closing);

  for (guint i = 0; i < builder->paragraphs->len; i++)
    {
      const Paragraph *paragraph = builder->paragraphs->pdata[i];

      if (paragraph->is_heading)
        dd_office_document_add_heading (document, paragraph->level, paragraph->text->str);
      else
        dd_office_document_add (document, paragraph->level, paragraph->text->str);
    }

  if (document->recipients->len == 0)
    {
      dd_office_document_add_recipient (document, "Các đơn vị dự họp");
      dd_office_document_add_recipient (document, "Các cơ quan, đơn vị được giao nhiệm vụ");
      dd_office_document_add_recipient (document, "Lưu: VT");
    }

  return document;
}

/* --- reading it back ----------------------------------------------------------- */

static DdSpan
get_span (const Clause           *clause,
          const DdOfficeDocument *document,
          const guint            *starts)
{
  const DdOfficeParagraph *paragraph = document->paragraphs->pdata[clause->first];
  guint marker = (guint) g_utf8_strlen (paragraph->marker, -1);
  DdSpan span = { starts[clause->first] + (guint) clause->offset, 0 };

  span.start += marker > 0 ? marker + 1 : 0;
  if (clause->first == clause->last)
    span.end = span.start + (guint) g_utf8_strlen (clause->phrase, -1);
  else
    span.end = starts[clause->last + 1] - 1;

  return span;
}

/* Says better what was typed, and besides the words of a clause what they leave out.
 * FALSE: there is nothing left to do. */
static gboolean
improve (Builder                *builder,
         const DdOfficeDocument *document,
         DdNoticeReader          reader,
         gpointer                user_data)
{
  g_autofree guint *starts = g_new0 (guint, document->paragraphs->len + 1);
  g_autofree char *text = dd_office_document_to_text (document, starts);
  g_autoptr (DdReading) reading = reader (text, builder->facts->day, user_data);
  gboolean changed = FALSE;

  for (guint i = 0; i < builder->clauses->len; i++)
    {
      Clause *clause = builder->clauses->pdata[i];
      DdSpan span = get_span (clause, document, starts);
      char *phrase;
      DdNoticeFaults missing;

      clause->faults = dd_notice_phrase_compare (clause->directive, reading, span);
      missing = clause->faults & ~clause->tried;
      /* What is said in several lines is a list: it stays as it was said. */
      if (clause->first != clause->last || (clause->is_polished && missing == 0))
        continue;

      if (!clause->is_polished)
        phrase = dd_notice_phrase_polish (clause->phrase, clause->directive, reading, span);
      else
        phrase = dd_notice_phrase_amend (clause->phrase, clause->directive, reading, span, missing);
      if (clause->is_polished)
        clause->tried |= missing;
      clause->is_polished = TRUE;
      changed |= strcmp (phrase, clause->phrase) != 0 || clause->faults != 0;
      g_free (clause->phrase);
      clause->phrase = phrase;
    }

  return changed;
}

static void
clause_copy_to (const Clause *clause,
                GPtrArray    *clauses)
{
  DdNoticeClause *copy = g_new0 (DdNoticeClause, 1);

  copy->directive = clause->directive;
  copy->first = clause->first;
  copy->last = clause->last;
  copy->faults = clause->faults;
  g_ptr_array_add (clauses, copy);
}

/**
 * dd_notice_new:
 * @facts: what it is made of; the clauses of the notice point into them
 * @reader: reads it back, as whoever gets it will
 *
 * Drafts a notice of a conclusion. The words of each clause are those of the ledger; what
 * they leave out, because it was said above them or was typed by the secretary, is said
 * besides them, until the notice reads as the ledger does.
 *
 * Returns: (transfer full)
 */
DdNotice *
dd_notice_new (const DdNoticeFacts *facts,
               DdNoticeReader       reader,
               gpointer             user_data)
{
  g_auto (Builder) builder = { facts, NULL, NULL };
  DdNotice *self = g_new0 (DdNotice, 1);

  builder.clauses = g_ptr_array_new_with_free_func (clause_free);
  builder.paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  collect_clauses (&builder);

  self->document = make_document (&builder);
  for (guint i = 0; i <= MAX_ROUNDS; i++)
    {
      gboolean changed = improve (&builder, self->document, reader, user_data);

      if (!changed || i == MAX_ROUNDS)
        break;
      dd_office_document_free (self->document);
      self->document = make_document (&builder);
    }

  self->clauses = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < builder.clauses->len; i++)
    clause_copy_to (builder.clauses->pdata[i], self->clauses);

  return self;
}

/**
 * dd_notice_make_file_name:
 * @ending: ".docx"
 *
 * Returns: (transfer full): what a file of the notice may be called on every system:
 *   "TB-ket-luan-phien-hop-thu-hai-2024-03-12.docx"
 */
char *
dd_notice_make_file_name (const DdRow *meeting,
                          const char  *ending)
{
  g_autofree char *folded = dd_fold (dd_row_get_text (meeting, DD_MEETING_TITLE));
  g_autofree char *day = dd_day_to_iso (dd_row_get_day (meeting, DD_MEETING_DAY));
  GString *name = g_string_new ("TB-ket-luan");
  gboolean in_word = FALSE;
  guint n_words = 0;

  for (const char *p = folded; *p != '\0' && n_words <= 7; p++)
    {
      gboolean is_letter = g_ascii_isalnum (*p);

      if (is_letter && !in_word && ++n_words <= 7)
        g_string_append_c (name, '-');
      if (is_letter && n_words <= 7)
        g_string_append_c (name, *p);
      in_word = is_letter;
    }
  g_string_append_printf (name, "-%s%s", day, ending);

  return g_string_free (name, FALSE);
}
