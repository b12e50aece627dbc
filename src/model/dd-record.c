/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-record"

#include "dd-record.h"

/**
 * DdRecord:
 *
 * A record as the window sees it: an object with a property for each field of
 * its kind, so that templates can bind to it.
 *
 * There is one object for each record, kept by the store; when the record
 * changes, the object changes in place and tells which properties did. A
 * record that a list has named but not yet read is not "loaded": its fields
 * have no values until they come.
 */
typedef struct
{
  gint64    id;
  DdRow    *row;
  gboolean  loaded;
} DdRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DdRecord, dd_record, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_LOADED,
} DdRecordProperty;

static GParamSpec *properties[PROP_LOADED + 1];

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

#define GET_PRIVATE(self) ((DdRecordPrivate *) dd_record_get_instance_private (self))

static void
get_field_value (const DdRow *row,
                 guint        field,
                 GValue      *value)
{
  switch (dd_row_get_type (row)->fields[field].type)
    {
    case DD_FIELD_REAL:
      g_value_set_double (value, dd_row_get_real (row, field));
      break;
    case DD_FIELD_NUMBER:
      g_value_set_int64 (value, dd_row_get_number (row, field));
      break;
    case DD_FIELD_REFERENCE:
      g_value_set_int64 (value, dd_row_get_reference (row, field));
      break;
    case DD_FIELD_FLAG:
      g_value_set_boolean (value, dd_row_get_flag (row, field));
      break;
    case DD_FIELD_DAY:
      g_value_set_uint (value, dd_row_get_day (row, field));
      break;
    case DD_FIELD_CHOICE:
      g_value_set_uint (value, dd_row_get_choice (row, field));
      break;
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
    case DD_FIELD_INSTANT:
    default:
      g_value_set_string (value, dd_row_get_text (row, field));
      break;
    }
}

static GParamSpec *
make_pspec (const DdField *field)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');

  switch (field->type)
    {
    case DD_FIELD_REAL:
      return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case DD_FIELD_NUMBER:
    case DD_FIELD_REFERENCE:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case DD_FIELD_FLAG:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case DD_FIELD_DAY:
    case DD_FIELD_CHOICE:
      return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, flags);
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
    case DD_FIELD_INSTANT:
    default:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    }
}

static void
dd_record_finalize (GObject *object)
{
  g_clear_pointer (&GET_PRIVATE (DD_RECORD (object))->row, dd_row_free);

  G_OBJECT_CLASS (dd_record_parent_class)->finalize (object);
}

static void
dd_record_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  DdRecordPrivate *priv = GET_PRIVATE (DD_RECORD (object));

  /* The properties of a kind are numbered as its fields are, from 1. */
  if (pspec->owner_type != DD_TYPE_RECORD)
    {
      get_field_value (priv->row, prop_id - 1, value);
      return;
    }

  switch ((DdRecordProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, priv->id);
      break;

    case PROP_LOADED:
      g_value_set_boolean (value, priv->loaded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_record_class_init (DdRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dd_record_finalize;
  object_class->get_property = dd_record_get_property;

  properties[PROP_ID] =
    g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_LOADED] =
    g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * DdRecord::changed:
   *
   * The record has been read anew; told once, however many fields differ.
   */
  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_RECORD, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dd_record_init (DdRecord *self)
{
}

/**
 * dd_record_class_install_type:
 *
 * Gives a kind's class its description and a property for each of its fields.
 */
void
dd_record_class_install_type (DdRecordClass      *klass,
                              const DdRecordType *type)
{
  klass->type = type;
  G_OBJECT_CLASS (klass)->get_property = dd_record_get_property;    /* is not inherited */
  klass->fields = g_new (GParamSpec *, type->n_fields);         /* classes are never freed */
  for (guint i = 0; i < type->n_fields; i++)
    {
      klass->fields[i] = make_pspec (&type->fields[i]);
      g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, klass->fields[i]);
    }
}

/**
 * dd_record_new:
 *
 * For the store: only it knows whether the record has an object already.
 */
DdRecord *
dd_record_new (DdKind kind,
               gint64 id)
{
  DdRecord *self = g_object_new (dd_record_type_get (kind)->get_gtype (), NULL);
  DdRecordPrivate *priv = GET_PRIVATE (self);

  priv->id = id;
  priv->row = dd_row_new (kind);
  dd_row_set_id (priv->row, id);

  return self;
}

/**
 * dd_record_get_kind:
 *
 * Returns: what the record is
 */
DdKind
dd_record_get_kind (DdRecord *self)
{
  g_return_val_if_fail (DD_IS_RECORD (self), 0);

  return DD_RECORD_GET_CLASS (self)->type->kind;
}

/**
 * dd_record_get_id:
 *
 * Returns: its number in the file of records, known before its values are read
 */
gint64
dd_record_get_id (DdRecord *self)
{
  g_return_val_if_fail (DD_IS_RECORD (self), 0);

  return GET_PRIVATE (self)->id;
}

/**
 * dd_record_get_loaded:
 *
 * Returns: whether the values have been read from the file of records
 */
gboolean
dd_record_get_loaded (DdRecord *self)
{
  g_return_val_if_fail (DD_IS_RECORD (self), FALSE);

  return GET_PRIVATE (self)->loaded;
}

/**
 * dd_record_get_row:
 *
 * Returns: the values, valid until the main loop runs again
 */
const DdRow *
dd_record_get_row (DdRecord *self)
{
  g_return_val_if_fail (DD_IS_RECORD (self), NULL);

  return GET_PRIVATE (self)->row;
}

/**
 * dd_record_take_row:
 * @row: (transfer full): what the record says now
 *
 * For the store. Tells of every property that differs.
 */
void
dd_record_take_row (DdRecord *self,
                    DdRow    *row)
{
  DdRecordPrivate *priv;
  DdRecordClass *klass;
  g_autoptr (DdRow) old = NULL;

  g_return_if_fail (DD_IS_RECORD (self));

  priv = GET_PRIVATE (self);
  klass = DD_RECORD_GET_CLASS (self);
  g_return_if_fail (dd_row_get_id (row) == priv->id && dd_row_get_type (row) == klass->type);

  g_object_freeze_notify (G_OBJECT (self));
  old = priv->row;
  priv->row = row;
  for (guint i = 0; i < klass->type->n_fields; i++)
    if (!dd_row_field_equal (old, row, i))
      g_object_notify_by_pspec (G_OBJECT (self), klass->fields[i]);
  if (!priv->loaded)
    {
      priv->loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
    }
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0);
}
