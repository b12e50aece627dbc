/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-notice-window"

#include "config.h"

#include "dd-notice-window.h"

#include "dd-day-entry.h"
#include "dd-error-dialog.h"
#include "dd-extract.h"
#include "dd-file-chooser.h"
#include "dd-notice-clause-row.h"
#include "dd-notice-parts.h"
#include "dd-notice-preview.h"
#include "dd-office-file.h"

#include <glib/gi18n-lib.h>

/**
 * DdNoticeWindow:
 *
 * Drafts the notice of a conclusion: the letterhead, which the file of records remembers,
 * which clauses it has in which order, how it looks; and saves it.
 */
struct _DdNoticeWindow
{
  AdwWindow           parent_instance;

  /* Template children */
  GtkStack           *stack;
  GtkEditable        *letterhead_rows[DD_N_LETTERHEAD_FIELDS];
  GtkEditable        *number_row;
  AdwActionRow       *day_row;
  GtkListBox         *clauses;
  DdNoticePreview    *preview;
  GtkRevealer        *saved_revealer;
  GtkLabel           *saved_label;

  DdSession          *session;
  DdDayEntry         *day_entry;
  GCancellable       *cancellable;
  DdNoticeParts      *parts;            /* NULL: not read yet */
  DdOfficeLetterhead *letterhead;
  DdNotice           *notice;
  GFile              *saved;
  guint               drafting;         /* a source: something has changed */
};

G_DEFINE_FINAL_TYPE (DdNoticeWindow, dd_notice_window, ADW_TYPE_WINDOW)

/* How long somebody who types stays undisturbed, in milliseconds. */
#define PAUSE 150

/* --- drafting --------------------------------------------------------------- */

static DdReading *
read_cb (const char *text,
         DdDay       day,
         gpointer    user_data)
{
  return dd_extract_read (text, user_data, day);
}

static void
take_letterhead (DdNoticeWindow *self)
{
  for (guint i = 0; i < DD_N_LETTERHEAD_FIELDS; i++)
    dd_office_letterhead_set (self->letterhead, i,
                              gtk_editable_get_text (self->letterhead_rows[i]));
}

static DdNoticeClauseRow *
get_clause (DdNoticeWindow *self,
            guint           position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->clauses, (int) position);

  return row != NULL ? DD_NOTICE_CLAUSE_ROW (row) : NULL;
}

/* In the order in which they stand in the window. */
static GPtrArray *
list_directives (DdNoticeWindow *self,
                 GHashTable     *excluded)
{
  GPtrArray *directives = g_ptr_array_new ();
  DdNoticeClauseRow *row;

  for (guint i = 0; (row = get_clause (self, i)) != NULL; i++)
    {
      const DdRow *directive = dd_notice_clause_row_get_directive (row);

      g_ptr_array_add (directives, (gpointer) directive);
      if (!dd_notice_clause_row_get_included (row))
        g_hash_table_add (excluded, (gpointer) dd_row_get_uid (directive));
    }

  return directives;
}

static void
show_faults (DdNoticeWindow *self)
{
  DdNoticeClauseRow *row;

  for (guint i = 0; (row = get_clause (self, i)) != NULL; i++)
    {
      DdNoticeFaults faults = DD_NOTICE_FAULT_NONE;

      for (guint j = 0; j < self->notice->clauses->len; j++)
        {
          const DdNoticeClause *clause = self->notice->clauses->pdata[j];

          if (clause->directive == dd_notice_clause_row_get_directive (row))
            faults = clause->faults;
        }
      dd_notice_clause_row_set_faults (row, faults);
    }
}

static void
draft (DdNoticeWindow *self)
{
  g_autoptr (GHashTable) excluded = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) directives = list_directives (self, excluded);
  const char *number = gtk_editable_get_text (self->number_row);
  DdNoticeFacts facts;

  g_clear_handle_id (&self->drafting, g_source_remove);
  take_letterhead (self);
  dd_notice_facts_init (&facts, self->parts->meeting, self->parts->source,
                        dd_session_get_today (self->session));
  facts.directives = directives;
  facts.excluded = excluded;
  facts.agenda = self->parts->agenda;
  facts.attending = (char **) self->parts->attending->pdata;
  facts.presenting = (char **) self->parts->presenting->pdata;
  facts.letterhead = self->letterhead;
  facts.number = *number != '\0' ? number : NULL;
  facts.day = dd_day_entry_get_day (self->day_entry);

  g_clear_pointer (&self->notice, dd_notice_free);
  self->notice = dd_notice_new (&facts, read_cb, self->parts->dictionary);
  dd_notice_preview_show (self->preview, self->notice->document);
  show_faults (self);
}

static gboolean
draft_cb (gpointer user_data)
{
  DdNoticeWindow *self = user_data;

  self->drafting = 0;
  draft (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (DdNoticeWindow *self)
{
  if (self->parts == NULL)
    return;

  g_clear_handle_id (&self->drafting, g_source_remove);
  self->drafting = g_timeout_add (PAUSE, draft_cb, self);
}

/* --- what is remembered ------------------------------------------------------- */

static void
settings_read_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (DdNoticeWindow) self = user_data;
  GPtrArray *settings = dd_store_select_finish (DD_STORE (object), result, NULL);

  if (settings == NULL || self->parts == NULL)
    {
      g_clear_pointer (&settings, g_ptr_array_unref);
      return;
    }
  g_ptr_array_unref (self->parts->settings);
  self->parts->settings = settings;
}

/* The next notice begins with this letterhead. */
static void
remember_letterhead (DdNoticeWindow *self)
{
  DdStore *store = dd_session_get_store (self->session);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (DdQuery) query = NULL;
  DdChange *change;

  if (self->parts == NULL || dd_store_get_read_only (store))
    return;

  take_letterhead (self);
  rows = dd_office_letterhead_make_rows (self->letterhead, self->parts->settings);
  if (rows->len == 0)
    return;

  change = dd_session_change (self->session, NULL);
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    if (dd_row_get_id (rows->pdata[i]) != 0)
      dd_change_update (change, rows->pdata[i]);
    else
      dd_change_insert (change, rows->pdata[i]);
  dd_session_apply (self->session, GTK_WIDGET (self), change, NULL);

  /* They have ids then, and revisions. */
  query = dd_query_new (DD_KIND_SETTING);
  dd_store_select_async (store, query, self->cancellable, settings_read_cb, g_object_ref (self));
}

/* --- saving ------------------------------------------------------------------ */

typedef struct
{
  GBytes *bytes;
  GFile  *file;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_bytes_unref (saving->bytes);
  g_object_unref (saving->file);
  g_free (saving);
}

/* On a thread: a disk may be slow. */
static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Saving *saving = data;
  g_autofree char *path = g_file_get_path (saving->file);
  GError *error = NULL;
  gsize size;
  const char *bytes = g_bytes_get_data (saving->bytes, &size);
  gboolean saved = path != NULL
                 ? dd_office_file_save (saving->bytes, path, &error)
                 : g_file_replace_contents (saving->file, bytes, size, NULL, FALSE,
                                            G_FILE_CREATE_NONE, NULL, NULL, &error);

  if (saved)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  DdNoticeWindow *self = DD_NOTICE_WINDOW (object);
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      dd_error_dialog_show (GTK_WIDGET (self), error);
      return;
    }
  if (self->saved_label == NULL)
    return;

  g_set_object (&self->saved, saving->file);
  name = g_file_get_parse_name (saving->file);
  /* Translators: the name of a file. */
  text = g_strdup_printf (_("Saved as “%s”"), name);
  gtk_label_set_text (self->saved_label, text);
  gtk_revealer_set_reveal_child (self->saved_revealer, TRUE);
}

/**
 * dd_notice_window_save:
 * @ending: ".docx" or ".odt": the format, if the name of @file does not say
 *
 * Saves what the preview shows, and remembers the letterhead.
 */
void
dd_notice_window_save (DdNoticeWindow *self,
                       GFile          *file,
                       const char     *ending)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GTask) task = g_task_new (self, NULL, saved_cb, NULL);
  DdOfficeFormat format = DD_OFFICE_FORMAT_DOCX;
  Saving *saving = g_new0 (Saving, 1);

  g_return_if_fail (self->parts != NULL);

  draft (self);
  remember_letterhead (self);
  if (!dd_office_format_from_name (name, &format, NULL))
    dd_office_format_from_name (ending, &format, NULL);
  saving->bytes = dd_office_format_write (format, self->notice->document);
  saving->file = g_object_ref (file);
  g_task_set_source_tag (task, dd_notice_window_save);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_thread);
}

typedef struct
{
  DdNoticeWindow *window;
  char           *ending;
} Choosing;

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Choosing *choosing = user_data;
  g_autoptr (DdNoticeWindow) self = choosing->window;
  g_autofree char *ending = choosing->ending;
  g_autoptr (GFile) file = dd_file_chooser_finish (result, NULL);

  if (file != NULL && self->parts != NULL)
    dd_notice_window_save (self, file, ending);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdNoticeWindow *self = DD_NOTICE_WINDOW (widget);
  const char *ending = g_variant_get_string (parameter, NULL);
  g_autofree char *offered = NULL;
  Choosing *choosing;

  if (self->parts == NULL || self->parts->directives->len == 0)
    return;

  choosing = g_new0 (Choosing, 1);
  choosing->window = g_object_ref (self);
  choosing->ending = g_strdup (ending);
  offered = dd_notice_make_file_name (self->parts->meeting, ending);
  dd_file_chooser_save_async (GTK_WINDOW (self), _("Save the Notice"), offered, NULL, chosen_cb,
                              choosing);
}

static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DdNoticeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) sentence = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    return;

  g_debug ("%s", error->message);
  g_set_error_literal (&sentence, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _("There is no program here that opens it. The file was saved."));
  dd_error_dialog_show (GTK_WIDGET (self), sentence);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdNoticeWindow *self = DD_NOTICE_WINDOW (widget);
  gboolean folder = g_str_equal (name, "notice.show-folder");
  g_autoptr (GFile) shown = NULL;
  g_autofree char *uri = NULL;

  if (self->saved == NULL)
    return;

  shown = folder ? g_file_get_parent (self->saved) : g_object_ref (self->saved);
  uri = g_file_get_uri (shown);
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, launched_cb, g_object_ref (self));
}

/* --- clauses ------------------------------------------------------------------ */

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdNoticeWindow *self = DD_NOTICE_WINDOW (widget);
  const char *uid = g_variant_get_string (parameter, NULL);
  gboolean down = g_str_equal (name, "notice.move-down");
  DdNoticeClauseRow *row;

  for (guint i = 0; (row = get_clause (self, i)) != NULL; i++)
    {
      const DdRow *directive = dd_notice_clause_row_get_directive (row);
      int place = (int) i + (down ? 1 : -1);

      if (g_strcmp0 (dd_row_get_uid (directive), uid) != 0)
        continue;
      if (place < 0 || place >= (int) self->parts->directives->len)
        return;
      g_object_ref (row);
      gtk_list_box_remove (self->clauses, GTK_WIDGET (row));
      gtk_list_box_insert (self->clauses, GTK_WIDGET (row), place);
      g_object_unref (row);
      dd_notice_clause_row_focus_mover (row, down);
      changed_cb (self);
      return;
    }
}

static void
fill (DdNoticeWindow *self)
{
  DdNoticeFacts facts;

  dd_notice_facts_init (&facts, self->parts->meeting, self->parts->source,
                        dd_session_get_today (self->session));
  self->letterhead = dd_office_letterhead_new (self->parts->settings);
  for (guint i = 0; i < DD_N_LETTERHEAD_FIELDS; i++)
    gtk_editable_set_text (self->letterhead_rows[i], self->letterhead->values[i] != NULL
                                                     ? self->letterhead->values[i] : "");
  gtk_editable_set_text (self->number_row, facts.number != NULL ? facts.number : "");
  dd_day_entry_set_day (self->day_entry, facts.day);
  for (guint i = 0; i < self->parts->directives->len; i++)
    {
      GtkWidget *row = dd_notice_clause_row_new (self->parts->directives->pdata[i]);

      g_signal_connect_object (row, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->clauses, row);
    }
}

static void
parts_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DdNoticeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  DdNoticeParts *parts = dd_notice_parts_read_finish (DD_STORE (object), result, &error);

  if (parts == NULL)
    {
      dd_error_dialog_show (GTK_WIDGET (self), error);
      return;
    }

  self->parts = parts;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notice.save", parts->directives->len > 0);
  if (parts->directives->len == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      self->letterhead = dd_office_letterhead_new (parts->settings);
      g_clear_pointer (&self->parts, dd_notice_parts_free);
      return;
    }

  fill (self);
  draft (self);
  gtk_stack_set_visible_child_name (self->stack, "draft");
  /* What is to be done first. */
  if (self->letterhead->values[DD_LETTERHEAD_AGENCY] == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->letterhead_rows[DD_LETTERHEAD_SUPERIOR]));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->clauses), GTK_DIR_TAB_FORWARD);
}

/* --- the object ---------------------------------------------------------------- */

/* What was typed is not lost with the window. */
static gboolean
dd_notice_window_close_request (GtkWindow *window)
{
  DdNoticeWindow *self = DD_NOTICE_WINDOW (window);

  remember_letterhead (self);
  g_clear_handle_id (&self->drafting, g_source_remove);

  return GTK_WINDOW_CLASS (dd_notice_window_parent_class)->close_request (window);
}

static void
dd_notice_window_dispose (GObject *object)
{
  DdNoticeWindow *self = DD_NOTICE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->drafting, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_NOTICE_WINDOW);
  g_clear_pointer (&self->notice, dd_notice_free);
  g_clear_pointer (&self->letterhead, dd_office_letterhead_free);
  g_clear_pointer (&self->parts, dd_notice_parts_free);
  g_clear_object (&self->saved);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_notice_window_parent_class)->dispose (object);
}

static void
dd_notice_window_class_init (DdNoticeWindowClass *klass)
{
  static const char * const rows[DD_N_LETTERHEAD_FIELDS] = {
    [DD_LETTERHEAD_SUPERIOR] = "superior_row",
    [DD_LETTERHEAD_AGENCY] = "agency_row",
    [DD_LETTERHEAD_CODE] = "code_row",
    [DD_LETTERHEAD_PLACE] = "place_row",
    [DD_LETTERHEAD_AUTHORITY] = "authority_row",
    [DD_LETTERHEAD_POST] = "post_row",
    [DD_LETTERHEAD_SIGNER] = "signer_row",
    [DD_LETTERHEAD_RECIPIENTS] = "recipients_row",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_notice_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dd_notice_window_close_request;

  g_type_ensure (DD_TYPE_NOTICE_PREVIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/meetings/dd-notice-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DdNoticeWindow, stack);
  for (guint i = 0; i < DD_N_LETTERHEAD_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, rows[i], FALSE,
                                               G_STRUCT_OFFSET (DdNoticeWindow,
                                                                letterhead_rows[i]));
  gtk_widget_class_bind_template_child (widget_class, DdNoticeWindow, number_row);
  gtk_widget_class_bind_template_child (widget_class, DdNoticeWindow, day_row);
  gtk_widget_class_bind_template_child (widget_class, DdNoticeWindow, clauses);
  gtk_widget_class_bind_template_child (widget_class, DdNoticeWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, DdNoticeWindow, saved_revealer);
  gtk_widget_class_bind_template_child (widget_class, DdNoticeWindow, saved_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "notice.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "notice.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "notice.show-folder", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "notice.move-up", "s", move_action);
  gtk_widget_class_install_action (widget_class, "notice.move-down", "s", move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "notice.save",
                                       "s", ".docx");
}

static void
dd_notice_window_init (DdNoticeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notice.save", FALSE);
}

/**
 * dd_notice_window_new:
 * @meeting: a row of %DD_KIND_MEETING
 */
DdNoticeWindow *
dd_notice_window_new (DdSession   *session,
                      GtkWindow   *parent,
                      const DdRow *meeting)
{
  DdNoticeWindow *self = g_object_new (DD_TYPE_NOTICE_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->day_entry = DD_DAY_ENTRY (dd_day_entry_new (dd_session_get_today (session)));
  gtk_widget_set_valign (GTK_WIDGET (self->day_entry), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->day_row, GTK_WIDGET (self->day_entry));
  adw_action_row_set_activatable_widget (self->day_row, GTK_WIDGET (self->day_entry));
  g_signal_connect_object (self->day_entry, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  dd_notice_parts_read_async (dd_session_get_store (session), meeting, self->cancellable,
                              parts_read_cb, g_object_ref (self));

  return self;
}
