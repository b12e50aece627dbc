/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DdExchangeError:
 *
 * Why a file from outside was refused. The message is a sentence for the user
 * that says where in the file.
 */
typedef enum
{
  DD_EXCHANGE_ERROR_READ,       /* the file cannot be read */
  DD_EXCHANGE_ERROR_WRITE,      /* the file cannot be written */
  DD_EXCHANGE_ERROR_SYNTAX,     /* not JSON, or JSON that programs read differently */
  DD_EXCHANGE_ERROR_FORMAT,     /* JSON, but not of this program */
  DD_EXCHANGE_ERROR_TOO_NEW,    /* of a later version of this program */
  DD_EXCHANGE_ERROR_TOO_LARGE,  /* larger than any such file is */
  DD_EXCHANGE_ERROR_KIND,       /* a kind of file that is not read */
  DD_EXCHANGE_ERROR_LOCKED,     /* opens with a password only */
  DD_EXCHANGE_ERROR_DAMAGED,    /* of a kind that is read, but broken */
  DD_EXCHANGE_ERROR_NO_TEXT,    /* pictures of text, or nothing */
} DdExchangeError;

#define DD_EXCHANGE_ERROR (dd_exchange_error_quark ())
GQuark dd_exchange_error_quark (void);

G_END_DECLS
