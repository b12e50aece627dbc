/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-draft.h"

G_BEGIN_DECLS

/* The five things that have to be clear before work is assigned ("5 rõ"). */
typedef enum
{
  DD_CLARITY_NONE           = 0,
  DD_CLARITY_WHO            = 1 << 0,   /* rõ người */
  DD_CLARITY_WHAT           = 1 << 1,   /* rõ việc */
  DD_CLARITY_WHEN           = 1 << 2,   /* rõ thời gian */
  DD_CLARITY_RESULT         = 1 << 3,   /* rõ kết quả */
  DD_CLARITY_RESPONSIBILITY = 1 << 4,   /* rõ trách nhiệm */
} DdClarity;

#define DD_N_CLARITIES 5
#define DD_CLARITY_ALL ((DdClarity) ((1 << DD_N_CLARITIES) - 1))

DdClarity   dd_clarity_get           (const DdDraft *draft);
const char *dd_clarity_get_label     (DdClarity      one);
const char *dd_clarity_get_request   (DdClarity      one);
char       *dd_clarity_describe_gaps (DdClarity      clear) G_GNUC_WARN_UNUSED_RESULT;
char      **dd_clarity_propose_products (const DdDraft *draft) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
