/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-conclusion-filters"

#include "config.h"

#include "dd-conclusion-filters.h"

#include <glib/gi18n-lib.h>

/**
 * dd_conclusion_filters_new:
 *
 * Returns: (transfer full) (element-type GtkFileFilter): all documents that are read, then each
 *   kind, then whatever has a wrong name
 */
GListModel *
dd_conclusion_filters_new (void)
{
  static const struct
  {
    const char *name;
    const char *suffixes[3];
  } kinds[] = {
    { N_("Word documents"), { "docx" } },
    { N_("OpenDocument texts"), { "odt" } },
    { N_("PDF files"), { "pdf" } },
    { N_("Web pages"), { "html", "htm" } },
    { N_("Text files"), { "txt" } },
  };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) any = gtk_file_filter_new ();

  gtk_file_filter_set_name (all, _("All documents"));
  g_list_store_append (filters, all);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _(kinds[i].name));
      for (guint j = 0; kinds[i].suffixes[j] != NULL; j++)
        {
          gtk_file_filter_add_suffix (filter, kinds[i].suffixes[j]);
          gtk_file_filter_add_suffix (all, kinds[i].suffixes[j]);
        }
      g_list_store_append (filters, filter);
    }
  gtk_file_filter_set_name (any, _("All files"));
  gtk_file_filter_add_pattern (any, "*");
  g_list_store_append (filters, any);

  return G_LIST_MODEL (filters);
}
