/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-html-list"

#include "config.h"

#include "dd-html-list.h"

#include "dd-html-element.h"
#include "dd-numbering.h"

#include <string.h>

/* Nobody numbers further than this. */
#define NUMBER_MAX 9999

/* Behind z browsers count in another way than word processors. */
#define LETTERS 26

typedef enum
{
  STYLE_NONE,                   /* no marks at all */
  STYLE_BULLET,
  STYLE_NUMBER,                 /* 1. */
  STYLE_LETTER,                 /* a) */
  STYLE_CAPITAL,                /* A. */
  STYLE_ROMAN,                  /* I. */
  STYLE_SMALL_ROMAN,            /* i) */
} Style;

/**
 * DdHtmlList:
 *
 * A list of a page that is open, and the number of its next item. How a reversed list is
 * numbered is known only at its end.
 */
struct _DdHtmlList
{
  Style   style;
  int     number;
  GArray *places;               /* of gsize: where items are counted from behind; or NULL */
};

/* How the items of a list are marked. */
static Style
find_style (const char *type,
            const char *css,
            Style       otherwise)
{
  static const struct
  {
    const char *word;
    Style       style;
  } words[] = {
    { "lower-alpha", STYLE_LETTER }, { "lower-latin", STYLE_LETTER },
    { "upper-alpha", STYLE_CAPITAL }, { "upper-latin", STYLE_CAPITAL },
    { "lower-roman", STYLE_SMALL_ROMAN }, { "upper-roman", STYLE_ROMAN },
    { "decimal", STYLE_NUMBER }, { "none", STYLE_NONE },
    { "disc", STYLE_BULLET }, { "circle", STYLE_BULLET },
    { "square", STYLE_BULLET },
  };
  const char *list_style = strstr (css, "list-style");

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
      return STYLE_NUMBER;
    case 'a':
      return STYLE_LETTER;
    case 'A':
      return STYLE_CAPITAL;
    case 'i':
      return STYLE_SMALL_ROMAN;
    case 'I':
      return STYLE_ROMAN;
    default:
      return otherwise;
    }
}

/* What a page shows in front of an item, with a space behind. */
static char *
make_mark (Style style,
           int   number)
{
  static const struct
  {
    DdNumberFormat  format;
    const char     *end;
    int             most;       /* what it can say; 0: any number */
  } marks[] = {
    [STYLE_NONE] = { DD_NUMBER_FORMAT_NONE, "", 0 },
    [STYLE_BULLET] = { DD_NUMBER_FORMAT_BULLET, "- ", 0 },
    [STYLE_NUMBER] = { DD_NUMBER_FORMAT_DECIMAL, ". ", 0 },
    [STYLE_LETTER] = { DD_NUMBER_FORMAT_LOWER_LETTER, ") ", LETTERS },
    [STYLE_CAPITAL] = { DD_NUMBER_FORMAT_UPPER_LETTER, ". ", LETTERS },
    [STYLE_ROMAN] = { DD_NUMBER_FORMAT_UPPER_ROMAN, ". ", NUMBER_MAX },
    [STYLE_SMALL_ROMAN] = { DD_NUMBER_FORMAT_LOWER_ROMAN, ") ", NUMBER_MAX },
  };
  GString *mark = g_string_new (NULL);

  if (marks[style].most > 0 && (number < 1 || number > marks[style].most))
    style = STYLE_NUMBER;
  dd_number_format_append (marks[style].format, mark, number);
  g_string_append (mark, marks[style].end);

  return g_string_free (mark, FALSE);
}

/**
 * dd_html_list_new:
 * @name: of its element
 *
 * Returns: (transfer full): a list that begins
 */
DdHtmlList *
dd_html_list_new (const char         *name,
                  const char * const *attributes)
{
  const gboolean is_ordered = g_ascii_strcasecmp (name, "ol") == 0;
  const gboolean is_reversed = dd_html_attributes_get (attributes, "reversed") != NULL;
  g_autofree char *css = dd_html_attributes_get_css (attributes);
  DdHtmlList *self = g_new0 (DdHtmlList, 1);

  self->style = find_style (dd_html_attributes_get (attributes, "type"), css,
                            is_ordered ? STYLE_NUMBER : STYLE_BULLET);
  self->number = dd_html_attributes_get_int (attributes, "start", -NUMBER_MAX, NUMBER_MAX,
                                             is_reversed ? 0 : 1);
  if (is_reversed)
    self->places = g_array_new (FALSE, FALSE, sizeof (gsize));

  return self;
}

void
dd_html_list_free (DdHtmlList *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->places, g_array_unref);
  g_free (self);
}

/**
 * dd_html_list_begin_item:
 * @from_behind: (out): whether the mark is not known yet: dd_html_list_keep_place() is to be
 *   told where it belongs
 *
 * Returns: (transfer full): what stands in front of the next item
 */
char *
dd_html_list_begin_item (DdHtmlList         *self,
                         const char * const *attributes,
                         gboolean           *from_behind)
{
  char *mark;

  self->number = dd_html_attributes_get_int (attributes, "value", -NUMBER_MAX, NUMBER_MAX,
                                             self->number);
  *from_behind = self->places != NULL && self->number == 0;
  mark = make_mark (self->style, self->number);
  if (self->places == NULL)
    self->number++;
  else if (self->number != 0)
    self->number--;

  return mark;
}

/**
 * dd_html_list_keep_place:
 * @place: of the mark of an item
 *
 * Returns: %FALSE if the list does not count from behind
 */
gboolean
dd_html_list_keep_place (DdHtmlList *self,
                         gsize       place)
{
  if (self->places == NULL)
    return FALSE;

  g_array_append_val (self->places, place);

  return TRUE;
}

/**
 * dd_html_list_end:
 * @text: what the places are in
 *
 * Now it is known how many items there are: writes their marks.
 */
void
dd_html_list_end (DdHtmlList *self,
                  GString    *text)
{
  for (guint i = self->places != NULL ? self->places->len : 0; i > 0; i--)
    {
      const gsize place = g_array_index (self->places, gsize, i - 1);
      g_autofree char *mark = make_mark (self->style, (int) (self->places->len - i + 1));

      /* A form that was left out may have taken the place with it. */
      if (place <= text->len && ((guchar) text->str[place] & 0xC0) != 0x80)
        g_string_insert (text, (gssize) place, mark);
    }
}
