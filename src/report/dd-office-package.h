/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/report: what docx and odt have in common: XML in a zip. */
#pragma once

#include "dd-markup.h"

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

G_END_DECLS
