/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-ledger-view"

#include "config.h"

#include "dd-ledger-view.h"

#include "dd-coverage.h"
#include "dd-day-text.h"
#include "dd-deadline.h"
#include "dd-directive-details.h"
#include "dd-directive.h"
#include "dd-ledger-filters.h"
#include "dd-reference-match.h"
#include "dd-status.h"
#include "dd-table-view.h"

#include <glib/gi18n-lib.h>

/**
 * DdLedgerView:
 *
 * Every clause of every conclusion, with what has become of it: nothing that
 * was said is lost.
 */
struct _DdLedgerView
{
  GtkWidget           parent_instance;

  /* Template children */
  DdTableView        *view;
  DdLedgerFilters    *filters;
  DdTable            *table;
  DdDirectiveDetails *details;

  DdSession          *session;  /* NULL until it is shown first */
  gboolean            of_one;   /* only the clauses of one source are shown */
};

G_DEFINE_FINAL_TYPE (DdLedgerView, dd_ledger_view, GTK_TYPE_WIDGET)

/* --- cells ---------------------------------------------------------------- */

static void
show_day (GtkInscription *cell,
          DdRecord       *record,
          gpointer        user_data)
{
  g_autofree char *text =
    dd_day_to_text (dd_row_get_day (dd_record_get_row (record), DD_DIRECTIVE_DAY));

  gtk_inscription_set_text (cell, text);
}

static void
show_ordinal (GtkInscription *cell,
              DdRecord       *record,
              gpointer        user_data)
{
  gtk_inscription_set_text (cell, dd_row_get_text (dd_record_get_row (record),
                                                   DD_DIRECTIVE_ORDINAL));
}

static void
show_words (GtkInscription *cell,
            DdRecord       *record,
            gpointer        user_data)
{
  g_autofree char *text =
    g_strdup (dd_row_get_text (dd_record_get_row (record), DD_DIRECTIVE_QUOTE));

  if (text != NULL)
    g_strdelimit (text, "\n", ' ');
  gtk_inscription_set_text (cell, text);
}

static void
show_assigner (GtkInscription *cell,
               DdRecord       *record,
               gpointer        user_data)
{
  g_autofree char *text = dd_row_field_to_text (dd_record_get_row (record), DD_DIRECTIVE_ASSIGNER);

  gtk_inscription_set_text (cell, text);
}

static void
show_source (GtkInscription *cell,
             DdRecord       *record,
             gpointer        user_data)
{
  const DdRow *directive = dd_record_get_row (record);
  const char *document = dd_row_get_text (directive, DD_DIRECTIVE_DOCUMENT_NUMBER);

  gtk_inscription_set_text (cell, document != NULL
                                  ? document
                                  : dd_row_get_text (directive, DD_DIRECTIVE_MEETING_TITLE));
}

/* What has become of the clause, how many of its tasks are done, and how the most
 * urgent of the others stands. */
static char *
describe_coverage (DdLedgerView *self,
                   const DdRow  *directive)
{
  const char *coverage = dd_coverage_get_label (dd_directive_row_get_coverage (directive));
  int n_tasks = (int) dd_row_get_number (directive, DD_DIRECTIVE_N_TASKS);
  DdDay due = dd_row_get_day (directive, DD_DIRECTIVE_NEXT_DUE);
  GString *text = g_string_new (coverage);

  if (n_tasks > 0)
    g_string_append_printf (text, " · %d/%d",
                            (int) dd_row_get_number (directive, DD_DIRECTIVE_N_DONE), n_tasks);
  if (due != DD_DAY_NONE)
    {
      DdCalendar *calendar = dd_store_get_calendar (dd_session_get_store (self->session));
      g_autofree char *relative =
        dd_deadline_to_relative (due, DD_DAY_NONE, dd_session_get_today (self->session), calendar);

      g_string_append_printf (text, "\n%s", relative);
    }

  return g_string_free (text, FALSE);
}

static void
show_coverage (GtkInscription *cell,
               DdRecord       *record,
               gpointer        user_data)
{
  DdLedgerView *self = user_data;
  const DdRow *directive = dd_record_get_row (record);
  DdCoverage coverage = dd_directive_row_get_coverage (directive);
  DdDay due = dd_row_get_day (directive, DD_DIRECTIVE_NEXT_DUE);
  g_autofree char *text = describe_coverage (self, directive);

  gtk_inscription_set_text (cell, text);
  dd_status_set_class (GTK_WIDGET (cell),
                       coverage == DD_COVERAGE_UNASSIGNED ? "warning"
                       : coverage == DD_COVERAGE_DONE ? "success"
                       : due != DD_DAY_NONE && due < dd_session_get_today (self->session)
                       ? "error" : NULL);
}

static const DdTableColumn columns[] = {
  { N_("Date"), 94, DD_DIRECTIVE_DAY, show_day },
  { N_("Clause"), 62, DD_DIRECTIVE_POSITION, show_ordinal },
  { N_("Words"), 0, DD_TABLE_UNSORTED, show_words, .lines = 2 },
  { N_("Assigned by"), 130, DD_DIRECTIVE_ASSIGNER, show_assigner, .lines = 2 },
  { N_("Source"), 112, DD_TABLE_UNSORTED, show_source, .lines = 2 },
  { N_("Coverage"), 158, DD_DIRECTIVE_NEXT_DUE, show_coverage, .lines = 2 },
};

/* --- what is shown -------------------------------------------------------- */

/* One source is read from its beginning to its end, all of them from the newest on. */
static void
sort_by_source (DdLedgerView *self)
{
  gboolean of_one = dd_ledger_filters_has_source (self->filters);

  if (of_one == self->of_one)
    return;

  self->of_one = of_one;
  dd_table_view_set_sort (self->view, of_one ? DD_DIRECTIVE_POSITION : DD_DIRECTIVE_DAY, !of_one);
}

static void
fill_query (DdQuery  *query,
            gpointer  user_data)
{
  DdLedgerView *self = user_data;

  sort_by_source (self);
  dd_ledger_filters_fill (self->filters, query);
}

static void
selected_cb (DdLedgerView *self)
{
  DdRecord *record = dd_table_get_selected (self->table);

  dd_directive_details_set_directive (self->details, record);
  dd_table_view_set_details_shown (self->view, record != NULL);
}

/* --- the object ----------------------------------------------------------- */

static void
dd_ledger_view_dispose (GObject *object)
{
  DdLedgerView *self = DD_LEDGER_VIEW (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_LEDGER_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_ledger_view_parent_class)->dispose (object);
}

static void
dd_ledger_view_class_init (DdLedgerViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_ledger_view_dispose;

  g_type_ensure (DD_TYPE_DIRECTIVE_DETAILS);
  g_type_ensure (DD_TYPE_LEDGER_FILTERS);
  g_type_ensure (DD_TYPE_TABLE);
  g_type_ensure (DD_TYPE_TABLE_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/meetings/dd-ledger-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DdLedgerView, view);
  gtk_widget_class_bind_template_child (widget_class, DdLedgerView, filters);
  gtk_widget_class_bind_template_child (widget_class, DdLedgerView, table);
  gtk_widget_class_bind_template_child (widget_class, DdLedgerView, details);
}

static void
dd_ledger_view_init (DdLedgerView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->table, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * dd_ledger_view_start:
 *
 * Reads the ledger, which is not done before somebody looks at it. May be called again.
 */
void
dd_ledger_view_start (DdLedgerView *self,
                      DdSession    *session)
{
  g_return_if_fail (DD_IS_LEDGER_VIEW (self));

  if (self->session != NULL)
    return;

  self->session = g_object_ref (session);
  dd_ledger_filters_start (self->filters, session);
  dd_directive_details_start (self->details, session);
  dd_table_set_columns (self->table, columns, G_N_ELEMENTS (columns), self);
  dd_table_view_set_sort (self->view, DD_DIRECTIVE_DAY, TRUE);
  dd_table_view_start (self->view, dd_session_get_store (session), DD_KIND_DIRECTIVE, fill_query,
                       self);
}

/**
 * dd_ledger_view_refresh:
 *
 * Shows anew what depends on the day.
 */
void
dd_ledger_view_refresh (DdLedgerView *self)
{
  g_return_if_fail (DD_IS_LEDGER_VIEW (self));

  if (self->session != NULL)
    dd_directive_details_set_directive (self->details, dd_table_get_selected (self->table));
}

/**
 * dd_ledger_view_show_directive:
 *
 * Shows one clause, whatever the filters were.
 */
void
dd_ledger_view_show_directive (DdLedgerView *self,
                               gint64        id)
{
  g_return_if_fail (DD_IS_LEDGER_VIEW (self) && self->session != NULL);

  dd_filter_bar_clear (DD_FILTER_BAR (self->filters));
  dd_table_select (self->table, id);
}

/**
 * dd_ledger_view_show_meeting:
 *
 * Shows the clauses of one meeting.
 */
void
dd_ledger_view_show_meeting (DdLedgerView *self,
                             gint64        meeting,
                             const char   *name)
{
  g_return_if_fail (DD_IS_LEDGER_VIEW (self) && self->session != NULL);

  dd_ledger_filters_set_meeting (self->filters, meeting, name);
}

static void
document_read_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (DdLedgerView) self = user_data;
  g_autoptr (DdRecord) document = dd_store_fetch_finish (DD_STORE (object), result, NULL);
  g_autofree char *name = NULL;

  if (document == NULL || self->session == NULL)
    return;

  name = dd_reference_describe (dd_record_get_row (document));
  dd_ledger_filters_set_document (self->filters, dd_record_get_id (document), name);
}

/**
 * dd_ledger_view_show_document:
 *
 * Shows the clauses of one document.
 */
void
dd_ledger_view_show_document (DdLedgerView *self,
                              gint64        document)
{
  g_return_if_fail (DD_IS_LEDGER_VIEW (self) && self->session != NULL);

  dd_store_fetch_async (dd_session_get_store (self->session), DD_KIND_DOCUMENT, document, NULL,
                        document_read_cb, g_object_ref (self));
}

/**
 * dd_ledger_view_find:
 *
 * Puts the focus into the search box.
 */
void
dd_ledger_view_find (DdLedgerView *self)
{
  g_return_if_fail (DD_IS_LEDGER_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->filters));
}

DdTable *
dd_ledger_view_get_table (DdLedgerView *self)
{
  g_return_val_if_fail (DD_IS_LEDGER_VIEW (self), NULL);

  return self->table;
}
