/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-side-pane"

#include "dd-side-pane.h"

/**
 * DdSidePane:
 *
 * A list with what is chosen in it beside it; where the window is narrow only
 * one of the two is there, and the whole room is its own.
 */
struct _DdSidePane
{
  GtkWidget  parent_instance;

  GtkWidget *list;
  GtkWidget *content;
  guint      tell_source;
  gboolean   narrow;            /* as the widget was laid out last */
  gboolean   folded;            /* as it was told */
  gboolean   content_shown;
};

G_DEFINE_FINAL_TYPE (DdSidePane, dd_side_pane, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_LIST = 1,
  PROP_CONTENT,
  PROP_FOLDED,
  PROP_CONTENT_SHOWN,
} DdSidePaneProperty;

static GParamSpec *properties[PROP_CONTENT_SHOWN + 1];

/* Below this width a list beside would take from the content what it needs. */
#define WIDE 1100
#define LIST_WIDTH 280

static gboolean
tell_cb (gpointer user_data)
{
  DdSidePane *self = user_data;

  self->tell_source = 0;
  if (self->folded != self->narrow)
    {
      self->folded = self->narrow;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
    }

  return G_SOURCE_REMOVE;
}

static void
place (GtkWidget *child,
       gboolean   shown,
       int        x,
       int        width,
       int        height)
{
  if (child == NULL)
    return;

  gtk_widget_set_child_visible (child, shown);
  if (shown)
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, 0, width, height }, -1);
}

/* Others are told of a fold once the layout is done: they may change it. */
static void
dd_side_pane_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  DdSidePane *self = DD_SIDE_PANE (widget);

  self->narrow = width < WIDE;
  if (self->narrow)
    {
      place (self->list, !self->content_shown, 0, width, height);
      place (self->content, self->content_shown, 0, width, height);
    }
  else
    {
      place (self->list, TRUE, 0, LIST_WIDTH, height);
      place (self->content, TRUE, LIST_WIDTH, width - LIST_WIDTH, height);
    }

  if (self->narrow != self->folded && self->tell_source == 0)
    self->tell_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, tell_cb, self, NULL);
}

static void
dd_side_pane_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  DdSidePane *self = DD_SIDE_PANE (widget);
  gboolean beside = orientation == GTK_ORIENTATION_VERTICAL && for_size >= WIDE;
  int list_minimum = 0, list_natural = 0, content_minimum = 0, content_natural = 0;

  if (self->list != NULL)
    gtk_widget_measure (self->list, orientation, beside ? LIST_WIDTH : for_size,
                        &list_minimum, &list_natural, NULL, NULL);
  if (self->content != NULL)
    gtk_widget_measure (self->content, orientation, beside ? for_size - LIST_WIDTH : for_size,
                        &content_minimum, &content_natural, NULL, NULL);
  *minimum = MAX (list_minimum, content_minimum);
  *natural = MAX (list_natural, content_natural);
}

static void
replace_child (DdSidePane  *self,
               GtkWidget  **child,
               GtkWidget   *fresh)
{
  g_clear_pointer (child, gtk_widget_unparent);
  *child = fresh;
  if (fresh != NULL)
    gtk_widget_set_parent (fresh, GTK_WIDGET (self));
}

static void
dd_side_pane_dispose (GObject *object)
{
  DdSidePane *self = DD_SIDE_PANE (object);

  g_clear_handle_id (&self->tell_source, g_source_remove);
  replace_child (self, &self->list, NULL);
  replace_child (self, &self->content, NULL);

  G_OBJECT_CLASS (dd_side_pane_parent_class)->dispose (object);
}

static void
dd_side_pane_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  DdSidePane *self = DD_SIDE_PANE (object);

  switch ((DdSidePaneProperty) prop_id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;

    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;

    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;

    case PROP_CONTENT_SHOWN:
      g_value_set_boolean (value, self->content_shown);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_side_pane_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  DdSidePane *self = DD_SIDE_PANE (object);

  switch ((DdSidePaneProperty) prop_id)
    {
    case PROP_LIST:
      replace_child (self, &self->list, g_value_get_object (value));
      break;

    case PROP_CONTENT:
      replace_child (self, &self->content, g_value_get_object (value));
      break;

    case PROP_CONTENT_SHOWN:
      dd_side_pane_set_content_shown (self, g_value_get_boolean (value));
      break;

    case PROP_FOLDED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_side_pane_class_init (DdSidePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = dd_side_pane_dispose;
  object_class->get_property = dd_side_pane_get_property;
  object_class->set_property = dd_side_pane_set_property;
  widget_class->size_allocate = dd_side_pane_size_allocate;
  widget_class->measure = dd_side_pane_measure;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTENT_SHOWN] =
    g_param_spec_boolean ("content-shown", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dd_side_pane_init (DdSidePane *self)
{
  self->narrow = self->folded = TRUE;
}

/**
 * dd_side_pane_get_folded:
 *
 * Returns: whether there is room for only one of the two
 */
gboolean
dd_side_pane_get_folded (DdSidePane *self)
{
  g_return_val_if_fail (DD_IS_SIDE_PANE (self), FALSE);

  return self->folded;
}

gboolean
dd_side_pane_get_content_shown (DdSidePane *self)
{
  g_return_val_if_fail (DD_IS_SIDE_PANE (self), FALSE);

  return self->content_shown;
}

/**
 * dd_side_pane_set_content_shown:
 * @shown: which of the two is there where there is room for one
 */
void
dd_side_pane_set_content_shown (DdSidePane *self,
                                gboolean    shown)
{
  g_return_if_fail (DD_IS_SIDE_PANE (self));

  if (self->content_shown == shown)
    return;

  self->content_shown = shown;
  /* At once, so that the focus can be put there. */
  if (self->narrow && self->list != NULL && self->content != NULL)
    {
      gtk_widget_set_child_visible (self->list, !shown);
      gtk_widget_set_child_visible (self->content, shown);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT_SHOWN]);
}
