/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value of JSON, strictly: what programs read differently is refused. */
#define G_LOG_DOMAIN "dd-json-scanner"

#include "config.h"

#include "dd-json-scanner-private.h"

#include "dd-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 64
#define MAX_VALUE_SIZE (8 * 1024 * 1024)
#define MAX_MEMBERS 256         /* of one object: each is compared with all before it */
#define MAX_DIGITS 18
#define MAX_DECIMALS 100

static gboolean
fail_invalid (DdJsonScanner  *self,
              GError        **error)
{
  return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_SYNTAX, error, _("this is not valid JSON."));
}

/**
 * dd_json_scanner_fail_syntax:
 *
 * Says why what comes next cannot be: the file cannot be read, is empty or has
 * ended, or it is not JSON.
 */
gboolean
dd_json_scanner_fail_syntax (DdJsonScanner  *self,
                             GError        **error)
{
  if (self->read_error != 0)
    return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_READ, error,
                                 /* Translators: %s is the system's reason. */
                                 _("the file cannot be read further: %s."),
                                 g_strerror (self->read_error));
  if (self->empty)
    return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_SYNTAX, error, _("the file is empty."));
  if (self->next == DD_JSON_SCANNER_END)
    return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_SYNTAX, error,
                                 _("the file ends in the middle."));

  return fail_invalid (self, error);
}

static gboolean
scan_escape (DdJsonScanner  *self,
             guint          *unit,
             GError        **error)
{
  *unit = 0;
  dd_json_scanner_take (self);
  if (self->next == DD_JSON_SCANNER_END || strchr ("\"\\/bfnrtu", self->next) == NULL)
    return dd_json_scanner_fail_syntax (self, error);
  if (self->next != 'u')
    {
      dd_json_scanner_take (self);
      *unit = 1;
      return TRUE;
    }

  dd_json_scanner_take (self);
  for (guint i = 0; i < 4; i++)
    {
      if (self->next == DD_JSON_SCANNER_END || !g_ascii_isxdigit (self->next))
        return dd_json_scanner_fail_syntax (self, error);
      *unit = *unit * 16 + (guint) g_ascii_xdigit_value ((char) self->next);
      dd_json_scanner_take (self);
    }
  if (*unit == 0)
    return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_SYNTAX, error,
                                 _("a text contains the character 0."));

  return TRUE;
}

static gboolean
check_size (DdJsonScanner  *self,
            GError        **error)
{
  if (self->value->len <= MAX_VALUE_SIZE)
    return TRUE;

  return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_TOO_LARGE, error,
                               _("a record is larger than any record is."));
}

static gboolean
is_high_surrogate (guint unit)
{
  return unit >= 0xD800 && unit <= 0xDBFF;
}

static gboolean
is_low_surrogate (guint unit)
{
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

/* Where the text of the string starts in the value, for its UTF-8 check. */
static gboolean
scan_string (DdJsonScanner  *self,
             GError        **error)
{
  gsize start = self->value->len;
  gboolean half = FALSE;        /* of a pair of surrogates */

  if (!dd_json_scanner_expect (self, '"', error))
    return FALSE;

  while (self->next != '"')
    {
      guint unit = 0;

      if (self->next == DD_JSON_SCANNER_END || self->next < 0x20)
        return dd_json_scanner_fail_syntax (self, error);
      if (!check_size (self, error))
        return FALSE;
      if (self->next != '\\')
        dd_json_scanner_take (self);
      else if (!scan_escape (self, &unit, error))
        return FALSE;

      if (half != is_low_surrogate (unit))
        return fail_invalid (self, error);
      half = is_high_surrogate (unit);
    }
  if (half)
    return fail_invalid (self, error);
  dd_json_scanner_take (self);

  if (!g_utf8_validate_len (self->value->str + start, self->value->len - start, NULL))
    return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_SYNTAX, error,
                                 _("a text is not in Unicode (UTF-8)."));

  return TRUE;
}

static guint
scan_digits (DdJsonScanner *self)
{
  guint n = 0;

  while (n <= MAX_DECIMALS && self->next != DD_JSON_SCANNER_END && g_ascii_isdigit (self->next))
    {
      dd_json_scanner_take (self);
      n++;
    }

  return n;
}

static gboolean
fail_number (DdJsonScanner  *self,
             GError        **error)
{
  return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_SYNTAX, error, _("a number is too long."));
}

static gboolean
scan_number (DdJsonScanner  *self,
             GError        **error)
{
  gboolean zero;
  guint digits;

  if (self->next == '-')
    dd_json_scanner_take (self);
  zero = self->next == '0';
  digits = scan_digits (self);
  if (digits == 0)
    return dd_json_scanner_fail_syntax (self, error);
  if (zero && digits > 1)
    return fail_invalid (self, error);
  if (digits > MAX_DIGITS)
    return fail_number (self, error);

  if (self->next == '.')
    {
      dd_json_scanner_take (self);
      digits = scan_digits (self);
      if (digits == 0)
        return dd_json_scanner_fail_syntax (self, error);
      if (digits > MAX_DECIMALS)
        return fail_number (self, error);
    }
  if (self->next == 'e' || self->next == 'E')
    {
      dd_json_scanner_take (self);
      if (self->next == '+' || self->next == '-')
        dd_json_scanner_take (self);
      digits = scan_digits (self);
      if (digits == 0)
        return dd_json_scanner_fail_syntax (self, error);
      if (digits > 3)
        return fail_number (self, error);
    }

  return TRUE;
}

static gboolean
scan_word (DdJsonScanner  *self,
           const char     *word,
           GError        **error)
{
  for (; *word != '\0'; word++)
    if (!dd_json_scanner_expect (self, *word, error))
      return FALSE;

  return TRUE;
}

/**
 * dd_json_scanner_scan_name:
 * @first_name: where the names of the same object begin among those that are open
 *
 * Names are compared as they are written; one with an escape in it is no name
 * of this program, so it is refused rather than understood.
 */
gboolean
dd_json_scanner_scan_name (DdJsonScanner  *self,
                           guint           first_name,
                           GError        **error)
{
  gsize start = self->value->len;
  char *name;

  if (self->next != '"' || !scan_string (self, error))
    return error != NULL && *error != NULL ? FALSE : dd_json_scanner_fail_syntax (self, error);

  name = g_strndup (self->value->str + start + 1, self->value->len - start - 2);
  g_ptr_array_add (self->names, name);
  if (strchr (name, '\\') != NULL)
    return fail_invalid (self, error);
  if (self->names->len - first_name > MAX_MEMBERS)
    return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_SYNTAX, error,
                                 _("a record has more members than any record has."));
  for (guint i = first_name; i < self->names->len - 1; i++)
    if (strcmp (self->names->pdata[i], name) == 0)
      return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_SYNTAX, error,
                                   /* Translators: %s is the name of a member of a JSON object. */
                                   _("“%s” occurs twice in one record."), name);

  return TRUE;
}

static gboolean
scan_members (DdJsonScanner  *self,
              GError        **error)
{
  guint first_name = self->names->len;

  dd_json_scanner_take (self);
  dd_json_scanner_skip_space (self);
  while (self->next != '}')
    {
      if (!dd_json_scanner_scan_name (self, first_name, error))
        return FALSE;
      dd_json_scanner_skip_space (self);
      if (!dd_json_scanner_expect (self, ':', error) || !dd_json_scanner_scan_value (self, error))
        return FALSE;
      if (self->next == '}')
        break;
      if (!dd_json_scanner_expect (self, ',', error))
        return FALSE;
      dd_json_scanner_skip_space (self);
      if (self->next == '}')
        return dd_json_scanner_fail_syntax (self, error);
    }
  dd_json_scanner_take (self);
  g_ptr_array_set_size (self->names, (int) first_name);

  return TRUE;
}

static gboolean
scan_elements (DdJsonScanner  *self,
               GError        **error)
{
  dd_json_scanner_take (self);
  dd_json_scanner_skip_space (self);
  while (self->next != ']')
    {
      if (!dd_json_scanner_scan_value (self, error))
        return FALSE;
      if (self->next == ']')
        break;
      if (!dd_json_scanner_expect (self, ',', error))
        return FALSE;
      dd_json_scanner_skip_space (self);
      if (self->next == ']')
        return dd_json_scanner_fail_syntax (self, error);
    }
  dd_json_scanner_take (self);

  return TRUE;
}

/**
 * dd_json_scanner_scan_value:
 *
 * Takes a value with the space around it. The depth is bounded, so that recursion is.
 */
gboolean
dd_json_scanner_scan_value (DdJsonScanner  *self,
                            GError        **error)
{
  gboolean ok;

  dd_json_scanner_skip_space (self);
  if (!check_size (self, error))
    return FALSE;
  switch (self->next)
    {
    case '{':
    case '[':
      if (self->depth >= MAX_DEPTH)
        return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_SYNTAX, error,
                                     _("values are nested too deeply."));
      self->depth++;
      ok = self->next == '{' ? scan_members (self, error) : scan_elements (self, error);
      self->depth--;
      break;
    case '"':
      ok = scan_string (self, error);
      break;
    case 't':
      ok = scan_word (self, "true", error);
      break;
    case 'f':
      ok = scan_word (self, "false", error);
      break;
    case 'n':
      ok = scan_word (self, "null", error);
      break;
    default:
      ok = scan_number (self, error);
      break;
    }
  if (ok)
    dd_json_scanner_skip_space (self);

  return ok;
}
