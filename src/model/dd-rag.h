/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-deadline.h"

G_BEGIN_DECLS

/**
 * DdRag:
 *
 * A colour that always comes with the sentence that explains it. What cannot
 * be judged yet is neutral, not green.
 */
typedef enum
{
  DD_RAG_NEUTRAL,
  DD_RAG_GREEN,
  DD_RAG_AMBER,
  DD_RAG_RED,
} DdRag;

DdRag  dd_rag_of_task (const DdRow    *task,
                       DdDay           today,
                       const DdRules  *rules,
                       char          **reason);

G_END_DECLS
