/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-office-xml.h"

G_BEGIN_DECLS

/* What a style or a piece of text says of something, or leaves to what it is based on. */
typedef enum
{
  DD_DOCX_UNSAID = -1,
  DD_DOCX_NO,
  DD_DOCX_YES,
} DdDocxToggle;

/**
 * DdDocxLook:
 * @font: (nullable): "" for a font of the theme
 * @hidden: whether the letters are not shown
 * @capitals: whether they are shown as capitals
 *
 * What text looks like, as far as it changes what it says.
 */
typedef struct
{
  char         *font;
  DdDocxToggle  hidden;
  DdDocxToggle  capitals;
} DdDocxLook;

/**
 * DdDocxNumPr:
 * @list: the number of a list in the numbering; 0 for none, -1 if nothing is said
 * @level: -1 if nothing is said
 */
typedef struct
{
  int list;
  int level;
} DdDocxNumPr;

/**
 * DdDocxStyles:
 *
 * The styles of a Word document.
 */
typedef struct _DdDocxStyles DdDocxStyles;

DdDocxStyles *dd_docx_styles_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void          dd_docx_styles_free        (DdDocxStyles              *self);
gboolean      dd_docx_styles_read        (DdDocxStyles              *self,
                                          DdArchive                 *archive,
                                          const char                *part,
                                          GCancellable              *cancellable,
                                          GError                   **error);

void          dd_docx_styles_add_look    (DdDocxStyles              *self,
                                          const char                *style,
                                          DdDocxLook                *look);
void          dd_docx_styles_add_default (DdDocxStyles              *self,
                                          DdDocxLook                *look);
DdDocxNumPr   dd_docx_styles_get_num_pr  (DdDocxStyles              *self,
                                          const char                *style,
                                          const char               **numbered_style);
gboolean      dd_docx_styles_is_ruled    (DdDocxStyles              *self,
                                          const char                *style);

DdDocxToggle  dd_docx_read_toggle        (const DdOfficeAttributes  *attributes);
DdDocxToggle  dd_docx_read_border        (const DdOfficeAttributes  *attributes,
                                          DdDocxToggle               before);
char         *dd_docx_read_font          (const DdOfficeAttributes  *attributes)
                                          G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdDocxStyles, dd_docx_styles_free)

G_END_DECLS
