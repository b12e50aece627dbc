/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_CATALOGUE (dd_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (DdCatalogue, dd_catalogue, DD, CATALOGUE, AdwWindow)

GtkWidget *dd_catalogue_new (DdSession *session,
                             DdKind     kind,
                             GtkWindow *parent);

GtkWidget *dd_catalogue_new_members (DdSession   *session,
                                     const DdRow *body,
                                     GtkWindow   *parent);

G_END_DECLS
