/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-row"

#include "config.h"

#include "dd-row.h"

#include "dd-day-text.h"
#include "dd-text.h"
#include "dd-uid.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef union
{
  char   *text;
  gint64  number;               /* also flag, choice, reference */
  double  real;
  DdDay   day;
} Value;

struct _DdRow
{
  const DdRecordType  *type;
  gint64               id;
  char                *uid;
  char                *created;
  char                *changed;
  gint64               revision;
  char               **reference_uids;  /* by field; NULL while none is set */
  guint64              set;             /* a bit for each field that has a value */
  Value                values[];
};

G_DEFINE_QUARK (dd-record-error-quark, dd_record_error)

static const DdField *
get_field (const DdRow *self,
           guint        field)
{
  g_assert (field < self->type->n_fields);

  return &self->type->fields[field];
}

static void
replace_text (char       **place,
              const char  *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

static void
mark_set (DdRow *self,
          guint  field)
{
  self->set |= G_GUINT64_CONSTANT (1) << field;
}

DdRow *
dd_row_new (DdKind kind)
{
  const DdRecordType *type = dd_record_type_get (kind);
  DdRow *self = g_malloc0 (sizeof (DdRow) + type->n_fields * sizeof (Value));

  g_assert (type->n_fields <= 64);
  self->type = type;

  return self;
}

DdRow *
dd_row_copy (const DdRow *self)
{
  DdRow *copy = dd_row_new (self->type->kind);

  copy->id = self->id;
  copy->uid = g_strdup (self->uid);
  copy->created = g_strdup (self->created);
  copy->changed = g_strdup (self->changed);
  copy->revision = self->revision;
  for (guint i = 0; i < self->type->n_fields; i++)
    dd_row_copy_field (copy, self, i);

  return copy;
}

void
dd_row_free (DdRow *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->type->n_fields; i++)
    {
      if (dd_field_is_text (&self->type->fields[i]))
        g_free (self->values[i].text);
      if (self->reference_uids != NULL)
        g_free (self->reference_uids[i]);
    }
  g_free (self->reference_uids);
  g_free (self->uid);
  g_free (self->created);
  g_free (self->changed);
  g_free (self);
}

const DdRecordType *
dd_row_get_type (const DdRow *self)
{
  return self->type;
}

DdKind
dd_row_get_kind (const DdRow *self)
{
  return self->type->kind;
}

gint64
dd_row_get_id (const DdRow *self)
{
  return self->id;
}

void
dd_row_set_id (DdRow  *self,
               gint64  id)
{
  self->id = id;
}

/**
 * dd_row_get_uid:
 *
 * Returns: (nullable): %NULL for a record that has none yet: the store gives it one
 */
const char *
dd_row_get_uid (const DdRow *self)
{
  return self->uid;
}

void
dd_row_set_uid (DdRow      *self,
                const char *uid)
{
  replace_text (&self->uid, uid);
}

gint64
dd_row_get_revision (const DdRow *self)
{
  return self->revision;
}

void
dd_row_set_revision (DdRow  *self,
                     gint64  revision)
{
  self->revision = revision;
}

const char *
dd_row_get_created (const DdRow *self)
{
  return self->created;
}

const char *
dd_row_get_changed (const DdRow *self)
{
  return self->changed;
}

void
dd_row_set_instants (DdRow      *self,
                     const char *created,
                     const char *changed)
{
  replace_text (&self->created, created);
  replace_text (&self->changed, changed);
}

gboolean
dd_row_is_set (const DdRow *self,
               guint        field)
{
  g_assert (field < self->type->n_fields);

  return (self->set >> field & 1) != 0;
}

void
dd_row_unset (DdRow *self,
              guint  field)
{
  const DdField *description = get_field (self, field);

  if (dd_field_is_text (description))
    g_clear_pointer (&self->values[field].text, g_free);
  else
    memset (&self->values[field], 0, sizeof (Value));
  if (self->reference_uids != NULL)
    g_clear_pointer (&self->reference_uids[field], g_free);
  self->set &= ~(G_GUINT64_CONSTANT (1) << field);
}

/**
 * dd_row_get_text:
 *
 * Returns: (nullable): the text of a %DD_FIELD_TEXT, the lines of a
 *   %DD_FIELD_LIST; never ""
 */
const char *
dd_row_get_text (const DdRow *self,
                 guint        field)
{
  g_assert (dd_field_is_text (get_field (self, field)));

  return self->values[field].text;
}

/**
 * dd_row_set_text:
 * @text: (nullable): valid UTF-8; %NULL and "" both mean no value
 *
 * Keeps the composed form of @text without what could not be shown, unless the
 * field is verbatim. Of a %DD_FIELD_LIST each line is one text.
 */
void
dd_row_set_text (DdRow      *self,
                 guint       field,
                 const char *text)
{
  const DdField *description = get_field (self, field);
  g_autofree char *clean = NULL;

  g_assert (dd_field_is_text (description));

  if (text != NULL && (description->flags & DD_FIELD_VERBATIM) == 0)
    clean = dd_text_clean (text, description->type == DD_FIELD_TEXT &&
                                 (description->flags & DD_FIELD_MULTILINE) == 0);
  if (clean != NULL && description->type == DD_FIELD_LIST)
    {
      g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

      dd_row_set_list (self, field, (const char * const *) lines);
      return;
    }
  dd_row_adopt_text (self, field, clean != NULL ? clean : text);
}

/**
 * dd_row_adopt_text:
 * @stored: (nullable): a text that has been through dd_row_set_text() before
 *
 * For the store, whose texts are clean already.
 */
void
dd_row_adopt_text (DdRow      *self,
                   guint       field,
                   const char *stored)
{
  char *copy;

  g_assert (dd_field_is_text (get_field (self, field)));

  if (stored == NULL || *stored == '\0')
    {
      dd_row_unset (self, field);
      return;
    }

  copy = g_strdup (stored);
  g_free (self->values[field].text);
  self->values[field].text = copy;
  mark_set (self, field);
}

/**
 * dd_row_get_list:
 *
 * Returns: (transfer full): the texts of a %DD_FIELD_LIST; empty if it has no value
 */
char **
dd_row_get_list (const DdRow *self,
                 guint        field)
{
  g_assert (get_field (self, field)->type == DD_FIELD_LIST);

  if (self->values[field].text == NULL)
    return g_new0 (char *, 1);

  return g_strsplit (self->values[field].text, "\n", -1);
}

/**
 * dd_row_set_list:
 * @texts: (nullable) (array zero-terminated=1): each becomes one line
 */
void
dd_row_set_list (DdRow              *self,
                 guint               field,
                 const char * const *texts)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  g_assert (get_field (self, field)->type == DD_FIELD_LIST);

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autofree char *line = dd_text_clean (texts[i], TRUE);

      if (*line == '\0')
        continue;
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, line);
    }
  dd_row_adopt_text (self, field, lines->str);
}

gint64
dd_row_get_number (const DdRow *self,
                   guint        field)
{
  g_assert (get_field (self, field)->type == DD_FIELD_NUMBER);

  return self->values[field].number;
}

void
dd_row_set_number (DdRow  *self,
                   guint   field,
                   gint64  number)
{
  g_assert (get_field (self, field)->type == DD_FIELD_NUMBER);

  self->values[field].number = number;
  mark_set (self, field);
}

double
dd_row_get_real (const DdRow *self,
                 guint        field)
{
  g_assert (get_field (self, field)->type == DD_FIELD_REAL);

  return self->values[field].real;
}

void
dd_row_set_real (DdRow  *self,
                 guint   field,
                 double  real)
{
  g_assert (get_field (self, field)->type == DD_FIELD_REAL);

  self->values[field].real = real;
  mark_set (self, field);
}

gboolean
dd_row_get_flag (const DdRow *self,
                 guint        field)
{
  g_assert (get_field (self, field)->type == DD_FIELD_FLAG);

  return self->values[field].number != 0;
}

void
dd_row_set_flag (DdRow    *self,
                 guint     field,
                 gboolean  flag)
{
  g_assert (get_field (self, field)->type == DD_FIELD_FLAG);

  self->values[field].number = flag != FALSE;
  mark_set (self, field);
}

DdDay
dd_row_get_day (const DdRow *self,
                guint        field)
{
  g_assert (get_field (self, field)->type == DD_FIELD_DAY);

  return self->values[field].day;
}

void
dd_row_set_day (DdRow *self,
                guint  field,
                DdDay  day)
{
  g_assert (get_field (self, field)->type == DD_FIELD_DAY);

  if (day == DD_DAY_NONE)
    {
      dd_row_unset (self, field);
      return;
    }

  self->values[field].day = day;
  mark_set (self, field);
}

/**
 * dd_row_get_choice:
 *
 * Returns: an index into the field's choices; 0, the first, if it has no value
 */
guint
dd_row_get_choice (const DdRow *self,
                   guint        field)
{
  g_assert (get_field (self, field)->type == DD_FIELD_CHOICE);

  return (guint) self->values[field].number;
}

void
dd_row_set_choice (DdRow *self,
                   guint  field,
                   guint  choice)
{
  const DdField *description = get_field (self, field);

  g_assert (description->type == DD_FIELD_CHOICE);
  g_return_if_fail (choice < description->n_choices);

  self->values[field].number = choice;
  mark_set (self, field);
}

gint64
dd_row_get_reference (const DdRow *self,
                      guint        field)
{
  g_assert (get_field (self, field)->type == DD_FIELD_REFERENCE);

  return self->values[field].number;
}

/**
 * dd_row_set_reference:
 * @id: the row id of the record referred to; 0 for none
 */
void
dd_row_set_reference (DdRow  *self,
                      guint   field,
                      gint64  id)
{
  g_assert (get_field (self, field)->type == DD_FIELD_REFERENCE);

  if (id == 0)
    {
      dd_row_unset (self, field);
      return;
    }

  self->values[field].number = id;
  mark_set (self, field);
}

/**
 * dd_row_get_reference_uid:
 *
 * Returns: (nullable): the uid of the record referred to, where it is known by
 *   that alone and the store has yet to find its row
 */
const char *
dd_row_get_reference_uid (const DdRow *self,
                          guint        field)
{
  g_assert (get_field (self, field)->type == DD_FIELD_REFERENCE);

  return self->reference_uids != NULL ? self->reference_uids[field] : NULL;
}

void
dd_row_set_reference_uid (DdRow      *self,
                          guint       field,
                          const char *uid)
{
  g_assert (get_field (self, field)->type == DD_FIELD_REFERENCE);

  if (self->reference_uids == NULL)
    self->reference_uids = g_new0 (char *, self->type->n_fields);
  replace_text (&self->reference_uids[field], uid);
}

gboolean
dd_row_field_equal (const DdRow *a,
                    const DdRow *b,
                    guint        field)
{
  const DdField *description = get_field (a, field);

  g_assert (a->type == b->type);

  if (dd_row_is_set (a, field) != dd_row_is_set (b, field))
    return FALSE;
  if (!dd_row_is_set (a, field))
    return TRUE;
  if (dd_field_is_text (description))
    return strcmp (a->values[field].text, b->values[field].text) == 0;
  if (description->type == DD_FIELD_REAL)
    return fabs (a->values[field].real - b->values[field].real) <= 0.0;
  if (description->type == DD_FIELD_DAY)
    return a->values[field].day == b->values[field].day;

  return a->values[field].number == b->values[field].number;
}

void
dd_row_copy_field (DdRow       *self,
                   const DdRow *other,
                   guint        field)
{
  const DdField *description = get_field (self, field);

  g_assert (self->type == other->type);

  if (dd_field_is_text (description))
    {
      dd_row_adopt_text (self, field, other->values[field].text);
      return;
    }

  dd_row_unset (self, field);
  self->values[field] = other->values[field];
  if (dd_row_is_set (other, field))
    mark_set (self, field);
  if (other->reference_uids != NULL && other->reference_uids[field] != NULL)
    dd_row_set_reference_uid (self, field, other->reference_uids[field]);
}

/**
 * dd_row_field_to_code:
 *
 * Returns: (transfer full) (nullable): the value for a machine, the same in
 *   every language: a code, an ISO day, a number with a decimal point;
 *   %NULL for no value
 */
char *
dd_row_field_to_code (const DdRow *self,
                      guint        field)
{
  const DdField *description = get_field (self, field);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!dd_row_is_set (self, field))
    return NULL;

  switch (description->type)
    {
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
    case DD_FIELD_INSTANT:
      return g_strdup (self->values[field].text);
    case DD_FIELD_REAL:
      return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, self->values[field].real));
    case DD_FIELD_DAY:
      return dd_day_to_iso (self->values[field].day);
    case DD_FIELD_CHOICE:
      return g_strdup (description->choices[self->values[field].number].code);
    case DD_FIELD_NUMBER:
    case DD_FIELD_FLAG:
    case DD_FIELD_REFERENCE:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, self->values[field].number);
    }
}

static gboolean
refuse (const DdField  *field,
        const char     *value,
        GError        **error)
{
  g_set_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
               /* Translators: the first %s is the name of a field, the second what it was given. */
               _("%s cannot be “%s”."), dd_field_get_label (field), value);
  return FALSE;
}

/* The C library would also take spaces, a plus sign, and hexadecimal digits. */
static gboolean
has_only (const char *code,
          const char *characters)
{
  return code[strspn (code, characters)] == '\0';
}

static gboolean
read_number (const char *code,
             gint64     *number)
{
  char *end = NULL;

  errno = 0;
  *number = g_ascii_strtoll (code, &end, 10);

  return has_only (code, "-0123456789") && end != code && *end == '\0' && errno == 0;
}

static gboolean
read_real (const char *code,
           double     *real)
{
  char *end = NULL;

  *real = g_ascii_strtod (code, &end);

  return has_only (code, "-+.eE0123456789") && *code != '+' &&
         end != code && *end == '\0' && isfinite (*real);
}

/**
 * dd_row_field_from_code:
 * @code: (nullable): what dd_row_field_to_code() gives
 *
 * Returns: %FALSE with #DdRecordError, and the field unchanged, if @code is no
 *   value of the field
 */
gboolean
dd_row_field_from_code (DdRow       *self,
                        guint        field,
                        const char  *code,
                        GError     **error)
{
  const DdField *description = get_field (self, field);
  gint64 number;
  double real;
  guint choice;

  if (code == NULL || *code == '\0')
    {
      dd_row_unset (self, field);
      return TRUE;
    }

  switch (description->type)
    {
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
      dd_row_set_text (self, field, code);
      return TRUE;

    case DD_FIELD_INSTANT:
      if (!dd_instant_is_valid (code))
        return refuse (description, code, error);
      dd_row_adopt_text (self, field, code);
      return TRUE;

    case DD_FIELD_REAL:
      if (!read_real (code, &real))
        return refuse (description, code, error);
      dd_row_set_real (self, field, real);
      return TRUE;

    case DD_FIELD_DAY:
      if (dd_day_from_iso (code) == DD_DAY_NONE)
        return refuse (description, code, error);
      dd_row_set_day (self, field, dd_day_from_iso (code));
      return TRUE;

    case DD_FIELD_CHOICE:
      if (!dd_field_find_choice (description, code, &choice))
        return refuse (description, code, error);
      dd_row_set_choice (self, field, choice);
      return TRUE;

    case DD_FIELD_NUMBER:
    case DD_FIELD_FLAG:
    case DD_FIELD_REFERENCE:
    default:
      if (!read_number (code, &number) ||
          (description->type == DD_FIELD_FLAG && number != 0 && number != 1) ||
          (description->type == DD_FIELD_REFERENCE && number <= 0))
        return refuse (description, code, error);
      self->values[field].number = number;
      mark_set (self, field);
      return TRUE;
    }
}

/* Codes become what they are called; words of one's own stay. */
static void
name_choices (const DdField  *field,
              char          **lines)
{
  guint choice;

  for (guint i = 0; lines[i] != NULL; i++)
    if (dd_field_find_choice (field, lines[i], &choice))
      {
        g_free (lines[i]);
        lines[i] = g_strdup (dd_field_get_choice_label (field, choice));
      }
}

/**
 * dd_row_field_to_text:
 *
 * Returns: (transfer full): the value for a person, in the language of the
 *   program; "" for no value. A reference is only its number: its name is
 *   another record's.
 */
char *
dd_row_field_to_text (const DdRow *self,
                      guint        field)
{
  const DdField *description = get_field (self, field);

  if (!dd_row_is_set (self, field))
    return g_strdup ("");

  if (description->type == DD_FIELD_DAY)
    return dd_day_to_text (self->values[field].day);
  if (description->type == DD_FIELD_CHOICE)
    return g_strdup (dd_field_get_choice_label (description, dd_row_get_choice (self, field)));
  if (description->type == DD_FIELD_FLAG)
    return g_strdup (dd_row_get_flag (self, field) ? _("yes") : _("no"));
  if (description->type == DD_FIELD_LIST)
    {
      g_auto (GStrv) lines = dd_row_get_list (self, field);

      name_choices (description, lines);
      return g_strjoinv ("; ", lines);
    }

  return dd_row_field_to_code (self, field);
}

/**
 * dd_row_check_field:
 *
 * Whether the value of one field may be stored.
 *
 * Returns: %FALSE with a #DdRecordError whose message is a sentence that names
 *   the field
 */
gboolean
dd_row_check_field (const DdRow  *self,
                    guint         field,
                    GError      **error)
{
  const DdField *description = get_field (self, field);
  guint length, limit;

  if (!dd_row_is_set (self, field))
    {
      if ((description->flags & DD_FIELD_REQUIRED) == 0 ||
          (description->type == DD_FIELD_REFERENCE &&
           dd_row_get_reference_uid (self, field) != NULL))
        return TRUE;

      g_set_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED,
                   /* Translators: %s is the name of a field. */
                   _("%s is missing."), dd_field_get_label (description));
      return FALSE;
    }

  if (!dd_field_is_text (description) || (description->flags & DD_FIELD_VERBATIM) != 0)
    return TRUE;

  if (description->max_length > 0)
    limit = description->max_length;
  else
    limit = (description->flags & DD_FIELD_MULTILINE) != 0 ? DD_FIELD_NOTE_MAX : DD_FIELD_LINE_MAX;
  length = (guint) g_utf8_strlen (self->values[field].text, -1);
  if (length <= limit)
    return TRUE;

  g_set_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_TOO_LONG,
               /* Translators: %s is the name of a field, then how many characters were given and
                * how many it may have. */
               _("%s has %u characters; at most %u are kept. Please shorten it."),
               dd_field_get_label (description), length, limit);
  return FALSE;
}

/**
 * dd_row_check:
 *
 * Whether the record may be stored as far as can be told from itself.
 *
 * Returns: %FALSE with a #DdRecordError whose message is a sentence that names
 *   the field
 */
gboolean
dd_row_check (const DdRow  *self,
              GError      **error)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    if (dd_field_is_stored (&self->type->fields[i]) && !dd_row_check_field (self, i, error))
      return FALSE;

  return TRUE;
}
