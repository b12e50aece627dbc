/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-layout.h"
#include "dd-row.h"

G_BEGIN_DECLS

void  dd_letterhead_read (const DdBody   *all,
                          const DdLayout *layout,
                          DdRow          *document);

G_END_DECLS
