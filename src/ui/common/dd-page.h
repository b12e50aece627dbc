/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_PAGE (dd_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DdPage, dd_page, DD, PAGE, GtkWidget)

/**
 * DdPageClass:
 * @start: the session is there; called once
 * @today_changed: another day has begun
 * @find: show what a search of the whole window leads to: the search box gets the focus
 * @enter: the section was chosen by its keys, or is the first one to be seen: what is worked
 *   with gets the focus. Without it, that is the first thing on the page that takes it
 */
struct _DdPageClass
{
  GtkWidgetClass parent_class;

  void (*start)         (DdPage *self);
  void (*today_changed) (DdPage *self);
  void (*find)          (DdPage *self);
  void (*enter)         (DdPage *self);
};

DdSession *dd_page_get_session (DdPage *self);
DdStore   *dd_page_get_store   (DdPage *self);
DdDay      dd_page_get_today   (DdPage *self);
GtkWindow *dd_page_get_window  (DdPage *self);
void       dd_page_find        (DdPage *self);
void       dd_page_enter       (DdPage *self);

G_END_DECLS
