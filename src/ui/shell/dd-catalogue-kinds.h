/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the catalogue. */
#pragma once

#include "dd-column.h"
#include "dd-form-field.h"

G_BEGIN_DECLS

/**
 * DdCatalogueKind:
 * @searched: whether its records can be found by words
 * @check: (nullable): judges a record before it is stored
 *
 * How records of one kind are listed and entered in the catalogue.
 */
typedef struct
{
  DdKind               kind;
  const char          *title;           /* to be translated, as the next three */
  const char          *new_title;
  const char          *edit_title;
  const char          *empty_text;      /* what to do where nothing is, to be translated */
  const DdTableColumn *columns;
  guint                n_columns;
  const DdFormField   *fields;
  guint                n_fields;
  guint                sort;
  gboolean             descending;
  gboolean             searched;
  gboolean           (*check) (const DdRow  *row,
                               int          *field,
                               gpointer      user_data,
                               GError      **error);
} DdCatalogueKind;

const DdCatalogueKind *dd_catalogue_kind_get (DdKind kind);

G_END_DECLS
