/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-odt-names"

#include "dd-odt-names.h"

const DdOfficeNamespace dd_odt_namespaces[] = {
  { "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office" },
  { "urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style" },
  { "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text" },
  { "urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table" },
  { "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw" },
  { "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg" },
  { "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest" },
  { NULL, NULL }
};

const char * const dd_odt_names[DD_ODT_N_NAMES] = {
  [DD_ODT_CELL_PROPERTIES] = "style:table-cell-properties",
  [DD_ODT_DEFAULT_STYLE] = "style:default-style",
  [DD_ODT_FONT_FACE] = "style:font-face",
  [DD_ODT_LABEL_ALIGNMENT] = "style:list-level-label-alignment",
  [DD_ODT_LEVEL_BULLET] = "text:list-level-style-bullet",
  [DD_ODT_LEVEL_IMAGE] = "text:list-level-style-image",
  [DD_ODT_LEVEL_NUMBER] = "text:list-level-style-number",
  [DD_ODT_LEVEL_OUTLINE] = "text:outline-level-style",
  [DD_ODT_LIST_STYLE] = "text:list-style",
  [DD_ODT_OUTLINE_STYLE] = "text:outline-style",
  [DD_ODT_STYLE] = "style:style",
  [DD_ODT_TEXT_PROPERTIES] = "style:text-properties",

  [DD_ODT_ANNOTATION] = "office:annotation",
  [DD_ODT_BINARY_DATA] = "office:binary-data",
  [DD_ODT_CELL] = "table:table-cell",
  [DD_ODT_COVERED_CELL] = "table:covered-table-cell",
  [DD_ODT_DESCRIPTION] = "svg:desc",
  [DD_ODT_DRAWN_TITLE] = "svg:title",
  [DD_ODT_FORMS] = "office:forms",
  [DD_ODT_HEADER_ROWS] = "table:table-header-rows",
  [DD_ODT_HEADING] = "text:h",
  [DD_ODT_HIDDEN_PARAGRAPH] = "text:hidden-paragraph",
  [DD_ODT_HIDDEN_TEXT] = "text:hidden-text",
  [DD_ODT_LINE_BREAK] = "text:line-break",
  [DD_ODT_LIST] = "text:list",
  [DD_ODT_LIST_HEADER] = "text:list-header",
  [DD_ODT_LIST_ITEM] = "text:list-item",
  [DD_ODT_NOTE_BODY] = "text:note-body",
  [DD_ODT_NOTE_CITATION] = "text:note-citation",
  [DD_ODT_OBJECT] = "draw:object",
  [DD_ODT_PARAGRAPH] = "text:p",
  [DD_ODT_ROW] = "table:table-row",
  [DD_ODT_RUBY_TEXT] = "text:ruby-text",
  [DD_ODT_SCRIPT] = "text:script",
  [DD_ODT_SECTION] = "text:section",
  [DD_ODT_SPACES] = "text:s",
  [DD_ODT_SPAN] = "text:span",
  [DD_ODT_TAB] = "text:tab",
  [DD_ODT_TABLE] = "table:table",
  [DD_ODT_TEXT] = "office:text",
  [DD_ODT_TEXT_BOX] = "draw:text-box",
  [DD_ODT_TRACKED_CHANGES] = "text:tracked-changes",

  [DD_ODT_ENCRYPTION] = "manifest:encryption-data",
};
