/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-store.h"

G_BEGIN_DECLS

typedef enum
{
  DD_PROBLEM_DAMAGED,           /* SQLite finds the file damaged */
  DD_PROBLEM_REFERENCE,         /* a record refers to one that does not exist */
  DD_PROBLEM_SEARCH,            /* the search index does not say what the records do */
  DD_PROBLEM_DUE,               /* a due day is not what the rule makes of the deadline */
  DD_PROBLEM_CONTENT,           /* the bytes of an attachment are not those that were kept */
  DD_PROBLEM_NO_CONTENT,        /* an attachment came from another desk by its name alone */
} DdProblemKind;

/**
 * DdProblem:
 * @detail: where, for a log; of an attachment its name
 */
typedef struct
{
  DdProblemKind  kind;
  char          *detail;
} DdProblem;

gboolean    dd_problem_is_damage    (DdProblemKind         kind);
void        dd_store_check_async    (DdStore              *self,
                                     gboolean              repair,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
GPtrArray  *dd_store_check_finish   (DdStore              *self,
                                     GAsyncResult         *result,
                                     GError              **error);
void        dd_store_backup_async   (DdStore              *self,
                                     const char           *path,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean    dd_store_backup_finish  (DdStore              *self,
                                     GAsyncResult         *result,
                                     GError              **error);
void        dd_store_restore_async  (const char           *path,
                                     const char           *backup,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
char       *dd_store_restore_finish (GAsyncResult         *result,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
