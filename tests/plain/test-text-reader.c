/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-exchange-error.h"
#include "dd-text-reader.h"
#include "dd-text.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->dir = g_dir_make_tmp ("dondoc-test-XXXXXX", NULL);
  f->path = g_build_filename (f->dir, "kết luận.txt", NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->dir), ==, 0);
  g_free (f->path);
  g_free (f->dir);
}

static DdTextFile *
read_bytes (Fixture     *f,
            const char  *bytes,
            gsize        size,
            GError     **error)
{
  g_assert_true (g_file_set_contents (f->path, bytes, (gssize) size, NULL));

  return dd_text_reader_read (f->path, error);
}

/* The text is kept as it came: places in it are counted. */
static void
test_text (Fixture       *f,
           gconstpointer  data)
{
  static const char bytes[] = "Số:\xc2\xa0" "87/TB-UBND\r\n\r\n  1. Giao So\xcc\x9b\xcc\x89 "
                              "\xe2\x80\xae\x07\t.\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (DdTextFile) file = read_bytes (f, bytes, sizeof bytes - 1, &error);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, bytes, -1);

  g_assert_no_error (error);
  g_assert_cmpstr (file->text, ==, bytes);
  g_assert_cmpstr (file->name, ==, "kết luận.txt");
  g_assert_cmpstr (file->sha256, ==, sha256);
}

/* The mark of Windows is no part of the text, but of the file. */
static void
test_byte_order_mark (Fixture       *f,
                      gconstpointer  data)
{
  static const char bytes[] = "\xef\xbb\xbfGiao Sở Tư pháp.";
  g_autoptr (GError) error = NULL;
  g_autoptr (DdTextFile) file = read_bytes (f, bytes, sizeof bytes - 1, &error);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, bytes, -1);

  g_assert_no_error (error);
  g_assert_cmpstr (file->text, ==, "Giao Sở Tư pháp.");
  g_assert_cmpstr (file->sha256, ==, sha256);
}

static const struct
{
  const char *name;
  const char *bytes;
  gsize       size;
  int         error;
  const char *sentence;
} refused[] = {
#define BYTES(literal) literal, sizeof literal - 1
  { "nothing", BYTES (""), DD_TEXT_ERROR_EMPTY, "The text is empty." },
  { "a mark alone", BYTES ("\xef\xbb\xbf"), DD_TEXT_ERROR_EMPTY, "The text is empty." },
  { "space", BYTES (" \r\n\xc2\xa0"), DD_TEXT_ERROR_EMPTY, "The text is empty." },
  { "a NUL", BYTES ("Giao\0Sở"), DD_TEXT_ERROR_BINARY, "binary" },
  { "a picture", BYTES ("\xff\xd8\xff\xe0\0\x10JFIF\0"), DD_TEXT_ERROR_BINARY, "binary" },
  { "a Word document", BYTES ("PK\x03\x04\x14\0\x06\0"), DD_TEXT_ERROR_BINARY, "binary" },
  { "a database", BYTES ("SQLite format 3\0\x10\0"), DD_TEXT_ERROR_BINARY, "binary" },
  { "TCVN3", BYTES ("M\xe9t\nGiao S\xeb T\xad ph\xb8p"), DD_TEXT_ERROR_NOT_UTF8, "line 1" },
  { "UTF-16", BYTES ("\xff\xfeG\0i\0a\0o\0"), DD_TEXT_ERROR_NOT_UTF8, "UTF-8" },
#undef BYTES
};

static void
test_refused (Fixture       *f,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdTextFile) file = read_bytes (f, refused[i].bytes, refused[i].size, &error);

      g_test_message ("%s: %s", refused[i].name, error != NULL ? error->message : "taken");
      g_assert_null (file);
      g_assert_error (error, DD_TEXT_ERROR, refused[i].error);
      g_assert_nonnull (strstr (error->message, refused[i].sentence));

      /* The file is named. */
      g_assert_true (g_str_has_prefix (error->message, "“kết luận.txt” cannot be used. "));
    }
}

/* However long the file is, no more is read than may be taken. */
static void
test_size (Fixture       *f,
           gconstpointer  data)
{
  static const goffset sizes[] = { DD_TEXT_READER_MAX_SIZE + 1, 50 * 1000 * 1000,
                                   G_GINT64_CONSTANT (1) << 32 };
  g_autofree char *line = g_strnfill (DD_TEXT_READER_MAX_SIZE, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (DdTextFile) fits = read_bytes (f, line, DD_TEXT_READER_MAX_SIZE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (fits->text), ==, DD_TEXT_READER_MAX_SIZE);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DdTextFile) file = NULL;

      g_assert_cmpint (truncate (f->path, sizes[i]), ==, 0);
      file = dd_text_reader_read (f->path, &error);
      g_assert_null (file);
      g_assert_error (error, DD_TEXT_ERROR, DD_TEXT_ERROR_TOO_LONG);
      g_assert_nonnull (strstr (error->message, "16.8"));
      g_clear_error (&error);
    }
}

static void
test_no_text (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_text_reader_read (f->path, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "“kết luận.txt” cannot be read"));
  g_clear_error (&error);

  g_assert_null (dd_text_reader_read (f->dir, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_READ);
  g_clear_error (&error);

  g_assert_null (dd_text_reader_read ("", &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_READ);
}

/* The name of a file need not be Unicode; what is shown of it is. */
static void
test_file_name (Fixture       *f,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (f->dir, "k\xebt.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdTextFile) file = NULL;

  g_assert_true (g_file_set_contents (path, "Giao Sở Tư pháp.", -1, NULL));
  file = dd_text_reader_read (path, &error);
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (file->name, -1, NULL));
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/text-reader/text", test_text);
  ADD ("/text-reader/byte-order-mark", test_byte_order_mark);
  ADD ("/text-reader/refused", test_refused);
  ADD ("/text-reader/size", test_size);
  ADD ("/text-reader/no-text", test_no_text);
  ADD ("/text-reader/file-name", test_file_name);

  return g_test_run ();
}
