/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-display-utils.h"

#include <adwaita.h>
#include <locale.h>

/* Long, for a busy machine; a test that works never waits so long. */
#define TIMEOUT_MS 20000

/* The actions of the window that pages ask for, with what they take. */
static const struct
{
  const char *name;
  const char *type;
} actions[] = {
  { "show-section", "s" },
  { "show-task", "x" },
  { "show-statuses", "(uxs)" },
  { "show-meeting-tasks", "(xs)" },
  { "show-meeting", "x" },
  { "show-directive", "x" },
  { "show-members", "x" },
  { "paste-table", "(xxs)" },
  { "show-plan", "x" },
  { "undo", "x" },
};

/**
 * dd_display_init:
 *
 * To be called first in main(), in the place of g_test_init().
 */
void
dd_display_init (int    *argc,
                 char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  /* GTK's is one that few machines have; messages would show no Vietnamese. */
  setlocale (LC_ALL, "");
  /* Without a window manager a form never is the active window, and GTK's cursors warn
   * that they blink where the focus is not. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
}

/* --- the fixture ---------------------------------------------------------- */

static void
action_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  DdDisplayFixture *f = user_data;

  dd_display_forget_action (f);
  f->action = g_strdup (g_action_get_name (G_ACTION (action)));
  f->parameter = parameter != NULL ? g_variant_ref (parameter) : NULL;
}

static void
told_cb (DdSession        *session,
         const char       *message,
         gint64            action,
         DdDisplayFixture *f)
{
  g_free (f->told);
  f->told = g_strdup (message);
  f->told_action = action;
}

static GSimpleActionGroup *
make_actions (DdDisplayFixture *f)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GVariantType) type = g_variant_type_new (actions[i].type);
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i].name, type);

      g_signal_connect (action, "activate", G_CALLBACK (action_cb), f);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }

  return group;
}

void
dd_display_set_up (DdDisplayFixture *f,
                   gconstpointer     data)
{
  g_autoptr (GError) error = NULL;

  dd_test_set_up (&f->store, data);
  dd_test_open (&f->store, DD_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);

  f->clock = dd_clock_new ();
  dd_clock_set_today (f->clock, DD_DISPLAY_TODAY);
  f->session = dd_session_new (f->store.store, f->clock);
  dd_session_set_actor (f->session, "Kiểm thử");
  f->told = NULL;
  f->told_action = 0;
  g_signal_connect (f->session, "told", G_CALLBACK (told_cb), f);
}

void
dd_display_tear_down (DdDisplayFixture *f,
                      gconstpointer     data)
{
  if (f->window != NULL)
    {
      gpointer window = f->window;

      /* What the page asked for is answered first: an answer holds the page. */
      dd_display_wait_quiet (f);
      dd_display_check_names (f->window);
      g_object_add_weak_pointer (G_OBJECT (f->window), &window);
      gtk_window_destroy (GTK_WINDOW (f->window));
      f->window = NULL;
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_null (window);
    }
  dd_display_forget_action (f);
  g_clear_pointer (&f->told, g_free);
  g_assert_finalize_object (g_steal_pointer (&f->session));
  g_assert_finalize_object (g_steal_pointer (&f->clock));
  dd_test_tear_down (&f->store, data);
}

/**
 * dd_display_show:
 * @page: (transfer floating): what to show
 *
 * Shows a page in a window as wide as the content of the smallest comfortable one.
 */
void
dd_display_show (DdDisplayFixture *f,
                 GtkWidget        *page)
{
  g_autoptr (GSimpleActionGroup) group = make_actions (f);

  g_assert_null (f->window);

  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 824, 700);
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (f->window), page);
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
}

void
dd_display_forget_action (DdDisplayFixture *f)
{
  g_clear_pointer (&f->action, g_free);
  g_clear_pointer (&f->parameter, g_variant_unref);
}

/* --- waiting -------------------------------------------------------------- */

/**
 * dd_display_wait:
 *
 * Runs the main loop until @check says that it has come.
 */
void
dd_display_wait (DdDisplayCheck check,
                 gpointer       user_data)
{
  g_assert_true (dd_test_spin_until (check, user_data, TIMEOUT_MS));
}

typedef struct
{
  guint painted;
  guint wanted;
} Frames;

static void
painted_cb (GdkFrameClock *clock,
            Frames        *frames)
{
  frames->painted++;
}

static gboolean
are_painted (gpointer user_data)
{
  const Frames *frames = user_data;

  return frames->painted >= frames->wanted;
}

/**
 * dd_display_wait_frames:
 *
 * Waits until the widget's window was painted @n times: a list needs some frames to
 * make its rows after its model has changed.
 */
void
dd_display_wait_frames (GtkWidget *widget,
                        guint      n)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  Frames frames = { 0, 0 };
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &frames);

  for (frames.wanted = 1; frames.wanted <= n; frames.wanted++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (gtk_widget_get_root (widget)));
      dd_display_wait (are_painted, &frames);
    }
  g_signal_handler_disconnect (clock, handler);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  dd_store_count_finish (DD_STORE (object), result, user_data, NULL);
}

static gboolean
is_answered (gpointer user_data)
{
  return *(guint *) user_data != G_MAXUINT;
}

/**
 * dd_display_wait_answers:
 *
 * Waits until the store has answered all that was asked of it, and all that was asked
 * upon those answers.
 */
void
dd_display_wait_answers (DdDisplayFixture *f)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_SETTING);

  /* The store answers in turn: an answer now means that those before are there. A
   * question upon an answer upon an answer is as far as pages go. */
  for (guint i = 0; i < 4; i++)
    {
      guint count = G_MAXUINT;

      dd_store_count_async (f->store.store, query, NULL, answered_cb, &count);
      dd_display_wait (is_answered, &count);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

/**
 * dd_display_wait_quiet:
 *
 * Waits until the store has answered everything, and what came is painted.
 */
void
dd_display_wait_quiet (DdDisplayFixture *f)
{
  dd_display_wait_answers (f);
  if (f->window != NULL && gtk_widget_get_mapped (f->window))
    dd_display_wait_frames (f->window, 2);
}

typedef struct
{
  GtkWidget  *root;
  const char *text;
  gboolean    shown;
} TextWait;

static gboolean
is_as_wanted (gpointer user_data)
{
  const TextWait *wait = user_data;

  return dd_display_has_text (wait->root, wait->text) == wait->shown;
}

static void
wait_text (GtkWidget  *root,
           const char *text,
           gboolean    shown)
{
  TextWait wait = { root, text, shown };
  g_autoptr (GPtrArray) texts = NULL;

  if (dd_test_spin_until (is_as_wanted, &wait, TIMEOUT_MS))
    return;

  texts = dd_display_collect_texts (root);
  for (guint i = 0; i < texts->len; i++)
    g_test_message ("shown: “%s”", (const char *) texts->pdata[i]);
  g_error ("“%s” is %s", text, shown ? "not shown" : "still shown");
}

/**
 * dd_display_wait_text:
 *
 * Waits until a label shows exactly @text; tells all that is shown if none does.
 */
void
dd_display_wait_text (GtkWidget  *root,
                      const char *text)
{
  wait_text (root, text, TRUE);
}

void
dd_display_wait_no_text (GtkWidget  *root,
                         const char *text)
{
  wait_text (root, text, FALSE);
}

typedef struct
{
  DdDisplayFixture *f;
  const char       *action;
} ActionWait;

static gboolean
is_asked_for (gpointer user_data)
{
  const ActionWait *wait = user_data;

  return g_strcmp0 (wait->f->action, wait->action) == 0;
}

/**
 * dd_display_wait_action:
 * @action: without "win."
 */
void
dd_display_wait_action (DdDisplayFixture *f,
                        const char       *action)
{
  ActionWait wait = { f, action };

  dd_display_wait (is_asked_for, &wait);
}

/* --- looking -------------------------------------------------------------- */

/**
 * dd_display_is_shown:
 *
 * Returns: whether the widget is on the screen, or would be after scrolling. A row that a
 *   list keeps for later is not.
 */
gboolean
dd_display_is_shown (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_child_visible (widget);
}

/**
 * dd_display_get_text:
 *
 * Returns: (nullable): what the widget itself shows, if it is one that shows text
 */
const char *
dd_display_get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));

  return NULL;
}

/**
 * dd_display_get_name:
 *
 * Returns: (transfer full) (nullable): the accessible label that the widget was given
 */
char *
dd_display_get_name (GtkWidget *widget)
{
  /* GTK tells the value only where it is not the one asked for. */
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return NULL;

  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                             GTK_ACCESSIBLE_PROPERTY_LABEL, "\001");
}

/* Calls @visit on the widgets that are shown, from the top; ends when it returns FALSE. */
static gboolean
walk (GtkWidget *root,
      gboolean (*visit) (GtkWidget *widget,
                         gpointer   user_data),
      gpointer   user_data)
{
  if (!dd_display_is_shown (root))
    return TRUE;
  if (!visit (root, user_data))
    return FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!walk (child, visit, user_data))
      return FALSE;

  return TRUE;
}

static gboolean
is_named (GtkWidget *widget)
{
  g_autofree char *name = dd_display_get_name (widget);

  return (name != NULL && *name != '\0') ||
         gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* What shows no text of its own that would be its name. Of a drop-down it is the button in
 * it that takes the focus. */
static gboolean
needs_name (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) ||
         GTK_IS_EXPANDER (widget) || (parent != NULL && GTK_IS_DROP_DOWN (parent)) ||
         (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL) ||
         (GTK_IS_MENU_BUTTON (widget) &&
          gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)) != NULL);
}

static gboolean
check_name (GtkWidget *widget,
            gpointer   user_data)
{
  if (!GTK_IS_NATIVE (widget) && needs_name (widget) && !is_named (widget))
    g_error ("a %s in a %s has no name for those who cannot see it",
             G_OBJECT_TYPE_NAME (widget), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));

  return TRUE;
}

/**
 * dd_display_check_names:
 *
 * Ends the test if something that is shown and worked with has no accessible name.
 */
void
dd_display_check_names (GtkWidget *root)
{
  walk (root, check_name, NULL);
}

static gboolean
collect_text (GtkWidget *widget,
              gpointer   user_data)
{
  const char *text = dd_display_get_text (widget);

  if (text != NULL && *text != '\0')
    g_ptr_array_add (user_data, g_strdup (text));

  return TRUE;
}

/**
 * dd_display_collect_texts:
 *
 * Returns: (transfer full) (element-type utf8): all that labels and cells below @root
 *   show, in the order of the widgets
 */
GPtrArray *
dd_display_collect_texts (GtkWidget *root)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  walk (root, collect_text, texts);

  return texts;
}

/**
 * dd_display_get_order:
 *
 * Returns: the place of the first label that shows exactly @text among all that show
 *   one, or %G_MAXUINT: of two texts the one above has the smaller one
 */
guint
dd_display_get_order (GtkWidget  *root,
                      const char *text)
{
  g_autoptr (GPtrArray) texts = dd_display_collect_texts (root);
  guint place;

  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, &place) ? place : G_MAXUINT;
}

gboolean
dd_display_has_text (GtkWidget  *root,
                     const char *text)
{
  return dd_display_get_order (root, text) != G_MAXUINT;
}

typedef struct
{
  GType       type;
  const char *text;
  const char *name;
  GPtrArray  *found;
  gboolean    only_first;
} Search;

static gboolean
look (GtkWidget *widget,
      gpointer   user_data)
{
  Search *search = user_data;
  g_autofree char *name = search->name != NULL ? dd_display_get_name (widget) : NULL;

  if (!g_type_is_a (G_OBJECT_TYPE (widget), search->type) ||
      (search->text != NULL && g_strcmp0 (dd_display_get_text (widget), search->text) != 0) ||
      (search->name != NULL && g_strcmp0 (name, search->name) != 0))
    return TRUE;

  g_ptr_array_add (search->found, widget);

  return !search->only_first;
}

static GtkWidget *
find_first (GtkWidget  *root,
            GType       type,
            const char *text,
            const char *name)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  Search search = { type, text, name, found, TRUE };

  walk (root, look, &search);

  return found->len > 0 ? found->pdata[0] : NULL;
}

/**
 * dd_display_find_all:
 *
 * Returns: (transfer container) (element-type GtkWidget): the shown widgets of a type, or
 *   of one derived from it, in their order
 */
GPtrArray *
dd_display_find_all (GtkWidget *root,
                     GType      type)
{
  GPtrArray *found = g_ptr_array_new ();
  Search search = { type, NULL, NULL, found, FALSE };

  walk (root, look, &search);

  return found;
}

/**
 * dd_display_find_type:
 *
 * Returns: (transfer none) (nullable): the first shown widget of a type
 */
GtkWidget *
dd_display_find_type (GtkWidget *root,
                      GType      type)
{
  return find_first (root, type, NULL, NULL);
}

/**
 * dd_display_find_text:
 *
 * Returns: (transfer none) (nullable): the first shown widget with exactly this text
 */
GtkWidget *
dd_display_find_text (GtkWidget  *root,
                      const char *text)
{
  return find_first (root, GTK_TYPE_WIDGET, text, NULL);
}

/**
 * dd_display_find_named:
 * @name: an accessible label
 *
 * Returns: (transfer none) (nullable): the first shown widget of a type with that name
 */
GtkWidget *
dd_display_find_named (GtkWidget  *root,
                       GType       type,
                       const char *name)
{
  return find_first (root, type, NULL, name);
}

/**
 * dd_display_find_around:
 *
 * Returns: (transfer none) (nullable): the widget of a type that the first text stands in:
 *   the button of a label, the row of a cell
 */
GtkWidget *
dd_display_find_around (GtkWidget  *root,
                        GType       type,
                        const char *text)
{
  GtkWidget *widget = dd_display_find_text (root, text);

  return widget != NULL ? gtk_widget_get_ancestor (widget, type) : NULL;
}

/* --- acting --------------------------------------------------------------- */

/**
 * dd_display_click:
 * @button: that can be clicked now
 */
void
dd_display_click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_is_sensitive (button));

  g_signal_emit_by_name (button, "clicked");
}
