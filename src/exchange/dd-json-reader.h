/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-row.h"

G_BEGIN_DECLS

/**
 * DdJsonReader:
 *
 * The records of a file in the exchange format of this program, one by one.
 *
 * The file is an object with "format": "dondoc", "version": 1 and then, for
 * each kind of records that it has, an array called as the kind is, of objects
 * whose members are called as the fields are. References are uids. A byte
 * order mark before it all is taken for what it is.
 *
 * The file is read on a thread of the reader's own, a little ahead of whoever
 * takes the records, so that its size does not matter.
 */
typedef struct _DdJsonReader DdJsonReader;

#define DD_JSON_FORMAT "dondoc"
#define DD_JSON_VERSION 1

DdJsonReader *dd_json_reader_new  (const char    *path,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
DdJsonReader *dd_json_reader_new_relative (const char *path,
                                   DdDay          today,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          dd_json_reader_free (DdJsonReader  *self);
DdRow        *dd_json_reader_next (DdJsonReader  *self,
                                   guint         *place,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdJsonReader, dd_json_reader_free)

G_END_DECLS
