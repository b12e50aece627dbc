/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-day.h"

G_BEGIN_DECLS

/* What every official document says at its top right: quốc hiệu, tiêu ngữ. */
#define DD_OFFICE_NATION "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define DD_OFFICE_MOTTO "Độc lập - Tự do - Hạnh phúc"

/* The ladder of a body: Phần I., 1., a), -, +. */
typedef enum
{
  DD_OFFICE_LEVEL_TEXT,
  DD_OFFICE_LEVEL_PART,
  DD_OFFICE_LEVEL_ITEM,
  DD_OFFICE_LEVEL_POINT,
  DD_OFFICE_LEVEL_DASH,
  DD_OFFICE_LEVEL_PLUS,
} DdOfficeLevel;

#define DD_N_OFFICE_LEVELS (DD_OFFICE_LEVEL_PLUS + 1)

/**
 * DdOfficeParagraph:
 * @is_heading: whether it only names what follows
 * @marker: what stands before it: "2.", "đ)", "-"; "" for plain text
 */
typedef struct
{
  DdOfficeLevel  level;
  gboolean       is_heading;
  char          *marker;
  char          *text;
} DdOfficeParagraph;

/**
 * DdOfficeAnnex:
 * @title: "Phụ lục"
 * @subtitle: (nullable): what it lists
 * @headings: of the columns
 * @shares: how wide the columns are, in parts of their sum; as many as @headings
 * @rows: (element-type GStrv): as many cells as @headings
 *
 * A table that stands behind the signature, on pages of its own.
 */
typedef struct
{
  char      *title;
  char      *subtitle;
  char     **headings;
  guint     *shares;
  GPtrArray *rows;
} DdOfficeAnnex;

/**
 * DdOfficeDocument:
 * @superior: (nullable): the agency above the one that issues
 * @agency: who issues
 * @number: (nullable): "87"; without it there is room to write it
 * @code: what follows the number: "TB-UBND"
 * @place: where it is issued, without the day
 * @type: (nullable): "Thông báo"; a letter (công văn) has none
 * @subject: the trích yếu; of a letter what follows "V/v"
 * @addressees: (element-type utf8): Kính gửi
 * @paragraphs: (element-type DdOfficeParagraph)
 * @authority: in whose name it is signed, line by line: "TL. CHỦ TỊCH"
 * @post: of who signs
 * @signer: (nullable)
 * @recipients: (element-type utf8): Nơi nhận, without what ends the lines
 * @annexes: (element-type DdOfficeAnnex)
 *
 * An official document with the parts that Decree 30/2020/NĐ-CP, Annex I, gives it: a
 * notice, a letter, a report. Plain values; how it looks is said by #DdOfficeStyle, and
 * the writers of files make it so.
 */
typedef struct
{
  char       *superior;
  char       *agency;
  char       *number;
  char       *code;
  char       *place;
  DdDay       day;
  char       *type;
  char       *subject;
  GPtrArray  *addressees;
  GPtrArray  *paragraphs;
  char      **authority;
  char       *post;
  char       *signer;
  GPtrArray  *recipients;
  GPtrArray  *annexes;

  /*< private >*/
  guint       counts[DD_N_OFFICE_LEVELS];
} DdOfficeDocument;

DdOfficeDocument *dd_office_document_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void              dd_office_document_free          (DdOfficeDocument   *self);

guint             dd_office_document_add           (DdOfficeDocument   *self,
                                                    DdOfficeLevel       level,
                                                    const char         *text);
guint             dd_office_document_add_heading   (DdOfficeDocument   *self,
                                                    DdOfficeLevel       level,
                                                    const char         *text);
void              dd_office_document_add_addressee (DdOfficeDocument   *self,
                                                    const char         *name);
void              dd_office_document_add_recipient (DdOfficeDocument   *self,
                                                    const char         *name);
DdOfficeAnnex    *dd_office_document_add_annex     (DdOfficeDocument   *self,
                                                    const char         *title,
                                                    const char         *subtitle,
                                                    const char * const *headings,
                                                    const guint        *shares);
void              dd_office_annex_add_row          (DdOfficeAnnex      *self,
                                                    const char * const *cells);

char             *dd_office_document_get_superior  (const DdOfficeDocument *self)
                                                    G_GNUC_WARN_UNUSED_RESULT;
char             *dd_office_document_get_agency    (const DdOfficeDocument *self)
                                                    G_GNUC_WARN_UNUSED_RESULT;
char             *dd_office_document_get_number    (const DdOfficeDocument *self)
                                                    G_GNUC_WARN_UNUSED_RESULT;
char             *dd_office_document_get_place_day (const DdOfficeDocument *self)
                                                    G_GNUC_WARN_UNUSED_RESULT;
char             *dd_office_document_get_type      (const DdOfficeDocument *self)
                                                    G_GNUC_WARN_UNUSED_RESULT;
char             *dd_office_document_get_title     (const DdOfficeDocument *self)
                                                    G_GNUC_WARN_UNUSED_RESULT;
char             *dd_office_document_get_paragraph (const DdOfficeDocument *self,
                                                    guint                   position)
                                                    G_GNUC_WARN_UNUSED_RESULT;
char             *dd_office_document_get_addressee (const DdOfficeDocument *self,
                                                    guint                   position)
                                                    G_GNUC_WARN_UNUSED_RESULT;
char             *dd_office_document_get_recipient (const DdOfficeDocument *self,
                                                    guint                   position)
                                                    G_GNUC_WARN_UNUSED_RESULT;
char            **dd_office_document_get_signing   (const DdOfficeDocument *self)
                                                    G_GNUC_WARN_UNUSED_RESULT;
char             *dd_office_document_to_text       (const DdOfficeDocument *self,
                                                    guint                  *starts)
                                                    G_GNUC_WARN_UNUSED_RESULT;

char             *dd_office_day_to_text            (DdDay                   day)
                                                    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdOfficeDocument, dd_office_document_free)

G_END_DECLS
