/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-ledger-filters"

#include "config.h"

#include "dd-ledger-filters.h"

#include "dd-coverage.h"
#include "dd-directive.h"
#include "dd-reference-entry.h"

#include <glib/gi18n-lib.h>

/**
 * DdLedgerFilters:
 *
 * Which clauses are shown: by words, by what has become of them, and by where
 * they come from.
 */
struct _DdLedgerFilters
{
  GtkWidget         parent_instance;

  /* Template children */
  GtkSearchEntry   *search;
  GtkDropDown      *coverage;
  GtkMenuButton    *source_button;
  GtkBox           *source_box;
  GtkButton        *clear_button;

  DdSession        *session;
  DdReferenceEntry *meeting;
  DdReferenceEntry *document;
  gboolean          setting;    /* while several filters are set at once */
};

G_DEFINE_FINAL_TYPE (DdLedgerFilters, dd_ledger_filters, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

#define SOURCE_LABEL_MAX 20

static void
show_source_label (DdLedgerFilters *self)
{
  const char *meeting = dd_reference_entry_get_name (self->meeting);
  const char *shown = meeting != NULL ? meeting : dd_reference_entry_get_name (self->document);
  g_autofree char *text = NULL;

  /* A long name must not push the search box aside. */
  if (shown != NULL && g_utf8_strlen (shown, -1) > SOURCE_LABEL_MAX)
    {
      g_autofree char *head = g_utf8_substring (shown, 0, SOURCE_LABEL_MAX - 1);

      text = g_strconcat (head, "…", NULL);
    }
  gtk_menu_button_set_label (self->source_button,
                             text != NULL ? text : shown != NULL ? shown : _("Source"));
}

static void
filter_changed_cb (DdLedgerFilters *self)
{
  if (self->setting || self->session == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->clear_button),
                            dd_ledger_filters_get_filtered (self));
  show_source_label (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Only what was chosen filters; a name that is being typed does not yet. */
static void
reference_changed_cb (DdLedgerFilters  *self,
                      DdReferenceEntry *entry)
{
  if (dd_reference_entry_get_id (entry) != 0 || dd_reference_entry_is_valid (entry))
    filter_changed_cb (self);
}

static DdReferenceEntry *
add_reference (DdLedgerFilters *self,
               DdKind           kind,
               const char      *label)
{
  GtkWidget *heading = gtk_label_new (label);
  GtkWidget *entry = dd_reference_entry_new (self->session, kind);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_box_append (self->source_box, heading);
  gtk_box_append (self->source_box, entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (reference_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return DD_REFERENCE_ENTRY (entry);
}

static void
dd_ledger_filters_dispose (GObject *object)
{
  DdLedgerFilters *self = DD_LEDGER_FILTERS (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_LEDGER_FILTERS);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_ledger_filters_parent_class)->dispose (object);
}

static void
dd_ledger_filters_class_init (DdLedgerFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_ledger_filters_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_LEDGER_FILTERS, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/meetings/dd-ledger-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, DdLedgerFilters, search);
  gtk_widget_class_bind_template_child (widget_class, DdLedgerFilters, coverage);
  gtk_widget_class_bind_template_child (widget_class, DdLedgerFilters, source_button);
  gtk_widget_class_bind_template_child (widget_class, DdLedgerFilters, source_box);
  gtk_widget_class_bind_template_child (widget_class, DdLedgerFilters, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
}

static void
dd_ledger_filters_init (DdLedgerFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dd_ledger_filters_start (DdLedgerFilters *self,
                         DdSession       *session)
{
  g_autoptr (GtkStringList) coverages = gtk_string_list_new (NULL);

  g_return_if_fail (DD_IS_LEDGER_FILTERS (self));

  self->setting = TRUE;
  self->session = g_object_ref (session);
  gtk_string_list_append (coverages, _("All clauses"));
  for (guint i = 0; i < DD_N_COVERAGES; i++)
    gtk_string_list_append (coverages, dd_coverage_get_label (i));
  gtk_drop_down_set_model (self->coverage, G_LIST_MODEL (coverages));
  self->meeting = add_reference (self, DD_KIND_MEETING, _("Meeting"));
  self->document = add_reference (self, DD_KIND_DOCUMENT, _("Document"));
  show_source_label (self);
  self->setting = FALSE;
}

/* The first choice is all of them. */
static guint
get_coverages (DdLedgerFilters *self)
{
  guint selected = gtk_drop_down_get_selected (self->coverage);

  return selected == 0 ? DD_COVERAGE_ALL : DD_COVERAGE_BIT (selected - 1);
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
  dd_query_set_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  dd_query_set_coverages (query, get_coverages (self));
  if (meeting != 0)
    dd_query_set_reference (query, DD_DIRECTIVE_MEETING, meeting);
  if (document != 0)
    dd_query_set_reference (query, DD_DIRECTIVE_DOCUMENT, document);
}

/**
 * dd_ledger_filters_get_filtered:
 *
 * Returns: whether other clauses may exist than those that are shown
 */
gboolean
dd_ledger_filters_get_filtered (DdLedgerFilters *self)
{
  g_return_val_if_fail (DD_IS_LEDGER_FILTERS (self), FALSE);

  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0' ||
         gtk_drop_down_get_selected (self->coverage) != 0 ||
         dd_ledger_filters_has_source (self);
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

static void
reset (DdLedgerFilters *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->coverage, 0);
  dd_reference_entry_set_id (self->meeting, 0, NULL);
  dd_reference_entry_set_id (self->document, 0, NULL);
}

/**
 * dd_ledger_filters_clear:
 *
 * Shows all clauses.
 */
void
dd_ledger_filters_clear (DdLedgerFilters *self)
{
  g_return_if_fail (DD_IS_LEDGER_FILTERS (self));

  self->setting = TRUE;
  reset (self);
  self->setting = FALSE;
  filter_changed_cb (self);
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

  self->setting = TRUE;
  reset (self);
  dd_reference_entry_set_id (self->meeting, meeting, name);
  self->setting = FALSE;
  filter_changed_cb (self);
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

  self->setting = TRUE;
  reset (self);
  dd_reference_entry_set_id (self->document, document, name);
  self->setting = FALSE;
  filter_changed_cb (self);
}

/**
 * dd_ledger_filters_find:
 *
 * Puts the focus into the search box.
 */
void
dd_ledger_filters_find (DdLedgerFilters *self)
{
  g_return_if_fail (DD_IS_LEDGER_FILTERS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}
