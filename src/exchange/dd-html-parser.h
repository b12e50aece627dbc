/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the readers of HTML. */
#pragma once

#include <gio/gio.h>
#include <libxml/HTMLparser.h>

G_BEGIN_DECLS

htmlParserCtxtPtr dd_html_parser_new  (htmlSAXHandlerPtr  handler,
                                       gpointer           data) G_GNUC_WARN_UNUSED_RESULT;
void              dd_html_parser_feed (htmlParserCtxtPtr  parser,
                                       const char        *page,
                                       gsize              size,
                                       GCancellable      *cancellable);
void              dd_html_parser_free (htmlParserCtxtPtr  parser);

G_END_DECLS
