/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of Vietnamese words: a ă â … d đ e ê …, tones ngang huyền hỏi ngã
 * sắc nặng. The C library's vi_VN puts Ẩn before Ăn, hence ICU. */
#define G_LOG_DOMAIN "dd-collate"

#include "dd-collate.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

static UCollator *
get_collator (void)
{
  static gsize once;
  static UCollator *collator;

  if (g_once_init_enter (&once))
    {
      UErrorCode code = U_ZERO_ERROR;

      collator = ucol_open ("vi", &code);
      if (U_FAILURE (code))
        g_error ("ICU has no Vietnamese collation: %s", u_errorName (code));
      g_once_init_leave (&once, 1);
    }

  return collator;
}

static GBytes *
sort_key (const char *text,
          gsize       bytes,
          gsize       max_size)
{
  UErrorCode code = U_ZERO_ERROR;
  g_autofree UChar *wide = g_new (UChar, bytes + 1);
  guint8 *key;
  int32_t length = 0, size;

  u_strFromUTF8 (wide, (int32_t) bytes + 1, &length, text, (int32_t) bytes, &code);
  g_return_val_if_fail (U_SUCCESS (code), NULL);

  /* ICU returns the size it needs and fills what there is room for. */
  key = g_malloc (max_size);
  size = ucol_getSortKey (get_collator (), wide, length, key, (int32_t) max_size);
  if ((gsize) size <= max_size && size > 0)
    size--;                     /* the closing 0 orders nothing */

  return g_bytes_new_take (key, MIN ((gsize) size, max_size));
}

/**
 * dd_collate_key:
 * @max_size: where the key is cut; texts that are equal so far count as equal
 *
 * Returns: (transfer full): bytes that order as the texts do in a Vietnamese dictionary
 */
GBytes *
dd_collate_key (const char *text,
                gsize       max_size)
{
  g_return_val_if_fail (text != NULL, NULL);

  return sort_key (text, strlen (text), max_size);
}

/**
 * dd_collate_person_key:
 * @name: a person's name, family name first as Vietnamese names are written
 *
 * Returns: (transfer full): like dd_collate_key(), but persons order by
 *   their given name, the last word: Nguyễn Văn An comes before Lê Bình, and
 *   every Hà before every Hạ
 */
GBytes *
dd_collate_person_key (const char *name,
                       gsize       max_size)
{
  g_autofree char *bare = g_strstrip (g_strdup (name));
  char *space = strrchr (bare, ' ');
  g_autoptr (GBytes) given = NULL;
  g_autoptr (GBytes) others = NULL;
  g_autoptr (GByteArray) key = NULL;

  if (space == NULL)
    return dd_collate_key (bare, max_size);

  *space = '\0';
  g_strchomp (bare);
  given = dd_collate_key (space + 1, max_size);
  others = dd_collate_key (bare, max_size);

  /* One key of both words would compare the tones last of all. No key has a
   * 0 in it, so that it parts the two and a given name alone comes first. */
  key = g_byte_array_new ();
  g_byte_array_append (key, g_bytes_get_data (given, NULL), (guint) g_bytes_get_size (given));
  g_byte_array_append (key, (const guint8 *) "", 1);
  g_byte_array_append (key, g_bytes_get_data (others, NULL), (guint) g_bytes_get_size (others));

  return g_bytes_new (key->data, MIN (key->len, max_size));
}

/**
 * dd_collate_version:
 *
 * Stored keys hold good only for the version that made them.
 *
 * Returns: the version of ICU's collation
 */
const char *
dd_collate_version (void)
{
  static gsize once;
  static char text[U_MAX_VERSION_STRING_LENGTH];

  if (g_once_init_enter (&once))
    {
      UVersionInfo version;

      ucol_getVersion (get_collator (), version);
      u_versionToString (version, text);
      g_once_init_leave (&once, 1);
    }

  return text;
}
