/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-office-xml"

#include "config.h"

#include "dd-office-xml.h"

#include "dd-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_SIZE 65536

/* Numbers of an office document are counts, levels and values of items. */
#define NUMBER_MAX 1000000

/* libxml2 compares each attribute of an element with all before it, and looks for a prefix in
 * all namespaces that are declared around it. No office program writes so many; so many bytes
 * hold their names. */
#define ATTRIBUTES_MAX 256
#define NAMESPACES_MAX 1000
#define NAMES_SIZE 20999

/* As libxml2 gives them: for each the name, the prefix, the namespace, where the value
 * begins and where it ends. */
struct _DdOfficeAttributes
{
  const xmlChar **fields;
  int             n;
};

enum
{
  FIELD_NAME,
  FIELD_PREFIX,
  FIELD_NAMESPACE,
  FIELD_VALUE,
  FIELD_VALUE_END,
  N_FIELDS
};

/* Elements come one by one, and no tree is made of them. libxml2 is asked for nothing but
 * that: no entities, no files, no network; a document type is refused where it begins. */
typedef struct
{
  const DdOfficeHandler *handler;
  gpointer               data;
  const char            *name;
  GHashTable            *numbers;       /* of elements, by "w:p" */
  GArray                *open;          /* (element-type Open): elements that have begun */
  guint                  n_elements;
  guint                  n_namespaces;  /* that they declare */
  gboolean               foreign;       /* has what no office program writes */
  gboolean               too_large;
  xmlParserCtxtPtr       context;
} Reader;

typedef struct
{
  guint element;
  guint n_namespaces;
} Open;

static guint
find_element (Reader        *self,
              const xmlChar *name,
              const xmlChar *uri)
{
  const char *prefix = NULL;
  char key[64];

  for (const DdOfficeNamespace *n = self->handler->namespaces;
       uri != NULL && n->uri != NULL && prefix == NULL; n++)
    if (strcmp (n->uri, (const char *) uri) == 0)
      prefix = n->prefix;
  if (prefix == NULL)
    return 0;
  if (g_snprintf (key, sizeof key, "%s:%s", prefix, (const char *) name) >= (int) sizeof key)
    return 0;

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));
}

static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **fields)
{
  Reader *self = ((xmlParserCtxtPtr) data)->_private;
  const DdOfficeAttributes attributes = { fields, n_attributes };
  const Open open = { find_element (self, name, uri), (guint) n_namespaces };

  if (self->foreign || self->too_large)
    return;
  self->n_namespaces += open.n_namespaces;
  if (self->open->len == DD_OFFICE_XML_MAX_DEPTH || n_attributes > ATTRIBUTES_MAX ||
      self->n_namespaces > NAMESPACES_MAX || self->n_elements++ == DD_OFFICE_XML_MAX_ELEMENTS)
    {
      self->too_large = TRUE;
      xmlStopParser (self->context);
      return;
    }

  g_array_append_val (self->open, open);
  self->handler->start (self->data, open.element, &attributes);
}

static void
end_element_cb (void          *data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  Reader *self = ((xmlParserCtxtPtr) data)->_private;
  Open open;

  if (self->foreign || self->too_large || self->open->len == 0)
    return;

  open = g_array_index (self->open, Open, self->open->len - 1);
  g_array_set_size (self->open, self->open->len - 1);
  self->n_namespaces -= open.n_namespaces;
  self->handler->end (self->data, open.element);
}

static void
characters_cb (void          *data,
               const xmlChar *text,
               int            length)
{
  Reader *self = ((xmlParserCtxtPtr) data)->_private;

  if (self->foreign || self->too_large || self->handler->text == NULL || length <= 0)
    return;

  self->handler->text (self->data, (const char *) text, (gsize) length);
}

/* Entities are declared here, and files named. */
static void
document_type_cb (void          *data,
                  const xmlChar *name,
                  const xmlChar *external_id,
                  const xmlChar *system_id)
{
  Reader *self = ((xmlParserCtxtPtr) data)->_private;

  self->foreign = TRUE;
  xmlStopParser (self->context);
}

/* What is wrong is told by what the parser returns. */
static void
ignore_error_cb (void        *data,
                 xmlErrorPtr  error)
{
}

static gboolean
fail (Reader  *self,
      GError **error)
{
  if (self->foreign)
    g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_DAMAGED,
                 /* Translators: the name of a file. */
                 _("“%s” is not opened: it declares a document type, which no office program "
                   "does. Open it in Word or LibreOffice, save it anew, and open that."),
                 self->name);
  else if (self->too_large)
    g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE,
                 /* Translators: the name of a file. */
                 _("“%s” is put together of more parts, or deeper, than a document is. Please "
                   "check that it is the right file."), self->name);
  else
    g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_DAMAGED,
                 _("“%s” is damaged or was not received whole. Ask for the file once more, or "
                   "open it in Word or LibreOffice, save it anew, and open that."), self->name);

  return FALSE;
}

/* A parser that has met an error that ends the document passes nothing on. */
static gboolean
is_good (const Reader *self)
{
  return !self->foreign && !self->too_large && self->context->wellFormed != 0 &&
         self->context->disableSAX == 0;
}

static gboolean
take_bytes (const char  *bytes,
            gsize        size,
            gpointer     data,
            GError     **error)
{
  Reader *self = data;

  xmlParseChunk (self->context, bytes, (int) size, FALSE);

  return is_good (self) || fail (self, error);
}

static void
start_reader (Reader *self)
{
  xmlSAXHandler callbacks = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_element_cb,
    .endElementNs = end_element_cb,
    .characters = characters_cb,
    .ignorableWhitespace = characters_cb,
    .cdataBlock = characters_cb,
    .internalSubset = document_type_cb,
    .serror = ignore_error_cb,
  };

  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 1; i < self->handler->n_names; i++)
    g_hash_table_insert (self->numbers, (gpointer) self->handler->names[i], GUINT_TO_POINTER (i));
  self->open = g_array_new (FALSE, FALSE, sizeof (Open));

  xmlInitParser ();
  self->context = xmlCreatePushParserCtxt (&callbacks, NULL, NULL, 0, NULL);
  if (self->context == NULL)
    g_error ("No memory for a parser");
  xmlCtxtUseOptions (self->context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlDictSetLimit (self->context->dict, NAMES_SIZE);
  self->context->_private = self;
}

static gboolean
finish_reader (Reader    *self,
               gboolean   good,
               GError   **error)
{
  if (good)
    {
      xmlParseChunk (self->context, NULL, 0, TRUE);
      good = is_good (self) || fail (self, error);
    }

  xmlFreeParserCtxt (self->context);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->open);

  return good;
}

/**
 * dd_office_xml_read_part:
 * @part: the name of a part that is there
 *
 * Reads a part of an office document as XML.
 *
 * Returns: %FALSE with #DdExchangeError or %G_IO_ERROR_CANCELLED
 */
gboolean
dd_office_xml_read_part (DdArchive              *archive,
                         const char             *part,
                         const DdOfficeHandler  *handler,
                         gpointer                data,
                         GCancellable           *cancellable,
                         GError                **error)
{
  Reader reader = { .handler = handler, .data = data, .name = dd_archive_get_name (archive) };

  start_reader (&reader);

  return finish_reader (&reader, dd_archive_read (archive, part, take_bytes, &reader, cancellable,
                                                  error), error);
}

/**
 * dd_office_xml_read_bytes:
 * @bytes: a whole document in XML
 * @name: the file's name, for messages
 *
 * Reads an office document that is XML and no archive.
 *
 * Returns: %FALSE with #DdExchangeError or %G_IO_ERROR_CANCELLED
 */
gboolean
dd_office_xml_read_bytes (GBytes                 *bytes,
                          const char             *name,
                          const DdOfficeHandler  *handler,
                          gpointer                data,
                          GCancellable           *cancellable,
                          GError                **error)
{
  Reader reader = { .handler = handler, .data = data, .name = name };
  gboolean good = TRUE;
  gsize size;
  const char *p = g_bytes_get_data (bytes, &size);

  start_reader (&reader);
  for (gsize i = 0; good && i < size; i += CHUNK_SIZE)
    good = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
           take_bytes (p + i, MIN (CHUNK_SIZE, size - i), &reader, error);

  return finish_reader (&reader, good, error);
}

/* The value of an attribute, which has no NUL behind it; %NULL if there is none. */
static const char *
find_value (const DdOfficeAttributes *self,
            const char               *name,
            gsize                    *length)
{
  for (int i = 0; i < self->n; i++)
    {
      const xmlChar **fields = self->fields + i * N_FIELDS;

      if (strcmp ((const char *) fields[FIELD_NAME], name) == 0)
        {
          *length = (gsize) (fields[FIELD_VALUE_END] - fields[FIELD_VALUE]);
          return (const char *) fields[FIELD_VALUE];
        }
    }

  return NULL;
}

/**
 * dd_office_attributes_get:
 * @name: without a prefix: no element has two of the same name that matter here
 *
 * Returns: (transfer full) (nullable): its value; %NULL if there is none
 */
char *
dd_office_attributes_get (const DdOfficeAttributes *self,
                          const char               *name)
{
  gsize length;
  const char *value = find_value (self, name, &length);

  return value != NULL ? g_strndup (value, length) : NULL;
}

/**
 * dd_office_attributes_is:
 *
 * Returns: whether the attribute is there and has this value
 */
gboolean
dd_office_attributes_is (const DdOfficeAttributes *self,
                         const char               *name,
                         const char               *value)
{
  gsize length;
  const char *found = find_value (self, name, &length);

  return found != NULL && length == strlen (value) && memcmp (found, value, length) == 0;
}

/**
 * dd_office_attributes_get_number:
 *
 * Returns: a whole number, within what such numbers are; @otherwise if there is none
 */
int
dd_office_attributes_get_number (const DdOfficeAttributes *self,
                                 const char               *name,
                                 int                       otherwise)
{
  g_autofree char *value = dd_office_attributes_get (self, name);
  char *end;
  gint64 number;

  if (value == NULL)
    return otherwise;
  number = g_ascii_strtoll (value, &end, 10);
  if (end == value)
    return otherwise;

  return (int) CLAMP (number, -NUMBER_MAX, NUMBER_MAX);
}
