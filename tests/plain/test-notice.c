/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-directive.h"
#include "dd-document.h"
#include "dd-docx-reader.h"
#include "dd-extract.h"
#include "dd-meeting.h"
#include "dd-notice.h"
#include "dd-odt-reader.h"
#include "dd-office-file.h"
#include "dd-sample-records.h"

#include <string.h>

typedef struct
{
  DdRow              *meeting;
  DdRow              *source;
  GPtrArray          *directives;
  GPtrArray          *none;
  DdOfficeLetterhead *letterhead;
  DdUnitDictionary   *units;
  DdNoticeFacts       facts;
} Fixture;

static char *no_names[] = { NULL };

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->meeting = dd_row_new (DD_KIND_MEETING);
  dd_row_set_text (f->meeting, DD_MEETING_TITLE, "Phiên họp thứ hai Tổ công tác");
  dd_row_set_day (f->meeting, DD_MEETING_DAY, dd_day_new (2024, 3, 12));
  dd_row_set_text (f->meeting, DD_MEETING_CHAIR, "Lê Văn Minh");
  dd_row_set_text (f->meeting, DD_MEETING_CHAIR_POST, "Chủ tịch UBND tỉnh");
  f->source = dd_row_new (DD_KIND_DOCUMENT);
  dd_row_set_id (f->source, 7);
  f->directives = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);
  f->none = g_ptr_array_new ();
  f->letterhead = dd_office_letterhead_new (f->none);
  f->units = dd_unit_dictionary_new_with_known ();

  dd_notice_facts_init (&f->facts, f->meeting, NULL, dd_day_new (2024, 3, 18));
  f->facts.directives = f->directives;
  f->facts.agenda = f->none;
  f->facts.attending = no_names;
  f->facts.presenting = no_names;
  f->facts.letterhead = f->letterhead;
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  dd_row_free (f->meeting);
  dd_row_free (f->source);
  g_ptr_array_unref (f->directives);
  g_ptr_array_unref (f->none);
  dd_office_letterhead_free (f->letterhead);
  dd_unit_dictionary_free (f->units);
}

static DdRow *
add (Fixture    *f,
     const char *uid,
     const char *ordinal,
     const char *quote,
     const char *lead)
{
  DdRow *directive = dd_row_new (DD_KIND_DIRECTIVE);

  dd_row_set_uid (directive, uid);
  dd_row_set_text (directive, DD_DIRECTIVE_ORDINAL, ordinal);
  dd_row_set_text (directive, DD_DIRECTIVE_QUOTE, quote);
  dd_row_set_text (directive, DD_DIRECTIVE_LEAD, lead);
  g_ptr_array_add (f->directives, directive);

  return directive;
}

/* From the text of the source, in which its words stand. */
static void
place (Fixture *f,
       DdRow   *directive)
{
  const char *text = dd_row_get_text (f->source, DD_DOCUMENT_TEXT);
  const char *found = strstr (text, dd_row_get_text (directive, DD_DIRECTIVE_QUOTE));

  g_assert_nonnull (found);
  dd_row_set_reference (directive, DD_DIRECTIVE_DOCUMENT, 7);
  dd_row_set_number (directive, DD_DIRECTIVE_SPAN_START,
                     g_utf8_strlen (text, (gssize) (found - text)));
  f->facts.source = f->source;
}

static DdReading *
read_cb (const char *text,
         DdDay       day,
         gpointer    user_data)
{
  return dd_extract_read (text, user_data, day);
}

/* The lines of the body between "như sau:" and the closing formula. */
static void
check_body (Fixture    *f,
            const char *expected)
{
  g_autoptr (DdNotice) notice = dd_notice_new (&f->facts, read_cb, f->units);
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 2; i + 1 < notice->document->paragraphs->len; i++)
    {
      g_autofree char *line = dd_office_document_get_paragraph (notice->document, i);

      g_string_append_printf (body, "%s\n", line);
    }
  g_assert_cmpstr (body->str, ==, expected);
}

#define SOURCE \
  "II. NHIỆM VỤ\n" \
  "1. Về rà soát thủ tục\n" \
  "- Giao Sở Tư pháp rà soát thủ tục. Sở Nội vụ báo cáo kết quả.\n" \
  "- Sở Y tế số hóa hồ sơ.\n" \
  "2. Về một cửa\n" \
  "a) Sở Tài chính bố trí kinh phí.\n" \
  "+ Sở Xây dựng lập danh mục.\n"

/* Headings are those of the source; what stood in one paragraph stands in one. */
static void
test_source (Fixture       *f,
             gconstpointer  data)
{
  dd_row_set_text (f->source, DD_DOCUMENT_TEXT, SOURCE);
  place (f, add (f, "a", "II.1", "Giao Sở Tư pháp rà soát thủ tục.", "Sở Tư pháp"));
  place (f, add (f, "b", "II.1", "Sở Nội vụ báo cáo kết quả.", "Sở Nội vụ"));
  place (f, add (f, "c", "II.1", "Sở Y tế số hóa hồ sơ.", "Sở Y tế"));
  place (f, add (f, "d", "II.2.a", "Sở Tài chính bố trí kinh phí.", "Sở Tài chính"));
  place (f, add (f, "e", "II.2.a", "Sở Xây dựng lập danh mục.", "Sở Xây dựng"));
  check_body (f, "I. NHIỆM VỤ\n"
                 "1. Về rà soát thủ tục\n"
                 "- Giao Sở Tư pháp rà soát thủ tục. Sở Nội vụ báo cáo kết quả.\n"
                 "- Sở Y tế số hóa hồ sơ.\n"
                 "2. Về một cửa\n"
                 "a) Sở Tài chính bố trí kinh phí.\n"
                 "+ Sở Xây dựng lập danh mục.\n");
}

/* What is left out leaves no heading of its own, and what is left is counted anew. */
static void
test_excluded (Fixture       *f,
               gconstpointer  data)
{
  g_autoptr (GHashTable) excluded = g_hash_table_new (g_str_hash, g_str_equal);

  dd_row_set_text (f->source, DD_DOCUMENT_TEXT, "1. Sở Tư pháp rà soát thủ tục.\n"
                                                "- Sở Y tế số hóa hồ sơ.\n"
                                                "2. Sở Nội vụ báo cáo kết quả.\n");
  place (f, add (f, "a", "1", "Sở Tư pháp rà soát thủ tục.", "Sở Tư pháp"));
  place (f, add (f, "b", "1", "Sở Y tế số hóa hồ sơ.", "Sở Y tế"));
  place (f, add (f, "c", "2", "Sở Nội vụ báo cáo kết quả.", "Sở Nội vụ"));
  g_hash_table_add (excluded, (gpointer) "a");
  f->facts.excluded = excluded;
  check_body (f, "1. Sở Y tế số hóa hồ sơ.\n"
                 "2. Sở Nội vụ báo cáo kết quả.\n");
}

/* A place that is none, as another hand may write it into a file, does no harm. */
static void
test_wrong_places (Fixture       *f,
                   gconstpointer  data)
{
  DdRow *directive;

  dd_row_set_text (f->source, DD_DOCUMENT_TEXT, "1. Sở Y tế số hóa hồ sơ.");
  directive = add (f, "a", "7.x.y.z", "Sở Y tế số hóa hồ sơ.", "Sở Y tế");
  place (f, directive);
  dd_row_set_number (directive, DD_DIRECTIVE_SPAN_START, G_MAXINT32);
  check_body (f, "1. Sở Y tế số hóa hồ sơ.\n");
  dd_row_set_number (directive, DD_DIRECTIVE_SPAN_START, -5);
  check_body (f, "1. Sở Y tế số hóa hồ sơ.\n");
}

/* A day without its year, read in another year, is said with it. */
static void
test_years (Fixture       *f,
            gconstpointer  data)
{
  DdRow *directive = add (f, "a", NULL, "Giao Sở Y tế báo cáo trước ngày 30/11.", "Sở Y tế");

  dd_row_set_reference (directive, DD_DIRECTIVE_DOCUMENT, 7);
  dd_row_set_day (directive, DD_DIRECTIVE_DEADLINE, dd_day_new (2023, 11, 30));
  dd_row_set_choice (directive, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_BEFORE);
  check_body (f, "1. Giao Sở Y tế báo cáo trước ngày 30/11/2023.\n");
}

/* Words that cannot be said otherwise stay, and are told to be read otherwise. */
static void
test_faults (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr (DdNotice) notice = NULL;
  const DdNoticeClause *clause;

  add (f, "a", NULL, "Giao Sở Y tế báo cáo kết quả rà soát.", "Sở Nội vụ");
  notice = dd_notice_new (&f->facts, read_cb, f->units);
  clause = notice->clauses->pdata[0];
  g_assert_cmpint (clause->faults, ==, DD_NOTICE_FAULT_LEAD);
  g_assert_cmpuint (clause->first, ==, 2);
  g_assert_cmpuint (clause->last, ==, 2);
}

static void
test_several_lines (Fixture       *f,
                    gconstpointer  data)
{
  add (f, "a", "1", "1. Số hóa sổ hộ tịch\na) Đơn vị chủ trì: Sở Tư pháp\nb) Thời gian: Quý I",
       "Sở Tư pháp");
  add (f, "b", "2", "Giao Sở Y tế báo cáo.", "Sở Y tế");
  check_body (f, "1. Số hóa sổ hộ tịch.\n"
                 "a) Đơn vị chủ trì: Sở Tư pháp.\n"
                 "b) Thời gian: Quý I.\n"
                 "2. Giao Sở Y tế báo cáo.\n");
}

static void
check_name (Fixture    *f,
            const char *title,
            const char *expected)
{
  g_autofree char *name = NULL;

  dd_row_set_text (f->meeting, DD_MEETING_TITLE, title);
  name = dd_notice_make_file_name (f->meeting, ".docx");
  g_assert_cmpstr (name, ==, expected);
}

static void
test_file_names (Fixture       *f,
                 gconstpointer  data)
{
  check_name (f, "Phiên họp thứ hai", "TB-ket-luan-phien-hop-thu-hai-2024-03-12.docx");
  check_name (f, "Đôn đốc: a/b\\c", "TB-ket-luan-don-doc-a-b-c-2024-03-12.docx");
  check_name (f, "Một hai ba bốn năm sáu bảy tám",
              "TB-ket-luan-mot-hai-ba-bon-nam-sau-bay-2024-03-12.docx");
  check_name (f, "…", "TB-ket-luan-2024-03-12.docx");
}

/* The letterhead is kept among the settings, and only what has changed is written. */
static void
test_letterhead (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (DdOfficeLetterhead) letterhead = dd_office_letterhead_new (none);
  g_autoptr (DdOfficeLetterhead) again = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) more = NULL;

  dd_office_letterhead_set (letterhead, DD_LETTERHEAD_AGENCY, "  Văn phòng\n");
  dd_office_letterhead_set (letterhead, DD_LETTERHEAD_PLACE, " ");
  rows = dd_office_letterhead_make_rows (letterhead, none);
  g_assert_cmpuint (rows->len, ==, 1);

  again = dd_office_letterhead_new (rows);
  g_assert_cmpstr (again->values[DD_LETTERHEAD_AGENCY], ==, "Văn phòng");
  dd_office_letterhead_set (again, DD_LETTERHEAD_PLACE, "Bình Sơn");
  more = dd_office_letterhead_make_rows (again, rows);
  g_assert_cmpuint (more->len, ==, 1);
}

/* A file is sound if it is read again, and has nothing in it that no text has. */
static void
check_file (const DdOfficeDocument *document,
            DdOfficeFormat          format)
{
  g_autoptr (GBytes) bytes = dd_office_format_write (format, document);
  g_autoptr (GError) error = NULL;
  DdOldEncoding converted;
  g_autofree char *text = (format == DD_OFFICE_FORMAT_DOCX ? dd_docx_reader_read
                                                           : dd_odt_reader_read)
    (bytes, "x", NULL, &converted, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "THÔNG BÁO"));
  for (const char *p = text; *p != '\0'; p++)
    g_assert_true (!g_ascii_iscntrl (*p) || *p == '\n' || *p == '\t');
}

static void
set_all_texts (DdRow      *row,
               const char *text)
{
  const DdRecordType *type = dd_record_type_get (dd_row_get_kind (row));

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type == DD_FIELD_TEXT)
      dd_row_set_text (row, i, text);
}

/* Whatever records and settings say, each file is one that opens. */
static void
test_hostile (Fixture       *f,
              gconstpointer  data)
{
  for (guint i = 0; i < dd_hostile_get_count (); i++)
    {
      const char *text = dd_hostile_texts[i];
      char *names[] = { (char *) text, (char *) text, NULL };
      g_autoptr (DdNotice) notice = NULL;

      g_ptr_array_set_size (f->directives, 0);
      set_all_texts (f->meeting, text);
      set_all_texts (add (f, "1", "1", text, text), text);
      set_all_texts (add (f, "2", "2", text, text), text);
      for (guint j = 0; j < DD_N_LETTERHEAD_FIELDS; j++)
        dd_office_letterhead_set (f->letterhead, j, text);
      f->facts.attending = names;
      f->facts.presenting = names;
      f->facts.number = text;
      notice = dd_notice_new (&f->facts, read_cb, f->units);
      check_file (notice->document, DD_OFFICE_FORMAT_DOCX);
      check_file (notice->document, DD_OFFICE_FORMAT_ODT);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/notice/source", Fixture, NULL, set_up, test_source, tear_down);
  g_test_add ("/notice/excluded", Fixture, NULL, set_up, test_excluded, tear_down);
  g_test_add ("/notice/wrong-places", Fixture, NULL, set_up, test_wrong_places, tear_down);
  g_test_add ("/notice/years", Fixture, NULL, set_up, test_years, tear_down);
  g_test_add ("/notice/faults", Fixture, NULL, set_up, test_faults, tear_down);
  g_test_add ("/notice/several-lines", Fixture, NULL, set_up, test_several_lines, tear_down);
  g_test_add ("/notice/file-names", Fixture, NULL, set_up, test_file_names, tear_down);
  g_test_add ("/notice/hostile", Fixture, NULL, set_up, test_hostile, tear_down);
  g_test_add_func ("/notice/letterhead", test_letterhead);

  return g_test_run ();
}
