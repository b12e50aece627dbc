/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-aim-row"

#include "config.h"

#include "dd-aim-row.h"

#include "dd-day-text.h"
#include "dd-milestone.h"
#include "dd-number-text.h"
#include "dd-target-bar.h"
#include "dd-status.h"
#include "dd-target.h"

#include <glib/gi18n-lib.h>

/**
 * DdAimRow:
 *
 * What a plan has to reach, a target or a milestone, with what it has reached
 * now and what it still lacks.
 *
 * Whether a milestone was reached on its day is not known, since only the
 * figures of now are: its row tells those and is of no colour.
 */
struct _DdAimRow
{
  GtkListBoxRow  parent_instance;

  /* Template children */
  GtkLabel      *measure;
  GtkLabel      *figure;
  DdTargetBar   *bar;
  GtkLabel      *reason;
  GtkLabel      *due;
  GtkLabel      *words;
  GtkMenuButton *menu_button;

  DdRecord      *record;
  DdMeasureSums  sums;
  DdDay          today;
};

G_DEFINE_FINAL_TYPE (DdAimRow, dd_aim_row, GTK_TYPE_LIST_BOX_ROW)

/* What both kinds of records say, by what they call it. */
typedef struct
{
  DdMeasure   measure;
  DdOperator  operator;
  double      value;
  DdDay       day;
  DdFigure    figure;
  char       *title;
  const char *words;            /* the record's own, beside the title */
} Aim;

static Aim
read_target (DdAimRow    *self,
             const DdRow *row)
{
  Aim aim;

  aim.measure = dd_row_get_choice (row, DD_TARGET_MEASURE);
  aim.operator = dd_row_get_choice (row, DD_TARGET_OPERATOR);
  aim.value = dd_row_get_real (row, DD_TARGET_VALUE);
  aim.day = dd_row_get_day (row, DD_TARGET_DUE);
  aim.figure = dd_target_row_get_figure (row, &self->sums);
  aim.title = dd_target_row_to_text (row);
  aim.words = aim.measure != DD_MEASURE_OTHER ? dd_row_get_text (row, DD_TARGET_TEXT) : NULL;

  return aim;
}

static Aim
read_milestone (DdAimRow    *self,
                const DdRow *row)
{
  Aim aim;

  aim.measure = dd_row_get_choice (row, DD_MILESTONE_MEASURE);
  aim.operator = dd_row_get_choice (row, DD_MILESTONE_OPERATOR);
  aim.value = dd_row_get_real (row, DD_MILESTONE_VALUE);
  aim.day = dd_row_get_day (row, DD_MILESTONE_DAY);
  aim.figure = dd_measure_get_figure (aim.measure, &self->sums);
  aim.title = dd_measure_to_text (aim.measure, aim.operator, aim.value);
  aim.words = dd_row_get_text (row, DD_MILESTONE_NOTE);

  return aim;
}

/* A share of the cost says little while few procedures have one. */
static char *
describe_coverage (DdAimRow  *self,
                   const Aim *aim)
{
  g_autofree char *part = NULL;
  g_autofree char *whole = NULL;

  if (aim->measure != DD_MEASURE_COST_CUT || self->sums.n_costed == 0 ||
      self->sums.n_costed == self->sums.n_items)
    return NULL;

  part = dd_number_to_text (self->sums.n_costed);
  whole = dd_number_to_text (self->sums.n_items);

  /* Translators: of how many procedures of a plan the cost was entered, and how many
   * there are. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "The cost of %s of %s procedure has been entered.",
                                       "The cost of %s of %s procedures has been entered.",
                                       (gulong) self->sums.n_items),
                          part, whole);
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_words (DdAimRow  *self,
            const Aim *aim)
{
  g_autofree char *coverage = describe_coverage (self, aim);
  g_autofree char *both = NULL;

  if (coverage != NULL && aim->words != NULL)
    both = g_strconcat (aim->words, "\n", coverage, NULL);
  set_line (self->words, both != NULL ? both : coverage != NULL ? coverage : aim->words);
}

static void
show_day (DdAimRow  *self,
          const Aim *aim)
{
  g_autofree char *day = dd_day_to_text (aim->day);
  g_autofree char *text = NULL;

  if (aim->day != DD_DAY_NONE)
    /* Translators: %s is the day by which a target is to be reached. */
    text = g_strdup_printf (_("by %s"), day);
  set_line (self->due, text);
}

static void
show (DdAimRow *self)
{
  gboolean is_target = dd_record_get_kind (self->record) == DD_KIND_TARGET;
  g_autofree char *figure = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *title = NULL;
  const char *said;
  DdRag rag;
  Aim aim;

  if (!dd_record_get_loaded (self->record) || self->today == DD_DAY_NONE)
    return;

  aim = is_target ? read_target (self, dd_record_get_row (self->record))
                  : read_milestone (self, dd_record_get_row (self->record));
  title = aim.title;
  figure = dd_figure_to_text (aim.measure, aim.figure);
  said = *figure != '\0' ? figure : _("no figures yet");
  rag = dd_target_get_rag (aim.measure, aim.operator, aim.value, aim.figure,
                           is_target ? aim.day : DD_DAY_NONE, self->today, &reason);
  if (!is_target)
    rag = DD_RAG_NEUTRAL;

  gtk_label_set_text (self->measure, title);
  gtk_label_set_text (self->figure, said);
  dd_target_bar_show (self->bar, dd_figure_get_percent (aim.figure), aim.value, rag);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, said, -1);
  if (is_target)
    gtk_label_set_text (self->reason, reason);
  else
    {
      /* Translators: what a milestone lacks now, or that it is reached now. */
      g_autofree char *now = g_strdup_printf (_("Now: %s"), reason);

      gtk_label_set_text (self->reason, now);
    }
  dd_status_show_rag (GTK_WIDGET (self->reason), rag);
  show_day (self, &aim);
  show_words (self, &aim);
}

/* As from the row's menu. */
static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  DdAimRow *self = DD_AIM_ROW (widget);
  gboolean is_target = dd_record_get_kind (self->record) == DD_KIND_TARGET;

  return gtk_widget_activate_action (widget,
                                     is_target ? "plan.delete-target" : "plan.delete-milestone",
                                     "x", dd_record_get_id (self->record));
}

static GMenuModel *
make_menu (DdRecord *record)
{
  gboolean is_target = dd_record_get_kind (record) == DD_KIND_TARGET;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) edit = g_menu_item_new (_("_Edit…"), NULL);
  g_autoptr (GMenuItem) remove = g_menu_item_new (_("De_lete…"), NULL);

  g_menu_item_set_action_and_target (edit,
                                     is_target ? "plan.edit-target" : "plan.edit-milestone",
                                     "x", dd_record_get_id (record));
  g_menu_item_set_action_and_target (remove,
                                     is_target ? "plan.delete-target" : "plan.delete-milestone",
                                     "x", dd_record_get_id (record));
  g_menu_append_item (menu, edit);
  g_menu_append_item (menu, remove);

  return G_MENU_MODEL (menu);
}

static void
dd_aim_row_dispose (GObject *object)
{
  DdAimRow *self = DD_AIM_ROW (object);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_AIM_ROW);

  G_OBJECT_CLASS (dd_aim_row_parent_class)->dispose (object);
}

static void
dd_aim_row_class_init (DdAimRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_aim_row_dispose;

  g_type_ensure (DD_TYPE_TARGET_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/plans/dd-aim-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DdAimRow, measure);
  gtk_widget_class_bind_template_child (widget_class, DdAimRow, figure);
  gtk_widget_class_bind_template_child (widget_class, DdAimRow, bar);
  gtk_widget_class_bind_template_child (widget_class, DdAimRow, reason);
  gtk_widget_class_bind_template_child (widget_class, DdAimRow, due);
  gtk_widget_class_bind_template_child (widget_class, DdAimRow, words);
  gtk_widget_class_bind_template_child (widget_class, DdAimRow, menu_button);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
}

static void
dd_aim_row_init (DdAimRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dd_aim_row_new:
 * @record: a #DdTarget or #DdMilestone, which the row follows
 */
GtkWidget *
dd_aim_row_new (DdRecord *record)
{
  DdAimRow *self = g_object_new (DD_TYPE_AIM_ROW, NULL);
  g_autoptr (GMenuModel) menu = make_menu (record);

  self->record = g_object_ref (record);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  g_signal_connect_swapped (record, "changed", G_CALLBACK (show), self);

  return GTK_WIDGET (self);
}

DdRecord *
dd_aim_row_get_record (DdAimRow *self)
{
  g_return_val_if_fail (DD_IS_AIM_ROW (self), NULL);

  return self->record;
}

/**
 * dd_aim_row_show:
 * @sums: over the items of the plan, as they are now
 */
void
dd_aim_row_show (DdAimRow            *self,
                 const DdMeasureSums *sums,
                 DdDay                today)
{
  g_return_if_fail (DD_IS_AIM_ROW (self));

  self->sums = *sums;
  self->today = today;
  show (self);
}
