/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-day.h"
#include "dd-record-type.h"

G_BEGIN_DECLS

/**
 * DdRow:
 * @id: the row in the file of records; 0 for a record that is not in it yet
 * @uid: what the record is called in every file
 * @revision: counts its changes from 1
 *
 * The values of one record, plain: no object, no thread, no file.
 */
typedef struct _DdRow DdRow;

typedef enum
{
  DD_RECORD_ERROR_REQUIRED,     /* a field is missing */
  DD_RECORD_ERROR_TOO_LONG,
  DD_RECORD_ERROR_INVALID,      /* a value that the field cannot have */
} DdRecordError;

#define DD_RECORD_ERROR (dd_record_error_quark ())
GQuark              dd_record_error_quark    (void);

DdRow              *dd_row_new               (DdKind         kind) G_GNUC_WARN_UNUSED_RESULT;
DdRow              *dd_row_copy              (const DdRow   *self) G_GNUC_WARN_UNUSED_RESULT;
void                dd_row_free              (DdRow         *self);

const DdRecordType *dd_row_get_type          (const DdRow   *self);
DdKind              dd_row_get_kind          (const DdRow   *self);
gint64              dd_row_get_id            (const DdRow   *self);
void                dd_row_set_id            (DdRow         *self,
                                              gint64         id);
const char         *dd_row_get_uid           (const DdRow   *self);
void                dd_row_set_uid           (DdRow         *self,
                                              const char    *uid);
gint64              dd_row_get_revision      (const DdRow   *self);
void                dd_row_set_revision      (DdRow         *self,
                                              gint64         revision);
const char         *dd_row_get_created       (const DdRow   *self);
const char         *dd_row_get_changed       (const DdRow   *self);
void                dd_row_set_instants      (DdRow         *self,
                                              const char    *created,
                                              const char    *changed);

gboolean            dd_row_is_set            (const DdRow   *self,
                                              guint          field);
void                dd_row_unset             (DdRow         *self,
                                              guint          field);
const char         *dd_row_get_text          (const DdRow   *self,
                                              guint          field);
void                dd_row_set_text          (DdRow         *self,
                                              guint          field,
                                              const char    *text);
char              **dd_row_get_list          (const DdRow   *self,
                                              guint          field) G_GNUC_WARN_UNUSED_RESULT;
void                dd_row_set_list          (DdRow         *self,
                                              guint          field,
                                              const char * const *texts);
gint64              dd_row_get_number        (const DdRow   *self,
                                              guint          field);
void                dd_row_set_number        (DdRow         *self,
                                              guint          field,
                                              gint64         number);
double              dd_row_get_real          (const DdRow   *self,
                                              guint          field);
void                dd_row_set_real          (DdRow         *self,
                                              guint          field,
                                              double         real);
gboolean            dd_row_get_flag          (const DdRow   *self,
                                              guint          field);
void                dd_row_set_flag          (DdRow         *self,
                                              guint          field,
                                              gboolean       flag);
DdDay               dd_row_get_day           (const DdRow   *self,
                                              guint          field);
void                dd_row_set_day           (DdRow         *self,
                                              guint          field,
                                              DdDay          day);
guint               dd_row_get_choice        (const DdRow   *self,
                                              guint          field);
void                dd_row_set_choice        (DdRow         *self,
                                              guint          field,
                                              guint          choice);
gint64              dd_row_get_reference     (const DdRow   *self,
                                              guint          field);
void                dd_row_set_reference     (DdRow         *self,
                                              guint          field,
                                              gint64         id);
const char         *dd_row_get_reference_uid (const DdRow   *self,
                                              guint          field);
void                dd_row_set_reference_uid (DdRow         *self,
                                              guint          field,
                                              const char    *uid);
void                dd_row_adopt_text        (DdRow         *self,
                                              guint          field,
                                              const char    *stored);

gboolean            dd_row_field_equal       (const DdRow   *a,
                                              const DdRow   *b,
                                              guint          field);
void                dd_row_copy_field        (DdRow         *self,
                                              const DdRow   *other,
                                              guint          field);
char               *dd_row_field_to_code     (const DdRow   *self,
                                              guint          field) G_GNUC_WARN_UNUSED_RESULT;
gboolean            dd_row_field_from_code   (DdRow         *self,
                                              guint          field,
                                              const char    *code,
                                              GError       **error);
char               *dd_row_field_to_text     (const DdRow   *self,
                                              guint          field) G_GNUC_WARN_UNUSED_RESULT;
gboolean            dd_row_check_field       (const DdRow   *self,
                                              guint          field,
                                              GError       **error);
gboolean            dd_row_check             (const DdRow   *self,
                                              GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdRow, dd_row_free)

G_END_DECLS
