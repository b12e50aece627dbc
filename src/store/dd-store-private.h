/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-store.h"
#include "dd-worker.h"
#include "dd-write.h"

G_BEGIN_DECLS

struct _DdStore
{
  GObject       parent_instance;

  char         *path;           /* as it was given */
  char         *file;           /* where that leads, once it is open */
  DdWorker     *worker;         /* NULL before it is open and once it is closed */
  GFileMonitor *monitor;
  guint         look_timer;
  guint         settle_timer;
  gint64        data_version;   /* how often others have written, as SQLite counts; 0: unknown */
  gboolean      read_only;
  gboolean      remote;
  gboolean      failed;         /* to read by itself, and has said so */
  DdRules       rules;
  DdCalendar   *calendar;
  GHashTable   *records[DD_N_KINDS]; /* id → object, borrowed: objects leave when they die */
  GPtrArray    *lists;          /* borrowed, as well */
};

void       dd_store_push                   (DdStore        *self,
                                            GTask          *task,
                                            DdJobType       type,
                                            DdJobRun        run,
                                            DdJobDone       done,
                                            gpointer        data,
                                            GDestroyNotify  data_free);
void       dd_store_add_list               (DdStore        *self,
                                            DdList         *list);
void       dd_store_remove_list            (DdStore        *self,
                                            DdList         *list);
void       dd_store_set_rules_and_holidays (DdStore        *self,
                                            const DdRules  *rules,
                                            GPtrArray      *holidays);
void       dd_store_emit_changed           (DdStore        *self,
                                            guint           kinds);
void       dd_store_emit_failed            (DdStore        *self,
                                            const GError   *error);

/* dd-store-tell.c */
DdRecord  *dd_store_get_record             (DdStore        *self,
                                            DdKind          kind,
                                            gint64          id) G_GNUC_WARN_UNUSED_RESULT;
DdRecord  *dd_store_take_row               (DdStore        *self,
                                            DdRow          *row) G_GNUC_WARN_UNUSED_RESULT;
void       dd_store_forget_records         (DdStore        *self);
void       dd_store_tell_touched           (DdStore        *self,
                                            GArray         *touched,
                                            GPtrArray      *rows);
void       dd_store_tell_all               (DdStore        *self);

/* dd-store-watch.c */
void       dd_store_watch                  (DdStore        *self);
void       dd_store_unwatch                (DdStore        *self);

/* dd-store-settle.c */
void       dd_store_settle_later           (DdStore        *self);

/* On the worker. */
gboolean   dd_read_rules_and_holidays      (DdDb           *db,
                                            DdRules        *rules,
                                            GPtrArray     **holidays,
                                            GError        **error);
gboolean   dd_read_touched_rows            (DdDb           *db,
                                            GArray         *touched,
                                            GPtrArray      *rows,
                                            GError        **error);

G_END_DECLS
