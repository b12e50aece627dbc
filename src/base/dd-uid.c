/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-uid"

#include "dd-uid.h"

#include <string.h>

/**
 * dd_uid_new:
 *
 * A UUID of version 7 (RFC 9562): its first 48 bits are the time in
 * milliseconds, the next 12 count within one, so that records sort by the
 * order in which they were made, on one desk and nearly so across desks.
 *
 * Returns: (transfer full): 36 lower-case characters
 */
char *
dd_uid_new (void)
{
  static GMutex mutex;
  static gint64 last;           /* milliseconds × 4096 + count */
  gint64 now = g_get_real_time () / 1000 * 4096;
  guint32 random[2];

  g_mutex_lock (&mutex);
  now = MAX (now, last + 1);
  last = now;
  g_mutex_unlock (&mutex);

  random[0] = g_random_int ();
  random[1] = g_random_int ();

  return g_strdup_printf ("%08x-%04x-7%03x-%04x-%04x%08x",
                          (guint32) (now >> 28),
                          (guint32) (now >> 12) & 0xFFFF,
                          (guint32) now & 0xFFF,
                          (random[0] >> 16 & 0x3FFF) | 0x8000,
                          random[0] & 0xFFFF,
                          random[1]);
}

/**
 * dd_uid_is_valid:
 *
 * Returns: whether @uid has the form of a UUID of any version, in lower case
 */
gboolean
dd_uid_is_valid (const char *uid)
{
  if (uid == NULL || strlen (uid) != DD_UID_SIZE - 1)
    return FALSE;

  for (guint i = 0; i < DD_UID_SIZE - 1; i++)
    {
      gboolean dash = i == 8 || i == 13 || i == 18 || i == 23;

      if (dash ? uid[i] != '-' : !g_ascii_isxdigit (uid[i]) || g_ascii_isupper (uid[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * dd_instant_now:
 *
 * Returns: (transfer full): the moment in UTC, "2024-01-02T03:04:05.678Z"
 */
char *
dd_instant_now (void)
{
  gint64 now = g_get_real_time ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autofree char *second = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03uZ", second, (guint) (now / 1000 % 1000));
}

/**
 * dd_instant_is_valid:
 * @text: (nullable)
 *
 * Returns: whether @text has the form that dd_instant_now() gives, with or
 *   without milliseconds: moments are compared as texts
 */
gboolean
dd_instant_is_valid (const char *text)
{
  static const char form[] = "0000-00-00T00:00:00";
  g_autoptr (GDateTime) moment = NULL;

  if (text == NULL)
    return FALSE;

  for (guint i = 0; i < sizeof form - 1; i++)
    if (form[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;
  if (strcmp (text + sizeof form - 1, "Z") != 0 &&
      (strlen (text) != sizeof form - 1 + 5 || text[19] != '.' || !g_ascii_isdigit (text[20]) ||
       !g_ascii_isdigit (text[21]) || !g_ascii_isdigit (text[22]) || text[23] != 'Z'))
    return FALSE;

  moment = g_date_time_new_from_iso8601 (text, NULL);

  return moment != NULL;
}
