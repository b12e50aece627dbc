/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-odt-styles.h"

G_BEGIN_DECLS

/**
 * DdOdtLists:
 *
 * The lists of an OpenDocument text that have begun, with where the counting stands in them
 * and in those that others may go on with; and the numbers of headings.
 */
typedef struct _DdOdtLists DdOdtLists;

DdOdtLists *dd_odt_lists_new          (DdOdtStyles              *styles) G_GNUC_WARN_UNUSED_RESULT;
void        dd_odt_lists_free         (DdOdtLists               *self);

void        dd_odt_lists_begin        (DdOdtLists               *self,
                                       const DdOfficeAttributes *attributes);
void        dd_odt_lists_end          (DdOdtLists               *self);
void        dd_odt_lists_begin_item   (DdOdtLists               *self,
                                       const DdOfficeAttributes *attributes);
void        dd_odt_lists_begin_inside (DdOdtLists               *self);
void        dd_odt_lists_end_inside   (DdOdtLists               *self);

char       *dd_odt_lists_count        (DdOdtLists               *self,
                                       guint                     outline_level)
                                       G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
