/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-assignment.h"
#include "dd-reading.h"
#include "dd-time-phrase.h"

G_BEGIN_DECLS

/**
 * DdClauseDraft:
 * @words: the clauses of one directive
 * @form: how it says who is to do it
 * @flags: likewise
 * @assigner: (element-type DdUnitMention) (nullable): who assigns
 * @lead: (element-type DdUnitMention) (nullable): who is to do it
 * @coordinating: (element-type DdUnitMention) (nullable): who helps, if that was
 *   said for several directives together
 * @due: (nullable): when, if that was said for several directives together
 * @fields: (element-type DdPlanField) (nullable): what the columns of a table
 *   say; else fields are looked for in the words
 * @milestone: whether it is a figure to be reached by a day
 * @official: whether it stands in an official document
 * @item: whether it stands in a list
 * @typed: whether it is a line that somebody typed: one directive in all
 *
 * A directive while it is read.
 */
typedef struct
{
  DdRange             words;
  DdAssignmentForm    form;
  DdAssignmentFlags   flags;
  const GArray       *assigner;
  const GArray       *lead;
  const GArray       *coordinating;
  const DdTimePhrase *due;
  const GArray       *fields;
  gboolean            milestone;
  gboolean            official;
  gboolean            item;
  gboolean            typed;
} DdClauseDraft;

/**
 * DdClauseDraftText:
 * @body: the text
 * @citations: (element-type DdCitationPhrase): the documents it cites
 * @reference: the day it speaks from
 * @chair: (nullable): the chair with his full name
 * @issuer: (nullable): who issued it
 * @minutes: whether it is the minutes of a meeting, in which others speak before the
 *   chair concludes
 *
 * What all directives of a text have in common.
 */
typedef struct
{
  const DdBody *body;
  const GArray *citations;
  DdDay         reference;
  const char   *chair;
  const char   *issuer;
  gboolean      minutes;
} DdClauseDraftText;

G_END_DECLS
