/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-chip"

#include "config.h"

#include "dd-chip.h"

#include <glib/gi18n-lib.h>

/**
 * DdChip:
 *
 * Something that was recognised, in a small frame: what kind of thing it is, and what it is
 * taken for. It opens to be corrected ("opened"), and can be taken away ("removed") by its
 * button or by Delete.
 */
struct _DdChip
{
  GtkWidget   parent_instance;

  GtkButton  *button;
  GtkImage   *icon;
  GtkLabel   *caption;
  GtkLabel   *text;
  GtkLabel   *note;
  GtkButton  *remove_button;
  GtkPopover *popover;          /* NULL until it was opened */
  gboolean    removable;
};

G_DEFINE_FINAL_TYPE (DdChip, dd_chip, GTK_TYPE_WIDGET)

enum { OPENED, REMOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* So much of a text is seen; the rest is in the tooltip. */
#define TEXT_CHARS 44

static void
clicked_cb (DdChip *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  if (DD_CHIP (widget)->removable)
    g_signal_emit (widget, signals[REMOVED], 0);
}

static GtkLabel *
append_label (GtkBox     *box,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static gboolean
dd_chip_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DD_CHIP (widget)->button));
}

static void
dd_chip_size_allocate (GtkWidget *widget,
                       int        width,
                       int        height,
                       int        baseline)
{
  DdChip *self = DD_CHIP (widget);

  GTK_WIDGET_CLASS (dd_chip_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (self->popover);
}

static void
dd_chip_dispose (GObject *object)
{
  GtkWidget *child;

  DD_CHIP (object)->popover = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_chip_parent_class)->dispose (object);
}

static void
dd_chip_class_init (DdChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_chip_dispose;
  widget_class->grab_focus = dd_chip_grab_focus;
  widget_class->size_allocate = dd_chip_size_allocate;

  signals[OPENED] =
    g_signal_new ("opened", DD_TYPE_CHIP, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] =
    g_signal_new ("removed", DD_TYPE_CHIP, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "chip.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "chip.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "chip.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "chip.remove", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chip");
}

static void
dd_chip_init (DdChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  self->caption = append_label (GTK_BOX (box), "caption");
  self->text = append_label (GTK_BOX (box), NULL);
  self->note = append_label (GTK_BOX (box), "caption");
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_child (self->button, box);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));

  self->remove_button = GTK_BUTTON (gtk_button_new_from_icon_name ("window-close-symbolic"));
  gtk_widget_add_css_class (GTK_WIDGET (self->remove_button), "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove_button), "chip.remove");
  /* Delete does it: one stop for each chip is enough. */
  gtk_widget_set_focusable (GTK_WIDGET (self->remove_button), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->remove_button), GTK_WIDGET (self));
}

GtkWidget *
dd_chip_new (void)
{
  return g_object_new (DD_TYPE_CHIP, NULL);
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/**
 * dd_chip_show:
 * @caption: the kind of thing, translated
 * @look: (nullable): how the caption looks: as what it stands for does in the line
 * @text: what it is taken for; plain text
 * @note: (nullable): what else is to be known of it
 */
void
dd_chip_show (DdChip        *self,
              const char    *caption,
              PangoAttrList *look,
              const char    *text,
              const char    *note,
              DdChipFlags    flags)
{
  gboolean doubtful = (flags & DD_CHIP_DOUBTFUL) != 0;
  gboolean missing = (flags & DD_CHIP_MISSING) != 0;
  g_autofree char *name = NULL;
  g_autofree char *verb = NULL;

  g_return_if_fail (DD_IS_CHIP (self));

  self->removable = (flags & DD_CHIP_REMOVABLE) != 0;
  gtk_label_set_text (self->caption, caption);
  gtk_label_set_attributes (self->caption, look);
  gtk_label_set_text (self->text, text);
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_image_set_from_icon_name (self->icon, missing ? "list-add-symbolic"
                                                    : "dialog-question-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->icon), doubtful || missing);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), self->removable);
  gtk_widget_set_can_target (GTK_WIDGET (self->button), (flags & DD_CHIP_OPENS) != 0);
  set_class (GTK_WIDGET (self), "doubtful", doubtful);
  set_class (GTK_WIDGET (self), "missing", missing);

  name = note != NULL ? g_strdup_printf ("%s: %s (%s)", caption, text, note)
                      : g_strdup_printf ("%s: %s", caption, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  /* Translators: %s is what was recognised in a typed line, "Lead: Department of Justice". */
  verb = g_strdup_printf (_("Do not read it as “%s”"), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remove_button), verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, verb, -1);
}

/**
 * dd_chip_open:
 * @content: what it is corrected with
 *
 * Opens the chip, with the focus in @content.
 */
void
dd_chip_open (DdChip    *self,
              GtkWidget *content)
{
  g_return_if_fail (DD_IS_CHIP (self));

  if (self->popover == NULL)
    {
      self->popover = GTK_POPOVER (gtk_popover_new ());
      gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
      gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
    }
  gtk_popover_set_child (self->popover, content);
  gtk_popover_popup (self->popover);
  gtk_widget_grab_focus (content);
}

void
dd_chip_close (DdChip *self)
{
  g_return_if_fail (DD_IS_CHIP (self));

  if (self->popover != NULL)
    gtk_popover_popdown (self->popover);
}

/**
 * dd_chip_get_open:
 *
 * Returns: whether it is being corrected
 */
gboolean
dd_chip_get_open (DdChip *self)
{
  g_return_val_if_fail (DD_IS_CHIP (self), FALSE);

  return self->popover != NULL && gtk_widget_get_visible (GTK_WIDGET (self->popover));
}
