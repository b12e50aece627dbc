/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-old-encoding.h"

G_BEGIN_DECLS

/**
 * DdTextFile:
 * @text: valid UTF-8: what the file says
 * @name: (nullable): the file's name, for display; a pasted text has none
 * @sha256: of the bytes of the file
 * @bytes: (nullable): the file as it is, to be kept; %NULL for a pasted text
 * @media_type: (nullable): what kind of file it is: "application/pdf"; %NULL for a pasted text
 * @encoding: the old encoding that @text, or a part of it, was converted from
 * @unconverted: (nullable): if the whole text was, by a guess, what it was before; a text that
 *   says itself by its fonts how it is written has none
 * @remark: (nullable): a sentence for the user about what of the file was not read
 *
 * A text with the file it was read from.
 */
typedef struct
{
  char          *text;
  char          *name;
  char          *sha256;
  GBytes        *bytes;
  char          *media_type;
  DdOldEncoding  encoding;
  char          *unconverted;
  char          *remark;
} DdTextFile;

DdTextFile *dd_text_file_new_pasted   (const char        *text,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;
DdTextFile *dd_text_file_copy         (const DdTextFile  *self) G_GNUC_WARN_UNUSED_RESULT;
void        dd_text_file_set_encoding (DdTextFile        *self,
                                       DdOldEncoding      encoding);
void        dd_text_file_free         (DdTextFile        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdTextFile, dd_text_file_free)

G_END_DECLS
