/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-window"

#include "config.h"

#include "dd-table-window.h"

#include "dd-accessible.h"
#include "dd-confirm.h"
#include "dd-day-entry.h"
#include "dd-file-chooser.h"
#include "dd-number-text.h"
#include "dd-reference-entry.h"
#include "dd-table-plan.h"
#include "dd-table-preview.h"
#include "dd-table-source.h"
#include "dd-table-unit-row.h"

#include <glib/gi18n-lib.h>

/**
 * DdTableWindow:
 *
 * Tasks from a table that was made elsewhere: it is shown as it came, with what each row
 * would become. What the columns are is guessed, and can be said; units that nobody knows
 * are created, or said to be known ones, once for all rows. Nothing is made before “Create”,
 * and then all of it in one change that one undo takes back.
 *
 * How the columns of a table are called is a habit of the desk that gets it, and of its
 * spreadsheets: what was said of them is kept in the settings of the program, not in the
 * file of records, where an undo of the tasks would take it back as well.
 */
struct _DdTableWindow
{
  AdwWindow         parent_instance;

  /* Template children */
  GtkBox           *bar;
  GtkButton        *create_button;
  GtkSpinner       *spinner;
  GtkLabel         *meeting_label;
  GtkLabel         *assigned_label;
  GtkRevealer      *fault_revealer;
  GtkLabel         *fault_label;
  GtkStack         *stack;
  GtkWidget        *empty;
  GtkWidget        *paste_button;
  GtkWidget        *content;
  DdTablePreview   *preview;
  GtkExpander      *units_expander;
  GtkListBox       *units_box;
  GtkLabel         *totals;

  DdReferenceEntry *meeting;
  DdDayEntry       *assigned;

  DdSession        *session;
  GSettings        *settings;
  GCancellable     *cancellable;        /* of what is being read */
  DdTablePlan      *plan;               /* NULL: there is no table yet */
  gint64            document;           /* that the table belongs to; 0: none */
  guint             read_source;
  guint             units_source;
  gboolean          writing;
};

G_DEFINE_FINAL_TYPE (DdTableWindow, dd_table_window, ADW_TYPE_WINDOW)

/* Rows that are read between two frames. */
#define ROWS_AT_ONCE 150

/* The names of columns that are remembered; no desk sees more kinds of tables. */
#define COLUMNS_REMEMBERED 200

/* So many unknown units are asked about at a time; a table that has more has a column that
 * names no units. */
#define UNITS_SHOWN 40

#define COLUMNS_KEY "table-columns"

static void
show_fault (DdTableWindow *self,
            const char    *sentence)
{
  gtk_label_set_text (self->fault_label, sentence != NULL ? sentence : "");
  gtk_revealer_set_reveal_child (self->fault_revealer, sentence != NULL);
}

static DdDay
get_assigned (DdTableWindow *self)
{
  DdDay day = dd_day_entry_get_day (self->assigned);

  return day != DD_DAY_NONE ? day : dd_session_get_today (self->session);
}

/* --- what was said of columns --------------------------------------------- */

static GHashTable *
read_remembered (DdTableWindow *self)
{
  GHashTable *remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GVariant) value = g_settings_get_value (self->settings, COLUMNS_KEY);
  GVariantIter iter;
  const char *key, *code;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &code))
    g_hash_table_insert (remembered, g_strdup (key), g_strdup (code));

  return remembered;
}

static void
remember_role (DdTableWindow *self,
               guint          column,
               DdTableRole    role)
{
  g_autoptr (GHashTable) remembered = read_remembered (self);
  g_autofree char *key =
    dd_table_role_make_key (dd_table_plan_get_layout (self->plan)->headers->pdata[column]);
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer name, code;

  if (*key == '\0')
    return;
  if (g_hash_table_size (remembered) >= COLUMNS_REMEMBERED)
    g_hash_table_remove_all (remembered);
  g_hash_table_insert (remembered, g_steal_pointer (&key),
                       g_strdup (dd_table_role_get_code (role)));

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_hash_table_iter_init (&iter, remembered);
  while (g_hash_table_iter_next (&iter, &name, &code))
    g_variant_builder_add (&builder, "{ss}", (const char *) name, (const char *) code);
  g_settings_set_value (self->settings, COLUMNS_KEY, g_variant_builder_end (&builder));
}

/* --- totals --------------------------------------------------------------- */

static char *
count (const char *format,
       guint       n)
{
  g_autofree char *number = dd_number_to_text (n);

  return g_strdup_printf (format, number);
}

static void
append_count (GString    *text,
              const char *format,
              guint       n)
{
  g_autofree char *part = n > 0 ? count (format, n) : NULL;

  if (part == NULL)
    return;
  g_string_append (text, ", ");
  g_string_append (text, part);
}

static void
show_totals (DdTableWindow *self)
{
  DdTableTotals totals;
  g_autofree char *tasks = NULL;
  g_autofree char *units = NULL;
  g_autofree char *made = NULL;
  g_autoptr (GString) text = NULL;

  dd_table_plan_count (self->plan, &totals);
  /* Translators: %s is a number of tasks. */
  tasks = count (g_dngettext (GETTEXT_PACKAGE, "%s task", "%s tasks", totals.n_tasks),
                 totals.n_tasks);
  /* Translators: %s is a number of units. */
  units = count (g_dngettext (GETTEXT_PACKAGE, "%s unit", "%s units", totals.n_units),
                 totals.n_units);
  /* Translators: "23 tasks", then "9 units". */
  made = g_strdup_printf (_("%s for %s"), tasks, units);
  text = g_string_new (made);
  /* Translators: %s is a number of rows of a table. */
  append_count (text, g_dngettext (GETTEXT_PACKAGE, "%s row with a fault", "%s rows with faults",
                                   totals.n_faults), totals.n_faults);
  /* Translators: %s is a number of rows of a table. */
  append_count (text, g_dngettext (GETTEXT_PACKAGE, "%s row left out", "%s rows left out",
                                   totals.n_left_out), totals.n_left_out);
  /* Translators: %s is a number of rows of a table that are headings. */
  append_count (text, g_dngettext (GETTEXT_PACKAGE, "%s heading", "%s headings",
                                   totals.n_headings), totals.n_headings);
  gtk_label_set_text (self->totals, text->str);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.create",
                                 totals.n_tasks > 0 && self->read_source == 0 && !self->writing);
}

/* --- units that nobody knows ---------------------------------------------- */

static void decided_cb (DdTableWindow *self,
                        const char    *name,
                        gint64         same_as,
                        gboolean       learn);

static gboolean
show_units_cb (gpointer user_data)
{
  DdTableWindow *self = user_data;
  g_autoptr (GPtrArray) unknown = dd_table_plan_get_unknown (self->plan);
  /* Translators: %s is a number of units that a table names and nobody knows. */
  g_autofree char *title = count (g_dngettext (GETTEXT_PACKAGE, "%s unknown unit",
                                               "%s unknown units", unknown->len), unknown->len);
  GtkWidget *child;

  self->units_source = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->units_box))) != NULL)
    gtk_list_box_remove (self->units_box, child);
  for (guint i = 0; i < MIN (unknown->len, UNITS_SHOWN); i++)
    {
      GtkWidget *row;

      dd_table_plan_find_near (self->plan, unknown->pdata[i]);
      row = dd_table_unit_row_new (self->session, unknown->pdata[i]);
      g_signal_connect_object (row, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->units_box, row);
    }
  gtk_expander_set_label (self->units_expander, title);
  gtk_widget_set_visible (GTK_WIDGET (self->units_expander), unknown->len > 0);

  return G_SOURCE_REMOVE;
}

/* A row that is pressed is not taken away under the finger. */
static void
show_units (DdTableWindow *self)
{
  if (self->units_source == 0)
    self->units_source = g_idle_add (show_units_cb, self);
}

static gint64
find_decided (DdTableWindow *self,
              const char    *name)
{
  g_autoptr (GPtrArray) unknown = dd_table_plan_get_unknown (self->plan);

  for (guint i = 0; i < unknown->len; i++)
    if (g_str_equal (((DdTableUnit *) unknown->pdata[i])->name, name))
      return ((DdTableUnit *) unknown->pdata[i])->same_as;

  return 0;
}

static void
decided_cb (DdTableWindow *self,
            const char    *name,
            gint64         same_as,
            gboolean       learn)
{
  dd_table_plan_decide (self->plan, name, same_as >= 0 ? same_as : find_decided (self, name),
                        learn);
  dd_table_preview_update (self->preview, 0, dd_table_plan_get_n_rows (self->plan));
  show_totals (self);
  if (same_as >= 0)
    show_units (self);
}

/* --- the table ------------------------------------------------------------ */

static gboolean
read_rows_cb (gpointer user_data)
{
  DdTableWindow *self = user_data;
  const gboolean more = dd_table_plan_read_some (self->plan, ROWS_AT_ONCE);

  dd_table_preview_grow (self->preview);
  if (more)
    return G_SOURCE_CONTINUE;

  self->read_source = 0;
  gtk_spinner_stop (self->spinner);
  show_totals (self);
  show_units (self);

  return G_SOURCE_REMOVE;
}

static void
read_rows (DdTableWindow *self)
{
  if (self->read_source != 0)
    return;
  gtk_spinner_start (self->spinner);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.create", FALSE);
  self->read_source = g_idle_add (read_rows_cb, self);
}

static void
role_chosen_cb (DdTableWindow *self,
                guint          column,
                guint          role)
{
  dd_table_plan_set_role (self->plan, column, role);
  remember_role (self, column, role);
  read_rows (self);
}

static void
ticked_cb (DdTableWindow *self,
           guint          position,
           gboolean       left_out)
{
  dd_table_plan_leave_out (self->plan, position, left_out);
  dd_table_preview_update (self->preview, position, 1);
  show_totals (self);
  show_units (self);
}

static void
assigned_changed_cb (DdTableWindow *self)
{
  if (self->plan == NULL || !dd_day_entry_is_valid (self->assigned))
    return;

  dd_table_plan_set_assigned (self->plan, get_assigned (self));
  read_rows (self);
}

static void
units_changed_cb (DdTableWindow *self)
{
  if (self->plan == NULL || self->writing)
    return;

  dd_table_plan_forget_units (self->plan);
  read_rows (self);
}

static void
table_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DdTableWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  DdTableText *table = dd_table_source_read_finish (result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      dd_table_text_free (table);
      return;
    }
  gtk_spinner_stop (self->spinner);
  if (table != NULL)
    dd_table_window_take (self, table);
  else
    show_fault (self, error->message);
}

static GCancellable *
begin_reading (DdTableWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  show_fault (self, NULL);
  gtk_spinner_start (self->spinner);

  return self->cancellable;
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  dd_table_window_paste (DD_TABLE_WINDOW (widget));
}

static void
read_file (DdTableWindow *self,
           GFile         *file)
{
  dd_table_source_read_file_async (file, begin_reading (self), table_read_cb,
                                   g_object_ref (self));
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (DdTableWindow) self = user_data;
  g_autoptr (GFile) file = dd_file_chooser_finish (result, NULL);

  if (file != NULL && self->session != NULL)
    read_file (self, file);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Tables as text"));
  gtk_file_filter_add_pattern (filter, "*.csv");
  gtk_file_filter_add_pattern (filter, "*.tsv");
  gtk_file_filter_add_pattern (filter, "*.txt");
  gtk_file_filter_add_pattern (filter, "*.html");
  gtk_file_filter_add_pattern (filter, "*.htm");
  g_list_store_append (filters, filter);
  dd_file_chooser_open_async (GTK_WINDOW (widget), _("Open a Table"), G_LIST_MODEL (filters), NULL,
                              file_chosen_cb, g_object_ref (widget));
}

static gboolean
dropped_cb (DdTableWindow *self,
            const GValue  *value)
{
  if (!G_VALUE_HOLDS (value, G_TYPE_FILE))
    return FALSE;

  read_file (self, g_value_get_object (value));

  return TRUE;
}

/* --- creating ------------------------------------------------------------- */

static void
set_writing (DdTableWindow *self,
             gboolean       writing)
{
  self->writing = writing;
  gtk_widget_set_sensitive (self->content, !writing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->bar), !writing);
  show_totals (self);
}

typedef struct
{
  DdTableWindow *window;
  guint          n_tasks;
} Writing;

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Writing *writing = user_data;
  g_autoptr (DdTableWindow) self = writing->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = dd_store_write_finish (DD_STORE (object), result, &error);
  g_autofree char *message = NULL;

  if (self->session == NULL)
    return;

  set_writing (self, FALSE);
  if (written == NULL)
    {
      g_autofree char *sentence = dd_store_error_to_text (error, NULL);

      show_fault (self, sentence);
      return;
    }

  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task created", "%u tasks created",
                                          writing->n_tasks), writing->n_tasks);
  dd_session_tell (self->session, message, dd_change_get_action (written));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
create_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DdTableWindow *self = DD_TABLE_WINDOW (widget);
  DdChange *change;
  Writing *writing;

  if (!dd_reference_entry_is_valid (self->meeting))
    {
      show_fault (self, _("There is no meeting of that name. Choose one, or leave it empty."));
      gtk_widget_grab_focus (GTK_WIDGET (self->meeting));
      return;
    }
  if (!dd_day_entry_is_valid (self->assigned))
    {
      show_fault (self, _("There is no such day. Write it as 30/6/2024."));
      gtk_widget_grab_focus (GTK_WIDGET (self->assigned));
      return;
    }

  change = dd_session_change (self->session, _("Table"));
  writing = g_new0 (Writing, 1);
  writing->window = g_object_ref (self);
  writing->n_tasks = dd_table_plan_fill (self->plan, change, self->document,
                                         dd_reference_entry_get_id (self->meeting));
  show_fault (self, NULL);
  set_writing (self, TRUE);
  dd_store_write_async (dd_session_get_store (self->session), change, NULL, written_cb, writing);
}

static void
discard_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DdTableWindow) self = user_data;

  if (dd_confirm_finish (result, NULL))
    gtk_window_destroy (GTK_WINDOW (self));
}

/* The table is in the clipboard or the file still; what was said of it is not. */
static gboolean
dd_table_window_close_request (GtkWindow *window)
{
  DdTableWindow *self = DD_TABLE_WINDOW (window);

  if (self->writing)
    return TRUE;
  if (self->plan == NULL)
    return GTK_WINDOW_CLASS (dd_table_window_parent_class)->close_request (window);

  dd_confirm_async (window, DD_CONFIRM_DESTRUCTIVE, _("Discard the Table?"),
                    _("No task has been made of it."), _("_Discard"), NULL, discard_cb,
                    g_object_ref (self));

  return TRUE;
}

/* --- the object ----------------------------------------------------------- */

static void
dd_table_window_dispose (GObject *object)
{
  DdTableWindow *self = DD_TABLE_WINDOW (object);

  g_clear_handle_id (&self->read_source, g_source_remove);
  g_clear_handle_id (&self->units_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->preview != NULL)
    dd_table_preview_set (self->preview, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_TABLE_WINDOW);
  g_clear_pointer (&self->plan, dd_table_plan_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_table_window_parent_class)->dispose (object);
}

static void
dd_table_window_class_init (DdTableWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_table_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dd_table_window_close_request;

  g_type_ensure (DD_TYPE_TABLE_PREVIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/tasks/dd-table-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DdTableWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, DdTableWindow, create_button);
  gtk_widget_class_bind_template_child (widget_class, DdTableWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, DdTableWindow, meeting_label);
  gtk_widget_class_bind_template_child (widget_class, DdTableWindow, assigned_label);
  gtk_widget_class_bind_template_child (widget_class, DdTableWindow, fault_revealer);
  gtk_widget_class_bind_template_child (widget_class, DdTableWindow, fault_label);
  gtk_widget_class_bind_template_child (widget_class, DdTableWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DdTableWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, DdTableWindow, paste_button);
  gtk_widget_class_bind_template_child (widget_class, DdTableWindow, content);
  gtk_widget_class_bind_template_child (widget_class, DdTableWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, DdTableWindow, units_expander);
  gtk_widget_class_bind_template_child (widget_class, DdTableWindow, units_box);
  gtk_widget_class_bind_template_child (widget_class, DdTableWindow, totals);
  gtk_widget_class_bind_template_callback (widget_class, role_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);

  gtk_widget_class_install_action (widget_class, "table.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "table.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "table.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "table.paste",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "table.open",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "table.create",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "table.create", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dd_table_window_init (DdTableWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (DD_APP_ID);
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.create", FALSE);
}

/**
 * dd_table_window_new:
 * @parent: the window that waits
 *
 * Returns: (transfer none): a window to be presented; it lives until it is closed
 */
GtkWidget *
dd_table_window_new (DdSession *session,
                     GtkWindow *parent)
{
  DdTableWindow *self = g_object_new (DD_TYPE_TABLE_WINDOW, "transient-for", parent, NULL);
  GtkWidget *meeting = dd_reference_entry_new (session, DD_KIND_MEETING);
  GtkWidget *assigned = dd_day_entry_new (dd_session_get_today (session));

  self->session = g_object_ref (session);
  g_signal_connect_object (dd_session_get_units (session), "changed",
                           G_CALLBACK (units_changed_cb), self, G_CONNECT_SWAPPED);
  dd_table_preview_start (self->preview, session);

  self->meeting = DD_REFERENCE_ENTRY (meeting);
  gtk_widget_set_size_request (meeting, 220, -1);
  dd_accessible_set_label (meeting, _("Meeting"));
  gtk_box_insert_child_after (self->bar, meeting, GTK_WIDGET (self->meeting_label));
  self->assigned = DD_DAY_ENTRY (assigned);
  dd_day_entry_set_day (self->assigned, dd_session_get_today (session));
  dd_accessible_set_label (assigned, _("Assigned on"));
  gtk_box_append (self->bar, assigned);
  g_signal_connect_object (assigned, "changed", G_CALLBACK (assigned_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child (self->stack, self->empty);
  gtk_widget_grab_focus (self->paste_button);

  return GTK_WIDGET (self);
}

/**
 * dd_table_window_set_source:
 * @document: the document that the table belongs to; 0: none
 * @meeting: the meeting at which it was decided; 0: none
 *
 * Each row becomes a clause as well, from which its tasks come.
 */
void
dd_table_window_set_source (DdTableWindow *self,
                            gint64         document,
                            gint64         meeting,
                            const char    *meeting_name)
{
  g_return_if_fail (DD_IS_TABLE_WINDOW (self));

  self->document = document;
  dd_reference_entry_set_id (self->meeting, meeting, meeting_name);
}

/**
 * dd_table_window_paste:
 *
 * Takes the table that is in the clipboard.
 */
void
dd_table_window_paste (DdTableWindow *self)
{
  g_return_if_fail (DD_IS_TABLE_WINDOW (self));

  dd_table_source_read_clipboard_async (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                                        begin_reading (self), table_read_cb,
                                        g_object_ref (self));
}

/**
 * dd_table_window_take:
 * @table: (transfer full): the table
 *
 * Shows the table in place of the one that is there.
 */
void
dd_table_window_take (DdTableWindow *self,
                      DdTableText   *table)
{
  g_autoptr (GHashTable) remembered = read_remembered (self);

  g_return_if_fail (DD_IS_TABLE_WINDOW (self));

  g_clear_handle_id (&self->units_source, g_source_remove);
  dd_table_preview_set (self->preview, NULL);
  g_clear_pointer (&self->plan, dd_table_plan_free);
  self->plan = dd_table_plan_new (table, dd_session_get_units (self->session), remembered,
                                  get_assigned (self));
  dd_table_preview_set (self->preview, self->plan);
  gtk_stack_set_visible_child (self->stack, self->content);
  gtk_widget_grab_focus (GTK_WIDGET (self->preview));
  read_rows (self);
}
