/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-layout-line.h"

G_BEGIN_DECLS

DdLayout *dd_layout_new  (const DdBody *all) G_GNUC_WARN_UNUSED_RESULT;
void      dd_layout_free (DdLayout     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdLayout, dd_layout_free)

G_END_DECLS
