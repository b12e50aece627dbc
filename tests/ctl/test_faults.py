#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are no files of records, disks that are full, and programs that get in each
other's way or are stopped in the middle."""
import os
import resource
import shutil
import signal
import subprocess
import threading
import time

import ctl
from ctl import DONE, ERROR, CtlTestCase, uid

NOTICE_TEXT = "1. Giao Sở Tư pháp rà soát thủ tục hành chính trước ngày 30/6/2024.\n"
NOBODY = 65534


class TestBadFiles(CtlTestCase):
    """Each is refused with what to do, by every command, and stays as it is."""

    def setUp(self):
        super().setUp()
        self.import_every_kind()
        self.good = self.path("good.db")
        shutil.copy(self.db, self.good)
        os.unlink(self.db)
        self.json_file = self.write_records(unit=[{"name": "Sở Y tế", "level": "department"}])
        self.text_file = self.write("text.txt", NOTICE_TEXT)

    def commands(self):
        return [["tasks"], ["tasks", "--format=json"], ["plans"], ["check"], ["check", "--repair"],
                ["assign"], ["assign", uid(10, 1)], ["progress", uid(20, 1), "--percent=5"],
                ["backup", self.path("copy.db")], ["import", self.json_file],
                ["import", "--assign", self.text_file], ["extract", self.text_file],
                ["restore", self.db + ".missing"]]

    def refuse_all(self, word):
        before = ctl.checksum(self.db) if os.path.isfile(self.db) else None
        names = sorted(os.listdir(self.dir))
        for arguments in self.commands():
            with self.subTest(arguments[0]):
                sentence = self.fail_ctl(*arguments)
                if arguments[0] != "restore":
                    self.assertIn(word, sentence)
                    self.assertIn("“", sentence)
                if before is not None:
                    self.assertEqual(ctl.checksum(self.db), before)
                self.assertEqual(sorted(os.listdir(self.dir)), names)

    def test_picture(self):
        self.write("records.db", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + os.urandom(20000))
        self.refuse_all("not a file of records of Đôn Đốc. It was not touched")

    def test_empty(self):
        self.write("records.db", b"")
        self.refuse_all("not a file of records")

    def test_text(self):
        self.write("records.db", "Không phải cơ sở dữ liệu\n" * 100)
        self.refuse_all("not a file of records")

    def test_cut(self):
        with open(self.good, "rb") as file:
            content = file.read()
        for size in (50, 99):
            self.write("records.db", content[:size])
            self.refuse_all("not a file of records")
        for size in (4096, 30000, len(content) - 1):
            self.write("records.db", content[:size])
            self.refuse_all("damaged")

    def test_newer(self):
        shutil.copy(self.good, self.db)
        self.sql("PRAGMA user_version = 9999")
        self.refuse_all("later version")

    def test_another_program(self):
        self.sql("CREATE TABLE bookmark (url TEXT)")
        self.refuse_all("not a file of records")

    def test_folder(self):
        os.mkdir(self.db)
        self.refuse_all("not a file of records")
        self.assertEqual(os.listdir(self.db), [])

    def test_missing(self):
        for arguments in self.commands():
            if arguments[0] in ("import", "restore"):
                continue
            with self.subTest(arguments[0]):
                self.assertIn("no such file", self.fail_ctl(*arguments))
                self.assertFalse(os.path.exists(self.db))

    def test_missing_folder(self):
        self.db = self.path("missing/records.db")
        for arguments in (["import", self.json_file], ["import", self.text_file]):
            self.assertIn("no folder", self.fail_ctl(*arguments))
            self.assertFalse(os.path.exists(self.path("missing")))

    def test_names(self):
        # A file may have any name that the system takes.
        for name in (":memory:", "file:x.db?mode=memory", "%s.db", "a'b.db", "hồ sơ.db",
                     "\u202e.db", "a b\n.db", "-x.db"):
            with self.subTest(name):
                self.db = self.path(name)
                self.ctl("import", self.json_file)
                self.assertTrue(os.path.isfile(self.db))
                self.ctl("check")
        done = self.run_ctl(b"--file", os.fsencode(self.dir) + b"/\xff.db", b"import",
                            os.fsencode(self.json_file))
        self.assertEqual(done.returncode, DONE, done.stderr)


class TestReadOnly(CtlTestCase):
    """A folder that may not be written. Root may write everywhere, so not as root."""

    def setUp(self):
        super().setUp()
        self.program = None
        self.folder = self.path("folder")
        os.mkdir(self.folder)
        self.db = os.path.join(self.folder, "records.db")
        self.import_every_kind()
        self.record_file = self.write_records(unit=[{"name": "Sở Y tế", "level": "department"}])
        os.chmod(self.dir, 0o755)
        os.chmod(self.db, 0o444)
        os.chmod(self.folder, 0o555)
        # Where everybody may run it.
        self.program = shutil.copy(ctl.PROGRAM, self.path("dondocctl"))

    def tearDown(self):
        os.chmod(self.folder, 0o755)
        super().tearDown()

    def run_ctl(self, *arguments, **options):
        if self.program is None:
            return super().run_ctl(*arguments, **options)
        if os.geteuid() == 0:
            options |= {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        kept = ctl.PROGRAM
        ctl.PROGRAM = self.program
        try:
            return super().run_ctl(*arguments, **options)
        finally:
            ctl.PROGRAM = kept

    def test_reading(self):
        self.assertEqual(len(self.tasks()), 3)
        self.ctl("plans")
        self.ctl("check")
        self.assertEqual(os.listdir(self.folder), ["records.db"])

    def test_writing(self):
        before = ctl.checksum(self.db)
        for arguments in (["progress", uid(20, 4), "--percent=5"], ["import", self.record_file],
                          ["assign", uid(10, 1), "--again"]):
            with self.subTest(arguments[0]):
                self.assertIn("Nothing was changed", self.fail_ctl(*arguments))
                self.assertEqual(ctl.checksum(self.db), before)
        self.assertEqual(os.listdir(self.folder), ["records.db"])

    def test_new_file(self):
        self.db = os.path.join(self.folder, "new.db")
        self.assertIn("Check the permissions", self.fail_ctl("import", self.record_file))
        self.assertEqual(os.listdir(self.folder), ["records.db"])

    def test_backup(self):
        # The copy may go elsewhere; not into the folder.
        elsewhere = self.path("elsewhere")
        os.mkdir(elsewhere)
        os.chmod(elsewhere, 0o777)
        self.ctl("backup", os.path.join(elsewhere, "copy.db"))
        self.assertEqual(os.listdir(elsewhere), ["copy.db"])
        self.assertIn("Check the permissions",
                      self.fail_ctl("backup", os.path.join(self.folder, "copy.db")))

    def test_unreadable(self):
        os.chmod(self.db, 0o000)
        self.assertIn("Check the permissions", self.fail_ctl("tasks"))
        os.chmod(self.record_file, 0o000)
        self.assertIn("cannot be read", self.fail_ctl("import", self.record_file))


class TestFullDisk(CtlTestCase):
    """A file may grow to some size and no further, as on a disk that fills up."""

    def setUp(self):
        super().setUp()
        self.import_every_kind()
        self.size = os.path.getsize(self.db)
        self.units = self.write_records(
            "units.json", unit=[{"uid": uid(1, 1000 + i), "name": f"Sở số {i}",
                                 "level": "department"} for i in range(20000)])

    def run_full(self, room, *arguments):
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        return self.run_ctl("--file", self.db, *arguments, preexec_fn=limit)

    def refuse(self, room, *arguments):
        done = self.run_full(room, *arguments)
        self.assertEqual(done.returncode, ERROR, done)
        self.assertEqual(done.stdout, b"")
        self.assertEqual(done.stderr.count(b"\n"), 1)
        self.assertIn("Nothing was changed", done.stderr.decode())

    def test_import(self):
        before = self.dump()
        for room in (self.size + 4096, self.size + 100_000, self.size + 1_000_000):
            with self.subTest(room):
                self.refuse(room, "import", self.units)
                self.assertEqual(self.dump(), before)
                self.ctl("check")
        self.ctl("import", self.units)
        self.assertEqual(self.count("unit"), 20004)

    def test_new_file(self):
        self.db = self.path("new.db")
        for room in (0, 4096, 100_000):
            with self.subTest(room):
                done = self.run_full(room, "import", self.units)
                self.assertEqual(done.returncode, ERROR, done)
                self.assertEqual([name for name in os.listdir(self.dir) if "new.db" in name], [])

    def test_backup(self):
        for room in (4096, self.size // 2):
            done = self.run_full(room, "backup", self.path("copy.db"))
            self.assertEqual(done.returncode, ERROR, done)
            self.assertEqual([name for name in os.listdir(self.dir) if "copy" in name], [])
        self.ctl("backup", self.path("copy.db"))
        before = ctl.checksum(self.path("copy.db"))
        # The older copy stays if the new one does not fit.
        self.assertEqual(self.run_full(4096, "backup", self.path("copy.db")).returncode, ERROR)
        self.assertEqual(ctl.checksum(self.path("copy.db")), before)

    def test_restore(self):
        self.ctl("backup", self.path("copy.db"))
        self.ctl("progress", uid(20, 4), "--percent=5")
        before = self.dump()
        self.assertEqual(self.run_full(self.size // 2, "restore",
                                       self.path("copy.db")).returncode, ERROR)
        self.assertEqual(self.dump(), before)
        self.assertEqual([name for name in os.listdir(self.dir) if "before" in name], [])

    def test_progress(self):
        before = self.dump()
        self.refuse(32768, "progress", uid(20, 4), "--note=" + "x" * 5000)
        self.assertEqual(self.dump(), before)


class TestTogether(CtlTestCase):
    """Several at once on one file."""

    N_REPORTS = 12

    def setUp(self):
        super().setUp()
        self.import_every_kind()

    def report(self, task, failed):
        for percent in range(self.N_REPORTS):
            done = self.run_ctl("--file", self.db, "progress", task, f"--percent={percent}")
            if done.returncode != DONE:
                failed.append(done)

    def test_two_writers_and_a_checker(self):
        failed = []
        before = self.count("progress")
        writers = [threading.Thread(target=self.report, args=(uid(20, i), failed)) for i in (1, 4)]
        for writer in writers:
            writer.start()
        while any(writer.is_alive() for writer in writers):
            self.assertIn("The file is sound.\n", self.ctl("check"))
            self.json("tasks")
        for writer in writers:
            writer.join()
        self.assertEqual(failed, [])
        self.assertEqual(self.count("progress"), before + 2 * self.N_REPORTS)
        self.ctl("check")

    def test_new_file_by_two(self):
        # Both make it, one is first, and both have their records in it.
        self.db = self.path("new.db")
        processes = []
        for i in range(4):
            path = self.write_records(f"{i}.json", unit=[{"uid": uid(1, 10 + i), "name": f"Sở {i}",
                                                          "level": "department"}])
            processes.append(subprocess.Popen([ctl.PROGRAM, "--file", self.db, "import", path],
                                              env=self.env, stdout=subprocess.DEVNULL,
                                              stderr=subprocess.PIPE))
        for process in processes:
            error = process.communicate(timeout=60)[1]
            self.assertEqual(process.returncode, DONE, error)
        self.assertEqual(self.count("unit"), 4)
        self.ctl("check")

    def test_locked(self):
        # Whoever holds the file too long is told of, and nothing is lost.
        with ctl.closing(ctl.sqlite3.connect(self.db, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            sentence = self.fail_ctl("progress", uid(20, 4), "--percent=5")
            other.execute("ROLLBACK")
        self.assertIn("Another program", sentence)
        self.ctl("progress", uid(20, 4), "--percent=5")

    def test_backup_while_writing(self):
        failed = []
        writer = threading.Thread(target=self.report, args=(uid(20, 4), failed))
        writer.start()
        n_copies = 0
        while writer.is_alive():
            self.ctl("backup", self.path("copy.db"))
            self.assertIn("The file is sound.\n",
                          self.ctl_bare("--file", self.path("copy.db"), "check"))
            n_copies += 1
        writer.join()
        self.assertEqual(failed, [])
        self.assertGreater(n_copies, 0)


class TestKilled(CtlTestCase):
    """Stopped in the middle of an import: all of it is there, or none."""

    N_UNITS = 15000

    def test_killed(self):
        self.import_every_kind()
        before = self.dump()
        units = self.write_records(
            "units.json", unit=[{"uid": uid(1, 1000 + i), "name": f"Sở số {i}",
                                 "level": "department"} for i in range(self.N_UNITS)])
        start = time.monotonic()
        self.ctl_bare("--file", self.path("whole.db"), "import", units)
        whole = time.monotonic() - start
        n_killed = 0

        for i in range(12):
            with subprocess.Popen([ctl.PROGRAM, "--file", self.db, "import", units], env=self.env,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
                time.sleep(whole * (i + 1) / 13)
                process.kill()
                process.wait()
            with self.subTest(i):
                self.assertIn("The file is sound.\n", self.ctl("check"))
                if self.count("unit") > 4:
                    # It was faster than the one before it.
                    self.assertEqual(self.count("unit"), self.N_UNITS + 4)
                    break
                self.assertEqual(self.dump(), before)
                n_killed += 1
        self.assertGreater(n_killed, 0)

        self.ctl("import", units)
        self.assertEqual(self.count("unit"), self.N_UNITS + 4)

    def test_killed_while_making_the_file(self):
        # No half-made file is left that the next start would have to refuse.
        self.db = self.path("new.db")
        for milliseconds in range(0, 60, 5):
            with subprocess.Popen([ctl.PROGRAM, "--file", self.db, "import", ctl.EVERY_KIND],
                                  env=self.env, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL) as process:
                time.sleep(milliseconds / 1000)
                process.kill()
                process.wait()
            if os.path.exists(self.db):
                self.ctl("check")
                os.unlink(self.db)
                for name in os.listdir(self.dir):
                    if name.startswith("new.db-"):
                        os.unlink(self.path(name))
        self.import_every_kind()
        self.ctl("check")


if __name__ == "__main__":
    ctl.main()
