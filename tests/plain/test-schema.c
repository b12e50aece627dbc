/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the descriptions of the kinds against the SQL that makes their tables,
 * so that neither can drift. The SQL is run and asked, not only read. */
#include "dd-record-types.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3 *db;
} Fixture;

/* --- the file ------------------------------------------------------------- */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
run (sqlite3    *db,
     const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

/* Whether the statement is refused because of a constraint. */
static gboolean
is_refused (sqlite3    *db,
            const char *sql)
{
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK && code != SQLITE_CONSTRAINT)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));

  return code == SQLITE_CONSTRAINT;
}

/* All steps, one after the other: what a file of the current version has. */
static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "store", "schema",
                                                   NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (":memory:", &f->db), ==, SQLITE_OK);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".sql"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_assert_cmpuint (names->len, >=, 2);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *sql = NULL;

      g_file_get_contents (names->pdata[i], &sql, NULL, &error);
      g_assert_no_error (error);
      run (f->db, sql);
    }
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_assert_cmpint (sqlite3_close (f->db), ==, SQLITE_OK);
}

static sqlite3_stmt *
ask (sqlite3    *db,
     const char *format,
     ...) G_GNUC_PRINTF (2, 3);

static sqlite3_stmt *
ask (sqlite3    *db,
     const char *format,
     ...)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));

  return statement;
}

static const char *
get_text (sqlite3_stmt *statement,
          int           column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

/* The statement that made a table, view or index. */
static char *
get_definition (sqlite3    *db,
                const char *name)
{
  sqlite3_stmt *statement = ask (db, "SELECT sql FROM sqlite_schema WHERE name = '%s'", name);
  char *sql = NULL;

  if (sqlite3_step (statement) == SQLITE_ROW)
    sql = g_strdup (get_text (statement, 0));
  sqlite3_finalize (statement);

  return sql;
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
    ask (db, "SELECT name, type, \"notnull\" FROM pragma_table_xinfo ('%s')", table);
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
    ask (f->db, "SELECT name, type, strict FROM pragma_table_list WHERE schema = 'main'");
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
        g_assert_true (strcmp (name, "history_field") == 0 || strcmp (name, "sort_keys") == 0);
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
    ask (db, "SELECT 1 FROM pragma_index_list ('%s') AS l, pragma_index_info (l.name) AS i "
             "WHERE i.seqno = 0 AND i.name = '%s'", table, column);
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
        ask (f->db, "SELECT \"from\", \"table\", \"to\", on_update, on_delete "
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

/* --- checks --------------------------------------------------------------- */

#define SOME_UID "018c5e7a-3b00-7000-8000-0123456789ab"
#define OTHER_UID "018c5e7a-3b00-7000-8000-0123456789ac"

/* What may stand in a column, as SQL. Texts are as long as a SHA-256. */
static char *
get_value (const DdField *field,
           guint          i)
{
  g_autofree char *text = g_strnfill (64, 'a');

  switch (field->type)
    {
    case DD_FIELD_NUMBER:
      return g_strdup_printf ("%u", i + 1);
    case DD_FIELD_REAL:
      return g_strdup ("1.5");
    case DD_FIELD_FLAG:
      return g_strdup ("1");
    case DD_FIELD_REFERENCE:
      return g_strdup ("2");
    case DD_FIELD_DAY:
      return g_strdup ("'2024-02-29'");
    case DD_FIELD_INSTANT:
      return g_strdup ("'2024-02-29T01:02:03.456Z'");
    case DD_FIELD_CHOICE:
      return g_strdup_printf ("'%s'", field->choices[0].code);
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
    default:
      return g_strdup_printf ("'%s'", text);
    }
}

/* A row that has every value, as far as they may stand side by side. */
static void
insert_full_row (sqlite3            *db,
                 const DdRecordType *type)
{
  g_autoptr (GString) columns = g_string_new ("id");
  g_autoptr (GString) values = g_string_new ("1");
  g_autofree char *sql = NULL;

  if (type->kind != DD_KIND_HISTORY)
    {
      g_string_append (columns, ", uid, created, changed, revision");
      g_string_append (values, ", '" SOME_UID "', '2024-02-29T01:02:03Z',"
                               " '2024-02-29T01:02:03Z', 1");
    }
  for (guint i = 0; i < type->n_fields; i++)
    {
      const DdField *field = &type->fields[i];
      g_autofree char *value = get_value (field, i);

      if (!dd_field_is_stored (field) ||
          (type->kind == DD_KIND_TARGET && i == DD_TARGET_DIRECTIVE))
        continue;
      g_string_append_printf (columns, ", %s", field->name);
      g_string_append_printf (values, ", %s", value);
      if ((field->flags & DD_FIELD_COLLATED) == 0)
        continue;
      g_string_append_printf (columns, ", %s_key", field->name);
      g_string_append (values, ", x'00'");
    }

  sql = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", type->name, columns->str, values->str);
  run (db, sql);
}

static gboolean
refuses (sqlite3            *db,
         const DdRecordType *type,
         const DdField      *field,
         const char         *value)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = %s", type->name, field->name, value);

  return is_refused (db, sql);
}

static void
check_values (sqlite3            *db,
              const DdRecordType *type,
              const DdField      *field)
{
  gboolean required = (field->flags & DD_FIELD_REQUIRED) != 0;

  if (required)
    g_assert_true (refuses (db, type, field, "NULL"));

  switch (field->type)
    {
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
      /* No value is NULL and never an empty text. */
      g_assert_true (refuses (db, type, field, "''"));
      g_assert_true (refuses (db, type, field, "x'61'"));
      break;

    case DD_FIELD_NUMBER:
    case DD_FIELD_REFERENCE:
      g_assert_true (refuses (db, type, field, "'năm'"));
      g_assert_true (refuses (db, type, field, "1.5"));
      break;

    case DD_FIELD_REAL:
      g_assert_true (refuses (db, type, field, "'năm'"));
      g_assert_false (refuses (db, type, field, "0.1"));
      break;

    case DD_FIELD_FLAG:
      g_assert_false (refuses (db, type, field, "0"));
      g_assert_false (refuses (db, type, field, "1"));
      g_assert_true (refuses (db, type, field, "2"));
      g_assert_true (refuses (db, type, field, "'true'"));
      break;

    case DD_FIELD_DAY:
      g_assert_false (refuses (db, type, field, "'2024-02-29'"));
      g_assert_true (refuses (db, type, field, "'2023-02-29'"));
      g_assert_true (refuses (db, type, field, "'2024-2-9'"));
      g_assert_true (refuses (db, type, field, "'29/02/2024'"));
      g_assert_true (refuses (db, type, field, "'2024-02-29 00:00:00'"));
      g_assert_true (refuses (db, type, field, "20240229"));
      g_assert_true (refuses (db, type, field, "''"));
      break;

    case DD_FIELD_CHOICE:
      for (guint i = 0; i < field->n_choices; i++)
        {
          g_autofree char *code = g_strdup_printf ("'%s'", field->choices[i].code);

          g_assert_false (refuses (db, type, field, code));
        }
      g_assert_true (refuses (db, type, field, "'no such code'"));
      g_assert_true (refuses (db, type, field, "''"));
      break;

    case DD_FIELD_INSTANT:
    default:
      break;
    }
}

static void
test_checks (Fixture       *f,
             gconstpointer  data)
{
  run (f->db, "PRAGMA foreign_keys = OFF");
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    {
      const DdRecordType *type = dd_record_type_get (kind);

      insert_full_row (f->db, type);
      for (guint i = 0; i < type->n_fields; i++)
        {
          g_test_message ("%s.%s", type->name, type->fields[i].name);
          if (dd_field_is_stored (&type->fields[i]))
            check_values (f->db, type, &type->fields[i]);
        }
    }
}

/* The codes that a table allows in a column, in their order: it says "column = 'code'" for
 * each, or "column IN ('code', …)". */
static char *
get_allowed_codes (const char *sql,
                   const char *column)
{
  g_autofree char *pattern =
    g_strdup_printf ("(?:\\b%s (?:= |IN \\()|\\G, )'([a-z_]*)'", column);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GString *codes = g_string_new (NULL);

  g_regex_match (regex, sql, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *code = g_match_info_fetch (match, 1);

      g_string_append_printf (codes, "%s ", code);
    }

  return g_string_free (codes, FALSE);
}

/* No code is allowed in a table that no choice of the field has. */
static void
test_choices (Fixture       *f,
              gconstpointer  data)
{
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    {
      const DdRecordType *type = dd_record_type_get (kind);
      g_autofree char *sql = get_definition (f->db, type->name);

      for (guint i = 0; i < type->n_fields; i++)
        {
          const DdField *field = &type->fields[i];
          g_autofree char *allowed = get_allowed_codes (sql, field->name);
          g_autoptr (GString) codes = g_string_new (NULL);

          g_test_message ("%s.%s", type->name, field->name);
          for (guint j = 0; field->type == DD_FIELD_CHOICE && j < field->n_choices; j++)
            g_string_append_printf (codes, "%s ", field->choices[j].code);
          g_assert_cmpstr (allowed, ==, codes->str);
        }
    }
}

static const struct
{
  const char *name;
  const char *sql;
} refused[] = {
  { "two records of one name",
    "INSERT INTO unit (uid, created, changed, revision, name, name_key, level) "
    "SELECT uid, created, changed, revision, 'Sở khác', x'01', level FROM unit" },
  { "a name that is no uid", "UPDATE unit SET uid = 'không'" },
  { "two settings of one name",
    "INSERT INTO setting (uid, created, changed, revision, name) "
    "SELECT '" OTHER_UID "', created, changed, revision, name FROM setting" },
  { "a unit that coordinates twice",
    "INSERT INTO task_unit (uid, created, changed, revision, task, unit, state) "
    "SELECT '" OTHER_UID "', created, changed, revision, task, unit, state FROM task_unit" },
  { "two tasks of a period and unit",
    "INSERT INTO task (uid, created, changed, revision, obligation, period, content, content_key, "
    "lead, assigned, deadline_kind, state) SELECT '" OTHER_UID "', created, changed, revision, "
    "obligation, period, content, content_key, lead, assigned, deadline_kind, state FROM task" },
  { "a procedure twice in a plan",
    "INSERT INTO plan_item (uid, created, changed, revision, plan, procedure, stage, outcome) "
    "SELECT '" OTHER_UID "', created, changed, revision, plan, procedure, stage, outcome "
    "FROM plan_item" },
  { "a task that is its own parent", "UPDATE task SET parent = id" },
  { "a directive that supersedes itself", "UPDATE directive SET superseded_by = id" },
  { "a directive from nowhere",
    "UPDATE directive SET document = NULL, meeting = NULL, inspection = NULL" },
  { "a place that ends before it begins", "UPDATE directive SET span_start = 9, span_end = 8" },
  { "attendance of nobody", "UPDATE attendance SET unit = NULL, person = NULL" },
  { "a target of a plan and a directive", "UPDATE target SET plan = 2, directive = 2" },
  { "a target of nothing", "UPDATE target SET plan = NULL, directive = NULL" },
  { "more than all", "UPDATE progress SET percent = 101" },
  { "less than nothing", "UPDATE progress SET percent = -1" },
  { "a plan that ends before it begins",
    "UPDATE plan SET first_day = '2024-02-01', last_day = '2024-01-01'" },
  { "an obligation that ends before it begins",
    "UPDATE obligation SET first_day = '2024-02-01', last_day = '2024-01-01'" },
  { "half a checksum", "UPDATE attachment SET sha256 = 'abc'" },
};

/* What fits each column and yet makes no sense. */
static void
test_refused (Fixture       *f,
              gconstpointer  data)
{
  run (f->db, "PRAGMA foreign_keys = OFF");
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    insert_full_row (f->db, dd_record_type_get (kind));

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i].name);
      g_assert_true (is_refused (f->db, refused[i].sql));
    }
}

/* A reference to a record that is not there is refused. */
static void
test_foreign_keys (Fixture       *f,
                   gconstpointer  data)
{
  run (f->db, "PRAGMA foreign_keys = ON");
  g_assert_true (is_refused (f->db, "INSERT INTO person (uid, created, changed, revision, name, "
                                    "name_key, unit) VALUES ('" SOME_UID "', 'x', 'x', 1, 'An', "
                                    "x'00', 12)"));
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
    ask (db, "SELECT name FROM pragma_table_xinfo ('%s%s') WHERE hidden = 0", table, suffix);
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

  run (f->db, "INSERT INTO procedure (id, uid, created, changed, revision, name, name_key, level, "
              "scope) VALUES (1, '" SOME_UID "', 'x', 'x', 1, 'Cấp giấy chứng nhận Đăng kiểm', "
              "x'00', 'department', 'public');"
              "INSERT INTO procedure_words (procedure_words) VALUES ('rebuild');"
              "INSERT INTO procedure_folded (procedure_folded) VALUES ('rebuild');");
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      sqlite3_stmt *statement =
        ask (f->db, "SELECT count (*) FROM %1$s WHERE %1$s MATCH '\"%2$s\"'",
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

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/schema/columns", test_columns);
  ADD ("/schema/tables", test_tables);
  ADD ("/schema/references", test_references);
  ADD ("/schema/checks", test_checks);
  ADD ("/schema/choices", test_choices);
  ADD ("/schema/refused", test_refused);
  ADD ("/schema/foreign-keys", test_foreign_keys);
  ADD ("/schema/search", test_search);
  ADD ("/schema/search-finds", test_search_finds);

  return g_test_run ();
}
