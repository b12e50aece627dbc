/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-outline.h"

G_BEGIN_DECLS

/**
 * DdZone:
 *
 * What the part of a text is about in which a sentence stands.
 */
typedef enum
{
  DD_ZONE_NONE,                 /* nothing says so */
  DD_ZONE_PAST,                 /* results, grounds, purposes: nothing is assigned */
  DD_ZONE_TALK,                 /* what those who took part said */
  DD_ZONE_AIMS,                 /* targets */
  DD_ZONE_SPEECH,               /* news tell what a chair asks for */
  DD_ZONE_TASKS,                /* what stands here is to be done */
} DdZone;

gboolean  dd_heading_match_units   (const DdBody  *body,
                                    const DdBlock *block,
                                    GArray        *units);
DdZone    dd_heading_match_section (const DdBody  *body,
                                    const DdBlock *block,
                                    guint         *behind);

G_END_DECLS
