/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meetings-page"

#include "config.h"

#include "dd-meetings-page.h"

#include "dd-agenda-item.h"
#include "dd-conclusion-adder.h"
#include "dd-error-dialog.h"
#include "dd-ledger-view.h"
#include "dd-meeting-dialogs.h"
#include "dd-meeting-page.h"
#include "dd-meetings-view.h"
#include "dd-review-bar.h"
#include "dd-review-page.h"

#include <adwaita.h>

/**
 * DdMeetingsPage:
 *
 * The meetings, and the ledger of what they concluded. While a conclusion is
 * reviewed, the review takes the place of both.
 */
struct _DdMeetingsPage
{
  DdPage             parent_instance;

  /* Template children */
  GtkStack          *stack;
  AdwViewStack      *views;
  GtkMenuButton     *sort_button;
  DdConclusionAdder *adder;
  DdReviewBar       *review_bar;
  DdMeetingsView    *meetings;
  DdLedgerView      *ledger;

  DdReviewPage      *review;            /* NULL: none is on */
  DdMeetingPage     *open;              /* NULL: no meeting is worked on */
};

G_DEFINE_FINAL_TYPE (DdMeetingsPage, dd_meetings_page, DD_TYPE_PAGE)

static gboolean
is_ledger_shown (DdMeetingsPage *self)
{
  return adw_view_stack_get_visible_child (self->views) == GTK_WIDGET (self->ledger);
}

static DdTable *
get_table (DdMeetingsPage *self)
{
  return is_ledger_shown (self) ? dd_ledger_view_get_table (self->ledger)
                                : dd_meetings_view_get_table (self->meetings);
}

static void
view_changed_cb (DdMeetingsPage *self)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (dd_page_get_session (DD_PAGE (self)) == NULL || self->ledger == NULL)
    return;

  if (is_ledger_shown (self))
    dd_ledger_view_start (self->ledger, dd_page_get_session (DD_PAGE (self)));
  menu = dd_table_get_sort_menu (get_table (self));
  gtk_menu_button_set_menu_model (self->sort_button, menu);
}

static void
show_view (DdMeetingsPage *self,
           GtkWidget      *view)
{
  adw_view_stack_set_visible_child (self->views, view);
}

/* --- one meeting ---------------------------------------------------------- */

static void
end_meeting (DdMeetingsPage *self)
{
  DdMeetingPage *open = g_steal_pointer (&self->open);
  gint64 id;

  if (open == NULL)
    return;

  dd_meeting_page_flush (open);
  id = dd_meeting_page_get_id (open);
  gtk_stack_set_visible_child_name (self->stack, "lists");
  gtk_stack_remove (self->stack, GTK_WIDGET (open));
  show_view (self, GTK_WIDGET (self->meetings));
  dd_meetings_view_show_meeting (self->meetings, id);
  dd_table_take_focus (dd_meetings_view_get_table (self->meetings));
}

static void
meeting_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DdMeetingsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) meeting = dd_store_fetch_finish (DD_STORE (object), result, &error);
  GtkWidget *page;

  if (self->meetings == NULL || self->review != NULL || self->open != NULL)
    return;
  if (meeting == NULL)
    {
      dd_error_dialog_show (GTK_WIDGET (self), error);
      return;
    }

  page = dd_meeting_page_new (dd_page_get_session (DD_PAGE (self)), meeting);
  self->open = DD_MEETING_PAGE (page);
  g_signal_connect_object (page, "left", G_CALLBACK (end_meeting), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, page, "meeting");
  gtk_stack_set_visible_child (self->stack, page);
  gtk_widget_grab_focus (page);
}

static void
open_meeting (DdMeetingsPage *self,
              gint64          id)
{
  end_meeting (self);
  dd_store_fetch_async (dd_page_get_store (DD_PAGE (self)), DD_KIND_MEETING, id, NULL,
                        meeting_read_cb, g_object_ref (self));
}

/* --- the next meeting of a series ------------------------------------------ */

typedef struct
{
  DdMeetingsPage *page;
  DdRecord       *last;
} Following;

static void
following_free (Following *following)
{
  g_object_unref (following->page);
  g_clear_object (&following->last);
  g_free (following);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Following, following_free)

static void
next_saved_cb (DdMeetingsPage *self,
               DdChange       *change)
{
  open_meeting (self, dd_change_get_inserted (change, DD_KIND_MEETING));
}

static void
topics_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Following) following = user_data;
  DdMeetingsPage *self = following->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) topics = dd_store_select_finish (DD_STORE (object), result, &error);
  DdForm *form;

  if (self->meetings == NULL)
    return;
  if (topics == NULL)
    {
      dd_error_dialog_show (GTK_WIDGET (self), error);
      return;
    }

  form = dd_meeting_dialog_next_meeting (dd_page_get_session (DD_PAGE (self)),
                                         dd_page_get_window (DD_PAGE (self)),
                                         dd_record_get_row (following->last), topics);
  g_signal_connect_object (form, "saved", G_CALLBACK (next_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

static void
last_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Following) following = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_AGENDA_ITEM);

  following->last = dd_store_fetch_finish (DD_STORE (object), result, &error);
  if (following->last == NULL)
    {
      dd_error_dialog_show (GTK_WIDGET (following->page), error);
      return;
    }

  dd_query_set_returning (query, dd_record_get_id (following->last));
  dd_query_set_sort (query, DD_AGENDA_ITEM_MEETING_DAY, FALSE);
  dd_store_select_async (DD_STORE (object), query, NULL, topics_read_cb,
                         g_steal_pointer (&following));
}

/* --- the review ----------------------------------------------------------- */

static void
end_review (DdMeetingsPage *self)
{
  GtkWidget *review = GTK_WIDGET (g_steal_pointer (&self->review));

  gtk_stack_set_visible_child_name (self->stack, "lists");
  if (review != NULL)
    gtk_stack_remove (self->stack, review);
  dd_review_bar_refresh (self->review_bar);
}

static void
review_created_cb (DdMeetingsPage *self,
                   gint64          document,
                   gint64          meeting)
{
  end_review (self);
  if (meeting != 0)
    {
      show_view (self, GTK_WIDGET (self->meetings));
      dd_meetings_view_show_meeting (self->meetings, meeting);
    }
  else
    {
      show_view (self, GTK_WIDGET (self->ledger));
      dd_ledger_view_show_document (self->ledger, document);
    }
}

static void
review_read_again_cb (DdMeetingsPage *self,
                      guint           day)
{
  dd_conclusion_adder_read_again (self->adder, dd_review_page_get_review (self->review), day);
}

static void
begin_review (DdMeetingsPage *self,
              DdReview       *review)
{
  GtkWidget *page = dd_review_page_new (dd_page_get_session (DD_PAGE (self)), review);

  end_meeting (self);
  end_review (self);
  self->review = DD_REVIEW_PAGE (page);
  g_signal_connect_object (page, "left", G_CALLBACK (end_review), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "created", G_CALLBACK (review_created_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "read-again", G_CALLBACK (review_read_again_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, page, "review");
  gtk_stack_set_visible_child (self->stack, page);
  gtk_widget_grab_focus (page);
}

/* What waits until a review is given up. */
typedef struct
{
  DdMeetingsPage *page;
  DdReview       *review;
  gint64          meeting;
  gint64          directive;
} Waiting;

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->page);
  g_clear_object (&waiting->review);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static void
go_on (Waiting *waiting)
{
  DdMeetingsPage *self = waiting->page;

  if (waiting->review != NULL)
    {
      begin_review (self, waiting->review);
      return;
    }

  end_meeting (self);
  end_review (self);
  if (waiting->meeting != 0)
    {
      show_view (self, GTK_WIDGET (self->meetings));
      dd_meetings_view_show_meeting (self->meetings, waiting->meeting);
    }
  else if (waiting->directive != 0)
    {
      show_view (self, GTK_WIDGET (self->ledger));
      dd_ledger_view_show_directive (self->ledger, waiting->directive);
    }
}

static void
left_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Waiting) waiting = user_data;

  if (dd_review_page_leave_finish (DD_REVIEW_PAGE (object), result, NULL))
    go_on (waiting);
}

/* @waiting goes with it. */
static void
leave_review (Waiting *waiting)
{
  if (waiting->page->review != NULL)
    {
      dd_review_page_leave_async (waiting->page->review, left_cb, waiting);
      return;
    }

  go_on (waiting);
  waiting_free (waiting);
}

static Waiting *
waiting_new (DdMeetingsPage *self)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->page = g_object_ref (self);

  return waiting;
}

static void
read_cb (DdMeetingsPage *self,
         DdReview       *review)
{
  Waiting *waiting = waiting_new (self);

  waiting->review = g_object_ref (review);
  leave_review (waiting);
}

/* --- actions -------------------------------------------------------------- */

static gboolean
can_add (DdMeetingsPage *self)
{
  return self->review == NULL && !dd_store_get_read_only (dd_page_get_store (DD_PAGE (self)));
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DdMeetingsPage *self = DD_MEETINGS_PAGE (widget);

  if (!can_add (self))
    return;
  end_meeting (self);
  show_view (self, GTK_WIDGET (self->meetings));
  dd_meetings_view_new_meeting (self->meetings);
}

static void
open_meeting_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  open_meeting (DD_MEETINGS_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
open_selected_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DdMeetingsPage *self = DD_MEETINGS_PAGE (widget);
  DdRecord *selected = dd_table_get_selected (dd_meetings_view_get_table (self->meetings));

  if (self->review == NULL && self->open == NULL && !is_ledger_shown (self) && selected != NULL)
    open_meeting (self, dd_record_get_id (selected));
}

static void
next_meeting_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DdMeetingsPage *self = DD_MEETINGS_PAGE (widget);
  Following *following = g_new0 (Following, 1);

  following->page = g_object_ref (self);
  dd_store_fetch_async (dd_page_get_store (DD_PAGE (self)), DD_KIND_MEETING,
                        g_variant_get_int64 (parameter), NULL, last_read_cb, following);
}

static void
open_conclusion_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  DdMeetingsPage *self = DD_MEETINGS_PAGE (widget);

  if (can_add (self))
    dd_conclusion_adder_choose (self->adder, g_variant_get_int64 (parameter));
}

static void
paste_conclusion_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  DdMeetingsPage *self = DD_MEETINGS_PAGE (widget);

  if (can_add (self))
    dd_conclusion_adder_paste (self->adder, g_variant_get_int64 (parameter));
}

static void
take_clipboard_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  DdMeetingsPage *self = DD_MEETINGS_PAGE (widget);

  if (can_add (self))
    dd_conclusion_adder_take_clipboard (self->adder);
}

static void
show_clauses_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DdMeetingsPage *self = DD_MEETINGS_PAGE (widget);
  const char *title;
  gint64 meeting;

  g_variant_get (parameter, "(x&s)", &meeting, &title);
  show_view (self, GTK_WIDGET (self->ledger));
  dd_ledger_view_show_meeting (self->ledger, meeting, title);
}

/* The menu that asks for it hangs outside of the table. */
static void
sort_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (get_table (DD_MEETINGS_PAGE (widget))), name,
                                      parameter);
}

static gboolean
drop_cb (DdMeetingsPage *self,
         const GValue   *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || !can_add (self))
    return FALSE;

  dd_conclusion_adder_take_file (self->adder, files->data, 0);

  return TRUE;
}

/* --- the object ----------------------------------------------------------- */

static void
dd_meetings_page_start (DdPage *page)
{
  DdMeetingsPage *self = DD_MEETINGS_PAGE (page);
  gboolean read_only = dd_store_get_read_only (dd_page_get_store (page));

  dd_conclusion_adder_start (self->adder, dd_page_get_session (page));
  dd_review_bar_start (self->review_bar, dd_page_get_session (page));
  dd_meetings_view_start (self->meetings, dd_page_get_session (page));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.open-conclusion", !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.paste-conclusion", !read_only);
  view_changed_cb (self);
}

static void
dd_meetings_page_today_changed (DdPage *page)
{
  dd_ledger_view_refresh (DD_MEETINGS_PAGE (page)->ledger);
}

static void
dd_meetings_page_find (DdPage *page)
{
  DdMeetingsPage *self = DD_MEETINGS_PAGE (page);

  if (self->review != NULL || self->open != NULL)
    return;
  if (is_ledger_shown (self))
    dd_ledger_view_find (self->ledger);
  else
    dd_meetings_view_find (self->meetings);
}

static void
dd_meetings_page_enter (DdPage *page)
{
  DdMeetingsPage *self = DD_MEETINGS_PAGE (page);

  if (self->review != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->review));
  else if (self->open != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->open));
  else if (is_ledger_shown (self))
    dd_table_take_focus (dd_ledger_view_get_table (self->ledger));
  else
    dd_table_take_focus (dd_meetings_view_get_table (self->meetings));
}

static void
dd_meetings_page_dispose (GObject *object)
{
  DD_MEETINGS_PAGE (object)->review = NULL;
  DD_MEETINGS_PAGE (object)->open = NULL;
  DD_MEETINGS_PAGE (object)->meetings = NULL;
  DD_MEETINGS_PAGE (object)->ledger = NULL;

  G_OBJECT_CLASS (dd_meetings_page_parent_class)->dispose (object);
}

static void
dd_meetings_page_class_init (DdMeetingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DdPageClass *page_class = DD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_meetings_page_dispose;
  page_class->start = dd_meetings_page_start;
  page_class->today_changed = dd_meetings_page_today_changed;
  page_class->find = dd_meetings_page_find;
  page_class->enter = dd_meetings_page_enter;

  /* The template names these types as text: make sure they exist. */
  g_type_ensure (DD_TYPE_CONCLUSION_ADDER);
  g_type_ensure (DD_TYPE_LEDGER_VIEW);
  g_type_ensure (DD_TYPE_MEETINGS_VIEW);
  g_type_ensure (DD_TYPE_REVIEW_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/meetings/dd-meetings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DdMeetingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingsPage, views);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingsPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingsPage, adder);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingsPage, review_bar);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingsPage, meetings);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingsPage, ledger);

  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.open-meeting", "x", open_meeting_action);
  gtk_widget_class_install_action (widget_class, "page.open-selected", NULL, open_selected_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "page.open-selected", NULL);
  gtk_widget_class_install_action (widget_class, "page.next-meeting", "x", next_meeting_action);
  gtk_widget_class_install_action (widget_class, "page.open-conclusion", "x",
                                   open_conclusion_action);
  gtk_widget_class_install_action (widget_class, "page.paste-conclusion", "x",
                                   paste_conclusion_action);
  gtk_widget_class_install_action (widget_class, "page.take-clipboard", NULL,
                                   take_clipboard_action);
  gtk_widget_class_install_action (widget_class, "page.show-clauses", "(xs)", show_clauses_action);
  gtk_widget_class_install_action (widget_class, "table.sort", "(ib)", sort_action);
}

/* These keys hold wherever in the window one is, as long as the page is seen;
 * an entry that can paste comes first. Ctrl+O alone opens a file of records. */
static void
add_shortcuts (DdMeetingsPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *open =
    gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_o, GDK_CONTROL_MASK |
                                                                        GDK_SHIFT_MASK),
                                     gtk_named_action_new ("page.open-conclusion"), "x",
                                     (gint64) 0);
  GtkShortcut *paste = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                                         gtk_named_action_new ("page.take-clipboard"));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), open);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), paste);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
dd_meetings_page_init (DdMeetingsPage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adder, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->review_bar, "continued", G_CALLBACK (read_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  add_shortcuts (self);
}

GtkWidget *
dd_meetings_page_new (DdSession *session)
{
  return g_object_new (DD_TYPE_MEETINGS_PAGE, "session", session, NULL);
}

/**
 * dd_meetings_page_show_meeting:
 *
 * Shows one meeting, whatever was searched for. A review that is on is left first,
 * unless the user wants to stay in it.
 */
void
dd_meetings_page_show_meeting (DdMeetingsPage *self,
                               gint64          id)
{
  Waiting *waiting;

  g_return_if_fail (DD_IS_MEETINGS_PAGE (self));

  waiting = waiting_new (self);
  waiting->meeting = id;
  leave_review (waiting);
}

/**
 * dd_meetings_page_show_directive:
 *
 * Shows one clause in the ledger.
 */
void
dd_meetings_page_show_directive (DdMeetingsPage *self,
                                 gint64          id)
{
  Waiting *waiting;

  g_return_if_fail (DD_IS_MEETINGS_PAGE (self));

  waiting = waiting_new (self);
  waiting->directive = id;
  leave_review (waiting);
}
