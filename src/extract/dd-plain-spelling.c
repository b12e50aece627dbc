/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-plain-spelling"

#include "dd-plain-spelling.h"

#include "dd-trie.h"

/* The letters of ASCII, behind which those of Vietnamese begin. */
#define ASCII_END 0x80

/* No word that is worth restoring is longer. */
#define WORD_LETTERS_MAX 10

struct _DdPlainSpelling
{
  const DdAlphabet *alphabet;
  DdTrie           *phrases;    /* by their words without marks */
  GPtrArray        *keys;       /* of GArray of guint64, by node; NULL: no phrase ends here */
};

/**
 * dd_plain_spelling_new:
 * @alphabet: which must live as long
 *
 * Returns: (transfer full): no phrases yet
 */
DdPlainSpelling *
dd_plain_spelling_new (const DdAlphabet *alphabet)
{
  DdPlainSpelling *self = g_new0 (DdPlainSpelling, 1);

  self->alphabet = alphabet;
  self->phrases = dd_trie_new ();
  self->keys = g_ptr_array_new ();
  g_ptr_array_set_size (self->keys, 1);

  return self;
}

static void
free_keys (gpointer keys,
           gpointer user_data)
{
  if (keys != NULL)
    g_array_unref (keys);
}

void
dd_plain_spelling_free (DdPlainSpelling *self)
{
  if (self == NULL)
    return;

  dd_trie_free (self->phrases);
  g_ptr_array_foreach (self->keys, free_keys, NULL);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

/* The letter that a person types who leaves out all marks. */
static gunichar
take_off_marks (gunichar c)
{
  gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (c < ASCII_END)
    return c;
  if (c == 0x0110 || c == 0x0111)
    return 'd';                 /* Đ, đ */
  g_unichar_fully_decompose (c, FALSE, base, G_N_ELEMENTS (base));

  return base[0];
}

static guint64
get_plain_key (const DdPlainSpelling *self,
               const gunichar        *chars,
               const DdToken         *token)
{
  gunichar plain[WORD_LETTERS_MAX];
  const guint n = token->end - token->start;

  if (token->kind != DD_TOKEN_WORD || n > WORD_LETTERS_MAX)
    return token->key;
  for (guint i = 0; i < n; i++)
    plain[i] = take_off_marks (chars[token->start + i]);

  return dd_alphabet_get_key (self->alphabet, plain, n);
}

/**
 * dd_plain_spelling_add:
 * @chars: a phrase with its marks
 * @tokens: its tokens
 *
 * Of two phrases that are the same without marks the first is meant.
 */
void
dd_plain_spelling_add (DdPlainSpelling *self,
                       const gunichar  *chars,
                       const DdToken   *tokens,
                       guint            n_tokens)
{
  GArray *keys;
  guint node = 0;

  for (guint i = 0; i < n_tokens; i++)
    if (tokens[i].kind == DD_TOKEN_WORD)
      node = dd_trie_add (self->phrases, node, get_plain_key (self, chars, &tokens[i]));

  if (dd_trie_get_size (self->phrases) > self->keys->len)
    g_ptr_array_set_size (self->keys, (int) dd_trie_get_size (self->phrases));
  if (node == 0 || g_ptr_array_index (self->keys, node) != NULL)
    return;

  keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint i = 0; i < n_tokens; i++)
    if (tokens[i].kind == DD_TOKEN_WORD)
      g_array_append_val (keys, tokens[i].key);
  g_ptr_array_index (self->keys, node) = keys;
}

/* Inside a phrase commas and hyphens may stand or not. */
static gboolean
is_word (const DdToken *token)
{
  return token->kind == DD_TOKEN_WORD;
}

/**
 * dd_plain_spelling_restore:
 * @tokens: words without marks
 *
 * Gives the words of the longest phrase at the beginning of @tokens the keys that
 * they have with their marks.
 *
 * Returns: how many tokens it takes; 0 if there is none
 */
guint
dd_plain_spelling_restore (const DdPlainSpelling *self,
                           DdToken               *tokens,
                           guint                  n_tokens)
{
  const GArray *keys = NULL;
  guint node = 0, found = 0, n_words = 0;

  for (guint i = 0; i < n_tokens; i++)
    {
      if (!is_word (&tokens[i]))
        {
          if (i == 0 || tokens[i].kind == DD_TOKEN_NUMBER)
            break;
          continue;
        }
      node = dd_trie_get_child (self->phrases, node, tokens[i].key);
      if (node == 0)
        break;
      if (g_ptr_array_index (self->keys, node) != NULL)
        {
          keys = g_ptr_array_index (self->keys, node);
          found = i + 1;
        }
    }

  for (guint i = 0; i < found; i++)
    if (is_word (&tokens[i]))
      tokens[i].key = g_array_index (keys, guint64, n_words++);

  return found;
}

/**
 * dd_plain_spelling_is_plain:
 *
 * Returns: whether a text has letters, and none with a mark
 */
gboolean
dd_plain_spelling_is_plain (const gunichar *chars,
                            guint           n_chars)
{
  gboolean has_letter = FALSE;

  for (guint i = 0; i < n_chars; i++)
    {
      if (chars[i] >= ASCII_END && g_unichar_isalpha (chars[i]))
        return FALSE;
      has_letter |= g_ascii_isalpha ((char) chars[i]) && chars[i] < ASCII_END;
    }

  return has_letter;
}
