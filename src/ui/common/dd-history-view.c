/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-history-view"

#include "config.h"

#include "dd-history-view.h"

#include "dd-day-text.h"
#include "dd-history.h"

#include <glib/gi18n-lib.h>

/**
 * DdHistoryView:
 *
 * What has happened to a record, as sentences: when, who, what, why.
 */
struct _DdHistoryView
{
  GtkWidget     parent_instance;

  GtkBox       *box;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (DdHistoryView, dd_history_view, GTK_TYPE_WIDGET)

/* More than these are not read at one sitting. */
#define MAX_ENTRIES 200

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * dd_history_moment_to_text:
 * @instant: in UTC, as the history keeps it
 *
 * Returns: (transfer full): the moment on the clock of this place
 */
char *
dd_history_moment_to_text (const char *instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (instant, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *day = NULL;

  if (local == NULL)
    return g_strdup (instant);

  day = dd_day_to_text (dd_day_new ((guint) g_date_time_get_year (local),
                                    (guint) g_date_time_get_month (local),
                                    (guint) g_date_time_get_day_of_month (local)));

  return g_strdup_printf ("%s %02d:%02d", day, g_date_time_get_hour (local),
                          g_date_time_get_minute (local));
}

static const char *
describe_event (const DdRow *entry)
{
  if (dd_row_is_set (entry, DD_HISTORY_UNDOES))
    return _("taken back");

  switch ((DdHistoryEvent) dd_row_get_choice (entry, DD_HISTORY_EVENT))
    {
    case DD_HISTORY_EVENT_CREATED:
      return _("created");
    case DD_HISTORY_EVENT_DELETED:
      return _("deleted");
    case DD_HISTORY_EVENT_CHANGED:
    default:
      return _("changed");
    }
}

static char *
describe_entry (const DdRow *entry)
{
  const DdRecordType *type =
    dd_record_type_find (dd_row_get_text (entry, DD_HISTORY_RECORD_KIND));

  /* Translators: who, what kind of record, and what happened to it: "An: Task created". */
  return g_strdup_printf (_("%s: %s %s"), dd_row_get_text (entry, DD_HISTORY_ACTOR),
                          type != NULL ? dd_record_type_get_label (type) : "",
                          describe_event (entry));
}

static char *
describe_change (const DdHistoryChange *change)
{
  gboolean had = change->old_value != NULL && *change->old_value != '\0';
  gboolean has = change->new_value != NULL && *change->new_value != '\0';

  if (had && has)
    return g_strdup_printf ("%s: %s → %s", change->label, change->old_value, change->new_value);
  if (has)
    return g_strdup_printf ("%s: %s", change->label, change->new_value);

  /* Translators: a field, and the value that was taken from it. */
  return g_strdup_printf (_("%s: %s removed"), change->label, had ? change->old_value : "");
}

static void
add_entry (DdHistoryView        *self,
           const DdHistoryEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *moment =
    dd_history_moment_to_text (dd_row_get_text (entry->row, DD_HISTORY_HAPPENED));
  g_autofree char *what = describe_entry (entry->row);
  const char *reason = dd_row_get_text (entry->row, DD_HISTORY_REASON);

  gtk_box_append (GTK_BOX (box), make_label (moment, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "dim-label");
  gtk_box_append (GTK_BOX (box), make_label (what, NULL));
  for (guint i = 0; i < entry->changes->len; i++)
    {
      g_autofree char *change = describe_change (entry->changes->pdata[i]);

      gtk_box_append (GTK_BOX (box), make_label (change, "caption"));
    }
  if (reason != NULL)
    {
      /* Translators: %s is why somebody did something. */
      g_autofree char *why = g_strdup_printf (_("Reason: %s"), reason);

      gtk_box_append (GTK_BOX (box), make_label (why, "caption"));
    }
  gtk_box_append (self->box, box);
}

static void
clear (DdHistoryView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (DdHistoryView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = dd_store_history_finish (DD_STORE (object), result, &error);

  if (entries == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->box != NULL)
        {
          g_autofree char *sentence = dd_store_error_to_text (error, NULL);

          clear (self);
          gtk_box_append (self->box, make_label (sentence, "error"));
        }
      return;
    }
  if (self->box == NULL)
    return;

  clear (self);
  for (guint i = 0; i < MIN (entries->len, MAX_ENTRIES); i++)
    add_entry (self, entries->pdata[i]);
}

static void
dd_history_view_dispose (GObject *object)
{
  DdHistoryView *self = DD_HISTORY_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->box));
  self->box = NULL;

  G_OBJECT_CLASS (dd_history_view_parent_class)->dispose (object);
}

static void
dd_history_view_class_init (DdHistoryViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_history_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
dd_history_view_init (DdHistoryView *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

/**
 * dd_history_view_show:
 *
 * Shows the history of a record as it is now.
 */
void
dd_history_view_show (DdHistoryView *self,
                      DdStore       *store,
                      DdKind         kind,
                      gint64         id)
{
  g_return_if_fail (DD_IS_HISTORY_VIEW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  dd_store_history_async (store, kind, id, self->cancellable, read_cb, g_object_ref (self));
}
