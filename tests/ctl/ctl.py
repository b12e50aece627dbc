# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of dondocctl share: a folder of their own, and the program run in it.

The program is named by the environment variable DONDOCCTL or by the first argument.
"""
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from contextlib import closing

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, "..", "fixtures")
EVERY_KIND = os.path.join(FIXTURES, "exchange", "every-kind.json")
PROGRAM = os.environ.get("DONDOCCTL", "")

DONE, NOTHING, ERROR = 0, 1, 2

# A notice of a province that does not exist.
NOTICE = """ỦY BAN NHÂN DÂN
TỈNH BÌNH SƠN
Số: 45/TB-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Sơn, ngày 18 tháng 3 năm 2024

THÔNG BÁO
Kết luận của Phó Chủ tịch UBND tỉnh Lê Văn Minh tại cuộc họp Tổ công tác cải cách hành chính

Ngày 12 tháng 3 năm 2024, Phó Chủ tịch UBND tỉnh Lê Văn Minh chủ trì cuộc họp Tổ công tác. \
Phó Chủ tịch UBND tỉnh kết luận như sau:

1. Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ rà soát ít nhất 50% thủ tục hành chính nội bộ \
theo Quyết định số 1085/QĐ-TTg, báo cáo UBND tỉnh trước ngày 30/6/2024.
2. Định kỳ hằng tháng, Văn phòng UBND tỉnh tổng hợp, báo cáo Chủ tịch UBND tỉnh.
3. Các cơ quan, đơn vị tiếp tục nâng cao tinh thần trách nhiệm.
"""


def uid(kind, number):
    """A uid that is the same in every run."""
    return f"018c5e7a-{kind:04x}-7000-8000-{number:012x}"


def checksum(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


class CtlTestCase(unittest.TestCase):
    """Runs the program on a file of records in a folder of its own.

    With --file the user's own data must never be touched: the folder where it
    would be is watched.
    """

    def setUp(self):
        self.dir = tempfile.mkdtemp(prefix="dondoc-test-")
        self.home = os.path.join(self.dir, "home")
        self.db = os.path.join(self.dir, "records.db")
        os.mkdir(self.home)
        self.env = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": self.home,
            "XDG_DATA_HOME": os.path.join(self.home, "data"),
            "XDG_CONFIG_HOME": os.path.join(self.home, "config"),
            "XDG_CACHE_HOME": os.path.join(self.home, "cache"),
            "LC_ALL": "C.UTF-8",
            "TZ": "Asia/Ho_Chi_Minh",
            "G_DEBUG": "fatal-warnings",
            "MALLOC_CHECK_": "2",
        }
        for name in os.environ:
            if name.startswith(("ASAN_", "LSAN_", "UBSAN_", "G_SLICE", "GIO_MODULE_DIR",
                                "DD_LOCALEDIR")):
                self.env[name] = os.environ[name]

    def tearDown(self):
        left = [os.path.join(folder, name)
                for folder, _, names in os.walk(self.home) for name in names]
        shutil.rmtree(self.dir)
        self.assertEqual(left, [], "the user's own folders were written to")

    def path(self, name):
        return os.path.join(self.dir, name)

    def write(self, name, content):
        path = self.path(name)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def write_records(self, name="records.json", **kinds):
        """A file in the exchange format."""
        records = {"format": "dondoc", "version": 1, **kinds}
        return self.write(name, json.dumps(records, ensure_ascii=False))

    def run_ctl(self, *arguments, **options):
        """The process as it ended, without any check."""
        return subprocess.run([PROGRAM, *arguments], env=self.env, cwd=self.dir,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=120, check=False, **options)

    def ctl_bare(self, *arguments, expect=DONE, **options):
        """Standard output of the program, or its sentence on standard error if it is to fail."""
        done = self.run_ctl(*arguments, **options)
        out, err = done.stdout.decode(), done.stderr.decode()
        self.assertEqual(done.returncode, expect, f"{arguments}: {out}{err}")
        if expect != ERROR:
            self.assertEqual(err, "", f"{arguments}")
            return out

        # What went wrong is said in one line on standard error, and nothing else is printed.
        self.assertEqual(out, "", f"{arguments}")
        self.assertTrue(err.startswith("dondocctl: "), err)
        self.assertEqual(err.count("\n"), 1, err)
        for word in ("assert", "CRITICAL", "sqlite", "SQL", "(null)", "errno"):
            self.assertNotIn(word, err)
        return err[len("dondocctl: "):-1]

    def ctl(self, *arguments, expect=DONE, **options):
        """The same on the test's own file of records."""
        return self.ctl_bare("--file", self.db, *arguments, expect=expect, **options)

    def fail_ctl(self, *arguments, **options):
        return self.ctl(*arguments, expect=ERROR, **options)

    def json(self, *arguments, expect=DONE):
        return json.loads(self.ctl(*arguments, "--format=json", expect=expect))

    def import_every_kind(self):
        self.ctl("import", EVERY_KIND)

    def tasks(self, *arguments, expect=DONE, today="2024-01-02"):
        """The contents of the tasks that are listed, in their order."""
        found = self.json("tasks", f"--today={today}", *arguments, expect=expect)
        return [task["content"] for task in found["tasks"]]

    def sql(self, statement, *values, path=None):
        with closing(sqlite3.connect(path or self.db)) as connection:
            with connection:
                return connection.execute(statement, values).fetchall()

    def count(self, table):
        return self.sql(f"SELECT count (*) FROM {table}")[0][0]

    def dump(self, path=None):
        """All that the file says, to be compared; not the order in which it stands there."""
        with closing(sqlite3.connect(path or self.db)) as connection:
            return "\n".join(sorted(connection.iterdump()))


def main():
    global PROGRAM
    if len(sys.argv) > 1 and os.sep in sys.argv[1]:
        PROGRAM = sys.argv.pop(1)
    if not PROGRAM:
        sys.exit("usage: DONDOCCTL=program test, or test program")
    PROGRAM = os.path.abspath(PROGRAM)
    unittest.main(module="__main__")
