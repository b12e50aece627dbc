/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON-GLib's generator wants the whole tree first; a list of a hundred
 * thousand tasks would be half a gigabyte of nodes. */
#define G_LOG_DOMAIN "dd-json-writer"

#include "dd-json-writer.h"

#include <math.h>

#define FLUSH_SIZE 32768

struct _DdJsonWriter
{
  DdJsonSink  sink;
  gpointer    user_data;
  GString    *text;
  GError     *error;            /* the first one; nothing is written after it */
  gboolean    first;            /* nothing in the open object or array yet */
  guint       depth;
};

/**
 * dd_json_writer_new:
 * @sink: gets what is written, in pieces
 *
 * Returns: (transfer full): a writer of indented UTF-8; end it with
 *   dd_json_writer_finish()
 */
DdJsonWriter *
dd_json_writer_new (DdJsonSink sink,
                    gpointer   user_data)
{
  DdJsonWriter *self = g_new0 (DdJsonWriter, 1);

  self->sink = sink;
  self->user_data = user_data;
  self->text = g_string_sized_new (FLUSH_SIZE + 4096);
  self->first = TRUE;

  return self;
}

/**
 * dd_json_writer_free:
 *
 * Drops what was not yet given to the sink.
 */
void
dd_json_writer_free (DdJsonWriter *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

static void
flush (DdJsonWriter *self)
{
  if (self->error == NULL && self->text->len > 0)
    self->sink (self->text->str, self->text->len, self->user_data, &self->error);
  g_string_truncate (self->text, 0);
}

/**
 * dd_json_writer_finish:
 *
 * Writes what is left.
 *
 * Returns: %FALSE with the first error of the sink, now or before
 */
gboolean
dd_json_writer_finish (DdJsonWriter  *self,
                       GError       **error)
{
  g_return_val_if_fail (self->depth == 0, FALSE);

  g_string_append_c (self->text, '\n');
  flush (self);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }

  return TRUE;
}

static void
append_quoted (GString    *text,
               const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      guchar c = (guchar) *p;

      if (c == '"' || c == '\\')
        g_string_append_c (text, '\\');
      if (c >= 0x20 && c != 0x7F)
        g_string_append_c (text, (char) c);
      else if (c == '\n')
        g_string_append (text, "\\n");
      else if (c == '\t')
        g_string_append (text, "\\t");
      else
        g_string_append_printf (text, "\\u%04x", c);
    }
  g_string_append_c (text, '"');
}

/* A comma where one is due, a line for what is near the top, and the name. */
static void
begin_value (DdJsonWriter *self,
             const char   *name)
{
  if (self->text->len >= FLUSH_SIZE)
    flush (self);
  if (!self->first)
    g_string_append_c (self->text, ',');
  if (self->depth > 0 && self->depth <= 2)
    {
      g_string_append_c (self->text, '\n');
      for (guint i = 0; i < self->depth; i++)
        g_string_append_c (self->text, ' ');
    }
  else if (!self->first)
    g_string_append_c (self->text, ' ');
  self->first = FALSE;
  if (name == NULL)
    return;

  append_quoted (self->text, name);
  g_string_append (self->text, ": ");
}

static void
begin (DdJsonWriter *self,
       const char   *name,
       char          bracket)
{
  begin_value (self, name);
  g_string_append_c (self->text, bracket);
  self->first = TRUE;
  self->depth++;
}

static void
end (DdJsonWriter *self,
     char          bracket)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  self->first = FALSE;
  g_string_append_c (self->text, bracket);
}

/**
 * dd_json_writer_begin_object:
 * @name: (nullable): its name in the object that is open; %NULL in an array and at the top
 */
void
dd_json_writer_begin_object (DdJsonWriter *self,
                             const char   *name)
{
  begin (self, name, '{');
}

/**
 * dd_json_writer_end_object:
 *
 * Ends the innermost one.
 */
void
dd_json_writer_end_object (DdJsonWriter *self)
{
  end (self, '}');
}

/**
 * dd_json_writer_begin_array:
 * @name: (nullable): of the member; %NULL in an array
 */
void
dd_json_writer_begin_array (DdJsonWriter *self,
                            const char   *name)
{
  begin (self, name, '[');
}

/**
 * dd_json_writer_end_array:
 *
 * Ends the innermost one.
 */
void
dd_json_writer_end_array (DdJsonWriter *self)
{
  end (self, ']');
}

/**
 * dd_json_writer_add_text:
 * @text: (nullable): valid UTF-8; %NULL is written as null
 */
void
dd_json_writer_add_text (DdJsonWriter *self,
                         const char   *name,
                         const char   *text)
{
  begin_value (self, name);
  if (text != NULL)
    append_quoted (self->text, text);
  else
    g_string_append (self->text, "null");
}

/**
 * dd_json_writer_add_texts:
 * @texts: (nullable) (array zero-terminated=1): on one line; %NULL is written as []
 */
void
dd_json_writer_add_texts (DdJsonWriter  *self,
                          const char    *name,
                          char         **texts)
{
  guint depth = self->depth;

  dd_json_writer_begin_array (self, name);
  self->depth = 3;              /* on one line */
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    dd_json_writer_add_text (self, NULL, texts[i]);
  self->depth = depth + 1;
  dd_json_writer_end_array (self);
}

/**
 * dd_json_writer_add_number:
 * @name: (nullable): of the member; %NULL in an array
 */
void
dd_json_writer_add_number (DdJsonWriter *self,
                           const char   *name,
                           gint64        number)
{
  begin_value (self, name);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, number);
}

/**
 * dd_json_writer_add_real:
 * @real: written so that what is read is the same again; what is no number,
 *   which JSON cannot say, is written as null
 */
void
dd_json_writer_add_real (DdJsonWriter *self,
                         const char   *name,
                         double        real)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  begin_value (self, name);
  if (!isfinite (real))
    {
      g_string_append (self->text, "null");
      return;
    }

  /* Fifteen digits look as they were typed; seventeen always suffice. */
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", real);
  if (fabs (g_ascii_strtod (buffer, NULL) - real) > 0.0)
    g_ascii_dtostr (buffer, sizeof buffer, real);
  g_string_append (self->text, buffer);
}

/**
 * dd_json_writer_add_flag:
 * @name: (nullable): of the member; %NULL in an array
 */
void
dd_json_writer_add_flag (DdJsonWriter *self,
                         const char   *name,
                         gboolean      flag)
{
  begin_value (self, name);
  g_string_append (self->text, flag ? "true" : "false");
}

/**
 * dd_json_writer_add_day:
 *
 * Writes "yyyy-mm-dd", or null for no day.
 */
void
dd_json_writer_add_day (DdJsonWriter *self,
                        const char   *name,
                        DdDay         day)
{
  char iso[DD_DAY_ISO_SIZE];

  dd_day_write_iso (day, iso);
  dd_json_writer_add_text (self, name, day != DD_DAY_NONE ? iso : NULL);
}

/**
 * dd_json_writer_add_null:
 * @name: (nullable): of the member; %NULL in an array
 */
void
dd_json_writer_add_null (DdJsonWriter *self,
                         const char   *name)
{
  dd_json_writer_add_text (self, name, NULL);
}
