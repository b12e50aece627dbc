/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-setting"

#include "config.h"

#include "dd-setting.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  [DD_SETTING_NAME] = { "name", N_("Name"), DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_SETTING_VALUE] = { "value", N_("Value"), DD_FIELD_TEXT },
};

/**
 * DdSetting:
 *
 * A rule of the task force that holds for everybody who works with the file, such
 * as how "trước ngày" is read. What concerns one desk alone is not here.
 */
DD_DEFINE_RECORD (DdSetting, setting, SETTING, N_("Setting"))
