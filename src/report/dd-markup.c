/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-markup"

#include "dd-markup.h"

void
dd_markup_start (xmlTextWriterPtr  xml,
                 const char       *element)
{
  xmlTextWriterStartElement (xml, BAD_CAST element);
}

void
dd_markup_end (xmlTextWriterPtr xml)
{
  xmlTextWriterEndElement (xml);
}

/* XML 1.0 cannot say these at all, not even as a reference. */
static char *
drop_impossible (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF)
        continue;
      g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

void
dd_markup_set (xmlTextWriterPtr  xml,
               const char       *attribute,
               const char       *value)
{
  g_autofree char *clean = drop_impossible (value);

  xmlTextWriterWriteAttribute (xml, BAD_CAST attribute, BAD_CAST clean);
}

void
dd_markup_set_number (xmlTextWriterPtr  xml,
                      const char       *attribute,
                      guint             value)
{
  g_autofree char *text = g_strdup_printf ("%u", value);

  xmlTextWriterWriteAttribute (xml, BAD_CAST attribute, BAD_CAST text);
}

/**
 * dd_markup_empty:
 * @attribute: (nullable)
 *
 * Writes an element with nothing in it and at most one attribute.
 */
void
dd_markup_empty (xmlTextWriterPtr  xml,
                 const char       *element,
                 const char       *attribute,
                 const char       *value)
{
  dd_markup_start (xml, element);
  if (attribute != NULL)
    dd_markup_set (xml, attribute, value);
  dd_markup_end (xml);
}

void
dd_markup_text (xmlTextWriterPtr  xml,
                const char       *text)
{
  g_autofree char *clean = drop_impossible (text);

  xmlTextWriterWriteString (xml, BAD_CAST clean);
}

void
dd_markup_element (xmlTextWriterPtr  xml,
                   const char       *element,
                   const char       *text)
{
  dd_markup_start (xml, element);
  dd_markup_text (xml, text);
  dd_markup_end (xml);
}
