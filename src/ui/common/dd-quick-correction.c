/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-quick-correction"

#include "config.h"

#include "dd-quick-correction.h"

#include "dd-accessible.h"
#include "dd-day-entry.h"
#include "dd-focus.h"
#include "dd-reference-entry.h"

#include <glib/gi18n-lib.h>

/**
 * DdQuickCorrection:
 *
 * Asks what a piece of a typed line means: which unit, which day, what is to be done. It
 * tells the line, and by "done" whoever shows it.
 */
struct _DdQuickCorrection
{
  GtkWidget         parent_instance;

  GtkBox           *box;
  DdQuickLine      *line;       /* the entry's, which shows this and lives longer */
  DdQuickPartKind   kind;
  char             *words;
  char             *text;

  DdReferenceEntry *unit;
  GtkCheckButton   *learn;
  DdDayEntry       *day;
  GtkEntry         *content;
  GtkDropDown      *recurrence;
};

G_DEFINE_FINAL_TYPE (DdQuickCorrection, dd_quick_correction, GTK_TYPE_WIDGET)

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
finish (DdQuickCorrection *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

/* --- a unit --------------------------------------------------------------- */

static void
set_unit (DdQuickCorrection *self,
          gint64             id,
          const char        *name)
{
  gboolean learn = self->learn != NULL && gtk_check_button_get_active (self->learn);

  dd_quick_line_set_unit (self->line, self->kind, self->words, id, name, learn);
  finish (self);
}

static void
unit_changed_cb (DdQuickCorrection *self)
{
  const char *name = dd_reference_entry_get_name (self->unit);

  if (name != NULL && *name != '\0')
    set_unit (self, dd_reference_entry_get_id (self->unit), name);
}

static void
same_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  const char *unit;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &unit);
  set_unit (DD_QUICK_CORRECTION (widget), id, unit);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdQuickCorrection *self = DD_QUICK_CORRECTION (widget);

  dd_quick_line_move_unit (self->line, self->kind, self->words, self->text,
                           self->kind == DD_QUICK_PART_LEAD ? DD_QUICK_PART_COORDINATING
                                                            : DD_QUICK_PART_LEAD);
  finish (self);
}

static GtkWidget *
append_button (DdQuickCorrection *self,
               const char        *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (self->box, button);

  return button;
}

static void
append_offers (DdQuickCorrection *self,
               DdKnownUnits      *units,
               const DdQuickPart *part)
{
  const char *near = part->near != 0 ? dd_known_units_get_name (units, part->near) : NULL;

  if (near != NULL)
    {
      /* Translators: %s is the name of a unit that is perhaps the same one. */
      g_autofree char *offer = g_strdup_printf (_("Same as “%s”"), near);
      GtkWidget *button = append_button (self, offer);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xs)", part->near, near);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "correction.same-as");
    }
  if (part->id == 0 && *part->words != '\0')
    {
      /* Translators: %s is the name of a unit or another record that does not exist yet. */
      g_autofree char *offer = g_strdup_printf (_("Create “%s”"), part->words);
      GtkWidget *button = append_button (self, offer);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xs)", (gint64) 0, part->words);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "correction.same-as");
    }
  if (*part->text != '\0' && part->kind != DD_QUICK_PART_REPORT_TO)
    {
      GtkWidget *button = append_button (self, part->kind == DD_QUICK_PART_LEAD
                                               ? _("It Coordinates") : _("It Leads"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "correction.move");
    }
}

static void
ask_for_unit (DdQuickCorrection *self,
              DdSession         *session,
              const DdQuickPart *part)
{
  GtkWidget *entry = dd_reference_entry_new (session, DD_KIND_UNIT);

  self->unit = DD_REFERENCE_ENTRY (entry);
  dd_reference_entry_set_may_create (self->unit, TRUE);
  gtk_widget_set_size_request (entry, 320, -1);
  dd_accessible_set_label (entry, _("Which unit is meant?"));
  gtk_box_append (self->box, entry);
  append_offers (self, dd_session_get_units (session), part);
  if (part->id == 0 && *part->words != '\0')
    {
      /* Translators: %s is the name of a unit, as it was typed. */
      g_autofree char *label = g_strdup_printf (_("The unit is also called “%s” from now on"),
                                                part->words);
      GtkWidget *text = gtk_label_new (label);

      self->learn = GTK_CHECK_BUTTON (gtk_check_button_new ());
      gtk_label_set_wrap (GTK_LABEL (text), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (text), 40);
      gtk_label_set_xalign (GTK_LABEL (text), 0);
      gtk_check_button_set_child (self->learn, text);
      gtk_check_button_set_active (self->learn, TRUE);
      dd_accessible_set_label (GTK_WIDGET (self->learn), label);
      gtk_box_append (self->box, GTK_WIDGET (self->learn));
    }
  g_signal_connect_object (entry, "changed", G_CALLBACK (unit_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* --- a day, a text, a recurrence ------------------------------------------ */

static void
day_entered_cb (DdQuickCorrection *self)
{
  if (!dd_day_entry_is_valid (self->day))
    return;

  dd_quick_line_set_day (self->line, dd_day_entry_get_day (self->day));
  finish (self);
}

static void
content_entered_cb (DdQuickCorrection *self)
{
  dd_quick_line_set_text (self->line, gtk_editable_get_text (GTK_EDITABLE (self->content)));
  finish (self);
}

static void
recurrence_chosen_cb (DdQuickCorrection *self)
{
  dd_quick_line_set_recurrence (self->line, gtk_drop_down_get_selected (self->recurrence));
  finish (self);
}

static void
append_accept (DdQuickCorrection *self,
               GCallback          callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Apply"));

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

static void
ask_for_day (DdQuickCorrection *self,
             DdSession         *session,
             const DdQuickPart *part)
{
  GtkWidget *entry = dd_day_entry_new (dd_session_get_today (session));

  self->day = DD_DAY_ENTRY (entry);
  dd_day_entry_set_day (self->day, part->day);
  dd_accessible_set_label (entry, _("Deadline"));
  gtk_box_append (self->box, entry);
  append_accept (self, G_CALLBACK (day_entered_cb));
  g_signal_connect_object (entry, "activate", G_CALLBACK (day_entered_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
ask_for_content (DdQuickCorrection *self,
                 const DdQuickPart *part)
{
  self->content = GTK_ENTRY (gtk_entry_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->content), 480, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->content), part->text);
  dd_accessible_set_label (GTK_WIDGET (self->content), _("Content"));
  gtk_box_append (self->box, GTK_WIDGET (self->content));
  append_accept (self, G_CALLBACK (content_entered_cb));
  g_signal_connect_object (self->content, "activate", G_CALLBACK (content_entered_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
ask_for_recurrence (DdQuickCorrection *self,
                    const DdQuickPart *part)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  for (guint i = 0; i < DD_N_RECURRENCE_CHOICES; i++)
    gtk_string_list_append (choices, _(dd_recurrence_choices[i].label));
  self->recurrence = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (choices), NULL));
  gtk_drop_down_set_selected (self->recurrence, part->recurrence);
  dd_accessible_set_label (GTK_WIDGET (self->recurrence), _("Recurrence"));
  gtk_box_append (self->box, GTK_WIDGET (self->recurrence));
  g_signal_connect_object (self->recurrence, "notify::selected",
                           G_CALLBACK (recurrence_chosen_cb), self, G_CONNECT_SWAPPED);
}

/* --- the object ----------------------------------------------------------- */

static gboolean
dd_quick_correction_grab_focus (GtkWidget *widget)
{
  GtkWidget *first =
    gtk_widget_get_first_child (GTK_WIDGET (DD_QUICK_CORRECTION (widget)->box));

  return first != NULL && gtk_widget_grab_focus (first);
}

static void
dd_quick_correction_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_quick_correction_parent_class)->dispose (object);
}

static void
dd_quick_correction_finalize (GObject *object)
{
  DdQuickCorrection *self = DD_QUICK_CORRECTION (object);

  g_free (self->words);
  g_free (self->text);

  G_OBJECT_CLASS (dd_quick_correction_parent_class)->finalize (object);
}

static void
dd_quick_correction_class_init (DdQuickCorrectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = dd_focus_move;
  widget_class->grab_focus = dd_quick_correction_grab_focus;
  G_OBJECT_CLASS (klass)->dispose = dd_quick_correction_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_quick_correction_finalize;

  signals[DONE] =
    g_signal_new ("done", DD_TYPE_QUICK_CORRECTION, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "correction.same-as", "(xs)", same_as_action);
  gtk_widget_class_install_action (widget_class, "correction.move", NULL, move_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dd_quick_correction_init (DdQuickCorrection *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

/**
 * dd_quick_correction_new:
 * @line: the line that is corrected; it has to live longer
 * @part: which piece of it; without a text: one that is missing
 */
GtkWidget *
dd_quick_correction_new (DdSession         *session,
                         DdQuickLine       *line,
                         const DdQuickPart *part)
{
  DdQuickCorrection *self = g_object_new (DD_TYPE_QUICK_CORRECTION, NULL);

  self->line = line;
  self->kind = part->kind;
  self->words = g_strdup (part->words);
  self->text = g_strdup (part->text);
  switch (part->kind)
    {
    case DD_QUICK_PART_LEAD:
    case DD_QUICK_PART_COORDINATING:
    case DD_QUICK_PART_REPORT_TO:
      ask_for_unit (self, session, part);
      break;

    case DD_QUICK_PART_DEADLINE:
      ask_for_day (self, session, part);
      break;

    case DD_QUICK_PART_RECURRENCE:
      ask_for_recurrence (self, part);
      break;

    case DD_QUICK_PART_CONTENT:
      ask_for_content (self, part);
      break;

    case DD_QUICK_PART_TARGET:
    case DD_QUICK_PART_CITATION:
    default:
      break;
    }

  return GTK_WIDGET (self);
}
