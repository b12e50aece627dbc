/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to dondocctl: a document that is read for its directives. */
#pragma once

#include "dd-ctl.h"
#include "dd-extract.h"
#include "dd-text-file.h"

G_BEGIN_DECLS

/**
 * DdCtlDocument:
 *
 * The text of a document, what was read from it, and the units it was read with.
 */
typedef struct
{
  DdTextFile       *file;
  DdUnitDictionary *units;
  DdReading        *reading;
} DdCtlDocument;

/* The option of all commands that read a document. */
#define DD_CTL_ENCODING_OPTION \
  { "encoding", 0, 0, G_OPTION_ARG_CALLBACK, (gpointer) dd_ctl_parse_encoding_cb, \
    N_("How a text from before Unicode is written: auto, tcvn3, vni or none (default: auto)"), \
    N_("ENCODING") }

gboolean       dd_ctl_parse_encoding_cb (const char  *option,
                                         const char  *text,
                                         gpointer     data,
                                         GError     **error);
DdUnitDictionary *dd_ctl_units_new  (DdCtl          *ctl) G_GNUC_WARN_UNUSED_RESULT;
DdTextFile    *dd_ctl_read_text     (const char     *path) G_GNUC_WARN_UNUSED_RESULT;
DdCtlDocument *dd_ctl_document_new  (DdCtl          *ctl,
                                     DdTextFile     *text) G_GNUC_WARN_UNUSED_RESULT;
void           dd_ctl_document_free (DdCtlDocument  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdCtlDocument, dd_ctl_document_free)

G_END_DECLS
