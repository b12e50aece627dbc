/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-agenda"

#include "dd-agenda.h"

/**
 * DdAgenda:
 *
 * The open tasks in the order of their deadlines, in groups with headings, as
 * one model.
 *
 * Each group is a list of the store, which knows the order and reads the tasks
 * by the page. So a task whose deadline is moved goes to another group, and an
 * agenda of a million tasks is made as fast as one of a hundred.
 */
struct _DdAgenda
{
  GObject              parent_instance;

  DdAgendaGroup       *groups[DD_N_AGENDA_SPANS];
  GtkFlattenListModel *rows;
};

G_DEFINE_FINAL_TYPE (DdAgenda, dd_agenda, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
group_changed_cb (DdAgenda      *self,
                  DdAgendaGroup *group)
{
  g_signal_emit (self, signals[CHANGED], 0, group);
}

static void
dd_agenda_dispose (GObject *object)
{
  DdAgenda *self = DD_AGENDA (object);

  for (guint i = 0; i < DD_N_AGENDA_SPANS; i++)
    {
      if (self->groups[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->groups[i], self);
      g_clear_object (&self->groups[i]);
    }
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (dd_agenda_parent_class)->dispose (object);
}

static void
dd_agenda_class_init (DdAgendaClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_agenda_dispose;

  /**
   * DdAgenda::changed:
   * @group: the group whose number of tasks, or whose days, are others
   */
  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, DD_TYPE_AGENDA_GROUP);
}

static void
dd_agenda_init (DdAgenda *self)
{
}

DdAgenda *
dd_agenda_new (DdSession *session)
{
  DdAgenda *self = g_object_new (DD_TYPE_AGENDA, NULL);
  GListStore *groups = g_list_store_new (DD_TYPE_AGENDA_GROUP);
  DdAgendaFilter filter = { 0, 0 };

  for (guint i = 0; i < DD_N_AGENDA_SPANS; i++)
    {
      self->groups[i] = dd_agenda_group_new (session, i, &filter);
      g_list_store_append (groups, self->groups[i]);
      g_signal_connect_swapped (self->groups[i], "changed", G_CALLBACK (group_changed_cb), self);
    }
  self->rows = gtk_flatten_list_model_new (G_LIST_MODEL (groups));

  return self;
}

/**
 * dd_agenda_get_rows:
 *
 * Returns: (transfer none): a model of #DdAgendaGroup and #DdRecord
 */
GListModel *
dd_agenda_get_rows (DdAgenda *self)
{
  g_return_val_if_fail (DD_IS_AGENDA (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/**
 * dd_agenda_get_group:
 *
 * Returns: (transfer none): the group, whether there are tasks in it or not
 */
DdAgendaGroup *
dd_agenda_get_group (DdAgenda     *self,
                     DdAgendaSpan  span)
{
  g_return_val_if_fail (DD_IS_AGENDA (self), NULL);
  g_return_val_if_fail (span < DD_N_AGENDA_SPANS, NULL);

  return self->groups[span];
}

/**
 * dd_agenda_find_heading:
 *
 * Returns: the position of the heading among the rows, or of the row that would
 *   follow it
 */
guint
dd_agenda_find_heading (DdAgenda     *self,
                        DdAgendaSpan  span)
{
  guint position = 0;

  g_return_val_if_fail (DD_IS_AGENDA (self), 0);

  for (guint i = 0; i < span; i++)
    position += g_list_model_get_n_items (G_LIST_MODEL (self->groups[i]));

  return position;
}

/**
 * dd_agenda_get_known:
 *
 * Returns: whether all groups show what was asked for last
 */
gboolean
dd_agenda_get_known (DdAgenda *self)
{
  g_return_val_if_fail (DD_IS_AGENDA (self), FALSE);

  for (guint i = 0; i < DD_N_AGENDA_SPANS; i++)
    if (!dd_agenda_group_get_known (self->groups[i]))
      return FALSE;

  return TRUE;
}

/**
 * dd_agenda_ask:
 *
 * Shows other tasks, or those of another day. What is there stays until the
 * answer comes.
 */
void
dd_agenda_ask (DdAgenda             *self,
               const DdAgendaFilter *filter)
{
  g_return_if_fail (DD_IS_AGENDA (self));

  for (guint i = 0; i < DD_N_AGENDA_SPANS; i++)
    dd_agenda_group_ask (self->groups[i], filter);
}
