/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-focus"

#include "dd-focus.h"

static GtkWidget *
get_next (GtkWidget *child,
          gboolean   backward)
{
  return backward ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child);
}

/* The child that the focus is in, or NULL. */
static GtkWidget *
find_focused_child (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    return NULL;
  while (gtk_widget_get_parent (focus) != widget)
    focus = gtk_widget_get_parent (focus);

  return focus;
}

/**
 * dd_focus_move:
 *
 * How Tab moves through a widget that is made of others and hands the focus it gets to
 * one of them: to be its "focus", whenever it has a "grab_focus" of its own.
 *
 * GTK would hand Shift+Tab to that one again and again, so that nobody came out
 * backwards, and Tab would pass by what stands before it.
 */
gboolean
dd_focus_move (GtkWidget        *widget,
               GtkDirectionType  direction)
{
  gboolean backward = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *child;

  if (!backward && direction != GTK_DIR_TAB_FORWARD)
    return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->focus (widget, direction);

  child = find_focused_child (widget);
  if (child != NULL)
    {
      if (gtk_widget_child_focus (child, direction))
        return TRUE;
      child = get_next (child, backward);
    }
  else
    {
      child = backward ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
    }

  /* What pops up is no stop on the way. */
  for (; child != NULL; child = get_next (child, backward))
    if (gtk_widget_get_mapped (child) && !GTK_IS_NATIVE (child) &&
        gtk_widget_child_focus (child, direction))
      return TRUE;

  return FALSE;
}
