/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the form: the record that a form changes, which others may change meanwhile. */
#pragma once

#include "dd-row.h"

G_BEGIN_DECLS

char *dd_form_base_describe (const DdRow *before,
                             const DdRow *now) G_GNUC_WARN_UNUSED_RESULT;
void  dd_form_base_merge    (DdRow       *entered,
                             const DdRow *opened,
                             const DdRow *now);

G_END_DECLS
