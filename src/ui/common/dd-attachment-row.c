/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-attachment-row"

#include "config.h"

#include "dd-attachment-row.h"

#include "dd-accessible.h"
#include "dd-attachment.h"
#include "dd-number-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * DdAttachmentRow:
 *
 * One attached file: what it is, how large, and what can be done with it. What it does
 * is asked of the list around it, by actions with the id of the attachment.
 */
struct _DdAttachmentRow
{
  GtkListBoxRow   parent_instance;

  /* Template children */
  GtkImage       *icon;
  GtkLabel       *name;
  GtkLabel       *size;
  GtkMenuButton  *menu_button;
  GtkRevealer    *sha256_revealer;
  GtkLabel       *sha256;

  DdRecord       *record;
};

G_DEFINE_FINAL_TYPE (DdAttachmentRow, dd_attachment_row, GTK_TYPE_LIST_BOX_ROW)

/**
 * dd_attachment_row_size_to_text:
 *
 * Returns: (transfer full): "1.2 MB" or "1,2 MB"; thousands of bytes, as file managers count
 */
char *
dd_attachment_row_size_to_text (gint64 size)
{
  static const char * const units[] = { "kB", "MB", "GB", "TB", "PB", "EB" };
  double value = (double) MAX (size, 0) / 1000.0;
  guint unit = 0;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *number = NULL;

  if (size < 1000)
    {
      guint n = (guint) MAX (size, 0);

      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u byte", "%u bytes", n), n);
    }

  /* What would be rounded to a thousand is one of the next. */
  while (value >= 999.95 && unit + 1 < G_N_ELEMENTS (units))
    {
      value /= 1000.0;
      unit++;
    }
  g_ascii_formatd (buffer, sizeof buffer, "%.1f", value);
  if (g_str_has_suffix (buffer, ".0"))
    buffer[strlen (buffer) - 2] = '\0';
  number = dd_decimal_to_text (buffer);

  return g_strdup_printf ("%s\u00a0%s", number, units[unit]);
}

static GIcon *
make_icon (const char *media_type)
{
  GIcon *icon = g_content_type_get_symbolic_icon (media_type);

  /* For what the theme has no picture of. */
  if (G_IS_THEMED_ICON (icon))
    g_themed_icon_append_name (G_THEMED_ICON (icon), "text-x-generic-symbolic");

  return icon;
}

static void
show (DdAttachmentRow *self)
{
  const DdRow *row = dd_record_get_row (self->record);
  g_autofree char *name = NULL;
  g_autofree char *size = NULL;
  g_autofree char *description = NULL;
  g_autofree char *menu = NULL;
  g_autoptr (GIcon) icon = NULL;

  if (!dd_record_get_loaded (self->record))
    return;

  name = dd_attachment_clean_name (dd_row_get_text (row, DD_ATTACHMENT_NAME));
  size = dd_attachment_row_size_to_text (dd_row_get_number (row, DD_ATTACHMENT_SIZE));
  icon = make_icon (dd_row_get_text (row, DD_ATTACHMENT_MEDIA_TYPE));
  gtk_image_set_from_gicon (self->icon, icon);
  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_label_set_text (self->size, size);
  gtk_label_set_text (self->sha256, dd_row_get_text (row, DD_ATTACHMENT_SHA256));

  /* Translators: an attached file: its name and its size. */
  description = g_strdup_printf (C_("attachment", "%s, %s"), name, size);
  dd_accessible_set_label (GTK_WIDGET (self), description);
  /* Translators: %s is the name of an attached file. */
  menu = g_strdup_printf (_("What can be done with “%s”"), name);
  dd_accessible_set_label (GTK_WIDGET (self->menu_button), menu);
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        gint64      id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  if (id != 0)
    g_menu_item_set_action_and_target (item, action, "x", id);
  else
    g_menu_item_set_action_and_target_value (item, action, NULL);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (DdRecord *record,
           gboolean  writable)
{
  gint64 id = dd_record_get_id (record);
  GMenu *menu = g_menu_new ();

  append (menu, C_("attachment", "_Open"), "attachments.open", id);
  append (menu, _("_Save a Copy…"), "attachments.save-copy", id);
  append (menu, _("S_how SHA-256"), "attachment.show-sha256", 0);
  if (writable)
    append (menu, _("_Remove"), "attachments.remove", id);

  return G_MENU_MODEL (menu);
}

/* --- doing ---------------------------------------------------------------- */

/* What tells a file apart from every other one: for a letter, or for comparing. */
static void
show_sha256_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DdAttachmentRow *self = DD_ATTACHMENT_ROW (widget);

  gtk_revealer_set_reveal_child (self->sha256_revealer,
                                 !gtk_revealer_get_reveal_child (self->sha256_revealer));
}

static void
copy_sha256_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DdAttachmentRow *self = DD_ATTACHMENT_ROW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), gtk_label_get_text (self->sha256));
}

static gboolean
remove_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  DdAttachmentRow *self = DD_ATTACHMENT_ROW (widget);

  return gtk_widget_activate_action (widget, "attachments.remove", "x",
                                     dd_record_get_id (self->record));
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  gtk_menu_button_popup (DD_ATTACHMENT_ROW (widget)->menu_button);

  return TRUE;
}

static void
pressed_cb (DdAttachmentRow *self)
{
  gtk_menu_button_popup (self->menu_button);
}

/* --- the object ----------------------------------------------------------- */

static void
dd_attachment_row_dispose (GObject *object)
{
  DdAttachmentRow *self = DD_ATTACHMENT_ROW (object);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_ATTACHMENT_ROW);

  G_OBJECT_CLASS (dd_attachment_row_parent_class)->dispose (object);
}

static void
dd_attachment_row_class_init (DdAttachmentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_attachment_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/common/dd-attachment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DdAttachmentRow, icon);
  gtk_widget_class_bind_template_child (widget_class, DdAttachmentRow, name);
  gtk_widget_class_bind_template_child (widget_class, DdAttachmentRow, size);
  gtk_widget_class_bind_template_child (widget_class, DdAttachmentRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DdAttachmentRow, sha256_revealer);
  gtk_widget_class_bind_template_child (widget_class, DdAttachmentRow, sha256);

  gtk_widget_class_install_action (widget_class, "attachment.show-sha256", NULL,
                                   show_sha256_action);
  gtk_widget_class_install_action (widget_class, "attachment.copy-sha256", NULL,
                                   copy_sha256_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}

static void
dd_attachment_row_init (DdAttachmentRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * dd_attachment_row_new:
 * @attachment: what the row shows and follows
 * @writable: whether it may be removed
 */
GtkWidget *
dd_attachment_row_new (DdRecord *attachment,
                       gboolean  writable)
{
  DdAttachmentRow *self = g_object_new (DD_TYPE_ATTACHMENT_ROW, NULL);
  g_autoptr (GMenuModel) menu = make_menu (attachment, writable);

  self->record = g_object_ref (attachment);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  g_signal_connect_swapped (attachment, "changed", G_CALLBACK (show), self);
  show (self);

  return GTK_WIDGET (self);
}

/**
 * dd_attachment_row_get_record:
 *
 * Returns: (transfer none): the attachment
 */
DdRecord *
dd_attachment_row_get_record (DdAttachmentRow *self)
{
  g_return_val_if_fail (DD_IS_ATTACHMENT_ROW (self), NULL);

  return self->record;
}
