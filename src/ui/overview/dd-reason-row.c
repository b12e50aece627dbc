/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-reason-row"

#include "dd-reason-row.h"

#include "dd-status.h"

/**
 * DdReasonRow:
 *
 * Something that is judged, and the sentence that says why: a task that is
 * overdue, a target that is not reached.
 */
struct _DdReasonRow
{
  GtkListBoxRow  parent_instance;

  /* Template children */
  GtkLabel      *text;
  GtkLabel      *caption;
  GtkLabel      *reason;
};

G_DEFINE_FINAL_TYPE (DdReasonRow, dd_reason_row, GTK_TYPE_LIST_BOX_ROW)

static void
dd_reason_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DD_TYPE_REASON_ROW);

  G_OBJECT_CLASS (dd_reason_row_parent_class)->dispose (object);
}

static void
dd_reason_row_class_init (DdReasonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_reason_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/overview/dd-reason-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DdReasonRow, text);
  gtk_widget_class_bind_template_child (widget_class, DdReasonRow, caption);
  gtk_widget_class_bind_template_child (widget_class, DdReasonRow, reason);
}

static void
dd_reason_row_init (DdReasonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dd_reason_row_new (void)
{
  return g_object_new (DD_TYPE_REASON_ROW, NULL);
}

/**
 * dd_reason_row_set_heading:
 *
 * Lets the row stand above others that belong to it.
 */
void
dd_reason_row_set_heading (DdReasonRow *self)
{
  g_return_if_fail (DD_IS_REASON_ROW (self));

  gtk_widget_add_css_class (GTK_WIDGET (self->text), "heading");
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/**
 * dd_reason_row_show:
 * @caption: (nullable): what else there is to know
 * @reason: (nullable): the sentence that explains @rag
 */
void
dd_reason_row_show (DdReasonRow *self,
                    const char  *text,
                    const char  *caption,
                    const char  *reason,
                    DdRag        rag)
{
  g_return_if_fail (DD_IS_REASON_ROW (self));

  show_text (self->text, text);
  show_text (self->caption, caption);
  show_text (self->reason, reason);
  dd_status_show_rag (GTK_WIDGET (self->reason), rag);
}
