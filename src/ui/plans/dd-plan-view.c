/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-plan-view"

#include "config.h"

#include "dd-plan-view.h"

#include "dd-confirm.h"
#include "dd-plan-forms.h"
#include "dd-plan-items.h"
#include "dd-plan-row.h"
#include "dd-plan-summary.h"
#include "dd-plan.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * DdPlanView:
 *
 * One plan: what it has to reach, and the procedures that it reviews.
 */
struct _DdPlanView
{
  GtkWidget      parent_instance;

  /* Template children */
  GtkButton     *back_button;
  GtkStack      *stack;
  GtkLabel      *title;
  GtkLabel      *period;
  GtkLabel      *standing;
  DdPlanSummary *summary;
  DdPlanItems   *items;

  DdSession     *session;
  DdRecord      *plan;          /* NULL: none is shown */
};

G_DEFINE_FINAL_TYPE (DdPlanView, dd_plan_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CAN_GO_BACK = 1,
} DdPlanViewProperty;

static GParamSpec *properties[PROP_CAN_GO_BACK + 1];

static const DdRow *
get_row (DdPlanView *self)
{
  return dd_record_get_row (self->plan);
}

static GtkWindow *
get_window (DdPlanView *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- showing -------------------------------------------------------------- */

static void
show_plan (DdPlanView *self)
{
  g_autofree char *period = NULL;
  g_autofree char *numbered = NULL;
  g_autofree char *standing = NULL;
  const char *number;

  if (self->plan == NULL || !dd_record_get_loaded (self->plan))
    return;

  number = dd_row_get_text (get_row (self), DD_PLAN_NUMBER);
  period = dd_plan_describe_period (get_row (self));
  numbered = number != NULL ? g_strdup_printf ("%s · %s", number, period) : g_strdup (period);
  standing = dd_plan_describe_standing (get_row (self));
  gtk_label_set_text (self->title, dd_row_get_text (get_row (self), DD_PLAN_TITLE));
  gtk_label_set_text (self->period, numbered);
  gtk_label_set_text (self->standing, standing);
}

static void
show_actions (DdPlanView *self)
{
  gboolean writable = self->plan != NULL &&
                      !dd_store_get_read_only (dd_session_get_store (self->session));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.edit", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.delete", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.add-procedure", writable);
}

static void
forget_plan (DdPlanView *self)
{
  if (self->stack != NULL)
    {
      dd_plan_summary_set_plan (self->summary, NULL);
      dd_plan_items_set_plan (self->items, NULL);
    }
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_clear_object (&self->plan);
}

/* --- doing ---------------------------------------------------------------- */

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdPlanView *self = DD_PLAN_VIEW (widget);
  const char *issuer = dd_plan_summary_get_issuer_name (self->summary);

  if (self->plan != NULL)
    gtk_window_present (GTK_WINDOW (dd_plan_form_edit_plan (self->session, get_window (self),
                                                            get_row (self), issuer)));
}

static void
delete_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DdPlanView) self = user_data;
  DdChange *change;

  if (!dd_confirm_finish (result, NULL) || self->plan == NULL)
    return;

  change = dd_session_change (self->session, NULL);
  dd_change_delete (change, DD_KIND_PLAN, dd_record_get_id (self->plan));
  dd_session_apply (self->session, GTK_WIDGET (self), change, _("Plan deleted"));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DdPlanView *self = DD_PLAN_VIEW (widget);
  g_autofree char *body = NULL;

  if (self->plan == NULL)
    return;

  /* Translators: %s is the title of a plan. */
  body = g_strdup_printf (_("“%s”\n\nIts targets, its milestones and what it says of its "
                            "procedures go with it. The procedures themselves stay."),
                          dd_row_get_text (get_row (self), DD_PLAN_TITLE));
  dd_confirm_async (get_window (self), DD_CONFIRM_DESTRUCTIVE, _("Delete This Plan?"), body,
                    _("_Delete"), NULL, delete_cb, g_object_ref (self));
}

static void
show_stage_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DdPlanView *self = DD_PLAN_VIEW (widget);

  gtk_stack_set_visible_child_name (self->stack, "procedures");
  if (parameter != NULL)
    dd_plan_items_show_stage (self->items, g_variant_get_uint32 (parameter));
  else
    dd_plan_items_show_late (self->items);
}

static void
add_procedure_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DdPlanView *self = DD_PLAN_VIEW (widget);

  gtk_stack_set_visible_child_name (self->stack, "procedures");
  gtk_widget_activate_action (GTK_WIDGET (self->items), "item.add", NULL);
}

static void
show_child_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  gtk_stack_set_visible_child_name (DD_PLAN_VIEW (widget)->stack,
                                    g_variant_get_string (parameter, NULL));
}

/* --- the object ----------------------------------------------------------- */

static void
dd_plan_view_dispose (GObject *object)
{
  DdPlanView *self = DD_PLAN_VIEW (object);
  GtkWidget *child;

  forget_plan (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_PLAN_VIEW);
  self->stack = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_plan_view_parent_class)->dispose (object);
}

static void
dd_plan_view_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  DdPlanView *self = DD_PLAN_VIEW (object);

  switch ((DdPlanViewProperty) prop_id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->back_button)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_plan_view_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  DdPlanView *self = DD_PLAN_VIEW (object);

  switch ((DdPlanViewProperty) prop_id)
    {
    case PROP_CAN_GO_BACK:
      gtk_widget_set_visible (GTK_WIDGET (self->back_button), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "plan.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "plan.show-stage", "u", show_stage_action);
  gtk_widget_class_install_action (widget_class, "plan.show-late", NULL, show_stage_action);
  gtk_widget_class_install_action (widget_class, "plan.add-procedure", NULL, add_procedure_action);
  gtk_widget_class_install_action (widget_class, "plan.show", "s", show_child_action);
}

/* Keys that hold wherever in the window one is, as long as the plan is seen. */
static const struct
{
  guint            key;
  GdkModifierType  modifiers;
  const char      *action;
  const char      *child;       /* NULL: the action takes nothing */
} shortcuts[] = {
  { GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "plan.add-procedure", NULL },
  { GDK_KEY_Insert, 0, "plan.add-procedure", NULL },
  { GDK_KEY_1, GDK_ALT_MASK, "plan.show", "targets" },
  { GDK_KEY_2, GDK_ALT_MASK, "plan.show", "procedures" },
};

static void
add_shortcuts (DdPlanView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkShortcut *shortcut =
        gtk_shortcut_new (gtk_keyval_trigger_new (shortcuts[i].key, shortcuts[i].modifiers),
                          gtk_named_action_new (shortcuts[i].action));

      if (shortcuts[i].child != NULL)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_string (shortcuts[i].child));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
dd_plan_view_class_init (DdPlanViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dd_plan_view_dispose;
  object_class->get_property = dd_plan_view_get_property;
  object_class->set_property = dd_plan_view_set_property;

  /* Whether there is a list to go back to, since it does not stand beside. */
  properties[PROP_CAN_GO_BACK] =
    g_param_spec_boolean ("can-go-back", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (DD_TYPE_PLAN_ITEMS);
  g_type_ensure (DD_TYPE_PLAN_SUMMARY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/plans/dd-plan-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DdPlanView, back_button);
  gtk_widget_class_bind_template_child (widget_class, DdPlanView, stack);
  gtk_widget_class_bind_template_child (widget_class, DdPlanView, title);
  gtk_widget_class_bind_template_child (widget_class, DdPlanView, period);
  gtk_widget_class_bind_template_child (widget_class, DdPlanView, standing);
  gtk_widget_class_bind_template_child (widget_class, DdPlanView, summary);
  gtk_widget_class_bind_template_child (widget_class, DdPlanView, items);

  install_actions (widget_class);
}

static void
dd_plan_view_init (DdPlanView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcuts (self);
}

void
dd_plan_view_start (DdPlanView *self,
                    DdSession  *session)
{
  g_return_if_fail (DD_IS_PLAN_VIEW (self));

  self->session = g_object_ref (session);
  dd_plan_summary_start (self->summary, session);
  dd_plan_items_start (self->items, session);
  show_actions (self);
}

/**
 * dd_plan_view_get_plan:
 *
 * Returns: (transfer none) (nullable): the plan that is shown
 */
DdRecord *
dd_plan_view_get_plan (DdPlanView *self)
{
  g_return_val_if_fail (DD_IS_PLAN_VIEW (self), NULL);

  return self->plan;
}

/**
 * dd_plan_view_set_plan:
 * @plan: (nullable): the plan to show, and to follow
 */
void
dd_plan_view_set_plan (DdPlanView *self,
                       DdRecord   *plan)
{
  g_return_if_fail (DD_IS_PLAN_VIEW (self));

  if (self->plan == plan)
    return;

  forget_plan (self);
  if (plan != NULL)
    {
      self->plan = g_object_ref (plan);
      g_signal_connect_swapped (plan, "changed", G_CALLBACK (show_plan), self);
      dd_plan_summary_set_plan (self->summary, plan);
      dd_plan_items_set_plan (self->items, plan);
      show_plan (self);
    }
  show_actions (self);
}

void
dd_plan_view_today_changed (DdPlanView *self)
{
  g_return_if_fail (DD_IS_PLAN_VIEW (self));

  dd_plan_summary_today_changed (self->summary);
  dd_plan_items_today_changed (self->items);
}

/**
 * dd_plan_view_focus:
 *
 * Puts the focus into what is shown of the plan.
 */
void
dd_plan_view_focus (DdPlanView *self)
{
  g_return_if_fail (DD_IS_PLAN_VIEW (self));

  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

/**
 * dd_plan_view_find:
 *
 * Shows the procedures and puts the focus where they are searched.
 */
void
dd_plan_view_find (DdPlanView *self)
{
  g_return_if_fail (DD_IS_PLAN_VIEW (self));

  gtk_stack_set_visible_child_name (self->stack, "procedures");
  dd_plan_items_find (self->items);
}
