/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-office-document.h"
#include "dd-row.h"

G_BEGIN_DECLS

typedef enum
{
  DD_LETTERHEAD_SUPERIOR,       /* UBND tỉnh Hải Sơn */
  DD_LETTERHEAD_AGENCY,         /* Văn phòng */
  DD_LETTERHEAD_CODE,           /* VP: what follows TB- */
  DD_LETTERHEAD_PLACE,          /* Hải Sơn */
  DD_LETTERHEAD_AUTHORITY,      /* TL. Chủ tịch; KT. Chánh Văn phòng */
  DD_LETTERHEAD_POST,           /* Phó Chánh Văn phòng */
  DD_LETTERHEAD_SIGNER,
  DD_LETTERHEAD_RECIPIENTS,     /* Như trên; Lưu: VT */
} DdLetterheadField;

#define DD_N_LETTERHEAD_FIELDS (DD_LETTERHEAD_RECIPIENTS + 1)

/**
 * DdOfficeLetterhead:
 * @values: (array fixed-size=8): of each field, or %NULL; lines of one are parted by semicolons
 *
 * What every document of one office says of the office: typed once, and kept among the
 * settings of the file of records.
 */
typedef struct
{
  char *values[DD_N_LETTERHEAD_FIELDS];
} DdOfficeLetterhead;

DdOfficeLetterhead *dd_office_letterhead_new       (GPtrArray                *settings)
                                                    G_GNUC_WARN_UNUSED_RESULT;
void                dd_office_letterhead_free      (DdOfficeLetterhead       *self);
void                dd_office_letterhead_set       (DdOfficeLetterhead       *self,
                                                    DdLetterheadField         field,
                                                    const char               *value);
GPtrArray          *dd_office_letterhead_make_rows (const DdOfficeLetterhead *self,
                                                    GPtrArray                *settings)
                                                    G_GNUC_WARN_UNUSED_RESULT;
void                dd_office_letterhead_apply     (const DdOfficeLetterhead *self,
                                                    const char               *type_code,
                                                    DdOfficeDocument         *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdOfficeLetterhead, dd_office_letterhead_free)

G_END_DECLS
