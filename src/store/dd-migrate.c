/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-migrate"

#include "dd-migrate.h"

#include "dd-copy.h"
#include "dd-header.h"
#include "dd-seed.h"
#include "dd-store-resources.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* Step n brings a file from version n - 1 to n. A released step never changes. */
static const DdMigration steps[] = {
  { { "/vn/dondoc/store/schema/0001-records.sql", "/vn/dondoc/store/schema/0001-search.sql" },
    dd_seed },
  { { "/vn/dondoc/store/schema/0002-records.sql", "/vn/dondoc/store/schema/0002-search.sql" },
    NULL },
};

/**
 * dd_migrate_get_version:
 *
 * Returns: the version of the files that this program writes
 */
guint
dd_migrate_get_version (void)
{
  return G_N_ELEMENTS (steps);
}

/* GLib hands out a resource half registered if two threads ask for it first. */
static GResource *
get_resource (void)
{
  static gsize once;
  static GResource *resource;

  if (g_once_init_enter (&once))
    {
      resource = dd_store_get_resource ();
      g_once_init_leave (&once, 1);
    }

  return resource;
}

static gboolean
run_step (DdDb               *db,
          const DdMigration  *step,
          GError            **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (step->resources) && step->resources[i] != NULL; i++)
    {
      g_autoptr (GBytes) sql = g_resource_lookup_data (get_resource (), step->resources[i], 0,
                                                       error);

      if (sql == NULL || !dd_db_exec (db, g_bytes_get_data (sql, NULL), error))
        return FALSE;
    }

  return step->run == NULL || step->run (db, error);
}

static gboolean
run_steps (DdDb               *db,
           guint               version,
           const DdMigration  *list,
           guint               n_steps,
           GError            **error)
{
  g_autofree char *stamp = NULL;

  for (guint i = version; i < n_steps; i++)
    if (!run_step (db, &list[i], error))
      return FALSE;

  stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u",
                           DD_APPLICATION_ID, n_steps);

  return dd_db_exec (db, stamp, error);
}

/* A copy as it was, beside the file and safe on the disk before anything changes. */
static gboolean
keep_copy (DdDb        *db,
           const char  *path,
           guint        version,
           GError     **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *copy = g_strdup_printf ("%s.version-%u-%s", path, version, stamp);
  g_autofree char *unfinished = dd_copy_name_unfinished (copy);

  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    return TRUE;

  g_unlink (unfinished);
  if (dd_copy_records (db, unfinished, error) && dd_copy_put_in_place (unfinished, copy, error))
    return TRUE;

  g_unlink (unfinished);
  return FALSE;
}

/**
 * dd_migrate_by_steps:
 * @is_new: whether the file was made just now, so that there is nothing to keep
 *
 * Brings the file to version @n_steps, wholly or not at all. Of a file that had
 * a version a copy is left beside it.
 *
 * Returns: %FALSE with #DdStoreError; the file is as it was then
 */
gboolean
dd_migrate_by_steps (DdDb               *db,
                     const char         *path,
                     gboolean            is_new,
                     const DdMigration  *list,
                     guint               n_steps,
                     GError            **error)
{
  gint64 version;

  if (!dd_db_get_number (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == n_steps)
    return TRUE;
  if (version > n_steps)
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_TOO_NEW,
                   "the file has version %u, this program knows %u", (guint) version, n_steps);
      return FALSE;
    }

  if (!is_new && version > 0 && !db->read_only && !keep_copy (db, path, (guint) version, error))
    return FALSE;
  if (!dd_db_begin (db, error))
    return FALSE;

  /* Another program may have done it while this one waited. */
  if (!dd_db_get_number (db, "PRAGMA user_version", &version, error))
    {
      dd_db_rollback (db);
      return FALSE;
    }
  if (version < n_steps && !run_steps (db, (guint) version, list, n_steps, error))
    {
      dd_db_rollback (db);
      return FALSE;
    }

  return dd_db_commit (db, error);
}

/**
 * dd_migrate:
 *
 * dd_migrate_by_steps() with the steps of this program.
 */
gboolean
dd_migrate (DdDb        *db,
            const char  *path,
            gboolean     is_new,
            GError     **error)
{
  return dd_migrate_by_steps (db, path, is_new, steps, G_N_ELEMENTS (steps), error);
}
