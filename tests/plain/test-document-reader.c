/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-document-reader.h"
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

  return dd_document_reader_read (f->path, NULL, error);
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
  g_assert_cmpstr (file->media_type, ==, "text/plain");
  g_assert_cmpmem (g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes),
                   bytes, sizeof bytes - 1);
  g_assert_cmpint (file->encoding, ==, DD_OLD_ENCODING_NONE);
  g_assert_null (file->unconverted);
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

/* What Windows calls Unicode. */
static void
test_utf16 (Fixture       *f,
            gconstpointer  data)
{
  static const char * const encodings[] = { "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdTextFile) file = NULL;
      gsize size;
      g_autofree char *bytes = g_convert ("\ufeffGiao Sở Tư pháp\r\nchủ trì.", -1, encodings[i],
                                          "UTF-8", NULL, &size, NULL);

      file = read_bytes (f, bytes, size, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (file->text, ==, "Giao Sở Tư pháp\r\nchủ trì.");
      g_assert_cmpmem (g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes),
                       bytes, size);
    }
}

/* As typed on Windows 98, in a font of the program ABC; and pasted from there. */
static void
test_old_encoding (Fixture       *f,
                   gconstpointer  data)
{
  static const char bytes[] = "1. Giao S\xeb T\xad ph\xb8p ch\xf1 tr\xd7.\r\n";
  static const char converted[] = "1. Giao Sở Tư pháp chủ trì.\r\n";
  static const char looks[] = "1. Giao Së T\u00ad ph¸p chñ tr×.\r\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (DdTextFile) file = read_bytes (f, bytes, sizeof bytes - 1, &error);
  g_autoptr (DdTextFile) pasted = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (file->encoding, ==, DD_OLD_ENCODING_TCVN3);
  g_assert_cmpstr (file->text, ==, converted);
  g_assert_cmpstr (file->unconverted, ==, looks);

  /* Whoever knows better says so, and may change his mind. */
  dd_text_file_set_encoding (file, DD_OLD_ENCODING_NONE);
  g_assert_cmpstr (file->text, ==, looks);
  g_assert_cmpint (file->encoding, ==, DD_OLD_ENCODING_NONE);
  dd_text_file_set_encoding (file, DD_OLD_ENCODING_TCVN3);
  g_assert_cmpstr (file->text, ==, converted);

  pasted = dd_text_file_new_pasted (looks, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pasted->text, ==, converted);
  g_assert_cmpstr (pasted->unconverted, ==, looks);
  g_assert_null (pasted->bytes);
}

/* Each kind that is not read has a sentence of its own. */
static void
test_kinds (Fixture       *f,
            gconstpointer  data)
{
  static const struct
  {
    const char *bytes;
    gsize       size;
    const char *sentence;
  } kinds[] = {
#define BYTES(literal) literal, sizeof literal - 1
    { BYTES ("\xff\xd8\xff\xe0\0\x10JFIF\0"), "is a picture" },
    { BYTES ("\x89PNG\r\n\x1a\n"), "is a picture" },
    { BYTES ("PK\x03\x04\x14\0\x06\0"), "is an archive" },
    { BYTES ("PK\x03\x04\x14\0\x06\0xl/workbook.xml"), "is a spreadsheet" },
    { BYTES ("PK\x03\x04\x14\0\x06\0Index/Document.iwa"), "Apple Pages" },
    { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "Word 97–2003" },
    { BYTES ("\xd0\xcf\x11\xe0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), "password" },
    { BYTES ("{\\rtf1\\ansi Giao}"), "is an RTF file" },
    { BYTES ("MIME-Version: 1.0\nContent-Type: multipart/related"), ".mht" },
    { BYTES ("<?xml version='1.0'?><w:wordDocument/>"), "is an XML file" },
#undef BYTES
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_bytes (f, kinds[i].bytes, kinds[i].size, &error));
      g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_KIND);
      g_assert_nonnull (strstr (error->message, kinds[i].sentence));
      g_assert_true (g_str_has_prefix (error->message, "“kết luận.txt” "));
    }
}

static void
test_cancelled (Fixture       *f,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (f->path, "Giao Sở Tư pháp.", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (dd_document_reader_read (f->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
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
  { "a database", BYTES ("SQLite format 3\0\x10\0"), DD_TEXT_ERROR_BINARY, "binary" },
  { "French", BYTES ("Le\nd\xe9" "cret \xe0 l'\xe9" "cole"), DD_TEXT_ERROR_NOT_UTF8, "line 2" },
  { "half a character", BYTES ("\xff\xfeG\0i\0a"), DD_TEXT_ERROR_NOT_UTF8, "UTF-8" },
  { "a NUL in UTF-16", BYTES ("\xff\xfeG\0\0\0a\0"), DD_TEXT_ERROR_BINARY, "binary" },
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
      file = dd_document_reader_read (f->path, NULL, &error);
      g_assert_null (file);
      if (sizes[i] > DD_DOCUMENT_READER_MAX_SIZE)
        g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE);
      else
        g_assert_error (error, DD_TEXT_ERROR, DD_TEXT_ERROR_TOO_LONG);
      g_assert_nonnull (strstr (error->message,
                                sizes[i] > DD_DOCUMENT_READER_MAX_SIZE ? "67.1" : "16.8"));
      g_clear_error (&error);
    }
}

static void
test_no_text (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_document_reader_read (f->path, NULL, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "“kết luận.txt” cannot be read"));
  g_clear_error (&error);

  g_assert_null (dd_document_reader_read (f->dir, NULL, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_READ);
  g_clear_error (&error);

  g_assert_null (dd_document_reader_read ("", NULL, &error));
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
  file = dd_document_reader_read (path, NULL, &error);
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
  ADD ("/document-reader/text", test_text);
  ADD ("/document-reader/byte-order-mark", test_byte_order_mark);
  ADD ("/document-reader/utf-16", test_utf16);
  ADD ("/document-reader/old-encoding", test_old_encoding);
  ADD ("/document-reader/kinds", test_kinds);
  ADD ("/document-reader/cancelled", test_cancelled);
  ADD ("/document-reader/refused", test_refused);
  ADD ("/document-reader/size", test_size);
  ADD ("/document-reader/no-text", test_no_text);
  ADD ("/document-reader/file-name", test_file_name);

  return g_test_run ();
}
