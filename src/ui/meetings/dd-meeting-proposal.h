/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the form of a meeting: what number and title come next in a series. */
#pragma once

#include "dd-form.h"

G_BEGIN_DECLS

void dd_meeting_proposal_attach (DdForm    *form,
                                 DdSession *session);

G_END_DECLS
