/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-conclusion-row"

#include "config.h"

#include "dd-conclusion-row.h"

#include "dd-agenda-dialogs.h"
#include "dd-clause-row.h"
#include "dd-conclusion-order.h"
#include "dd-confirm.h"
#include "dd-coverage.h"
#include "dd-day-text.h"
#include "dd-directive.h"
#include "dd-error-dialog.h"
#include "dd-label.h"
#include "dd-status.h"

#include <glib/gi18n-lib.h>

/**
 * DdConclusionRow:
 *
 * What was concluded under a topic: its words, who and by when, and what has become of
 * it. It can be corrected and taken out here.
 */
struct _DdConclusionRow
{
  GtkListBoxRow  parent_instance;

  DdSession     *session;
  DdRecord      *directive;
  GtkLabel      *words;
  GtkLabel      *facts;
  GtkLabel      *status;
  GtkBox        *buttons;
};

G_DEFINE_FINAL_TYPE (DdConclusionRow, dd_conclusion_row, GTK_TYPE_LIST_BOX_ROW)

static void
append_part (GString    *text,
             const char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static char *
describe (const DdRow *directive)
{
  g_auto (GStrv) leads = dd_row_get_list (directive, DD_DIRECTIVE_LEAD);
  DdDay deadline = dd_row_get_day (directive, DD_DIRECTIVE_DEADLINE);
  g_autofree char *kind = dd_row_field_to_text (directive, DD_DIRECTIVE_KIND);
  GString *text = g_string_new (kind);

  if (leads != NULL && leads[0] != NULL)
    {
      g_autofree char *names = g_strjoinv (C_("list of names", "; "), leads);

      append_part (text, names);
    }
  if (deadline != DD_DAY_NONE)
    {
      g_autofree char *day = dd_day_to_text (deadline);

      append_part (text, day);
    }

  return g_string_free (text, FALSE);
}

static void
show_directive (DdConclusionRow *self)
{
  const DdRow *directive = dd_record_get_row (self->directive);
  g_autofree char *words = NULL;
  g_autofree char *facts = NULL;
  DdCoverage coverage;

  if (!dd_record_get_loaded (self->directive))
    return;

  facts = describe (directive);
  coverage = dd_directive_row_get_coverage (directive);
  words = dd_clause_row_describe (directive);
  gtk_label_set_text (self->words, words);
  gtk_label_set_text (self->facts, facts);
  gtk_label_set_text (self->status, dd_coverage_get_label (coverage));
  dd_status_set_class (GTK_WIDGET (self->status),
                       coverage == DD_COVERAGE_UNASSIGNED ? "warning"
                       : coverage == DD_COVERAGE_DONE ? "success" : NULL);
}

static void
edit_cb (DdConclusionRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (dd_agenda_dialog_edit_conclusion (self->session,
                                                                    GTK_WINDOW (root),
                                                                    dd_record_get_row (
                                                                      self->directive))));
}

/* Those behind it move up, also in their numbers. */
static void
order_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DdConclusionRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConclusionOrder) order = dd_conclusion_order_read_finish (result, &error);
  DdChange *change;

  if (self->session == NULL)
    return;
  if (order == NULL)
    {
      dd_error_dialog_show (GTK_WIDGET (self), error);
      return;
    }

  change = dd_session_change (self->session, NULL);
  dd_change_delete (change, DD_KIND_DIRECTIVE, dd_record_get_id (self->directive));
  dd_conclusion_order_remove (order, dd_record_get_id (self->directive));
  dd_conclusion_order_fill (order, change);
  dd_session_apply (self->session, GTK_WIDGET (self), change, _("Conclusion deleted"));
}

static void
delete_cb (DdConclusionRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (dd_row_get_number (dd_record_get_row (self->directive), DD_DIRECTIVE_N_TASKS) > 0)
    {
      dd_confirm_async (GTK_WINDOW (root), DD_CONFIRM_TELL, _("This Conclusion Cannot Be Deleted"),
                        _("Tasks come from it. Withdraw or delete them first."), _("_OK"), NULL,
                        NULL, NULL);
      return;
    }

  dd_conclusion_order_read_async (dd_session_get_store (self->session),
                                  dd_row_get_reference (dd_record_get_row (self->directive),
                                                        DD_DIRECTIVE_MEETING),
                                  order_read_cb, g_object_ref (self));
}

static void
dd_conclusion_row_dispose (GObject *object)
{
  DdConclusionRow *self = DD_CONCLUSION_ROW (object);

  g_clear_object (&self->directive);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_conclusion_row_parent_class)->dispose (object);
}

static void
dd_conclusion_row_class_init (DdConclusionRowClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/vn/dondoc/ui/meetings/dd-conclusion-row.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DdConclusionRow, words);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DdConclusionRow, facts);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DdConclusionRow, status);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DdConclusionRow, buttons);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), edit_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), delete_cb);
  G_OBJECT_CLASS (klass)->dispose = dd_conclusion_row_dispose;
}

static void
dd_conclusion_row_init (DdConclusionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dd_conclusion_row_new (DdSession *session,
                       DdRecord  *directive)
{
  DdConclusionRow *self = g_object_new (DD_TYPE_CONCLUSION_ROW, NULL);

  self->session = g_object_ref (session);
  self->directive = g_object_ref (directive);
  g_signal_connect_object (directive, "changed", G_CALLBACK (show_directive), self,
                           G_CONNECT_SWAPPED);
  show_directive (self);

  return GTK_WIDGET (self);
}

gint64
dd_conclusion_row_get_id (DdConclusionRow *self)
{
  g_return_val_if_fail (DD_IS_CONCLUSION_ROW (self), 0);

  return dd_record_get_id (self->directive);
}

/**
 * dd_conclusion_row_set_locked:
 * @locked: whether it can be read only
 */
void
dd_conclusion_row_set_locked (DdConclusionRow *self,
                              gboolean         locked)
{
  g_return_if_fail (DD_IS_CONCLUSION_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->buttons), !locked);
}
