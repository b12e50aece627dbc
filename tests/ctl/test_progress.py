#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""dondocctl progress: from the first report to the confirmed result."""
import ctl
from ctl import CtlTestCase, uid

# In the fixture: late, at work, reported done, and assigned without a deadline.
REVIEW, SCAN, REPORT, NEW = (uid(20, i) for i in (1, 2, 3, 4))


class TestProgress(CtlTestCase):
    def setUp(self):
        super().setUp()
        self.import_every_kind()

    def report(self, task, *arguments, today="2024-01-02"):
        return self.json("progress", task, f"--today={today}", *arguments)

    def refuse(self, *arguments):
        before = self.dump()
        sentence = self.fail_ctl("progress", "--today=2024-01-02", *arguments)
        self.assertEqual(self.dump(), before)
        return sentence

    def task(self, task, today="2024-01-02"):
        return next(one for one in self.json("tasks", "--all", f"--today={today}")["tasks"]
                    if one["uid"] == task)

    def test_report(self):
        self.assertEqual(self.report(NEW, "--percent=60", "--note", "Đã lấy ý kiến <các> sở"),
                         {"uid": NEW, "state": "in_progress", "status": "wip_nodl",
                          "progress": 60})
        self.assertEqual(self.task(NEW)["progress"], 60)
        self.assertEqual(self.sql("SELECT day, percent, note, outcome FROM progress "
                                  "ORDER BY id DESC LIMIT 1"),
                         [("2024-01-02", 60, "Đã lấy ý kiến <các> sở", "report")])
        self.assertEqual(self.ctl("progress", NEW, "--percent=70", "--today=2024-01-03"),
                         "In progress; In progress, no deadline; 70%\n")

    def test_ends(self):
        for percent in (0, 100):
            self.assertEqual(self.report(NEW, f"--percent={percent}")["progress"], percent)

    def test_done_and_confirmed(self):
        done = self.report(REVIEW, "--done=2023-12-28", "--product", "12/BC-UBND")
        self.assertEqual(done["state"], "reported")
        self.assertEqual(done["status"], "done_ontime")
        task = self.task(REVIEW)
        self.assertEqual((task["completed"], task["product"]), ("2023-12-28", "12/BC-UBND"))
        self.assertEqual(self.report(REVIEW, "--confirm")["state"], "confirmed")
        self.assertEqual(self.task(REVIEW)["status"], "done_ontime")
        self.ctl("check")

    def test_done_before_a_report(self):
        # The result bears a day before the one on which somebody still told of half of it.
        self.report(NEW, "--percent=50", today="2024-01-02")
        self.assertEqual(self.report(NEW, "--done=2023-12-29")["progress"], 100)
        self.assertEqual(self.task(NEW)["progress"], 100)
        self.report(NEW, "--return=Thiếu phụ lục")
        self.assertEqual(self.task(NEW)["progress"], 50)

    def test_done_late(self):
        self.assertEqual(self.report(REVIEW, "--done=2/1/2024")["status"], "done_late")
        self.assertEqual(self.task(REVIEW)["days_late"], 2)

    def test_confirmed_with_a_note(self):
        before = self.count("progress")
        self.assertEqual(self.report(REPORT, "--confirm", "--note=Đạt yêu cầu",
                                     "--product=7/TB-UBND")["state"], "confirmed")
        self.assertEqual(self.count("progress"), before + 1)
        self.assertEqual(self.sql("SELECT outcome, note, document FROM progress "
                                  "ORDER BY id DESC LIMIT 1"),
                         [("confirmed", "Đạt yêu cầu", "7/TB-UBND")])

    def test_done_and_confirmed_at_once(self):
        self.assertEqual(self.report(NEW, "--done=2024-01-02", "--confirm"),
                         {"uid": NEW, "state": "confirmed", "status": "done_nodl",
                          "progress": 100})

    def test_returned(self):
        # What is returned counts as not done: it is as late as it was.
        self.report(REVIEW, "--done=2023-12-28")
        back = self.report(REVIEW, "--return", "Thiếu phụ lục")
        self.assertEqual((back["state"], back["status"]), ("returned", "wip_late"))
        self.assertIsNone(self.task(REVIEW)["completed"])
        self.assertIn(("Thiếu phụ lục",), self.sql("SELECT reason FROM history"))
        self.assertEqual(self.report(REVIEW, "--done=2024-01-02")["state"], "reported")

    def test_history(self):
        self.ctl("progress", NEW, "--percent=5", "--actor", "Trần Thị Bình")
        self.assertEqual(self.sql("SELECT actor, event, record_kind FROM history "
                                  "ORDER BY id DESC LIMIT 2"),
                         [("Trần Thị Bình", "changed", "task"),
                          ("Trần Thị Bình", "created", "progress")])

    def test_texts(self):
        for note in ("'; DROP TABLE progress; --", "<b>&amp;</b>", "%s%n", "📄", "dòng 1\ndòng 2",
                     "-", "x" * 5000):
            with self.subTest(note[:20]):
                self.report(NEW, f"--note={note}")
                self.assertEqual(self.sql("SELECT note FROM progress ORDER BY id DESC LIMIT 1"),
                                 [(note,)])
        # What cannot be seen, and could turn a line around, is not kept.
        self.report(NEW, "--note=a\u202eb\u0007c")
        self.assertEqual(self.sql("SELECT note FROM progress ORDER BY id DESC LIMIT 1"), [("abc",)])

    def test_bad_numbers(self):
        for percent in ("-1", "101", "1000000", "abc", "", "50%", "1e2", "9" * 30, "0x10 "):
            with self.subTest(percent):
                sentence = self.refuse(NEW, f"--percent={percent}")
                self.assertTrue("--percent" in sentence or "0 to 100" in sentence, sentence)

    def test_bad_days(self):
        for day in ("2024-02-30", "31/4/2024", "0000-01-01", "10000-01-01", "hôm qua", ""):
            with self.subTest(day):
                self.assertIn("--done", self.refuse(NEW, f"--done={day}"))
        self.assertIn("future", self.refuse(NEW, "--done=2024-01-03"))

    def test_bad_steps(self):
        # Each from a state that it does not start from, and without what it needs.
        self.assertIn("Reported done", self.refuse(REPORT, "--percent=50"))
        self.assertIn("Reported done", self.refuse(REPORT, "--done=2024-01-02"))
        self.assertIn("In progress", self.refuse(REVIEW, "--confirm"))
        self.refuse(REVIEW, "--return=Thiếu")
        self.report(REVIEW, "--done=2024-01-02")
        for reason in ("", " ", "\n"):
            self.assertIn("reason", self.refuse(REVIEW, f"--return={reason}"))
        self.assertIn("Either", self.refuse(REVIEW, "--confirm", "--return=Thiếu"))
        self.assertIn("--percent", self.refuse(NEW, "--done=2024-01-02", "--percent=50"))
        # Of two steps the second cannot be taken: neither is.
        self.refuse(REPORT, "--percent=90", "--note=Xong", "--confirm")

    def test_nothing_to_report(self):
        for arguments in ([], ["--product=12/BC"], ["--note="], ["--note= \n"]):
            with self.subTest(arguments):
                self.assertIn("What is there to report?", self.refuse(NEW, *arguments))

    def test_long_texts(self):
        self.assertIn("characters", self.refuse(NEW, "--note=" + "x" * 100_000))
        self.assertIn("characters", self.refuse(NEW, "--done=2024-01-02",
                                                "--product=" + "x" * 100_000))

    def test_no_such_task(self):
        for name in ("nothing", uid(20, 99), uid(1, 1), NEW.upper(), NEW[:-1], "%",
                     "'; DROP TABLE task; --", "x" * 10_000):
            with self.subTest(name[:40]):
                self.refuse(name, "--percent=5")
        self.assertEqual(self.count("task"), 4)


if __name__ == "__main__":
    ctl.main()
