/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-deadlines-page"

#include "config.h"

#include "dd-deadlines-page.h"

#include "dd-accessible.h"
#include "dd-agenda-row.h"
#include "dd-agenda.h"
#include "dd-day-text.h"
#include "dd-quick-entry.h"
#include "dd-reference-entry.h"
#include "dd-task.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * DdDeadlinesPage:
 *
 * What is due when: the open tasks by their deadlines, those overdue on top.
 */
struct _DdDeadlinesPage
{
  DdPage            parent_instance;

  /* Template children */
  AdwWindowTitle   *title;
  GtkRevealer      *quick_revealer;
  DdQuickEntry     *quick_entry;
  GtkBox           *filters;
  GtkDropDown      *horizon;
  GtkStack         *stack;
  GtkWidget        *content;
  GtkWidget        *empty;
  GtkWidget        *no_match;
  GtkFlowBox       *jumps;
  GtkListView      *view;

  DdReferenceEntry *unit;
  DdAgenda         *agenda;
  GtkWidget        *buttons[DD_N_AGENDA_SPANS];
  gboolean          wants_focus;    /* until the first answer */
};

G_DEFINE_FINAL_TYPE (DdDeadlinesPage, dd_deadlines_page, DD_TYPE_PAGE)

/* In the order of the drop-down. */
static const guint horizons[] = { 0, 7, 30 };

/* --- rows ----------------------------------------------------------------- */

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          DdDeadlinesPage    *self)
{
  gtk_list_item_set_child (item, dd_agenda_row_new (dd_page_get_session (DD_PAGE (self))));
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         DdDeadlinesPage    *self)
{
  gpointer shown = gtk_list_item_get_item (item);

  /* What could neither be activated nor selected would not take the focus, and keep it
   * from going on to the next group. */
  gtk_list_item_set_activatable (item, DD_IS_RECORD (shown));
  dd_agenda_row_set_item (DD_AGENDA_ROW (gtk_list_item_get_child (item)), shown);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           DdDeadlinesPage    *self)
{
  dd_agenda_row_set_item (DD_AGENDA_ROW (gtk_list_item_get_child (item)), NULL);
}

/* Another factory fills all rows anew: what they say depends on the day. */
static void
refresh_rows (DdDeadlinesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->view, factory);
}

static void
activate_cb (DdDeadlinesPage *self,
             guint            position)
{
  g_autoptr (GObject) item = g_list_model_get_item (dd_agenda_get_rows (self->agenda), position);

  if (DD_IS_RECORD (item))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-task", "x",
                                dd_record_get_id (DD_RECORD (item)));
}

/* In a list the space bar selects, and here is nothing to select. */
static gboolean
space_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate (focus);

  return GDK_EVENT_STOP;
}

static void
add_space (DdDeadlinesPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("space|KP_Space"),
                      gtk_callback_action_new (space_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

/* --- groups --------------------------------------------------------------- */

static GtkWidget *
find_row (GtkWidget *view,
          gpointer   item)
{
  for (GtkWidget *row = gtk_widget_get_first_child (view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (DD_IS_AGENDA_ROW (child) && dd_agenda_row_get_item (DD_AGENDA_ROW (child)) == item)
        return row;
    }

  return NULL;
}

/* From below, a row comes to the top of the view; from above, to its end. */
static void
scroll_to_top (DdDeadlinesPage *self,
               guint            position)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
go_to_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DdDeadlinesPage *self = DD_DEADLINES_PAGE (widget);
  guint span = g_variant_get_uint32 (parameter);
  GListModel *group = G_LIST_MODEL (dd_agenda_get_group (self->agenda, span));
  guint position = dd_agenda_find_heading (self->agenda, span);
  g_autoptr (GObject) first = g_list_model_get_item (group, 1);
  GtkWidget *row;

  /* The focus, on the first task, may scroll too: the heading has the last word. */
  scroll_to_top (self, position);
  row = first != NULL ? find_row (GTK_WIDGET (self->view), first) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (row);
  scroll_to_top (self, position);
}

static void
add_jumps (DdDeadlinesPage *self)
{
  for (guint i = 0; i < DD_N_AGENDA_SPANS; i++)
    {
      GtkWidget *child = gtk_flow_box_child_new ();

      self->buttons[i] = gtk_button_new ();
      gtk_widget_add_css_class (self->buttons[i], "flat");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->buttons[i]), "u", i);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->buttons[i]), "page.go-to");
      gtk_widget_set_focusable (child, FALSE);
      gtk_widget_set_visible (child, FALSE);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), self->buttons[i]);
      gtk_flow_box_append (self->jumps, child);
    }
}

static gboolean
is_filtered (DdDeadlinesPage *self)
{
  return dd_reference_entry_get_id (self->unit) != 0 ||
         gtk_drop_down_get_selected (self->horizon) != 0;
}

/* Once there is a task to have it. */
static void
give_focus (DdDeadlinesPage *self)
{
  gboolean any = g_list_model_get_n_items (dd_agenda_get_rows (self->agenda)) > 0;

  if (self->wants_focus && any)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (any || dd_agenda_get_known (self->agenda))
    self->wants_focus = FALSE;
}

static void
show_state (DdDeadlinesPage *self)
{
  if (g_list_model_get_n_items (dd_agenda_get_rows (self->agenda)) > 0)
    gtk_stack_set_visible_child (self->stack, self->content);
  else if (dd_agenda_get_known (self->agenda))
    gtk_stack_set_visible_child (self->stack, is_filtered (self) ? self->no_match : self->empty);
  give_focus (self);
}

static void
group_changed_cb (DdDeadlinesPage *self,
                  DdAgendaGroup   *group)
{
  GtkWidget *button = self->buttons[dd_agenda_group_get_span (group)];
  g_autofree char *text = dd_agenda_group_to_text (group);

  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_set_visible (gtk_widget_get_parent (button),
                          dd_list_get_count (dd_agenda_group_get_tasks (group)) > 0);
  show_state (self);
}

/* --- filters -------------------------------------------------------------- */

static void
ask (DdDeadlinesPage *self)
{
  DdAgendaFilter filter = {
    .unit = dd_reference_entry_get_id (self->unit),
    .horizon = horizons[gtk_drop_down_get_selected (self->horizon)],
  };

  dd_agenda_ask (self->agenda, &filter);
}

static void
filter_changed_cb (DdDeadlinesPage *self)
{
  if (self->agenda == NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.clear-filters", is_filtered (self));
  ask (self);
  show_state (self);
}

/* A name that is being typed does not filter yet. */
static void
unit_changed_cb (DdDeadlinesPage *self)
{
  if (dd_reference_entry_get_id (self->unit) != 0 || dd_reference_entry_is_valid (self->unit))
    filter_changed_cb (self);
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DdDeadlinesPage *self = DD_DEADLINES_PAGE (widget);

  gtk_drop_down_set_selected (self->horizon, 0);
  dd_reference_entry_set_id (self->unit, 0, NULL);
}

static void
add_unit_filter (DdDeadlinesPage *self)
{
  GtkWidget *entry = dd_reference_entry_new (dd_page_get_session (DD_PAGE (self)), DD_KIND_UNIT);

  self->unit = DD_REFERENCE_ENTRY (entry);
  dd_reference_entry_set_placeholder (self->unit, _("Any unit, leading or coordinating"));
  gtk_widget_set_hexpand (entry, TRUE);
  dd_accessible_set_label (entry, _("Unit, leading or coordinating"));
  gtk_box_prepend (self->filters, entry);
  dd_accessible_set_label (GTK_WIDGET (self->horizon), _("How Far Ahead"));
  g_signal_connect_object (entry, "changed", G_CALLBACK (unit_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* --- a new task ----------------------------------------------------------- */

/* The day of the task that the focus is on; %DD_DAY_NONE: no task has it, or it is late. */
static DdDay
get_focused_day (DdDeadlinesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view))
                 ? gtk_widget_get_first_child (focus) : NULL;
  gpointer item = DD_IS_AGENDA_ROW (row) ? dd_agenda_row_get_item (DD_AGENDA_ROW (row)) : NULL;
  DdDay day = DD_IS_RECORD (item)
            ? dd_row_get_day (dd_record_get_row (DD_RECORD (item)), DD_TASK_DEADLINE)
            : DD_DAY_NONE;

  return day >= dd_page_get_today (DD_PAGE (self)) ? day : DD_DAY_NONE;
}

/* What is added while a day is looked at is for that day, if the line tells no other. */
static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DdDeadlinesPage *self = DD_DEADLINES_PAGE (widget);

  dd_quick_entry_set_deadline (self->quick_entry, get_focused_day (self));
  gtk_revealer_set_reveal_child (self->quick_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->quick_entry));
}

static void
quick_entry_closed_cb (DdDeadlinesPage *self)
{
  gtk_revealer_set_reveal_child (self->quick_revealer, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* --- the object ----------------------------------------------------------- */

static void
show_day (DdDeadlinesPage *self)
{
  g_autofree char *day = dd_day_to_long_text (dd_page_get_today (DD_PAGE (self)));

  adw_window_title_set_subtitle (self->title, day);
}

static void
dd_deadlines_page_start (DdPage *page)
{
  DdDeadlinesPage *self = DD_DEADLINES_PAGE (page);
  g_autoptr (GtkSelectionModel) selection = NULL;

  show_day (self);
  add_unit_filter (self);
  dd_quick_entry_start (self->quick_entry, dd_page_get_session (page),
                        DD_QUICK_ENTRY_MAKES_TASKS);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new",
                                 !dd_store_get_read_only (dd_page_get_store (page)));
  self->agenda = dd_agenda_new (dd_page_get_session (page));
  g_signal_connect_object (self->agenda, "changed", G_CALLBACK (group_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dd_page_get_store (page), "notify::calendar",
                           G_CALLBACK (refresh_rows), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.clear-filters", FALSE);
  refresh_rows (self);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (
                                     g_object_ref (dd_agenda_get_rows (self->agenda))));
  gtk_list_view_set_model (self->view, selection);
}

static void
dd_deadlines_page_today_changed (DdPage *page)
{
  DdDeadlinesPage *self = DD_DEADLINES_PAGE (page);

  show_day (self);
  ask (self);
  refresh_rows (self);
}

static void
dd_deadlines_page_find (DdPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (DD_DEADLINES_PAGE (page)->unit));
}

static void
dd_deadlines_page_enter (DdPage *page)
{
  DdDeadlinesPage *self = DD_DEADLINES_PAGE (page);

  self->wants_focus = TRUE;
  give_focus (self);
}

static void
dd_deadlines_page_dispose (GObject *object)
{
  DdDeadlinesPage *self = DD_DEADLINES_PAGE (object);

  /* The rows ask the page for its session: they go first. */
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->agenda);

  G_OBJECT_CLASS (dd_deadlines_page_parent_class)->dispose (object);
}

static void
dd_deadlines_page_class_init (DdDeadlinesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DdPageClass *page_class = DD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_deadlines_page_dispose;
  page_class->start = dd_deadlines_page_start;
  page_class->today_changed = dd_deadlines_page_today_changed;
  page_class->find = dd_deadlines_page_find;
  page_class->enter = dd_deadlines_page_enter;

  g_type_ensure (DD_TYPE_QUICK_ENTRY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/deadlines/dd-deadlines-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DdDeadlinesPage, title);
  gtk_widget_class_bind_template_child (widget_class, DdDeadlinesPage, quick_revealer);
  gtk_widget_class_bind_template_child (widget_class, DdDeadlinesPage, quick_entry);
  gtk_widget_class_bind_template_child (widget_class, DdDeadlinesPage, filters);
  gtk_widget_class_bind_template_child (widget_class, DdDeadlinesPage, horizon);
  gtk_widget_class_bind_template_child (widget_class, DdDeadlinesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DdDeadlinesPage, content);
  gtk_widget_class_bind_template_child (widget_class, DdDeadlinesPage, empty);
  gtk_widget_class_bind_template_child (widget_class, DdDeadlinesPage, no_match);
  gtk_widget_class_bind_template_child (widget_class, DdDeadlinesPage, jumps);
  gtk_widget_class_bind_template_child (widget_class, DdDeadlinesPage, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, quick_entry_closed_cb);

  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.go-to", "u", go_to_action);
  gtk_widget_class_install_action (widget_class, "page.clear-filters", NULL, clear_filters_action);
}

static void
dd_deadlines_page_init (DdDeadlinesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_jumps (self);
  add_space (self);
}

GtkWidget *
dd_deadlines_page_new (DdSession *session)
{
  return g_object_new (DD_TYPE_DEADLINES_PAGE, "session", session, NULL);
}
