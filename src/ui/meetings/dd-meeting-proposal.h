/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the meetings. */
#pragma once

#include "dd-form.h"

G_BEGIN_DECLS

/**
 * DdMeetingProposal:
 *
 * What the form of a new meeting proposes from those before it.
 */
typedef struct _DdMeetingProposal DdMeetingProposal;

DdMeetingProposal *dd_meeting_proposal_attach    (DdForm            *form,
                                                  DdSession         *session,
                                                  gint64             own);
gboolean           dd_meeting_proposal_is_number_free (DdMeetingProposal *self,
                                                  gint64             number);

G_END_DECLS
