/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-archive"

#include "config.h"

#include "dd-archive.h"

#include "dd-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The records of the format, by what they begin with, and their sizes without names. */
#define LOCAL_SIGNATURE 0x04034b50
#define LOCAL_SIZE 30
#define PART_SIGNATURE 0x02014b50
#define PART_SIZE 46
#define END_SIGNATURE 0x06054b50
#define END_SIZE 22
#define COMMENT_MAX 65535

/* Bit 0: encrypted; bit 6: strongly; bit 13: the directory too. */
#define FLAGS_ENCRYPTED 0x2041

/* A number that stands in the extra field, in eight bytes. */
#define IN_EXTRA_FIELD 0xffffffff
#define EXTRA_ZIP64 1

#define METHOD_STORED 0
#define METHOD_DEFLATED 8

#define CHUNK_SIZE 65536

typedef struct
{
  char    *name;
  guint16  method;
  guint32  crc;
  guint64  packed_size;
  guint64  size;
  guint64  offset;
} Part;

/* The reader is our own, since a file from outside has to be looked at more closely than
 * libgsf does: that goes by what the directory says, without checksums, limits or a word
 * about encryption. */
struct _DdArchive
{
  GBytes       *bytes;
  char         *name;
  const guint8 *data;
  gsize         size;
  GHashTable   *parts;          /* Part by its name in small letters */
  gsize         n_unpacked;
};

static guint16
get_16 (const guint8 *p)
{
  return (guint16) (p[0] | p[1] << 8);
}

static guint32
get_32 (const guint8 *p)
{
  return p[0] | (guint32) p[1] << 8 | (guint32) p[2] << 16 | (guint32) p[3] << 24;
}

static guint64
get_64 (const guint8 *p)
{
  return get_32 (p) | (guint64) get_32 (p + 4) << 32;
}

static void
free_part (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_free (part);
}

static gboolean
fail_damaged (DdArchive  *self,
              GError    **error)
{
  g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_DAMAGED,
               /* Translators: the name of a file. */
               _("“%s” is damaged or was not received whole. Ask for the file once more, or open "
                 "it in Word or LibreOffice, save it anew, and open that."), self->name);
  return FALSE;
}

static gboolean
fail_too_large (DdArchive  *self,
                GError    **error)
{
  g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE,
               /* Translators: the name of a file. */
               _("“%s” unpacks to more than any document holds. Please check that it is the right "
                 "file."), self->name);
  return FALSE;
}

static gboolean
fail_locked (DdArchive  *self,
             GError    **error)
{
  g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_LOCKED,
               _("“%s” opens with a password only. Save it without the password and open it once "
                 "more."), self->name);
  return FALSE;
}

/* Nothing is ever written by such a name; but no office program makes one. */
static gboolean
is_unsafe (const char *name,
           gsize       length)
{
  g_autofree char *slashed = g_strndup (name, length);
  g_auto (GStrv) folders = NULL;

  if (length == 0 || strlen (slashed) != length)
    return TRUE;
  g_strdelimit (slashed, "\\", '/');
  if (slashed[0] == '/' || (g_ascii_isalpha (slashed[0]) && slashed[1] == ':'))
    return TRUE;

  folders = g_strsplit (slashed, "/", -1);
  return g_strv_contains ((const char * const *) folders, "..");
}

/* The last record that says where the directory is. Behind it there may be a comment, and
 * what programs that send files have added. */
static const guint8 *
find_end (DdArchive *self)
{
  gsize last;

  if (self->size < END_SIZE)
    return NULL;
  last = self->size - END_SIZE;

  for (gsize i = 0; i <= last && i <= COMMENT_MAX; i++)
    {
      const guint8 *p = self->data + last - i;

      if (get_32 (p) == END_SIGNATURE && get_16 (p + 20) <= i &&
          (guint64) get_32 (p + 16) + get_32 (p + 12) <= last - i)
        return p;
    }

  return NULL;
}

/* Numbers that do not fit stand in the extra field, in this order. */
static gboolean
read_extra_field (Part         *part,
                  const guint8 *extra,
                  gsize         size)
{
  guint64 * const numbers[] = { &part->size, &part->packed_size, &part->offset };

  while (size >= 4)
    {
      const gsize length = get_16 (extra + 2);

      if (length > size - 4)
        return FALSE;
      if (get_16 (extra) == EXTRA_ZIP64)
        {
          gsize used = 0;

          for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
            if (*numbers[i] == IN_EXTRA_FIELD)
              {
                if (used + 8 > length)
                  return FALSE;
                *numbers[i] = get_64 (extra + 4 + used);
                used += 8;
              }
        }
      extra += 4 + length;
      size -= 4 + length;
    }

  return TRUE;
}

/* @p: a record of the directory, with its name and extra field */
static gboolean
add_part (DdArchive     *self,
          const guint8  *p,
          GError       **error)
{
  const char *name = (const char *) p + PART_SIZE;
  const gsize name_length = get_16 (p + 28);
  gboolean good;
  Part *part;

  if (is_unsafe (name, name_length))
    {
      g_autofree char *shown = g_utf8_make_valid (name, (gssize) MIN (name_length, 80));

      g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_DAMAGED,
                   /* Translators: the name of a file, then that of something packed into it. */
                   _("“%s” is not opened: a part of it is named “%s”, which no office program "
                     "does. Open it in Word or LibreOffice, save it anew, and open that."),
                   self->name, shown);
      return FALSE;
    }
  if (get_16 (p + 8) & FLAGS_ENCRYPTED)
    return fail_locked (self, error);
  if (name[name_length - 1] == '/')
    return TRUE;

  part = g_new0 (Part, 1);
  part->name = g_strndup (name, name_length);
  part->method = get_16 (p + 10);
  part->crc = get_32 (p + 16);
  part->packed_size = get_32 (p + 20);
  part->size = get_32 (p + 24);
  part->offset = get_32 (p + 42);

  /* Of two parts with one name, programs read different ones. */
  good = read_extra_field (part, p + PART_SIZE + name_length, get_16 (p + 30));
  good &= g_hash_table_insert (self->parts, g_ascii_strdown (part->name, -1), part);

  return good || fail_damaged (self, error);
}

static gboolean
read_directory (DdArchive  *self,
                GError    **error)
{
  const guint8 *end = find_end (self);
  const guint8 *p;
  guint n_parts;

  if (end == NULL)
    return fail_damaged (self, error);
  n_parts = get_16 (end + 10);
  if (n_parts > DD_ARCHIVE_MAX_PARTS)
    return fail_too_large (self, error);
  if (n_parts != get_16 (end + 8))
    return fail_damaged (self, error);

  p = self->data + get_32 (end + 16);
  for (guint i = 0; i < n_parts; i++)
    {
      const gsize rest = (gsize) (end - p);
      gsize length;

      if (rest < PART_SIZE || get_32 (p) != PART_SIGNATURE)
        return fail_damaged (self, error);
      length = PART_SIZE + get_16 (p + 28) + get_16 (p + 30) + get_16 (p + 32);
      if (length > rest)
        return fail_damaged (self, error);
      if (!add_part (self, p, error))
        return FALSE;
      p += length;
    }

  return TRUE;
}

/**
 * dd_archive_new:
 * @name: the file's name, for messages
 *
 * Reads which parts an archive has. Archives that are cut off, encrypted, or hold parts with
 * the same name or with a path out of a folder, are refused.
 *
 * Returns: (transfer full) (nullable): the archive, or %NULL with #DdExchangeError
 */
DdArchive *
dd_archive_new (GBytes      *bytes,
                const char  *name,
                GError     **error)
{
  g_autoptr (DdArchive) self = g_new0 (DdArchive, 1);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->data = g_bytes_get_data (bytes, &self->size);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_part);

  return read_directory (self, error) ? g_steal_pointer (&self) : NULL;
}

void
dd_archive_free (DdArchive *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_hash_table_unref (self->parts);
  g_free (self);
}

/**
 * dd_archive_get_name:
 *
 * Returns: (transfer none): the file's name, for messages
 */
const char *
dd_archive_get_name (DdArchive *self)
{
  return self->name;
}

static Part *
find_part (DdArchive  *self,
           const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_lookup (self->parts, key);
}

/**
 * dd_archive_contains:
 * @part: the name of a part; small letters and capitals are the same
 */
gboolean
dd_archive_contains (DdArchive  *self,
                     const char *part)
{
  return find_part (self, part) != NULL;
}

/* The packed bytes of a part; %NULL if the archive does not hold them. */
static const guint8 *
find_packed (DdArchive  *self,
             const Part *part)
{
  const guint8 *p;
  gsize start;

  if (part->offset > self->size || self->size - part->offset < LOCAL_SIZE)
    return NULL;
  p = self->data + part->offset;
  if (get_32 (p) != LOCAL_SIGNATURE || get_16 (p + 8) != part->method)
    return NULL;
  start = LOCAL_SIZE + get_16 (p + 26) + get_16 (p + 28);
  if (self->size - part->offset < start ||
      self->size - part->offset - start < part->packed_size)
    return NULL;
  if (get_16 (p + 26) != strlen (part->name) ||
      memcmp (p + LOCAL_SIZE, part->name, strlen (part->name)) != 0)
    return NULL;

  return p + start;
}

static guint32
add_to_checksum (guint32       crc,
                 const guint8 *bytes,
                 gsize         size)
{
  static gsize ready = 0;
  static guint32 table[256];

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < 256; i++)
        {
          guint32 c = i;

          for (guint bit = 0; bit < 8; bit++)
            c = c & 1 ? c >> 1 ^ 0xedb88320 : c >> 1;
          table[i] = c;
        }
      g_once_init_leave (&ready, 1);
    }

  crc = ~crc;
  for (gsize i = 0; i < size; i++)
    crc = crc >> 8 ^ table[(crc ^ bytes[i]) & 0xff];

  return ~crc;
}

/* Unpacked bytes on their way to whoever takes them. */
typedef struct
{
  DdArchive     *archive;
  const Part    *part;
  DdArchiveTake  take;
  gpointer       data;
  guint64        n_bytes;
  guint32        crc;
} Flow;

static gboolean
pass_on (Flow          *flow,
         const guint8  *bytes,
         gsize          size,
         GError       **error)
{
  DdArchive *self = flow->archive;

  flow->n_bytes += size;
  self->n_unpacked += size;
  if (self->n_unpacked > DD_ARCHIVE_MAX_SIZE ||
      (flow->n_bytes > DD_ARCHIVE_RATIO_FROM &&
       flow->n_bytes / DD_ARCHIVE_MAX_RATIO > flow->part->packed_size))
    return fail_too_large (self, error);
  if (flow->n_bytes > flow->part->size)
    return fail_damaged (self, error);
  flow->crc = add_to_checksum (flow->crc, bytes, size);

  return flow->take ((const char *) bytes, size, flow->data, error);
}

static gboolean
unpack_stored (Flow          *flow,
               const guint8  *packed,
               GCancellable  *cancellable,
               GError       **error)
{
  for (guint64 i = 0; i < flow->part->packed_size; i += CHUNK_SIZE)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !pass_on (flow, packed + i, MIN (CHUNK_SIZE, flow->part->packed_size - i), error))
      return FALSE;

  return TRUE;
}

static gboolean
unpack_deflated (Flow          *flow,
                 const guint8  *packed,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GZlibDecompressor) inflate =
    g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autofree guint8 *buffer = g_malloc (CHUNK_SIZE);
  gsize used = 0;

  for (;;)
    {
      gsize n_read = 0, n_written = 0;
      GConverterResult result;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      result = g_converter_convert (G_CONVERTER (inflate), packed + used,
                                    flow->part->packed_size - used, buffer, CHUNK_SIZE,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      used += n_read;
      if (result == G_CONVERTER_ERROR)
        return fail_damaged (flow->archive, error);
      if (n_written > 0 && !pass_on (flow, buffer, n_written, error))
        return FALSE;
      if (result == G_CONVERTER_FINISHED)
        return used == flow->part->packed_size || fail_damaged (flow->archive, error);
      if (n_read == 0 && n_written == 0)
        return fail_damaged (flow->archive, error);
    }
}

/**
 * dd_archive_read:
 * @part: the name of a part that is there
 * @take: (scope call): what takes its bytes, piece by piece
 *
 * Unpacks a part. What it unpacks to, its size and its checksum, has to be what the archive
 * says; and all that is ever unpacked of an archive is no more than %DD_ARCHIVE_MAX_SIZE.
 *
 * Returns: %FALSE with #DdExchangeError, %G_IO_ERROR_CANCELLED, or the error of @take
 */
gboolean
dd_archive_read (DdArchive      *self,
                 const char     *part,
                 DdArchiveTake   take,
                 gpointer        data,
                 GCancellable   *cancellable,
                 GError        **error)
{
  const Part *found = find_part (self, part);
  Flow flow = { self, found, take, data, 0, 0 };
  const guint8 *packed = found != NULL ? find_packed (self, found) : NULL;

  if (packed == NULL || (found->method != METHOD_STORED && found->method != METHOD_DEFLATED))
    return fail_damaged (self, error);
  if (!(found->method == METHOD_STORED ? unpack_stored (&flow, packed, cancellable, error)
                                       : unpack_deflated (&flow, packed, cancellable, error)))
    return FALSE;
  if (flow.n_bytes != found->size || flow.crc != found->crc)
    return fail_damaged (self, error);

  return TRUE;
}
