/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-html-reader"

#include "config.h"

#include "dd-html-reader.h"

#include "dd-exchange-error.h"
#include "dd-html-charset.h"
#include "dd-html-element.h"
#include "dd-html-list.h"
#include "dd-html-parser.h"
#include "dd-table-lines.h"
#include "dd-text-reader.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Nobody writes elements into one another as deep as this. */
#define DEPTH_MAX 1000

/* What Word writes as a condition is no longer than this. */
#define CONDITION_MAX 200

/* A form of so many bytes of text is no form: some sites put the whole page into one. */
#define FORM_MAX 300

/* A cell that is merged of more is none. */
#define SPAN_MAX 1000

/* An element that is open. */
typedef struct
{
  DdHtmlElement element;
  gsize         start;          /* of its text, of a form */
  guint         n_lists;        /* around it, of a list */
} Open;

/* A table that is open. */
typedef struct
{
  DdTableLines *lines;
  GString      *outside;        /* the text around it, while @reader has that of a cell */
  GString      *around;         /* the text that the table stands in */
  guint         n_columns;      /* of the cell */
  guint         n_rows;
  guint         n_lists;        /* around the cell */
} Table;

typedef struct
{
  xmlParserCtxt *parser;
  GString       *text;
  GArray        *open;          /* of Open */
  GPtrArray     *lists;         /* of DdHtmlList */
  GArray        *tables;        /* of Table */
  GString       *mark;          /* what Word shows in front of an item */
  char          *item_mark;     /* of an item that has no text yet */
  gboolean       from_behind;   /* the item's number is not known yet */
  gboolean       space;         /* comes before the next word */
  gboolean       centred;       /* the line before is a title */
  DdOldEncoding  converted;
  gsize          size;          /* of all text so far */
  gboolean       too_deep;
  gboolean       too_long;
} Reader;

/* --- text ----------------------------------------------------------------- */

static Open *
get_open (Reader *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, Open, self->open->len - 1) : NULL;
}

static const DdHtmlElement *
get_element (Reader *self)
{
  Open *open = get_open (self);

  return open != NULL ? &open->element : NULL;
}

/* How many lists are around the cell that is open: they have their marks in another text. */
static guint
count_lists_around (Reader *self)
{
  for (guint i = self->tables->len; i > 0; i--)
    {
      const Table *table = &g_array_index (self->tables, Table, i - 1);

      if (table->outside != NULL)
        return table->n_lists;
    }

  return 0;
}

static DdHtmlList *
get_list (Reader *self)
{
  return self->lists->len > count_lists_around (self)
         ? self->lists->pdata[self->lists->len - 1] : NULL;
}

static Table *
get_table (Reader *self)
{
  return self->tables->len > 0 ? &g_array_index (self->tables, Table, self->tables->len - 1) : NULL;
}

static void
end_line (Reader *self)
{
  self->space = FALSE;
  if (self->text->len > 0 && self->text->str[self->text->len - 1] != '\n')
    g_string_append_c (self->text, '\n');
}

/* The mark of an item comes with its first word: there may be elements between. A mark that
 * is written in the text as well is not needed twice. */
static void
append_mark (Reader     *self,
             const char *word)
{
  DdHtmlList *list = get_list (self);
  g_autofree char *mark = g_steal_pointer (&self->item_mark);

  if (mark == NULL)
    return;
  end_line (self);
  if (strcmp (mark, "- ") == 0 && (*word == '-' || *word == '+' || g_str_has_prefix (word, "–") ||
                                   g_str_has_prefix (word, "•")))
    return;
  if (self->from_behind && list != NULL && dd_html_list_keep_place (list, self->text->len))
    return;
  g_string_append (self->text, mark);
}

/* Titles stand in the middle: whoever only sees the text needs an empty line behind them. */
static void
begin_line (Reader *self)
{
  const DdHtmlElement *element = get_element (self);
  const gboolean centred = element != NULL && element->centred;
  const gsize length = self->text->len;

  if (length == 0 || self->text->str[length - 1] != '\n')
    return;
  if (self->centred && !centred && !(length > 1 && self->text->str[length - 2] == '\n'))
    g_string_append_c (self->text, '\n');
  self->centred = centred;
}

static void
append_word (Reader     *self,
             const char *word,
             gsize       length)
{
  begin_line (self);
  append_mark (self, word);
  if (self->space && self->text->len > 0 && self->text->str[self->text->len - 1] != '\n' &&
      self->text->str[self->text->len - 1] != ' ')
    g_string_append_c (self->text, ' ');
  self->space = FALSE;
  g_string_append_len (self->text, word, (gssize) length);
  self->size += length;
  if (self->size > DD_TEXT_READER_MAX_SIZE)
    {
      self->too_long = TRUE;
      xmlStopParser (self->parser);
    }
}

/* White space is one space, the kind that does not break too: writers push words about with it. */
static gsize
measure_space (const char *p)
{
  if (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r' || *p == '\f')
    return 1;

  return g_str_has_prefix (p, "\u00a0") ? strlen ("\u00a0") : 0;
}

static void
append_text (Reader     *self,
             const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      const gsize space = measure_space (p);
      const char *start = p;

      if (space > 0)
        {
          self->space = TRUE;
          p += space;
          continue;
        }
      while (*p != '\0' && measure_space (p) == 0)
        p++;
      append_word (self, start, (gsize) (p - start));
    }
}

/* Word shows the marks of its lists as text, those of bullets as letters of a symbol font. */
static void
append_word_mark (Reader *self)
{
  static const char * const bullets[] = { "·", "o", "§", "Ø", "ü", "v", "q", "•", "–", "-", "",
                                          NULL };
  g_autofree char *mark = g_string_free (g_steal_pointer (&self->mark), FALSE);

  for (char *p = mark; *p != '\0'; p++)
    if (g_str_has_prefix (p, "\u00a0"))
      p[0] = p[1] = ' ';
  g_strstrip (mark);
  if (g_strv_contains (bullets, mark))
    append_text (self, "- ");
  else
    append_text (self, mark);
  self->space = TRUE;
}

static void
characters_cb (void          *user_data,
               const xmlChar *bytes,
               int            length)
{
  Reader *self = user_data;
  const DdHtmlElement *element = get_element (self);
  g_autofree char *text = NULL;

  if (element != NULL && element->skipped)
    return;

  text = g_strndup ((const char *) bytes, (gsize) length);
  if (element != NULL && element->encoding != DD_OLD_ENCODING_NONE)
    {
      char *converted = dd_old_encoding_convert (element->encoding, text);

      self->converted = element->encoding;
      g_free (text);
      text = converted;
    }

  if (element != NULL && element->mark)
    {
      if (self->mark == NULL)
        self->mark = g_string_new (NULL);
      g_string_append (self->mark, text);
    }
  else if (element != NULL && element->verbatim)
    {
      append_mark (self, text);
      g_string_append (self->text, text);
      self->size += strlen (text);
    }
  else
    {
      append_text (self, text);
    }
}

/* --- elements ------------------------------------------------------------- */

static void
begin_item (Reader             *self,
            const char * const *attributes)
{
  DdHtmlList *list = get_list (self);

  g_clear_pointer (&self->item_mark, g_free);
  self->from_behind = FALSE;
  self->item_mark = list != NULL
                  ? dd_html_list_begin_item (list, attributes, &self->from_behind)
                  : g_strdup ("- ");
}

static void
end_list (Reader *self)
{
  DdHtmlList *list = get_list (self);

  if (list == NULL)
    return;
  dd_html_list_end (list, self->text);
  g_ptr_array_set_size (self->lists, (int) self->lists->len - 1);
}

static void
begin_table (Reader *self)
{
  Table table = { dd_table_lines_new (), NULL, self->text, 1, 1 };

  /* Words between the cells belong to none, and are shown before the table. */
  g_array_append_val (self->tables, table);
}

static void
end_cell (Reader *self)
{
  Table *table = get_table (self);
  GString *cell = self->text;

  if (table == NULL || table->outside == NULL)
    return;
  while (self->lists->len > table->n_lists)
    end_list (self);
  self->text = g_steal_pointer (&table->outside);
  dd_table_lines_add_cell (table->lines, cell->str, table->n_columns, table->n_rows);
  g_string_free (cell, TRUE);
  self->space = FALSE;
}

static void
begin_cell (Reader             *self,
            const char * const *attributes)
{
  Table *table = get_table (self);

  if (table == NULL)
    return;
  end_cell (self);
  table->outside = self->text;
  table->n_lists = self->lists->len;
  table->n_columns = (guint) dd_html_attributes_get_int (attributes, "colspan", 1, SPAN_MAX, 1);
  table->n_rows = (guint) dd_html_attributes_get_int (attributes, "rowspan", 1, SPAN_MAX, 1);
  self->centred = FALSE;
  self->text = g_string_new (NULL);
}

static void
end_table (Reader *self)
{
  Table *table = get_table (self);

  if (table == NULL)
    return;
  end_cell (self);
  end_line (self);
  dd_table_lines_append (table->lines, self->text);
  self->centred = FALSE;
  dd_table_lines_free (table->lines);
  g_array_set_size (self->tables, self->tables->len - 1);
}

static void
begin_element_cb (void           *user_data,
                  const xmlChar  *xml_name,
                  const xmlChar **xml_attributes)
{
  Reader *self = user_data;
  const char *name = (const char *) xml_name;
  const char * const *attributes = (const char * const *) xml_attributes;
  Open open;

  if (self->open->len >= DEPTH_MAX)
    {
      self->too_deep = TRUE;
      xmlStopParser (self->parser);
      return;
    }

  open.element = dd_html_element_begin (name, attributes, get_element (self));
  open.start = self->text->len;
  open.n_lists = self->lists->len;
  g_array_append_val (self->open, open);

  switch (open.element.role)
    {
    case DD_HTML_ROLE_BREAK:
      if (self->item_mark == NULL)
        {
          g_string_append_c (self->text, '\n');
          self->space = FALSE;
        }
      break;
    case DD_HTML_ROLE_BLOCK:
    case DD_HTML_ROLE_VERBATIM:
    case DD_HTML_ROLE_FORM:
      end_line (self);
      break;
    case DD_HTML_ROLE_LIST:
      end_line (self);
      g_ptr_array_add (self->lists, dd_html_list_new (name, attributes));
      break;
    case DD_HTML_ROLE_ITEM:
      end_line (self);
      begin_item (self, attributes);
      break;
    case DD_HTML_ROLE_TABLE:
      end_line (self);
      begin_table (self);
      break;
    case DD_HTML_ROLE_ROW:
      if (get_table (self) != NULL)
        dd_table_lines_begin_row (get_table (self)->lines);
      break;
    case DD_HTML_ROLE_CELL:
      begin_cell (self, attributes);
      break;
    case DD_HTML_ROLE_INLINE:
    case DD_HTML_ROLE_SKIPPED:
    default:
      break;
    }
}

static void
end_element_cb (void          *user_data,
                const xmlChar *element)
{
  Reader *self = user_data;
  Open open;

  if (self->open->len == 0)
    return;
  open = *get_open (self);
  g_array_set_size (self->open, self->open->len - 1);

  if (open.element.mark && self->mark != NULL &&
      (get_element (self) == NULL || !get_element (self)->mark))
    append_word_mark (self);

  switch (open.element.role)
    {
    case DD_HTML_ROLE_BLOCK:
    case DD_HTML_ROLE_VERBATIM:
      end_line (self);
      break;
    case DD_HTML_ROLE_FORM:
      end_line (self);
      if (open.start <= self->text->len && self->text->len - open.start < FORM_MAX)
        g_string_truncate (self->text, open.start);
      break;
    case DD_HTML_ROLE_LIST:
      end_line (self);
      g_clear_pointer (&self->item_mark, g_free);
      /* It has ended before if the cell has that it stands in. */
      if (self->lists->len > open.n_lists)
        end_list (self);
      break;
    case DD_HTML_ROLE_ITEM:
      g_clear_pointer (&self->item_mark, g_free);
      end_line (self);
      break;
    case DD_HTML_ROLE_TABLE:
      end_table (self);
      break;
    case DD_HTML_ROLE_CELL:
      end_cell (self);
      break;
    case DD_HTML_ROLE_ROW:
      end_cell (self);
      break;
    case DD_HTML_ROLE_BREAK:
    case DD_HTML_ROLE_INLINE:
    case DD_HTML_ROLE_SKIPPED:
    default:
      break;
    }
}

/* --- the reader ----------------------------------------------------------- */

/* Word writes conditions into its pages that only its own browser knew. */
static gsize
drop_conditions (char  *page,
                 gsize  size)
{
  gsize kept = 0;

  for (gsize i = 0; i < size; i++)
    {
      if (strncmp (page + i, "<![if ", 6) == 0 || strncmp (page + i, "<![endif]", 9) == 0)
        {
          const char *end = memchr (page + i, '>', MIN (CONDITION_MAX, size - i));

          if (end != NULL && memchr (page + i, '\n', (gsize) (end - page) - i) == NULL)
            {
              i = (gsize) (end - page);
              continue;
            }
        }
      page[kept++] = page[i];
    }
  page[kept] = '\0';

  return kept;
}

static void
clear (Reader *self)
{
  while (self->tables->len > 0)
    end_table (self);
  while (self->lists->len > 0)
    end_list (self);
  g_array_unref (self->tables);
  g_ptr_array_unref (self->lists);
  g_array_unref (self->open);
  if (self->mark != NULL)
    g_string_free (self->mark, TRUE);
  g_free (self->item_mark);
}

static gboolean
parse (Reader        *self,
       const char    *page,
       gsize          size,
       GCancellable  *cancellable,
       GError       **error)
{
  xmlSAXHandler handler = { 0 };

  handler.startElement = begin_element_cb;
  handler.endElement = end_element_cb;
  handler.characters = characters_cb;
  handler.ignorableWhitespace = characters_cb;
  self->parser = dd_html_parser_new (&handler, self);
  dd_html_parser_feed (self->parser, page, size, cancellable);
  dd_html_parser_free (self->parser);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * dd_html_reader_read:
 * @bytes: a page
 * @name: of the file
 * @converted: (out): the encoding that fonts of old encodings have
 *
 * Reads the text of a page as people see it: blocks are lines, lists have their marks, rows of
 * tables are lines with bars. Nothing is fetched from the network.
 *
 * Returns: (transfer full) (nullable): the text; or %NULL with #DdTextError, #DdExchangeError
 *   or %G_IO_ERROR_CANCELLED
 */
char *
dd_html_reader_read (GBytes         *bytes,
                     const char     *name,
                     GCancellable   *cancellable,
                     DdOldEncoding  *converted,
                     GError        **error)
{
  Reader self = { 0 };
  gsize size, page_size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *page = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean done;

  if (size > DD_TEXT_READER_MAX_SIZE)
    {
      dd_text_check (data, size, DD_TEXT_READER_MAX_SIZE, error);
      return NULL;
    }
  page = dd_html_charset_decode (data, size, &page_size);
  /* What is in no encoding is refused as any text is. */
  if (page == NULL || memchr (page, '\0', page_size) != NULL)
    {
      dd_text_check (page != NULL ? page : data, page != NULL ? page_size : size,
                     DD_TEXT_READER_MAX_SIZE, error);
      return NULL;
    }

  page_size = drop_conditions (page, page_size);
  self.text = text;
  self.open = g_array_new (FALSE, FALSE, sizeof (Open));
  self.lists = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_html_list_free);
  self.tables = g_array_new (FALSE, FALSE, sizeof (Table));
  done = parse (&self, page, page_size, cancellable, error);
  clear (&self);
  *converted = self.converted;
  if (!done)
    return NULL;

  if (self.too_deep)
    {
      g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_DAMAGED,
                   /* Translators: %s is the name of a file. */
                   _("“%s” is not a page that was written for people: its elements are nested "
                     "too deeply. Copy the text in the browser and paste it here."), name);
      return NULL;
    }
  if (self.too_long)
    {
      dd_text_check ("", DD_TEXT_READER_MAX_SIZE + 1, DD_TEXT_READER_MAX_SIZE, error);
      return NULL;
    }
  if (!dd_text_check (text->str, text->len, DD_TEXT_READER_MAX_SIZE, error))
    return NULL;

  return g_string_free (g_steal_pointer (&text), FALSE);
}
