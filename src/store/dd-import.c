/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many records at once, from a file of another desk. All of them are taken or
 * none; what the file already has, by its uid, is brought up to date. */
#define G_LOG_DOMAIN "dd-import"

#include "config.h"

#include "dd-import.h"

#include "dd-bulk.h"
#include "dd-fold.h"
#include "dd-import-error.h"
#include "dd-record-types.h"
#include "dd-search.h"
#include "dd-sql.h"
#include "dd-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RECORDS_PER_PROGRESS 2000

/* A record of the file, by its uid; one piece of memory, as there are many. */
typedef struct
{
  gint64 id;
  char   uid[];
} Imported;

/* A reference to a record that comes later in the file. */
typedef struct
{
  DdKind  kind;
  gint64  id;
  guint   field;
  guint   place;
  char   *uid;
} Pending;

typedef struct
{
  DdRowSource       source;
  gpointer          source_data;
  GDestroyNotify    source_free;
  char             *actor;
  char             *reason;
  DdImportProgress  progress;
  gpointer          progress_data;
  GMainContext     *context;
  DdImportCounts    counts;

  /* While it runs. */
  GHashTable       *imported[DD_N_KINDS];       /* uid → Imported */
  GHashTable       *units_by_name;
  GArray           *pending;
  gint64            first_new[DD_N_KINDS];
  gboolean          was_empty[DD_N_KINDS];
} ImportJob;

static void
clear_pending (gpointer data)
{
  g_free (((Pending *) data)->uid);
}

static void
import_job_free (gpointer data)
{
  ImportJob *job = data;

  if (job->source_free != NULL)
    job->source_free (job->source_data);
  for (guint i = 0; i < DD_N_KINDS; i++)
    g_clear_pointer (&job->imported[i], g_hash_table_unref);
  g_clear_pointer (&job->units_by_name, g_hash_table_unref);
  g_clear_pointer (&job->pending, g_array_unref);
  g_main_context_unref (job->context);
  g_free (job->actor);
  g_free (job->reason);
  g_free (job);
}

/* What is new goes into the search index at the end, all at once; what was here
 * before has its words there already, and they follow each change. */
static void
choose_search (ImportJob *job,
               DdWriter  *writer,
               DdKind     kind,
               gint64     id)
{
  writer->skip_search = id >= job->first_new[kind];
}

/* --- references ----------------------------------------------------------- */

/* The record that a uid named here before. */
static gint64
find_here (DdDb        *db,
           ImportJob   *job,
           DdKind       kind,
           const char  *uid)
{
  g_autofree char *sql = NULL;
  g_autoptr (DdStatement) statement = NULL;

  if (job->was_empty[kind])
    return 0;

  sql = g_strdup_printf ("SELECT id FROM %s WHERE uid = :uid", dd_record_type_get (kind)->name);
  statement = dd_db_statement (db, g_intern_string (sql), NULL);
  if (statement == NULL)
    return 0;
  dd_statement_bind_text (statement, ":uid", uid);

  return sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
}

/* The record that a uid names: in the file that is read, or here before. */
static gint64
find_id (DdDb        *db,
         ImportJob   *job,
         DdKind       kind,
         const char  *uid)
{
  const Imported *imported = g_hash_table_lookup (job->imported[kind], uid);

  return imported != NULL ? imported->id : find_here (db, job, kind, uid);
}

static gboolean
resolve_references (DdDb       *db,
                    ImportJob  *job,
                    DdRow      *row,
                    GArray     *later,
                    guint       place,
                    GError    **error)
{
  const DdRecordType *type = dd_row_get_type (row);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const char *uid;
      gint64 id;

      if (type->fields[i].type != DD_FIELD_REFERENCE ||
          (uid = dd_row_get_reference_uid (row, i)) == NULL)
        continue;

      id = find_id (db, job, type->fields[i].reference, uid);
      if (id != 0)
        dd_row_set_reference (row, i, id);
      else if ((type->fields[i].flags & DD_FIELD_REQUIRED) != 0)
        return dd_import_refuse (place, error,
                                 /* Translators: the name of a field, then of a record. */
                                 _("%s refers to %s, which is neither in the file before it nor "
                                   "here."),
                                 dd_field_get_label (&type->fields[i]), uid);
      else
        {
          Pending pending = { type->kind, 0, i, place, g_strdup (uid) };

          g_array_append_val (later, pending);
        }
    }

  return TRUE;
}

static gboolean
resolve_pending (DdDb       *db,
                 ImportJob  *job,
                 DdWriter   *writer,
                 GError    **error)
{
  for (guint i = 0; i < job->pending->len; i++)
    {
      const Pending *one = &g_array_index (job->pending, Pending, i);
      const DdField *field = &dd_record_type_get (one->kind)->fields[one->field];
      gint64 id = find_id (db, job, field->reference, one->uid);
      g_autoptr (DdRow) row = NULL;
      GError *local = NULL;

      if (id == 0)
        return dd_import_refuse (one->place, error,
                                 _("%s refers to %s, which is neither in the file nor here."),
                                 dd_field_get_label (field), one->uid);
      row = dd_sql_select_row (db, one->kind, one->id, error);
      if (row == NULL)
        return FALSE;
      dd_row_set_reference (row, one->field, id);
      choose_search (job, writer, one->kind, one->id);
      if (!dd_write_update (db, writer, row, &local))
        return dd_import_fail (one->place, local, error);
    }

  return TRUE;
}

/* --- records -------------------------------------------------------------- */

static void
know_id (ImportJob  *job,
         DdKind      kind,
         const char *uid,
         gint64      id)
{
  gsize size = strlen (uid) + 1;
  Imported *imported = g_malloc (sizeof *imported + size);

  imported->id = id;
  memcpy (imported->uid, uid, size);
  g_hash_table_insert (job->imported[kind], imported->uid, imported);
}

/* Units that another desk made under the same name are the same units. */
static gint64
find_unit_by_name (ImportJob   *job,
                   const DdRow *row)
{
  g_autofree char *key = dd_fold_spelling (dd_row_get_text (row, DD_UNIT_NAME));
  const gint64 *id = g_hash_table_lookup (job->units_by_name, key);

  return id != NULL ? *id : 0;
}

static gboolean
update_record (DdDb       *db,
               ImportJob  *job,
               DdWriter   *writer,
               DdRow      *row,
               gint64      id,
               GError    **error)
{
  const DdRecordType *type = dd_row_get_type (row);
  g_autoptr (DdRow) now = dd_sql_select_row (db, type->kind, id, error);
  gint64 revision;

  if (now == NULL)
    return FALSE;

  for (guint i = 0; i < type->n_fields; i++)
    if (dd_field_is_stored (&type->fields[i]) && (type->fields[i].flags & DD_FIELD_COMPUTED) == 0)
      dd_row_copy_field (now, row, i);

  revision = dd_row_get_revision (now);
  choose_search (job, writer, type->kind, id);
  if (!dd_write_update (db, writer, now, error))
    return FALSE;
  if (dd_row_get_revision (now) != revision)
    job->counts.n_changed++;
  else
    job->counts.n_same++;

  return TRUE;
}

static gboolean
import_record (DdDb       *db,
               ImportJob  *job,
               DdWriter   *writer,
               DdRow      *row,
               guint       place,
               GError    **error)
{
  DdKind kind = dd_row_get_kind (row);
  const char *uid = dd_row_get_uid (row);
  g_autoptr (GArray) later = g_array_new (FALSE, FALSE, sizeof (Pending));
  GError *local = NULL;
  gint64 id = 0;

  if (uid != NULL && g_hash_table_contains (job->imported[kind], uid))
    return dd_import_refuse (place, error,
                             _("the file has two records called %s."), uid);
  if (!resolve_references (db, job, row, later, place, error))
    {
      g_array_set_clear_func (later, clear_pending);
      return FALSE;
    }

  if (uid != NULL)
    id = find_here (db, job, kind, uid);
  if (id == 0 && kind == DD_KIND_UNIT && dd_row_get_text (row, DD_UNIT_NAME) != NULL)
    {
      id = find_unit_by_name (job, row);
      if (id != 0)
        {
          /* The unit here keeps what it says; the file's name for it is known. */
          if (uid != NULL)
            know_id (job, kind, uid, id);
          job->counts.n_same++;
          return TRUE;
        }
    }

  if (id != 0)
    {
      if (!update_record (db, job, writer, row, id, &local))
        return dd_import_fail (place, local, error);
    }
  else
    {
      writer->skip_search = TRUE;
      if (!dd_write_insert (db, writer, row, &local))
        return dd_import_fail (place, local, error);
      id = dd_row_get_id (row);
      job->counts.n_created++;
      job->counts.by_kind[kind]++;
    }
  know_id (job, kind, dd_row_get_uid (row), id);

  for (guint i = 0; i < later->len; i++)
    {
      Pending pending = g_array_index (later, Pending, i);

      pending.id = id;
      g_array_append_val (job->pending, pending);
    }

  return TRUE;
}

typedef struct
{
  DdImportProgress  progress;
  gpointer          progress_data;
  guint             n_records;
} ProgressCall;

static gboolean
tell_progress_cb (gpointer user_data)
{
  ProgressCall *call = user_data;

  call->progress (call->n_records, call->progress_data);

  return G_SOURCE_REMOVE;
}

static void
tell_progress (ImportJob *job,
               guint      n_records)
{
  g_autoptr (GSource) source = NULL;
  ProgressCall *call;

  if (job->progress == NULL)
    return;

  call = g_new (ProgressCall, 1);
  call->progress = job->progress;
  call->progress_data = job->progress_data;
  call->n_records = n_records;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_progress_cb, call, g_free);
  g_source_attach (source, job->context);
}

static gboolean
import_records (DdDb       *db,
                ImportJob  *job,
                DdWriter   *writer,
                GError    **error)
{
  for (guint n = 1; ; n++)
    {
      GError *local = NULL;
      guint place = n;
      DdRow *row = job->source (job->source_data, &place, &local);

      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      if (row == NULL)
        return TRUE;
      if (!import_record (db, job, writer, row, place, error))
        return FALSE;
      if (n % RECORDS_PER_PROGRESS != 0)
        continue;

      if (db->cancelled != NULL && g_atomic_int_get (db->cancelled))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
          return FALSE;
        }
      tell_progress (job, n);
    }
}

/* --- the job -------------------------------------------------------------- */

static gboolean
look_at_tables (DdDb       *db,
                ImportJob  *job,
                GError    **error)
{
  for (guint i = 0; i < DD_N_KINDS; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (id), 0) FROM %s",
                                              dd_record_type_get (i)->name);

      if (!dd_db_get_number (db, g_intern_string (sql), &job->first_new[i], error))
        return FALSE;
      job->was_empty[i] = job->first_new[i] == 0;
      job->first_new[i]++;
      job->imported[i] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
    }

  return TRUE;
}

static gboolean
read_unit_names (DdDb       *db,
                 ImportJob  *job,
                 GError    **error)
{
  g_autoptr (DdStatement) statement = dd_db_statement (db, "SELECT id, name FROM unit", error);
  int code;

  if (statement == NULL)
    return FALSE;

  job->units_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_hash_table_insert (job->units_by_name,
                           dd_fold_spelling ((const char *) sqlite3_column_text (statement, 1)),
                           g_memdup2 (&id, sizeof id));
    }

  return code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

static gboolean
import_all (DdDb       *db,
            ImportJob  *job,
            DdWriter   *writer,
            GError    **error)
{
  g_autoptr (GPtrArray) indexes = NULL;

  if (!look_at_tables (db, job, error) || !read_unit_names (db, job, error))
    return FALSE;
  indexes = dd_bulk_take_indexes (db, job->was_empty, error);
  if (indexes == NULL || !import_records (db, job, writer, error) ||
      !dd_bulk_put_indexes_back (db, indexes, error) ||
      !resolve_pending (db, job, writer, error))
    return FALSE;

  for (guint i = 0; i < DD_N_KINDS; i++)
    if (job->counts.by_kind[i] > 0 && !dd_search_index_since (db, i, job->first_new[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
import_run (DdDb      *db,
            gpointer   data,
            GError   **error)
{
  ImportJob *job = data;
  g_auto (DdWriter) writer = { NULL, };

  if (!dd_db_begin (db, error))
    return FALSE;

  job->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  g_array_set_clear_func (job->pending, clear_pending);
  dd_writer_start (&writer, job->actor, job->reason);
  if (!dd_db_read_rules (db, error) || !import_all (db, job, &writer, error))
    {
      dd_db_rollback (db);
      return FALSE;
    }

  return dd_db_commit (db, error);
}

static void
import_done (GTask    *task,
             gpointer  data)
{
  dd_store_tell_all (g_task_get_source_object (task));
  g_task_return_pointer (task, g_memdup2 (&((ImportJob *) data)->counts, sizeof (DdImportCounts)),
                         g_free);
}

/**
 * dd_store_import_async:
 * @source_data: (transfer full): freed when it is done
 * @progress: (nullable): told how many records were read so far
 *
 * Takes all records of @source, or none. References in them are uids, of
 * records in the same file or here.
 */
void
dd_store_import_async (DdStore             *self,
                       DdRowSource          source,
                       gpointer             source_data,
                       GDestroyNotify       source_free,
                       const char          *actor,
                       const char          *reason,
                       DdImportProgress     progress,
                       gpointer             progress_data,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  ImportJob *job = g_new0 (ImportJob, 1);

  g_return_if_fail (DD_IS_STORE (self));

  g_task_set_source_tag (task, dd_store_import_async);
  job->source = source;
  job->source_data = source_data;
  job->source_free = source_free;
  job->actor = g_strdup (actor);
  job->reason = g_strdup (reason);
  job->progress = progress;
  job->progress_data = progress_data;
  job->context = g_main_context_ref (g_task_get_context (task));

  /* Stopping half-way is no harm here: what was written so far is rolled back. */
  dd_store_push (self, task, DD_JOB_READ, import_run, import_done, job, import_job_free);
}

/**
 * dd_store_import_finish:
 * @counts: (out): what was done
 *
 * Returns: %FALSE with an error that names the record; nothing was taken then
 */
gboolean
dd_store_import_finish (DdStore         *self,
                        GAsyncResult    *result,
                        DdImportCounts  *counts,
                        GError         **error)
{
  g_autofree DdImportCounts *answer = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  answer = g_task_propagate_pointer (G_TASK (result), error);
  if (answer == NULL)
    return FALSE;

  *counts = *answer;

  return TRUE;
}
