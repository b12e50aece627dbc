/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DdAlphabet:
 *
 * What makes two written Vietnamese syllables the same word.
 *
 * Case does not, nor on which vowel an old hand or a new one puts the tone
 * ("Uỷ", "Ủy"), nor whether a final i is written y ("quí", "quý"). The tone
 * itself and the shape of the vowel do: "giao" is not "giáo".
 */
typedef struct _DdAlphabet DdAlphabet;

DdAlphabet *dd_alphabet_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void        dd_alphabet_free     (DdAlphabet       *self);

guint64     dd_alphabet_get_key  (const DdAlphabet *self,
                                  const gunichar   *chars,
                                  guint             n_chars);
guint64     dd_alphabet_mark_key (gunichar          mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdAlphabet, dd_alphabet_free)

G_END_DECLS
