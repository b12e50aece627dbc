/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to dd-json-scanner.c and dd-json-value.c: a scanner walks through the
 * upper levels of a file, and takes the values in them whole. */
#pragma once

#include "dd-json-scanner.h"

#include <errno.h>
#include <stdio.h>

G_BEGIN_DECLS

#define DD_JSON_SCANNER_END (-1)

struct _DdJsonScanner
{
  FILE      *file;
  char      *name;
  guint8     buffer[65536];
  gsize      length, at;
  int        next;              /* the character not taken yet, or DD_JSON_SCANNER_END */
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

gboolean dd_json_scanner_fail_syntax (DdJsonScanner  *self,
                                      GError        **error);
gboolean dd_json_scanner_scan_name   (DdJsonScanner  *self,
                                      guint           first_name,
                                      GError        **error);
gboolean dd_json_scanner_scan_value  (DdJsonScanner  *self,
                                      GError        **error);

/* Called for each character of a file, so they are not called at all. */

static inline void
dd_json_scanner_read_next (DdJsonScanner *self)
{
  if (self->at == self->length)
    {
      self->length = fread (self->buffer, 1, sizeof self->buffer, self->file);
      self->at = 0;
      if (self->length == 0 && ferror (self->file))
        self->read_error = errno;
    }
  self->next = self->length == 0 ? DD_JSON_SCANNER_END : self->buffer[self->at++];
}

/* Takes the next character, as part of the value if there is one. */
static inline void
dd_json_scanner_take (DdJsonScanner *self)
{
  if (self->value != NULL)
    g_string_append_c (self->value, (char) self->next);
  dd_json_scanner_read_next (self);
}

/* The space between values is not part of them, however much there is. */
static inline void
dd_json_scanner_skip_space (DdJsonScanner *self)
{
  while (self->next == ' ' || self->next == '\n' || self->next == '\t' || self->next == '\r')
    {
      if (self->next == '\n')
        self->line++;
      dd_json_scanner_read_next (self);
    }
}

static inline gboolean
dd_json_scanner_expect (DdJsonScanner  *self,
                        char            c,
                        GError        **error)
{
  if (self->next != c)
    return dd_json_scanner_fail_syntax (self, error);

  dd_json_scanner_take (self);
  return TRUE;
}

G_END_DECLS
