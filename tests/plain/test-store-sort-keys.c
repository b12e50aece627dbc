/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys that names are sorted by hold good for the version of ICU that made
 * them, and are made anew by another one. */
#include "dd-test-utils.h"

#include "dd-collate.h"
#include "dd-record-types.h"
#include "dd-sample-records.h"
#include "dd-store-probe.h"

#define OTHER_VERSION "UPDATE sort_keys SET made_by = '1.2.3.4';"
#define OTHER_KEYS \
  "UPDATE unit SET name_key = cast (id AS BLOB);" \
  "UPDATE person SET name_key = cast (id AS BLOB);" \
  "UPDATE procedure SET name_key = cast (id AS BLOB);" \
  "UPDATE task SET content_key = cast (id AS BLOB);"

/* A file with records of every kind, closed. */
static void
make_file (DdStoreFixture *f)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  gint64 ids[DD_N_KINDS] = { 0, };
  g_autoptr (GError) error = NULL;

  dd_test_open (f, DD_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  dd_sample_add_all (change, 0, ids);
  dd_probe_write_change (f->store, change);
  dd_test_insert (f->store, dd_test_unit ("Sở Nội vụ"));
  dd_test_insert (f->store, dd_test_unit ("Ủy ban nhân dân thành phố"));
  dd_test_insert (f->store, dd_test_unit ("Bộ Tư pháp"));
  dd_store_close (f->store);
}

static void
open_once (DdStoreFixture   *f,
           DdStoreOpenFlags  flags)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dd_probe_try_open (f->path, flags, &error));
  g_assert_no_error (error);
}

static char *
read_version (DdStoreFixture *f)
{
  return dd_probe_text (f->path, "SELECT made_by FROM sort_keys");
}

static char *
read_schema (DdStoreFixture *f)
{
  return dd_probe_text (f->path, "SELECT group_concat (sql, char (10)) FROM"
                                 " (SELECT sql FROM sqlite_schema ORDER BY name)");
}

static void
test_new (DdStoreFixture *f,
          gconstpointer   data)
{
  g_autofree char *version = NULL;

  make_file (f);
  version = read_version (f);
  g_assert_cmpstr (version, ==, dd_collate_version ());
}

/* The keys are as they were before, and nothing else has changed: no record, no
 * revision, no line of the history, no index. */
static void
test_other_version (DdStoreFixture *f,
                    gconstpointer   data)
{
  g_autofree char *before = NULL;
  g_autofree char *schema_before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *schema_after = NULL;
  g_autofree char *version = NULL;

  make_file (f);
  before = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  schema_before = read_schema (f);
  dd_probe_exec (f->path, OTHER_VERSION OTHER_KEYS);

  open_once (f, DD_STORE_OPEN_PLAIN);
  version = read_version (f);
  after = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  schema_after = read_schema (f);
  g_assert_cmpstr (version, ==, dd_collate_version ());
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (schema_after, ==, schema_before);
  dd_probe_assert_sound (f->path);
}

/* Keys of the same version are left alone: making them reads every name. */
static void
test_same_version (DdStoreFixture *f,
                   gconstpointer   data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_file (f);
  dd_probe_exec (f->path, OTHER_KEYS);
  before = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  open_once (f, DD_STORE_OPEN_PLAIN);
  after = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  g_assert_cmpstr (after, ==, before);
}

static void
test_no_version (DdStoreFixture *f,
                 gconstpointer   data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_file (f);
  before = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  dd_probe_exec (f->path, "DELETE FROM sort_keys;" OTHER_KEYS);
  open_once (f, DD_STORE_OPEN_PLAIN);
  after = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  g_assert_cmpstr (after, ==, before);
}

static void
test_read_only (DdStoreFixture *f,
                gconstpointer   data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_file (f);
  dd_probe_exec (f->path, OTHER_VERSION OTHER_KEYS);
  before = dd_test_checksum (f->path);
  open_once (f, DD_STORE_OPEN_READ_ONLY);
  after = dd_test_checksum (f->path);
  g_assert_cmpstr (after, ==, before);
}

/* What is no text gets a key like any other. */
static void
test_damaged_name (DdStoreFixture *f,
                   gconstpointer   data)
{
  g_autofree char *version = NULL;

  make_file (f);
  dd_probe_exec (f->path, OTHER_VERSION
                 "UPDATE unit SET name = cast (x'ff41fe' AS TEXT) WHERE id = 1");
  open_once (f, DD_STORE_OPEN_PLAIN);
  version = read_version (f);
  g_assert_cmpstr (version, ==, dd_collate_version ());
}

/* If it cannot be done it is not half done. */
static void
test_refused (DdStoreFixture *f,
              gconstpointer   data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *version = NULL;
  g_autoptr (GError) error = NULL;

  make_file (f);
  dd_probe_exec (f->path, OTHER_VERSION OTHER_KEYS
                 "CREATE TRIGGER stop BEFORE UPDATE OF made_by ON sort_keys"
                 " BEGIN SELECT raise (ABORT, 'no'); END");
  before = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  g_assert_false (dd_probe_try_open (f->path, DD_STORE_OPEN_PLAIN, &error));
  g_assert_nonnull (error);
  after = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  version = read_version (f);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (version, ==, "1.2.3.4");
  dd_probe_assert_sound (f->path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up, function, dd_test_tear_down)
  ADD ("/store/sort-keys/new", test_new);
  ADD ("/store/sort-keys/other-version", test_other_version);
  ADD ("/store/sort-keys/same-version", test_same_version);
  ADD ("/store/sort-keys/no-version", test_no_version);
  ADD ("/store/sort-keys/read-only", test_read_only);
  ADD ("/store/sort-keys/damaged-name", test_damaged_name);
  ADD ("/store/sort-keys/refused", test_refused);

  return g_test_run ();
}
