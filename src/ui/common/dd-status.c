/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-status"

#include "config.h"

#include "dd-status.h"

#include "dd-task.h"

#include <glib/gi18n-lib.h>

static const char * const rag_classes[] = {
  [DD_RAG_NEUTRAL] = NULL,
  [DD_RAG_GREEN] = "success",
  [DD_RAG_AMBER] = "warning",
  [DD_RAG_RED] = "error",
};

/**
 * dd_status_set_class:
 * @css_class: (nullable): the one of "success", "warning" and "error" that holds now
 */
void
dd_status_set_class (GtkWidget  *widget,
                     const char *css_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (rag_classes); i++)
    if (rag_classes[i] != NULL && g_strcmp0 (rag_classes[i], css_class) != 0)
      gtk_widget_remove_css_class (widget, rag_classes[i]);
  if (css_class != NULL)
    gtk_widget_add_css_class (widget, css_class);
}

void
dd_status_show_rag (GtkWidget *widget,
                    DdRag      rag)
{
  dd_status_set_class (widget, rag_classes[rag]);
}

/**
 * dd_status_describe_task:
 *
 * Returns: (transfer full): where the task stands, in a few words: "12 days overdue"
 */
char *
dd_status_describe_task (DdSession   *session,
                         const DdRow *task)
{
  DdStore *store = dd_session_get_store (session);
  DdDay today = dd_session_get_today (session);
  DdTaskStatus status = dd_task_row_get_status (task, today, dd_store_get_rules (store));
  DdTaskState state = dd_row_get_choice (task, DD_TASK_STATE);

  if (state == DD_TASK_STATE_REPORTED)
    return g_strdup (_("Waiting for confirmation"));
  if (status == DD_TASK_STATUS_WIP_LATE || status == DD_TASK_STATUS_WIP_SOON ||
      status == DD_TASK_STATUS_WIP_OK)
    return dd_deadline_to_relative (dd_row_get_day (task, DD_TASK_DUE), DD_DAY_NONE, today,
                                    dd_store_get_calendar (store));
  if (status == DD_TASK_STATUS_WIP_NODL)
    return g_strdup (_("No deadline"));

  return g_strdup (dd_task_status_get_label (status));
}

/**
 * dd_status_get_task_rag:
 *
 * Returns: the colour of the task's status alone, for a table
 */
DdRag
dd_status_get_task_rag (DdSession   *session,
                        const DdRow *task)
{
  DdStore *store = dd_session_get_store (session);

  switch (dd_task_row_get_status (task, dd_session_get_today (session),
                                  dd_store_get_rules (store)))
    {
    case DD_TASK_STATUS_WIP_LATE:
      return DD_RAG_RED;
    case DD_TASK_STATUS_WIP_SOON:
      return DD_RAG_AMBER;
    case DD_TASK_STATUS_DONE_ONTIME:
      return DD_RAG_GREEN;
    case DD_TASK_STATUS_WIP_OK:
    case DD_TASK_STATUS_WIP_NODL:
    case DD_TASK_STATUS_DONE_LATE:
    case DD_TASK_STATUS_DONE_NODL:
    case DD_TASK_STATUS_STOPPED:
    default:
      return DD_RAG_NEUTRAL;
    }
}
