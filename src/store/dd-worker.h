/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include <gio/gio.h>

#include "dd-db.h"

G_BEGIN_DECLS

typedef struct _DdWorker DdWorker;

/* Runs on the worker thread. It may touch @db and @data and nothing else: no
 * object, no widget, no other store. */
typedef gboolean (*DdJobRun)  (DdDb      *db,
                               gpointer   data,
                               GError   **error);

/* Runs on the main thread after a run that succeeded: shows the change in the
 * lists, then returns @task. It runs even if nobody waits for the task. */
typedef void     (*DdJobDone) (GTask     *task,
                               gpointer   data);

typedef enum
{
  DD_JOB_READ,                  /* may be stopped half-way when it is cancelled */
  DD_JOB_SNAPSHOT,              /* the same, and all it reads is of one moment */
  DD_JOB_WRITE,                 /* may be cancelled only before it begins */
} DdJobType;

DdWorker *dd_worker_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void      dd_worker_stop (DdWorker       *self);
void      dd_worker_push (DdWorker       *self,
                          GTask          *task,
                          DdJobType       type,
                          DdJobRun        run,
                          DdJobDone       done,
                          gpointer        data,
                          GDestroyNotify  data_free);

G_END_DECLS
