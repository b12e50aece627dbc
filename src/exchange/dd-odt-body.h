/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-odt-styles.h"

G_BEGIN_DECLS

/**
 * DdOdtBody:
 *
 * Reads the styles, paragraphs and tables of an OpenDocument text as they are printed.
 */
typedef struct _DdOdtBody DdOdtBody;

extern const DdOfficeHandler dd_odt_body_handler;

DdOdtBody *dd_odt_body_new      (DdOfficeText *text,
                                 DdOdtStyles  *styles) G_GNUC_WARN_UNUSED_RESULT;
void       dd_odt_body_free     (DdOdtBody    *self);

gboolean   dd_odt_body_has_text (DdOdtBody    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdOdtBody, dd_odt_body_free)

G_END_DECLS
