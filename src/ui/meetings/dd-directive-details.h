/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_DIRECTIVE_DETAILS (dd_directive_details_get_type ())
G_DECLARE_FINAL_TYPE (DdDirectiveDetails, dd_directive_details, DD, DIRECTIVE_DETAILS, GtkWidget)

void dd_directive_details_start         (DdDirectiveDetails *self,
                                         DdSession          *session);
void dd_directive_details_set_directive (DdDirectiveDetails *self,
                                         DdRecord           *directive);

G_END_DECLS
