/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DdStoreError:
 *
 * Why the store refused. Messages are for a log; what a person reads is made
 * from the code where the program speaks to them.
 */
typedef enum
{
  DD_STORE_ERROR_FAILED,        /* anything SQLite says that there is no word for */
  DD_STORE_ERROR_NO_FILE,       /* there is no such file */
  DD_STORE_ERROR_NO_ACCESS,     /* the file or its folder may not be read or written */
  DD_STORE_ERROR_NOT_OURS,      /* not a file of records of this program */
  DD_STORE_ERROR_CORRUPT,       /* was one, and is damaged */
  DD_STORE_ERROR_TOO_NEW,       /* written by a later version of the program */
  DD_STORE_ERROR_BUSY,          /* another program holds the file */
  DD_STORE_ERROR_READ_ONLY,     /* opened to read only */
  DD_STORE_ERROR_FULL,          /* the disk is full */
  DD_STORE_ERROR_NOT_FOUND,     /* the record does not exist any more */
  DD_STORE_ERROR_CONFLICT,      /* somebody changed the record meanwhile */
  DD_STORE_ERROR_IN_USE,        /* other records refer to it */
  DD_STORE_ERROR_INVALID,       /* a rule of the file refused the values */
  DD_STORE_ERROR_EXISTS,        /* there is such a file or record already */
  DD_STORE_ERROR_NO_CONTENT,    /* of an attachment only the name is there */
  DD_STORE_ERROR_RING,          /* a record would come after itself */
  DD_STORE_ERROR_MOVED,         /* the file is not where it was when it was opened */
  DD_STORE_ERROR_LOCKED,        /* of a meeting that is concluded */
} DdStoreError;

#define DD_STORE_ERROR (dd_store_error_quark ())
GQuark dd_store_error_quark (void);

char  *dd_store_error_to_text (const GError *error,
                               const char   *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
