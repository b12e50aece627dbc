/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-plan-items"

#include "config.h"

#include "dd-plan-items.h"

#include "dd-confirm.h"
#include "dd-item-cells.h"
#include "dd-item-filters.h"
#include "dd-item-forms.h"
#include "dd-item-selection.h"
#include "dd-measure.h"
#include "dd-number-text.h"
#include "dd-table.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * DdPlanItems:
 *
 * The procedures that a plan reviews, in a table, and what is done with them.
 */
struct _DdPlanItems
{
  GtkWidget         parent_instance;

  /* Template children */
  DdItemFilters    *filters;
  DdTable          *table;
  AdwSplitButton   *advance_button;
  GtkLabel         *count;

  DdItemSelection  *selection;
  DdSession        *session;
  DdRecord         *plan;
  DdList           *list;
  guint             sort;       /* a field */
  gboolean          descending;
  gint64            added;      /* the item that was added last; 0: none of this plan */
};

G_DEFINE_FINAL_TYPE (DdPlanItems, dd_plan_items, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_STAGE = 1,
} DdPlanItemsProperty;

static GParamSpec *properties[PROP_STAGE + 1];

static GtkWindow *
get_window (DdPlanItems *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static const DdRow *
get_plan_row (DdPlanItems *self)
{
  return dd_record_get_row (self->plan);
}

/* The item that is selected, if it has been read. */
static const DdRow *
get_item (DdPlanItems *self)
{
  return self->selection != NULL ? dd_item_selection_get_row (self->selection) : NULL;
}

/* --- which items are shown ------------------------------------------------ */

static DdQuery *
make_query (DdPlanItems *self)
{
  DdQuery *query = dd_query_new (DD_KIND_PLAN_ITEM);

  dd_query_set_reference (query, DD_PLAN_ITEM_PLAN, dd_record_get_id (self->plan));
  dd_item_filters_apply (self->filters, query);
  dd_query_set_sort (query, self->sort, self->descending);

  return query;
}

static void
ask (DdPlanItems *self)
{
  gboolean filtered = dd_filter_bar_get_filtered (DD_FILTER_BAR (self->filters));
  g_autoptr (DdQuery) query = NULL;

  if (self->list == NULL)
    return;

  dd_item_selection_forget (self->selection);
  query = make_query (self);
  dd_list_set_query (self->list, query);
  dd_table_set_filtered (self->table, filtered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.clear-filters", filtered);
}

static void
sort_changed_cb (DdPlanItems *self,
                 guint        field,
                 gboolean     descending)
{
  self->sort = field;
  self->descending = descending;
  ask (self);
}

static void
show_count (DdPlanItems *self)
{
  guint count = self->list != NULL ? dd_list_get_count (self->list) : 0;
  g_autofree char *text = NULL;

  if (self->list != NULL && dd_list_get_complete (self->list) && !dd_list_get_loading (self->list))
    {
      g_autofree char *number = dd_number_to_text (count);

      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s procedure", "%s procedures", count),
                              number);
    }
  gtk_label_set_text (self->count, text != NULL ? text : "");
}

/* --- what is done with an item -------------------------------------------- */

static const DdField *
get_stage_field (void)
{
  return &dd_record_type_get (DD_KIND_PLAN_ITEM)->fields[DD_PLAN_ITEM_STAGE];
}

/* The stage of the item that is selected; none has the number after the last one. */
static guint
get_stage (DdPlanItems *self)
{
  const DdRow *item = get_item (self);

  return item != NULL ? dd_row_get_choice (item, DD_PLAN_ITEM_STAGE) : DD_PLAN_STAGE_ENACTED + 1;
}

static void
show_actions (DdPlanItems *self)
{
  gboolean writable = self->plan != NULL &&
                      !dd_store_get_read_only (dd_session_get_store (self->session));
  const DdRow *item = get_item (self);
  gboolean movable = get_stage (self) < DD_PLAN_STAGE_ENACTED;
  g_autofree char *label = NULL;

  if (movable)
    /* Translators: %s is the stage that the review of a procedure moves on to. */
    label = g_strdup_printf (_("_Next Stage: %s"),
                             dd_field_get_choice_label (get_stage_field (), get_stage (self) + 1));
  adw_split_button_set_label (self->advance_button, label != NULL ? label : _("_Next Stage"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->advance_button), writable && item != NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.add", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.advance", writable && movable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.stage", writable && item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.edit", writable && item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.edit-procedure",
                                 writable && item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.remove", writable && item != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAGE]);
}

static void
item_added_cb (DdPlanItems *self,
               DdChange    *change)
{
  self->added = dd_change_get_inserted (change, DD_KIND_PLAN_ITEM);
  dd_item_selection_select (self->selection, self->added);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DdPlanItems *self = DD_PLAN_ITEMS (widget);
  const DdRow *item = get_item (self);
  gboolean goes_on = item != NULL && dd_row_get_id (item) == self->added;
  DdForm *form = dd_item_form_new_item (self->session, get_window (self), get_plan_row (self),
                                        goes_on ? item : NULL);

  g_signal_connect_object (form, "saved", G_CALLBACK (item_added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdPlanItems *self = DD_PLAN_ITEMS (widget);
  const DdRow *item = get_item (self);

  if (item != NULL)
    gtk_window_present (GTK_WINDOW (dd_item_form_edit_item (self->session, get_window (self),
                                                            get_plan_row (self), item)));
}

static void
activated_cb (DdPlanItems *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "item.edit", NULL);
}

/* It is done at once, and can be taken back. */
static void
set_stage (DdPlanItems *self,
           guint        stage)
{
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;
  DdChange *change;
  DdRow *row;

  if (get_item (self) == NULL || stage > DD_PLAN_STAGE_ENACTED || stage == get_stage (self))
    return;

  row = dd_row_copy (get_item (self));
  dd_row_set_choice (row, DD_PLAN_ITEM_STAGE, stage);
  name = dd_row_field_to_text (row, DD_PLAN_ITEM_STAGE);
  if (stage > get_stage (self))
    /* Translators: %s is the stage that the review of a procedure has moved on to. */
    message = g_strdup_printf (_("Moved on to “%s”"), name);
  else
    /* Translators: %s is the stage that the review of a procedure was put back to. */
    message = g_strdup_printf (_("Put back to “%s”"), name);
  change = dd_session_change (self->session, NULL);
  dd_change_update (change, row);
  dd_session_apply (self->session, GTK_WIDGET (self), change, message);
}

static void
advance_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DdPlanItems *self = DD_PLAN_ITEMS (widget);

  set_stage (self, get_stage (self) + 1);
}

static void
remove_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DdPlanItems) self = user_data;
  DdChange *change;

  if (!dd_confirm_finish (result, NULL) || self->session == NULL || get_item (self) == NULL)
    return;

  change = dd_session_change (self->session, NULL);
  dd_change_delete (change, DD_KIND_PLAN_ITEM, dd_row_get_id (get_item (self)));
  dd_session_apply (self->session, GTK_WIDGET (self), change, _("Procedure removed from the plan"));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DdPlanItems *self = DD_PLAN_ITEMS (widget);
  const DdRow *item = get_item (self);
  g_autofree char *body = NULL;

  if (item == NULL)
    return;

  /* Translators: %s is the name of a procedure. */
  body = g_strdup_printf (_("“%s”\n\nWhat the plan says of its review goes with it. The procedure "
                            "itself stays, and can be added again."),
                          dd_row_get_text (item, DD_PLAN_ITEM_PROCEDURE_NAME));
  dd_confirm_async (get_window (self), DD_CONFIRM_DESTRUCTIVE,
                    _("Remove This Procedure From the Plan?"), body, _("_Remove"), NULL,
                    remove_cb, g_object_ref (self));
}

static void
edit_procedure_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  DdPlanItems *self = DD_PLAN_ITEMS (widget);
  const DdRow *item = get_item (self);

  if (item != NULL)
    dd_item_form_show_procedure (self->session, widget,
                                 dd_row_get_reference (item, DD_PLAN_ITEM_PROCEDURE));
}

/* The menu that asks for it hangs outside of the table. */
static void
sort_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (DD_PLAN_ITEMS (widget)->table), name, parameter);
}

static void
enter_table_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  dd_table_enter (DD_PLAN_ITEMS (widget)->table);
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  dd_filter_bar_clear (DD_FILTER_BAR (DD_PLAN_ITEMS (widget)->filters));
}

/* --- the object ----------------------------------------------------------- */

static void
forget_plan (DdPlanItems *self)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->table != NULL)
    dd_table_set_list (self->table, NULL);
  if (self->selection != NULL)
    dd_item_selection_set_list (self->selection, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->plan);
  self->added = 0;
}

static void
dd_plan_items_dispose (GObject *object)
{
  DdPlanItems *self = DD_PLAN_ITEMS (object);
  GtkWidget *child;

  forget_plan (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_PLAN_ITEMS);
  self->table = NULL;
  g_clear_object (&self->selection);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_plan_items_parent_class)->dispose (object);
}

static void
dd_plan_items_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((DdPlanItemsProperty) prop_id)
    {
    case PROP_STAGE:
      g_value_set_uint (value, get_stage (DD_PLAN_ITEMS (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_plan_items_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch ((DdPlanItemsProperty) prop_id)
    {
    case PROP_STAGE:
      set_stage (DD_PLAN_ITEMS (object), g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_plan_items_class_init (DdPlanItemsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dd_plan_items_dispose;
  object_class->get_property = dd_plan_items_get_property;
  object_class->set_property = dd_plan_items_set_property;

  /* That of the selected item, as the menu of stages shows and changes it. */
  properties[PROP_STAGE] =
    g_param_spec_uint ("stage", NULL, NULL, 0, G_MAXUINT, DD_PLAN_STAGE_ENACTED + 1,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (DD_TYPE_ITEM_FILTERS);
  g_type_ensure (DD_TYPE_TABLE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/plans/dd-plan-items.ui");
  gtk_widget_class_bind_template_child (widget_class, DdPlanItems, filters);
  gtk_widget_class_bind_template_child (widget_class, DdPlanItems, table);
  gtk_widget_class_bind_template_child (widget_class, DdPlanItems, advance_button);
  gtk_widget_class_bind_template_child (widget_class, DdPlanItems, count);

  gtk_widget_class_install_action (widget_class, "item.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "item.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "item.advance", NULL, advance_action);
  gtk_widget_class_install_property_action (widget_class, "item.stage", "stage");
  gtk_widget_class_install_action (widget_class, "item.edit-procedure", NULL,
                                   edit_procedure_action);
  gtk_widget_class_install_action (widget_class, "item.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "table.sort", "(ib)", sort_action);
  gtk_widget_class_install_action (widget_class, "page.enter-table", NULL, enter_table_action);
  gtk_widget_class_install_action (widget_class, "page.clear-filters", NULL, clear_filters_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "item.remove", NULL);
}

static void
fill_stage_menu (DdPlanItems *self)
{
  const DdField *field = get_stage_field ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < field->n_choices; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (dd_field_get_choice_label (field, i), NULL);

      g_menu_item_set_action_and_target (item, "item.stage", "u", i);
      g_menu_append_item (menu, item);
    }
  adw_split_button_set_menu_model (self->advance_button, G_MENU_MODEL (menu));
}

/* It holds wherever in the window one is: the row that has moved on may have taken the
 * focus along. */
static void
add_shortcuts (DdPlanItems *self)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (
                                            gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                                            gtk_named_action_new ("item.advance")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
dd_plan_items_init (DdPlanItems *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = dd_item_selection_new (self->table);
  fill_stage_menu (self);
  add_shortcuts (self);

  g_signal_connect_object (self->filters, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "sort-changed", G_CALLBACK (sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (show_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->table, "activated", G_CALLBACK (activated_cb), self);
}

void
dd_plan_items_start (DdPlanItems *self,
                     DdSession   *session)
{
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (DD_IS_PLAN_ITEMS (self));

  self->session = g_object_ref (session);
  dd_item_cells_set_columns (self->table, session);
  self->sort = DD_PLAN_ITEM_DUE;
  dd_table_set_sort (self->table, DD_PLAN_ITEM_DUE, FALSE);
  menu = dd_table_get_sort_menu (self->table);
  dd_item_filters_start (self->filters, session);
  dd_filter_bar_set_sort_menu (DD_FILTER_BAR (self->filters), menu);
  show_actions (self);
}

/**
 * dd_plan_items_set_plan:
 * @plan: (nullable): whose items to show
 */
void
dd_plan_items_set_plan (DdPlanItems *self,
                        DdRecord    *plan)
{
  g_autoptr (DdQuery) query = NULL;

  g_return_if_fail (DD_IS_PLAN_ITEMS (self));

  if (self->plan == plan)
    return;

  forget_plan (self);
  dd_filter_bar_clear (DD_FILTER_BAR (self->filters));
  if (plan != NULL)
    {
      self->plan = g_object_ref (plan);
      query = make_query (self);
      self->list = dd_store_get_list (dd_session_get_store (self->session), query);
      g_signal_connect_swapped (self->list, "notify::count", G_CALLBACK (show_count), self);
      g_signal_connect_swapped (self->list, "notify::complete", G_CALLBACK (show_count), self);
      g_signal_connect_swapped (self->list, "notify::loading", G_CALLBACK (show_count), self);
      dd_table_set_list (self->table, self->list);
      dd_item_selection_set_list (self->selection, self->list);
      dd_table_set_filtered (self->table, FALSE);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.clear-filters", FALSE);
    }
  show_count (self);
  show_actions (self);
}

void
dd_plan_items_today_changed (DdPlanItems *self)
{
  g_return_if_fail (DD_IS_PLAN_ITEMS (self));

  ask (self);
  dd_table_refresh (self->table);
}

/**
 * dd_plan_items_find:
 *
 * Puts the focus into the search box.
 */
void
dd_plan_items_find (DdPlanItems *self)
{
  g_return_if_fail (DD_IS_PLAN_ITEMS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->filters));
}

/**
 * dd_plan_items_show_stage:
 * @stage: a #DdPlanStage
 *
 * Shows the items at one stage, and no others.
 */
void
dd_plan_items_show_stage (DdPlanItems *self,
                          guint        stage)
{
  g_return_if_fail (DD_IS_PLAN_ITEMS (self));

  dd_item_filters_show_stage (self->filters, stage);
}

/**
 * dd_plan_items_show_late:
 *
 * Shows the items whose day is past while they are not approved, and no others.
 */
void
dd_plan_items_show_late (DdPlanItems *self)
{
  g_return_if_fail (DD_IS_PLAN_ITEMS (self));

  dd_item_filters_show_late (self->filters);
}
