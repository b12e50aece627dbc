#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""dondocctl import of a conclusion document, and assign: from a clause to a task."""
import os
import unicodedata

import ctl
from ctl import NOTHING, CtlTestCase, uid


class TestDocument(CtlTestCase):
    def setUp(self):
        super().setUp()
        self.notice = self.write("thông báo.txt", ctl.NOTICE)

    def test_assign_at_once(self):
        done = self.json("import", "--assign", self.notice)
        self.assertEqual(list(done), ["directives", "tasks", "document", "meeting"])
        self.assertEqual((done["directives"], done["tasks"]), (3, 2))
        self.assertEqual(self.sql("SELECT number, day, file_name FROM document WHERE uid = ?",
                                  done["document"]),
                         [("45/TB-UBND", "2024-03-18", "thông báo.txt")])
        self.assertEqual(self.sql("SELECT day, chair, document NOTNULL FROM meeting WHERE uid = ?",
                                  done["meeting"]), [("2024-03-12", "Lê Văn Minh", 1)])

        found = self.json("tasks", "--today=2024-07-02")["tasks"]
        self.assertEqual([task["lead"] for task in found], ["Sở Tư pháp", "Văn phòng UBND tỉnh"])
        self.assertEqual(found[0]["coordinating"], ["Sở Nội vụ"])
        self.assertEqual(found[0]["deadline"], "2024-06-30")
        self.assertEqual(found[0]["original_deadline"], "2024-06-30")
        self.assertEqual(found[0]["deadline_text"], "trước ngày 30/6/2024")
        self.assertEqual(found[0]["status"], "wip_late")
        self.assertIn("rà soát ít nhất 50% thủ tục hành chính nội bộ", found[0]["content"])
        self.assertEqual(found[0]["source"]["document"], "45/TB-UBND")
        self.assertEqual(found[0]["source"]["ordinal"], "1")
        self.assertIn("Tổ công tác", found[0]["source"]["meeting"])

        # They are assigned on the day of the meeting; nothing said is lost.
        self.assertEqual(self.sql("SELECT DISTINCT assigned FROM task"), [("2024-03-12",)])
        self.assertEqual(self.count("directive"), 3)
        self.assertEqual(self.count("target"), 1)
        self.assertEqual(self.sql("SELECT number FROM citation"), [("1085/QĐ-TTg",)])
        self.assertEqual(self.ctl("assign", expect=NOTHING),
                         "Every directive is assigned, or needs no task.\n")
        self.assertEqual(self.json("assign", expect=NOTHING), {"directives": []})
        self.ctl("check")

    def test_only_import(self):
        done = self.json("import", self.notice)
        self.assertEqual((done["directives"], done["tasks"]), (3, 0))
        self.assertEqual(self.count("task"), 0)
        self.assertEqual(len(self.json("assign")["directives"]), 3)

    def test_text(self):
        self.assertEqual(self.ctl("import", "--assign", self.notice),
                         "Directives found: 3; tasks created: 2\n")

    def test_twice(self):
        # The same document is not taken twice by accident, whatever it is called.
        self.ctl("import", "--assign", self.notice)
        before = self.dump()
        again = self.write("bản sao.txt", ctl.NOTICE)
        for arguments in ([self.notice], ["--assign", self.notice], [again]):
            self.assertIn("--again", self.fail_ctl("import", *arguments))
            self.assertEqual(self.dump(), before)
        self.assertEqual(self.json("import", "--again", "--assign", again)["tasks"], 2)
        self.assertEqual(self.count("task"), 4)
        self.assertEqual(self.count("unit WHERE name = 'Sở Tư pháp'"), 1)

    def test_known_units(self):
        # A unit that is there, by whatever name, is taken; another one is made.
        self.write_records(unit=[{"uid": uid(1, 1), "name": "Sở Tư pháp tỉnh Bình Sơn",
                                  "aliases": ["Sở Tư pháp"], "level": "department"}])
        self.ctl("import", self.path("records.json"))
        self.ctl("import", "--assign", self.notice)
        self.assertEqual(self.json("tasks", "--today=2024-03-20")["tasks"][0]["lead"],
                         "Sở Tư pháp tỉnh Bình Sơn")
        self.assertEqual(self.count("unit WHERE name LIKE 'Sở Tư pháp%'"), 1)

    def test_date(self):
        text = "1. Giao Sở Tư pháp rà soát thủ tục trước ngày 30/6.\n"
        self.ctl("import", "--assign", "--date=2025-02-03", self.write("text.txt", text))
        task, = self.json("tasks", "--today=2025-02-03")["tasks"]
        self.assertEqual(task["deadline"], "2025-06-30")
        self.assertEqual(self.sql("SELECT assigned FROM task"), [("2025-02-03",)])
        self.assertEqual(self.count("meeting"), 0)

    def test_forms(self):
        # Decomposed text and marks of direction make the same tasks.
        for name, text in {"nfd": unicodedata.normalize("NFD", ctl.NOTICE),
                           "bidi": ctl.NOTICE.replace("Sở Tư pháp", "\u202eSở Tư pháp\u202c"),
                           "windows": ctl.NOTICE.replace("\n", "\r\n")}.items():
            with self.subTest(name):
                self.db = self.path(f"{name}.db")
                self.ctl("import", "--assign", self.write("text.txt", text))
                found = self.json("tasks", "--today=2024-07-02")["tasks"]
                self.assertEqual(found[0]["lead"], "Sở Tư pháp")
                for value in (found[0]["content"], found[0]["lead"]):
                    self.assertEqual(value, unicodedata.normalize("NFC", value))
                    self.assertNotIn("\u202e", value)
                self.assertEqual(self.tasks("--search=ra soat", today="2024-07-02"),
                                 [found[0]["content"]])

    def test_every_text(self):
        folder = os.path.join(ctl.FIXTURES, "texts")
        for name in sorted(os.listdir(folder)):
            if not name.endswith(".txt"):
                continue
            with self.subTest(name):
                done = self.json("import", "--assign", os.path.join(folder, name))
                self.assertLessEqual(0, done["tasks"])
        self.ctl("check")
        self.assertEqual(len(self.tasks("--all")), self.count("task"))

    def test_nothing_in_it(self):
        # A document is kept even if nothing is found in it.
        path = self.write("text.txt", "Hôm nay trời đẹp.\n")
        self.assertEqual(self.json("import", "--assign", path)["directives"], 0)
        self.assertEqual(self.count("document"), 1)


class TestAssign(CtlTestCase):
    def setUp(self):
        super().setUp()
        self.ctl("import", self.write("notice.txt", ctl.NOTICE))
        self.write_records(unit=[
            {"uid": uid(1, i + 1), "name": name, "level": "department"} for i, name in enumerate(
                ["Sở Tư pháp", "Sở Nội vụ", "Văn phòng UBND tỉnh", "Sở Tài chính",
                 "Robert'); DROP TABLE task;--"])])
        self.ctl("import", self.path("records.json"))
        self.directives = [directive["uid"] for directive in self.json("assign")["directives"]]

    def refuse(self, *arguments):
        before = self.dump()
        sentence = self.fail_ctl("assign", *arguments)
        self.assertEqual(self.dump(), before)
        return sentence

    def test_list(self):
        first = self.json("assign")["directives"][0]
        self.assertEqual(list(first), ["uid", "ordinal", "kind", "lead", "deadline", "quote",
                                       "document"])
        self.assertEqual(first["kind"], "task")
        self.assertEqual(first["lead"], ["Sở Tư pháp"])
        self.assertEqual(first["deadline"], "2024-06-30")
        self.assertEqual(first["document"], "45/TB-UBND")
        text = self.ctl("assign")
        for directive in self.directives:
            # To be copied from here into the next command.
            self.assertIn(directive, text)

    def test_as_it_says(self):
        self.assertEqual(self.json("assign", self.directives[0]), {"tasks": 1})
        task, = self.json("tasks", "--today=2024-03-20")["tasks"]
        self.assertEqual(task["lead"], "Sở Tư pháp")
        self.assertEqual(task["coordinating"], ["Sở Nội vụ"])
        self.assertEqual(task["deadline"], "2024-06-30")
        self.assertEqual(len(self.json("assign")["directives"]), 2)

    def test_corrected(self):
        self.assertEqual(self.ctl("assign", self.directives[0], "--lead", "so tai chinh",
                                  "--coordinating=Sở Tư pháp", "--coordinating=SỞ NỘI VỤ",
                                  "--deadline=15/7/2024", "--content=Rà soát <nội bộ> & báo cáo"),
                         "1 task created.\n")
        task, = self.json("tasks", "--today=2024-03-20")["tasks"]
        self.assertEqual(task["content"], "Rà soát <nội bộ> & báo cáo")
        self.assertEqual(task["lead"], "Sở Tài chính")
        self.assertEqual(sorted(task["coordinating"]), ["Sở Nội vụ", "Sở Tư pháp"])
        self.assertEqual(task["deadline"], "2024-07-15")
        self.assertIsNone(task["deadline_text"])

    def test_several_leads(self):
        self.assertEqual(self.ctl("assign", self.directives[2], "--lead=Sở Tư pháp",
                                  "--lead=Sở Tài chính"), "2 tasks created.\n")
        self.assertEqual({task["lead"] for task in
                          self.json("tasks", "--today=2024-03-20")["tasks"]},
                         {"Sở Tư pháp", "Sở Tài chính"})

    def test_twice(self):
        self.ctl("assign", self.directives[0])
        for arguments in ([], ["--lead=Sở Tài chính"], ["--no-task=Đã giao"]):
            self.assertIn("--again", self.refuse(self.directives[0], *arguments))
        self.ctl("assign", "--again", self.directives[0], "--lead=Sở Tài chính")
        self.assertEqual(self.count("task"), 2)

    def test_new_units(self):
        self.assertIn("--new-units", self.refuse(self.directives[2]))
        self.assertIn("“Ban Đô thị”", self.refuse(self.directives[2], "--lead=Ban Đô thị",
                                                  "--coordinating=Sở Tư pháp"))
        self.ctl("assign", self.directives[2], "--lead=Ban Đô thị", "--coordinating=so tu phap",
                 "--new-units")
        task, = self.json("tasks", "--today=2024-03-20")["tasks"]
        self.assertEqual((task["lead"], task["coordinating"]), ("Ban Đô thị", ["Sở Tư pháp"]))
        self.assertEqual(self.count("unit WHERE name = 'Ban Đô thị'"), 1)
        self.ctl("check")

    def test_name_like_sql(self):
        self.ctl("assign", self.directives[0], "--lead=Robert'); DROP TABLE task;--")
        self.assertEqual(self.count("task"), 1)

    def test_no_task(self):
        self.ctl("assign", self.directives[2], "--no-task", "Nhắc nhở chung")
        self.assertEqual(len(self.json("assign")["directives"]), 2)
        self.assertEqual(self.sql("SELECT no_task_reason FROM directive WHERE uid = ?",
                                  self.directives[2]), [("Nhắc nhở chung",)])
        self.assertIn(("Nhắc nhở chung",), self.sql("SELECT reason FROM history"))
        for reason in ("", " ", "\n"):
            self.assertIn("reason", self.refuse(self.directives[0], f"--no-task={reason}"))

    def test_refused(self):
        first, _, soft = self.directives
        self.assertIn("no unit", self.refuse(first, "--lead=Sở Không có"))
        self.assertIn("no unit", self.refuse(first, "--coordinating=Sở Không có"))
        self.assertIn("no unit", self.refuse(soft))
        for day in ("2024-02-30", "31/4/2024", "", "mai"):
            self.assertIn("--deadline", self.refuse(first, f"--deadline={day}"))
        for name in ("nothing", "", uid(10, 99), "'; DROP TABLE directive; --"):
            self.refuse(name, "--lead=Sở Tư pháp")
        self.refuse(first, "--lead=")
        self.refuse(first, "--content=")
        self.assertIn("too long", self.refuse(first, "--content=" + "x" * 100_000))
        # A task is no directive.
        self.ctl("assign", first)
        task = self.json("tasks", "--today=2024-03-20")["tasks"][0]["uid"]
        self.assertIn(task, self.refuse(task))


if __name__ == "__main__":
    ctl.main()
