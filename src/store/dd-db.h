/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store: the only header that names SQLite. */
#pragma once

#include <sqlite3.h>

#include "dd-rules.h"
#include "dd-store-error.h"

G_BEGIN_DECLS

/**
 * DdDb:
 * @path: the file itself, even where it was opened by way of a link; see dd_file_open()
 * @statements: prepared ones by their text, which must live as long as the
 *   connection does
 * @rules: what the settings in the file say; see dd_db_read_rules()
 * @remote: whether the file lies on another machine's disk; see dd_file_open()
 * @cancelled: set by another thread when the running statement's answer is not
 *   wanted any more
 *
 * A connection. It belongs to one thread.
 */
typedef struct
{
  sqlite3    *handle;
  char       *path;
  GHashTable *statements;
  GThread    *thread;
  DdRules     rules;
  gboolean    read_only;
  gboolean    remote;
  int        *cancelled;
} DdDb;

typedef sqlite3_stmt DdStatement;

void          dd_db_set_busy_timeout (guint    milliseconds);
int           dd_db_open_handle  (const char   *path,
                                  int           flags,
                                  sqlite3     **handle);
gboolean      dd_db_connect      (DdDb         *db,
                                  const char   *path,
                                  int           flags,
                                  GError      **error);
void          dd_db_close        (DdDb         *db);
gboolean      dd_db_exec         (DdDb         *db,
                                  const char   *sql,
                                  GError      **error);
DdStatement  *dd_db_statement    (DdDb         *db,
                                  const char   *sql,
                                  GError      **error);
gboolean      dd_db_run          (DdDb         *db,
                                  DdStatement  *statement,
                                  GError      **error);
gboolean      dd_db_get_number   (DdDb         *db,
                                  const char   *sql,
                                  gint64       *number,
                                  GError      **error);
GArray       *dd_db_collect_ids  (DdDb         *db,
                                  DdStatement  *statement,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      dd_db_begin        (DdDb         *db,
                                  GError      **error);
gboolean      dd_db_commit       (DdDb         *db,
                                  GError      **error);
void          dd_db_rollback     (DdDb         *db);
void          dd_db_settle       (DdDb         *db);
gboolean      dd_db_fail         (DdDb         *db,
                                  GError      **error);
gboolean      dd_db_refuse       (GError      **error,
                                  DdStoreError  code,
                                  const char   *message);
gboolean      dd_db_refuse_errno (GError      **error);
gboolean      dd_db_read_rules   (DdDb         *db,
                                  GError      **error);

void          dd_statement_bind_text   (DdStatement *statement,
                                        const char  *name,
                                        const char  *text);
void          dd_statement_bind_bytes  (DdStatement *statement,
                                        const char  *name,
                                        GBytes      *bytes);
void          dd_statement_bind_number (DdStatement *statement,
                                        const char  *name,
                                        gint64       number);

/* Ends a use of a cached statement: forgets its row and what was bound. */
static inline void
dd_statement_done (DdStatement *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdStatement, dd_statement_done)

G_END_DECLS
