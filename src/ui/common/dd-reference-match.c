/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-reference-match"

#include "dd-reference-match.h"

#include "dd-day-text.h"
#include "dd-fold.h"
#include "dd-record-types.h"

/* So many characters of a clause are enough to know it. */
#define CLAUSE_SHOWN 80

static char *
describe_clause (const DdRow *row)
{
  const char *quote = dd_row_get_text (row, DD_DIRECTIVE_QUOTE);
  const char *number = dd_row_get_text (row, DD_DIRECTIVE_DOCUMENT_NUMBER);
  const char *ordinal = dd_row_get_text (row, DD_DIRECTIVE_ORDINAL);
  GString *text = g_string_new (number);

  if (ordinal != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", ordinal);
  if (text->len > 0)
    g_string_append (text, " – ");
  if (quote == NULL || g_utf8_strlen (quote, -1) <= CLAUSE_SHOWN)
    g_string_append (text, quote != NULL ? quote : "");
  else
    g_string_append_printf (text, "%.*s…",
                            (int) (g_utf8_offset_to_pointer (quote, CLAUSE_SHOWN - 1) - quote),
                            quote);

  return g_strdelimit (g_string_free (text, FALSE), "\n", ' ');
}

/**
 * dd_reference_describe:
 * @row: of any kind that can be referred to
 *
 * Returns: (transfer full): what the record is called, on one line
 */
char *
dd_reference_describe (const DdRow *row)
{
  g_autofree char *day = NULL;
  const char *first = NULL, *second = NULL;

  switch ((int) dd_row_get_kind (row))
    {
    case DD_KIND_UNIT:
      first = dd_row_get_text (row, DD_UNIT_NAME);
      break;
    case DD_KIND_PERSON:
      first = dd_row_get_text (row, DD_PERSON_NAME);
      second = dd_row_get_text (row, DD_PERSON_POST);
      break;
    case DD_KIND_DOCUMENT:
      first = dd_row_get_text (row, DD_DOCUMENT_NUMBER);
      second = dd_row_get_text (row, DD_DOCUMENT_SUBJECT);
      if (first == NULL && second == NULL)
        first = dd_row_get_text (row, DD_DOCUMENT_FILE_NAME);
      break;
    case DD_KIND_MEETING:
      day = dd_day_to_text (dd_row_get_day (row, DD_MEETING_DAY));
      first = day;
      second = dd_row_get_text (row, DD_MEETING_TITLE);
      break;
    case DD_KIND_DIRECTIVE:
      return describe_clause (row);
    case DD_KIND_PROCEDURE:
      first = dd_row_get_text (row, DD_PROCEDURE_CODE);
      second = dd_row_get_text (row, DD_PROCEDURE_NAME);
      break;
    default:
      break;
    }

  if (first != NULL && second != NULL)
    return g_strdup_printf ("%s – %s", first, second);
  if (first == NULL)
    first = second;

  return g_strdup (first != NULL ? first : "");
}

/* What a record is called by those who do not know its code or post. */
static char *
get_plain_name (DdRecord *record)
{
  const DdRow *row = dd_record_get_row (record);
  const char *name = NULL;

  if (dd_row_get_kind (row) == DD_KIND_PROCEDURE)
    name = dd_row_get_text (row, DD_PROCEDURE_NAME);
  else if (dd_row_get_kind (row) == DD_KIND_PERSON)
    name = dd_row_get_text (row, DD_PERSON_NAME);

  return name != NULL ? g_strdup (name) : dd_reference_describe (row);
}

static gboolean
has_key (DdRecord   *record,
         const char *typed,
         char     *(*make_key) (const char *text))
{
  g_autofree char *name = dd_reference_describe (dd_record_get_row (record));
  g_autofree char *plain_name = get_plain_name (record);
  g_autofree char *key = make_key (typed);
  g_autofree char *name_key = make_key (name);
  g_autofree char *plain_key = make_key (plain_name);

  return g_str_equal (key, name_key) || g_str_equal (key, plain_key);
}

/**
 * dd_reference_is_called:
 *
 * Returns: whether a record is called what was typed, with its marks
 */
gboolean
dd_reference_is_called (DdRecord   *record,
                        const char *typed)
{
  return has_key (record, typed, dd_fold_spelling);
}

/**
 * dd_reference_find_called:
 * @matches: (element-type DdRecord): what a search for @typed has found
 * @may_create: whether a name that nothing has is that of a record to be created
 *
 * Returns: the position of the match that is called what was typed, or -1. Without
 *   marks is good enough where no mark was typed; but "xã An Hà" may be created
 *   although there is a "xã Ân Hạ"
 */
int
dd_reference_find_called (GListModel *matches,
                          const char *typed,
                          gboolean    may_create)
{
  int folded = -1;

  for (guint i = 0; i < g_list_model_get_n_items (matches); i++)
    {
      g_autoptr (DdRecord) record = g_list_model_get_item (matches, i);

      if (dd_reference_is_called (record, typed))
        return (int) i;
      if (folded < 0 && has_key (record, typed, dd_fold))
        folded = (int) i;
    }

  return !may_create || g_str_is_ascii (typed) ? folded : -1;
}

static GStrv
split_words (const char *text)
{
  g_autofree char *folded = dd_fold (text);

  return g_str_tokenize_and_fold (folded, NULL, NULL);
}

/* Whether what was typed begins as the name does and has no word that is only
 * begun: nobody can tell then whether it stands for that name or is another. */
static gboolean
may_be_name_of_another (DdRecord   *record,
                        const char *typed)
{
  g_autofree char *name = get_plain_name (record);
  g_auto (GStrv) typed_words = split_words (typed);
  g_auto (GStrv) words = split_words (name);

  if (g_strcmp0 (typed_words[0], words[0]) != 0)
    return FALSE;
  for (guint i = 0; typed_words[i] != NULL; i++)
    if (!g_strv_contains ((const char * const *) words, typed_words[i]))
      return FALSE;

  return TRUE;
}

/**
 * dd_reference_find_taken:
 *
 * Returns: the position of the match that Enter takes at once, or of the offer to create
 *   one if there are none; -1: it has to be chosen first
 */
int
dd_reference_find_taken (GListModel *matches,
                         const char *typed,
                         gboolean    may_create)
{
  int called = dd_reference_find_called (matches, typed, may_create);

  if (called >= 0)
    return called;

  for (guint i = 0; may_create && i < g_list_model_get_n_items (matches); i++)
    {
      g_autoptr (DdRecord) record = g_list_model_get_item (matches, i);

      if (may_be_name_of_another (record, typed))
        return -1;
    }

  return 0;
}
