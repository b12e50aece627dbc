/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-html-reader"

#include "config.h"

#include "dd-html-reader.h"

#include "dd-exchange-error.h"
#include "dd-html-charset.h"
#include "dd-html-list.h"
#include "dd-table-lines.h"
#include "dd-text-reader.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

/* Nobody writes elements into one another as deep as this. */
#define DEPTH_MAX 1000

/* The parser is fed by pieces of so many bytes, and may be stopped between them. */
#define CHUNK_SIZE 65536

/* A form of so many bytes of text is no form: some sites put the whole page into one. */
#define FORM_MAX 300

/* What an element is to the text. */
typedef enum
{
  ROLE_INLINE,
  ROLE_BLOCK,                   /* begins and ends a line */
  ROLE_BREAK,
  ROLE_SKIPPED,                 /* with all that is in it */
  ROLE_FORM,
  ROLE_LIST,
  ROLE_ITEM,
  ROLE_TABLE,
  ROLE_ROW,
  ROLE_CELL,
  ROLE_VERBATIM,
} Role;

static const struct
{
  const char *name;
  Role        role;
} elements[] = {
  { "address", ROLE_BLOCK }, { "article", ROLE_BLOCK }, { "aside", ROLE_SKIPPED },
  { "audio", ROLE_SKIPPED }, { "blockquote", ROLE_BLOCK }, { "body", ROLE_BLOCK },
  { "br", ROLE_BREAK }, { "button", ROLE_SKIPPED }, { "canvas", ROLE_SKIPPED },
  { "caption", ROLE_BLOCK }, { "center", ROLE_BLOCK }, { "dd", ROLE_BLOCK },
  { "dir", ROLE_LIST }, { "div", ROLE_BLOCK }, { "dl", ROLE_BLOCK }, { "dt", ROLE_BLOCK },
  { "fieldset", ROLE_BLOCK }, { "figcaption", ROLE_BLOCK }, { "figure", ROLE_BLOCK },
  { "footer", ROLE_SKIPPED }, { "form", ROLE_FORM }, { "h1", ROLE_BLOCK }, { "h2", ROLE_BLOCK },
  { "h3", ROLE_BLOCK }, { "h4", ROLE_BLOCK }, { "h5", ROLE_BLOCK }, { "h6", ROLE_BLOCK },
  { "head", ROLE_SKIPPED }, { "header", ROLE_BLOCK }, { "hr", ROLE_BREAK },
  { "iframe", ROLE_SKIPPED }, { "li", ROLE_ITEM }, { "main", ROLE_BLOCK }, { "menu", ROLE_LIST },
  { "nav", ROLE_SKIPPED }, { "noscript", ROLE_SKIPPED }, { "object", ROLE_SKIPPED },
  { "ol", ROLE_LIST }, { "p", ROLE_BLOCK }, { "pre", ROLE_VERBATIM }, { "script", ROLE_SKIPPED },
  { "section", ROLE_BLOCK }, { "select", ROLE_SKIPPED }, { "style", ROLE_SKIPPED },
  { "svg", ROLE_SKIPPED }, { "table", ROLE_TABLE }, { "td", ROLE_CELL },
  { "template", ROLE_SKIPPED }, { "textarea", ROLE_SKIPPED }, { "th", ROLE_CELL },
  { "title", ROLE_SKIPPED }, { "tr", ROLE_ROW }, { "ul", ROLE_LIST }, { "video", ROLE_SKIPPED },
};

/* An element that is open. */
typedef struct
{
  Role          role;
  gboolean      skipped;
  gboolean      verbatim;
  gboolean      mark;           /* what Word shows in front of an item of a list */
  gboolean      centred;
  DdOldEncoding encoding;
  gsize         start;          /* of its text, of a form */
} Open;

/* A list that is open. */
typedef struct
{
  DdHtmlListStyle  style;
  int              number;      /* of the next item */
  GArray          *places;      /* of gsize: of items that are counted from behind; or NULL */
} List;

/* A table that is open. */
typedef struct
{
  DdTableLines *lines;
  GString      *outside;        /* the text around it, while @reader has that of a cell */
  GString      *around;         /* the text that the table stands in */
  guint         n_columns;      /* of the cell */
  guint         n_rows;
} Table;

typedef struct
{
  xmlParserCtxt *parser;
  GString       *text;
  GArray        *open;          /* of Open */
  GArray        *lists;         /* of List */
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

static List *
get_list (Reader *self)
{
  return self->lists->len > 0 ? &g_array_index (self->lists, List, self->lists->len - 1) : NULL;
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
  List *list = get_list (self);
  g_autofree char *mark = g_steal_pointer (&self->item_mark);

  if (mark == NULL)
    return;
  end_line (self);
  if (strcmp (mark, "- ") == 0 && (*word == '-' || *word == '+' || g_str_has_prefix (word, "–") ||
                                   g_str_has_prefix (word, "•")))
    return;
  if (self->from_behind && list != NULL && list->places != NULL)
    g_array_append_val (list->places, self->text->len);
  else
    g_string_append (self->text, mark);
}

/* Titles stand in the middle: whoever only sees the text needs an empty line behind them. */
static void
begin_line (Reader *self)
{
  const Open *open = get_open (self);
  const gboolean centred = open != NULL && open->centred;
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
  const Open *open = get_open (self);
  g_autofree char *text = NULL;

  if (open != NULL && open->skipped)
    return;

  text = g_strndup ((const char *) bytes, (gsize) length);
  if (open != NULL && open->encoding != DD_OLD_ENCODING_NONE)
    {
      char *converted = dd_old_encoding_convert (open->encoding, text);

      self->converted = open->encoding;
      g_free (text);
      text = converted;
    }

  if (open != NULL && open->mark)
    {
      if (self->mark == NULL)
        self->mark = g_string_new (NULL);
      g_string_append (self->mark, text);
    }
  else if (open != NULL && open->verbatim)
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

static Role
find_role (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_ascii_strcasecmp (name, elements[i].name) == 0)
      return elements[i].role;

  return ROLE_INLINE;
}

static const char *
get_attribute (const xmlChar **attributes,
               const char     *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (g_ascii_strcasecmp ((const char *) attributes[i], name) == 0)
      return attributes[i + 1] != NULL ? (const char *) attributes[i + 1] : "";

  return NULL;
}

static guint
get_count (const xmlChar **attributes,
           const char     *name)
{
  const char *value = get_attribute (attributes, name);

  return value != NULL ? (guint) CLAMP (g_ascii_strtoll (value, NULL, 10), 1, 1000) : 1;
}

static char *
get_css (const xmlChar **attributes)
{
  const char *css = get_attribute (attributes, "style");
  GString *plain = g_string_new (NULL);

  for (const char *p = css; css != NULL && *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (plain, g_ascii_tolower (*p));

  return g_string_free (plain, FALSE);
}

/* The first font of a list is the one that was meant. */
static DdOldEncoding
find_encoding (const xmlChar **attributes,
               DdOldEncoding   inherited)
{
  const char *font = get_attribute (attributes, "face");
  const char *css = get_attribute (attributes, "style");
  const char *family = css != NULL ? strstr (css, "font-family") : NULL;

  if (family != NULL && strchr (family, ':') != NULL)
    font = strchr (family, ':') + 1;

  return font != NULL ? dd_old_encoding_of_font (font) : inherited;
}

static gboolean
is_hidden (const xmlChar **attributes,
           const char     *css)
{
  return get_attribute (attributes, "hidden") != NULL || strstr (css, "display:none") != NULL ||
         strstr (css, "mso-hide:all") != NULL;
}

static gboolean
is_centred (const char     *name,
            const xmlChar **attributes,
            const char     *css,
            gboolean        inherited)
{
  const char *align = get_attribute (attributes, "align");

  if (strstr (css, "text-align:") != NULL)
    return strstr (css, "text-align:center") != NULL;
  if (align != NULL)
    return g_ascii_strcasecmp (align, "center") == 0;

  return inherited || g_ascii_strcasecmp (name, "center") == 0;
}

/* The number of a footnote in a sentence is no word of it. */
static gboolean
is_note_mark (const char     *name,
              const xmlChar **attributes)
{
  const char *target = get_attribute (attributes, "href");

  if (g_ascii_strcasecmp (name, "a") != 0 || target == NULL)
    return FALSE;

  return (g_str_has_prefix (target, "#_ftn") && !g_str_has_prefix (target, "#_ftnref")) ||
         (g_str_has_prefix (target, "#sdfootnote") && g_str_has_suffix (target, "sym"));
}

static void
begin_list (Reader         *self,
            const char     *name,
            const xmlChar **attributes,
            const char     *css)
{
  const gboolean ordered = g_ascii_strcasecmp (name, "ol") == 0;
  const char *start = get_attribute (attributes, "start");
  List list = { 0 };

  list.style = dd_html_list_find_style (get_attribute (attributes, "type"), css,
                                        ordered ? DD_HTML_LIST_NUMBER : DD_HTML_LIST_BULLET);
  list.number = start != NULL ? (int) CLAMP (g_ascii_strtoll (start, NULL, 10), -9999, 9999) : 1;
  if (get_attribute (attributes, "reversed") != NULL)
    list.places = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (list.places != NULL && start == NULL)
    list.number = 0;
  g_array_append_val (self->lists, list);
}

static void
begin_item (Reader         *self,
            const xmlChar **attributes)
{
  List *list = get_list (self);
  const char *value = get_attribute (attributes, "value");

  g_clear_pointer (&self->item_mark, g_free);
  if (list == NULL)
    {
      self->item_mark = g_strdup ("- ");
      self->from_behind = FALSE;
      return;
    }

  if (value != NULL)
    list->number = (int) CLAMP (g_ascii_strtoll (value, NULL, 10), -9999, 9999);
  self->from_behind = list->places != NULL && list->number == 0;
  self->item_mark = dd_html_list_get_mark (list->style, list->number);
  if (list->places == NULL)
    list->number++;
  else if (list->number != 0)
    list->number--;
}

/* Now it is known how many items there are. */
static void
end_list (Reader *self)
{
  List *list = get_list (self);

  if (list == NULL)
    return;
  for (guint i = list->places != NULL ? list->places->len : 0; i > 0; i--)
    {
      const gsize place = g_array_index (list->places, gsize, i - 1);
      g_autofree char *mark = dd_html_list_get_mark (list->style,
                                                     (int) (list->places->len - i + 1));

      if (place <= self->text->len)
        g_string_insert (self->text, (gssize) place, mark);
    }
  g_clear_pointer (&list->places, g_array_unref);
  g_array_set_size (self->lists, self->lists->len - 1);
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
  self->text = g_steal_pointer (&table->outside);
  dd_table_lines_add_cell (table->lines, cell->str, table->n_columns, table->n_rows);
  g_string_free (cell, TRUE);
  self->space = FALSE;
}

static void
begin_cell (Reader         *self,
            const xmlChar **attributes)
{
  Table *table = get_table (self);

  if (table == NULL)
    return;
  end_cell (self);
  table->outside = self->text;
  table->n_columns = get_count (attributes, "colspan");
  table->n_rows = get_count (attributes, "rowspan");
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
                  const xmlChar  *element,
                  const xmlChar **attributes)
{
  Reader *self = user_data;
  const char *name = (const char *) element;
  const Open *around = get_open (self);
  g_autofree char *css = get_css (attributes);
  Open open = { .role = find_role (name) };

  if (self->open->len >= DEPTH_MAX)
    {
      self->too_deep = TRUE;
      xmlStopParser (self->parser);
      return;
    }

  open.skipped = (around != NULL && around->skipped) || open.role == ROLE_SKIPPED ||
                 is_hidden (attributes, css) || is_note_mark (name, attributes);
  open.verbatim = (around != NULL && around->verbatim) || open.role == ROLE_VERBATIM;
  open.mark = (around != NULL && around->mark) || strstr (css, "mso-list:ignore") != NULL;
  open.encoding = find_encoding (attributes, around != NULL ? around->encoding
                                                            : DD_OLD_ENCODING_NONE);
  open.centred = is_centred (name, attributes, css, around != NULL && around->centred);
  open.start = self->text->len;
  if (open.skipped)
    open.role = ROLE_SKIPPED;
  g_array_append_val (self->open, open);

  switch (open.role)
    {
    case ROLE_BREAK:
      if (self->item_mark == NULL)
        {
          g_string_append_c (self->text, '\n');
          self->space = FALSE;
        }
      break;
    case ROLE_BLOCK:
    case ROLE_VERBATIM:
    case ROLE_FORM:
      end_line (self);
      break;
    case ROLE_LIST:
      end_line (self);
      begin_list (self, name, attributes, css);
      break;
    case ROLE_ITEM:
      end_line (self);
      begin_item (self, attributes);
      break;
    case ROLE_TABLE:
      end_line (self);
      begin_table (self);
      break;
    case ROLE_ROW:
      if (get_table (self) != NULL)
        dd_table_lines_begin_row (get_table (self)->lines);
      break;
    case ROLE_CELL:
      begin_cell (self, attributes);
      break;
    case ROLE_INLINE:
    case ROLE_SKIPPED:
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

  if (open.mark && self->mark != NULL && (get_open (self) == NULL || !get_open (self)->mark))
    append_word_mark (self);

  switch (open.role)
    {
    case ROLE_BLOCK:
    case ROLE_VERBATIM:
      end_line (self);
      break;
    case ROLE_FORM:
      end_line (self);
      if (open.start <= self->text->len && self->text->len - open.start < FORM_MAX)
        g_string_truncate (self->text, open.start);
      break;
    case ROLE_LIST:
      end_line (self);
      g_clear_pointer (&self->item_mark, g_free);
      end_list (self);
      break;
    case ROLE_ITEM:
      g_clear_pointer (&self->item_mark, g_free);
      end_line (self);
      break;
    case ROLE_TABLE:
      end_table (self);
      break;
    case ROLE_CELL:
      end_cell (self);
      break;
    case ROLE_ROW:
      end_cell (self);
      break;
    case ROLE_BREAK:
    case ROLE_INLINE:
    case ROLE_SKIPPED:
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
          const gsize length = strcspn (page + i, ">\n");

          if (page[i + length] == '>')
            {
              i += length;
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
  g_array_unref (self->lists);
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
  gsize done = 0;

  handler.startElement = begin_element_cb;
  handler.endElement = end_element_cb;
  handler.characters = characters_cb;
  handler.ignorableWhitespace = characters_cb;
  self->parser = htmlCreatePushParserCtxt (&handler, self, NULL, 0, NULL,
                                           XML_CHAR_ENCODING_UTF8);
  if (self->parser == NULL)
    g_error ("No memory for a parser");
  htmlCtxtUseOptions (self->parser, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                    HTML_PARSE_IGNORE_ENC | HTML_PARSE_RECOVER);

  while (done < size && !self->too_deep && !self->too_long &&
         !g_cancellable_is_cancelled (cancellable))
    {
      const gsize length = MIN (size - done, CHUNK_SIZE);

      htmlParseChunk (self->parser, page + done, (int) length, 0);
      done += length;
    }
  if (!self->too_deep && !self->too_long && !g_cancellable_is_cancelled (cancellable))
    htmlParseChunk (self->parser, NULL, 0, 1);
  if (self->parser->myDoc != NULL)
    xmlFreeDoc (self->parser->myDoc);
  htmlFreeParserCtxt (self->parser);

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
  self.lists = g_array_new (FALSE, FALSE, sizeof (List));
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
