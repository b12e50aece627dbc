/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON-GLib reads a whole file into memory, dies of a hundred thousand nested
 * arrays, and takes "[][]", a name that occurs twice, and \u0000 for valid.
 * So this scanner stands before it: it walks the stream once, strictly, and
 * hands over one record's text at a time, which is small and known to be
 * well-formed. */
#define G_LOG_DOMAIN "dd-json-scanner"

#include "config.h"

#include "dd-json-scanner.h"

#include "dd-exchange-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_DEPTH 64
#define MAX_VALUE_SIZE (8 * 1024 * 1024)
#define MAX_MEMBERS 256         /* of one object: each is compared with all before it */
#define MAX_DIGITS 18
#define MAX_DECIMALS 100
#define END (-1)
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct _DdJsonScanner
{
  FILE      *file;
  char      *name;
  guint8     buffer[65536];
  gsize      length, at;
  int        next;              /* the character not taken yet, or END */
  int        read_error;        /* the system's, if that was what ended the file */
  guint      line;
  guint      value_line;        /* where the value begins that was handed over; 0: none was */
  guint      depth;
  guint      first;             /* a bit for each level of which nothing was read */
  guint      objects;           /* a bit for each level that is an object */
  gboolean   empty;
  GString   *value;             /* what is being read, or NULL */
  GString   *last_value;        /* what was handed over */
  GPtrArray *names;             /* of the objects that are open in it */
};

/**
 * dd_json_scanner_fail:
 * @code: a #DdExchangeError
 *
 * Sets an error that tells the place: where the value that was handed over
 * last begins, or where the scanner is.
 *
 * Returns: %FALSE
 */
gboolean
dd_json_scanner_fail (DdJsonScanner  *self,
                      int             code,
                      GError        **error,
                      const char     *format,
                      ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, DD_EXCHANGE_ERROR, code,
               /* Translators: the name of a file, the number of a line, and what is wrong there. */
               _("“%s”, line %u: %s"), self->name,
               self->value_line != 0 ? self->value_line : self->line, message);

  return FALSE;
}

static gboolean
fail_invalid (DdJsonScanner  *self,
              GError        **error)
{
  return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_SYNTAX, error, _("this is not valid JSON."));
}

static gboolean
fail_syntax (DdJsonScanner  *self,
             GError        **error)
{
  if (self->read_error != 0)
    return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_READ, error,
                                 /* Translators: %s is the system's reason. */
                                 _("the file cannot be read further: %s."),
                                 g_strerror (self->read_error));
  if (self->empty)
    return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_SYNTAX, error, _("the file is empty."));
  if (self->next == END)
    return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_SYNTAX, error,
                                 _("the file ends in the middle."));

  return fail_invalid (self, error);
}

static void
read_next (DdJsonScanner *self)
{
  if (self->at == self->length)
    {
      self->length = fread (self->buffer, 1, sizeof self->buffer, self->file);
      self->at = 0;
      if (self->length == 0 && ferror (self->file))
        self->read_error = errno;
    }
  self->next = self->length == 0 ? END : self->buffer[self->at++];
}

/* Takes the next character, as part of the value if there is one. */
static void
take (DdJsonScanner *self)
{
  if (self->value != NULL)
    g_string_append_c (self->value, (char) self->next);
  read_next (self);
}

/* The space between values is not part of them, however much there is. */
static void
skip_space (DdJsonScanner *self)
{
  while (self->next == ' ' || self->next == '\n' || self->next == '\t' || self->next == '\r')
    {
      if (self->next == '\n')
        self->line++;
      read_next (self);
    }
}

static gboolean
expect (DdJsonScanner  *self,
        char            c,
        GError        **error)
{
  if (self->next != c)
    return fail_syntax (self, error);

  take (self);
  return TRUE;
}

static gboolean
scan_escape (DdJsonScanner  *self,
             guint          *unit,
             GError        **error)
{
  *unit = 0;
  take (self);
  if (self->next == END || strchr ("\"\\/bfnrtu", self->next) == NULL)
    return fail_syntax (self, error);
  if (self->next != 'u')
    {
      take (self);
      *unit = 1;
      return TRUE;
    }

  take (self);
  for (guint i = 0; i < 4; i++)
    {
      if (self->next == END || !g_ascii_isxdigit (self->next))
        return fail_syntax (self, error);
      *unit = *unit * 16 + (guint) g_ascii_xdigit_value ((char) self->next);
      take (self);
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

  if (!expect (self, '"', error))
    return FALSE;

  while (self->next != '"')
    {
      guint unit = 0;

      if (self->next == END || self->next < 0x20)
        return fail_syntax (self, error);
      if (!check_size (self, error))
        return FALSE;
      if (self->next != '\\')
        take (self);
      else if (!scan_escape (self, &unit, error))
        return FALSE;

      if (half != is_low_surrogate (unit))
        return fail_invalid (self, error);
      half = is_high_surrogate (unit);
    }
  if (half)
    return fail_invalid (self, error);
  take (self);

  if (!g_utf8_validate_len (self->value->str + start, self->value->len - start, NULL))
    return dd_json_scanner_fail (self, DD_EXCHANGE_ERROR_SYNTAX, error,
                                 _("a text is not in Unicode (UTF-8)."));

  return TRUE;
}

static guint
scan_digits (DdJsonScanner *self)
{
  guint n = 0;

  while (n <= MAX_DECIMALS && self->next != END && g_ascii_isdigit (self->next))
    {
      take (self);
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
    take (self);
  zero = self->next == '0';
  digits = scan_digits (self);
  if (digits == 0)
    return fail_syntax (self, error);
  if (zero && digits > 1)
    return fail_invalid (self, error);
  if (digits > MAX_DIGITS)
    return fail_number (self, error);

  if (self->next == '.')
    {
      take (self);
      digits = scan_digits (self);
      if (digits == 0)
        return fail_syntax (self, error);
      if (digits > MAX_DECIMALS)
        return fail_number (self, error);
    }
  if (self->next == 'e' || self->next == 'E')
    {
      take (self);
      if (self->next == '+' || self->next == '-')
        take (self);
      digits = scan_digits (self);
      if (digits == 0)
        return fail_syntax (self, error);
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
    if (!expect (self, *word, error))
      return FALSE;

  return TRUE;
}

static gboolean scan_value (DdJsonScanner  *self,
                            GError        **error);

/* Names are compared as they are written; one with an escape in it is no
 * name of this program, so it is refused rather than understood. */
static gboolean
scan_name (DdJsonScanner  *self,
           guint           first_name,
           GError        **error)
{
  gsize start = self->value->len;
  char *name;

  if (self->next != '"' || !scan_string (self, error))
    return error != NULL && *error != NULL ? FALSE : fail_syntax (self, error);

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

  take (self);
  skip_space (self);
  while (self->next != '}')
    {
      if (!scan_name (self, first_name, error))
        return FALSE;
      skip_space (self);
      if (!expect (self, ':', error) || !scan_value (self, error))
        return FALSE;
      if (self->next == '}')
        break;
      if (!expect (self, ',', error))
        return FALSE;
      skip_space (self);
      if (self->next == '}')
        return fail_syntax (self, error);
    }
  take (self);
  g_ptr_array_set_size (self->names, (int) first_name);

  return TRUE;
}

static gboolean
scan_elements (DdJsonScanner  *self,
               GError        **error)
{
  take (self);
  skip_space (self);
  while (self->next != ']')
    {
      if (!scan_value (self, error))
        return FALSE;
      if (self->next == ']')
        break;
      if (!expect (self, ',', error))
        return FALSE;
      skip_space (self);
      if (self->next == ']')
        return fail_syntax (self, error);
    }
  take (self);

  return TRUE;
}

/* A value with the space around it. The depth is bounded, so that recursion is. */
static gboolean
scan_value (DdJsonScanner  *self,
            GError        **error)
{
  gboolean ok;

  skip_space (self);
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
    skip_space (self);

  return ok;
}

/* Editors of Windows put it there; it says nothing and is no part of JSON. */
static void
skip_byte_order_mark (DdJsonScanner *self)
{
  gsize size = strlen (BYTE_ORDER_MARK);

  if (self->length < size || memcmp (self->buffer, BYTE_ORDER_MARK, size) != 0)
    return;

  self->at = size;
  read_next (self);
}

DdJsonScanner *
dd_json_scanner_open (const char  *path,
                      GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);
  FILE *file = is_folder ? NULL : g_fopen (path, "rbe");
  int code = is_folder ? EISDIR : errno;
  DdJsonScanner *self;

  if (file == NULL)
    {
      g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_READ,
                   _("“%s” cannot be read: %s."), name, g_strerror (code));
      return NULL;
    }

  self = g_new0 (DdJsonScanner, 1);
  self->file = file;
  self->name = g_steal_pointer (&name);
  self->line = 1;
  self->names = g_ptr_array_new_with_free_func (g_free);
  read_next (self);
  skip_byte_order_mark (self);
  skip_space (self);
  self->empty = self->next == END;

  return self;
}

void
dd_json_scanner_close (DdJsonScanner *self)
{
  if (self == NULL)
    return;

  fclose (self->file);
  g_free (self->name);
  g_ptr_array_unref (self->names);
  if (self->value != NULL)
    g_string_free (self->value, TRUE);
  if (self->last_value != NULL)
    g_string_free (self->last_value, TRUE);
  g_free (self);
}

static gboolean
enter (DdJsonScanner  *self,
       char            c,
       GError        **error)
{
  self->value_line = 0;
  if (!expect (self, c, error))
    return FALSE;

  skip_space (self);
  self->depth++;
  self->first |= 1u << self->depth;
  if (c == '{')
    self->objects |= 1u << self->depth;
  else
    self->objects &= ~(1u << self->depth);

  return TRUE;
}

gboolean
dd_json_scanner_enter_object (DdJsonScanner  *self,
                              GError        **error)
{
  return enter (self, '{', error);
}

gboolean
dd_json_scanner_enter_array (DdJsonScanner  *self,
                             GError        **error)
{
  return enter (self, '[', error);
}

/**
 * dd_json_scanner_next_element:
 * @there_is: (out): %FALSE once the array or object has ended
 */
gboolean
dd_json_scanner_next_element (DdJsonScanner  *self,
                              gboolean       *there_is,
                              GError        **error)
{
  gboolean first = (self->first >> self->depth & 1) != 0;
  char end = (self->objects >> self->depth & 1) != 0 ? '}' : ']';

  self->value_line = 0;
  self->first &= ~(1u << self->depth);
  *there_is = self->next != end;
  if (!*there_is)
    {
      take (self);
      skip_space (self);
      self->depth--;
      return TRUE;
    }
  if (first)
    return TRUE;
  if (!expect (self, ',', error))
    return FALSE;

  skip_space (self);

  return self->next == end ? fail_syntax (self, error) : TRUE;
}

/**
 * dd_json_scanner_next_member:
 * @name: (out) (transfer full) (nullable): the name of the next member of the object that was
 *   entered, whose value is to be read next; %NULL once the object has ended
 */
gboolean
dd_json_scanner_next_member (DdJsonScanner  *self,
                             char          **name,
                             GError        **error)
{
  gboolean there_is;
  gboolean ok;

  *name = NULL;
  if (!dd_json_scanner_next_element (self, &there_is, error))
    return FALSE;
  if (!there_is)
    return TRUE;

  self->value = g_string_new (NULL);
  ok = scan_name (self, 0, error);
  if (ok)
    *name = g_strdup (self->names->pdata[self->names->len - 1]);
  g_string_free (g_steal_pointer (&self->value), TRUE);
  if (!ok)
    return FALSE;

  skip_space (self);
  if (!expect (self, ':', error))
    {
      g_clear_pointer (name, g_free);
      return FALSE;
    }
  skip_space (self);

  return TRUE;
}

/**
 * dd_json_scanner_read_value:
 *
 * Returns: (transfer none) (nullable): the text of the next value, without the space
 *   in and around it, valid until the next call
 */
const char *
dd_json_scanner_read_value (DdJsonScanner  *self,
                            gsize          *size,
                            GError        **error)
{
  guint n_names = self->names->len;
  guint line;
  gboolean ok;

  skip_space (self);
  self->value_line = 0;
  line = self->line;
  self->value = self->last_value != NULL ? g_steal_pointer (&self->last_value)
                                         : g_string_sized_new (1024);
  g_string_truncate (self->value, 0);
  ok = scan_value (self, error);
  g_ptr_array_set_size (self->names, (int) n_names);
  self->last_value = g_steal_pointer (&self->value);
  if (!ok)
    return NULL;

  self->value_line = line;
  *size = self->last_value->len;

  return self->last_value->str;
}

/**
 * dd_json_scanner_expect_end:
 *
 * Nothing may follow the one value of the file.
 */
gboolean
dd_json_scanner_expect_end (DdJsonScanner  *self,
                            GError        **error)
{
  self->value_line = 0;

  return self->next == END && self->read_error == 0 ? TRUE : fail_syntax (self, error);
}
