/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each part of an official document stands: Decree 30/2020/NĐ-CP, Annex I, section IV. */
#define G_LOG_DOMAIN "dd-office-layout"

#include "dd-office-layout.h"

/* As long as the motto is in its style. */
#define MOTTO_WIDTH 3440

#define LETTERHEAD_LEFT 3685
#define SIGNATURE_LEFT 4535

static const guint letterhead_widths[] = { LETTERHEAD_LEFT,
                                           DD_OFFICE_TEXT_WIDTH - LETTERHEAD_LEFT };
static const guint signature_widths[] = { SIGNATURE_LEFT, DD_OFFICE_TEXT_WIDTH - SIGNATURE_LEFT };

/* A document on its way to a medium. */
typedef struct
{
  const DdOfficeDocument *document;
  const DdOfficeMedium   *medium;
  gpointer                self;         /* of the medium */
  DdOfficeTable           table;        /* that is open */
  guint                   column;       /* of the next cell */
} Layout;

/* --- what a medium is asked for ------------------------------------------- */

static void
add_paragraph (Layout       *layout,
               DdOfficePart  part,
               const char   *text)
{
  if (layout->medium->add_paragraph != NULL)
    layout->medium->add_paragraph (layout->self, part, text);
}

static void
add_rule (Layout            *layout,
          DdOfficeRulePlace  place,
          guint              width,
          guint              room,
          guint              after)
{
  const DdOfficeRule rule = { place, width, room, after };

  if (layout->medium->add_rule != NULL)
    layout->medium->add_rule (layout->self, &rule);
}

static void
begin_table (Layout             *layout,
             DdOfficeTablePlace  place,
             guint               annex,
             const guint        *widths,
             guint               n_columns)
{
  layout->table = (DdOfficeTable) { place, annex, widths, n_columns };
  if (layout->medium->begin_table != NULL)
    layout->medium->begin_table (layout->self, &layout->table);
}

static void
end_table (Layout *layout)
{
  if (layout->medium->end_table != NULL)
    layout->medium->end_table (layout->self);
}

static void
begin_row (Layout   *layout,
           gboolean  is_heading)
{
  layout->column = 0;
  if (layout->medium->begin_row != NULL)
    layout->medium->begin_row (layout->self, is_heading);
}

static void
end_row (Layout   *layout,
         gboolean  is_heading)
{
  if (layout->medium->end_row != NULL)
    layout->medium->end_row (layout->self, is_heading);
}

static void
begin_cell (Layout *layout)
{
  if (layout->medium->begin_cell != NULL)
    layout->medium->begin_cell (layout->self, &layout->table, layout->column);
  layout->column++;
}

static void
end_cell (Layout *layout)
{
  if (layout->medium->end_cell != NULL)
    layout->medium->end_cell (layout->self);
}

/* --- the parts ------------------------------------------------------------ */

static void
write_letterhead (Layout *layout)
{
  const DdOfficeDocument *document = layout->document;
  g_autofree char *superior = dd_office_document_get_superior (document);
  g_autofree char *agency = dd_office_document_get_agency (document);
  g_autofree char *number = dd_office_document_get_number (document);
  g_autofree char *place_day = dd_office_document_get_place_day (document);

  begin_table (layout, DD_OFFICE_TABLE_LETTERHEAD, 0, letterhead_widths,
               G_N_ELEMENTS (letterhead_widths));
  begin_row (layout, FALSE);
  begin_cell (layout);
  if (*superior != '\0')
    add_paragraph (layout, DD_OFFICE_PART_SUPERIOR, superior);
  add_paragraph (layout, DD_OFFICE_PART_AGENCY, agency);
  add_rule (layout, DD_OFFICE_RULE_AGENCY,
            dd_office_rule_width (agency, DD_OFFICE_PART_AGENCY, letterhead_widths[0]),
            letterhead_widths[0], 0);
  end_cell (layout);
  begin_cell (layout);
  add_paragraph (layout, DD_OFFICE_PART_NATION, DD_OFFICE_NATION);
  add_paragraph (layout, DD_OFFICE_PART_MOTTO, DD_OFFICE_MOTTO);
  add_rule (layout, DD_OFFICE_RULE_MOTTO, MOTTO_WIDTH, letterhead_widths[1], 0);
  end_cell (layout);
  end_row (layout, FALSE);

  begin_row (layout, FALSE);
  begin_cell (layout);
  add_paragraph (layout, DD_OFFICE_PART_NUMBER, number);
  if (document->type == NULL && document->subject != NULL)
    {
      g_autofree char *subject = g_strconcat ("V/v ", document->subject, NULL);

      add_paragraph (layout, DD_OFFICE_PART_LETTER_SUBJECT, subject);
    }
  end_cell (layout);
  begin_cell (layout);
  add_paragraph (layout, DD_OFFICE_PART_PLACE_DAY, place_day);
  end_cell (layout);
  end_row (layout, FALSE);
  end_table (layout);
}

static void
write_title (Layout *layout)
{
  const DdOfficeDocument *document = layout->document;
  const char *subject = document->subject != NULL ? document->subject : "";
  g_autofree char *type = dd_office_document_get_type (document);

  if (type == NULL)
    return;
  add_paragraph (layout, DD_OFFICE_PART_TYPE, type);
  add_paragraph (layout, DD_OFFICE_PART_SUBJECT, subject);
  add_rule (layout, DD_OFFICE_RULE_SUBJECT,
            dd_office_rule_width (subject, DD_OFFICE_PART_SUBJECT, DD_OFFICE_TEXT_WIDTH / 2),
            DD_OFFICE_TEXT_WIDTH, 240);
}

static void
write_addressees (Layout *layout)
{
  const DdOfficeDocument *document = layout->document;
  const guint n = document->addressees->len;

  if (n == 0)
    return;
  if (n == 1)
    {
      g_autofree char *name = dd_office_document_get_addressee (document, 0);
      g_autofree char *line = g_strconcat ("Kính gửi: ", name, NULL);

      add_paragraph (layout, DD_OFFICE_PART_ADDRESSEE, line);
      return;
    }

  add_paragraph (layout, DD_OFFICE_PART_ADDRESSEES_TITLE, "Kính gửi:");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = dd_office_document_get_addressee (document, i);

      add_paragraph (layout, DD_OFFICE_PART_ADDRESSEE_LINE, line);
    }
  add_paragraph (layout, DD_OFFICE_PART_GAP, "");
}

static void
write_body (Layout *layout)
{
  for (guint i = 0; i < layout->document->paragraphs->len; i++)
    {
      g_autofree char *text = dd_office_document_get_paragraph (layout->document, i);

      add_paragraph (layout, dd_office_part_of_paragraph (layout->document, i), text);
    }
}

static void
write_signature (Layout *layout)
{
  const DdOfficeDocument *document = layout->document;
  g_auto (GStrv) signing = dd_office_document_get_signing (document);

  begin_table (layout, DD_OFFICE_TABLE_SIGNATURE, 0, signature_widths,
               G_N_ELEMENTS (signature_widths));
  begin_row (layout, FALSE);
  begin_cell (layout);
  /* A cell without a paragraph is none. */
  add_paragraph (layout, DD_OFFICE_PART_RECIPIENTS_TITLE,
                 document->recipients->len > 0 ? "Nơi nhận:" : "");
  for (guint i = 0; i < document->recipients->len; i++)
    {
      g_autofree char *line = dd_office_document_get_recipient (document, i);

      add_paragraph (layout, DD_OFFICE_PART_RECIPIENT, line);
    }
  end_cell (layout);
  begin_cell (layout);
  for (guint i = 0; signing[i] != NULL; i++)
    add_paragraph (layout, DD_OFFICE_PART_AUTHORITY, signing[i]);
  add_paragraph (layout, DD_OFFICE_PART_SIGNER,
                 document->signer != NULL ? document->signer : "");
  end_cell (layout);
  end_row (layout, FALSE);
  end_table (layout);
}

static void
write_annex_row (Layout       *layout,
                 char * const *cells,
                 gboolean      is_heading)
{
  const DdOfficePart part = is_heading ? DD_OFFICE_PART_CELL_HEADING : DD_OFFICE_PART_CELL;

  begin_row (layout, is_heading);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (*cells[i] != '\0' ? cells[i] : " ", "\n", -1);

      begin_cell (layout);
      for (guint j = 0; lines[j] != NULL; j++)
        add_paragraph (layout, part, lines[j]);
      end_cell (layout);
    }
  end_row (layout, is_heading);
}

static void
write_annex (Layout              *layout,
             const DdOfficeAnnex *annex,
             guint                number)
{
  g_autofree char *title = g_utf8_strup (annex->title, -1);
  g_autofree guint *widths = dd_office_annex_get_widths (annex);

  add_paragraph (layout, DD_OFFICE_PART_ANNEX_TITLE, title);
  if (annex->subtitle != NULL)
    add_paragraph (layout, DD_OFFICE_PART_ANNEX_SUBTITLE, annex->subtitle);
  begin_table (layout, DD_OFFICE_TABLE_ANNEX, number, widths, g_strv_length (annex->headings));
  write_annex_row (layout, annex->headings, TRUE);
  for (guint i = 0; i < annex->rows->len; i++)
    write_annex_row (layout, annex->rows->pdata[i], FALSE);
  end_table (layout);
}

/**
 * dd_office_layout_write:
 * @self: what the functions of @medium get
 *
 * Gives a document to a medium, part by part, as they follow each other on the page.
 */
void
dd_office_layout_write (const DdOfficeDocument *document,
                        const DdOfficeMedium   *medium,
                        gpointer                self)
{
  Layout layout = { .document = document, .medium = medium, .self = self };

  write_letterhead (&layout);
  write_title (&layout);
  write_addressees (&layout);
  write_body (&layout);
  write_signature (&layout);
  for (guint i = 0; i < document->annexes->len; i++)
    write_annex (&layout, document->annexes->pdata[i], i + 1);
  /* Word wants a paragraph behind a table. */
  add_paragraph (&layout, DD_OFFICE_PART_GAP, "");
}
