/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-paste-window"

#include "config.h"

#include "dd-paste-window.h"

#include "dd-conclusion-clipboard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * DdPasteWindow:
 *
 * Takes a text that is pasted or typed. It begins with what the clipboard has, with the lists and
 * tables that word processors and browsers put there; a file that is dropped is taken instead.
 *
 * What is too long to be shown here is read without being shown.
 */
struct _DdPasteWindow
{
  AdwWindow      parent_instance;

  /* Template children */
  GtkTextView   *view;

  GtkTextBuffer *buffer;
  GCancellable  *cancellable;
};

G_DEFINE_FINAL_TYPE (DdPasteWindow, dd_paste_window, ADW_TYPE_WINDOW)

/* In bytes: longer ones are no paragraph, and no conclusion, that anybody wrote. */
#define PARAGRAPH_MAX 50000
#define TEXT_MAX 2000000

enum { TAKEN, DROPPED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
text_changed_cb (DdPasteWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.read",
                                 gtk_text_buffer_get_char_count (self->buffer) > 0);
}

/* A view lays out whole paragraphs: one of some megabytes would hold the window for minutes,
 * and nobody looks it over. */
static gboolean
can_be_shown (const char *text)
{
  gsize length = 0;

  for (const char *p = text; *p != '\0'; p += length)
    {
      length = strcspn (p, "\n");
      if (length > PARAGRAPH_MAX || p - text > TEXT_MAX)
        return FALSE;
      length += p[length] == '\n';
    }

  return TRUE;
}

static void
take (DdPasteWindow *self,
      const char    *text)
{
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[TAKEN], 0, text);
  g_object_unref (self);
}

static void
clipboard_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (DdPasteWindow) self = user_data;
  g_autofree char *text = dd_conclusion_clipboard_read_finish (GDK_CLIPBOARD (object), result);

  /* Whoever has begun to type does not want it any more. */
  if (text != NULL && self->buffer != NULL && can_be_shown (text) &&
      gtk_text_buffer_get_char_count (self->buffer) == 0)
    gtk_text_buffer_set_text (self->buffer, text, -1);
}

static void
insert (DdPasteWindow *self,
        const char    *text)
{
  if (text == NULL || self->buffer == NULL)
    return;

  if (!can_be_shown (text))
    {
      take (self, text);
      return;
    }

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (self->buffer, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (self->buffer));
}

static void
pasted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DdPasteWindow) self = user_data;
  g_autofree char *text = dd_conclusion_clipboard_read_finish (GDK_CLIPBOARD (object), result);

  insert (self, text);
}

static void
plain_pasted_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DdPasteWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  insert (self, text);
}

/* The view itself would show whatever comes. */
static void
paste_cb (DdPasteWindow *self,
          GtkTextView   *view)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  dd_conclusion_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                                      self->cancellable, pasted_cb, g_object_ref (self));
}

/* The numbers of lists and the rows of tables are not always wanted. */
static void
paste_plain_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget),
                                 DD_PASTE_WINDOW (widget)->cancellable, plain_pasted_cb,
                                 g_object_ref (widget));
}

static gboolean
drop_cb (DdPasteWindow *self,
         const GValue  *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[DROPPED], 0, files->data);
  g_object_unref (self);

  return TRUE;
}

/* The view would take the name of the file for a text. */
static void
add_drop_target (DdPasteWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (drop));
}

static void
read_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdPasteWindow *self = DD_PASTE_WINDOW (widget);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  take (self, text);
}

static void
dd_paste_window_dispose (GObject *object)
{
  DdPasteWindow *self = DD_PASTE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->buffer = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_PASTE_WINDOW);

  G_OBJECT_CLASS (dd_paste_window_parent_class)->dispose (object);
}

static void
dd_paste_window_class_init (DdPasteWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_paste_window_dispose;

  /* The text that is to be read. */
  signals[TAKEN] =
    g_signal_new ("taken", DD_TYPE_PASTE_WINDOW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /* The file that is to be read instead. */
  signals[DROPPED] =
    g_signal_new ("dropped", DD_TYPE_PASTE_WINDOW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/meetings/dd-paste-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DdPasteWindow, view);
  gtk_widget_class_install_action (widget_class, "paste.read", NULL, read_action);
  gtk_widget_class_install_action (widget_class, "paste.plain", NULL, paste_plain_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "paste.plain", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dd_paste_window_init (DdPasteWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = gtk_text_view_get_buffer (self->view);
  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "paste-clipboard", G_CALLBACK (paste_cb), self,
                           G_CONNECT_SWAPPED);
  add_drop_target (self);
  text_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

DdPasteWindow *
dd_paste_window_new (GtkWindow *parent)
{
  DdPasteWindow *self = g_object_new (DD_TYPE_PASTE_WINDOW, "transient-for", parent, NULL);

  dd_conclusion_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (parent)),
                                      self->cancellable, clipboard_read_cb, g_object_ref (self));

  return self;
}
