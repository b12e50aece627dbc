/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-office-document.h"

G_BEGIN_DECLS

/* The parts of an official document, each with a paragraph style of its own. */
typedef enum
{
  DD_OFFICE_PART_NATION,
  DD_OFFICE_PART_MOTTO,
  DD_OFFICE_PART_SUPERIOR,
  DD_OFFICE_PART_AGENCY,
  DD_OFFICE_PART_RULE,
  DD_OFFICE_PART_NUMBER,
  DD_OFFICE_PART_LETTER_SUBJECT,
  DD_OFFICE_PART_PLACE_DAY,
  DD_OFFICE_PART_TYPE,
  DD_OFFICE_PART_SUBJECT,
  DD_OFFICE_PART_ADDRESSEE,
  DD_OFFICE_PART_ADDRESSEES_TITLE,
  DD_OFFICE_PART_ADDRESSEE_LINE,
  DD_OFFICE_PART_TEXT,
  DD_OFFICE_PART_SECTION,
  DD_OFFICE_PART_ITEM,
  DD_OFFICE_PART_ITEM_HEADING,
  DD_OFFICE_PART_POINT,
  DD_OFFICE_PART_DASH,
  DD_OFFICE_PART_PLUS,
  DD_OFFICE_PART_CLOSING,
  DD_OFFICE_PART_RECIPIENTS_TITLE,
  DD_OFFICE_PART_RECIPIENT,
  DD_OFFICE_PART_AUTHORITY,
  DD_OFFICE_PART_SIGNER,
  DD_OFFICE_PART_ANNEX_TITLE,
  DD_OFFICE_PART_ANNEX_SUBTITLE,
  DD_OFFICE_PART_CELL_HEADING,
  DD_OFFICE_PART_CELL,
  DD_OFFICE_PART_PAGE_NUMBER,
  DD_OFFICE_PART_GAP,
} DdOfficePart;

#define DD_N_OFFICE_PARTS (DD_OFFICE_PART_GAP + 1)

typedef enum
{
  DD_OFFICE_LEFT,
  DD_OFFICE_CENTRE,
  DD_OFFICE_JUSTIFIED,
} DdOfficeAlign;

/**
 * DdOfficeStyle:
 * @id: what files call it
 * @name: what people see in the list of styles
 * @size: of the letters, in points
 * @indent: of the first line, in twentieths of a point, as are @before and @after
 * @line: between lines, in per cent of a single one
 * @keeps_next: whether it stands on the page of what follows
 */
typedef struct
{
  const char    *id;
  const char    *name;
  guint          size;
  gboolean       bold;
  gboolean       italic;
  DdOfficeAlign  align;
  guint          indent;
  guint          before;
  guint          after;
  guint          line;
  gboolean       keeps_next;
} DdOfficeStyle;

extern const DdOfficeStyle dd_office_styles[DD_N_OFFICE_PARTS];

/* The page of Decree 30/2020/NĐ-CP, in twentieths of a point: A4 with margins of 20 mm above
 * and below, 30 mm at the left, 15 mm at the right. */
#define DD_OFFICE_FONT "Times New Roman"
#define DD_OFFICE_PAGE_WIDTH 11906
#define DD_OFFICE_PAGE_HEIGHT 16838
#define DD_OFFICE_MARGIN_TOP 1134
#define DD_OFFICE_MARGIN_BOTTOM 1134
#define DD_OFFICE_MARGIN_LEFT 1701
#define DD_OFFICE_MARGIN_RIGHT 851
#define DD_OFFICE_HEADER_HEIGHT 567
#define DD_OFFICE_TEXT_WIDTH \
  (DD_OFFICE_PAGE_WIDTH - DD_OFFICE_MARGIN_LEFT - DD_OFFICE_MARGIN_RIGHT)

DdOfficePart dd_office_part_of_paragraph (const DdOfficeDocument  *document,
                                          guint                    position);
guint        dd_office_rule_width        (const char              *text,
                                          DdOfficePart             part,
                                          guint                    room);

guint       *dd_office_annex_get_widths  (const DdOfficeAnnex     *annex) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
