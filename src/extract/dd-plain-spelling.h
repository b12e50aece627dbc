/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-alphabet.h"
#include "dd-token.h"

G_BEGIN_DECLS

/**
 * DdPlainSpelling:
 *
 * How phrases are spelt that somebody typed without marks: "so tu phap" is "sở tư
 * pháp".
 */
typedef struct _DdPlainSpelling DdPlainSpelling;

DdPlainSpelling *dd_plain_spelling_new      (const DdAlphabet      *alphabet)
                                             G_GNUC_WARN_UNUSED_RESULT;
void             dd_plain_spelling_free     (DdPlainSpelling       *self);

void             dd_plain_spelling_add      (DdPlainSpelling       *self,
                                             const gunichar        *chars,
                                             const DdToken         *tokens,
                                             guint                  n_tokens);
guint            dd_plain_spelling_restore  (const DdPlainSpelling *self,
                                             DdToken               *tokens,
                                             guint                  n_tokens);
gboolean         dd_plain_spelling_is_plain (const gunichar        *chars,
                                             guint                  n_chars);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdPlainSpelling, dd_plain_spelling_free)

G_END_DECLS
