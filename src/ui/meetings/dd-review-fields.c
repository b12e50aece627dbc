/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-fields"

#include "dd-review-fields.h"

#include "dd-form-line.h"

/**
 * DdReviewFields:
 *
 * Fields of a record, as a form has them, without a form around: what is typed
 * is taken at once, and what cannot be taken says so when it is checked.
 */
struct _DdReviewFields
{
  GtkWidget  parent_instance;

  DdSession *session;
  GPtrArray *lines;             /* of DdFormLine, borrowed */
  gboolean   setting;
};

G_DEFINE_FINAL_TYPE (DdReviewFields, dd_review_fields, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
line_changed_cb (DdReviewFields *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_line (DdReviewFields *self,
           const DdRow    *row,
           int             field,
           const char     *hint)
{
  const DdFormField description = { (guint) field, DD_FORM_PLAIN, hint };
  GtkWidget *line = dd_form_line_new (self->session, &description, row);

  g_signal_connect_object (line, "changed", G_CALLBACK (line_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->lines, line);

  return line;
}

static void
append_pair (DdReviewFields          *self,
             const DdRow             *row,
             const DdReviewFieldPair *pair)
{
  GtkWidget *left = make_line (self, row, pair->left, pair->hint);
  GtkWidget *both;

  if (pair->right < 0)
    {
      gtk_widget_set_parent (left, GTK_WIDGET (self));
      return;
    }

  both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (both), TRUE);
  gtk_box_append (GTK_BOX (both), left);
  gtk_box_append (GTK_BOX (both), make_line (self, row, pair->right, NULL));
  gtk_widget_set_parent (both, GTK_WIDGET (self));
}

static void
dd_review_fields_dispose (GObject *object)
{
  DdReviewFields *self = DD_REVIEW_FIELDS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->lines, 0);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_review_fields_parent_class)->dispose (object);
}

static void
dd_review_fields_finalize (GObject *object)
{
  g_clear_pointer (&DD_REVIEW_FIELDS (object)->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (dd_review_fields_parent_class)->finalize (object);
}

static void
dd_review_fields_class_init (DdReviewFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_review_fields_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_review_fields_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_REVIEW_FIELDS, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
dd_review_fields_init (DdReviewFields *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->lines = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
}

GtkWidget *
dd_review_fields_new (DdSession               *session,
                      const DdRow             *row,
                      const DdReviewFieldPair *pairs,
                      guint                    n_pairs)
{
  DdReviewFields *self = g_object_new (DD_TYPE_REVIEW_FIELDS, NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < n_pairs; i++)
    append_pair (self, row, &pairs[i]);

  return GTK_WIDGET (self);
}

/**
 * dd_review_fields_read:
 * @before: the record as it is
 *
 * Returns: (transfer full): @before with what is typed; a field whose value cannot be
 *   one stays as it was
 */
DdRow *
dd_review_fields_read (DdReviewFields *self,
                       const DdRow    *before)
{
  DdRow *row;

  g_return_val_if_fail (DD_IS_REVIEW_FIELDS (self), NULL);

  row = dd_row_copy (before);
  for (guint i = 0; i < self->lines->len; i++)
    {
      guint field = dd_form_line_get_field (self->lines->pdata[i]);
      g_autoptr (DdRow) tried = dd_row_copy (row);
      g_autofree char *new_name = NULL;
      gboolean valid = dd_form_line_read (self->lines->pdata[i], tried, &new_name, NULL);

      /* What is missing is missing: the check says so. */
      if (valid || (dd_field_is_text (&dd_row_get_type (row)->fields[field]) &&
                    !dd_row_is_set (tried, field)))
        dd_row_copy_field (row, tried, field);
    }

  return row;
}

/**
 * dd_review_fields_check:
 *
 * Returns: whether all that is typed can be stored; else each field that cannot says
 *   why, and the first of them has the focus
 */
gboolean
dd_review_fields_check (DdReviewFields *self,
                        const DdRow    *row)
{
  gboolean ok = TRUE;

  g_return_val_if_fail (DD_IS_REVIEW_FIELDS (self), FALSE);

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autoptr (DdRow) tried = dd_row_copy (row);
      g_autoptr (GError) error = NULL;
      g_autofree char *new_name = NULL;

      if (dd_form_line_read (self->lines->pdata[i], tried, &new_name, &error))
        continue;
      dd_form_line_set_fault (self->lines->pdata[i], error->message);
      if (ok)
        gtk_widget_grab_focus (self->lines->pdata[i]);
      ok = FALSE;
    }

  return ok;
}

/**
 * dd_review_fields_set_text:
 *
 * Shows another text in a field of one line, unless the user is in it.
 */
void
dd_review_fields_set_text (DdReviewFields *self,
                           guint           field,
                           const char     *text)
{
  g_return_if_fail (DD_IS_REVIEW_FIELDS (self));

  for (guint i = 0; i < self->lines->len; i++)
    {
      GtkEditable *entry;

      if (dd_form_line_get_field (self->lines->pdata[i]) != field)
        continue;
      entry = GTK_EDITABLE (dd_form_line_get_widget (self->lines->pdata[i]));
      if (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (entry))) ||
          g_strcmp0 (gtk_editable_get_text (entry), text != NULL ? text : "") == 0)
        continue;
      self->setting = TRUE;
      gtk_editable_set_text (entry, text != NULL ? text : "");
      self->setting = FALSE;
    }
}

/**
 * dd_review_fields_type:
 *
 * Does as if somebody typed a text into a field of one line.
 */
void
dd_review_fields_type (DdReviewFields *self,
                       guint           field,
                       const char     *text)
{
  g_return_if_fail (DD_IS_REVIEW_FIELDS (self));

  for (guint i = 0; i < self->lines->len; i++)
    if (dd_form_line_get_field (self->lines->pdata[i]) == field)
      gtk_editable_set_text (GTK_EDITABLE (dd_form_line_get_widget (self->lines->pdata[i])), text);
}

/**
 * dd_review_fields_set_choice:
 *
 * Shows another choice.
 */
void
dd_review_fields_set_choice (DdReviewFields *self,
                             guint           field,
                             guint           choice)
{
  g_return_if_fail (DD_IS_REVIEW_FIELDS (self));

  self->setting = TRUE;
  for (guint i = 0; i < self->lines->len; i++)
    if (dd_form_line_get_field (self->lines->pdata[i]) == field)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (dd_form_line_get_widget (self->lines->pdata[i])),
                                  choice);
  self->setting = FALSE;
}
