/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-heading.h"
#include "dd-reader.h"

G_BEGIN_DECLS

/**
 * DdFrame:
 * @assigner: (element-type DdUnitMention) (nullable) (unowned): who assigns
 * @lead: (element-type DdUnitMention) (nullable) (unowned): who is to do what
 *   names nobody
 * @coordinating: (element-type DdUnitMention) (nullable) (unowned): who helps
 * @due: (nullable) (unowned): by when
 * @zone: what is being told
 * @heading: a heading names who leads
 *
 * What items inherit from what stands above them. The reader owns all of it.
 */
typedef struct
{
  const GArray       *assigner;
  const GArray       *lead;
  const GArray       *coordinating;
  const DdTimePhrase *due;
  DdZone              zone;
  gboolean            heading;
} DdFrame;

/**
 * DdReader:
 * @official: the text is an official document, not news
 * @few_lines: it is a line that was typed, not a document
 * @conclusion: the block with which the chair's conclusion begins; 0 if all of the
 *   text may direct
 * @findings: (element-type DdFinding): where the findings are added
 * @root: what is inherited where nothing stands above
 * @frames: of each block, for the items in it
 * @kept: (element-type GArray): the arrays of frames
 * @dues: (element-type DdTimePhrase): the times of frames
 * @assignment: what the clause that is being read says of who is to do something
 * @block: the block that is being read
 * @draft: the directive that is being read
 * @drafting: whether there is one
 * @tells: the sentence before it in the same block told how things are
 * @talk: one who takes part in a meeting spoke in the paragraph that is being read
 *
 * The state of a text that is being read.
 */
typedef struct
{
  const DdClauseDraftText *text;
  const DdBody            *body;
  const DdOutline         *outline;
  gboolean                 official;
  gboolean                 few_lines;
  guint                    conclusion;
  GPtrArray               *findings;
  DdFrame                  root;
  DdFrame                 *frames;
  GPtrArray               *kept;
  GPtrArray               *dues;
  DdAssignment             assignment;
  guint                    block;
  DdClauseDraft            draft;
  gboolean                 drafting;
  gboolean                 tells;
  gboolean                 talk;
} DdReader;

const DdBlock *dd_reader_get_block        (const DdReader *self,
                                           guint           i);
const GArray  *dd_reader_keep             (DdReader       *self,
                                           const GArray   *mentions);
DdFrame       *dd_reader_get_outer_frame  (DdReader       *self);

void           dd_reader_start_draft      (DdReader       *self,
                                           guint           first,
                                           guint           last,
                                           const DdFrame  *frame);
void           dd_reader_flush            (DdReader       *self);

void           dd_reader_read_assignment  (DdReader       *self,
                                           guint           first,
                                           guint           last,
                                           const DdFrame  *frame);
gboolean       dd_reader_is_accepted      (const DdReader *self,
                                           const DdFrame  *frame);
void           dd_reader_resolve_assigner (DdReader       *self,
                                           DdFrame        *frame);
void           dd_reader_read_sentence    (DdReader       *self,
                                           guint           first,
                                           guint           last,
                                           DdFrame        *frame);

G_END_DECLS
