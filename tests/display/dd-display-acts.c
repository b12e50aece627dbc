/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-display-acts.h"

#include "dd-form.h"

#include <adwaita.h>

/* --- windows that open over the page --------------------------------------- */

typedef struct
{
  GType      type;
  GtkWidget *found;
} WindowWait;

static gboolean
is_window_there (gpointer user_data)
{
  WindowWait *wait = user_data;
  GListModel *windows = gtk_window_get_toplevels ();

  wait->found = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), wait->type) && gtk_widget_get_mapped (window))
        wait->found = window;
    }

  return wait->found != NULL;
}

static gboolean
is_window_gone (gpointer user_data)
{
  return !is_window_there (user_data);
}

/**
 * dd_display_wait_window:
 *
 * Returns: (transfer none): the window of a type, once it is there
 */
GtkWidget *
dd_display_wait_window (GType type)
{
  WindowWait wait = { type, NULL };

  dd_display_wait (is_window_there, &wait);
  dd_display_check_names (wait.found);

  return wait.found;
}

void
dd_display_wait_no_window (GType type)
{
  WindowWait wait = { type, NULL };

  dd_display_wait (is_window_gone, &wait);
}

/**
 * dd_display_answer:
 * @verb: what stands on a button of the question that is asked, or about to be
 */
void
dd_display_answer (const char *verb)
{
  GtkWidget *question = dd_display_wait_window (ADW_TYPE_MESSAGE_DIALOG);

  dd_display_click (dd_display_find_around (question, GTK_TYPE_BUTTON, verb));
  dd_display_wait_no_window (ADW_TYPE_MESSAGE_DIALOG);
}

/**
 * dd_display_click_on:
 * @label: what the button says; a title may say the same
 */
void
dd_display_click_on (GtkWidget  *root,
                     const char *label)
{
  g_autoptr (GPtrArray) buttons = dd_display_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (dd_display_has_text (buttons->pdata[i], label))
      {
        dd_display_click (buttons->pdata[i]);
        return;
      }

  g_error ("there is no button “%s”", label);
}

/**
 * dd_display_type:
 * @widget: an entry, or one of ours that has one in it
 *
 * Replaces what stands there.
 */
void
dd_display_type (GtkWidget  *widget,
                 const char *text)
{
  GtkWidget *entry;

  if (GTK_IS_TEXT_VIEW (widget))
    {
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
      return;
    }

  entry = GTK_IS_EDITABLE (widget) ? widget : dd_display_find_type (widget, GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/**
 * dd_display_type_into:
 * @form: a #DdForm
 * @field: of the record that the form is for
 */
void
dd_display_type_into (GtkWidget  *form,
                      guint       field,
                      const char *text)
{
  dd_display_type (dd_form_get_widget (DD_FORM (form), field), text);
}

/**
 * dd_display_save:
 * @form: a #DdForm that holds nothing wrong
 *
 * Saves it, and waits until it has gone and the page has answered.
 */
void
dd_display_save (DdDisplayFixture *f,
                 GtkWidget        *form)
{
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_no_window (DD_TYPE_FORM);
  dd_display_wait_quiet (f);
}

/* --- keys ------------------------------------------------------------------ */

static gboolean
press_in (GtkWidget          *widget,
          GtkShortcutScope    scope,
          GtkShortcutTrigger *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) ||
          gtk_shortcut_controller_get_scope (GTK_SHORTCUT_CONTROLLER (controller)) != scope)
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), key) &&
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                            gtk_shortcut_get_arguments (shortcut)))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
press_below (GtkWidget          *widget,
             GtkShortcutTrigger *key)
{
  if (!dd_display_is_shown (widget))
    return FALSE;
  if (press_in (widget, GTK_SHORTCUT_SCOPE_GLOBAL, key))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (press_below (child, key))
      return TRUE;

  return FALSE;
}

/**
 * dd_display_press:
 *
 * Does what a key that is a shortcut does, in the order of GTK: for what has the focus,
 * for what is around that, and then for what listens in the whole window. A key that
 * types is not one of these.
 *
 * Returns: %FALSE if nobody took it
 */
gboolean
dd_display_press (DdDisplayFixture *f,
                  guint             key,
                  GdkModifierType   modifiers)
{
  g_autoptr (GtkShortcutTrigger) trigger = gtk_keyval_trigger_new (key, modifiers);

  for (GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (f->window)); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    if (press_in (widget, GTK_SHORTCUT_SCOPE_LOCAL, trigger))
      return TRUE;

  return press_below (f->window, trigger);
}

/* --- taking back ----------------------------------------------------------- */

typedef struct
{
  DdDisplayFixture *f;
  const char       *message;
} ToldWait;

static gboolean
is_told (gpointer user_data)
{
  const ToldWait *wait = user_data;

  return wait->f->told_action != 0 && g_strcmp0 (wait->f->told, wait->message) == 0;
}

/**
 * dd_display_undo:
 * @message: what the user is told, or about to be, and can take back
 *
 * Waits for the toast, and takes back what it tells of.
 */
void
dd_display_undo (DdDisplayFixture *f,
                 const char       *message)
{
  g_autoptr (GError) error = NULL;
  ToldWait wait = { f, message };

  if (!dd_test_spin_until (is_told, &wait, 20000))
    g_error ("“%s” was not told, but “%s”", message, f->told);

  dd_test_undo (f->store.store, f->told_action, &error);
  g_assert_no_error (error);
  f->told_action = 0;
}
