/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-clock.h"
#include "dd-known-units.h"
#include "dd-list.h"
#include "dd-store.h"

G_BEGIN_DECLS

#define DD_TYPE_SESSION (dd_session_get_type ())
G_DECLARE_FINAL_TYPE (DdSession, dd_session, DD, SESSION, GObject)

DdSession  *dd_session_new       (DdStore    *store,
                                  DdClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

DdStore    *dd_session_get_store (DdSession  *self);
DdKnownUnits *dd_session_get_units (DdSession *self);
DdClock    *dd_session_get_clock (DdSession  *self);
DdDay       dd_session_get_today (DdSession  *self);
const char *dd_session_get_actor (DdSession  *self);
void        dd_session_set_actor (DdSession  *self,
                                  const char *actor);

DdChange   *dd_session_change    (DdSession  *self,
                                  const char *reason) G_GNUC_WARN_UNUSED_RESULT;
void        dd_session_apply     (DdSession  *self,
                                  GtkWidget  *origin,
                                  DdChange   *change,
                                  const char *message);
void        dd_session_undo      (DdSession  *self,
                                  GtkWidget  *origin,
                                  gint64      action);
void        dd_session_tell      (DdSession  *self,
                                  const char *message,
                                  gint64      action);

G_END_DECLS
