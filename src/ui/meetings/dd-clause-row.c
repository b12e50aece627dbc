/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-clause-row"

#include "config.h"

#include "dd-clause-row.h"

#include "dd-coverage.h"
#include "dd-directive.h"
#include "dd-label.h"
#include "dd-status.h"
#include "dd-task.h"

#include <glib/gi18n-lib.h>

/* A row of two labels: what it is, and under it where it stands. */
typedef struct
{
  GtkLabel *text;
  GtkLabel *status;
} Labels;

static GtkWidget *
make_row (Labels *labels)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (row, "short-row");
  labels->text = dd_label_append (GTK_BOX (box), NULL, 2);
  labels->status = dd_label_append (GTK_BOX (box), "caption", 1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

/* The labels of a row, which is made by make_row(). */
static Labels
get_labels (GtkListBoxRow *row)
{
  GtkWidget *box = gtk_list_box_row_get_child (row);
  Labels labels = { GTK_LABEL (gtk_widget_get_first_child (box)),
                    GTK_LABEL (gtk_widget_get_last_child (box)) };

  return labels;
}

/* --- a clause ------------------------------------------------------------- */

/* Whether a clause that is "2" begins "2. ", as it mostly does: it is not said twice. */
static gboolean
begins_with (const char *words,
             const char *ordinal)
{
  gsize length = strlen (ordinal);

  return g_str_has_prefix (words, ordinal) && strchr (".):", words[length]) != NULL;
}

/**
 * dd_clause_row_describe:
 *
 * Returns: (transfer full): the number and the words of a clause, on one line
 */
char *
dd_clause_row_describe (const DdRow *directive)
{
  const char *ordinal = dd_row_get_text (directive, DD_DIRECTIVE_ORDINAL);
  g_autofree char *words = g_strdup (dd_row_get_text (directive, DD_DIRECTIVE_QUOTE));

  g_strdelimit (words, "\n", ' ');
  if (ordinal == NULL || begins_with (words, ordinal))
    return g_steal_pointer (&words);

  /* Translators: the number of a clause, "2.a", and its words. */
  return g_strdup_printf (C_("clause", "%s: %s"), ordinal, words);
}

static void
show_clause_cb (DdRecord      *record,
                GtkListBoxRow *row)
{
  const DdRow *directive = dd_record_get_row (record);
  Labels labels = get_labels (row);
  DdCoverage coverage;
  g_autofree char *text = NULL;

  if (!dd_record_get_loaded (record))
    return;

  coverage = dd_directive_row_get_coverage (directive);
  text = dd_clause_row_describe (directive);
  gtk_label_set_text (labels.text, text);
  gtk_label_set_text (labels.status, dd_coverage_get_label (coverage));
  dd_status_set_class (GTK_WIDGET (labels.status),
                       coverage == DD_COVERAGE_UNASSIGNED ? "warning"
                       : coverage == DD_COVERAGE_DONE ? "success" : NULL);
}

/**
 * dd_clause_row_new:
 *
 * Returns: a row that shows a clause and its coverage, and follows it
 */
GtkWidget *
dd_clause_row_new (DdRecord *directive)
{
  Labels labels;
  GtkWidget *row = make_row (&labels);

  show_clause_cb (directive, GTK_LIST_BOX_ROW (row));
  g_signal_connect_object (directive, "changed", G_CALLBACK (show_clause_cb), row, 0);

  return row;
}

/* --- a task --------------------------------------------------------------- */

/**
 * TaskRow:
 *
 * What a row has to know to say where a task stands.
 */
typedef struct
{
  DdSession     *session;
  GtkListBoxRow *row;
} TaskRow;

static void
task_row_free (gpointer  data,
               GClosure *closure)
{
  g_object_unref (((TaskRow *) data)->session);
  g_free (data);
}

static void
show_task (DdRecord      *record,
           DdSession     *session,
           GtkListBoxRow *row)
{
  const DdRow *task = dd_record_get_row (record);
  Labels labels = get_labels (row);
  g_autofree char *status = NULL;
  g_autofree char *text = NULL;

  if (!dd_record_get_loaded (record))
    return;

  status = dd_status_describe_task (session, task);
  /* Translators: the lead unit of a task, and what the task says. */
  text = g_strdup_printf (C_("task", "%s: %s"), dd_row_get_text (task, DD_TASK_LEAD_NAME),
                          dd_row_get_text (task, DD_TASK_CONTENT));
  gtk_label_set_text (labels.text, text);
  gtk_label_set_text (labels.status, status);
  dd_status_show_rag (GTK_WIDGET (labels.status), dd_status_get_task_rag (session, task));
}

static void
show_task_cb (DdRecord *record,
              TaskRow  *data)
{
  show_task (record, data->session, data->row);
}

/**
 * dd_task_row_new:
 *
 * Returns: a row that shows a task and where it stands, and follows it
 */
GtkWidget *
dd_task_row_new (DdSession *session,
                 DdRecord  *task)
{
  Labels labels;
  GtkWidget *row = make_row (&labels);
  TaskRow *data = g_new0 (TaskRow, 1);
  GClosure *closure;

  data->session = g_object_ref (session);
  data->row = GTK_LIST_BOX_ROW (row);
  show_task (task, session, data->row);
  closure = g_cclosure_new (G_CALLBACK (show_task_cb), data, task_row_free);
  g_object_watch_closure (G_OBJECT (row), closure);
  g_signal_connect_closure (task, "changed", closure, FALSE);

  return row;
}
