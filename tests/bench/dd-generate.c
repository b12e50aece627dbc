/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a file in the exchange format with so many tasks, the same for the
 * same numbers: what the measurements are made on.
 *
 * usage: dd-generate TASKS FILE [SEED [TODAY]] */
#include "dd-day.h"
#include "dd-json-writer.h"

#include <stdio.h>
#include <stdlib.h>

#define TASKS_PER_MEETING 16
#define TASKS_PER_DIRECTIVE 2
#define DAYS_BACK 1060

static const char * const departments[] = {
  "Văn phòng Ủy ban nhân dân tỉnh", "Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính",
  "Sở Khoa học và Công nghệ", "Sở Xây dựng", "Sở Y tế", "Sở Giáo dục và Đào tạo",
  "Sở Nông nghiệp và Môi trường", "Sở Công Thương", "Sở Văn hóa, Thể thao và Du lịch",
  "Thanh tra tỉnh", "Công an tỉnh", "Ban Quản lý các khu công nghiệp",
  "Trung tâm Phục vụ hành chính công", "Thuế tỉnh",
};

static const char * const communes[] = {
  "An Bình", "Bắc Sơn", "Cẩm Lộc", "Đại Hưng", "Đông Phú", "Gia Ninh", "Hòa Lạc", "Khánh Thượng",
  "Long Điền", "Mỹ Thạnh", "Nghĩa Hà", "Phú Túc", "Quang Trung", "Sơn Kim", "Tân Hiệp",
  "Thượng Cát",
  "Vĩnh Hảo", "Xuân Lâm", "Yên Trạch", "Ea Súp", "Đắk Rông", "Ia Pa", "Mường Cang", "Thạnh Lợi",
};

static const char * const verbs[] = {
  "Rà soát", "Hoàn thiện", "Công bố", "Cập nhật", "Tổng hợp", "Kiểm tra", "Đề xuất cắt giảm",
  "Thẩm định", "Tháo gỡ vướng mắc về", "Đôn đốc thực hiện", "Số hóa", "Tái cấu trúc", "Đánh giá",
};

static const char * const objects[] = {
  "danh mục thủ tục hành chính nội bộ", "quy trình giải quyết hồ sơ", "dịch vụ công trực tuyến",
  "kết quả giải quyết thủ tục còn hiệu lực", "phương án phân cấp, ủy quyền",
  "hồ sơ quá hạn tại Bộ phận Một cửa", "phản ánh, kiến nghị của người dân, doanh nghiệp",
  "chi phí tuân thủ thủ tục hành chính", "thành phần hồ sơ không cần thiết",
  "thời hạn giải quyết thủ tục", "dữ liệu dùng chung",
};

static const char * const fields[] = {
  "đất đai", "hộ tịch", "đầu tư", "xây dựng", "lao động", "bảo trợ xã hội", "môi trường", "y tế",
  "giáo dục", "giao thông", "chứng thực", "lý lịch tư pháp", "thuế", "du lịch", "an toàn thực phẩm",
  "nhà ở", "lâm nghiệp", "thủy lợi", "hòa giải ở cơ sở", "thi đua, khen thưởng", "đường thủy",
};

static const char * const family_names[] = {
  "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi",
};
static const char * const given_names[] = {
  "An", "Bình", "Dũng", "Hà", "Khánh", "Lan", "Sơn", "Yến",
};

#define PICK(list) list[g_rand_int_range (dice, 0, G_N_ELEMENTS (list))]

static GRand *dice;

static gboolean
write_file (const char  *text,
            gsize        size,
            gpointer     user_data,
            GError     **error)
{
  if (fwrite (text, 1, size, user_data) == size)
    return TRUE;

  perror ("dd-generate");
  exit (2);
}

/* The same name for the same record in every file of the same seed. */
static char *
make_uid (char  kind,
          guint n)
{
  return g_strdup_printf ("%08x-0000-7000-8000-%c00000000000", n, kind);
}

static void
add_uid (DdJsonWriter *json,
         const char   *name,
         char          kind,
         guint         n)
{
  g_autofree char *uid = make_uid (kind, n);

  dd_json_writer_add_text (json, name, uid);
}

static guint
count_units (void)
{
  return G_N_ELEMENTS (departments) + G_N_ELEMENTS (communes);
}

static void
add_units (DdJsonWriter *json)
{
  dd_json_writer_begin_array (json, "unit");
  for (guint i = 0; i < count_units (); i++)
    {
      gboolean commune = i >= G_N_ELEMENTS (departments);
      g_autofree char *name = commune
        ? g_strdup_printf ("UBND xã %s", communes[i - G_N_ELEMENTS (departments)])
        : g_strdup (departments[i]);

      dd_json_writer_begin_object (json, NULL);
      add_uid (json, "uid", 'a', i);
      dd_json_writer_add_text (json, "name", name);
      dd_json_writer_add_text (json, "level", commune ? "commune" : "department");
      dd_json_writer_end_object (json);
    }
  dd_json_writer_end_array (json);
}

static DdDay
get_meeting_day (guint meeting,
                 guint n_meetings,
                 DdDay today)
{
  return today - DAYS_BACK + (DdDay) ((guint64) DAYS_BACK * meeting / n_meetings);
}

static void
add_documents (DdJsonWriter *json,
               guint         n_meetings,
               DdDay         today)
{
  dd_json_writer_begin_array (json, "document");
  for (guint i = 0; i < n_meetings; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u/TB-UBND", i + 1);

      dd_json_writer_begin_object (json, NULL);
      add_uid (json, "uid", 'b', i);
      dd_json_writer_add_text (json, "number", number);
      dd_json_writer_add_text (json, "type", "Thông báo");
      dd_json_writer_add_day (json, "day", get_meeting_day (i, n_meetings, today) + 3);
      dd_json_writer_add_text (json, "issuer", "UBND tỉnh");
      dd_json_writer_end_object (json);
    }
  dd_json_writer_end_array (json);
}

static void
add_meetings (DdJsonWriter *json,
              guint         n_meetings,
              DdDay         today)
{
  dd_json_writer_begin_array (json, "meeting");
  for (guint i = 0; i < n_meetings; i++)
    {
      g_autofree char *title = g_strdup_printf ("Phiên họp thứ %u của Tổ công tác", i + 1);
      g_autofree char *chair = g_strdup_printf ("%s Văn %s", PICK (family_names),
                                                   PICK (given_names));

      dd_json_writer_begin_object (json, NULL);
      add_uid (json, "uid", 'c', i);
      dd_json_writer_add_text (json, "title", title);
      dd_json_writer_add_number (json, "number", i + 1);
      dd_json_writer_add_text (json, "kind", "session");
      dd_json_writer_add_text (json, "format", "hybrid");
      dd_json_writer_add_text (json, "state", "concluded");
      dd_json_writer_add_day (json, "day", get_meeting_day (i, n_meetings, today));
      dd_json_writer_add_text (json, "chair", chair);
      add_uid (json, "document", 'b', i);
      dd_json_writer_end_object (json);
    }
  dd_json_writer_end_array (json);
}

static void
add_directives (DdJsonWriter *json,
                guint         n_tasks)
{
  guint n = (n_tasks + TASKS_PER_DIRECTIVE - 1) / TASKS_PER_DIRECTIVE;

  dd_json_writer_begin_array (json, "directive");
  for (guint i = 0; i < n; i++)
    {
      guint meeting = i * TASKS_PER_DIRECTIVE / TASKS_PER_MEETING;
      guint position = i % (TASKS_PER_MEETING / TASKS_PER_DIRECTIVE) + 1;
      g_autofree char *ordinal = g_strdup_printf ("2.%u", position);
      g_autofree char *quote =
        g_strdup_printf ("Giao %s chủ trì, phối hợp với các đơn vị liên quan %s %s.",
                         PICK (departments), PICK (verbs), PICK (objects));

      dd_json_writer_begin_object (json, NULL);
      add_uid (json, "uid", 'd', i);
      add_uid (json, "document", 'b', meeting);
      add_uid (json, "meeting", 'c', meeting);
      dd_json_writer_add_number (json, "position", position);
      dd_json_writer_add_text (json, "ordinal", ordinal);
      dd_json_writer_add_text (json, "quote", quote);
      dd_json_writer_add_text (json, "kind", "task");
      dd_json_writer_add_text (json, "deadline_kind", "none");
      dd_json_writer_add_text (json, "recurrence", "none");
      dd_json_writer_end_object (json);
    }
  dd_json_writer_end_array (json);
}

static void
add_task (DdJsonWriter *json,
          guint         i,
          guint         n_meetings,
          DdDay         today)
{
  DdDay assigned = get_meeting_day (i / TASKS_PER_MEETING, n_meetings, today);
  DdDay deadline = assigned + 7 + (DdDay) g_rand_int_range (dice, 0, 173);
  gboolean done = g_rand_double (dice) < (deadline < today ? 0.86 : 0.25);
  gboolean undated = g_rand_double (dice) < 0.05;
  /* One in a thousand can be searched for. */
  g_autofree char *content =
    g_strdup_printf ("%s %s lĩnh vực %s%s", PICK (verbs), PICK (objects),
                     i % 1000 == 500 ? "đăng kiểm, " : "", PICK (fields));
  g_autofree char *officer = g_strdup_printf ("%s Thị %s", PICK (family_names), PICK (given_names));

  dd_json_writer_begin_object (json, NULL);
  add_uid (json, "uid", 'e', i);
  add_uid (json, "directive", 'd', i / TASKS_PER_DIRECTIVE);
  dd_json_writer_add_text (json, "content", content);
  add_uid (json, "lead", 'a', (guint) g_rand_int_range (dice, 0, (gint32) count_units ()));
  dd_json_writer_add_text (json, "officer", officer);
  dd_json_writer_add_day (json, "assigned", assigned);
  if (!undated)
    dd_json_writer_add_day (json, "deadline", deadline);
  dd_json_writer_add_text (json, "deadline_kind", undated ? "none" : "by");
  if (done)
    {
      DdDay completed = deadline + (DdDay) g_rand_int_range (dice, 0, 40) - 28;

      dd_json_writer_add_day (json, "completed", CLAMP (completed, assigned, today));
    }
  dd_json_writer_add_text (json, "state", done ? "confirmed" : "assigned");
  dd_json_writer_end_object (json);
}

int
main (int   argc,
      char *argv[])
{
  guint n_tasks = argc > 2 ? (guint) strtoul (argv[1], NULL, 10) : 0;
  guint seed = argc > 3 ? (guint) strtoul (argv[3], NULL, 10) : 20261121;
  DdDay today = dd_day_from_iso (argc > 4 ? argv[4] : "2026-11-21");
  guint n_meetings = MAX (1, (n_tasks + TASKS_PER_MEETING - 1) / TASKS_PER_MEETING);
  g_autoptr (DdJsonWriter) json = NULL;
  FILE *file;

  if (n_tasks == 0 || today == DD_DAY_NONE || (file = fopen (argv[2], "w")) == NULL)
    {
      fprintf (stderr, "usage: dd-generate TASKS FILE [SEED [TODAY]]\n");
      return 2;
    }

  dice = g_rand_new_with_seed (seed);
  json = dd_json_writer_new (write_file, file);
  dd_json_writer_begin_object (json, NULL);
  dd_json_writer_add_text (json, "format", "dondoc");
  dd_json_writer_add_number (json, "version", 1);
  add_units (json);
  add_documents (json, n_meetings, today);
  add_meetings (json, n_meetings, today);
  add_directives (json, n_tasks);
  dd_json_writer_begin_array (json, "task");
  for (guint i = 0; i < n_tasks; i++)
    add_task (json, i, n_meetings, today);
  dd_json_writer_end_array (json);
  dd_json_writer_end_object (json);
  dd_json_writer_finish (json, NULL);
  g_rand_free (dice);

  return fclose (file) == 0 ? 0 : 2;
}
