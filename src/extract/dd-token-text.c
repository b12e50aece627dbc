/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-token-text"

#include "dd-token-text.h"

#include "dd-tokenizer.h"

/* How many characters there are to a token at least, in usual writing. */
#define CHARS_PER_TOKEN 4

struct _DdTokenText
{
  DdSourceText *source;
  GArray       *tokens;
  DdBody        body;
};

/* The words are the same for all texts and never change; to load them takes as
 * long as to read many pages, and what somebody types is read at each key. */
static const DdLexicon *
get_lexicon (void)
{
  static gsize lexicon;

  if (g_once_init_enter (&lexicon))
    g_once_init_leave (&lexicon, (gsize) dd_lexicon_new ());

  return (const DdLexicon *) lexicon;
}

/**
 * dd_token_text_new:
 * @text: valid UTF-8, which must live as long as what is returned
 * @units: the names of units that are known, for as long
 */
DdTokenText *
dd_token_text_new (const char             *text,
                   const DdUnitDictionary *units)
{
  DdTokenText *self = g_new0 (DdTokenText, 1);
  guint n_chars;

  self->source = dd_source_text_new (text);
  self->body.source = self->source;
  self->body.chars = dd_source_text_get_chars (self->source, &n_chars);
  self->body.lexicon = get_lexicon ();
  self->body.classes = dd_lexicon_get_classes (self->body.lexicon);
  self->body.units = units;

  self->tokens = g_array_sized_new (FALSE, FALSE, sizeof (DdToken), n_chars / CHARS_PER_TOKEN + 1);
  dd_tokenize (self->body.chars, 0, n_chars, dd_lexicon_get_alphabet (self->body.lexicon),
               dd_lexicon_get_phrases (self->body.lexicon), self->tokens);
  self->body.tokens = (const DdToken *) self->tokens->data;
  self->body.n_tokens = self->tokens->len;

  return self;
}

void
dd_token_text_free (DdTokenText *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->tokens);
  dd_source_text_free (self->source);
  g_free (self);
}

/**
 * dd_token_text_get_body:
 *
 * Returns: (transfer none): the whole text, as the rules look at it
 */
const DdBody *
dd_token_text_get_body (const DdTokenText *self)
{
  return &self->body;
}
