/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-office-package"

#include "dd-office-package.h"

#include <gsf/gsf.h>
#include <string.h>

struct _DdOfficePackage
{
  GsfOutput        *memory;
  GsfOutfile       *zip;
  GDateTime        *instant;    /* of all members: the first that a zip can tell */
  char             *name;       /* of the member that is being written */
  xmlBufferPtr      buffer;
  xmlTextWriterPtr  xml;
};

DdOfficePackage *
dd_office_package_new (void)
{
  DdOfficePackage *self = g_new0 (DdOfficePackage, 1);

  gsf_init ();
  self->memory = gsf_output_memory_new ();
  self->zip = gsf_outfile_zip_new (self->memory, NULL);
  self->instant = g_date_time_new_utc (1980, 1, 1, 0, 0, 0);

  return self;
}

static void
add_member (DdOfficePackage *self,
            const char      *name,
            const guint8    *data,
            gsize            size,
            gboolean         stored)
{
  /* Plain sizes: some readers take no other, and nothing here is large. The type of an odt
   * has to lie at a fixed place, behind a header without anything extra. */
  GsfOutput *member =
    gsf_outfile_new_child_full (self->zip, name, FALSE,
                                "compression-level", stored ? GSF_ZIP_STORED : GSF_ZIP_DEFLATED,
                                "modtime", self->instant, "zip64", 0, NULL);

  gsf_output_write (member, size, data);
  gsf_output_close (member);
  g_object_unref (member);
}

/**
 * dd_office_package_add_stored:
 *
 * Adds a member that is not compressed, so that others can look at it in the file.
 */
void
dd_office_package_add_stored (DdOfficePackage *self,
                              const char      *name,
                              const char      *text)
{
  add_member (self, name, (const guint8 *) text, strlen (text), TRUE);
}

/**
 * dd_office_package_begin:
 *
 * Returns: (transfer none): what writes the XML of the member, until
 *   dd_office_package_end()
 */
xmlTextWriterPtr
dd_office_package_begin (DdOfficePackage *self,
                         const char      *name)
{
  g_assert (self->name == NULL);

  self->name = g_strdup (name);
  self->buffer = xmlBufferCreate ();
  self->xml = xmlNewTextWriterMemory (self->buffer, 0);
  xmlTextWriterStartDocument (self->xml, "1.0", "UTF-8", "yes");

  return self->xml;
}

void
dd_office_package_end (DdOfficePackage *self)
{
  g_assert (self->name != NULL);

  xmlTextWriterEndDocument (self->xml);
  g_clear_pointer (&self->xml, xmlFreeTextWriter);
  add_member (self, self->name, xmlBufferContent (self->buffer),
              (gsize) xmlBufferLength (self->buffer), FALSE);
  g_clear_pointer (&self->buffer, xmlBufferFree);
  g_clear_pointer (&self->name, g_free);
}

/**
 * dd_office_package_finish:
 * @self: (transfer full)
 *
 * Returns: (transfer full): the whole file
 */
GBytes *
dd_office_package_finish (DdOfficePackage *self)
{
  GBytes *bytes;

  gsf_output_close (GSF_OUTPUT (self->zip));
  gsf_output_close (self->memory);
  bytes = g_bytes_new (gsf_output_memory_get_bytes (GSF_OUTPUT_MEMORY (self->memory)),
                       (gsize) gsf_output_size (self->memory));
  g_object_unref (self->zip);
  g_object_unref (self->memory);
  g_date_time_unref (self->instant);
  g_free (self);

  return bytes;
}
