/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-ctl"

#include "config.h"

#include "dd-ctl.h"

#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const DdCtlCommand * const commands[] = {
  &dd_ctl_extract,
  &dd_ctl_import,
  &dd_ctl_assign,
  &dd_ctl_tasks,
  &dd_ctl_progress,
  &dd_ctl_plans,
  &dd_ctl_report,
  &dd_ctl_check,
  &dd_ctl_backup,
  &dd_ctl_restore,
};

/* The options of all commands, as they are typed. */
typedef struct
{
  char *file;
  char *today;
  char *date;
  char *format;
  char *actor;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->file);
  g_free (options->today);
  g_free (options->date);
  g_free (options->format);
  g_free (options->actor);
}

static void
ctl_clear (DdCtl *ctl)
{
  if (ctl->store != NULL)
    dd_store_close (ctl->store);
  g_clear_object (&ctl->store);
  g_free (ctl->path);
  g_free (ctl->actor);
}

static void
print_help (FILE *stream)
{
  g_autofree char *path = dd_ctl_get_own_path ();
  g_autofree char *own = g_filename_display_name (path);

  fprintf (stream, "%s\n\n  dondocctl [--file %s] %s …\n\n%s\n",
           _("Works with a file of records of Đôn Đốc without a window."),
           _("FILE"), _("COMMAND"), _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-9s %s\n", commands[i]->name, _(commands[i]->summary));
  fprintf (stream, "\n%s\n",
           _("“dondocctl COMMAND --help” tells more and gives examples. Commands end with 0 "
             "when done, 1 when\nnothing was found or a check failed, 2 after an error."));
  /* Translators: the name of a file. */
  fprintf (stream, _("Without --file it is the user's own file: %s\n"), own);
}

static const DdCtlCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];

  return NULL;
}

/* The first argument that is no option, nor the value of one. */
static int
find_command_argument (int    argc,
                       char **argv)
{
  static const char * const with_value[] = {
    "--file", "-f", "--today", "--date", "--format", "--actor", "--encoding",
  };

  for (int i = 1; i < argc; i++)
    {
      gboolean skips = FALSE;

      if (argv[i][0] != '-')
        return i;
      for (guint j = 0; j < G_N_ELEMENTS (with_value); j++)
        skips |= strcmp (argv[i], with_value[j]) == 0;
      if (skips)
        i++;
    }

  return 0;
}

static gboolean
read_format (DdCtl              *ctl,
             const DdCtlCommand *command,
             const char         *text)
{
  static const char * const names[] = { "text", "json", "csv" };
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (text == NULL || strcmp (names[i], text) == 0)
      {
        ctl->format = i;
        if (ctl->format != DD_CTL_CSV || command->has_csv)
          return TRUE;

        dd_ctl_fail_text (_("--format: this command prints text or json."));
        return FALSE;
      }

  sentence = g_strdup_printf (_("--format: “%s” is none of text, json and csv."), text);
  dd_ctl_fail_text (sentence);

  return FALSE;
}

/* Somebody acts: the history says who. */
static gboolean
read_actor (DdCtl      *ctl,
            const char *name)
{
  ctl->actor = dd_text_clean (name != NULL ? name : g_get_real_name (), TRUE);
  if (name == NULL && *ctl->actor == '\0')
    {
      g_free (ctl->actor);
      ctl->actor = g_strdup (g_get_user_name ());
    }
  if (*ctl->actor != '\0')
    return TRUE;

  dd_ctl_fail_text (_("--actor: who acts? Give a name."));
  return FALSE;
}

static gboolean
read_options (DdCtl              *ctl,
              const DdCtlCommand *command,
              const Options      *options)
{
  if (!read_format (ctl, command, options->format))
    return FALSE;

  ctl->today = options->today != NULL ? dd_ctl_parse_day ("--today", options->today)
                                      : dd_day_today ();
  if (ctl->today == DD_DAY_NONE)
    return FALSE;
  if (options->date != NULL)
    {
      ctl->date = dd_ctl_parse_day ("--date", options->date);
      if (ctl->date == DD_DAY_NONE)
        return FALSE;
    }

  ctl->path = g_strdup (options->file);

  return read_actor (ctl, options->actor);
}

/* Every command takes the common options; its help tells those that it heeds. */
static void
describe_options (const DdCtlCommand *command,
                  GOptionEntry       *common)
{
  for (; common->long_name != NULL; common++)
    {
      if ((strcmp (common->long_name, "today") == 0 && command->is_timeless) ||
          (strcmp (common->long_name, "date") == 0 && !command->has_date) ||
          (strcmp (common->long_name, "actor") == 0 && !command->has_actor))
        common->flags |= G_OPTION_FLAG_HIDDEN;
      if (strcmp (common->long_name, "format") == 0 && !command->has_csv)
        common->description = N_("What to print: text or json");
    }
}

static char *
describe_command (const DdCtlCommand *command)
{
  GString *text = g_string_new (_("Examples:"));

  g_string_append_printf (text, "\n%s", command->examples);
  if (command->members != NULL)
    /* Translators: the members of what is printed follow. */
    g_string_append_printf (text, "\n\n%s\n%s", _("With --format=json:"), command->members);

  return g_string_free (text, FALSE);
}

/* GLib says what is wrong with an option; of a text that is none not even with which. */
static DdCtlExit
fail_options (const DdCtlCommand  *command,
              const GError        *error,
              char               **argv)
{
  g_autofree char *sentence = NULL;

  if (error->domain == G_OPTION_ERROR)
    {
      g_autofree char *reason = g_strdup (error->message);

      /* Some languages have the full stop, some do not. */
      if (g_str_has_suffix (reason, "."))
        reason[strlen (reason) - 1] = '\0';
      sentence = g_strdup_printf (
        /* Translators: a sentence about an option, without its full stop; then the name of a
         * command. */
        _("%s. “dondocctl %s --help” tells what may be given."), reason, command->name);
    }

  for (guint i = 1; sentence == NULL && argv[i] != NULL; i++)
    if (!g_utf8_validate (argv[i], -1, NULL))
      {
        gboolean has_name = g_str_has_prefix (argv[i], "--");
        g_auto (GStrv) parts = g_strsplit (argv[has_name ? i : i - 1], "=", 2);

        /* Translators: the name of an option. */
        sentence = g_strdup_printf (_("%s: this is not in Unicode (UTF-8)."), parts[0]);
      }

  return dd_ctl_fail_text (sentence != NULL ? sentence : error->message);
}

static DdCtlExit
run_command (const DdCtlCommand *command,
             Options            *options,
             GOptionEntry       *common,
             int                 argc,
             char              **argv)
{
  /* The translation of "" is the head of the catalogue. */
  const char *usage = *command->usage != '\0' ? _(command->usage) : NULL;
  g_autofree char *parameters = g_strjoin (" ", command->name, usage, NULL);
  g_autofree char *description = describe_command (command);
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  DdCtl ctl = { NULL, };
  DdCtlExit exit = DD_CTL_ERROR;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_description (context, description);
  describe_options (command, common);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  arguments = g_strdupv (argv);
  arguments = g_realloc (arguments, sizeof (char *) * ((gsize) argc + 1));
  if (!g_option_context_parse_strv (context, &arguments, &error))
    return fail_options (command, error, argv);

  /* Beside the options: the program, the command, and what GLib leaves before a name
   * that begins with a hyphen. */
  ctl.arguments = arguments + 2;
  if (g_strcmp0 (ctl.arguments[0], "--") == 0)
    ctl.arguments++;
  if (read_options (&ctl, command, options))
    exit = command->run (&ctl);
  if (exit != DD_CTL_ERROR && dd_ctl_print ("") != DD_CTL_DONE)
    exit = DD_CTL_ERROR;
  ctl_clear (&ctl);

  return exit;
}

int
main (int   argc,
      char *argv[])
{
  Options options = { NULL, };
  GOptionEntry common[] = {
    { "file", 'f', 0, G_OPTION_ARG_FILENAME, &options.file,
      N_("The file of records, instead of the user's own"), N_("FILE") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &options.today,
      N_("Reckon as on this day"), N_("DAY") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date,
      N_("The day a document speaks from, if it does not say"), N_("DAY") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_("What to print: text, json or csv"), N_("FORMAT") },
    { "actor", 0, 0, G_OPTION_ARG_STRING, &options.actor,
      N_("Who acts, for the history"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };
  const char *localedir = g_getenv ("DD_LOCALEDIR");
  const DdCtlCommand *command;
  DdCtlExit exit;
  int at;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : DD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  signal (SIGPIPE, SIG_IGN);
  g_set_prgname ("dondocctl");

  at = find_command_argument (argc, argv);
  if (at == 0)
    {
      if (argc > 1 && strcmp (argv[1], "--version") == 0)
        {
          g_print ("dondocctl %s\n", DD_VERSION);
          return DD_CTL_DONE;
        }
      if (argc > 1 && strcmp (argv[1], "--help") != 0 && strcmp (argv[1], "-h") != 0)
        return dd_ctl_fail_text (_("Which command? “dondocctl --help” lists them."));
      print_help (argc > 1 ? stdout : stderr);
      return argc > 1 ? dd_ctl_print ("") : DD_CTL_ERROR;
    }

  command = find_command (argv[at]);
  if (command == NULL)
    {
      g_autofree char *sentence =
        g_strdup_printf (_("There is no command “%s”. “dondocctl --help” lists them."), argv[at]);

      return dd_ctl_fail_text (sentence);
    }

  exit = run_command (command, &options, common, argc, argv);
  options_clear (&options);

  return exit;
}
