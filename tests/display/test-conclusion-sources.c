/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conclusions in whatever they come: from word processors, from before Unicode, as PDF. */
#include "dd-display-acts.h"

#include "dd-conclusion-adder.h"
#include "dd-conclusion-encoding.h"
#include "dd-meetings-page.h"
#include "dd-paste-window.h"
#include "dd-review-text.h"

#include <adwaita.h>

static const char plain[] = "Giao Sở Y tế báo cáo.\nGiao Sở Nội vụ báo cáo.";
static const char page[] = "<ol start=3><li>Giao Sở Y tế báo cáo.<li>Giao Sở Nội vụ báo cáo.</ol>";
static const char old[] =
  "1. Giao Së T\u00ad ph¸p chñ tr×, b¸o c¸o kÕt qu¶ tr\u00adíc ngµy 15/8/2024.\n";

static void
show_page (DdDisplayFixture *f)
{
  dd_display_show (f, dd_meetings_page_new (f->session));
  dd_display_wait_quiet (f);
}

/* Puts a text on the clipboard as a word processor does, as a page and as plain text. */
static void
copy_page (DdDisplayFixture *f,
           const char       *html,
           const char       *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  GdkContentProvider *kinds[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (kinds, 2);

  g_assert_true (gdk_clipboard_set_content (gtk_widget_get_clipboard (f->window), both));
}

static char *
get_buffer_text (GtkWidget *root)
{
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (dd_display_find_type (root, GTK_TYPE_TEXT_VIEW)));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
check_buffer (GtkWidget  *root,
              const char *text)
{
  g_autofree char *shown = get_buffer_text (root);

  g_assert_cmpstr (shown, ==, text);
}

/* Numbers of lists come along, unless somebody does not want them. */
static void
test_paste_window (DdDisplayFixture *f,
                   gconstpointer     data)
{
  static const char numbered[] = "3. Giao Sở Y tế báo cáo.\n4. Giao Sở Nội vụ báo cáo.\n";
  GtkWidget *meetings, *window, *view;

  show_page (f);
  copy_page (f, page, plain);
  meetings = dd_display_find_type (f->window, DD_TYPE_MEETINGS_PAGE);
  g_assert_true (gtk_widget_activate_action (meetings, "page.paste-conclusion", "x", (gint64) 0));
  window = dd_display_wait_window (DD_TYPE_PASTE_WINDOW);
  dd_display_wait_text (window, "Read");
  dd_display_wait_quiet (f);
  check_buffer (window, numbered);

  view = dd_display_find_type (window, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "", 0);
  g_signal_emit_by_name (view, "paste-clipboard");
  dd_display_wait_quiet (f);
  check_buffer (window, numbered);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "", 0);
  g_assert_true (gtk_widget_activate_action (window, "paste.plain", NULL));
  dd_display_wait_quiet (f);
  check_buffer (window, plain);

  /* A page with nothing in it is not better than the plain text. */
  copy_page (f, "<p> </p>", plain);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "", 0);
  g_signal_emit_by_name (view, "paste-clipboard");
  dd_display_wait_quiet (f);
  check_buffer (window, plain);
  gtk_window_close (GTK_WINDOW (window));
  dd_display_wait_no_window (DD_TYPE_PASTE_WINDOW);
}

static GtkWidget *
wait_for_encoding (DdDisplayFixture *f)
{
  GtkWidget *window = dd_display_wait_window (DD_TYPE_CONCLUSION_ENCODING);

  dd_display_wait_frames (window, 2);
  dd_display_check_names (window);
  g_assert_true (dd_display_has_text (window, old));

  return window;
}

static void
press_read (GtkWidget *window)
{
  g_assert_true (gtk_widget_activate_action (window, "encoding.read", NULL));
  dd_display_wait_no_window (DD_TYPE_CONCLUSION_ENCODING);
}

/* A text from before Unicode is shown before it is read, and read as is said then. */
static void
test_old_encoding (DdDisplayFixture *f,
                   gconstpointer     data)
{
  GtkWidget *window;

  show_page (f);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (f->window), old);
  g_assert_true (dd_display_press (f, GDK_KEY_v, GDK_CONTROL_MASK));
  window = wait_for_encoding (f);
  g_assert_true (dd_display_has_text (window, "1. Giao Sở Tư pháp chủ trì, báo cáo kết quả trước "
                                      "ngày 15/8/2024.\n"));
  gtk_window_close (GTK_WINDOW (window));
  dd_display_wait_no_window (DD_TYPE_CONCLUSION_ENCODING);
  g_assert_null (dd_display_find_text (f->window, "Review the Conclusion"));

  g_assert_true (dd_display_press (f, GDK_KEY_v, GDK_CONTROL_MASK));
  window = wait_for_encoding (f);
  press_read (window);
  dd_display_wait_text (f->window, "Review the Conclusion");
  check_buffer (dd_display_find_type (f->window, DD_TYPE_REVIEW_TEXT),
                "1. Giao Sở Tư pháp chủ trì, báo cáo kết quả trước ngày 15/8/2024.\n");
}

/* Whoever knows better is believed. */
static void
test_left_as_it_is (DdDisplayFixture *f,
                    gconstpointer     data)
{
  GtkWidget *window;

  show_page (f);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (f->window), old);
  g_assert_true (dd_display_press (f, GDK_KEY_v, GDK_CONTROL_MASK));
  window = wait_for_encoding (f);
  adw_combo_row_set_selected (ADW_COMBO_ROW (dd_display_find_type (window, ADW_TYPE_COMBO_ROW)), 2);
  press_read (window);
  dd_display_wait_text (f->window, "Review the Conclusion");
  check_buffer (dd_display_find_type (f->window, DD_TYPE_REVIEW_TEXT), old);
}

static void
take_fixture (DdDisplayFixture *f,
              const char       *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "office", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *adder = dd_display_find_type (f->window, DD_TYPE_CONCLUSION_ADDER);

  dd_conclusion_adder_take_file (DD_CONCLUSION_ADDER (adder), file, 0);
}

static void
test_pdf (DdDisplayFixture *f,
          gconstpointer     data)
{
  GtkWidget *question;

  show_page (f);
  take_fixture (f, "scan.pdf");
  question = dd_display_wait_window (ADW_TYPE_MESSAGE_DIALOG);
  dd_display_wait_text (question, "“scan.pdf” is a scan: there are only pictures of text. Read it "
                        "with an OCR program, check the text, and open what that saved.");
  dd_display_answer ("OK");

  take_fixture (f, "notice.pdf");
  dd_display_wait_text (f->window, "Review the Conclusion");
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/conclusion-sources/paste-window", test_paste_window);
  DD_DISPLAY_ADD ("/conclusion-sources/old-encoding", test_old_encoding);
  DD_DISPLAY_ADD ("/conclusion-sources/left-as-it-is", test_left_as_it_is);
  DD_DISPLAY_ADD ("/conclusion-sources/pdf", test_pdf);

  return g_test_run ();
}
