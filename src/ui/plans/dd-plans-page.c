/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-plans-page"

#include "config.h"

#include "dd-plans-page.h"

#include "dd-plan-forms.h"
#include "dd-plan-row.h"
#include "dd-plan-view.h"
#include "dd-plan.h"
#include "dd-side-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * DdPlansPage:
 *
 * The review plans, and one of them beside the list or, where the window is
 * narrow, in its place.
 */
struct _DdPlansPage
{
  DdPage      parent_instance;

  /* Template children */
  GtkStack   *stack;
  DdSidePane *pane;
  GtkListBox *plans;
  DdPlanView *view;

  DdList     *list;
  gint64      wanted;           /* the plan to show as soon as the list has it; 0: none */
  gboolean    opened;           /* a plan was shown, or chosen by the user */
  gboolean    wants_focus;      /* until the first answer */
};

G_DEFINE_FINAL_TYPE (DdPlansPage, dd_plans_page, DD_TYPE_PAGE)

/* --- which plan is shown -------------------------------------------------- */

static void
show_row (DdPlansPage   *self,
          GtkListBoxRow *row)
{
  if (gtk_list_box_get_selected_row (self->plans) != row)
    gtk_list_box_select_row (self->plans, row);
  dd_plan_view_set_plan (self->view, dd_plan_row_get_plan (DD_PLAN_ROW (row)));
  self->opened = TRUE;
}

/* Shows the plan that is asked for, and brings it before the list. */
static void
show_wanted (DdPlansPage *self)
{
  guint position = self->wanted != 0 ? dd_list_find (self->list, self->wanted) : G_MAXUINT;

  if (position == G_MAXUINT)
    {
      if (dd_list_get_complete (self->list) && !dd_list_get_loading (self->list))
        self->wanted = 0;
      return;
    }

  self->wanted = 0;
  show_row (self, gtk_list_box_get_row_at_index (self->plans, (int) position));
  dd_side_pane_set_content_shown (self->pane, TRUE);
}

/* The newest plan that holds today is what most come for, not the draft of the next one. */
static GtkListBoxRow *
find_first_row (DdPlansPage *self)
{
  DdDay today = dd_page_get_today (DD_PAGE (self));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->plans, i)) != NULL; i++)
    {
      const DdRow *plan = dd_record_get_row (dd_plan_row_get_plan (DD_PLAN_ROW (row)));

      if (plan != NULL && dd_row_get_choice (plan, DD_PLAN_STATE) == DD_PLAN_STATE_ISSUED &&
          dd_row_get_day (plan, DD_PLAN_FIRST_DAY) <= today &&
          dd_row_get_day (plan, DD_PLAN_LAST_DAY) >= today)
        return row;
    }

  return gtk_list_box_get_row_at_index (self->plans, 0);
}

/* The plan that is shown stays the selected one wherever it moves to; when it
 * goes, the one of today is shown beside the list, or the list. */
static void
show_selection (DdPlansPage *self)
{
  DdRecord *plan = dd_plan_view_get_plan (self->view);
  guint position = plan != NULL ? dd_list_find (self->list, dd_record_get_id (plan)) : G_MAXUINT;
  guint count = dd_list_get_count (self->list);

  if (position != G_MAXUINT)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->plans, (int) position);

      if (gtk_list_box_get_selected_row (self->plans) != row)
        gtk_list_box_select_row (self->plans, row);
      return;
    }
  if (count == 0)
    {
      dd_plan_view_set_plan (self->view, NULL);
      dd_side_pane_set_content_shown (self->pane, FALSE);
      return;
    }

  /* One plan needs no choosing. */
  dd_side_pane_set_content_shown (self->pane, count == 1 && !self->opened);
  show_row (self, find_first_row (self));
}

/* To the list of plans, once there is one. */
static void
give_focus (DdPlansPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->plans);

  if (!self->wants_focus || (row == NULL && !dd_list_get_complete (self->list)))
    return;

  self->wants_focus = FALSE;
  if (row == NULL)
    return;
  if (dd_side_pane_get_folded (self->pane) && dd_side_pane_get_content_shown (self->pane))
    dd_plan_view_focus (self->view);
  else
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
list_changed_cb (DdPlansPage *self)
{
  gboolean known = dd_list_get_complete (self->list) && !dd_list_get_loading (self->list);

  if (dd_list_get_count (self->list) > 0)
    gtk_stack_set_visible_child_name (self->stack, "plans");
  else if (known)
    gtk_stack_set_visible_child_name (self->stack, "empty");

  show_wanted (self);
  show_selection (self);
  give_focus (self);
}

static void
row_activated_cb (DdPlansPage   *self,
                  GtkListBoxRow *row)
{
  show_row (self, row);
  dd_side_pane_set_content_shown (self->pane, TRUE);
  if (dd_side_pane_get_folded (self->pane))
    dd_plan_view_focus (self->view);
}

/* With the arrow keys, where the plan stands beside. */
static void
row_selected_cb (DdPlansPage   *self,
                 GtkListBoxRow *row)
{
  if (row != NULL && !dd_side_pane_get_folded (self->pane))
    dd_plan_view_set_plan (self->view, dd_plan_row_get_plan (DD_PLAN_ROW (row)));
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  return dd_plan_row_new (DD_RECORD (item));
}

static gboolean
is_unfolded (DdPlansPage *self,
             gboolean     folded)
{
  return !folded;
}

/* --- actions -------------------------------------------------------------- */

static void
plan_made_cb (DdPlansPage *self,
              DdChange    *change)
{
  dd_plans_page_show_plan (self, dd_change_get_inserted (change, DD_KIND_PLAN));
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DdPlansPage *self = DD_PLANS_PAGE (widget);
  DdForm *form = dd_plan_form_new_plan (dd_page_get_session (DD_PAGE (self)),
                                        dd_page_get_window (DD_PAGE (self)));

  g_signal_connect_object (form, "saved", G_CALLBACK (plan_made_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdPlansPage *self = DD_PLANS_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->plans);

  if (!dd_side_pane_get_folded (self->pane))
    return;

  dd_side_pane_set_content_shown (self->pane, FALSE);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* --- the object ----------------------------------------------------------- */

static void
dd_plans_page_start (DdPage *page)
{
  DdPlansPage *self = DD_PLANS_PAGE (page);
  DdStore *store = dd_page_get_store (page);
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_PLAN);

  dd_plan_view_start (self->view, dd_page_get_session (page));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", !dd_store_get_read_only (store));

  dd_query_set_sort (query, DD_PLAN_FIRST_DAY, TRUE);
  self->list = dd_store_get_list (store, query);
  gtk_list_box_bind_model (self->plans, G_LIST_MODEL (self->list), make_row, NULL, NULL);
  g_signal_connect_object (self->list, "notify::count", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::complete", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (show_selection), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
dd_plans_page_enter (DdPage *page)
{
  DdPlansPage *self = DD_PLANS_PAGE (page);

  self->wants_focus = TRUE;
  give_focus (self);
}

static void
dd_plans_page_today_changed (DdPage *page)
{
  dd_plan_view_today_changed (DD_PLANS_PAGE (page)->view);
}

static void
dd_plans_page_find (DdPage *page)
{
  DdPlansPage *self = DD_PLANS_PAGE (page);

  if (dd_plan_view_get_plan (self->view) == NULL)
    return;

  dd_side_pane_set_content_shown (self->pane, TRUE);
  dd_plan_view_find (self->view);
}

static void
dd_plans_page_dispose (GObject *object)
{
  DdPlansPage *self = DD_PLANS_PAGE (object);

  if (self->list != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->list, self);
      gtk_list_box_bind_model (self->plans, NULL, NULL, NULL, NULL);
    }
  g_clear_object (&self->list);

  G_OBJECT_CLASS (dd_plans_page_parent_class)->dispose (object);
}

static void
dd_plans_page_class_init (DdPlansPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DdPageClass *page_class = DD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_plans_page_dispose;
  page_class->start = dd_plans_page_start;
  page_class->today_changed = dd_plans_page_today_changed;
  page_class->enter = dd_plans_page_enter;
  page_class->find = dd_plans_page_find;

  /* The template names these types as text: make sure they exist. */
  g_type_ensure (DD_TYPE_SIDE_PANE);
  g_type_ensure (DD_TYPE_PLAN_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/plans/dd-plans-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DdPlansPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DdPlansPage, pane);
  gtk_widget_class_bind_template_child (widget_class, DdPlansPage, plans);
  gtk_widget_class_bind_template_child (widget_class, DdPlansPage, view);
  gtk_widget_class_bind_template_callback (widget_class, is_unfolded);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);

  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "page.back", NULL);
}

static void
dd_plans_page_init (DdPlansPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dd_plans_page_new (DdSession *session)
{
  return g_object_new (DD_TYPE_PLANS_PAGE, "session", session, NULL);
}

/**
 * dd_plans_page_show_plan:
 *
 * Shows one plan, now or as soon as it is read.
 */
void
dd_plans_page_show_plan (DdPlansPage *self,
                         gint64       id)
{
  g_return_if_fail (DD_IS_PLANS_PAGE (self));

  self->wanted = id;
  show_wanted (self);
}
