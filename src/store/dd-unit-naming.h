/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-change.h"

G_BEGIN_DECLS

/**
 * DdUnitNaming:
 *
 * What a change has units be called besides their names. Each unit is in the change once,
 * however many names it gets or loses.
 */
typedef struct _DdUnitNaming DdUnitNaming;

DdUnitNaming *dd_unit_naming_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void          dd_unit_naming_free   (DdUnitNaming *self);
void          dd_unit_naming_add    (DdUnitNaming *self,
                                     const DdRow  *unit,
                                     const char   *name);
void          dd_unit_naming_remove (DdUnitNaming *self,
                                     const DdRow  *unit,
                                     const char   *name);
void          dd_unit_naming_fill   (DdUnitNaming *self,
                                     DdChange     *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdUnitNaming, dd_unit_naming_free)

G_END_DECLS
