/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the notice: where a clause stood. */
#pragma once

#include "dd-notice-facts.h"

G_BEGIN_DECLS

/* One part of an ordinal such as II.1.a. */
typedef struct
{
  DdOfficeLevel  level;
  char          *name;
} DdNoticeStep;

/**
 * DdNoticePlace:
 * @steps: (element-type DdNoticeStep): what the ordinal says
 * @is_own: whether the last step is the clause itself, and not what it stands under
 * @level: of the clause
 * @continues: whether it goes on in the paragraph of the clause before
 */
typedef struct
{
  GArray        *steps;
  gboolean       is_own;
  DdOfficeLevel  level;
  gboolean       continues;
} DdNoticePlace;

typedef struct _DdNoticeOutline DdNoticeOutline;

DdNoticeOutline *dd_notice_outline_new          (const DdNoticeFacts *facts)
                                                 G_GNUC_WARN_UNUSED_RESULT;
void             dd_notice_outline_free         (DdNoticeOutline     *self);
DdNoticePlace   *dd_notice_outline_find         (DdNoticeOutline     *self,
                                                 const DdRow         *directive)
                                                 G_GNUC_WARN_UNUSED_RESULT;
void             dd_notice_place_free           (DdNoticePlace       *place);
char            *dd_notice_outline_find_heading (DdNoticeOutline     *self,
                                                 const DdRow         *directive,
                                                 const DdNoticePlace *place,
                                                 guint                step)
                                                 G_GNUC_WARN_UNUSED_RESULT;
const char      *dd_notice_outline_skip_marker  (const char          *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdNoticeOutline, dd_notice_outline_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdNoticePlace, dd_notice_place_free)

G_END_DECLS
