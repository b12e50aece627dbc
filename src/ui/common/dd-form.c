/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-form"

#include "config.h"

#include "dd-form.h"

#include "dd-confirm.h"
#include "dd-error-dialog.h"
#include "dd-form-base.h"
#include "dd-form-lines.h"
#include "dd-reference-entry.h"

#include <glib/gi18n-lib.h>

/**
 * DdForm:
 *
 * A window that asks for a record, made from the fields of its kind.
 *
 * It works on a copy. Each value is judged where it stands; the record is
 * stored when all of them hold, and the window closes when it is stored. What
 * was entered is kept whatever goes wrong, and is not thrown away unasked.
 */
struct _DdForm
{
  AdwWindow       parent_instance;

  /* Template children */
  AdwWindowTitle *title;
  GtkButton      *save_button;
  GtkLabel       *note;
  GtkRevealer    *fault_revealer;
  GtkLabel       *fault_label;
  GtkBox         *box;

  DdSession      *session;
  DdRow          *row;
  DdRow          *opened;       /* the row at first, once others have changed the record */
  DdFormLines     lines;
  gboolean        changed;
  gboolean        saving;
  GtkWidget      *focus;        /* where the typing was when saving began */
  char           *message;

  DdFormCheck     check;
  gpointer        check_data;
  DdFormFill      fill;
  gpointer        fill_data;
  GDestroyNotify  fill_data_free;
  DdFormMake      make;
  gpointer        make_data;
  DdRow          *base;         /* another record that is changed; see dd_form_set_base() */
  DdFormRebase    rebase;
  gpointer        rebase_data;
  int             exists_field;
  char           *exists_sentence;
};

G_DEFINE_FINAL_TYPE (DdForm, dd_form, ADW_TYPE_WINDOW)

enum { SAVED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
line_changed_cb (DdForm *self)
{
  self->changed = TRUE;
  gtk_revealer_set_reveal_child (self->fault_revealer, FALSE);
}

static void
add_line (DdForm           *self,
          GtkWidget        *line,
          DdFormFieldFlags  flags)
{
  g_signal_connect_object (line, "changed", G_CALLBACK (line_changed_cb), self, G_CONNECT_SWAPPED);
  dd_form_lines_add (&self->lines, DD_FORM_LINE (line), flags);
}

static DdFormLine *
find_line (DdForm *self,
           guint   field)
{
  return dd_form_lines_find (&self->lines, field);
}

/* --- saving --------------------------------------------------------------- */

static void
show_general_fault (DdForm     *self,
                    const char *sentence)
{
  gtk_label_set_text (self->fault_label, sentence);
  gtk_revealer_set_reveal_child (self->fault_revealer, TRUE);
}

/* An entry that is switched off while it is typed in never hears that it is not
 * any more: the focus leaves first, and comes back. */
static void
set_saving (DdForm   *self,
            gboolean  saving)
{
  self->saving = saving;
  if (saving)
    {
      g_set_object (&self->focus, gtk_window_get_focus (GTK_WINDOW (self)));
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->box), !saving);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), !saving);
  if (!saving && self->focus != NULL)
    {
      gtk_widget_grab_focus (self->focus);
      g_clear_object (&self->focus);
    }
}

/* The form goes on from what the record says now: whoever saves again knows of it. */
static void
take_base (DdForm      *self,
           const DdRow *now)
{
  if (self->base != NULL)
    {
      self->rebase (now, self->rebase_data);
      dd_row_free (self->base);
      self->base = dd_row_copy (now);
      return;
    }

  if (self->opened == NULL)
    self->opened = g_steal_pointer (&self->row);
  dd_row_free (self->row);
  self->row = dd_row_copy (now);
}

static void
base_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DdForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) record = dd_store_fetch_finish (DD_STORE (object), result, &error);
  g_autofree char *sentence = NULL;

  set_saving (self, FALSE);
  if (record != NULL)
    {
      const DdRow *now = dd_record_get_row (record);

      sentence = dd_form_base_describe (self->base != NULL ? self->base : self->row, now);
      take_base (self, now);
      /* Then it is another record of the change. */
      if (sentence == NULL)
        error = g_error_new_literal (DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT, "conflict");
    }
  if (sentence == NULL)
    sentence = dd_store_error_to_text (error, NULL);
  show_general_fault (self, sentence);
}

/* Returns FALSE if the form made a record: there is nothing that others could have changed. */
static gboolean
read_base (DdForm *self)
{
  const DdRow *base = self->base != NULL ? self->base : self->row;

  if (dd_row_get_id (base) == 0)
    return FALSE;

  dd_store_fetch_async (dd_session_get_store (self->session), dd_row_get_kind (base),
                        dd_row_get_id (base), NULL, base_read_cb, g_object_ref (self));

  return TRUE;
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (DdForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = dd_store_write_finish (DD_STORE (object), result, &error);

  if (g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT) && read_base (self))
    return;

  set_saving (self, FALSE);
  if (written == NULL)
    {
      g_autofree char *sentence = dd_store_error_to_text (error, NULL);

      if (self->exists_sentence != NULL &&
          g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_EXISTS))
        dd_form_show_fault (self, self->exists_field, self->exists_sentence);
      else
        show_general_fault (self, sentence);
      return;
    }

  self->changed = FALSE;
  if (self->message != NULL && dd_change_get_action (written) != 0)
    dd_session_tell (self->session, self->message, dd_change_get_action (written));
  g_signal_emit (self, signals[SAVED], 0, written);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
check_whole (DdForm      *self,
             const DdRow *row)
{
  g_autoptr (GError) error = NULL;
  int field = -1;

  if (self->check == NULL || self->check (row, &field, self->check_data, &error))
    return TRUE;

  dd_form_show_fault (self, field, error->message);

  return FALSE;
}

static void
save (DdForm *self)
{
  g_autoptr (DdChange) change = NULL;
  g_autoptr (DdRow) row = NULL;

  if (self->saving)
    return;

  change = dd_session_change (self->session, NULL);
  row = dd_row_copy (self->row);
  gtk_revealer_set_reveal_child (self->fault_revealer, FALSE);
  if (!dd_form_lines_read (&self->lines, row, change, self->make, self->make_data))
    return;
  if (self->opened != NULL)
    dd_form_base_merge (row, self->opened, self->row);
  if (!check_whole (self, row))
    return;

  if (self->fill != NULL)
    self->fill (change, g_steal_pointer (&row), self->fill_data);
  else if (dd_row_get_id (row) == 0)
    dd_change_insert (change, g_steal_pointer (&row));
  else
    dd_change_update (change, g_steal_pointer (&row));

  set_saving (self, TRUE);
  dd_store_write_async (dd_session_get_store (self->session), g_steal_pointer (&change), NULL,
                        saved_cb, g_object_ref (self));
}

static void
discard_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DdForm) self = user_data;

  if (dd_confirm_finish (result, NULL))
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
dd_form_close_request (GtkWindow *window)
{
  DdForm *self = DD_FORM (window);

  if (self->saving)
    return TRUE;
  if (!self->changed)
    return GTK_WINDOW_CLASS (dd_form_parent_class)->close_request (window);

  dd_confirm_async (window, DD_CONFIRM_DESTRUCTIVE, _("Discard What Was Entered?"),
                    _("It has not been saved."), _("_Discard"), NULL, discard_cb,
                    g_object_ref (self));

  return TRUE;
}

/* The typing begins in the first field: Return there must not mean “Cancel”. */
static void
dd_form_show (GtkWidget *widget)
{
  dd_form_lines_enter (&DD_FORM (widget)->lines);

  GTK_WIDGET_CLASS (dd_form_parent_class)->show (widget);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  save (DD_FORM (widget));
}

static void
dd_form_dispose (GObject *object)
{
  DdForm *self = DD_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_FORM);
  g_clear_object (&self->focus);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_form_parent_class)->dispose (object);
}

static void
dd_form_finalize (GObject *object)
{
  DdForm *self = DD_FORM (object);

  dd_form_lines_clear (&self->lines);
  g_clear_pointer (&self->row, dd_row_free);
  g_clear_pointer (&self->opened, dd_row_free);
  g_clear_pointer (&self->base, dd_row_free);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->exists_sentence, g_free);
  if (self->fill_data_free != NULL)
    self->fill_data_free (self->fill_data);

  G_OBJECT_CLASS (dd_form_parent_class)->finalize (object);
}

static void
dd_form_class_init (DdFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dd_form_dispose;
  object_class->finalize = dd_form_finalize;
  widget_class->show = dd_form_show;
  GTK_WINDOW_CLASS (klass)->close_request = dd_form_close_request;

  /**
   * DdForm::saved:
   * @change: the change, which knows the ids of what it inserted
   */
  signals[SAVED] =
    g_signal_new ("saved", DD_TYPE_FORM, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/dondoc/ui/common/dd-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DdForm, title);
  gtk_widget_class_bind_template_child (widget_class, DdForm, save_button);
  gtk_widget_class_bind_template_child (widget_class, DdForm, note);
  gtk_widget_class_bind_template_child (widget_class, DdForm, fault_revealer);
  gtk_widget_class_bind_template_child (widget_class, DdForm, fault_label);
  gtk_widget_class_bind_template_child (widget_class, DdForm, box);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dd_form_init (DdForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dd_form_lines_init (&self->lines, self->box);
}

/**
 * dd_form_new:
 * @parent: the window that waits
 * @title: what the form is for, translated
 * @row: the record to change, or a new one with what is known of it
 * @fields: which fields are asked for, in which order
 *
 * Returns: (transfer none): a form to be set up and presented; it lives until it is closed
 */
DdForm *
dd_form_new (DdSession         *session,
             GtkWindow         *parent,
             const char        *title,
             const DdRow       *row,
             const DdFormField *fields,
             guint              n_fields)
{
  DdForm *self = g_object_new (DD_TYPE_FORM, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->row = dd_row_copy (row);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  dd_form_add_fields (self, fields, n_fields);

  return self;
}

/**
 * dd_form_set_check:
 * @check: what else must be true of the record before it is stored
 */
void
dd_form_set_check (DdForm      *self,
                   DdFormCheck  check,
                   gpointer     user_data)
{
  self->check = check;
  self->check_data = user_data;
}

/**
 * dd_form_set_fill:
 * @fill: what storing the record means; without it the record is inserted or updated
 */
void
dd_form_set_fill (DdForm         *self,
                  DdFormFill      fill,
                  gpointer        user_data,
                  GDestroyNotify  user_data_free)
{
  self->fill = fill;
  self->fill_data = user_data;
  self->fill_data_free = user_data_free;
}

/**
 * dd_form_set_base:
 * @base: the record that @fill changes, if it is not the one that is entered
 * @rebase: takes what it says now, if others have changed it meanwhile
 * @user_data: has to live as long as the form
 */
void
dd_form_set_base (DdForm       *self,
                  const DdRow  *base,
                  DdFormRebase  rebase,
                  gpointer      user_data)
{
  g_clear_pointer (&self->base, dd_row_free);
  self->base = dd_row_copy (base);
  self->rebase = rebase;
  self->rebase_data = user_data;
}

/**
 * dd_form_set_make:
 * @make: makes the record of a name that was typed; %NULL from it: as without it
 * @user_data: has to live as long as the form
 */
void
dd_form_set_make (DdForm     *self,
                  DdFormMake  make,
                  gpointer    user_data)
{
  self->make = make;
  self->make_data = user_data;
}

/**
 * dd_form_set_exists_fault:
 * @field: the field to blame, or -1
 * @sentence: what to say if there is such a record already
 */
void
dd_form_set_exists_fault (DdForm     *self,
                          int         field,
                          const char *sentence)
{
  char *copy = g_strdup (sentence);

  g_free (self->exists_sentence);
  self->exists_sentence = copy;
  self->exists_field = field;
}

/**
 * dd_form_set_verb:
 * @verb: what the button says, with its mnemonic, instead of "Save"
 */
void
dd_form_set_verb (DdForm     *self,
                  const char *verb)
{
  gtk_button_set_label (self->save_button, verb);
}

/**
 * dd_form_set_message:
 * @message: the toast once it is stored
 */
void
dd_form_set_message (DdForm     *self,
                     const char *message)
{
  char *copy = g_strdup (message);

  g_free (self->message);
  self->message = copy;
}

/**
 * dd_form_set_note:
 * @note: what stands above the fields; plain text
 */
void
dd_form_set_note (DdForm     *self,
                  const char *note)
{
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

/**
 * dd_form_add_fields:
 *
 * Asks for more fields, below what is there.
 */
void
dd_form_add_fields (DdForm            *self,
                    const DdFormField *fields,
                    guint              n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    add_line (self, dd_form_line_new (self->session, &fields[i], self->row), fields[i].flags);
}

/**
 * dd_form_add_heading:
 * @heading: what the fields below it are about, translated
 */
void
dd_form_add_heading (DdForm     *self,
                     const char *heading)
{
  dd_form_lines_add_heading (&self->lines, heading);
}

/**
 * dd_form_add_widget:
 * @widget: something that is not a field of the record; its signal "changed",
 *   if it has one, tells that something was entered
 */
void
dd_form_add_widget (DdForm     *self,
                    const char *label,
                    GtkWidget  *widget)
{
  add_line (self, dd_form_line_new_with_widget (label, widget), DD_FORM_PLAIN);
}

/**
 * dd_form_get_widget:
 *
 * Returns: (transfer none) (nullable): the widget that a field is entered in
 */
GtkWidget *
dd_form_get_widget (DdForm *self,
                    guint   field)
{
  DdFormLine *line = find_line (self, field);

  return line != NULL ? dd_form_line_get_widget (line) : NULL;
}

/**
 * dd_form_set_reference_name:
 * @name: what the record is called that this one refers to
 */
void
dd_form_set_reference_name (DdForm     *self,
                            guint       field,
                            const char *name)
{
  GtkWidget *widget = dd_form_get_widget (self, field);

  dd_reference_entry_set_id (DD_REFERENCE_ENTRY (widget), dd_row_get_reference (self->row, field),
                             name);
  self->changed = FALSE;
}

/**
 * dd_form_set_shown:
 * @shown: whether the field is asked for now; its value stays
 */
void
dd_form_set_shown (DdForm   *self,
                   guint     field,
                   gboolean  shown)
{
  DdFormLine *line = find_line (self, field);
  GtkWidget *around, *other;

  g_return_if_fail (line != NULL);

  gtk_widget_set_visible (GTK_WIDGET (line), shown);

  /* Two fields that share a line leave no gap when both are hidden. */
  around = gtk_widget_get_parent (GTK_WIDGET (line));
  if (around == GTK_WIDGET (self->box))
    return;
  for (other = gtk_widget_get_first_child (around);
       other != NULL && !gtk_widget_get_visible (other);
       other = gtk_widget_get_next_sibling (other))
    ;
  gtk_widget_set_visible (around, other != NULL);
}

/**
 * dd_form_set_hint:
 * @sentence: (nullable): what the user should know of what stands in the field now,
 *   although nothing is wrong with it
 */
void
dd_form_set_hint (DdForm     *self,
                  guint       field,
                  const char *sentence)
{
  DdFormLine *line = find_line (self, field);

  g_return_if_fail (line != NULL);

  dd_form_line_set_hint (line, sentence);
}

/**
 * dd_form_show_fault:
 * @field: the field to blame, or -1: it stands above all of them
 */
void
dd_form_show_fault (DdForm     *self,
                    int         field,
                    const char *sentence)
{
  DdFormLine *line = field >= 0 ? find_line (self, (guint) field) : NULL;

  if (line == NULL)
    {
      show_general_fault (self, sentence);
      return;
    }

  dd_form_line_set_fault (line, sentence);
  gtk_widget_grab_focus (GTK_WIDGET (line));
}
