/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-directive.h"

G_BEGIN_DECLS

void dd_conclusion_numbers_give (GPtrArray *before,
                                 GPtrArray *after);

G_END_DECLS
