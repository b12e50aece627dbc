/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How what was recognised looks in a text, in a typed line, and in the legend. */
#pragma once

#include <gtk/gtk.h>

#include "dd-reading.h"

G_BEGIN_DECLS

const char *dd_mark_style_get_label   (DdMarkKind   kind);
GtkTextTag *dd_mark_style_make_tag    (DdMarkKind   kind) G_GNUC_WARN_UNUSED_RESULT;
void        dd_mark_style_colour_tag  (GtkTextTag  *tag,
                                       DdMarkKind   kind,
                                       gboolean     dark);
void        dd_mark_style_show_tag    (GtkTextTag  *tag,
                                       gboolean     show);
void        dd_mark_style_add_attributes (PangoAttrList *attributes,
                                       DdMarkKind   kind,
                                       guint        start,
                                       guint        end);

G_END_DECLS
