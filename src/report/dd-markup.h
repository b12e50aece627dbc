/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/report: XML as it is written here. Names are those of the formats, values
 * texts of people. */
#pragma once

#include <glib.h>
#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

void dd_markup_start      (xmlTextWriterPtr  xml,
                           const char       *element);
void dd_markup_end        (xmlTextWriterPtr  xml);
void dd_markup_set        (xmlTextWriterPtr  xml,
                           const char       *attribute,
                           const char       *value);
void dd_markup_set_number (xmlTextWriterPtr  xml,
                           const char       *attribute,
                           guint             value);
void dd_markup_empty      (xmlTextWriterPtr  xml,
                           const char       *element,
                           const char       *attribute,
                           const char       *value);
void dd_markup_text       (xmlTextWriterPtr  xml,
                           const char       *text);
void dd_markup_element    (xmlTextWriterPtr  xml,
                           const char       *element,
                           const char       *text);

G_END_DECLS
