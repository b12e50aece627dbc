/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-office-style.h"

G_BEGIN_DECLS

typedef enum
{
  DD_OFFICE_RULE_AGENCY,
  DD_OFFICE_RULE_MOTTO,
  DD_OFFICE_RULE_SUBJECT,
} DdOfficeRulePlace;

#define DD_N_OFFICE_RULES (DD_OFFICE_RULE_SUBJECT + 1)

/**
 * DdOfficeRule:
 * @place: what it stands under
 * @width: how long it is
 * @room: how wide its place is, in whose middle it stands
 * @after: what is left free under it
 *
 * A line that is drawn under a part. Lengths are in twentieths of a point.
 */
typedef struct
{
  DdOfficeRulePlace place;
  guint             width;
  guint             room;
  guint             after;
} DdOfficeRule;

typedef enum
{
  DD_OFFICE_TABLE_LETTERHEAD,
  DD_OFFICE_TABLE_SIGNATURE,
  DD_OFFICE_TABLE_ANNEX,        /* with lines around its cells */
} DdOfficeTablePlace;

/**
 * DdOfficeTable:
 * @annex: of which annex, counted from 1; 0 for none
 * @widths: of the columns, in twentieths of a point
 */
typedef struct
{
  DdOfficeTablePlace  place;
  guint               annex;
  const guint        *widths;
  guint               n_columns;
} DdOfficeTable;

/**
 * DdOfficeMedium:
 *
 * What a document is laid out on: a file of one format, or the sheet in the window. A medium
 * leaves out what it has no use for.
 */
typedef struct
{
  void (*add_paragraph) (gpointer             self,
                         DdOfficePart         part,
                         const char          *text);
  void (*add_rule)      (gpointer             self,
                         const DdOfficeRule  *rule);
  void (*begin_table)   (gpointer             self,
                         const DdOfficeTable *table);
  void (*end_table)     (gpointer             self);
  void (*begin_row)     (gpointer             self,
                         gboolean             is_heading);
  void (*end_row)       (gpointer             self,
                         gboolean             is_heading);
  void (*begin_cell)    (gpointer             self,
                         const DdOfficeTable *table,
                         guint                column);
  void (*end_cell)      (gpointer             self);
} DdOfficeMedium;

void dd_office_layout_write (const DdOfficeDocument *document,
                             const DdOfficeMedium   *medium,
                             gpointer                self);

G_END_DECLS
