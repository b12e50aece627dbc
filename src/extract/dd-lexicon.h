/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-alphabet.h"
#include "dd-token.h"
#include "dd-trie.h"
#include "dd-word-class.h"

G_BEGIN_DECLS

/**
 * DdLexicon:
 *
 * The phrases that the rules of reading speak of, from the files in words/.
 */
typedef struct _DdLexicon DdLexicon;

/**
 * DdWordClasses:
 *
 * The classes of all phrases that begin with one word, a bit each.
 */
typedef struct
{
  guint64 bits[3];
} DdWordClasses;

G_STATIC_ASSERT (DD_N_WORD_CLASSES <= 3 * 64);

DdLexicon        *dd_lexicon_new          (void) G_GNUC_WARN_UNUSED_RESULT;

const DdAlphabet *dd_lexicon_get_alphabet (const DdLexicon *self);
const DdTrie     *dd_lexicon_get_phrases  (const DdLexicon *self);
const DdWordClasses *dd_lexicon_get_classes (const DdLexicon *self);

guint             dd_lexicon_restore      (const DdLexicon *self,
                                           DdToken         *tokens,
                                           guint            n_tokens);
guint             dd_lexicon_match        (const DdLexicon *self,
                                           const DdToken   *tokens,
                                           guint            n_tokens,
                                           DdWordClass      word_class,
                                           int             *value);

G_END_DECLS
