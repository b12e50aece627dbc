/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_PERSON_NAME,
  DD_PERSON_POST,
  DD_PERSON_UNIT,
  DD_PERSON_ALIASES,
  DD_PERSON_VALID_FROM,
  DD_PERSON_VALID_TO,
  DD_PERSON_UNIT_NAME,
} DdPersonField;

#define DD_TYPE_PERSON (dd_person_get_type ())
DD_DECLARE_RECORD (DdPerson, person, PERSON)

G_END_DECLS
