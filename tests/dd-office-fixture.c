/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-office-fixture.h"

#include <gio/gio.h>
#include <gsf/gsf-outfile-zip.h>
#include <gsf/gsf-output-memory.h>
#include <string.h>

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."

const DdZipPart dd_docx_types = { "[Content_Types].xml",
  "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
  "<Default Extension='rels' ContentType="
  "'application/vnd.openxmlformats-package.relationships+xml'/>"
  "<Override PartName='/word/document.xml' ContentType='" WORD "document.main+xml'/>"
  "</Types>", 0, 8, 0, 0 };

const DdZipPart dd_docx_relationships = { "_rels/.rels",
  "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
  "<Relationship Id='a' Type='" OFFICE "/officeDocument' Target='word/document.xml'/>"
  "</Relationships>", 0, 8, 0, 0 };

static void
append_16 (GByteArray *bytes,
           guint       value)
{
  const guint8 b[] = { value & 0xff, value >> 8 & 0xff };

  g_byte_array_append (bytes, b, sizeof b);
}

static void
append_32 (GByteArray *bytes,
           guint32     value)
{
  append_16 (bytes, value & 0xffff);
  append_16 (bytes, value >> 16);
}

static guint32
get_checksum (const char *text)
{
  guint32 table[256];
  guint32 crc = 0xffffffff;

  for (guint i = 0; i < 256; i++)
    {
      table[i] = i;
      for (guint bit = 0; bit < 8; bit++)
        table[i] = table[i] & 1 ? table[i] >> 1 ^ 0xedb88320 : table[i] >> 1;
    }
  for (const char *p = text; *p != '\0'; p++)
    crc = crc >> 8 ^ table[(crc ^ (guint8) *p) & 0xff];

  return ~crc;
}

static GBytes *
pack (const char *text,
      guint16     method)
{
  g_autoptr (GZlibCompressor) deflate = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = method == 0
    ? g_object_ref (memory) : g_converter_output_stream_new (memory, G_CONVERTER (deflate));

  g_assert_true (g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  g_output_stream_close (memory, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* What the two records of a part have in common. */
static void
append_part (GByteArray      *bytes,
             const DdZipPart *part,
             guint32          crc,
             gsize            packed_size)
{
  append_16 (bytes, 20);
  append_16 (bytes, part->flags);
  append_16 (bytes, part->method);
  append_32 (bytes, 0x58210000);
  append_32 (bytes, crc ^ part->crc_changed);
  append_32 (bytes, (guint32) packed_size);
  append_32 (bytes, part->size_said != 0 ? part->size_said : (guint32) strlen (part->text));
  append_16 (bytes, (guint) strlen (part->name));
  append_16 (bytes, 0);
}

/**
 * dd_zip_fixture:
 *
 * Returns: (transfer full): an archive, written byte by byte
 */
GBytes *
dd_zip_fixture (const DdZipPart *parts,
                guint            n_parts)
{
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  GByteArray *bytes = g_byte_array_new ();
  guint start;

  for (guint i = 0; i < n_parts; i++)
    {
      g_autoptr (GBytes) packed = pack (parts[i].text, parts[i].method);
      const guint32 crc = get_checksum (parts[i].text);
      const guint offset = bytes->len;

      append_32 (bytes, 0x04034b50);
      append_part (bytes, &parts[i], crc, g_bytes_get_size (packed));
      g_byte_array_append (bytes, (const guint8 *) parts[i].name, (guint) strlen (parts[i].name));
      g_byte_array_append (bytes, g_bytes_get_data (packed, NULL),
                           (guint) g_bytes_get_size (packed));

      append_32 (directory, 0x02014b50);
      append_16 (directory, 20);
      append_part (directory, &parts[i], crc, g_bytes_get_size (packed));
      append_16 (directory, 0);
      append_16 (directory, 0);
      append_16 (directory, 0);
      append_32 (directory, 0);
      append_32 (directory, offset);
      g_byte_array_append (directory, (const guint8 *) parts[i].name,
                           (guint) strlen (parts[i].name));
    }

  start = bytes->len;
  g_byte_array_append (bytes, directory->data, directory->len);
  append_32 (bytes, 0x06054b50);
  append_32 (bytes, 0);
  append_16 (bytes, n_parts);
  append_16 (bytes, n_parts);
  append_32 (bytes, directory->len);
  append_32 (bytes, start);
  append_16 (bytes, 0);

  return g_byte_array_free_to_bytes (bytes);
}

static void
add (GsfOutfile *zip,
     const char *name,
     const char *text)
{
  g_auto (GStrv) path = g_strsplit (name, "/", -1);
  GsfOutfile *folder = g_object_ref (zip);
  GsfOutput *part;

  for (guint i = 0; path[i + 1] != NULL; i++)
    {
      GsfOutfile *inner = GSF_OUTFILE (gsf_outfile_new_child (folder, path[i], TRUE));

      g_object_unref (folder);
      folder = inner;
    }
  part = gsf_outfile_new_child (folder, path[g_strv_length (path) - 1], FALSE);
  g_assert_true (gsf_output_write (part, strlen (text), (const guint8 *) text));
  g_assert_true (gsf_output_close (part));
  g_object_unref (part);
  g_object_unref (folder);
}

static void
add_docx_part (GsfOutfile *zip,
               GString    *relationships,
               const char *element,
               const char *text)
{
  g_autofree char *name = g_strdup_printf ("word/%s.xml", element);
  g_autofree char *xml = NULL;

  if (text == NULL)
    return;
  xml = g_strdup_printf ("<w:%s xmlns:w='" DD_DOCX_NAMESPACE "'>%s</w:%s>", element, text,
                         element);
  add (zip, name, xml);
  g_string_append_printf (relationships, "<Relationship Id='%s' Type='" OFFICE "/%s' "
                          "Target='%s.xml'/>", element, element, element);
}

static GBytes *
finish (GsfOutfile *zip,
        GsfOutput  *memory)
{
  GBytes *bytes;

  g_assert_true (gsf_output_close (GSF_OUTPUT (zip)));
  bytes = g_bytes_new (gsf_output_memory_get_bytes (GSF_OUTPUT_MEMORY (memory)),
                       (gsize) gsf_output_size (memory));
  g_object_unref (zip);
  g_object_unref (memory);

  return bytes;
}

/**
 * dd_docx_fixture:
 *
 * Returns: (transfer full): a Word document, put into an archive by libgsf
 */
GBytes *
dd_docx_fixture (const DdDocxFixture *docx)
{
  GsfOutput *memory = gsf_output_memory_new ();
  GsfOutfile *zip = gsf_outfile_zip_new (memory, NULL);
  g_autoptr (GString) relationships = g_string_new (
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>");
  g_autofree char *body = g_strdup_printf (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
    "<w:document xmlns:w='" DD_DOCX_NAMESPACE "' "
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
    "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "
    "xmlns:v='urn:schemas-microsoft-com:vml' "
    "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>"
    "<w:body>%s</w:body></w:document>", docx->body);

  add (zip, dd_docx_types.name, dd_docx_types.text);
  add (zip, dd_docx_relationships.name, dd_docx_relationships.text);
  add (zip, "word/document.xml", body);
  add_docx_part (zip, relationships, "numbering", docx->numbering);
  add_docx_part (zip, relationships, "styles", docx->styles);
  add_docx_part (zip, relationships, "footnotes", docx->footnotes);
  g_string_append (relationships, "</Relationships>");
  add (zip, "word/_rels/document.xml.rels", relationships->str);

  return finish (zip, memory);
}

/**
 * dd_odt_content:
 * @styles: what is in office:automatic-styles
 * @body: what is in office:text
 *
 * Returns: (transfer full): an OpenDocument text as one XML file
 */
char *
dd_odt_content (const char *styles,
                const char *body)
{
  return g_strdup_printf (
    "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
    "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "
    "xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' "
    "xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' "
    "xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'>"
    "<office:automatic-styles>%s</office:automatic-styles>"
    "<office:body><office:text>%s</office:text></office:body></office:document>", styles, body);
}

/**
 * dd_odt_fixture:
 *
 * Returns: (transfer full): an OpenDocument text, put into an archive by libgsf
 */
GBytes *
dd_odt_fixture (const char *styles,
                const char *body)
{
  GsfOutput *memory = gsf_output_memory_new ();
  GsfOutfile *zip = gsf_outfile_zip_new (memory, NULL);
  g_autofree char *content = dd_odt_content (styles, body);

  add (zip, "mimetype", "application/vnd.oasis.opendocument.text");
  add (zip, "content.xml", content);

  return finish (zip, memory);
}
