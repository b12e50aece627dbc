/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-form"

#include "config.h"

#include "dd-form-base.h"

#include "dd-record-type.h"

#include <glib/gi18n-lib.h>

/* So much of a value is quoted in a sentence. */
#define QUOTE_MAX 120

/* A reference is a number here: that it is another one has to do. */
static void
add_line (GString     *lines,
          const DdRow *now,
          guint        field)
{
  const DdField *description = &dd_row_get_type (now)->fields[field];
  g_autofree char *text = dd_row_field_to_text (now, field);

  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, dd_field_get_label (description));
  if (description->type == DD_FIELD_REFERENCE || text == NULL || *text == '\0')
    return;

  g_string_append (lines, ": ");
  if (g_utf8_strlen (text, -1) > QUOTE_MAX)
    {
      g_autofree char *start = g_utf8_substring (text, 0, QUOTE_MAX);

      g_string_append (lines, start);
      g_string_append (lines, "…");
    }
  else
    g_string_append (lines, text);
}

static gboolean
is_entered (const DdField *field)
{
  return dd_field_is_stored (field) && (field->flags & DD_FIELD_COMPUTED) == 0;
}

/**
 * dd_form_base_describe:
 *
 * Returns: (transfer full) (nullable): a sentence that says what others have made of the
 *   record since it was @before; %NULL if no field differs
 */
char *
dd_form_base_describe (const DdRow *before,
                       const DdRow *now)
{
  const DdRecordType *type = dd_row_get_type (now);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    if (is_entered (&type->fields[i]) && !dd_row_field_equal (before, now, i))
      add_line (lines, now, i);
  if (lines->len == 0)
    return NULL;

  /* Translators: %s is one or more lines, each a field and its new value. */
  return g_strdup_printf (_("Somebody else has changed this record meanwhile:\n%s\nYours is not "
                            "saved yet. Save again to keep both; where they differ, yours counts."),
                          lines->str);
}

/**
 * dd_form_base_merge:
 * @entered: what is about to be saved
 * @opened: what the form showed at first
 * @now: what others have made of it
 *
 * Takes over what others changed and nobody touched in the form.
 */
void
dd_form_base_merge (DdRow       *entered,
                    const DdRow *opened,
                    const DdRow *now)
{
  const DdRecordType *type = dd_row_get_type (now);

  for (guint i = 0; i < type->n_fields; i++)
    if (is_entered (&type->fields[i]) && dd_row_field_equal (entered, opened, i))
      dd_row_copy_field (entered, now, i);
}
