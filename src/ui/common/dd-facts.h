/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-row.h"

G_BEGIN_DECLS

#define DD_TYPE_FACTS (dd_facts_get_type ())
G_DECLARE_FINAL_TYPE (DdFacts, dd_facts, DD, FACTS, GtkWidget)

void dd_facts_clear     (DdFacts     *self);
void dd_facts_add       (DdFacts     *self,
                         const char  *label,
                         const char  *value);
void dd_facts_add_field (DdFacts     *self,
                         const DdRow *row,
                         guint        field);

G_END_DECLS
