/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-document-reader"

#include "config.h"

#include "dd-document-reader.h"

#include "dd-document-kind.h"
#include "dd-docx-reader.h"
#include "dd-exchange-error.h"
#include "dd-html-reader.h"
#include "dd-odt-reader.h"
#include "dd-pdf-reader.h"
#include "dd-text-reader.h"
#include "dd-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Gives the text; what it found in fonts of old encodings it has converted. */
typedef char *(*ReadFunc) (GBytes         *bytes,
                           const char     *name,
                           GCancellable   *cancellable,
                           DdOldEncoding  *converted,
                           GError        **error);

static const struct
{
  ReadFunc    read;
  const char *refusal;          /* why not, if there is no function */
} kinds[DD_N_DOCUMENT_KINDS] = {
  [DD_DOCUMENT_KIND_TEXT] = { dd_text_reader_read, NULL },
  [DD_DOCUMENT_KIND_HTML] = { dd_html_reader_read, NULL },
  [DD_DOCUMENT_KIND_DOCX] = { dd_docx_reader_read, NULL },
  [DD_DOCUMENT_KIND_ODT] = { dd_odt_reader_read, NULL },
  [DD_DOCUMENT_KIND_FLAT_ODT] = { dd_odt_reader_read, NULL },

  /* Translators: in all of these %s is the name of a file. */
  [DD_DOCUMENT_KIND_DOC] = { NULL,
    N_("“%s” is a file of Word 97–2003. Open it in Word or LibreOffice, save it as .docx, and "
       "open that.") },
  [DD_DOCUMENT_KIND_LOCKED] = { NULL,
    N_("“%s” opens with a password only. Save it without the password and open it once more.") },
  [DD_DOCUMENT_KIND_RTF] = { NULL,
    N_("“%s” is an RTF file. Open it in Word or LibreOffice, save it as .docx, and open that.") },
  [DD_DOCUMENT_KIND_MHT] = { NULL,
    N_("“%s” is a web page in one file (.mht). Save the page as HTML, or as PDF, and open "
       "that.") },
  [DD_DOCUMENT_KIND_XML] = { NULL,
    N_("“%s” is an XML file, not a document. Save the document as .docx and open that.") },
  [DD_DOCUMENT_KIND_SPREADSHEET] = { NULL,
    N_("“%s” is a spreadsheet. Copy the cells that you need into a text document and open "
       "that.") },
  [DD_DOCUMENT_KIND_SLIDES] = { NULL,
    N_("“%s” is a presentation. Open the document that was issued about it.") },
  [DD_DOCUMENT_KIND_PAGES] = { NULL,
    N_("“%s” is a file of Apple Pages. Export it there as Word (.docx) and open that.") },
  [DD_DOCUMENT_KIND_ARCHIVE] = { NULL,
    N_("“%s” is an archive. Take the document out of it and open that.") },
  [DD_DOCUMENT_KIND_PICTURE] = { NULL,
    N_("“%s” is a picture. Read the text in it with an OCR program, check it, save it as a text "
       "document, and open that.") },
};

static GBytes *
fail (const char  *name,
      int          code,
      GError     **error)
{
  g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_READ,
               /* Translators: the name of a file, then the system's reason. */
               _("“%s” cannot be read: %s."), name, g_strerror (code));
  return NULL;
}

/* At most so much is read as may be taken, however long the file says it is. */
static GBytes *
read_bytes (const char    *path,
            const char    *name,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  FILE *file;
  gsize length;
  int code;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return fail (name, EISDIR, error);
  file = g_fopen (path, "rbe");
  if (file == NULL)
    return fail (name, errno, error);

  while (bytes->len <= DD_DOCUMENT_READER_MAX_SIZE && !g_cancellable_is_cancelled (cancellable) &&
         (length = fread (buffer, 1, sizeof buffer, file)) > 0)
    g_byte_array_append (bytes, buffer, (guint) length);
  code = ferror (file) ? errno : 0;
  fclose (file);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (code != 0)
    return fail (name, code, error);

  if (bytes->len > DD_DOCUMENT_READER_MAX_SIZE)
    {
      g_autofree char *limit = g_format_size (DD_DOCUMENT_READER_MAX_SIZE);

      g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE,
                   /* Translators: the name of a file, then a size, "67.1 MB". */
                   _("“%s” is larger than %s. A conclusion document is never that large; please "
                     "check that it is the right file."), name, limit);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* What a document of a kind that is read says. Only of a PDF there may be parts that cannot be
 * read, and only a plain text says nothing of how it is written. */
static char *
read_kind (DdDocumentKind        kind,
           GBytes               *bytes,
           const char           *name,
           const DdOldEncoding  *stated,
           GCancellable         *cancellable,
           DdOldEncoding        *converted,
           char                **remark,
           GError              **error)
{
  if (kind == DD_DOCUMENT_KIND_PDF)
    return dd_pdf_reader_read (bytes, name, cancellable, converted, remark, error);
  if (kind == DD_DOCUMENT_KIND_TEXT && stated != NULL)
    return dd_text_reader_read_as (bytes, *stated, error);

  return kinds[kind].read (bytes, name, cancellable, converted, error);
}

/* @stated: what a person said of the encoding; NULL: the text itself is to tell */
static DdTextFile *
read_document (const char           *path,
               const DdOldEncoding  *stated,
               GCancellable         *cancellable,
               GError              **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GBytes) bytes = read_bytes (path, name, cancellable, error);
  g_autoptr (GError) reason = NULL;
  g_autofree char *remark = NULL;
  DdOldEncoding converted = DD_OLD_ENCODING_NONE;
  DdDocumentKind kind;
  DdTextFile *file;
  char *text;

  if (bytes == NULL)
    return NULL;

  kind = dd_document_kind_of_bytes (bytes);
  if (kinds[kind].refusal != NULL)
    {
      g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_KIND, _(kinds[kind].refusal), name);
      return NULL;
    }

  text = read_kind (kind, bytes, name, stated, cancellable, &converted, &remark, &reason);
  if (text == NULL)
    {
      if (reason->domain == DD_TEXT_ERROR)
        /* Translators: the name of a file; a sentence about it follows. */
        g_prefix_error (&reason, _("“%s” cannot be used. "), name);
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }

  file = g_new0 (DdTextFile, 1);
  file->text = text;
  file->name = g_steal_pointer (&name);
  file->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  file->bytes = g_steal_pointer (&bytes);
  file->media_type = g_strdup (dd_document_kind_get_media_type (kind));
  file->encoding = converted;
  file->remark = g_steal_pointer (&remark);
  if (stated != NULL)
    dd_text_file_set_encoding (file, *stated);
  else if (converted == DD_OLD_ENCODING_NONE)
    dd_text_file_set_encoding (file, dd_old_encoding_guess (text, strlen (text)));

  return file;
}

/**
 * dd_document_reader_read:
 * @path: a file name in the file system's encoding
 *
 * Reads the text of a document. What kind of file it is, its bytes tell, whatever its name
 * says. A text from before Unicode is converted, and the file says so.
 *
 * Returns: (transfer full) (nullable): the text and its file; or %NULL with #DdTextError,
 *   #DdExchangeError or %G_IO_ERROR_CANCELLED
 */
DdTextFile *
dd_document_reader_read (const char    *path,
                         GCancellable  *cancellable,
                         GError       **error)
{
  return read_document (path, NULL, cancellable, error);
}

/**
 * dd_document_reader_read_as:
 * @encoding: how somebody who knows the document says that it is written
 *
 * As dd_document_reader_read(), without a guess.
 *
 * Returns: (transfer full) (nullable): the text and its file; or %NULL with #DdTextError,
 *   #DdExchangeError or %G_IO_ERROR_CANCELLED
 */
DdTextFile *
dd_document_reader_read_as (const char     *path,
                            DdOldEncoding   encoding,
                            GCancellable   *cancellable,
                            GError        **error)
{
  return read_document (path, &encoding, cancellable, error);
}
