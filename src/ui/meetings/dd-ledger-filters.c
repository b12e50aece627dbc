/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-ledger-filters"

#include "config.h"

#include "dd-ledger-filters.h"

#include "dd-coverage.h"
#include "dd-directive.h"

#include <glib/gi18n-lib.h>

/**
 * DdLedgerFilters:
 *
 * Which clauses are shown: by words, by what has become of them, by whose they
 * are, and by where they come from.
 */
struct _DdLedgerFilters
{
  DdFilterBar       parent_instance;

  GtkDropDown      *coverage;
  GtkDropDown      *whose;
  DdReferenceEntry *meeting;
  DdReferenceEntry *document;
};

enum { CHOICE_ALL, CHOICE_IN_FORCE, CHOICE_FIRST_COVERAGE };
enum { WHOSE_ALL, WHOSE_MINE };

G_DEFINE_FINAL_TYPE (DdLedgerFilters, dd_ledger_filters, DD_TYPE_FILTER_BAR)

static void
dd_ledger_filters_class_init (DdLedgerFiltersClass *klass)
{
}

static void
dd_ledger_filters_init (DdLedgerFilters *self)
{
}

void
dd_ledger_filters_start (DdLedgerFilters *self,
                         DdSession       *session)
{
  g_autoptr (GtkStringList) coverages = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) whose = gtk_string_list_new (NULL);
  DdFilterBar *bar;

  g_return_if_fail (DD_IS_LEDGER_FILTERS (self));

  bar = DD_FILTER_BAR (self);
  dd_filter_bar_start (bar, session);
  gtk_string_list_append (coverages, _("All clauses"));
  gtk_string_list_append (coverages, _("Still in force"));
  for (guint i = 0; i < DD_N_COVERAGES; i++)
    gtk_string_list_append (coverages, dd_coverage_get_label (i));
  self->coverage = dd_filter_bar_add_choices (bar, _("What has become of it"), coverages);
  gtk_string_list_append (whose, _("Everybody’s"));
  gtk_string_list_append (whose, _("Mine"));
  self->whose = dd_filter_bar_add_choices (bar, _("Whose they are"), whose);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->whose),
                               _("Mine are those that I took down, or with a task whose officer "
                                 "I am"));
  self->meeting = dd_filter_bar_add_reference (bar, DD_KIND_MEETING, _("Meeting"));
  self->document = dd_filter_bar_add_reference (bar, DD_KIND_DOCUMENT, _("Document"));
}

static guint
get_coverages (DdLedgerFilters *self)
{
  guint selected = gtk_drop_down_get_selected (self->coverage);

  switch (selected)
    {
    case CHOICE_ALL:
      return DD_COVERAGE_ALL;
    case CHOICE_IN_FORCE:
      return DD_COVERAGE_ALL & ~DD_COVERAGE_BIT (DD_COVERAGE_SUPERSEDED);
    default:
      return DD_COVERAGE_BIT (selected - CHOICE_FIRST_COVERAGE);
    }
}

/**
 * dd_ledger_filters_fill:
 * @query: a query for directives
 *
 * Puts the filters into the query.
 */
void
dd_ledger_filters_fill (DdLedgerFilters *self,
                        DdQuery         *query)
{
  gint64 meeting, document;

  g_return_if_fail (DD_IS_LEDGER_FILTERS (self));

  meeting = dd_reference_entry_get_id (self->meeting);
  document = dd_reference_entry_get_id (self->document);
  dd_query_set_search (query, dd_filter_bar_get_search (DD_FILTER_BAR (self)));
  dd_query_set_coverages (query, get_coverages (self));
  if (gtk_drop_down_get_selected (self->whose) == WHOSE_MINE)
    dd_query_set_actor (query, dd_session_get_actor
                        (dd_filter_bar_get_session (DD_FILTER_BAR (self))));
  if (meeting != 0)
    dd_query_set_reference (query, DD_DIRECTIVE_MEETING, meeting);
  if (document != 0)
    dd_query_set_reference (query, DD_DIRECTIVE_DOCUMENT, document);
}

/**
 * dd_ledger_filters_has_source:
 *
 * Returns: whether the clauses of one meeting or one document are shown
 */
gboolean
dd_ledger_filters_has_source (DdLedgerFilters *self)
{
  g_return_val_if_fail (DD_IS_LEDGER_FILTERS (self), FALSE);

  return dd_reference_entry_get_id (self->meeting) != 0 ||
         dd_reference_entry_get_id (self->document) != 0;
}

/**
 * dd_ledger_filters_set_meeting:
 *
 * Shows the clauses of one meeting and no other filter.
 */
void
dd_ledger_filters_set_meeting (DdLedgerFilters *self,
                               gint64           meeting,
                               const char      *name)
{
  g_return_if_fail (DD_IS_LEDGER_FILTERS (self));

  dd_filter_bar_begin (DD_FILTER_BAR (self));
  dd_reference_entry_set_id (self->meeting, meeting, name);
  dd_filter_bar_end (DD_FILTER_BAR (self));
}

/**
 * dd_ledger_filters_set_document:
 *
 * Shows the clauses of one document and no other filter.
 */
void
dd_ledger_filters_set_document (DdLedgerFilters *self,
                                gint64           document,
                                const char      *name)
{
  g_return_if_fail (DD_IS_LEDGER_FILTERS (self));

  dd_filter_bar_begin (DD_FILTER_BAR (self));
  dd_reference_entry_set_id (self->document, document, name);
  dd_filter_bar_end (DD_FILTER_BAR (self));
}
