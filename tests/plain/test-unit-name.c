/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-unit-name.h"
#include "dd-unit.h"

static const struct
{
  const char  *name;
  gboolean     group;
  DdUnitLevel  level;
} names[] = {
  /* The centre. */
  { "Chính phủ", FALSE, DD_UNIT_LEVEL_CENTRAL },
  { "Thủ tướng Chính phủ", FALSE, DD_UNIT_LEVEL_CENTRAL },
  { "Phó Thủ tướng Trần Lưu Quang", FALSE, DD_UNIT_LEVEL_CENTRAL },

  /* Ministries and what is as high. */
  { "Bộ Tư pháp", FALSE, DD_UNIT_LEVEL_MINISTRY },
  { "Bộ Văn hóa, Thể thao và Du lịch", FALSE, DD_UNIT_LEVEL_MINISTRY },
  { "Văn phòng Chính phủ", FALSE, DD_UNIT_LEVEL_MINISTRY },
  { "Thanh tra Chính phủ", FALSE, DD_UNIT_LEVEL_MINISTRY },
  { "Ngân hàng Nhà nước Việt Nam", FALSE, DD_UNIT_LEVEL_MINISTRY },
  { "Ủy ban Dân tộc", FALSE, DD_UNIT_LEVEL_MINISTRY },
  { "các bộ, cơ quan ngang bộ", TRUE, DD_UNIT_LEVEL_MINISTRY },
  { "các bộ, ngành, địa phương", TRUE, DD_UNIT_LEVEL_MINISTRY },
  { "Bộ, ngành, địa phương", TRUE, DD_UNIT_LEVEL_MINISTRY },

  /* Provinces and the cities that are as high. */
  { "UBND tỉnh", FALSE, DD_UNIT_LEVEL_PROVINCE },
  { "Ủy ban nhân dân tỉnh Quảng Bình", FALSE, DD_UNIT_LEVEL_PROVINCE },
  { "Uỷ ban nhân dân tỉnh", FALSE, DD_UNIT_LEVEL_PROVINCE },
  { "Chủ tịch UBND tỉnh", FALSE, DD_UNIT_LEVEL_PROVINCE },
  { "UBND cấp tỉnh", TRUE, DD_UNIT_LEVEL_PROVINCE },
  { "UBND các tỉnh, thành phố trực thuộc Trung ương", TRUE, DD_UNIT_LEVEL_PROVINCE },
  { "UBND thành phố Hà Nội", FALSE, DD_UNIT_LEVEL_PROVINCE },
  { "UBND Thành phố Hồ Chí Minh", FALSE, DD_UNIT_LEVEL_PROVINCE },
  { "UBND thành phố Hải Phòng", FALSE, DD_UNIT_LEVEL_PROVINCE },
  { "UBND thành phố Đà Nẵng", FALSE, DD_UNIT_LEVEL_PROVINCE },
  { "UBND thành phố Cần Thơ", FALSE, DD_UNIT_LEVEL_PROVINCE },
  { "UBND thành phố Huế", FALSE, DD_UNIT_LEVEL_PROVINCE },
  { "các tỉnh, thành phố", TRUE, DD_UNIT_LEVEL_PROVINCE },

  /* What belongs to a province. */
  { "Sở Tư pháp", FALSE, DD_UNIT_LEVEL_DEPARTMENT },
  { "Sở Văn hóa, Thể thao và Du lịch", FALSE, DD_UNIT_LEVEL_DEPARTMENT },
  { "Văn phòng UBND tỉnh", FALSE, DD_UNIT_LEVEL_DEPARTMENT },
  { "Văn phòng Ủy ban nhân dân tỉnh", FALSE, DD_UNIT_LEVEL_DEPARTMENT },
  { "Thanh tra tỉnh", FALSE, DD_UNIT_LEVEL_DEPARTMENT },
  { "Công an tỉnh", FALSE, DD_UNIT_LEVEL_DEPARTMENT },
  { "Ban Quản lý các khu công nghiệp", FALSE, DD_UNIT_LEVEL_DEPARTMENT },
  { "Bộ Chỉ huy Quân sự tỉnh", FALSE, DD_UNIT_LEVEL_DEPARTMENT },
  { "Bộ phận Một cửa", FALSE, DD_UNIT_LEVEL_DEPARTMENT },
  { "Trung tâm Phục vụ hành chính công tỉnh", FALSE, DD_UNIT_LEVEL_DEPARTMENT },
  { "Cục Thuế tỉnh", FALSE, DD_UNIT_LEVEL_DEPARTMENT },
  { "các sở, ban, ngành", TRUE, DD_UNIT_LEVEL_DEPARTMENT },
  { "sở, ban, ngành", TRUE, DD_UNIT_LEVEL_DEPARTMENT },
  { "Giám đốc các sở", TRUE, DD_UNIT_LEVEL_DEPARTMENT },
  { "Thủ trưởng các cơ quan, đơn vị", TRUE, DD_UNIT_LEVEL_DEPARTMENT },

  /* Districts, while there were any, and communes. */
  { "UBND huyện Lệ Thủy", FALSE, DD_UNIT_LEVEL_DISTRICT },
  { "UBND quận Hoàn Kiếm", FALSE, DD_UNIT_LEVEL_DISTRICT },
  { "UBND thị xã Ba Đồn", FALSE, DD_UNIT_LEVEL_DISTRICT },
  { "UBND thành phố Đồng Hới", FALSE, DD_UNIT_LEVEL_DISTRICT },
  { "Chủ tịch UBND huyện Lệ Thủy", FALSE, DD_UNIT_LEVEL_DISTRICT },
  { "UBND các huyện, thị xã, thành phố", TRUE, DD_UNIT_LEVEL_DISTRICT },
  { "Chủ tịch UBND các huyện, thị xã, thành phố", TRUE, DD_UNIT_LEVEL_DISTRICT },
  { "UBND cấp huyện", TRUE, DD_UNIT_LEVEL_DISTRICT },
  { "các huyện, thị xã, thành phố", TRUE, DD_UNIT_LEVEL_DISTRICT },
  { "UBND xã An Bình", FALSE, DD_UNIT_LEVEL_COMMUNE },
  { "UBND phường Bến Nghé", FALSE, DD_UNIT_LEVEL_COMMUNE },
  { "UBND đặc khu Phú Quốc", FALSE, DD_UNIT_LEVEL_COMMUNE },
  { "UBND thị trấn Kiến Giang", FALSE, DD_UNIT_LEVEL_COMMUNE },
  { "Chủ tịch UBND xã An Bình", FALSE, DD_UNIT_LEVEL_COMMUNE },
  { "UBND các xã, phường, thị trấn", TRUE, DD_UNIT_LEVEL_COMMUNE },
  { "UBND cấp xã", TRUE, DD_UNIT_LEVEL_COMMUNE },
  { "các xã, phường, đặc khu", TRUE, DD_UNIT_LEVEL_COMMUNE },

  /* What the name does not tell. */
  { "Tổ công tác cải cách thủ tục hành chính", FALSE, DD_UNIT_LEVEL_OTHER },
  { "các cơ quan, đơn vị", TRUE, DD_UNIT_LEVEL_OTHER },
  { "các địa phương", TRUE, DD_UNIT_LEVEL_OTHER },
  { "Tập đoàn Bưu chính Viễn thông", FALSE, DD_UNIT_LEVEL_OTHER },

  /* What begins alike is something else. */
  { "Bộc Bố", FALSE, DD_UNIT_LEVEL_OTHER },
  { "Sông Hồng", FALSE, DD_UNIT_LEVEL_OTHER },
  { "Cacao Việt", FALSE, DD_UNIT_LEVEL_OTHER },
  { "", FALSE, DD_UNIT_LEVEL_OTHER },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i].name);
      g_assert_cmpint (dd_unit_name_is_group (names[i].name), ==, names[i].group);
      g_assert_cmpint (dd_unit_name_guess_level (names[i].name), ==, names[i].level);
    }
}

/* However the name is typed. */
static void
test_spelling (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *upper = g_utf8_strup (names[i].name, -1);
      g_autofree char *split = g_utf8_normalize (names[i].name, -1, G_NORMALIZE_NFD);

      g_test_message ("%s", names[i].name);
      g_assert_cmpint (dd_unit_name_is_group (upper), ==, names[i].group);
      g_assert_cmpint (dd_unit_name_guess_level (upper), ==, names[i].level);
      g_assert_cmpint (dd_unit_name_guess_level (split), ==, names[i].level);
    }
}

static void
test_row (void)
{
  g_autoptr (DdRow) group = dd_unit_row_from_name ("các sở, ban, ngành");
  g_autoptr (DdRow) unit = dd_unit_row_from_name ("ủy ban nhân dân xã An Bình");
  g_autoptr (DdRow) composed = dd_unit_row_from_name ("đoàn thanh niên");
  g_autoptr (DdRow) nothing = dd_unit_row_from_name ("");
  g_autoptr (GError) error = NULL;

  /* A name begins with a capital. */
  g_assert_cmpstr (dd_row_get_text (group, DD_UNIT_NAME), ==, "Các sở, ban, ngành");
  g_assert_cmpstr (dd_row_get_text (unit, DD_UNIT_NAME), ==, "Ủy ban nhân dân xã An Bình");
  g_assert_cmpstr (dd_row_get_text (composed, DD_UNIT_NAME), ==, "Đoàn thanh niên");

  g_assert_true (dd_row_get_flag (group, DD_UNIT_IS_GROUP));
  g_assert_false (dd_row_get_flag (unit, DD_UNIT_IS_GROUP));
  g_assert_cmpint (dd_row_get_choice (unit, DD_UNIT_LEVEL), ==, DD_UNIT_LEVEL_COMMUNE);
  g_assert_true (dd_row_check (unit, &error));
  g_assert_no_error (error);

  /* Nobody is no unit, and that is said. */
  g_assert_false (dd_row_check (nothing, &error));
  g_assert_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/unit-name/names", test_names);
  g_test_add_func ("/unit-name/spelling", test_spelling);
  g_test_add_func ("/unit-name/row", test_row);

  return g_test_run ();
}
