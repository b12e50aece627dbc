/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-reading.h"

G_BEGIN_DECLS

void dd_reading_check (const DdReading *reading,
                       const char      *text);

G_END_DECLS
