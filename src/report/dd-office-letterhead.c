/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-office-letterhead"

#include "dd-office-letterhead.h"

#include "dd-setting.h"
#include "dd-text.h"

#include <string.h>

/* The names of the settings. */
static const char * const names[DD_N_LETTERHEAD_FIELDS] = {
  [DD_LETTERHEAD_SUPERIOR] = "letterhead-superior",
  [DD_LETTERHEAD_AGENCY] = "letterhead-agency",
  [DD_LETTERHEAD_CODE] = "letterhead-code",
  [DD_LETTERHEAD_PLACE] = "letterhead-place",
  [DD_LETTERHEAD_AUTHORITY] = "letterhead-authority",
  [DD_LETTERHEAD_POST] = "letterhead-post",
  [DD_LETTERHEAD_SIGNER] = "letterhead-signer",
  [DD_LETTERHEAD_RECIPIENTS] = "letterhead-recipients",
};

static const DdRow *
find_setting (GPtrArray  *settings,
              const char *name)
{
  for (guint i = 0; i < settings->len; i++)
    if (g_strcmp0 (dd_row_get_text (settings->pdata[i], DD_SETTING_NAME), name) == 0)
      return settings->pdata[i];

  return NULL;
}

/**
 * dd_office_letterhead_new:
 * @settings: (element-type DdRow): of the file of records, perhaps none of them of a letterhead
 */
DdOfficeLetterhead *
dd_office_letterhead_new (GPtrArray *settings)
{
  DdOfficeLetterhead *self = g_new0 (DdOfficeLetterhead, 1);

  for (guint i = 0; i < DD_N_LETTERHEAD_FIELDS; i++)
    {
      const DdRow *setting = find_setting (settings, names[i]);

      if (setting != NULL)
        self->values[i] = g_strdup (dd_row_get_text (setting, DD_SETTING_VALUE));
    }

  return self;
}

void
dd_office_letterhead_free (DdOfficeLetterhead *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < DD_N_LETTERHEAD_FIELDS; i++)
    g_free (self->values[i]);
  g_free (self);
}

/**
 * dd_office_letterhead_set:
 * @value: (nullable): as it was typed
 */
void
dd_office_letterhead_set (DdOfficeLetterhead *self,
                          DdLetterheadField   field,
                          const char         *value)
{
  g_autofree char *clean = dd_text_clean (value != NULL ? value : "", TRUE);

  g_free (self->values[field]);
  self->values[field] = *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

/**
 * dd_office_letterhead_make_rows:
 * @settings: (element-type DdRow): as they are in the file of records
 *
 * Returns: (transfer full) (element-type DdRow): those to be written so that the file keeps
 *   the letterhead: changed ones, and new ones, which have no id yet
 */
GPtrArray *
dd_office_letterhead_make_rows (const DdOfficeLetterhead *self,
                                GPtrArray                *settings)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);

  for (guint i = 0; i < DD_N_LETTERHEAD_FIELDS; i++)
    {
      const DdRow *setting = find_setting (settings, names[i]);
      const char *kept = setting != NULL ? dd_row_get_text (setting, DD_SETTING_VALUE) : NULL;
      DdRow *row;

      if (g_strcmp0 (kept, self->values[i]) == 0)
        continue;
      row = setting != NULL ? dd_row_copy (setting) : dd_row_new (DD_KIND_SETTING);
      dd_row_set_text (row, DD_SETTING_NAME, names[i]);
      dd_row_set_text (row, DD_SETTING_VALUE, self->values[i]);
      g_ptr_array_add (rows, row);
    }

  return rows;
}

/**
 * dd_office_letterhead_apply:
 * @type_code: (nullable): of the type of the document, "TB"; a letter has none
 *
 * Writes the letterhead, the signature and the recipients into a document. What was never
 * typed is left as a place to write it in.
 */
void
dd_office_letterhead_apply (const DdOfficeLetterhead *self,
                            const char               *type_code,
                            DdOfficeDocument         *document)
{
  const char *code = self->values[DD_LETTERHEAD_CODE];
  const char *authority = self->values[DD_LETTERHEAD_AUTHORITY];
  const char *recipients = self->values[DD_LETTERHEAD_RECIPIENTS];
  const char *agency = self->values[DD_LETTERHEAD_AGENCY];
  const char *post = self->values[DD_LETTERHEAD_POST];

  document->superior = g_strdup (self->values[DD_LETTERHEAD_SUPERIOR]);
  document->agency = g_strdup (agency != NULL ? agency : "[Tên cơ quan]");
  document->code = type_code != NULL
                 ? g_strdup_printf ("%s-%s", type_code, code != NULL ? code : "…")
                 : g_strdup (code != NULL ? code : "…");
  document->place = g_strdup (self->values[DD_LETTERHEAD_PLACE]);
  document->authority = g_strsplit (authority != NULL ? authority : "", ";", -1);
  document->post = g_strdup (post != NULL ? post : "[Chức vụ người ký]");
  document->signer = g_strdup (self->values[DD_LETTERHEAD_SIGNER]);
  if (recipients != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (recipients, ";", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        dd_office_document_add_recipient (document, lines[i]);
    }
}
