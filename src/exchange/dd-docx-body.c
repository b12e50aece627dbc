/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-docx-body"

#include "dd-docx-body.h"

#include "dd-docx-names.h"
#include "dd-docx-tables.h"

#include <stdlib.h>
#include <string.h>

/* Fields in fields; more than this only a hostile file has. */
#define FIELDS_MAX 64

#define NOTES_MAX 10000

typedef struct
{
  char         *style;
  DdDocxNumPr   num_pr;
  gboolean      goes_on;        /* its end was deleted */
  gboolean      end_hidden;
  gsize         size;           /* of the text when it began */
  char         *run_style;
  DdDocxLook    look;           /* of the run, as far as it says so itself */
  DdOfficeFont  font;           /* that of the run */
  gboolean      hidden;
  gboolean      ready;          /* whether @font and @hidden are known */
} Paragraph;

/* One of several ways to say the same: the first that says anything is taken. */
typedef struct
{
  gboolean said;
  gsize    size;                /* of the text when the one before began */
} Alternatives;

struct _DdDocxBody
{
  DdOfficeText    *text;
  DdDocxStyles    *styles;
  DdDocxNumbering *numbering;

  GArray          *paragraphs;
  DdDocxTables    *tables;
  GArray          *alternatives;
  GByteArray      *fields;      /* for each that has begun: whether its result has */
  guint            n_instructions;      /* how many of them are instructions yet */
  GHashTable      *notes;       /* their numbers by "f1" and "e1" */
  char             notes_of;    /* 'f', 'e', or 0 for the body */
  guint            note;        /* the number of the note that is read */

  guint            skipped;     /* the depth in an element that is passed over */
  gboolean         in_text;
  gboolean         in_paragraph_properties;
  gboolean         in_run_properties;
  gboolean         in_row_properties;
};

static void
clear_run (Paragraph *paragraph)
{
  g_clear_pointer (&paragraph->run_style, g_free);
  g_clear_pointer (&paragraph->look.font, g_free);
  paragraph->look = (DdDocxLook) { NULL, DD_DOCX_UNSAID, DD_DOCX_UNSAID };
  paragraph->ready = FALSE;
}

static void
clear_paragraph (gpointer data)
{
  Paragraph *paragraph = data;

  clear_run (paragraph);
  g_free (paragraph->style);
}

/**
 * dd_docx_body_new:
 * @text: (transfer none): where the text goes
 * @styles: (transfer none)
 * @numbering: (transfer none)
 */
DdDocxBody *
dd_docx_body_new (DdOfficeText    *text,
                  DdDocxStyles    *styles,
                  DdDocxNumbering *numbering)
{
  DdDocxBody *self = g_new0 (DdDocxBody, 1);

  self->text = text;
  self->styles = styles;
  self->numbering = numbering;
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_array_set_clear_func (self->paragraphs, clear_paragraph);
  self->tables = dd_docx_tables_new (text, styles);
  self->alternatives = g_array_new (FALSE, FALSE, sizeof (Alternatives));
  self->fields = g_byte_array_new ();
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
dd_docx_body_free (DdDocxBody *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->paragraphs);
  dd_docx_tables_free (self->tables);
  g_array_unref (self->alternatives);
  g_byte_array_unref (self->fields);
  g_hash_table_unref (self->notes);
  g_free (self);
}

static Paragraph *
get_paragraph (DdDocxBody *self)
{
  return self->paragraphs->len > 0
         ? &g_array_index (self->paragraphs, Paragraph, self->paragraphs->len - 1) : NULL;
}

static Alternatives *
get_alternatives (DdDocxBody *self)
{
  return self->alternatives->len > 0
         ? &g_array_index (self->alternatives, Alternatives, self->alternatives->len - 1) : NULL;
}

/* The look of a run: what it says itself, then its style, that of the paragraph, and what
 * holds for the whole document. */
static void
find_font (DdDocxBody *self,
           Paragraph  *paragraph)
{
  DdDocxLook look = paragraph->look;

  if (paragraph->ready)
    return;

  look.font = g_strdup (look.font);
  dd_docx_styles_add_look (self->styles, paragraph->run_style, &look);
  dd_docx_styles_add_look (self->styles, paragraph->style, &look);
  dd_docx_styles_add_default (self->styles, &look);
  paragraph->hidden = look.hidden == DD_DOCX_YES;
  paragraph->font.capitals = look.capitals == DD_DOCX_YES;
  paragraph->font.encoding = look.font != NULL ? dd_old_encoding_of_font (look.font)
                                               : DD_OLD_ENCODING_NONE;
  paragraph->ready = TRUE;
  g_free (look.font);
}

/* The paragraph if its text is to be seen here. */
static Paragraph *
get_visible (DdDocxBody *self)
{
  Paragraph *paragraph = get_paragraph (self);

  if (paragraph == NULL || self->n_instructions > 0)
    return NULL;
  find_font (self, paragraph);

  return paragraph->hidden ? NULL : paragraph;
}

static void
append_sign (DdDocxBody *self,
             const char *sign)
{
  if (get_visible (self) != NULL)
    dd_office_text_append_sign (self->text, sign);
}

/* What signs of symbol fonts stand for, of those that documents have. */
static const char *
get_symbol (const char *font,
            gulong      code)
{
  static const struct
  {
    const char *font;
    gulong      code;
    const char *sign;
  } symbols[] = {
    { "Symbol", 0xA3, "≤" }, { "Symbol", 0xB3, "≥" }, { "Symbol", 0xB1, "±" },
    { "Symbol", 0xB0, "°" }, { "Symbol", 0xB4, "×" }, { "Symbol", 0xB8, "÷" },
    { "Symbol", 0x2D, "-" }, { "Symbol", 0x2B, "+" }, { "Symbol", 0xAE, "→" },
    { "Symbol", 0x25, "%" }, { "Symbol", 0x2F, "/" },
    { "Wingdings", 0xE0, "→" }, { "Wingdings", 0xE8, "→" }, { "Wingdings", 0xF0, "→" },
    { "Wingdings", 0xFC, "✓" }, { "Wingdings", 0xFE, "☑" }, { "Wingdings", 0xFD, "☒" },
    { "Wingdings", 0x78, "☒" }, { "Wingdings", 0x6F, "☐" }, { "Wingdings", 0xA8, "☐" },
    { "Wingdings 2", 0x50, "✓" }, { "Wingdings 2", 0x52, "☑" }, { "Wingdings 2", 0xA3, "☐" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (code == symbols[i].code && g_strcmp0 (font, symbols[i].font) == 0)
      return symbols[i].sign;

  return "•";
}

/* A letter that is told by its place in a font. */
static void
append_symbol (DdDocxBody               *self,
               const DdOfficeAttributes *attributes)
{
  g_autofree char *font = dd_office_attributes_get (attributes, "font");
  g_autofree char *digits = dd_office_attributes_get (attributes, "char");
  gulong code = digits != NULL ? strtoul (digits, NULL, 16) : 0;
  DdOfficeFont own = { DD_OLD_ENCODING_NONE, FALSE };
  Paragraph *paragraph = get_visible (self);

  if (paragraph == NULL)
    return;
  own.encoding = font != NULL ? dd_old_encoding_of_font (font) : DD_OLD_ENCODING_NONE;
  own.capitals = paragraph->font.capitals;

  if (code >= 0xF000 && code <= 0xF0FF)
    {
      code -= 0xF000;
      if (own.encoding == DD_OLD_ENCODING_NONE)
        {
          dd_office_text_append_sign (self->text, get_symbol (font, code));
          return;
        }
    }
  if (code >= 0x20 && g_unichar_validate ((gunichar) code))
    {
      char letter[8];
      const int length = g_unichar_to_utf8 ((gunichar) code, letter);

      dd_office_text_append (self->text, letter, (gsize) length, &own);
    }
}

static void
append_note (DdDocxBody               *self,
             char                      kind,
             const DdOfficeAttributes *attributes)
{
  const guint number = g_hash_table_size (self->notes) + 1;
  char *key;

  if (get_visible (self) == NULL || self->notes_of != '\0' || number > NOTES_MAX)
    return;

  key = g_strdup_printf ("%c%d", kind, dd_office_attributes_get_number (attributes, "id", 0));
  if (g_hash_table_contains (self->notes, key))
    g_free (key);
  else
    g_hash_table_insert (self->notes, key, GUINT_TO_POINTER (number));
}

static void
begin_paragraph (DdDocxBody *self)
{
  const Paragraph paragraph = {
    .num_pr = { -1, -1 }, .look = { NULL, DD_DOCX_UNSAID, DD_DOCX_UNSAID },
    .size = dd_office_text_get_size (self->text),
  };

  g_array_append_val (self->paragraphs, paragraph);
  dd_office_text_begin_paragraph (self->text);
}

static void
end_paragraph (DdDocxBody *self)
{
  Paragraph *paragraph = get_paragraph (self);
  g_autofree char *label = NULL;

  /* One that is hidden as a whole has no number either. */
  paragraph->goes_on |= paragraph->end_hidden &&
                        paragraph->size == dd_office_text_get_size (self->text);
  if (!paragraph->goes_on)
    {
      const char *style = NULL;
      const DdDocxNumPr of_style = dd_docx_styles_get_num_pr (self->styles, paragraph->style,
                                                              &style);
      DdDocxNumPr num_pr = paragraph->num_pr;

      if (num_pr.list < 0)
        {
          num_pr.list = of_style.list;
          if (num_pr.level < 0)
            num_pr.level = of_style.level;
          else
            style = NULL;
        }
      else
        {
          style = NULL;
        }
      label = dd_docx_numbering_count (self->numbering, num_pr, style);
    }

  dd_office_text_end_paragraph (self->text, label, paragraph->goes_on);
  g_array_set_size (self->paragraphs, self->paragraphs->len - 1);
}

static void
change_field (DdDocxBody               *self,
              const DdOfficeAttributes *attributes)
{
  const guint8 instruction = FALSE, result = TRUE;
  guint8 *last = self->fields->len > 0 ? &self->fields->data[self->fields->len - 1] : NULL;

  if (dd_office_attributes_is (attributes, "fldCharType", "begin"))
    {
      if (self->fields->len == FIELDS_MAX)
        return;
      g_byte_array_append (self->fields, &instruction, 1);
      self->n_instructions++;
    }
  else if (last != NULL && dd_office_attributes_is (attributes, "fldCharType", "separate"))
    {
      self->n_instructions -= *last == instruction;
      *last = result;
    }
  else if (last != NULL && dd_office_attributes_is (attributes, "fldCharType", "end"))
    {
      self->n_instructions -= *last == instruction;
      g_byte_array_set_size (self->fields, self->fields->len - 1);
    }
}

static void
start_in_paragraph (DdDocxBody               *self,
                    Paragraph                *paragraph,
                    guint                     element,
                    const DdOfficeAttributes *attributes)
{
  /* The look of the mark at the end of a paragraph is not that of its words. */
  const gboolean of_run = self->in_run_properties && !self->in_paragraph_properties;

  switch (element)
    {
    case DD_DOCX_R:
      clear_run (paragraph);
      break;
    case DD_DOCX_P_STYLE:
      g_free (paragraph->style);
      paragraph->style = dd_office_attributes_get (attributes, "val");
      break;
    case DD_DOCX_NUM_ID:
      paragraph->num_pr.list = dd_office_attributes_get_number (attributes, "val", 0);
      break;
    case DD_DOCX_ILVL:
      paragraph->num_pr.level = dd_office_attributes_get_number (attributes, "val", 0);
      break;
    case DD_DOCX_R_STYLE:
      if (of_run)
        {
          g_free (paragraph->run_style);
          paragraph->run_style = dd_office_attributes_get (attributes, "val");
        }
      break;
    case DD_DOCX_FONTS:
      if (of_run)
        {
          g_free (paragraph->look.font);
          paragraph->look.font = dd_docx_read_font (attributes);
        }
      break;
    case DD_DOCX_VANISH:
      if (of_run)
        paragraph->look.hidden = dd_docx_read_toggle (attributes);
      else if (self->in_run_properties)
        paragraph->end_hidden = dd_docx_read_toggle (attributes) == DD_DOCX_YES;
      break;
    case DD_DOCX_CAPS:
      if (of_run)
        paragraph->look.capitals = dd_docx_read_toggle (attributes);
      break;
    case DD_DOCX_BR:
    case DD_DOCX_CR:
      append_sign (self, "\n");
      break;
    case DD_DOCX_TAB:
    case DD_DOCX_PTAB:
      append_sign (self, "\t");
      break;
    case DD_DOCX_NO_BREAK_HYPHEN:
      append_sign (self, "-");
      break;
    case DD_DOCX_SYM:
      append_symbol (self, attributes);
      break;
    case DD_DOCX_FLD_CHAR:
      change_field (self, attributes);
      break;
    case DD_DOCX_FOOTNOTE_REFERENCE:
      append_note (self, 'f', attributes);
      break;
    case DD_DOCX_ENDNOTE_REFERENCE:
      append_note (self, 'e', attributes);
      break;
    default:
      break;
    }
}

/* Whether an element and all that is in it is passed over. */
static gboolean
is_passed_over (DdDocxBody *self,
                guint       element)
{
  Paragraph *paragraph = get_paragraph (self);
  Alternatives *alternatives = get_alternatives (self);

  switch (element)
    {
    case DD_DOCX_DEL:
    case DD_DOCX_MOVE_FROM:
      /* In properties it says that the mark of the paragraph, or the row, was deleted. */
      if (self->in_run_properties && self->in_paragraph_properties && paragraph != NULL)
        paragraph->goes_on = TRUE;
      else if (self->in_row_properties)
        dd_docx_tables_drop_row (self->tables);
      return TRUE;

    case DD_DOCX_CHOICE:
    case DD_DOCX_FALLBACK:
      if (alternatives == NULL)
        return FALSE;
      alternatives->said |= dd_office_text_get_size (self->text) > alternatives->size;
      return alternatives->said;

    case DD_DOCX_PARAGRAPH_CHANGE:
    case DD_DOCX_ROW_CHANGE:
    case DD_DOCX_RUBY_TEXT:
    case DD_DOCX_RUN_CHANGE:
    case DD_DOCX_SDT_END_PROPERTIES:
    case DD_DOCX_SDT_PROPERTIES:
    case DD_DOCX_SECTION_CHANGE:
    case DD_DOCX_SECTION_PROPERTIES:
    case DD_DOCX_TABLE_CHANGE:
    case DD_DOCX_TABLE_EXCEPTION_CHANGE:
    case DD_DOCX_TABS:
    case DD_DOCX_TC_CHANGE:
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
begin_note (DdDocxBody               *self,
            guint                     element,
            const DdOfficeAttributes *attributes)
{
  g_autofree char *key = g_strdup_printf ("%c%d", element == DD_DOCX_FOOTNOTE ? 'f' : 'e',
                                          dd_office_attributes_get_number (attributes, "id", 0));

  /* Those that nothing refers to are the line above them and the like. */
  self->note = GPOINTER_TO_UINT (g_hash_table_lookup (self->notes, key));
  if (self->note == 0 || self->notes_of != key[0])
    return FALSE;
  dd_office_text_begin_note (self->text);

  return TRUE;
}

static void
start_cb (gpointer                  data,
          guint                     element,
          const DdOfficeAttributes *attributes)
{
  DdDocxBody *self = data;

  if (self->skipped > 0 || is_passed_over (self, element) ||
      ((element == DD_DOCX_FOOTNOTE || element == DD_DOCX_ENDNOTE) &&
       !begin_note (self, element, attributes)))
    {
      self->skipped++;
      return;
    }

  switch (element)
    {
    case DD_DOCX_P:
      begin_paragraph (self);
      break;
    case DD_DOCX_TBL:
      dd_docx_tables_begin (self->tables);
      break;
    case DD_DOCX_T:
    case DD_DOCX_MATH_TEXT:
      self->in_text = TRUE;
      break;
    case DD_DOCX_PARAGRAPH_PROPERTIES:
      self->in_paragraph_properties = TRUE;
      break;
    case DD_DOCX_RUN_PROPERTIES:
      self->in_run_properties = TRUE;
      break;
    case DD_DOCX_ROW_PROPERTIES:
      self->in_row_properties = TRUE;
      break;
    case DD_DOCX_ALTERNATE_CONTENT:
      {
        const Alternatives alternatives = { FALSE, dd_office_text_get_size (self->text) };

        g_array_append_val (self->alternatives, alternatives);
        break;
      }
    default:
      if (get_paragraph (self) != NULL)
        start_in_paragraph (self, get_paragraph (self), element, attributes);
      dd_docx_tables_start (self->tables, element, attributes);
      break;
    }
}

static void
end_cb (gpointer data,
        guint    element)
{
  DdDocxBody *self = data;

  if (self->skipped > 0)
    {
      self->skipped--;
      return;
    }

  switch (element)
    {
    case DD_DOCX_P:
      end_paragraph (self);
      break;
    case DD_DOCX_TBL:
      dd_docx_tables_end (self->tables);
      break;
    case DD_DOCX_T:
    case DD_DOCX_MATH_TEXT:
      self->in_text = FALSE;
      break;
    case DD_DOCX_PARAGRAPH_PROPERTIES:
      self->in_paragraph_properties = FALSE;
      break;
    case DD_DOCX_RUN_PROPERTIES:
      self->in_run_properties = FALSE;
      break;
    case DD_DOCX_ROW_PROPERTIES:
      self->in_row_properties = FALSE;
      break;
    case DD_DOCX_ALTERNATE_CONTENT:
      g_array_set_size (self->alternatives, self->alternatives->len - 1);
      break;
    case DD_DOCX_FOOTNOTE:
    case DD_DOCX_ENDNOTE:
      dd_office_text_end_note (self->text, self->note);
      break;
    default:
      dd_docx_tables_end_element (self->tables, element);
      break;
    }
}

static void
text_cb (gpointer    data,
         const char *text,
         gsize       length)
{
  DdDocxBody *self = data;
  Paragraph *paragraph = self->in_text && self->skipped == 0 ? get_visible (self) : NULL;

  if (paragraph != NULL)
    dd_office_text_append (self->text, text, length, &paragraph->font);
}

/**
 * dd_docx_body_read:
 * @part: where the body stands in the archive
 *
 * Returns: %FALSE with #DdExchangeError or %G_IO_ERROR_CANCELLED
 */
gboolean
dd_docx_body_read (DdDocxBody    *self,
                   DdArchive     *archive,
                   const char    *part,
                   GCancellable  *cancellable,
                   GError       **error)
{
  static const DdOfficeHandler handler = {
    dd_docx_namespaces, dd_docx_names, DD_DOCX_N_NAMES, start_cb, end_cb, text_cb
  };

  return dd_office_xml_read_part (archive, part, &handler, self, cancellable, error);
}

/**
 * dd_docx_body_read_notes:
 * @endnotes: whether they are endnotes
 * @part: where they stand in the archive
 *
 * Reads the notes that the body, which was read before, refers to.
 *
 * Returns: %FALSE with #DdExchangeError or %G_IO_ERROR_CANCELLED
 */
gboolean
dd_docx_body_read_notes (DdDocxBody    *self,
                         gboolean       endnotes,
                         DdArchive     *archive,
                         const char    *part,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_byte_array_set_size (self->fields, 0);
  self->n_instructions = 0;
  self->notes_of = endnotes ? 'e' : 'f';

  return dd_docx_body_read (self, archive, part, cancellable, error);
}
