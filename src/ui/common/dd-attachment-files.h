/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "dd-change.h"

G_BEGIN_DECLS

/* In one action: all of it is in memory until it is written. */
#define DD_ATTACHMENT_FILES_MAX_SIZE (4 * (gsize) DD_ATTACHMENT_MAX_SIZE)

/**
 * DdAttachmentFile:
 * @row: an attachment with its name, media type and SHA-256, which belongs to nothing yet
 */
typedef struct
{
  DdRow  *row;
  GBytes *content;
} DdAttachmentFile;

/**
 * DdAttachmentFiles:
 * @files: (element-type DdAttachmentFile): what can be attached
 * @refused: (element-type utf8): of each other file, a sentence that says why not
 */
typedef struct
{
  GPtrArray *files;
  GPtrArray *refused;
} DdAttachmentFiles;

void               dd_attachment_files_free        (DdAttachmentFiles   *self);
gboolean           dd_attachment_file_is           (DdAttachmentFile    *self,
                                                    const DdRow         *attachment);
gint64             dd_attachment_file_fill         (DdAttachmentFile    *self,
                                                    DdChange            *change,
                                                    guint                owner,
                                                    gint64               id);

void               dd_attachment_files_read_async  (GPtrArray           *files,
                                                    int                 *permille,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
DdAttachmentFiles *dd_attachment_files_read_finish (GAsyncResult        *result,
                                                    GError             **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdAttachmentFiles, dd_attachment_files_free)

G_END_DECLS
