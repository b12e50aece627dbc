/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_PREFERENCES (dd_preferences_get_type ())
G_DECLARE_FINAL_TYPE (DdPreferences, dd_preferences, DD, PREFERENCES, AdwWindow)

GtkWidget *dd_preferences_new (DdSession *session,
                               GSettings *settings,
                               GtkWindow *parent);

G_END_DECLS
