/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-session"

#include "config.h"

#include "dd-session.h"

#include "dd-error-dialog.h"

#include <glib/gi18n-lib.h>

/**
 * DdSession:
 *
 * What the pages of a window share: the records, the day, and who acts.
 *
 * Pages are given it as a property; nothing asks the application for it.
 */
struct _DdSession
{
  GObject  parent_instance;

  DdStore *store;
  DdClock *clock;
  char    *actor;
  DdKnownUnits *units;          /* NULL until somebody asks for them */
};

G_DEFINE_FINAL_TYPE (DdSession, dd_session, G_TYPE_OBJECT)

enum { TOLD, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
dd_session_finalize (GObject *object)
{
  DdSession *self = DD_SESSION (object);

  if (self->units != NULL)
    g_object_run_dispose (G_OBJECT (self->units));
  g_clear_object (&self->units);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->actor, g_free);

  G_OBJECT_CLASS (dd_session_parent_class)->finalize (object);
}

static void
dd_session_class_init (DdSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dd_session_finalize;

  /**
   * DdSession::told:
   * @message: what was done, for a toast
   * @action: the action that can be undone, or 0
   */
  signals[TOLD] =
    g_signal_new ("told", DD_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
dd_session_init (DdSession *self)
{
  self->actor = g_strdup (g_get_real_name ());
}

/**
 * dd_session_new:
 * @store: an open store
 */
DdSession *
dd_session_new (DdStore *store,
                DdClock *clock)
{
  DdSession *self = g_object_new (DD_TYPE_SESSION, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);

  return self;
}

/**
 * dd_session_get_store:
 *
 * Returns: (transfer none): the file of records that the window shows
 */
DdStore *
dd_session_get_store (DdSession *self)
{
  g_return_val_if_fail (DD_IS_SESSION (self), NULL);

  return self->store;
}

/**
 * dd_session_get_units:
 *
 * Returns: (transfer none): the names of units for what is typed; read from the first call on
 */
DdKnownUnits *
dd_session_get_units (DdSession *self)
{
  g_return_val_if_fail (DD_IS_SESSION (self), NULL);

  if (self->units == NULL)
    self->units = dd_known_units_new (self->store);

  return self->units;
}

/**
 * dd_session_get_clock:
 *
 * Returns: (transfer none): what tells of the next day
 */
DdClock *
dd_session_get_clock (DdSession *self)
{
  g_return_val_if_fail (DD_IS_SESSION (self), NULL);

  return self->clock;
}

/**
 * dd_session_get_today:
 *
 * Returns: the day that the window reckons from
 */
DdDay
dd_session_get_today (DdSession *self)
{
  g_return_val_if_fail (DD_IS_SESSION (self), DD_DAY_NONE);

  return dd_clock_get_today (self->clock);
}

/**
 * dd_session_get_actor:
 *
 * Returns: the name that the history keeps for what is done in this window
 */
const char *
dd_session_get_actor (DdSession *self)
{
  g_return_val_if_fail (DD_IS_SESSION (self), NULL);

  return self->actor;
}

/**
 * dd_session_set_actor:
 * @actor: who acts from now on, for the history; not empty
 */
void
dd_session_set_actor (DdSession  *self,
                      const char *actor)
{
  char *copy;

  g_return_if_fail (DD_IS_SESSION (self));
  g_return_if_fail (actor != NULL && *actor != '\0');

  copy = g_strdup (actor);
  g_free (self->actor);
  self->actor = copy;
}

/**
 * dd_session_change:
 * @reason: (nullable): why, for the history
 *
 * Returns: (transfer full): an empty change in the name of who acts
 */
DdChange *
dd_session_change (DdSession  *self,
                   const char *reason)
{
  g_return_val_if_fail (DD_IS_SESSION (self), NULL);

  return dd_change_new (self->actor, reason);
}

/**
 * dd_session_tell:
 * @action: an action that the user may take back from the toast; 0: none
 */
void
dd_session_tell (DdSession  *self,
                 const char *message,
                 gint64      action)
{
  g_return_if_fail (DD_IS_SESSION (self));

  g_signal_emit (self, signals[TOLD], 0, message, action);
}

typedef struct
{
  DdSession *session;
  GtkWidget *origin;            /* a weak pointer */
  char      *message;
} Applied;

static Applied *
applied_new (DdSession  *session,
             GtkWidget  *origin,
             const char *message)
{
  Applied *applied = g_new0 (Applied, 1);

  applied->session = g_object_ref (session);
  g_set_weak_pointer (&applied->origin, origin);
  applied->message = g_strdup (message);

  return applied;
}

static void
applied_free (Applied *applied)
{
  g_clear_weak_pointer (&applied->origin);
  g_object_unref (applied->session);
  g_free (applied->message);
  g_free (applied);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Applied, applied_free)

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Applied) applied = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = dd_store_write_finish (DD_STORE (object), result, &error);

  if (written == NULL)
    dd_error_dialog_show (applied->origin, error);
  else if (applied->message != NULL && dd_change_get_action (written) != 0)
    dd_session_tell (applied->session, applied->message, dd_change_get_action (written));
}

/**
 * dd_session_apply:
 * @origin: the widget it was done in, for an error to stand before
 * @change: (transfer full)
 * @message: (nullable): what was done; the toast that says so offers to undo it
 */
void
dd_session_apply (DdSession  *self,
                  GtkWidget  *origin,
                  DdChange   *change,
                  const char *message)
{
  g_return_if_fail (DD_IS_SESSION (self));

  dd_store_write_async (self->store, change, NULL, applied_cb,
                        applied_new (self, origin, message));
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Applied) applied = user_data;
  g_autoptr (GError) error = NULL;

  if (dd_store_undo_finish (DD_STORE (object), result, &error))
    dd_session_tell (applied->session, applied->message, 0);
  else
    dd_error_dialog_show (applied->origin, error);
}

/**
 * dd_session_undo:
 * @action: what dd_change_get_action() told
 */
void
dd_session_undo (DdSession *self,
                 GtkWidget *origin,
                 gint64     action)
{
  g_return_if_fail (DD_IS_SESSION (self));

  dd_store_undo_async (self->store, action, self->actor, NULL, undone_cb,
                       applied_new (self, origin, _("Undone")));
}
