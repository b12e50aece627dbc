/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-notice-phrase"

#include "dd-notice-phrase.h"

#include "dd-directive.h"
#include "dd-fold.h"

#include <string.h>

/* --- what was read ---------------------------------------------------------- */

static gboolean
contains_name (char       **names,
               const char  *name)
{
  g_autofree char *key = dd_fold (name);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *other = dd_fold (names[i]);

      if (strcmp (key, other) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_same_names (const DdRow *a,
                const DdRow *b,
                guint        field)
{
  g_auto (GStrv) names = dd_row_get_list (a, field);
  g_auto (GStrv) others = dd_row_get_list (b, field);

  if (g_strv_length (names) != g_strv_length (others))
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    if (!contains_name (others, names[i]))
      return FALSE;

  return TRUE;
}

static DdNoticeFaults
compare_rows (const DdRow *wanted,
              const DdRow *read)
{
  DdNoticeFaults faults = DD_NOTICE_FAULT_NONE;

  /* Whom an exhortation is for the ledger need not say. */
  if (!has_same_names (wanted, read, DD_DIRECTIVE_LEAD) &&
      (dd_row_is_set (wanted, DD_DIRECTIVE_LEAD) ||
       dd_row_get_choice (wanted, DD_DIRECTIVE_KIND) == DD_DIRECTIVE_KIND_TASK))
    faults |= DD_NOTICE_FAULT_LEAD;
  if (!has_same_names (wanted, read, DD_DIRECTIVE_COORDINATING))
    faults |= DD_NOTICE_FAULT_COORDINATING;
  if (dd_row_get_day (wanted, DD_DIRECTIVE_DEADLINE) !=
      dd_row_get_day (read, DD_DIRECTIVE_DEADLINE))
    faults |= DD_NOTICE_FAULT_DEADLINE;
  if (dd_row_get_choice (wanted, DD_DIRECTIVE_RECURRENCE) !=
      dd_row_get_choice (read, DD_DIRECTIVE_RECURRENCE))
    faults |= DD_NOTICE_FAULT_RECURRENCE;

  return faults;
}

/* What a clause says that nothing was read from: all of it is missing. */
static DdNoticeFaults
list_wanted (const DdRow *wanted)
{
  DdNoticeFaults faults = DD_NOTICE_FAULT_NONE;

  if (dd_row_is_set (wanted, DD_DIRECTIVE_LEAD))
    faults |= DD_NOTICE_FAULT_LEAD;
  if (dd_row_is_set (wanted, DD_DIRECTIVE_COORDINATING))
    faults |= DD_NOTICE_FAULT_COORDINATING;
  if (dd_row_is_set (wanted, DD_DIRECTIVE_DEADLINE))
    faults |= DD_NOTICE_FAULT_DEADLINE;
  if (dd_row_get_choice (wanted, DD_DIRECTIVE_RECURRENCE) != DD_RECURRENCE_NONE)
    faults |= DD_NOTICE_FAULT_RECURRENCE;

  return faults;
}

static guint
count_faults (DdNoticeFaults faults)
{
  guint n = 0;

  for (guint rest = faults; rest != 0; rest &= rest - 1)
    n++;

  return n;
}

/* Several may be found in the words of one clause: the one that is most like it. */
static const DdFinding *
find_best (const DdRow     *directive,
           const DdReading *reading,
           DdSpan           span,
           DdNoticeFaults  *faults)
{
  const DdFinding *best = NULL;

  *faults = list_wanted (directive);
  for (guint i = 0; i < reading->findings->len; i++)
    {
      const DdFinding *finding = reading->findings->pdata[i];
      gint64 start = dd_row_get_number (finding->directive, DD_DIRECTIVE_SPAN_START);
      DdNoticeFaults own;

      /* They come in the order of the text. */
      if (start >= span.end)
        break;
      if (start < span.start)
        continue;
      own = compare_rows (directive, finding->directive);
      if (best == NULL || count_faults (own) < count_faults (*faults))
        {
          best = finding;
          *faults = own;
        }
    }

  return best;
}

/**
 * dd_notice_phrase_compare:
 * @span: of the clause, in the text that was read
 *
 * Returns: what of @directive is not read back from there
 */
DdNoticeFaults
dd_notice_phrase_compare (const DdRow     *directive,
                          const DdReading *reading,
                          DdSpan           span)
{
  DdNoticeFaults faults;

  find_best (directive, reading, span, &faults);

  return faults;
}

/* The last mark of a kind within the clause, counted from its beginning; FALSE if there
 * is none. @first: the first one instead. */
static gboolean
find_mark (const DdFinding *finding,
           DdSpan           span,
           DdMarkKind       kind,
           gboolean         first,
           DdSpan          *place)
{
  gboolean found = FALSE;

  for (guint i = 0; finding != NULL && i < finding->marks->len; i++)
    {
      const DdMark *mark = &g_array_index (finding->marks, DdMark, i);

      if (mark->kind != kind || mark->span.start < span.start || mark->span.end > span.end ||
          (found && first))
        continue;
      place->start = mark->span.start - span.start;
      place->end = mark->span.end - span.start;
      found = TRUE;
    }

  return found;
}

/* --- words ------------------------------------------------------------------ */

static char *
join_names (const DdRow *directive,
            guint        field)
{
  g_auto (GStrv) names = dd_row_get_list (directive, field);

  /* In the middle of a sentence they are "các sở", as they are in a list "Các sở". */
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "Các "))
      *names[i] = 'c';

  return g_strjoinv (", ", names);
}

/* Days below ten and the months January and February have a zero before them, as in the
 * date of a document. */
static char *
make_day (DdDay day)
{
  guint year, month, day_of_month;

  dd_day_split (day, &year, &month, &day_of_month);

  return g_strdup_printf (month <= 2 ? "ngày %02u/%02u/%u" : "ngày %02u/%u/%u", day_of_month, month,
                          year);
}

static char *
make_deadline (const DdRow *directive)
{
  DdDay deadline = dd_row_get_day (directive, DD_DIRECTIVE_DEADLINE);
  static const char * const quarters[] = { "I", "II", "III", "IV" };
  g_autofree char *day = make_day (deadline);
  guint year, month, day_of_month;

  dd_day_split (deadline, &year, &month, &day_of_month);
  switch ((DdDeadlineKind) dd_row_get_choice (directive, DD_DIRECTIVE_DEADLINE_KIND))
    {
    case DD_DEADLINE_KIND_BEFORE:
      return g_strconcat ("trước ", day, NULL);
    case DD_DEADLINE_KIND_IN_MONTH:
      if (deadline == dd_period_last_day (DD_PERIOD_MONTH, deadline))
        return g_strdup_printf ("trong tháng %u năm %u", month, year);
      break;
    case DD_DEADLINE_KIND_IN_QUARTER:
      if (deadline == dd_period_last_day (DD_PERIOD_QUARTER, deadline))
        return g_strdup_printf ("trong quý %s năm %u", quarters[(month - 1) / 3], year);
      break;
    case DD_DEADLINE_KIND_IN_YEAR:
      if (deadline == dd_period_last_day (DD_PERIOD_YEAR, deadline))
        return g_strdup_printf ("trong năm %u", year);
      break;
    case DD_DEADLINE_KIND_NONE:
    case DD_DEADLINE_KIND_BY:
    case DD_DEADLINE_KIND_PERIOD:
    case DD_DEADLINE_KIND_RELATIVE:
    case DD_DEADLINE_KIND_RECURRING:
    default:
      break;
    }

  return g_strconcat ("chậm nhất là ", day, NULL);
}

static const char *
get_recurrence (const DdRow *directive)
{
  static const char * const words[DD_N_RECURRENCE_CHOICES] = {
    [DD_RECURRENCE_NONE] = "",
    [DD_RECURRENCE_WEEKLY] = "hằng tuần",
    [DD_RECURRENCE_MONTHLY] = "hằng tháng",
    [DD_RECURRENCE_QUARTERLY] = "hằng quý",
    [DD_RECURRENCE_HALF_YEARLY] = "6 tháng",
    [DD_RECURRENCE_YEARLY] = "hằng năm",
  };

  return words[dd_row_get_choice (directive, DD_DIRECTIVE_RECURRENCE)];
}

static char *
begin_small (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, *text != '\0' ? 1 : 0);
  g_autofree char *small = g_utf8_strdown (first, -1);

  return g_strconcat (small, text + strlen (first), NULL);
}

/* Puts @words in the place of the characters from @start to @end. */
static char *
replace (const char *text,
         guint       start,
         guint       end,
         const char *words)
{
  const char *from = g_utf8_offset_to_pointer (text, (glong) start);
  const char *until = g_utf8_offset_to_pointer (from, (glong) (end - start));
  g_autofree char *before = g_strndup (text, (gsize) (from - text));

  return g_strconcat (before, words, until, NULL);
}

static void
take (char **phrase,
      char  *changed)
{
  g_free (*phrase);
  *phrase = changed;
}

/* The phrase with more of it before what ends the sentence. */
static char *
append_words (const char *phrase,
              const char *words)
{
  g_autofree char *body = g_strdup (phrase);
  gsize length = strlen (body);

  while (length > 0 && strchr (".;, ", body[length - 1]) != NULL)
    body[--length] = '\0';

  return g_strconcat (body, words, ".", NULL);
}

/* --- as an official would say it ------------------------------------------------ */

static gboolean
names_result (const char *phrase)
{
  static const char * const verbs[] = {
    "hoàn thành", "báo cáo", "trình", "gửi", "ban hành", "xong", "nộp",
  };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strstr (phrase, verbs[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
ends_with (const char *text,
           guint       characters,
           const char *end)
{
  g_autofree char *before = g_utf8_substring (text, 0, (glong) characters);

  return g_str_has_suffix (before, end);
}

/* The deadline with its year: a notice is read years later. */
static void
polish_deadline (char            **phrase,
                 const DdRow      *directive,
                 const DdFinding  *finding,
                 DdSpan            span)
{
  g_autofree char *deadline = NULL;
  g_autofree char *words = NULL;
  DdSpan place;

  if (dd_row_get_day (directive, DD_DIRECTIVE_DEADLINE) == DD_DAY_NONE ||
      !find_mark (finding, span, DD_MARK_DEADLINE, FALSE, &place))
    return;

  deadline = make_deadline (directive);
  if (names_result (*phrase) || place.start == 0)
    words = g_strdup (deadline);
  else if (ends_with (*phrase, place.start, ", "))
    words = g_strconcat ("hoàn thành ", deadline, NULL);
  else if (ends_with (*phrase, place.start, " "))
    {
      place.start--;
      words = g_strconcat (", hoàn thành ", deadline, NULL);
    }
  else
    words = g_strdup (deadline);
  take (phrase, replace (*phrase, place.start, place.end, words));
}

/**
 * dd_notice_phrase_polish:
 * @phrase: as somebody typed it: "Sở Tư pháp phối hợp Sở Nội vụ rà soát, trước 30/6"
 *
 * Returns: (transfer full): as an official would say it: "Giao Sở Tư pháp chủ trì, phối hợp
 *   với Sở Nội vụ rà soát, hoàn thành trước ngày 30/6/2024."
 */
char *
dd_notice_phrase_polish (const char      *phrase,
                         const DdRow     *directive,
                         const DdReading *reading,
                         DdSpan           span)
{
  char *polished = g_strdup (phrase);
  DdNoticeFaults faults;
  const DdFinding *finding = find_best (directive, reading, span, &faults);
  DdSpan lead, coordinating;

  /* From the end to the beginning, so that the places before stay what they were. */
  polish_deadline (&polished, directive, finding, span);
  if (find_mark (finding, span, DD_MARK_COORDINATING, TRUE, &coordinating))
    {
      if (ends_with (polished, coordinating.start, "phối hợp "))
        take (&polished, replace (polished, coordinating.start, coordinating.start, "với "));
      if (find_mark (finding, span, DD_MARK_LEAD, FALSE, &lead) && lead.end < coordinating.start)
        {
          const char *rest = g_utf8_offset_to_pointer (polished, (glong) lead.end);

          if (g_str_has_prefix (rest, " phối hợp"))
            take (&polished, replace (polished, lead.end, lead.end, " chủ trì,"));
          else if (g_str_has_prefix (rest, ", phối hợp"))
            take (&polished, replace (polished, lead.end, lead.end, " chủ trì"));
        }
    }
  if (find_mark (finding, span, DD_MARK_LEAD, TRUE, &lead) && lead.start == 0 &&
      dd_row_get_choice (directive, DD_DIRECTIVE_KIND) == DD_DIRECTIVE_KIND_TASK)
    {
      g_autofree char *rest = g_str_has_prefix (polished, "Các ") ? begin_small (polished)
                                                                  : g_strdup (polished);

      take (&polished, g_strconcat ("Giao ", rest, NULL));
    }

  return polished;
}

/* --- what the words of the ledger leave to its fields ---------------------------- */

/* Whether the words name all the lead units, though they were not read as such; @begins:
 * whether with the first of them. */
static gboolean
names_leads (const char  *phrase,
             const DdRow *directive,
             gboolean    *begins)
{
  g_auto (GStrv) names = dd_row_get_list (directive, DD_DIRECTIVE_LEAD);
  g_autofree char *key = dd_fold (phrase);

  *begins = FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = dd_fold (names[i]);

      if (strstr (key, name) == NULL)
        return FALSE;
      if (i == 0)
        *begins = g_str_has_prefix (key, name);
    }

  return TRUE;
}

/* "Giao Sở A chủ trì, phối hợp với Sở B " before what is to be done. */
static void
add_lead (char        **phrase,
          const DdRow  *directive,
          gboolean      with_coordinating)
{
  gboolean begins;
  g_autofree char *leads = join_names (directive, DD_DIRECTIVE_LEAD);
  g_autofree char *rest = begin_small (*phrase);
  gboolean assigns = dd_row_get_choice (directive, DD_DIRECTIVE_KIND) == DD_DIRECTIVE_KIND_TASK;
  g_autofree char *others = with_coordinating ? join_names (directive, DD_DIRECTIVE_COORDINATING)
                                              : NULL;

  if (names_leads (*phrase, directive, &begins))
    {
      if (begins && assigns)
        take (phrase, g_strconcat ("Giao ", g_str_has_prefix (*phrase, "Các ") ? rest : *phrase,
                                   NULL));
      return;
    }

  take (phrase, g_strconcat (assigns ? "Giao " : "Yêu cầu ", leads,
                             others != NULL ? " chủ trì, phối hợp với " : "",
                             others != NULL ? others : "", " ", rest, NULL));
}

static void
add_coordinating (char            **phrase,
                  const DdRow      *directive,
                  const DdFinding  *finding,
                  DdSpan            span)
{
  static const char * const roles[] = { " chủ trì", " có trách nhiệm", " là đầu mối" };
  g_autofree char *others = join_names (directive, DD_DIRECTIVE_COORDINATING);
  g_autofree char *words = NULL;
  const char *rest;
  DdSpan lead;

  if (!find_mark (finding, span, DD_MARK_LEAD, FALSE, &lead))
    return;

  rest = g_utf8_offset_to_pointer (*phrase, (glong) lead.end);
  if (g_str_has_prefix (rest, roles[0]))
    {
      lead.end += (guint) g_utf8_strlen (roles[0], -1);
      words = g_strconcat (", phối hợp với ", others, NULL);
    }
  else
    words = g_strconcat (" chủ trì, phối hợp với ", others, NULL);
  take (phrase, replace (*phrase, lead.end, lead.end, words));
}

static gboolean
is_date (const char *phrase,
         DdSpan      place)
{
  g_autofree char *words = g_utf8_substring (phrase, (glong) place.start, (glong) place.end);

  return strchr (words, '/') != NULL;
}

/**
 * dd_notice_phrase_amend:
 * @phrase: the words of the clause
 * @faults: what is not read back from them
 *
 * The ledger knows more than the words of a clause say: from the heading above it, or from
 * the secretary. Where they say nothing of it, this says it; what they say otherwise stays.
 *
 * Returns: (transfer full): the phrase with what was missing
 */
char *
dd_notice_phrase_amend (const char      *phrase,
                        const DdRow     *directive,
                        const DdReading *reading,
                        DdSpan           span,
                        DdNoticeFaults   faults)
{
  char *amended = g_strdup (phrase);
  DdNoticeFaults own;
  const DdFinding *finding = find_best (directive, reading, span, &own);
  DdSpan place;
  gboolean says_lead = find_mark (finding, span, DD_MARK_LEAD, TRUE, &place);
  gboolean says_other = find_mark (finding, span, DD_MARK_COORDINATING, TRUE, &place);
  gboolean wants_other = dd_row_is_set (directive, DD_DIRECTIVE_COORDINATING) && !says_other;

  if ((faults & DD_NOTICE_FAULT_DEADLINE) != 0 &&
      dd_row_get_day (directive, DD_DIRECTIVE_DEADLINE) != DD_DAY_NONE)
    {
      g_autofree char *deadline = make_deadline (directive);
      g_autofree char *words = g_strconcat ("; hoàn thành ", deadline, NULL);

      /* A day without its year means another one in another year. */
      if (find_mark (finding, span, DD_MARK_DEADLINE, FALSE, &place) && is_date (phrase, place))
        take (&amended, replace (amended, place.start, place.end, deadline));
      else
        take (&amended, append_words (amended, words));
    }
  if ((faults & DD_NOTICE_FAULT_RECURRENCE) != 0 && *get_recurrence (directive) != '\0')
    {
      g_autofree char *words = g_strconcat (", định kỳ ", get_recurrence (directive), NULL);

      take (&amended, append_words (amended, words));
    }
  if ((faults & DD_NOTICE_FAULT_LEAD) != 0 && !says_lead &&
      dd_row_is_set (directive, DD_DIRECTIVE_LEAD))
    add_lead (&amended, directive, wants_other);
  else if ((faults & DD_NOTICE_FAULT_COORDINATING) != 0 && wants_other)
    add_coordinating (&amended, directive, finding, span);

  return amended;
}
