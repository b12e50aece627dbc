/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

/**
 * DdUnitLinkType:
 * @kind: whose records link a unit to another record
 * @owner: the field that refers to the other record
 * @unit: the field that refers to the unit
 * @unit_name: the field that has its name
 * @state: the choice that a link has
 * @first_state: what that is at first
 */
typedef struct
{
  DdKind kind;
  guint  owner;
  guint  unit;
  guint  unit_name;
  guint  state;
  guint  first_state;
} DdUnitLinkType;

typedef struct _DdUnitLinks DdUnitLinks;

DdUnitLinks *dd_unit_links_new        (DdSession            *session,
                                       const DdUnitLinkType *type,
                                       GListModel           *before) G_GNUC_WARN_UNUSED_RESULT;
void         dd_unit_links_free       (gpointer              self);
GtkWidget   *dd_unit_links_get_widget (DdUnitLinks          *self);
void         dd_unit_links_fill       (DdUnitLinks          *self,
                                       DdChange             *change,
                                       DdRow                *owner,
                                       gint64                without);

G_END_DECLS
