/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents as a word processor writes them: what is found in them is what is found in the
 * same text without tables and automatic numbers. */
#include "dd-directive.h"
#include "dd-document-reader.h"
#include "dd-document.h"
#include "dd-extract.h"

#include <string.h>

static DdTextFile *
read_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, name, NULL);
  g_autoptr (GError) error = NULL;
  DdTextFile *file = dd_document_reader_read (path, NULL, &error);

  g_assert_no_error (error);

  return file;
}

static void
append_row (GString     *text,
            const DdRow *row)
{
  const DdRecordType *type = dd_row_get_type (row);

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *value = NULL;

      /* Where it stands is where it stands in this file. */
      if (type == dd_record_type_get (DD_KIND_DIRECTIVE) &&
          (i == DD_DIRECTIVE_SPAN_START || i == DD_DIRECTIVE_SPAN_END))
        continue;
      value = dd_row_field_to_code (row, i);
      if (value != NULL && *value != '\0')
        g_string_append_printf (text, "%s: %s\n", type->fields[i].name, value);
    }
}

/* All that was found in a document. */
static char *
describe (const char *text)
{
  g_autoptr (DdUnitDictionary) units = dd_unit_dictionary_new_with_known ();
  g_autoptr (DdReading) reading = dd_extract_read (text, units, dd_day_new (2024, 4, 1));
  GString *description = g_string_new (NULL);

  append_row (description, reading->document);
  append_row (description, reading->meeting);
  for (guint i = 0; i < reading->findings->len; i++)
    append_row (description, ((DdFinding *) reading->findings->pdata[i])->directive);

  return g_string_free (description, FALSE);
}

static void
test_notice (void)
{
  static const char * const names[] = { "notice.docx", "notice.odt" };
  g_autoptr (DdTextFile) plain = read_file ("../data/samples", "ket-luan.txt");
  g_autofree char *wanted = describe (plain->text);

  g_assert_nonnull (strstr (wanted, "87/TB-UBND"));
  g_assert_nonnull (strstr (wanted, "Phạm Thị Thu Hà"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DdTextFile) file = read_file ("fixtures/office", names[i]);
      g_autofree char *found = describe (file->text);

      g_test_message ("%s", names[i]);
      g_assert_cmpstr (found, ==, wanted);
    }
}

static void
test_plan (void)
{
  static const char * const names[] = { "plan.docx", "plan.odt" };
  static const struct
  {
    const char *lead;
    const char *coordinating;
    const char *deadline;
  } tasks[] = {
    { "Sở Nội vụ", "Sở Tư pháp|Sở Tài chính|UBND các huyện, thị xã, thành phố", "2024-06-30" },
    { "Sở Nội vụ", "Văn phòng UBND tỉnh|Sở Tư pháp", "2024-09-30" },
    { "Sở Thông tin và Truyền thông", "Công an tỉnh", "2024-09-30" },
  };
  g_autoptr (DdTextFile) wanted = read_file ("fixtures/office", "plan.txt");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DdTextFile) file = read_file ("fixtures/office", names[i]);
      g_autoptr (DdUnitDictionary) units = dd_unit_dictionary_new_with_known ();
      g_autoptr (DdReading) reading = dd_extract_read (file->text, units, DD_DAY_NONE);
      g_autofree char *signer = dd_row_field_to_code (reading->document, DD_DOCUMENT_SIGNER);

      g_test_message ("%s", names[i]);
      g_assert_cmpstr (file->text, ==, wanted->text);
      g_assert_cmpstr (signer, ==, "Lê Minh Khôi");
      g_assert_cmpuint (reading->findings->len, ==, G_N_ELEMENTS (tasks));
      for (guint j = 0; j < G_N_ELEMENTS (tasks); j++)
        {
          const DdRow *directive = ((DdFinding *) reading->findings->pdata[j])->directive;
          g_auto (GStrv) leads = dd_row_get_list (directive, DD_DIRECTIVE_LEAD);
          g_auto (GStrv) others = dd_row_get_list (directive, DD_DIRECTIVE_COORDINATING);
          g_autofree char *lead = g_strjoinv ("|", leads);
          g_autofree char *coordinating = g_strjoinv ("|", others);
          g_autofree char *deadline = dd_row_field_to_code (directive, DD_DIRECTIVE_DEADLINE);

          g_assert_cmpstr (lead, ==, tasks[j].lead);
          g_assert_cmpstr (coordinating, ==, tasks[j].coordinating);
          g_assert_cmpstr (deadline, ==, tasks[j].deadline);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/office-findings/notice", test_notice);
  g_test_add_func ("/office-findings/plan", test_plan);

  return g_test_run ();
}
