/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-kind.h"

G_BEGIN_DECLS

typedef enum
{
  DD_FIELD_TEXT,
  DD_FIELD_LIST,                /* texts; kept as lines */
  DD_FIELD_NUMBER,              /* a whole number; money is in đồng */
  DD_FIELD_REAL,
  DD_FIELD_FLAG,
  DD_FIELD_DAY,
  DD_FIELD_INSTANT,             /* a moment in UTC; kept as text */
  DD_FIELD_CHOICE,              /* one of the field's choices; kept as its code */
  DD_FIELD_REFERENCE,           /* another record; kept as its row id, exchanged as its uid */
} DdFieldType;

typedef enum
{
  DD_FIELD_PLAIN      = 0,
  DD_FIELD_REQUIRED   = 1 << 0,
  DD_FIELD_SEARCHABLE = 1 << 1, /* its words are in the search index */
  DD_FIELD_COLLATED   = 1 << 2, /* has a sort key beside it */
  DD_FIELD_PERSON     = 1 << 3, /* collated by the given name */
  DD_FIELD_MULTILINE  = 1 << 4,
  DD_FIELD_VERBATIM   = 1 << 5, /* kept as it came: not cleaned, of any length */
  DD_FIELD_OWNER      = 1 << 6, /* the record is a part of the one it refers to, and goes with it */
  DD_FIELD_COMPUTED   = 1 << 7, /* stored, but made by a rule of the model from other fields */
  DD_FIELD_DERIVED    = 1 << 8, /* not stored: the store computes it from other records */
} DdFieldFlags;

typedef struct
{
  const char *code;             /* in the file of records, in JSON and CSV */
  const char *label;            /* to be translated */
} DdChoice;

/**
 * DdField:
 * @name: column, JSON member, CSV heading, and property (with - for _)
 * @label: what a form and the history call it, to be translated
 * @reference: the kind referred to, for %DD_FIELD_REFERENCE
 * @choices: for %DD_FIELD_CHOICE; the value of the field is an index into it.
 *   For %DD_FIELD_LIST: codes that its lines may be, beside words of one's own
 * @max_length: the most characters of a text; 0: as usual for a line or a note
 *
 * One field of a kind of records, told once for everything that handles it.
 */
typedef struct
{
  const char     *name;
  const char     *label;
  DdFieldType     type;
  DdFieldFlags    flags;
  DdKind          reference;
  const DdChoice *choices;
  guint           n_choices;
  guint           max_length;
} DdField;

/* How long a text may be at entry, in characters: a heading, and a note. */
#define DD_FIELD_LINE_MAX 500
#define DD_FIELD_NOTE_MAX 65536

G_END_DECLS
