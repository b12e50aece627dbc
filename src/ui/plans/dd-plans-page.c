/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-plans-page"

#include "config.h"

#include "dd-plans-page.h"

struct _DdPlansPage
{
  DdPage parent_instance;
};

G_DEFINE_FINAL_TYPE (DdPlansPage, dd_plans_page, DD_TYPE_PAGE)

static void
dd_plans_page_class_init (DdPlansPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/vn/dondoc/ui/plans/dd-plans-page.ui");
}

static void
dd_plans_page_init (DdPlansPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dd_plans_page_new (DdSession *session)
{
  return g_object_new (DD_TYPE_PLANS_PAGE, "session", session, NULL);
}

void
dd_plans_page_show_plan (DdPlansPage *self,
                         gint64       id)
{
}
