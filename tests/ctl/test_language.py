#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""dondocctl in Vietnamese. What it is to say is asked of the catalogue; that the catalogue
is complete is for the tests of suite lint."""
import gettext
import json
import os
import re

import ctl
from ctl import NOTHING, CtlTestCase, uid


class TestVietnamese(CtlTestCase):
    def setUp(self):
        super().setUp()
        self.env["LANGUAGE"] = "vi"
        catalogue = gettext.translation("dondoc", os.environ["DD_LOCALEDIR"], ["vi"])
        self.translate = catalogue.gettext
        self.import_every_kind()

    def check_sentence(self, sentence, english):
        """The sentence is the translation of the English one, whatever is put into it."""
        parts = re.split(r"%(?:\d\$)?[su]", self.translate(english))
        self.assertRegex(sentence, ".*".join(re.escape(part.strip()) for part in parts))
        self.assertNotEqual(self.translate(english), english)

    def test_sentences(self):
        os.mkdir(self.path("folder"))
        self.write("picture.db", b"\xff\xd8\xff\xe0" * 5000)
        self.write("empty.txt", b"")
        self.write("bad.json", "{")
        task = uid(20, 4)
        for arguments, english in {
                ("tsks",): "There is no command “%s”. “dondocctl --help” lists them.",
                ("tasks", "--today=2024-02-30"):
                    "%s: “%s” is no day. Write it as 2024-06-30 or 30/6/2024.",
                ("tasks", "--format=xml"): "--format: “%s” is none of text, json and csv.",
                ("tasks", "--unit=Sở Không có"): "There is no unit called “%s”.",
                ("tasks", "--due-within=-1"): "--due-within: how many days? Give 0 or more.",
                ("tasks", "x"): "This command takes options only.",
                ("progress", task): "What is there to report? Give --percent, --note, --done, "
                                    "--confirm or --return.",
                ("progress", task, "--percent=101"): "Progress goes from 0 to 100 per cent.",
                ("progress", task, "--done=2999-01-01", "--today=2024-01-02"):
                    "The day lies in the future. Enter the day on which it happened.",
                ("extract", "missing.txt", "-f", "picture.db"): "“%s” cannot be read: %s.",
                ("extract", "empty.txt"): "“%s” cannot be used. ",
                ("import", "bad.json"): "the file ends in the middle.",
                ("tasks", "-f", "picture.db"): "This is not a file of records of Đôn Đốc. It was "
                                               "not touched. Choose another file.",
                ("tasks", "-f", "missing.db"):
                    "There is no such file of records. Check its name.",
        }.items():
            with self.subTest(arguments):
                self.check_sentence(self.fail_ctl(*arguments), english)

    def test_options(self):
        # GLib has sentences of its own, with and without a full stop at the end.
        sentence = self.fail_ctl("tasks", "--nonsense")
        self.assertIn("--nonsense", sentence)
        self.assertNotIn("..", sentence)

    def test_help(self):
        self.env["LANGUAGE"] = "en"
        english = self.ctl_bare("--help")
        self.env["LANGUAGE"] = "vi"
        vietnamese = self.ctl_bare("--help")
        same = set(english.splitlines()) & set(vietnamese.splitlines())
        self.assertEqual([line for line in same if re.search("[a-z]{3} [a-z]{3}", line)], [])
        for command in re.findall(r"^  ([a-z]+) +[A-Z]", english, re.M):
            with self.subTest(command):
                text = self.ctl_bare(command, "--help")
                for word in ("Examples", "The file of records", "Reckon", "What to print"):
                    self.assertNotIn(word, text)

    def test_text(self):
        text = self.ctl("tasks", "--today=2024-01-02")
        self.assertIn("01/01/2024", text)
        lines = text.splitlines()
        self.assertEqual(lines[0].split("  ")[0], self.translate("Deadline"))

        # Columns stand below their headings, as every letter takes one place.
        lead = lines[0].index(self.translate("Lead"))
        self.assertEqual(lines[1].index("Sở Tư pháp"), lead)
        self.assertEqual(self.ctl("tasks", "--status=stopped", expect=NOTHING),
                         self.translate("No such task.\n"))
        self.assertIn(self.translate("The file is sound.") + "\n", self.ctl("check"))

    def test_programs_read_the_same(self):
        # JSON and CSV are the same in every language.
        for arguments in (["tasks", "--all"], ["plans"], ["check"], ["assign"]):
            answers = []
            for language in ("en", "vi"):
                self.env["LANGUAGE"] = language
                done = self.run_ctl("--file", self.db, *arguments, "--today=2024-01-02",
                                    "--format=json")
                found = json.loads(done.stdout)
                for plan in found.get("plans", []):
                    for target in plan["targets"]:
                        # A sentence for people.
                        del target["reason"]
                answers.append(found)
            self.assertEqual(answers[0], answers[1])
        self.env["LANGUAGE"] = "en"
        english = self.ctl("tasks", "--format=csv", "--today=2024-01-02")
        self.env["LANGUAGE"] = "vi"
        self.assertEqual(self.ctl("tasks", "--format=csv", "--today=2024-01-02"), english)


if __name__ == "__main__":
    ctl.main()
