/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-accessible"

#include "dd-accessible.h"

#include "dd-day-entry.h"
#include "dd-reference-entry.h"
#include "dd-reference-list.h"

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_ENTRY (widget) ? widget : NULL;

  /* What pops up has no entry of its own. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      found = find_entry (child);

  return found;
}

/* What takes the focus, and is told of when it does; NULL: there is more than one. */
static GtkWidget *
find_input (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_DROP_DOWN (widget) ||
      GTK_IS_CHECK_BUTTON (widget))
    return widget;
  if (DD_IS_DAY_ENTRY (widget) || DD_IS_REFERENCE_ENTRY (widget) || DD_IS_REFERENCE_LIST (widget))
    return find_entry (widget);

  return NULL;
}

static void
set_label (GtkWidget  *widget,
           const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* GTK 4.8 gives the focus to the button in it, which it does not name. Since that is
 * a button, nobody asks it for a value: the name has to tell what is chosen. */
static void
selected_cb (GtkDropDown *drop_down,
             GParamSpec  *pspec,
             const char  *label)
{
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *name = NULL;

  if (GTK_IS_STRING_OBJECT (item))
    name = g_strdup_printf ("%s: %s", label, gtk_string_object_get_string (item));
  set_label (gtk_widget_get_first_child (GTK_WIDGET (drop_down)), name != NULL ? name : label);
}

static void
free_label (gpointer  data,
            GClosure *closure)
{
  g_free (data);
}

/**
 * dd_accessible_set_label:
 * @widget: any; an input of GTK, or one of ours with such in it, is named inside as well
 *
 * Names a widget, and what in it takes the focus, by the label that is seen beside it.
 */
void
dd_accessible_set_label (GtkWidget  *widget,
                         const char *label)
{
  GtkWidget *input = find_input (widget);

  set_label (widget, label);
  if (input == NULL)
    return;

  set_label (input, label);
  if (GTK_IS_DROP_DOWN (input))
    {
      g_signal_handlers_disconnect_matched (input, G_SIGNAL_MATCH_FUNC, 0, 0, NULL,
                                            (gpointer) selected_cb, NULL);
      g_signal_connect_data (input, "notify::selected", G_CALLBACK (selected_cb),
                             g_strdup (label), free_label, 0);
      selected_cb (GTK_DROP_DOWN (input), NULL, label);
    }
}

/**
 * dd_accessible_set_below:
 * @below: the label below with a hint, or with what is wrong
 *
 * Tells what stands below a widget, and whether that is a fault, to who comes to
 * what takes the focus in it.
 */
void
dd_accessible_set_below (GtkWidget *widget,
                         GtkWidget *below,
                         gboolean   is_fault)
{
  GtkWidget *input = find_input (widget);
  GtkAccessibleInvalidState invalid = is_fault ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE;

  if (input == NULL)
    return;
  if (GTK_IS_DROP_DOWN (input))
    input = gtk_widget_get_first_child (input);

  if (gtk_widget_get_visible (below))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    below, NULL, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_state (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_STATE_INVALID, invalid, -1);
}
