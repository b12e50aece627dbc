/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cannot be saved is not lost: a form keeps what was typed, says what is wrong, and
 * saves it once that is mended. */
#include "dd-display-acts.h"

#include "dd-deadline-change.h"
#include "dd-faulty-disk.h"
#include "dd-form.h"
#include "dd-progress.h"
#include "dd-record-types.h"
#include "dd-table.h"
#include "dd-task-details.h"
#include "dd-tasks-page.h"

static const char full[] = "The disk is full. Nothing was changed. Free some space and try again.";

/* --- helpers --------------------------------------------------------------- */

static gint64
show_task (DdDisplayFixture *f)
{
  gint64 lead = dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp"));
  gint64 task = dd_test_insert (f->store.store, dd_test_task ("Rà soát", lead, "2024-05-10"));

  dd_display_show (f, dd_tasks_page_new (f->session));
  dd_display_wait_quiet (f);
  g_assert_true (dd_table_select (DD_TABLE (dd_display_find_type (f->window, DD_TYPE_TABLE)),
                                  task));
  dd_display_wait_quiet (f);

  return task;
}

static GtkWidget *
open_form (DdDisplayFixture *f,
           const char       *action)
{
  GtkWidget *details = dd_display_find_type (f->window, DD_TYPE_TASK_DETAILS);

  g_assert_true (gtk_widget_activate_action (details, action, NULL));

  return dd_display_wait_window (DD_TYPE_FORM);
}

/* Saves on a full disk, twice, and then on one with room. */
static void
save_on_full_disk (DdDisplayFixture *f,
                   GtkWidget        *form)
{
  for (guint i = 0; i < 2; i++)
    {
      dd_faulty_disk_arm (DD_FAULT_FULL, 0, TRUE);
      gtk_widget_activate_action (form, "form.save", NULL);
      dd_display_wait_text (form, full);
      dd_display_wait_quiet (f);
      g_assert_true (dd_faulty_disk_disarm ());
    }
  dd_display_save (f, form);
}

static DdRow *
read_task (DdDisplayFixture *f,
           gint64            task)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) record = dd_test_fetch (f->store.store, DD_KIND_TASK, task, &error);

  g_assert_no_error (error);

  return dd_row_copy (dd_record_get_row (record));
}

/* Somebody else sets a text of the task. */
static void
change_meanwhile (DdDisplayFixture *f,
                  gint64            task,
                  guint             field,
                  const char       *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = NULL;
  DdChange *change = dd_change_new ("Người khác", NULL);
  DdRow *row = read_task (f, task);

  dd_row_set_text (row, field, text);
  dd_change_update (change, row);
  written = dd_test_write (f->store.store, change, &error);
  g_assert_no_error (error);
}

/* --- a full disk ----------------------------------------------------------- */

static void
test_full_edit (DdDisplayFixture *f,
                gconstpointer     data)
{
  gint64 task = show_task (f);
  GtkWidget *form = open_form (f, "task.edit");
  g_autoptr (DdRow) row = NULL;

  dd_display_type_into (form, DD_TASK_CONTENT, "Rà soát lại từ đầu");
  save_on_full_disk (f, form);
  row = read_task (f, task);
  g_assert_cmpstr (dd_row_get_text (row, DD_TASK_CONTENT), ==, "Rà soát lại từ đầu");
}

static void
test_full_step (DdDisplayFixture *f,
                gconstpointer     data)
{
  gint64 task = show_task (f);
  GtkWidget *form = open_form (f, "task.report-done");
  g_autoptr (DdRow) row = NULL;

  dd_display_type_into (form, DD_PROGRESS_DOCUMENT, "12/BC-STP");
  save_on_full_disk (f, form);
  row = read_task (f, task);
  g_assert_cmpint (dd_row_get_choice (row, DD_TASK_STATE), ==, DD_TASK_STATE_REPORTED);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_PROGRESS), ==, 1);
}

/* The day that is given up is that of the file, however often it was tried. */
static void
test_full_deadline (DdDisplayFixture *f,
                    gconstpointer     data)
{
  gint64 task = show_task (f);
  GtkWidget *form = open_form (f, "task.change-deadline");
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_DEADLINE_CHANGE);
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (DdRow) row = NULL;

  dd_display_type_into (form, DD_DEADLINE_CHANGE_NEW_DEADLINE, "31/5/2024");
  dd_display_type_into (form, DD_DEADLINE_CHANGE_REASON, "Chờ số liệu");
  save_on_full_disk (f, form);
  row = read_task (f, task);
  g_assert_cmpuint (dd_row_get_day (row, DD_TASK_DEADLINE), ==, dd_day_new (2024, 5, 31));
  moved = dd_test_select (f->store.store, query);
  g_assert_cmpuint (moved->len, ==, 1);
  g_assert_cmpuint (dd_row_get_day (moved->pdata[0], DD_DEADLINE_CHANGE_OLD_DEADLINE), ==,
                    dd_day_new (2024, 5, 10));
}

/* --- somebody else --------------------------------------------------------- */

/* Nothing is overwritten silently: it is told, and saving again keeps both. */
static void
test_conflict_edit (DdDisplayFixture *f,
                    gconstpointer     data)
{
  gint64 task = show_task (f);
  GtkWidget *form = open_form (f, "task.edit");
  g_autoptr (DdRow) row = NULL;

  dd_display_type_into (form, DD_TASK_CONTENT, "Của tôi");
  dd_display_type_into (form, DD_TASK_OFFICER, "Nguyễn Văn An");
  change_meanwhile (f, task, DD_TASK_PRODUCT, "Báo cáo <b>của họ</b>");
  change_meanwhile (f, task, DD_TASK_CONTENT, "Của họ");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "Somebody else has changed this record meanwhile:\n"
                              "Content: Của họ\nProduct: Báo cáo <b>của họ</b>\n"
                              "Yours is not saved yet. Save again to keep both; where they "
                              "differ, yours counts.");
  row = read_task (f, task);
  g_assert_cmpstr (dd_row_get_text (row, DD_TASK_CONTENT), ==, "Của họ");
  g_assert_cmpstr (dd_row_get_text (row, DD_TASK_OFFICER), ==, NULL);
  g_clear_pointer (&row, dd_row_free);

  /* Once more, before it is saved again. */
  change_meanwhile (f, task, DD_TASK_NOTE, "Ghi chú của họ");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "Somebody else has changed this record meanwhile:\n"
                              "Note: Ghi chú của họ\n"
                              "Yours is not saved yet. Save again to keep both; where they "
                              "differ, yours counts.");

  dd_display_save (f, form);
  row = read_task (f, task);
  g_assert_cmpstr (dd_row_get_text (row, DD_TASK_CONTENT), ==, "Của tôi");
  g_assert_cmpstr (dd_row_get_text (row, DD_TASK_OFFICER), ==, "Nguyễn Văn An");
  g_assert_cmpstr (dd_row_get_text (row, DD_TASK_PRODUCT), ==, "Báo cáo <b>của họ</b>");
  g_assert_cmpstr (dd_row_get_text (row, DD_TASK_NOTE), ==, "Ghi chú của họ");
}

/* A step is taken from where the task is now. */
static void
test_conflict_step (DdDisplayFixture *f,
                    gconstpointer     data)
{
  gint64 task = show_task (f);
  GtkWidget *form = open_form (f, "task.report-done");
  g_autoptr (DdRow) row = NULL;

  dd_display_type_into (form, DD_PROGRESS_DOCUMENT, "12/BC-STP");
  change_meanwhile (f, task, DD_TASK_PRODUCT, "Báo cáo");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "Somebody else has changed this record meanwhile:\n"
                              "Product: Báo cáo\n"
                              "Yours is not saved yet. Save again to keep both; where they "
                              "differ, yours counts.");
  dd_display_save (f, form);
  row = read_task (f, task);
  g_assert_cmpint (dd_row_get_choice (row, DD_TASK_STATE), ==, DD_TASK_STATE_REPORTED);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_PROGRESS), ==, 1);
}

/* What was typed about a record that is gone stays to be copied. */
static void
test_deleted (DdDisplayFixture *f,
              gconstpointer     data)
{
  gint64 task = show_task (f);
  GtkWidget *form = open_form (f, "task.edit");
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = NULL;
  DdChange *change = dd_change_new ("Người khác", NULL);

  dd_display_type_into (form, DD_TASK_CONTENT, "Của tôi");
  dd_change_delete (change, DD_KIND_TASK, task);
  written = dd_test_write (f->store.store, change, &error);
  g_assert_no_error (error);

  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "The record does not exist any more. Somebody may have deleted it.");
  gtk_window_destroy (GTK_WINDOW (form));
}

int
main (int   argc,
      char *argv[])
{
  dd_faulty_disk_install ();
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/trouble/full-edit", test_full_edit);
  DD_DISPLAY_ADD ("/trouble/full-step", test_full_step);
  DD_DISPLAY_ADD ("/trouble/full-deadline", test_full_deadline);
  DD_DISPLAY_ADD ("/trouble/conflict-edit", test_conflict_edit);
  DD_DISPLAY_ADD ("/trouble/conflict-step", test_conflict_step);
  DD_DISPLAY_ADD ("/trouble/deleted", test_deleted);

  return g_test_run ();
}
