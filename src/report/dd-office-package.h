/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/report: what docx and odt have in common: XML in a zip. */
#pragma once

#include <glib.h>
#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

/**
 * DdOfficePackage:
 *
 * A zip that is made in memory. It has no clock: the same members make the same bytes.
 */
typedef struct _DdOfficePackage DdOfficePackage;

DdOfficePackage  *dd_office_package_new        (void) G_GNUC_WARN_UNUSED_RESULT;
GBytes           *dd_office_package_finish     (DdOfficePackage  *self) G_GNUC_WARN_UNUSED_RESULT;

void              dd_office_package_add_stored (DdOfficePackage  *self,
                                                const char       *name,
                                                const char       *text);
xmlTextWriterPtr  dd_office_package_begin      (DdOfficePackage  *self,
                                                const char       *name);
void              dd_office_package_end        (DdOfficePackage  *self);

/* XML as it is written here: names are those of the formats, values texts of people. */
void              dd_office_xml_start          (xmlTextWriterPtr  xml,
                                                const char       *element);
void              dd_office_xml_end            (xmlTextWriterPtr  xml);
void              dd_office_xml_set            (xmlTextWriterPtr  xml,
                                                const char       *attribute,
                                                const char       *value);
void              dd_office_xml_set_number     (xmlTextWriterPtr  xml,
                                                const char       *attribute,
                                                guint             value);
void              dd_office_xml_empty          (xmlTextWriterPtr  xml,
                                                const char       *element,
                                                const char       *attribute,
                                                const char       *value);
void              dd_office_xml_text           (xmlTextWriterPtr  xml,
                                                const char       *text);

G_END_DECLS
