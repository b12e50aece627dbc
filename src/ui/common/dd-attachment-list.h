/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-attachment.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_ATTACHMENT_LIST (dd_attachment_list_get_type ())
G_DECLARE_FINAL_TYPE (DdAttachmentList, dd_attachment_list, DD, ATTACHMENT_LIST, GtkWidget)

void dd_attachment_list_set_heading (DdAttachmentList *self,
                                    const char        *heading);
void dd_attachment_list_show       (DdAttachmentList  *self,
                                    DdSession         *session,
                                    DdAttachmentField  owner,
                                    gint64             id);
void dd_attachment_list_take_files (DdAttachmentList  *self,
                                    GPtrArray         *files);
void dd_attachment_list_save_to    (DdAttachmentList  *self,
                                    const DdRow       *attachment,
                                    GFile             *file);

G_END_DECLS
