/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-reference-entry.h"

G_BEGIN_DECLS

#define DD_TYPE_FILTER_BAR (dd_filter_bar_get_type ())
G_DECLARE_DERIVABLE_TYPE (DdFilterBar, dd_filter_bar, DD, FILTER_BAR, GtkWidget)

struct _DdFilterBarClass
{
  GtkWidgetClass parent_class;
};

void              dd_filter_bar_start         (DdFilterBar   *self,
                                               DdSession     *session);
DdSession        *dd_filter_bar_get_session   (DdFilterBar   *self);
GtkDropDown      *dd_filter_bar_add_choices   (DdFilterBar   *self,
                                               const char    *label,
                                               GtkStringList *choices);
DdReferenceEntry *dd_filter_bar_add_reference (DdFilterBar   *self,
                                               DdKind         kind,
                                               const char    *label);

void              dd_filter_bar_set_sort_menu (DdFilterBar   *self,
                                               GMenuModel    *menu);

const char       *dd_filter_bar_get_search    (DdFilterBar   *self);
gboolean          dd_filter_bar_get_filtered  (DdFilterBar   *self);
void              dd_filter_bar_begin         (DdFilterBar   *self);
void              dd_filter_bar_end           (DdFilterBar   *self);
void              dd_filter_bar_clear         (DdFilterBar   *self);

G_END_DECLS
