/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-office-document"

#include "dd-office-document.h"

#include "dd-number-text.h"
#include "dd-text.h"

#include <string.h>

static void
paragraph_free (gpointer data)
{
  DdOfficeParagraph *paragraph = data;

  g_free (paragraph->marker);
  g_free (paragraph->text);
  g_free (paragraph);
}

static void
annex_free (gpointer data)
{
  DdOfficeAnnex *annex = data;

  g_free (annex->title);
  g_free (annex->subtitle);
  g_strfreev (annex->headings);
  g_free (annex->shares);
  g_ptr_array_unref (annex->rows);
  g_free (annex);
}

DdOfficeDocument *
dd_office_document_new (void)
{
  DdOfficeDocument *self = g_new0 (DdOfficeDocument, 1);

  self->addressees = g_ptr_array_new_with_free_func (g_free);
  self->paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  self->recipients = g_ptr_array_new_with_free_func (g_free);
  self->annexes = g_ptr_array_new_with_free_func (annex_free);

  return self;
}

void
dd_office_document_free (DdOfficeDocument *self)
{
  if (self == NULL)
    return;

  g_free (self->superior);
  g_free (self->agency);
  g_free (self->number);
  g_free (self->code);
  g_free (self->place);
  g_free (self->type);
  g_free (self->subject);
  g_ptr_array_unref (self->addressees);
  g_ptr_array_unref (self->paragraphs);
  g_strfreev (self->authority);
  g_free (self->post);
  g_free (self->signer);
  g_ptr_array_unref (self->recipients);
  g_ptr_array_unref (self->annexes);
  g_free (self);
}

/* --- the body ------------------------------------------------------------- */

/* In the order of the Vietnamese alphabet, without the letters that carry marks, but for đ;
 * after the last one they begin again, doubled. */
static char *
make_letter (guint number)
{
  static const char * const letters[] = {
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
    "u", "v", "x", "y",
  };
  const char *letter = letters[(number - 1) % G_N_ELEMENTS (letters)];

  return number <= G_N_ELEMENTS (letters) ? g_strdup (letter)
                                          : g_strconcat (letter, letter, NULL);
}

/* Each level counts anew within the one above it. Items go on through the parts only in
 * laws; here they begin anew. */
static char *
make_marker (DdOfficeDocument *self,
             DdOfficeLevel     level)
{
  g_autofree char *number = NULL;

  if (level == DD_OFFICE_LEVEL_TEXT)
    return g_strdup ("");

  self->counts[level]++;
  for (guint i = level + 1; i < DD_N_OFFICE_LEVELS; i++)
    self->counts[i] = 0;

  switch (level)
    {
    case DD_OFFICE_LEVEL_PART:
      number = dd_roman_to_text (self->counts[level]);
      return g_strconcat (number, ".", NULL);
    case DD_OFFICE_LEVEL_ITEM:
      return g_strdup_printf ("%u.", self->counts[level]);
    case DD_OFFICE_LEVEL_POINT:
      number = make_letter (self->counts[level]);
      return g_strconcat (number, ")", NULL);
    case DD_OFFICE_LEVEL_DASH:
      return g_strdup ("-");
    case DD_OFFICE_LEVEL_PLUS:
      return g_strdup ("+");
    case DD_OFFICE_LEVEL_TEXT:
    default:
      return g_strdup ("");
    }
}

/**
 * dd_office_document_add:
 * @text: one paragraph, without the marker that its level gives it
 *
 * Returns: its position among the paragraphs
 */
guint
dd_office_document_add (DdOfficeDocument *self,
                        DdOfficeLevel     level,
                        const char       *text)
{
  DdOfficeParagraph *paragraph = g_new0 (DdOfficeParagraph, 1);

  paragraph->level = level;
  paragraph->marker = make_marker (self, level);
  paragraph->text = dd_text_clean (text, TRUE);
  g_ptr_array_add (self->paragraphs, paragraph);

  return self->paragraphs->len - 1;
}

/**
 * dd_office_document_add_heading:
 *
 * Returns: the position of a paragraph that only names those which follow
 */
guint
dd_office_document_add_heading (DdOfficeDocument *self,
                                DdOfficeLevel     level,
                                const char       *text)
{
  guint position = dd_office_document_add (self, level, text);

  ((DdOfficeParagraph *) self->paragraphs->pdata[position])->is_heading = TRUE;

  return position;
}

/* What a document repeats with a sign of its own at the end. */
static char *
strip_end (const char *text)
{
  g_autofree char *clean = dd_text_clean (text, TRUE);
  gsize length = strlen (clean);

  while (length > 0 && strchr (".;,/ ", clean[length - 1]) != NULL)
    clean[--length] = '\0';

  return g_steal_pointer (&clean);
}

static void
add_name (GPtrArray  *names,
          const char *name)
{
  g_autofree char *clean = strip_end (name);

  while (*clean == '-' || *clean == ' ')
    memmove (clean, clean + 1, strlen (clean));
  if (*clean != '\0')
    g_ptr_array_add (names, g_steal_pointer (&clean));
}

/**
 * dd_office_document_add_addressee:
 * @name: to whom a letter goes
 */
void
dd_office_document_add_addressee (DdOfficeDocument *self,
                                  const char       *name)
{
  add_name (self->addressees, name);
}

/**
 * dd_office_document_add_recipient:
 * @name: a line of "Nơi nhận", with or without its dash and semicolon
 */
void
dd_office_document_add_recipient (DdOfficeDocument *self,
                                  const char       *name)
{
  add_name (self->recipients, name);
}

/**
 * dd_office_document_add_annex:
 * @subtitle: (nullable)
 * @headings: (array zero-terminated=1)
 * @shares: as many as there are headings
 *
 * Returns: (transfer none): the annex, to be filled by dd_office_annex_add_row()
 */
DdOfficeAnnex *
dd_office_document_add_annex (DdOfficeDocument   *self,
                              const char         *title,
                              const char         *subtitle,
                              const char * const *headings,
                              const guint        *shares)
{
  DdOfficeAnnex *annex = g_new0 (DdOfficeAnnex, 1);

  annex->title = g_strdup (title);
  annex->subtitle = g_strdup (subtitle);
  annex->headings = g_strdupv ((char **) headings);
  annex->shares = g_memdup2 (shares, sizeof *shares * g_strv_length (annex->headings));
  annex->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (self->annexes, annex);

  return annex;
}

/**
 * dd_office_annex_add_row:
 * @cells: (array zero-terminated=1): as many as the annex has columns
 */
void
dd_office_annex_add_row (DdOfficeAnnex      *self,
                         const char * const *cells)
{
  g_return_if_fail (g_strv_length ((char **) cells) == g_strv_length (self->headings));

  g_ptr_array_add (self->rows, g_strdupv ((char **) cells));
}

/* --- the lines as they stand on the page ---------------------------------- */

static char *
to_capitals (const char *text)
{
  g_autofree char *clean = dd_text_clean (text != NULL ? text : "", TRUE);

  return g_utf8_strup (clean, -1);
}

/**
 * dd_office_document_get_superior:
 *
 * Returns: (transfer full): in capitals; "" if there is none
 */
char *
dd_office_document_get_superior (const DdOfficeDocument *self)
{
  return to_capitals (self->superior);
}

char *
dd_office_document_get_agency (const DdOfficeDocument *self)
{
  return to_capitals (self->agency);
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

/**
 * dd_office_document_get_number:
 *
 * Returns: (transfer full): "Số: 07/TB-UBND": numbers below ten have a zero before them
 */
char *
dd_office_document_get_number (const DdOfficeDocument *self)
{
  const char *code = self->code != NULL ? self->code : "";

  if (self->number == NULL)
    /* The records clerk writes the number when the document is signed. */
    return g_strdup_printf ("Số:        /%s", code);
  if (is_number (self->number))
    return g_strdup_printf ("Số: %s%s/%s", strlen (self->number) == 1 ? "0" : "", self->number,
                            code);

  return g_strdup_printf ("Số: %s", self->number);
}

/**
 * dd_office_day_to_text:
 *
 * Returns: (transfer full): "ngày 05 tháng 02 năm 2024": days below ten and the months
 *   January and February have a zero before them; with room to write them for no day
 */
char *
dd_office_day_to_text (DdDay day)
{
  guint year, month, day_of_month;

  if (day == DD_DAY_NONE)
    return g_strdup ("ngày      tháng      năm        ");

  dd_day_split (day, &year, &month, &day_of_month);

  return g_strdup_printf (month <= 2 ? "ngày %02u tháng %02u năm %u" : "ngày %02u tháng %u năm %u",
                          day_of_month, month, year);
}

char *
dd_office_document_get_place_day (const DdOfficeDocument *self)
{
  g_autofree char *day = dd_office_day_to_text (self->day);

  return g_strdup_printf ("%s, %s", self->place != NULL ? self->place : "……", day);
}

/**
 * dd_office_document_get_type:
 *
 * Returns: (transfer full) (nullable): in capitals; %NULL for a letter
 */
char *
dd_office_document_get_type (const DdOfficeDocument *self)
{
  return self->type != NULL ? to_capitals (self->type) : NULL;
}

/**
 * dd_office_document_get_title:
 *
 * Returns: (transfer full): what a list of files calls it
 */
char *
dd_office_document_get_title (const DdOfficeDocument *self)
{
  const char *subject = self->subject != NULL ? self->subject : "";

  return self->type != NULL ? g_strdup_printf ("%s: %s", self->type, subject)
                            : g_strdup_printf ("V/v %s", subject);
}

/**
 * dd_office_document_get_paragraph:
 *
 * Returns: (transfer full): the paragraph with its marker; the last one ends with "./."
 */
char *
dd_office_document_get_paragraph (const DdOfficeDocument *self,
                                  guint                   position)
{
  const DdOfficeParagraph *paragraph = self->paragraphs->pdata[position];
  const char *space = *paragraph->marker != '\0' ? " " : "";
  g_autofree char *end = NULL;

  if (position + 1 < self->paragraphs->len)
    return g_strconcat (paragraph->marker, space, paragraph->text, NULL);

  end = strip_end (paragraph->text);

  return g_strconcat (paragraph->marker, space, end, "./.", NULL);
}

/**
 * dd_office_document_get_addressee:
 *
 * Returns: (transfer full): a line after "Kính gửi:"; one alone has no dash
 */
char *
dd_office_document_get_addressee (const DdOfficeDocument *self,
                                  guint                   position)
{
  const char *name = self->addressees->pdata[position];

  if (self->addressees->len == 1)
    return g_strdup_printf ("%s.", name);

  return g_strdup_printf ("- %s%s", name, position + 1 < self->addressees->len ? ";" : ".");
}

/**
 * dd_office_document_get_recipient:
 *
 * Returns: (transfer full): a line of "Nơi nhận", with its dash and what ends it
 */
char *
dd_office_document_get_recipient (const DdOfficeDocument *self,
                                  guint                   position)
{
  return g_strdup_printf ("- %s%s", (const char *) self->recipients->pdata[position],
                          position + 1 < self->recipients->len ? ";" : ".");
}

/**
 * dd_office_document_get_signing:
 *
 * Returns: (transfer full): the lines above the name, in capitals
 */
char **
dd_office_document_get_signing (const DdOfficeDocument *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; self->authority != NULL && self->authority[i] != NULL; i++)
    {
      g_autofree char *line = to_capitals (self->authority[i]);

      if (*line != '\0')
        g_strv_builder_add (lines, line);
    }
  if (self->post != NULL)
    {
      g_autofree char *line = to_capitals (self->post);

      g_strv_builder_add (lines, line);
    }

  return g_strv_builder_end (lines);
}

static void
append_line (GString    *text,
             const char *line)
{
  g_string_append (text, line);
  g_string_append_c (text, '\n');
}

static void
append_letterhead (const DdOfficeDocument *self,
                   GString                *text)
{
  g_autofree char *superior = dd_office_document_get_superior (self);
  g_autofree char *agency = dd_office_document_get_agency (self);
  g_autofree char *number = dd_office_document_get_number (self);
  g_autofree char *place_day = dd_office_document_get_place_day (self);
  g_autofree char *type = dd_office_document_get_type (self);

  if (*superior != '\0')
    append_line (text, superior);
  append_line (text, agency);
  append_line (text, number);
  if (type == NULL && self->subject != NULL)
    g_string_append_printf (text, "V/v %s\n", self->subject);
  append_line (text, "");
  append_line (text, DD_OFFICE_NATION);
  append_line (text, DD_OFFICE_MOTTO);
  append_line (text, place_day);
  append_line (text, "");
  if (type != NULL)
    {
      append_line (text, type);
      append_line (text, self->subject != NULL ? self->subject : "");
      append_line (text, "");
    }
}

static void
append_addressees (const DdOfficeDocument *self,
                   GString                *text)
{
  if (self->addressees->len == 0)
    return;

  g_string_append (text, self->addressees->len == 1 ? "Kính gửi: " : "Kính gửi:\n");
  for (guint i = 0; i < self->addressees->len; i++)
    {
      g_autofree char *line = dd_office_document_get_addressee (self, i);

      append_line (text, line);
    }
  append_line (text, "");
}

static void
append_signature (const DdOfficeDocument *self,
                  GString                *text)
{
  g_auto (GStrv) signing = dd_office_document_get_signing (self);

  append_line (text, "");
  if (self->recipients->len > 0)
    append_line (text, "Nơi nhận:");
  for (guint i = 0; i < self->recipients->len; i++)
    {
      g_autofree char *line = dd_office_document_get_recipient (self, i);

      append_line (text, line);
    }
  append_line (text, "");
  for (guint i = 0; signing[i] != NULL; i++)
    append_line (text, signing[i]);
  if (self->signer != NULL)
    append_line (text, self->signer);
}

static void
append_annex (const DdOfficeAnnex *annex,
              GString             *text)
{
  g_autofree char *title = to_capitals (annex->title);
  g_autofree char *headings = g_strjoinv ("\t", annex->headings);

  append_line (text, "");
  append_line (text, title);
  if (annex->subtitle != NULL)
    append_line (text, annex->subtitle);
  append_line (text, headings);
  for (guint i = 0; i < annex->rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("\t", annex->rows->pdata[i]);

      append_line (text, row);
    }
}

/**
 * dd_office_document_to_text:
 * @starts: (nullable) (out caller-allocates): for each paragraph the first character of it,
 *   and behind them where the last one ends; one more than there are paragraphs
 *
 * Returns: (transfer full): the document as a text, for a terminal and to be read again
 */
char *
dd_office_document_to_text (const DdOfficeDocument *self,
                            guint                  *starts)
{
  GString *text = g_string_new (NULL);
  guint start;

  append_letterhead (self, text);
  append_addressees (self, text);
  start = (guint) g_utf8_strlen (text->str, (gssize) text->len);
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      g_autofree char *line = dd_office_document_get_paragraph (self, i);

      if (starts != NULL)
        starts[i] = start;
      start += (guint) g_utf8_strlen (line, -1) + 1;
      append_line (text, line);
    }
  if (starts != NULL)
    starts[self->paragraphs->len] = start;
  append_signature (self, text);
  for (guint i = 0; i < self->annexes->len; i++)
    append_annex (self->annexes->pdata[i], text);

  return g_string_free (text, FALSE);
}
