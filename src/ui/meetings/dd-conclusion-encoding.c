/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-conclusion-encoding"

#include "config.h"

#include "dd-conclusion-encoding.h"

#include "dd-text.h"

#include <glib/gi18n-lib.h>

/* So many characters of the beginning show how a text is written. */
#define PREVIEW_MAX 1500

/**
 * DdConclusionEncoding:
 *
 * Shows a text from before Unicode as it came and as it will be read, and lets the user say how
 * it is written. Tells by "chosen" what was said.
 */
struct _DdConclusionEncoding
{
  AdwWindow      parent_instance;

  /* Template children */
  GtkLabel      *explanation;
  AdwComboRow   *choice;
  GtkLabel      *before;
  GtkLabel      *after;

  char          *beginning;     /* of the text as it came */
};

G_DEFINE_FINAL_TYPE (DdConclusionEncoding, dd_conclusion_encoding, ADW_TYPE_WINDOW)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

/* In the order of the choice. */
static const DdOldEncoding encodings[] = {
  DD_OLD_ENCODING_TCVN3, DD_OLD_ENCODING_VNI, DD_OLD_ENCODING_NONE,
};

static DdOldEncoding
get_chosen (DdConclusionEncoding *self)
{
  const guint chosen = adw_combo_row_get_selected (self->choice);

  return chosen < G_N_ELEMENTS (encodings) ? encodings[chosen] : DD_OLD_ENCODING_NONE;
}

static void
choice_changed_cb (DdConclusionEncoding *self)
{
  g_autofree char *converted = NULL;
  g_autofree char *visible = NULL;

  if (self->beginning == NULL)
    return;
  converted = dd_old_encoding_convert (get_chosen (self), self->beginning);
  visible = dd_text_visible (converted);
  gtk_label_set_text (self->after, visible);
}

static void
read_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdConclusionEncoding *self = DD_CONCLUSION_ENCODING (widget);

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, (int) get_chosen (self));
  g_object_unref (self);
}

static void
dd_conclusion_encoding_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DD_TYPE_CONCLUSION_ENCODING);

  G_OBJECT_CLASS (dd_conclusion_encoding_parent_class)->dispose (object);
}

static void
dd_conclusion_encoding_finalize (GObject *object)
{
  g_free (DD_CONCLUSION_ENCODING (object)->beginning);

  G_OBJECT_CLASS (dd_conclusion_encoding_parent_class)->finalize (object);
}

static void
dd_conclusion_encoding_class_init (DdConclusionEncodingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_conclusion_encoding_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_conclusion_encoding_finalize;

  /* The encoding, a DdOldEncoding. */
  signals[CHOSEN] =
    g_signal_new ("chosen", DD_TYPE_CONCLUSION_ENCODING, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/meetings/dd-conclusion-encoding.ui");
  gtk_widget_class_bind_template_child (widget_class, DdConclusionEncoding, explanation);
  gtk_widget_class_bind_template_child (widget_class, DdConclusionEncoding, choice);
  gtk_widget_class_bind_template_child (widget_class, DdConclusionEncoding, before);
  gtk_widget_class_bind_template_child (widget_class, DdConclusionEncoding, after);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_install_action (widget_class, "encoding.read", NULL, read_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dd_conclusion_encoding_init (DdConclusionEncoding *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Enter reads; it does not leave. */
  gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (self)));
}

/* The first lines that have something in them. */
static char *
get_beginning (const char *text)
{
  const char *end;

  while (g_unichar_isspace (g_utf8_get_char (text)) && *text != '\0')
    text = g_utf8_next_char (text);
  end = text;
  for (guint i = 0; i < PREVIEW_MAX && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  return g_strndup (text, (gsize) (end - text));
}

/**
 * dd_conclusion_encoding_new:
 * @file: a text that was recognised as one from before Unicode
 */
DdConclusionEncoding *
dd_conclusion_encoding_new (GtkWindow        *parent,
                            const DdTextFile *file)
{
  DdConclusionEncoding *self = g_object_new (DD_TYPE_CONCLUSION_ENCODING, "transient-for", parent,
                                             NULL);
  /* Translators: %s is the name of an encoding: "TCVN3 (ABC)". */
  g_autofree char *explanation =
    g_strdup_printf (_("This text is not in Unicode: it was written for the fonts of %s. Check "
                       "that it is readable once it is converted."),
                     dd_old_encoding_get_name (file->encoding));
  g_autofree char *visible = NULL;

  self->beginning = get_beginning (file->unconverted);
  visible = dd_text_visible (self->beginning);
  gtk_label_set_text (self->explanation, explanation);
  gtk_label_set_text (self->before, visible);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (encodings[i] == file->encoding)
      adw_combo_row_set_selected (self->choice, i);
  choice_changed_cb (self);

  return self;
}
