/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window around the pages: what it does about the file of records. */
#include "dd-display-acts.h"

#include "dd-store-probe.h"
#include "dd-window.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#define APP_ID "vn.dondoc.DonDoc"

/* The user's own folder is one of the test's: see with-x.sh. */
typedef struct
{
  GSettings      *settings;
  DdClock        *clock;
  char           *own;          /* where the user's own file is, or will be */
  char           *folder;
  GtkWidget      *window;
} ShellFixture;

/* There can be but one in a process. */
static GtkApplication *application;

static void
set_up (ShellFixture  *f,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *samples = g_test_build_filename (G_TEST_DIST, "..", "data", NULL);

  f->settings = g_settings_new (APP_ID);
  g_settings_reset (f->settings, "last-file");
  g_settings_reset (f->settings, "last-page");
  f->clock = dd_clock_new ();
  dd_clock_set_today (f->clock, DD_DISPLAY_TODAY);
  f->own = g_build_filename (g_get_user_data_dir (), "dondoc", "dondoc.db", NULL);
  g_assert_false (g_file_test (f->own, G_FILE_TEST_EXISTS));
  f->folder = g_dir_make_tmp ("dondoc-test-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("DD_DATADIR", samples, TRUE);
}

static gboolean
is_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

static void
close_window (ShellFixture *f)
{
  gpointer window = f->window;

  g_object_add_weak_pointer (G_OBJECT (f->window), &window);
  gtk_window_close (GTK_WINDOW (f->window));
  f->window = NULL;
  dd_display_wait (is_gone, &window);
}

static void
tear_down (ShellFixture  *f,
           gconstpointer  data)
{
  g_autofree char *own_folder = g_path_get_dirname (f->own);

  if (f->window != NULL)
    close_window (f);
  g_clear_object (&f->clock);
  g_clear_object (&f->settings);
  dd_test_remove_tree (f->folder);
  if (g_file_test (own_folder, G_FILE_TEST_EXISTS))
    dd_test_remove_tree (own_folder);
  g_free (f->folder);
  g_free (f->own);
}

static void
start (ShellFixture *f,
       const char   *path)
{
  DdWindow *window = dd_window_new (application, f->settings, f->clock);

  f->window = GTK_WIDGET (window);
  dd_window_open (window, path);
  gtk_window_present (GTK_WINDOW (window));
}

static void
click (ShellFixture *f,
       const char   *label)
{
  dd_display_click (dd_display_find_around (f->window, GTK_TYPE_BUTTON, label));
}

static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* A first start asks; what was begun is there at the next one. */
static void
test_empty_file (ShellFixture  *f,
                 gconstpointer  data)
{
  start (f, NULL);
  dd_display_wait_text (f->window, "Welcome to Đôn Đốc");
  g_assert_false (is_there (f->own));
  g_assert_nonnull (dd_display_find_around (f->window, GTK_TYPE_BUTTON, "Open a File…"));

  click (f, "Begin With an Empty File");
  dd_display_wait_text (f->window, "Nothing to Look Over Yet");
  g_assert_true (is_there (f->own));
  g_assert_cmpint (dd_probe_number (f->own, "SELECT count(*) FROM unit"), ==, 0);
  close_window (f);

  start (f, NULL);
  dd_display_wait_text (f->window, "Nothing to Look Over Yet");
}

static void
test_sample_data (ShellFixture  *f,
                  gconstpointer  data)
{
  start (f, NULL);
  dd_display_wait_text (f->window, "Welcome to Đôn Đốc");
  click (f, "Look Around in Sample Data");
  dd_display_wait_text (f->window, "Overdue the Longest");
  g_assert_cmpint (dd_probe_number (f->own, "SELECT count(*) FROM task"), >=, 35);
  dd_probe_assert_sound (f->own);
}

/* Waits for what the check says, and goes on from there. */
static void
assert_check_says (ShellFixture *f,
                   const char   *heading,
                   const char   *body,
                   const char   *verb)
{
  GtkWidget *question;

  gtk_widget_activate_action (f->window, "win.check", NULL);
  question = dd_display_wait_window (ADW_TYPE_MESSAGE_DIALOG);
  dd_display_wait_text (question, heading);
  dd_display_wait_text (question, body);
  dd_display_answer (verb);
}

/* A file that came by its name alone is no damage; one that is not what it was is, and
 * neither is taken for something that could be repaired. */
static void
test_check_attachments (ShellFixture  *f,
                        gconstpointer  data)
{
  start (f, NULL);
  dd_display_wait_text (f->window, "Welcome to Đôn Đốc");
  click (f, "Begin With an Empty File");
  dd_display_wait_text (f->window, "Nothing to Look Over Yet");
  gtk_widget_activate_action (f->window, "win.check", NULL);
  dd_display_wait_text (f->window, "The file is sound");

  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("INSERT INTO attachment (uid, created, changed, revision, name,"
                         " media_type, size, sha256) VALUES (printf ('%%036d', %u), '', '', 1,"
                         " 'Tệp <b>%u.pdf', 'application/pdf', 3, printf ('%%064d', %u))", i, i, i);

      dd_probe_exec (f->own, sql);
    }
  assert_check_says (f, "The File Is Sound",
                     "These attached files are here by their names alone: they came from another "
                     "desk without their content.\n\n• Tệp <b>0.pdf\n• Tệp <b>1.pdf\n"
                     "• Tệp <b>2.pdf\n• Tệp <b>3.pdf\n• Tệp <b>4.pdf\n…", "OK");

  dd_probe_exec (f->own, "INSERT INTO attachment_content VALUES (printf ('%064d', 6), x'00')");
  assert_check_says (f, "Attached Files Are Damaged",
                     "The records are sound, but this attached file is not what was attached. "
                     "Bring it back from a backup, or attach it again:\n\n• Tệp <b>6.pdf", "OK");

  /* What is repaired is not asked about again; what remains is told. */
  dd_probe_exec (f->own, "UPDATE attachment_content SET sha256 = printf ('%064d', 99)");
  dd_probe_exec (f->own, "DELETE FROM attachment_content; DELETE FROM attachment WHERE id > 1;"
                         " INSERT INTO unit_words (rowid, name) VALUES (1, 'không có')");
  assert_check_says (f, "Repair the File?",
                     "The records are sound, but what is made from them for searching and for "
                     "deadlines is not. It can be made anew.", "Repair");
  dd_display_wait_text (dd_display_wait_window (ADW_TYPE_MESSAGE_DIALOG), "The File Is Sound");
  dd_display_answer ("OK");
}

/* Without the sample, or with half of it, there is no file, and another try. */
static void
test_no_sample_data (ShellFixture  *f,
                     gconstpointer  data)
{
  static const char half[] = "{\"format\": \"dondoc\", \"version\": 1, \"unit\": ["
                             "{\"name\": \"A\", \"level\": \"other\"}, {\"name\": \"B\"";
  g_autofree char *path = g_build_filename (f->folder, "sample.json", NULL);

  g_setenv ("DD_DATADIR", f->folder, TRUE);
  start (f, NULL);
  dd_display_wait_text (f->window, "Welcome to Đôn Đốc");
  for (guint i = 0; i < 2; i++)
    {
      click (f, "Look Around in Sample Data");
      dd_display_answer ("OK");
      dd_display_wait_text (f->window, "Welcome to Đôn Đốc");
      g_assert_false (is_there (f->own));
      dd_probe_write (path, half, strlen (half));
    }

  click (f, "Begin With an Empty File");
  dd_display_wait_text (f->window, "Nothing to Look Over Yet");
  g_assert_cmpint (dd_probe_number (f->own, "SELECT count(*) FROM unit"), ==, 0);
}

/* A file that is named and not there is begun where it was named. The user's
 * own, which is, gets nothing of it. */
static void
test_missing (ShellFixture  *f,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (f->folder, "new", "x.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  start (f, NULL);
  dd_display_wait_text (f->window, "Welcome to Đôn Đốc");
  click (f, "Begin With an Empty File");
  dd_display_wait_text (f->window, "Nothing to Look Over Yet");
  close_window (f);
  before = dd_test_checksum (f->own);

  start (f, path);
  dd_display_wait_text (f->window, "The File Is Not There");
  g_assert_false (is_there (path));
  g_assert_nonnull (dd_display_find_around (f->window, GTK_TYPE_BUTTON, "Open My Own File"));
  click (f, "Look Around in Sample Data");
  dd_display_wait_text (f->window, "Overdue the Longest");
  g_assert_cmpint (dd_probe_number (path, "SELECT count(*) FROM task"), >=, 35);
  close_window (f);
  after = dd_test_checksum (f->own);
  g_assert_cmpstr (before, ==, after);
}

/* The file of the last time was moved: it is asked for, and nothing made in its place. */
static void
test_moved (ShellFixture  *f,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (f->folder, "x.db", NULL);
  g_autofree char *moved = g_build_filename (f->folder, "y.db", NULL);

  dd_probe_make_file (path);
  start (f, path);
  dd_display_wait_text (f->window, "Sở Tư pháp");
  close_window (f);
  g_assert_cmpint (g_rename (path, moved), ==, 0);

  start (f, NULL);
  dd_display_wait_text (f->window, "The File Is Not There");
  g_assert_null (dd_display_find_around (f->window, GTK_TYPE_BUTTON, "Open My Own File"));
  g_assert_false (is_there (path));
  g_assert_false (is_there (f->own));
}

/* What is something else stays what it is. */
static void
test_not_a_file (ShellFixture  *f,
                 gconstpointer  data)
{
  static const char picture[] = "\377\330\377\340 not a file of records";
  g_autofree char *path = g_build_filename (f->folder, "<b>x&amp;.jpg", NULL);
  g_autofree char *content = NULL;
  gsize size;

  dd_probe_write (path, picture, strlen (picture));
  start (f, path);
  dd_display_wait_text (f->window, "The File Cannot Be Opened");
  g_assert_null (dd_display_find_around (f->window, GTK_TYPE_BUTTON, "Begin With an Empty File"));
  g_assert_nonnull (dd_display_find_around (f->window, GTK_TYPE_BUTTON, "Restore a Backup…"));
  close_window (f);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpmem (content, size, picture, strlen (picture));
}

typedef struct
{
  GtkWindow  *window;
  const char *type;             /* the name of one: a section's are not the shell's to know */
} FocusWait;

static gboolean
is_focus_in (gpointer user_data)
{
  const FocusWait *wait = user_data;
  GtkWidget *focus = gtk_window_get_focus (wait->window);
  GType type = g_type_from_name (wait->type);

  return focus != NULL && type != 0 && gtk_widget_get_ancestor (focus, type) != NULL;
}

static void
wait_focus (ShellFixture *f,
            const char   *type)
{
  FocusWait wait = { GTK_WINDOW (f->window), type };
  GtkWidget *focus;

  if (dd_test_spin_until (is_focus_in, &wait, 20000))
    return;

  focus = gtk_window_get_focus (wait.window);
  g_error ("the focus is in %s, not in a %s",
           focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing", type);
}

/* Each page is worked with by keys as soon as it is shown; from its search Down leads into
 * what was found. */
static void
test_focus (ShellFixture  *f,
            gconstpointer  data)
{
  static const struct
  {
    const char *section;
    const char *type;
  } pages[] = {
    { "meetings", "DdTable" },
    { "tasks", "DdTable" },
    { "deadlines", "GtkListView" },
    { "plans", "DdPlanRow" },
    { "overview", "DdFigureBox" },
    { "tasks", "DdTable" },
  };
  DdDisplayFixture keys = { 0 };

  start (f, NULL);
  dd_display_wait_text (f->window, "Welcome to Đôn Đốc");
  click (f, "Look Around in Sample Data");
  dd_display_wait_text (f->window, "Overdue the Longest");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (f->window, "win.show-section", "s", pages[i].section);
      wait_focus (f, pages[i].type);
      /* A page that was never painted has no place to come back to. */
      dd_display_wait_frames (f->window, 3);
    }

  keys.window = f->window;
  gtk_widget_activate_action (f->window, "win.find", NULL);
  wait_focus (f, "GtkSearchEntry");
  g_assert_true (dd_display_press (&keys, GDK_KEY_Down, 0));
  wait_focus (f, "DdTable");
}

#define ADD(path, function) g_test_add (path, ShellFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;

  dd_display_init (&argc, &argv);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  ADD ("/shell/empty-file", test_empty_file);
  ADD ("/shell/sample-data", test_sample_data);
  ADD ("/shell/check-attachments", test_check_attachments);
  ADD ("/shell/focus", test_focus);
  ADD ("/shell/no-sample-data", test_no_sample_data);
  ADD ("/shell/missing", test_missing);
  ADD ("/shell/moved", test_moved);
  ADD ("/shell/not-a-file", test_not_a_file);

  return g_test_run ();
}
