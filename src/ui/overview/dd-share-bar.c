/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-share-bar"

#include "dd-share-bar.h"

/**
 * DdShareBar:
 *
 * A share as a thin bar, beside the number that tells it: to the eye only, so
 * a screen reader passes it over.
 *
 * The style sheet draws it: the bar, and a child as long as the share.
 */
struct _DdShareBar
{
  GtkWidget  parent_instance;

  GtkWidget *fill;
  double     share;             /* 0 to 1; below 0: there is none */
};

G_DEFINE_FINAL_TYPE (DdShareBar, dd_share_bar, GTK_TYPE_WIDGET)

#define WIDTH 36
#define HEIGHT 4

static void
dd_share_bar_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
dd_share_bar_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  DdShareBar *self = DD_SHARE_BAR (widget);
  GtkAllocation allocation = { 0, 0, 0, height };

  if (!gtk_widget_should_layout (self->fill))
    return;

  /* Less than its own thickness would not be seen, and it is not nothing. */
  allocation.width = MAX ((int) (width * self->share), height);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    allocation.x = width - allocation.width;
  gtk_widget_size_allocate (self->fill, &allocation, -1);
}

static void
dd_share_bar_dispose (GObject *object)
{
  g_clear_pointer (&DD_SHARE_BAR (object)->fill, gtk_widget_unparent);

  G_OBJECT_CLASS (dd_share_bar_parent_class)->dispose (object);
}

static void
dd_share_bar_class_init (DdShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_share_bar_dispose;
  widget_class->measure = dd_share_bar_measure;
  widget_class->size_allocate = dd_share_bar_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "sharebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dd_share_bar_init (DdShareBar *self)
{
  self->share = -1;
  self->fill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_visible (self->fill, FALSE);
  gtk_widget_set_parent (self->fill, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
dd_share_bar_new (void)
{
  return g_object_new (DD_TYPE_SHARE_BAR, NULL);
}

/**
 * dd_share_bar_set_share:
 * @percent: below 0: there is nothing to show
 */
void
dd_share_bar_set_share (DdShareBar *self,
                        double      percent)
{
  double share = percent < 0 ? -1 : MIN (percent / 100, 1);

  g_return_if_fail (DD_IS_SHARE_BAR (self));

  if (self->share == share)
    return;

  self->share = share;
  gtk_widget_set_opacity (GTK_WIDGET (self), share < 0 ? 0 : 1);
  gtk_widget_set_visible (self->fill, share > 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
