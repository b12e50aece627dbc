/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several programs with one file of records: all that they write is kept, each
 * sees what the others wrote, and none overwrites what it has not seen. */
#include "dd-test-utils.h"

#include "dd-record-types.h"
#include "dd-store-probe.h"

#include <string.h>

static const char *program;

static guint
get_writes (void)
{
  return g_test_slow () ? 1000 : 120;
}

/* --- the other programs --------------------------------------------------- */

static void
open_store (DdStoreFixture *f)
{
  g_autoptr (GError) error = NULL;

  dd_test_open (f, DD_STORE_OPEN_PLAIN, &error);
  g_assert_no_error (error);
}

/* Adds so many tasks. */
static void
add_tasks (DdStore    *store,
           const char *content,
           guint       n)
{
  for (guint i = 0; i < n; i++)
    dd_test_insert (store, dd_test_task (content, 1, "2024-06-30"));
}

/* Counts the task's note up so many times, and again where somebody was faster. */
static void
count_up (DdStore *store,
          guint    n)
{
  for (guint i = 0; i < n;)
    {
      DdRow *row = dd_probe_fetch_row (store, DD_KIND_TASK, 1);
      const char *note = dd_row_get_text (row, DD_TASK_NOTE);
      g_autofree char *next = g_strdup_printf ("%d", note != NULL ? atoi (note) + 1 : 1);
      g_autoptr (DdChange) written = NULL;
      g_autoptr (GError) error = NULL;
      DdChange *change = dd_change_new ("Kiểm thử", NULL);

      dd_row_set_text (row, DD_TASK_NOTE, next);
      dd_change_update (change, row);
      written = dd_test_write (store, change, &error);
      if (written != NULL)
        i++;
      else
        g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT);
    }
}

static int
run_other (const char *what,
           const char *path,
           guint       n)
{
  DdStoreFixture f = { .path = (char *) path, .store = dd_store_new () };

  open_store (&f);
  if (strcmp (what, "count-up") == 0)
    count_up (f.store, n);
  else
    add_tasks (f.store, what, n);
  dd_store_close (f.store);

  return 0;
}

static GSubprocess *
start_other (const char *what,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *n = g_strdup_printf ("%u", get_writes ());
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--other",
                                           what, path, n, NULL);

  g_assert_no_error (error);

  return process;
}

static void
end_other (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
}

/* --- tests ---------------------------------------------------------------- */

/* Two write at once while a third, this one, writes too. */
static void
test_all_kept (DdStoreFixture *f,
               gconstpointer   data)
{
  g_autoptr (GSubprocess) first = NULL;
  g_autoptr (GSubprocess) second = NULL;

  dd_probe_make_file (f->path);
  open_store (f);
  first = start_other ("Một", f->path);
  second = start_other ("Hai", f->path);
  add_tasks (f->store, "Ba", get_writes ());
  end_other (first);
  end_other (second);

  for (guint i = 0; i < 3; i++)
    {
      static const char * const contents[] = { "Một", "Hai", "Ba" };
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM task WHERE content = '%s'",
                                              contents[i]);

      g_assert_cmpint (dd_probe_number (f->path, sql), ==, get_writes ());
    }
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) - count(DISTINCT uid) FROM task"),
                   ==, 0);
  /* No action of one program is mixed with another's. */
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM history WHERE"
                                             " record_kind = 'task' AND action <> id"), ==, 0);
  dd_store_close (f->store);
  dd_probe_assert_sound (f->path);
}

/* A change made on what somebody else has changed meanwhile is refused, so that
 * the count comes out right. */
static void
test_no_update_lost (DdStoreFixture *f,
                     gconstpointer   data)
{
  g_autoptr (GSubprocess) first = NULL;
  g_autoptr (GSubprocess) second = NULL;

  dd_probe_make_file (f->path);
  first = start_other ("count-up", f->path);
  second = start_other ("count-up", f->path);
  end_other (first);
  end_other (second);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT note FROM task WHERE id = 1"), ==,
                   get_writes () * 2);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT revision FROM task WHERE id = 1"), ==,
                   get_writes () * 2 + 1);
  dd_probe_assert_sound (f->path);
}

/* A list follows while others write, and tells precisely what it does. */
static void
test_list_follows (DdStoreFixture *f,
                   gconstpointer   data)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdMirror) mirror = NULL;
  g_autoptr (GSubprocess) first = NULL;
  g_autoptr (GSubprocess) second = NULL;

  dd_probe_make_file (f->path);
  open_store (f);
  dd_query_set_sort (query, DD_TASK_CONTENT, FALSE);
  list = dd_store_get_list (f->store, query);
  dd_test_wait_list (list);
  mirror = dd_mirror_new (list);

  first = start_other ("Một", f->path);
  second = start_other ("Hai", f->path);
  add_tasks (f->store, "Ba", 30);
  end_other (first);
  end_other (second);
  dd_probe_wait_list (f->store, list);
  g_assert_cmpuint (dd_list_get_count (list), ==, 20 + 2 * get_writes () + 30);
}

/* An object that somebody holds says what another program made of its record. */
static gboolean
has_note (gpointer data)
{
  g_autofree char *last = g_strdup_printf ("%u", get_writes ());

  return g_strcmp0 (dd_row_get_text (dd_record_get_row (data), DD_TASK_NOTE), last) == 0;
}

static void
test_record_follows (DdStoreFixture *f,
                     gconstpointer   data)
{
  g_autoptr (DdRecord) task = NULL;
  g_autoptr (GSubprocess) other = NULL;
  g_autoptr (GError) error = NULL;

  dd_probe_make_file (f->path);
  open_store (f);
  task = dd_test_fetch (f->store, DD_KIND_TASK, 1, &error);
  g_assert_no_error (error);
  other = start_other ("count-up", f->path);
  end_other (other);
  g_assert_true (dd_test_spin_until (has_note, task, 10000));
}

int
main (int   argc,
      char *argv[])
{
  program = argv[0];
  if (argc == 5 && strcmp (argv[1], "--other") == 0)
    return run_other (argv[2], argv[3], (guint) atoi (argv[4]));

  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up, function, dd_test_tear_down)
  ADD ("/store/processes/all-kept", test_all_kept);
  ADD ("/store/processes/no-update-lost", test_no_update_lost);
  ADD ("/store/processes/list-follows", test_list_follows);
  ADD ("/store/processes/record-follows", test_record_follows);

  return g_test_run ();
}
