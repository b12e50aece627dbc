/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-options-list"

#include "config.h"

#include "dd-options-list.h"

#include <glib/gi18n-lib.h>

/**
 * DdOptionsList:
 *
 * The choices of a list field, any number of which may be ticked.
 *
 * Lines of the list that are none of the choices stand below them in their own
 * words, so that nothing is lost that came from another file.
 */
struct _DdOptionsList
{
  GtkWidget  parent_instance;

  guint      field;
  GPtrArray *checks;            /* of GtkCheckButton, borrowed */
  GPtrArray *lines;             /* of char *: what each stands for in the record */
};

G_DEFINE_FINAL_TYPE (DdOptionsList, dd_options_list, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
toggled_cb (DdOptionsList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_check (DdOptionsList *self,
           const char    *line,
           const char    *text,
           gboolean       active)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (text);

  /* A label of one's own: the button's would not wrap, and may be a user's words. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 3);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (check, GTK_WIDGET (self));
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->lines, g_strdup (line));
}

static gboolean
dd_options_list_grab_focus (GtkWidget *widget)
{
  DdOptionsList *self = DD_OPTIONS_LIST (widget);

  return self->checks->len > 0 && gtk_widget_grab_focus (self->checks->pdata[0]);
}

static void
dd_options_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_options_list_parent_class)->dispose (object);
}

static void
dd_options_list_finalize (GObject *object)
{
  DdOptionsList *self = DD_OPTIONS_LIST (object);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (dd_options_list_parent_class)->finalize (object);
}

static void
dd_options_list_class_init (DdOptionsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dd_options_list_dispose;
  object_class->finalize = dd_options_list_finalize;
  widget_class->grab_focus = dd_options_list_grab_focus;

  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_OPTIONS_LIST, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dd_options_list_init (DdOptionsList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  self->checks = g_ptr_array_new ();
  self->lines = g_ptr_array_new_with_free_func (g_free);
}

/**
 * dd_options_list_new:
 * @field: a %DD_FIELD_LIST with choices
 */
GtkWidget *
dd_options_list_new (const DdRow *row,
                     guint        field)
{
  DdOptionsList *self = g_object_new (DD_TYPE_OPTIONS_LIST, NULL);
  const DdField *description = &dd_row_get_type (row)->fields[field];
  g_auto (GStrv) lines = dd_row_get_list (row, field);
  guint choice;

  self->field = field;
  for (guint i = 0; i < description->n_choices; i++)
    {
      const char *code = description->choices[i].code;

      add_check (self, code, dd_field_get_choice_label (description, i),
                 g_strv_contains ((const char * const *) lines, code));
    }
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !dd_field_find_choice (description, lines[i], &choice))
      add_check (self, lines[i], lines[i], TRUE);

  return GTK_WIDGET (self);
}

/**
 * dd_options_list_read:
 *
 * Puts what is ticked into the row.
 */
void
dd_options_list_read (DdOptionsList *self,
                      DdRow         *row)
{
  g_autoptr (GPtrArray) ticked = g_ptr_array_new ();

  g_return_if_fail (DD_IS_OPTIONS_LIST (self));

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (ticked, self->lines->pdata[i]);
  g_ptr_array_add (ticked, NULL);
  dd_row_set_list (row, self->field, (const char * const *) ticked->pdata);
}
