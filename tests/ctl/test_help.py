#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line itself: help, options of all commands, what is no command."""
import ctl
from ctl import DONE, ERROR, CtlTestCase

COMMANDS = {
    "extract": ["text", "json", "csv"],
    "import": ["text", "json"],
    "assign": ["text", "json"],
    "tasks": ["text", "json", "csv"],
    "progress": ["text", "json"],
    "plans": ["text", "json", "csv"],
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
                examples = text.split("Examples:\n")[1]
                self.assertIn(f" {command}", examples)
                for line in examples.strip().splitlines():
                    self.assertRegex(line.strip(), "^dondocctl ")
                for option in ("--file", "--today", "--format"):
                    self.assertIn(option, text)

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
                        "2024-01-02x", "'; DROP TABLE task; --"):
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
