/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-office-document.h"

G_BEGIN_DECLS

GBytes *dd_docx_writer_write (const DdOfficeDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
