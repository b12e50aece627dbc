/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-old-encoding.h"
#include "dd-syllable.h"

#include <string.h>

/* The same sentences, in Unicode, as a font of the program ABC has them, and as one of VNI does. */
static const struct
{
  const char *unicode;
  const char *tcvn3;
  const char *vni;
} sentences[] = {
  { "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Céng hßa x· héi chñ nghÜa ViÖt Nam",
    "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam" },
  { "Độc lập - Tự do - Hạnh phúc",
    "§éc lËp - Tù do - H¹nh phóc",
    "Ñoäc laäp - Töï do - Haïnh phuùc" },
  { "Giao Sở Tư pháp chủ trì, phối hợp với Văn phòng Ủy ban nhân dân tỉnh rà soát",
    "Giao Së T\u00ad ph¸p chñ tr×, phèi hîp víi V¨n phßng ñy ban nh©n d©n tØnh rµ so¸t",
    "Giao Sôû Tö phaùp chuû trì, phoái hôïp vôùi Vaên phoøng UÛy ban nhaân daân tænh raø soaùt" },
  { "báo cáo kết quả trước ngày 25 tháng 12 năm 2024; quá thời hạn phải giải trình bằng văn bản",
    "b¸o c¸o kÕt qu¶ tr\u00adíc ngµy 25 th¸ng 12 n¨m 2024; qu¸ thêi h¹n ph¶i gi¶i tr×nh "
    "b»ng v¨n b¶n",
    "baùo caùo keát quaû tröôùc ngaøy 25 thaùng 12 naêm 2024; quaù thôøi haïn phaûi giaûi trình "
    "baèng vaên baûn" },
};

static void
test_convert (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *vni = dd_old_encoding_convert (DD_OLD_ENCODING_VNI, sentences[i].vni);
      g_autofree char *tcvn3 = dd_old_encoding_convert (DD_OLD_ENCODING_TCVN3, sentences[i].tcvn3);
      g_autofree char *lower = g_utf8_strdown (sentences[i].unicode, -1);
      g_autofree char *tcvn3_lower = g_utf8_strdown (tcvn3, -1);

      g_assert_cmpstr (vni, ==, sentences[i].unicode);
      /* A font for small letters has no Ủ. */
      g_assert_cmpstr (tcvn3_lower, ==, lower);
    }
}

/* All letters of Vietnamese, in both, and back. */
static void
test_alphabet (void)
{
  static const char tcvn3[] = "µ¸¶·¹ ¨»¾¼½Æ ©ÇÊÈÉË ÌÐÎÏÑ ªÒÕÓÔÖ ×ÝØÜÞ ßãáâä «åèæçé ¬êíëìî "
                              "ïóñòô \u00adõøö÷ù úýûüþ ® §¡¢£¤¥¦";
  static const char vni[] = "aøaùaûaõaï aêaèaéaúaüaë aâaàaáaåaãaä eøeùeûeõeï eâeàeáeåeãeä ìíæóò "
                            "oøoùoûoõoï oâoàoáoåoãoä ôôøôùôûôõôï uøuùuûuõuï ööøöùöûöõöï yøyùyûyõî "
                            "ñ "
                            "ÑAÊAÂEÂOÂÔÖ AÀÖÏYÛ";
  g_autofree char *from_tcvn3 = dd_old_encoding_convert (DD_OLD_ENCODING_TCVN3, tcvn3);
  g_autofree char *from_vni = dd_old_encoding_convert (DD_OLD_ENCODING_VNI, vni);
  g_autofree char *capitals = dd_old_encoding_convert (DD_OLD_ENCODING_TCVN3_CAPITALS,
                                                       "céng hßa 2024");

  g_assert_cmpstr (from_tcvn3, ==, "àáảãạ ăằắẳẵặ âầấẩẫậ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ "
                   "ùúủũụ ưừứửữự ỳýỷỹỵ đ ĐĂÂÊÔƠƯ");
  g_assert_cmpstr (from_vni, ==, "àáảãạ ăằắẳẵặ âầấẩẫậ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ "
                   "ùúủũụ ưừứửữự ỳýỷỹỵ đ ĐĂÂÊÔƠƯ ẦỰỶ");
  g_assert_cmpstr (capitals, ==, "CỘNG HÒA 2024");
}

/* What a font for small letters could not show, and what programs made of the letter ư. */
static void
test_words (void)
{
  static const struct
  {
    const char *old;
    const char *text;
  } texts[] = {
    { "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" },
    { "ñY BAN NH¢N D¢N TØNH", "ỦY BAN NHÂN DÂN TỈNH" },
    { "TØNH Hµ Giang, UBND X· V¨n S¬n", "TỈNH Hà Giang, UBND Xã Văn Sơn" },
    { "Hµ Néi, Sè: 12/Q§-TTg", "Hà Nội, Số: 12/QĐ-TTg" },
    { "Së T- ph¸p, t- vÊn, tr-íc ng\u00b5y, ch-¬ng", "Sở Tư pháp, tư vấn, trước ngày, chương" },
    { "b- Néi dung\n- Giao 2023 - 2025; Q§-UBND", "b- Nội dung\n- Giao 2023 - 2025; QĐ-UBND" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = dd_old_encoding_convert (DD_OLD_ENCODING_TCVN3, texts[i].old);

      g_assert_cmpstr (text, ==, texts[i].text);
    }
}

static void
test_fonts (void)
{
  static const struct
  {
    const char    *font;
    DdOldEncoding  encoding;
  } fonts[] = {
    { ".VnTime", DD_OLD_ENCODING_TCVN3 },
    { ".vntime", DD_OLD_ENCODING_TCVN3 },
    { ".VnArial Narrow", DD_OLD_ENCODING_TCVN3 },
    { ".VnTimeH", DD_OLD_ENCODING_TCVN3_CAPITALS },
    { "ABCDEE+.VnTimeH,Bold", DD_OLD_ENCODING_TCVN3_CAPITALS },
    { "ABCDEE+.VnTime-Bold", DD_OLD_ENCODING_TCVN3 },
    { "\".VnTime\"", DD_OLD_ENCODING_TCVN3 },
    { "VNI-Times", DD_OLD_ENCODING_VNI },
    { "ABCDEE+VNI-Helve,Italic", DD_OLD_ENCODING_VNI },
    { "Times New Roman", DD_OLD_ENCODING_NONE },
    { "ABCDEE+TimesNewRomanPSMT", DD_OLD_ENCODING_NONE },
    { "Vnitimes", DD_OLD_ENCODING_NONE },
    { "VN", DD_OLD_ENCODING_NONE },
    { "", DD_OLD_ENCODING_NONE },
    { NULL, DD_OLD_ENCODING_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    g_assert_cmpint (dd_old_encoding_of_font (fonts[i].font), ==, fonts[i].encoding);
}

static void
test_recognised (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      gsize size;
      g_autofree char *bytes = NULL;

      g_assert_cmpint (dd_old_encoding_guess (sentences[i].tcvn3, strlen (sentences[i].tcvn3)), ==,
                       DD_OLD_ENCODING_TCVN3);
      g_assert_cmpint (dd_old_encoding_guess (sentences[i].vni, strlen (sentences[i].vni)), ==,
                       DD_OLD_ENCODING_VNI);

      bytes = g_convert (sentences[i].tcvn3, -1, "ISO-8859-1", "UTF-8", NULL, &size, NULL);
      g_assert_nonnull (bytes);
      g_assert_cmpint (dd_old_encoding_guess (bytes, size), ==, DD_OLD_ENCODING_TCVN3);
      g_clear_pointer (&bytes, g_free);
      bytes = g_convert (sentences[i].vni, -1, "ISO-8859-1", "UTF-8", NULL, &size, NULL);
      g_assert_cmpint (dd_old_encoding_guess (bytes, size), ==, DD_OLD_ENCODING_VNI);
    }
}

/* What is right as it stands is never converted. */
static void
test_left_alone (void)
{
  static const char * const texts[] = {
    "",
    "Giao Sở Tư pháp chủ trì, phối hợp với các sở, ngành rà soát, báo cáo trước ngày 25/12.",
    /* Vietnamese that western Europe has the letters for */
    "Hà Nam, tháng ba: các xã, các phòng, ban báo cáo; không có gì thì cũng báo là không.",
    "Cà Mau và Hà Nam có báo cáo, các xã còn thì không; tháng hai, tháng ba làm cho xong.",
    "Giao So\u031b\u0309 Tu\u031b pha\u0301p chu\u0309 tri\u0300, ba\u0301o ca\u0301o",
    "Le Comité a décidé, à l'unanimité, que les délégués déjà présents à la séance pourront "
    "être élus dès le début de l'été; où et quand, on le verra après.",
    "élève à côté là où été né dû à ça",
    "Les Français ont été très étonnés: «À Noël, où est-ce qu'on fête?»",
    "El señor Muñoz pidió más café en São Paulo; a ação não é só à tarde, irmãos e irmãs.",
    "Die Größe der Tür läßt grüßen: für Mädchen, Söhne und Großväter.",
    "The naïve café owner's résumé was déjà vu; façade, cliché and piñata © 2024 ® ½ µm ±5 °C.",
    "Số: 87/TB-UBND, ngày 12/3/2024 – “V/v rà soát thủ tục hành chính”: 1º, 2ª, §4, ¶ 5, ×, ÷.",
    "Plain English, with nothing in it.",
    "\xe9", "\xff\xfe\xfd", "x·y·z µ·¸",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gsize size;
      g_autofree char *bytes = g_convert (texts[i], -1, "WINDOWS-1252", "UTF-8", NULL, &size, NULL);

      g_test_message ("%s", texts[i]);
      g_assert_cmpint (dd_old_encoding_guess (texts[i], strlen (texts[i])), ==,
                       DD_OLD_ENCODING_NONE);
      if (bytes != NULL)
        g_assert_cmpint (dd_old_encoding_guess (bytes, size), ==, DD_OLD_ENCODING_NONE);
    }
}

static void
test_syllables (void)
{
  static const char * const good[] = { "nghiêng", "Việt", "ỦY", "giêng", "gì", "quyết", "khuỷu",
                                       "thuở", "yêu", "ở", "hòa", "hoà", "ươn", "kỷ", "quý" };
  static const char * const bad[] = { "", "été", "cé", "héi", "hßa", "ngê", "các̀", "cằc", "strand",
                                      "plan", "w", "báá", "ktn",
                                      "nghiêngnghiêngnghiêngnghiêngnghiêng" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    if (!dd_syllable_check (good[i]))
      g_error ("“%s” is a syllable", good[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (dd_syllable_check (bad[i]))
      g_error ("“%s” is no syllable", bad[i]);
}

/* Bytes of windows-1252, those it has no letters for among them. */
static void
test_decode (void)
{
  g_autofree char *text = dd_old_encoding_decode ("a\x81\x93\xe9\xff", 5);

  g_assert_cmpstr (text, ==, "a\xc2\x81“éÿ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/old-encoding/convert", test_convert);
  g_test_add_func ("/old-encoding/alphabet", test_alphabet);
  g_test_add_func ("/old-encoding/words", test_words);
  g_test_add_func ("/old-encoding/fonts", test_fonts);
  g_test_add_func ("/old-encoding/recognised", test_recognised);
  g_test_add_func ("/old-encoding/left-alone", test_left_alone);
  g_test_add_func ("/old-encoding/syllables", test_syllables);
  g_test_add_func ("/old-encoding/decode", test_decode);

  return g_test_run ();
}
