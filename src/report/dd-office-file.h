/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-office-document.h"

G_BEGIN_DECLS

typedef enum
{
  DD_OFFICE_FORMAT_DOCX,
  DD_OFFICE_FORMAT_ODT,
} DdOfficeFormat;

#define DD_N_OFFICE_FORMATS (DD_OFFICE_FORMAT_ODT + 1)

typedef enum
{
  DD_OFFICE_ERROR_FORMAT,       /* the name does not say which */
  DD_OFFICE_ERROR_WRITE,        /* the file cannot be written */
} DdOfficeError;

#define DD_OFFICE_ERROR (dd_office_error_quark ())
GQuark    dd_office_error_quark       (void);

gboolean  dd_office_format_from_name  (const char             *name,
                                       DdOfficeFormat         *format,
                                       GError                **error);
GBytes   *dd_office_format_write      (DdOfficeFormat          format,
                                       const DdOfficeDocument *document) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dd_office_file_save         (GBytes                 *bytes,
                                       const char             *path,
                                       GError                **error);

G_END_DECLS
