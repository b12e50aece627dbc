/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-store"

#include "config.h"

#include "dd-store-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (dd-store-error-quark, dd_store_error)

/* What happened, and what to do. */
static const char *
get_sentence (DdStoreError code)
{
  switch (code)
    {
    case DD_STORE_ERROR_NO_FILE:
      return _("There is no such file of records. Check its name.");
    case DD_STORE_ERROR_NO_ACCESS:
      return _("The file or its folder may not be read or written. Check the permissions, or "
               "choose another folder.");
    case DD_STORE_ERROR_NOT_OURS:
      return _("This is not a file of records of Đôn Đốc. It was not touched. "
               "Choose another file.");
    case DD_STORE_ERROR_CORRUPT:
      return _("The file of records is damaged. It was not touched. Bring back the latest backup.");
    case DD_STORE_ERROR_TOO_NEW:
      return _("The file was written by a later version of Đôn Đốc. It was not touched. "
               "Please update the program.");
    case DD_STORE_ERROR_BUSY:
      return _("Another program is using the file. Nothing was changed. Try again in a moment.");
    case DD_STORE_ERROR_READ_ONLY:
      return _("The file was opened to read only. Nothing was changed.");
    case DD_STORE_ERROR_FULL:
      return _("The disk is full. Nothing was changed. Free some space and try again.");
    case DD_STORE_ERROR_NOT_FOUND:
      return _("The record does not exist any more. Somebody may have deleted it.");
    case DD_STORE_ERROR_CONFLICT:
      return _("Somebody else has changed this record meanwhile. Nothing was changed. "
               "Look at what it says now, and try again.");
    case DD_STORE_ERROR_IN_USE:
      return _("Other records refer to this one. Nothing was changed.");
    case DD_STORE_ERROR_INVALID:
      return _("The values do not fit together. Nothing was changed.");
    case DD_STORE_ERROR_EXISTS:
      return _("There is such a record already. Nothing was changed.");
    case DD_STORE_ERROR_NO_CONTENT:
      return _("The records came from another desk without this file. Ask there for the file, "
               "and attach it again.");
    case DD_STORE_ERROR_RING:
      return _("By way of others the record would stand above itself, or replace itself. "
               "Nothing was changed. Choose another one.");
    case DD_STORE_ERROR_MOVED:
      return _("The file of records was moved, replaced or deleted while it was open. Nothing was "
               "changed. Put it back and try again, or save what was in it with “Back Up”.");
    case DD_STORE_ERROR_LOCKED:
      return _("The meeting is concluded: it, its agenda, attendance and notes stay as they are, "
               "and the words of its conclusions. Nothing was changed. To change them, open the "
               "meeting and press “Reopen”.");
    case DD_STORE_ERROR_FAILED:
    default:
      return _("The file of records could not be read or written. Nothing was changed.");
    }
}

/**
 * dd_store_error_to_text:
 * @error: any error that the store, the rules or the readers of files give
 * @path: (nullable): the file that was meant, to be named
 *
 * Returns: (transfer full): a sentence in the language of the program that says
 *   what happened and what to do
 */
char *
dd_store_error_to_text (const GError *error,
                        const char   *path)
{
  g_autofree char *name = NULL;

  /* All other errors of this program come as sentences. */
  if (error->domain != DD_STORE_ERROR)
    return g_strdup (error->message);
  if (path == NULL)
    return g_strdup (get_sentence (error->code));

  name = g_filename_display_name (path);

  /* Translators: the name of a file, then a sentence about it. */
  return g_strdup_printf (_("“%s”: %s"), name, get_sentence (error->code));
}
