/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "dd-field.h"

G_BEGIN_DECLS

/**
 * DdRecordType:
 * @name: the table, and the member of the exchange format
 * @label: what one record of the kind is called, to be translated
 * @get_gtype: the type of its objects
 *
 * What there is to know about a kind of records.
 */
typedef struct
{
  DdKind          kind;
  const char     *name;
  const char     *label;
  const DdField  *fields;
  guint           n_fields;
  GType         (*get_gtype) (void);
} DdRecordType;

/* Of each kind, in their order. */
extern const DdRecordType * const dd_record_types[];

const DdRecordType *dd_record_type_get        (DdKind              kind);
const DdRecordType *dd_record_type_find       (const char         *name);
int                 dd_record_type_find_field (const DdRecordType *self,
                                               const char         *name);
int                 dd_record_type_find_owner (const DdRecordType *self,
                                               DdKind              owner);
gboolean            dd_record_type_is_part    (const DdRecordType *self);
const char         *dd_record_type_get_label  (const DdRecordType *self);

const char         *dd_field_get_label        (const DdField      *self);
const char         *dd_field_get_choice_label (const DdField      *self,
                                               guint               choice);
gboolean            dd_field_find_choice      (const DdField      *self,
                                               const char         *code,
                                               guint              *choice);
gboolean            dd_field_is_stored        (const DdField      *self);
gboolean            dd_field_is_text          (const DdField      *self);

/* The one place where a kind's description is written: its .c file. */
#define DD_DECLARE_RECORD_TYPE(name) extern const DdRecordType dd_##name##_record_type;

G_END_DECLS
