/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of JSON share: a file of their own, and reading it to its end. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DdJsonCase:
 * @error: a #DdExchangeError, or %DD_JSON_TAKEN
 * @n_records: how many are read before the end or the error
 * @sentence: (nullable): of the message
 */
typedef struct
{
  const char *name;
  const char *text;
  int         error;
  guint       n_records;
  const char *sentence;
} DdJsonCase;

#define DD_JSON_TAKEN (-1)

typedef struct
{
  char *dir;
  char *path;
} DdJsonFixture;

void   dd_json_fixture_set_up    (DdJsonFixture     *f,
                                  gconstpointer      data);
void   dd_json_fixture_tear_down (DdJsonFixture     *f,
                                  gconstpointer      data);
void   dd_json_fixture_write     (DdJsonFixture     *f,
                                  const char        *text,
                                  gsize              size);
guint  dd_json_fixture_read_file (const char        *path,
                                  GError           **error);
guint  dd_json_fixture_read      (DdJsonFixture     *f,
                                  const char        *text,
                                  GError           **error);
void   dd_json_fixture_check     (DdJsonFixture     *f,
                                  const DdJsonCase  *cases,
                                  guint              n_cases);

G_END_DECLS
