/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-application"

#include "config.h"

#include "dd-application.h"

#include "dd-attachment-copy.h"
#include "dd-day-text.h"
#include "dd-error-dialog.h"
#include "dd-window.h"

#include <glib/gi18n-lib.h>

/**
 * DdApplication:
 *
 * The program: one window for each file of records. A second start shows the
 * window that is there.
 */
struct _DdApplication
{
  AdwApplication  parent_instance;

  GSettings      *settings;
  DdClock        *clock;
};

G_DEFINE_FINAL_TYPE (DdApplication, dd_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "file", 'f', 0, G_OPTION_ARG_FILENAME, NULL,
    N_("The file of records to open"), N_("FILE") },
  { "page", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_("The section to show: overview, meetings, tasks, deadlines or plans"), N_("NAME") },
  { "today", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_("Reckon as on this day"), N_("DAY") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and end"), NULL },
  G_OPTION_ENTRY_NULL
};

/* --- windows -------------------------------------------------------------- */

static DdWindow *
find_window (DdApplication *self,
             const char    *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (DD_IS_WINDOW (l->data) &&
        (path == NULL || g_strcmp0 (dd_window_get_path (l->data), path) == 0))
      return l->data;

  return NULL;
}

static DdWindow *
show_window (DdApplication *self,
             const char    *path)
{
  DdWindow *window = find_window (self, path);

  if (window == NULL)
    {
      window = dd_window_new (GTK_APPLICATION (self), self->settings, self->clock);
      dd_window_open (window, path);
    }
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
dd_application_activate (GApplication *application)
{
  show_window (DD_APPLICATION (application), NULL);
}

static int
dd_application_handle_local_options (GApplication *application,
                                     GVariantDict *dict)
{
  const char *today;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("dondoc %s\n", DD_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (dict, "today", "&s", &today) &&
      dd_day_from_text (today, DD_DAY_NONE) == DD_DAY_NONE)
    {
      g_printerr (_("--today: “%s” is no day. Write it as 2024-06-30 or 30/6/2024."), today);
      g_printerr ("\n");
      return 2;
    }

  return -1;
}

static int
dd_application_command_line (GApplication            *application,
                             GApplicationCommandLine *line)
{
  DdApplication *self = DD_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (line);
  const char *file = NULL, *page = NULL, *today = NULL;
  g_autoptr (GFile) named = NULL;
  DdWindow *window;

  g_variant_dict_lookup (dict, "file", "^&ay", &file);
  g_variant_dict_lookup (dict, "page", "&s", &page);
  if (g_variant_dict_lookup (dict, "today", "&s", &today))
    dd_clock_set_today (self->clock, dd_day_from_text (today, DD_DAY_NONE));

  /* A name is meant from where the command was given. */
  if (file != NULL)
    named = g_application_command_line_create_file_for_arg (line, file);
  if (named != NULL && g_file_peek_path (named) == NULL)
    {
      /* Nothing else is shown in its place. Translators: %s is what was given as a file. */
      g_application_command_line_printerr (line, _("--file: “%s” is not a file of this computer."),
                                           file);
      g_application_command_line_printerr (line, "\n");
      return 2;
    }
  window = show_window (self, named != NULL ? g_file_peek_path (named) : NULL);
  if (page != NULL)
    dd_window_show_page (window, page);

  return 0;
}

/* --- actions -------------------------------------------------------------- */

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each window may ask first. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  gtk_show_about_dialog (gtk_application_get_active_window (user_data),
                         "program-name", "Đôn Đốc",
                         "logo-icon-name", DD_APP_ID,
                         "version", DD_VERSION,
                         "comments", _("Follows up on what leaders have assigned, from the "
                                       "sentence in which it was said to the confirmed result."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
help_shown_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GtkApplication) application = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) told = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    return;

  g_debug ("%s", error->message);
  g_set_error_literal (&told, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _("There is no program to show the guide. Install “yelp” and try again."));
  dd_error_dialog_show (GTK_WIDGET (gtk_application_get_active_window (application)), told);
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  /* Which language it is shown in, and from which data folder, the viewer decides. */
  g_app_info_launch_default_for_uri_async ("help:dondoc", NULL, NULL, help_shown_cb,
                                           g_object_ref (user_data));
}

static const GActionEntry actions[] = {
  { "quit", quit_action },
  { "about", about_action },
  { "help", help_action },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.help", { "F1" } },
  { "window.close", { "<Control>w" } },
  { "win.new", { "<Control>n" } },
  { "win.open-file", { "<Control>o" } },
  { "win.find", { "<Control>f" } },
  { "win.undo-last", { "<Control>z" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.show-shortcuts", { "<Control>question" } },
  { "win.show-section::overview", { "<Control>1" } },
  { "win.show-section::meetings", { "<Control>2" } },
  { "win.show-section::tasks", { "<Control>3" } },
  { "win.show-section::deadlines", { "<Control>4" } },
  { "win.show-section::plans", { "<Control>5" } },
};

/* --- the object ----------------------------------------------------------- */

static void
dd_application_startup (GApplication *application)
{
  DdApplication *self = DD_APPLICATION (application);

  G_APPLICATION_CLASS (dd_application_parent_class)->startup (application);

  /* Text that can be copied would be marked as a whole by whoever walks over it with Tab. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);

  self->settings = g_settings_new (DD_APP_ID);
  self->clock = dd_clock_new ();
  dd_attachment_copy_sweep_beside ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           (const char * const *) accelerators[i].keys);
}

static void
dd_application_finalize (GObject *object)
{
  DdApplication *self = DD_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (dd_application_parent_class)->finalize (object);
}

static void
dd_application_class_init (DdApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dd_application_finalize;
  application_class->startup = dd_application_startup;
  application_class->activate = dd_application_activate;
  application_class->handle_local_options = dd_application_handle_local_options;
  application_class->command_line = dd_application_command_line;
}

static void
dd_application_init (DdApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Đôn Đốc follows up on assigned tasks."));
}

DdApplication *
dd_application_new (void)
{
  return g_object_new (DD_TYPE_APPLICATION,
                       "application-id", DD_APP_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/vn/dondoc/ui",
                       NULL);
}
