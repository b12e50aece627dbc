/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-old-encoding.h"

G_BEGIN_DECLS

/**
 * DdOfficeText:
 *
 * The text of an office document, put together from its paragraphs and tables.
 *
 * A paragraph is a line. A row of a table is a line with bars around its cells, since who
 * leads is told from who coordinates by the column; what is merged from several rows stands
 * in each of them. A table that only puts things side by side, as the head of a document
 * and its signature are set, becomes lines with columns in them.
 */
typedef struct _DdOfficeText DdOfficeText;

/**
 * DdOfficeFont:
 * @encoding: how the letters are to be understood
 * @capitals: whether they are shown as capitals
 */
typedef struct
{
  DdOldEncoding encoding;
  gboolean      capitals;
} DdOfficeFont;

DdOfficeText *dd_office_text_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void          dd_office_text_free            (DdOfficeText        *self);

void          dd_office_text_begin_paragraph (DdOfficeText        *self);
void          dd_office_text_append          (DdOfficeText        *self,
                                              const char          *text,
                                              gsize                length,
                                              const DdOfficeFont  *font);
void          dd_office_text_append_sign     (DdOfficeText        *self,
                                              const char          *sign);
void          dd_office_text_end_paragraph   (DdOfficeText        *self,
                                              const char          *label,
                                              gboolean             goes_on);

void          dd_office_text_begin_table     (DdOfficeText        *self);
void          dd_office_text_end_table       (DdOfficeText        *self,
                                              gboolean             ruled);
void          dd_office_text_begin_row       (DdOfficeText        *self);
void          dd_office_text_end_row         (DdOfficeText        *self,
                                              gboolean             head,
                                              guint                n_times);
void          dd_office_text_begin_cell      (DdOfficeText        *self);
void          dd_office_text_end_cell        (DdOfficeText        *self,
                                              guint                n_columns,
                                              gboolean             continued);

void          dd_office_text_begin_note      (DdOfficeText        *self);
void          dd_office_text_end_note        (DdOfficeText        *self,
                                              guint                number);

guint         dd_office_text_get_column      (DdOfficeText        *self);
gsize         dd_office_text_get_size        (DdOfficeText        *self);
char         *dd_office_text_finish          (DdOfficeText        *self,
                                              const char          *name,
                                              DdOldEncoding       *converted,
                                              GError             **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdOfficeText, dd_office_text_free)

G_END_DECLS
