/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the name of a unit tells of it, for a unit that a text names and the
 * file of records does not know. A proposal: people correct it. */
#define G_LOG_DOMAIN "dd-unit-name"

#include "dd-unit-name.h"

#include "dd-fold.h"
#include "dd-text.h"
#include "dd-unit.h"

#include <string.h>

/* Beginnings of folded names, of whole words; the longest one that fits tells. */
static const struct
{
  const char  *prefix;
  DdUnitLevel  level;
} levels[] = {
  { "thu tuong", DD_UNIT_LEVEL_CENTRAL },
  { "pho thu tuong", DD_UNIT_LEVEL_CENTRAL },
  { "chinh phu", DD_UNIT_LEVEL_CENTRAL },

  { "van phong chinh phu", DD_UNIT_LEVEL_MINISTRY },
  { "thanh tra chinh phu", DD_UNIT_LEVEL_MINISTRY },
  { "ngan hang nha nuoc", DD_UNIT_LEVEL_MINISTRY },
  { "uy ban dan toc", DD_UNIT_LEVEL_MINISTRY },
  { "bo", DD_UNIT_LEVEL_MINISTRY },
  { "cac bo", DD_UNIT_LEVEL_MINISTRY },

  { "ubnd tinh", DD_UNIT_LEVEL_PROVINCE },
  { "ubnd cap tinh", DD_UNIT_LEVEL_PROVINCE },
  { "ubnd cac tinh", DD_UNIT_LEVEL_PROVINCE },
  { "cac tinh", DD_UNIT_LEVEL_PROVINCE },
  { "ubnd thanh pho ha noi", DD_UNIT_LEVEL_PROVINCE },
  { "ubnd thanh pho ho chi minh", DD_UNIT_LEVEL_PROVINCE },
  { "ubnd thanh pho hai phong", DD_UNIT_LEVEL_PROVINCE },
  { "ubnd thanh pho da nang", DD_UNIT_LEVEL_PROVINCE },
  { "ubnd thanh pho can tho", DD_UNIT_LEVEL_PROVINCE },
  { "ubnd thanh pho hue", DD_UNIT_LEVEL_PROVINCE },

  { "so", DD_UNIT_LEVEL_DEPARTMENT },
  { "cac so", DD_UNIT_LEVEL_DEPARTMENT },
  { "ban", DD_UNIT_LEVEL_DEPARTMENT },
  { "van phong ubnd", DD_UNIT_LEVEL_DEPARTMENT },
  { "thanh tra tinh", DD_UNIT_LEVEL_DEPARTMENT },
  { "cong an tinh", DD_UNIT_LEVEL_DEPARTMENT },
  { "cong an thanh pho", DD_UNIT_LEVEL_DEPARTMENT },
  { "cuc thue", DD_UNIT_LEVEL_DEPARTMENT },
  { "thue tinh", DD_UNIT_LEVEL_DEPARTMENT },
  { "bo chi huy", DD_UNIT_LEVEL_DEPARTMENT },
  { "bo tu lenh", DD_UNIT_LEVEL_DEPARTMENT },
  { "bo phan", DD_UNIT_LEVEL_DEPARTMENT },
  { "trung tam phuc vu hanh chinh cong", DD_UNIT_LEVEL_DEPARTMENT },
  { "thu truong cac co quan", DD_UNIT_LEVEL_DEPARTMENT },

  { "ubnd huyen", DD_UNIT_LEVEL_DISTRICT },
  { "ubnd quan", DD_UNIT_LEVEL_DISTRICT },
  { "ubnd thi xa", DD_UNIT_LEVEL_DISTRICT },
  { "ubnd thanh pho", DD_UNIT_LEVEL_DISTRICT },
  { "ubnd cap huyen", DD_UNIT_LEVEL_DISTRICT },
  { "ubnd cac huyen", DD_UNIT_LEVEL_DISTRICT },
  { "cac huyen", DD_UNIT_LEVEL_DISTRICT },

  { "ubnd xa", DD_UNIT_LEVEL_COMMUNE },
  { "ubnd phuong", DD_UNIT_LEVEL_COMMUNE },
  { "ubnd dac khu", DD_UNIT_LEVEL_COMMUNE },
  { "ubnd thi tran", DD_UNIT_LEVEL_COMMUNE },
  { "ubnd cap xa", DD_UNIT_LEVEL_COMMUNE },
  { "ubnd cac xa", DD_UNIT_LEVEL_COMMUNE },
  { "ubnd cac phuong", DD_UNIT_LEVEL_COMMUNE },
  { "cac xa", DD_UNIT_LEVEL_COMMUNE },
  { "cac phuong", DD_UNIT_LEVEL_COMMUNE },
};

/* Who stands for a unit, before its name. */
static const char * const heads[] = {
  "chu tich", "pho chu tich", "thu truong", "nguoi dung dau", "lanh dao", "giam doc",
};

static const char * const group_prefixes[] = {
  "cac", "ubnd cac", "ubnd cap", "toan the", "tat ca", "bo, nganh", "so, nganh", "so, ban",
};

static const char * const vague_words[] = {
  "lien quan", "neu tren", "noi tren", "duoc giao", "truc thuoc",
};

/* Nouns for any unit, without a name. */
static const char * const vague_names[] = {
  "co quan", "don vi", "co quan, don vi", "dia phuong", "don vi, dia phuong", "nganh", "so", "bo",
  "ban", "phong", "xa", "huyen", "so, nganh", "don vi minh", "thu truong", "nguoi dung dau",
};

/* Folded, with the long form of the abbreviation that stands in many names. */
static char *
make_key (const char *name)
{
  g_autofree char *folded = dd_fold (name);
  GString *key = g_string_new (folded);

  g_string_replace (key, "uy ban nhan dan", "ubnd", 0);

  return g_string_free (key, FALSE);
}

static gboolean
begins_with (const char *key,
             const char *words)
{
  return g_str_has_prefix (key, words) && !g_ascii_isalnum (key[strlen (words)]);
}

static const char *
skip_head (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (begins_with (key, heads[i]) && key[strlen (heads[i])] == ' ')
      return key + strlen (heads[i]) + 1;

  return key;
}

static DdUnitLevel
find_level (const char *key)
{
  DdUnitLevel level = DD_UNIT_LEVEL_OTHER;
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (begins_with (key, levels[i].prefix) && strlen (levels[i].prefix) > longest)
      {
        longest = strlen (levels[i].prefix);
        level = levels[i].level;
      }

  return level;
}

/**
 * dd_unit_name_is_group:
 *
 * Returns: whether the name stands for several units: "các sở, ban, ngành",
 *   "UBND các huyện"
 */
gboolean
dd_unit_name_is_group (const char *name)
{
  g_autofree char *key = make_key (name);

  for (guint i = 0; i < G_N_ELEMENTS (group_prefixes); i++)
    if (begins_with (skip_head (key), group_prefixes[i]))
      return TRUE;

  return FALSE;
}

/**
 * dd_unit_name_is_vague:
 *
 * Returns: whether the name does not tell which unit is meant: a group, or whoever it
 *   concerns, "cơ quan có liên quan". It means another unit in the next document.
 */
gboolean
dd_unit_name_is_vague (const char *name)
{
  g_autofree char *key = make_key (name);
  const char *rest = skip_head (key);

  for (guint i = 0; i < G_N_ELEMENTS (vague_words); i++)
    if (strstr (key, vague_words[i]) != NULL)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (vague_names); i++)
    if (g_str_equal (rest, vague_names[i]))
      return TRUE;

  return dd_unit_name_is_group (name);
}

/**
 * dd_unit_name_guess_level:
 *
 * Returns: the level that the head word of the name tells, or %DD_UNIT_LEVEL_OTHER
 */
DdUnitLevel
dd_unit_name_guess_level (const char *name)
{
  g_autofree char *key = make_key (name);
  DdUnitLevel level = find_level (key);

  return level != DD_UNIT_LEVEL_OTHER ? level : find_level (skip_head (key));
}

/**
 * dd_unit_row_from_name:
 * @name: as a text has it
 *
 * Returns: (transfer full): a new unit of that name, which begins with a capital
 */
DdRow *
dd_unit_row_from_name (const char *name)
{
  DdRow *row = dd_row_new (DD_KIND_UNIT);
  g_autofree char *written = dd_text_capitalise (name);

  dd_row_set_text (row, DD_UNIT_NAME, written);
  dd_row_set_choice (row, DD_UNIT_LEVEL, dd_unit_name_guess_level (name));
  if (dd_unit_name_is_group (name))
    dd_row_set_flag (row, DD_UNIT_IS_GROUP, TRUE);

  return row;
}
