/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store: the one way by which a record changes. */
#pragma once

#include "dd-db.h"
#include "dd-row.h"

G_BEGIN_DECLS

/* Beside its fields the history keeps of a deleted record when it was made,
 * and its revision, so that it can be brought back as it was. */
#define DD_HISTORY_LINE_CREATED "created"
#define DD_HISTORY_LINE_REVISION "revision"

/**
 * DdTouched:
 *
 * A record that a change made, changed or deleted.
 */
typedef struct
{
  DdKind   kind;
  gint64   id;
  gboolean deleted;
} DdTouched;

/**
 * DdWriter:
 * @action: number of the action in the history
 *
 * What the writes of one action have in common. It lives as long as their
 * transaction.
 */
typedef struct
{
  char       *actor;
  char       *reason;           /* or NULL */
  char       *now;
  gint64      action;
  gint64      undoes;
  gint64      next_id[DD_N_KINDS];      /* 0: not looked for yet */
  GArray     *touched;          /* of DdTouched; NULL: nobody asks */
  gboolean    skip_search;      /* the caller indexes what it writes at the end */
  gboolean    keep_parts;       /* a deletion is refused where the record has parts */
} DdWriter;

void      dd_writer_start  (DdWriter      *writer,
                            const char    *actor,
                            const char    *reason);
void      dd_writer_clear  (DdWriter      *writer);

gboolean  dd_write_insert  (DdDb          *db,
                            DdWriter      *writer,
                            DdRow         *row,
                            GError       **error);
gboolean  dd_write_update  (DdDb          *db,
                            DdWriter      *writer,
                            DdRow         *row,
                            GError       **error);
gboolean  dd_write_delete  (DdDb          *db,
                            DdWriter      *writer,
                            DdKind         kind,
                            gint64         id,
                            GError       **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DdWriter, dd_writer_clear)

G_END_DECLS
