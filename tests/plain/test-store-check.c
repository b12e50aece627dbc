/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the check says of attached files; that copies carry them; and that nothing
 * but opening them reads them. */
#include "dd-test-utils.h"

#include "dd-attachment.h"
#include "dd-document.h"
#include "dd-maintain.h"
#include "dd-store-probe.h"

#include <string.h>

#define NAME "Thông báo kết luận.pdf"

static gint64
attach (DdStoreFixture *f,
        gint64          document,
        const char     *name,
        const char     *text)
{
  DdChange *change = dd_change_new ("Trần Thị Bình", NULL);
  DdRow *attachment = dd_row_new (DD_KIND_ATTACHMENT);
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));

  dd_row_set_reference (attachment, DD_ATTACHMENT_DOCUMENT, document);
  dd_row_set_text (attachment, DD_ATTACHMENT_NAME, name);
  dd_row_set_text (attachment, DD_ATTACHMENT_MEDIA_TYPE, "application/pdf");
  dd_change_attach (change, attachment, content);

  return dd_probe_write_change (f->store, change);
}

static gint64
add_document (DdStoreFixture *f)
{
  DdRow *document = dd_row_new (DD_KIND_DOCUMENT);

  dd_row_set_text (document, DD_DOCUMENT_NUMBER, "87/TB-UBND");

  return dd_test_insert (f->store, document);
}

static GPtrArray *
check (DdStore  *store,
       gboolean  repair)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *problems;

  dd_store_check_async (store, repair, NULL, dd_test_keep_result_cb, &result);
  problems = dd_store_check_finish (store, dd_test_await (&result), &error);
  g_assert_no_error (error);

  return problems;
}

static void
assert_only_problem (GPtrArray     *problems,
                     DdProblemKind  kind,
                     const char    *detail)
{
  const DdProblem *problem;

  g_assert_cmpuint (problems->len, ==, 1);
  problem = problems->pdata[0];
  g_assert_cmpint (problem->kind, ==, kind);
  g_assert_cmpstr (problem->detail, ==, detail);
}

static GBytes *
read_content (DdStore  *store,
              GError  **error)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_ATTACHMENT);
  g_autoptr (GPtrArray) rows = dd_test_select (store, query);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_cmpuint (rows->len, >, 0);
  dd_store_read_content_async (store, dd_row_get_text (rows->pdata[0], DD_ATTACHMENT_SHA256), NULL,
                               dd_test_keep_result_cb, &result);

  return dd_store_read_content_finish (store, dd_test_await (&result), error);
}

static void
assert_content (DdStore    *store,
                const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) expected = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) content = read_content (store, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (content, expected));
}

/* Damage is told by the name of the file, no repair invents bytes, and attaching the
 * file once more makes it whole. */
static void
test_damaged (DdStoreFixture *f,
              gconstpointer   data)
{
  gint64 document = add_document (f);
  g_autoptr (GPtrArray) sound = NULL;
  g_autoptr (GPtrArray) damaged = NULL;
  g_autoptr (GPtrArray) repaired = NULL;
  g_autoptr (GPtrArray) whole = NULL;

  attach (f, document, NAME, "%PDF-1.7 nguyên bản");
  attach (f, document, "Phụ lục.xlsx", "phụ lục");
  sound = check (f->store, FALSE);
  g_assert_cmpuint (sound->len, ==, 0);

  dd_probe_exec (f->path, "UPDATE attachment_content SET content = x'00'"
                          " WHERE length (content) > 15");
  damaged = check (f->store, FALSE);
  assert_only_problem (damaged, DD_PROBLEM_CONTENT, NAME);
  g_assert_true (dd_problem_is_damage (DD_PROBLEM_CONTENT));
  repaired = check (f->store, TRUE);
  assert_only_problem (repaired, DD_PROBLEM_CONTENT, NAME);

  attach (f, document, NAME, "%PDF-1.7 nguyên bản");
  whole = check (f->store, FALSE);
  g_assert_cmpuint (whole->len, ==, 0);
  assert_content (f->store, "%PDF-1.7 nguyên bản");
}

/* What came from another desk by its name alone is told, and is no damage. */
static void
test_missing (DdStoreFixture *f,
              gconstpointer   data)
{
  DdRow *attachment = dd_row_new (DD_KIND_ATTACHMENT);
  g_autofree char *sha256 = g_strnfill (64, 'a');
  g_autoptr (GPtrArray) problems = NULL;

  dd_row_set_reference (attachment, DD_ATTACHMENT_DOCUMENT, add_document (f));
  dd_row_set_text (attachment, DD_ATTACHMENT_NAME, NAME);
  dd_row_set_text (attachment, DD_ATTACHMENT_MEDIA_TYPE, "application/pdf");
  dd_row_set_number (attachment, DD_ATTACHMENT_SIZE, 12);
  dd_row_set_text (attachment, DD_ATTACHMENT_SHA256, sha256);
  dd_test_insert (f->store, attachment);

  problems = check (f->store, FALSE);
  assert_only_problem (problems, DD_PROBLEM_NO_CONTENT, NAME);
  g_assert_false (dd_problem_is_damage (DD_PROBLEM_NO_CONTENT));
}

/* A hundred is enough to say that something is wrong. */
static void
test_many (DdStoreFixture *f,
           gconstpointer   data)
{
  DdChange *change = dd_change_new ("Trần Thị Bình", NULL);
  gint64 document = add_document (f);
  g_autoptr (GPtrArray) problems = NULL;

  for (guint i = 0; i < 150; i++)
    {
      DdRow *attachment = dd_row_new (DD_KIND_ATTACHMENT);
      g_autofree char *text = g_strdup_printf ("bản %u", i);
      g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));

      dd_row_set_reference (attachment, DD_ATTACHMENT_DOCUMENT, document);
      dd_row_set_text (attachment, DD_ATTACHMENT_NAME, text);
      dd_row_set_text (attachment, DD_ATTACHMENT_MEDIA_TYPE, "text/plain");
      dd_change_attach (change, attachment, content);
    }
  dd_probe_write_change (f->store, change);
  dd_probe_exec (f->path, "UPDATE attachment_content SET content = x'01'");

  problems = check (f->store, FALSE);
  g_assert_cmpuint (problems->len, ==, 100);
}

/* A backup has the files in it, and restoring brings them back. */
static void
test_copies (DdStoreFixture *f,
             gconstpointer   data)
{
  g_autofree char *copy = g_build_filename (f->dir, "bản sao.db", NULL);
  g_autoptr (GAsyncResult) backed_up = NULL;
  g_autoptr (GAsyncResult) restored = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  attach (f, add_document (f), NAME, "%PDF-1.7 nguyên bản");
  dd_store_backup_async (f->store, copy, NULL, dd_test_keep_result_cb, &backed_up);
  dd_store_backup_finish (f->store, dd_test_await (&backed_up), &error);
  g_assert_no_error (error);
  g_assert_cmpint (dd_probe_number (copy, "SELECT count(*) FROM attachment_content"), ==, 1);

  dd_probe_exec (f->path, "DELETE FROM attachment_content");
  g_assert_null (read_content (f->store, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NO_CONTENT);
  g_clear_error (&error);

  dd_store_close (f->store);
  dd_store_restore_async (f->path, copy, NULL, dd_test_keep_result_cb, &restored);
  kept = dd_store_restore_finish (dd_test_await (&restored), &error);
  g_assert_no_error (error);
  dd_test_reopen (f);
  assert_content (f->store, "%PDF-1.7 nguyên bản");
}

/* However much is attached: lists, counts and the history look at names alone. They
 * work where the contents are not there to be looked at. */
static void
test_not_read_in_passing (DdStoreFixture *f,
                          gconstpointer   data)
{
  gint64 document = add_document (f);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  attach (f, document, NAME, "%PDF-1.7 nguyên bản");
  dd_probe_exec (f->path, "DROP TABLE attachment_content");

  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    {
      g_autoptr (DdQuery) query = dd_query_new (kind);
      g_autoptr (GPtrArray) rows = dd_test_select (f->store, query);

      if (kind == DD_KIND_ATTACHMENT || kind == DD_KIND_DOCUMENT)
        g_assert_cmpuint (rows->len, ==, 1);
    }
  dd_store_history_async (f->store, DD_KIND_DOCUMENT, document, NULL, dd_test_keep_result_cb,
                          &result);
  entries = dd_store_history_finish (f->store, dd_test_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, >, 0);

  /* Opening is what reads them. */
  g_assert_null (read_content (f->store, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FAILED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up_open, function, dd_test_tear_down)
  ADD ("/store/check/damaged", test_damaged);
  ADD ("/store/check/missing", test_missing);
  ADD ("/store/check/many", test_many);
  ADD ("/store/check/copies", test_copies);
  ADD ("/store/check/not-read-in-passing", test_not_read_in_passing);
#undef ADD

  return g_test_run ();
}
