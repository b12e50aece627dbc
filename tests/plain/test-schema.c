/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the descriptions of the kinds against the SQL that makes their tables,
 * so that neither can drift. The SQL is run and asked, not only read. */
#include "dd-schema-fixture.h"

#include "dd-record-types.h"

#include <string.h>

#define SOME_UID "018c5e7a-3b00-7000-8000-0123456789ab"

typedef DdSchemaFixture Fixture;

static const char *
get_text (sqlite3_stmt *statement,
          int           column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

/* --- tables and columns --------------------------------------------------- */

static const char *
get_column_type (const DdField *field)
{
  switch (field->type)
    {
    case DD_FIELD_NUMBER:
    case DD_FIELD_FLAG:
    case DD_FIELD_REFERENCE:
      return "INTEGER";
    case DD_FIELD_REAL:
      return "REAL";
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
    case DD_FIELD_DAY:
    case DD_FIELD_INSTANT:
    case DD_FIELD_CHOICE:
    default:
      return "TEXT";
    }
}

/* A line for each column, "name TYPE required", as the fields would have it. */
static char *
describe_fields (const DdRecordType *type)
{
  GString *lines = g_string_new ("id INTEGER 0\n");

  if (type->kind != DD_KIND_HISTORY)
    g_string_append (lines, "uid TEXT 1\ncreated TEXT 1\nchanged TEXT 1\nrevision INTEGER 1\n");
  for (guint i = 0; i < type->n_fields; i++)
    {
      const DdField *field = &type->fields[i];

      if (!dd_field_is_stored (field))
        continue;
      g_string_append_printf (lines, "%s %s %d\n", field->name, get_column_type (field),
                              (field->flags & DD_FIELD_REQUIRED) != 0);
      if ((field->flags & DD_FIELD_COLLATED) != 0)
        g_string_append_printf (lines, "%s_key BLOB 1\n", field->name);
    }

  return g_string_free (lines, FALSE);
}

/* The same lines, as the table has it. */
static char *
describe_table (sqlite3    *db,
                const char *table)
{
  sqlite3_stmt *statement =
    dd_schema_ask (db, "SELECT name, type, \"notnull\" FROM pragma_table_xinfo ('%s')", table);
  GString *lines = g_string_new (NULL);

  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (lines, "%s %s %d\n", get_text (statement, 0), get_text (statement, 1),
                            sqlite3_column_int (statement, 2));
  sqlite3_finalize (statement);

  return g_string_free (lines, FALSE);
}

static void
test_columns (Fixture       *f,
              gconstpointer  data)
{
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    {
      const DdRecordType *type = dd_record_type_get (kind);
      g_autofree char *fields = describe_fields (type);
      g_autofree char *table = describe_table (f->db, type->name);

      g_test_message ("%s", type->name);
      g_assert_cmpstr (table, ==, fields);
    }
}

/* Tables that belong to no kind are known by name. */
static void
test_tables (Fixture       *f,
             gconstpointer  data)
{
  sqlite3_stmt *statement =
    dd_schema_ask (f->db, "SELECT name, type, strict FROM pragma_table_list WHERE schema = 'main'");
  guint n_kinds = 0;

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *name = get_text (statement, 0);

      g_test_message ("%s", name);
      if (dd_record_type_find (name) != NULL)
        {
          n_kinds++;
          g_assert_cmpstr (get_text (statement, 1), ==, "table");

          /* A text in a column of numbers is refused, not kept. */
          g_assert_true (sqlite3_column_int (statement, 2));
        }
      else if (strcmp (get_text (statement, 1), "table") == 0 &&
               !g_str_has_prefix (name, "sqlite_"))
        g_assert_true (strcmp (name, "history_field") == 0 || strcmp (name, "sort_keys") == 0 ||
                       strcmp (name, "attachment_content") == 0);
    }
  sqlite3_finalize (statement);

  g_assert_cmpuint (n_kinds, ==, DD_N_KINDS);
}

/* --- references ----------------------------------------------------------- */

static gboolean
has_index (sqlite3    *db,
           const char *table,
           const char *column)
{
  sqlite3_stmt *statement =
    dd_schema_ask (db, "SELECT 1 FROM pragma_index_list ('%s') AS l,"
                       " pragma_index_info (l.name) AS i"
                       " WHERE i.seqno = 0 AND i.name = '%s'", table, column);
  gboolean found = sqlite3_step (statement) == SQLITE_ROW;

  sqlite3_finalize (statement);

  return found;
}

static void
test_references (Fixture       *f,
                 gconstpointer  data)
{
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    {
      const DdRecordType *type = dd_record_type_get (kind);
      sqlite3_stmt *statement =
        dd_schema_ask (f->db, "SELECT \"from\", \"table\", \"to\", on_update, on_delete "
                              "FROM pragma_foreign_key_list ('%s')", type->name);
      guint n_references = 0, n_keys = 0;

      for (guint i = 0; i < type->n_fields; i++)
        n_references += type->fields[i].type == DD_FIELD_REFERENCE &&
                        dd_field_is_stored (&type->fields[i]);

      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          int field = dd_record_type_find_field (type, get_text (statement, 0));

          g_test_message ("%s.%s", type->name, get_text (statement, 0));
          g_assert_cmpint (field, >=, 0);
          g_assert_cmpint (type->fields[field].type, ==, DD_FIELD_REFERENCE);
          g_assert_cmpstr (get_text (statement, 1), ==,
                           dd_record_type_get (type->fields[field].reference)->name);
          g_assert_cmpstr (get_text (statement, 2), ==, "id");

          /* Nothing goes without passing the function that writes the history. */
          g_assert_cmpstr (get_text (statement, 3), ==, "NO ACTION");
          g_assert_cmpstr (get_text (statement, 4), ==, "NO ACTION");

          /* Whether a record is referred to is asked before it is deleted. */
          g_assert_true (has_index (f->db, type->name, get_text (statement, 0)));
          n_keys++;
        }
      sqlite3_finalize (statement);

      g_assert_cmpuint (n_keys, ==, n_references);
    }
}

/* --- the search index ----------------------------------------------------- */

static char *
get_searchable (const DdRecordType *type)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    if ((type->fields[i].flags & DD_FIELD_SEARCHABLE) != 0)
      g_string_append_printf (names, "%s ", type->fields[i].name);

  return g_string_free (names, FALSE);
}

static char *
get_columns (sqlite3    *db,
             const char *table,
             const char *suffix)
{
  /* The hidden columns are FTS5's own. */
  sqlite3_stmt *statement =
    dd_schema_ask (db, "SELECT name FROM pragma_table_xinfo ('%s%s') WHERE hidden = 0", table,
                   suffix);
  GString *names = g_string_new (NULL);

  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (names, "%s ", get_text (statement, 0));
  sqlite3_finalize (statement);

  return g_string_free (names, FALSE);
}

static void
test_search (Fixture       *f,
             gconstpointer  data)
{
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    {
      const DdRecordType *type = dd_record_type_get (kind);
      g_autofree char *searchable = get_searchable (type);
      g_autofree char *words = get_columns (f->db, type->name, "_words");
      g_autofree char *folded = get_columns (f->db, type->name, "_folded");
      g_autofree char *unmarked = get_columns (f->db, type->name, "_unmarked");
      g_autofree char *with_id = g_strconcat (*searchable != '\0' ? "id " : "", searchable, NULL);

      g_test_message ("%s: %s", type->name, searchable);
      g_assert_cmpstr (words, ==, searchable);
      g_assert_cmpstr (folded, ==, searchable);
      g_assert_cmpstr (unmarked, ==, with_id);
    }
}

/* The five ways of typing "đăng kiểm" find it, the folded ones in the folded index. */
static void
test_search_finds (Fixture       *f,
                   gconstpointer  data)
{
  static const struct
  {
    const char *table;
    const char *typed;
    int         n_found;
  } searches[] = {
    { "procedure_words", "đăng kiểm", 1 },
    { "procedure_words", "ĐĂNG KIỂM", 1 },
    { "procedure_words", "đang kiem", 0 },
    { "procedure_folded", "dang kiem", 1 },
    { "procedure_folded", "DANG KIEM", 1 },
    { "procedure_folded", "da\xcc\x86ng kie\xcc\x82\xcc\x89m", 1 },
    { "procedure_folded", "dang kiếm", 1 },
    { "procedure_folded", "dang kien", 0 },
  };

  dd_schema_run (f->db,
                 "INSERT INTO procedure (id, uid, created, changed, revision, name, name_key,"
                 " level, scope) VALUES (1, '" SOME_UID "', 'x', 'x', 1,"
                 " 'Cấp giấy chứng nhận Đăng kiểm', x'00', 'department', 'public');"
                 "INSERT INTO procedure_words (procedure_words) VALUES ('rebuild');"
                 "INSERT INTO procedure_folded (procedure_folded) VALUES ('rebuild');");
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      sqlite3_stmt *statement =
        dd_schema_ask (f->db, "SELECT count (*) FROM %1$s WHERE %1$s MATCH '\"%2$s\"'",
                       searches[i].table, searches[i].typed);

      g_test_message ("%s in %s", searches[i].typed, searches[i].table);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_assert_cmpint (sqlite3_column_int (statement, 0), ==, searches[i].n_found);
      sqlite3_finalize (statement);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, dd_schema_set_up, function,\
              dd_schema_tear_down)
  ADD ("/schema/columns", test_columns);
  ADD ("/schema/tables", test_tables);
  ADD ("/schema/references", test_references);
  ADD ("/schema/search", test_search);
  ADD ("/schema/search-finds", test_search_finds);

  return g_test_run ();
}
