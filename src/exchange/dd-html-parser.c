/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-html-parser"

#include "dd-html-parser.h"

/* The page is given by pieces of so many bytes, and reading may stop between them. */
#define CHUNK_SIZE 65536

/* libxml2 compares each attribute of an element with all before it, and elements that end
 * with all that are open: a page of some megabytes would take it hours. Names in so many bytes
 * are more than any page has of its own; further ones are passed over. */
#define NAMES_SIZE 4999

/* These are known before the page is read, whatever it is full of. */
static const char * const names[] = {
  "html", "head", "body", "title", "meta", "style", "script", "div", "p", "span", "br", "table",
  "thead", "tbody", "tr", "td", "th", "ul", "ol", "li", "b", "i", "u", "strong", "em", "font", "a",
  "h1", "h2", "h3", "h4", "center", "pre", "sup", "align", "class", "colspan", "face", "hidden",
  "href", "reversed", "rowspan", "start", "type", "value",
};

/**
 * dd_html_parser_new:
 * @handler: (nullable): what is told of each element; %NULL to have a tree made of them
 *
 * Returns: (transfer full): a parser of UTF-8 that takes any page as it is, and fetches nothing
 */
htmlParserCtxtPtr
dd_html_parser_new (htmlSAXHandlerPtr handler,
                    gpointer          data)
{
  htmlParserCtxtPtr parser = htmlCreatePushParserCtxt (handler, data, NULL, 0, NULL,
                                                       XML_CHAR_ENCODING_UTF8);

  if (parser == NULL)
    g_error ("No memory for a parser");
  htmlCtxtUseOptions (parser, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                              HTML_PARSE_IGNORE_ENC | HTML_PARSE_RECOVER);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    xmlDictLookup (parser->dict, (const xmlChar *) names[i], -1);
  xmlDictSetLimit (parser->dict, NAMES_SIZE);

  return parser;
}

/**
 * dd_html_parser_feed:
 *
 * Reads a page to its end, unless @parser or @cancellable is stopped before. A tree is made
 * only as deep as libxml2 lets it be.
 */
void
dd_html_parser_feed (htmlParserCtxtPtr  parser,
                     const char        *page,
                     gsize              size,
                     GCancellable      *cancellable)
{
  for (gsize i = 0; i < size; i += CHUNK_SIZE)
    {
      if (parser->instate == XML_PARSER_EOF || g_cancellable_is_cancelled (cancellable))
        return;
      htmlParseChunk (parser, page + i, (int) MIN (CHUNK_SIZE, size - i), 0);
    }
  if (parser->instate != XML_PARSER_EOF)
    htmlParseChunk (parser, NULL, 0, 1);
}

/**
 * dd_html_parser_free:
 *
 * Frees @parser, with the tree that it made.
 */
void
dd_html_parser_free (htmlParserCtxtPtr parser)
{
  if (parser->myDoc != NULL)
    xmlFreeDoc (parser->myDoc);
  htmlFreeParserCtxt (parser);
}
