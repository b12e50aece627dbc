/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-item-filters"

#include "config.h"

#include "dd-item-filters.h"

#include "dd-plan-item.h"
#include "dd-reference-entry.h"

#include <glib/gi18n-lib.h>

/**
 * DdItemFilters:
 *
 * Which procedures of a plan are looked for: by words, by stage, by lead.
 */
struct _DdItemFilters
{
  GtkWidget         parent_instance;

  /* Template children */
  GtkSearchEntry   *search;
  GtkDropDown      *stage;
  GtkBox           *lead_box;
  GtkMenuButton    *sort_button;

  DdSession        *session;
  DdReferenceEntry *lead;       /* NULL until there is a session */
  gboolean          setting;    /* while several filters are set at once */
};

G_DEFINE_FINAL_TYPE (DdItemFilters, dd_item_filters, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What is offered before the stages themselves. */
typedef enum
{
  STAGE_ANY,
  STAGE_LATE,
  N_STAGE_FILTERS,
} StageFilter;

static void
tell (DdItemFilters *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Only a unit that was chosen filters; a name that is being typed does not yet. */
static void
lead_changed_cb (DdItemFilters *self)
{
  if (dd_reference_entry_is_valid (self->lead))
    tell (self);
}

static void
set (DdItemFilters *self,
     guint          stage)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->stage, stage);
  if (self->lead != NULL)
    dd_reference_entry_set_id (self->lead, 0, NULL);
  self->setting = FALSE;
  tell (self);
}

static gboolean
dd_item_filters_grab_focus (GtkWidget *widget)
{
  DdItemFilters *self = DD_ITEM_FILTERS (widget);

  if (!gtk_widget_grab_focus (GTK_WIDGET (self->search)))
    return FALSE;

  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);

  return TRUE;
}

static void
dd_item_filters_dispose (GObject *object)
{
  DdItemFilters *self = DD_ITEM_FILTERS (object);
  GtkWidget *child;

  self->lead = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_ITEM_FILTERS);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_item_filters_parent_class)->dispose (object);
}

static void
dd_item_filters_class_init (DdItemFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_item_filters_dispose;
  widget_class->grab_focus = dd_item_filters_grab_focus;

  /* Another question is asked. */
  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_ITEM_FILTERS, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/plans/dd-item-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, DdItemFilters, search);
  gtk_widget_class_bind_template_child (widget_class, DdItemFilters, stage);
  gtk_widget_class_bind_template_child (widget_class, DdItemFilters, lead_box);
  gtk_widget_class_bind_template_child (widget_class, DdItemFilters, sort_button);
  gtk_widget_class_bind_template_callback (widget_class, tell);
}

static void
fill_stages (DdItemFilters *self)
{
  const DdField *field = &dd_record_type_get (DD_KIND_PLAN_ITEM)->fields[DD_PLAN_ITEM_STAGE];
  g_autoptr (GtkStringList) stages = gtk_string_list_new (NULL);

  gtk_string_list_append (stages, _("All stages"));
  gtk_string_list_append (stages, _("Late"));
  for (guint i = 0; i < field->n_choices; i++)
    gtk_string_list_append (stages, dd_field_get_choice_label (field, i));
  gtk_drop_down_set_model (self->stage, G_LIST_MODEL (stages));
}

static void
dd_item_filters_init (DdItemFilters *self)
{
  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_stages (self);
  self->setting = FALSE;
}

/**
 * dd_item_filters_ask_for_late:
 * @query: a query for items of a plan
 *
 * Asks for those whose day is past while they are not approved.
 */
void
dd_item_filters_ask_for_late (DdQuery *query,
                              DdDay    today)
{
  dd_query_set_choices (query, DD_PLAN_ITEM_STAGE, (1u << DD_PLAN_STAGE_APPROVED) - 1);
  dd_query_set_days (query, DD_PLAN_ITEM_DUE, DD_DAY_NONE, dd_day_add_days (today, -1));
}

/**
 * dd_item_filters_start:
 * @sort_menu: the orders that the table beside can have
 */
void
dd_item_filters_start (DdItemFilters *self,
                       DdSession     *session,
                       GMenuModel    *sort_menu)
{
  g_return_if_fail (DD_IS_ITEM_FILTERS (self));

  self->session = g_object_ref (session);
  gtk_menu_button_set_menu_model (self->sort_button, sort_menu);
  self->lead = DD_REFERENCE_ENTRY (dd_reference_entry_new (session, DD_KIND_UNIT));
  dd_reference_entry_set_placeholder (self->lead, _("Lead unit"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->lead), TRUE);
  gtk_box_append (self->lead_box, GTK_WIDGET (self->lead));
  g_signal_connect_object (self->lead, "changed", G_CALLBACK (lead_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * dd_item_filters_get_active:
 *
 * Returns: whether anything is left out
 */
gboolean
dd_item_filters_get_active (DdItemFilters *self)
{
  g_return_val_if_fail (DD_IS_ITEM_FILTERS (self), FALSE);

  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0' ||
         gtk_drop_down_get_selected (self->stage) != STAGE_ANY ||
         (self->lead != NULL && dd_reference_entry_get_id (self->lead) != 0);
}

/**
 * dd_item_filters_apply:
 * @query: a query for items of a plan, once there is a session
 */
void
dd_item_filters_apply (DdItemFilters *self,
                       DdQuery       *query)
{
  guint stage;
  gint64 lead;

  g_return_if_fail (DD_IS_ITEM_FILTERS (self));
  g_return_if_fail (self->session != NULL);

  stage = gtk_drop_down_get_selected (self->stage);
  lead = dd_reference_entry_get_id (self->lead);
  dd_query_set_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (lead != 0)
    dd_query_set_reference (query, DD_PLAN_ITEM_LEAD, lead);
  if (stage == STAGE_LATE)
    dd_item_filters_ask_for_late (query, dd_session_get_today (self->session));
  else if (stage >= N_STAGE_FILTERS)
    dd_query_set_choices (query, DD_PLAN_ITEM_STAGE, 1u << (stage - N_STAGE_FILTERS));
}

void
dd_item_filters_clear (DdItemFilters *self)
{
  g_return_if_fail (DD_IS_ITEM_FILTERS (self));

  set (self, STAGE_ANY);
}

/**
 * dd_item_filters_show_stage:
 * @stage: a #DdPlanStage: the only thing that is asked for
 */
void
dd_item_filters_show_stage (DdItemFilters *self,
                            guint          stage)
{
  g_return_if_fail (DD_IS_ITEM_FILTERS (self));

  set (self, N_STAGE_FILTERS + stage);
}

/**
 * dd_item_filters_show_late:
 *
 * As dd_item_filters_show_stage(), with dd_item_filters_ask_for_late().
 */
void
dd_item_filters_show_late (DdItemFilters *self)
{
  g_return_if_fail (DD_IS_ITEM_FILTERS (self));

  set (self, STAGE_LATE);
}
