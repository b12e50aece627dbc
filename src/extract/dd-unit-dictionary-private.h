/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-token.h"
#include "dd-unit-dictionary.h"

G_BEGIN_DECLS

/* What the reading of running text asks of a dictionary, token by token. */

guint dd_unit_dictionary_match       (const DdUnitDictionary *self,
                                      const DdToken          *tokens,
                                      guint                   n_tokens);
guint dd_unit_dictionary_match_name  (const DdUnitDictionary *self,
                                      const DdToken          *tokens,
                                      guint                   n_tokens,
                                      const char            **name);
guint dd_unit_dictionary_match_after (const DdUnitDictionary *self,
                                      const DdToken          *head,
                                      guint                   n_head,
                                      const DdToken          *tokens,
                                      guint                   n_tokens);
guint dd_unit_dictionary_restore     (const DdUnitDictionary *self,
                                      DdToken                *tokens,
                                      guint                   n_tokens);

G_END_DECLS
