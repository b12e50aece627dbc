/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-ctl"

#include "config.h"

#include "dd-ctl.h"

#include "dd-maintain.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

/* --- check ---------------------------------------------------------------- */

static gboolean option_repair;

static const GOptionEntry check_options[] = {
  { "repair", 0, 0, G_OPTION_ARG_NONE, &option_repair,
    N_("Make anew what can be made from the records"), NULL },
  G_OPTION_ENTRY_NULL
};

static const char *
describe_problem (DdProblemKind kind)
{
  switch (kind)
    {
    case DD_PROBLEM_DAMAGED:
      return _("The file is damaged");
    case DD_PROBLEM_REFERENCE:
      return _("A record refers to one that does not exist");
    case DD_PROBLEM_SEARCH:
      return _("The search index does not say what the records do");
    case DD_PROBLEM_CONTENT:
      return _("An attached file is not what was attached; bring it back from a backup, or attach "
               "it again");
    case DD_PROBLEM_NO_CONTENT:
      return _("An attached file is here by its name alone (this is no damage)");
    case DD_PROBLEM_DUE:
    default:
      return _("A due day is not what the rule makes of the deadline");
    }
}

static const char *
get_problem_code (DdProblemKind kind)
{
  static const char * const codes[] =
    { "damaged", "reference", "search", "due", "content", "no_content" };

  return codes[kind];
}

static gboolean
is_sound (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    if (dd_problem_is_damage (((const DdProblem *) problems->pdata[i])->kind))
      return FALSE;

  return TRUE;
}

static DdCtlExit
print_problems (DdCtl     *ctl,
                GPtrArray *problems)
{
  DdJsonWriter *json;

  if (ctl->format != DD_CTL_JSON)
    {
      for (guint i = 0; i < problems->len; i++)
        {
          const DdProblem *problem = problems->pdata[i];

          printf ("%s: %s\n", describe_problem (problem->kind), problem->detail);
        }
      if (is_sound (problems))
        printf ("%s\n", _("The file is sound."));
      else if (option_repair)
        printf ("%s\n", _("What could be made from the records was made anew."));
      return dd_ctl_print ("");
    }

  json = dd_ctl_json_new ();
  dd_json_writer_begin_object (json, NULL);
  dd_json_writer_add_flag (json, "sound", is_sound (problems));
  dd_json_writer_begin_array (json, "problems");
  for (guint i = 0; i < problems->len; i++)
    {
      const DdProblem *problem = problems->pdata[i];

      dd_json_writer_begin_object (json, NULL);
      dd_json_writer_add_text (json, "kind", get_problem_code (problem->kind));
      dd_json_writer_add_text (json, "detail", problem->detail);
      dd_json_writer_end_object (json);
    }
  dd_json_writer_end_array (json);
  dd_json_writer_end_object (json);

  return dd_ctl_json_finish (json);
}

static DdCtlExit
run_check (DdCtl *ctl)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  DdCtlExit exit;

  if (ctl->arguments[0] != NULL)
    return dd_ctl_fail_text (_("This command takes options only."));
  if (!dd_ctl_open (ctl, DD_STORE_OPEN_PLAIN))
    return DD_CTL_ERROR;

  dd_store_check_async (ctl->store, option_repair, NULL, dd_ctl_keep_cb, &result);
  problems = dd_store_check_finish (ctl->store, dd_ctl_wait (&result), &error);
  if (problems == NULL)
    return dd_ctl_fail (error);

  exit = print_problems (ctl, problems);

  return exit == DD_CTL_DONE && !is_sound (problems) ? DD_CTL_NOTHING : exit;
}

const DdCtlCommand dd_ctl_check = {
  .name = "check",
  .usage = "",
  .summary = N_("Look through the file of records for damage"),
  .examples = "  dondocctl check\n"
              "  dondocctl --file x.db check --repair",
  .members = "  {\"sound\", \"problems\": [{\"kind\", \"detail\"}]}",
  .options = check_options,
  .is_timeless = TRUE,
  .run = run_check,
};

/* Says which file there is now, if any: in a sentence with a place for its name,
 * or as a member. */
static DdCtlExit
print_file (DdCtl      *ctl,
            const char *sentence,
            const char *member,
            const char *path)
{
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : NULL;
  g_autofree char *text = NULL;
  DdJsonWriter *json;

  if (ctl->format != DD_CTL_JSON)
    {
      text = name != NULL ? g_strdup_printf (sentence, name) : g_strdup (sentence);
      return dd_ctl_print (text);
    }

  json = dd_ctl_json_new ();
  dd_json_writer_begin_object (json, NULL);
  dd_json_writer_add_text (json, member, name);
  dd_json_writer_end_object (json);

  return dd_ctl_json_finish (json);
}

/* --- backup --------------------------------------------------------------- */

static gboolean
is_same_file (const char *path,
              const char *other)
{
  GStatBuf status, other_status;

  return g_stat (path, &status) == 0 && g_stat (other, &other_status) == 0 &&
         status.st_dev == other_status.st_dev && status.st_ino == other_status.st_ino;
}

static DdCtlExit
run_backup (DdCtl *ctl)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (dd_ctl_get_argument (ctl) == NULL)
    return dd_ctl_fail_text (_("Name the file that the copy goes to."));
  if (!dd_ctl_open (ctl, DD_STORE_OPEN_PLAIN) || !dd_ctl_check_folder (ctl->arguments[0]))
    return DD_CTL_ERROR;
  if (is_same_file (ctl->path, ctl->arguments[0]))
    return dd_ctl_fail_text (_("This is the file itself, not a copy. Name another file."));

  dd_store_backup_async (ctl->store, ctl->arguments[0], NULL, dd_ctl_keep_cb, &result);
  if (!dd_store_backup_finish (ctl->store, dd_ctl_wait (&result), &error))
    {
      g_autofree char *sentence = dd_store_error_to_text (error, ctl->arguments[0]);

      return dd_ctl_fail_text (sentence);
    }

  return print_file (ctl, _("“%s” was written and looked through.\n"), "file",
                     ctl->arguments[0]);
}

const DdCtlCommand dd_ctl_backup = {
  .name = "backup",
  .usage = N_("COPY"),
  .summary = N_("Copy the file of records as it is now, while others work with it"),
  .examples = "  dondocctl backup /media/usb/dondoc-2024-06-30.db",
  .members = "  {\"file\"}",
  .is_timeless = TRUE,
  .run = run_backup,
};

/* --- restore -------------------------------------------------------------- */

static DdCtlExit
run_restore (DdCtl *ctl)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  if (dd_ctl_get_argument (ctl) == NULL)
    return dd_ctl_fail_text (_("Name the copy to bring back."));
  if (ctl->path == NULL)
    return dd_ctl_fail_text (_("Name the file of records to restore with --file."));
  if (is_same_file (ctl->path, ctl->arguments[0]))
    return dd_ctl_fail_text (_("This is the file itself, not a copy. Name another file."));
  if (!dd_ctl_check_folder (ctl->path))
    return DD_CTL_ERROR;

  dd_store_restore_async (ctl->path, ctl->arguments[0], NULL, dd_ctl_keep_cb, &result);
  kept = dd_store_restore_finish (dd_ctl_wait (&result), &error);
  if (kept == NULL)
    {
      /* It is not the copy that needs room. */
      gboolean is_full = g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_FULL);
      g_autofree char *sentence =
        dd_store_error_to_text (error, is_full ? ctl->path : ctl->arguments[0]);

      return dd_ctl_fail_text (sentence);
    }

  /* Where there was no file nothing is kept of it. */
  if (!g_file_test (kept, G_FILE_TEST_EXISTS))
    return print_file (ctl, _("Restored. There was no such file before.\n"), "kept", NULL);

  return print_file (ctl, _("Restored. What the file said before is in “%s”.\n"), "kept", kept);
}

const DdCtlCommand dd_ctl_restore = {
  .name = "restore",
  .usage = N_("COPY"),
  .summary = N_("Bring back a copy; what the file says now is kept beside it"),
  .examples = "  dondocctl --file x.db restore /media/usb/dondoc-2024-06-30.db",
  .members = "  {\"kept\"}",
  .is_timeless = TRUE,
  .run = run_restore,
};
