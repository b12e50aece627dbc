/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-span.h"

G_BEGIN_DECLS

/**
 * DdSourceText:
 *
 * A text made even for reading, that still knows where each of its characters
 * stood in the text as it was given.
 *
 * Composed and decomposed letters become one form, all kinds of spaces one
 * space, all line ends one line end, all dashes a hyphen, bullets a bullet;
 * what cannot be seen is left out.
 */
typedef struct _DdSourceText DdSourceText;

/* What the many signs for an item of a list become. */
#define DD_SOURCE_TEXT_BULLET 0x2022

DdSourceText   *dd_source_text_new        (const char         *text) G_GNUC_WARN_UNUSED_RESULT;
void            dd_source_text_free       (DdSourceText       *self);

const gunichar *dd_source_text_get_chars  (const DdSourceText *self,
                                           guint              *n_chars);
DdSpan          dd_source_text_get_span   (const DdSourceText *self,
                                           guint               start,
                                           guint               end);
char           *dd_source_text_get_quote  (const DdSourceText *self,
                                           guint               start,
                                           guint               end) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdSourceText, dd_source_text_free)

G_END_DECLS
