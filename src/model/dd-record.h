/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-row.h"

G_BEGIN_DECLS

#define DD_TYPE_RECORD (dd_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (DdRecord, dd_record, DD, RECORD, GObject)

struct _DdRecordClass
{
  GObjectClass         parent_class;

  const DdRecordType  *type;
  GParamSpec         **fields;  /* the properties of the fields of @type, in their order */
};

DdRecord    *dd_record_new                (DdKind          kind,
                                           gint64          id) G_GNUC_WARN_UNUSED_RESULT;

DdKind       dd_record_get_kind           (DdRecord       *self);
gint64       dd_record_get_id             (DdRecord       *self);
gboolean     dd_record_get_loaded         (DdRecord       *self);
const DdRow *dd_record_get_row            (DdRecord       *self);
void         dd_record_take_row           (DdRecord       *self,
                                           DdRow          *row);

void         dd_record_class_install_type (DdRecordClass  *klass,
                                           const DdRecordType *type);

/* Declares a kind's object type. Its values are read through the row. */
#define DD_DECLARE_RECORD(TypeName, type_name, UPPER_NAME) \
  DD_DECLARE_RECORD_TYPE (type_name) \
  G_DECLARE_FINAL_TYPE (TypeName, dd_##type_name, DD, UPPER_NAME, DdRecord)

/* Defines it, from a static table "fields" in the same file. */
#define DD_DEFINE_RECORD(TypeName, type_name, UPPER_NAME, label_) \
  struct _##TypeName { DdRecord parent_instance; }; \
  const DdRecordType dd_##type_name##_record_type = { \
    .kind = DD_KIND_##UPPER_NAME, \
    .name = #type_name, \
    .label = label_, \
    .fields = fields, \
    .n_fields = G_N_ELEMENTS (fields), \
    .get_gtype = dd_##type_name##_get_type, \
  }; \
  G_DEFINE_FINAL_TYPE (TypeName, dd_##type_name, DD_TYPE_RECORD) \
  static void \
  dd_##type_name##_class_init (TypeName##Class *klass) \
  { \
    dd_record_class_install_type (DD_RECORD_CLASS (klass), &dd_##type_name##_record_type); \
  } \
  static void \
  dd_##type_name##_init (TypeName *self) \
  { \
  }

G_END_DECLS
