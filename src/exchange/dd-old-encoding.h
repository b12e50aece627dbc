/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DdOldEncoding:
 *
 * How Vietnamese was written before Unicode: by fonts that draw Vietnamese letters in the
 * places of western European ones. TCVN 3 is also called ABC, after the program of its fonts.
 */
typedef enum
{
  DD_OLD_ENCODING_NONE,
  DD_OLD_ENCODING_TCVN3,
  DD_OLD_ENCODING_TCVN3_CAPITALS,       /* of a font that draws small letters as capitals */
  DD_OLD_ENCODING_VNI,
  DD_N_OLD_ENCODINGS
} DdOldEncoding;

DdOldEncoding dd_old_encoding_of_font  (const char    *font);
DdOldEncoding dd_old_encoding_guess    (const char    *bytes,
                                        gsize          size);
const char   *dd_old_encoding_get_name (DdOldEncoding  self);

char         *dd_old_encoding_decode   (const char    *bytes,
                                        gsize          size) G_GNUC_WARN_UNUSED_RESULT;
char         *dd_old_encoding_convert  (DdOldEncoding  self,
                                        const char    *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
