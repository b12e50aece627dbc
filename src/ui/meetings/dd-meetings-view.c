/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meetings-view"

#include "config.h"

#include "dd-meetings-view.h"

#include "dd-day-text.h"
#include "dd-meeting-details.h"
#include "dd-meeting-dialogs.h"
#include "dd-meeting-title.h"
#include "dd-meeting.h"
#include "dd-meetings-filters.h"
#include "dd-table-view.h"

#include <glib/gi18n-lib.h>

/**
 * DdMeetingsView:
 *
 * All meetings in a table, with the details of one beside it.
 */
struct _DdMeetingsView
{
  GtkWidget         parent_instance;

  /* Template children */
  GtkStack         *stack;
  DdTableView      *view;
  DdMeetingsFilters *filters;
  DdTable          *table;
  DdMeetingDetails *details;

  DdSession        *session;
};

G_DEFINE_FINAL_TYPE (DdMeetingsView, dd_meetings_view, GTK_TYPE_WIDGET)

#define DOCUMENT_SHOWN 20       /* letters of a line of its column */

/* --- cells ---------------------------------------------------------------- */

#define DEFINE_TEXT_CELL(function, field) \
  static void \
  function (GtkInscription *cell, \
            DdRecord       *record, \
            gpointer        user_data) \
  { \
    gtk_inscription_set_text (cell, dd_row_get_text (dd_record_get_row (record), field)); \
  }

DEFINE_TEXT_CELL (show_chair, DD_MEETING_CHAIR)

/* People know a meeting by what it is one of and which one: under the title, where the
 * title may take two lines. */
static void
show_title (GtkInscription *cell,
            DdRecord       *record,
            gpointer        user_data)
{
  const DdRow *meeting = dd_record_get_row (record);
  g_autofree char *series = dd_meeting_describe_series (meeting);
  g_autofree char *text = g_strjoin ("\n", dd_row_get_text (meeting, DD_MEETING_TITLE), series,
                                     NULL);

  gtk_inscription_set_text (cell, text);
}

static void
show_day (GtkInscription *cell,
          DdRecord       *record,
          gpointer        user_data)
{
  g_autofree char *text =
    dd_day_to_text (dd_row_get_day (dd_record_get_row (record), DD_MEETING_DAY));

  gtk_inscription_set_text (cell, text);
}

static void
show_state (GtkInscription *cell,
            DdRecord       *record,
            gpointer        user_data)
{
  g_autofree char *text = dd_row_field_to_text (dd_record_get_row (record), DD_MEETING_STATE);

  gtk_inscription_set_text (cell, text);
}

static void
append_line (GString *text,
             char    *line)
{
  g_autofree char *owned = line;

  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", owned);
}

/* A document without a number goes by its subject, which must leave room for the rest. */
static char *
shorten_document (const char *document)
{
  g_autofree char *head = NULL;

  if (document == NULL || g_utf8_strlen (document, -1) <= DOCUMENT_SHOWN)
    return g_strdup (document);

  head = g_utf8_substring (document, 0, DOCUMENT_SHOWN - 1);

  return g_strconcat (g_strchomp (head), "…", NULL);
}

/* The document, and what has become of its clauses. */
static void
show_conclusion (GtkInscription *cell,
                 DdRecord       *record,
                 gpointer        user_data)
{
  const DdRow *meeting = dd_record_get_row (record);
  g_autofree char *document =
    shorten_document (dd_row_get_text (meeting, DD_MEETING_DOCUMENT_NUMBER));
  guint n_clauses = (guint) dd_row_get_number (meeting, DD_MEETING_N_DIRECTIVES);
  guint n_waiting = (guint) dd_row_get_number (meeting, DD_MEETING_N_UNASSIGNED);
  guint n_tasks = (guint) dd_row_get_number (meeting, DD_MEETING_N_TASKS);
  g_autoptr (GString) text = g_string_new (document);

  if (n_clauses > 0 && n_waiting == 0)
    append_line (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u clause", "%u clauses",
                                                     n_clauses), n_clauses));
  else if (n_clauses > 0)
    /* Translators: how many clauses have no task yet, and how many there are. */
    append_line (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u clause waiting",
                                                     "%u of %u clauses waiting", n_clauses),
                                        n_waiting, n_clauses));
  if (n_tasks > 0)
    /* Translators: the number of completed tasks, and of all: "3/5 tasks completed". */
    append_line (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u/%u task completed",
                                                     "%u/%u tasks completed", n_tasks),
                                        (guint) dd_row_get_number (meeting, DD_MEETING_N_DONE),
                                        n_tasks));
  gtk_inscription_set_text (cell, text->str);
  /* What waits is to be seen, by its words and by its colour. */
  if (n_waiting > 0)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell), "warning");
}

static const DdTableColumn columns[] = {
  { N_("Day"), 94, DD_MEETING_DAY, show_day },
  { N_("Title"), 0, DD_MEETING_TITLE, show_title, .lines = 3 },
  { N_("Chair"), 112, DD_MEETING_CHAIR, show_chair, .lines = 2 },
  { N_("State"), 112, DD_MEETING_STATE, show_state, .lines = 2 },
  { N_("Conclusion"), 164, DD_TABLE_UNSORTED, show_conclusion, .lines = 3 },
};

/* --- what is shown -------------------------------------------------------- */

static void
fill_query (DdQuery  *query,
            gpointer  user_data)
{
  dd_meetings_filters_fill (DD_MEETINGS_VIEW (user_data)->filters, query);
}

/* Where nothing is, there is nothing to search: a page tells how to begin. */
static void
show_state_of_list (DdMeetingsView *self)
{
  DdList *list = dd_table_view_get_list (self->view);
  gboolean empty = dd_list_get_count (list) == 0 && !dd_list_get_loading (list) &&
                   !dd_filter_bar_get_filtered (DD_FILTER_BAR (self->filters));

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

static void
selected_cb (DdMeetingsView *self)
{
  DdRecord *record = dd_table_get_selected (self->table);

  dd_meeting_details_set_meeting (self->details, record);
  dd_table_view_set_details_shown (self->view, record != NULL);
}

static void
saved_cb (DdMeetingsView *self,
          DdChange       *change)
{
  dd_table_select (self->table, dd_change_get_inserted (change, DD_KIND_MEETING));
}

/* --- the object ----------------------------------------------------------- */

static void
dd_meetings_view_dispose (GObject *object)
{
  DdMeetingsView *self = DD_MEETINGS_VIEW (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_MEETINGS_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_meetings_view_parent_class)->dispose (object);
}

static void
dd_meetings_view_class_init (DdMeetingsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_meetings_view_dispose;

  g_type_ensure (DD_TYPE_MEETINGS_FILTERS);
  g_type_ensure (DD_TYPE_MEETING_DETAILS);
  g_type_ensure (DD_TYPE_TABLE);
  g_type_ensure (DD_TYPE_TABLE_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/meetings/dd-meetings-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DdMeetingsView, stack);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingsView, view);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingsView, filters);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingsView, table);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingsView, details);
}

static void
dd_meetings_view_init (DdMeetingsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->table, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

void
dd_meetings_view_start (DdMeetingsView *self,
                        DdSession      *session)
{
  DdList *list;

  g_return_if_fail (DD_IS_MEETINGS_VIEW (self));

  self->session = g_object_ref (session);
  dd_meetings_filters_start (self->filters, session);
  dd_meeting_details_start (self->details, session);
  dd_table_set_columns (self->table, columns, G_N_ELEMENTS (columns), self);
  dd_table_view_set_sort (self->view, DD_MEETING_DAY, TRUE);
  dd_table_view_start (self->view, dd_session_get_store (session), DD_KIND_MEETING, fill_query,
                       self);

  list = dd_table_view_get_list (self->view);
  g_signal_connect_object (list, "notify::count", G_CALLBACK (show_state_of_list), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::loading", G_CALLBACK (show_state_of_list), self,
                           G_CONNECT_SWAPPED);
}

/**
 * dd_meetings_view_new_meeting:
 *
 * Asks for a new meeting, and shows it once it is there.
 */
void
dd_meetings_view_new_meeting (DdMeetingsView *self)
{
  DdForm *form;

  g_return_if_fail (DD_IS_MEETINGS_VIEW (self));

  form = dd_meeting_dialog_new_meeting (self->session,
                                        GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (form, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

/**
 * dd_meetings_view_show_meeting:
 *
 * Shows one meeting, whatever was searched for.
 */
void
dd_meetings_view_show_meeting (DdMeetingsView *self,
                               gint64          id)
{
  g_return_if_fail (DD_IS_MEETINGS_VIEW (self));

  dd_filter_bar_clear (DD_FILTER_BAR (self->filters));
  dd_table_select (self->table, id);
}

/**
 * dd_meetings_view_find:
 *
 * Puts the focus into the search box.
 */
void
dd_meetings_view_find (DdMeetingsView *self)
{
  g_return_if_fail (DD_IS_MEETINGS_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->filters));
}

DdTable *
dd_meetings_view_get_table (DdMeetingsView *self)
{
  g_return_val_if_fail (DD_IS_MEETINGS_VIEW (self), NULL);

  return self->table;
}
