/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-window"

#include "config.h"

#include "dd-window-private.h"

#include "dd-deadlines-page.h"
#include "dd-error-dialog.h"
#include "dd-meetings-page.h"
#include "dd-overview-page.h"
#include "dd-plans-page.h"
#include "dd-tasks-page.h"

#include <glib/gi18n-lib.h>

/**
 * DdWindow:
 *
 * The window: the sections at the left, the page of one of them at the right.
 *
 * It holds pages and actions, and nothing of what they show. Pages meet
 * through actions of the window, such as "win.show-task": no section knows
 * another.
 */
G_DEFINE_FINAL_TYPE (DdWindow, dd_window, ADW_TYPE_APPLICATION_WINDOW)

static const struct
{
  const char  *name;            /* in settings and actions */
  const char  *label;
  const char  *icon;
  GtkWidget *(*make) (DdSession *session);
} sections[DD_N_SECTIONS] = {
  [DD_SECTION_OVERVIEW] =
    { "overview", N_("Overview"), "view-grid-symbolic", dd_overview_page_new },
  [DD_SECTION_MEETINGS] =
    { "meetings", N_("Meetings"), "system-users-symbolic", dd_meetings_page_new },
  [DD_SECTION_TASKS] =
    { "tasks", N_("Tasks"), "object-select-symbolic", dd_tasks_page_new },
  [DD_SECTION_DEADLINES] =
    { "deadlines", N_("Deadlines"), "x-office-calendar-symbolic", dd_deadlines_page_new },
  [DD_SECTION_PLANS] =
    { "plans", N_("Review Plans"), "view-list-symbolic", dd_plans_page_new },
};

/* --- sections ------------------------------------------------------------- */

static void
add_section (DdWindow  *self,
             DdSection  section)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(sections[section].label));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  self->counts[section] = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->counts[section], "sidebar-count");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (sections[section].icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->counts[section]);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(sections[section].label), -1);
  gtk_list_box_append (self->sections, row);
}

static DdPage *
get_page (DdWindow  *self,
          DdSection  section)
{
  if (self->pages[section] == NULL)
    {
      GtkWidget *page = sections[section].make (self->session);

      self->pages[section] = DD_PAGE (page);
      gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _(sections[section].label), -1);
      gtk_stack_add_named (self->stack, page, sections[section].name);
    }

  return self->pages[section];
}

static gboolean
has_focus_in (DdWindow  *self,
              GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
section_selected_cb (DdWindow      *self,
                     GtkListBoxRow *row)
{
  if (row != NULL && self->session != NULL)
    dd_window_show_section (self, (DdSection) gtk_list_box_row_get_index (row));
}

/* A list box takes Tab for its next row, and would show one section after the
 * other on the way into the page. */
static gboolean
leave_sections_cb (GtkWidget *widget,
                   GVariant  *args,
                   gpointer   user_data)
{
  DdWindow *self = user_data;

  if (g_variant_get_boolean (args))
    return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);

  return gtk_widget_grab_focus (GTK_WIDGET (self->menu_button));
}

static void
watch_tab (DdWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  const char * const triggers[] = { "<Shift>Tab|<Shift>ISO_Left_Tab", "Tab" };

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint forward = 0; forward < G_N_ELEMENTS (triggers); forward++)
    {
      GtkShortcut *shortcut =
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[forward]),
                          gtk_callback_action_new (leave_sections_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (forward == 1));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self->sections), controller);
}

/**
 * dd_window_show_section:
 *
 * Returns: (transfer none) (nullable): the page that is shown now; %NULL while no file is open
 */
DdPage *
dd_window_show_section (DdWindow  *self,
                        DdSection  section)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sections, (int) section);
  gboolean is_new;
  DdPage *page;

  if (self->session == NULL)
    return NULL;

  /* Which comes here once more, and finds the row selected. */
  if (gtk_list_box_get_selected_row (self->sections) != row)
    gtk_list_box_select_row (self->sections, row);
  is_new = self->pages[section] == NULL;
  page = get_page (self, section);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));

  /* Whoever walks through the sections stays among them; a page that was left
   * has its focus again. */
  if (!has_focus_in (self, GTK_WIDGET (self->sections)) &&
      (is_new || !has_focus_in (self, GTK_WIDGET (page))))
    dd_page_enter (page);
  g_settings_set_string (self->settings, "last-page", sections[section].name);

  return page;
}

/**
 * dd_window_show_page:
 * @name: of a section; an unknown one is the overview
 *
 * Shows a section, now or as soon as the file is open.
 */
void
dd_window_show_page (DdWindow   *self,
                     const char *name)
{
  DdSection wanted = DD_SECTION_OVERVIEW;

  g_return_if_fail (DD_IS_WINDOW (self));

  if (self->session == NULL)
    {
      g_free (self->wanted_page);
      self->wanted_page = g_strdup (name);
      return;
    }

  for (guint i = 0; i < DD_N_SECTIONS; i++)
    if (g_strcmp0 (sections[i].name, name) == 0)
      wanted = i;
  dd_window_show_section (self, wanted);
}

/* --- the file ------------------------------------------------------------- */

/**
 * dd_window_show_welcome:
 * @error: (nullable): why the file cannot be opened; %NULL if there is none
 *
 * Shows what can be done while no file is open.
 */
void
dd_window_show_welcome (DdWindow   *self,
                        const char *error)
{
  GtkWidget *welcome = dd_welcome_new ();
  GtkWidget *old = gtk_stack_get_child_by_name (self->stack, "welcome");
  g_autofree char *own = dd_window_get_own_path ();

  if (old != NULL)
    gtk_stack_remove (self->stack, old);
  if (error != NULL)
    dd_welcome_show_error (DD_WELCOME (welcome), error);
  else if (g_strcmp0 (self->path, own) != 0)
    dd_welcome_show_missing (DD_WELCOME (welcome), self->path,
                             g_file_test (own, G_FILE_TEST_EXISTS));
  self->welcome = DD_WELCOME (welcome);
  gtk_stack_add_named (self->stack, welcome, "welcome");
  gtk_stack_set_visible_child (self->stack, welcome);
  gtk_widget_grab_focus (welcome);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sections), FALSE);
  gtk_list_box_unselect_all (self->sections);
  adw_window_title_set_subtitle (self->file_title, "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  dd_window_update_actions (self);
}

static void
told_cb (DdWindow   *self,
         const char *message,
         gint64      action)
{
  dd_window_tell (self, message, action);
}

/* What the user should know of the file beside what is in it. */
static void
show_note (DdWindow *self)
{
  const char *text = NULL;

  if (dd_store_get_read_only (self->store))
    text = _("The file may only be read: changes cannot be saved.");
  else if (dd_store_get_remote (self->store))
    text = _("The file lies on another computer’s disk. It is held by this window alone until it "
             "is closed, since several programs cannot write to it safely over the network.");
  gtk_label_set_text (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
}

static void
make_session (DdWindow *self)
{
  g_autofree char *actor = g_settings_get_string (self->settings, "actor");

  self->session = dd_session_new (self->store, self->clock);
  if (*actor != '\0')
    dd_session_set_actor (self->session, actor);
  g_signal_connect_object (self->session, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dd_window_begin_session:
 *
 * Shows the file that has been opened, and comes back to it at the next start.
 */
void
dd_window_begin_session (DdWindow *self)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *own = dd_window_get_own_path ();
  g_autofree char *page = NULL;

  g_settings_set_value (self->settings, "last-file", g_variant_new_bytestring (self->path));
  adw_window_title_set_subtitle (self->file_title,
                                 g_strcmp0 (self->path, own) == 0 ? "" : name);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sections), TRUE);
  show_note (self);
  dd_window_update_actions (self);

  page = self->wanted_page != NULL ? g_steal_pointer (&self->wanted_page)
                                   : g_settings_get_string (self->settings, "last-page");
  dd_window_show_page (self, page);
  dd_window_watch_counts (self);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean ok = dd_store_open_finish (DD_STORE (object), result, &error);
  gboolean with_sample = self->with_sample;

  /* Another file may have been asked for meanwhile. */
  if (self->store != DD_STORE (object))
    return;

  self->with_sample = FALSE;
  if (ok)
    {
      make_session (self);
      if (with_sample)
        dd_window_import_sample (self);
      else
        dd_window_begin_session (self);
      return;
    }

  g_clear_object (&self->store);
  if (g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_NO_FILE))
    dd_window_show_welcome (self, NULL);
  else
    {
      g_autofree char *sentence = dd_store_error_to_text (error, self->path);

      g_message ("%s", error->message);
      dd_window_show_welcome (self, sentence);
    }
}

/**
 * dd_window_get_own_path:
 *
 * Returns: (transfer full): where the user's own file of records is, or will be
 */
char *
dd_window_get_own_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "dondoc", "dondoc.db", NULL);
}

/**
 * dd_window_close_file:
 *
 * Lets go of the file: what was accepted is on the disk.
 */
void
dd_window_close_file (DdWindow *self)
{
  g_clear_handle_id (&self->count_timer, g_source_remove);
  for (guint i = 0; i < DD_N_SECTIONS; i++)
    {
      if (self->pages[i] != NULL)
        gtk_stack_remove (self->stack, GTK_WIDGET (self->pages[i]));
      self->pages[i] = NULL;
      gtk_label_set_text (GTK_LABEL (self->counts[i]), "");
    }
  g_clear_object (&self->session);
  if (self->store != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->store, self);
      dd_store_close (self->store);
    }
  g_clear_object (&self->store);
  self->last_action = 0;
}

/* A table that cannot be read looks empty, and must not be taken for it. */
static void
failed_cb (DdWindow     *self,
           const GError *error)
{
  dd_error_dialog_show (GTK_WIDGET (self), error);
}

/**
 * dd_window_open_file:
 * @create: whether to make the file if there is none
 */
void
dd_window_open_file (DdWindow   *self,
                     const char *path,
                     gboolean    create)
{
  g_autofree char *copy = g_strdup (path);

  dd_window_close_file (self);
  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  self->with_sample = FALSE;
  self->store = dd_store_new ();
  g_signal_connect_object (self->store, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  dd_store_open_async (self->store, self->path,
                       create ? DD_STORE_OPEN_CREATE : DD_STORE_OPEN_PLAIN, NULL, opened_cb,
                       g_object_ref (self));
}

/**
 * dd_window_open:
 * @path: (nullable): a file name in the file system's encoding; %NULL for
 *   the file of the last session, or the user's own
 */
void
dd_window_open (DdWindow   *self,
                const char *path)
{
  g_autoptr (GVariant) last = NULL;
  g_autofree char *own = NULL;

  g_return_if_fail (DD_IS_WINDOW (self));

  if (path != NULL)
    {
      dd_window_open_file (self, path, FALSE);
      return;
    }

  /* A file that is not where it was is asked for: another one in its place
   * would look as if the records were lost. */
  last = g_settings_get_value (self->settings, "last-file");
  own = dd_window_get_own_path ();
  dd_window_open_file (self, *g_variant_get_bytestring (last) != '\0'
                             ? g_variant_get_bytestring (last) : own, FALSE);
}

/**
 * dd_window_get_path:
 *
 * Returns: (nullable): the file that the window shows, or is about to
 */
const char *
dd_window_get_path (DdWindow *self)
{
  g_return_val_if_fail (DD_IS_WINDOW (self), NULL);

  return self->path;
}

/* --- toasts --------------------------------------------------------------- */

/**
 * dd_window_tell:
 * @message: plain text
 * @action: an action that can be taken back from the toast; 0: none
 */
void
dd_window_tell (DdWindow   *self,
                const char *message,
                gint64      action)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  self->last_action = action;
  if (action != 0)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      adw_toast_set_action_target (toast, "x", action);
    }

  /* Toasts wait for each other: after a dozen steps the last one could be taken back
   * a minute later, and the first one under the eyes would be another. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
  dd_window_update_actions (self);
}

/* --- the object ----------------------------------------------------------- */

static void
save_state (DdWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
}

static gboolean
dd_window_close_request (GtkWindow *window)
{
  DdWindow *self = DD_WINDOW (window);

  save_state (self);
  dd_window_close_file (self);

  return GTK_WINDOW_CLASS (dd_window_parent_class)->close_request (window);
}

static void
dd_window_dispose (GObject *object)
{
  DdWindow *self = DD_WINDOW (object);

  if (self->stack != NULL)
    dd_window_close_file (self);
  g_clear_weak_pointer (&self->toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_WINDOW);
  self->stack = NULL;
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (dd_window_parent_class)->dispose (object);
}

static void
dd_window_finalize (GObject *object)
{
  DdWindow *self = DD_WINDOW (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->wanted_page, g_free);

  G_OBJECT_CLASS (dd_window_parent_class)->finalize (object);
}

static void
dd_window_class_init (DdWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dd_window_dispose;
  object_class->finalize = dd_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = dd_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/dondoc/ui/shell/dd-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DdWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DdWindow, file_title);
  gtk_widget_class_bind_template_child (widget_class, DdWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DdWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, DdWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, DdWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DdWindow, note);
  gtk_widget_class_bind_template_callback (widget_class, section_selected_cb);

  dd_window_install_actions (klass);
  dd_window_install_file_actions (klass);
}

/* A menu that is set is built at once, with a widget for each of its lines, and so before
 * the window can be shown. */
static void
build_menu_cb (GtkMenuButton *button,
               gpointer       user_data)
{
  DdWindow *self = user_data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->main_menu);
}

static void
dd_window_init (DdWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, build_menu_cb, self, NULL);
  for (guint i = 0; i < DD_N_SECTIONS; i++)
    add_section (self, i);
  watch_tab (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sections), FALSE);
}

DdWindow *
dd_window_new (GtkApplication *application,
               GSettings      *settings,
               DdClock        *clock)
{
  DdWindow *self = g_object_new (DD_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  self->clock = g_object_ref (clock);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  dd_window_update_actions (self);

  return self;
}
