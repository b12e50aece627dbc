/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-split"

#include "dd-split.h"

/**
 * DdSplit:
 *
 * A table with the details of one row beside it, or below it where the window
 * is narrow. The user may move the border between the two.
 */
struct _DdSplit
{
  GtkWidget  parent_instance;

  GtkPaned  *paned;
  GtkWidget *content;
  GtkWidget *details;
  guint      turn_source;
  gboolean   shown;
  gboolean   unplaced;          /* the border has to find its place */
};

G_DEFINE_FINAL_TYPE (DdSplit, dd_split, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CONTENT = 1,
  PROP_DETAILS,
  PROP_DETAILS_SHOWN,
} DdSplitProperty;

static GParamSpec *properties[PROP_DETAILS_SHOWN + 1];

/* Below this width two columns are no use. */
#define WIDE 1040
#define DETAILS_WIDTH 380

static void
place_border (DdSplit *self,
              int      width,
              int      height)
{
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == GTK_ORIENTATION_HORIZONTAL)
    gtk_paned_set_position (self->paned, MAX (width - DETAILS_WIDTH, width / 2));
  else
    gtk_paned_set_position (self->paned, height * 45 / 100);
}

static gboolean
turn_cb (gpointer user_data)
{
  DdSplit *self = user_data;
  GtkOrientation orientation = gtk_widget_get_width (GTK_WIDGET (self)) >= WIDE
                             ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;

  self->turn_source = 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), orientation);
  self->unplaced = TRUE;

  return G_SOURCE_REMOVE;
}

/* A layout cannot be changed while it is made: it is turned right after. The border, though,
 * is placed at once. A place that is told before counts from the size the paned had when it
 * showed both parts last, and that may be another one, or that of the other direction. */
static void
dd_split_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  DdSplit *self = DD_SPLIT (widget);
  gboolean is_wide =
    gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == GTK_ORIENTATION_HORIZONTAL;

  gtk_widget_allocate (GTK_WIDGET (self->paned), width, height, baseline, NULL);
  if (self->unplaced && self->shown && is_wide == (width >= WIDE))
    {
      self->unplaced = FALSE;
      place_border (self, width, height);
      gtk_widget_allocate (GTK_WIDGET (self->paned), width, height, baseline, NULL);
    }
  if (is_wide != (width >= WIDE) && self->turn_source == 0)
    self->turn_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, turn_cb, self, NULL);
}

/* As narrow as the one of the two orientations that is narrower. */
static void
dd_split_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (DD_SPLIT (widget)->paned), orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static void
dd_split_dispose (GObject *object)
{
  DdSplit *self = DD_SPLIT (object);

  g_clear_handle_id (&self->turn_source, g_source_remove);
  if (self->paned != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->paned));
  self->paned = NULL;
  self->content = NULL;
  self->details = NULL;

  G_OBJECT_CLASS (dd_split_parent_class)->dispose (object);
}

static void
dd_split_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  DdSplit *self = DD_SPLIT (object);

  switch ((DdSplitProperty) prop_id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;

    case PROP_DETAILS:
      g_value_set_object (value, self->details);
      break;

    case PROP_DETAILS_SHOWN:
      g_value_set_boolean (value, self->shown);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_split_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  DdSplit *self = DD_SPLIT (object);

  switch ((DdSplitProperty) prop_id)
    {
    case PROP_CONTENT:
      self->content = g_value_get_object (value);
      gtk_paned_set_start_child (self->paned, self->content);
      break;

    case PROP_DETAILS:
      self->details = g_value_get_object (value);
      gtk_paned_set_end_child (self->paned, self->details);
      gtk_widget_set_visible (self->details, self->shown);
      break;

    case PROP_DETAILS_SHOWN:
      dd_split_set_details_shown (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_split_class_init (DdSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = dd_split_dispose;
  object_class->get_property = dd_split_get_property;
  object_class->set_property = dd_split_set_property;
  widget_class->size_allocate = dd_split_size_allocate;
  widget_class->measure = dd_split_measure;

  properties[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_DETAILS] =
    g_param_spec_object ("details", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_DETAILS_SHOWN] =
    g_param_spec_boolean ("details-shown", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dd_split_init (DdSplit *self)
{
  self->paned = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_paned_set_resize_end_child (self->paned, FALSE);
  gtk_paned_set_shrink_start_child (self->paned, FALSE);
  gtk_paned_set_shrink_end_child (self->paned, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->paned), GTK_WIDGET (self));
}

/**
 * dd_split_set_details_shown:
 *
 * Shows the details beside the content, or below it where there is no room.
 */
void
dd_split_set_details_shown (DdSplit  *self,
                            gboolean  shown)
{
  g_return_if_fail (DD_IS_SPLIT (self));

  if (self->shown == shown)
    return;

  self->shown = shown;
  if (self->details != NULL)
    gtk_widget_set_visible (self->details, shown);
  self->unplaced = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAILS_SHOWN]);
}

/**
 * dd_split_get_details_shown:
 *
 * Returns: whether there is more than the content to see
 */
gboolean
dd_split_get_details_shown (DdSplit *self)
{
  g_return_val_if_fail (DD_IS_SPLIT (self), FALSE);

  return self->shown;
}
