/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-odt-body"

#include "dd-odt-body.h"

#include "dd-odt-names.h"
#include "dd-office-table.h"

#include <string.h>

/* Nobody sets so many spaces one by one. */
#define SPACES_MAX 256

#define NOTES_MAX 10000

typedef struct
{
  GPtrArray    *styles;         /* (element-type utf8): its own, and those of spans in it */
  int           outline_level;  /* of a heading; 0 for others */
  gboolean      space;          /* whether a space would be one too many */
  DdOfficeFont  font;
  gboolean      hidden;
  gboolean      ready;          /* whether @font and @hidden are known */
} Paragraph;

typedef struct
{
  char              *style;
  DdNumberingState  *state;     /* (unowned) */
  gboolean           counts;    /* whether the next paragraph is an item */
} List;

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
  DdOfficeText     *text;
  DdOdtStyles      *styles;

  GArray           *paragraphs;
  GArray           *lists;
  GArray           *bases;      /* (element-type guint): the lists around a cell or a text box */
  GArray           *tables;
  GPtrArray        *states;     /* (element-type DdNumberingState) */
  GHashTable       *states_by_id;
  GHashTable       *states_by_style;
  DdNumberingState  outline;
  guint             n_notes;

  guint             skipped;    /* the depth in an element that is passed over */
  guint             in_text;
  gboolean          has_text;
};

static void
clear_paragraph (gpointer data)
{
  g_ptr_array_unref (((Paragraph *) data)->styles);
}

static void
clear_list (gpointer data)
{
  g_free (((List *) data)->style);
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
  self->lists = g_array_new (FALSE, FALSE, sizeof (List));
  g_array_set_clear_func (self->lists, clear_list);
  self->bases = g_array_new (FALSE, FALSE, sizeof (guint));
  self->tables = g_array_new (FALSE, FALSE, sizeof (Table));
  self->states = g_ptr_array_new_with_free_func (g_free);
  self->states_by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->states_by_style = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
dd_odt_body_free (DdOdtBody *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->paragraphs);
  g_array_unref (self->lists);
  g_array_unref (self->bases);
  g_array_unref (self->tables);
  g_ptr_array_unref (self->states);
  g_hash_table_unref (self->states_by_id);
  g_hash_table_unref (self->states_by_style);
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

static guint
get_base (DdOdtBody *self)
{
  return self->bases->len > 0 ? g_array_index (self->bases, guint, self->bases->len - 1) : 0;
}

/* The innermost list of this cell or text box. */
static List *
get_list (DdOdtBody *self)
{
  return self->lists->len > get_base (self)
         ? &g_array_index (self->lists, List, self->lists->len - 1) : NULL;
}

static void
begin_inside (DdOdtBody *self)
{
  g_array_append_val (self->bases, self->lists->len);
}

static void
end_inside (DdOdtBody *self)
{
  g_array_set_size (self->bases, self->bases->len - 1);
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
      for (guint i = paragraph->styles->len; i > 1; i--)
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

static char *
count_item (DdOdtBody       *self,
            const Paragraph *paragraph)
{
  List *list = get_list (self);
  const DdNumberingLevel *levels;

  if (list == NULL)
    return paragraph->outline_level > 0
           ? dd_numbering_count (dd_odt_styles_get_outline (self->styles), &self->outline,
                                 (guint) paragraph->outline_level - 1)
           : NULL;

  levels = dd_odt_styles_get_list (self->styles, list->style);
  if (!list->counts || levels == NULL)
    return NULL;
  list->counts = FALSE;

  return dd_numbering_count (levels, list->state,
                             MIN (self->lists->len - get_base (self), DD_NUMBERING_LEVELS) - 1);
}

static void
end_paragraph (DdOdtBody *self)
{
  g_autofree char *label = count_item (self, get_paragraph (self));

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

/* A list counts on where another one stopped if it says so. */
static DdNumberingState *
find_state (DdOdtBody                *self,
            const char               *style,
            const DdOfficeAttributes *attributes)
{
  g_autofree char *continued = dd_office_attributes_get (attributes, "continue-list");
  char *id = dd_office_attributes_get (attributes, "id");
  DdNumberingState *state = NULL;

  if (continued != NULL)
    state = g_hash_table_lookup (self->states_by_id, continued);
  else if (style != NULL && dd_office_attributes_is (attributes, "continue-numbering", "true"))
    state = g_hash_table_lookup (self->states_by_style, style);
  if (state == NULL)
    {
      state = g_new0 (DdNumberingState, 1);
      g_ptr_array_add (self->states, state);
    }
  if (id != NULL)
    g_hash_table_insert (self->states_by_id, id, state);
  if (style != NULL)
    g_hash_table_insert (self->states_by_style, g_strdup (style), state);

  return state;
}

static void
begin_list (DdOdtBody                *self,
            const DdOfficeAttributes *attributes)
{
  List *around = get_list (self);
  List list = { dd_office_attributes_get (attributes, "style-name"), NULL, FALSE };

  if (around != NULL)
    {
      /* An item that begins with a list has no number of its own. */
      around->counts = FALSE;
      list.state = around->state;
      if (list.style == NULL)
        list.style = g_strdup (around->style);
    }
  else
    {
      list.state = find_state (self, list.style, attributes);
    }
  g_array_append_val (self->lists, list);
}

static void
begin_item (DdOdtBody                *self,
            const DdOfficeAttributes *attributes)
{
  List *list = get_list (self);
  const int start = dd_office_attributes_get_number (attributes, "start-value", -1);

  if (list == NULL)
    return;
  list->counts = TRUE;
  if (start >= 0)
    dd_numbering_restart (list->state, MIN (self->lists->len - get_base (self),
                                            DD_NUMBERING_LEVELS) - 1, start);
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
  begin_inside (self);
  dd_office_text_begin_cell (self->text);
}

static void
end_cell (DdOdtBody *self,
          Table     *table)
{
  dd_office_text_end_cell (self->text, table->n_repeated, FALSE);
  end_inside (self);
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
      begin_list (self, attributes);
      break;
    case DD_ODT_LIST_ITEM:
      begin_item (self, attributes);
      break;
    case DD_ODT_TABLE:
      begin_table (self);
      break;
    case DD_ODT_NOTE_BODY:
      begin_inside (self);
      dd_office_text_begin_note (self->text);
      self->n_notes++;
      break;
    case DD_ODT_TEXT_BOX:
      begin_inside (self);
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
      g_array_set_size (self->lists, self->lists->len - 1);
      break;
    case DD_ODT_TABLE:
      end_table (self);
      break;
    case DD_ODT_NOTE_BODY:
      dd_office_text_end_note (self->text, MIN (self->n_notes, NOTES_MAX));
      end_inside (self);
      break;
    case DD_ODT_TEXT_BOX:
      end_inside (self);
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
