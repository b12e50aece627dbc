/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"

G_BEGIN_DECLS

/**
 * DdTokenText:
 *
 * A text in tokens, with all that the rules of reading need.
 */
typedef struct _DdTokenText DdTokenText;

DdTokenText  *dd_token_text_new      (const char             *text,
                                      const DdUnitDictionary *units) G_GNUC_WARN_UNUSED_RESULT;
void          dd_token_text_free     (DdTokenText            *self);
const DdBody *dd_token_text_get_body (const DdTokenText      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdTokenText, dd_token_text_free)

G_END_DECLS
