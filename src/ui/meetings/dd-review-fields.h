/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the review: fields of a record that are taken as they are typed. */
#pragma once

#include "dd-row.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_REVIEW_FIELDS (dd_review_fields_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewFields, dd_review_fields, DD, REVIEW_FIELDS, GtkWidget)

/* Two fields side by side; -1: the left one has the whole width. */
typedef struct
{
  int         left;
  int         right;
  const char *hint;             /* of the left one, to be translated */
} DdReviewFieldPair;

GtkWidget *dd_review_fields_new        (DdSession               *session,
                                        const DdRow             *row,
                                        const DdReviewFieldPair *pairs,
                                        guint                    n_pairs);

DdRow     *dd_review_fields_read       (DdReviewFields          *self,
                                        const DdRow             *before)
                                        G_GNUC_WARN_UNUSED_RESULT;
gboolean   dd_review_fields_check      (DdReviewFields          *self,
                                        const DdRow             *row);
void       dd_review_fields_set_text   (DdReviewFields          *self,
                                        guint                    field,
                                        const char              *text);
void       dd_review_fields_type       (DdReviewFields          *self,
                                        guint                    field,
                                        const char              *text);
void       dd_review_fields_set_choice (DdReviewFields          *self,
                                        guint                    field,
                                        guint                    choice);

G_END_DECLS
