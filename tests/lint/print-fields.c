/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the field tables of the model, one field a line, for check-exchange.py,
 * which holds data/dondoc-exchange.schema.json against them. */
#include "dd-record-type.h"

static const char *
get_type_name (const DdField *field)
{
  switch (field->type)
    {
    case DD_FIELD_TEXT:
      return "text";
    case DD_FIELD_LIST:
      return "list";
    case DD_FIELD_NUMBER:
      return "number";
    case DD_FIELD_REAL:
      return "real";
    case DD_FIELD_FLAG:
      return "flag";
    case DD_FIELD_DAY:
      return "day";
    case DD_FIELD_INSTANT:
      return "instant";
    case DD_FIELD_CHOICE:
      return "choice";
    case DD_FIELD_REFERENCE:
      return "reference";
    default:
      g_assert_not_reached ();
    }
}

/* The most characters that a text may have; 0: as many as there are. */
static guint
get_limit (const DdField *field)
{
  if (field->type != DD_FIELD_TEXT || (field->flags & DD_FIELD_VERBATIM) != 0)
    return 0;
  if (field->max_length > 0)
    return field->max_length;

  return (field->flags & DD_FIELD_MULTILINE) != 0 ? DD_FIELD_NOTE_MAX : DD_FIELD_LINE_MAX;
}

static void
print_field (const DdRecordType *type,
             const DdField      *field)
{
  g_print ("%s\t%s\t%s\t%s\t%s\t%u\t%s\t", type->name, field->name, get_type_name (field),
           (field->flags & DD_FIELD_REQUIRED) != 0 ? "required" : "optional",
           (field->flags & DD_FIELD_COMPUTED) != 0 ? "computed" : "given",
           get_limit (field),
           field->type == DD_FIELD_REFERENCE ? dd_record_type_get (field->reference)->name : "");
  for (guint i = 0; i < field->n_choices; i++)
    g_print ("%s%s", i > 0 ? "," : "", field->choices[i].code);
  g_print ("\n");
}

int
main (void)
{
  /* History is not exchanged: each file keeps its own. */
  for (DdKind kind = 0; kind < DD_KIND_HISTORY; kind++)
    {
      const DdRecordType *type = dd_record_type_get (kind);

      for (guint i = 0; i < type->n_fields; i++)
        if (dd_field_is_stored (&type->fields[i]))
          print_field (type, &type->fields[i]);
    }

  return 0;
}
