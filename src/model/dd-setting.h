/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_SETTING_NAME,
  DD_SETTING_VALUE,
} DdSettingField;

#define DD_TYPE_SETTING (dd_setting_get_type ())
DD_DECLARE_RECORD (DdSetting, setting, SETTING)

G_END_DECLS
