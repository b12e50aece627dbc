/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-form-line"

#include "config.h"

#include "dd-form-line.h"

#include "dd-accessible.h"
#include "dd-day-entry.h"
#include "dd-focus.h"
#include "dd-reference-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * DdFormLine:
 *
 * A field of a form: its label, the widget that its type asks for, and below
 * it what is wrong with the value, or a hint.
 */
struct _DdFormLine
{
  GtkWidget      parent_instance;

  const DdField *description;   /* NULL for a widget of the caller's */
  DdFormField    field;
  GtkWidget     *widget;        /* what the value is read from */
  GtkLabel      *below;
  char          *hint;
};

G_DEFINE_FINAL_TYPE (DdFormLine, dd_form_line, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *
get_label (DdFormLine *self)
{
  return self->field.label != NULL ? _(self->field.label) : dd_field_get_label (self->description);
}

static void
changed_cb (DdFormLine *self)
{
  dd_form_line_set_fault (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- widgets by type ------------------------------------------------------ */

static GtkWidget *
make_entry (DdFormLine  *self,
            const DdRow *row)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *code = dd_row_field_to_code (row, self->field.field);

  gtk_editable_set_text (GTK_EDITABLE (entry), code != NULL ? code : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  if (!dd_field_is_text (self->description))
    {
      gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
      gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
    }
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static GtkWidget *
make_text_view (DdFormLine  *self,
                const DdRow *row)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  const char *text = dd_row_get_text (row, self->field.field);

  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return view;
}

static GtkWidget *
make_drop_down (DdFormLine  *self,
                const DdRow *row)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; i < self->description->n_choices; i++)
    gtk_string_list_append (labels, dd_field_get_choice_label (self->description, i));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down),
                              dd_row_get_choice (row, self->field.field));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return drop_down;
}

static GtkWidget *
make_day_entry (DdFormLine  *self,
                DdSession   *session,
                const DdRow *row)
{
  GtkWidget *entry = dd_day_entry_new (dd_session_get_today (session));

  dd_day_entry_set_day (DD_DAY_ENTRY (entry), dd_row_get_day (row, self->field.field));
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static GtkWidget *
make_reference_entry (DdFormLine *self,
                      DdSession  *session)
{
  DdKind kind = self->description->reference;
  GtkWidget *entry = dd_reference_entry_new (session, kind);

  dd_reference_entry_set_may_create (DD_REFERENCE_ENTRY (entry),
                                     kind == DD_KIND_UNIT || kind == DD_KIND_PROCEDURE);

  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static GtkWidget *
make_check (DdFormLine  *self,
            const DdRow *row)
{
  GtkWidget *check = gtk_check_button_new_with_label (get_label (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               dd_row_get_flag (row, self->field.field));
  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return check;
}

static gboolean
is_long (const DdField *description)
{
  return description->type == DD_FIELD_LIST || description->max_length > DD_FIELD_LINE_MAX ||
         (description->flags & DD_FIELD_MULTILINE) != 0;
}

static GtkWidget *
make_widget (DdFormLine  *self,
             DdSession   *session,
             const DdRow *row)
{
  switch (self->description->type)
    {
    case DD_FIELD_CHOICE:
      return make_drop_down (self, row);
    case DD_FIELD_DAY:
      return make_day_entry (self, session, row);
    case DD_FIELD_REFERENCE:
      return make_reference_entry (self, session);
    case DD_FIELD_FLAG:
      return make_check (self, row);
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
    case DD_FIELD_INSTANT:
    case DD_FIELD_NUMBER:
    case DD_FIELD_REAL:
    default:
      return is_long (self->description) ? make_text_view (self, row) : make_entry (self, row);
    }
}

/* --- the line ------------------------------------------------------------- */

static void
append (DdFormLine *self,
        GtkWidget  *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
append_label (DdFormLine *self,
              const char *text,
              gboolean    required)
{
  /* Translators: the label of a field that has to be filled in. */
  g_autofree char *marked = required ? g_strdup_printf (_("%s (required)"), text) : g_strdup (text);
  GtkWidget *label = gtk_label_new (marked);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption-heading");
  dd_accessible_set_label (self->widget, marked);
  append (self, label);
}

static void
append_widget (DdFormLine *self)
{
  GtkWidget *frame;

  if (!GTK_IS_TEXT_VIEW (self->widget))
    {
      append (self, self->widget);
      return;
    }

  frame = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (frame, "text-frame");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 64);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), 160);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), self->widget);
  append (self, frame);
}

static void
append_below (DdFormLine *self)
{
  self->below = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->below, 0);
  gtk_label_set_wrap (self->below, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->below), "caption");
  append (self, GTK_WIDGET (self->below));
  dd_form_line_set_fault (self, NULL);
}

static gboolean
dd_form_line_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DD_FORM_LINE (widget)->widget);
}

static void
dd_form_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_form_line_parent_class)->dispose (object);
}

static void
dd_form_line_finalize (GObject *object)
{
  g_clear_pointer (&DD_FORM_LINE (object)->hint, g_free);

  G_OBJECT_CLASS (dd_form_line_parent_class)->finalize (object);
}

static void
dd_form_line_class_init (DdFormLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dd_form_line_dispose;
  object_class->finalize = dd_form_line_finalize;
  widget_class->focus = dd_focus_move;
  widget_class->grab_focus = dd_form_line_grab_focus;

  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_FORM_LINE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
dd_form_line_init (DdFormLine *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/**
 * dd_form_line_new:
 * @row: whose value stands in the field at first
 */
GtkWidget *
dd_form_line_new (DdSession         *session,
                  const DdFormField *field,
                  const DdRow       *row)
{
  DdFormLine *self = g_object_new (DD_TYPE_FORM_LINE, NULL);
  gboolean required;

  self->field = *field;
  self->description = &dd_row_get_type (row)->fields[field->field];
  self->hint = g_strdup (field->hint != NULL ? _(field->hint) : NULL);
  if (self->hint == NULL && self->description->type == DD_FIELD_LIST)
    self->hint = g_strdup (_("One to a line"));
  self->widget = make_widget (self, session, row);
  gtk_widget_set_sensitive (self->widget, (field->flags & DD_FORM_READ_ONLY) == 0);
  required = (self->description->flags & DD_FIELD_REQUIRED) != 0 ||
             (field->flags & DD_FORM_REQUIRED) != 0;
  if (self->description->type != DD_FIELD_FLAG)
    append_label (self, get_label (self),
                  required && self->description->type != DD_FIELD_CHOICE);
  append_widget (self);
  append_below (self);

  return GTK_WIDGET (self);
}

/**
 * dd_form_line_new_with_widget:
 * @widget: if it has a signal "changed", that is a change of what is entered
 */
GtkWidget *
dd_form_line_new_with_widget (const char *label,
                              GtkWidget  *widget)
{
  DdFormLine *self = g_object_new (DD_TYPE_FORM_LINE, NULL);

  self->widget = widget;
  if (g_signal_lookup ("changed", G_OBJECT_TYPE (widget)) != 0)
    g_signal_connect_object (widget, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  append_label (self, label, FALSE);
  append_widget (self);
  append_below (self);

  return GTK_WIDGET (self);
}

/**
 * dd_form_line_get_field:
 *
 * Returns: the field of the record; %G_MAXUINT for a widget of the caller's own
 */
guint
dd_form_line_get_field (DdFormLine *self)
{
  return self->description != NULL ? self->field.field : G_MAXUINT;
}

/**
 * dd_form_line_get_widget:
 *
 * Returns: (transfer none): the line with its label, its hint and its fault
 */
GtkWidget *
dd_form_line_get_widget (DdFormLine *self)
{
  return self->widget;
}

static gboolean
refuse (DdFormLine  *self,
        GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID, sentence);

  return FALSE;
}

static char *
get_view_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* Whole numbers are read with their thousands apart, as they come from other
 * programs: "1.240.000", "1,240,000", "1 240 000". */
static void
join_thousands (char *typed)
{
  char *digits = *typed == '-' ? typed + 1 : typed;
  gsize first = strspn (digits, "0123456789");
  char separator = digits[first];
  char *end = digits + first;

  if (first < 1 || first > 3 || separator == '\0' || strchr ("., ", separator) == NULL)
    return;

  for (char *group = end; *group != '\0'; group += 4)
    if (*group != separator || strspn (group + 1, "0123456789") != 3)
      return;

  for (char *p = end; *p != '\0'; p++)
    if (*p != separator)
      *end++ = *p;
  *end = '\0';
}

/* A number as people write it: a comma for the decimal sign. */
static gboolean
read_number (DdFormLine  *self,
             DdRow       *row,
             GError     **error)
{
  g_autofree char *typed =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget))));

  if (self->description->type == DD_FIELD_REAL)
    g_strdelimit (typed, ",", '.');
  else
    join_thousands (typed);

  return dd_row_field_from_code (row, self->field.field, typed, error);
}

static gboolean
read_reference (DdFormLine  *self,
                DdRow       *row,
                char       **new_name,
                GError     **error)
{
  DdReferenceEntry *entry = DD_REFERENCE_ENTRY (self->widget);
  const char *name = dd_reference_entry_get_name (entry);

  if (!dd_reference_entry_is_valid (entry))
    return refuse (self, error, _("Nothing is called so. Choose from the list that opens while "
                                  "you type."));

  dd_row_set_reference (row, self->field.field, dd_reference_entry_get_id (entry));
  if (dd_reference_entry_get_id (entry) == 0 && name != NULL && *name != '\0')
    *new_name = g_strdup (name);

  return TRUE;
}

static gboolean
read_value (DdFormLine  *self,
            DdRow       *row,
            char       **new_name,
            GError     **error)
{
  guint field = self->field.field;
  g_autofree char *text = NULL;

  switch (self->description->type)
    {
    case DD_FIELD_CHOICE:
      dd_row_set_choice (row, field, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->widget)));
      return TRUE;

    case DD_FIELD_DAY:
      if (!dd_day_entry_is_valid (DD_DAY_ENTRY (self->widget)))
        return refuse (self, error, _("There is no such day. Write it as 30/6/2024."));
      dd_row_set_day (row, field, dd_day_entry_get_day (DD_DAY_ENTRY (self->widget)));
      return TRUE;

    case DD_FIELD_FLAG:
      dd_row_set_flag (row, field, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->widget)));
      return TRUE;

    case DD_FIELD_REFERENCE:
      return read_reference (self, row, new_name, error);

    case DD_FIELD_NUMBER:
    case DD_FIELD_REAL:
      return read_number (self, row, error);

    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
    case DD_FIELD_INSTANT:
    default:
      text = GTK_IS_TEXT_VIEW (self->widget)
           ? get_view_text (GTK_TEXT_VIEW (self->widget))
           : g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget)));
      if (self->description->type == DD_FIELD_LIST)
        {
          g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

          dd_row_set_list (row, field, (const char * const *) lines);
        }
      else
        dd_row_set_text (row, field, text);
      return TRUE;
    }
}

/**
 * dd_form_line_read:
 * @new_name: (out) (transfer full) (nullable): the name of a record that has to be created first
 *
 * Puts what was entered into the row.
 *
 * Returns: %FALSE with a sentence for below the field
 */
gboolean
dd_form_line_read (DdFormLine  *self,
                   DdRow       *row,
                   char       **new_name,
                   GError     **error)
{
  *new_name = NULL;
  if (self->description == NULL || (self->field.flags & DD_FORM_READ_ONLY) != 0)
    return TRUE;
  if (!read_value (self, row, new_name, error))
    return FALSE;
  if (*new_name != NULL)
    return TRUE;
  if ((self->field.flags & DD_FORM_REQUIRED) != 0 && !dd_row_is_set (row, self->field.field))
    {
      g_set_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED, _("%s is missing."),
                   get_label (self));
      return FALSE;
    }

  return dd_row_check_field (row, self->field.field, error);
}

/**
 * dd_form_line_set_fault:
 * @sentence: (nullable): what is wrong; %NULL: nothing is
 */
void
dd_form_line_set_fault (DdFormLine *self,
                        const char *sentence)
{
  const char *text = sentence != NULL ? sentence : self->hint;

  gtk_label_set_text (self->below, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->below), text != NULL);
  dd_accessible_set_below (self->widget, GTK_WIDGET (self->below), sentence != NULL);
  if (sentence != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->below), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->below), "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->below), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->below), "dim-label");
    }
}

/**
 * dd_form_line_set_hint:
 * @sentence: (nullable): what stands below the field while nothing is wrong
 */
void
dd_form_line_set_hint (DdFormLine *self,
                       const char *sentence)
{
  char *copy = g_strdup (sentence);

  g_free (self->hint);
  self->hint = copy;
  if (!gtk_widget_has_css_class (GTK_WIDGET (self->below), "error"))
    dd_form_line_set_fault (self, NULL);
}
