/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meeting-roll"

#include "config.h"

#include "dd-meeting-roll.h"

#include "dd-meeting.h"

#include <glib/gi18n-lib.h>

/**
 * DdMeetingRoll:
 *
 * The roll of a meeting, which follows the marks, the members of the body that meets,
 * and the meeting itself. Many changes at once are told once.
 */
struct _DdMeetingRoll
{
  GObject    parent_instance;

  DdSession *session;
  DdRecord  *meeting;
  DdList    *members;           /* NULL: no body meets */
  DdList    *marks;
  gint64     body;
  guint      idle;

  GPtrArray *member_rows;       /* what the roll is made of */
  GPtrArray *mark_rows;
  DdRoll    *roll;
};

G_DEFINE_FINAL_TYPE (DdMeetingRoll, dd_meeting_roll, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const DdRow *
get_row (DdMeetingRoll *self)
{
  return dd_record_get_row (self->meeting);
}

static GPtrArray *
collect_rows (DdList *list)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);
  guint n = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DdRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (dd_record_get_loaded (record))
        g_ptr_array_add (rows, dd_row_copy (dd_record_get_row (record)));
    }

  return rows;
}

static void
clear_roll (DdMeetingRoll *self)
{
  g_clear_pointer (&self->roll, dd_roll_free);
  g_clear_pointer (&self->member_rows, g_ptr_array_unref);
  g_clear_pointer (&self->mark_rows, g_ptr_array_unref);
}

static void
make_roll (DdMeetingRoll *self)
{
  clear_roll (self);
  self->member_rows = collect_rows (self->members);
  self->mark_rows = collect_rows (self->marks);
  self->roll = dd_roll_new (self->member_rows, self->mark_rows,
                            dd_row_get_day (get_row (self), DD_MEETING_DAY));
}

static gboolean
changed_cb (gpointer user_data)
{
  DdMeetingRoll *self = user_data;

  self->idle = 0;
  make_roll (self);
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
change_later (DdMeetingRoll *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (changed_cb, self);
}

static void
watch_records (DdMeetingRoll *self,
               DdList        *list)
{
  guint n = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DdRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_signal_handlers_disconnect_by_func (record, change_later, self);
      g_signal_connect_object (record, "changed", G_CALLBACK (change_later), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
items_changed_cb (DdMeetingRoll *self)
{
  watch_records (self, self->members);
  watch_records (self, self->marks);
  change_later (self);
}

static void
forget_list (DdMeetingRoll  *self,
             DdList        **list)
{
  if (*list != NULL)
    g_signal_handlers_disconnect_by_data (*list, self);
  g_clear_object (list);
}

/* Another body may be chosen for the meeting. */
static void
read_members (DdMeetingRoll *self)
{
  gint64 body = dd_row_get_reference (get_row (self), DD_MEETING_BODY);
  g_autoptr (DdQuery) query = NULL;

  if (body == self->body)
    return;

  forget_list (self, &self->members);
  self->body = body;
  if (body == 0)
    return;

  query = dd_query_new (DD_KIND_UNIT_MEMBER);
  dd_query_set_reference (query, DD_UNIT_MEMBER_BODY, body);
  self->members = dd_store_get_list (dd_session_get_store (self->session), query);
  g_signal_connect_swapped (self->members, "items-changed", G_CALLBACK (items_changed_cb), self);
}

static void
meeting_changed_cb (DdMeetingRoll *self)
{
  if (!dd_record_get_loaded (self->meeting))
    return;

  read_members (self);
  items_changed_cb (self);
}

static void
dd_meeting_roll_dispose (GObject *object)
{
  DdMeetingRoll *self = DD_MEETING_ROLL (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->meeting != NULL)
    g_signal_handlers_disconnect_by_data (self->meeting, self);
  forget_list (self, &self->members);
  forget_list (self, &self->marks);
  clear_roll (self);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_meeting_roll_parent_class)->dispose (object);
}

static void
dd_meeting_roll_class_init (DdMeetingRollClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_meeting_roll_dispose;

  /**
   * DdMeetingRoll::changed:
   *
   * Somebody was marked, or is a member now, or is none any more.
   */
  signals[CHANGED] = g_signal_new ("changed", DD_TYPE_MEETING_ROLL, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dd_meeting_roll_init (DdMeetingRoll *self)
{
}

/**
 * dd_meeting_roll_new:
 * @meeting: a record of %DD_KIND_MEETING
 *
 * Returns: (transfer full): its roll, which is empty until the store has answered
 */
DdMeetingRoll *
dd_meeting_roll_new (DdSession *session,
                     DdRecord  *meeting)
{
  DdMeetingRoll *self = g_object_new (DD_TYPE_MEETING_ROLL, NULL);
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_ATTENDANCE);

  self->session = g_object_ref (session);
  self->meeting = g_object_ref (meeting);
  dd_query_set_reference (query, DD_ATTENDANCE_MEETING, dd_record_get_id (meeting));
  self->marks = dd_store_get_list (dd_session_get_store (session), query);
  g_signal_connect_swapped (self->marks, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (meeting, "changed", G_CALLBACK (meeting_changed_cb), self);
  make_roll (self);
  meeting_changed_cb (self);

  return self;
}

/**
 * dd_meeting_roll_get_roll:
 *
 * Returns: (transfer none): the roll as it is now, until it changes
 */
const DdRoll *
dd_meeting_roll_get_roll (DdMeetingRoll *self)
{
  g_return_val_if_fail (DD_IS_MEETING_ROLL (self), NULL);

  return self->roll;
}

/**
 * dd_meeting_roll_to_text:
 *
 * Returns: (transfer full): who came; of a meeting that has not begun, how many are
 *   expected, since nobody is absent from it yet; "" if nobody is
 */
char *
dd_meeting_roll_to_text (DdMeetingRoll *self)
{
  guint n;

  g_return_val_if_fail (DD_IS_MEETING_ROLL (self), NULL);

  n = self->roll->entries->len;
  if (n == 0 ||
      dd_row_get_choice (get_row (self), DD_MEETING_STATE) != DD_MEETING_STATE_PLANNED ||
      dd_roll_get_n_present (self->roll) > 0)
    return dd_roll_to_text (self->roll);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u is expected", "%u are expected", n), n);
}
