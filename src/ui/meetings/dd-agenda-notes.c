/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-agenda-notes"

#include "config.h"

#include "dd-agenda-notes.h"

#include "dd-accessible.h"
#include "dd-agenda-item.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>

/**
 * DdAgendaNotes:
 *
 * What is written down under a topic while it is discussed.
 *
 * Nobody presses a button for it: it is stored when the typing rests, when another topic
 * is chosen, and when the page is left. What somebody else wrote meanwhile is kept beside.
 */
struct _DdAgendaNotes
{
  GtkWidget      parent_instance;

  GtkTextView   *view;
  GtkTextBuffer *buffer;
  GtkLabel      *status;

  DdSession     *session;
  DdRecord      *item;          /* NULL: none is shown */
  char          *known;         /* what the file says, as far as it is known here */
  gboolean       filling;       /* while the text is set by the program */
  gboolean       dirty;         /* typed and not handed to the store yet */
  guint          n_saving;      /* handed to it, and not answered yet */
  guint          timeout;
};

G_DEFINE_FINAL_TYPE (DdAgendaNotes, dd_agenda_notes, GTK_TYPE_WIDGET)

/* So long the typing rests before it is stored. */
#define REST_MILLISECONDS 1200

static char *
get_typed (DdAgendaNotes *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static const char *
get_stored (DdRecord *item)
{
  const char *note = dd_row_get_text (dd_record_get_row (item), DD_AGENDA_ITEM_NOTE);

  return note != NULL ? note : "";
}

static void
fill (DdAgendaNotes *self,
      const char    *text)
{
  g_autofree char *typed = get_typed (self);

  if (g_str_equal (typed, text))
    return;

  self->filling = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->filling = FALSE;
}

/* --- storing -------------------------------------------------------------- */

/* One text on its way to the file: what was typed, upon what the file said then. */
typedef struct
{
  DdAgendaNotes *notes;
  DdRecord      *item;
  char          *typed;
  char          *base;
  gboolean       again;         /* somebody else has changed the topic meanwhile */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->notes);
  g_object_unref (saving->item);
  g_free (saving->typed);
  g_free (saving->base);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void saved_cb        (GObject       *object,
                             GAsyncResult  *result,
                             gpointer       user_data);
static void item_changed_cb (DdAgendaNotes *self);

/* Both are kept if two have written: nobody's note is lost. */
static char *
join (const Saving *saving)
{
  const char *stored = get_stored (saving->item);

  if (g_str_equal (stored, saving->base) || g_str_equal (stored, saving->typed))
    return g_strdup (saving->typed);

  return g_strconcat (stored, "\n\n", saving->typed, NULL);
}

static void
send (Saving *saving)
{
  DdSession *session = saving->notes->session;
  DdChange *change = dd_session_change (session, NULL);
  DdRow *row = dd_row_copy (dd_record_get_row (saving->item));
  g_autofree char *text = join (saving);

  dd_row_set_text (row, DD_AGENDA_ITEM_NOTE, *text != '\0' ? text : NULL);
  dd_change_update (change, row);
  dd_store_write_async (dd_session_get_store (session), change, NULL, saved_cb, saving);
}

static void
fetched_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (DdRecord) now = dd_store_fetch_finish (DD_STORE (object), result, NULL);

  if (now == NULL)
    {
      saving->notes->n_saving--;
      return;
    }

  g_set_object (&saving->item, now);
  send (g_steal_pointer (&saving));
}

static void
show_status (DdAgendaNotes *self,
             const char    *text,
             gboolean       fault)
{
  gtk_label_set_text (self->status, text);
  if (fault)
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "error");
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = dd_store_write_finish (DD_STORE (object), result, &error);
  DdAgendaNotes *self = saving->notes;

  if (g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT) && !saving->again)
    {
      gint64 id = dd_record_get_id (saving->item);

      saving->again = TRUE;
      dd_store_fetch_async (DD_STORE (object), DD_KIND_AGENDA_ITEM, id, NULL, fetched_cb,
                            g_steal_pointer (&saving));
      return;
    }

  self->n_saving--;
  if (self->item == NULL || dd_record_get_id (self->item) != dd_record_get_id (saving->item))
    return;
  if (written == NULL)
    {
      g_autofree char *sentence = dd_store_error_to_text (error, NULL);

      /* The text stays where it is, and is tried again with the next letter. */
      self->dirty = TRUE;
      show_status (self, sentence, TRUE);
      return;
    }

  if (!self->dirty)
    show_status (self, _("Notes saved"), FALSE);
  item_changed_cb (self);
}

/**
 * dd_agenda_notes_flush:
 *
 * Hands to the store what was typed and is not stored yet.
 */
void
dd_agenda_notes_flush (DdAgendaNotes *self)
{
  g_autofree char *typed = NULL;
  Saving *saving;

  g_return_if_fail (DD_IS_AGENDA_NOTES (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!self->dirty || self->item == NULL)
    return;

  self->dirty = FALSE;
  typed = get_typed (self);
  saving = g_new0 (Saving, 1);
  saving->notes = g_object_ref (self);
  saving->item = g_object_ref (self->item);
  saving->typed = dd_text_clean (typed, FALSE);
  saving->base = g_strdup (self->known);
  g_free (self->known);
  self->known = g_strdup (saving->typed);
  self->n_saving++;
  send (saving);
}

static gboolean
rested_cb (gpointer user_data)
{
  DdAgendaNotes *self = user_data;

  self->timeout = 0;
  dd_agenda_notes_flush (self);

  return G_SOURCE_REMOVE;
}

static void
typed_cb (DdAgendaNotes *self)
{
  if (self->filling || self->item == NULL)
    return;

  self->dirty = TRUE;
  show_status (self, _("Saved when you stop typing"), FALSE);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (REST_MILLISECONDS, rested_cb, self);
}

/* The text that is typed in is not taken away from under the hands: only what
 * somebody else has written since is shown, and only while nothing waits here. */
static void
item_changed_cb (DdAgendaNotes *self)
{
  const char *stored;

  if (!dd_record_get_loaded (self->item))
    return;

  stored = get_stored (self->item);
  if (self->dirty || self->n_saving > 0 || g_strcmp0 (stored, self->known) == 0)
    return;

  g_free (self->known);
  self->known = g_strdup (stored);
  fill (self, stored);
}

/* --- the object ----------------------------------------------------------- */

static void
dd_agenda_notes_unmap (GtkWidget *widget)
{
  dd_agenda_notes_flush (DD_AGENDA_NOTES (widget));

  GTK_WIDGET_CLASS (dd_agenda_notes_parent_class)->unmap (widget);
}

static gboolean
dd_agenda_notes_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DD_AGENDA_NOTES (widget)->view));
}

static void
dd_agenda_notes_dispose (GObject *object)
{
  DdAgendaNotes *self = DD_AGENDA_NOTES (object);
  GtkWidget *child;

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->known, g_free);

  G_OBJECT_CLASS (dd_agenda_notes_parent_class)->dispose (object);
}

static void
dd_agenda_notes_class_init (DdAgendaNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_agenda_notes_dispose;
  widget_class->unmap = dd_agenda_notes_unmap;
  widget_class->grab_focus = dd_agenda_notes_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
dd_agenda_notes_init (DdAgendaNotes *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *window = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_top_margin (self->view, 6);
  gtk_text_view_set_bottom_margin (self->view, 6);
  gtk_text_view_set_left_margin (self->view, 9);
  gtk_text_view_set_right_margin (self->view, 9);
  dd_accessible_set_label (GTK_WIDGET (self->view), _("Notes"));
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (window), 110);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (window, "text-frame");
  gtk_widget_set_parent (window, GTK_WIDGET (self));

  self->status = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->status, 0);
  gtk_label_set_wrap (self->status, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "dim-label");
  gtk_widget_set_parent (GTK_WIDGET (self->status), GTK_WIDGET (self));
}

/**
 * dd_agenda_notes_set_item:
 * @item: (nullable): the topic whose notes are shown; those of the one before are stored
 */
void
dd_agenda_notes_set_item (DdAgendaNotes *self,
                          DdSession     *session,
                          DdRecord      *item)
{
  g_return_if_fail (DD_IS_AGENDA_NOTES (self));

  if (self->item == item)
    return;

  dd_agenda_notes_flush (self);
  self->dirty = FALSE;
  g_set_object (&self->session, session);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  g_free (self->known);
  self->known = g_strdup (item != NULL ? get_stored (item) : "");
  show_status (self, "", FALSE);
  fill (self, self->known);
  if (item != NULL)
    g_signal_connect_swapped (item, "changed", G_CALLBACK (item_changed_cb), self);
}

/**
 * dd_agenda_notes_set_locked:
 * @locked: whether they can be read only
 */
void
dd_agenda_notes_set_locked (DdAgendaNotes *self,
                            gboolean       locked)
{
  g_return_if_fail (DD_IS_AGENDA_NOTES (self));

  gtk_text_view_set_editable (self->view, !locked);
  gtk_text_view_set_cursor_visible (self->view, !locked);
}
