/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-role"

#include "config.h"

#include "dd-table-role.h"

#include "dd-extract-cell.h"
#include "dd-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *code;
  const char *label;
} roles[DD_N_TABLE_ROLES] = {
  [DD_TABLE_ROLE_UNUSED] = { "unused", N_("Not used") },
  [DD_TABLE_ROLE_ORDINAL] = { "ordinal", N_("Ordinal") },
  [DD_TABLE_ROLE_CONTENT] = { "content", N_("Content") },
  [DD_TABLE_ROLE_LEAD] = { "lead", N_("Lead") },
  [DD_TABLE_ROLE_COORDINATING] = { "coordinating", N_("Coordinating") },
  [DD_TABLE_ROLE_DEADLINE] = { "deadline", N_("Deadline") },
  [DD_TABLE_ROLE_PRODUCT] = { "product", N_("Product") },
  [DD_TABLE_ROLE_OFFICER] = { "officer", N_("Officer") },
  [DD_TABLE_ROLE_REPORT_TO] = { "report_to", N_("Report to") },
  [DD_TABLE_ROLE_ASSIGNED] = { "assigned", N_("Assigned on") },
  [DD_TABLE_ROLE_NOTE] = { "note", N_("Note") },
};

/* Beginnings of folded words in the head of an appendix that assigns tasks; extraction knows
 * more of those for units, content and times. The first that fits counts. */
static const struct
{
  const char  *words;
  DdTableRole  role;
} wordings[] = {
  { "tt", DD_TABLE_ROLE_ORDINAL },
  { "stt", DD_TABLE_ROLE_ORDINAL },
  { "so tt", DD_TABLE_ROLE_ORDINAL },
  { "so thu tu", DD_TABLE_ROLE_ORDINAL },
  { "no", DD_TABLE_ROLE_ORDINAL },
  { "muc", DD_TABLE_ROLE_ORDINAL },
  { "ngay giao", DD_TABLE_ROLE_ASSIGNED },
  { "thoi gian giao", DD_TABLE_ROLE_ASSIGNED },
  { "thoi diem giao", DD_TABLE_ROLE_ASSIGNED },
  { "assigned", DD_TABLE_ROLE_ASSIGNED },
  { "san pham", DD_TABLE_ROLE_PRODUCT },
  { "ket qua", DD_TABLE_ROLE_PRODUCT },
  { "du kien ket qua", DD_TABLE_ROLE_PRODUCT },
  { "hinh thuc van ban", DD_TABLE_ROLE_PRODUCT },
  { "dau ra", DD_TABLE_ROLE_PRODUCT },
  { "product", DD_TABLE_ROLE_PRODUCT },
  { "can bo", DD_TABLE_ROLE_OFFICER },
  { "chuyen vien", DD_TABLE_ROLE_OFFICER },
  { "nguoi thuc hien", DD_TABLE_ROLE_OFFICER },
  { "nguoi phu trach", DD_TABLE_ROLE_OFFICER },
  { "lanh dao phu trach", DD_TABLE_ROLE_OFFICER },
  { "cong chuc", DD_TABLE_ROLE_OFFICER },
  { "officer", DD_TABLE_ROLE_OFFICER },
  { "cap trinh", DD_TABLE_ROLE_REPORT_TO },
  { "cap phe duyet", DD_TABLE_ROLE_REPORT_TO },
  { "cap co tham quyen", DD_TABLE_ROLE_REPORT_TO },
  { "noi nhan bao cao", DD_TABLE_ROLE_REPORT_TO },
  { "bao cao cho", DD_TABLE_ROLE_REPORT_TO },
  { "bao cao", DD_TABLE_ROLE_REPORT_TO },
  { "ghi chu", DD_TABLE_ROLE_NOTE },
  { "note", DD_TABLE_ROLE_NOTE },
  { "phoi hop", DD_TABLE_ROLE_COORDINATING },
  { "co quan phoi hop", DD_TABLE_ROLE_COORDINATING },
  { "don vi phoi hop", DD_TABLE_ROLE_COORDINATING },
  { "coordinating", DD_TABLE_ROLE_COORDINATING },
  { "chu tri", DD_TABLE_ROLE_LEAD },
  { "co quan chu tri", DD_TABLE_ROLE_LEAD },
  { "don vi chu tri", DD_TABLE_ROLE_LEAD },
  { "don vi duoc giao", DD_TABLE_ROLE_LEAD },
  { "don vi thuc hien", DD_TABLE_ROLE_LEAD },
  { "co quan thuc hien", DD_TABLE_ROLE_LEAD },
  { "don vi", DD_TABLE_ROLE_LEAD },
  { "co quan", DD_TABLE_ROLE_LEAD },
  { "lead", DD_TABLE_ROLE_LEAD },
  { "han", DD_TABLE_ROLE_DEADLINE },
  { "thoi han", DD_TABLE_ROLE_DEADLINE },
  { "thoi gian", DD_TABLE_ROLE_DEADLINE },
  { "tien do", DD_TABLE_ROLE_DEADLINE },
  { "deadline", DD_TABLE_ROLE_DEADLINE },
  { "nhiem vu", DD_TABLE_ROLE_CONTENT },
  { "ten nhiem vu", DD_TABLE_ROLE_CONTENT },
  { "noi dung", DD_TABLE_ROLE_CONTENT },
  { "cong viec", DD_TABLE_ROLE_CONTENT },
  { "viec can lam", DD_TABLE_ROLE_CONTENT },
  { "y kien chi dao", DD_TABLE_ROLE_CONTENT },
  { "content", DD_TABLE_ROLE_CONTENT },
  { "task", DD_TABLE_ROLE_CONTENT },
};

/* No head of a column is longer; what is, is a task. */
#define HEADER_CHARS_MAX 60

const char *
dd_table_role_get_label (DdTableRole role)
{
  return _(roles[role].label);
}

/**
 * dd_table_role_get_code:
 *
 * Returns: (transfer none): what it is remembered by, the same in every language
 */
const char *
dd_table_role_get_code (DdTableRole role)
{
  return roles[role].code;
}

gboolean
dd_table_role_from_code (const char  *code,
                         DdTableRole *role)
{
  for (guint i = 0; i < DD_N_TABLE_ROLES; i++)
    if (strcmp (roles[i].code, code) == 0)
      {
        *role = i;
        return TRUE;
      }

  return FALSE;
}

/* Without what is said in parentheses, "Thời hạn (dự kiến)". */
static char *
drop_parentheses (const char *header)
{
  GString *text = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = header; *p != '\0'; p++)
    {
      if (*p == '(')
        depth++;
      else if (*p == ')' && depth > 0)
        depth--;
      else if (depth == 0)
        g_string_append_c (text, *p == '\n' || *p == '/' ? ' ' : *p);
    }

  return g_string_free (text, FALSE);
}

/**
 * dd_table_role_make_key:
 * @header: in the head of a column
 *
 * Returns: (transfer full): what columns of this name are remembered by; "" if it is none
 */
char *
dd_table_role_make_key (const char *header)
{
  g_autofree char *plain = drop_parentheses (header);
  g_autofree char *folded = dd_fold (plain);
  g_autoptr (GString) key = g_string_new (NULL);

  if (g_utf8_strlen (header, -1) > HEADER_CHARS_MAX)
    return g_strdup ("");

  for (const char *p = folded; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (key, *p);
      else if (key->len > 0 && key->str[key->len - 1] != ' ')
        g_string_append_c (key, ' ');
    }

  return g_strstrip (g_strdup (key->str));
}

static gboolean
begins_with (const char *key,
             const char *words)
{
  const gsize n = strlen (words);

  return strncmp (key, words, n) == 0 && (key[n] == '\0' || key[n] == ' ');
}

/**
 * dd_table_role_guess:
 * @header: in the head of a column
 *
 * Returns: what stands below it; %DD_TABLE_ROLE_UNUSED if the words do not tell
 */
DdTableRole
dd_table_role_guess (const char             *header,
                     const DdUnitDictionary *units)
{
  g_autofree char *key = dd_table_role_make_key (header);
  g_autofree char *plain = drop_parentheses (header);

  if (*key == '\0')
    return DD_TABLE_ROLE_UNUSED;

  switch (dd_extract_cell_label (plain, units))
    {
    case DD_CELL_LABEL_CONTENT:
      return DD_TABLE_ROLE_CONTENT;
    case DD_CELL_LABEL_LEAD:
      return DD_TABLE_ROLE_LEAD;
    case DD_CELL_LABEL_COORDINATING:
      return DD_TABLE_ROLE_COORDINATING;
    case DD_CELL_LABEL_DEADLINE:
      return DD_TABLE_ROLE_DEADLINE;
    case DD_CELL_LABEL_PRODUCT:
      return DD_TABLE_ROLE_PRODUCT;
    case DD_CELL_LABEL_NONE:
    default:
      break;
    }
  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    if (begins_with (key, wordings[i].words))
      return wordings[i].role;

  return DD_TABLE_ROLE_UNUSED;
}
