/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-preferences"

#include "config.h"

#include "dd-preferences.h"

#include "dd-rules.h"
#include "dd-setting.h"

#include <glib/gi18n-lib.h>

/**
 * DdPreferences:
 *
 * What is set at this desk, and the rules that the task force has set for its
 * file of records. The rules are records: they are stored when the window closes.
 */
struct _DdPreferences
{
  AdwWindow       parent_instance;

  /* Template children */
  AdwEntryRow    *actor;
  GtkSwitch      *before_inclusive;
  GtkSpinButton  *warn_days;
  GtkSpinButton  *silent_days;

  DdSession      *session;
  GSettings      *settings;
  gboolean        changed;
};

G_DEFINE_FINAL_TYPE (DdPreferences, dd_preferences, ADW_TYPE_WINDOW)

static void
actor_applied_cb (DdPreferences *self)
{
  g_autofree char *typed =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->actor))));

  g_settings_set_string (self->settings, "actor", typed);
  dd_session_set_actor (self->session, *typed != '\0' ? typed : g_get_real_name ());
}

static void
rule_changed_cb (DdPreferences *self)
{
  self->changed = TRUE;
}

static const DdRow *
find_setting (GPtrArray  *settings,
              const char *name)
{
  for (guint i = 0; i < settings->len; i++)
    if (g_strcmp0 (dd_row_get_text (settings->pdata[i], DD_SETTING_NAME), name) == 0)
      return settings->pdata[i];

  return NULL;
}

static void
put_setting (DdChange   *change,
             GPtrArray  *settings,
             const char *name,
             guint       value)
{
  const DdRow *known = find_setting (settings, name);
  DdRow *row = known != NULL ? dd_row_copy (known) : dd_row_new (DD_KIND_SETTING);
  g_autofree char *text = g_strdup_printf ("%u", value);

  dd_row_set_text (row, DD_SETTING_NAME, name);
  dd_row_set_text (row, DD_SETTING_VALUE, text);
  if (known != NULL)
    dd_change_update (change, row);
  else
    dd_change_insert (change, row);
}

typedef struct
{
  DdSession *session;
  GtkWidget *parent;
  DdRules    rules;
} SaveRules;

static void
settings_read_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autofree SaveRules *save = user_data;
  g_autoptr (DdSession) session = save->session;
  g_autoptr (GtkWidget) parent = save->parent;
  g_autoptr (GPtrArray) settings = dd_store_select_finish (DD_STORE (object), result, NULL);
  DdChange *change;

  if (settings == NULL)
    return;

  change = dd_session_change (session, NULL);
  put_setting (change, settings, DD_SETTING_BEFORE_INCLUSIVE, save->rules.before_inclusive);
  put_setting (change, settings, DD_SETTING_WARN_DAYS, save->rules.warn_days);
  put_setting (change, settings, DD_SETTING_SILENT_DAYS, save->rules.silent_days);
  dd_session_apply (session, parent, change, _("Rules changed"));
}

static void
save_rules (DdPreferences *self)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_SETTING);
  SaveRules *save = g_new0 (SaveRules, 1);

  save->session = g_object_ref (self->session);
  save->parent = g_object_ref (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))));
  save->rules.before_inclusive = gtk_switch_get_active (self->before_inclusive);
  save->rules.warn_days = (guint) gtk_spin_button_get_value_as_int (self->warn_days);
  save->rules.silent_days = (guint) gtk_spin_button_get_value_as_int (self->silent_days);
  dd_store_select_async (dd_session_get_store (self->session), query, NULL, settings_read_cb, save);
}

static gboolean
dd_preferences_close_request (GtkWindow *window)
{
  DdPreferences *self = DD_PREFERENCES (window);

  if (self->changed)
    save_rules (self);
  self->changed = FALSE;

  return GTK_WINDOW_CLASS (dd_preferences_parent_class)->close_request (window);
}

static void
dd_preferences_dispose (GObject *object)
{
  DdPreferences *self = DD_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_PREFERENCES);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dd_preferences_parent_class)->dispose (object);
}

static void
dd_preferences_class_init (DdPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_preferences_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dd_preferences_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/shell/dd-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, DdPreferences, actor);
  gtk_widget_class_bind_template_child (widget_class, DdPreferences, before_inclusive);
  gtk_widget_class_bind_template_child (widget_class, DdPreferences, warn_days);
  gtk_widget_class_bind_template_child (widget_class, DdPreferences, silent_days);
  gtk_widget_class_bind_template_callback (widget_class, actor_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, rule_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dd_preferences_init (DdPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dd_preferences_new (DdSession *session,
                    GSettings *settings,
                    GtkWindow *parent)
{
  DdPreferences *self = g_object_new (DD_TYPE_PREFERENCES, "transient-for", parent, NULL);
  const DdRules *rules = dd_store_get_rules (dd_session_get_store (session));
  gboolean read_only = dd_store_get_read_only (dd_session_get_store (session));

  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  gtk_editable_set_text (GTK_EDITABLE (self->actor), dd_session_get_actor (session));
  gtk_switch_set_active (self->before_inclusive, rules->before_inclusive);
  gtk_spin_button_set_value (self->warn_days, rules->warn_days);
  gtk_spin_button_set_value (self->silent_days, rules->silent_days);
  gtk_widget_set_sensitive (GTK_WIDGET (self->before_inclusive), !read_only);
  gtk_widget_set_sensitive (GTK_WIDGET (self->warn_days), !read_only);
  gtk_widget_set_sensitive (GTK_WIDGET (self->silent_days), !read_only);
  self->changed = FALSE;

  return GTK_WIDGET (self);
}
