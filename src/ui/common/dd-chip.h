/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DD_TYPE_CHIP (dd_chip_get_type ())
G_DECLARE_FINAL_TYPE (DdChip, dd_chip, DD, CHIP, GtkWidget)

typedef enum
{
  DD_CHIP_PLAIN     = 0,
  DD_CHIP_OPENS     = 1 << 0,   /* it can be corrected */
  DD_CHIP_REMOVABLE = 1 << 1,
  DD_CHIP_DOUBTFUL  = 1 << 2,   /* somebody should look at it */
  DD_CHIP_MISSING   = 1 << 3,   /* it stands for what is not there yet */
} DdChipFlags;

GtkWidget  *dd_chip_new         (void);

void        dd_chip_show        (DdChip        *self,
                                 const char    *caption,
                                 PangoAttrList *look,
                                 const char    *text,
                                 const char    *note,
                                 DdChipFlags    flags);
void        dd_chip_open        (DdChip        *self,
                                 GtkWidget     *content);
void        dd_chip_close       (DdChip        *self);
gboolean    dd_chip_get_open    (DdChip        *self);

G_END_DECLS
