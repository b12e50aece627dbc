/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-draft.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_QUICK_ENTRY (dd_quick_entry_get_type ())
G_DECLARE_FINAL_TYPE (DdQuickEntry, dd_quick_entry, DD, QUICK_ENTRY, GtkWidget)

typedef enum
{
  DD_QUICK_ENTRY_MAKES_TASKS,
  DD_QUICK_ENTRY_GIVES_DRAFTS,  /* to whoever asked, by "taken" */
} DdQuickEntryMode;

GtkWidget *dd_quick_entry_new            (void);

void       dd_quick_entry_start          (DdQuickEntry     *self,
                                          DdSession        *session,
                                          DdQuickEntryMode  mode);
void       dd_quick_entry_set_compact    (DdQuickEntry     *self,
                                          gboolean          compact);
void       dd_quick_entry_set_directive  (DdQuickEntry     *self,
                                          const DdRow      *directive);
void       dd_quick_entry_set_reference  (DdQuickEntry     *self,
                                          DdDay             day);
void       dd_quick_entry_set_deadline   (DdQuickEntry     *self,
                                          DdDay             day);
gboolean   dd_quick_entry_get_empty      (DdQuickEntry     *self);

G_END_DECLS
