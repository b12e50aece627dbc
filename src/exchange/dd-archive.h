/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is unpacked of an archive, all its parts together. */
#define DD_ARCHIVE_MAX_SIZE (64 * 1024 * 1024)

/* A part may be packed as well as this; a small one better. */
#define DD_ARCHIVE_MAX_RATIO 100
#define DD_ARCHIVE_RATIO_FROM (1024 * 1024)

#define DD_ARCHIVE_MAX_PARTS 10000

/**
 * DdArchive:
 *
 * A ZIP archive, as office programs put their documents into, that comes from outside.
 */
typedef struct _DdArchive DdArchive;

/**
 * DdArchiveTake:
 * @bytes: what comes next of a part
 *
 * Returns: %FALSE with an error if no more is wanted
 */
typedef gboolean (*DdArchiveTake) (const char  *bytes,
                                   gsize        size,
                                   gpointer     data,
                                   GError     **error);

DdArchive  *dd_archive_new      (GBytes         *bytes,
                                 const char     *name,
                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void        dd_archive_free     (DdArchive      *self);

const char *dd_archive_get_name (DdArchive      *self);
gboolean    dd_archive_contains (DdArchive      *self,
                                 const char     *part);
gboolean    dd_archive_read     (DdArchive      *self,
                                 const char     *part,
                                 DdArchiveTake   take,
                                 gpointer        data,
                                 GCancellable   *cancellable,
                                 GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdArchive, dd_archive_free)

G_END_DECLS
