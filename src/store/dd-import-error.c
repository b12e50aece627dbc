/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why an import stops, said with the record that it is about. */
#define G_LOG_DOMAIN "dd-import-error"

#include "config.h"

#include "dd-import-error.h"

#include "dd-row.h"
#include "dd-store-error.h"

#include <glib/gi18n-lib.h>

/**
 * dd_import_refuse:
 * @place: which record of the file it is, counted from 1
 * @format: a sentence that says what is wrong with it
 *
 * Returns: %FALSE always, with %DD_RECORD_ERROR_INVALID
 */
gboolean
dd_import_refuse (guint        place,
                  GError     **error,
                  const char  *format,
                  ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
               /* Translators: %u counts the records of a file; a sentence that says what is
                * wrong follows. */
               _("Record %u: %s"), place, message);

  return FALSE;
}

/**
 * dd_import_fail:
 * @place: which record of the file it is
 * @reason: (transfer full): why it could not be stored
 *
 * Tells what a rule said of a record with its place, and what the disk said as it is.
 *
 * Returns: %FALSE always
 */
gboolean
dd_import_fail (guint     place,
                GError   *reason,
                GError  **error)
{
  g_autoptr (GError) owned = reason;
  g_autofree char *sentence = NULL;

  if (g_error_matches (owned, DD_STORE_ERROR, DD_STORE_ERROR_INVALID) ||
      g_error_matches (owned, DD_STORE_ERROR, DD_STORE_ERROR_EXISTS) ||
      g_error_matches (owned, DD_STORE_ERROR, DD_STORE_ERROR_IN_USE) ||
      owned->domain == DD_RECORD_ERROR)
    {
      sentence = dd_store_error_to_text (owned, NULL);
      return dd_import_refuse (place, error, "%s", sentence);
    }

  g_propagate_error (error, g_steal_pointer (&owned));
  return FALSE;
}
