/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-overview-page"

#include "config.h"

#include "dd-overview-page.h"

struct _DdOverviewPage
{
  DdPage parent_instance;
};

G_DEFINE_FINAL_TYPE (DdOverviewPage, dd_overview_page, DD_TYPE_PAGE)

static void
dd_overview_page_class_init (DdOverviewPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/vn/dondoc/ui/overview/dd-overview-page.ui");
}

static void
dd_overview_page_init (DdOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dd_overview_page_new (DdSession *session)
{
  return g_object_new (DD_TYPE_OVERVIEW_PAGE, "session", session, NULL);
}
