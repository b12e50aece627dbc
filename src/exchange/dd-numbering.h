/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Word has nine levels, OpenDocument ten. */
#define DD_NUMBERING_LEVELS 10

typedef enum
{
  DD_NUMBER_FORMAT_NONE,
  DD_NUMBER_FORMAT_DECIMAL,
  DD_NUMBER_FORMAT_DECIMAL_ZERO,        /* 01, 02 */
  DD_NUMBER_FORMAT_UPPER_ROMAN,
  DD_NUMBER_FORMAT_LOWER_ROMAN,
  DD_NUMBER_FORMAT_UPPER_LETTER,
  DD_NUMBER_FORMAT_LOWER_LETTER,
  DD_NUMBER_FORMAT_BULLET,
} DdNumberFormat;

typedef enum
{
  DD_NUMBERING_RESTART_NEVER = 0,
  /* After an item of this level or a wider one, counted from 1. */
  DD_NUMBERING_RESTART_ALWAYS = DD_NUMBERING_LEVELS,
} DdNumberingRestart;

/**
 * DdNumberingLevel:
 * @format: how the number of an item is written
 * @start: the number of the first
 * @text: (nullable): what stands before the words, "%1." for the number of the first level;
 *   of a bullet the sign
 * @decimal: whether the numbers of wider levels are written 1, 2, 3 in it
 * @joined: whether the words follow without a space
 * @restart: after which levels it begins anew: a #DdNumberingRestart or a level
 */
typedef struct
{
  DdNumberFormat  format;
  int             start;
  char           *text;
  gboolean        decimal;
  gboolean        joined;
  guint           restart;
} DdNumberingLevel;

/**
 * DdNumberingState:
 * @values: the number of the last item of each level
 * @counted: whether there was one since it began
 */
typedef struct
{
  int      values[DD_NUMBERING_LEVELS];
  gboolean counted[DD_NUMBERING_LEVELS];
} DdNumberingState;

char *dd_numbering_count    (const DdNumberingLevel *levels,
                             DdNumberingState       *state,
                             guint                   level) G_GNUC_WARN_UNUSED_RESULT;
void  dd_numbering_restart  (DdNumberingState       *state,
                             guint                   level,
                             int                     value);
void  dd_number_format_append (DdNumberFormat        self,
                               GString              *text,
                               int                   value);

G_END_DECLS
