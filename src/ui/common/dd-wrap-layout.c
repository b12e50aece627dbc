/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-wrap-layout"

#include "dd-wrap-layout.h"

/**
 * DdWrapLayout:
 *
 * Children one behind the other, each as wide as it is, going on in the next line as words
 * do. GtkFlowBox would stand them in columns. AdwWrapBox will replace it (libadwaita 1.7).
 */
struct _DdWrapLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
};

G_DEFINE_FINAL_TYPE (DdWrapLayout, dd_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
dd_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_width (GtkWidget *child,
           int        width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return CLAMP (natural, minimum, MAX (width, minimum));
}

/* Places the children of one line, which ends before @end; returns its height. */
static int
place_line (GtkWidget *first,
            GtkWidget *end,
            int        width,
            int        spacing,
            int        y,
            gboolean   allocate)
{
  gboolean from_right = gtk_widget_get_direction (gtk_widget_get_parent (first)) ==
                        GTK_TEXT_DIR_RTL;
  int height = 0;
  int x = 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, get_width (child, width), NULL,
                          &natural, NULL, NULL);
      height = MAX (height, natural);
    }
  for (GtkWidget *child = first; allocate && child != end;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { .y = y, .height = height };

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = get_width (child, width);
      place.x = from_right ? width - x - place.width : x;
      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + spacing;
    }

  return height;
}

/* Returns the height of all lines. */
static int
place_lines (GtkWidget *widget,
             int        width,
             int        spacing,
             gboolean   allocate)
{
  GtkWidget *first = NULL;
  int used = 0;
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = get_width (child, width);
      if (first != NULL && used + spacing + child_width > width)
        {
          y += place_line (first, child, width, spacing, y, allocate) + spacing;
          first = NULL;
        }
      used = first == NULL ? child_width : used + spacing + child_width;
      if (first == NULL)
        first = child;
    }
  if (first != NULL)
    y += place_line (first, NULL, width, spacing, y, allocate);

  return y;
}

static void
dd_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  const int spacing = DD_WRAP_LAYOUT (manager)->spacing;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = place_lines (widget, for_size < 0 ? G_MAXINT / 2 : for_size, spacing,
                                         FALSE);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? spacing : 0);
    }
}

static void
dd_wrap_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  place_lines (widget, width, DD_WRAP_LAYOUT (manager)->spacing, TRUE);
}

static void
dd_wrap_layout_class_init (DdWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = dd_wrap_layout_get_request_mode;
  layout_class->measure = dd_wrap_layout_measure;
  layout_class->allocate = dd_wrap_layout_allocate;
}

static void
dd_wrap_layout_init (DdWrapLayout *self)
{
}

/**
 * dd_wrap_layout_new:
 * @spacing: pixels between children, and between lines
 */
GtkLayoutManager *
dd_wrap_layout_new (int spacing)
{
  DdWrapLayout *self = g_object_new (DD_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}
