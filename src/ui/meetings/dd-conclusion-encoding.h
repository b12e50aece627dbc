/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-text-file.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DD_TYPE_CONCLUSION_ENCODING (dd_conclusion_encoding_get_type ())
G_DECLARE_FINAL_TYPE (DdConclusionEncoding, dd_conclusion_encoding, DD, CONCLUSION_ENCODING,
                      AdwWindow)

DdConclusionEncoding *dd_conclusion_encoding_new (GtkWindow        *parent,
                                                  const DdTextFile *file);

G_END_DECLS
