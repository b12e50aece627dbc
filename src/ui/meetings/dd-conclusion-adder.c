/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-conclusion-adder"

#include "config.h"

#include "dd-conclusion-adder.h"

#include "dd-conclusion-clipboard.h"
#include "dd-conclusion-encoding.h"
#include "dd-conclusion-filters.h"
#include "dd-confirm.h"
#include "dd-document.h"
#include "dd-error-dialog.h"
#include "dd-file-chooser.h"
#include "dd-meeting.h"
#include "dd-paste-window.h"

#include <glib/gi18n-lib.h>

/**
 * DdConclusionAdder:
 *
 * Gets a text from a file, from the clipboard or by hand, and has it read. It
 * is a bar that appears when the reading takes long enough to be noticed, and
 * tells by "read" what came of it.
 */
struct _DdConclusionAdder
{
  GtkWidget     parent_instance;

  GtkRevealer  *revealer;
  GtkSpinner   *spinner;
  GtkLabel     *label;

  DdSession    *session;
  GCancellable *cancellable;    /* of the reading that is on; NULL: none is */
  guint         show_source;
};

G_DEFINE_FINAL_TYPE (DdConclusionAdder, dd_conclusion_adder, GTK_TYPE_WIDGET)

enum { READ, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Most texts are read before anybody could see a bar. */
#define SHOW_AFTER_MS 300

/* One text on its way. */
typedef struct
{
  DdConclusionAdder *adder;
  char              *path;
  DdTextFile        *file;              /* what was pasted, or read before */
  gboolean           settled;           /* the user said how it is written */
  DdDay              reference;
  gint64             meeting;           /* 0: not known before */
  DdRow             *meeting_row;
  DdReview          *again;             /* of the same text, which is read once more */
  DdConclusion      *conclusion;
} Adding;

static void
adding_free (Adding *adding)
{
  g_object_unref (adding->adder);
  g_free (adding->path);
  dd_text_file_free (adding->file);
  g_clear_pointer (&adding->meeting_row, dd_row_free);
  g_clear_object (&adding->again);
  g_clear_pointer (&adding->conclusion, dd_conclusion_free);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

static Adding *
adding_new (DdConclusionAdder *self,
            gint64             meeting)
{
  Adding *adding = g_new0 (Adding, 1);

  adding->adder = g_object_ref (self);
  adding->meeting = meeting;

  return adding;
}

static GtkWindow *
get_window (DdConclusionAdder *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* --- the bar -------------------------------------------------------------- */

static gboolean
show_cb (gpointer user_data)
{
  DdConclusionAdder *self = user_data;

  self->show_source = 0;
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  gtk_spinner_start (self->spinner);

  return G_SOURCE_REMOVE;
}

static void
set_busy (DdConclusionAdder *self,
          gboolean           busy)
{
  g_clear_handle_id (&self->show_source, g_source_remove);
  if (busy)
    {
      self->cancellable = g_cancellable_new ();
      self->show_source = g_timeout_add (SHOW_AFTER_MS, show_cb, self);
      return;
    }

  g_clear_object (&self->cancellable);
  if (self->revealer == NULL)
    return;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_spinner_stop (self->spinner);
}

static void
cancel_clicked_cb (DdConclusionAdder *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* --- reading -------------------------------------------------------------- */

static void start_reading (Adding     *adding,
                           const char *name);

/* What was done to the text, or could not be, that nobody has seen yet. */
static void
tell_about_file (DdConclusionAdder *self,
                 const DdTextFile  *file)
{
  const char *encoding = dd_old_encoding_get_name (file->encoding);

  if (encoding != NULL && file->unconverted == NULL)
    {
      /* Translators: %s is the name of an encoding: "TCVN3 (ABC)". */
      g_autofree char *text =
        g_strdup_printf (_("Parts in fonts of %s were converted to Unicode"), encoding);

      dd_session_tell (self->session, text, 0);
    }
  if (file->remark != NULL)
    dd_session_tell (self->session, file->remark, 0);
}

static void
finish (Adding *adding)
{
  DdConclusion *conclusion = adding->conclusion;
  g_autoptr (DdReview) review = NULL;

  if (adding->again != NULL)
    dd_row_set_day (conclusion->reading->document, DD_DOCUMENT_DAY, adding->reference);
  else
    tell_about_file (adding->adder, conclusion->file);
  review = dd_review_new (g_steal_pointer (&adding->conclusion), adding->meeting_row);
  g_signal_emit (adding->adder, signals[READ], 0, review);
}

static void
take_again_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Adding) adding = user_data;

  if (dd_confirm_finish (result, NULL) && adding->adder->session != NULL)
    finish (adding);
}

/* The same text twice would make every task twice. */
static void
ask_whether_again (Adding *adding)
{
  g_autofree char *body = dd_conclusion_describe_taken (adding->conclusion);

  dd_confirm_async (get_window (adding->adder), DD_CONFIRM_PLAIN,
                    _("This Document Was Taken Before"), body, _("_Take Again"), NULL,
                    take_again_cb, adding);
}

/* Goes on with what was read. */
static void
take_conclusion (Adding *adding)
{
  if (adding->conclusion->taken_before->len > 0 && adding->again == NULL)
    {
      ask_whether_again (adding);
      return;
    }

  finish (adding);
  adding_free (adding);
}

static void
encoding_chosen_cb (Adding *asked,
                    int     encoding)
{
  Adding *adding = adding_new (asked->adder, asked->meeting);
  DdTextFile *file;

  adding->reference = asked->reference;
  adding->meeting_row = g_steal_pointer (&asked->meeting_row);
  adding->conclusion = g_steal_pointer (&asked->conclusion);
  adding->settled = TRUE;
  file = adding->conclusion->file;
  if (adding->adder->session == NULL)
    {
      adding_free (adding);
    }
  else if (file->encoding == (DdOldEncoding) encoding)
    {
      take_conclusion (adding);
    }
  else
    {
      adding->file = dd_text_file_copy (file);
      dd_text_file_set_encoding (adding->file, (DdOldEncoding) encoding);
      g_clear_pointer (&adding->conclusion, dd_conclusion_free);
      start_reading (adding, adding->file->name);
    }
}

static void
adding_closure_free (gpointer  data,
                     GClosure *closure)
{
  adding_free (data);
}

/* Nobody but the user knows for sure. */
static void
ask_for_encoding (Adding *adding)
{
  DdConclusionEncoding *window = dd_conclusion_encoding_new (get_window (adding->adder),
                                                             adding->conclusion->file);

  g_signal_connect_data (window, "chosen", G_CALLBACK (encoding_chosen_cb), adding,
                         adding_closure_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Adding) adding = user_data;
  g_autoptr (GError) error = NULL;

  adding->conclusion = dd_conclusion_read_finish (DD_STORE (object), result, &error);
  set_busy (adding->adder, FALSE);
  if (adding->adder->session == NULL)
    return;

  if (adding->conclusion == NULL)
    dd_error_dialog_show (GTK_WIDGET (adding->adder), error);
  else if (adding->conclusion->file->encoding != DD_OLD_ENCODING_NONE &&
           adding->conclusion->file->unconverted != NULL && !adding->settled)
    ask_for_encoding (g_steal_pointer (&adding));
  else
    take_conclusion (g_steal_pointer (&adding));
}

static void
read_text (Adding *adding)
{
  DdConclusionAdder *self = adding->adder;

  dd_conclusion_read_async (dd_session_get_store (self->session), adding->path,
                            g_steal_pointer (&adding->file), adding->reference,
                            self->cancellable, read_cb, adding);
}

static void
meeting_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Adding) adding = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) meeting = dd_store_fetch_finish (DD_STORE (object), result, &error);

  if (adding->adder->session == NULL)
    return;
  if (meeting == NULL)
    {
      set_busy (adding->adder, FALSE);
      dd_error_dialog_show (GTK_WIDGET (adding->adder), error);
      return;
    }

  adding->meeting_row = dd_row_copy (dd_record_get_row (meeting));
  if (adding->reference == DD_DAY_NONE)
    adding->reference = dd_row_get_day (adding->meeting_row, DD_MEETING_DAY);
  read_text (g_steal_pointer (&adding));
}

/* @adding goes with it. The meeting comes first: a text that does not say when
 * it was written speaks from the day of its meeting. */
static void
start_reading (Adding     *adding,
               const char *name)
{
  DdConclusionAdder *self = adding->adder;
  /* Translators: %s is the name of a file. */
  g_autofree char *text = name != NULL ? g_strdup_printf (_("Reading “%s”…"), name)
                                       : g_strdup (_("Reading the text…"));

  if (self->session == NULL || self->cancellable != NULL)
    {
      adding_free (adding);
      return;
    }

  gtk_label_set_text (self->label, text);
  set_busy (self, TRUE);
  if (adding->meeting == 0)
    read_text (adding);
  else
    dd_store_fetch_async (dd_session_get_store (self->session), DD_KIND_MEETING, adding->meeting,
                          self->cancellable, meeting_read_cb, adding);
}

/* --- where it comes from -------------------------------------------------- */

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Adding) adding = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = dd_file_chooser_finish (result, &error);

  if (file != NULL)
    dd_conclusion_adder_take_file (adding->adder, file, adding->meeting);
}

static void
take_text (DdConclusionAdder *self,
           const char        *text,
           gint64             meeting)
{
  g_autoptr (GError) error = NULL;
  DdTextFile *file = dd_text_file_new_pasted (text, &error);
  Adding *adding;

  if (file == NULL)
    {
      dd_error_dialog_show (GTK_WIDGET (self), error);
      return;
    }

  adding = adding_new (self, meeting);
  adding->file = file;
  start_reading (adding, NULL);
}

static void
pasted_cb (Adding     *adding,
           const char *text)
{
  take_text (adding->adder, text, adding->meeting);
}

static void
dropped_cb (Adding *adding,
            GFile  *file)
{
  dd_conclusion_adder_take_file (adding->adder, file, adding->meeting);
}

static void
clipboard_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (DdConclusionAdder) self = user_data;
  g_autofree char *text = dd_conclusion_clipboard_read_finish (GDK_CLIPBOARD (object), result);

  if (self->session == NULL)
    return;

  if (text != NULL && *text != '\0')
    take_text (self, text, 0);
  else
    dd_session_tell (self->session, _("The clipboard holds no text"), 0);
}

/* --- the object ----------------------------------------------------------- */

static void
dd_conclusion_adder_dispose (GObject *object)
{
  DdConclusionAdder *self = DD_CONCLUSION_ADDER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->show_source, g_source_remove);
  if (self->revealer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->revealer));
  self->revealer = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_conclusion_adder_parent_class)->dispose (object);
}

static void
dd_conclusion_adder_finalize (GObject *object)
{
  g_clear_object (&DD_CONCLUSION_ADDER (object)->cancellable);

  G_OBJECT_CLASS (dd_conclusion_adder_parent_class)->finalize (object);
}

static void
dd_conclusion_adder_class_init (DdConclusionAdderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_conclusion_adder_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_conclusion_adder_finalize;

  /* A text was read, and its review can begin. */
  signals[READ] =
    g_signal_new ("read", DD_TYPE_CONCLUSION_ADDER, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, DD_TYPE_REVIEW);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
dd_conclusion_adder_init (DdConclusionAdder *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (cancel_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (bar, "filter-bar");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (bar), cancel);
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->revealer, bar);
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
}

void
dd_conclusion_adder_start (DdConclusionAdder *self,
                           DdSession         *session)
{
  g_return_if_fail (DD_IS_CONCLUSION_ADDER (self));

  self->session = g_object_ref (session);
}

gboolean
dd_conclusion_adder_get_busy (DdConclusionAdder *self)
{
  g_return_val_if_fail (DD_IS_CONCLUSION_ADDER (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * dd_conclusion_adder_choose:
 * @meeting: the meeting that the document concludes; 0: not known before
 *
 * Lets the user choose a file.
 */
void
dd_conclusion_adder_choose (DdConclusionAdder *self,
                            gint64             meeting)
{
  g_autoptr (GListModel) filters = dd_conclusion_filters_new ();

  g_return_if_fail (DD_IS_CONCLUSION_ADDER (self));

  dd_file_chooser_open_async (get_window (self), _("Open a Conclusion"), filters, NULL,
                              file_chosen_cb, adding_new (self, meeting));
}

/**
 * dd_conclusion_adder_paste:
 *
 * Lets the user paste a text and look at it before it is read.
 */
void
dd_conclusion_adder_paste (DdConclusionAdder *self,
                           gint64             meeting)
{
  DdPasteWindow *window;

  g_return_if_fail (DD_IS_CONCLUSION_ADDER (self));

  window = dd_paste_window_new (get_window (self));
  g_signal_connect_data (window, "taken", G_CALLBACK (pasted_cb), adding_new (self, meeting),
                         adding_closure_free, G_CONNECT_SWAPPED);
  g_signal_connect_data (window, "dropped", G_CALLBACK (dropped_cb), adding_new (self, meeting),
                         adding_closure_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * dd_conclusion_adder_take_clipboard:
 *
 * Reads what the clipboard holds.
 */
void
dd_conclusion_adder_take_clipboard (DdConclusionAdder *self)
{
  g_return_if_fail (DD_IS_CONCLUSION_ADDER (self));

  dd_conclusion_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL,
                                      clipboard_read_cb, g_object_ref (self));
}

/**
 * dd_conclusion_adder_take_file:
 *
 * Reads a file.
 */
void
dd_conclusion_adder_take_file (DdConclusionAdder *self,
                               GFile             *file,
                               gint64             meeting)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = NULL;
  Adding *adding;

  g_return_if_fail (DD_IS_CONCLUSION_ADDER (self));

  if (path == NULL)
    {
      dd_confirm_async (get_window (self), DD_CONFIRM_TELL, _("That Did Not Work"),
                        _("The file is not on this computer. Copy it here, then open the copy."),
                        _("_OK"), NULL, NULL, NULL);
      return;
    }

  name = g_filename_display_basename (path);
  adding = adding_new (self, meeting);
  adding->path = g_steal_pointer (&path);
  start_reading (adding, name);
}

/**
 * dd_conclusion_adder_read_again:
 * @review: of the same text
 * @reference: the day that the text speaks from
 */
void
dd_conclusion_adder_read_again (DdConclusionAdder *self,
                                DdReview          *review,
                                DdDay              reference)
{
  const DdConclusion *conclusion = dd_review_get_conclusion (review);
  Adding *adding;

  g_return_if_fail (DD_IS_CONCLUSION_ADDER (self));

  adding = adding_new (self, 0);
  adding->file = dd_text_file_copy (conclusion->file);
  adding->settled = TRUE;
  adding->reference = reference;
  adding->again = g_object_ref (review);
  start_reading (adding, conclusion->file->name);
}
