/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-uid.h"

#include <string.h>

static const struct
{
  const char *uid;
  gboolean    valid;
} uids[] = {
  { "018c5e7a-3b00-7000-8000-0123456789ab", TRUE },
  { "6ba7b810-9dad-11d1-80b4-00c04fd430c8", TRUE },     /* of another version */
  { "00000000-0000-0000-0000-000000000000", TRUE },

  { "018C5E7A-3B00-7000-8000-0123456789AB", FALSE },    /* one name, one way to write it */
  { "018c5e7a3b0070008000-0123456789ab", FALSE },
  { "018c5e7a-3b00-7000-8000-0123456789a", FALSE },
  { "018c5e7a-3b00-7000-8000-0123456789abc", FALSE },
  { "018c5e7a-3b00-7000-8000-0123456789ag", FALSE },
  { "018c5e7a-3b00-7000-8000-0123456789a ", FALSE },
  { "018c5e7a_3b00_7000_8000_0123456789ab", FALSE },
  { "{18c5e7a-3b00-7000-8000-0123456789a}", FALSE },
  { "'; DROP TABLE task; --              ", FALSE },
  { "../../../../../../../../etc/passwd  ", FALSE },
  { "", FALSE },
  { NULL, FALSE },
};

static void
test_valid (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (uids); i++)
    {
      g_test_message ("%s", uids[i].uid != NULL ? uids[i].uid : "none");
      g_assert_cmpint (dd_uid_is_valid (uids[i].uid), ==, uids[i].valid);
    }
}

static void
test_new (void)
{
  gint64 before = g_get_real_time () / 1000;
  g_autofree char *uid = dd_uid_new ();
  gint64 after = g_get_real_time () / 1000;
  g_autofree char *time = g_strdup_printf ("%.8s%.4s", uid, uid + 9);
  gint64 made = g_ascii_strtoll (time, NULL, 16);

  g_assert_true (dd_uid_is_valid (uid));

  /* Version 7 of the variant of RFC 9562, and the time in its first 48 bits. */
  g_assert_cmpint (uid[14], ==, '7');
  g_assert_nonnull (strchr ("89ab", uid[19]));
  g_assert_cmpint (made, >=, before);
  g_assert_cmpint (made, <=, after + 100);
}

/* More than there is room for in a millisecond: each sorts behind the one before. */
static void
test_order (void)
{
  g_autofree char *last = dd_uid_new ();

  for (guint i = 0; i < 20000; i++)
    {
      char *next = dd_uid_new ();

      g_assert_cmpstr (last, <, next);
      g_free (last);
      last = next;
    }
}

#define PER_THREAD 5000

static gpointer
make_uids (gpointer data)
{
  GPtrArray *made = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < PER_THREAD; i++)
    g_ptr_array_add (made, dd_uid_new ());

  return made;
}

/* The window and the worker may both make records. */
static void
test_threads (void)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("uids", make_uids, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GPtrArray) made = g_thread_join (threads[i]);

      for (guint j = 0; j < made->len; j++)
        g_hash_table_add (all, g_strdup (made->pdata[j]));
    }

  g_assert_cmpuint (g_hash_table_size (all), ==, G_N_ELEMENTS (threads) * PER_THREAD);
}

static const struct
{
  const char *text;
  gboolean    valid;
} instants[] = {
  { "2024-01-02T03:04:05.678Z", TRUE },
  { "2024-01-02T03:04:05Z", TRUE },
  { "2024-02-29T23:59:59.999Z", TRUE },

  { "2023-02-29T00:00:00Z", FALSE },
  { "2024-01-02T24:00:00Z", FALSE },
  { "2024-01-02T03:60:00Z", FALSE },
  { "2024-01-02", FALSE },
  { "2024-01-02T03:04:05", FALSE },                 /* of which zone? */
  { "2024-01-02T03:04:05+07:00", FALSE },           /* sorts elsewhere as a text */
  { "2024-01-02 03:04:05Z", FALSE },
  { "20240102T030405Z", FALSE },
  { "2024-01-02T03:04:05.6Z", FALSE },
  { "2024-01-02T03:04:05,678Z", FALSE },
  { "2024-01-02T03:04:05.678Zx", FALSE },
  { "hôm qua", FALSE },
  { "", FALSE },
  { NULL, FALSE },
};

static void
test_instant (void)
{
  g_autofree char *now = dd_instant_now ();

  g_assert_true (dd_instant_is_valid (now));
  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_test_message ("%s", instants[i].text != NULL ? instants[i].text : "none");
      g_assert_cmpint (dd_instant_is_valid (instants[i].text), ==, instants[i].valid);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/uid/valid", test_valid);
  g_test_add_func ("/uid/new", test_new);
  g_test_add_func ("/uid/order", test_order);
  g_test_add_func ("/uid/threads", test_threads);
  g_test_add_func ("/uid/instant", test_instant);

  return g_test_run ();
}
