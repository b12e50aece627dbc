/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-queries-fixture.h"

#include "dd-file.h"
#include "dd-query-sql.h"

#include <string.h>

void
dd_queries_set_up (DdQueriesFixture *fx,
                   gconstpointer     data)
{
  g_autoptr (GError) error = NULL;

  dd_test_set_up_open (&fx->f, data);
  memset (&fx->db, 0, sizeof fx->db);
  dd_file_open (&fx->db, fx->f.path, DD_FILE_OPEN_PLAIN, &error);
  g_assert_no_error (error);
}

void
dd_queries_tear_down (DdQueriesFixture *fx,
                      gconstpointer     data)
{
  dd_db_close (&fx->db);
  dd_test_tear_down (&fx->f, data);
}

GArray *
dd_queries_collect (DdQueriesFixture *fx,
                    const DdQuery    *query,
                    guint             limit)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  dd_query_collect_ids (&fx->db, query, limit, ids, &error);
  g_assert_no_error (error);

  return ids;
}

DdDay
dd_random_day (DdDay around)
{
  return g_test_rand_int_range (0, 5) == 0
       ? DD_DAY_NONE : dd_day_add_days (around, g_test_rand_int_range (-12, 13));
}
