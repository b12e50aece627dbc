/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each kind is told by a line, a weight or a slant of its own; the colour only
 * helps. So a text reads the same in grey. */
#define G_LOG_DOMAIN "dd-mark-style"

#include "config.h"

#include "dd-mark-style.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  const char      *label;
  const char      *light;       /* colours of the line and of the ground */
  const char      *dark;
  PangoUnderline   underline;
  PangoOverline    overline;
  PangoWeight      weight;
  PangoStyle       style;
  double           ground;      /* how much of the colour lies behind the words */
} MarkStyle;

static const MarkStyle styles[DD_N_MARK_KINDS] = {
  [DD_MARK_ASSIGNER] = { N_("Assigned by"), "#613583", "#dc8add",
    PANGO_UNDERLINE_NONE, PANGO_OVERLINE_NONE, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 0.12 },
  [DD_MARK_LEAD] = { N_("Lead"), "#1a5fb4", "#78aeed",
    PANGO_UNDERLINE_NONE, PANGO_OVERLINE_NONE, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0.16 },
  [DD_MARK_COORDINATING] = { N_("Coordinating"), "#1a5fb4", "#78aeed",
    PANGO_UNDERLINE_SINGLE, PANGO_OVERLINE_NONE, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0.10 },
  [DD_MARK_REPORT_TO] = { N_("Report to"), "#0e6027", "#8ff0a4",
    PANGO_UNDERLINE_DOUBLE, PANGO_OVERLINE_NONE, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0.10 },
  [DD_MARK_DEADLINE] = { N_("Deadline"), "#a51d2d", "#ff7b63",
    PANGO_UNDERLINE_SINGLE, PANGO_OVERLINE_NONE, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0.14 },
  [DD_MARK_RECURRENCE] = { N_("Recurrence"), "#a51d2d", "#ff7b63",
    PANGO_UNDERLINE_NONE, PANGO_OVERLINE_NONE, PANGO_WEIGHT_BOLD, PANGO_STYLE_ITALIC, 0.10 },
  [DD_MARK_TARGET] = { N_("Target"), "#865e00", "#f8e45c",
    PANGO_UNDERLINE_SINGLE, PANGO_OVERLINE_SINGLE, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0.14 },
  [DD_MARK_CITATION] = { N_("Cited document"), "#5e5c64", "#c0bfbc",
    PANGO_UNDERLINE_SINGLE, PANGO_OVERLINE_NONE, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 0.12 },
};

const char *
dd_mark_style_get_label (DdMarkKind kind)
{
  return _(styles[kind].label);
}

/**
 * dd_mark_style_make_tag:
 *
 * Returns: (transfer full): a tag that has its colours to get yet
 */
GtkTextTag *
dd_mark_style_make_tag (DdMarkKind kind)
{
  const MarkStyle *style = &styles[kind];

  return g_object_new (GTK_TYPE_TEXT_TAG,
                       "underline", style->underline,
                       "overline", style->overline,
                       "weight", style->weight,
                       "style", style->style,
                       NULL);
}

static GdkRGBA
get_colour (const MarkStyle *style,
            gboolean         dark)
{
  GdkRGBA colour;

  gdk_rgba_parse (&colour, dark ? style->dark : style->light);

  return colour;
}

/* Lines take the colour of the words. It is not set on its own: GTK 4.8 frees the colour
 * of a tag's overline twice, and the window is gone. */
void
dd_mark_style_colour_tag (GtkTextTag *tag,
                          DdMarkKind  kind,
                          gboolean    dark)
{
  GdkRGBA line = get_colour (&styles[kind], dark);
  GdkRGBA ground = line;

  ground.alpha = (float) styles[kind].ground;
  g_object_set (tag, "foreground-rgba", &line, "background-rgba", &ground, NULL);
}

/**
 * dd_mark_style_show_tag:
 *
 * Shows a kind in the text, or leaves its words as the others are.
 */
void
dd_mark_style_show_tag (GtkTextTag *tag,
                        gboolean    show)
{
  g_object_set (tag,
                "underline-set", show,
                "overline-set", show,
                "weight-set", show,
                "style-set", show,
                "foreground-set", show,
                "background-set", show,
                NULL);
}

/* --- of labels and entries ------------------------------------------------ */

static void
insert_over (PangoAttrList  *attributes,
             PangoAttribute *attribute,
             guint           start,
             guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static void
add_colour (PangoAttrList   *attributes,
            PangoAttribute *(*make) (guint16, guint16, guint16),
            const GdkRGBA   *colour,
            guint            start,
            guint            end)
{
  insert_over (attributes, make ((guint16) (colour->red * 65535),
                                 (guint16) (colour->green * 65535),
                                 (guint16) (colour->blue * 65535)), start, end);
}

/**
 * dd_mark_style_add_attributes:
 * @start: the first byte
 * @end: the byte behind the last
 *
 * Makes a piece of a text that a label or an entry shows look as its kind does.
 */
void
dd_mark_style_add_attributes (PangoAttrList *attributes,
                              DdMarkKind     kind,
                              guint          start,
                              guint          end)
{
  const MarkStyle *style = &styles[kind];
  GdkRGBA colour = get_colour (style,
                               adw_style_manager_get_dark (adw_style_manager_get_default ()));

  insert_over (attributes, pango_attr_underline_new (style->underline), start, end);
  /* Pango takes "no overline" for a mistake. */
  if (style->overline != PANGO_OVERLINE_NONE)
    insert_over (attributes, pango_attr_overline_new (style->overline), start, end);
  insert_over (attributes, pango_attr_weight_new (style->weight), start, end);
  insert_over (attributes, pango_attr_style_new (style->style), start, end);
  add_colour (attributes, pango_attr_foreground_new, &colour, start, end);
  add_colour (attributes, pango_attr_background_new, &colour, start, end);
  insert_over (attributes, pango_attr_background_alpha_new ((guint16) (style->ground * 65535)),
               start, end);
}
