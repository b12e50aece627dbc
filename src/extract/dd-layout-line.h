/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"

G_BEGIN_DECLS

typedef enum
{
  DD_LINE_BODY,                 /* the document's own words */
  DD_LINE_LETTERHEAD,           /* agency, motto, number, place and date */
  DD_LINE_TYPE,                 /* THÔNG BÁO */
  DD_LINE_SUBJECT,
  DD_LINE_ADDRESSEES,
  DD_LINE_END,                  /* recipients and signature */
  DD_LINE_PAGE,                 /* the number of a page */
  DD_LINE_FOOTNOTE,
  DD_LINE_FURNITURE,            /* of a web page */
} DdLineRole;

/**
 * DdLine:
 * @tokens: its tokens, of all tokens of the text
 * @width: in characters, without the indent
 * @indent: spaces in front
 * @blank_before: whether an empty line stands in front
 */
typedef struct
{
  DdRange    tokens;
  DdLineRole role;
  guint      width;
  guint      indent;
  gboolean   blank_before;
} DdLine;

/**
 * DdLayout:
 * @lines: (element-type DdLine): the lines that have something in them
 * @official: whether the text has the letterhead of an official document
 * @wrapped: whether its lines were broken to fit a page
 * @width: how wide that page is
 *
 * What each line of a text is there for.
 */
typedef struct
{
  GArray   *lines;
  gboolean  official;
  gboolean  wrapped;
  guint     width;
} DdLayout;

DdLine   *dd_layout_get_line (const DdLayout *self,
                              guint           i);
gboolean  dd_layout_is_upper (const DdBody   *body,
                              guint           first,
                              guint           last);
guint     dd_line_skip_bars  (const DdBody   *all,
                              guint           i,
                              guint           end);
guint     dd_line_match      (const DdBody   *all,
                              const DdLine   *line,
                              DdWordClass     word_class);
gboolean  dd_line_ends_with  (const DdBody   *all,
                              const DdLine   *line,
                              const char     *marks);

G_END_DECLS
