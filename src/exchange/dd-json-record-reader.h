/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/exchange. */
#pragma once

#include "dd-json-scanner.h"
#include "dd-row.h"

G_BEGIN_DECLS

/**
 * DdJsonRecordReader:
 *
 * Makes a record of each object that a scanner comes to. What is no field of
 * its kind, or has a value that the field cannot have, is refused.
 */
typedef struct _DdJsonRecordReader DdJsonRecordReader;

DdJsonRecordReader *dd_json_record_reader_new  (DdJsonScanner       *scanner,
                                                DdDay                today)
                                                G_GNUC_WARN_UNUSED_RESULT;
void                dd_json_record_reader_free (DdJsonRecordReader  *self);
DdRow              *dd_json_record_reader_read (DdJsonRecordReader  *self,
                                                const DdRecordType  *type,
                                                GError             **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
