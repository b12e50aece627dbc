/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meetings-page"

#include "config.h"

#include "dd-meetings-page.h"

struct _DdMeetingsPage
{
  DdPage parent_instance;
};

G_DEFINE_FINAL_TYPE (DdMeetingsPage, dd_meetings_page, DD_TYPE_PAGE)

static void
dd_meetings_page_class_init (DdMeetingsPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/vn/dondoc/ui/meetings/dd-meetings-page.ui");
}

static void
dd_meetings_page_init (DdMeetingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dd_meetings_page_new (DdSession *session)
{
  return g_object_new (DD_TYPE_MEETINGS_PAGE, "session", session, NULL);
}

void
dd_meetings_page_show_meeting (DdMeetingsPage *self,
                               gint64          id)
{
}

void
dd_meetings_page_show_directive (DdMeetingsPage *self,
                                 gint64          id)
{
}
