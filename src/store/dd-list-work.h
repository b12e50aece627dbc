/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store: what a list has the store's thread do. The jobs are
 * plain data; the list fills in what it asks, and reads the answer. */
#pragma once

#include "dd-db.h"
#include "dd-query.h"

G_BEGIN_DECLS

/* A view makes some two hundred rows at once, however small it is. */
#define DD_LIST_PAGE_SIZE 256

/**
 * DdListAsk:
 * @limit: 0: all ids
 * @with_rows: whether to read the records of the first page as well
 *
 * Which records the query shows.
 */
typedef struct
{
  DdQuery   *query;
  guint      limit;
  gboolean   with_rows;
  GArray    *ids;
  GPtrArray *rows;
} DdListAsk;

/**
 * DdListPlace:
 * @shown: whether the query shows the record at all
 * @position: among the records that did not change
 */
typedef struct
{
  gint64   id;
  gboolean shown;
  guint    position;
} DdListPlace;

/**
 * DdListPlacing:
 * @ids: of the records that did not change, in their order
 * @places: of DdListPlace: the records that did
 *
 * Where changed records belong; afterwards @places is in their order.
 */
typedef struct
{
  DdQuery *query;
  GArray  *ids;
  GArray  *places;
} DdListPlacing;

/**
 * DdListRead:
 *
 * What a page of records says. Those that are gone are left out.
 */
typedef struct
{
  DdKind     kind;
  GArray    *ids;
  GPtrArray *rows;
} DdListRead;

DdListAsk     *dd_list_ask_new      (const DdQuery  *query,
                                     guint           limit,
                                     gboolean        with_rows) G_GNUC_WARN_UNUSED_RESULT;
void           dd_list_ask_free     (gpointer        data);
gboolean       dd_list_ask_run      (DdDb           *db,
                                     gpointer        data,
                                     GError        **error);

DdListPlacing *dd_list_placing_new  (const DdQuery  *query,
                                     guint           n_ids) G_GNUC_WARN_UNUSED_RESULT;
void           dd_list_placing_free (gpointer        data);
gboolean       dd_list_placing_run  (DdDb           *db,
                                     gpointer        data,
                                     GError        **error);

DdListRead    *dd_list_read_new     (DdKind          kind,
                                     GArray         *ids) G_GNUC_WARN_UNUSED_RESULT;
void           dd_list_read_free    (gpointer        data);
gboolean       dd_list_read_run     (DdDb           *db,
                                     gpointer        data,
                                     GError        **error);

G_END_DECLS
