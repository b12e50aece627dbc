/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meeting-proposal"

#include "config.h"

#include "dd-meeting-proposal.h"

#include "dd-meeting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * Proposal:
 *
 * What stands in the fields for number and title as long as nothing else was
 * typed there. The fields that it listens to share it.
 */
typedef struct
{
  DdSession    *session;
  GtkEditable  *title;
  GtkEditable  *series;
  GtkEditable  *number;
  GtkDropDown  *kind;
  GCancellable *cancellable;
  char         *proposed_title;
  char         *proposed_number;
} Proposal;

static void
proposal_clear (gpointer data)
{
  Proposal *self = data;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_object_unref (self->session);
  g_free (self->proposed_title);
  g_free (self->proposed_number);
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

static char *
make_title (DdMeetingKind  kind,
            guint64        number,
            const char    *series)
{
  const char *pattern;

  switch (kind)
    {
    case DD_MEETING_KIND_CONFERENCE:
      /* Translators: a number, and what it counts: "Conference 3 of the task force". */
      pattern = _("Conference %lu of %s");
      break;
    case DD_MEETING_KIND_WORKING_SESSION:
      /* Translators: a number, and what it counts. */
      pattern = _("Working session %lu of %s");
      break;
    case DD_MEETING_KIND_MEETING:
      /* Translators: a number, and what it counts. */
      pattern = _("Meeting %lu of %s");
      break;
    case DD_MEETING_KIND_SESSION:
    default:
      /* Translators: a number, and what it counts. */
      pattern = _("Session %lu of %s");
      break;
    }

  return g_strdup_printf (pattern, (gulong) number, series);
}

static void
propose_title (Proposal *self)
{
  const char *series = gtk_editable_get_text (self->series);
  guint64 number = g_ascii_strtoull (gtk_editable_get_text (self->number), NULL, 10);
  g_autofree char *title = NULL;

  if (*series == '\0' || number == 0)
    return;

  title = make_title (gtk_drop_down_get_selected (self->kind), number, series);
  propose (self->title, &self->proposed_title, title);
}

typedef struct
{
  Proposal     *proposal;
  GCancellable *cancellable;
} Asking;

static void
series_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  Asking *asking = user_data;
  Proposal *self = asking->proposal;
  g_autoptr (GCancellable) cancellable = asking->cancellable;
  g_autoptr (GPtrArray) meetings = dd_store_select_finish (DD_STORE (object), result, NULL);
  g_autofree char *text = NULL;
  gint64 last = 0;

  g_free (asking);
  /* Once it is cancelled the form may be gone. */
  if (meetings == NULL || g_cancellable_is_cancelled (cancellable))
    return;

  for (guint i = 0; i < meetings->len; i++)
    last = MAX (last, dd_row_get_number (meetings->pdata[i], DD_MEETING_NUMBER));
  text = g_strdup_printf ("%" G_GINT64_FORMAT, last + 1);
  propose (self->number, &self->proposed_number, text);
  propose_title (self);
}

static void
series_changed_cb (Proposal *self)
{
  const char *series = gtk_editable_get_text (self->series);
  g_autoptr (DdQuery) query = NULL;
  Asking *asking;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (*series == '\0')
    return;

  self->cancellable = g_cancellable_new ();
  query = dd_query_new (DD_KIND_MEETING);
  dd_query_set_text (query, DD_MEETING_SERIES, series);
  asking = g_new0 (Asking, 1);
  asking->proposal = self;
  asking->cancellable = g_object_ref (self->cancellable);
  dd_store_select_async (dd_session_get_store (self->session), query, self->cancellable,
                         series_read_cb, asking);
}

/**
 * dd_meeting_proposal_attach:
 * @form: of a new meeting
 *
 * Lets the form propose the number after the last one of the series, and a title
 * made of both. What the user types is never changed.
 */
void
dd_meeting_proposal_attach (DdForm    *form,
                            DdSession *session)
{
  Proposal *self = g_rc_box_new0 (Proposal);

  self->session = g_object_ref (session);
  self->title = GTK_EDITABLE (dd_form_get_widget (form, DD_MEETING_TITLE));
  self->series = GTK_EDITABLE (dd_form_get_widget (form, DD_MEETING_SERIES));
  self->number = GTK_EDITABLE (dd_form_get_widget (form, DD_MEETING_NUMBER));
  self->kind = GTK_DROP_DOWN (dd_form_get_widget (form, DD_MEETING_KIND));

  g_signal_connect_data (self->number, "changed", G_CALLBACK (propose_title),
                         g_rc_box_acquire (self), proposal_release, G_CONNECT_SWAPPED);
  g_signal_connect_data (self->kind, "notify::selected", G_CALLBACK (propose_title),
                         g_rc_box_acquire (self), proposal_release, G_CONNECT_SWAPPED);
  g_signal_connect_data (self->series, "changed", G_CALLBACK (series_changed_cb),
                         self, proposal_release, G_CONNECT_SWAPPED);
}
