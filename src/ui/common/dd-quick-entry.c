/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-quick-entry"

#include "config.h"

#include "dd-quick-entry.h"

#include "dd-accessible.h"
#include "dd-assign.h"
#include "dd-directive.h"
#include "dd-error-dialog.h"
#include "dd-focus.h"
#include "dd-mark-style.h"
#include "dd-quick-chips.h"
#include "dd-quick-line.h"
#include "dd-task-form.h"
#include "dd-task.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * DdQuickEntry:
 *
 * A task, or a clause of a conclusion, typed in one line, as officials say it: "Giao Sở Tư
 * pháp chủ trì, phối hợp Sở Nội vụ rà soát 45 TTHC, xong trước 30/6". What is recognised is
 * marked in the line and stands below it as chips, which can be corrected and taken away.
 *
 * Enter makes the tasks, one for each unit that leads, and empties the line for the next;
 * Ctrl+Enter also shows the first of them. With %DD_QUICK_ENTRY_GIVES_DRAFTS nothing is
 * stored: whoever asked gets the draft by "taken".
 *
 * A line that is not stored can be brought back: after Escape, and after a failure.
 */
struct _DdQuickEntry
{
  GtkWidget         parent_instance;

  /* Template children */
  GtkEntry         *entry;
  GtkButton        *accept_button;
  GtkButton        *more_button;
  GtkButton        *close_button;
  DdQuickChips     *chips;
  GtkLabel         *hint;
  GtkButton        *restore_button;

  DdSession        *session;
  DdQuickEntryMode  mode;
  DdQuickLine      *line;
  DdRow            *directive;  /* NULL: the tasks come from none */
  DdDay             reference;  /* %DD_DAY_NONE: today */
  char             *lost;       /* what can be brought back */
  guint             read_source;
  gboolean          asked;      /* what is missing was asked for: it is a fault now */
  gboolean          waiting;    /* Enter was pressed before the units were read */
  gboolean          waiting_show;
};

G_DEFINE_FINAL_TYPE (DdQuickEntry, dd_quick_entry, GTK_TYPE_WIDGET)

enum { PROP_CLOSABLE = 1, N_PROPS };
enum { CLOSED, CREATED, TAKEN, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Nobody sees the difference, and who types fast is not read at each letter. */
#define READ_AFTER_MS 80

/* What is longer was not typed as one line. */
#define LINE_CHARS_MAX 4000

static const char *
get_text (DdQuickEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
is_too_long (DdQuickEntry *self)
{
  return gtk_entry_get_text_length (self->entry) > LINE_CHARS_MAX;
}

static DdDay
get_reference (DdQuickEntry *self)
{
  return self->reference != DD_DAY_NONE ? self->reference : dd_session_get_today (self->session);
}

/* --- the line ------------------------------------------------------------- */

static void
show_marks (DdQuickEntry *self)
{
  GArray *marks = dd_quick_line_get_marks (self->line);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *text = get_text (self);

  for (guint i = 0; i < marks->len; i++)
    {
      const DdMark *mark = &g_array_index (marks, DdMark, i);
      const char *start = g_utf8_offset_to_pointer (text, (glong) mark->span.start);
      const char *end = g_utf8_offset_to_pointer (text, (glong) mark->span.end);

      dd_mark_style_add_attributes (attributes, mark->kind, (guint) (start - text),
                                    (guint) (end - text));
    }
  gtk_entry_set_attributes (self->entry, attributes);
}

static void
show_hint (DdQuickEntry *self,
           const char   *sentence,
           gboolean      is_fault)
{
  gtk_label_set_text (self->hint, sentence);
  if (is_fault)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error");
  if (is_fault)
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");
  dd_accessible_set_below (GTK_WIDGET (self->entry), GTK_WIDGET (self->hint), is_fault);
}

static DdDay
get_assigned (DdQuickEntry *self)
{
  DdDay day = self->directive != NULL ? dd_row_get_day (self->directive, DD_DIRECTIVE_DAY)
                                      : DD_DAY_NONE;

  return day != DD_DAY_NONE ? day : dd_session_get_today (self->session);
}

/* What keeps the line from being taken; %NULL if nothing does. */
static const char *
find_fault (DdQuickEntry  *self,
            const DdDraft *draft)
{
  DdDraftFaults faults = dd_draft_get_faults (draft);
  DdDay deadline = dd_row_get_day (draft->directive, DD_DIRECTIVE_DEADLINE);

  if (faults != DD_DRAFT_FAULT_NONE)
    return dd_draft_fault_get_text (faults);
  if (self->mode == DD_QUICK_ENTRY_MAKES_TASKS && deadline != DD_DAY_NONE &&
      deadline < get_assigned (self))
    return _("The deadline lies before the day on which the task was assigned.");

  return NULL;
}

/* What is missing of a task is said softly, until it is asked to be made. */
static void
show_faults (DdQuickEntry *self)
{
  g_autoptr (DdDraft) draft = NULL;
  const char *fault;

  if (is_too_long (self))
    {
      show_hint (self, _("This is too long for one line. A whole text is read by Meetings, a "
                         "table by “Paste a Table of Tasks”."), TRUE);
      return;
    }
  if (dd_quick_entry_get_empty (self))
    {
      show_hint (self, self->lost != NULL
                       ? _("The line was cleared.")
                       : _("Who leads, what is to be done, by when: Enter takes it, Down goes to "
                           "what was recognised."), FALSE);
      return;
    }

  draft = dd_quick_line_make_draft (self->line);
  draft->make_tasks |= self->mode == DD_QUICK_ENTRY_MAKES_TASKS;
  fault = find_fault (self, draft);
  if (fault != NULL)
    show_hint (self, fault, self->asked);
  else if (draft->make_tasks &&
           dd_row_get_choice (draft->directive, DD_DIRECTIVE_RECURRENCE) != DD_RECURRENCE_NONE)
    show_hint (self, _("This recurs. What is made here is the task of this one time."), FALSE);
  else if (draft->make_tasks && !dd_quick_line_has (self->line, DD_QUICK_PART_DEADLINE))
    show_hint (self, _("Without a deadline nobody will be urged. By when?"), FALSE);
  else
    show_hint (self, draft->leads->len > 1 && draft->make_tasks
                     ? _("Each unit that leads gets a task of its own.")
                     : _("Enter takes it, Ctrl+Enter also shows it."), FALSE);
}

static void
show_line (DdQuickEntry *self)
{
  const gboolean empty = dd_quick_entry_get_empty (self);

  dd_quick_chips_update (self->chips, empty);
  show_marks (self);
  show_faults (self);
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), empty && self->lost != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quick-entry.accept", !empty);
}

static void
read_now (DdQuickEntry *self)
{
  g_clear_handle_id (&self->read_source, g_source_remove);
  if (dd_quick_entry_get_empty (self))
    dd_quick_line_clear (self->line);
  else
    dd_quick_line_read (self->line, is_too_long (self) ? "" : get_text (self),
                        get_reference (self));
  show_line (self);
}

static gboolean
read_cb (gpointer user_data)
{
  DdQuickEntry *self = user_data;

  self->read_source = 0;
  read_now (self);

  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (DdQuickEntry *self)
{
  g_autoptr (PangoAttrList) none = pango_attr_list_new ();

  self->asked = FALSE;
  self->waiting = FALSE;
  if (self->line == NULL)
    return;
  /* They belong to other letters now, and come back in a moment. */
  gtk_entry_set_attributes (self->entry, none);
  if (self->read_source == 0)
    self->read_source = g_timeout_add (READ_AFTER_MS, read_cb, self);
}

/* The marks have colours of their own in the dark. */
static void
colours_changed_cb (DdQuickEntry *self)
{
  if (self->line != NULL)
    show_line (self);
}

static void
corrected_cb (DdQuickEntry *self,
              gboolean      done)
{
  show_line (self);
  /* A chip that is gone has taken the focus with it. */
  if (done || gtk_widget_get_focus_child (GTK_WIDGET (self->chips)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void accept_line (DdQuickEntry *self,
                         gboolean      show);

static void
units_changed_cb (DdQuickEntry *self)
{
  if (self->waiting)
    accept_line (self, self->waiting_show);
  else if (self->read_source == 0 && !dd_quick_chips_get_busy (self->chips))
    read_now (self);
}

static void
empty_line (DdQuickEntry *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  read_now (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
keep_lost (DdQuickEntry *self,
           const char   *text)
{
  g_free (self->lost);
  self->lost = g_strdup (text);
}

/* --- taking it ------------------------------------------------------------ */

typedef struct
{
  DdQuickEntry *entry;
  char         *text;
  guint         n_tasks;
  gboolean      show;
} Writing;

static void
writing_free (Writing *writing)
{
  g_object_unref (writing->entry);
  g_free (writing->text);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static void
tell (Writing  *writing,
      DdChange *written)
{
  g_autofree char *message =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task created", "%u tasks created",
                                  writing->n_tasks), writing->n_tasks);

  dd_session_tell (writing->entry->session, message, dd_change_get_action (written));
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Writing) writing = user_data;
  DdQuickEntry *self = writing->entry;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = dd_store_write_finish (DD_STORE (object), result, &error);
  gint64 task;

  if (self->session == NULL)
    return;
  if (written == NULL)
    {
      keep_lost (self, writing->text);
      if (dd_quick_entry_get_empty (self))
        gtk_widget_activate_action (GTK_WIDGET (self), "quick-entry.restore", NULL);
      dd_error_dialog_show (GTK_WIDGET (self), error);
      return;
    }

  task = dd_change_get_inserted (written, DD_KIND_TASK);
  tell (writing, written);
  g_signal_emit (self, signals[CREATED], 0, task);
  if (writing->show)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-task", "x", task);
}

static void
make_tasks (DdQuickEntry  *self,
            const DdDraft *draft,
            gboolean       show)
{
  DdChange *change = dd_session_change (self->session, NULL);
  g_autoptr (DdAssignment) assignment = dd_assignment_new (change, 0, 0, get_assigned (self));
  Writing *writing = g_new0 (Writing, 1);

  dd_quick_line_learn (self->line, change);
  dd_assignment_add_tasks (assignment, draft,
                           self->directive != NULL ? dd_row_get_id (self->directive) : 0);
  writing->entry = g_object_ref (self);
  writing->text = g_strdup (get_text (self));
  writing->n_tasks = dd_assignment_get_n_tasks (assignment);
  writing->show = show;
  dd_store_write_async (dd_session_get_store (self->session), change, NULL, written_cb, writing);
}

static void
accept_line (DdQuickEntry *self,
             gboolean      show)
{
  g_autoptr (DdDraft) draft = NULL;

  read_now (self);
  if (dd_quick_entry_get_empty (self) || is_too_long (self))
    return;
  /* Who types faster than the units are read must not create one a second time. */
  self->waiting = !dd_known_units_get_ready (dd_session_get_units (self->session));
  self->waiting_show = show;
  if (self->waiting)
    return;

  draft = dd_quick_line_make_draft (self->line);
  draft->make_tasks |= self->mode == DD_QUICK_ENTRY_MAKES_TASKS;
  if (find_fault (self, draft) != NULL)
    {
      self->asked = TRUE;
      show_faults (self);
      return;
    }
  if (dd_quick_chips_ask (self->chips))
    return;

  if (self->mode == DD_QUICK_ENTRY_GIVES_DRAFTS)
    g_signal_emit (self, signals[TAKEN], 0, draft);
  else
    make_tasks (self, draft, show);
  g_clear_pointer (&self->lost, g_free);
  empty_line (self);
}

static void
activated_cb (DdQuickEntry *self)
{
  accept_line (self, FALSE);
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  accept_line (DD_QUICK_ENTRY (widget), FALSE);
}

static void
accept_and_show_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  accept_line (DD_QUICK_ENTRY (widget), TRUE);
}

/* The line stays until the form is saved: who closes the form goes on with it. */
static void
form_saved_cb (DdQuickEntry *self,
               DdChange     *change)
{
  if (self->session == NULL)
    return;

  empty_line (self);
  g_signal_emit (self, signals[CREATED], 0, dd_change_get_inserted (change, DD_KIND_TASK));
}

static void
more_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdQuickEntry *self = DD_QUICK_ENTRY (widget);
  g_autoptr (DdDraft) draft = NULL;
  g_autoptr (DdRow) task = NULL;
  DdForm *form;

  read_now (self);
  draft = dd_quick_line_make_draft (self->line);
  task = dd_draft_make_task (draft, get_assigned (self));
  dd_row_set_reference (task, DD_TASK_DIRECTIVE,
                        self->directive != NULL ? dd_row_get_id (self->directive) : 0);
  form = dd_task_form_new (self->session, GTK_WINDOW (gtk_widget_get_root (widget)), task, draft);
  g_signal_connect_object (form, "saved", G_CALLBACK (form_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

/* Escape empties the line first, which can be brought back, and then closes; where it cannot
 * be closed, Escape is meant for what is around it. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  DdQuickEntry *self = DD_QUICK_ENTRY (widget);

  if (!dd_quick_entry_get_empty (self))
    {
      keep_lost (self, get_text (self));
      empty_line (self);
      return GDK_EVENT_STOP;
    }
  if (!gtk_widget_get_visible (GTK_WIDGET (self->close_button)))
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[CLOSED], 0);

  return GDK_EVENT_STOP;
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DdQuickEntry *self = DD_QUICK_ENTRY (widget);
  g_autofree char *lost = g_steal_pointer (&self->lost);

  if (lost == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), lost);
  read_now (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* --- the object ----------------------------------------------------------- */

static gboolean
key_pressed_cb (DdQuickEntry    *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  if (self->read_source != 0)
    read_now (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->chips));

  return GDK_EVENT_STOP;
}

static gboolean
dd_quick_entry_grab_focus (GtkWidget *widget)
{
  /* What is marked as a whole would go with the next letter. */
  return gtk_entry_grab_focus_without_selecting (DD_QUICK_ENTRY (widget)->entry);
}

static void
dd_quick_entry_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DdQuickEntry *self = DD_QUICK_ENTRY (object);

  if (id != PROP_CLOSABLE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->close_button), g_value_get_boolean (value));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quick-entry.close",
                                 g_value_get_boolean (value));
}

static void
dd_quick_entry_dispose (GObject *object)
{
  DdQuickEntry *self = DD_QUICK_ENTRY (object);
  GtkWidget *child;

  g_clear_handle_id (&self->read_source, g_source_remove);
  g_clear_pointer (&self->line, dd_quick_line_free);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_QUICK_ENTRY);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_quick_entry_parent_class)->dispose (object);
}

static void
dd_quick_entry_finalize (GObject *object)
{
  DdQuickEntry *self = DD_QUICK_ENTRY (object);

  g_clear_pointer (&self->directive, dd_row_free);
  g_free (self->lost);

  G_OBJECT_CLASS (dd_quick_entry_parent_class)->finalize (object);
}

static void
dd_quick_entry_class_init (DdQuickEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dd_quick_entry_dispose;
  object_class->set_property = dd_quick_entry_set_property;
  object_class->finalize = dd_quick_entry_finalize;
  widget_class->focus = dd_focus_move;
  widget_class->grab_focus = dd_quick_entry_grab_focus;

  /* Whether it can be sent away; a line that is part of a page cannot. */
  properties[PROP_CLOSABLE] =
    g_param_spec_boolean ("closable", NULL, NULL, TRUE,
                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  /**
   * DdQuickEntry::closed:
   *
   * It is not wanted any more.
   */
  signals[CLOSED] =
    g_signal_new ("closed", DD_TYPE_QUICK_ENTRY, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DdQuickEntry::created:
   * @task: the first of the tasks that were stored
   */
  signals[CREATED] =
    g_signal_new ("created", DD_TYPE_QUICK_ENTRY, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * DdQuickEntry::taken:
   * @draft: (type DdDraft) (transfer none): what was typed and corrected; its units are
   *   looked up
   */
  signals[TAKEN] =
    g_signal_new ("taken", DD_TYPE_QUICK_ENTRY, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (DD_TYPE_QUICK_CHIPS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/common/dd-quick-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, DdQuickEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, DdQuickEntry, accept_button);
  gtk_widget_class_bind_template_child (widget_class, DdQuickEntry, more_button);
  gtk_widget_class_bind_template_child (widget_class, DdQuickEntry, close_button);
  gtk_widget_class_bind_template_child (widget_class, DdQuickEntry, chips);
  gtk_widget_class_bind_template_child (widget_class, DdQuickEntry, hint);
  gtk_widget_class_bind_template_child (widget_class, DdQuickEntry, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, corrected_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "quick-entry.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "quick-entry.accept-and-show", NULL,
                                   accept_and_show_action);
  gtk_widget_class_install_action (widget_class, "quick-entry.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "quick-entry.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "quick-entry.restore", NULL, restore_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "quick-entry.accept-and-show", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "quick-entry.accept-and-show", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "quick-entry.more",
                                       NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dd_quick_entry_init (DdQuickEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quick-entry.accept", FALSE);
}

GtkWidget *
dd_quick_entry_new (void)
{
  return g_object_new (DD_TYPE_QUICK_ENTRY, NULL);
}

/**
 * dd_quick_entry_start:
 * @mode: whether it stores tasks, or gives what was typed to whoever asked
 *
 * To be called once, before it is shown.
 */
void
dd_quick_entry_start (DdQuickEntry     *self,
                      DdSession        *session,
                      DdQuickEntryMode  mode)
{
  const gboolean makes_tasks = mode == DD_QUICK_ENTRY_MAKES_TASKS;
  const char *example = _("Assign Unit A to lead, with Unit B, to review …, before 30/6");
  const char *label = makes_tasks ? _("New Task in One Line") : _("New Clause in One Line");

  g_return_if_fail (DD_IS_QUICK_ENTRY (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->mode = mode;
  self->line = dd_quick_line_new (dd_session_get_units (session));
  dd_quick_chips_start (self->chips, session, self->line);
  gtk_entry_set_placeholder_text (self->entry, example);
  dd_accessible_set_label (GTK_WIDGET (self->entry), label);
  gtk_button_set_label (self->accept_button, makes_tasks ? _("Create") : _("Add"));
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), makes_tasks);
  g_signal_connect_object (dd_session_get_units (session), "changed",
                           G_CALLBACK (units_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (colours_changed_cb), self, G_CONNECT_SWAPPED);
  show_line (self);
}

/**
 * dd_quick_entry_set_compact:
 * @compact: whether it is a part of something narrow: it cannot be closed, and the full form
 *   is left to its key
 */
void
dd_quick_entry_set_compact (DdQuickEntry *self,
                            gboolean      compact)
{
  g_return_if_fail (DD_IS_QUICK_ENTRY (self));

  gtk_widget_set_visible (GTK_WIDGET (self->close_button), !compact);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button),
                          !compact && self->mode == DD_QUICK_ENTRY_MAKES_TASKS);
  if (compact)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "quick-entry");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "quick-entry");
}

/**
 * dd_quick_entry_set_directive:
 * @directive: (nullable): a row of %DD_KIND_DIRECTIVE that the tasks come from; %NULL: none
 *
 * A line that was typed for another clause does not become a task of this one: it is cleared,
 * and can be brought back.
 */
void
dd_quick_entry_set_directive (DdQuickEntry *self,
                              const DdRow  *directive)
{
  DdRow *copy = directive != NULL ? dd_row_copy (directive) : NULL;
  gboolean is_another;

  g_return_if_fail (DD_IS_QUICK_ENTRY (self));

  is_another = self->directive != NULL &&
               (copy == NULL || dd_row_get_id (copy) != dd_row_get_id (self->directive));
  if (is_another && !dd_quick_entry_get_empty (self))
    {
      keep_lost (self, get_text (self));
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
    }
  g_clear_pointer (&self->directive, dd_row_free);
  self->directive = copy;
  dd_quick_entry_set_reference (self, copy != NULL ? dd_row_get_day (copy, DD_DIRECTIVE_DAY)
                                                   : DD_DAY_NONE);
}

/**
 * dd_quick_entry_set_reference:
 * @day: the day the lines speak from, such as that of a meeting, for years that they leave
 *   out; %DD_DAY_NONE: today
 */
void
dd_quick_entry_set_reference (DdQuickEntry *self,
                              DdDay         day)
{
  g_return_if_fail (DD_IS_QUICK_ENTRY (self));

  self->reference = day;
  if (self->line != NULL)
    read_now (self);
}

/**
 * dd_quick_entry_set_deadline:
 * @day: the deadline of lines that tell none; %DD_DAY_NONE: they have none
 */
void
dd_quick_entry_set_deadline (DdQuickEntry *self,
                             DdDay         day)
{
  g_return_if_fail (DD_IS_QUICK_ENTRY (self));
  g_return_if_fail (self->line != NULL);

  dd_quick_line_set_default_day (self->line, day);
  show_line (self);
}

/**
 * dd_quick_entry_get_empty:
 *
 * Returns: whether nothing is typed that could be lost
 */
gboolean
dd_quick_entry_get_empty (DdQuickEntry *self)
{
  const char *p;

  g_return_val_if_fail (DD_IS_QUICK_ENTRY (self), TRUE);

  for (p = get_text (self); *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}
