/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-unit-mention"

#include "dd-unit-mention.h"

#include "dd-unit-dictionary-private.h"

/**
 * dd_unit_mention_name:
 *
 * Returns: (transfer full): the unit as the text calls it, with the head that
 *   it shares with others in front
 */
char *
dd_unit_mention_name (const DdUnitMention *self,
                      const DdBody        *body)
{
  GString *name = g_string_new (NULL);
  const char *known = NULL;
  const DdRange words = self->words;

  if (body->plain && self->prefix.first == self->prefix.last &&
      dd_unit_dictionary_match_name (body->units, body->tokens + words.first,
                                     words.last - words.first,
                                     &known) == words.last - words.first)
    {
      g_string_assign (name, known);
      return g_string_free (name, FALSE);
    }

  for (guint i = self->prefix.first; i < self->prefix.last; i++)
    {
      if (dd_body_match (body, i, self->prefix.last, DD_WORD_QUANTIFIER) > 0 ||
          body->tokens[i].kind == DD_TOKEN_MARK)
        continue;
      dd_body_add_words (body, i, i + 1, name);
      g_string_append_c (name, ' ');
    }
  dd_body_add_words (body, self->words.first, self->words.last, name);

  return g_string_free (name, FALSE);
}
