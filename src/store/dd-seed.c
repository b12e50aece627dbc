/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-seed"

#include "dd-seed.h"

#include "dd-public-holidays.h"
#include "dd-sort-keys.h"
#include "dd-write.h"

/**
 * dd_seed:
 *
 * Writes the public holidays and who makes the sort keys, and nothing else: a
 * file is empty otherwise.
 */
gboolean
dd_seed (DdDb    *db,
         GError **error)
{
  g_auto (DdWriter) writer = { NULL, };

  dd_writer_start (&writer, "Đôn Đốc", "Ngày nghỉ lễ");
  for (guint year = DD_PUBLIC_HOLIDAYS_FIRST_YEAR; year <= DD_PUBLIC_HOLIDAYS_LAST_YEAR; year++)
    {
      g_autoptr (GPtrArray) days = dd_public_holidays_for_year (year);

      for (guint i = 0; i < days->len; i++)
        if (!dd_write_insert (db, &writer, days->pdata[i], error))
          return FALSE;
    }

  return dd_sort_keys_sign (db, error);
}
