/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-busy-bar"

#include "config.h"

#include "dd-busy-bar.h"

/**
 * DdBusyBar:
 *
 * How far the one thing is that is being done, and the button that cancels it. It is seen
 * only when that takes long; when the bar goes, what is being done is cancelled.
 */
struct _DdBusyBar
{
  GtkWidget       parent_instance;

  /* Template children */
  GtkLabel       *label;
  GtkProgressBar *bar;

  GCancellable   *cancellable;          /* of what is being done; NULL: nothing is */
  int            *permille;             /* how far that is; 0: it does not say */
  guint           source;
  guint           n_ticks;
};

G_DEFINE_FINAL_TYPE (DdBusyBar, dd_busy_bar, GTK_TYPE_WIDGET)

/* Most things are done before anybody could see a bar. */
#define TICK_MS 100
#define SHOW_AFTER_TICKS 3

static gboolean
tick_cb (gpointer user_data)
{
  DdBusyBar *self = user_data;

  if (++self->n_ticks == SHOW_AFTER_TICKS)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (g_atomic_int_get (self->permille) > 0)
    gtk_progress_bar_set_fraction (self->bar, g_atomic_int_get (self->permille) / 1000.0);
  else if (self->n_ticks % 3 == 0)
    gtk_progress_bar_pulse (self->bar);

  return G_SOURCE_CONTINUE;
}

static void
forget (DdBusyBar *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->permille, g_atomic_rc_box_release);
  g_clear_object (&self->cancellable);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_cancellable_cancel (DD_BUSY_BAR (widget)->cancellable);
}

static void
dd_busy_bar_dispose (GObject *object)
{
  DdBusyBar *self = DD_BUSY_BAR (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  forget (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_BUSY_BAR);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_busy_bar_parent_class)->dispose (object);
}

static void
dd_busy_bar_class_init (DdBusyBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_busy_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/common/dd-busy-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DdBusyBar, label);
  gtk_widget_class_bind_template_child (widget_class, DdBusyBar, bar);

  gtk_widget_class_install_action (widget_class, "busy.cancel", NULL, cancel_action);
}

static void
dd_busy_bar_init (DdBusyBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dd_busy_bar_begin:
 * @sentence: what is being done
 *
 * To be called when nothing else is being done.
 *
 * Returns: (transfer none): the box, made by g_atomic_rc_box_new0(), in which that which is
 *   begun tells by thousandths how far it is; who goes on with it elsewhere holds a
 *   reference
 */
int *
dd_busy_bar_begin (DdBusyBar  *self,
                   const char *sentence)
{
  g_return_val_if_fail (DD_IS_BUSY_BAR (self), NULL);
  g_return_val_if_fail (self->cancellable == NULL, NULL);

  self->cancellable = g_cancellable_new ();
  self->permille = g_atomic_rc_box_new0 (int);
  self->n_ticks = 0;
  self->source = g_timeout_add (TICK_MS, tick_cb, self);
  gtk_label_set_text (self->label, sentence);
  gtk_progress_bar_set_fraction (self->bar, 0);

  return self->permille;
}

/**
 * dd_busy_bar_end:
 *
 * What was being done is done, or is not.
 */
void
dd_busy_bar_end (DdBusyBar *self)
{
  g_return_if_fail (DD_IS_BUSY_BAR (self));

  forget (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * dd_busy_bar_get_busy:
 *
 * Returns: whether something is being done
 */
gboolean
dd_busy_bar_get_busy (DdBusyBar *self)
{
  g_return_val_if_fail (DD_IS_BUSY_BAR (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * dd_busy_bar_get_cancellable:
 *
 * Returns: (transfer none) (nullable): what cancels that which is being done
 */
GCancellable *
dd_busy_bar_get_cancellable (DdBusyBar *self)
{
  g_return_val_if_fail (DD_IS_BUSY_BAR (self), NULL);

  return self->cancellable;
}
