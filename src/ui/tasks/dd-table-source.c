/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-source"

#include "config.h"

#include "dd-table-source.h"

#include "dd-exchange-error.h"

#include <glib/gi18n-lib.h>

#define PIECE (64 * 1024)

/* A table on its way. */
typedef struct
{
  GdkClipboard *clipboard;
  char         *name;           /* of a file; NULL: it comes from the clipboard */
  GInputStream *stream;
  GByteArray   *bytes;
  gboolean      is_html;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->clipboard);
  g_clear_object (&reading->stream);
  g_byte_array_unref (reading->bytes);
  g_free (reading->name);
  g_free (reading);
}

static void
table_free_cb (gpointer data)
{
  dd_table_text_free (data);
}

static void read_text (GTask *task);

/* --- parsing, beside the main loop ---------------------------------------- */

static void
parse_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Reading *reading = task_data;
  g_autoptr (GBytes) bytes = g_bytes_new (reading->bytes->data, reading->bytes->len);
  GError *error = NULL;
  DdTableText *table;

  if (reading->is_html)
    table = dd_table_text_parse_html ((const char *) reading->bytes->data, reading->bytes->len,
                                      &error);
  else
    table = dd_table_text_read (bytes, reading->name != NULL ? reading->name : _("Clipboard"),
                                &error);
  if (table != NULL)
    g_task_return_pointer (task, table, table_free_cb);
  else
    g_task_return_error (task, error);
}

static void
parsed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  DdTableText *table = g_task_propagate_pointer (G_TASK (result), &error);

  if (table != NULL)
    {
      g_task_return_pointer (task, table, table_free_cb);
      return;
    }
  /* What was copied as a page without a table may be cells with tabs between them. */
  if (reading->is_html && reading->clipboard != NULL &&
      g_error_matches (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_NO_TEXT))
    {
      read_text (task);
      return;
    }
  g_task_return_error (task, g_steal_pointer (&error));
}

/* The thread works on a copy, which it may keep after whoever asked has left. */
static void
parse (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);
  Reading *copy = g_new0 (Reading, 1);
  g_autoptr (GTask) parsing = g_task_new (NULL, g_task_get_cancellable (task), parsed_cb,
                                          g_object_ref (task));

  copy->name = g_strdup (reading->name);
  copy->bytes = g_byte_array_ref (reading->bytes);
  copy->is_html = reading->is_html;
  g_task_set_source_tag (parsing, parse);
  g_task_set_task_data (parsing, copy, reading_free);
  g_task_set_return_on_cancel (parsing, TRUE);
  g_task_run_in_thread (parsing, parse_thread);
}

/* --- bytes ---------------------------------------------------------------- */

static void
piece_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) piece = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result,
                                                               &error);

  if (piece == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_bytes_get_size (piece) == 0)
    {
      parse (task);
      return;
    }

  g_byte_array_append (reading->bytes, g_bytes_get_data (piece, NULL),
                       (guint) g_bytes_get_size (piece));
  if (reading->bytes->len > DD_TABLE_TEXT_MAX_SIZE)
    {
      g_task_return_new_error (task, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE, "%s",
                               _("The text is too large to be a table of tasks. Take it in "
                                 "parts."));
      return;
    }
  g_input_stream_read_bytes_async (reading->stream, PIECE, G_PRIORITY_DEFAULT,
                                   g_task_get_cancellable (task), piece_read_cb,
                                   g_object_ref (task));
}

static void
take_stream (GTask        *task,
             GInputStream *stream)
{
  Reading *reading = g_task_get_task_data (task);

  g_clear_object (&reading->stream);
  reading->stream = stream;
  g_byte_array_set_size (reading->bytes, 0);
  g_input_stream_read_bytes_async (stream, PIECE, G_PRIORITY_DEFAULT,
                                   g_task_get_cancellable (task), piece_read_cb,
                                   g_object_ref (task));
}

static GTask *
make_task (GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->bytes = g_byte_array_new ();
  g_task_set_source_tag (task, make_task);
  g_task_set_task_data (task, reading, reading_free);

  return task;
}

/* --- the clipboard -------------------------------------------------------- */

static void
text_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  if (text == NULL || *text == '\0')
    {
      g_task_return_new_error (task, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_NO_TEXT, "%s",
                               _("There is no table in the clipboard. Copy one in a spreadsheet "
                                 "or a document first."));
      return;
    }

  reading->is_html = FALSE;
  g_byte_array_set_size (reading->bytes, 0);
  g_byte_array_append (reading->bytes, (const guint8 *) text, (guint) strlen (text));
  parse (task);
}

static void
read_text (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  gdk_clipboard_read_text_async (reading->clipboard, g_task_get_cancellable (task), text_read_cb,
                                 g_object_ref (task));
}

static void
html_offered_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GInputStream *stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, NULL);

  if (stream == NULL)
    {
      read_text (task);
      return;
    }
  reading->is_html = TRUE;
  take_stream (task, stream);
}

/**
 * dd_table_source_read_clipboard_async:
 *
 * Reads the table that was copied: as a page has it, with its merged cells, or else as text.
 */
void
dd_table_source_read_clipboard_async (GdkClipboard        *clipboard,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  static const char *types[] = { "text/html", NULL };
  g_autoptr (GTask) task = make_task (cancellable, callback, user_data);
  Reading *reading = g_task_get_task_data (task);

  reading->clipboard = g_object_ref (clipboard);
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), types[0]))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, cancellable, html_offered_cb,
                              g_object_ref (task));
  else
    read_text (task);
}

/* --- files ---------------------------------------------------------------- */

static void
file_opened_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GFileInputStream *stream = g_file_read_finish (G_FILE (object), result, &error);

  if (stream != NULL)
    take_stream (task, G_INPUT_STREAM (stream));
  else
    g_task_return_error (task, error);
}

/**
 * dd_table_source_read_file_async:
 * @file: a table as text, such as spreadsheets save: .csv, .tsv; or a page
 */
void
dd_table_source_read_file_async (GFile               *file,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = make_task (cancellable, callback, user_data);
  Reading *reading = g_task_get_task_data (task);
  g_autofree char *base = g_file_get_basename (file);

  reading->name = g_filename_display_name (base != NULL ? base : "");
  reading->is_html = g_str_has_suffix (reading->name, ".html") ||
                     g_str_has_suffix (reading->name, ".htm");
  g_file_read_async (file, G_PRIORITY_DEFAULT, cancellable, file_opened_cb, g_object_ref (task));
}

/**
 * dd_table_source_read_finish:
 *
 * Returns: (transfer full) (nullable): the table; %NULL with an error whose message is a
 *   sentence for the user
 */
DdTableText *
dd_table_source_read_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
