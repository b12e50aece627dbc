/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes of a file that was chosen: where it lies decides whether it can be a file
 * of records. */
#include "dd-file-chooser.h"

/* As the chooser answers. */
static char *
finish (GFile   *file,
        GError **error)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  if (file != NULL)
    g_task_return_pointer (task, g_object_ref (file), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "dismissed");

  return dd_file_chooser_finish_path (G_ASYNC_RESULT (task), error);
}

static void
test_here (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/tmp/Hồ sơ/x.db");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = finish (file, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, "/tmp/Hồ sơ/x.db");
}

static void
test_dismissed (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (finish (NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* On a server, a phone, in an archive, among what was deleted. */
static void
test_elsewhere (void)
{
  static const char * const places[] = {
    "sftp://may-chu/ho-so/x.db", "smb://may-chu/ho-so/x.db", "mtp://dien-thoai/x.db",
    "archive:///x.db", "trash:///x.db", "https://example.com/x.db",
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (places[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (finish (file, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
      g_assert_cmpstr (error->message, ==,
                       "The program can only keep its records, and copies of them, in a folder "
                       "of this computer. Choose one that lies on its disk.");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file-chooser/here", test_here);
  g_test_add_func ("/file-chooser/dismissed", test_dismissed);
  g_test_add_func ("/file-chooser/elsewhere", test_elsewhere);

  return g_test_run ();
}
