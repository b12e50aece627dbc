/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are attached to a record: how they come in, what is opened and what is
 * not, and how they leave again. A program that opens PDF files is one of the test's. */
#include "dd-display-acts.h"

#include "dd-attachment-list.h"
#include "dd-attachment-row.h"
#include "dd-busy-bar.h"
#include "dd-document.h"
#include "dd-store-probe.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#define PDF "%PDF-1.7 kết luận phiên họp"

/* --- helpers --------------------------------------------------------------- */

static DdAttachmentList *
get_list (DdDisplayFixture *f)
{
  return DD_ATTACHMENT_LIST (dd_display_find_type (f->window, DD_TYPE_ATTACHMENT_LIST));
}

static gint64
show_list (DdDisplayFixture *f)
{
  DdRow *document = dd_row_new (DD_KIND_DOCUMENT);
  DdAttachmentList *list = g_object_new (DD_TYPE_ATTACHMENT_LIST, NULL);
  gint64 id;

  dd_row_set_text (document, DD_DOCUMENT_NUMBER, "87/TB-UBND");
  id = dd_test_insert (f->store.store, document);
  dd_display_show (f, GTK_WIDGET (list));
  dd_attachment_list_show (list, f->session, DD_ATTACHMENT_DOCUMENT, id);
  dd_display_wait_quiet (f);

  return id;
}

static GFile *
write_file (DdDisplayFixture *f,
            const char       *name,
            const char       *text)
{
  g_autofree char *path = g_build_filename (f->store.dir, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
take (DdDisplayFixture *f,
      GFile            *first,
      ...)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  va_list more;

  va_start (more, first);
  for (GFile *file = first; file != NULL; file = va_arg (more, GFile *))
    g_ptr_array_add (files, file);
  va_end (more);
  dd_attachment_list_take_files (get_list (f), files);
}

static void
attach (DdDisplayFixture *f,
        const char       *name,
        const char       *text)
{
  take (f, write_file (f, name, text), NULL);
  dd_display_wait_text (f->window, name);
  dd_display_wait_quiet (f);
}

static GtkWidget *
find_row (DdDisplayFixture *f,
          const char       *name)
{
  return dd_display_find_around (f->window, DD_TYPE_ATTACHMENT_ROW, name);
}

static void
act (DdDisplayFixture *f,
     const char       *action,
     const char       *name)
{
  DdRecord *record = dd_attachment_row_get_record (DD_ATTACHMENT_ROW (find_row (f, name)));

  gtk_widget_activate_action (GTK_WIDGET (get_list (f)), action, "x", dd_record_get_id (record));
}

static gboolean
is_told (gpointer user_data)
{
  return ((DdDisplayFixture *) user_data)->told != NULL;
}

static void
assert_told (DdDisplayFixture *f,
             const char       *text)
{
  dd_display_wait (is_told, f);
  g_assert_cmpstr (f->told, ==, text);
  g_clear_pointer (&f->told, g_free);
}

/* Waits for a question that says something, and answers it. */
static void
answer (const char *text,
        const char *verb)
{
  GtkWidget *question = dd_display_wait_window (ADW_TYPE_MESSAGE_DIALOG);

  dd_display_wait_text (question, text);
  dd_display_answer (verb);
}

static gint64
count (DdDisplayFixture *f,
       const char       *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);

  return dd_probe_number (f->store.path, sql);
}

/* --- the program that opens files ------------------------------------------ */

static char *opened_path;       /* where it says what it was given */

static void
write_desktop_file (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *program = g_build_filename (folder, "opener.sh", NULL);
  g_autofree char *desktop = g_build_filename (folder, "dd-opener.desktop", NULL);
  g_autofree char *list = g_build_filename (g_get_user_config_dir (), "mimeapps.list", NULL);
  g_autofree char *script = NULL;
  g_autofree char *entry = NULL;

  opened_path = g_build_filename (g_get_user_cache_dir (), "was-opened", NULL);
  script = g_strdup_printf ("#!/bin/sh\nprintf %%s \"$1\" > '%s.part'\nmv '%s.part' '%s'\n",
                            opened_path, opened_path, opened_path);
  entry = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Opener\nExec=%s %%f\n"
                           "MimeType=application/pdf;\n", program);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (program, script, -1, NULL));
  g_assert_cmpint (g_chmod (program, 0700), ==, 0);
  g_assert_true (g_file_set_contents (desktop, entry, -1, NULL));
  g_assert_true (g_file_set_contents (list, "[Default Applications]\n"
                                      "application/pdf=dd-opener.desktop\n", -1, NULL));
}

static gboolean
is_opened (gpointer user_data)
{
  return g_file_test (opened_path, G_FILE_TEST_EXISTS);
}

/* What the program was given, once it was. */
static char *
wait_opened (void)
{
  char *path;

  dd_display_wait (is_opened, NULL);
  g_assert_true (g_file_get_contents (opened_path, &path, NULL, NULL));
  g_assert_cmpint (g_unlink (opened_path), ==, 0);

  return path;
}

/* --- coming in ------------------------------------------------------------- */

static void
test_attach (DdDisplayFixture *f,
             gconstpointer     data)
{
  show_list (f);
  dd_display_wait_text (f->window, "No file yet. Drop one here, or paste it with Ctrl+V.");

  attach (f, "Thông báo 87.pdf", PDF);
  assert_told (f, "“Thông báo 87.pdf” attached");
  dd_display_wait_no_text (f->window, "No file yet. Drop one here, or paste it with Ctrl+V.");
  dd_display_wait_text (f->window, "34 bytes");
  g_assert_cmpint (count (f, "attachment_content"), ==, 1);

  /* Several are one action, which is taken back as one. */
  take (f, write_file (f, "a <b>.txt", "một"), write_file (f, "b.txt", "hai"), NULL);
  dd_display_wait_text (f->window, "a _b_.txt");
  dd_display_wait_quiet (f);
  g_assert_cmpint (count (f, "attachment"), ==, 3);
  dd_display_undo (f, "2 files attached");
  g_assert_cmpint (count (f, "attachment"), ==, 1);
}

/* It is not seen as long as nothing takes long. */
static DdBusyBar *
get_busy_bar (DdDisplayFixture *f)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (get_list (f)));

  while (!DD_IS_BUSY_BAR (child))
    child = gtk_widget_get_next_sibling (child);

  return DD_BUSY_BAR (child);
}

static gboolean
is_idle (gpointer user_data)
{
  return !dd_busy_bar_get_busy (user_data);
}

/* Whoever thinks better of it while files are read has attached none. */
static void
test_cancel (DdDisplayFixture *f,
             gconstpointer     data)
{
  DdBusyBar *busy;

  show_list (f);
  busy = get_busy_bar (f);
  take (f, write_file (f, "a.pdf", PDF), NULL);
  g_assert_true (dd_busy_bar_get_busy (busy));
  gtk_widget_activate_action (GTK_WIDGET (busy), "busy.cancel", NULL);
  dd_display_wait (is_idle, busy);
  dd_display_wait_quiet (f);
  g_assert_cmpint (count (f, "attachment"), ==, 0);

  /* The list goes on as before. */
  attach (f, "a.pdf", PDF);
}

/* The file under the same name once more: it takes its own place. */
static void
test_again (DdDisplayFixture *f,
            gconstpointer     data)
{
  show_list (f);
  attach (f, "a.pdf", PDF);
  g_clear_pointer (&f->told, g_free);
  dd_probe_exec (f->store.path, "DELETE FROM attachment_content");

  take (f, write_file (f, "a.pdf", PDF), NULL);
  assert_told (f, "“a.pdf” attached");
  g_assert_cmpint (count (f, "attachment"), ==, 1);
  g_assert_cmpint (count (f, "attachment_content"), ==, 1);
}

/* What cannot be attached is told, and keeps nothing else from it. */
static void
test_refused (DdDisplayFixture *f,
              gconstpointer     data)
{
  g_autofree char *folder = g_build_filename (f->store.dir, "Phụ lục", NULL);
  g_autofree char *missing = g_build_filename (f->store.dir, "mất.pdf", NULL);
  g_autofree char *large = g_build_filename (f->store.dir, "lớn.zip", NULL);
  GtkWidget *question;
  FILE *file;

  show_list (f);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  file = fopen (large, "w");
  g_assert_cmpint (fseek (file, DD_ATTACHMENT_MAX_SIZE, SEEK_SET), ==, 0);
  fputc ('x', file);
  fclose (file);

  take (f, g_file_new_for_path (folder), g_file_new_for_path (missing),
        write_file (f, "rỗng.pdf", ""), write_file (f, "tốt.pdf", PDF),
        g_file_new_for_path (large), g_file_new_for_path ("/dev/null"), NULL);
  question = dd_display_wait_window (ADW_TYPE_MESSAGE_DIALOG);
  dd_display_wait_text (question, "Files Not Attached");
  dd_display_wait_text (question,
                        "“Phụ lục” is a folder. Attach the files in it, or an archive of them.\n\n"
                        "“mất.pdf” does not exist any more.\n\n"
                        "“rỗng.pdf” is empty. Look whether it was saved, and attach it then.\n\n"
                        "“lớn.zip” is larger than 64 MB, the most that can be attached. Keep it "
                        "in a shared folder and note where.\n\n"
                        "“null” is not a file that can be attached.");
  dd_display_answer ("OK");
  dd_display_wait_quiet (f);
  dd_display_wait_text (f->window, "tốt.pdf");
  g_assert_cmpint (count (f, "attachment"), ==, 1);
}

static void
test_drop (DdDisplayFixture *f,
           gconstpointer     data)
{
  g_autoptr (GListModel) controllers = NULL;
  g_autoptr (GFile) file = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  GSList link = { NULL, NULL };
  gboolean taken = FALSE;

  show_list (f);
  file = write_file (f, "thả.pdf", PDF);
  link.data = file;
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &link);
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (get_list (f)));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }
  g_assert_true (taken);
  dd_display_wait_text (f->window, "thả.pdf");
}

static void
test_paste (DdDisplayFixture *f,
            gconstpointer     data)
{
  GdkClipboard *clipboard;
  g_autoptr (GFile) file = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  GSList link = { NULL, NULL };

  show_list (f);
  clipboard = gtk_widget_get_clipboard (f->window);
  gtk_widget_child_focus (f->window, GTK_DIR_TAB_FORWARD);
  gdk_clipboard_set_text (clipboard, "chỉ là chữ");
  g_assert_true (dd_display_press (f, GDK_KEY_v, GDK_CONTROL_MASK));
  assert_told (f, "There is no file to paste. Copy one in a file manager first.");

  file = write_file (f, "dán.pdf", PDF);
  link.data = file;
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &link);
  gdk_clipboard_set_value (clipboard, &value);
  g_assert_true (dd_display_press (f, GDK_KEY_v, GDK_CONTROL_MASK));
  dd_display_wait_text (f->window, "dán.pdf");
}

/* --- opening --------------------------------------------------------------- */

/* The program is given a copy that nobody may write, under its clean name. */
static void
test_open (DdDisplayFixture *f,
           gconstpointer     data)
{
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autofree char *content = NULL;
  GStatBuf status;

  show_list (f);
  attach (f, "Thông báo 87.pdf", PDF);
  g_clear_pointer (&f->told, g_free);

  g_signal_emit_by_name (find_row (f, "Thông báo 87.pdf"), "activate");
  path = wait_opened ();
  assert_told (f, "“Thông báo 87.pdf” was opened to read; changes to that copy are not kept");
  g_assert_true (g_str_has_prefix (path, g_get_user_cache_dir ()));
  g_assert_true (g_str_has_suffix (path, "/Thông báo 87.pdf"));
  g_assert_nonnull (strstr (path, "/dondoc/opened/"));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, PDF);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 07777, ==, 0400);

  /* Once more is the same copy. */
  act (f, "attachments.open", "Thông báo 87.pdf");
  again = wait_opened ();
  g_assert_cmpstr (again, ==, path);
}

/* What could be run is never started, whatever it is called. */
static void
test_never_run (DdDisplayFixture *f,
                gconstpointer     data)
{
  show_list (f);
  attach (f, "bao-cao.pdf.desktop", "[Desktop Entry]\nType=Application\nExec=true\n");
  attach (f, "ke-hoach.pdf", "#!/bin/sh\ntrue\n");

  act (f, "attachments.open", "bao-cao.pdf.desktop");
  answer ("“bao-cao.pdf.desktop” is a program, or says what to run. For the safety of this "
          "computer it is never opened from here. If you know what it is, save a copy.", "Cancel");
  dd_display_wait_quiet (f);
  act (f, "attachments.open", "ke-hoach.pdf");
  answer ("“ke-hoach.pdf” is a program, or says what to run. For the safety of this "
          "computer it is never opened from here. If you know what it is, save a copy.", "Cancel");
  dd_display_wait_quiet (f);
  g_assert_false (is_opened (NULL));
}

static void
test_no_program (DdDisplayFixture *f,
                 gconstpointer     data)
{
  show_list (f);
  attach (f, "bản vẽ.dd-unknown", "\001\002 bản vẽ");
  act (f, "attachments.open", "bản vẽ.dd-unknown");
  answer ("No program of this computer opens “bản vẽ.dd-unknown”. Save a copy of it for one that "
          "does.", "Cancel");
}

/* Bytes that are not here, and bytes that are not what they were. */
static void
test_no_content (DdDisplayFixture *f,
                 gconstpointer     data)
{
  show_list (f);
  attach (f, "a.pdf", PDF);
  dd_probe_exec (f->store.path, "UPDATE attachment_content SET content = x'00'");
  act (f, "attachments.open", "a.pdf");
  answer ("“a.pdf” is damaged: it is not what was attached. Bring it back from a backup, or attach "
          "it again.", "OK");

  dd_probe_exec (f->store.path, "DELETE FROM attachment_content");
  act (f, "attachments.open", "a.pdf");
  answer ("The records came from another desk without this file. Ask there for the file, and "
          "attach it again.", "OK");
  g_assert_false (is_opened (NULL));
}

/* Names that came from other desks as they are: what they lead to is not what is meant. */
static void
test_hostile_name (DdDisplayFixture *f,
                   gconstpointer     data)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, PDF, -1);
  g_autofree char *path = NULL;
  DdRow *row = dd_row_new (DD_KIND_ATTACHMENT);
  gint64 document = show_list (f);

  attach (f, "a.pdf", PDF);
  dd_row_set_reference (row, DD_ATTACHMENT_DOCUMENT, document);
  dd_row_set_text (row, DD_ATTACHMENT_NAME, "../../../<b>\xe2\x80\xae" "fdp.pdf");
  dd_row_set_text (row, DD_ATTACHMENT_MEDIA_TYPE, "../../x y");
  dd_row_set_number (row, DD_ATTACHMENT_SIZE, -1);
  dd_row_set_text (row, DD_ATTACHMENT_SHA256, sha256);
  dd_test_insert (f->store.store, row);
  dd_display_wait_text (f->window, "_b_fdp.pdf");
  act (f, "attachments.open", "_b_fdp.pdf");
  path = wait_opened ();
  g_assert_true (g_str_has_suffix (path, "/_b_fdp.pdf"));
  g_assert_nonnull (strstr (path, "/dondoc/opened/"));
}

/* --- leaving --------------------------------------------------------------- */

/* Once a place was chosen; the chooser itself is GTK's. */
static void
test_save_copy (DdDisplayFixture *f,
                gconstpointer     data)
{
  g_autofree char *path = g_build_filename (f->store.dir, "bản sao.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/dev/null/a.pdf");
  g_autofree char *content = NULL;
  DdRecord *record;

  show_list (f);
  attach (f, "a.pdf", PDF);
  g_clear_pointer (&f->told, g_free);
  record = dd_attachment_row_get_record (DD_ATTACHMENT_ROW (find_row (f, "a.pdf")));
  dd_attachment_list_save_to (get_list (f), dd_record_get_row (record), file);
  assert_told (f, "A copy of “a.pdf” was saved");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, PDF);

  dd_attachment_list_save_to (get_list (f), dd_record_get_row (record), nowhere);
  answer ("“a.pdf” was not saved: that place could not be written. Choose another one.", "OK");
}

/* By the key, from the row; and back. */
static void
test_remove (DdDisplayFixture *f,
             gconstpointer     data)
{
  show_list (f);
  attach (f, "a.pdf", PDF);
  gtk_widget_grab_focus (find_row (f, "a.pdf"));
  g_assert_true (dd_display_press (f, GDK_KEY_Delete, 0));
  dd_display_wait_no_text (f->window, "a.pdf");
  dd_display_wait_quiet (f);
  dd_display_undo (f, "“a.pdf” removed");
  dd_display_wait_text (f->window, "a.pdf");
  g_assert_cmpint (count (f, "attachment_content"), ==, 1);
}

static void
test_sha256 (DdDisplayFixture *f,
             gconstpointer     data)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, PDF, -1);

  show_list (f);
  attach (f, "a.pdf", PDF);
  g_assert_false (dd_display_has_text (f->window, sha256));
  gtk_widget_activate_action (find_row (f, "a.pdf"), "attachment.show-sha256", NULL);
  dd_display_wait_text (f->window, sha256);
  dd_display_click (dd_display_find_named (f->window, GTK_TYPE_BUTTON, "Copy SHA-256"));
}

/* Where nothing may be written, there is no button for it, and nothing that does it. */
static void
test_read_only (DdDisplayFixture *f,
                gconstpointer     data)
{
  g_autoptr (GError) error = NULL;
  DdRow *attachment = dd_row_new (DD_KIND_ATTACHMENT);
  DdRow *document = dd_row_new (DD_KIND_DOCUMENT);
  DdChange *change = dd_change_new ("Trần Thị Bình", NULL);
  g_autoptr (GBytes) content = g_bytes_new_static (PDF, strlen (PDF));
  DdAttachmentList *list = g_object_new (DD_TYPE_ATTACHMENT_LIST, NULL);
  g_autofree char *path = NULL;

  dd_row_set_text (document, DD_DOCUMENT_NUMBER, "87/TB-UBND");
  dd_row_set_reference (attachment, DD_ATTACHMENT_DOCUMENT, dd_change_insert (change, document));
  dd_row_set_text (attachment, DD_ATTACHMENT_NAME, "a.pdf");
  dd_row_set_text (attachment, DD_ATTACHMENT_MEDIA_TYPE, "application/pdf");
  dd_change_attach (change, attachment, content);
  dd_probe_write_change (f->store.store, change);

  g_assert_finalize_object (g_steal_pointer (&f->session));
  dd_store_close (f->store.store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->store.store);
  f->store.store = dd_store_new ();
  dd_test_open (&f->store, DD_STORE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  f->session = dd_session_new (f->store.store, f->clock);

  dd_display_show (f, GTK_WIDGET (list));
  dd_attachment_list_show (list, f->session, DD_ATTACHMENT_DOCUMENT,
                           dd_probe_number (f->store.path, "SELECT id FROM document"));
  dd_display_wait_text (f->window, "a.pdf");
  g_assert_false (dd_display_has_text (f->window, "Attach a File…"));
  take (f, write_file (f, "b.pdf", PDF), NULL);
  act (f, "attachments.remove", "a.pdf");
  gtk_widget_activate_action (GTK_WIDGET (list), "attachments.attach", NULL);
  dd_display_wait_quiet (f);
  g_assert_false (dd_display_has_text (f->window, "b.pdf"));
  g_assert_true (dd_display_has_text (f->window, "a.pdf"));

  /* Reading it goes on. */
  act (f, "attachments.open", "a.pdf");
  path = wait_opened ();
  dd_display_wait_quiet (f);
}

static void
test_sizes (DdDisplayFixture *f,
            gconstpointer     data)
{
  static const struct
  {
    gint64      size;
    const char *text;
  } sizes[] = {
    { 0, "0 bytes" }, { 1, "1 byte" }, { 999, "999 bytes" }, { 1000, "1\u00a0kB" },
    { 1234, "1.2\u00a0kB" }, { 999949, "999.9\u00a0kB" }, { 999950, "1\u00a0MB" },
    { 1200000, "1.2\u00a0MB" }, { 67108864, "67.1\u00a0MB" }, { -5, "0 bytes" },
    { G_MAXINT64, "9.2\u00a0EB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = dd_attachment_row_size_to_text (sizes[i].size);

      g_assert_cmpstr (text, ==, sizes[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  write_desktop_file ();
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/attachments/attach", test_attach);
  DD_DISPLAY_ADD ("/attachments/cancel", test_cancel);
  DD_DISPLAY_ADD ("/attachments/again", test_again);
  DD_DISPLAY_ADD ("/attachments/refused", test_refused);
  DD_DISPLAY_ADD ("/attachments/drop", test_drop);
  DD_DISPLAY_ADD ("/attachments/paste", test_paste);
  DD_DISPLAY_ADD ("/attachments/open", test_open);
  DD_DISPLAY_ADD ("/attachments/never-run", test_never_run);
  DD_DISPLAY_ADD ("/attachments/no-program", test_no_program);
  DD_DISPLAY_ADD ("/attachments/no-content", test_no_content);
  DD_DISPLAY_ADD ("/attachments/hostile-name", test_hostile_name);
  DD_DISPLAY_ADD ("/attachments/save-copy", test_save_copy);
  DD_DISPLAY_ADD ("/attachments/remove", test_remove);
  DD_DISPLAY_ADD ("/attachments/sha256", test_sha256);
  DD_DISPLAY_ADD ("/attachments/read-only", test_read_only);
  DD_DISPLAY_ADD ("/attachments/sizes", test_sizes);

  result = g_test_run ();
  g_free (opened_path);

  return result;
}
