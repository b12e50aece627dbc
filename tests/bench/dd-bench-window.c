/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times the window, or a bare one that does as little as can be done for the
 * same rows. Prints a JSON object of milliseconds, and of memory in KiB.
 *
 * usage: T0=NANOSECONDS dd-bench-window empty
 *        T0=NANOSECONDS dd-bench-window bare FILE
 *        T0=NANOSECONDS dd-bench-window app FILE PAGE
 *
 * T0 is the monotonic clock right before exec. With STEPS set, filters, sorts
 * and searches follow the first frame of "bare" and of the page "tasks". */
#include "config.h"

#include "dd-application.h"
#include "dd-bench-steps.h"
#include "dd-page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static double first_frame;      /* when what was asked for had been painted */
static double processor_time;   /* of all threads until then; less shaken by other programs */

static double
now (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

static double
get_processor_time (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static double
since_exec (double then)
{
  const char *t0 = g_getenv ("T0");

  return t0 != NULL ? then - g_ascii_strtod (t0, NULL) / 1e6 : 0.0;
}

static long
read_status (const char *key)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  line = strstr (text, key);

  return line != NULL ? atol (line + strlen (key)) : 0;
}

static void
finish (void)
{
  printf ("{\"first_frame\": %.1f, \"cpu\": %.1f, \"rss\": %ld, \"peak\": %ld",
          since_exec (first_frame), processor_time, read_status ("VmRSS:"),
          read_status ("VmHWM:"));
  dd_bench_steps_print ();
  printf ("}\n");
  fflush (stdout);
  _exit (0);
}

/* --- when the first frame counts ------------------------------------------ */

typedef gboolean (*IsShown) (GtkWidget *window);

static gboolean
anything_is_shown (GtkWidget *window)
{
  return TRUE;
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
page_is_shown (GtkWidget *window)
{
  return find_widget (window, DD_TYPE_PAGE) != NULL;
}

static gboolean
rows_are_shown (GtkWidget *window)
{
  GtkWidget *view = find_widget (window, GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *model =
    view != NULL ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view)) : NULL;

  return model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) > 0;
}

typedef struct
{
  GtkWidget *window;
  IsShown    is_shown;
} Watch;

static gboolean
settled_cb (gpointer user_data)
{
  finish ();

  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock,
            Watch         *watch)
{
  if (first_frame > 0.0 || !watch->is_shown (watch->window))
    return;

  first_frame = now ();
  processor_time = get_processor_time ();
  if (g_getenv ("STEPS") != NULL && rows_are_shown (watch->window))
    dd_bench_steps_begin (watch->window, finish);
  else
    g_timeout_add (600, settled_cb, NULL);
}

static void
mapped_cb (GtkWidget *window,
           Watch     *watch)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    watch);
}

static void
watch (GtkWidget *window,
       IsShown    is_shown)
{
  Watch *watched = g_new0 (Watch, 1);

  watched->window = window;
  watched->is_shown = is_shown;
  if (gtk_widget_get_mapped (window))
    mapped_cb (window, watched);
  else
    g_signal_connect (window, "map", G_CALLBACK (mapped_cb), watched);
}

/* --- the three kinds of windows ------------------------------------------- */

static void
activate_bare_cb (GtkApplication *application,
                  const char     *path)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  if (path != NULL)
    gtk_box_append (GTK_BOX (box), dd_bench_bare_view_new (path));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  watch (window, path != NULL ? rows_are_shown : anything_is_shown);
  gtk_window_present (GTK_WINDOW (window));
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 const char     *page)
{
  if (GTK_IS_APPLICATION_WINDOW (window))
    watch (GTK_WIDGET (window), strcmp (page, "tasks") == 0 ? rows_are_shown : page_is_shown);
}

static int
run_app (char       *program,
         const char *path,
         const char *page)
{
  g_autoptr (DdApplication) application = dd_application_new ();
  g_autofree char *file = g_strconcat ("--file=", path, NULL);
  g_autofree char *section = g_strconcat ("--page=", page, NULL);
  char *arguments[] = { program, file, section, (char *) "--today=2026-11-21", NULL };

  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), (gpointer) page);

  return g_application_run (G_APPLICATION (application), G_N_ELEMENTS (arguments) - 1, arguments);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;

  if (argc == 4 && strcmp (argv[1], "app") == 0)
    return run_app (argv[0], argv[2], argv[3]);
  if (argc < 2 || argc > 3)
    {
      fprintf (stderr, "usage: dd-bench-window empty | bare FILE | app FILE PAGE\n");
      return 2;
    }

  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_bare_cb),
                    argc == 3 ? argv[2] : NULL);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
