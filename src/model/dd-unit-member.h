/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_MEMBER_ROLE_HEAD,
  DD_MEMBER_ROLE_DEPUTY_HEAD,
  DD_MEMBER_ROLE_SECRETARY,
  DD_MEMBER_ROLE_MEMBER,
} DdMemberRole;

typedef enum
{
  DD_UNIT_MEMBER_BODY,          /* the group of units, or the task force */
  DD_UNIT_MEMBER_UNIT,
  DD_UNIT_MEMBER_PERSON,
  DD_UNIT_MEMBER_ROLE,
  DD_UNIT_MEMBER_VALID_FROM,
  DD_UNIT_MEMBER_VALID_TO,
  DD_UNIT_MEMBER_UNIT_NAME,
  DD_UNIT_MEMBER_PERSON_NAME,
} DdUnitMemberField;

#define DD_TYPE_UNIT_MEMBER (dd_unit_member_get_type ())
DD_DECLARE_RECORD (DdUnitMember, unit_member, UNIT_MEMBER)

G_END_DECLS
