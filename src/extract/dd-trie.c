/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-trie"

#include "dd-trie.h"

typedef struct
{
  guint64 key;
  guint32 parent;
  guint32 child;                /* 0: a free slot */
} Edge;

/* All edges of all nodes stand in one open hash table: a step is one look into
 * memory, and a miss, the usual case in running text, seldom more. */
struct _DdTrie
{
  Edge  *edges;
  guint  mask;                  /* the number of slots, less one */
  guint  n_nodes;               /* with the root */
};

static guint
hash_edge (guint   parent,
           guint64 key)
{
  guint64 hash = key + (guint64) parent * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);

  hash *= G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (guint) (hash >> 32) ^ (guint) (hash >> 49);
}

/**
 * dd_trie_new:
 *
 * Returns: (transfer full): a trie with the root only, which is node 0
 */
DdTrie *
dd_trie_new (void)
{
  DdTrie *self = g_new0 (DdTrie, 1);

  self->mask = 255;
  self->edges = g_new0 (Edge, self->mask + 1);
  self->n_nodes = 1;

  return self;
}

void
dd_trie_free (DdTrie *self)
{
  if (self == NULL)
    return;

  g_free (self->edges);
  g_free (self);
}

static Edge *
find_slot (const DdTrie *self,
           guint         node,
           guint64       key)
{
  guint slot = hash_edge (node, key) & self->mask;

  while (self->edges[slot].child != 0 &&
         (self->edges[slot].key != key || self->edges[slot].parent != node))
    slot = (slot + 1) & self->mask;

  return &self->edges[slot];
}

static void
grow (DdTrie *self)
{
  g_autofree Edge *old = self->edges;
  const guint n_old = self->mask + 1;

  self->mask = n_old * 2 - 1;
  self->edges = g_new0 (Edge, self->mask + 1);
  for (guint i = 0; i < n_old; i++)
    if (old[i].child != 0)
      *find_slot (self, old[i].parent, old[i].key) = old[i];
}

/**
 * dd_trie_add:
 *
 * Returns: the node that @key leads to from @node, made if there was none
 */
guint
dd_trie_add (DdTrie *self,
             guint   node,
             guint64 key)
{
  Edge *edge = find_slot (self, node, key);

  if (edge->child != 0)
    return edge->child;

  /* At most half full, so that a miss is found out soon. */
  if (self->n_nodes * 2 > self->mask)
    {
      grow (self);
      edge = find_slot (self, node, key);
    }
  edge->key = key;
  edge->parent = node;
  edge->child = self->n_nodes++;

  return edge->child;
}

/**
 * dd_trie_get_child:
 *
 * Returns: the node that @key leads to from @node; 0 if there is none
 */
guint
dd_trie_get_child (const DdTrie *self,
                   guint         node,
                   guint64       key)
{
  return find_slot (self, node, key)->child;
}

/**
 * dd_trie_get_size:
 *
 * Returns: how many nodes there are, the root among them
 */
guint
dd_trie_get_size (const DdTrie *self)
{
  return self->n_nodes;
}
