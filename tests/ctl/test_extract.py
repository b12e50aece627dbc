#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""dondocctl extract: what is printed of what was found. What is found is tested elsewhere."""
import csv
import glob
import io
import json
import os
import unicodedata

import ctl
from ctl import DONE, ERROR, NOTHING, CtlTestCase, uid

DOCUMENT_MEMBERS = ["number", "type", "date", "issuer", "signer", "subject", "event_date", "chair",
                    "references"]
DIRECTIVE_MEMBERS = ["start", "end", "quote", "ordinal", "kind", "assigner", "lead",
                     "coordinating", "report_to", "deadline", "deadline_kind", "deadline_text",
                     "recurrence", "recurrence_day", "recurrence_month", "product", "targets",
                     "references", "confidence"]
LISTS = ["assigner", "lead", "coordinating", "report_to", "references"]
DEADLINE_KINDS = ["before", "by", "in_month", "in_quarter", "in_year", "period", "relative",
                  "recurring", "none"]
RECURRENCES = [None, "weekly", "monthly", "quarterly", "half_yearly", "yearly"]
CLAUSE = "1. Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ rà soát thủ tục trước ngày 30/6.\n"


class TestExtract(CtlTestCase):
    def setUp(self):
        super().setUp()
        self.notice = self.write("thông báo.txt", ctl.NOTICE)

    def extract(self, path, *arguments, expect=DONE):
        return json.loads(self.ctl_bare("extract", "--format=json", path, *arguments,
                                        expect=expect))

    def check_shape(self, found, text):
        """The members are those that were promised, in their order, and of their types."""
        self.assertEqual(list(found), ["document", "directives"])
        self.assertEqual(list(found["document"]), DOCUMENT_MEMBERS)
        for directive in found["directives"]:
            self.assertEqual(list(directive), DIRECTIVE_MEMBERS)
            self.assertEqual(directive["quote"], text[directive["start"]:directive["end"]])
            self.assertEqual(directive["quote"], directive["quote"].strip())
            self.assertNotEqual(directive["quote"], "")
            for name in LISTS:
                self.assertIsInstance(directive[name], list)
                for item in directive[name]:
                    self.assertIsInstance(item, str)
            self.assertIn(directive["deadline_kind"], DEADLINE_KINDS)
            self.assertIn(directive["recurrence"], RECURRENCES)
            self.assertIsInstance(directive["recurrence_day"], (int, type(None)))
            self.assertGreaterEqual(directive["confidence"], 0)
            self.assertLessEqual(directive["confidence"], 1)
            self.assertLessEqual(len(str(directive["confidence"])), 4)
            for target in directive["targets"]:
                self.assertEqual(list(target), ["text", "op", "value", "unit"])
                self.assertIn(target["op"], [">=", ">", "=", "<=", "<"])
                self.assertIn(target["text"], text.replace("\n", " "))
            for day in (directive["deadline"], found["document"]["date"],
                        found["document"]["event_date"]):
                if day is not None:
                    self.assertRegex(day, r"^\d{4}-\d{2}-\d{2}$")

    def test_json(self):
        found = self.extract(self.notice)
        self.check_shape(found, ctl.NOTICE)
        document = found["document"]
        self.assertEqual(document["number"], "45/TB-UBND")
        self.assertEqual(document["type"], "Thông báo")
        self.assertEqual(document["date"], "2024-03-18")
        self.assertEqual(document["event_date"], "2024-03-12")
        self.assertEqual(document["chair"], "Lê Văn Minh")
        self.assertEqual(document["references"], ["1085/QĐ-TTg"])

        first, second, third = found["directives"]
        self.assertEqual(first["ordinal"], "1")
        self.assertEqual(first["kind"], "task")
        self.assertEqual(first["lead"], ["Sở Tư pháp"])
        self.assertEqual(first["coordinating"], ["Sở Nội vụ"])
        self.assertEqual(first["report_to"], ["UBND tỉnh"])
        self.assertEqual(first["deadline"], "2024-06-30")
        self.assertEqual(first["deadline_kind"], "before")
        self.assertEqual(first["deadline_text"], "trước ngày 30/6/2024")
        self.assertEqual(first["targets"][0]["op"], ">=")
        self.assertEqual(first["targets"][0]["value"], 50)
        self.assertEqual(first["targets"][0]["unit"], "%")
        self.assertEqual(second["recurrence"], "monthly")
        self.assertIsNone(second["deadline"])
        self.assertEqual(third["kind"], "soft")

    def test_every_text(self):
        # Whatever is in a text, what is printed has its shape, and quotes are quotes.
        paths = sorted(glob.glob(os.path.join(ctl.FIXTURES, "texts", "*.txt")))
        self.assertGreater(len(paths), 20)
        for path in paths:
            with self.subTest(os.path.basename(path)):
                with open(path, encoding="utf-8", newline="") as file:
                    text = file.read()
                done = self.run_ctl("extract", "--format=json", path)
                self.assertEqual(done.stderr, b"")
                found = json.loads(done.stdout)
                self.assertEqual(done.returncode, DONE if found["directives"] else NOTHING)
                self.check_shape(found, text)

    def test_places(self):
        # They count characters, not bytes nor halves of UTF-16, in the file as it stands.
        for name, text in {
                "astral": "📄📄 𝄞\n\n" + CLAUSE,
                "windows": "Kết luận:\r\n\r\n" + CLAUSE.replace("\n", "\r\n"),
                "decomposed": unicodedata.normalize("NFD", CLAUSE),
                "no end of line": CLAUSE.rstrip(),
                "bidi": CLAUSE.replace("chủ trì", "\u202echủ trì\u202c"),
                "blank lines": "\n" * 500 + CLAUSE + "\n" * 500,
        }.items():
            with self.subTest(name):
                found = self.extract(self.write("text.txt", text), "--date=2024-03-18")
                self.check_shape(found, text)
                self.assertEqual(found["directives"][0]["lead"], ["Sở Tư pháp"])
                self.assertEqual(found["directives"][0]["deadline"], "2024-06-30")

    def test_byte_order_mark(self):
        found = self.extract(self.write("text.txt", "\ufeff" + CLAUSE), "--date=2024-03-18")
        self.check_shape(found, CLAUSE)

    def test_date(self):
        # The year that a text leaves out is that of the day it speaks from.
        path = self.write("text.txt", CLAUSE)
        for date, deadline in (("2024-03-18", "2024-06-30"), ("2025-03-18", "2025-06-30"),
                               ("18/3/2025", "2025-06-30")):
            with self.subTest(date):
                found = self.extract(path, f"--date={date}")
                self.assertEqual(found["directives"][0]["deadline"], deadline)
        # What the document says itself counts more.
        self.assertEqual(self.extract(self.notice, "--date=1999-01-01")["document"]["date"],
                         "2024-03-18")

    def test_text(self):
        text = self.ctl_bare("extract", self.notice)
        lines = text.splitlines()
        for heading in ("Clause", "Kind", "Lead", "Deadline", "Words"):
            self.assertIn(heading, lines[0])
        self.assertIn("30 Jun 2024", lines[1])
        self.assertIn("Sở Tư pháp", lines[1])
        self.assertIn("Monthly", text)
        for line in lines:
            self.assertLessEqual(len(line), 100)

    def test_csv(self):
        text = self.ctl_bare("extract", "--format=csv", self.notice)
        self.assertTrue(text.startswith("\ufeff"))
        rows = list(csv.DictReader(io.StringIO(text[1:], newline="")))
        self.assertEqual(len(rows), 3)
        self.assertEqual(rows[0]["lead"], "Sở Tư pháp")
        self.assertEqual(rows[0]["coordinating"], "Sở Nội vụ")
        self.assertEqual(rows[0]["deadline"], "2024-06-30")
        self.assertEqual(rows[1]["recurrence"], "monthly")
        self.assertTrue(rows[0]["quote"].startswith("Giao Sở Tư pháp"))

    def test_nothing_found(self):
        path = self.write("text.txt", "Hôm nay trời đẹp.\n")
        found = self.extract(path, expect=NOTHING)
        self.assertEqual(found["directives"], [])
        self.assertEqual(list(found["document"]), DOCUMENT_MEMBERS)
        self.ctl_bare("extract", path, expect=NOTHING)

    def test_own_units(self):
        # Units of the file of records are known by all their names.
        self.write_records(unit=[{"uid": uid(1, 1), "name": "Ban Chuyển đổi số Hòa Lạc",
                                  "short_name": "BCĐS", "level": "department"}])
        self.ctl("import", self.path("records.json"))
        path = self.write("text.txt", "1. Giao Ban Chuyển đổi số Hòa Lạc chủ trì, phối hợp với Sở "
                          "Nội vụ số hóa hồ sơ trước ngày 30/6/2024.\n")
        before = ctl.checksum(self.db)
        names = sorted(os.listdir(self.dir))
        found = json.loads(self.ctl("extract", "--format=json", path))
        self.assertEqual(found["directives"][0]["lead"], ["Ban Chuyển đổi số Hòa Lạc"])

        # Nothing is left in the file, nor beside it.
        self.assertEqual(ctl.checksum(self.db), before)
        self.assertEqual(sorted(os.listdir(self.dir)), names)

    def test_nothing_stored(self):
        before = sorted(os.listdir(self.dir))
        self.extract(self.notice)
        self.assertEqual(sorted(os.listdir(self.dir)), before)

        # A file of records that is not there is said to be, and not made.
        self.assertIn("no such file", self.fail_ctl("extract", self.notice))
        self.assertEqual(sorted(os.listdir(self.dir)), before)


class TestBadTexts(CtlTestCase):
    """What is no text is refused before anything is opened or made for it."""

    TEXTS = {
        "nothing": (b"", "empty"),
        "blank": (b" \n\t\r\n", "empty"),
        "a picture": (b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)) * 40, "picture"),
        "an archive": (b"PK\x03\x04\x14\0\0\0" + b"\x9c" * 500, "archive"),
        "a document of old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, ".docx"),
        "RTF": (b"{\\rtf1\\ansi Giao}", ".docx"),
        "half a PDF": (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "damaged"),
        "a page in a file": (b"MIME-Version: 1.0\nContent-Type: multipart/related", "mht"),
        "a NUL": ("Giao Sở\0 Tư pháp".encode(), "binary"),
        "Latin 1": ("1. Giao S\xf4 T\xe0i ch\xednh tr\u01b0\u1edbc".encode("cp1258", "replace"),
                    "UTF-8"),
        "cut in a character": (CLAUSE.encode() + "ộ".encode()[:2], "line 2"),
        "a line of 50 MB": (b"x" * 50_000_000, "larger"),
        "many lines": (CLAUSE.encode() * 300_000, "larger"),
    }

    def test_bad_texts(self):
        for name, given in self.TEXTS.items():
            content, words = given if isinstance(given, tuple) else (given, "")
            with self.subTest(name):
                path = self.write("tệp.txt", content)
                for arguments in (["extract", path], ["extract", "--format=json", path]):
                    sentence = self.ctl_bare(*arguments, expect=ERROR)
                    self.assertIn("“tệp.txt”", sentence)
                    self.assertIn(words, sentence)
                for arguments in (["import", path], ["import", "--assign", path]):
                    self.assertIn("“tệp.txt”", self.fail_ctl(*arguments))
                self.assertFalse(os.path.exists(self.db))

    def test_bad_paths(self):
        os.mkdir(self.path("folder"))
        os.symlink("circle", self.path("circle"))
        for name in ("missing.txt", "folder", "folder/missing.txt", "circle", "x" * 300, ""):
            with self.subTest(name):
                self.ctl_bare("extract", name, expect=ERROR)
                self.fail_ctl("import", name)
                self.assertFalse(os.path.exists(self.db))

    def test_large_text(self):
        # As large as a document may be: it is read, and comes to an end.
        text = CLAUSE.replace("30/6", "30/6/2024") * 2000
        found = json.loads(self.ctl_bare("extract", "--format=json", self.write("t.txt", text)))
        self.assertGreater(len(found["directives"]), 0)


class TestKinds(CtlTestCase):
    """Documents of all kinds say the same, whatever their names."""

    def extract(self, path, *arguments, expect=DONE):
        """What is found, and what is told beside it."""
        done = self.run_ctl("extract", "--format=json", *arguments, path)
        self.assertEqual(done.returncode, expect, done.stderr.decode())
        return json.loads(done.stdout), done.stderr.decode()

    def check_clause(self, content, name="tệp"):
        found, told = self.extract(self.write(name, content))
        [directive] = found["directives"]
        self.assertEqual(directive["lead"], ["Sở Tư pháp"])
        self.assertEqual(directive["deadline"], "2024-08-15")
        return told

    def test_texts(self):
        clause = "1. Giao Sở Tư pháp chủ trì, báo cáo trước ngày 15/8/2024.\n"
        old = ("1. Giao S\xeb T\xad ph\xb8p ch\xf1 tr\xd7, b\xb8o c\xb8o tr\xad\xedc ng\xb5y "
               "15/8/2024.\n")
        page = f"<html><ol><li>{clause[3:]}</ol>"
        for content in (clause.encode(), clause.encode("utf-8-sig"), clause.encode("utf-16"),
                        page.encode(), page.encode("utf-16")):
            self.assertEqual(self.check_clause(content), "")
        for content in (old.encode("latin-1"), old.encode(), f"<p>{old}".encode("latin-1")):
            self.assertIn("TCVN3", self.check_clause(content))
        self.assertIn("TCVN3", self.check_clause(f"<font face=.VnTime>{old}</font>".encode()))

    def test_encoding(self):
        path = self.write("cũ.txt", b"1. Giao S\xeb T\xad ph\xb8p ch\xf1 tr\xd7 r\xb5 so\xb8t.\n")
        for encoding in ("auto", "tcvn3", "TCVN3"):
            found, told = self.extract(path, f"--encoding={encoding}")
            self.assertEqual(found["directives"][0]["lead"], ["Sở Tư pháp"])
            self.assertIn("“cũ.txt”", told)
            self.assertIn("TCVN3", told)
        found, told = self.extract(path, "--encoding", "none")
        self.assertIn("T\xad ph\xb8p", found["directives"][0]["quote"])
        self.assertEqual(told, "")

        # A text that is too short for a guess is taken as it is said to be written.
        short = self.write("ngắn.txt", b"1. Giao UBND huy\xd6n xem x\xd0t.\n")
        self.assertIn("UTF-8", self.ctl_bare("extract", short, expect=ERROR))
        found, told = self.extract(short, "--encoding=tcvn3")
        self.assertEqual(found["directives"][0]["lead"], ["UBND huyện"])
        self.assertIn("TCVN3", told)
        self.assertIn("“utf-7”", self.ctl_bare("extract", "--encoding=utf-7", path, expect=ERROR))

    def test_pdf(self):
        for name in ("notice.pdf", "notice-middle.pdf"):
            path = os.path.join(ctl.FIXTURES, "office", name)
            found, told = self.extract(path)
            self.assertEqual(told, "")
            document = found["document"]
            self.assertEqual(document["number"], "142/TB-UBND")
            self.assertEqual(document["date"], "2024-05-09")
            self.assertEqual(document["issuer"], "Ủy ban nhân dân tỉnh Hải Bình")
            self.assertEqual(document["signer"], "Nguyễn Thị Mai Lan")
            self.assertTrue(document["subject"].endswith("chuyển đổi số quý I năm 2024"))
            self.assertEqual([d["ordinal"] for d in found["directives"]],
                             ["1", "2.a", "2.b", "3", "4", "5", "6", "1", "2", "3", "4"])
            last = found["directives"][-1]
            self.assertEqual(last["lead"], ["Văn phòng UBND tỉnh"])
            self.assertEqual(last["coordinating"], ["Sở Nội vụ", "Sở Tư pháp"])
            self.assertEqual(last["deadline"], "2024-07-31")

            answer = self.json("import", "--assign", "--again", path)
            self.assertEqual(answer["directives"], 11)

        _found, told = self.extract(os.path.join(ctl.FIXTURES, "office", "scan-annex.pdf"))
        self.assertIn("2, 4–5", told)
        for name in ("scan.pdf", "locked.pdf"):
            self.assertIn(name, self.fail_ctl("import", os.path.join(ctl.FIXTURES, "office", name)))


if __name__ == "__main__":
    ctl.main()
