/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"

G_BEGIN_DECLS

gboolean  dd_speech_opens        (const DdBody *body,
                                  guint         first,
                                  guint         colon);
guint     dd_speech_find         (const DdBody *body,
                                  guint         first,
                                  guint         last);
void      dd_speech_find_speaker (const DdBody *body,
                                  guint         first,
                                  guint         last,
                                  GArray       *speaker);

G_END_DECLS
