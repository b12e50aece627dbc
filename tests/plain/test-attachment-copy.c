/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copies that other programs open: where they lie, that no link leads out of there,
 * that nobody edits them, that they go; and what is never handed to a program. */
#include "dd-attachment-copy.h"
#include "dd-attachment-launch.h"
#include "dd-test-utils.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#define SHA256 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define FOLDER "0123456789abcdef"

static char *
get_place (const char *name)
{
  return g_build_filename (g_get_user_cache_dir (), "dondoc", "opened", FOLDER, name, NULL);
}

static GFile *
copy (const char  *name,
      const char  *text,
      GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));

  dd_attachment_copy_async (SHA256, name, content, NULL, dd_test_keep_result_cb, &result);

  return dd_attachment_copy_finish (dd_test_await (&result), error);
}

static void
assert_copied (const char *name,
               const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = copy (name, text, &error);
  g_autofree char *expected = get_place (name);
  g_autofree char *content = NULL;
  GStatBuf status;

  g_assert_no_error (error);
  g_assert_cmpstr (g_file_peek_path (file), ==, expected);
  g_assert_true (g_file_get_contents (expected, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, text);
  g_assert_cmpint (g_lstat (expected, &status), ==, 0);
  g_assert_true (S_ISREG (status.st_mode));
  g_assert_cmpuint (status.st_mode & 07777, ==, 0400);
}

static guint64
get_inode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_lstat (path, &status), ==, 0);

  return status.st_ino;
}

static void
set_age (const char *path,
         int         hours)
{
  gint64 then = g_get_real_time () / G_USEC_PER_SEC - hours * 3600;
  struct utimbuf times = { then, then };

  g_assert_cmpint (utime (path, &times), ==, 0);
}

static gint64
a_day_ago (void)
{
  return g_get_real_time () / G_USEC_PER_SEC - 24 * 3600;
}

static void
test_written (void)
{
  g_autofree char *place = get_place ("Thông báo 87.pdf");
  guint64 inode;

  assert_copied ("Thông báo 87.pdf", "nguyên bản");
  inode = get_inode (place);

  /* The very copy is not written again; one that was changed is. */
  assert_copied ("Thông báo 87.pdf", "nguyên bản");
  g_assert_cmpuint (get_inode (place), ==, inode);
  g_assert_cmpint (g_chmod (place, 0600), ==, 0);
  assert_copied ("Thông báo 87.pdf", "nguyên bản");
  g_assert_cmpuint (get_inode (place), !=, inode);
  g_assert_cmpint (g_unlink (place), ==, 0);
  g_assert_true (g_file_set_contents (place, "sửa rồi", -1, NULL));
  assert_copied ("Thông báo 87.pdf", "nguyên bản");
}

/* Whatever it is called, it lies in its folder. */
static void
test_names (void)
{
  static const char * const names[] = {
    "../../../../etc/passwd", "/etc/passwd", "..", ".", "", "a/../../b", ".hidden", "a\nb",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) file = copy (names[i], "x", &error);
      g_autofree char *folder = NULL;
      g_autofree char *expected = get_place (NULL);

      g_assert_no_error (error);
      folder = g_path_get_dirname (g_file_peek_path (file));
      g_assert_cmpstr (folder, ==, expected);
      g_assert_true (g_file_test (g_file_peek_path (file), G_FILE_TEST_IS_REGULAR));
    }
}

/* A link in the place of the copy is replaced, not written through. */
static void
test_link (void)
{
  g_autofree char *victim = g_build_filename (g_get_user_cache_dir (), "của người khác", NULL);
  g_autofree char *place = get_place ("link.pdf");
  g_autofree char *content = NULL;

  assert_copied ("khác.pdf", "x");
  g_assert_true (g_file_set_contents (victim, "nguyên bản", -1, NULL));
  g_assert_cmpint (symlink (victim, place), ==, 0);
  assert_copied ("link.pdf", "nguyên bản");
  g_assert_true (g_file_get_contents (victim, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "nguyên bản");

  /* A folder there is in the way, and stays. */
  {
    g_autofree char *folder = get_place ("thư mục.pdf");
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
    g_assert_null (copy ("thư mục.pdf", "x", &error));
    g_assert_nonnull (error);
    g_assert_true (g_str_has_prefix (error->message, "“thư mục.pdf” cannot be opened:"));
    g_assert_cmpint (g_rmdir (folder), ==, 0);
  }
}

/* Nor is a link followed in the place of a folder. */
static void
test_link_folder (void)
{
  g_autofree char *elsewhere = g_build_filename (g_get_user_cache_dir (), "elsewhere", NULL);
  g_autofree char *inside = g_build_filename (elsewhere, "a.pdf", NULL);
  g_autofree char *place = get_place (NULL);
  g_autoptr (GError) error = NULL;

  assert_copied ("khác.pdf", "x");
  dd_test_remove_tree (place);
  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "của người khác", -1, NULL));
  set_age (inside, 100);
  g_assert_cmpint (symlink (elsewhere, place), ==, 0);
  g_assert_null (copy ("b.pdf", "x", &error));
  g_assert_nonnull (error);
  dd_attachment_copy_sweep (G_MAXINT64);
  g_assert_true (g_file_test (inside, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (place), ==, 0);
}

static void
test_sweep (void)
{
  g_autofree char *old = get_place ("cũ.pdf");
  g_autofree char *young = get_place ("mới.pdf");
  g_autofree char *link = get_place ("link.pdf");
  g_autofree char *folder = get_place (NULL);
  g_autofree char *victim = g_build_filename (g_get_user_cache_dir (), "của người khác", NULL);
  g_autofree char *beside = g_build_filename (g_get_user_cache_dir (), "dondoc", "beside", NULL);
  g_autofree char *strange = g_build_filename (g_get_user_cache_dir (), "dondoc", "opened",
                                               "strange.txt", NULL);

  assert_copied ("cũ.pdf", "cũ");
  assert_copied ("mới.pdf", "mới");
  g_assert_true (g_file_set_contents (victim, "x", -1, NULL));
  g_assert_true (g_file_set_contents (beside, "x", -1, NULL));
  g_assert_true (g_file_set_contents (strange, "x", -1, NULL));
  g_assert_cmpint (symlink (victim, link), ==, 0);
  set_age (old, 25);
  set_age (young, 23);
  set_age (beside, 100);
  set_age (strange, 100);

  dd_attachment_copy_sweep (a_day_ago ());
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (beside, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (strange, G_FILE_TEST_EXISTS));

  /* What is opened again is young again. */
  set_age (young, 25);
  assert_copied ("mới.pdf", "mới");
  dd_attachment_copy_sweep (a_day_ago ());
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));

  /* An empty folder goes; what a link led to stays. */
  dd_attachment_copy_sweep (G_MAXINT64);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (victim, G_FILE_TEST_EXISTS));
}

static gboolean
is_program (const char *name,
            const char *data,
            gsize       size)
{
  g_autoptr (GBytes) content = g_bytes_new (data, size);

  return dd_attachment_launch_is_program (name, content);
}

static void
test_programs (void)
{
  static const char * const programs[] = {
    "cai-dat.exe", "Cài Đặt.EXE", "a.desktop", "bao-cao.pdf.js", "x.sh", "x.py", "x.lnk",
    "x.AppImage", "x.deb", "x.jar", "x.bat", "x.vbs", "x.url", "x.scr",
  };
  static const char * const documents[] = {
    "a.pdf", "Kế hoạch.docx", "a.odt", "a.xlsx", "ảnh.jpg", "a.txt", "a.html", "hồ sơ.zip",
    "không đuôi", "exe", "a.desktop.pdf",
  };

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    g_assert_true (is_program (programs[i], "x", 1));
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    g_assert_false (is_program (documents[i], "x", 1));

  /* By what it is. */
  g_assert_true (is_program ("a.pdf", "#!/bin/sh\n", 10));
  g_assert_true (is_program ("a.pdf", "\177ELF\2\1\1", 7));
  g_assert_true (is_program ("a.pdf", "MZ\220\0\3\0\0\0", 8));
  g_assert_true (is_program ("a.txt", "# x\n[Desktop Entry]\nExec=x", 26));
  g_assert_false (is_program ("a.txt", "MZ là ký hiệu", strlen ("MZ là ký hiệu")));
  g_assert_false (is_program ("a.txt", "", 0));
  g_assert_false (is_program ("a.txt", "#", 1));
}

int
main (int   argc,
      char *argv[])
{
  /* The cache is one of the test's. */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/attachment-copy/written", test_written);
  g_test_add_func ("/attachment-copy/names", test_names);
  g_test_add_func ("/attachment-copy/link", test_link);
  g_test_add_func ("/attachment-copy/link-folder", test_link_folder);
  g_test_add_func ("/attachment-copy/sweep", test_sweep);
  g_test_add_func ("/attachment-copy/programs", test_programs);

  return g_test_run ();
}
