/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the catalogue: who belongs to a group or body. */
#pragma once

#include "dd-form.h"

G_BEGIN_DECLS

void dd_member_form_present           (DdSession   *session,
                                       GtkWindow   *parent,
                                       const DdRow *member);
void dd_member_form_present_add_units (DdSession   *session,
                                       GtkWindow   *parent,
                                       const DdRow *body);

G_END_DECLS
