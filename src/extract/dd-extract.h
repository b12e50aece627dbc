/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-reading.h"
#include "dd-unit-dictionary.h"

G_BEGIN_DECLS

DdReading *dd_extract_read      (const char             *text,
                                 const DdUnitDictionary *units,
                                 DdDay                   reference) G_GNUC_WARN_UNUSED_RESULT;
DdFinding *dd_extract_read_line (const char             *line,
                                 const DdUnitDictionary *units,
                                 DdDay                   reference) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
