/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as spreadsheets, word processors and pages copy them. */
#define G_LOG_DOMAIN "dd-table-html"

#include "config.h"

#include "dd-table-text.h"

#include "dd-exchange-error.h"
#include "dd-html-parser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a cell from above has to say in the rows below it. */
typedef struct
{
  char  *text;
  guint  n_rows;
} Span;

typedef struct
{
  GPtrArray *rows;
  GPtrArray *row;               /* the last one */
  Span       spans[DD_TABLE_TEXT_MAX_COLUMNS];
  gsize      size;              /* of all cells */
} Rows;

static gboolean
is_element (const xmlNode *node,
            const char    *name)
{
  return node->type == XML_ELEMENT_NODE &&
         g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static gboolean
is_cell (const xmlNode *node)
{
  return is_element (node, "td") || is_element (node, "th");
}

/* The node behind @node in the order of the text, without what is in it; %NULL at the end of
 * @root. Trees are walked without recursion: a page may be as deep as it likes. */
static xmlNode *
skip (xmlNode       *node,
      const xmlNode *root)
{
  while (node != root && node->next == NULL)
    node = node->parent;

  return node == root ? NULL : node->next;
}

static xmlNode *
step (xmlNode       *node,
      const xmlNode *root)
{
  return node->children != NULL && node->type == XML_ELEMENT_NODE ? node->children
                                                                  : skip (node, root);
}

/* --- the text of a cell --------------------------------------------------- */

static gboolean
begins_line (const xmlNode *node)
{
  static const char * const names[] = { "br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_element (node, names[i]))
      return TRUE;

  return FALSE;
}

/* White space in HTML is one space, and the lines of the source are none. */
static void
append_words (GString    *text,
              const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (text, c);
      else if (text->len > 0 && text->str[text->len - 1] != ' ' &&
               text->str[text->len - 1] != '\n')
        g_string_append_c (text, ' ');
    }
}

static char *
get_text (xmlNode *cell)
{
  g_autoptr (GString) text = g_string_new (NULL);
  xmlNode *node = step (cell, cell);

  while (node != NULL)
    {
      if (is_element (node, "style") || is_element (node, "script"))
        {
          node = skip (node, cell);
          continue;
        }
      if (begins_line (node) && text->len > 0 && text->str[text->len - 1] != '\n')
        g_string_append_c (text, '\n');
      if (node->type == XML_TEXT_NODE && node->content != NULL &&
          g_utf8_validate ((const char *) node->content, -1, NULL))
        append_words (text, (const char *) node->content);
      node = step (node, cell);
    }

  return g_strstrip (g_strdup (text->str));
}

/* --- rows ----------------------------------------------------------------- */

static guint
get_number (xmlNode    *cell,
            const char *name,
            guint       limit)
{
  xmlChar *value = xmlGetProp (cell, (const xmlChar *) name);
  const guint64 number = value != NULL ? g_ascii_strtoull ((const char *) value, NULL, 10) : 1;

  xmlFree (value);

  return (guint) CLAMP (number, 1, limit);
}

/* A cell that is merged over many rows could make a little text fill all memory. */
static void
add_text (Rows       *self,
          const char *text)
{
  self->size += strlen (text);
  if (self->size <= DD_TABLE_TEXT_MAX_SIZE)
    g_ptr_array_add (self->row, g_strdup (text));
}

/* A merged cell says the same in each of its rows. */
static void
fill_from_above (Rows *self)
{
  while (self->row->len < DD_TABLE_TEXT_MAX_COLUMNS && self->size <= DD_TABLE_TEXT_MAX_SIZE &&
         self->spans[self->row->len].n_rows > 0)
    {
      Span *span = &self->spans[self->row->len];

      span->n_rows--;
      add_text (self, span->text);
    }
}

static void
begin_row (Rows *self)
{
  if (self->row != NULL)
    fill_from_above (self);
  self->row = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->rows, self->row);
}

/* A cell over several columns speaks in the first of them. */
static void
add_cell (Rows    *self,
          xmlNode *cell)
{
  const guint n_columns = get_number (cell, "colspan", DD_TABLE_TEXT_MAX_COLUMNS);
  const guint n_rows = get_number (cell, "rowspan", DD_TABLE_TEXT_MAX_ROWS);
  g_autofree char *text = get_text (cell);

  fill_from_above (self);
  for (guint i = 0; i < n_columns; i++)
    {
      const char *said = i == 0 ? text : "";

      if (n_rows > 1 && self->row->len < DD_TABLE_TEXT_MAX_COLUMNS)
        {
          Span *span = &self->spans[self->row->len];

          g_free (span->text);
          span->text = g_strdup (said);
          span->n_rows = n_rows - 1;
        }
      add_text (self, said);
    }
}

/* (transfer full) (nullable): NULL if they say too much */
static GPtrArray *
read_rows (xmlNode *table)
{
  Rows rows = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref) };
  xmlNode *node = step (table, table);

  while (node != NULL && rows.rows->len <= DD_TABLE_TEXT_MAX_ROWS &&
         rows.size <= DD_TABLE_TEXT_MAX_SIZE)
    {
      if (is_element (node, "tr"))
        {
          begin_row (&rows);
        }
      else if (is_cell (node) && rows.row != NULL)
        {
          if (rows.row->len <= DD_TABLE_TEXT_MAX_COLUMNS)
            add_cell (&rows, node);
          /* A table in a cell is part of its words. */
          node = skip (node, table);
          continue;
        }
      node = step (node, table);
    }
  if (rows.row != NULL)
    fill_from_above (&rows);
  for (guint i = 0; i < G_N_ELEMENTS (rows.spans); i++)
    g_free (rows.spans[i].text);
  if (rows.size > DD_TABLE_TEXT_MAX_SIZE)
    g_clear_pointer (&rows.rows, g_ptr_array_unref);

  return rows.rows;
}

static void
fail_too_large (GError **error)
{
  g_set_error_literal (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE,
                       _("The text is too large to be a table of tasks. Take it in parts."));
}

static guint
count_cells (xmlNode *table)
{
  guint n = 0;

  for (xmlNode *node = step (table, table); node != NULL; node = step (node, table))
    n += is_cell (node);

  return n;
}

/* The one with the most cells: pages lay themselves out by others, which are around it. */
static xmlNode *
find_table (xmlNode *root)
{
  xmlNode *found = NULL;
  guint most = 1;
  xmlNode *node = root;

  while (node != NULL)
    {
      if (is_element (node, "table"))
        {
          const guint n = count_cells (node);

          if (n > most)
            {
              most = n;
              found = node;
            }
          node = skip (node, root);
          continue;
        }
      node = step (node, root);
    }

  return found;
}

/**
 * dd_table_text_parse_html:
 * @html: what the clipboard has as text/html; @size bytes
 *
 * Returns: (transfer full) (nullable): its largest table; %NULL with a #DdExchangeError
 */
DdTableText *
dd_table_text_parse_html (const char  *html,
                          gsize        size,
                          GError     **error)
{
  htmlParserCtxtPtr parser;
  xmlNode *root = NULL, *table;
  GPtrArray *rows;
  DdTableText *text = NULL;

  if (size > DD_TABLE_TEXT_MAX_SIZE)
    {
      fail_too_large (error);
      return NULL;
    }

  parser = dd_html_parser_new (NULL, NULL);
  dd_html_parser_feed (parser, html, size, NULL);
  if (parser->myDoc != NULL)
    root = xmlDocGetRootElement (parser->myDoc);
  table = root != NULL ? find_table (root) : NULL;
  if (table == NULL)
    g_set_error_literal (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_NO_TEXT,
                         _("There is no table in it."));
  else if ((rows = read_rows (table)) == NULL)
    fail_too_large (error);
  else
    text = dd_table_text_new (rows, error);
  dd_html_parser_free (parser);

  return text;
}
