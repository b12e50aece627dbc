/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-document-kind"

#include "config.h"

#include "dd-document-kind.h"

#include "dd-text.h"

#include <string.h>

/* A page may begin with so much before it says that it is one. */
#define HEAD_SIZE 1024

/* How files begin that say what they are. */
static const struct
{
  const char     *bytes;
  gsize           size;
  DdDocumentKind  kind;
} beginnings[] = {
#define BYTES(literal) literal, sizeof literal - 1
  { BYTES ("{\\rtf"), DD_DOCUMENT_KIND_RTF },
  { BYTES ("\x89PNG\r\n"), DD_DOCUMENT_KIND_PICTURE },
  { BYTES ("\xFF\xD8\xFF"), DD_DOCUMENT_KIND_PICTURE },
  { BYTES ("GIF8"), DD_DOCUMENT_KIND_PICTURE },
  { BYTES ("II*\0"), DD_DOCUMENT_KIND_PICTURE },
  { BYTES ("MM\0*"), DD_DOCUMENT_KIND_PICTURE },
  { BYTES ("AT&TFORM"), DD_DOCUMENT_KIND_PICTURE },     /* DjVu */
  { BYTES ("\0\0\0\x18" "ftyphei"), DD_DOCUMENT_KIND_PICTURE },
  { BYTES ("\0\0\0\x1C" "ftyphei"), DD_DOCUMENT_KIND_PICTURE },
  { BYTES ("\0\0\0\x24" "ftyphei"), DD_DOCUMENT_KIND_PICTURE },
  { BYTES ("Rar!\x1A\x07"), DD_DOCUMENT_KIND_ARCHIVE },
  { BYTES ("7z\xBC\xAF\x27\x1C"), DD_DOCUMENT_KIND_ARCHIVE },
  { BYTES ("\x1F\x8B\x08"), DD_DOCUMENT_KIND_ARCHIVE },
  { BYTES ("MIME-Version:"), DD_DOCUMENT_KIND_MHT },
  { BYTES ("From: <Saved by"), DD_DOCUMENT_KIND_MHT },
};

/* What is in the archives that office programs write. */
static const struct
{
  const char     *bytes;
  gsize           size;
  DdDocumentKind  kind;
} members[] = {
  { BYTES ("mimetypeapplication/vnd.oasis.opendocument.text"), DD_DOCUMENT_KIND_ODT },
  { BYTES ("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
    DD_DOCUMENT_KIND_SPREADSHEET },
  { BYTES ("mimetypeapplication/vnd.oasis.opendocument.presentation"), DD_DOCUMENT_KIND_SLIDES },
  { BYTES ("word/document"), DD_DOCUMENT_KIND_DOCX },
  { BYTES ("xl/workbook"), DD_DOCUMENT_KIND_SPREADSHEET },
  { BYTES ("ppt/presentation"), DD_DOCUMENT_KIND_SLIDES },
  { BYTES ("Index/Document.iwa"), DD_DOCUMENT_KIND_PAGES },
  /* Parts may have other names, and the type be packed: the readers ask what it is. */
  { BYTES ("_rels/.rels"), DD_DOCUMENT_KIND_DOCX },
  { BYTES ("META-INF/manifest.xml"), DD_DOCUMENT_KIND_ODT },
#undef BYTES
};

static const char * const media_types[DD_N_DOCUMENT_KINDS] = {
  [DD_DOCUMENT_KIND_TEXT] = "text/plain",
  [DD_DOCUMENT_KIND_HTML] = "text/html",
  [DD_DOCUMENT_KIND_PDF] = "application/pdf",
  [DD_DOCUMENT_KIND_DOCX] =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  [DD_DOCUMENT_KIND_ODT] = "application/vnd.oasis.opendocument.text",
  [DD_DOCUMENT_KIND_FLAT_ODT] = "application/vnd.oasis.opendocument.text-flat-xml",
};

static gboolean
has_tag (const char *head,
         const char *name)
{
  const gsize length = strlen (name);

  for (const char *p = strchr (head, '<'); p != NULL; p = strchr (p + 1, '<'))
    if (g_ascii_strncasecmp (p + 1, name, length) == 0 && !g_ascii_isalnum (p[1 + length]))
      return TRUE;

  return FALSE;
}

/* A page begins with a tag, perhaps after a remark; and so does other XML. */
static DdDocumentKind
find_markup (const char *bytes,
             gsize       size)
{
  static const char * const tags[] = { "!DOCTYPE html", "html", "head", "body", "meta", "title",
                                       "table", "div", "p", "h1", "font", "span", "center" };
  g_autofree char *head = NULL;
  const char *start;
  /* UTF-16 has a NUL beside each letter of a tag. */
  const gboolean wide = size > 4 && (memchr (bytes, '\0', 4) != NULL);
  guint n = 0;

  head = g_malloc0 (HEAD_SIZE + 1);
  for (gsize i = 0; i < size && n < HEAD_SIZE; i++)
    if (!(wide && bytes[i] == '\0'))
      head[n++] = bytes[i] != '\0' ? bytes[i] : ' ';
  start = head;
  if (g_str_has_prefix (start, DD_TEXT_BYTE_ORDER_MARK))
    start += strlen (DD_TEXT_BYTE_ORDER_MARK);
  else if (g_str_has_prefix (start, "\xFF\xFE") || g_str_has_prefix (start, "\xFE\xFF"))
    start += 2;
  while (g_ascii_isspace (*start))
    start++;
  if (*start != '<')
    return DD_DOCUMENT_KIND_TEXT;

  if (has_tag (start, "office:document"))
    return DD_DOCUMENT_KIND_FLAT_ODT;
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (has_tag (start, tags[i]))
      return DD_DOCUMENT_KIND_HTML;

  return g_str_has_prefix (start, "<?xml") ? DD_DOCUMENT_KIND_XML : DD_DOCUMENT_KIND_TEXT;
}

/**
 * dd_document_kind_of_bytes:
 * @bytes: a whole file
 *
 * Looks at what the file says of itself, not at its name.
 */
DdDocumentKind
dd_document_kind_of_bytes (GBytes *bytes)
{
  static const char locked[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size == 0)
    return DD_DOCUMENT_KIND_TEXT;

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (size >= beginnings[i].size && memcmp (data, beginnings[i].bytes, beginnings[i].size) == 0)
      return beginnings[i].kind;

  if (size >= 4 && memcmp (data, "PK\x03\x04", 4) == 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (members); i++)
        if (memmem (data, size, members[i].bytes, members[i].size) != NULL)
          return members[i].kind;
      return DD_DOCUMENT_KIND_ARCHIVE;
    }
  if (size >= 4 && memcmp (data, "\xD0\xCF\x11\xE0", 4) == 0)
    return memmem (data, size, locked, sizeof locked - 1) != NULL ? DD_DOCUMENT_KIND_LOCKED
                                                                  : DD_DOCUMENT_KIND_DOC;
  /* Programs that send files put some bytes before it. */
  if (memmem (data, MIN (size, HEAD_SIZE), "%PDF-", 5) != NULL)
    return DD_DOCUMENT_KIND_PDF;

  return find_markup (data, size);
}

/**
 * dd_document_kind_get_media_type:
 *
 * Returns: (transfer none) (nullable): %NULL for kinds that are not read
 */
const char *
dd_document_kind_get_media_type (DdDocumentKind self)
{
  return self < DD_N_DOCUMENT_KINDS ? media_types[self] : NULL;
}
