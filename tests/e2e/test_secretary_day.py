#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting, as its secretary works on it: agenda, attendance, a conclusion, the end.

The body that meets and its members come from another desk. Then dondocctl takes in
a conclusion, and its notice says what the tasks say.

usage: test_secretary_day.py DONDOC DONDOCCTL CONCLUSION
"""
import json
import os
import subprocess
import sys
import unittest

from window import Window, text_of

DONDOC, DONDOCCTL, CONCLUSION = sys.argv[1:4]
TODAY = "2024-03-25"
BODY = "Tổ công tác tỉnh"
MEETING = "Phiên họp thứ hai của Tổ công tác tỉnh"
UNITS = [BODY, "Sở Tư pháp", "Sở Nội vụ", "Sở Tài chính"]
TOPICS = ["Ra soat thu tuc", "So hoa ho so"]

CLAUSE = "Giao Sở Tài chính rà soát phí, lệ phí trước ngày 30/4/2024"


def make_uid(number):
    return f"00000000-0000-4000-8000-{number:012}"


class SecretaryDay(unittest.TestCase):
    def setUp(self):
        self.folder = os.environ["XDG_DATA_HOME"]
        self.db = os.path.join(self.folder, "ngày.db")
        self.take_members_over()
        self.window = Window("Đôn Đốc", DONDOC, "--file", self.db, "--today", TODAY,
                             "--page", "meetings")
        self.page = self.window.page("Meetings")
        self.window.focus("Đôn Đốc")

    def tearDown(self):
        self.window.kill()

    def ask(self, *arguments):
        """What dondocctl says of the file."""
        done = subprocess.run([DONDOCCTL, "--file", self.db, *arguments], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(done.stderr, "")
        return done.stdout

    def take_members_over(self):
        path = os.path.join(self.folder, "tổ.json")
        units = [{"uid": make_uid(i), "name": name, "level": "department", "is_group": i == 0}
                 for i, name in enumerate(UNITS)]
        members = [{"uid": make_uid(10 + i), "body": make_uid(0), "unit": make_uid(i),
                    "role": "member"} for i in range(1, len(UNITS))]
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"format": "dondoc", "version": 1, "unit": units, "unit_member": members},
                      file)
        self.assertIn("Records created: 7", self.ask("import", path))

    def test_secretary_day(self):
        self.plan_the_meeting()
        self.type_the_agenda()
        self.hold_it()
        self.note_a_conclusion()
        self.end_it()
        code, complaints = self.window.close()
        self.assertEqual((code, complaints), (0, ""))
        self.look_into_the_file()

    def plan_the_meeting(self):
        self.window.click("New Meeting…", self.page)
        form = self.window.dialog("New Meeting")
        self.window.type("to cong tac")
        self.window.see("label", BODY, form)
        self.window.press("Down", "Return")
        entry = self.window.see("text", "Body that meets", form)
        self.window.wait(lambda: text_of(entry) == BODY, "the body that meets")
        self.window.fill("Title (required)", MEETING, form)
        self.window.fill("Series", BODY, form)
        self.window.fill("Number", "2", form)
        self.window.fill("Day (required)", "14/3/2024", form)
        self.window.click("Save", form)
        self.window.see_closed("New Meeting")
        self.window.see("label", MEETING, self.page)
        self.window.click("Open the Meeting", self.page)

    def type_the_agenda(self):
        self.window.see("text", "New Topic", self.page)
        for topic in TOPICS:
            self.window.type(topic)
            self.window.press("Return")
            self.window.see("label", topic, self.page)

    def hold_it(self):
        self.window.click("Start the Meeting", self.page)
        self.window.see("push button", "End the Meeting", self.page)
        self.window.press("alt+2")
        self.window.click("Sở Nội vụ: Excused", self.page)
        self.window.see("label", pattern="^[01] present of 3, 1 excused", root=self.page)
        self.window.click("All Present", self.page)
        self.window.see("label", pattern="^2 present of 3, 1 excused", root=self.page)

    def note_a_conclusion(self):
        self.window.press("alt+1")
        self.window.fill("New Clause in One Line", CLAUSE, self.page)
        self.window.see("push button", pattern="Sở Tài chính", root=self.page)
        self.window.see("push button", pattern="30 Apr 2024", root=self.page)
        self.window.click("Add", self.page)
        self.window.see_no("label", "No conclusions under this topic yet", self.page)

    def end_it(self):
        self.window.click("End the Meeting", self.page)
        self.window.see("label", pattern="^Minutes being completed: ", root=self.page)
        self.window.click("Back to the Meetings", self.page)

    def look_into_the_file(self):
        self.assertEqual(self.ask("check"), "The file is sound.\n")
        self.assertIn("tasks created: 9", self.ask("import", "--assign", CONCLUSION))
        notice = os.path.join(self.folder, "thông báo.docx")
        self.ask("report", "notice", "--meeting", "latest", "--output", notice)
        read = json.loads(self.ask("extract", "--format=json", notice))["directives"]
        tasks = json.loads(self.ask("tasks", "--all", "--format=json", "--today", TODAY))["tasks"]
        said = {(lead, clause["deadline"]) for clause in read for lead in clause["lead"]
                if clause["deadline"] and not clause["recurrence"]}
        self.assertGreaterEqual(len(said), 6)
        self.assertLessEqual(said, {(task["lead"], task["deadline"]) for task in tasks})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
