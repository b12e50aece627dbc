/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a pasted table are. */
#pragma once

#include "dd-unit-dictionary.h"

G_BEGIN_DECLS

typedef enum
{
  DD_TABLE_ROLE_UNUSED,
  DD_TABLE_ROLE_ORDINAL,
  DD_TABLE_ROLE_CONTENT,
  DD_TABLE_ROLE_LEAD,
  DD_TABLE_ROLE_COORDINATING,
  DD_TABLE_ROLE_DEADLINE,
  DD_TABLE_ROLE_PRODUCT,
  DD_TABLE_ROLE_OFFICER,
  DD_TABLE_ROLE_REPORT_TO,
  DD_TABLE_ROLE_ASSIGNED,
  DD_TABLE_ROLE_NOTE,
} DdTableRole;

#define DD_N_TABLE_ROLES (DD_TABLE_ROLE_NOTE + 1)

const char  *dd_table_role_get_label  (DdTableRole             role);
const char  *dd_table_role_get_code   (DdTableRole             role);
gboolean     dd_table_role_from_code  (const char             *code,
                                       DdTableRole            *role);
char        *dd_table_role_make_key   (const char             *header) G_GNUC_WARN_UNUSED_RESULT;
DdTableRole  dd_table_role_guess      (const char             *header,
                                       const DdUnitDictionary *units);

G_END_DECLS
