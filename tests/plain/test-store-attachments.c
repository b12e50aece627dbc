/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of attachments: kept with the record in one action, once, taken back
 * with it and brought back with it, and told apart from what they are not. */
#include "dd-test-utils.h"

#include "dd-attachment.h"
#include "dd-content.h"
#include "dd-document.h"
#include "dd-store-probe.h"

#include <string.h>

static GBytes *
make_content (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static GBytes *
read_content (DdStore     *store,
              const char  *sha256,
              GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dd_store_read_content_async (store, sha256, NULL, dd_test_keep_result_cb, &result);

  return dd_store_read_content_finish (store, dd_test_await (&result), error);
}

static gint64
add_document (DdChange   *change,
              const char *number)
{
  DdRow *document = dd_row_new (DD_KIND_DOCUMENT);

  dd_row_set_text (document, DD_DOCUMENT_NUMBER, number);

  return dd_change_insert (change, document);
}

static gint64
attach (DdChange   *change,
        gint64      document,
        const char *name,
        const char *text)
{
  DdRow *attachment = dd_row_new (DD_KIND_ATTACHMENT);
  g_autoptr (GBytes) content = make_content (text);

  dd_row_set_reference (attachment, DD_ATTACHMENT_DOCUMENT, document);
  dd_row_set_text (attachment, DD_ATTACHMENT_NAME, name);
  dd_row_set_text (attachment, DD_ATTACHMENT_MEDIA_TYPE, "application/pdf");

  return dd_change_attach (change, attachment, content);
}

/* A document with one attachment; tells the action that made them. */
static char *
add_attached (DdStoreFixture *f,
              const char     *text,
              gint64         *document,
              gint64         *action)
{
  DdChange *change = dd_change_new ("Trần Thị Bình", "87/TB-UBND");
  g_autoptr (DdChange) written = NULL;
  g_autoptr (DdRow) row = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  *document = add_document (change, "87/TB-UBND");
  id = attach (change, *document, "Thông báo kết luận.pdf", text);
  written = dd_test_write (f->store, change, &error);
  g_assert_no_error (error);
  *document = dd_change_resolve_id (written, *document);
  *action = dd_change_get_action (written);
  row = dd_probe_fetch_row (f->store, DD_KIND_ATTACHMENT, dd_change_resolve_id (written, id));
  g_assert_cmpint (dd_row_get_number (row, DD_ATTACHMENT_SIZE), ==, (gint64) strlen (text));

  return g_strdup (dd_row_get_text (row, DD_ATTACHMENT_SHA256));
}

static void
assert_content (DdStore    *store,
                const char *sha256,
                const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) expected = make_content (text);
  g_autoptr (GBytes) content = read_content (store, sha256, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (content, expected));
}

static void
test_kept (DdStoreFixture *f,
           gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *again = NULL;
  g_autofree char *empty = NULL;
  gint64 document, action;

  sha256 = add_attached (f, "%PDF-1.7 phiên họp thứ hai", &document, &action);
  assert_content (f->store, sha256, "%PDF-1.7 phiên họp thứ hai");

  /* The same file once more is the same bytes; an empty one is one, too. */
  again = add_attached (f, "%PDF-1.7 phiên họp thứ hai", &document, &action);
  g_assert_cmpstr (again, ==, sha256);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM attachment_content"), ==, 1);
  empty = add_attached (f, "", &document, &action);
  assert_content (f->store, empty, "");

  /* And they are there after the file was closed. */
  dd_test_reopen (f);
  assert_content (f->store, sha256, "%PDF-1.7 phiên họp thứ hai");
  g_assert_null (read_content (f->store, "không có", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NO_CONTENT);
}

/* What was taken back leaves nothing that somebody would find, and undoing a
 * deletion brings the file back with the record. */
static void
test_undo (DdStoreFixture *f,
           gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = NULL;
  gint64 document, action, deletion;

  sha256 = add_attached (f, "nội dung", &document, &action);
  deletion = dd_probe_delete (f->store, DD_KIND_DOCUMENT, document);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM attachment"), ==, 0);
  g_assert_true (dd_test_undo (f->store, deletion, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM attachment"), ==, 1);
  assert_content (f->store, sha256, "nội dung");

  g_assert_true (dd_test_undo (f->store, action, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM attachment"), ==, 0);
}

/* All or nothing: a change that is refused keeps no bytes. */
static void
test_refused (DdStoreFixture *f,
              gconstpointer   data)
{
  DdChange *change = dd_change_new ("Trần Thị Bình", NULL);
  g_autoptr (GError) error = NULL;

  attach (change, add_document (change, "12/BC"), "a.pdf", "bị từ chối");
  dd_change_insert (change, dd_test_unit (""));
  g_assert_null (dd_test_write (f->store, change, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM attachment_content"), ==, 0);
}

static void
sweep (const char *path,
       const char *before)
{
  DdDb db = { NULL, };
  g_autoptr (GError) error = NULL;

  dd_db_connect (&db, path, SQLITE_OPEN_READWRITE, &error);
  g_assert_no_error (error);
  dd_content_sweep (&db, before, &error);
  g_assert_no_error (error);
  dd_db_close (&db);
}

/* Bytes go when nothing names them and nobody can bring the name back. */
static void
test_sweep (DdStoreFixture *f,
            gconstpointer   data)
{
  g_autofree char *kept = NULL;
  g_autofree char *gone = NULL;
  gint64 document, action;

  kept = add_attached (f, "còn dùng", &document, &action);
  gone = add_attached (f, "đã xóa", &document, &action);
  dd_probe_delete (f->store, DD_KIND_DOCUMENT, document);

  sweep (f->path, "2000-01-01T00:00:00Z");
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM attachment_content"), ==, 2);
  sweep (f->path, "9000-01-01T00:00:00Z");
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM attachment_content"), ==, 1);
  assert_content (f->store, kept, "còn dùng");
}

/* Bytes that are not what their name says are not handed out. */
static void
test_damaged (DdStoreFixture *f,
              gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = NULL;
  gint64 document, action;

  sha256 = add_attached (f, "nguyên bản", &document, &action);
  dd_probe_exec (f->path, "UPDATE attachment_content SET content = x'00'");
  g_assert_null (read_content (f->store, sha256, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
}

/* What people call files, and what others would have them called. */
static void
test_names (DdStoreFixture *f,
            gconstpointer   data)
{
  static const struct
  {
    const char *name;
    const char *clean;
  } names[] = {
    { "Thông báo kết luận.pdf", "Thông báo kết luận.pdf" },
    { "87/TB-UBND.docx", "TB-UBND.docx" },
    { "../../etc/passwd", "passwd" },
    { "C:\\Users\\an\\ket-luan.docx", "ket-luan.docx" },
    { ".bashrc", "bashrc" },
    { "..", "tep-dinh-kem" },
    { "", "tep-dinh-kem" },
    { "bao cao\nquy\tIII.xlsx", "bao cao quy III.xlsx" },
    { "ho so \xe2\x80\xae" "fdp.exe", "ho so fdp.exe" },
    { "a<b>:c?.txt", "a_b__c_.txt" },
    { "Ke\xcc\x82\xcc\x81t lua\xcc\xa3\xcc\x82n.odt", "Kết luận.odt" },
  };
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *clean = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *found = dd_attachment_clean_name (names[i].name);

      g_assert_cmpstr (found, ==, names[i].clean);
    }

  for (guint i = 0; i < 100; i++)
    g_string_append (name, "kế hoạch ");
  g_string_append (name, ".docx");
  clean = dd_attachment_clean_name (name->str);
  g_assert_cmpuint (strlen (clean), <=, 120);
  g_assert_true (g_utf8_validate (clean, -1, NULL));
  g_assert_true (g_str_has_suffix (clean, ".docx"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up_open, function, dd_test_tear_down)
  ADD ("/store/attachments/kept", test_kept);
  ADD ("/store/attachments/undo", test_undo);
  ADD ("/store/attachments/refused", test_refused);
  ADD ("/store/attachments/sweep", test_sweep);
  ADD ("/store/attachments/damaged", test_damaged);
  ADD ("/store/attachments/names", test_names);
#undef ADD

  return g_test_run ();
}
