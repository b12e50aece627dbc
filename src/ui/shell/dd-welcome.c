/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-welcome"

#include "config.h"

#include "dd-welcome.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * DdWelcome:
 *
 * What the window shows while no file of records is open: at the first start,
 * and when the file cannot be opened.
 */
struct _DdWelcome
{
  GtkWidget      parent_instance;

  /* Template children */
  AdwStatusPage *status;
  GtkButton     *empty_button;
  GtkButton     *sample_button;
  GtkButton     *open_button;
  GtkButton     *own_button;
  GtkButton     *restore_button;
  GtkBox        *buttons;
  GtkSpinner    *spinner;
};

G_DEFINE_FINAL_TYPE (DdWelcome, dd_welcome, GTK_TYPE_WIDGET)

/* The keyboard begins at what most begin with. */
static gboolean
dd_welcome_grab_focus (GtkWidget *widget)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (DD_WELCOME (widget)->buttons));

  while (button != NULL && !gtk_widget_grab_focus (button))
    button = gtk_widget_get_next_sibling (button);

  return button != NULL;
}

static void
dd_welcome_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), DD_TYPE_WELCOME);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_welcome_parent_class)->dispose (object);
}

static void
dd_welcome_class_init (DdWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_welcome_dispose;
  widget_class->grab_focus = dd_welcome_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/dondoc/ui/shell/dd-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, DdWelcome, status);
  gtk_widget_class_bind_template_child (widget_class, DdWelcome, empty_button);
  gtk_widget_class_bind_template_child (widget_class, DdWelcome, sample_button);
  gtk_widget_class_bind_template_child (widget_class, DdWelcome, restore_button);
  gtk_widget_class_bind_template_child (widget_class, DdWelcome, spinner);
  gtk_widget_class_bind_template_child (widget_class, DdWelcome, buttons);
  gtk_widget_class_bind_template_child (widget_class, DdWelcome, own_button);
  gtk_widget_class_bind_template_child (widget_class, DdWelcome, open_button);
}

static void
dd_welcome_init (DdWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dd_welcome_new (void)
{
  return g_object_new (DD_TYPE_WELCOME, NULL);
}

/**
 * dd_welcome_show_error:
 * @sentence: why the file of records cannot be opened; plain text
 *
 * The file is there: nothing is offered that would take its place.
 */
void
dd_welcome_show_error (DdWelcome  *self,
                       const char *sentence)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (DD_IS_WELCOME (self));

  /* The description is markup, and the name of a file is not. */
  escaped = g_markup_escape_text (sentence, -1);
  adw_status_page_set_icon_name (self->status, "dialog-error-symbolic");
  adw_status_page_set_title (self->status, _("The File Cannot Be Opened"));
  adw_status_page_set_description (self->status, escaped);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->sample_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), TRUE);
}

/**
 * dd_welcome_show_missing:
 * @path: where there is no file of records, in the file system's encoding
 * @has_own: whether the user's own file is there
 *
 * The file was named, or was open the last time. The first thought is that it was moved.
 */
void
dd_welcome_show_missing (DdWelcome  *self,
                         const char *path,
                         gboolean    has_own)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *sentence = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (DD_IS_WELCOME (self));

  /* Translators: %s is the path of a file. */
  sentence = g_strdup_printf (_("There is nothing at “%s”. If the file was moved, open it where it "
                                "is now. If it never was, begin it there."), name);
  escaped = g_markup_escape_text (sentence, -1);
  adw_status_page_set_icon_name (self->status, "dialog-question-symbolic");
  adw_status_page_set_title (self->status, _("The File Is Not There"));
  adw_status_page_set_description (self->status, escaped);
  gtk_widget_remove_css_class (GTK_WIDGET (self->empty_button), "suggested-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->open_button), "suggested-action");
  gtk_box_reorder_child_after (self->buttons, GTK_WIDGET (self->open_button), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->own_button), has_own);
}

/**
 * dd_welcome_set_busy:
 *
 * While the file is being made nothing else can be begun.
 */
void
dd_welcome_set_busy (DdWelcome *self,
                     gboolean   busy)
{
  g_return_if_fail (DD_IS_WELCOME (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->buttons), !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}
