/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-figure-box"

#include "config.h"

#include "dd-figure-box.h"

#include "dd-number-text.h"
#include "dd-status.h"

#include <glib/gi18n-lib.h>

/**
 * DdFigureBox:
 *
 * A number of tasks that have some statuses, as a button that shows them. Parts
 * of that number stand below, each a button of its own.
 *
 * Until there is a number the box keeps its place. No text stands there meanwhile: a font
 * of another size takes longer to load than all else of the box takes to be shown.
 */
struct _DdFigureBox
{
  GtkWidget  parent_instance;

  /* Template children */
  GtkButton *button;
  GtkLabel  *title;
  GtkWidget *figure;            /* around the count */
  GtkLabel  *count;
  GtkLabel  *note;

  GPtrArray *parts;             /* of Part */
};

G_DEFINE_FINAL_TYPE (DdFigureBox, dd_figure_box, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_TITLE = 1,
  PROP_COUNT_CLASS,
} DdFigureBoxProperty;

static GParamSpec *properties[PROP_COUNT_CLASS + 1];

typedef struct
{
  guint      statuses;
  GtkWidget *button;
} Part;

static void
set_statuses_shown (GtkWidget *button,
                    guint      statuses)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uxs)", statuses, (gint64) 0, "");
}

static GtkWidget *
add_part (DdFigureBox *self,
          guint        statuses)
{
  GtkWidget *label = gtk_label_new (NULL);
  Part *part = g_new0 (Part, 1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  part->statuses = statuses;
  part->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (part->button), label);
  gtk_widget_add_css_class (part->button, "flat");
  gtk_widget_add_css_class (part->button, "caption");
  set_statuses_shown (part->button, statuses);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (part->button), "win.show-statuses");
  gtk_widget_set_parent (part->button, GTK_WIDGET (self));
  g_ptr_array_add (self->parts, part);

  return part->button;
}

static void
dd_figure_box_dispose (GObject *object)
{
  DdFigureBox *self = DD_FIGURE_BOX (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_FIGURE_BOX);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->parts, g_ptr_array_unref);

  G_OBJECT_CLASS (dd_figure_box_parent_class)->dispose (object);
}

static void
dd_figure_box_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  DdFigureBox *self = DD_FIGURE_BOX (object);

  switch ((DdFigureBoxProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (self->title));
      break;

    case PROP_COUNT_CLASS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_figure_box_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  DdFigureBox *self = DD_FIGURE_BOX (object);

  switch ((DdFigureBoxProperty) prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_text (self->title, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;

    case PROP_COUNT_CLASS:
      gtk_widget_add_css_class (GTK_WIDGET (self->count), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_figure_box_class_init (DdFigureBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dd_figure_box_dispose;
  object_class->get_property = dd_figure_box_get_property;
  object_class->set_property = dd_figure_box_set_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /* How large the number is: "title-1" or "title-3". */
  properties[PROP_COUNT_CLASS] =
    g_param_spec_string ("count-class", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/overview/dd-figure-box.ui");
  gtk_widget_class_bind_template_child (widget_class, DdFigureBox, button);
  gtk_widget_class_bind_template_child (widget_class, DdFigureBox, title);
  gtk_widget_class_bind_template_child (widget_class, DdFigureBox, figure);
  gtk_widget_class_bind_template_child (widget_class, DdFigureBox, count);
  gtk_widget_class_bind_template_child (widget_class, DdFigureBox, note);
}

static void
dd_figure_box_init (DdFigureBox *self)
{
  self->parts = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_statuses_shown (GTK_WIDGET (self->button), 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_BUSY, TRUE, -1);
}

/**
 * dd_figure_box_set_statuses:
 * @statuses: a set of %DD_STATUS_BIT, whose tasks the box counts and shows
 */
void
dd_figure_box_set_statuses (DdFigureBox *self,
                            guint        statuses)
{
  g_return_if_fail (DD_IS_FIGURE_BOX (self));

  set_statuses_shown (GTK_WIDGET (self->button), statuses);
}

/**
 * dd_figure_box_show:
 * @note: (nullable): a few words on the number: what share it is
 */
void
dd_figure_box_show (DdFigureBox *self,
                    guint        count,
                    const char  *note)
{
  g_autofree char *text = dd_number_to_text (count);
  g_autofree char *name = NULL;

  g_return_if_fail (DD_IS_FIGURE_BOX (self));

  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), TRUE);
  gtk_widget_remove_css_class (self->figure, "waiting");
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_BUSY, FALSE,
                               -1);

  /* Translators: read aloud for a number on the overview: what it counts, and how many. */
  name = g_strdup_printf (_("%s: %s"), gtk_label_get_text (self->title), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note != NULL ? note : "",
                                  -1);
}

/**
 * dd_figure_box_set_alarming:
 * @alarming: whether the number is one that should not be there
 */
void
dd_figure_box_set_alarming (DdFigureBox *self,
                            gboolean     alarming)
{
  g_return_if_fail (DD_IS_FIGURE_BOX (self));

  dd_status_set_class (GTK_WIDGET (self->count), alarming ? "error" : NULL);
}

/**
 * dd_figure_box_show_part:
 * @statuses: those of the part
 * @text: (nullable): the part in words, with its number; %NULL: there is none now
 */
void
dd_figure_box_show_part (DdFigureBox *self,
                         guint        statuses,
                         const char  *text)
{
  GtkWidget *button = NULL;

  g_return_if_fail (DD_IS_FIGURE_BOX (self));

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = self->parts->pdata[i];

      if (part->statuses == statuses)
        button = part->button;
    }
  if (button == NULL && text == NULL)
    return;

  if (button == NULL)
    button = add_part (self, statuses);
  gtk_widget_set_visible (button, text != NULL);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                      text != NULL ? text : "");
}
