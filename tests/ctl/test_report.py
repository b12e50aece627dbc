#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""dondocctl report notice: what is drafted, that it reads back, and that the files are sound."""
import datetime
import glob
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import xml.etree.ElementTree as xml
import zipfile

import ctl
from ctl import ERROR, FIXTURES, NOTHING, uid
from office import MEETING, W, OfficeTestCase, directive, lines_of_docx, lines_of_odt, words

OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"

# ECMA-376, part 1, 17: in which order elements stand. Word refuses any other.
ORDER = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
        suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
        topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
        contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
        noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect
        bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath""",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW
        jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption
        tblDescription""",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "pBdr": "top left bottom right between bar",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection
        tcFitText vAlign hideMark""",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p tbl",
    "p": "pPr r fldSimple",
    "r": "rPr t",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc
        pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi
        rtlGutter docGrid printerSettings""",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden
        unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr
        trPr tcPr tblStylePr""",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "settings": """writeProtection view zoom removePersonalInformation defaultTabStop
        characterSpacingControl compat docVars rsids themeFontLang clrSchemeMapping
        decimalSymbol""",
}
ORDER = {name: order.split() for name, order in ORDER.items()}


class TestDraft(OfficeTestCase):
    def test_layout(self):
        self.write_meeting([
            directive(1, "Giao Sở Tư pháp rà soát thủ tục hành chính nội bộ, báo cáo UBND tỉnh "
                         "trước ngày 30/6/2024.", ordinal="1", lead=["Sở Tư pháp"],
                      deadline="2024-06-30", deadline_kind="before")])
        self.assertEqual(self.notice()["text"].splitlines(), [
            "UBND TỈNH BÌNH SƠN",
            "VĂN PHÒNG",
            "Số:        /TB-VP",
            "",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Bình Sơn, ngày 18 tháng 3 năm 2024",
            "",
            "THÔNG BÁO",
            "Kết luận của Phó Chủ tịch UBND tỉnh Lê Văn Minh tại phiên họp thứ hai Tổ công tác "
            "cải cách hành chính",
            "",
            "Ngày 12 tháng 3 năm 2024, tại Trụ sở UBND tỉnh, Phó Chủ tịch UBND tỉnh Lê Văn Minh "
            "đã chủ trì phiên họp thứ hai Tổ công tác cải cách hành chính.",
            "Sau khi nghe báo cáo và ý kiến của các đại biểu dự họp, Phó Chủ tịch UBND tỉnh Lê Văn "
            "Minh kết luận như sau:",
            "1. Giao Sở Tư pháp rà soát thủ tục hành chính nội bộ, báo cáo UBND tỉnh trước ngày "
            "30/6/2024.",
            "Văn phòng UBND tỉnh Bình Sơn thông báo để các cơ quan, đơn vị biết, thực hiện./.",
            "",
            "Nơi nhận:",
            "- Chủ tịch, các Phó Chủ tịch UBND tỉnh (để b/c);",
            "- Các sở, ban, ngành;",
            "- Lưu: VT, KSTT.",
            "",
            "TL. CHỦ TỊCH",
            "KT. CHÁNH VĂN PHÒNG",
            "PHÓ CHÁNH VĂN PHÒNG",
            "Trần Thị B",
        ])

    def test_what_the_words_leave_out(self):
        """What the ledger knows and the words do not say is said besides them."""
        self.write_meeting([
            directive(1, "Rà soát quy trình nội bộ", lead=["Sở Nội vụ"], deadline="2024-06-30",
                      coordinating=["Sở Tư pháp", "Sở Văn hóa, Thể thao và Du lịch"],
                      deadline_kind="before"),
            directive(2, "Công khai kết quả trên Cổng thông tin điện tử tỉnh",
                      lead=["Văn phòng UBND tỉnh"], recurrence="monthly"),
            directive(3, "Giao Sở Y tế liên thông dữ liệu khai sinh.", lead=["Sở Y tế"],
                      coordinating=["Công an tỉnh"], deadline="2024-02-29",
                      deadline_kind="in_month"),
            directive(4, "Sở Tài chính phối hợp Sở Tư pháp rà soát phí, lệ phí trước 5/4",
                      lead=["Sở Tài chính"], coordinating=["Sở Tư pháp"], deadline="2024-04-05",
                      deadline_kind="before"),
        ])
        found = self.notice()
        text = found["text"]
        self.assertIn("1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp, Sở Văn hóa, Thể thao và "
                      "Du lịch rà soát quy trình nội bộ; hoàn thành trước ngày 30/6/2024.\n", text)
        self.assertIn("2. Giao Văn phòng UBND tỉnh công khai kết quả trên Cổng thông tin điện tử "
                      "tỉnh, định kỳ hằng tháng.\n", text)
        self.assertIn("3. Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh liên thông dữ liệu khai "
                      "sinh; hoàn thành trong tháng 2 năm 2024.\n", text)
        self.assertIn("4. Giao Sở Tài chính chủ trì, phối hợp với Sở Tư pháp rà soát phí, lệ phí, "
                      "hoàn thành trước ngày 05/4/2024.\n", text)
        self.assertEqual([clause["unread"] for clause in found["clauses"]], [[], [], [], []])

    def test_groups(self):
        """Clauses stand under their numbers; a number that nothing is known of is not made up."""
        self.write_meeting([
            directive(1, "Sở Tư pháp rà soát thủ tục.", ordinal="1.a", lead=["Sở Tư pháp"]),
            directive(2, "Sở Nội vụ rà soát thủ tục.", ordinal="1.b", lead=["Sở Nội vụ"]),
            directive(3, "Sở Y tế rà soát thủ tục.", ordinal="2", lead=["Sở Y tế"]),
            directive(4, "Sở Tài chính rà soát thủ tục.", ordinal="2", lead=["Sở Tài chính"]),
            directive(5, "Sở Xây dựng rà soát thủ tục.", ordinal="3.a", lead=["Sở Xây dựng"]),
        ])
        self.ctl("import", self.write_records("agenda.json", agenda_item=[
            {"uid": uid(7, 1), "meeting": MEETING, "position": 1, "title": "Rà soát thủ tục"}]))
        lines = self.notice()["text"].splitlines()
        start = lines.index("1. Về nội dung: Rà soát thủ tục")
        self.assertEqual([line.split(" Sở")[0] for line in lines[start + 1:start + 6]],
                         ["a) Giao", "b) Giao", "2. Giao", "- Giao", "3. Giao"])

    def test_without_letterhead(self):
        """What was never typed is a place to write it in."""
        self.write_meeting([directive(1, "Sở Y tế rà soát thủ tục.", lead=["Sở Y tế"])],
                           letterhead=False)
        lines = self.notice()["text"].splitlines()
        self.assertEqual(lines[0], "[TÊN CƠ QUAN]")
        self.assertEqual(lines[-1], "[CHỨC VỤ NGƯỜI KÝ]")
        self.assertIn("- Lưu: VT.", lines)

    def test_latest(self):
        self.ctl("report", "notice", "--meeting=latest", expect=ERROR)
        self.write_meeting([directive(1, "Sở Y tế rà soát thủ tục.", lead=["Sở Y tế"])])
        self.assertIn("1. Giao Sở Y tế", self.ctl("report", "notice", "--meeting=latest"))
        self.fail_ctl("report", "notice", "--meeting=latest", "--today=2024-03-11")

    def test_no_clauses(self):
        self.write_meeting([])
        text = self.ctl("report", "notice", f"--meeting={MEETING}", expect=NOTHING)
        self.assertIn("kết luận như sau:", text)

    def test_refusals(self):
        self.write_meeting([directive(1, "Sở Y tế rà soát thủ tục.", lead=["Sở Y tế"])])
        latest = ["report", "notice", "--meeting=latest"]
        self.assertIn("notice", self.fail_ctl("report"))
        self.assertIn("notice", self.fail_ctl("report", "no-such"))
        self.assertIn("--meeting", self.fail_ctl("report", "notice"))
        self.fail_ctl("report", "notice", "--meeting=no-such")
        for name in ("x.doc", "x", "docx", "x.docx.pdf"):
            self.assertIn(".docx", self.fail_ctl(*latest, "--output", self.path(name)))
            self.assertFalse(os.path.exists(self.path(name)))
        self.assertIn("no-such", self.fail_ctl(*latest, "--output", self.path("no-such/x.docx")))
        os.mkdir(self.path("folder.docx"))
        self.assertIn("folder.docx", self.fail_ctl(*latest, "--output", self.path("folder.docx")))

    def test_no_room(self):
        """What was there stays as it was, and nothing half-written is left beside it."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (40000, 40000))

        # Room enough to open the records, too little for a text that cannot be compressed.
        letters = random.Random(1)
        self.write_meeting([
            directive(i, "Sở Y tế rà soát " + "".join(letters.choices("abcdefghiklmnopq", k=200)),
                      lead=["Sở Y tế"]) for i in range(1, 601)])
        os.mkdir(self.path("out"))
        path = self.write("out/x.docx", "old")
        sentence = self.fail_ctl("report", "notice", "--meeting=latest", "--output", path,
                                 preexec_fn=limit)
        self.assertIn("x.docx", sentence)
        self.assertEqual(os.listdir(self.path("out")), ["x.docx"])
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), "old")

    def test_language(self):
        """A notice is Vietnamese, whatever the language of the program."""
        self.write_meeting([directive(1, "Sở Y tế rà soát thủ tục.", lead=["Sở Y tế"])])
        english = self.ctl("report", "notice", "--meeting=latest", "--today=2024-03-18")
        self.env["LANGUAGE"] = "vi"
        self.assertEqual(self.ctl("report", "notice", "--meeting=latest", "--today=2024-03-18"),
                         english)

    def test_records_are_only_read(self):
        self.write_meeting([directive(1, "Sở Y tế rà soát thủ tục.", lead=["Sở Y tế"])])
        before = self.dump()
        self.save("x.docx")
        self.assertEqual(self.dump(), before)


class TestReadBack(OfficeTestCase):
    """The directives of a notice are those of the ledger."""

    def read_back(self, found, again):
        members = ["lead", "coordinating", "deadline", "recurrence", "targets", "references"]
        said = [json.dumps([d[name] for name in members], ensure_ascii=False).lower()
                for d in again["directives"]]
        for clause in found["directives"]:
            own = json.dumps([clause[name] for name in members], ensure_ascii=False).lower()
            self.assertIn(own, said, clause["quote"])
            said.remove(own)

    def tell(self, directive):
        """In the middle of a sentence a group of units has no capital."""
        lead, coordinating = ({name.lower() for name in directive.get(member, [])}
                              for member in ("lead", "coordinating"))
        recurrence = directive["recurrence"]
        return (lead, coordinating, directive.get("deadline"),
                None if recurrence == "none" else recurrence)

    def test_sample(self):
        """Each task of the ledger of the sample: who leads, with whom, by when, how often."""
        today = datetime.date(2024, 6, 20)
        with open(os.path.join(FIXTURES, "..", "..", "data", "sample.json"), "rb") as file:
            text = re.sub(r'"today([+-]\d+)?"', lambda m: '"%s"' % (
                today + datetime.timedelta(int(m[1] or 0))), file.read().decode())
        self.ctl("import", self.write("sample.json", text))
        self.ctl("import", self.write_records(setting=self.settings))
        sample = json.loads(text)
        n_read = 0
        for meeting in sample["meeting"]:
            clauses = [d for d in sample["directive"] if d.get("meeting") == meeting["uid"]
                       and d["kind"] == "task" and d.get("lead")]
            if not clauses:
                continue
            out = self.path("sample.docx")
            self.notice(f"--output={out}", meeting=meeting["uid"], today=str(today))
            said = [self.tell(d) for d in self.extract(out, str(today))["directives"]]
            for d in clauses:
                own = self.tell(d)
                self.assertIn(own, said, d["quote"])
                said.remove(own)
                n_read += 1
        self.assertGreaterEqual(n_read, 18)

    def test_texts(self):
        """Each conclusion that the project has: read, stored, drafted, saved, read again."""
        n_read = 0
        for path in sorted(glob.glob(os.path.join(FIXTURES, "texts", "*.txt"))):
            found = self.extract(path, "2024-03-18", stored=False)
            day = found["document"]["date"] or found["document"]["event_date"]
            if day is None or found["document"]["event_date"] is None:
                continue
            with self.subTest(os.path.basename(path)):
                self.db = self.path(os.path.basename(path) + ".db")
                self.ctl("import", "--assign", f"--date={day}", path)
                self.ctl("import", self.write_records(setting=self.settings))
                if not self.sql("SELECT 1 FROM directive WHERE meeting IS NOT NULL"):
                    continue
                for name in ("again.docx", "again.odt"):
                    out = self.path(name)
                    self.notice(f"--output={out}", meeting="latest", today=day)
                    self.read_back(found, self.extract(out, day, stored=False))
                n_read += 1
        self.assertGreaterEqual(n_read, 12)


class TestDocx(OfficeTestCase):
    def setUp(self):
        super().setUp()
        self.write_meeting([directive(1, "Giao Sở Y tế rà soát & đơn giản hóa <thủ tục>  trước "
                                         "ngày 30/6/2024.", lead=["Sở Y tế"], ordinal="1",
                                      deadline="2024-06-30", deadline_kind="before")])
        self.file = self.save("x.docx")
        self.archive = zipfile.ZipFile(self.file)
        self.addCleanup(self.archive.close)

    def part(self, name):
        return xml.fromstring(self.archive.read(name))

    def test_order(self):
        for name in self.archive.namelist():
            if not name.startswith("word/") or name.endswith(".rels"):
                continue
            for element in self.part(name).iter():
                order = ORDER.get(element.tag.removeprefix(W))
                if order is None:
                    continue
                places = [order.index(child.tag.removeprefix(W)) for child in element]
                self.assertEqual(places, sorted(places), f"{name}: {element.tag}")

    def test_package(self):
        """Every part has a type; every relation leads to a part; every part is led to."""
        names = set(self.archive.namelist())
        types = self.part("[Content_Types].xml")
        typed = {t.get("PartName")[1:] for t in types.iter(TYPES + "Override")}
        self.assertEqual(typed, {n for n in names if not n.endswith(".rels")} -
                         {"[Content_Types].xml"})
        reached = set()
        for name in names:
            if name.endswith(".rels"):
                base = os.path.dirname(os.path.dirname(name))
                for relation in self.part(name).iter(RELATIONS + "Relationship"):
                    reached.add(os.path.join(base, relation.get("Target")))
        self.assertEqual(reached, typed)
        ids = {r.get("Id") for r in
               self.part("word/_rels/document.xml.rels").iter(RELATIONS + "Relationship")}
        for element in self.part("word/document.xml").iter():
            if element.get(OFFICE + "id"):
                self.assertIn(element.get(OFFICE + "id"), ids)

    def test_styles(self):
        styles = {s.get(W + "styleId"): s for s in self.part("word/styles.xml").iter(W + "style")}
        used = set()
        for name in ("word/document.xml", "word/header1.xml"):
            for element in self.part(name).iter():
                if element.tag in (W + "pStyle", W + "tblStyle"):
                    used.add(element.get(W + "val"))
        self.assertLessEqual(used, set(styles))
        self.assertGreater(len(used), 12)
        for style in styles.values():
            based = style.find(W + "basedOn")
            if based is not None:
                self.assertIn(based.get(W + "val"), styles)

        # The text itself has no look of its own beside its styles.
        document = self.part("word/document.xml")
        self.assertEqual(list(document.iter(W + "rPr")), [])

    def test_page(self):
        """A4; 20, 20, 30 and 15 mm; a number on every page but the first."""
        section = self.part("word/document.xml").find(f"{W}body/{W}sectPr")
        size = section.find(W + "pgSz")
        self.assertEqual((size.get(W + "w"), size.get(W + "h")), ("11906", "16838"))
        margins = section.find(W + "pgMar")
        millimetres = {side: round(int(margins.get(W + side)) / 1440 * 25.4, 1)
                       for side in ("top", "bottom", "left", "right")}
        self.assertEqual(millimetres, {"top": 20.0, "bottom": 20.0, "left": 30.0, "right": 15.0})
        self.assertIsNotNone(section.find(W + "titlePg"))
        self.assertEqual([h.get(W + "type") for h in section.iter(W + "headerReference")],
                         ["default"])
        header = self.part("word/header1.xml")
        self.assertEqual([f.get(W + "instr").strip() for f in header.iter(W + "fldSimple")],
                         ["PAGE"])

    def test_text(self):
        lines = lines_of_docx(self.file)
        self.assertIn("1. Giao Sở Y tế rà soát & đơn giản hóa <thủ tục>, hoàn thành trước ngày "
                      "30/6/2024.", lines)
        self.assertIn("Số:        /TB-VP", lines)

    def test_same_bytes(self):
        with open(self.file, "rb") as file, open(self.save("y.docx"), "rb") as again:
            self.assertEqual(file.read(), again.read())


class TestOdt(OfficeTestCase):
    def setUp(self):
        super().setUp()
        self.write_meeting([directive(1, "Giao Sở Y tế rà soát & đơn giản hóa <thủ tục>.",
                                      lead=["Sở Y tế"], ordinal="1")])
        self.file = self.save("x.odt")

    def test_package(self):
        """The type stands first, readable at a fixed place; the manifest names every part."""
        with open(self.file, "rb") as file:
            head = file.read(77)
        self.assertEqual(head[30:], b"mimetypeapplication/vnd.oasis.opendocument.text")
        with zipfile.ZipFile(self.file) as archive:
            first = archive.infolist()[0]
            self.assertEqual((first.filename, first.compress_type, first.extra),
                             ("mimetype", zipfile.ZIP_STORED, b""))
            manifest = xml.fromstring(archive.read("META-INF/manifest.xml"))
            listed = {value for entry in manifest for name, value in entry.items()
                      if name.endswith("full-path")}
            self.assertEqual(listed, set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"}
                             | {"/"})

    def test_styles(self):
        with zipfile.ZipFile(self.file) as archive:
            parts = [xml.fromstring(archive.read(name)) for name in ("content.xml", "styles.xml")]
        named = {s.get(STYLE + "name") for part in parts for s in part.iter(STYLE + "style")}
        for part in parts:
            for element in part.iter():
                for name, value in element.items():
                    if name.endswith("}style-name") or name == STYLE + "parent-style-name":
                        self.assertIn(value, named)

    def test_same_text_as_docx(self):
        self.assertEqual(lines_of_odt(self.file), lines_of_docx(self.save("x.docx")))

    def test_same_bytes(self):
        with open(self.file, "rb") as file, open(self.save("y.odt"), "rb") as again:
            self.assertEqual(file.read(), again.read())


class TestLibreOffice(OfficeTestCase):
    """What an office opens it with loses nothing of it."""

    def setUp(self):
        super().setUp()
        clauses = [directive(1, "Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ rà soát ít nhất "
                                "50% thủ tục hành chính nội bộ, báo cáo UBND tỉnh trước ngày "
                                "30/6/2024.", ordinal="1", lead=["Sở Tư pháp"],
                             coordinating=["Sở Nội vụ"], deadline="2024-06-30",
                             deadline_kind="before")]
        clauses += [directive(i, f"Giao Sở Y tế số hóa {i} thủ tục hành chính thuộc thẩm quyền "
                                 "giải quyết; công khai kết quả trên Cổng thông tin điện tử tỉnh "
                                 "để người dân, doanh nghiệp biết, giám sát.",
                              ordinal=str(i), lead=["Sở Y tế"]) for i in range(2, 13)]
        self.write_meeting(clauses)

    def test_conversions(self):
        text = self.notice()["text"]
        for name, other in (("x.docx", "odt"), ("x.odt", "docx")):
            with self.subTest(name):
                path = self.save(name)
                lines = (lines_of_odt if other == "odt" else lines_of_docx)(
                    self.convert(path, other))
                self.assertEqual(words(lines), words(
                    (lines_of_docx if other == "odt" else lines_of_odt)(path)))

                with open(self.convert(path, "txt:Text (encoded):UTF8"), "rb") as file:
                    plain = words(file.read().decode("utf-8-sig").splitlines())
                for line in text.splitlines():
                    self.assertIn(words([line]), plain)

    def test_pages(self):
        """Two pages of A4, the second one with its number, the first without."""
        for name in ("x.docx", "x.odt"):
            with self.subTest(name):
                pdf = self.convert(self.save(name), "pdf")
                pages = self.run_tool("pdftotext", "-layout", pdf, "-").split("\f")
                self.assertEqual(len(pages), 3, "two, and what stands behind the last one")
                self.assertRegex(pages[0].lstrip("\n").splitlines()[0], "UBND TỈNH BÌNH SƠN +CỘNG")
                self.assertEqual(pages[1].split()[0], "2")
                self.assertIn("595", self.run_tool("pdfinfo", pdf))

    def run_tool(self, *arguments):
        self.assertIsNotNone(shutil.which(arguments[0]),
                             f"{arguments[0]} is missing: build-aux/test installs poppler-utils")
        return subprocess.run(arguments, env=self.env, stdout=subprocess.PIPE, timeout=60,
                              check=True).stdout.decode()


if __name__ == "__main__":
    ctl.main()
