/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of a record as text: what is kept of what somebody typed, codes for
 * machines, words for people. */
#define G_LOG_DOMAIN "dd-row-text"

#include "config.h"

#include "dd-row.h"

#include "dd-day-text.h"
#include "dd-text.h"
#include "dd-uid.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * dd_row_set_text:
 * @text: (nullable): valid UTF-8; %NULL and "" both mean no value
 *
 * Keeps the composed form of @text without what could not be shown, unless the
 * field is verbatim. Of a %DD_FIELD_LIST each line is one text.
 */
void
dd_row_set_text (DdRow      *self,
                 guint       field,
                 const char *text)
{
  const DdField *description = &dd_row_get_type (self)->fields[field];
  g_autofree char *clean = NULL;

  g_assert (dd_field_is_text (description));

  if (text != NULL && (description->flags & DD_FIELD_VERBATIM) == 0)
    clean = dd_text_clean (text, description->type == DD_FIELD_TEXT &&
                                 (description->flags & DD_FIELD_MULTILINE) == 0);
  if (clean != NULL && description->type == DD_FIELD_LIST)
    {
      g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

      dd_row_set_list (self, field, (const char * const *) lines);
      return;
    }
  dd_row_adopt_text (self, field, clean != NULL ? clean : text);
}

/**
 * dd_row_get_list:
 *
 * Returns: (transfer full): the texts of a %DD_FIELD_LIST; empty if it has no value
 */
char **
dd_row_get_list (const DdRow *self,
                 guint        field)
{
  const char *lines = dd_row_get_text (self, field);

  g_assert (dd_row_get_type (self)->fields[field].type == DD_FIELD_LIST);

  return lines != NULL ? g_strsplit (lines, "\n", -1) : g_new0 (char *, 1);
}

/**
 * dd_row_set_list:
 * @texts: (nullable) (array zero-terminated=1): each becomes one line
 */
void
dd_row_set_list (DdRow              *self,
                 guint               field,
                 const char * const *texts)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  g_assert (dd_row_get_type (self)->fields[field].type == DD_FIELD_LIST);

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autofree char *line = dd_text_clean (texts[i], TRUE);

      if (*line == '\0')
        continue;
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, line);
    }
  dd_row_adopt_text (self, field, lines->str);
}

/**
 * dd_row_field_to_code:
 *
 * Returns: (transfer full) (nullable): the value for a machine, the same in
 *   every language: a code, an ISO day, a number with a decimal point;
 *   %NULL for no value
 */
char *
dd_row_field_to_code (const DdRow *self,
                      guint        field)
{
  const DdField *description = &dd_row_get_type (self)->fields[field];
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!dd_row_is_set (self, field))
    return NULL;

  switch (description->type)
    {
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
    case DD_FIELD_INSTANT:
      return g_strdup (dd_row_get_text (self, field));
    case DD_FIELD_REAL:
      return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, dd_row_get_real (self, field)));
    case DD_FIELD_DAY:
      return dd_day_to_iso (dd_row_get_day (self, field));
    case DD_FIELD_CHOICE:
      return g_strdup (description->choices[dd_row_get_choice (self, field)].code);
    case DD_FIELD_NUMBER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, dd_row_get_number (self, field));
    case DD_FIELD_FLAG:
      return g_strdup (dd_row_get_flag (self, field) ? "1" : "0");
    case DD_FIELD_REFERENCE:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, dd_row_get_reference (self, field));
    }
}

static gboolean
refuse (const DdField  *field,
        const char     *value,
        GError        **error)
{
  g_set_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
               /* Translators: the first %s is the name of a field, the second what it was given. */
               _("%s cannot be “%s”."), dd_field_get_label (field), value);
  return FALSE;
}

/* The C library would also take spaces, a plus sign, and hexadecimal digits. */
static gboolean
has_only (const char *code,
          const char *characters)
{
  return code[strspn (code, characters)] == '\0';
}

static gboolean
read_number (const char *code,
             gint64     *number)
{
  char *end = NULL;

  errno = 0;
  *number = g_ascii_strtoll (code, &end, 10);

  return has_only (code, "-0123456789") && end != code && *end == '\0' && errno == 0;
}

static gboolean
read_real (const char *code,
           double     *real)
{
  char *end = NULL;

  *real = g_ascii_strtod (code, &end);

  return has_only (code, "-+.eE0123456789") && *code != '+' &&
         end != code && *end == '\0' && isfinite (*real);
}

/**
 * dd_row_field_from_code:
 * @code: (nullable): what dd_row_field_to_code() gives
 *
 * Returns: %FALSE with #DdRecordError, and the field unchanged, if @code is no
 *   value of the field
 */
gboolean
dd_row_field_from_code (DdRow       *self,
                        guint        field,
                        const char  *code,
                        GError     **error)
{
  const DdField *description = &dd_row_get_type (self)->fields[field];
  gint64 number;
  double real;
  guint choice;

  if (code == NULL || *code == '\0')
    {
      dd_row_unset (self, field);
      return TRUE;
    }

  switch (description->type)
    {
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
      dd_row_set_text (self, field, code);
      return TRUE;

    case DD_FIELD_INSTANT:
      if (!dd_instant_is_valid (code))
        return refuse (description, code, error);
      dd_row_adopt_text (self, field, code);
      return TRUE;

    case DD_FIELD_REAL:
      if (!read_real (code, &real))
        return refuse (description, code, error);
      dd_row_set_real (self, field, real);
      return TRUE;

    case DD_FIELD_DAY:
      if (dd_day_from_iso (code) == DD_DAY_NONE)
        return refuse (description, code, error);
      dd_row_set_day (self, field, dd_day_from_iso (code));
      return TRUE;

    case DD_FIELD_CHOICE:
      if (!dd_field_find_choice (description, code, &choice))
        return refuse (description, code, error);
      dd_row_set_choice (self, field, choice);
      return TRUE;

    case DD_FIELD_NUMBER:
      if (!read_number (code, &number))
        return refuse (description, code, error);
      dd_row_set_number (self, field, number);
      return TRUE;

    case DD_FIELD_FLAG:
      if (!read_number (code, &number) || (number != 0 && number != 1))
        return refuse (description, code, error);
      dd_row_set_flag (self, field, number != 0);
      return TRUE;

    case DD_FIELD_REFERENCE:
    default:
      if (!read_number (code, &number) || number <= 0)
        return refuse (description, code, error);
      dd_row_set_reference (self, field, number);
      return TRUE;
    }
}

/* Codes become what they are called; words of one's own stay. */
static void
name_choices (const DdField  *field,
              char          **lines)
{
  guint choice;

  for (guint i = 0; lines[i] != NULL; i++)
    if (dd_field_find_choice (field, lines[i], &choice))
      {
        g_free (lines[i]);
        lines[i] = g_strdup (dd_field_get_choice_label (field, choice));
      }
}

/**
 * dd_row_field_to_text:
 *
 * Returns: (transfer full): the value for a person, in the language of the
 *   program; "" for no value. A reference is only its number: its name is
 *   another record's.
 */
char *
dd_row_field_to_text (const DdRow *self,
                      guint        field)
{
  const DdField *description = &dd_row_get_type (self)->fields[field];

  if (!dd_row_is_set (self, field))
    return g_strdup ("");

  if (description->type == DD_FIELD_DAY)
    return dd_day_to_text (dd_row_get_day (self, field));
  if (description->type == DD_FIELD_CHOICE)
    return g_strdup (dd_field_get_choice_label (description, dd_row_get_choice (self, field)));
  if (description->type == DD_FIELD_FLAG)
    return g_strdup (dd_row_get_flag (self, field) ? _("yes") : _("no"));
  if (description->type == DD_FIELD_LIST)
    {
      g_auto (GStrv) lines = dd_row_get_list (self, field);

      name_choices (description, lines);
      return g_strjoinv ("; ", lines);
    }

  return dd_row_field_to_code (self, field);
}
