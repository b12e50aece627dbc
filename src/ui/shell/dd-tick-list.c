/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-tick-list"

#include "config.h"

#include "dd-tick-list.h"

#include "dd-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * DdTickList:
 *
 * Names to be ticked, as many as there are, with a search above them that leaves what
 * was ticked as it is.
 */
struct _DdTickList
{
  GtkWidget       parent_instance;

  GtkSearchEntry *search;
  GtkListBox     *box;
  GPtrArray      *checks;       /* of GtkCheckButton, borrowed */
  char           *wanted;       /* folded */
};

G_DEFINE_FINAL_TYPE (DdTickList, dd_tick_list, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
toggled_cb (DdTickList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_wanted (GtkListBoxRow *row,
           gpointer       user_data)
{
  DdTickList *self = user_data;
  GtkWidget *check = gtk_list_box_row_get_child (row);
  g_autofree char *folded = NULL;

  if (self->wanted == NULL || *self->wanted == '\0')
    return TRUE;

  folded = dd_fold (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)));

  return strstr (folded, self->wanted) != NULL;
}

static void
search_changed_cb (DdTickList *self)
{
  g_free (self->wanted);
  self->wanted = dd_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->box);
}

/* Return on a row ticks it. */
static void
row_activated_cb (DdTickList    *self,
                  GtkListBoxRow *row)
{
  GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static void
dd_tick_list_dispose (GObject *object)
{
  DdTickList *self = DD_TICK_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (dd_tick_list_parent_class)->dispose (object);
}

static void
dd_tick_list_class_init (DdTickListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_tick_list_dispose;

  /**
   * DdTickList::changed:
   *
   * A name was ticked, or is not any more.
   */
  signals[CHANGED] = g_signal_new ("changed", DD_TYPE_TICK_LIST, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
dd_tick_list_init (DdTickList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *window = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->checks = g_ptr_array_new ();

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _("Search, with or without marks"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->search), GTK_WIDGET (self));

  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->box, is_wanted, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Units"), -1);
  g_signal_connect_object (self->box, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (window), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->box));
  gtk_widget_add_css_class (window, "text-frame");
  gtk_widget_set_parent (window, GTK_WIDGET (self));
}

GtkWidget *
dd_tick_list_new (void)
{
  return g_object_new (DD_TYPE_TICK_LIST, NULL);
}

/**
 * dd_tick_list_add:
 *
 * Adds a name that is not ticked, at the end.
 */
void
dd_tick_list_add (DdTickList *self,
                  const char *name)
{
  GtkWidget *check = gtk_check_button_new_with_label (name);

  g_return_if_fail (DD_IS_TICK_LIST (self));

  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->box, check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (check)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_ptr_array_add (self->checks, check);
}

/**
 * dd_tick_list_get_ticked:
 * @position: of a name, in the order in which they were added
 */
gboolean
dd_tick_list_get_ticked (DdTickList *self,
                         guint       position)
{
  g_return_val_if_fail (DD_IS_TICK_LIST (self), FALSE);

  return gtk_check_button_get_active (self->checks->pdata[position]);
}
