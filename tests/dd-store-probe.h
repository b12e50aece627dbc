/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at a file of records from outside, as any program can, and at a list
 * as a view does. For tests of the store. */
#pragma once

#include "dd-list.h"
#include "dd-store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

typedef enum
{
  DD_DUMP_WHOLE    = 0,
  DD_DUMP_VALUES   = 1 << 0,    /* without when and how often a record changed */
  DD_DUMP_NO_LOG   = 1 << 1,    /* without the history */
} DdDumpFlags;

gboolean  dd_probe_try_open      (const char    *path,
                                  DdStoreOpenFlags flags,
                                  GError       **error);
void      dd_probe_make_file     (const char    *path);
void      dd_probe_make_copy     (const char    *path);
void      dd_probe_write         (const char    *path,
                                  const char    *bytes,
                                  gsize          size);

/* What tests do over and over: each must work. */
DdRow    *dd_probe_fetch_row     (DdStore       *store,
                                  DdKind         kind,
                                  gint64         id) G_GNUC_WARN_UNUSED_RESULT;
gint64    dd_probe_write_change  (DdStore       *store,
                                  DdChange      *change);
gint64    dd_probe_update        (DdStore       *store,
                                  DdRow         *row);
gint64    dd_probe_set_text      (DdStore       *store,
                                  DdKind         kind,
                                  gint64         id,
                                  guint          field,
                                  const char    *text);
gint64    dd_probe_delete        (DdStore       *store,
                                  DdKind         kind,
                                  gint64         id);

sqlite3  *dd_probe_open          (const char    *path) G_GNUC_WARN_UNUSED_RESULT;
void      dd_probe_exec          (const char    *path,
                                  const char    *sql);
gint64    dd_probe_number        (const char    *path,
                                  const char    *sql);
char     *dd_probe_text          (const char    *path,
                                  const char    *sql) G_GNUC_WARN_UNUSED_RESULT;
char     *dd_probe_dump          (const char    *path,
                                  DdDumpFlags    flags) G_GNUC_WARN_UNUSED_RESULT;
char     *dd_probe_history       (const char    *path,
                                  gint64         action) G_GNUC_WARN_UNUSED_RESULT;
char     *dd_probe_folder        (const char    *folder) G_GNUC_WARN_UNUSED_RESULT;
char     *dd_probe_find_problem  (const char    *path) G_GNUC_WARN_UNUSED_RESULT;
void      dd_probe_assert_sound  (const char    *path);

/**
 * DdMirror:
 *
 * A consumer of a list that believes nothing but its signals, and checks after
 * each that it says what the list says.
 */
typedef struct _DdMirror DdMirror;

DdMirror *dd_mirror_new          (DdList        *list) G_GNUC_WARN_UNUSED_RESULT;
void      dd_mirror_free         (DdMirror      *self);
guint     dd_mirror_get_n_told   (DdMirror      *self);
guint     dd_mirror_get_n_moved  (DdMirror      *self);
void      dd_mirror_reset        (DdMirror      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdMirror, dd_mirror_free)

gboolean  dd_probe_list_is       (DdStore       *store,
                                  DdList        *list);
void      dd_probe_wait_list     (DdStore       *store,
                                  DdList        *list);

G_END_DECLS
