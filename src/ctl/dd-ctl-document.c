/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-ctl"

#include "config.h"

#include "dd-ctl-document.h"

#include "dd-document-reader.h"
#include "dd-record-types.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* What the option says: that the text itself is to tell, or an encoding. */
#define ENCODING_AUTO -1

static int option_encoding = ENCODING_AUTO;

/**
 * dd_ctl_units_new:
 *
 * Returns: (transfer full) (nullable): the units that everybody knows and, if the store is
 *   open, those of the file of records with the names they go by; %NULL after saying why
 */
DdUnitDictionary *
dd_ctl_units_new (DdCtl *ctl)
{
  g_autoptr (DdUnitDictionary) units = dd_unit_dictionary_new_with_known ();
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_UNIT);
  g_autoptr (GPtrArray) rows = NULL;

  if (ctl->store == NULL)
    return g_steal_pointer (&units);

  rows = dd_ctl_select (ctl, query);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    dd_unit_dictionary_add_unit (units, rows->pdata[i]);

  return g_steal_pointer (&units);
}

/**
 * dd_ctl_parse_encoding_cb:
 *
 * Takes the value of --encoding.
 */
gboolean
dd_ctl_parse_encoding_cb (const char  *option,
                          const char  *text,
                          gpointer     data,
                          GError     **error)
{
  static const struct
  {
    const char *name;
    int         encoding;
  } encodings[] = {
    { "auto", ENCODING_AUTO },
    { "tcvn3", DD_OLD_ENCODING_TCVN3 },
    { "vni", DD_OLD_ENCODING_VNI },
    { "none", DD_OLD_ENCODING_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (g_ascii_strcasecmp (text, encodings[i].name) == 0)
      {
        option_encoding = encodings[i].encoding;
        return TRUE;
      }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               /* Translators: an option and what it was given; the words are to be typed. */
               _("%s takes auto, tcvn3, vni or none, not “%s”."), option, text);
  return FALSE;
}

/* What was done to the text, where it does not get into what programs read. */
static void
tell_about (const DdTextFile *file)
{
  const char *encoding = dd_old_encoding_get_name (file->encoding);

  if (encoding != NULL && file->unconverted != NULL)
    /* Translators: the name of a file, then the name of an encoding. */
    fprintf (stderr, _("“%s” is written in %s; its text was converted to Unicode.\n"), file->name,
             encoding);
  else if (encoding != NULL)
    /* Translators: the name of a file, then the name of an encoding. */
    fprintf (stderr, _("Parts of “%s” are in fonts of %s; their text was converted to "
                       "Unicode.\n"), file->name, encoding);
  if (file->remark != NULL)
    fprintf (stderr, "%s: %s\n", file->name, file->remark);
}

/**
 * dd_ctl_read_text:
 *
 * Reads the text of a document, before anything else is opened or made for it.
 *
 * Returns: (transfer full) (nullable): %NULL after saying why
 */
DdTextFile *
dd_ctl_read_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  DdTextFile *file = option_encoding == ENCODING_AUTO
                   ? dd_document_reader_read (path, NULL, &error)
                   : dd_document_reader_read_as (path, (DdOldEncoding) option_encoding, NULL,
                                                 &error);

  if (file == NULL)
    {
      dd_ctl_fail (error);
      return NULL;
    }

  tell_about (file);

  return file;
}

/**
 * dd_ctl_document_new:
 * @text: (transfer full)
 *
 * Finds what is in a text.
 *
 * Returns: (transfer full) (nullable): %NULL after saying why
 */
DdCtlDocument *
dd_ctl_document_new (DdCtl      *ctl,
                     DdTextFile *text)
{
  g_autoptr (DdTextFile) file = text;
  g_autoptr (DdUnitDictionary) units = NULL;
  DdCtlDocument *self;

  units = dd_ctl_units_new (ctl);
  if (units == NULL)
    return NULL;

  self = g_new0 (DdCtlDocument, 1);
  self->reading = dd_extract_read (file->text, units, ctl->date);
  dd_row_set_text (self->reading->document, DD_DOCUMENT_TEXT, file->text);
  dd_row_set_text (self->reading->document, DD_DOCUMENT_FILE_NAME, file->name);
  dd_row_set_text (self->reading->document, DD_DOCUMENT_SHA256, file->sha256);
  self->file = g_steal_pointer (&file);
  self->units = g_steal_pointer (&units);

  return self;
}

void
dd_ctl_document_free (DdCtlDocument *self)
{
  if (self == NULL)
    return;

  dd_text_file_free (self->file);
  dd_unit_dictionary_free (self->units);
  dd_reading_free (self->reading);
  g_free (self);
}
