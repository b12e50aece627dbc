/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-store"

#include "dd-store-private.h"

#include "dd-file.h"
#include "dd-holiday.h"
#include "dd-sql.h"

/**
 * DdStore:
 *
 * The one door to the file of records.
 *
 * Every call is made on the main thread and answers there; the SQL runs on a
 * thread of the store's own, in the order of the calls. What a call has
 * acknowledged is on the disk. Each record has one object as long as somebody
 * holds it, and that object follows the record.
 */
G_DEFINE_FINAL_TYPE (DdStore, dd_store, G_TYPE_OBJECT)

typedef enum
{
  PROP_CALENDAR = 1,
} DdStoreProperty;

static GParamSpec *properties[PROP_CALENDAR + 1];

enum { CHANGED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

typedef struct
{
  char        *path;
  char        *file;
  DdFileFlags  flags;
  gboolean     read_only;
  gboolean     remote;
  DdRules      rules;
  GPtrArray   *holidays;
} OpenJob;

static void
open_job_free (gpointer data)
{
  OpenJob *job = data;

  g_free (job->path);
  g_free (job->file);
  g_clear_pointer (&job->holidays, g_ptr_array_unref);
  g_free (job);
}

/**
 * dd_read_rules_and_holidays:
 * @holidays: (out) (transfer full) (element-type DdRow): the days off that are in force
 *
 * Reads what the main thread keeps a copy of.
 */
gboolean
dd_read_rules_and_holidays (DdDb       *db,
                            DdRules    *rules,
                            GPtrArray **holidays,
                            GError    **error)
{
  g_autofree char *sql = g_strconcat ("SELECT ", dd_sql_get_kind (DD_KIND_HOLIDAY)->columns,
                                      " FROM holiday WHERE in_force = 1", NULL);
  g_autoptr (DdStatement) statement = NULL;
  int code;

  *holidays = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);
  if (!dd_db_read_rules (db, error))
    return FALSE;
  *rules = db->rules;

  statement = dd_db_statement (db, g_intern_string (sql), error);
  if (statement == NULL)
    return FALSE;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (*holidays, dd_sql_read_row (statement, DD_KIND_HOLIDAY));

  return code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

/**
 * dd_store_set_rules_and_holidays:
 * @holidays: (element-type DdRow): all there are
 *
 * Takes over what the file says of them, and tells of the new calendar.
 */
void
dd_store_set_rules_and_holidays (DdStore       *self,
                                 const DdRules *rules,
                                 GPtrArray     *holidays)
{
  g_autoptr (DdCalendar) old = self->calendar;

  self->rules = *rules;
  self->calendar = dd_calendar_new ();
  for (guint i = 0; i < holidays->len; i++)
    {
      const DdRow *row = holidays->pdata[i];

      /* In a damaged file a day may be none. */
      if (!dd_row_is_set (row, DD_HOLIDAY_DAY))
        continue;
      dd_calendar_add_exception (self->calendar,
                                 dd_row_get_day (row, DD_HOLIDAY_DAY),
                                 dd_row_get_choice (row, DD_HOLIDAY_KIND) ==
                                 DD_HOLIDAY_KIND_MAKE_UP,
                                 dd_row_get_text (row, DD_HOLIDAY_NAME));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CALENDAR]);
}

static gboolean
open_run (DdDb      *db,
          gpointer   data,
          GError   **error)
{
  OpenJob *job = data;

  if (!dd_file_open (db, job->path, job->flags, error))
    return FALSE;

  job->read_only = db->read_only;
  job->remote = db->remote;
  job->file = g_strdup (db->path);

  return dd_read_rules_and_holidays (db, &job->rules, &job->holidays, error);
}

static void
open_done (GTask    *task,
           gpointer  data)
{
  DdStore *self = g_task_get_source_object (task);
  OpenJob *job = data;

  self->read_only = job->read_only;
  self->remote = job->remote;
  self->file = g_steal_pointer (&job->file);
  dd_store_set_rules_and_holidays (self, &job->rules, job->holidays);
  dd_store_watch (self);
  g_task_return_boolean (task, TRUE);
}

/**
 * dd_store_open_async:
 * @path: a file name in the file system's encoding
 *
 * Opens a store once; a store that failed to open, or was closed, is of no
 * more use.
 */
void
dd_store_open_async (DdStore             *self,
                     const char          *path,
                     DdStoreOpenFlags     flags,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  OpenJob *job;

  g_return_if_fail (DD_IS_STORE (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (self->worker == NULL && self->path == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dd_store_open_async);

  self->path = g_strdup (path);
  job = g_new0 (OpenJob, 1);
  job->path = g_strdup (path);
  if ((flags & DD_STORE_OPEN_CREATE) != 0)
    job->flags |= DD_FILE_OPEN_CREATE;
  if ((flags & DD_STORE_OPEN_READ_ONLY) != 0)
    job->flags |= DD_FILE_OPEN_READ_ONLY;

  self->worker = dd_worker_new ();
  dd_worker_push (self->worker, task, DD_JOB_WRITE, open_run, open_done, job, open_job_free);
}

/**
 * dd_store_open_finish:
 *
 * Returns: %FALSE with #DdStoreError; the file is as it was then
 */
gboolean
dd_store_open_finish (DdStore       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * dd_store_close:
 *
 * Waits for what was asked before; writes that were accepted are on the disk
 * when it returns.
 */
void
dd_store_close (DdStore *self)
{
  g_return_if_fail (DD_IS_STORE (self));

  dd_store_unwatch (self);
  g_clear_handle_id (&self->settle_timer, g_source_remove);
  g_clear_pointer (&self->worker, dd_worker_stop);
}

/**
 * dd_store_push:
 * @task: (transfer none): gets an error if @run fails, or there is no file any more
 * @data: (transfer full): what @run works on and @done reads
 * @data_free: frees @data after that
 *
 * Has the store's thread do something, after all that it was given before.
 */
void
dd_store_push (DdStore        *self,
               GTask          *task,
               DdJobType       type,
               DdJobRun        run,
               DdJobDone       done,
               gpointer        data,
               GDestroyNotify  data_free)
{
  if (self->worker != NULL)
    {
      dd_worker_push (self->worker, task, type, run, done, data, data_free);
      return;
    }

  data_free (data);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "the store is closed");
}

/**
 * dd_store_get_path:
 *
 * Returns: (transfer none) (nullable): where the file is, as it was given to
 *   dd_store_open_async()
 */
const char *
dd_store_get_path (DdStore *self)
{
  g_return_val_if_fail (DD_IS_STORE (self), NULL);

  return self->path;
}

/**
 * dd_store_get_read_only:
 *
 * Returns: whether writing is refused, for the file or its folder cannot be written
 */
gboolean
dd_store_get_read_only (DdStore *self)
{
  g_return_val_if_fail (DD_IS_STORE (self), FALSE);

  return self->read_only;
}

/**
 * dd_store_get_remote:
 *
 * Returns: whether the file lies on another machine's disk, so that the store
 *   holds it for itself alone
 */
gboolean
dd_store_get_remote (DdStore *self)
{
  g_return_val_if_fail (DD_IS_STORE (self), FALSE);

  return self->remote;
}

/**
 * dd_store_get_rules:
 *
 * Returns: (transfer none): what the task force has decided for its tasks; it
 *   follows the settings in the file
 */
const DdRules *
dd_store_get_rules (DdStore *self)
{
  g_return_val_if_fail (DD_IS_STORE (self), NULL);

  return &self->rules;
}

/**
 * dd_store_get_calendar:
 *
 * Returns: (transfer none): the working days by the holidays in the file, good
 *   until "notify::calendar"; without holidays before a file is open
 */
DdCalendar *
dd_store_get_calendar (DdStore *self)
{
  g_return_val_if_fail (DD_IS_STORE (self), NULL);

  return self->calendar;
}

/**
 * dd_store_add_list:
 * @list: (transfer none): to be told of changes until dd_store_remove_list()
 */
void
dd_store_add_list (DdStore *self,
                   DdList  *list)
{
  g_ptr_array_add (self->lists, list);
}

/**
 * dd_store_remove_list:
 * @list: one that is going
 */
void
dd_store_remove_list (DdStore *self,
                      DdList  *list)
{
  g_ptr_array_remove_fast (self->lists, list);
}

/**
 * dd_store_emit_changed:
 * @kinds: bits of the kinds whose records have changed
 *
 * Emits #DdStore::changed.
 */
void
dd_store_emit_changed (DdStore *self,
                       guint    kinds)
{
  dd_store_settle_later (self);
  g_signal_emit (self, signals[CHANGED], 0, kinds);
}

/**
 * dd_store_emit_failed:
 * @error: why a list or an object could not be read
 *
 * Emits #DdStore::failed, the first time.
 */
void
dd_store_emit_failed (DdStore      *self,
                      const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    return;

  g_message ("what is shown could not be read: %s", error->message);
  if (self->failed)
    return;

  self->failed = TRUE;
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
dd_store_dispose (GObject *object)
{
  DdStore *self = DD_STORE (object);

  dd_store_close (self);

  dd_store_forget_records (self);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->calendar, dd_calendar_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->file, g_free);

  G_OBJECT_CLASS (dd_store_parent_class)->dispose (object);
}

static void
dd_store_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  switch ((DdStoreProperty) prop_id)
    {
    case PROP_CALENDAR:
      g_value_set_pointer (value, DD_STORE (object)->calendar);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_store_class_init (DdStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dd_store_dispose;
  object_class->get_property = dd_store_get_property;

  /* Told of when the rules or the holidays have changed. */
  properties[PROP_CALENDAR] =
    g_param_spec_pointer ("calendar", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * DdStore::changed:
   * @kinds: a bit for each #DdKind of which records changed
   *
   * Told after every change, by this program or another, once objects and
   * lists have been told.
   */
  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_STORE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * DdStore::failed:
   * @error: a #DdStoreError
   *
   * What lists and objects ask by themselves could not be read, so that they
   * do not show all there is. Told once: a damaged file fails for each of them.
   */
  signals[FAILED] =
    g_signal_new ("failed", DD_TYPE_STORE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
dd_store_init (DdStore *self)
{
  self->rules = DD_RULES_DEFAULT;
  self->calendar = dd_calendar_new ();
  self->lists = g_ptr_array_new ();
  for (guint i = 0; i < DD_N_KINDS; i++)
    self->records[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
}

/**
 * dd_store_new:
 *
 * Returns: (transfer full): a store without a file; see dd_store_open_async()
 */
DdStore *
dd_store_new (void)
{
  return g_object_new (DD_TYPE_STORE, NULL);
}
