/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two indexes for each searchable kind, of words as they are written and of
 * words without marks. A search asks the first, then the second, so that
 * "đường" comes before "dương" and "duong" finds both. Folding in one index
 * only would lose the first answer; asking with LIKE would read every record. */
#define G_LOG_DOMAIN "dd-search"

#include "dd-search.h"

#include "dd-text.h"

#include <string.h>

typedef enum
{
  INDEX_WORDS,
  INDEX_FOLDED,
  N_INDEXES
} Index;

typedef struct
{
  char *insert;
  char *remove;
  char *since;
  char *check;
  char *rebuild;
} IndexSql;

static const char * const suffixes[N_INDEXES] = { "words", "folded" };
static const char * const sources[N_INDEXES] = { "", "_unmarked" };

static gboolean
is_searchable (const DdField *field)
{
  return (field->flags & DD_FIELD_SEARCHABLE) != 0;
}

static void
make_sql (const DdRecordType *type,
          Index               index,
          IndexSql           *sql)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autofree char *table = g_strdup_printf ("%s_%s", type->name, suffixes[index]);

  for (guint i = 0; i < type->n_fields; i++)
    if (is_searchable (&type->fields[i]))
      {
        g_string_append_printf (columns, ", %s", type->fields[i].name);
        g_string_append_printf (values, ", :%s", type->fields[i].name);
      }

  sql->insert = g_strdup_printf ("INSERT INTO %s (rowid%s) VALUES (:id%s)",
                                 table, columns->str, values->str);
  sql->remove = g_strdup_printf ("INSERT INTO %1$s (%1$s, rowid%2$s) VALUES ('delete', :id%3$s)",
                                 table, columns->str, values->str);
  sql->since = g_strdup_printf ("INSERT INTO %1$s (rowid%2$s) SELECT id%2$s FROM %3$s%4$s"
                                " WHERE id >= :id",
                                table, columns->str, type->name, sources[index]);
  sql->check = g_strdup_printf ("INSERT INTO %1$s (%1$s, rank) VALUES ('integrity-check', 1)",
                                table);
  sql->rebuild = g_strdup_printf ("INSERT INTO %1$s (%1$s) VALUES ('rebuild')", table);
}

static const IndexSql *
get_sql (DdKind kind,
         Index  index)
{
  static gsize once;
  static IndexSql made[DD_N_KINDS][N_INDEXES];

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < DD_N_KINDS; i++)
        if (dd_search_has_index (i))
          for (guint j = 0; j < N_INDEXES; j++)
            make_sql (dd_record_type_get (i), j, &made[i][j]);
      g_once_init_leave (&once, 1);
    }

  return &made[kind][index];
}

/**
 * dd_search_has_index:
 *
 * Returns: whether records of the kind can be found by words
 */
gboolean
dd_search_has_index (DdKind kind)
{
  const DdRecordType *type = dd_record_type_get (kind);

  for (guint i = 0; i < type->n_fields; i++)
    if (is_searchable (&type->fields[i]))
      return TRUE;

  return FALSE;
}

/**
 * dd_search_get_indexed:
 *
 * Returns: the kind whose words find records of @kind: itself, or that of the
 *   record that they have their name from, by the field of the same name
 */
DdKind
dd_search_get_indexed (DdKind kind)
{
  return kind == DD_KIND_PLAN_ITEM ? DD_KIND_PROCEDURE : kind;
}

/* What the views of the schema do: FTS5 takes marks off letters, but to it đ
 * is a letter of its own. */
static char *
unmark_d (const char *text)
{
  GString *plain = g_string_new (text);

  g_string_replace (plain, "đ", "d", 0);
  g_string_replace (plain, "Đ", "D", 0);

  return g_string_free (plain, FALSE);
}

static gboolean
run_for_row (DdDb         *db,
             const char   *sql,
             Index         index,
             const DdRow  *row,
             GError      **error)
{
  const DdRecordType *type = dd_row_get_type (row);
  g_autoptr (DdStatement) statement = dd_db_statement (db, sql, error);
  int position = 2;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, dd_row_get_id (row));
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if (!is_searchable (&type->fields[i]))
        continue;
      if (dd_row_is_set (row, i))
        text = index == INDEX_FOLDED ? unmark_d (dd_row_get_text (row, i))
                                     : g_strdup (dd_row_get_text (row, i));
      sqlite3_bind_text (statement, position++, text, -1, SQLITE_TRANSIENT);
    }

  return dd_db_run (db, statement, error);
}

static gboolean
is_changed (const DdRow *old,
            const DdRow *now)
{
  const DdRecordType *type = dd_row_get_type (old);

  for (guint i = 0; i < type->n_fields; i++)
    if (is_searchable (&type->fields[i]) && !dd_row_field_equal (old, now, i))
      return TRUE;

  return FALSE;
}

/**
 * dd_search_update:
 * @old: (nullable): the record as it was indexed; %NULL for a new one
 * @now: (nullable): the record as it is; %NULL for a deleted one
 */
gboolean
dd_search_update (DdDb         *db,
                  const DdRow  *old,
                  const DdRow  *now,
                  GError      **error)
{
  DdKind kind = dd_row_get_kind (old != NULL ? old : now);

  if (!dd_search_has_index (kind) || (old != NULL && now != NULL && !is_changed (old, now)))
    return TRUE;

  for (guint i = 0; i < N_INDEXES; i++)
    {
      const IndexSql *sql = get_sql (kind, i);

      if (old != NULL && !run_for_row (db, sql->remove, i, old, error))
        return FALSE;
      if (now != NULL && !run_for_row (db, sql->insert, i, now, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * dd_search_index_since:
 * @first_id: the first record that is not in the index yet
 *
 * Indexes many new records at once, which costs a third of one by one.
 */
gboolean
dd_search_index_since (DdDb    *db,
                       DdKind   kind,
                       gint64   first_id,
                       GError **error)
{
  if (!dd_search_has_index (kind))
    return TRUE;

  for (guint i = 0; i < N_INDEXES; i++)
    {
      g_autoptr (DdStatement) statement = dd_db_statement (db, get_sql (kind, i)->since, error);

      if (statement == NULL)
        return FALSE;
      dd_statement_bind_number (statement, ":id", first_id);
      if (!dd_db_run (db, statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_plain (DdDb        *db,
           const char  *sql,
           GError     **error)
{
  g_autoptr (DdStatement) statement = dd_db_statement (db, sql, error);

  return statement != NULL && dd_db_run (db, statement, error);
}

/**
 * dd_search_check:
 *
 * Returns: %FALSE with %DD_STORE_ERROR_CORRUPT if the index does not say what the records do
 */
gboolean
dd_search_check (DdDb    *db,
                 DdKind   kind,
                 GError **error)
{
  for (guint i = 0; dd_search_has_index (kind) && i < N_INDEXES; i++)
    if (!run_plain (db, get_sql (kind, i)->check, error))
      return FALSE;

  return TRUE;
}

/**
 * dd_search_rebuild:
 *
 * Makes the index of a kind anew from its records.
 */
gboolean
dd_search_rebuild (DdDb    *db,
                   DdKind   kind,
                   GError **error)
{
  for (guint i = 0; dd_search_has_index (kind) && i < N_INDEXES; i++)
    if (!run_plain (db, get_sql (kind, i)->rebuild, error))
      return FALSE;

  return TRUE;
}

static gboolean
has_letters (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* Every word has to occur; the last one may be the beginning of one, since
 * the typist may not have ended it. Quotes make words of whatever was typed. */
static char *
make_match (char     **list,
            gboolean   open_ended)
{
  GString *match = g_string_new (NULL);
  guint last = 0;

  for (guint i = 0; list[i] != NULL; i++)
    if (has_letters (list[i]))
      last = i;

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto (GStrv) pieces = NULL;
      g_autofree char *quoted = NULL;

      if (!has_letters (list[i]))
        continue;
      pieces = g_strsplit (list[i], "\"", -1);
      quoted = g_strjoinv ("\"\"", pieces);
      g_string_append_printf (match, "%s\"%s\"%s", match->len > 0 ? " " : "", quoted,
                              open_ended && i == last ? "*" : "");
    }

  return g_string_free (match, FALSE);
}

/**
 * dd_search_parse:
 * @typed: what stands in the search box, valid UTF-8
 * @words: (out) (transfer full): asks for the words as they are written
 * @folded: (out) (transfer full): asks for the words without marks
 *
 * Returns: %FALSE if @typed has no words to search for
 */
gboolean
dd_search_parse (const char  *typed,
                 char       **words,
                 char       **folded)
{
  /* Without what a field would not keep either, such as a space of no width. */
  g_autofree char *composed = dd_text_clean (typed, TRUE);
  g_autofree char *unmarked = NULL;
  g_auto (GStrv) list = NULL;
  g_auto (GStrv) plain_list = NULL;
  gboolean open_ended;

  if (!has_letters (composed))
    return FALSE;

  open_ended = !g_str_has_suffix (typed, " ");
  unmarked = unmark_d (composed);
  list = g_strsplit_set (composed, " \t\n", -1);
  plain_list = g_strsplit_set (unmarked, " \t\n", -1);
  *words = make_match (list, open_ended);
  *folded = make_match (plain_list, open_ended);

  return TRUE;
}
