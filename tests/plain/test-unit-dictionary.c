/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of units, and how they are recognised in running text. */

#include "dd-token-text.h"
#include "dd-unit-list.h"

#include <string.h>

static void
test_find (void)
{
  g_autoptr (DdUnitDictionary) units = dd_unit_dictionary_new ();

  dd_unit_dictionary_add (units, "Sở Nội vụ", 7);
  dd_unit_dictionary_add (units, "Ủy ban nhân dân tỉnh", 8);
  dd_unit_dictionary_add (units, "Sở Văn hóa, Thể thao và Du lịch", 9);

  g_assert_cmpint (dd_unit_dictionary_find (units, "Sở Nội vụ"), ==, 7);
  /* case, and where the tone stands, make no difference */
  g_assert_cmpint (dd_unit_dictionary_find (units, "SỞ NỘI VỤ"), ==, 7);
  g_assert_cmpint (dd_unit_dictionary_find (units, "sở nội vụ"), ==, 7);
  g_assert_cmpint (dd_unit_dictionary_find (units, "Sở Văn hoá, Thể thao và Du lịch"), ==, 9);
  /* nor does the normal form: here in decomposed letters */
  g_assert_cmpint (dd_unit_dictionary_find (units, "Sơ\xCC\x89 Nô\xCC\xA3i vu\xCC\xA3"), ==, 7);
  /* nor how a list of words in one name is joined */
  g_assert_cmpint (dd_unit_dictionary_find (units, "Sở Văn hóa - Thể thao & Du lịch"), ==, 9);
  /* but the tone itself does, and so does every word */
  g_assert_cmpint (dd_unit_dictionary_find (units, "Sở Nội vu"), ==, 0);
  g_assert_cmpint (dd_unit_dictionary_find (units, "Sở Nội"), ==, 0);
  g_assert_cmpint (dd_unit_dictionary_find (units, "Sở Nội vụ tỉnh"), ==, 0);
  g_assert_cmpint (dd_unit_dictionary_find (units, ""), ==, 0);
}

static void
test_known (void)
{
  g_autoptr (DdUnitDictionary) units = dd_unit_dictionary_new_with_known ();

  /* a known name has no id until a unit of that name is added */
  g_assert_cmpint (dd_unit_dictionary_find (units, "Bộ Tư pháp"), ==, 0);
  dd_unit_dictionary_add (units, "Bộ Tư pháp", 3);
  g_assert_cmpint (dd_unit_dictionary_find (units, "Bộ Tư pháp"), ==, 3);
  /* adding it once more as a mere name does not take the id away */
  dd_unit_dictionary_add (units, "Bộ Tư pháp", 0);
  g_assert_cmpint (dd_unit_dictionary_find (units, "Bộ Tư pháp"), ==, 3);

  /* usual abbreviations are the words they stand for, either way round */
  dd_unit_dictionary_add (units, "Ủy ban nhân dân huyện Tân Lập", 4);
  g_assert_cmpint (dd_unit_dictionary_find (units, "UBND huyện Tân Lập"), ==, 4);
  dd_unit_dictionary_add (units, "VP HĐND và UBND", 5);
  g_assert_cmpint (dd_unit_dictionary_find (units,
                                            "Văn phòng Hội đồng nhân dân và Uỷ ban nhân dân"),
                   ==, 5);
}

static void
test_find_near (void)
{
  g_autoptr (DdUnitDictionary) units = dd_unit_dictionary_new ();

  dd_unit_dictionary_add (units, "Sở Nội vụ", 1);
  dd_unit_dictionary_add (units, "Sở Ngoại vụ", 2);
  dd_unit_dictionary_add (units, "Thuế tỉnh", 3);
  dd_unit_dictionary_add (units, "UBND huyện", 4);
  dd_unit_dictionary_add (units, "Trung tâm Phục vụ hành chính công tỉnh", 5);

  /* whoever heads a unit speaks for it */
  g_assert_cmpint (dd_unit_dictionary_find_near (units, "Giám đốc Sở Nội vụ"), ==, 1);
  g_assert_cmpint (dd_unit_dictionary_find_near (units, "lãnh đạo Sở Ngoại vụ"), ==, 2);
  /* of which province needs not be said */
  g_assert_cmpint (dd_unit_dictionary_find_near (units, "Sở Nội vụ tỉnh Bình Sơn"), ==, 1);
  g_assert_cmpint (dd_unit_dictionary_find_near (units, "Thuế tỉnh Lào Cai"), ==, 3);
  /* of which district must: there are several */
  g_assert_cmpint (dd_unit_dictionary_find_near (units, "UBND huyện Sơn Đông"), ==, 0);
  /* slips of the pen */
  g_assert_cmpint (dd_unit_dictionary_find_near (units, "Sở Nội vu"), ==, 1);
  g_assert_cmpint (dd_unit_dictionary_find_near (units, "Trung tâm Phục vụ hành chính cong tỉnh"),
                   ==, 5);
  /* too far from any */
  g_assert_cmpint (dd_unit_dictionary_find_near (units, "Sở Y tế"), ==, 0);
  g_assert_cmpint (dd_unit_dictionary_find_near (units, ""), ==, 0);

  /* as near to two: no guess */
  dd_unit_dictionary_add (units, "Phòng Kinh tế A", 6);
  dd_unit_dictionary_add (units, "Phòng Kinh tế B", 7);
  g_assert_cmpint (dd_unit_dictionary_find_near (units, "Phòng Kinh tế C"), ==, 0);
}

/* Lists of units in running text: names that contain commas and "và" stay
 * whole, heads are shared, and the list ends where the verb begins. */
static void
test_lists (void)
{
  static const struct
  {
    const char *words;
    const char *units;          /* joined by " | " */
    const char *rest;           /* where the list ends */
  } cases[] = {
    { "Sở Tư pháp rà soát", "Sở Tư pháp", "rà" },
    { "Sở Tư pháp, Sở Nội vụ và Sở Tài chính rà soát", "Sở Tư pháp | Sở Nội vụ | Sở Tài chính",
      "rà" },
    { "Bộ Văn hóa, Thể thao và Du lịch, Bộ Y tế trình",
      "Bộ Văn hóa, Thể thao và Du lịch | Bộ Y tế", "trình" },
    { "các Bộ: Văn hóa, Thể thao và Du lịch, Nông nghiệp và Môi trường, Y tế và Tư pháp trình",
      "Bộ Văn hóa, Thể thao và Du lịch | Bộ Nông nghiệp và Môi trường | Bộ Y tế | Bộ Tư pháp",
      "trình" },
    { "Các Sở Lao động - Thương binh và Xã hội, Tài chính; Thanh tra tỉnh báo cáo",
      "Sở Lao động - Thương binh và Xã hội | Sở Tài chính | Thanh tra tỉnh", "báo" },
    /* fixed groups are one */
    { "các bộ, ngành, địa phương rà soát", "các bộ, ngành, địa phương", "rà" },
    { "các sở, ban, ngành và UBND các huyện, thị xã, thành phố rà soát",
      "các sở, ban, ngành | UBND các huyện, thị xã, thành phố", "rà" },
    { "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ trình",
      "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", "trình" },
    { "các sở ban ngành rà soát", "các sở ban ngành", "rà" },
    { "UBND các xã, phường, đặc khu niêm yết", "UBND các xã, phường, đặc khu", "niêm" },
    { "UBND cấp xã niêm yết", "UBND cấp xã", "niêm" },
    { "các đơn vị có liên quan trên địa bàn tỉnh thực hiện",
      "các đơn vị có liên quan trên địa bàn tỉnh", "thực" },
    { "các cơ quan chuyên môn thuộc UBND tỉnh rà soát", "các cơ quan chuyên môn thuộc UBND tỉnh",
      "rà" },
    /* posts stand for their units */
    { "Giám đốc các Sở: Y tế, Tài chính chỉ đạo", "Giám đốc Sở Y tế | Giám đốc Sở Tài chính",
      "chỉ" },
    { "Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các huyện chỉ đạo",
      "Thủ trưởng các sở, ban, ngành | Chủ tịch UBND các huyện", "chỉ" },
    { "Bộ trưởng Bộ Nội vụ trình", "Bộ trưởng Bộ Nội vụ", "trình" },
    { "Phó Thủ tướng Chính phủ Trần Hồng Hà chủ trì", "Phó Thủ tướng Chính phủ Trần Hồng Hà",
      "chủ" },
    { "đồng chí Nguyễn Văn An chủ trì", "Nguyễn Văn An", "chủ" },
    /* names that no list has */
    { "Trung tâm Xúc tiến Đầu tư và Thương mại tỉnh tổ chức",
      "Trung tâm Xúc tiến Đầu tư và Thương mại tỉnh", "tổ" },
    { "Chi cục Thủy sản và Chi cục Kiểm lâm vùng II kiểm tra",
      "Chi cục Thủy sản | Chi cục Kiểm lâm vùng II", "kiểm" },
    { "UBND huyện Sơn Đông, UBND thị xã Phú Lâm báo cáo",
      "UBND huyện Sơn Đông | UBND thị xã Phú Lâm", "báo" },
    { "UBND các huyện: Sơn Đông, Tân Lập báo cáo", "UBND huyện Sơn Đông | UBND huyện Tân Lập",
      "báo" },
    { "Công an tỉnh (Phòng Cảnh sát kinh tế), Sở Y tế kiểm tra", "Công an tỉnh | Sở Y tế", "kiểm" },
    { "UBND TP. Hồ Chí Minh báo cáo", "UBND TP. Hồ Chí Minh", "báo" },
    /* no units */
    { "tổ chức hội nghị", "", "tổ" },
    { "Hội nghị thống nhất", "", "Hội" },
    { "đơn vị đo lường", "", "đơn" },
  };

  g_autoptr (DdUnitDictionary) units = dd_unit_dictionary_new_with_known ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DdTokenText) text = dd_token_text_new (cases[i].words, units);
      const DdBody *body = dd_token_text_get_body (text);
      g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
      g_autoptr (GString) found = g_string_new (NULL);
      g_autofree char *rest = NULL;
      guint end;

      end = dd_unit_list_match (body, 0, body->n_tokens, mentions);
      for (guint j = 0; j < mentions->len; j++)
        {
          g_autofree char *name =
            dd_unit_mention_name (&g_array_index (mentions, DdUnitMention, j), body);

          g_string_append_printf (found, "%s%s", j > 0 ? " | " : "", name);
        }
      rest = dd_body_get_words (body, end, MIN (end + 1, body->n_tokens));
      if (strcmp (found->str, cases[i].units) != 0 || strcmp (rest, cases[i].rest) != 0)
        g_error ("%s\n  %s, then %s", cases[i].words, found->str, rest);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/extract/unit-dictionary/find", test_find);
  g_test_add_func ("/extract/unit-dictionary/known", test_known);
  g_test_add_func ("/extract/unit-dictionary/find-near", test_find_near);
  g_test_add_func ("/extract/unit-dictionary/lists", test_lists);

  return g_test_run ();
}
