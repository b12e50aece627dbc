/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-review.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_CONCLUSION_ADDER (dd_conclusion_adder_get_type ())
G_DECLARE_FINAL_TYPE (DdConclusionAdder, dd_conclusion_adder, DD, CONCLUSION_ADDER, GtkWidget)

void     dd_conclusion_adder_start      (DdConclusionAdder *self,
                                         DdSession         *session);

gboolean dd_conclusion_adder_get_busy   (DdConclusionAdder *self);
void     dd_conclusion_adder_choose     (DdConclusionAdder *self,
                                         gint64             meeting);
void     dd_conclusion_adder_paste      (DdConclusionAdder *self,
                                         gint64             meeting);
void     dd_conclusion_adder_take_clipboard (DdConclusionAdder *self);
void     dd_conclusion_adder_take_file  (DdConclusionAdder *self,
                                         GFile             *file,
                                         gint64             meeting);
void     dd_conclusion_adder_read_again (DdConclusionAdder *self,
                                         DdReview          *review,
                                         DdDay              reference);

G_END_DECLS
