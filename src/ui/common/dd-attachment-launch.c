/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where other programs are started for a file. GtkFileLauncher will do it here when the
 * oldest system that the program runs on has GTK 4.10. */
#define G_LOG_DOMAIN "dd-attachment-launch"

#include "dd-attachment-launch.h"

#include <string.h>

/* What the systems in offices run, or install, when it is opened. */
static const char * const program_endings[] = {
  ".appimage", ".bat", ".chm", ".cmd", ".com", ".cpl", ".deb", ".desktop", ".dll", ".exe",
  ".flatpak", ".flatpakref", ".hta", ".jar", ".js", ".jse", ".jnlp", ".ksh", ".lnk", ".msi",
  ".msp", ".php", ".pif", ".pl", ".ps1", ".psm1", ".py", ".pyc", ".pyw", ".rb", ".reg", ".rpm",
  ".run", ".scf", ".scr", ".service", ".sh", ".snap", ".so", ".url", ".vbe", ".vbs", ".wsf",
  ".wsh", ".bash", ".csh", ".zsh",
};

static gboolean
begins_with (const char *data,
             gsize       size,
             const char *magic,
             gsize       length)
{
  return size >= length && memcmp (data, magic, length) == 0;
}

/* By what it is, whatever it is called. */
static gboolean
is_program_inside (const char *data,
                   gsize       size)
{
  g_autofree char *start = g_strndup (data, MIN (size, 512));

  if (begins_with (data, size, "#!", 2) || begins_with (data, size, "\177ELF", 4) ||
      begins_with (data, size, "\xEF\xBB\xBF#!", 5))
    return TRUE;
  /* A text may begin so, but not with bytes of zero behind it. */
  if (begins_with (data, size, "MZ", 2) && memchr (data, '\0', MIN (size, 64)) != NULL)
    return TRUE;

  return strstr (start, "[Desktop Entry]") != NULL;
}

/**
 * dd_attachment_launch_is_program:
 *
 * Returns: whether opening that could mean running it: a program, a script, or
 *   something that says what to run
 */
gboolean
dd_attachment_launch_is_program (const char *name,
                                 GBytes     *content)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  for (guint i = 0; i < G_N_ELEMENTS (program_endings); i++)
    if (g_str_has_suffix (lower, program_endings[i]))
      return TRUE;

  return size > 0 && is_program_inside (data, size);
}

static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dd_attachment_launch_async:
 * @origin: the widget in which it was asked for
 *
 * Has the file shown by the program that the user has chosen for its kind.
 */
void
dd_attachment_launch_async (GtkWidget           *origin,
                            GFile               *file,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GdkAppLaunchContext) context =
    gdk_display_get_app_launch_context (gtk_widget_get_display (origin));
  g_autofree char *uri = g_file_get_uri (file);
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, dd_attachment_launch_async);
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), cancellable,
                                           launched_cb, task);
}

/**
 * dd_attachment_launch_finish:
 *
 * Returns: whether there was a program, and it was started
 */
gboolean
dd_attachment_launch_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
