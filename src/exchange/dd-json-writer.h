/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "dd-day.h"

G_BEGIN_DECLS

/**
 * DdJsonWriter:
 *
 * Writes JSON as it goes, so that a long list never stands in memory.
 */
typedef struct _DdJsonWriter DdJsonWriter;

/* Takes what was written so far; FALSE with @error if it cannot. */
typedef gboolean (*DdJsonSink) (const char  *text,
                                gsize        size,
                                gpointer     user_data,
                                GError     **error);

DdJsonWriter *dd_json_writer_new    (DdJsonSink      sink,
                                     gpointer        user_data) G_GNUC_WARN_UNUSED_RESULT;
void          dd_json_writer_free   (DdJsonWriter   *self);
gboolean      dd_json_writer_finish (DdJsonWriter   *self,
                                     GError        **error);

void          dd_json_writer_begin_object (DdJsonWriter *self,
                                     const char     *name);
void          dd_json_writer_end_object (DdJsonWriter *self);
void          dd_json_writer_begin_array (DdJsonWriter *self,
                                     const char     *name);
void          dd_json_writer_end_array (DdJsonWriter *self);
void          dd_json_writer_add_text (DdJsonWriter *self,
                                     const char     *name,
                                     const char     *text);
void          dd_json_writer_add_texts (DdJsonWriter *self,
                                     const char     *name,
                                     char          **texts);
void          dd_json_writer_add_number (DdJsonWriter *self,
                                     const char     *name,
                                     gint64          number);
void          dd_json_writer_add_real (DdJsonWriter *self,
                                     const char     *name,
                                     double          real);
void          dd_json_writer_add_flag (DdJsonWriter *self,
                                     const char     *name,
                                     gboolean        flag);
void          dd_json_writer_add_day (DdJsonWriter  *self,
                                     const char     *name,
                                     DdDay           day);
void          dd_json_writer_add_null (DdJsonWriter *self,
                                     const char     *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdJsonWriter, dd_json_writer_free)

G_END_DECLS
