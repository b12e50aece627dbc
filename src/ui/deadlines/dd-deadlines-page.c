/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-deadlines-page"

#include "config.h"

#include "dd-deadlines-page.h"

struct _DdDeadlinesPage
{
  DdPage parent_instance;
};

G_DEFINE_FINAL_TYPE (DdDeadlinesPage, dd_deadlines_page, DD_TYPE_PAGE)

static void
dd_deadlines_page_class_init (DdDeadlinesPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/vn/dondoc/ui/deadlines/dd-deadlines-page.ui");
}

static void
dd_deadlines_page_init (DdDeadlinesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dd_deadlines_page_new (DdSession *session)
{
  return g_object_new (DD_TYPE_DEADLINES_PAGE, "session", session, NULL);
}
