/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meetings-filters"

#include "config.h"

#include "dd-meetings-filters.h"

#include "dd-meeting.h"

#include <glib/gi18n-lib.h>

/**
 * DdMeetingsFilters:
 *
 * Which meetings are shown: by words, by their state, and by who meets.
 */
struct _DdMeetingsFilters
{
  DdFilterBar       parent_instance;

  GtkDropDown      *state;
  DdReferenceEntry *body;
};

G_DEFINE_FINAL_TYPE (DdMeetingsFilters, dd_meetings_filters, DD_TYPE_FILTER_BAR)

static void
dd_meetings_filters_class_init (DdMeetingsFiltersClass *klass)
{
}

static void
dd_meetings_filters_init (DdMeetingsFilters *self)
{
}

void
dd_meetings_filters_start (DdMeetingsFilters *self,
                           DdSession         *session)
{
  const DdField *field = &dd_record_type_get (DD_KIND_MEETING)->fields[DD_MEETING_STATE];
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  DdFilterBar *bar;

  g_return_if_fail (DD_IS_MEETINGS_FILTERS (self));

  bar = DD_FILTER_BAR (self);
  dd_filter_bar_start (bar, session);
  gtk_string_list_append (states, _("All states"));
  for (guint i = 0; i < field->n_choices; i++)
    gtk_string_list_append (states, dd_field_get_choice_label (field, i));
  self->state = dd_filter_bar_add_choices (bar, _("State"), states);
  self->body = dd_filter_bar_add_reference (bar, DD_KIND_UNIT, _("Body that meets"));
}

/**
 * dd_meetings_filters_fill:
 * @query: a query for meetings
 *
 * Puts the filters into the query.
 */
void
dd_meetings_filters_fill (DdMeetingsFilters *self,
                          DdQuery           *query)
{
  guint selected;
  gint64 body;

  g_return_if_fail (DD_IS_MEETINGS_FILTERS (self));

  selected = gtk_drop_down_get_selected (self->state);
  body = dd_reference_entry_get_id (self->body);
  dd_query_set_search (query, dd_filter_bar_get_search (DD_FILTER_BAR (self)));
  /* The first choice is all of them. */
  if (selected > 0)
    dd_query_set_choices (query, DD_MEETING_STATE, 1u << (selected - 1));
  if (body != 0)
    dd_query_set_reference (query, DD_MEETING_BODY, body);
}
