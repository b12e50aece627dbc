/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to dondocctl: what its commands have in common. */
#pragma once

#include "dd-json-writer.h"
#include "dd-store.h"

G_BEGIN_DECLS

/* What the process ends with. */
typedef enum
{
  DD_CTL_DONE     = 0,
  DD_CTL_NOTHING  = 1,          /* nothing found; a check failed */
  DD_CTL_ERROR    = 2,          /* said on standard error */
} DdCtlExit;

typedef enum
{
  DD_CTL_TEXT,
  DD_CTL_JSON,
  DD_CTL_CSV,
} DdCtlFormat;

/**
 * DdCtl:
 * @path: the file of records
 * @today: what day it is, for what is late
 * @date: the day that a document speaks from when it does not say so itself
 * @store: %NULL until dd_ctl_open()
 * @arguments: what stands on the command line beside the options
 */
typedef struct
{
  char         *path;
  char         *actor;
  DdDay         today;
  DdDay         date;
  DdCtlFormat   format;
  DdStore      *store;
  char        **arguments;
} DdCtl;

/**
 * DdCtlCommand:
 * @usage: what follows its name, for --help
 * @summary: one line, for --help; to be translated
 * @examples: complete command lines, for --help
 * @members: what --format=json prints, for --help; "…" stands for a value
 * @options: (nullable): its own options, beside those of all commands
 * @has_csv: whether what it prints is a table, so that --format=csv means something
 * @has_date: whether it reads documents, so that --date does
 * @has_actor: whether it writes records, so that --actor does
 * @is_timeless: whether it does the same on any day, so that --today means nothing
 */
typedef struct
{
  const char          *name;
  const char          *usage;
  const char          *summary;
  const char          *examples;
  const char          *members;
  const GOptionEntry  *options;
  gboolean             has_csv;
  gboolean             has_date;
  gboolean             has_actor;
  gboolean             is_timeless;
  DdCtlExit          (*run) (DdCtl *ctl);
} DdCtlCommand;

extern const DdCtlCommand dd_ctl_extract;
extern const DdCtlCommand dd_ctl_import;
extern const DdCtlCommand dd_ctl_assign;
extern const DdCtlCommand dd_ctl_tasks;
extern const DdCtlCommand dd_ctl_progress;
extern const DdCtlCommand dd_ctl_plans;
extern const DdCtlCommand dd_ctl_report;
extern const DdCtlCommand dd_ctl_check;
extern const DdCtlCommand dd_ctl_backup;
extern const DdCtlCommand dd_ctl_restore;

DdCtlExit      dd_ctl_fail           (const GError         *error);
DdCtlExit      dd_ctl_fail_text      (const char           *sentence);
char          *dd_ctl_get_own_path   (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean       dd_ctl_open           (DdCtl                *ctl,
                                      DdStoreOpenFlags      flags);
void           dd_ctl_keep_cb        (GObject              *object,
                                      GAsyncResult         *result,
                                      gpointer              user_data);
GAsyncResult  *dd_ctl_wait           (GAsyncResult        **result);
DdChange      *dd_ctl_write          (DdCtl                *ctl,
                                      DdChange             *change);
GPtrArray     *dd_ctl_select         (DdCtl                *ctl,
                                      const DdQuery        *query);
gboolean       dd_ctl_check_folder   (const char           *path);
const char    *dd_ctl_get_argument   (DdCtl                *ctl);
DdRow         *dd_ctl_fetch          (DdCtl                *ctl,
                                      DdKind                kind,
                                      const char           *uid) G_GNUC_WARN_UNUSED_RESULT;
gboolean       dd_ctl_look_up_unit   (DdCtl                *ctl,
                                      const char           *name,
                                      gint64               *id);
gint64         dd_ctl_find_unit      (DdCtl                *ctl,
                                      const char           *name);
DdDay          dd_ctl_parse_day      (const char           *option,
                                      const char           *text);

DdJsonWriter  *dd_ctl_json_new       (void) G_GNUC_WARN_UNUSED_RESULT;
DdCtlExit      dd_ctl_json_finish    (DdJsonWriter         *json);
DdCtlExit      dd_ctl_print          (const char           *text);
guint          dd_ctl_get_width      (void);

G_END_DECLS
