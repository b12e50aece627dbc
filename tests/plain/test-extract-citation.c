/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which documents are cited: numbers and codes as they are written, in the one
 * form in which they are known. */

#include "dd-extract.h"

#include <string.h>

typedef struct
{
  const char *sentence;
  const char *citations;        /* joined by " | " */
} Case;

static const Case cases[] = {
  { "Sở Nội vụ thực hiện Quyết định số 766/QĐ-TTg ngày 23 tháng 6 năm 2022.", "766/QĐ-TTg" },
  { "Sở Nội vụ thực hiện Quyết định số 766/QĐ-TTg, ngày 23/6/2022 của Thủ tướng Chính phủ.",
    "766/QĐ-TTg" },
  { "Sở Nội vụ thực hiện Nghị định số 61/2018/NĐ-CP.", "61/2018/NĐ-CP" },
  { "Sở Nội vụ thực hiện Thông tư 01/2020/TT-VPCP ngày 21/10/2020.", "01/2020/TT-VPCP" },
  { "Sở Nội vụ thực hiện Công văn số 4643/VPCP-CN.", "4643/VPCP-CN" },
  { "Sở Nội vụ thực hiện Tờ trình số 45/TTr-SKHĐT.", "45/TTr-SKHĐT" },
  { "Sở Nội vụ thực hiện Nghị quyết số 30c/NQ-CP.", "30c/NQ-CP" },
  { "Sở Nội vụ thực hiện Luật số 47/2019/QH14.", "47/2019/QH14" },
  { "Sở Nội vụ thực hiện Công điện số 22/CĐ-TTg.", "22/CĐ-TTg" },
  { "Sở Nội vụ thực hiện Công văn số 1234/STP-XDKT&TDTHPL.", "1234/STP-XDKT&TDTHPL" },
  { "Sở Nội vụ thực hiện Quyết định số 2345/QĐ-BNN-TCLN.", "2345/QĐ-BNN-TCLN" },
  { "Sở Nội vụ thực hiện Thông tư liên tịch số 05/2015/TTLT-BYT-BNV.", "05/2015/TTLT-BYT-BNV" },

  /* spaces and dashes of all kinds */
  { "Sở Nội vụ thực hiện Nghị quyết số 131/NQ – CP.", "131/NQ-CP" },
  { "Sở Nội vụ thực hiện Nghị quyết số 131/NQ—CP.", "131/NQ-CP" },
  { "Sở Nội vụ thực hiện Công văn số 6240 /UBND-KT.", "6240/UBND-KT" },
  { "Sở Nội vụ thực hiện Công văn số: 6240/UBND-KT.", "6240/UBND-KT" },
  { "Sở Nội vụ thực hiện Quyết định số 766/QĐ-TTg - văn bản quan trọng.", "766/QĐ-TTg" },

  /* documents of the Party have the hyphen first */
  { "Sở Nội vụ thực hiện Nghị quyết số 10-NQ/TW.", "10-NQ/TW" },
  { "Sở Nội vụ thực hiện Chương trình hành động số 39-CTr/TU.", "39-CTr/TU" },
  { "Sở Nội vụ thực hiện Kết luận số 18-KL/TW ngày 02/10/2022.", "18-KL/TW" },
  { "Sở Nội vụ thực hiện Công văn số 327-CV/ĐU.", "327-CV/ĐU" },

  /* several */
  { "Sở Nội vụ thực hiện các Thông báo kết luận số 09/TB-VPCP ngày 11/01/2024; số 328/TB-VPCP ngày "
    "16/7/2024.",
    "09/TB-VPCP | 328/TB-VPCP" },
  { "Sở Nội vụ thực hiện các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND và 14/QĐ-UBND.",
    "12/QĐ-UBND | 13/QĐ-UBND | 14/QĐ-UBND" },
  { "Sở Nội vụ thực hiện Kế hoạch số 200/KH-UBND ngày 05/5/2026 thực hiện Nghị quyết số 57-NQ/TW.",
    "200/KH-UBND | 57-NQ/TW" },
  /* once is enough */
  { "Sở Nội vụ sửa Quyết định số 5/QĐ-UBND; thay Phụ lục của Quyết định số 5/QĐ-UBND.",
    "5/QĐ-UBND" },

  /* by number alone: what the text cites in full, else what everyone means */
  { "Sở Nội vụ khai thác Đề án 06.", "Đề án 06" },
  { "Sở Nội vụ thực hiện Nghị định 61 về cơ chế một cửa.", "61/2018/NĐ-CP" },
  { "Sở Nội vụ thực hiện Quyết định 766 của Thủ tướng.", "766/QĐ-TTg" },
  { "Sở Nội vụ sửa Quyết định số 45/2021/QĐ-UBND; công khai Quyết định 45 trên Cổng.",
    "45/2021/QĐ-UBND" },
  { "Sở Nội vụ thực hiện Chỉ thị 05 của Bộ Chính trị.", "05-CT/TW" },

  /* broken across lines */
  { "Sở Nội vụ thực hiện Chỉ thị số 11-\nCT/TU ngày 04/02/2026.", "11-CT/TU" },
  { "Sở Nội vụ thực hiện Kế hoạch số\n200/KH-UBND.", "200/KH-UBND" },

  /* no numbers of documents */
  { "Sở Nội vụ thực hiện tại 63/63 tỉnh, thành phố.", "" },
  { "Sở Nội vụ trực 24/7.", "" },
  { "Sở Nội vụ báo cáo trước ngày 30/6/2024 - UBND tỉnh xem xét.", "" },
  { "Sở Nội vụ thực hiện giai đoạn 2022 - 2025.", "" },
  { "Sở Nội vụ xây dựng Báo cáo 6 tháng đầu năm.", "" },
  { "Sở Nội vụ thực hiện Nghị quyết 5 năm.", "" },
  { "Sở Nội vụ áp dụng mức 1/3 và 2/3.", "" },
  { "Sở Nội vụ thực hiện Luật Đất đai năm 2024.", "" },
};

static DdUnitDictionary *units;

static void
check (const Case *c)
{
  g_autoptr (DdReading) reading = dd_extract_read (c->sentence, units, dd_day_new (2024, 5, 10));
  g_autofree char *whole = g_strjoinv (" | ", reading->citations);
  g_autofree char *own = NULL;
  const DdFinding *finding;

  if (reading->findings->len != 1)
    g_error ("%u directives in: %s", reading->findings->len, c->sentence);
  finding = g_ptr_array_index (reading->findings, 0);
  own = g_strjoinv (" | ", finding->citations);
  if (strcmp (own, c->citations) != 0 || strcmp (whole, c->citations) != 0)
    g_error ("%s\n  directive: %s\n  text: %s", c->sentence, own, whole);
}

static void
test_citations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  units = dd_unit_dictionary_new_with_known ();

  g_test_add_func ("/extract/citation", test_citations);

  status = g_test_run ();
  dd_unit_dictionary_free (units);

  return status;
}
