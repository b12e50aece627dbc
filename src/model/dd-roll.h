/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-attendance.h"
#include "dd-unit-member.h"

G_BEGIN_DECLS

typedef enum
{
  DD_ROLL_STATE_PRESENT,
  DD_ROLL_STATE_DEPUTISED,
  DD_ROLL_STATE_EXCUSED,
  DD_ROLL_STATE_ABSENT,         /* marked so, or a member whom nobody has marked */
} DdRollState;

#define DD_N_ROLL_STATES (DD_ROLL_STATE_ABSENT + 1)

/**
 * DdRollEntry:
 * @member: (nullable): what says that they are expected; %NULL: a guest
 * @mark: (nullable): the attendance that was marked; %NULL: none was
 * @name: the unit and the person, as far as they are known
 *
 * One who was expected at a meeting, or came.
 */
typedef struct
{
  const DdRow *member;
  const DdRow *mark;
  DdRollState  state;
  char        *name;
} DdRollEntry;

/**
 * DdRoll:
 * @entries: (element-type DdRollEntry): the members in their order, then the guests
 * @n_members: how many of them are members
 * @counts: how many members there are of each state; of a meeting without members,
 *   how many of all
 * @n_guests: those who came beside the members
 *
 * Who was there. Rows are borrowed: the roll is made, read and freed while they live.
 */
typedef struct
{
  GPtrArray *entries;
  guint      n_members;
  guint      counts[DD_N_ROLL_STATES];
  guint      n_guests;
} DdRoll;

DdRoll  *dd_roll_new           (GPtrArray          *members,
                                GPtrArray          *marks,
                                DdDay               day) G_GNUC_WARN_UNUSED_RESULT;
void     dd_roll_free          (DdRoll             *self);

guint    dd_roll_get_n_present (const DdRoll       *self);
char    *dd_roll_to_text       (const DdRoll       *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean dd_unit_member_is_valid (const DdRow      *member,
                                DdDay               day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdRoll, dd_roll_free)

G_END_DECLS
