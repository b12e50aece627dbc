/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-docx-reader"

#include "config.h"

#include "dd-docx-reader.h"

#include "dd-docx-body.h"
#include "dd-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What other parts are to a part of the package: the end of the type of the relationship,
 * which is the same in both editions of the standard. */
static const char * const roles[] = {
  [0] = "/officeDocument",
  [1] = "/styles",
  [2] = "/numbering",
  [3] = "/footnotes",
  [4] = "/endnotes",
};

enum
{
  ROLE_DOCUMENT,
  ROLE_STYLES,
  ROLE_NUMBERING,
  ROLE_FOOTNOTES,
  ROLE_ENDNOTES,
  N_ROLES
};

static const DdOfficeNamespace namespaces[] = {
  { "http://schemas.openxmlformats.org/package/2006/relationships", "r" },
  { "http://schemas.openxmlformats.org/package/2006/content-types", "t" },
  { NULL, NULL }
};

enum
{
  OTHER,
  DEFAULT,
  OVERRIDE,
  RELATIONSHIP,
  N_ELEMENTS
};

static const char * const names[N_ELEMENTS] = {
  [DEFAULT] = "t:Default",
  [OVERRIDE] = "t:Override",
  [RELATIONSHIP] = "r:Relationship",
};

/* The parts of a package, by what they are to one of them. */
typedef struct
{
  const char *base;             /* the part that has them */
  char       *parts[N_ROLES];
} Relationships;

typedef struct
{
  const char *part;
  char       *type;             /* that of @part, as the package says */
  char       *of_extension;
} ContentType;

static void
clear_relationships (Relationships *self)
{
  for (guint i = 0; i < N_ROLES; i++)
    g_free (self->parts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Relationships, clear_relationships)

static void
clear_content_type (ContentType *self)
{
  g_free (self->type);
  g_free (self->of_extension);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ContentType, clear_content_type)

/* "../styles.xml" of "word/document.xml" is "styles.xml"; %NULL for what leads out of the
 * package. */
static char *
resolve (const char *base,
         const char *target)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  g_auto (GStrv) base_folders = g_strsplit (base, "/", -1);
  g_auto (GStrv) folders = g_strsplit (target, "/", -1);

  if (*target != '/')
    for (guint i = 0; base_folders[i] != NULL && base_folders[i + 1] != NULL; i++)
      g_ptr_array_add (path, base_folders[i]);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      if (strcmp (folders[i], "..") == 0)
        {
          if (path->len == 0)
            return NULL;
          g_ptr_array_set_size (path, (int) path->len - 1);
        }
      else if (*folders[i] != '\0' && strcmp (folders[i], ".") != 0)
        {
          g_ptr_array_add (path, folders[i]);
        }
    }
  g_ptr_array_add (path, NULL);

  return g_strjoinv ("/", (char **) path->pdata);
}

static void
start_relationship_cb (gpointer                  data,
                       guint                     element,
                       const DdOfficeAttributes *attributes)
{
  Relationships *self = data;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;

  if (element != RELATIONSHIP || dd_office_attributes_is (attributes, "TargetMode", "External"))
    return;
  type = dd_office_attributes_get (attributes, "Type");
  target = dd_office_attributes_get (attributes, "Target");
  if (type == NULL || target == NULL)
    return;

  for (guint i = 0; i < N_ROLES; i++)
    if (self->parts[i] == NULL && g_str_has_suffix (type, roles[i]))
      self->parts[i] = resolve (self->base, target);
}

static void
start_content_type_cb (gpointer                  data,
                       guint                     element,
                       const DdOfficeAttributes *attributes)
{
  ContentType *self = data;
  const char *dot = strrchr (self->part, '.');

  if (element == OVERRIDE && self->type == NULL)
    {
      g_autofree char *part = dd_office_attributes_get (attributes, "PartName");

      if (part != NULL && *part == '/' && g_ascii_strcasecmp (part + 1, self->part) == 0)
        self->type = dd_office_attributes_get (attributes, "ContentType");
    }
  else if (element == DEFAULT && self->of_extension == NULL && dot != NULL &&
           dd_office_attributes_is (attributes, "Extension", dot + 1))
    {
      self->of_extension = dd_office_attributes_get (attributes, "ContentType");
    }
}

static void
end_cb (gpointer data,
        guint    element)
{
}

static gboolean
fail_kind (DdArchive  *archive,
           GError    **error)
{
  g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_KIND,
               /* Translators: the name of a file. */
               _("“%s” is no text document. Open it in the program that made it, save the text "
                 "as .docx or .odt, and open that."), dd_archive_get_name (archive));
  return FALSE;
}

/* @base: "" for the package */
static gboolean
read_relationships (DdArchive      *archive,
                    const char     *base,
                    Relationships  *relationships,
                    GCancellable   *cancellable,
                    GError        **error)
{
  static const DdOfficeHandler handler = {
    namespaces, names, N_ELEMENTS, start_relationship_cb, end_cb, NULL
  };
  const char *slash = strrchr (base, '/');
  const char *file = slash != NULL ? slash + 1 : base;
  g_autofree char *part = g_strdup_printf ("%.*s_rels/%s.rels", (int) (file - base), base, file);

  relationships->base = base;
  if (!dd_archive_contains (archive, part))
    return TRUE;

  return dd_office_xml_read_part (archive, part, &handler, relationships, cancellable, error);
}

/* The main part is what the package says, whatever its name; it has to be one of Word's. */
static char *
find_document (DdArchive     *archive,
               GCancellable  *cancellable,
               GError       **error)
{
  static const DdOfficeHandler handler = {
    namespaces, names, N_ELEMENTS, start_content_type_cb, end_cb, NULL
  };
  g_auto (Relationships) package = { NULL, { NULL } };
  g_auto (ContentType) type = { NULL, NULL, NULL };
  const char *found;

  if (!dd_archive_contains (archive, "[Content_Types].xml"))
    {
      fail_kind (archive, error);
      return NULL;
    }
  if (!read_relationships (archive, "", &package, cancellable, error))
    return NULL;
  type.part = package.parts[ROLE_DOCUMENT];
  if (type.part == NULL || !dd_archive_contains (archive, type.part))
    {
      fail_kind (archive, error);
      return NULL;
    }
  if (!dd_office_xml_read_part (archive, "[Content_Types].xml", &handler, &type, cancellable,
                                error))
    return NULL;

  /* Documents and templates, with macros and without. */
  found = type.type != NULL ? type.type : type.of_extension;
  if (found == NULL || !g_str_has_suffix (found, ".main+xml") ||
      (strstr (found, "wordprocessingml.") == NULL && strstr (found, "ms-word.") == NULL))
    {
      fail_kind (archive, error);
      return NULL;
    }

  return g_steal_pointer (&package.parts[ROLE_DOCUMENT]);
}

/* (nullable): a part that is there */
static const char *
get_part (DdArchive           *archive,
          const Relationships *relationships,
          guint                role)
{
  const char *part = relationships->parts[role];

  return part != NULL && dd_archive_contains (archive, part) ? part : NULL;
}

/**
 * dd_docx_reader_read:
 * @bytes: a whole file, .docx
 * @name: its name, for messages
 * @converted: (out): the old encoding that a part of the text was in
 *
 * Reads the text of a Word document: a paragraph a line, a row of a table a line with bars,
 * numbers and bullets of lists as they are printed, footnotes behind the text; without
 * headers, footers and comments.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with #DdExchangeError or
 *   %G_IO_ERROR_CANCELLED
 */
char *
dd_docx_reader_read (GBytes         *bytes,
                     const char     *name,
                     GCancellable   *cancellable,
                     DdOldEncoding  *converted,
                     GError        **error)
{
  g_autoptr (DdArchive) archive = dd_archive_new (bytes, name, error);
  g_autoptr (DdOfficeText) text = dd_office_text_new ();
  g_autoptr (DdDocxStyles) styles = dd_docx_styles_new ();
  g_autoptr (DdDocxNumbering) numbering = dd_docx_numbering_new (styles);
  g_autoptr (DdDocxBody) body = dd_docx_body_new (text, styles, numbering);
  g_auto (Relationships) parts = { NULL, { NULL } };
  g_autofree char *document = NULL;
  const char *part;

  *converted = DD_OLD_ENCODING_NONE;
  if (archive == NULL)
    return NULL;
  document = find_document (archive, cancellable, error);
  if (document == NULL || !read_relationships (archive, document, &parts, cancellable, error))
    return NULL;

  part = get_part (archive, &parts, ROLE_STYLES);
  if (part != NULL && !dd_docx_styles_read (styles, archive, part, cancellable, error))
    return NULL;
  part = get_part (archive, &parts, ROLE_NUMBERING);
  if (part != NULL && !dd_docx_numbering_read (numbering, archive, part, cancellable, error))
    return NULL;
  if (!dd_docx_body_read (body, archive, document, cancellable, error))
    return NULL;
  part = get_part (archive, &parts, ROLE_FOOTNOTES);
  if (part != NULL && !dd_docx_body_read_notes (body, FALSE, archive, part, cancellable, error))
    return NULL;
  part = get_part (archive, &parts, ROLE_ENDNOTES);
  if (part != NULL && !dd_docx_body_read_notes (body, TRUE, archive, part, cancellable, error))
    return NULL;

  return dd_office_text_finish (text, name, converted, error);
}
