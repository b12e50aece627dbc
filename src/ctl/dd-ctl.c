/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-ctl"

#include "config.h"

#include "dd-ctl.h"

#include "dd-day-text.h"
#include "dd-fold.h"
#include "dd-record-types.h"
#include "dd-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define DEFAULT_WIDTH 100

/**
 * dd_ctl_fail_text:
 * @sentence: what happened and what to do
 *
 * Returns: %DD_CTL_ERROR, so that a caller can return dd_ctl_fail_text (…)
 */
DdCtlExit
dd_ctl_fail_text (const char *sentence)
{
  /* It may repeat what was typed, or the name of a file. */
  g_autofree char *valid = g_utf8_make_valid (sentence, -1);
  g_autofree char *line = dd_text_clean (valid, TRUE);

  fprintf (stderr, "dondocctl: %s\n", line);

  return DD_CTL_ERROR;
}

/**
 * dd_ctl_fail:
 * @error: of the store
 *
 * Returns: %DD_CTL_ERROR, after saying what happened and what to do
 */
DdCtlExit
dd_ctl_fail (const GError *error)
{
  g_autofree char *sentence = dd_store_error_to_text (error, NULL);

  /* What SQLite or the system said helps whoever is asked for help. */
  g_debug ("%s: %s", g_quark_to_string (error->domain), error->message);

  return dd_ctl_fail_text (sentence);
}

/**
 * dd_ctl_keep_cb:
 * @user_data: a pointer to a #GAsyncResult, which gets the answer; see dd_ctl_wait()
 */
void
dd_ctl_keep_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/**
 * dd_ctl_wait:
 * @result: what dd_ctl_keep_cb() was given to keep it in
 *
 * Returns: (transfer none): the answer, once it is there
 */
GAsyncResult *
dd_ctl_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/**
 * dd_ctl_get_argument:
 *
 * Returns: (nullable): the one thing that is named on the command line beside the
 *   options; %NULL if there is none, or more than one
 */
const char *
dd_ctl_get_argument (DdCtl *ctl)
{
  if (g_strv_length (ctl->arguments) != 1 || *ctl->arguments[0] == '\0')
    return NULL;

  return ctl->arguments[0];
}

/**
 * dd_ctl_get_own_path:
 *
 * Returns: (transfer full): the user's own file of records, for when none is named
 */
char *
dd_ctl_get_own_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "dondoc", "dondoc.db", NULL);
}

/**
 * dd_ctl_check_folder:
 * @path: of a file that is to be made
 *
 * Returns: whether there is a folder for it; %FALSE after saying that there is none, which
 *   is more likely a slip than a wish
 */
gboolean
dd_ctl_check_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (folder);
  g_autofree char *sentence = NULL;

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;

  sentence = g_strdup_printf (_("There is no folder “%s”. Make it first, or name another one."),
                              name);
  dd_ctl_fail_text (sentence);

  return FALSE;
}

/**
 * dd_ctl_open:
 *
 * Opens the file of records; says why if it cannot.
 */
gboolean
dd_ctl_open (DdCtl            *ctl,
             DdStoreOpenFlags  flags)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (ctl->path == NULL)
    {
      g_autofree char *folder = NULL;

      ctl->path = dd_ctl_get_own_path ();
      folder = g_path_get_dirname (ctl->path);
      if ((flags & DD_STORE_OPEN_CREATE) != 0)
        g_mkdir_with_parents (folder, 0700);
    }
  else if ((flags & DD_STORE_OPEN_CREATE) != 0 && !dd_ctl_check_folder (ctl->path))
    return FALSE;

  ctl->store = dd_store_new ();
  dd_store_open_async (ctl->store, ctl->path, flags, NULL, dd_ctl_keep_cb, &result);
  if (dd_store_open_finish (ctl->store, dd_ctl_wait (&result), &error))
    return TRUE;

  sentence = dd_store_error_to_text (error, ctl->path);
  g_debug ("%s", error->message);
  dd_ctl_fail_text (sentence);

  return FALSE;
}

/**
 * dd_ctl_write:
 * @change: (transfer full)
 *
 * Returns: (transfer full) (nullable): the change once it is on the disk;
 *   %NULL after saying why not
 */
DdChange *
dd_ctl_write (DdCtl    *ctl,
              DdChange *change)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DdChange *written;

  dd_store_write_async (ctl->store, change, NULL, dd_ctl_keep_cb, &result);
  written = dd_store_write_finish (ctl->store, dd_ctl_wait (&result), &error);
  if (written == NULL)
    dd_ctl_fail (error);

  return written;
}

/**
 * dd_ctl_select:
 *
 * Returns: (transfer full) (nullable) (element-type DdRow): %NULL after saying why
 */
GPtrArray *
dd_ctl_select (DdCtl         *ctl,
               const DdQuery *query)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows;

  dd_store_select_async (ctl->store, query, NULL, dd_ctl_keep_cb, &result);
  rows = dd_store_select_finish (ctl->store, dd_ctl_wait (&result), &error);
  if (rows == NULL)
    dd_ctl_fail (error);

  return rows;
}

/* The id of the record called @uid, or 0 after saying that there is none. */
static gint64
find_record (DdCtl      *ctl,
             DdKind      kind,
             const char *uid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  dd_store_find_async (ctl->store, kind, uid, NULL, dd_ctl_keep_cb, &result);
  id = dd_store_find_finish (ctl->store, dd_ctl_wait (&result), &error);
  if (id != 0)
    return id;

  if (g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND))
    {
      g_autofree char *sentence =
        /* Translators: a kind of records, then the uid that was given. */
        g_strdup_printf (_("There is no record “%s” with the uid “%s”."),
                         dd_record_type_get_label (dd_record_type_get (kind)), uid);

      dd_ctl_fail_text (sentence);
    }
  else
    dd_ctl_fail (error);

  return 0;
}

/**
 * dd_ctl_fetch:
 *
 * Returns: (transfer full) (nullable): the record called @uid; %NULL after saying why not
 */
DdRow *
dd_ctl_fetch (DdCtl      *ctl,
              DdKind      kind,
              const char *uid)
{
  gint64 id = find_record (ctl, kind, uid);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) record = NULL;

  if (id == 0)
    return NULL;

  dd_store_fetch_async (ctl->store, kind, id, NULL, dd_ctl_keep_cb, &result);
  record = dd_store_fetch_finish (ctl->store, dd_ctl_wait (&result), &error);
  if (record == NULL)
    {
      dd_ctl_fail (error);
      return NULL;
    }

  return dd_row_copy (dd_record_get_row (record));
}

/* The key that two names share that count as the same. */
typedef char *(*KeyOfName) (const char *name);

static gboolean
has_key (const char *name,
         KeyOfName   make_key,
         const char *key)
{
  g_autofree char *own = name != NULL ? make_key (name) : NULL;

  return g_strcmp0 (own, key) == 0;
}

static gboolean
is_called (const DdRow *unit,
           KeyOfName    make_key,
           const char  *key)
{
  g_auto (GStrv) aliases = dd_row_get_list (unit, DD_UNIT_ALIASES);

  for (guint i = 0; aliases[i] != NULL; i++)
    if (has_key (aliases[i], make_key, key))
      return TRUE;

  return has_key (dd_row_get_text (unit, DD_UNIT_NAME), make_key, key) ||
         has_key (dd_row_get_text (unit, DD_UNIT_SHORT_NAME), make_key, key);
}

/* Adds up the units that go by the name; @id is the first of them. */
static guint
count_called (GPtrArray  *units,
              const char *name,
              KeyOfName   make_key,
              gint64     *id)
{
  g_autofree char *key = make_key (name);
  guint n = 0;

  for (guint i = 0; i < units->len; i++)
    if (is_called (units->pdata[i], make_key, key) && n++ == 0)
      *id = dd_row_get_id (units->pdata[i]);

  return n;
}

static gboolean
fail_ambiguous (const char *name)
{
  g_autofree char *sentence =
    g_strdup_printf (_("Several units go by the name “%s”. Write it with its marks, or give the "
                       "uid of the unit."), name);

  dd_ctl_fail_text (sentence);

  return FALSE;
}

/**
 * dd_ctl_look_up_unit:
 * @name: a name, short name, alias or uid, with or without marks
 * @id: (out): of the unit, or 0 if there is none
 *
 * A name with its marks means that unit, though without them others share it.
 *
 * Returns: %FALSE after saying why the units cannot be read, or that several are meant
 */
gboolean
dd_ctl_look_up_unit (DdCtl      *ctl,
                     const char *name,
                     gint64     *id)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_UNIT);
  g_autoptr (GPtrArray) units = dd_ctl_select (ctl, query);
  g_autofree char *clean = dd_text_clean (name, TRUE);

  *id = 0;
  if (units == NULL)
    return FALSE;

  for (guint i = 0; i < units->len; i++)
    if (g_strcmp0 (dd_row_get_uid (units->pdata[i]), clean) == 0)
      {
        *id = dd_row_get_id (units->pdata[i]);
        return TRUE;
      }

  if (count_called (units, clean, dd_fold_spelling, id) > 0)
    return TRUE;

  return count_called (units, clean, dd_fold, id) <= 1 || fail_ambiguous (name);
}

/**
 * dd_ctl_find_unit:
 * @name: as for dd_ctl_look_up_unit()
 *
 * Returns: the id of the unit, or 0 after saying that there is none, or that several are meant
 */
gint64
dd_ctl_find_unit (DdCtl      *ctl,
                  const char *name)
{
  g_autofree char *sentence = NULL;
  gint64 id;

  if (!dd_ctl_look_up_unit (ctl, name, &id))
    return 0;
  if (id != 0)
    return id;

  sentence = g_strdup_printf (_("There is no unit called “%s”."), name);
  dd_ctl_fail_text (sentence);

  return 0;
}

/**
 * dd_ctl_parse_day:
 * @option: what the day was given for, to be named: "--today"
 *
 * Returns: the day, or %DD_DAY_NONE after saying what is wrong
 */
DdDay
dd_ctl_parse_day (const char *option,
                  const char *text)
{
  DdDay day = dd_day_from_text (text, DD_DAY_NONE);
  g_autofree char *sentence = NULL;

  if (day != DD_DAY_NONE)
    return day;

  /* Translators: the name of an option, then what it was given. */
  sentence = g_strdup_printf (_("%s: “%s” is no day. Write it as 2024-06-30 or 30/6/2024."),
                              option, text);
  dd_ctl_fail_text (sentence);

  return DD_DAY_NONE;
}

static gboolean
write_out (const char  *text,
           gsize        size,
           gpointer     user_data,
           GError     **error)
{
  if (fwrite (text, 1, size, stdout) == size)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

/**
 * dd_ctl_json_new:
 *
 * Returns: (transfer full): what writes to standard output; end it with
 *   dd_ctl_json_finish()
 */
DdJsonWriter *
dd_ctl_json_new (void)
{
  return dd_json_writer_new (write_out, NULL);
}

/* Whether whoever reads standard output has seen enough, as "head" does: that is no error. */
static gboolean
is_reader_gone (void)
{
  struct pollfd output = { .fd = STDOUT_FILENO, .events = POLLOUT };

  return poll (&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

static DdCtlExit
end_output (void)
{
  int code = fflush (stdout) == 0 ? 0 : errno;
  g_autofree char *sentence = NULL;

  if ((code == 0 && !ferror (stdout)) || is_reader_gone ())
    return DD_CTL_DONE;

  /* Translators: %s is the system's reason. */
  sentence = g_strdup_printf (_("The output could not be written: %s."),
                              g_strerror (code != 0 ? code : EIO));

  return dd_ctl_fail_text (sentence);
}

/**
 * dd_ctl_json_finish:
 * @json: (transfer full)
 */
DdCtlExit
dd_ctl_json_finish (DdJsonWriter *json)
{
  g_autoptr (DdJsonWriter) owned = json;

  /* Standard output remembers its first error by itself. */
  dd_json_writer_finish (owned, NULL);

  return end_output ();
}

/**
 * dd_ctl_print:
 *
 * Returns: %DD_CTL_DONE once it and all that was printed before is written;
 *   %DD_CTL_ERROR after saying why it is not
 */
DdCtlExit
dd_ctl_print (const char *text)
{
  fputs (text, stdout);

  return end_output ();
}

/**
 * dd_ctl_get_width:
 *
 * Returns: how many characters a line has: of the terminal, or of a page
 */
guint
dd_ctl_get_width (void)
{
  struct winsize size;

  if (isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 40)
    return size.ws_col;

  return DEFAULT_WIDTH;
}
