/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON-GLib reads a whole file into memory, dies of a hundred thousand nested
 * arrays, and takes "[][]", a name that occurs twice, and \u0000 for valid.
 * So this scanner stands before it: it walks the stream once, strictly, and
 * hands over one record's text at a time, which is small and known to be
 * well-formed. */
#define G_LOG_DOMAIN "dd-json-scanner"

#include "config.h"

#include "dd-json-scanner-private.h"

#include "dd-exchange-error.h"
#include "dd-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>


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

/* Editors of Windows put it there; it says nothing and is no part of JSON. */
static void
skip_byte_order_mark (DdJsonScanner *self)
{
  gsize size = strlen (DD_TEXT_BYTE_ORDER_MARK);

  if (self->length < size || memcmp (self->buffer, DD_TEXT_BYTE_ORDER_MARK, size) != 0)
    return;

  self->at = size;
  dd_json_scanner_read_next (self);
}

/**
 * dd_json_scanner_open:
 * @path: a file name in the file system's encoding
 *
 * Returns: (transfer full): a scanner at the first value, or %NULL with an error
 *   that names the file
 */
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
  dd_json_scanner_read_next (self);
  skip_byte_order_mark (self);
  dd_json_scanner_skip_space (self);
  self->empty = self->next == DD_JSON_SCANNER_END;

  return self;
}

/**
 * dd_json_scanner_close:
 *
 * Closes the file, wherever in it the scanner is.
 */
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
  if (!dd_json_scanner_expect (self, c, error))
    return FALSE;

  dd_json_scanner_skip_space (self);
  self->depth++;
  self->first |= 1u << self->depth;
  if (c == '{')
    self->objects |= 1u << self->depth;
  else
    self->objects &= ~(1u << self->depth);

  return TRUE;
}

/**
 * dd_json_scanner_enter_object:
 *
 * Goes into the object that comes next.
 *
 * Returns: %FALSE with %DD_EXCHANGE_ERROR_SYNTAX or %DD_EXCHANGE_ERROR_FORMAT
 */
gboolean
dd_json_scanner_enter_object (DdJsonScanner  *self,
                              GError        **error)
{
  return enter (self, '{', error);
}

/**
 * dd_json_scanner_enter_array:
 *
 * Goes into the array that comes next.
 *
 * Returns: %FALSE with %DD_EXCHANGE_ERROR_SYNTAX or %DD_EXCHANGE_ERROR_FORMAT
 */
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
      dd_json_scanner_take (self);
      dd_json_scanner_skip_space (self);
      self->depth--;
      return TRUE;
    }
  if (first)
    return TRUE;
  if (!dd_json_scanner_expect (self, ',', error))
    return FALSE;

  dd_json_scanner_skip_space (self);

  return self->next == end ? dd_json_scanner_fail_syntax (self, error) : TRUE;
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
  ok = dd_json_scanner_scan_name (self, 0, error);
  if (ok)
    *name = g_strdup (self->names->pdata[self->names->len - 1]);
  g_string_free (g_steal_pointer (&self->value), TRUE);
  if (!ok)
    return FALSE;

  dd_json_scanner_skip_space (self);
  if (!dd_json_scanner_expect (self, ':', error))
    {
      g_clear_pointer (name, g_free);
      return FALSE;
    }
  dd_json_scanner_skip_space (self);

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

  dd_json_scanner_skip_space (self);
  self->value_line = 0;
  line = self->line;
  self->value = self->last_value != NULL ? g_steal_pointer (&self->last_value)
                                         : g_string_sized_new (1024);
  g_string_truncate (self->value, 0);
  ok = dd_json_scanner_scan_value (self, error);
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

  if (self->next != DD_JSON_SCANNER_END || self->read_error != 0)
    return dd_json_scanner_fail_syntax (self, error);

  return TRUE;
}
