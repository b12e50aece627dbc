/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a record before it is stored. */
#define G_LOG_DOMAIN "dd-row-check"

#include "config.h"

#include "dd-row.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (dd-record-error-quark, dd_record_error)

/**
 * dd_row_check_field:
 *
 * Whether the value of one field may be stored.
 *
 * Returns: %FALSE with a #DdRecordError whose message is a sentence that names
 *   the field
 */
gboolean
dd_row_check_field (const DdRow  *self,
                    guint         field,
                    GError      **error)
{
  const DdField *description = &dd_row_get_type (self)->fields[field];
  guint length, limit;

  if (!dd_row_is_set (self, field))
    {
      if ((description->flags & DD_FIELD_REQUIRED) == 0 ||
          (description->type == DD_FIELD_REFERENCE &&
           dd_row_get_reference_uid (self, field) != NULL))
        return TRUE;

      g_set_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED,
                   /* Translators: %s is the name of a field. */
                   _("%s is missing."), dd_field_get_label (description));
      return FALSE;
    }

  if (!dd_field_is_text (description) || (description->flags & DD_FIELD_VERBATIM) != 0)
    return TRUE;

  if (description->max_length > 0)
    limit = description->max_length;
  else
    limit = (description->flags & DD_FIELD_MULTILINE) != 0 ? DD_FIELD_NOTE_MAX : DD_FIELD_LINE_MAX;
  length = (guint) g_utf8_strlen (dd_row_get_text (self, field), -1);
  if (length <= limit)
    return TRUE;

  g_set_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_TOO_LONG,
               /* Translators: %s is the name of a field, then how many characters were given and
                * how many it may have. */
               _("%s has %u characters; at most %u are kept. Please shorten it."),
               dd_field_get_label (description), length, limit);
  return FALSE;
}

/**
 * dd_row_check:
 *
 * Whether the record may be stored as far as can be told from itself.
 *
 * Returns: %FALSE with a #DdRecordError whose message is a sentence that names
 *   the field
 */
gboolean
dd_row_check (const DdRow  *self,
              GError      **error)
{
  const DdRecordType *type = dd_row_get_type (self);

  for (guint i = 0; i < type->n_fields; i++)
    if (dd_field_is_stored (&type->fields[i]) && !dd_row_check_field (self, i, error))
      return FALSE;

  return TRUE;
}
