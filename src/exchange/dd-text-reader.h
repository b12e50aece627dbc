/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A conclusion document of a thousand pages has four million characters. */
#define DD_TEXT_READER_MAX_SIZE (16 * 1024 * 1024)

/**
 * DdTextFile:
 * @text: valid UTF-8 as it stands in the file, without a byte order mark
 * @name: the file's name, for display
 * @sha256: of the bytes of the file
 */
typedef struct
{
  char *text;
  char *name;
  char *sha256;
} DdTextFile;

DdTextFile *dd_text_reader_read (const char  *path,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void        dd_text_file_free   (DdTextFile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdTextFile, dd_text_file_free)

G_END_DECLS
