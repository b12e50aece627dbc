/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the writer of odt. */
#pragma once

#include "dd-office-package.h"

G_BEGIN_DECLS

/* The page without a number. */
#define DD_ODT_FIRST_PAGE "TrangDau"

void dd_odt_begin_root   (xmlTextWriterPtr  xml,
                          const char       *element);
void dd_odt_begin_style  (xmlTextWriterPtr  xml,
                          const char       *name,
                          const char       *family);
void dd_odt_set_length   (xmlTextWriterPtr  xml,
                          const char       *attribute,
                          guint             twentieths);
void dd_odt_write_font   (xmlTextWriterPtr  xml);
void dd_odt_style_sheet_write (DdOfficePackage  *package);

G_END_DECLS
