/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meeting-proposal"

#include "config.h"

#include "dd-meeting-proposal.h"

#include "dd-meeting-title.h"
#include "dd-reference-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is taken from the meeting before it, as long as nothing else was typed. */
static const guint taken[] = {
  DD_MEETING_PLACE, DD_MEETING_CHAIR, DD_MEETING_CHAIR_POST, DD_MEETING_SECRETARY,
};

/**
 * DdMeetingProposal:
 *
 * What stands in the fields as long as nothing else was typed there: number and title of
 * the next meeting of a series, and chair, secretary, place and sites of the last one.
 * The fields that it listens to share it.
 */
struct _DdMeetingProposal
{
  DdForm           *form;       /* lives longer than its fields, which hold this */
  DdSession        *session;
  DdReferenceEntry *body;
  GtkEditable      *title;
  GtkEditable      *series;
  GtkEditable      *number;
  GtkDropDown      *kind;
  GCancellable     *cancellable;
  GArray           *numbers;    /* that other meetings of the series have */
  char             *proposed_title;
  char             *proposed_series;
  char             *proposed_number;
  char             *proposed[G_N_ELEMENTS (taken)];
  char             *proposed_sites;
  gint64            own;        /* the meeting that is edited; 0: it is new */
};

static void
proposal_clear (gpointer data)
{
  DdMeetingProposal *self = data;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_object_unref (self->session);
  g_array_unref (self->numbers);
  g_free (self->proposed_title);
  g_free (self->proposed_series);
  g_free (self->proposed_number);
  g_free (self->proposed_sites);
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    g_free (self->proposed[i]);
}

static void
proposal_release (gpointer  data,
                  GClosure *closure)
{
  g_rc_box_release_full (data, proposal_clear);
}

/* Not over what the user typed. */
static void
propose (GtkEditable  *entry,
         char        **proposed,
         const char   *text)
{
  const char *typed = gtk_editable_get_text (entry);

  if (*typed != '\0' && g_strcmp0 (typed, *proposed) != 0)
    return;

  g_free (*proposed);
  *proposed = g_strdup (text);
  if (strcmp (typed, text) != 0)
    gtk_editable_set_text (entry, text);
}

static void
propose_title (DdMeetingProposal *self)
{
  const char *series = gtk_editable_get_text (self->series);
  guint64 number = g_ascii_strtoull (gtk_editable_get_text (self->number), NULL, 10);
  g_autofree char *title = NULL;

  if (self->own != 0 || *series == '\0' || number == 0 || number > G_MAXINT)
    return;

  title = dd_meeting_make_title (gtk_drop_down_get_selected (self->kind), (guint) number, series);
  propose (self->title, &self->proposed_title, title);
}

static void
propose_sites (DdMeetingProposal *self,
               const DdRow       *last)
{
  GtkWidget *widget = dd_form_get_widget (self->form, DD_MEETING_SITES);
  GtkTextBuffer *buffer;
  g_autofree char *typed = NULL;
  GtkTextIter start, end;

  if (!GTK_IS_TEXT_VIEW (widget) || !dd_row_is_set (last, DD_MEETING_SITES))
    return;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  typed = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (*typed != '\0' && g_strcmp0 (typed, self->proposed_sites) != 0)
    return;

  g_free (self->proposed_sites);
  self->proposed_sites = g_strdup (dd_row_get_text (last, DD_MEETING_SITES));
  gtk_text_buffer_set_text (buffer, self->proposed_sites, -1);
}

static void
propose_from (DdMeetingProposal *self,
              const DdRow       *last)
{
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      const char *text = dd_row_get_text (last, taken[i]);

      if (text != NULL)
        propose (GTK_EDITABLE (dd_form_get_widget (self->form, taken[i])), &self->proposed[i],
                 text);
    }
  propose_sites (self, last);
}

/* --- the meetings before it ----------------------------------------------- */

typedef struct
{
  DdMeetingProposal *proposal;
  GCancellable      *cancellable;
} Asking;

static void
take_meetings (DdMeetingProposal *self,
               GPtrArray         *meetings)
{
  const DdRow *latest = NULL;
  g_autofree char *text = NULL;
  gint64 last = 0;

  g_array_set_size (self->numbers, 0);
  for (guint i = 0; i < meetings->len; i++)
    {
      const DdRow *meeting = meetings->pdata[i];
      gint64 number = dd_row_get_number (meeting, DD_MEETING_NUMBER);

      if (dd_row_get_id (meeting) == self->own)
        continue;
      if (number > 0)
        g_array_append_val (self->numbers, number);
      last = MAX (last, number);
      if (latest == NULL ||
          dd_row_get_day (latest, DD_MEETING_DAY) <= dd_row_get_day (meeting, DD_MEETING_DAY))
        latest = meeting;
    }
  if (self->own != 0)
    return;

  text = g_strdup_printf ("%" G_GINT64_FORMAT, last + 1);
  propose (self->number, &self->proposed_number, text);
  propose_title (self);
  if (latest != NULL)
    propose_from (self, latest);
}

static void
series_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  Asking *asking = user_data;
  DdMeetingProposal *self = asking->proposal;
  g_autoptr (GCancellable) cancellable = asking->cancellable;
  g_autoptr (GPtrArray) meetings = dd_store_select_finish (DD_STORE (object), result, NULL);

  g_free (asking);
  /* Once it is cancelled the form may be gone. */
  if (meetings == NULL || g_cancellable_is_cancelled (cancellable))
    return;

  take_meetings (self, meetings);
}

static void
series_changed_cb (DdMeetingProposal *self)
{
  const char *series = gtk_editable_get_text (self->series);
  g_autoptr (DdQuery) query = NULL;
  Asking *asking;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (*series == '\0')
    {
      g_array_set_size (self->numbers, 0);
      return;
    }

  self->cancellable = g_cancellable_new ();
  query = dd_query_new (DD_KIND_MEETING);
  dd_query_set_text (query, DD_MEETING_SERIES, series);
  asking = g_new0 (Asking, 1);
  asking->proposal = self;
  asking->cancellable = g_object_ref (self->cancellable);
  dd_store_select_async (dd_session_get_store (self->session), query, self->cancellable,
                         series_read_cb, asking);
}

/* Mostly the series is that of the body. */
static void
body_changed_cb (DdMeetingProposal *self)
{
  const char *name = dd_reference_entry_get_name (self->body);

  if (self->own == 0 && name != NULL && dd_reference_entry_get_id (self->body) != 0)
    propose (self->series, &self->proposed_series, name);
}

/**
 * dd_meeting_proposal_attach:
 * @form: of a meeting
 * @own: the meeting that is edited, for which nothing is proposed; 0: it is new
 *
 * Lets the form propose the number after the last one of the series, a title made of
 * both, and what was so at the last meeting. What the user types is never changed.
 *
 * Returns: (transfer none): lives as long as the form's fields
 */
DdMeetingProposal *
dd_meeting_proposal_attach (DdForm    *form,
                            DdSession *session,
                            gint64     own)
{
  DdMeetingProposal *self = g_rc_box_new0 (DdMeetingProposal);

  self->form = form;
  self->session = g_object_ref (session);
  self->own = own;
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->body = DD_REFERENCE_ENTRY (dd_form_get_widget (form, DD_MEETING_BODY));
  self->title = GTK_EDITABLE (dd_form_get_widget (form, DD_MEETING_TITLE));
  self->series = GTK_EDITABLE (dd_form_get_widget (form, DD_MEETING_SERIES));
  self->number = GTK_EDITABLE (dd_form_get_widget (form, DD_MEETING_NUMBER));
  self->kind = GTK_DROP_DOWN (dd_form_get_widget (form, DD_MEETING_KIND));

  g_signal_connect_data (self->number, "changed", G_CALLBACK (propose_title),
                         g_rc_box_acquire (self), proposal_release, G_CONNECT_SWAPPED);
  g_signal_connect_data (self->kind, "notify::selected", G_CALLBACK (propose_title),
                         g_rc_box_acquire (self), proposal_release, G_CONNECT_SWAPPED);
  g_signal_connect_data (self->body, "changed", G_CALLBACK (body_changed_cb),
                         g_rc_box_acquire (self), proposal_release, G_CONNECT_SWAPPED);
  g_signal_connect_data (self->series, "changed", G_CALLBACK (series_changed_cb),
                         self, proposal_release, G_CONNECT_SWAPPED);
  series_changed_cb (self);

  return self;
}

/**
 * dd_meeting_proposal_is_number_free:
 *
 * Returns: whether no other meeting of the series has that number, as far as it is known
 */
gboolean
dd_meeting_proposal_is_number_free (DdMeetingProposal *self,
                                    gint64             number)
{
  for (guint i = 0; i < self->numbers->len; i++)
    if (g_array_index (self->numbers, gint64, i) == number)
      return FALSE;

  return TRUE;
}
