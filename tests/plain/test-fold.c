/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-collate.h"
#include "dd-fold.h"

#include <string.h>

/* --- folding -------------------------------------------------------------- */

static const struct
{
  const char *text;
  const char *key;
} folded[] = {
  { "", "" },
  { "Don Doc", "don doc" },
  { "Đôn Đốc", "don doc" },
  { "ĐÔN ĐỐC", "don doc" },
  { "đường", "duong" },
  { "ĐƯỜNG", "duong" },
  { "Ủy ban nhân dân", "uy ban nhan dan" },
  { "Uỷ ban nhân dân", "uy ban nhan dan" },
  { "ẤẦẨẪẬ ẮẰẲẴẶ ẾỀỂỄỆ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ ÝỲỶỸỴ ÍÌỈĨỊ",
    "aaaaa aaaaa eeeee ooooo ooooo uuuuu yyyyy iiiii" },

  /* Marks as characters of their own, as some systems write file names. */
  { "\x44\xcc\x80", "d" },
  { "u\xcc\x9b\xcc\x80", "u" },
  { "đ\xcc\xa3", "d" },

  /* What is not a letter stays. */
  { "766/QĐ-TTg, 23/6/2022", "766/qd-ttg, 23/6/2022" },
  { "100 %", "100 %" },
};

static void
test_fold (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (folded); i++)
    {
      g_autofree char *key = dd_fold (folded[i].text);

      g_assert_cmpstr (key, ==, folded[i].key);
    }
}

/* Pairs that a hurried typist would call the same. */
static const struct
{
  const char *a;
  const char *b;
} same[] = {
  { "hoà", "hòa" },
  { "hoá", "hóa" },
  { "thuỷ", "thủy" },
  { "Uỷ ban", "Ủy ban" },
  { "đăng kiểm", "đang kiem" },
  { "đăng kiểm", "ĐĂNG KIỂM" },
  { "đăng kiểm", "dang kiem" },
};

static void
test_same (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = dd_fold (same[i].a);
      g_autofree char *b = dd_fold (same[i].b);

      g_assert_cmpstr (a, ==, b);
    }
}

/* Every way of typing "đăng kiểm" leads to the same key, whichever normal form. */
static void
test_normal_forms (void)
{
  static const GNormalizeMode modes[] = {
    G_NORMALIZE_NFD, G_NORMALIZE_NFC, G_NORMALIZE_NFKD, G_NORMALIZE_NFKC,
  };
  static const char sentence[] =
    "Giao Sở Tư pháp chủ trì, phối hợp với Uỷ ban nhân dân các huyện rà soát, đơn giản hóa "
    "thủ tục hành chính về đăng kiểm trước ngày 30/6/2024; ĐƯỜNG, Ẩn, Ặc, ỡ, ữ.";
  g_autofree char *expected = dd_fold (sentence);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *form = g_utf8_normalize (sentence, -1, modes[i]);
      g_autofree char *key = dd_fold (form);
      g_autofree char *composed = dd_nfc (form);

      g_assert_cmpstr (key, ==, expected);
      g_assert_cmpstr (composed, ==, sentence);
    }
}

/* A mark that folds to a letter is in its place before it does. */
static void
test_iota_below (void)
{
  g_autofree char *first = dd_fold ("\u0345\u1bf2");
  g_autofree char *last = dd_fold ("\u1bf2\u0345");
  g_autofree char *composed = dd_fold ("\u1f80\u1bf2");
  g_autofree char *split = dd_fold ("\u03b1\u1bf2\u0313\u0345");

  g_assert_cmpstr (first, ==, last);
  g_assert_cmpstr (composed, ==, split);
}

/* The key has nothing left to fold, and is valid whatever went in. */
static void
test_fold_random (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;
      g_autofree char *composed = NULL;
      g_autofree char *decomposed = NULL;
      g_autofree char *other = NULL;

      for (int n = g_test_rand_int_range (0, 20); n > 0; n--)
        {
          gunichar c = (gunichar) g_test_rand_int_range (1, g_test_rand_bit () ? 0x2000 : 0x2FFFF);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }

      once = dd_fold (text->str);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      twice = dd_fold (once);
      g_assert_cmpstr (twice, ==, once);

      composed = dd_nfc (text->str);
      decomposed = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFD);
      g_assert_true (g_utf8_validate (composed, -1, NULL));
      other = dd_fold (composed);
      g_assert_cmpstr (other, ==, once);
    }
}

static void
test_nfc (void)
{
  g_autofree char *composed = dd_nfc ("D\xcc\xa3o\xcc\x82\xcc\x81n, đ");
  g_autofree char *ascii = dd_nfc ("plain");
  g_autofree char *empty = dd_nfc ("");

  g_assert_cmpstr (composed, ==, "Ḍốn, đ");
  g_assert_cmpstr (ascii, ==, "plain");
  g_assert_cmpstr (empty, ==, "");
}

/* Half a megabyte of marks on one letter is a text like any other. */
static void
test_many_marks (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  g_autofree char *key = NULL;

  for (guint i = 0; i < 250000; i++)
    g_string_append (text, "\xcc\x81");
  key = dd_fold (text->str);
  g_assert_cmpstr (key, ==, "a");
}

/* --- order ---------------------------------------------------------------- */

static int
compare_bytes (GBytes *a,
               GBytes *b)
{
  return g_bytes_compare (a, b);
}

/* Each list stands in the order of a Vietnamese dictionary. */
static const char * const words[] = {
  "An", "Ánh", "Ăn", "Ân", "Ẩn", "Ấn", "Dục", "Dũng", "Dương", "Đặng", "Đỗ", "Đức",
};

/* Tones: none, huyền, hỏi, ngã, sắc, nặng. */
static const char * const tones[] = { "ba", "bà", "bả", "bã", "bá", "bạ" };

static const char * const letters[] = {
  "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ",
  "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y",
};

static const char * const units[] = {
  "Ban Dân tộc", "Bộ Công an", "Bộ Y tế", "Công an tỉnh", "Sở Công Thương", "Sở Nội vụ",
  "Sở Tài chính", "Sở Tư pháp", "Sở Xây dựng", "Sở Y tế", "Thanh tra tỉnh", "Ủy ban Dân tộc",
  "Văn phòng UBND tỉnh",
};

static void
check_order (const char * const *list,
             guint               n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        g_autoptr (GBytes) a = dd_collate_key (list[i], 128);
        g_autoptr (GBytes) b = dd_collate_key (list[j], 128);
        int expected = i < j ? -1 : i > j;

        if (CLAMP (compare_bytes (a, b), -1, 1) != expected)
          g_error ("“%s” and “%s” are in the wrong order", list[i], list[j]);
      }
}

static void
test_order (void)
{
  check_order (words, G_N_ELEMENTS (words));
  check_order (tones, G_N_ELEMENTS (tones));
  check_order (letters, G_N_ELEMENTS (letters));
  check_order (units, G_N_ELEMENTS (units));
}

/* The order does not depend on the normal form. */
static void
test_order_of_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *split = g_utf8_normalize (words[i], -1, G_NORMALIZE_NFD);
      g_autoptr (GBytes) a = dd_collate_key (words[i], 128);
      g_autoptr (GBytes) b = dd_collate_key (split, 128);

      g_assert_true (g_bytes_equal (a, b));
    }
}

/* Persons go by the given name, tone and all, and by the whole name where that
 * is the same. */
static const char * const persons[] = {
  "Nguyễn Văn An",
  "Trần Thị An",
  "Lê Bình",
  "Phạm Gia Bình",
  "Vũ Thị Hà",
  "Bùi Văn Hạ",
  "Trần Lưu Quang",
  "Vũ Hồng Quảng",
  "Nguyễn Hòa Yên",
};

static void
test_persons (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (persons); i++)
    for (guint j = 0; j < G_N_ELEMENTS (persons); j++)
      {
        g_autoptr (GBytes) a = dd_collate_person_key (persons[i], 128);
        g_autoptr (GBytes) b = dd_collate_person_key (persons[j], 128);

        if (CLAMP (compare_bytes (a, b), -1, 1) != (i < j ? -1 : i > j))
          g_error ("“%s” and “%s” are in the wrong order", persons[i], persons[j]);
      }
}

static void
test_person_keys (void)
{
  g_autoptr (GBytes) bare = dd_collate_person_key ("Lê Bình", 128);
  g_autoptr (GBytes) spaced = dd_collate_person_key ("  Lê Bình ", 128);
  g_autoptr (GBytes) one_word = dd_collate_person_key ("Bình", 128);
  g_autoptr (GBytes) nobody = dd_collate_person_key ("", 128);
  g_autoptr (GBytes) cut = dd_collate_person_key ("Nguyễn Thị Bích Phượng", 5);

  /* Spaces around a name are not part of it. */
  g_assert_true (g_bytes_equal (bare, spaced));

  /* A given name alone stands before all who have a family name with it. */
  g_assert_cmpint (compare_bytes (one_word, bare), <, 0);
  g_assert_cmpint (compare_bytes (nobody, one_word), <, 0);
  g_assert_cmpuint (g_bytes_get_size (cut), ==, 5);
}

/* A key that is cut is the beginning of the whole one, so texts in order have
 * their cut keys in order, or alike. */
static void
test_truncation (void)
{
  static const char * const alphabet[] = {
    "a", "á", "ă", "ặ", "â", "b", "d", "đ", "Đ", "e", "ê", "ế", "i", "n", "o", "ô", "ơ", "ở", "t",
    "u", "ư", "y", " ", "-", "/", "1", "9", "A", "Ê",
  };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) a = g_string_new (NULL);
      g_autoptr (GString) b = g_string_new (NULL);
      g_autoptr (GBytes) whole_a = NULL, whole_b = NULL, cut_a = NULL, cut_b = NULL;
      gsize size = (gsize) g_test_rand_int_range (1, 140);
      int whole, cut;

      for (int n = g_test_rand_int_range (0, 60); n > 0; n--)
        g_string_append (a, alphabet[g_test_rand_int_range (0, G_N_ELEMENTS (alphabet))]);
      g_string_append_len (b, a->str, (gssize) (a->len * g_test_rand_double ()));
      while (b->len > 0 && !g_utf8_validate (b->str, -1, NULL))
        g_string_truncate (b, b->len - 1);
      for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
        g_string_append (b, alphabet[g_test_rand_int_range (0, G_N_ELEMENTS (alphabet))]);

      whole_a = dd_collate_key (a->str, 4096);
      whole_b = dd_collate_key (b->str, 4096);
      cut_a = dd_collate_key (a->str, size);
      cut_b = dd_collate_key (b->str, size);

      g_assert_cmpuint (g_bytes_get_size (cut_a), ==, MIN (size, g_bytes_get_size (whole_a)));
      g_assert_cmpmem (g_bytes_get_data (cut_a, NULL), g_bytes_get_size (cut_a),
                       g_bytes_get_data (whole_a, NULL), g_bytes_get_size (cut_a));

      whole = CLAMP (compare_bytes (whole_a, whole_b), -1, 1);
      cut = CLAMP (compare_bytes (cut_a, cut_b), -1, 1);
      g_assert_true (cut == whole || cut == 0);
    }
}

static void
test_version (void)
{
  const char *version = dd_collate_version ();

  g_assert_cmpuint (strlen (version), >, 0);
  g_assert_cmpstr (version, ==, dd_collate_version ());
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/texts", test_fold);
  g_test_add_func ("/fold/same", test_same);
  g_test_add_func ("/fold/normal-forms", test_normal_forms);
  g_test_add_func ("/fold/iota-below", test_iota_below);
  g_test_add_func ("/fold/random", test_fold_random);
  g_test_add_func ("/fold/nfc", test_nfc);
  g_test_add_func ("/fold/many-marks", test_many_marks);
  g_test_add_func ("/collate/order", test_order);
  g_test_add_func ("/collate/forms", test_order_of_forms);
  g_test_add_func ("/collate/persons", test_persons);
  g_test_add_func ("/collate/person-keys", test_person_keys);
  g_test_add_func ("/collate/truncation", test_truncation);
  g_test_add_func ("/collate/version", test_version);

  return g_test_run ();
}
