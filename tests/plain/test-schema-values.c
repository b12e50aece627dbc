/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may stand in the tables: what the fields allow, and nothing else. */
#include "dd-schema-fixture.h"

#include "dd-record-types.h"

#include <string.h>

#define SOME_UID "018c5e7a-3b00-7000-8000-0123456789ab"
#define OTHER_UID "018c5e7a-3b00-7000-8000-0123456789ac"

typedef DdSchemaFixture Fixture;

/* The statement that made a table, view or index. */
static char *
get_definition (sqlite3    *db,
                const char *name)
{
  sqlite3_stmt *statement =
    dd_schema_ask (db, "SELECT sql FROM sqlite_schema WHERE name = '%s'", name);
  char *sql = NULL;

  if (sqlite3_step (statement) == SQLITE_ROW)
    sql = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return sql;
}

/* What may stand in a column, as SQL. Texts are as long as a SHA-256. */
static char *
get_value (const DdField *field,
           guint          i)
{
  g_autofree char *text = g_strnfill (64, 'a');

  switch (field->type)
    {
    case DD_FIELD_NUMBER:
      return g_strdup_printf ("%u", i % 12 + 1);
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
  dd_schema_run (db, sql);
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
  dd_schema_run (f->db, "PRAGMA foreign_keys = OFF");
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
  { "a member that is nobody", "UPDATE unit_member SET unit = NULL, person = NULL" },
  { "a member until before it was one",
    "UPDATE unit_member SET valid_from = '2024-02-01', valid_to = '2024-01-01'" },
  { "a thirteenth month", "UPDATE directive SET recurrence_month = 13" },
  { "half a checksum", "UPDATE attachment SET sha256 = 'abc'" },
};

/* What fits each column and yet makes no sense. */
static void
test_refused (Fixture       *f,
              gconstpointer  data)
{
  dd_schema_run (f->db, "PRAGMA foreign_keys = OFF");
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
  dd_schema_run (f->db, "PRAGMA foreign_keys = ON");
  g_assert_true (is_refused (f->db, "INSERT INTO person (uid, created, changed, revision, name, "
                                    "name_key, unit) VALUES ('" SOME_UID "', 'x', 'x', 1, 'An', "
                                    "x'00', 12)"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, dd_schema_set_up, function, dd_schema_tear_down)
  ADD ("/schema/checks", test_checks);
  ADD ("/schema/choices", test_choices);
  ADD ("/schema/refused", test_refused);
  ADD ("/schema/foreign-keys", test_foreign_keys);

  return g_test_run ();
}
