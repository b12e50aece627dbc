/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-store.h"
#include "dd-unit-dictionary.h"

G_BEGIN_DECLS

#define DD_TYPE_KNOWN_UNITS (dd_known_units_get_type ())
G_DECLARE_FINAL_TYPE (DdKnownUnits, dd_known_units, DD, KNOWN_UNITS, GObject)

DdKnownUnits           *dd_known_units_new            (DdStore      *store)
                                                       G_GNUC_WARN_UNUSED_RESULT;

gboolean                dd_known_units_get_ready      (DdKnownUnits *self);
const DdUnitDictionary *dd_known_units_get_dictionary (DdKnownUnits *self);
const DdRow            *dd_known_units_get_unit       (DdKnownUnits *self,
                                                       gint64        id);
const char             *dd_known_units_get_name       (DdKnownUnits *self,
                                                       gint64        id);

G_END_DECLS
