/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-row.h"

G_BEGIN_DECLS

/**
 * DdUnitDictionary:
 *
 * The names by which texts call the units that are known.
 *
 * Names are matched without regard to case, to where the tone stands ("Uỷ",
 * "Ủy"), to normal form, and to usual abbreviations ("Ủy ban nhân dân",
 * "UBND"); the longest name wins, so that commas and "và" inside a name do not
 * cut it.
 */
typedef struct _DdUnitDictionary DdUnitDictionary;

DdUnitDictionary *dd_unit_dictionary_new            (void) G_GNUC_WARN_UNUSED_RESULT;
DdUnitDictionary *dd_unit_dictionary_new_with_known (void) G_GNUC_WARN_UNUSED_RESULT;
void              dd_unit_dictionary_free           (DdUnitDictionary       *self);

void              dd_unit_dictionary_add            (DdUnitDictionary       *self,
                                                     const char             *name,
                                                     gint64                  id);
void              dd_unit_dictionary_add_unit       (DdUnitDictionary       *self,
                                                     const DdRow            *unit);
gint64            dd_unit_dictionary_find           (const DdUnitDictionary *self,
                                                     const char             *name);
gint64            dd_unit_dictionary_find_near      (const DdUnitDictionary *self,
                                                     const char             *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdUnitDictionary, dd_unit_dictionary_free)

G_END_DECLS
