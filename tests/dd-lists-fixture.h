/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units, tasks and lists of them, for tests of lists. */
#pragma once

#include "dd-store-probe.h"
#include "dd-test-utils.h"

G_BEGIN_DECLS

typedef struct
{
  DdStoreFixture f;
  gint64         units[3];      /* Sở Tư pháp, Sở Nội vụ, Sở Y tế */
} DdListsFixture;

void     dd_lists_set_up       (DdListsFixture *fx,
                                gconstpointer   data);
void     dd_lists_tear_down    (DdListsFixture *fx,
                                gconstpointer   data);
void     dd_lists_add_tasks    (DdListsFixture *fx,
                                guint           n_tasks);
DdQuery *dd_lists_by_content   (void) G_GNUC_WARN_UNUSED_RESULT;
DdList  *dd_lists_make         (DdListsFixture *fx,
                                const DdQuery  *query,
                                DdMirror      **mirror) G_GNUC_WARN_UNUSED_RESULT;
void     dd_lists_assert_moved (DdListsFixture *fx,
                                DdList         *list,
                                DdMirror       *mirror,
                                guint           n_moved);

G_END_DECLS
