/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a file of the current version, made from the SQL in src/. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct
{
  sqlite3 *db;
} DdSchemaFixture;

void          dd_schema_set_up    (DdSchemaFixture *f,
                                   gconstpointer    data);
void          dd_schema_tear_down (DdSchemaFixture *f,
                                   gconstpointer    data);
void          dd_schema_run       (sqlite3         *db,
                                   const char      *sql);
sqlite3_stmt *dd_schema_ask       (sqlite3         *db,
                                   const char      *format,
                                   ...) G_GNUC_PRINTF (2, 3) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
