/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-fold.h"
#include "dd-text.h"

#include <string.h>

/* --- what is a text at all ------------------------------------------------ */

#define NO_ERROR (-1)

static const struct
{
  const char *name;
  const char *bytes;
  gsize       size;
  int         error;
} checked[] = {
#define TEXT(name, literal, error) { name, literal, sizeof literal - 1, error }
  TEXT ("a sentence", "Giao Sở Tư pháp chủ trì.", NO_ERROR),
  TEXT ("one letter", "a", NO_ERROR),
  TEXT ("lines of Windows", "Một\r\nHai\r\n", NO_ERROR),
  TEXT ("marks apart", "Do\xcc\x82n", NO_ERROR),
  TEXT ("a control character", "a\x07" "b", NO_ERROR),
  TEXT ("beyond the first plane", "\xf0\x9f\x93\x84", NO_ERROR),

  TEXT ("nothing", "", DD_TEXT_ERROR_EMPTY),
  TEXT ("white space", " \t\r\n\xc2\xa0\xe3\x80\x80", DD_TEXT_ERROR_EMPTY),
  TEXT ("a byte order mark", "\xef\xbb\xbf", DD_TEXT_ERROR_EMPTY),
  TEXT ("zero width", "\xe2\x80\x8b\xe2\x81\xa0\xc2\xad", DD_TEXT_ERROR_EMPTY),
  TEXT ("directions", "\xe2\x80\xae\xe2\x80\x8f", DD_TEXT_ERROR_EMPTY),

  TEXT ("a NUL in it", "Giao\0Sở", DD_TEXT_ERROR_BINARY),
  TEXT ("a NUL at its end", "Giao\0", DD_TEXT_ERROR_BINARY),
  TEXT ("a picture", "\xff\xd8\xff\xe0\0\x10JFIF\0", DD_TEXT_ERROR_BINARY),

  TEXT ("TCVN3", "Giao S\xeb T\xad ph\xb8p", DD_TEXT_ERROR_NOT_UTF8),
  TEXT ("Windows-1258", "Giao \xd0\xf4n \xd0\xf4\xec" "c", DD_TEXT_ERROR_NOT_UTF8),
  TEXT ("cut in a letter", "S\xe1\xbb", DD_TEXT_ERROR_NOT_UTF8),
  TEXT ("half a pair", "\xed\xa0\x80", DD_TEXT_ERROR_NOT_UTF8),
  TEXT ("a letter too long", "\xc0\xaf", DD_TEXT_ERROR_NOT_UTF8),
  TEXT ("beyond Unicode", "\xf4\x90\x80\x80", DD_TEXT_ERROR_NOT_UTF8),

  /* "Unicode text" of Windows is UTF-16, and half of its bytes are NUL. */
  TEXT ("UTF-16, little end first", "\xff\xfeG\0i\0a\0o\0", DD_TEXT_ERROR_NOT_UTF8),
  TEXT ("UTF-16, big end first", "\xfe\xff\0G\0i\0a\0o", DD_TEXT_ERROR_NOT_UTF8),
#undef TEXT
};

static void
test_check (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (checked); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok = dd_text_check (checked[i].bytes, checked[i].size, 1000, &error);

      g_test_message ("%s", checked[i].name);
      if (checked[i].error == NO_ERROR)
        {
          g_assert_no_error (error);
          g_assert_true (ok);
          continue;
        }
      g_assert_error (error, DD_TEXT_ERROR, checked[i].error);
      g_assert_false (ok);

      /* The message is a sentence. */
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

/* An empty file has no bytes to point at. */
static void
test_check_no_bytes (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dd_text_check (NULL, 0, 1000, &error));
  g_assert_error (error, DD_TEXT_ERROR, DD_TEXT_ERROR_EMPTY);
}

static void
test_check_names_line (void)
{
  g_autoptr (GError) error = NULL;
  const char *text = "Một\nHai\nB\xe1";

  /* Where to look is said. */
  g_assert_false (dd_text_check (text, strlen (text), 1000, &error));
  g_assert_nonnull (strstr (error->message, "line 3"));
}

static void
test_check_size (void)
{
  g_autoptr (GError) error = NULL;
  gsize size = 50 * 1000 * 1000;
  g_autofree char *line = g_malloc (size);

  /* 50 MB of one line is no conclusion document; the limit is said. */
  memset (line, 'x', size);
  g_assert_false (dd_text_check (line, size, 16 * 1000 * 1000, &error));
  g_assert_error (error, DD_TEXT_ERROR, DD_TEXT_ERROR_TOO_LONG);
  g_assert_nonnull (strstr (error->message, "16.0"));

  /* Just as much as is allowed is allowed. */
  g_clear_error (&error);
  g_assert_true (dd_text_check (line, 16 * 1000 * 1000, 16 * 1000 * 1000, &error));
  g_assert_no_error (error);
}

/* --- what a field keeps --------------------------------------------------- */

static const struct
{
  const char *text;
  const char *one_line;
  const char *note;             /* NULL: the same */
} cleaned[] = {
  { "", "", NULL },
  { "Sở Tư pháp", "Sở Tư pháp", NULL },
  { "  Sở Tư pháp \t", "Sở Tư pháp", NULL },

  /* Composed, as it will be compared and searched. */
  { "So\xcc\x9b\xcc\x89 Tu\xcc\x9b pha\xcc\x81p", "Sở Tư pháp", NULL },

  /* Spaces of every kind are spaces. */
  { "Sở\xc2\xa0Tư\xe3\x80\x80pháp", "Sở Tư pháp", NULL },
  { "Sở\tTư", "Sở Tư", NULL },
  { "\xc2\xa0", "", NULL },

  /* Line ends of every kind: of Windows, of old Macs, of Word, of a page. */
  { "Một\nHai", "Một Hai", "Một\nHai" },
  { "Một\r\nHai", "Một Hai", "Một\nHai" },
  { "Một\rHai", "Một Hai", "Một\nHai" },
  { "Một\vHai", "Một Hai", "Một\nHai" },
  { "Một\fHai", "Một Hai", "Một\nHai" },
  { "Một\xc2\x85Hai", "Một Hai", "Một\nHai" },
  { "Một\xe2\x80\xa8Hai", "Một Hai", "Một\nHai" },
  { "Một\xe2\x80\xa9Hai", "Một Hai", "Một\nHai" },
  { "\n\nMột\n\n", "Một", NULL },

  /* What reorders or hides its neighbours on the screen goes. */
  { "\xe2\x80\xaegnol ad\xe2\x80\xac", "gnol ad", NULL },
  { "\xe2\x81\xa6Sở\xe2\x81\xa9", "Sở", NULL },
  { "S\xe2\x80\x8bở", "Sở", NULL },
  { "\xef\xbb\xbfSở", "Sở", NULL },
  { "thủ\xc2\xad tục", "thủ tục", NULL },
  { "a\xd8\x9c" "b", "ab", NULL },

  /* Control characters go. */
  { "a\x01" "b\x1b[31mc\x7f" "d\xc2\x9b" "e", "ab[31mcde", NULL },

  /* What only stands between a letter and its mark goes before they are composed. */
  { "So\xe2\x80\x8b\xcc\x9b\xcc\x89", "Sở", NULL },

  /* Markup, SQL and formulas are text like any other. */
  { "<b>&amp;</b>", "<b>&amp;</b>", NULL },
  { "'; DROP TABLE task; --", "'; DROP TABLE task; --", NULL },
  { "=1+1", "=1+1", NULL },
  { "\xf0\x9f\x93\x84 hồ sơ", "\xf0\x9f\x93\x84 hồ sơ", NULL },
};

static void
test_clean (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cleaned); i++)
    {
      g_autofree char *one_line = dd_text_clean (cleaned[i].text, TRUE);
      g_autofree char *note = dd_text_clean (cleaned[i].text, FALSE);

      g_test_message ("row %u", i);
      g_assert_cmpstr (one_line, ==, cleaned[i].one_line);
      g_assert_cmpstr (note, ==,
                       cleaned[i].note != NULL ? cleaned[i].note : cleaned[i].one_line);
    }
}

static gunichar
pick_character (void)
{
  static const gunichar awkward[] = {
    '\n', '\r', '\t', ' ', 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0xA0, 0xAD, 0x300, 0x301, 0x31B, 0x323,
    0x61C, 0x200B, 0x200E, 0x2028, 0x2029, 0x202E, 0x2060, 0x2066, 0xFEFF, 'o', 'O', 'd', 0x110,
    0x1EDF, 0x1F4C4, 0x3000,
  };

  if (g_test_rand_bit ())
    return awkward[g_test_rand_int_range (0, G_N_ELEMENTS (awkward))];

  return (gunichar) g_test_rand_int_range (1, 0x2FFFF);
}

static char *
make_random_text (int most)
{
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, most); n > 0; n--)
    {
      gunichar c = pick_character ();

      if (g_unichar_validate (c))
        g_string_append_unichar (text, c);
    }

  return g_string_free (text, FALSE);
}

/* What is clean stays as it is: a record that is read and stored again does
 * not change. And it is composed, valid, and without what must not be in it. */
static void
test_clean_random (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = make_random_text (24);
      gboolean one_line = g_test_rand_bit ();
      g_autofree char *once = dd_text_clean (text, one_line);
      g_autofree char *twice = dd_text_clean (once, one_line);
      g_autofree char *composed = dd_nfc (once);

      g_assert_cmpstr (once, ==, twice);
      g_assert_cmpstr (once, ==, composed);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      for (const char *p = once; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          g_assert_true (c == '\n' ? !one_line : !g_unichar_iscntrl (c));
          g_assert_false (c >= 0x202A && c <= 0x202E);
          g_assert_false (c >= 0x2066 && c <= 0x2069);
        }
    }
}

/* --- what a document looks like ------------------------------------------- */

static void
test_visible (void)
{
  g_autofree char *plain = dd_text_visible ("Điều 1.\n\tKhoản 2");
  g_autofree char *marked = dd_text_visible ("a\xe2\x80\xae" "b\x1b" "c");
  g_autofree char *windows = dd_text_visible ("Một\r\nHai\rBa");
  g_autofree char *empty = dd_text_visible ("");

  g_assert_cmpstr (plain, ==, "Điều 1.\n\tKhoản 2");

  /* What would reorder the line shows itself. */
  g_assert_cmpstr (marked, ==, "a\xef\xbf\xbd" "b\xef\xbf\xbd" "c");

  /* Lines of Windows are lines, not lines with a strange mark at their end. */
  g_assert_cmpstr (windows, ==, "Một \nHai\nBa");
  g_assert_cmpstr (empty, ==, "");
}

/* Places in the text hold good: one character for each. */
static void
test_visible_random (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *text = make_random_text (40);
      g_autofree char *visible = dd_text_visible (text);

      g_assert_true (g_utf8_validate (visible, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (visible, -1), ==, g_utf8_strlen (text, -1));
    }
}

static void
test_capitalise (void)
{
  static const char * const table[][2] = {
    { "phiên họp thứ nhất", "Phiên họp thứ nhất" },
    { "đôn đốc", "Đôn đốc" },
    { "ủy ban", "Ủy ban" },
    { "UBND xã", "UBND xã" },
    { "342 kiến nghị", "342 kiến nghị" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *capital = dd_text_capitalise (table[i][0]);

      g_assert_cmpstr (capital, ==, table[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/check", test_check);
  g_test_add_func ("/text/check-no-bytes", test_check_no_bytes);
  g_test_add_func ("/text/check-names-line", test_check_names_line);
  g_test_add_func ("/text/check-size", test_check_size);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/clean-random", test_clean_random);
  g_test_add_func ("/text/capitalise", test_capitalise);
  g_test_add_func ("/text/visible", test_visible);
  g_test_add_func ("/text/visible-random", test_visible_random);

  return g_test_run ();
}
