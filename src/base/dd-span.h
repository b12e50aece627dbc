/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DdSpan:
 * @start: the first character
 * @end: the character behind the last
 *
 * A piece of a text, counted in Unicode code points of the text as it was
 * given, so that what is found in a document keeps its place in the file.
 */
typedef struct
{
  guint start;
  guint end;
} DdSpan;

G_END_DECLS
