/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-list"

#include "dd-list-work.h"

#include "dd-query-sql.h"
#include "dd-sql.h"

static gboolean
read_rows (DdDb       *db,
           DdKind      kind,
           GArray     *ids,
           GPtrArray  *rows,
           GError    **error)
{
  return dd_sql_select_rows (db, kind, (const gint64 *) (gpointer) ids->data,
                             MIN (ids->len, DD_LIST_PAGE_SIZE), rows, error);
}

/* --- asking --------------------------------------------------------------- */

/**
 * dd_list_ask_new:
 *
 * Returns: (transfer full): a question
 */
DdListAsk *
dd_list_ask_new (const DdQuery *query,
                 guint          limit,
                 gboolean       with_rows)
{
  DdListAsk *self = g_new0 (DdListAsk, 1);

  self->query = dd_query_copy (query);
  self->limit = limit;
  self->with_rows = with_rows;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);

  return self;
}

/**
 * dd_list_ask_free:
 * @data: what the job of that name works on
 */
void
dd_list_ask_free (gpointer data)
{
  DdListAsk *self = data;

  dd_query_free (self->query);
  g_array_unref (self->ids);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * dd_list_ask_run:
 *
 * A #DdJobRun: finds the ids, and reads the first records if they are wanted.
 */
gboolean
dd_list_ask_run (DdDb      *db,
                 gpointer   data,
                 GError   **error)
{
  DdListAsk *self = data;

  return dd_query_collect_ids (db, self->query, self->limit, self->ids, error) &&
         (!self->with_rows ||
          read_rows (db, dd_query_get_kind (self->query), self->ids, self->rows, error));
}

/* --- placing -------------------------------------------------------------- */

/**
 * dd_list_placing_new:
 * @n_ids: how many ids will be filled in
 *
 * Returns: (transfer full): a question without ids and places
 */
DdListPlacing *
dd_list_placing_new (const DdQuery *query,
                     guint          n_ids)
{
  DdListPlacing *self = g_new0 (DdListPlacing, 1);

  self->query = dd_query_copy (query);
  self->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  self->places = g_array_new (FALSE, TRUE, sizeof (DdListPlace));

  return self;
}

/**
 * dd_list_placing_free:
 * @data: what the job of that name works on
 */
void
dd_list_placing_free (gpointer data)
{
  DdListPlacing *self = data;

  dd_query_free (self->query);
  g_array_unref (self->ids);
  g_array_unref (self->places);
  g_free (self);
}

static gboolean
find_place (DdDb           *db,
            const DdQuery  *query,
            const GArray   *ids,
            DdListPlace    *place,
            GError        **error)
{
  guint low = 0, high = ids->len;

  if (!dd_query_contains (db, query, place->id, &place->shown, error))
    return FALSE;
  if (!place->shown)
    return TRUE;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gboolean precedes;

      if (!dd_query_precedes (db, query, g_array_index (ids, gint64, middle), place->id,
                              &precedes, error))
        return FALSE;
      if (precedes)
        low = middle + 1;
      else
        high = middle;
    }
  place->position = low;

  return TRUE;
}

/* Whether the first of two changed records comes before the second; those that
 * are not shown come last, out of the way of the others. */
static gboolean
place_precedes (DdDb               *db,
                const DdQuery      *query,
                const DdListPlace  *first,
                const DdListPlace  *second,
                gboolean           *precedes,
                GError            **error)
{
  if (first->shown && second->shown && first->position == second->position)
    return dd_query_precedes (db, query, first->id, second->id, precedes, error);

  *precedes = first->shown && (!second->shown || first->position < second->position);
  return TRUE;
}

static gboolean
sort_places (DdDb           *db,
             const DdQuery  *query,
             GArray         *places,
             GError        **error)
{
  for (guint i = 1; i < places->len; i++)
    for (guint j = i; j > 0; j--)
      {
        DdListPlace *lower = &g_array_index (places, DdListPlace, j - 1);
        DdListPlace *upper = &g_array_index (places, DdListPlace, j);
        DdListPlace swapped = *lower;
        gboolean precedes;

        if (!place_precedes (db, query, upper, lower, &precedes, error))
          return FALSE;
        if (!precedes)
          break;
        *lower = *upper;
        *upper = swapped;
      }

  return TRUE;
}

/**
 * dd_list_placing_run:
 *
 * A #DdJobRun: fills in the places.
 */
gboolean
dd_list_placing_run (DdDb      *db,
                     gpointer   data,
                     GError   **error)
{
  DdListPlacing *self = data;

  for (guint i = 0; i < self->places->len; i++)
    if (!find_place (db, self->query, self->ids, &g_array_index (self->places, DdListPlace, i),
                     error))
      return FALSE;

  return sort_places (db, self->query, self->places, error);
}

/* --- reading -------------------------------------------------------------- */

/**
 * dd_list_read_new:
 * @ids: (transfer full): of gint64, at most a page
 */
DdListRead *
dd_list_read_new (DdKind  kind,
                  GArray *ids)
{
  DdListRead *self = g_new0 (DdListRead, 1);

  self->kind = kind;
  self->ids = ids;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);

  return self;
}

/**
 * dd_list_read_free:
 * @data: what the job of that name works on
 */
void
dd_list_read_free (gpointer data)
{
  DdListRead *self = data;

  g_array_unref (self->ids);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * dd_list_read_run:
 *
 * A #DdJobRun: reads the records.
 */
gboolean
dd_list_read_run (DdDb      *db,
                  gpointer   data,
                  GError   **error)
{
  DdListRead *self = data;

  return read_rows (db, self->kind, self->ids, self->rows, error);
}
