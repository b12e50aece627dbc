#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line itself: help, options of all commands, what is no command."""
import re

import ctl
from ctl import DONE, ERROR, CtlTestCase

COMMANDS = {
    "extract": ["text", "json", "csv"],
    "import": ["text", "json"],
    "assign": ["text", "json"],
    "tasks": ["text", "json", "csv"],
    "progress": ["text", "json"],
    "plans": ["text", "json", "csv"],
    "report": ["text", "json"],
    "check": ["text", "json"],
    "backup": ["text", "json"],
    "restore": ["text", "json"],
}


class TestHelp(CtlTestCase):
    def test_help(self):
        for option in ("--help", "-h"):
            text = self.ctl_bare(option)
            for command in COMMANDS:
                self.assertIn(f"  {command} ", text)

            # What the process ends with is told.
            for word in ("0", "1", "2"):
                self.assertIn(f" {word} ", text)

    def test_help_of_commands(self):
        for command in COMMANDS:
            with self.subTest(command):
                text = self.ctl_bare(command, "--help")
                examples = text.split("Examples:\n")[1].split("\n\n")[0]
                self.assertIn(f" {command}", examples)
                for line in examples.strip().splitlines():
                    self.assertRegex(line.strip(), "^dondocctl ")
                for option in ("--file", "--format"):
                    self.assertIn(option, text)
                self.assertNotRegex(text, r"[ \t]\n")

                # What a command does not heed it does not offer, though it is taken.
                self.assertEqual("--date" in text, command in ("extract", "import"))
                self.assertEqual("--actor" in text, command in ("import", "assign", "progress"))
                self.assertEqual("--today" in text,
                                 command not in ("check", "backup", "restore"))
                self.assertIn("text, json or csv" if "csv" in COMMANDS[command]
                              else "text or json", text)

    def test_members(self):
        # Programs rely on the names of what is printed as JSON: the help tells all of them.
        notice = self.write("thông báo.txt", ctl.NOTICE)
        self.import_every_kind()
        answers = {
            "extract": [self.json("extract", notice)],
            "import": [self.json("import", notice), self.json("import", ctl.EVERY_KIND)],
            "assign": [self.json("assign")],
            "tasks": [self.json("tasks")],
            "progress": [self.json("progress", ctl.uid(20, 4), "--percent=5")],
            "plans": [self.json("plans")],
            "report": [self.json("report", "notice", "--meeting=latest", "--today=2030-01-01")],
            "backup": [self.json("backup", self.path("copy.db"))],
            "restore": [self.json("restore", self.path("copy.db"))],
            "check": [self.json("check")],
        }
        self.sql("DELETE FROM unit WHERE id = (SELECT lead FROM task WHERE lead NOTNULL)")
        answers["check"].append(self.json("check", expect=1))
        answers["assign"].append(self.json("assign", answers["assign"][0]["directives"][0]["uid"],
                                           "--lead=Sở Nội vụ"))
        for command in COMMANDS:
            text = self.ctl_bare(command, "--help").split("With --format=json:\n")[1]
            names = set()
            for answer in answers[command]:
                names |= self.get_names(answer)
            self.assertEqual(set(re.findall('"([a-z_]+)"', text)), names, command)

    def get_names(self, value):
        if isinstance(value, dict):
            return set(value).union(*map(self.get_names, value.values()))
        if isinstance(value, list):
            return set().union(*map(self.get_names, value))
        return set()

    def test_version(self):
        self.assertRegex(self.ctl_bare("--version"), r"^dondocctl \d+\.\d+")

    def test_no_command(self):
        # Help that nobody asked for is an error, and stands where errors do.
        done = self.run_ctl()
        self.assertEqual(done.returncode, ERROR)
        self.assertEqual(done.stdout, b"")
        self.assertIn("Commands:", done.stderr.decode())
        self.assertIn("Which command?", self.ctl_bare("--file", self.db, expect=ERROR))

    def test_no_such_command(self):
        for word in ("tsks", "Tasks", "", "../tasks", "tasks;ls"):
            with self.subTest(word):
                self.assertIn("no command", self.ctl_bare(word, expect=ERROR))

    def test_no_such_option(self):
        for command in COMMANDS:
            with self.subTest(command):
                self.assertIn("--nonsense", self.fail_ctl(command, "--nonsense"))

    def test_options_before_and_behind(self):
        self.import_every_kind()
        for arguments in (["--file", self.db, "tasks"], ["-f", self.db, "tasks"],
                          [f"--file={self.db}", "tasks"], ["tasks", "--file", self.db],
                          ["tasks", "-f", self.db],
                          ["--today", "2024-01-02", "-f", self.db, "tasks"]):
            with self.subTest(arguments):
                self.assertIn("Rà soát", self.ctl_bare(*arguments))

    def test_formats(self):
        self.import_every_kind()
        for command, formats in COMMANDS.items():
            for name in ("text", "json", "csv", "xml", "JSON", ""):
                if name in formats:
                    continue
                with self.subTest(command=command, format=name):
                    self.assertIn("--format", self.fail_ctl(command, f"--format={name}"))

    def test_days(self):
        self.import_every_kind()
        for day in ("2024-01-02", "2/1/2024", "02.01.2024"):
            with self.subTest(day):
                self.assertIn("2 days overdue", self.ctl("tasks", "--overdue", f"--today={day}"))

        # A day that does not exist, or is none, is refused with the name of its option.
        for option in ("--today", "--date"):
            for day in ("2024-02-30", "29/02/2023", "2024-2-3", "hôm nay", "", "30/6", "1899-12-31",
                        "2024-01-02x", "'; DROP TABLE task; --",
                        "31/4/2024", "0000-01-01", "10000-01-01", "1/1/0", "2024-13-01", "-1"):
                with self.subTest(option=option, day=day):
                    sentence = self.fail_ctl("tasks", f"{option}={day}")
                    self.assertIn(option, sentence)
                    self.assertIn("2024-06-30", sentence)

    def test_missing_values(self):
        for option in ("--file", "--today", "--date", "--format", "--actor"):
            with self.subTest(option):
                self.assertIn(option, self.ctl_bare("tasks", option, expect=ERROR))

    def test_arguments(self):
        self.import_every_kind()
        for command in ("tasks", "plans", "check"):
            with self.subTest(command):
                self.assertIn("options only", self.fail_ctl(command, "x"))
        for command in ("extract", "import", "progress", "backup", "restore"):
            for arguments in ([], ["a", "b"]):
                with self.subTest(command=command, arguments=arguments):
                    self.assertIn("Name ", self.fail_ctl(command, *arguments))
        self.assertIn("Name one", self.fail_ctl("assign", "a", "b"))

    def test_bytes_that_are_no_text(self):
        # Arguments need not be UTF-8: that is said, and is no reason to fall over.
        self.import_every_kind()
        for arguments in ((b"tasks", b"--search=\xff"), (b"tasks", b"--unit=\xff"),
                          (b"tasks", b"--status=\xff"), (b"tasks", b"--today=\xff"),
                          (b"\xff",), (b"progress", b"\xff"), (b"import", b"\xff")):
            with self.subTest(arguments):
                done = self.run_ctl(b"--file", self.db.encode(), *arguments)
                self.assertEqual(done.returncode, ERROR, done)
                self.assertEqual(done.stdout, b"")
                self.assertTrue(done.stderr.startswith(b"dondocctl: "), done)
                if b"=" in arguments[-1]:
                    option = arguments[-1].split(b"=")[0].decode()
                    self.assertIn(f"{option}: ", done.stderr.decode())

    def test_long_and_odd_arguments(self):
        self.import_every_kind()
        for word in ("x" * 100_000, "\u202e\u200b", "a\nb", "\x1b[31m", "%s%n", "NFD đ\u0301"):
            with self.subTest(word[:20]):
                self.fail_ctl("tasks", f"--unit={word}")
                self.fail_ctl("tasks", f"--status={word}")
                self.fail_ctl("tasks", f"--{word}")
                self.fail_ctl("progress", word, "--percent=5")
                self.ctl_bare(word, expect=ERROR)

    def test_actor(self):
        # Somebody acts: nobody in particular is refused before anything is opened.
        for name in ("", " ", "\u200b", "\n"):
            with self.subTest(name):
                self.assertIn("--actor", self.fail_ctl("import", ctl.EVERY_KIND,
                                                       f"--actor={name}"))
        self.assertFalse(ctl.os.path.exists(self.db))
        self.ctl("import", ctl.EVERY_KIND, "--actor", "Nguyễn Văn An")
        self.assertEqual(self.sql("SELECT DISTINCT actor FROM history WHERE record_kind = 'task'"),
                         [("Nguyễn Văn An",)])


class TestUsersOwnFile(CtlTestCase):
    def test_own_file(self):
        # Without --file it is the user's own; nothing is made by looking.
        own = self.path("home/data/dondoc/dondoc.db")
        self.ctl_bare("tasks", expect=ERROR)
        self.ctl_bare("check", expect=ERROR)
        self.ctl_bare("import", "nothing.json", expect=ERROR)
        self.assertEqual(self.list_home(), [])

        self.ctl_bare("import", ctl.EVERY_KIND)
        self.assertIn(own, self.list_home())
        self.assertIn("Rà soát", self.ctl_bare("tasks"))

        # With it the own file stays as it is.
        before = ctl.checksum(own)
        self.import_every_kind()
        self.ctl("progress", ctl.uid(20, 4), "--percent=10", "--today=2024-01-02")
        self.ctl("check", "--repair")
        self.assertEqual(ctl.checksum(own), before)

        # Nothing is restored over it by accident.
        self.assertIn("--file", self.ctl_bare("restore", self.db, expect=ERROR))
        self.assertEqual(ctl.checksum(own), before)

        for path in self.list_home():
            ctl.os.unlink(path)

    def list_home(self):
        return [ctl.os.path.join(folder, name)
                for folder, _, names in ctl.os.walk(self.home) for name in names]

    def test_private(self):
        # The folder of the user's own file is nobody else's.
        self.ctl_bare("import", ctl.EVERY_KIND)
        folder = self.path("home/data/dondoc")
        self.assertEqual(ctl.os.stat(folder).st_mode & 0o077, 0)
        for path in self.list_home():
            ctl.os.unlink(path)


if __name__ == "__main__":
    ctl.main()
