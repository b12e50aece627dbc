/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the reader of pages. */
#pragma once

#include "dd-old-encoding.h"

G_BEGIN_DECLS

/* What an element is to the text. */
typedef enum
{
  DD_HTML_ROLE_INLINE,
  DD_HTML_ROLE_BLOCK,                   /* begins and ends a line */
  DD_HTML_ROLE_BREAK,
  DD_HTML_ROLE_SKIPPED,                 /* with all that is in it */
  DD_HTML_ROLE_FORM,
  DD_HTML_ROLE_LIST,
  DD_HTML_ROLE_ITEM,
  DD_HTML_ROLE_TABLE,
  DD_HTML_ROLE_ROW,
  DD_HTML_ROLE_CELL,
  DD_HTML_ROLE_VERBATIM,
} DdHtmlRole;

/**
 * DdHtmlElement:
 * @skipped: whether it is left out, with all that is in it
 * @verbatim: whether its white space is meant
 * @mark: whether it is what Word shows in front of an item of a list
 * @centred: whether it stands in the middle
 * @encoding: that its font is of
 *
 * What an element is to the text, by its start tag and by those around it.
 */
typedef struct
{
  DdHtmlRole    role;
  gboolean      skipped;
  gboolean      verbatim;
  gboolean      mark;
  gboolean      centred;
  DdOldEncoding encoding;
} DdHtmlElement;

DdHtmlElement  dd_html_element_begin      (const char           *name,
                                           const char * const   *attributes,
                                           const DdHtmlElement  *around);

const char    *dd_html_attributes_get     (const char * const   *attributes,
                                           const char           *name);
int            dd_html_attributes_get_int (const char * const   *attributes,
                                           const char           *name,
                                           int                   least,
                                           int                   most,
                                           int                   otherwise);
char          *dd_html_attributes_get_css (const char * const   *attributes)
                                           G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
