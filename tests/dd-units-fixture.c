/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-units-fixture.h"

static gboolean
is_ready (gpointer data)
{
  return dd_known_units_get_ready (data);
}

void
dd_units_fixture_set_up (DdUnitsFixture *f)
{
  dd_test_set_up_open (&f->store, NULL);
  f->justice = dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp"));
  f->home = dd_test_insert (f->store.store, dd_test_unit ("Sở Nội vụ"));
  dd_test_insert (f->store.store, dd_test_unit ("Sở Văn hóa, Thể thao và Du lịch"));
  f->known = dd_known_units_new (f->store.store);
  g_assert_true (dd_test_spin_until (is_ready, f->known, 10000));
}

void
dd_units_fixture_tear_down (DdUnitsFixture *f)
{
  g_object_unref (f->known);
  dd_test_tear_down (&f->store, NULL);
}
