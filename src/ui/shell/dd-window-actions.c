/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions by which pages reach each other, and those of the keyboard. */
#define G_LOG_DOMAIN "dd-window"

#include "config.h"

#include "dd-window-private.h"

#include "dd-catalogue.h"
#include "dd-error-dialog.h"
#include "dd-meetings-page.h"
#include "dd-plans-page.h"
#include "dd-preferences.h"
#include "dd-table-window.h"
#include "dd-tasks-page.h"

#include <glib/gi18n-lib.h>

static void
show_section_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  dd_window_show_page (DD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_task_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DdPage *page = dd_window_show_section (DD_WINDOW (widget), DD_SECTION_TASKS);

  if (page != NULL)
    dd_tasks_page_show_task (DD_TASKS_PAGE (page), g_variant_get_int64 (parameter));
}

/* Statuses as bits, a unit or 0, and its name. */
static void
show_statuses_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DdPage *page = dd_window_show_section (DD_WINDOW (widget), DD_SECTION_TASKS);
  const char *unit_name;
  guint statuses;
  gint64 unit;

  g_variant_get (parameter, "(ux&s)", &statuses, &unit, &unit_name);
  if (page != NULL)
    dd_tasks_page_show_statuses (DD_TASKS_PAGE (page), statuses, unit, unit_name);
}

static void
show_meeting_tasks_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  DdPage *page = dd_window_show_section (DD_WINDOW (widget), DD_SECTION_TASKS);
  const char *meeting_name;
  gint64 meeting;

  g_variant_get (parameter, "(x&s)", &meeting, &meeting_name);
  if (page != NULL)
    dd_tasks_page_show_meeting (DD_TASKS_PAGE (page), meeting, meeting_name);
}

/* A document or 0, a meeting or 0, and its name: what the rows of a table belong to. */
static void
paste_table_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DdWindow *self = DD_WINDOW (widget);
  const char *meeting_name;
  gint64 document, meeting;
  GtkWidget *window;

  if (self->session == NULL || dd_store_get_read_only (self->store))
    return;

  g_variant_get (parameter, "(xx&s)", &document, &meeting, &meeting_name);
  window = dd_table_window_new (self->session, GTK_WINDOW (self));
  dd_table_window_set_source (DD_TABLE_WINDOW (window), document, meeting,
                              meeting != 0 ? meeting_name : NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_meeting_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DdPage *page = dd_window_show_section (DD_WINDOW (widget), DD_SECTION_MEETINGS);

  if (page != NULL)
    dd_meetings_page_show_meeting (DD_MEETINGS_PAGE (page), g_variant_get_int64 (parameter));
}

static void
show_directive_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  DdPage *page = dd_window_show_section (DD_WINDOW (widget), DD_SECTION_MEETINGS);

  if (page != NULL)
    dd_meetings_page_show_directive (DD_MEETINGS_PAGE (page), g_variant_get_int64 (parameter));
}

static void
show_plan_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DdPage *page = dd_window_show_section (DD_WINDOW (widget), DD_SECTION_PLANS);

  if (page != NULL)
    dd_plans_page_show_plan (DD_PLANS_PAGE (page), g_variant_get_int64 (parameter));
}

static DdPage *
get_visible_page (DdWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  return DD_IS_PAGE (child) ? DD_PAGE (child) : NULL;
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdPage *page = get_visible_page (DD_WINDOW (widget));

  if (page != NULL)
    dd_page_find (page);
}

/* "New" is the page's: of tasks a task, of meetings a meeting. */
static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DdPage *page = get_visible_page (DD_WINDOW (widget));

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "page.new", NULL);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdWindow *self = DD_WINDOW (widget);

  if (self->session != NULL)
    dd_session_undo (self->session, widget, g_variant_get_int64 (parameter));
}

/* Whoever is typing takes back what they typed, not a change that was stored before. */
static gboolean
undo_typing (DdWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (GTK_IS_TEXT_VIEW (focus) ? !gtk_text_view_get_editable (GTK_TEXT_VIEW (focus))
                               : !GTK_IS_TEXT (focus))
    return FALSE;

  return gtk_widget_activate_action (focus, "text.undo", NULL);
}

static void
undo_last_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DdWindow *self = DD_WINDOW (widget);

  if (self->session == NULL || self->last_action == 0 || undo_typing (self))
    return;

  dd_session_undo (self->session, widget, self->last_action);
  self->last_action = 0;
  dd_window_update_actions (self);
}

static void
preferences_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DdWindow *self = DD_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (dd_preferences_new (self->session, self->settings,
                                                      GTK_WINDOW (self))));
}

static void
units_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DdWindow *self = DD_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (dd_catalogue_new (self->session, DD_KIND_UNIT,
                                                    GTK_WINDOW (self))));
}

static void
persons_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DdWindow *self = DD_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (dd_catalogue_new (self->session, DD_KIND_PERSON,
                                                    GTK_WINDOW (self))));
}

static void
body_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) body = dd_store_fetch_finish (DD_STORE (object), result, &error);

  if (body == NULL)
    dd_error_dialog_show (GTK_WIDGET (self), error);
  else if (self->session != NULL)
    gtk_window_present (GTK_WINDOW (dd_catalogue_new_members (self->session,
                                                              dd_record_get_row (body),
                                                              GTK_WINDOW (self))));
}

/* Of the unit with that number. */
static void
show_members_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DdWindow *self = DD_WINDOW (widget);

  if (self->session != NULL)
    dd_store_fetch_async (dd_session_get_store (self->session), DD_KIND_UNIT,
                          g_variant_get_int64 (parameter), NULL, body_read_cb,
                          g_object_ref (self));
}

static void
holidays_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DdWindow *self = DD_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (dd_catalogue_new (self->session, DD_KIND_HOLIDAY,
                                                    GTK_WINDOW (self))));
}

/* GTK has no Vietnamese for the title that it gives to the window of shortcuts. */
static void
name_shortcuts (GtkWindow *shortcuts)
{
  GtkWidget *bar = gtk_window_get_titlebar (shortcuts);
  GtkWidget *stack = GTK_IS_HEADER_BAR (bar)
                   ? gtk_header_bar_get_title_widget (GTK_HEADER_BAR (bar)) : NULL;
  GtkWidget *title = GTK_IS_STACK (stack)
                   ? gtk_stack_get_child_by_name (GTK_STACK (stack), "title") : NULL;

  if (GTK_IS_LABEL (title))
    gtk_label_set_text (GTK_LABEL (title), _("Keyboard Shortcuts"));
}

/* GTK would build the window of shortcuts with each window of the program, and so
 * before that can be shown. Here it is built for those who ask for it. */
static void
show_shortcuts_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/vn/dondoc/ui/shell/dd-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  name_shortcuts (shortcuts);
  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

/**
 * dd_window_update_actions:
 *
 * Switches off what cannot be done now.
 */
void
dd_window_update_actions (DdWindow *self)
{
  static const char * const with_file[] = {
    "win.backup", "win.check", "win.units", "win.persons", "win.holidays", "win.preferences",
    "win.find", "win.show-section",
  };
  gboolean writable = self->session != NULL && !dd_store_get_read_only (self->store);

  for (guint i = 0; i < G_N_ELEMENTS (with_file); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), with_file[i], self->session != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo-last",
                                 self->session != NULL && self->last_action != 0);
}

void
dd_window_install_actions (DdWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.show-section", "s", show_section_action);
  gtk_widget_class_install_action (widget_class, "win.show-task", "x", show_task_action);
  gtk_widget_class_install_action (widget_class, "win.show-statuses", "(uxs)",
                                   show_statuses_action);
  gtk_widget_class_install_action (widget_class, "win.show-meeting-tasks", "(xs)",
                                   show_meeting_tasks_action);
  gtk_widget_class_install_action (widget_class, "win.paste-table", "(xxs)", paste_table_action);
  gtk_widget_class_install_action (widget_class, "win.show-meeting", "x", show_meeting_action);
  gtk_widget_class_install_action (widget_class, "win.show-directive", "x", show_directive_action);
  gtk_widget_class_install_action (widget_class, "win.show-plan", "x", show_plan_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.undo", "x", undo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-last", NULL, undo_last_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.units", NULL, units_action);
  gtk_widget_class_install_action (widget_class, "win.persons", NULL, persons_action);
  gtk_widget_class_install_action (widget_class, "win.show-members", "x", show_members_action);
  gtk_widget_class_install_action (widget_class, "win.holidays", NULL, holidays_action);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL,
                                   show_shortcuts_action);
}
