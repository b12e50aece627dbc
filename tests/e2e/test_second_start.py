#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is started again while it runs.

The first one is asked to show what was wanted, and the second one ends: two
of them over one file would only be in each other's way.

usage: test_second_start.py DONDOC DONDOCCTL CONCLUSION
"""
import os
import subprocess
import sys
import unittest

from window import PATIENCE, Window

DONDOC, DONDOCCTL, CONCLUSION = map(os.path.abspath, sys.argv[1:4])


class SecondStart(unittest.TestCase):
    def setUp(self):
        self.folder = os.environ["XDG_DATA_HOME"]
        self.one = self.make_file("một.db")
        self.other = self.make_file("hai.db")
        self.window = Window("Đôn Đốc", DONDOC, "--file", self.one, "--page", "tasks")
        self.window.page("Tasks")

    def tearDown(self):
        self.window.kill()

    def make_file(self, name):
        path = os.path.join(self.folder, name)
        subprocess.run([DONDOCCTL, "--file", path, "import", CONCLUSION], check=True,
                       stdout=subprocess.DEVNULL)
        return path

    def start(self, *arguments, folder=None):
        """Starts the program once more; it has to end by itself. Returns what it says."""
        done = subprocess.run([DONDOC, *arguments], stdout=subprocess.PIPE, text=True,
                              stderr=subprocess.PIPE, cwd=folder, timeout=PATIENCE, check=False)
        self.assertIsNone(self.window.process.poll())
        return done.returncode, done.stdout + done.stderr

    def count_windows(self):
        return sum(window is not None for window in self.window.application)

    def see_windows(self, n):
        self.window.wait(lambda: self.count_windows() == n, f"{n} windows")

    def test_second_start(self):
        self.see_windows(1)

        # Nothing was asked for, or what is open: the window that is there.
        self.assertEqual(self.start(), (0, ""))
        self.assertEqual(self.start("--file", self.one), (0, ""))
        self.assertEqual(self.start("--file", "một.db", folder=self.folder), (0, ""))
        self.see_windows(1)

        # A page is shown there.
        self.assertEqual(self.start("--file", self.one, "--page", "plans"), (0, ""))
        self.window.see("page", "Review Plans")
        self.see_windows(1)

        # Another file has a window of its own, of the same process.
        self.assertEqual(self.start("--file", self.other), (0, ""))
        self.see_windows(2)
        self.assertEqual(self.start("--file", self.other), (0, ""))
        self.see_windows(2)

        # What cannot be opened is told to whoever asked, and opens nothing.
        code, told = self.start("--file", "sftp://may-chu/x.db")
        self.assertEqual(code, 2)
        self.assertIn("“sftp://may-chu/x.db” is not a file of this computer", told)
        code, told = self.start("--today", "hôm qua")
        self.assertEqual(code, 2)
        self.see_windows(2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
