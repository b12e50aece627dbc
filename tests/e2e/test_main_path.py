#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main path, as a secretary and then a member of the task force walk it in the window.

A first start, an empty file, a meeting, its conclusion, the tasks in it, and
one of them reported on, reported done and confirmed. What is in the file then
is asked of dondocctl.

usage: test_main_path.py DONDOC DONDOCCTL CONCLUSION
"""
import json
import os
import subprocess
import sys
import unittest

from window import Window

DONDOC, DONDOCCTL, CONCLUSION = sys.argv[1:4]
TODAY = "2024-03-25"
MEETING = "Phiên họp thứ hai của Tổ công tác tỉnh"
TASK = "rà soát, trả lời dứt điểm 17 kiến nghị"


class MainPath(unittest.TestCase):
    def setUp(self):
        self.db = os.path.join(os.environ["XDG_DATA_HOME"], "dondoc", "dondoc.db")
        self.assertFalse(os.path.exists(self.db))
        self.window = Window("Đôn Đốc", DONDOC, "--today", TODAY)

    def tearDown(self):
        self.window.kill()

    def ask(self, *arguments):
        """What dondocctl says of the file."""
        done = subprocess.run([DONDOCCTL, "--file", self.db, *arguments], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(done.stderr, "")
        return done.stdout

    def test_main_path(self):
        self.begin_with_an_empty_file()
        self.hold_a_meeting()
        self.take_in_its_conclusion()
        self.find_a_task_without_accents()
        self.report_progress()
        self.report_done()
        self.confirm()
        self.look_over()
        code, complaints = self.window.close()
        self.assertEqual((code, complaints), (0, ""))
        self.look_into_the_file()

    def begin_with_an_empty_file(self):
        self.window.see("label", "Welcome to Đôn Đốc")
        self.window.click("Begin With an Empty File")
        self.window.see("label", "Nothing to Look Over Yet")
        self.window.focus("Đôn Đốc")

    def hold_a_meeting(self):
        self.window.press("ctrl+2")
        page = self.window.page("Meetings")
        self.window.click("New Meeting…", page)
        form = self.window.dialog("New Meeting")
        self.window.fill("Number", "2", form)
        self.window.fill("Title (required)", MEETING, form)
        self.window.fill("Day (required)", "14/3/2024", form)
        self.window.click("Save", form)
        self.window.see_closed("New Meeting")
        self.window.see("label", MEETING, page)

    def take_in_its_conclusion(self):
        page = self.window.page("Meetings")
        with open(CONCLUSION, encoding="utf-8") as file:
            self.window.copy(file.read())
        self.window.press("ctrl+v")
        self.window.see("list item", pattern=f"^Clause 4.a: .*{TASK}", root=page)
        self.window.click("Create 9 Tasks", page)
        self.create_with_gaps()
        self.window.see("label", "11 clauses: 9 assigned, 2 need no task", page)

    def create_with_gaps(self):
        """Not every clause says all; the program asks once for all of them."""
        gaps = self.window.dialog("Not Everything Is Clear")
        self.window.see("label", pattern="^[0-9]+ clauses? (is|are) clear, [0-9]+ ha(s|ve) gaps",
                        root=gaps)
        self.window.click("Create All the Same", gaps)
        self.window.see_closed("Not Everything Is Clear")

    def find_a_task_without_accents(self):
        self.window.press("ctrl+3")
        page = self.window.page("Tasks")
        self.window.wait(lambda: len(self.window.rows(page)) == 9, "nine tasks")
        self.window.press("ctrl+f")
        self.window.type("dut diem 17 kien nghi")
        self.window.wait(lambda: len(self.window.rows(page)) == 1, "one task")
        self.assertIn(TASK, self.window.rows(page)[0][0])
        self.window.press("Down", "Return")
        self.window.see("label", pattern=f"^Giao .*{TASK}", root=self.details())

    def details(self):
        """What stands beside the table of tasks."""
        return self.window.see("page", "Details of the task")

    def report_progress(self):
        self.window.click("Report Progress…", self.details())
        form = self.window.dialog("Report Progress")
        self.window.fill("Progress", "60", form)
        self.window.fill("What was done", "Đã trả lời 10 kiến nghị", form)
        self.window.click("Report", form)
        self.window.see_closed("Report Progress")
        self.window.see("label", "Đã trả lời 10 kiến nghị", self.details())
        self.window.wait(lambda: "60%" in self.window.rows(self.window.page("Tasks"))[0],
                         "60% in the table")

    def report_done(self):
        self.window.click("Report Done…", self.details())
        form = self.window.dialog("Report Done")
        self.window.fill("Evidence", "118/BC-SKHĐT", form)
        self.window.click("Report", form)
        self.window.see_closed("Report Done")
        self.window.see("label", "Reported done, waiting for confirmation", self.details())

    def confirm(self):
        self.window.click("Confirm", self.details())
        self.window.see("label", "Completed on time", self.details())

    def look_over(self):
        self.window.press("ctrl+1")
        page = self.window.page("Overview")
        self.window.see("push button", "Completed on time: 1", page)
        self.window.see("push button", "In progress, within the deadline: 6", page)
        self.window.see("push button", "No deadline: 2", page)

    def look_into_the_file(self):
        self.assertEqual(self.ask("check"), "The file is sound.\n")
        tasks = json.loads(self.ask("tasks", "--all", "--format=json", "--today", TODAY))["tasks"]
        self.assertEqual(len(tasks), 9)
        task, = [task for task in tasks if TASK in task["content"]]
        self.assertEqual(task["status"], "done_ontime")
        self.assertEqual(task["lead"], "Sở Kế hoạch và Đầu tư")
        self.assertEqual(task["deadline"], "2024-04-20")
        self.assertEqual(task["progress"], 100)
        self.assertEqual(task["source"]["meeting"], MEETING)
        self.assertEqual(task["source"]["document"], "87/TB-UBND")
        self.assertEqual(task["source"]["ordinal"], "4.a")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
