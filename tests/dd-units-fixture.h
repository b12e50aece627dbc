/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file with three units, one with a comma and "và" in its name, and their names read. */
#pragma once

#include "dd-known-units.h"
#include "dd-test-utils.h"

G_BEGIN_DECLS

/**
 * DdUnitsFixture:
 * @justice: "Sở Tư pháp"
 * @home: "Sở Nội vụ"
 */
typedef struct
{
  DdStoreFixture  store;
  DdKnownUnits   *known;
  gint64          justice;
  gint64          home;
} DdUnitsFixture;

void dd_units_fixture_set_up    (DdUnitsFixture *f);
void dd_units_fixture_tear_down (DdUnitsFixture *f);

G_END_DECLS
