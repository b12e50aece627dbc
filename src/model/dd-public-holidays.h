/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-row.h"

G_BEGIN_DECLS

#define DD_PUBLIC_HOLIDAYS_FIRST_YEAR 2021
#define DD_PUBLIC_HOLIDAYS_LAST_YEAR 2036

GPtrArray *dd_public_holidays_for_year (guint year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
