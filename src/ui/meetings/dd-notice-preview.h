/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-office-document.h"

G_BEGIN_DECLS

#define DD_TYPE_NOTICE_PREVIEW (dd_notice_preview_get_type ())
G_DECLARE_FINAL_TYPE (DdNoticePreview, dd_notice_preview, DD, NOTICE_PREVIEW, GtkWidget)

void dd_notice_preview_show (DdNoticePreview        *self,
                             const DdOfficeDocument *document);

G_END_DECLS
