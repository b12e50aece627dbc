/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-list.h"
#include "dd-store.h"

G_BEGIN_DECLS

/* Beyond so many changed records a list asks anew instead of placing each. */
#define DD_LIST_MANY_CHANGED 16

struct _DdList
{
  GObject       parent_instance;

  DdStore      *store;
  DdQuery      *query;
  GArray       *ids;            /* of gint64 */
  GArray       *changed;        /* ids of records to place anew */
  GArray       *wanted;         /* ids of records to read */
  guint         read_source;
  GPtrArray    *recent;         /* records kept alive, in turn */
  guint         next_recent;
  GCancellable *cancellable;    /* of the question that is out */
  gboolean      asking;
  gboolean      ask_anew;
  gboolean      loading;        /* no answer to this query yet */
  gboolean      complete;       /* all ids are known */
};

/* dd-list.c */
DdList   *dd_list_new          (DdStore       *store,
                                const DdQuery *query) G_GNUC_WARN_UNUSED_RESULT;
void      dd_list_note_change  (DdList        *self,
                                gint64         id);
void      dd_list_ask_anew     (DdList        *self);
gboolean  dd_list_reads        (DdList        *self,
                                DdKind         kind);
void      dd_list_set_loading  (DdList        *self,
                                gboolean       loading);
void      dd_list_set_complete (DdList        *self,
                                gboolean       complete);
void      dd_list_tell         (DdList        *self,
                                guint          position,
                                guint          removed,
                                guint          added);

/* dd-list-ask.c */
void      dd_list_go_on        (DdList        *self);
void      dd_list_withdraw     (DdList        *self);
gboolean  dd_list_is_changed   (DdList        *self,
                                gint64         id);
void      dd_list_want         (DdList        *self,
                                DdRecord      *record);

G_END_DECLS
