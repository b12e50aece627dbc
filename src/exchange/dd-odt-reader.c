/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-odt-reader"

#include "config.h"

#include "dd-odt-reader.h"

#include "dd-exchange-error.h"
#include "dd-odt-body.h"
#include "dd-odt-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Texts, their templates, and texts that others are put together in. */
#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

static gboolean
fail_kind (const char  *name,
           GError     **error)
{
  g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_KIND,
               /* Translators: the name of a file. */
               _("“%s” is no text document. Open it in the program that made it, save the text "
                 "as .docx or .odt, and open that."), name);
  return FALSE;
}

static void
start_manifest_cb (gpointer                  data,
                   guint                     element,
                   const DdOfficeAttributes *attributes)
{
  gboolean *encrypted = data;

  *encrypted |= element == DD_ODT_ENCRYPTION;
}

static void
end_manifest_cb (gpointer data,
                 guint    element)
{
}

/* The parts of a document with a password are there, but are not what they are called. */
static gboolean
check_password (DdArchive     *archive,
                GCancellable  *cancellable,
                GError       **error)
{
  static const DdOfficeHandler handler = {
    dd_odt_namespaces, dd_odt_names, DD_ODT_N_NAMES, start_manifest_cb, end_manifest_cb, NULL
  };
  gboolean encrypted = FALSE;

  if (!dd_archive_contains (archive, "META-INF/manifest.xml"))
    return TRUE;
  if (!dd_office_xml_read_part (archive, "META-INF/manifest.xml", &handler, &encrypted,
                                cancellable, error))
    return FALSE;
  if (encrypted)
    g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_LOCKED,
                 /* Translators: the name of a file. */
                 _("“%s” opens with a password only. Save it without the password and open it "
                   "once more."), dd_archive_get_name (archive));

  return !encrypted;
}

static gboolean
take_media_type (const char  *bytes,
                 gsize        size,
                 gpointer     data,
                 GError     **error)
{
  GString *type = data;

  if (type->len < strlen (MEDIA_TYPE))
    g_string_append_len (type, bytes, (gssize) MIN (size, strlen (MEDIA_TYPE)));

  return TRUE;
}

static gboolean
check_media_type (DdArchive     *archive,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GString) type = g_string_new (NULL);

  if (!dd_archive_contains (archive, "content.xml"))
    return fail_kind (dd_archive_get_name (archive), error);
  if (!dd_archive_contains (archive, "mimetype"))
    return TRUE;
  if (!dd_archive_read (archive, "mimetype", take_media_type, type, cancellable, error))
    return FALSE;

  return g_str_has_prefix (type->str, MEDIA_TYPE) ||
         fail_kind (dd_archive_get_name (archive), error);
}

static gboolean
read_archive (DdOdtBody     *body,
              GBytes        *bytes,
              const char    *name,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (DdArchive) archive = dd_archive_new (bytes, name, error);

  return archive != NULL &&
         check_media_type (archive, cancellable, error) &&
         check_password (archive, cancellable, error) &&
         (!dd_archive_contains (archive, "styles.xml") ||
          dd_office_xml_read_part (archive, "styles.xml", &dd_odt_body_handler, body,
                                   cancellable, error)) &&
         dd_office_xml_read_part (archive, "content.xml", &dd_odt_body_handler, body,
                                  cancellable, error);
}

/**
 * dd_odt_reader_read:
 * @bytes: a whole file, .odt or .fodt
 * @name: its name, for messages
 * @converted: (out): the old encoding that a part of the text was in
 *
 * Reads the text of an OpenDocument text: a paragraph a line, a row of a table a line with
 * bars, numbers and bullets of lists as they are printed, footnotes behind the text; without
 * headers, footers and comments.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with #DdExchangeError or
 *   %G_IO_ERROR_CANCELLED
 */
char *
dd_odt_reader_read (GBytes         *bytes,
                    const char     *name,
                    GCancellable   *cancellable,
                    DdOldEncoding  *converted,
                    GError        **error)
{
  g_autoptr (DdOfficeText) text = dd_office_text_new ();
  g_autoptr (DdOdtStyles) styles = dd_odt_styles_new ();
  g_autoptr (DdOdtBody) body = dd_odt_body_new (text, styles);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const gboolean flat = size > 0 && *data != 'P';

  *converted = DD_OLD_ENCODING_NONE;
  if (!(flat ? dd_office_xml_read_bytes (bytes, name, &dd_odt_body_handler, body, cancellable,
                                         error)
             : read_archive (body, bytes, name, cancellable, error)))
    return NULL;
  if (!dd_odt_body_has_text (body))
    {
      fail_kind (name, error);
      return NULL;
    }

  return dd_office_text_finish (text, name, converted, error);
}
