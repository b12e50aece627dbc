/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-numbering.h"
#include "dd-office-text.h"
#include "dd-office-xml.h"

G_BEGIN_DECLS

/**
 * DdOdtLook:
 * @font: (nullable): the name of a font, if it is said
 * @hidden: whether the letters are not shown; -1 if nothing is said
 * @capitals: whether they are shown as capitals; -1 if nothing is said
 *
 * What text looks like, as far as it changes what it says. The name belongs to the styles.
 */
typedef struct
{
  const char *font;
  int         hidden;
  int         capitals;
} DdOdtLook;

/**
 * DdOdtStyles:
 *
 * The styles of an OpenDocument text: those with names, and those that the program that
 * wrote it made for what was set by hand.
 */
typedef struct _DdOdtStyles DdOdtStyles;

DdOdtStyles            *dd_odt_styles_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void                    dd_odt_styles_free        (DdOdtStyles              *self);

void                    dd_odt_styles_start       (DdOdtStyles              *self,
                                                   guint                     element,
                                                   const DdOfficeAttributes *attributes);
void                    dd_odt_styles_end         (DdOdtStyles              *self,
                                                   guint                     element);

void                    dd_odt_styles_add_look    (DdOdtStyles              *self,
                                                   const char               *family,
                                                   const char               *style,
                                                   DdOdtLook                *look);
DdOfficeFont            dd_odt_styles_get_font    (DdOdtStyles              *self,
                                                   const DdOdtLook          *look);
gboolean                dd_odt_styles_is_ruled    (DdOdtStyles              *self,
                                                   const char               *style);
const DdNumberingLevel *dd_odt_styles_get_list    (DdOdtStyles              *self,
                                                   const char               *style);
const DdNumberingLevel *dd_odt_styles_get_outline (DdOdtStyles              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdOdtStyles, dd_odt_styles_free)

G_END_DECLS
