/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-lexicon"

#include "dd-lexicon.h"

#include "dd-extract-resources.h"
#include "dd-plain-spelling.h"
#include "dd-source-text.h"
#include "dd-tokenizer.h"

#include <stdlib.h>
#include <string.h>

#define WORDS_PATH "/vn/dondoc/extract/words/"

/* One class of the phrase that ends at a node. */
typedef struct
{
  guint8  word_class;
  gint32  value;
  guint32 next;                 /* another class of the same phrase; 0: none */
} Entry;

struct _DdLexicon
{
  DdAlphabet *alphabet;
  DdTrie     *phrases;
  GArray     *entries;          /* of Entry; the first is not used */
  GArray     *first_entries;    /* of guint32, by node */
  GArray     *classes;          /* of DdWordClasses, by node */
  GArray     *ends;             /* likewise: of the phrases that end there */
  DdPlainSpelling *plain;       /* the phrases without their marks */
};

static const char * const file_names[] = {
  "assigning.txt", "discourse.txt", "documents.txt", "measures.txt", "time.txt", "units.txt",
  "verbs.txt",
};

static DdWordClass
find_class (const char *name,
            const char *file_name)
{
  for (guint i = 0; i < DD_N_WORD_CLASSES; i++)
    if (strcmp (dd_word_class_get_name ((DdWordClass) i), name) == 0)
      return (DdWordClass) i;

  g_error ("%s: no such class of words: %s", file_name, name);
}

/* Whether one word of a class is known without its marks, too. Two words and more
 * are hardly ever taken for others, one word is. */
static gboolean
is_clear_alone (DdWordClass word_class)
{
  static const DdWordClass classes[] = {
    DD_WORD_ASSIGN, DD_WORD_REPORT, DD_WORD_AND, DD_WORD_DAY, DD_WORD_MONTH, DD_WORD_YEAR,
    DD_WORD_QUARTER, DD_WORD_WEEK, DD_WORD_HOUR, DD_WORD_BEFORE, DD_WORD_BY, DD_WORD_UNTIL,
    DD_WORD_WITHIN, DD_WORD_PART, DD_WORD_QUANTIFIER, DD_WORD_DONE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (classes[i] == word_class)
      return TRUE;

  return FALSE;
}

static void
add_phrase (DdLexicon  *self,
            DdWordClass word_class,
            const char *phrase,
            int         value)
{
  g_autoptr (DdSourceText) text = dd_source_text_new (phrase);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (DdToken));
  guint n_chars;
  const gunichar *chars = dd_source_text_get_chars (text, &n_chars);
  guint node = 0;
  guint first = 0;
  Entry entry = { (guint8) word_class, value, 0 };
  guint32 *slot;

  dd_tokenize (chars, 0, n_chars, self->alphabet, NULL, tokens);
  g_assert (tokens->len > 0);

  for (guint i = 0; i < tokens->len; i++)
    {
      node = dd_trie_add (self->phrases, node, g_array_index (tokens, DdToken, i).key);
      if (i == 0)
        first = node;
    }

  if (tokens->len > 1 || is_clear_alone (word_class))
    dd_plain_spelling_add (self->plain, chars, (const DdToken *) tokens->data, tokens->len);
  if (dd_trie_get_size (self->phrases) > self->first_entries->len)
    {
      g_array_set_size (self->first_entries, dd_trie_get_size (self->phrases));
      g_array_set_size (self->classes, dd_trie_get_size (self->phrases));
      g_array_set_size (self->ends, dd_trie_get_size (self->phrases));
    }

  slot = &g_array_index (self->first_entries, guint32, node);
  entry.next = *slot;
  *slot = self->entries->len;
  g_array_append_val (self->entries, entry);

  g_array_index (self->classes, DdWordClasses, first).bits[word_class / 64] |=
    G_GUINT64_CONSTANT (1) << (word_class % 64);
  g_array_index (self->ends, DdWordClasses, node).bits[word_class / 64] |=
    G_GUINT64_CONSTANT (1) << (word_class % 64);
}

/* A file of words has sections, "[verb]", and in them a phrase a line, with
 * "= number" behind it where the class has values; # begins a comment. */
static void
load_file (DdLexicon  *self,
           const char *file_name)
{
  g_autofree char *path = g_strconcat (WORDS_PATH, file_name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (dd_extract_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = NULL;
  DdWordClass word_class = DD_WORD_FIXED;

  if (bytes == NULL)
    g_error ("The program was built without %s", path);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      char *sign = strstr (line, " = ");
      int value = 0;

      if (*line == '\0' || *line == '#')
        continue;
      if (*line == '[')
        {
          g_autofree char *name = g_strndup (line + 1, strlen (line) - 2);

          word_class = find_class (name, file_name);
          continue;
        }
      if (sign != NULL)
        {
          value = atoi (sign + strlen (" = "));
          *sign = '\0';
        }
      add_phrase (self, word_class, line, value);
    }
}

/**
 * dd_lexicon_new:
 *
 * Returns: (transfer full): the phrases of all files of words; they are part of
 *   the program, so this cannot fail
 */
DdLexicon *
dd_lexicon_new (void)
{
  DdLexicon *self = g_new0 (DdLexicon, 1);

  self->alphabet = dd_alphabet_new ();
  self->phrases = dd_trie_new ();
  self->plain = dd_plain_spelling_new (self->alphabet);
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  self->first_entries = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->classes = g_array_new (FALSE, TRUE, sizeof (DdWordClasses));
  self->ends = g_array_new (FALSE, TRUE, sizeof (DdWordClasses));
  g_array_set_size (self->entries, 1);
  g_array_set_size (self->first_entries, 1);
  g_array_set_size (self->classes, 1);
  g_array_set_size (self->ends, 1);

  for (guint i = 0; i < G_N_ELEMENTS (file_names); i++)
    load_file (self, file_names[i]);

  return self;
}

/**
 * dd_lexicon_get_alphabet:
 *
 * Returns: (transfer none): the alphabet that a text must be cut into tokens by
 */
const DdAlphabet *
dd_lexicon_get_alphabet (const DdLexicon *self)
{
  return self->alphabet;
}

/**
 * dd_lexicon_get_phrases:
 *
 * Returns: (transfer none): where the nodes of tokens come from
 */
const DdTrie *
dd_lexicon_get_phrases (const DdLexicon *self)
{
  return self->phrases;
}

/**
 * dd_lexicon_get_classes:
 *
 * Returns: (transfer none): which classes of phrases begin with a word, by the
 *   node of the word
 */
const DdWordClasses *
dd_lexicon_get_classes (const DdLexicon *self)
{
  return (const DdWordClasses *) self->classes->data;
}

/**
 * dd_lexicon_restore:
 *
 * As dd_plain_spelling_restore(), with the phrases of all classes.
 */
guint
dd_lexicon_restore (const DdLexicon *self,
                    DdToken         *tokens,
                    guint            n_tokens)
{
  return dd_plain_spelling_restore (self->plain, tokens, n_tokens);
}

static gboolean
ends_at (const DdLexicon *self,
         guint            node,
         DdWordClass      word_class)
{
  return (g_array_index (self->ends, DdWordClasses, node).bits[word_class / 64] >>
          (word_class % 64) & 1) != 0;
}

static int
get_value (const DdLexicon *self,
           guint            node,
           DdWordClass      word_class)
{
  guint i = g_array_index (self->first_entries, guint32, node);

  while (i != 0 && g_array_index (self->entries, Entry, i).word_class != word_class)
    i = g_array_index (self->entries, Entry, i).next;

  return i != 0 ? g_array_index (self->entries, Entry, i).value : 0;
}

/**
 * dd_lexicon_match:
 * @tokens: where to look
 * @n_tokens: how many tokens there are
 * @value: (out) (optional): what the phrase stands for; unchanged if there is none
 *
 * Looks for the longest phrase of a class at the beginning of @tokens. A
 * phrase of the class "fixed" hides a shorter one, "giao ban" the verb "giao".
 *
 * Returns: how many tokens the phrase has; 0 if there is none
 */
guint
dd_lexicon_match (const DdLexicon *self,
                  const DdToken   *tokens,
                  guint            n_tokens,
                  DdWordClass      word_class,
                  int             *value)
{
  guint found = 0, hidden = 0, found_node = 0;
  guint node;

  if (n_tokens == 0 || tokens[0].node == 0)
    return 0;

  node = tokens[0].node;
  for (guint i = 1; ; i++)
    {
      if (ends_at (self, node, word_class))
        {
          found = i;
          found_node = node;
        }
      else if (word_class != DD_WORD_FIXED && ends_at (self, node, DD_WORD_FIXED) &&
               !(i > 1 && tokens[1].kind == DD_TOKEN_WORD && tokens[1].shape == DD_SHAPE_CAPITAL))
        hidden = i;             /* "giao ban", and not "giao Ban cán sự đảng" */

      if (i == n_tokens)
        break;
      node = dd_trie_get_child (self->phrases, node, tokens[i].key);
      if (node == 0)
        break;
    }

  if (hidden > found)
    return 0;
  if (found > 0 && value != NULL)
    *value = get_value (self, found_node, word_class);

  return found;
}
