/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-choices.h"
#include "dd-row.h"

G_BEGIN_DECLS

gboolean     dd_unit_name_is_group    (const char *name);
gboolean     dd_unit_name_is_vague    (const char *name);
DdUnitLevel  dd_unit_name_guess_level (const char *name);
DdRow       *dd_unit_row_from_name    (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
