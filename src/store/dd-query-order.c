/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the records of a query are ordered by, in SQL. */
#define G_LOG_DOMAIN "dd-query-order"

#include "dd-query-order.h"

#include "dd-derived.h"
#include "dd-record-types.h"
#include "dd-rule-sql.h"

/* Choices go in the order in which they are offered, not in that of their codes. */
static char *
make_choice_key (const char    *table,
                 const DdField *field)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "CASE %s.%s", table, field->name);
  for (guint i = 0; i < field->n_choices; i++)
    g_string_append_printf (key, " WHEN '%s' THEN %u", field->choices[i].code, i);
  g_string_append_printf (key, " ELSE %u END", field->n_choices);

  return g_string_free (key, FALSE);
}

static gboolean
has_name_key (DdKind kind)
{
  const DdRecordType *type = dd_record_type_get (kind);
  int field = dd_record_type_find_field (type, "name");

  return field >= 0 && (type->fields[field].flags & DD_FIELD_COLLATED) != 0;
}

/* Records go by the name of the one that they refer to, or keep together at
 * least if that has none. Those that refer to none come last. */
static char *
make_reference_key (const char    *table,
                    const DdField *field)
{
  if (!has_name_key (field->reference))
    return g_strdup_printf ("coalesce (%s.%s, %" G_GINT64_FORMAT ")", table, field->name,
                            G_MAXINT64);

  return g_strdup_printf ("coalesce ((SELECT name_key FROM %s AS of_sort"
                          " WHERE of_sort.id = %s.%s), x'FF')",
                          dd_record_type_get (field->reference)->name, table, field->name);
}

/* What a record is ordered by. Whole expressions, as the indexes have them. */
static char *
make_sort_key (const DdQuery *query)
{
  const DdField *field = &dd_record_type_get (query->kind)->fields[query->sort];
  const char *table = dd_record_type_get (query->kind)->name;
  g_autofree char *value = dd_field_is_stored (field)
                         ? g_strdup_printf ("%s.%s", table, field->name)
                         : g_strdup (dd_derived_get_expression (query->kind, (guint) query->sort));

  if ((field->flags & DD_FIELD_COLLATED) != 0)
    return g_strdup_printf ("%s_key", value);

  switch (field->type)
    {
    case DD_FIELD_DAY:
      return (field->flags & DD_FIELD_REQUIRED) != 0
           ? g_steal_pointer (&value)
           : g_strdup_printf ("coalesce (%s, '" DD_SQL_NO_DAY "')", value);
    case DD_FIELD_REFERENCE:
      return make_reference_key (table, field);
    case DD_FIELD_CHOICE:
      return make_choice_key (table, field);
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
    case DD_FIELD_INSTANT:
      return g_strdup_printf ("coalesce (%s, '')", value);
    case DD_FIELD_NUMBER:
    case DD_FIELD_REAL:
    case DD_FIELD_FLAG:
    default:
      return g_strdup_printf ("coalesce (%s, 0)", value);
    }
}

/**
 * dd_query_is_by_lead:
 *
 * Returns: whether tasks are asked for by the names of their units, which no
 *   index of the tasks can say
 */
gboolean
dd_query_is_by_lead (const DdQuery *query)
{
  return query->kind == DD_KIND_TASK && query->sort == DD_TASK_LEAD;
}

static void
clear_key (gpointer data)
{
  g_free (((DdSortKey *) data)->expression);
}

static void
add_key (GArray   *keys,
         char     *expression,
         gboolean  descending)
{
  DdSortKey key = { expression, descending };

  g_array_append_val (keys, key);
}

/* Clauses that are equal otherwise keep with their source, and are read in it from
 * its beginning to its end, though the newest source may come first. */
static void
add_reading_order (GArray        *keys,
                   const DdQuery *query)
{
  add_key (keys, g_strdup ("coalesce (directive.document, 0)"), query->descending);
  add_key (keys, g_strdup ("coalesce (directive.meeting, 0)"), query->descending);
  add_key (keys, g_strdup ("coalesce (directive.position, 0)"), FALSE);
}

/**
 * dd_query_make_sort_keys:
 *
 * Returns: (transfer full) (element-type DdSortKey): what orders the records; the
 *   id comes last, so that no two are equal
 */
GArray *
dd_query_make_sort_keys (const DdQuery *query)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (DdSortKey));
  gboolean is_read = query->kind == DD_KIND_DIRECTIVE && query->sort >= 0;

  g_array_set_clear_func (keys, clear_key);
  if (query->sort >= 0)
    add_key (keys, make_sort_key (query), query->descending);
  if (dd_query_is_by_lead (query))
    {
      /* Units of the same name stay apart; the tasks of each go by their due day. */
      add_key (keys, g_strdup ("task.lead"), query->descending);
      add_key (keys, g_strdup (DD_SQL_TASK_DUE), query->descending);
    }
  if (is_read)
    add_reading_order (keys, query);
  add_key (keys, g_strdup_printf ("%s.id", dd_record_type_get (query->kind)->name),
           query->descending && !is_read);

  return keys;
}
