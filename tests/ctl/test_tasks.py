#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""dondocctl tasks: what is listed, and how it is printed."""
import csv
import io
import json
import subprocess
import unicodedata

import ctl
from ctl import ERROR, NOTHING, CtlTestCase, uid

REVIEW = "Rà soát, đơn giản hóa thủ tục hành chính nội bộ"
SCAN = 'Số hóa hồ sơ <b>đăng kiểm</b> & "kết quả"'
REPORT = "Báo cáo quý I"
NO_DEADLINE = "Việc chưa có thời hạn"


class TestTasks(CtlTestCase):
    def setUp(self):
        super().setUp()
        self.import_every_kind()

    def test_json(self):
        found = self.json("tasks", "--overdue", "--today", "2024-01-02")
        self.assertEqual(found["today"], "2024-01-02")
        self.assertEqual(len(found["tasks"]), 1)
        self.assertEqual(found["tasks"][0], {
            "uid": uid(20, 1),
            "content": REVIEW,
            "lead": "Sở Tư pháp",
            "coordinating": ["Sở Nội vụ"],
            "deadline": "2024-01-01",
            "original_deadline": "2023-12-15",
            "deadline_text": "trước ngày 01/01/2024",
            "status": "wip_late",
            "days_late": 2,
            "progress": 60,
            "completed": None,
            "product": "Báo cáo rà soát",
            "source": {"meeting": "Phiên họp thứ nhất của Tổ công tác",
                       "document": "87/TB-UBND", "ordinal": "1"},
        })

    def test_open_tasks_by_deadline(self):
        # Those without one come last.
        self.assertEqual(self.tasks(), [REVIEW, SCAN, NO_DEADLINE])
        self.assertEqual(self.tasks("--all"), [REVIEW, SCAN, REPORT, NO_DEADLINE])
        self.assertEqual(self.tasks("--done"), [REPORT])

    def test_overdue(self):
        # "trước ngày 01/01/2024" is over at the end of the year before.
        self.assertEqual(self.tasks("--overdue", today="2023-12-31", expect=NOTHING), [])
        self.assertEqual(self.tasks("--overdue", today="2024-01-01"), [REVIEW])
        self.assertEqual(self.tasks("--overdue", today="2024-01-05"), [REVIEW])
        self.assertEqual(self.tasks("--overdue", today="2024-01-06"), [REVIEW, SCAN])

    def test_time_zones(self):
        # Deadlines are days: the same ones are late wherever the computer stands.
        for zone in ("<-12>+12", "<+07>-7", "<+14>-14", "EST5EDT,M3.2.0,M11.1.0"):
            with self.subTest(zone):
                self.env["TZ"] = zone
                self.assertEqual(self.tasks("--overdue", today="2024-01-01"), [REVIEW])
                self.assertEqual(self.tasks("--overdue", today="2023-12-31", expect=NOTHING), [])

    def test_due_within(self):
        self.assertEqual(self.tasks("--due-within=2", expect=NOTHING), [])
        self.assertEqual(self.tasks("--due-within=3"), [SCAN])
        self.assertEqual(self.tasks("--due-within=0", today="2024-01-05"), [SCAN])
        self.assertEqual(self.tasks("--due-within=100000"), [SCAN])
        self.assertEqual(self.tasks("--due-within=3", "--overdue"), [REVIEW, SCAN])
        for days in ("-1", "-5", "x", "1.5", "", "99999999999999999999"):
            with self.subTest(days):
                self.assertIn("due-within", self.fail_ctl("tasks", f"--due-within={days}"))

    def test_status(self):
        expected = {
            "wip_late": [REVIEW], "wip_soon": [SCAN], "wip_ok": [], "wip_nodl": [NO_DEADLINE],
            "done_ontime": [REPORT], "done_late": [], "done_nodl": [], "stopped": [],
        }
        for status, tasks in expected.items():
            with self.subTest(status):
                self.assertEqual(self.tasks(f"--status={status}",
                                            expect=0 if tasks else NOTHING), tasks)
                self.assertEqual([task["status"] for task in self.json(
                    "tasks", f"--status={status}", "--today=2024-01-02",
                    expect=0 if tasks else NOTHING)["tasks"]], [status] * len(tasks))
        for status in ("late", "WIP_LATE", "", "wip_late,wip_soon"):
            with self.subTest(status):
                self.assertIn("--status", self.fail_ctl("tasks", f"--status={status}"))

    def test_unit(self):
        # Named as it is, in short, by another name, without marks, in any form, by its uid;
        # leading and coordinating both count.
        for name in ("Sở Nội vụ", "sở nội vụ", "so noi vu", "SỞ NỘI VỤ", uid(1, 3), " Sở Nội vụ\n",
                     unicodedata.normalize("NFD", "Sở Nội vụ")):
            with self.subTest(name):
                self.assertEqual(self.tasks(f"--unit={name}"), [REVIEW, SCAN])
        for name in ("VPUBND", "vp ubnd tinh", "Văn phòng Uỷ ban nhân dân tỉnh"):
            with self.subTest(name):
                self.assertEqual(self.tasks(f"--unit={name}", expect=NOTHING), [])
        for name in ("Sở", "Sở Nội", "", "%", "'; DROP TABLE task; --", "Sở\nNội", "\x1b[31m"):
            with self.subTest(name):
                self.assertIn("no unit", self.fail_ctl("tasks", f"--unit={name}"))
        self.assertEqual(self.count("task"), 4)

    def test_search(self):
        # Every way of typing it finds it.
        for words in ("đăng kiểm", "ĐĂNG KIỂM", "đang kiem", "dang kiem", "DANG KIEM",
                      unicodedata.normalize("NFD", "đăng kiểm"),
                      unicodedata.normalize("NFD", "dang kiểm"),
                      "kiểm đăng", "đăng", "kiem so hoa"):
            with self.subTest(words):
                self.assertEqual(self.tasks(f"--search={words}"), [SCAN])

        # An officer and a product are found, too; what is nowhere is not.
        self.assertEqual(self.tasks("--search=le van dung"), [REVIEW])
        self.assertEqual(self.tasks("--search=báo cáo rà soát"), [REVIEW])
        for words in ("đường", "kiểng", "dang kien", "xyz", "kiem dang xyz"):
            with self.subTest(words):
                self.assertEqual(self.tasks(f"--search={words}", expect=NOTHING), [])

    def test_search_is_no_language(self):
        # What means something to the search index means nothing to whoever searches.
        for words in ('"', '""', '"đăng', "*", "**", "đăng*", "NEAR", "NEAR(", "NEAR(đăng kiểm)",
                      "-", "-đăng", "(", ")", "()", "đăng OR", "OR", "AND", "NOT", "đăng AND NOT",
                      "content:đăng", "{content}:đăng", "^đăng", "đăng + kiểm", ":", "^", "{", "}",
                      "'", "';--", "'; DROP TABLE task; --", "%", "_", "\\", "đăng\0", "\u202e",
                      "\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
                      ",", ".", "<b>", "&", "1e9", "đăng " * 200, "x" * 10000):
            if "\0" in words:
                continue
            with self.subTest(words[:40]):
                done = self.run_ctl("--file", self.db, "tasks", "--search", words, "--format=json")
                self.assertIn(done.returncode, (0, NOTHING), done.stderr.decode())
                self.assertEqual(done.stderr, b"")
                json.loads(done.stdout)
        self.assertEqual(self.count("task"), 4)

    def test_search_of_nothing(self):
        # No words ask for nothing in particular.
        for words in ("", " ", "\u00a0"):
            with self.subTest(words):
                self.assertEqual(self.tasks(f"--search={words}"), [REVIEW, SCAN, NO_DEADLINE])

    def test_together(self):
        self.assertEqual(self.tasks("--search=so hoa", "--unit=so noi vu", "--due-within=7"),
                         [SCAN])
        self.assertEqual(self.tasks("--search=so hoa", "--unit=so tu phap", expect=NOTHING), [])
        self.assertEqual(self.tasks("--search=rà soát", "--overdue"), [REVIEW])

    def test_csv(self):
        text = self.ctl("tasks", "--all", "--format=csv", "--today=2024-01-02")

        # Spreadsheets know UTF-8 by this mark.
        self.assertTrue(text.startswith("\ufeff"))
        rows = list(csv.DictReader(io.StringIO(text[1:], newline="")))
        self.assertEqual([row["content"] for row in rows], [REVIEW, SCAN, REPORT, NO_DEADLINE])
        self.assertEqual(rows[0]["coordinating"], "Sở Nội vụ")
        self.assertEqual(rows[0]["deadline"], "2024-01-01")
        self.assertEqual(rows[0]["original_deadline"], "2023-12-15")
        self.assertEqual(rows[0]["status"], "wip_late")
        self.assertEqual(rows[0]["days_late"], "2")
        self.assertEqual(rows[0]["document"], "87/TB-UBND")
        self.assertEqual(rows[3]["deadline"], "")

        # Every line has as many cells as the first, and ends as RFC 4180 says.
        lines = list(csv.reader(io.StringIO(text[1:], newline="")))
        self.assertEqual({len(line) for line in lines}, {len(lines[0])})
        self.assertEqual(text.count("\r\n"), 5)

    def test_csv_of_nothing(self):
        text = self.ctl("tasks", "--status=stopped", "--format=csv", expect=NOTHING)
        self.assertEqual(len(list(csv.reader(io.StringIO(text[1:])))), 1)

    def test_text(self):
        text = self.ctl("tasks", "--today=2024-01-02")
        self.assertIn("2 days overdue", text)
        self.assertIn("3 working days left", text)
        self.assertIn("In progress, no deadline", text)
        self.assertIn("1 Jan 2024", text)

        # User text is printed as it is.
        self.assertIn(SCAN, text)
        self.assertEqual(self.ctl("tasks", "--status=stopped", expect=NOTHING), "No such task.\n")


class TestOddTexts(CtlTestCase):
    """Titles and names that have broken other programs."""

    TEXTS = [
        "<b>&amp;</b> <script>alert(1)</script>",
        "'; DROP TABLE task; --",
        '"quoted", \'single\', `back`',
        "=cmd|' /C calc'!A0",
        "@SUM(A1:A9)", "+84 24 3804", "- Rà soát",
        "%s %n %d %%", "\\n \\u0000 \\", "a\\'b",
        "📄 hồ sơ 👩‍💼",
        "x" * 3000,
        "Đ" + "\u0301" * 400 + "ốc",
    ]

    def setUp(self):
        super().setUp()
        self.write_records(
            unit=[{"uid": uid(1, 1), "name": "'; DROP TABLE task; --", "level": "department",
                   "short_name": '"x"', "aliases": ["<b>a</b>"]}],
            task=[{"uid": uid(20, i), "content": text, "lead": uid(1, 1), "assigned": "2024-01-01",
                   "deadline_kind": "none", "state": "assigned"}
                  for i, text in enumerate(self.TEXTS)])
        self.ctl("import", self.path("records.json"))

    def test_round_trip(self):
        expected = sorted(unicodedata.normalize("NFC", text) for text in self.TEXTS)
        self.assertEqual(sorted(self.tasks()), expected)

        # In CSV what a spreadsheet would run has an apostrophe before it, and nothing else differs.
        text = self.ctl("tasks", "--format=csv")[1:]
        cells = [row["content"] for row in csv.DictReader(io.StringIO(text, newline=""))]
        self.assertEqual(len([cell for cell in cells if cell[0] in "=+-@"]), 0)
        plain = [cell[1:] if cell[0] == "'" and cell[1:2] in tuple("=+-@") else cell
                 for cell in cells]
        self.assertEqual(sorted(plain), expected)

    def test_unit_named_like_sql(self):
        for name in ("'; DROP TABLE task; --", '"x"', "<b>a</b>"):
            with self.subTest(name):
                self.assertEqual(len(self.tasks(f"--unit={name}")), len(self.TEXTS))
        self.assertEqual(self.count("task"), len(self.TEXTS))

    def test_search(self):
        self.assertEqual(self.tasks("--search=drop table task"), ["'; DROP TABLE task; --"])
        self.assertEqual(len(self.tasks("--search=alert")), 1)


class TestNamesAlike(CtlTestCase):
    """Names that only their marks keep apart."""

    def setUp(self):
        super().setUp()
        self.write_records(
            unit=[{"uid": uid(1, i), "name": name, "level": "commune"}
                  for i, name in enumerate(("UBND xã Ân Hạ", "UBND xã An Hà", "UBND xã Tân Lập"))],
            task=[{"uid": uid(20, i), "content": f"Việc {i}", "lead": uid(1, i),
                   "assigned": "2024-01-01", "deadline_kind": "none", "state": "assigned"}
                  for i in range(3)])
        self.ctl("import", self.path("records.json"))

    def test_marks_tell_them_apart(self):
        for name, task in (("UBND xã Ân Hạ", "Việc 0"), ("ubnd xã an hà", "Việc 1"),
                           (uid(1, 1), "Việc 1"), ("ubnd xa tan lap", "Việc 2")):
            with self.subTest(name):
                self.assertEqual(self.tasks(f"--unit={name}"), [task])

    def test_no_unit_is_guessed(self):
        self.assertIn("Several units", self.fail_ctl("tasks", "--unit=ubnd xa an ha"))

        self.ctl("import", self.write("thông báo.txt", ctl.NOTICE))
        directive = self.json("assign")["directives"][0]["uid"]
        for arguments in ([], ["--new-units"]):
            self.assertIn("Several units", self.fail_ctl("assign", directive, *arguments,
                                                         "--lead=ubnd xa an ha"))
        self.assertEqual(self.count("task"), 3)
        self.ctl("assign", directive, "--lead=UBND xã An Hà", "--new-units")
        self.assertEqual(len(self.tasks("--unit=UBND xã An Hà")), 2)


class TestMany(CtlTestCase):
    """More than fits into a pipe."""

    def setUp(self):
        super().setUp()
        self.write_records(
            unit=[{"uid": uid(1, 1), "name": "Sở Tư pháp", "level": "department"}],
            task=[{"uid": uid(20, i), "content": f"Việc số {i}: rà soát thủ tục hành chính nội bộ",
                   "lead": uid(1, 1), "assigned": "2024-01-01", "deadline": "2024-02-01",
                   "deadline_kind": "by", "state": "assigned"} for i in range(3000)])
        self.ctl("import", self.path("records.json"))

    def test_reader_that_has_seen_enough(self):
        # As "dondocctl tasks | head -1" does.
        for form in ("text", "json", "csv"):
            with self.subTest(form):
                with subprocess.Popen([ctl.PROGRAM, "--file", self.db, "tasks", f"--format={form}"],
                                      env=self.env, stdout=subprocess.PIPE,
                                      stderr=subprocess.PIPE) as process:
                    self.assertNotEqual(process.stdout.readline(), b"")
                    process.stdout.close()
                    error = process.stderr.read()
                    self.assertEqual(process.wait(timeout=60), 0, error)
                    self.assertEqual(error, b"")

    def test_full_disk(self):
        # What could not be printed is not told as done.
        for form in ("text", "json", "csv"):
            with self.subTest(form), open("/dev/full", "wb") as full:
                done = subprocess.run([ctl.PROGRAM, "--file", self.db, "tasks", f"--format={form}"],
                                      env=self.env, stdout=full, stderr=subprocess.PIPE,
                                      timeout=60, check=False)
                self.assertEqual(done.returncode, ERROR)
                self.assertIn("could not be written", done.stderr.decode())

    def test_all_of_them(self):
        self.assertEqual(len(self.tasks(today="2024-03-01")), 3000)
        self.assertEqual(self.ctl("tasks").count("\n"), 3001)


if __name__ == "__main__":
    ctl.main()
