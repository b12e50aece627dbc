/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-agenda-row"

#include "config.h"

#include "dd-agenda-row.h"

#include "dd-day-text.h"
#include "dd-status.h"
#include "dd-task.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * DdAgendaRow:
 *
 * A line of the agenda: a task with its deadline in words, or the heading of a group.
 *
 * A list makes some two hundred of them at once, so there are few widgets in one,
 * and those of a heading are made when the line becomes one.
 */
struct _DdAgendaRow
{
  GtkWidget       parent_instance;

  DdSession      *session;
  GObject        *item;         /* a DdAgendaGroup or a DdRecord; NULL: none */

  GtkInscription *when;
  GtkInscription *content;
  GtkInscription *lead;
  GtkInscription *progress;
  GtkLabel       *heading;      /* NULL until it is needed */
  GtkLabel       *days;
};

G_DEFINE_FINAL_TYPE (DdAgendaRow, dd_agenda_row, GTK_TYPE_WIDGET)

#define WHEN_WIDTH 190
#define LEAD_WIDTH 150
#define PROGRESS_WIDTH 112

/* --- a task --------------------------------------------------------------- */

/* The second line of a cell is what one looks at next. */
static void
show_lines (GtkInscription *cell,
            const char     *first,
            const char     *second)
{
  g_autofree char *text = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoAttribute *dim;

  if (second == NULL || *second == '\0')
    {
      gtk_inscription_set_attributes (cell, NULL);
      gtk_inscription_set_text (cell, first);
      return;
    }

  text = g_strconcat (first, "\n", second, NULL);
  attributes = pango_attr_list_new ();
  dim = pango_attr_foreground_alpha_new ((guint16) (0.65 * G_MAXUINT16));
  dim->start_index = (guint) strlen (first);
  pango_attr_list_insert (attributes, dim);
  gtk_inscription_set_text (cell, text);
  gtk_inscription_set_attributes (cell, attributes);
}

static char *
describe_day (DdAgendaRow *self,
              DdDay        day)
{
  DdCalendar *calendar = dd_store_get_calendar (dd_session_get_store (self->session));
  g_autofree char *text = dd_day_to_long_text (day);

  if (dd_calendar_is_working (calendar, day))
    return g_steal_pointer (&text);

  /* Translators: %s is a day that is a Saturday, Sunday or holiday. */
  return g_strdup_printf (_("%s · day off"), text);
}

static char *
describe_distance (DdAgendaRow *self,
                   DdDay        due)
{
  return dd_deadline_to_relative (due, DD_DAY_NONE, dd_session_get_today (self->session),
                                  dd_store_get_calendar (dd_session_get_store (self->session)));
}

static void
show_when (DdAgendaRow *self,
           const DdRow *task)
{
  DdStore *store = dd_session_get_store (self->session);
  DdDay due = dd_row_get_day (task, DD_TASK_DUE);
  g_autofree char *words = NULL;
  g_autofree char *day = NULL;

  if (due == DD_DAY_NONE)
    {
      show_lines (self->when, _("No deadline"), dd_row_get_text (task, DD_TASK_DEADLINE_TEXT));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->when), NULL);
    }
  else
    {
      words = describe_distance (self, due);
      day = describe_day (self, due);
      show_lines (self->when, words, day);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->when),
                                   dd_calendar_get_name (dd_store_get_calendar (store), due));
    }
  dd_status_show_rag (GTK_WIDGET (self->when), dd_status_get_task_rag (self->session, task));
}

static char *
describe_progress (const DdRow *task)
{
  DdTaskState state = dd_row_get_choice (task, DD_TASK_STATE);

  if (state == DD_TASK_STATE_REPORTED || state == DD_TASK_STATE_RETURNED)
    return dd_row_field_to_text (task, DD_TASK_STATE);
  if (dd_row_is_set (task, DD_TASK_PERCENT))
    return g_strdup_printf ("%u%%", (guint) dd_row_get_number (task, DD_TASK_PERCENT));

  return NULL;
}

static void
show_progress (DdAgendaRow *self,
               const DdRow *task)
{
  g_autofree char *progress = describe_progress (task);
  const char *document = dd_row_get_text (task, DD_TASK_DOCUMENT_NUMBER);
  const char *source = document != NULL ? document : dd_row_get_text (task, DD_TASK_MEETING_TITLE);

  if (progress != NULL)
    show_lines (self->progress, progress, source);
  else
    show_lines (self->progress, source, NULL);
}

static void
show_task (DdAgendaRow *self)
{
  DdRecord *record = DD_RECORD (self->item);
  const DdRow *task = dd_record_get_row (record);

  if (!dd_record_get_loaded (record))
    {
      show_lines (self->when, NULL, NULL);
      gtk_inscription_set_text (self->content, NULL);
      gtk_inscription_set_text (self->lead, NULL);
      show_lines (self->progress, NULL, NULL);
      return;
    }

  show_when (self, task);
  gtk_inscription_set_text (self->content, dd_row_get_text (task, DD_TASK_CONTENT));
  gtk_inscription_set_text (self->lead, dd_row_get_text (task, DD_TASK_LEAD_NAME));
  show_progress (self, task);
}

/* --- a heading ------------------------------------------------------------ */

static void
make_heading (DdAgendaRow *self)
{
  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_widget_set_parent (GTK_WIDGET (self->heading), GTK_WIDGET (self));

  self->days = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->days, 0);
  gtk_label_set_ellipsize (self->days, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->days), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->days), GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (GTK_WIDGET (self->days), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->days), "dim-label");
  gtk_widget_set_parent (GTK_WIDGET (self->days), GTK_WIDGET (self));
}

static void
show_heading (DdAgendaRow *self)
{
  DdAgendaGroup *group = DD_AGENDA_GROUP (self->item);
  g_autofree char *text = dd_agenda_group_to_text (group);
  g_autofree char *days = dd_agenda_group_describe_days (group);

  gtk_label_set_text (self->heading, text);
  gtk_label_set_text (self->days, days);
  dd_status_set_class (GTK_WIDGET (self->heading),
                       dd_agenda_group_get_span (group) == DD_AGENDA_SPAN_OVERDUE ? "error" : NULL);
}

static char *
describe_task (DdAgendaRow *self)
{
  const DdRow *task = dd_record_get_row (DD_RECORD (self->item));
  g_auto (GStrv) when = g_strsplit (gtk_inscription_get_text (self->when), "\n", 2);

  /* Translators: read aloud for a row of the agenda: how far the deadline is, the task,
   * and the unit that leads it. */
  return g_strdup_printf (_("%s: %s, %s"), when[0], dd_row_get_text (task, DD_TASK_CONTENT),
                          dd_row_get_text (task, DD_TASK_LEAD_NAME));
}

/* The row of the list, which gets the focus, knows nothing of what stands in it. */
static void
name_row (DdAgendaRow *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (row == NULL)
    return;

  if (DD_IS_AGENDA_GROUP (self->item))
    name = dd_agenda_group_to_text (DD_AGENDA_GROUP (self->item));
  else if (dd_record_get_loaded (DD_RECORD (self->item)))
    name = describe_task (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : "", -1);
}

static void
show_item (DdAgendaRow *self)
{
  if (DD_IS_RECORD (self->item))
    show_task (self);
  else
    show_heading (self);
  name_row (self);
}

static void
set_is_heading (DdAgendaRow *self,
                gboolean     is_heading)
{
  if (is_heading && self->heading == NULL)
    make_heading (self);

  if (self->heading != NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->heading), is_heading);
      gtk_widget_set_visible (GTK_WIDGET (self->days), is_heading);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->when), !is_heading);
  gtk_widget_set_visible (GTK_WIDGET (self->content), !is_heading);
  gtk_widget_set_visible (GTK_WIDGET (self->lead), !is_heading);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), !is_heading);
}

/* --- the object ----------------------------------------------------------- */

static GtkInscription *
add_cell (DdAgendaRow *self,
          int          width)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_min_lines (GTK_INSCRIPTION (cell), 2);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (cell), 2);
  gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (cell), PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_size_request (cell, width, -1);
  gtk_widget_set_hexpand (cell, width < 0);
  gtk_widget_set_parent (cell, GTK_WIDGET (self));

  return GTK_INSCRIPTION (cell);
}

static void
dd_agenda_row_dispose (GObject *object)
{
  DdAgendaRow *self = DD_AGENDA_ROW (object);
  GtkWidget *child;

  dd_agenda_row_set_item (self, NULL);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_agenda_row_parent_class)->dispose (object);
}

static void
dd_agenda_row_class_init (DdAgendaRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_agenda_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
dd_agenda_row_init (DdAgendaRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              12);
  self->when = add_cell (self, WHEN_WIDTH);
  self->content = add_cell (self, -1);
  self->lead = add_cell (self, LEAD_WIDTH);
  self->progress = add_cell (self, PROGRESS_WIDTH);
}

GtkWidget *
dd_agenda_row_new (DdSession *session)
{
  DdAgendaRow *self = g_object_new (DD_TYPE_AGENDA_ROW, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/**
 * dd_agenda_row_get_item:
 *
 * Returns: (transfer none) (nullable)
 */
gpointer
dd_agenda_row_get_item (DdAgendaRow *self)
{
  g_return_val_if_fail (DD_IS_AGENDA_ROW (self), NULL);

  return self->item;
}

/**
 * dd_agenda_row_set_item:
 * @item: (nullable): a #DdAgendaGroup or a #DdRecord, which the row follows
 */
void
dd_agenda_row_set_item (DdAgendaRow *self,
                        gpointer     item)
{
  g_return_if_fail (DD_IS_AGENDA_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
  set_is_heading (self, DD_IS_AGENDA_GROUP (item));
  show_item (self);
}
