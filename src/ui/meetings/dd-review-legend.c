/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-legend"

#include "config.h"

#include "dd-review-legend.h"

#include "dd-mark-style.h"
#include "dd-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SPACING 6

/**
 * DdReviewLegend:
 *
 * The kinds of what is recognised, each as its words look in the text. A kind that
 * is pressed out is not shown there.
 */
struct _DdReviewLegend
{
  GtkWidget        parent_instance;

  GtkToggleButton *buttons[DD_N_MARK_KINDS];
};

G_DEFINE_FINAL_TYPE (DdReviewLegend, dd_review_legend, GTK_TYPE_WIDGET)

enum { TOGGLED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
colour (DdReviewLegend *self)
{
  for (guint i = 0; i < DD_N_MARK_KINDS; i++)
    {
      gboolean shown = gtk_toggle_button_get_active (self->buttons[i]);
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      GtkWidget *label = gtk_button_get_child (GTK_BUTTON (self->buttons[i]));

      if (shown)
        dd_mark_style_add_attributes (attributes, i, PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING,
                                      PANGO_ATTR_INDEX_TO_TEXT_END);
      else
        pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      gtk_label_set_attributes (GTK_LABEL (label), attributes);
    }
}

static void
toggled_cb (DdReviewLegend  *self,
            GtkToggleButton *button)
{
  colour (self);
  for (guint i = 0; i < DD_N_MARK_KINDS; i++)
    if (self->buttons[i] == button)
      g_signal_emit (self, signals[TOGGLED], 0, i, gtk_toggle_button_get_active (button));
}

static void
dd_review_legend_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_review_legend_parent_class)->dispose (object);
}

static void
dd_review_legend_class_init (DdReviewLegendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_review_legend_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  /* A kind is to be shown in the text, or not. */
  signals[TOGGLED] =
    g_signal_new ("toggled", DD_TYPE_REVIEW_LEGEND, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
}

static void
append_button (DdReviewLegend *self,
               guint           kind)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (dd_mark_style_get_label (kind));
  /* Translators: %s is what is marked in a text: "Lead", "Deadline". */
  g_autofree char *hint = g_strdup_printf (_("Show in the text: %s"),
                                           dd_mark_style_get_label (kind));

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_set_tooltip_text (button, hint);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  self->buttons[kind] = GTK_TOGGLE_BUTTON (button);
}

static void
dd_review_legend_init (DdReviewLegend *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), dd_wrap_layout_new (SPACING));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Legend"), -1);
  for (guint i = 0; i < DD_N_MARK_KINDS; i++)
    append_button (self, i);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (colour),
                           self, G_CONNECT_SWAPPED);
  colour (self);
}

GtkWidget *
dd_review_legend_new (void)
{
  return g_object_new (DD_TYPE_REVIEW_LEGEND, NULL);
}
