/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-office-file"

#include "config.h"

#include "dd-office-file.h"

#include "dd-docx-writer.h"
#include "dd-odt-writer.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

G_DEFINE_QUARK (dd-office-error-quark, dd_office_error)

/**
 * dd_office_format_from_name:
 * @name: of a file
 * @format: (out): what its ending says
 *
 * Returns: %FALSE with %DD_OFFICE_ERROR_FORMAT if it ends otherwise
 */
gboolean
dd_office_format_from_name (const char      *name,
                            DdOfficeFormat  *format,
                            GError         **error)
{
  static const char * const endings[DD_N_OFFICE_FORMATS] = { ".docx", ".odt" };
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *small = g_utf8_strdown (shown, -1);

  for (guint i = 0; i < DD_N_OFFICE_FORMATS; i++)
    if (g_str_has_suffix (small, endings[i]))
      {
        *format = i;
        return TRUE;
      }

  g_set_error (error, DD_OFFICE_ERROR, DD_OFFICE_ERROR_FORMAT,
               /* Translators: the name of a file. */
               _("“%s” is neither a .docx nor an .odt file. Let its name end so."), shown);
  return FALSE;
}

/**
 * dd_office_format_write:
 *
 * Returns: (transfer full): the document as a file of that format
 */
GBytes *
dd_office_format_write (DdOfficeFormat          format,
                        const DdOfficeDocument *document)
{
  return format == DD_OFFICE_FORMAT_ODT ? dd_odt_writer_write (document)
                                        : dd_docx_writer_write (document);
}

/* What happened, and what to do. */
static void
set_write_error (GError       **error,
                 const GError  *cause,
                 const char    *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_debug ("%s", cause->message);
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, DD_OFFICE_ERROR, DD_OFFICE_ERROR_WRITE,
                 /* Translators: the name of a file. */
                 _("“%s” was not written: the disk is full. Free some space and try again."),
                 name);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    g_set_error (error, DD_OFFICE_ERROR, DD_OFFICE_ERROR_WRITE,
                 /* Translators: the name of a file. */
                 _("“%s” may not be written there. Choose another folder."), name);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error (error, DD_OFFICE_ERROR, DD_OFFICE_ERROR_WRITE,
                 /* Translators: the name of a file. */
                 _("“%s” was not written: there is no such folder. Choose another one."), name);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ISDIR))
    g_set_error (error, DD_OFFICE_ERROR, DD_OFFICE_ERROR_WRITE,
                 /* Translators: the name of a file. */
                 _("“%s” is a folder. Choose another name."), name);
  else
    g_set_error (error, DD_OFFICE_ERROR, DD_OFFICE_ERROR_WRITE,
                 /* Translators: the name of a file. */
                 _("“%s” could not be written. Choose another folder."), name);
}

/**
 * dd_office_file_save:
 * @path: what is there is replaced, once the new file is on the disk; before that it stays
 *   as it is
 *
 * It may take a while on a slow disk: call it on a thread.
 *
 * Returns: %FALSE with %DD_OFFICE_ERROR_WRITE, whose message is a sentence for the user
 */
gboolean
dd_office_file_save (GBytes      *bytes,
                     const char  *path,
                     GError     **error)
{
  g_autoptr (GError) cause = NULL;
  /* What a link leads to is replaced, and not the link. */
  char *meant = realpath (path, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean saved;

  if (meant != NULL && g_file_test (meant, G_FILE_TEST_IS_DIR))
    {
      saved = FALSE;
      g_set_error_literal (&cause, G_FILE_ERROR, G_FILE_ERROR_ISDIR, "is a folder");
    }
  else
    saved = g_file_set_contents_full (meant != NULL ? meant : path, data, (gssize) size,
                                      G_FILE_SET_CONTENTS_CONSISTENT |
                                      G_FILE_SET_CONTENTS_DURABLE, 0666, &cause);
  free (meant);
  if (!saved)
    set_write_error (error, cause, path);

  return saved;
}
