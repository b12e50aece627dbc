/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-conclusion-clipboard"

#include "config.h"

#include "dd-conclusion-clipboard.h"

#include "dd-html-reader.h"

/* --- the plain text ------------------------------------------------------- */

static void
text_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  g_task_return_pointer (task, text, g_free);
}

static void
read_text (GTask *task)
{
  gdk_clipboard_read_text_async (g_task_get_source_object (task), g_task_get_cancellable (task),
                                 text_read_cb, g_object_ref (task));
}

/* --- the page ------------------------------------------------------------- */

static void
parse_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  DdOldEncoding converted;

  g_task_return_pointer (task, dd_html_reader_read (task_data, "", cancellable, &converted, NULL),
                         g_free);
}

/* What is no page after all still has its plain text. */
static void
parsed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  char *text = g_task_propagate_pointer (G_TASK (result), NULL);

  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    read_text (task);
}

static void
spliced_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GTask) parsing = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, NULL) < 0)
    {
      read_text (task);
      return;
    }

  parsing = g_task_new (NULL, g_task_get_cancellable (task), parsed_cb, g_object_ref (task));
  g_task_set_source_tag (parsing, spliced_cb);
  g_task_set_task_data (parsing,
                        g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (object)),
                        (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (parsing, parse_thread);
}

static void
page_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result,
                                                               NULL, NULL);
  g_autoptr (GOutputStream) bytes = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    {
      read_text (task);
      return;
    }

  g_output_stream_splice_async (bytes, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, g_task_get_cancellable (task), spliced_cb,
                                g_object_ref (task));
}

/**
 * dd_conclusion_clipboard_read_async:
 *
 * Reads the text that is on the clipboard, from the page that word processors and browsers put
 * there if there is one: in its plain text the numbers of lists and the rows of tables are lost.
 */
void
dd_conclusion_clipboard_read_async (GdkClipboard        *clipboard,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  static const char *page[] = { "text/html", NULL };
  g_autoptr (GTask) task = g_task_new (clipboard, cancellable, callback, user_data);

  g_task_set_source_tag (task, dd_conclusion_clipboard_read_async);
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), page[0]))
    gdk_clipboard_read_async (clipboard, page, G_PRIORITY_DEFAULT, cancellable, page_read_cb,
                              g_object_ref (task));
  else
    read_text (task);
}

/**
 * dd_conclusion_clipboard_read_finish:
 *
 * Returns: (transfer full) (nullable): the text; %NULL if there is none
 */
char *
dd_conclusion_clipboard_read_finish (GdkClipboard *clipboard,
                                     GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, clipboard), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
