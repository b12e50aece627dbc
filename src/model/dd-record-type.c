/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-record-type"

#include "config.h"

#include "dd-record-type.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * dd_record_type_get:
 *
 * Returns: (transfer none): the description of a kind; it lives for ever
 */
const DdRecordType *
dd_record_type_get (DdKind kind)
{
  g_return_val_if_fail (kind < DD_N_KINDS, NULL);

  return dd_record_types[kind];
}

/**
 * dd_record_type_find:
 *
 * Returns: (nullable): the type whose table is called @name
 */
const DdRecordType *
dd_record_type_find (const char *name)
{
  for (guint i = 0; i < DD_N_KINDS; i++)
    if (strcmp (dd_record_types[i]->name, name) == 0)
      return dd_record_types[i];

  return NULL;
}

/**
 * dd_record_type_find_field:
 *
 * Returns: the index of the field called @name, or -1
 */
int
dd_record_type_find_field (const DdRecordType *self,
                           const char         *name)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (strcmp (self->fields[i].name, name) == 0)
      return (int) i;

  return -1;
}

/**
 * dd_record_type_find_owner:
 * @owner: a kind
 *
 * Returns: the index of the field by which a record is a part of one of @owner,
 *   or -1 if records of the type are parts of no such one
 */
int
dd_record_type_find_owner (const DdRecordType *self,
                           DdKind              owner)
{
  for (guint i = 0; i < self->n_fields; i++)
    if ((self->fields[i].flags & DD_FIELD_OWNER) != 0 && self->fields[i].reference == owner)
      return (int) i;

  return -1;
}

/**
 * dd_record_type_is_part:
 *
 * Returns: whether records of the type are parts of others, with which they go
 */
gboolean
dd_record_type_is_part (const DdRecordType *self)
{
  for (guint i = 0; i < self->n_fields; i++)
    if ((self->fields[i].flags & DD_FIELD_OWNER) != 0)
      return TRUE;

  return FALSE;
}

/**
 * dd_record_type_get_label:
 *
 * Returns: (transfer none): what such a record is called, in the language of the program
 */
const char *
dd_record_type_get_label (const DdRecordType *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->label);
}

/**
 * dd_field_get_label:
 *
 * Returns: (transfer none): what the field is called, in the language of the program
 */
const char *
dd_field_get_label (const DdField *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->label);
}

/**
 * dd_field_get_choice_label:
 *
 * Returns: (transfer none): what the choice is called, in the language of the program
 */
const char *
dd_field_get_choice_label (const DdField *self,
                           guint          choice)
{
  g_return_val_if_fail (choice < self->n_choices, "");

  return g_dgettext (GETTEXT_PACKAGE, self->choices[choice].label);
}

/**
 * dd_field_find_choice:
 * @choice: (out): an index into the field's choices
 *
 * Returns: %FALSE if no choice has the code; @choice is as it was then
 */
gboolean
dd_field_find_choice (const DdField *self,
                      const char    *code,
                      guint         *choice)
{
  for (guint i = 0; i < self->n_choices; i++)
    if (strcmp (self->choices[i].code, code) == 0)
      {
        *choice = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * dd_field_is_stored:
 *
 * Returns: whether the value is in the file, and not computed from others
 */
gboolean
dd_field_is_stored (const DdField *self)
{
  return (self->flags & DD_FIELD_DERIVED) == 0;
}

/**
 * dd_field_is_text:
 *
 * Returns: whether the value is kept as characters
 */
gboolean
dd_field_is_text (const DdField *self)
{
  return self->type == DD_FIELD_TEXT || self->type == DD_FIELD_LIST ||
         self->type == DD_FIELD_INSTANT;
}
