/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-notice-clause-row"

#include "config.h"

#include "dd-notice-clause-row.h"

#include "dd-accessible.h"
#include "dd-directive.h"

#include <glib/gi18n-lib.h>

/**
 * DdNoticeClauseRow:
 *
 * A clause of the ledger on its way into a notice: whether it gets there, and where.
 */
struct _DdNoticeClauseRow
{
  GtkListBoxRow   parent_instance;

  GtkCheckButton *check;
  GtkLabel       *fault;
  GtkWidget      *up;
  GtkWidget      *down;
  const DdRow    *directive;    /* of the window */
};

G_DEFINE_FINAL_TYPE (DdNoticeClauseRow, dd_notice_clause_row, GTK_TYPE_LIST_BOX_ROW)

enum { TOGGLED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
toggled_cb (DdNoticeClauseRow *self)
{
  g_signal_emit (self, signals[TOGGLED], 0);
}

static GtkWidget *
make_mover (const char *icon,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  dd_accessible_set_label (button, label);

  return button;
}

static void
dd_notice_clause_row_class_init (DdNoticeClauseRowClass *klass)
{
  /* Whether it is included has changed. */
  signals[TOGGLED] =
    g_signal_new ("toggled", DD_TYPE_NOTICE_CLAUSE_ROW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dd_notice_clause_row_init (DdNoticeClauseRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_check_button_set_active (self->check, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_START);
  self->fault = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_label_set_xalign (self->fault, 0.0F);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "caption");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  self->up = make_mover ("go-up-symbolic", _("Move Up"), "notice.move-up");
  self->down = make_mover ("go-down-symbolic", _("Move Down"), "notice.move-down");

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->check));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), self->up);
  gtk_box_append (GTK_BOX (box), self->down);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "short-row");
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * dd_notice_clause_row_new:
 * @directive: has to live as long
 */
GtkWidget *
dd_notice_clause_row_new (const DdRow *directive)
{
  DdNoticeClauseRow *self = g_object_new (DD_TYPE_NOTICE_CLAUSE_ROW, NULL);
  GtkWidget *texts = gtk_widget_get_prev_sibling (self->up);
  const char *ordinal = dd_row_get_text (directive, DD_DIRECTIVE_ORDINAL);
  const char *quote = dd_row_get_text (directive, DD_DIRECTIVE_QUOTE);
  g_autofree char *line = g_strdelimit (g_strdup (quote != NULL ? quote : ""), "\n", ' ');
  g_autofree char *text = ordinal != NULL ? g_strdup_printf ("%s  %s", ordinal, line)
                                          : g_strdup (line);
  GtkWidget *label = gtk_label_new (text);
  const char *uid = dd_row_get_uid (directive);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_box_append (GTK_BOX (texts), label);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->fault));
  dd_accessible_set_label (GTK_WIDGET (self->check), text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->up), "s", uid);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->down), "s", uid);
  self->directive = directive;

  return GTK_WIDGET (self);
}

/**
 * dd_notice_clause_row_get_directive:
 *
 * Returns: (transfer none): the clause
 */
const DdRow *
dd_notice_clause_row_get_directive (DdNoticeClauseRow *self)
{
  return self->directive;
}

gboolean
dd_notice_clause_row_get_included (DdNoticeClauseRow *self)
{
  return gtk_check_button_get_active (self->check);
}

/**
 * dd_notice_clause_row_set_faults:
 *
 * Tells what of the clause whoever reads the notice would not find in it.
 */
void
dd_notice_clause_row_set_faults (DdNoticeClauseRow *self,
                                 DdNoticeFaults     faults)
{
  const char *names[] = { _("lead"), _("coordinating units"), _("deadline"), _("recurrence") };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) found = NULL;
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((faults & (1u << i)) != 0)
      g_strv_builder_add (builder, names[i]);
  found = g_strv_builder_end (builder);
  list = g_strjoinv (", ", found);
  /* Translators: what of a clause is not said in its words: "lead, deadline". */
  text = g_strdup_printf (_("⚠ Its words say otherwise: %s"), list);

  gtk_label_set_text (self->fault, text);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), faults != DD_NOTICE_FAULT_NONE);
}

/**
 * dd_notice_clause_row_focus_mover:
 * @down: which of the two buttons
 */
void
dd_notice_clause_row_focus_mover (DdNoticeClauseRow *self,
                                  gboolean           down)
{
  gtk_widget_grab_focus (down ? self->down : self->up);
}
