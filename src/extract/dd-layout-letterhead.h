/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-layout-line.h"

G_BEGIN_DECLS

void dd_layout_mark_letterhead (DdLayout     *self,
                                const DdBody *all);

G_END_DECLS
