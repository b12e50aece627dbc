/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DD_HTML_LIST_NONE,            /* no marks at all */
  DD_HTML_LIST_BULLET,
  DD_HTML_LIST_NUMBER,          /* 1. */
  DD_HTML_LIST_LETTER,          /* a) */
  DD_HTML_LIST_CAPITAL,         /* A. */
  DD_HTML_LIST_ROMAN,           /* I. */
  DD_HTML_LIST_SMALL_ROMAN,     /* i) */
} DdHtmlListStyle;

DdHtmlListStyle dd_html_list_find_style (const char      *type,
                                         const char      *css,
                                         DdHtmlListStyle  otherwise);
char           *dd_html_list_get_mark   (DdHtmlListStyle  style,
                                         int              number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
