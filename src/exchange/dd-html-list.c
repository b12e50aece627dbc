/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-html-list"

#include "config.h"

#include "dd-html-list.h"

#include <string.h>

#define ROMAN_MAX 3999

/**
 * dd_html_list_find_style:
 * @type: (nullable): what the attribute "type" says: 1, a, A, i, I, disc
 * @css: (nullable): what the attribute "style" says
 *
 * Returns: how the items of a list are marked
 */
DdHtmlListStyle
dd_html_list_find_style (const char      *type,
                         const char      *css,
                         DdHtmlListStyle  otherwise)
{
  static const struct
  {
    const char      *word;
    DdHtmlListStyle  style;
  } words[] = {
    { "lower-alpha", DD_HTML_LIST_LETTER }, { "lower-latin", DD_HTML_LIST_LETTER },
    { "upper-alpha", DD_HTML_LIST_CAPITAL }, { "upper-latin", DD_HTML_LIST_CAPITAL },
    { "lower-roman", DD_HTML_LIST_SMALL_ROMAN }, { "upper-roman", DD_HTML_LIST_ROMAN },
    { "decimal", DD_HTML_LIST_NUMBER }, { "none", DD_HTML_LIST_NONE },
    { "disc", DD_HTML_LIST_BULLET }, { "circle", DD_HTML_LIST_BULLET },
    { "square", DD_HTML_LIST_BULLET },
  };
  const char *list_style = css != NULL ? strstr (css, "list-style") : NULL;

  if (list_style != NULL)
    {
      g_autofree char *value = g_strndup (list_style, strcspn (list_style, ";"));

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (strstr (value, words[i].word) != NULL)
          return words[i].style;
    }
  if (type == NULL)
    return otherwise;

  switch (type[0] != '\0' && type[1] == '\0' ? type[0] : '\0')
    {
    case '1':
      return DD_HTML_LIST_NUMBER;
    case 'a':
      return DD_HTML_LIST_LETTER;
    case 'A':
      return DD_HTML_LIST_CAPITAL;
    case 'i':
      return DD_HTML_LIST_SMALL_ROMAN;
    case 'I':
      return DD_HTML_LIST_ROMAN;
    default:
      return otherwise;
    }
}

static char *
to_roman (int number)
{
  static const struct
  {
    int         value;
    const char *sign;
  } signs[] = {
    { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" },
    { 50, "L" }, { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" },
  };
  GString *roman = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value; number -= signs[i].value)
      g_string_append (roman, signs[i].sign);

  return g_string_free (roman, FALSE);
}

/**
 * dd_html_list_get_mark:
 *
 * Returns: (transfer full): what a page shows in front of an item, with a space behind
 */
char *
dd_html_list_get_mark (DdHtmlListStyle style,
                       int             number)
{
  g_autofree char *roman = NULL;
  g_autofree char *small = NULL;

  if (style == DD_HTML_LIST_NONE)
    return g_strdup ("");
  if (style == DD_HTML_LIST_BULLET)
    return g_strdup ("- ");
  if ((style == DD_HTML_LIST_LETTER || style == DD_HTML_LIST_CAPITAL) && number >= 1 &&
      number <= 26)
    return g_strdup_printf (style == DD_HTML_LIST_LETTER ? "%c) " : "%c. ",
                            (style == DD_HTML_LIST_LETTER ? 'a' : 'A') + number - 1);
  if (style == DD_HTML_LIST_ROMAN && number >= 1 && number <= ROMAN_MAX)
    return g_strconcat (roman = to_roman (number), ". ", NULL);
  if (style == DD_HTML_LIST_SMALL_ROMAN && number >= 1 && number <= ROMAN_MAX)
    {
      roman = to_roman (number);
      small = g_ascii_strdown (roman, -1);
      return g_strconcat (small, ") ", NULL);
    }

  return g_strdup_printf ("%d. ", number);
}
