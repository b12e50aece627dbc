/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of a plan and of what it has to reach. */
#pragma once

#include "dd-form.h"

G_BEGIN_DECLS

DdForm *dd_plan_form_new_plan  (DdSession   *session,
                                GtkWindow   *parent);
DdForm *dd_plan_form_edit_plan (DdSession   *session,
                                GtkWindow   *parent,
                                const DdRow *plan,
                                const char  *issuer_name);
DdForm *dd_plan_form_target    (DdSession   *session,
                                GtkWindow   *parent,
                                const DdRow *plan,
                                const DdRow *target);
DdForm *dd_plan_form_milestone (DdSession   *session,
                                GtkWindow   *parent,
                                const DdRow *plan,
                                const DdRow *milestone);

G_END_DECLS
