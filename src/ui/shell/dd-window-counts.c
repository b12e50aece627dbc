/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers in the sidebar: what waits in each section. */
#define G_LOG_DOMAIN "dd-window"

#include "config.h"

#include "dd-window-private.h"

#include "dd-number-text.h"

#include <glib/gi18n-lib.h>

/* Counting comes after whatever the user sees first, and once for many changes. */
#define COUNT_DELAY_MS 400

typedef struct
{
  DdWindow  *window;
  DdSection  section;
} Count;

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Count *count = user_data;
  g_autoptr (DdWindow) self = count->window;
  g_autofree char *text = NULL;
  guint number;

  if (!dd_store_count_finish (DD_STORE (object), result, &number, NULL) ||
      self->store != DD_STORE (object))
    return;

  text = number > 0 ? dd_number_to_text (number) : g_strdup ("");
  gtk_label_set_text (GTK_LABEL (self->counts[count->section]), text);
}

static void
count_records (DdWindow      *self,
               DdSection      section,
               const DdQuery *query)
{
  Count *count = g_new (Count, 1);

  count->window = g_object_ref (self);
  count->section = section;
  dd_store_count_async (self->store, query, NULL, counted_cb, count);
}

static void
explain_counts (DdWindow *self)
{
  static const char * const hints[DD_N_SECTIONS] = {
    [DD_SECTION_MEETINGS] = N_("Directives that are not assigned yet"),
    [DD_SECTION_TASKS] = N_("Open tasks"),
    [DD_SECTION_DEADLINES] = N_("Overdue tasks"),
  };

  for (guint i = 0; i < DD_N_SECTIONS; i++)
    if (hints[i] != NULL)
      gtk_widget_set_tooltip_text (self->counts[i], _(hints[i]));
}

static gboolean
count_cb (gpointer user_data)
{
  DdWindow *self = user_data;
  g_autoptr (DdQuery) unassigned = dd_query_new (DD_KIND_DIRECTIVE);
  g_autoptr (DdQuery) open = dd_query_new (DD_KIND_TASK);
  g_autoptr (DdQuery) late = dd_query_new (DD_KIND_TASK);
  DdDay today = dd_clock_get_today (self->clock);

  self->count_timer = 0;
  explain_counts (self);
  dd_query_set_coverages (unassigned, DD_COVERAGE_BIT (DD_COVERAGE_UNASSIGNED));
  dd_query_set_statuses (open, DD_STATUS_OPEN, today, 0);
  dd_query_set_statuses (late, DD_STATUS_BIT (DD_TASK_STATUS_WIP_LATE), today, 0);
  count_records (self, DD_SECTION_MEETINGS, unassigned);
  count_records (self, DD_SECTION_TASKS, open);
  count_records (self, DD_SECTION_DEADLINES, late);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (DdWindow *self)
{
  if (self->count_timer == 0)
    self->count_timer = g_timeout_add (COUNT_DELAY_MS, count_cb, self);
}

/**
 * dd_window_watch_counts:
 *
 * Counts now, after every change, and when another day begins.
 */
void
dd_window_watch_counts (DdWindow *self)
{
  g_signal_connect_object (self->store, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_handlers_disconnect_by_func (self->clock, changed_cb, self);
  g_signal_connect_object (self->clock, "notify::today", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
}
