/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the writer of docx. */
#pragma once

#include "dd-office-package.h"

G_BEGIN_DECLS

#define DD_DOCX_NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* The styles of tables: without lines for what only stands side by side, and with. */
#define DD_DOCX_TABLE_PLAIN "BangKhongKe"
#define DD_DOCX_TABLE_LINED "BangCoKe"

void dd_docx_style_sheet_write (DdOfficePackage *package);

G_END_DECLS
