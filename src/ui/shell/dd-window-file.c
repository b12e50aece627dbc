/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions on the file of records as a whole. */
#define G_LOG_DOMAIN "dd-window"

#include "config.h"

#include "dd-window-private.h"

#include "dd-confirm.h"
#include "dd-error-dialog.h"
#include "dd-file-chooser.h"
#include "dd-import.h"
#include "dd-json-reader.h"
#include "dd-maintain.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* --- a new file ----------------------------------------------------------- */

static void
begin (DdWindow *self,
       gboolean  with_sample)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  gboolean is_new = !g_file_test (self->path, G_FILE_TEST_EXISTS);

  g_mkdir_with_parents (folder, 0700);
  dd_welcome_set_busy (self->welcome, TRUE);
  dd_window_open_file (self, self->path, TRUE);
  /* What another program has made meanwhile is nobody's sample. */
  self->with_sample = with_sample && is_new;
}

static void
begin_empty_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  begin (DD_WINDOW (widget), FALSE);
}

static void
begin_sample_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  begin (DD_WINDOW (widget), TRUE);
}

static void
open_own_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_autofree char *own = dd_window_get_own_path ();

  dd_window_open_file (DD_WINDOW (widget), own, FALSE);
}

/* --- sample data ---------------------------------------------------------- */

static DdRow *
next_row (gpointer   user_data,
          guint     *place,
          GError   **error)
{
  return dd_json_reader_next (user_data, place, error);
}

/* The file was made for the sample alone: without it, it is as if it had never been made. */
static void
give_up_sample (DdWindow *self,
                GError   *error)
{
  static const char * const endings[] = { "", "-wal", "-shm", "-journal" };

  dd_window_close_file (self);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (self->path, endings[i], NULL);

      g_unlink (path);
    }

  dd_window_show_welcome (self, NULL);
  dd_error_dialog_show (GTK_WIDGET (self), error);
}

static void
sample_imported_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  DdImportCounts counts;
  gboolean ok = dd_store_import_finish (DD_STORE (object), result, &counts, &error);

  /* The window may have been closed meanwhile. */
  if (self->store != DD_STORE (object))
    return;

  if (!ok)
    {
      give_up_sample (self, error);
      return;
    }

  dd_window_begin_session (self);
  dd_window_tell (self, _("Sample data is ready: look around, nothing can break"), 0);
}

/**
 * dd_window_import_sample:
 *
 * Fills the file that was just made with sample data, whose days are reckoned
 * from today, and shows it then.
 */
void
dd_window_import_sample (DdWindow *self)
{
  const char *folder = g_getenv ("DD_DATADIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : DD_PKGDATADIR,
                                            "sample.json", NULL);
  g_autoptr (GError) error = NULL;
  DdJsonReader *reader = dd_json_reader_new_relative (path, dd_session_get_today (self->session),
                                                      &error);

  if (reader == NULL)
    give_up_sample (self, error);
  else
    dd_store_import_async (self->store, next_row, reader, (GDestroyNotify) dd_json_reader_free,
                           dd_session_get_actor (self->session), _("Sample data"), NULL, NULL,
                           NULL, sample_imported_cb, g_object_ref (self));
}

/* --- which file ----------------------------------------------------------- */

static void
choose_existing (GtkWidget           *widget,
                 const char          *title,
                 GAsyncReadyCallback  callback)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Files of records"));
  gtk_file_filter_add_suffix (filter, "db");
  g_list_store_append (filters, filter);
  dd_file_chooser_open_async (GTK_WINDOW (widget), title, G_LIST_MODEL (filters), NULL, callback,
                              g_object_ref (widget));
}

static void
choose_new (GtkWidget           *widget,
            const char          *title,
            const char          *proposed,
            GAsyncReadyCallback  callback)
{
  dd_file_chooser_save_async (GTK_WINDOW (widget), title, proposed, NULL, callback,
                              g_object_ref (widget));
}

/* Returns NULL if none was chosen, or one that is not on this computer, which is told. */
static char *
get_chosen (DdWindow     *self,
            GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  char *path = dd_file_chooser_finish_path (result, &error);

  if (path == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    dd_error_dialog_show (GTK_WIDGET (self), error);

  return path;
}

/* --- another file --------------------------------------------------------- */

static void
new_chosen_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autofree char *path = get_chosen (self, result);

  /* A file that is there is opened, never overwritten. */
  if (path != NULL)
    dd_window_open_file (self, path, TRUE);
}

static void
new_file_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  choose_new (widget, _("New File of Records"), "dondoc.db", new_chosen_cb);
}

static void
open_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autofree char *path = get_chosen (self, result);

  if (path != NULL)
    dd_window_open_file (self, path, FALSE);
}

static void
open_file_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  choose_existing (widget, _("Open a File of Records"), open_chosen_cb);
}

/* --- copies --------------------------------------------------------------- */

static void
backed_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (dd_store_backup_finish (DD_STORE (object), result, &error))
    dd_window_tell (self, _("The copy was written and looked through"), 0);
  else
    dd_error_dialog_show (GTK_WIDGET (self), error);
}

static void
backup_chosen_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autofree char *path = get_chosen (self, result);

  if (path != NULL && self->store != NULL)
    dd_store_backup_async (self->store, path, NULL, backed_up_cb, g_object_ref (self));
}

static void
backup_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DdWindow *self = DD_WINDOW (widget);
  g_autofree char *today = dd_day_to_iso (dd_session_get_today (self->session));
  g_autofree char *proposed = g_strdup_printf ("dondoc-%s.db", today);

  choose_new (widget, _("Back Up"), proposed, backup_chosen_cb);
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = dd_store_restore_finish (result, &error);

  /* Whatever happened, the file is there, and is shown again. */
  dd_window_open_file (self, self->path, FALSE);
  if (kept != NULL)
    dd_window_tell (self, _("The backup was brought back; what the file said before is kept "
                            "beside it"),
                    0);
  else
    dd_error_dialog_show (GTK_WIDGET (self), error);
}

static void
restore_chosen_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autofree char *path = get_chosen (self, result);

  if (path == NULL)
    return;

  dd_window_close_file (self);
  dd_store_restore_async (self->path, path, NULL, restored_cb, g_object_ref (self));
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  choose_existing (widget, _("Restore a Backup"), restore_chosen_cb);
}

/* --- the check ------------------------------------------------------------ */

/* So many attachments are told by their names. */
#define MAX_NAMED 5

static void repair_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data);

/* How many problems there are of one kind. */
static guint
count_problems (GPtrArray     *problems,
                DdProblemKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    if (((const DdProblem *) problems->pdata[i])->kind == kind)
      n++;

  return n;
}

/* The attachments among the problems, each on a line; more than a few are not read. */
static char *
list_attachments (GPtrArray     *problems,
                  DdProblemKind  kind)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < problems->len && n <= MAX_NAMED; i++)
    {
      const DdProblem *problem = problems->pdata[i];

      if (problem->kind == kind && ++n <= MAX_NAMED)
        g_string_append_printf (lines, "\n• %s", problem->detail);
    }
  if (n > MAX_NAMED)
    g_string_append (lines, "\n…");

  return g_strdup (lines->str);
}

static void
tell_attachments (DdWindow   *self,
                  const char *heading,
                  const char *sentence,
                  const char *names)
{
  g_autofree char *body = g_strconcat (sentence, "\n", names, NULL);

  dd_confirm_async (GTK_WINDOW (self), DD_CONFIRM_TELL, heading, body, _("_OK"), NULL, NULL, NULL);
}

/* The records are sound, but not all files that belong to them are there. */
static void
tell_contents (DdWindow  *self,
               GPtrArray *problems)
{
  guint n_damaged = count_problems (problems, DD_PROBLEM_CONTENT);
  guint n_missing = count_problems (problems, DD_PROBLEM_NO_CONTENT);
  g_autofree char *damaged = list_attachments (problems, DD_PROBLEM_CONTENT);
  g_autofree char *missing = list_attachments (problems, DD_PROBLEM_NO_CONTENT);

  if (n_damaged > 0)
    tell_attachments (self, _("Attached Files Are Damaged"),
                      g_dngettext (GETTEXT_PACKAGE,
                                "The records are sound, but this attached file is not what was "
                                "attached. Bring it back from a backup, or attach it again:",
                                "The records are sound, but these attached files are not what was "
                                "attached. Bring them back from a backup, or attach them again:",
                                n_damaged), damaged);
  else
    tell_attachments (self, _("The File Is Sound"),
                      g_dngettext (GETTEXT_PACKAGE,
                                "This attached file is here by its name alone: it came from "
                                "another desk without its content.",
                                "These attached files are here by their names alone: they came "
                                "from another desk without their content.", n_missing), missing);
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = dd_store_check_finish (DD_STORE (object), result, &error);

  if (problems == NULL)
    dd_error_dialog_show (GTK_WIDGET (self), error);
  else if (problems->len == 0)
    dd_window_tell (self, _("The file is sound"), 0);
  else if (count_problems (problems, DD_PROBLEM_DAMAGED) > 0 ||
           count_problems (problems, DD_PROBLEM_REFERENCE) > 0)
    dd_confirm_async (GTK_WINDOW (self), DD_CONFIRM_TELL, _("The File Is Damaged"),
                      _("Bring back the latest backup with “Restore a Backup”. What the file says "
                        "now will be kept beside it."), _("_OK"), NULL, NULL, NULL);
  else if (count_problems (problems, DD_PROBLEM_SEARCH) == 0 &&
           count_problems (problems, DD_PROBLEM_DUE) == 0)
    tell_contents (self, problems);
  else
    dd_confirm_async (GTK_WINDOW (self), DD_CONFIRM_PLAIN, _("Repair the File?"),
                      _("The records are sound, but what is made from them for searching and for "
                        "deadlines is not. It can be made anew."), _("_Repair"), NULL, repair_cb,
                      g_object_ref (self));
}

/* What is left now is told. */
static void
repaired_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = dd_store_check_finish (DD_STORE (object), result, &error);

  if (problems == NULL)
    dd_error_dialog_show (GTK_WIDGET (self), error);
  else
    dd_store_check_async (DD_STORE (object), FALSE, NULL, checked_cb, g_object_ref (self));
}

static void
repair_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DdWindow) self = user_data;

  if (dd_confirm_finish (result, NULL) && self->store != NULL)
    dd_store_check_async (self->store, TRUE, NULL, repaired_cb, g_object_ref (self));
}

static void
check_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DdWindow *self = DD_WINDOW (widget);

  dd_store_check_async (self->store, FALSE, NULL, checked_cb, g_object_ref (self));
}

void
dd_window_install_file_actions (DdWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.begin-empty", NULL, begin_empty_action);
  gtk_widget_class_install_action (widget_class, "win.begin-sample", NULL, begin_sample_action);
  gtk_widget_class_install_action (widget_class, "win.open-own", NULL, open_own_action);
  gtk_widget_class_install_action (widget_class, "win.new-file", NULL, new_file_action);
  gtk_widget_class_install_action (widget_class, "win.open-file", NULL, open_file_action);
  gtk_widget_class_install_action (widget_class, "win.backup", NULL, backup_action);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "win.check", NULL, check_action);
}
