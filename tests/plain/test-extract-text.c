/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text made even for reading, and where its characters stood before. */

#include "dd-source-text.h"

#include <string.h>

/* Marks written as bytes, because no editor shows them. */
#define BOM "\xEF\xBB\xBF"
#define NBSP "\xC2\xA0"
#define NARROW_NBSP "\xE2\x80\xAF"
#define EM_SPACE "\xE2\x80\x83"
#define ZERO_WIDTH_SPACE "\xE2\x80\x8B"
#define ZERO_WIDTH_JOINER "\xE2\x80\x8D"
#define SOFT_HYPHEN "\xC2\xAD"
#define RIGHT_TO_LEFT "\xE2\x80\xAE"
#define ISOLATE "\xE2\x81\xA8"
#define POP_ISOLATE "\xE2\x81\xA9"
#define LINE_SEPARATOR "\xE2\x80\xA8"
#define GRAVE "\xCC\x80"
#define ACUTE "\xCC\x81"
#define HOOK "\xCC\x89"
#define DOT_BELOW "\xCC\xA3"
#define HORN "\xCC\x9B"
#define CIRCUMFLEX "\xCC\x82"

typedef struct
{
  const char *given;
  const char *even;
} Even;

static char *
get_even (const DdSourceText *source)
{
  guint n_chars;
  const gunichar *chars = dd_source_text_get_chars (source, &n_chars);

  return g_ucs4_to_utf8 (chars, n_chars, NULL, NULL, NULL);
}

static void
test_even (void)
{
  static const Even cases[] = {
    { "", "" },
    { "Sở Nội vụ", "Sở Nội vụ" },
    /* decomposed letters, in the order of Unicode and in the other */
    { "So" HORN HOOK " No" CIRCUMFLEX DOT_BELOW "i vu" DOT_BELOW, "Sở Nội vụ" },
    { "So" HORN HOOK " No" DOT_BELOW CIRCUMFLEX "i vu" DOT_BELOW, "Sở Nội vụ" },
    /* a letter that is composed by half */
    { "Sơ" HOOK, "Sở" },
    { "Đa" GRAVE "o", "Đào" },
    /* spaces that do not break, or are as wide as a letter */
    { "trước" NBSP "ngày" NARROW_NBSP "30/6" EM_SPACE "năm", "trước ngày 30/6 năm" },
    /* every kind of line end */
    { "a\r\nb\rc\vd\fe" LINE_SEPARATOR "f\n", "a\nb\nc\nd\ne\nf\n" },
    /* what cannot be seen */
    { BOM "Kính gửi", "Kính gửi" },
    { "Sở" ZERO_WIDTH_SPACE " Y" ZERO_WIDTH_JOINER " tế", "Sở Y tế" },
    { "thủ" SOFT_HYPHEN " tục", "thủ tục" },
    { RIGHT_TO_LEFT "30/6" ISOLATE "/2024" POP_ISOLATE, "30/6/2024" },
    { "a\x01" "b\x7F" "c", "abc" },
    /* one dash, one kind of quotes, one bullet */
    { "a – b — c − d ‐ e", "a - b - c - d - e" },
    { "“a” ‘b’ «c»", "\"a\" 'b' \"c\"" },
    { "▪ a", "• a" },
    { "\xEF\x82\xB7 a", "• a" },
    /* letters that look like Đ */
    { "Ðồng ðã", "Đồng đã" },
    /* a mark that has no letter */
    { ACUTE "a", "a" },
    { "\n" ACUTE "a", "\na" },
    /* other scripts stay */
    { "日本 Ω", "日本 Ω" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DdSourceText) source = dd_source_text_new (cases[i].given);
      g_autofree char *even = get_even (source);

      if (strcmp (even, cases[i].even) != 0)
        g_error ("case %u: %s", i, even);
    }
}

typedef struct
{
  const char *given;
  const char *words;            /* in the even text */
  guint       start;            /* in the text as given */
  guint       end;
} Place;

/* Whoever marks the words in the text as given must hit them, whatever was left
 * out or put together in front. */
static void
test_places (void)
{
  static const Place cases[] = {
    { "Sở Nội vụ", "Nội", 3, 6 },
    /* the mark in front counts */
    { BOM "Sở Nội vụ", "Nội", 4, 7 },
    /* two letters of three code points, one of two */
    { "So" HORN HOOK " No" CIRCUMFLEX DOT_BELOW "i", "Nội", 5, 10 },
    /* both characters of a line end */
    { "a\r\nb", "b", 3, 4 },
    { "a\r\n\r\nb", "b", 5, 6 },
    { "a" SOFT_HYPHEN SOFT_HYPHEN "b c", "b c", 3, 6 },
    { RIGHT_TO_LEFT "30/6" ISOLATE "/2024", "30/6/2024", 1, 11 },
    /* a mark at the end belongs to its letter */
    { "vu" DOT_BELOW, "vụ", 0, 3 },
    { "", "", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DdSourceText) source = dd_source_text_new (cases[i].given);
      g_autofree char *even = get_even (source);
      const char *found = strstr (even, cases[i].words);
      guint start;
      DdSpan span;

      g_assert_nonnull (found);
      start = (guint) g_utf8_pointer_to_offset (even, found);
      span = dd_source_text_get_span (source, start,
                                      start + (guint) g_utf8_strlen (cases[i].words, -1));
      if (span.start != cases[i].start || span.end != cases[i].end)
        g_error ("case %u: %u to %u", i, span.start, span.end);
    }
}

/* A quote is the text as given, cleaned and composed, in its lines. */
static void
test_quote (void)
{
  const char *given = BOM "1. So" HORN HOOK NBSP "Y te" CIRCUMFLEX ACUTE "\r\n  ra" GRAVE
                      " soa" ACUTE "t “TTHC”";
  g_autoptr (DdSourceText) source = dd_source_text_new (given);
  g_autofree char *even = get_even (source);
  const guint n = (guint) g_utf8_strlen (even, -1);
  g_autofree char *quote = dd_source_text_get_quote (source, 3, n);

  /* the quotation marks are those of the text */
  g_assert_cmpstr (quote, ==, "Sở Y tế\n  rà soát “TTHC”");
}

/* Thousands of marks on one letter, as a joke or an attack has them, neither
 * take long nor shift what follows. */
static void
test_many_marks (void)
{
  g_autoptr (GString) given = g_string_new ("a");
  g_autoptr (DdSourceText) source = NULL;
  g_autofree char *even = NULL;
  DdSpan span;

  for (guint i = 0; i < 5000; i++)
    g_string_append (given, ACUTE);
  g_string_append (given, "b c");
  source = dd_source_text_new (given->str);
  even = get_even (source);

  g_assert_cmpstr (even, ==, "áb c");
  span = dd_source_text_get_span (source, 1, 2);
  g_assert_cmpuint (span.start, ==, 5001);
  g_assert_cmpuint (span.end, ==, 5002);
}

/* A long text, so that more than one stride of places is used. */
static void
test_long (void)
{
  g_autoptr (GString) given = g_string_new (NULL);
  g_autoptr (DdSourceText) source = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (given, "So" HORN HOOK " %03u\r\n", i);
  source = dd_source_text_new (given->str);

  for (guint i = 0; i < 1000; i += 37)
    {
      /* "Sở 000\n" has 7 characters, and stood in 10 */
      const guint start = i * 7 + 3;
      const DdSpan span = dd_source_text_get_span (source, start, start + 3);
      g_autofree char *quote = dd_source_text_get_quote (source, start, start + 3);
      g_autofree char *number = g_strdup_printf ("%03u", i);

      g_assert_cmpuint (span.start, ==, i * 10 + 5);
      g_assert_cmpuint (span.end, ==, i * 10 + 8);
      g_assert_cmpstr (quote, ==, number);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/extract/text/even", test_even);
  g_test_add_func ("/extract/text/places", test_places);
  g_test_add_func ("/extract/text/quote", test_quote);
  g_test_add_func ("/extract/text/many-marks", test_many_marks);
  g_test_add_func ("/extract/text/long", test_long);

  return g_test_run ();
}
