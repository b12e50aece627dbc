/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-target-bar"

#include "dd-target-bar.h"

#include "dd-status.h"

#include <adwaita.h>
#include <math.h>

/**
 * DdTargetBar:
 *
 * How much of the whole is reached, as a thin bar with a mark where the target is.
 *
 * Its parts are widgets with style classes, so that all colours are the
 * theme's. What it shows is told in words beside it.
 */
struct _DdTargetBar
{
  GtkWidget  parent_instance;

  GtkWidget *trough;
  GtkWidget *fill;
  GtkWidget *mark;
  double     share;             /* 0 to 1 */
  double     target;
};

G_DEFINE_FINAL_TYPE (DdTargetBar, dd_target_bar, GTK_TYPE_WIDGET)

#define BAR_HEIGHT 6
#define MARK_HEIGHT 14
#define MARK_WIDTH 2

static GtkWidget *
add_part (DdTargetBar *self,
          const char  *css_class)
{
  GtkWidget *part = adw_bin_new ();

  gtk_widget_add_css_class (part, css_class);
  gtk_widget_set_parent (part, GTK_WIDGET (self));

  return part;
}

static void
place (GtkWidget *part,
       int        x,
       int        y,
       int        width,
       int        height)
{
  gtk_widget_set_child_visible (part, width > 0);
  if (width > 0)
    gtk_widget_size_allocate (part, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
dd_target_bar_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 48 : MARK_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : MARK_HEIGHT;
}

static void
dd_target_bar_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  DdTargetBar *self = DD_TARGET_BAR (widget);
  int top = (height - BAR_HEIGHT) / 2;
  int filled = (int) lround (self->share * width);
  int at = (int) lround (self->target * width) - MARK_WIDTH / 2;

  /* However little there is, it is seen; and what is not all does not look like all. */
  if (self->share > 0.0)
    filled = MAX (filled, 2);
  if (self->share < 1.0)
    filled = MIN (filled, width - 2);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    at = width - at - MARK_WIDTH;

  place (self->trough, 0, top, width, BAR_HEIGHT);
  place (self->fill, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - filled : 0,
         top, filled, BAR_HEIGHT);
  place (self->mark, CLAMP (at, 0, width - MARK_WIDTH), (height - MARK_HEIGHT) / 2, MARK_WIDTH,
         MARK_HEIGHT);
}

static void
dd_target_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_target_bar_parent_class)->dispose (object);
}

static void
dd_target_bar_class_init (DdTargetBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_target_bar_dispose;
  widget_class->measure = dd_target_bar_measure;
  widget_class->size_allocate = dd_target_bar_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "target-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
dd_target_bar_init (DdTargetBar *self)
{
  self->trough = add_part (self, "trough");
  self->fill = add_part (self, "fill");
  self->mark = add_part (self, "mark");
}

/**
 * dd_target_bar_show:
 * @share: in per cent; NaN: nothing can be said. What is below 0 or above 100 is
 *   shown as none or all
 * @target: in per cent
 */
void
dd_target_bar_show (DdTargetBar *self,
                    double       share,
                    double       target,
                    DdRag        rag)
{
  g_return_if_fail (DD_IS_TARGET_BAR (self));

  self->share = isnan (share) ? 0.0 : CLAMP (share / 100.0, 0.0, 1.0);
  self->target = CLAMP (target / 100.0, 0.0, 1.0);
  dd_status_show_rag (GTK_WIDGET (self), rag);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, self->share * 100.0, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
