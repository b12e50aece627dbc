/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-choices.h"
#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_PROCEDURE_CODE,
  DD_PROCEDURE_NAME,
  DD_PROCEDURE_FIELD, /* lĩnh vực */
  DD_PROCEDURE_LEVEL,
  DD_PROCEDURE_SCOPE,
  DD_PROCEDURE_OWNER,
  DD_PROCEDURE_BASIS,
} DdProcedureField;

#define DD_TYPE_PROCEDURE (dd_procedure_get_type ())
DD_DECLARE_RECORD (DdProcedure, procedure, PROCEDURE)

G_END_DECLS
