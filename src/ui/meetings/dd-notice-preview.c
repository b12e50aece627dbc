/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-notice-preview"

#include "config.h"

#include "dd-notice-preview.h"

#include "dd-accessible.h"
#include "dd-office-layout.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * DdNoticePreview:
 *
 * A sheet of paper with an official document on it, in the order and the styles of the file
 * that is saved. It is not cut into pages.
 */
struct _DdNoticePreview
{
  GtkWidget  parent_instance;

  GtkWidget *desk;
  GtkWidget *page;              /* what its margins leave of it */
  GtkWidget *row;               /* of a table, that is open */
  GtkWidget *box;               /* where the next paragraph goes: the page, or a cell */
};

G_DEFINE_FINAL_TYPE (DdNoticePreview, dd_notice_preview, GTK_TYPE_WIDGET)

/* How wide the sheet is on the screen; all else is as much smaller than on paper as this. */
#define PAPER_WIDTH 620

/* Twentieths of a point of the paper, in pixels. */
static int
to_pixels (guint twentieths)
{
  return (int) lround ((double) twentieths * PAPER_WIDTH / DD_OFFICE_PAGE_WIDTH);
}

static GtkWidget *
make_label (DdOfficePart  part,
            const char   *text)
{
  static const GtkJustification justifications[] = {
    [DD_OFFICE_LEFT] = GTK_JUSTIFY_LEFT,
    [DD_OFFICE_CENTRE] = GTK_JUSTIFY_CENTER,
    [DD_OFFICE_JUSTIFIED] = GTK_JUSTIFY_FILL,
  };
  const DdOfficeStyle *style = &dd_office_styles[part];
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  /* A label has no indent of its own. */
  g_autofree char *indented = g_strconcat (style->indent > 0 ? "\u2003\u2003\u2009" : "", text,
                                           NULL);
  GtkWidget *label = gtk_label_new (indented);

  pango_attr_list_insert (attributes,
                          pango_attr_size_new_absolute (to_pixels (style->size * 20) *
                                                        PANGO_SCALE));
  pango_attr_list_insert (attributes, pango_attr_weight_new (style->bold ? PANGO_WEIGHT_BOLD
                                                                         : PANGO_WEIGHT_NORMAL));
  pango_attr_list_insert (attributes, pango_attr_style_new (style->italic ? PANGO_STYLE_ITALIC
                                                                          : PANGO_STYLE_NORMAL));
  pango_attr_list_insert (attributes, pango_attr_line_height_new (style->line / 100.0));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), justifications[style->align]);
  gtk_label_set_xalign (GTK_LABEL (label), style->align == DD_OFFICE_CENTRE ? 0.5F : 0.0F);
  gtk_widget_set_margin_top (label, to_pixels (style->before));
  gtk_widget_set_margin_bottom (label, to_pixels (style->after));

  return label;
}

/* --- the medium ----------------------------------------------------------- */

static void
add_paragraph (gpointer      user_data,
               DdOfficePart  part,
               const char   *text)
{
  DdNoticePreview *self = user_data;

  gtk_box_append (GTK_BOX (self->box), make_label (part, text));
}

static void
add_rule (gpointer            user_data,
          const DdOfficeRule *rule)
{
  DdNoticePreview *self = user_data;
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_add_css_class (line, "paper-rule");
  gtk_widget_set_size_request (line, to_pixels (rule->width), 1);
  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (line, to_pixels (dd_office_styles[DD_OFFICE_PART_RULE].before));
  gtk_widget_set_margin_bottom (line, to_pixels (rule->after));
  gtk_box_append (GTK_BOX (self->box), line);
}

static void
begin_row (gpointer user_data,
           gboolean is_heading)
{
  DdNoticePreview *self = user_data;

  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->page), self->row);
}

/* As wide as on paper. */
static void
begin_cell (gpointer             user_data,
            const DdOfficeTable *table,
            guint                column)
{
  DdNoticePreview *self = user_data;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_size_request (self->box, to_pixels (table->widths[column]), -1);
  gtk_widget_set_hexpand (self->box, column + 1 == table->n_columns);
  gtk_box_append (GTK_BOX (self->row), self->box);
}

static void
end_cell (gpointer user_data)
{
  DdNoticePreview *self = user_data;

  self->box = self->page;
}

/* --- the widget ----------------------------------------------------------- */

static void
clear_page (DdNoticePreview *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->page)) != NULL)
    gtk_box_remove (GTK_BOX (self->page), child);
}

static void
dd_notice_preview_dispose (GObject *object)
{
  DdNoticePreview *self = DD_NOTICE_PREVIEW (object);

  g_clear_pointer (&self->desk, gtk_widget_unparent);

  G_OBJECT_CLASS (dd_notice_preview_parent_class)->dispose (object);
}

static void
dd_notice_preview_class_init (DdNoticePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_notice_preview_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dd_notice_preview_init (DdNoticePreview *self)
{
  GtkWidget *paper = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_margin_top (self->page, to_pixels (DD_OFFICE_MARGIN_TOP));
  gtk_widget_set_margin_bottom (self->page, to_pixels (DD_OFFICE_MARGIN_BOTTOM));
  gtk_widget_set_margin_start (self->page, to_pixels (DD_OFFICE_MARGIN_LEFT));
  gtk_widget_set_margin_end (self->page, to_pixels (DD_OFFICE_MARGIN_RIGHT));
  gtk_widget_set_hexpand (self->page, TRUE);
  gtk_box_append (GTK_BOX (paper), self->page);
  gtk_widget_add_css_class (paper, "paper");
  gtk_widget_set_size_request (paper, PAPER_WIDTH, PAPER_WIDTH * 297 / 210);
  gtk_widget_set_valign (paper, GTK_ALIGN_START);
  /* Texts would make it wider. */
  self->desk = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->desk), PAPER_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->desk), PAPER_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (self->desk), paper);
  gtk_widget_set_parent (self->desk, GTK_WIDGET (self));
  /* So that its page is turned by keys. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  dd_accessible_set_label (GTK_WIDGET (self), _("Preview of the notice"));
}

void
dd_notice_preview_show (DdNoticePreview        *self,
                        const DdOfficeDocument *document)
{
  static const DdOfficeMedium medium = {
    .add_paragraph = add_paragraph,
    .add_rule = add_rule,
    .begin_row = begin_row,
    .begin_cell = begin_cell,
    .end_cell = end_cell,
  };

  clear_page (self);
  self->box = self->page;
  dd_office_layout_write (document, &medium, self);
}
