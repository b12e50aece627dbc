/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-alphabet.h"
#include "dd-token.h"
#include "dd-trie.h"

G_BEGIN_DECLS

void dd_tokenize (const gunichar   *chars,
                  guint             start,
                  guint             end,
                  const DdAlphabet *alphabet,
                  const DdTrie     *phrases,
                  GArray           *tokens);

G_END_DECLS
