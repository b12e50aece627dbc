/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-attachment-list"

#include "config.h"

#include "dd-attachment-list.h"

#include "dd-accessible.h"
#include "dd-attachment-files.h"
#include "dd-attachment-opener.h"
#include "dd-attachment-row.h"
#include "dd-busy-bar.h"
#include "dd-confirm.h"
#include "dd-error-dialog.h"
#include "dd-file-chooser.h"

#include <glib/gi18n-lib.h>

/**
 * DdAttachmentList:
 *
 * The files that are attached to one record, and what brings more of them: a button,
 * dropping, pasting. Only names are read; the bytes are when one is opened.
 */
struct _DdAttachmentList
{
  GtkWidget          parent_instance;

  /* Template children */
  GtkLabel          *heading;
  GtkListBox        *box;
  GtkLabel          *note;
  DdBusyBar         *busy;              /* of reading, opening and saving */
  GtkWidget         *attach_button;

  GtkDropTarget     *drop;
  DdSession         *session;
  DdAttachmentField  owner;
  gint64             id;                /* 0: none is shown */
  DdList            *list;
};

G_DEFINE_FINAL_TYPE (DdAttachmentList, dd_attachment_list, GTK_TYPE_WIDGET)

/* More than these are not looked for in a list of names. */
#define MAX_ROWS 200

/* So many files that were not attached are told one by one. */
#define MAX_TOLD 5

static GtkWindow *
get_window (DdAttachmentList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static gboolean
is_writable (DdAttachmentList *self)
{
  return self->id != 0 && !dd_store_get_read_only (dd_session_get_store (self->session));
}

/* --- showing -------------------------------------------------------------- */

static void
show_actions (DdAttachmentList *self)
{
  gboolean writable = is_writable (self);
  gboolean busy = dd_busy_bar_get_busy (self->busy);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachments.attach", writable && !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachments.paste", writable && !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachments.remove", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachments.open", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachments.save-copy", !busy);
  gtk_widget_set_visible (self->attach_button, writable);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drop),
                                              writable ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
}

static void
show_count (DdAttachmentList *self)
{
  guint n = self->list != NULL ? dd_list_get_count (self->list) : 0;

  gtk_widget_set_visible (GTK_WIDGET (self->box), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->note), n == 0 || n >= MAX_ROWS);
  if (n >= MAX_ROWS)
    gtk_label_set_text (self->note, _("There may be more; these are the first of them."));
  else if (is_writable (self))
    gtk_label_set_text (self->note, _("No file yet. Drop one here, or paste it with Ctrl+V."));
  else
    gtk_label_set_text (self->note, _("No file is attached."));
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  return dd_attachment_row_new (DD_RECORD (item), is_writable (user_data));
}

static void
forget_owner (DdAttachmentList *self)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->box != NULL)
    gtk_list_box_bind_model (self->box, NULL, NULL, NULL, NULL);
  g_clear_object (&self->list);
  self->id = 0;
}

/* The attachment of that id, if it is still shown. */
static const DdRow *
find_attachment (DdAttachmentList *self,
                 gint64            id)
{
  guint position = self->list != NULL ? dd_list_find (self->list, id) : GTK_INVALID_LIST_POSITION;
  g_autoptr (DdRecord) record = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return NULL;
  record = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  /* The row in the box holds it. */
  return record != NULL && dd_record_get_loaded (record) ? dd_record_get_row (record) : NULL;
}

/* Returns the box in which that which is begun tells how far it is. */
static int *
begin (DdAttachmentList *self,
       const char       *sentence)
{
  int *permille = dd_busy_bar_begin (self->busy, sentence);

  show_actions (self);

  return permille;
}

static void
end (DdAttachmentList *self)
{
  /* What was begun ends, cancelled, after the list is gone. */
  if (self->busy == NULL)
    return;

  dd_busy_bar_end (self->busy);
  show_actions (self);
}

/* --- attaching ------------------------------------------------------------ */

typedef struct
{
  DdAttachmentList  *list;
  DdSession         *session;
  DdAttachmentField  owner;     /* another record may be shown by the end of it */
  gint64             id;
} Adding;

static void
adding_free (Adding *adding)
{
  g_object_unref (adding->list);
  g_object_unref (adding->session);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

static void
tell_refused (DdAttachmentList *self,
              GPtrArray        *refused)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (refused->len, MAX_TOLD); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "",
                            (const char *) refused->pdata[i]);
  if (refused->len > MAX_TOLD)
    {
      guint n = refused->len - MAX_TOLD;

      g_string_append (text, "\n\n");
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u more file was not attached.",
                                                 "%u more files were not attached.", n), n);
    }

  dd_confirm_async (get_window (self), DD_CONFIRM_TELL,
                    g_dngettext (GETTEXT_PACKAGE, "File Not Attached", "Files Not Attached",
                                 refused->len), text->str, _("_OK"), NULL, NULL, NULL);
}

/* The same file under the same name takes the place of the one that is there: it may be
 * here by its name alone, or damaged. */
static void
replace_same (Adding           *adding,
              DdChange         *change,
              DdAttachmentFile *file)
{
  DdAttachmentList *self = adding->list;

  if (self->list == NULL || self->owner != adding->owner || self->id != adding->id)
    return;

  for (guint i = 0; i < dd_list_get_count (self->list); i++)
    {
      const DdRow *row = find_attachment (self, dd_list_get_id (self->list, i));

      if (row != NULL && dd_attachment_file_is (file, row))
        dd_change_delete (change, DD_KIND_ATTACHMENT, dd_row_get_id (row));
    }
}

static void
attach (Adding    *adding,
        GPtrArray *files)
{
  DdChange *change = dd_session_change (adding->session, NULL);
  guint n = files->len;
  g_autofree char *message = NULL;

  for (guint i = 0; i < n; i++)
    {
      replace_same (adding, change, files->pdata[i]);
      dd_attachment_file_fill (files->pdata[i], change, adding->owner, adding->id);
    }
  if (n == 1)
    /* Translators: %s is the name of a file. */
    message = g_strdup_printf (_("“%s” attached"),
                               dd_row_get_text (((DdAttachmentFile *) files->pdata[0])->row,
                                                DD_ATTACHMENT_NAME));
  else
    message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file attached",
                                            "%u files attached", n), n);
  dd_session_apply (adding->session, GTK_WIDGET (adding->list), change, message);
}

static void
files_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Adding) adding = user_data;
  DdAttachmentList *self = adding->list;
  g_autoptr (DdAttachmentFiles) read = dd_attachment_files_read_finish (result, NULL);

  end (self);
  if (read == NULL)
    return;

  if (read->files->len > 0)
    attach (adding, read->files);
  if (read->refused->len > 0)
    tell_refused (self, read->refused);
}

static void
files_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DdAttachmentList) self = user_data;
  g_autoptr (GListModel) chosen = dd_file_chooser_finish_many (result, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  dd_attachment_list_take_files (self, files);
}

static void
attach_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DdAttachmentList *self = DD_ATTACHMENT_LIST (widget);

  if (is_writable (self))
    dd_file_chooser_open_many_async (get_window (self), _("Attach Files"), NULL, files_chosen_cb,
                                     g_object_ref (self));
}

static void
take_list (DdAttachmentList *self,
           const GValue     *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));
  dd_attachment_list_take_files (self, files);
}

static gboolean
drop_cb (DdAttachmentList *self,
         const GValue     *value)
{
  if (!is_writable (self) || dd_busy_bar_get_busy (self->busy))
    return FALSE;

  take_list (self, value);

  return TRUE;
}

static void
pasted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DdAttachmentList) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, NULL);

  if (self->session == NULL)
    return;
  if (value != NULL)
    take_list (self, value);
  else
    dd_session_tell (self->session, _("There is no file to paste. Copy one in a file manager "
                                      "first."), 0);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  if (is_writable (DD_ATTACHMENT_LIST (widget)))
    gdk_clipboard_read_value_async (gtk_widget_get_clipboard (widget), GDK_TYPE_FILE_LIST,
                                    G_PRIORITY_DEFAULT, NULL, pasted_cb, g_object_ref (widget));
}

/* --- opening and saving --------------------------------------------------- */

/* One attachment on its way out. */
typedef struct
{
  DdAttachmentList *list;
  DdRow            *row;
} Leaving;

static Leaving *
leaving_new (DdAttachmentList *self,
             const DdRow      *row)
{
  Leaving *leaving = g_new0 (Leaving, 1);

  leaving->list = g_object_ref (self);
  leaving->row = dd_row_copy (row);

  return leaving;
}

static void
leaving_free (Leaving *leaving)
{
  g_object_unref (leaving->list);
  dd_row_free (leaving->row);
  g_free (leaving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Leaving, leaving_free)

static char *
name_of (const DdRow *row)
{
  return dd_attachment_clean_name (dd_row_get_text (row, DD_ATTACHMENT_NAME));
}

static void
tell_name (DdAttachmentList *self,
           const char       *sentence,
           const DdRow      *row)
{
  g_autofree char *name = name_of (row);
  g_autofree char *text = g_strdup_printf (sentence, name);

  if (self->session != NULL)
    dd_session_tell (self->session, text, 0);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Leaving) leaving = user_data;
  g_autoptr (GError) error = NULL;

  end (leaving->list);
  if (dd_attachment_opener_finish (result, &error))
    /* Translators: %s is the name of a file. */
    tell_name (leaving->list, _("A copy of “%s” was saved"), leaving->row);
  else
    dd_error_dialog_show (GTK_WIDGET (leaving->list), error);
}

static void
place_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Leaving) leaving = user_data;
  g_autoptr (GFile) file = dd_file_chooser_finish (result, NULL);

  if (file != NULL)
    dd_attachment_list_save_to (leaving->list, leaving->row, file);
}

static void
choose_place (DdAttachmentList *self,
              const DdRow      *row)
{
  g_autofree char *name = name_of (row);

  dd_file_chooser_save_async (get_window (self), _("Save a Copy"), name, NULL, place_chosen_cb,
                              leaving_new (self, row));
}

static void
save_instead_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Leaving) leaving = user_data;

  if (dd_confirm_finish (result, NULL) && leaving->list->session != NULL)
    choose_place (leaving->list, leaving->row);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Leaving) leaving = user_data;
  DdAttachmentList *self = leaving->list;
  g_autoptr (GError) error = NULL;
  GtkWindow *window = get_window (self);

  end (self);
  if (dd_attachment_opener_finish (result, &error))
    /* Translators: %s is the name of a file. */
    tell_name (self, _("“%s” was opened to read; changes to that copy are not kept"),
               leaving->row);
  else if (dd_attachment_opener_can_save (error))
    dd_confirm_async (window, DD_CONFIRM_PLAIN, _("That Was Not Opened"), error->message,
                      _("_Save a Copy…"), NULL, save_instead_cb, g_steal_pointer (&leaving));
  else
    dd_error_dialog_show (GTK_WIDGET (self), error);
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DdAttachmentList *self = DD_ATTACHMENT_LIST (widget);
  const DdRow *row = find_attachment (self, g_variant_get_int64 (parameter));
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (row == NULL || dd_busy_bar_get_busy (self->busy))
    return;

  name = name_of (row);
  /* Translators: %s is the name of a file. */
  sentence = g_strdup_printf (_("Opening “%s”…"), name);
  begin (self, sentence);
  dd_attachment_opener_open_async (dd_session_get_store (self->session), widget, row,
                                   dd_busy_bar_get_cancellable (self->busy), opened_cb,
                                   leaving_new (self, row));
}

static void
row_activated_cb (DdAttachmentList *self,
                  GtkListBoxRow    *row)
{
  DdRecord *record = dd_attachment_row_get_record (DD_ATTACHMENT_ROW (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "attachments.open", "x",
                              dd_record_get_id (record));
}

static void
save_copy_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DdAttachmentList *self = DD_ATTACHMENT_LIST (widget);
  const DdRow *row = find_attachment (self, g_variant_get_int64 (parameter));

  if (row != NULL)
    choose_place (self, row);
}

/* The bytes stay for as long as that can be undone. */
static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DdAttachmentList *self = DD_ATTACHMENT_LIST (widget);
  const DdRow *row = find_attachment (self, g_variant_get_int64 (parameter));
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;
  DdChange *change;

  if (row == NULL || !is_writable (self))
    return;

  name = name_of (row);
  /* Translators: %s is the name of a file. */
  message = g_strdup_printf (_("“%s” removed"), name);
  change = dd_session_change (self->session, NULL);
  dd_change_delete (change, DD_KIND_ATTACHMENT, dd_row_get_id (row));

  /* The row goes: who removed it by a key goes on from here. */
  gtk_widget_grab_focus (self->attach_button);
  dd_session_apply (self->session, widget, change, message);
}

/* --- the object ----------------------------------------------------------- */

static void
dd_attachment_list_dispose (GObject *object)
{
  DdAttachmentList *self = DD_ATTACHMENT_LIST (object);
  GtkWidget *child;

  forget_owner (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_ATTACHMENT_LIST);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_attachment_list_parent_class)->dispose (object);
}

static void
dd_attachment_list_class_init (DdAttachmentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_attachment_list_dispose;
  g_type_ensure (DD_TYPE_BUSY_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/common/dd-attachment-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DdAttachmentList, heading);
  gtk_widget_class_bind_template_child (widget_class, DdAttachmentList, box);
  gtk_widget_class_bind_template_child (widget_class, DdAttachmentList, note);
  gtk_widget_class_bind_template_child (widget_class, DdAttachmentList, busy);
  gtk_widget_class_bind_template_child (widget_class, DdAttachmentList, attach_button);

  gtk_widget_class_install_action (widget_class, "attachments.attach", NULL, attach_action);
  gtk_widget_class_install_action (widget_class, "attachments.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "attachments.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "attachments.save-copy", "x", save_copy_action);
  gtk_widget_class_install_action (widget_class, "attachments.remove", "x", remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK,
                                       "attachments.paste", NULL);
}

static void
dd_attachment_list_init (DdAttachmentList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect_object (self->drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drop));
  g_signal_connect_object (self->box, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * dd_attachment_list_set_heading:
 * @heading: what the files are, where they are more than attached ones
 */
void
dd_attachment_list_set_heading (DdAttachmentList *self,
                                const char       *heading)
{
  g_return_if_fail (DD_IS_ATTACHMENT_LIST (self));

  gtk_label_set_text (self->heading, heading);
  dd_accessible_set_label (GTK_WIDGET (self->box), heading);
}

/**
 * dd_attachment_list_show:
 * @owner: the field of an attachment that says what it belongs to
 * @id: the record; 0: there is none, and the widget hides
 *
 * Shows what is attached to a record, and follows it.
 */
void
dd_attachment_list_show (DdAttachmentList  *self,
                         DdSession         *session,
                         DdAttachmentField  owner,
                         gint64             id)
{
  g_autoptr (DdQuery) query = NULL;

  g_return_if_fail (DD_IS_ATTACHMENT_LIST (self));

  g_set_object (&self->session, session);
  gtk_widget_set_visible (GTK_WIDGET (self), id != 0);
  if (self->id == id && self->owner == owner)
    return;

  forget_owner (self);
  self->owner = owner;
  self->id = id;
  if (id != 0)
    {
      query = dd_query_new (DD_KIND_ATTACHMENT);
      dd_query_set_reference (query, owner, id);
      dd_query_set_limit (query, MAX_ROWS);
      self->list = dd_store_get_list (dd_session_get_store (session), query);
      g_signal_connect_swapped (self->list, "notify::count", G_CALLBACK (show_count), self);
      gtk_list_box_bind_model (self->box, G_LIST_MODEL (self->list), make_row, self, NULL);
    }
  show_actions (self);
  show_count (self);
}

/**
 * dd_attachment_list_take_files:
 * @files: (element-type GFile): what is to be attached; all of it is one action
 */
void
dd_attachment_list_take_files (DdAttachmentList *self,
                               GPtrArray        *files)
{
  Adding *adding;
  g_autofree char *sentence = NULL;
  guint n = files->len;
  int *permille;

  g_return_if_fail (DD_IS_ATTACHMENT_LIST (self));

  if (n == 0 || self->session == NULL || !is_writable (self) || dd_busy_bar_get_busy (self->busy))
    return;

  adding = g_new0 (Adding, 1);
  adding->list = g_object_ref (self);
  adding->session = g_object_ref (self->session);
  adding->owner = self->owner;
  adding->id = self->id;
  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Reading %u file…",
                                           "Reading %u files…", n), n);
  permille = begin (self, sentence);
  dd_attachment_files_read_async (files, permille, dd_busy_bar_get_cancellable (self->busy),
                                  files_read_cb, adding);
}

/**
 * dd_attachment_list_save_to:
 * @attachment: one of those that are shown
 * @file: a place that the user has chosen
 */
void
dd_attachment_list_save_to (DdAttachmentList *self,
                            const DdRow      *attachment,
                            GFile            *file)
{
  g_autofree char *name = name_of (attachment);
  g_autofree char *sentence = NULL;

  g_return_if_fail (DD_IS_ATTACHMENT_LIST (self));

  if (self->session == NULL || dd_busy_bar_get_busy (self->busy))
    return;

  /* Translators: %s is the name of a file. */
  sentence = g_strdup_printf (_("Saving “%s”…"), name);
  begin (self, sentence);
  dd_attachment_opener_save_async (dd_session_get_store (self->session), attachment, file,
                                   dd_busy_bar_get_cancellable (self->busy), saved_cb,
                                   leaving_new (self, attachment));
}
