/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fails when it is told to: what SQLite asks of the system passes
 * through here, so that the n-th write of a file of records can find no room,
 * or the n-th sync an error, on any machine and without being root. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DD_FAULT_FULL,                /* no room to write or to make a file */
  DD_FAULT_ERROR,               /* the disk is broken: nothing is written or made safe */
  DD_FAULT_DENIED,              /* no file can be made, opened or removed */
} DdFault;

#define DD_N_FAULTS (DD_FAULT_DENIED + 1)

void      dd_faulty_disk_install (void);
void      dd_faulty_disk_arm     (DdFault   fault,
                                  guint     after,
                                  gboolean  for_good);
gboolean  dd_faulty_disk_disarm  (void);
guint     dd_faulty_disk_n_syncs (void);

G_END_DECLS
