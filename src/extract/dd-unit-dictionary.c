/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-unit-dictionary"

#include "dd-unit-dictionary-private.h"

#include "dd-alphabet.h"
#include "dd-extract-resources.h"
#include "dd-fold.h"
#include "dd-plain-spelling.h"
#include "dd-source-text.h"
#include "dd-tokenizer.h"
#include "dd-trie.h"
#include "dd-unit.h"

#include <string.h>

#define KNOWN_UNITS_PATH "/vn/dondoc/extract/known-units.txt"

/* No unit is called by more. A longer text is no name. */
#define NAME_TOKENS_MAX 64

/* Names that differ in more than one letter in so many are not the same. */
#define LETTERS_PER_SLIP 8

typedef struct
{
  char   *folded;
  gint64  id;
} Name;

struct _DdUnitDictionary
{
  DdAlphabet *alphabet;
  DdTrie     *names;
  GArray     *ids;              /* of gint64, by node */
  GPtrArray  *spellings;        /* of the names, by node; NULL where none ends */
  DdTrie     *abbreviations;    /* "ủy ban nhân dân" … */
  GArray     *short_keys;       /* of guint64, by node: … is "ubnd" */
  DdPlainSpelling *plain;       /* the names without their marks */
  GArray     *list;             /* of Name, for what is only nearly a name */
  guint64     key_ampersand;
  guint64     key_and;
  guint64     key_province;
};

static void
clear_name (Name *name)
{
  g_free (name->folded);
}

static GArray *
tokenize (const DdUnitDictionary *self,
          const char             *text)
{
  g_autoptr (DdSourceText) source = dd_source_text_new (text);
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (DdToken));
  guint n_chars;
  const gunichar *chars = dd_source_text_get_chars (source, &n_chars);

  dd_tokenize (chars, 0, n_chars, self->alphabet, NULL, tokens);

  return tokens;
}

static guint64
get_key_of_word (const DdUnitDictionary *self,
                 const char             *word)
{
  g_autoptr (GArray) tokens = tokenize (self, word);

  g_assert (tokens->len == 1);

  return g_array_index (tokens, DdToken, 0).key;
}

/**
 * dd_unit_dictionary_new:
 *
 * Returns: (transfer full): a dictionary without names
 */
DdUnitDictionary *
dd_unit_dictionary_new (void)
{
  DdUnitDictionary *self = g_new0 (DdUnitDictionary, 1);

  self->alphabet = dd_alphabet_new ();
  self->names = dd_trie_new ();
  self->ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->spellings = g_ptr_array_new_with_free_func (g_free);
  self->abbreviations = dd_trie_new ();
  self->short_keys = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->plain = dd_plain_spelling_new (self->alphabet);
  self->list = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->list, (GDestroyNotify) clear_name);
  self->key_ampersand = dd_alphabet_mark_key ('&');
  self->key_and = get_key_of_word (self, "và");
  self->key_province = get_key_of_word (self, "tỉnh");
  g_array_set_size (self->ids, 1);
  g_ptr_array_set_size (self->spellings, 1);
  g_array_set_size (self->short_keys, 1);

  return self;
}

void
dd_unit_dictionary_free (DdUnitDictionary *self)
{
  if (self == NULL)
    return;

  dd_plain_spelling_free (self->plain);
  dd_alphabet_free (self->alphabet);
  dd_trie_free (self->names);
  g_array_unref (self->ids);
  g_ptr_array_unref (self->spellings);
  dd_trie_free (self->abbreviations);
  g_array_unref (self->short_keys);
  g_array_unref (self->list);
  g_free (self);
}

static void
add_abbreviation (DdUnitDictionary *self,
                  const char       *abbreviation,
                  const char       *phrase)
{
  g_autoptr (GArray) tokens = tokenize (self, phrase);
  guint node = 0;

  for (guint i = 0; i < tokens->len; i++)
    node = dd_trie_add (self->abbreviations, node, g_array_index (tokens, DdToken, i).key);

  g_array_set_size (self->short_keys, dd_trie_get_size (self->abbreviations));
  g_array_index (self->short_keys, guint64, node) = get_key_of_word (self, abbreviation);
}

/* The key of the next word of a name, with what is usually abbreviated as one
 * word; @n_used says how many tokens it takes. */
static guint64
get_next_key (const DdUnitDictionary *self,
              const DdToken          *tokens,
              guint                   n_tokens,
              guint                  *n_used)
{
  guint64 key = tokens[0].key;
  guint node = 0;

  *n_used = 1;
  if (key == self->key_ampersand)
    return self->key_and;

  for (guint i = 0; i < n_tokens; i++)
    {
      node = dd_trie_get_child (self->abbreviations, node, tokens[i].key);
      if (node == 0)
        break;
      if (g_array_index (self->short_keys, guint64, node) != 0)
        {
          key = g_array_index (self->short_keys, guint64, node);
          *n_used = i + 1;
        }
    }

  return key;
}

/* Inside a name "-", "," and nothing are often taken one for the other. */
static gboolean
is_skipped (const DdUnitDictionary *self,
            const DdToken          *token)
{
  return token->kind == DD_TOKEN_MARK &&
         (token->key == dd_alphabet_mark_key ('-') || token->key == dd_alphabet_mark_key (','));
}

/* Walks from @node along @tokens as far as the names go. Returns how many
 * tokens the longest name takes, and the node where it ends. */
static guint
walk (const DdUnitDictionary *self,
      guint                   node,
      const DdToken          *tokens,
      guint                   n_tokens,
      guint                  *name_node)
{
  guint found = 0;
  guint i = 0;

  n_tokens = MIN (n_tokens, NAME_TOKENS_MAX);
  while (i < n_tokens)
    {
      guint n_used, next;

      if (i > 0 && is_skipped (self, &tokens[i]))
        {
          i++;
          continue;
        }
      next = dd_trie_get_child (self->names, node,
                                get_next_key (self, tokens + i, n_tokens - i, &n_used));
      if (next == 0)
        return found;
      node = next;
      i += n_used;
      if (g_ptr_array_index (self->spellings, next) != NULL)
        {
          found = i;
          *name_node = next;
        }
    }

  return found;
}

/**
 * dd_unit_dictionary_add:
 * @name: a name, an abbreviation or another alias of a unit
 * @id: the row id of the unit; 0 for a unit that is known by name only
 *
 * A name that is there already is now that of @id, unless @id is 0.
 */
void
dd_unit_dictionary_add (DdUnitDictionary *self,
                        const char       *name,
                        gint64            id)
{
  g_autoptr (DdSourceText) source = dd_source_text_new (name);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (DdToken));
  guint n_chars;
  const gunichar *chars = dd_source_text_get_chars (source, &n_chars);
  guint node = 0;
  guint i = 0;
  Name entry;

  dd_tokenize (chars, 0, n_chars, self->alphabet, NULL, tokens);
  if (tokens->len == 0 || tokens->len > NAME_TOKENS_MAX)
    return;
  if (!dd_plain_spelling_is_plain (chars, n_chars))
    dd_plain_spelling_add (self->plain, chars, (const DdToken *) tokens->data, tokens->len);

  while (i < tokens->len)
    {
      const DdToken *token = &g_array_index (tokens, DdToken, i);
      guint n_used = 1;

      if (i == 0 || !is_skipped (self, token))
        node = dd_trie_add (self->names, node,
                            get_next_key (self, token, tokens->len - i, &n_used));
      i += n_used;
    }

  g_ptr_array_set_size (self->spellings, (int) dd_trie_get_size (self->names));
  g_array_set_size (self->ids, dd_trie_get_size (self->names));
  if (g_ptr_array_index (self->spellings, node) == NULL)
    g_ptr_array_index (self->spellings, node) = g_strdup (name);
  if (id == 0)
    return;

  g_array_index (self->ids, gint64, node) = id;
  entry.folded = dd_fold (name);
  entry.id = id;
  g_array_append_val (self->list, entry);
}

/**
 * dd_unit_dictionary_add_unit:
 * @unit: a row of %DD_KIND_UNIT that has an id
 *
 * Adds all the names that the unit goes by.
 */
void
dd_unit_dictionary_add_unit (DdUnitDictionary *self,
                             const DdRow      *unit)
{
  const gint64 id = dd_row_get_id (unit);
  g_auto (GStrv) aliases = dd_row_get_list (unit, DD_UNIT_ALIASES);

  dd_unit_dictionary_add (self, dd_row_get_text (unit, DD_UNIT_NAME), id);
  if (dd_row_is_set (unit, DD_UNIT_SHORT_NAME))
    dd_unit_dictionary_add (self, dd_row_get_text (unit, DD_UNIT_SHORT_NAME), id);
  for (guint i = 0; aliases[i] != NULL; i++)
    dd_unit_dictionary_add (self, aliases[i], id);
}

/**
 * dd_unit_dictionary_new_with_known:
 *
 * Returns: (transfer full): a dictionary with the names of ministries, provincial
 *   departments and other units that every document knows. They have no id
 *   until a unit of that name is added.
 */
DdUnitDictionary *
dd_unit_dictionary_new_with_known (void)
{
  DdUnitDictionary *self = dd_unit_dictionary_new ();
  g_autoptr (GBytes) bytes = g_resource_lookup_data (dd_extract_get_resource (), KNOWN_UNITS_PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = NULL;
  gboolean abbreviations = FALSE;

  if (bytes == NULL)
    g_error ("The program was built without " KNOWN_UNITS_PATH);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (*line == '\0' || *line == '#')
        continue;
      if (*line == '[')
        {
          abbreviations = strcmp (line, "[abbreviations]") == 0;
        }
      else if (abbreviations)
        {
          g_auto (GStrv) sides = g_strsplit (line, " = ", 2);

          add_abbreviation (self, sides[0], sides[1]);
        }
      else
        {
          g_auto (GStrv) names = g_strsplit (line, " | ", -1);

          for (guint j = 0; names[j] != NULL; j++)
            dd_unit_dictionary_add (self, names[j], 0);
        }
    }

  return self;
}

/**
 * dd_unit_dictionary_match:
 *
 * Returns: how many tokens the longest name takes that stands at the beginning
 *   of @tokens; 0 if none does
 */
guint
dd_unit_dictionary_match (const DdUnitDictionary *self,
                          const DdToken          *tokens,
                          guint                   n_tokens)
{
  guint node;

  return walk (self, 0, tokens, n_tokens, &node);
}

/**
 * dd_unit_dictionary_match_name:
 * @name: (out) (transfer none): the name as it is usually written
 *
 * As dd_unit_dictionary_match(); @name is unchanged if there is no name.
 */
guint
dd_unit_dictionary_match_name (const DdUnitDictionary *self,
                               const DdToken          *tokens,
                               guint                   n_tokens,
                               const char            **name)
{
  guint node;
  const guint n = walk (self, 0, tokens, n_tokens, &node);

  if (n > 0)
    *name = g_ptr_array_index (self->spellings, node);

  return n;
}

/**
 * dd_unit_dictionary_match_after:
 * @head: the first word or words of a name, "Bộ"
 *
 * As dd_unit_dictionary_match(), for a name whose head stands elsewhere: "các
 * Bộ: Tài chính, Tư pháp".
 */
guint
dd_unit_dictionary_match_after (const DdUnitDictionary *self,
                                const DdToken          *head,
                                guint                   n_head,
                                const DdToken          *tokens,
                                guint                   n_tokens)
{
  guint node = 0;
  guint name_node;
  guint i = 0;

  while (i < n_head)
    {
      guint n_used;

      node = dd_trie_get_child (self->names, node,
                                get_next_key (self, head + i, n_head - i, &n_used));
      if (node == 0)
        return 0;
      i += n_used;
    }

  return walk (self, node, tokens, n_tokens, &name_node);
}

/**
 * dd_unit_dictionary_restore:
 *
 * As dd_plain_spelling_restore(), with the names of the dictionary.
 */
guint
dd_unit_dictionary_restore (const DdUnitDictionary *self,
                            DdToken                *tokens,
                            guint                   n_tokens)
{
  return dd_plain_spelling_restore (self->plain, tokens, n_tokens);
}

static gint64
find_exact (const DdUnitDictionary *self,
            const DdToken          *tokens,
            guint                   n_tokens)
{
  guint node;

  if (walk (self, 0, tokens, n_tokens, &node) != n_tokens)
    return 0;

  return g_array_index (self->ids, gint64, node);
}

/**
 * dd_unit_dictionary_find:
 *
 * Returns: the id of the unit of which @name is a name; 0 if it is none's
 */
gint64
dd_unit_dictionary_find (const DdUnitDictionary *self,
                         const char             *name)
{
  g_autoptr (GArray) tokens = tokenize (self, name);

  if (tokens->len == 0)
    return 0;

  return find_exact (self, &g_array_index (tokens, DdToken, 0), tokens->len);
}

/* How many letters have to be put in, left out or changed; more than @limit is
 * as good as any number. */
static guint
count_slips (const char *a,
             const char *b,
             guint       limit)
{
  const gsize n_a = strlen (a);
  const gsize n_b = strlen (b);
  g_autofree guint *row = NULL;

  if (n_a > n_b + limit || n_b > n_a + limit)
    return limit + 1;

  row = g_new (guint, n_b + 1);
  for (gsize j = 0; j <= n_b; j++)
    row[j] = (guint) j;

  for (gsize i = 1; i <= n_a; i++)
    {
      guint corner = row[0];
      guint least = row[0] = (guint) i;

      for (gsize j = 1; j <= n_b; j++)
        {
          const guint changed = corner + (a[i - 1] != b[j - 1]);

          corner = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
          least = MIN (least, row[j]);
        }
      if (least > limit)
        return limit + 1;
    }

  return row[n_b];
}

static gint64
find_misspelt (const DdUnitDictionary *self,
               const char             *name)
{
  g_autofree char *folded = dd_fold (name);
  guint best = (guint) (strlen (folded) / LETTERS_PER_SLIP) + 1;
  gint64 id = 0;

  for (guint i = 0; i < self->list->len; i++)
    {
      const Name *entry = &g_array_index (self->list, Name, i);
      const guint slips = count_slips (folded, entry->folded, best);

      if (slips < best)
        {
          best = slips;
          id = entry->id;
        }
      else if (slips == best && id != entry->id)
        {
          id = 0;               /* as near to another: no guess */
        }
    }

  return id;
}

/**
 * dd_unit_dictionary_find_near:
 *
 * For a name that dd_unit_dictionary_find() does not know: "Giám đốc Sở Nội vụ"
 * speaks for its unit, "Sở Nội vụ tỉnh Bình Sơn" says more than its name, and
 * "Sở Nội vu" was typed in haste.
 *
 * Returns: the id of the one unit that is meant; 0 if there is none, or if
 *   there may be two
 */
gint64
dd_unit_dictionary_find_near (const DdUnitDictionary *self,
                              const char             *name)
{
  g_autoptr (GArray) tokens = tokenize (self, name);
  const DdToken *first;
  gint64 id;

  if (tokens->len == 0 || tokens->len > NAME_TOKENS_MAX)
    return 0;
  first = &g_array_index (tokens, DdToken, 0);

  for (guint i = 0; i < tokens->len; i++)
    {
      id = find_exact (self, first + i, tokens->len - i);
      if (id != 0)
        return id;
    }
  for (guint n = tokens->len - 1; n >= 2; n--)
    {
      /* The province may be named or left out: there is only one. */
      if (first[n].key != self->key_province && first[n - 1].key != self->key_province)
        continue;
      id = find_exact (self, first, n);
      if (id != 0)
        return id;
    }

  return find_misspelt (self, name);
}
