/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-odt-body"

#include "dd-odt-body.h"

#include "dd-odt-lists.h"
#include "dd-odt-names.h"
#include "dd-office-table.h"

#include <string.h>

/* Nobody sets so many spaces one by one. */
#define SPACES_MAX 256

#define NOTES_MAX 10000

/* Words look as so many spans around them say; nobody puts more into one another. */
#define SPANS_MAX 16

typedef struct
{
  GPtrArray    *styles;         /* (element-type utf8): its own, and those of spans in it */
  guint         outline_level;  /* of a heading; 0 for others */
  gboolean      space;          /* whether a space would be one too many */
  DdOfficeFont  font;
  gboolean      hidden;
  gboolean      ready;          /* whether @font and @hidden are known */
} Paragraph;

typedef struct
{
  guint    rows_left[DD_OFFICE_TABLE_MAX_COLUMNS];      /* how far down a cell goes */
  gboolean ruled;
  guint    n_times;             /* that the row is there */
  guint    n_repeated;          /* that the cell is there */
  guint    n_header_rows;       /* the depth in elements of rows of the head */
} Table;

struct _DdOdtBody
{
  DdOfficeText *text;
  DdOdtStyles  *styles;

  DdOdtLists   *lists;
  GArray       *paragraphs;
  GArray       *tables;
  guint         n_notes;

  guint         skipped;        /* the depth in an element that is passed over */
  guint         in_text;
  gboolean      has_text;
};

static void
clear_paragraph (gpointer data)
{
  g_ptr_array_unref (((Paragraph *) data)->styles);
}

/**
 * dd_odt_body_new:
 * @text: (transfer none): where the text goes
 * @styles: (transfer none): where the styles go
 */
DdOdtBody *
dd_odt_body_new (DdOfficeText *text,
                 DdOdtStyles  *styles)
{
  DdOdtBody *self = g_new0 (DdOdtBody, 1);

  self->text = text;
  self->styles = styles;
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_array_set_clear_func (self->paragraphs, clear_paragraph);
  self->lists = dd_odt_lists_new (styles);
  self->tables = g_array_new (FALSE, FALSE, sizeof (Table));

  return self;
}

void
dd_odt_body_free (DdOdtBody *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->paragraphs);
  dd_odt_lists_free (self->lists);
  g_array_unref (self->tables);
  g_free (self);
}

/**
 * dd_odt_body_has_text:
 *
 * Returns: whether it was the text of a document that was read, and not a spreadsheet
 */
gboolean
dd_odt_body_has_text (DdOdtBody *self)
{
  return self->has_text;
}

static Paragraph *
get_paragraph (DdOdtBody *self)
{
  return self->paragraphs->len > 0
         ? &g_array_index (self->paragraphs, Paragraph, self->paragraphs->len - 1) : NULL;
}

static Table *
get_table (DdOdtBody *self)
{
  return self->tables->len > 0 ? &g_array_index (self->tables, Table, self->tables->len - 1) : NULL;
}

/* The look of words: what the spans around them say, from the inside, then the paragraph,
 * and what holds for all of them. */
static Paragraph *
get_visible (DdOdtBody *self)
{
  Paragraph *paragraph = get_paragraph (self);
  DdOdtLook look = { NULL, -1, -1 };

  if (paragraph == NULL)
    return NULL;

  if (!paragraph->ready)
    {
      const guint n = paragraph->styles->len;

      for (guint i = n; i > 1 && i + SPANS_MAX > n; i--)
        if (paragraph->styles->pdata[i - 1] != NULL)
          dd_odt_styles_add_look (self->styles, "text", paragraph->styles->pdata[i - 1], &look);
      dd_odt_styles_add_look (self->styles, "paragraph", paragraph->styles->pdata[0], &look);
      dd_odt_styles_add_look (self->styles, "paragraph", NULL, &look);
      paragraph->font = dd_odt_styles_get_font (self->styles, &look);
      paragraph->hidden = look.hidden == 1;
      paragraph->ready = TRUE;
    }

  return paragraph->hidden ? NULL : paragraph;
}

static void
begin_paragraph (DdOdtBody                *self,
                 guint                     element,
                 const DdOfficeAttributes *attributes)
{
  Paragraph paragraph = { .styles = g_ptr_array_new_with_free_func (g_free), .space = TRUE };

  g_ptr_array_add (paragraph.styles, dd_office_attributes_get (attributes, "style-name"));
  if (element == DD_ODT_HEADING && !dd_office_attributes_is (attributes, "is-list-header", "true"))
    paragraph.outline_level =
      CLAMP (dd_office_attributes_get_number (attributes, "outline-level", 1), 1,
             DD_NUMBERING_LEVELS);
  g_array_append_val (self->paragraphs, paragraph);
  dd_office_text_begin_paragraph (self->text);
}

static void
end_paragraph (DdOdtBody *self)
{
  g_autofree char *label = dd_odt_lists_count (self->lists, get_paragraph (self)->outline_level);

  dd_office_text_end_paragraph (self->text, label, FALSE);
  g_array_set_size (self->paragraphs, self->paragraphs->len - 1);
}

static void
begin_span (Paragraph                *paragraph,
            const DdOfficeAttributes *attributes)
{
  g_ptr_array_add (paragraph->styles, dd_office_attributes_get (attributes, "style-name"));
  paragraph->ready = FALSE;
}

static void
end_span (Paragraph *paragraph)
{
  if (paragraph->styles->len > 1)
    g_ptr_array_set_size (paragraph->styles, (int) paragraph->styles->len - 1);
  paragraph->ready = FALSE;
}

static void
begin_table (DdOdtBody *self)
{
  const Table table = { .ruled = FALSE };

  g_array_append_val (self->tables, table);
  dd_office_text_begin_table (self->text);
}

static void
end_table (DdOdtBody *self)
{
  dd_office_text_end_table (self->text, get_table (self)->ruled);
  g_array_set_size (self->tables, self->tables->len - 1);
}

static void
begin_row (DdOdtBody                *self,
           Table                    *table,
           const DdOfficeAttributes *attributes)
{
  table->n_times =
    (guint) MAX (dd_office_attributes_get_number (attributes, "number-rows-repeated", 1), 1);
  dd_office_text_begin_row (self->text);
}

static void
end_row (DdOdtBody *self,
         Table     *table)
{
  for (guint i = 0; i < DD_OFFICE_TABLE_MAX_COLUMNS; i++)
    table->rows_left[i] -= table->rows_left[i] > 0;
  dd_office_text_end_row (self->text, table->n_header_rows > 0, table->n_times);
}

static void
begin_cell (DdOdtBody                *self,
            Table                    *table,
            const DdOfficeAttributes *attributes)
{
  const guint column = dd_office_text_get_column (self->text);
  g_autofree char *style = dd_office_attributes_get (attributes, "style-name");

  table->ruled |= dd_odt_styles_is_ruled (self->styles, style);
  table->n_repeated =
    (guint) CLAMP (dd_office_attributes_get_number (attributes, "number-columns-repeated", 1), 1,
                   DD_OFFICE_TABLE_MAX_COLUMNS);
  if (column < DD_OFFICE_TABLE_MAX_COLUMNS)
    table->rows_left[column] =
      (guint) MAX (dd_office_attributes_get_number (attributes, "number-rows-spanned", 1), 1);
  dd_odt_lists_begin_inside (self->lists);
  dd_office_text_begin_cell (self->text);
}

static void
end_cell (DdOdtBody *self,
          Table     *table)
{
  dd_office_text_end_cell (self->text, table->n_repeated, FALSE);
  dd_odt_lists_end_inside (self->lists);
}

/* What a cell above or to the left reaches over. */
static void
add_covered_cells (DdOdtBody                *self,
                   Table                    *table,
                   const DdOfficeAttributes *attributes)
{
  const int n = CLAMP (dd_office_attributes_get_number (attributes, "number-columns-repeated", 1),
                       1, DD_OFFICE_TABLE_MAX_COLUMNS);

  for (int i = 0; i < n; i++)
    {
      const guint column = dd_office_text_get_column (self->text);

      dd_office_text_begin_cell (self->text);
      dd_office_text_end_cell (self->text, 1, column < DD_OFFICE_TABLE_MAX_COLUMNS &&
                                              table->rows_left[column] > 0);
    }
}

static void
append_spaces (DdOdtBody                *self,
               const DdOfficeAttributes *attributes)
{
  const int n = CLAMP (dd_office_attributes_get_number (attributes, "c", 1), 1, SPACES_MAX);
  g_autofree char *spaces = g_strnfill ((gsize) n, ' ');

  if (get_visible (self) != NULL)
    dd_office_text_append_sign (self->text, spaces);
}

static void
append_sign (DdOdtBody  *self,
             const char *sign)
{
  Paragraph *paragraph = get_visible (self);

  if (paragraph == NULL)
    return;
  dd_office_text_append_sign (self->text, sign);
  paragraph->space = TRUE;
}

static gboolean
is_passed_over (guint                     element,
                const DdOfficeAttributes *attributes)
{
  switch (element)
    {
    case DD_ODT_ANNOTATION:
    case DD_ODT_BINARY_DATA:
    case DD_ODT_DESCRIPTION:
    case DD_ODT_DRAWN_TITLE:
    case DD_ODT_FORMS:
    case DD_ODT_NOTE_CITATION:
    case DD_ODT_OBJECT:
    case DD_ODT_RUBY_TEXT:
    case DD_ODT_SCRIPT:
    case DD_ODT_TRACKED_CHANGES:
      return TRUE;
    case DD_ODT_HIDDEN_PARAGRAPH:
    case DD_ODT_HIDDEN_TEXT:
      return dd_office_attributes_is (attributes, "is-hidden", "true");
    case DD_ODT_SECTION:
      return dd_office_attributes_is (attributes, "display", "none");
    default:
      return FALSE;
    }
}

static void
start_in_table (DdOdtBody                *self,
                Table                    *table,
                guint                     element,
                const DdOfficeAttributes *attributes)
{
  switch (element)
    {
    case DD_ODT_HEADER_ROWS:
      table->n_header_rows++;
      break;
    case DD_ODT_ROW:
      begin_row (self, table, attributes);
      break;
    case DD_ODT_CELL:
      begin_cell (self, table, attributes);
      break;
    case DD_ODT_COVERED_CELL:
      add_covered_cells (self, table, attributes);
      self->skipped = 1;
      break;
    default:
      break;
    }
}

static void
start_cb (gpointer                  data,
          guint                     element,
          const DdOfficeAttributes *attributes)
{
  DdOdtBody *self = data;

  if (self->skipped > 0 || (self->in_text > 0 && is_passed_over (element, attributes)))
    {
      self->skipped++;
      return;
    }
  if (element == DD_ODT_TEXT)
    {
      self->in_text++;
      self->has_text = TRUE;
      return;
    }
  if (self->in_text == 0)
    {
      dd_odt_styles_start (self->styles, element, attributes);
      return;
    }

  switch (element)
    {
    case DD_ODT_PARAGRAPH:
    case DD_ODT_HEADING:
      begin_paragraph (self, element, attributes);
      break;
    case DD_ODT_SPAN:
      if (get_paragraph (self) != NULL)
        begin_span (get_paragraph (self), attributes);
      break;
    case DD_ODT_SPACES:
      append_spaces (self, attributes);
      break;
    case DD_ODT_TAB:
      append_sign (self, "\t");
      break;
    case DD_ODT_LINE_BREAK:
      append_sign (self, "\n");
      break;
    case DD_ODT_LIST:
      dd_odt_lists_begin (self->lists, attributes);
      break;
    case DD_ODT_LIST_ITEM:
      dd_odt_lists_begin_item (self->lists, attributes);
      break;
    case DD_ODT_TABLE:
      begin_table (self);
      break;
    case DD_ODT_NOTE_BODY:
      dd_odt_lists_begin_inside (self->lists);
      dd_office_text_begin_note (self->text);
      self->n_notes++;
      break;
    case DD_ODT_TEXT_BOX:
      dd_odt_lists_begin_inside (self->lists);
      break;
    default:
      if (get_table (self) != NULL)
        start_in_table (self, get_table (self), element, attributes);
      break;
    }
}

static void
end_in_table (DdOdtBody *self,
              Table     *table,
              guint      element)
{
  switch (element)
    {
    case DD_ODT_HEADER_ROWS:
      table->n_header_rows--;
      break;
    case DD_ODT_ROW:
      end_row (self, table);
      break;
    case DD_ODT_CELL:
      end_cell (self, table);
      break;
    default:
      break;
    }
}

static void
end_cb (gpointer data,
        guint    element)
{
  DdOdtBody *self = data;

  if (self->skipped > 0)
    {
      self->skipped--;
      return;
    }
  if (self->in_text == 0)
    {
      dd_odt_styles_end (self->styles, element);
      return;
    }

  switch (element)
    {
    case DD_ODT_TEXT:
      self->in_text--;
      break;
    case DD_ODT_PARAGRAPH:
    case DD_ODT_HEADING:
      end_paragraph (self);
      break;
    case DD_ODT_SPAN:
      if (get_paragraph (self) != NULL)
        end_span (get_paragraph (self));
      break;
    case DD_ODT_LIST:
      dd_odt_lists_end (self->lists);
      break;
    case DD_ODT_TABLE:
      end_table (self);
      break;
    case DD_ODT_NOTE_BODY:
      dd_office_text_end_note (self->text, MIN (self->n_notes, NOTES_MAX));
      dd_odt_lists_end_inside (self->lists);
      break;
    case DD_ODT_TEXT_BOX:
      dd_odt_lists_end_inside (self->lists);
      break;
    default:
      if (get_table (self) != NULL)
        end_in_table (self, get_table (self), element);
      break;
    }
}

/* White space is one space, wherever it stands and however much it is; spaces, tabulators and
 * line ends that are meant are elements. */
static void
text_cb (gpointer    data,
         const char *text,
         gsize       length)
{
  DdOdtBody *self = data;
  Paragraph *paragraph = self->skipped == 0 ? get_visible (self) : NULL;
  g_autoptr (GString) words = NULL;

  if (paragraph == NULL)
    return;

  words = g_string_sized_new (length);
  for (gsize i = 0; i < length; i++)
    {
      const gboolean space = strchr (" \t\r\n", text[i]) != NULL;

      if (!space || !paragraph->space)
        g_string_append_c (words, space ? ' ' : text[i]);
      paragraph->space = space;
    }
  dd_office_text_append (self->text, words->str, words->len, &paragraph->font);
}

const DdOfficeHandler dd_odt_body_handler = {
  dd_odt_namespaces, dd_odt_names, DD_ODT_N_NAMES, start_cb, end_cb, text_cb
};
