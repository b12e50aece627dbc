/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-form.h"

G_BEGIN_DECLS

void dd_person_unit_follow (DdForm    *form,
                            DdSession *session,
                            guint      person_field,
                            guint      unit_field);

G_END_DECLS
