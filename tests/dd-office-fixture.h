/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Office documents made from pieces of XML, and archives that are not as they should be. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DdZipPart:
 * @name: its name
 * @text: what is in it
 * @flags: of the format: 1 says that it is encrypted
 * @method: 8: packed, 0: as it is
 * @size_said: how large it is said to be, if not as it is
 * @crc_changed: what the checksum differs by
 */
typedef struct
{
  const char *name;
  const char *text;
  guint16     flags;
  guint16     method;
  guint32     size_said;
  guint32     crc_changed;
} DdZipPart;

/**
 * DdDocxFixture:
 * @body: what is in w:body
 * @numbering: (nullable): what is in w:numbering
 * @styles: (nullable): what is in w:styles
 * @footnotes: (nullable): what is in w:footnotes
 */
typedef struct
{
  const char *body;
  const char *numbering;
  const char *styles;
  const char *footnotes;
} DdDocxFixture;

#define DD_DOCX_NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

GBytes *dd_zip_fixture  (const DdZipPart     *parts,
                         guint                n_parts);
GBytes *dd_docx_fixture (const DdDocxFixture *docx);
GBytes *dd_odt_fixture  (const char          *styles,
                         const char          *body);
char   *dd_odt_content  (const char          *styles,
                         const char          *body);

/* The parts that every Word document has but for the body. */
extern const DdZipPart dd_docx_types, dd_docx_relationships;

G_END_DECLS
