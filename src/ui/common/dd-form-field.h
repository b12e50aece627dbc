/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a form asks for a field: what the form and its lines both know. */
#pragma once

#include "dd-row.h"

G_BEGIN_DECLS

typedef enum
{
  DD_FORM_PLAIN     = 0,
  DD_FORM_HALF      = 1 << 0,   /* shares its line with the next field */
  DD_FORM_REQUIRED  = 1 << 1,   /* though the record could do without */
  DD_FORM_READ_ONLY = 1 << 2,
} DdFormFieldFlags;

/**
 * DdFormField:
 * @field: of the record's kind
 * @hint: (nullable): a sentence below the field, to be translated
 * @label: (nullable): what is asked for here, to be translated; %NULL: what the field is called
 */
typedef struct
{
  guint             field;
  DdFormFieldFlags  flags;
  const char       *hint;
  const char       *label;
} DdFormField;

/* Makes a record of which only the name was typed, to be inserted first. */
typedef DdRow *(*DdFormMake) (DdKind      kind,
                              const char *name,
                              gpointer    user_data);

G_END_DECLS
