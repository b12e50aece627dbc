/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DdTrie:
 *
 * Phrases stored word by word, so that all that begin alike are looked up at
 * once. A node is a number; the root is 0, and so is "no such node".
 */
typedef struct _DdTrie DdTrie;

DdTrie *dd_trie_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void    dd_trie_free      (DdTrie       *self);

guint   dd_trie_add       (DdTrie       *self,
                           guint         node,
                           guint64       key);
guint   dd_trie_get_child (const DdTrie *self,
                           guint         node,
                           guint64       key);
guint   dd_trie_get_size  (const DdTrie *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdTrie, dd_trie_free)

G_END_DECLS
