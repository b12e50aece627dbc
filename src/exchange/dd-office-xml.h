/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-archive.h"

G_BEGIN_DECLS

#define DD_OFFICE_XML_MAX_DEPTH 256
#define DD_OFFICE_XML_MAX_ELEMENTS (4 * 1000 * 1000)

/**
 * DdOfficeNamespace:
 * @uri: what names the namespace; several may have one prefix
 * @prefix: what stands for it in the names of a vocabulary
 */
typedef struct
{
  const char *uri;
  const char *prefix;
} DdOfficeNamespace;

/**
 * DdOfficeAttributes:
 *
 * The attributes of an element, while it begins.
 */
typedef struct _DdOfficeAttributes DdOfficeAttributes;

/**
 * DdOfficeHandler:
 * @namespaces: (array zero-terminated=1): the namespaces of the elements that matter
 * @names: the elements that matter: "w:p"; the number of one is its place here. 0 stands for
 *   all other elements
 * @n_names: how many
 * @start: called when an element begins
 * @end: called when it ends
 * @text: (nullable): called for each piece of text
 *
 * What is done with the elements of a part of an office document.
 */
typedef struct
{
  const DdOfficeNamespace *namespaces;
  const char * const      *names;
  guint                    n_names;
  void (*start) (gpointer                  data,
                 guint                     element,
                 const DdOfficeAttributes *attributes);
  void (*end)   (gpointer                  data,
                 guint                     element);
  void (*text)  (gpointer                  data,
                 const char               *text,
                 gsize                     length);
} DdOfficeHandler;

gboolean  dd_office_xml_read_part  (DdArchive                *archive,
                                    const char               *part,
                                    const DdOfficeHandler    *handler,
                                    gpointer                  data,
                                    GCancellable             *cancellable,
                                    GError                  **error);
gboolean  dd_office_xml_read_bytes (GBytes                   *bytes,
                                    const char               *name,
                                    const DdOfficeHandler    *handler,
                                    gpointer                  data,
                                    GCancellable             *cancellable,
                                    GError                  **error);

char     *dd_office_attributes_get (const DdOfficeAttributes *self,
                                    const char               *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dd_office_attributes_is  (const DdOfficeAttributes *self,
                                    const char               *name,
                                    const char               *value);
int       dd_office_attributes_get_number
                                   (const DdOfficeAttributes *self,
                                    const char               *name,
                                    int                       otherwise);

G_END_DECLS
