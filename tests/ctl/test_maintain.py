#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""dondocctl check, backup and restore."""
import hashlib
import os
import shutil

import ctl
from ctl import NOTHING, CtlTestCase, uid

REVIEW = "Rà soát, đơn giản hóa thủ tục hành chính nội bộ"


class TestCheck(CtlTestCase):
    def setUp(self):
        super().setUp()
        self.import_every_kind()
        # Which came without its bytes, and is no damage.
        self.sql("DELETE FROM attachment")

    def problems(self):
        found = self.json("check", expect=NOTHING)
        self.assertFalse(found["sound"])
        for problem in found["problems"]:
            self.assertEqual(list(problem), ["kind", "detail"])
            self.assertNotEqual(problem["detail"], "")
        return {problem["kind"] for problem in found["problems"]}

    def test_sound(self):
        self.assertEqual(self.ctl("check"), "The file is sound.\n")
        self.assertEqual(self.json("check"), {"sound": True, "problems": []})
        before = self.dump()
        self.ctl("check", "--repair")
        self.assertEqual(self.dump(), before)

    def test_reference(self):
        self.sql("DELETE FROM unit WHERE name = 'Sở Nội vụ'")
        self.assertIn("reference", self.problems())
        self.assertIn("refers to", self.ctl("check", expect=NOTHING))
        # What cannot be made from the records is not repaired.
        self.ctl("check", "--repair", expect=NOTHING)
        self.assertEqual(self.problems(), {"reference"})

    def test_search(self):
        self.sql("UPDATE task SET content = 'Việc khác' WHERE content = ?", REVIEW)
        self.assertIn("search", self.problems())
        self.assertEqual(self.tasks("--search=viec khac", expect=NOTHING), [])
        self.ctl("check", "--repair", expect=NOTHING)
        self.assertEqual(self.ctl("check"), "The file is sound.\n")
        self.assertEqual(self.tasks("--search=viec khac"), ["Việc khác"])

    def test_due(self):
        self.sql("UPDATE task SET due = '2030-01-01' WHERE content = ?", REVIEW)
        self.assertIn("due", self.problems())
        self.ctl("check", "--repair", expect=NOTHING)
        self.assertEqual(self.ctl("check"), "The file is sound.\n")
        self.assertEqual(self.tasks("--overdue"), [REVIEW])

    def test_contents(self):
        attachment = ("INSERT INTO attachment (uid, created, changed, revision, document, name,"
                      " media_type, size, sha256) SELECT ?, created, changed, 1, id, ?,"
                      " 'application/pdf', 3, ? FROM document LIMIT 1")
        digest = hashlib.sha256("kết luận".encode()).hexdigest()
        self.sql(attachment, uid(30, 1), "Kết luận.pdf", digest)
        # Information is no reason to fail.
        self.assertIn("by its name alone (this is no damage): Kết luận.pdf", self.ctl("check"))
        self.assertIn("The file is sound.", self.ctl("check"))
        self.assertEqual(self.json("check"), {
            "sound": True, "problems": [{"kind": "no_content", "detail": "Kết luận.pdf"}]})

        self.sql("INSERT INTO attachment_content VALUES (?, ?)", digest, "kết luận".encode())
        self.assertEqual(self.ctl("check"), "The file is sound.\n")

        self.sql("UPDATE attachment_content SET content = ?", b"x")
        self.assertEqual(self.problems(), {"content"})
        self.assertIn("not what was attached", self.ctl("check", expect=NOTHING))
        self.ctl("check", "--repair", expect=NOTHING)
        self.assertEqual(self.problems(), {"content"})

    def test_damage(self):
        # Something in the middle of the file is not what was written.
        size = os.path.getsize(self.db)
        with open(self.db, "r+b") as file:
            file.seek(size // 2)
            file.write(os.urandom(20000))
        done = self.run_ctl("--file", self.db, "check")
        self.assertIn(done.returncode, (NOTHING, ctl.ERROR))
        self.assertIn("damaged", (done.stdout + done.stderr).decode())


class TestBackup(CtlTestCase):
    def setUp(self):
        super().setUp()
        self.import_every_kind()
        self.copy = self.path("bản sao.db")

    def refuse(self, *arguments):
        before = self.dump()
        sentence = self.fail_ctl(*arguments)
        self.assertEqual(self.dump(), before)
        self.assertEqual([name for name in os.listdir(self.dir) if ".part" in name], [])
        return sentence

    def test_backup(self):
        self.assertEqual(self.ctl("backup", self.copy),
                         f"“{self.copy}” was written and looked through.\n")
        self.assertEqual(self.dump(self.copy), self.dump())
        self.assertEqual(self.json("backup", self.path("b.db")), {"file": self.path("b.db")})
        self.assertEqual(sorted(name for name in os.listdir(self.dir) if name != "home"),
                         ["b.db", "bản sao.db", "records.db"])

        # It is a file of records like any other.
        self.assertIn(REVIEW, self.ctl_bare("--file", self.copy, "tasks"))

    def test_older_copy(self):
        # Which is what it may replace, as may be an empty file.
        self.ctl("backup", self.copy)
        self.ctl("progress", uid(20, 4), "--percent=10")
        self.ctl("backup", self.copy)
        self.assertEqual(self.dump(self.copy), self.dump())
        with open(self.path("empty.db"), "wb"):
            pass
        self.ctl("backup", self.path("empty.db"))

    def test_bad_places(self):
        os.mkdir(self.path("folder"))
        os.mkfifo(self.path("pipe"))
        report = self.write("báo cáo.txt", "Không được mất.\n")
        for name in ("folder", "pipe", "missing/copy.db", "báo cáo.txt", "x" * 300, "/dev/null",
                     "records.db", "./folder/../records.db", "báo cáo.txt/copy.db", ""):
            with self.subTest(name[:30]):
                self.refuse("backup", name)
        with open(report, encoding="utf-8") as file:
            self.assertEqual(file.read(), "Không được mất.\n")
        self.assertTrue(os.path.isdir(self.path("folder")))
        self.assertIn("no folder “missing”", self.refuse("backup", "missing/copy.db"))
        os.symlink(self.db, self.path("link.db"))
        os.link(self.db, self.path("hard.db"))
        for name in ("link.db", "hard.db"):
            self.assertIn("itself", self.refuse("backup", name))

    def test_restore(self):
        self.ctl("backup", self.copy)
        saved = self.dump()
        self.ctl("progress", uid(20, 4), "--percent=10", "--today=2024-01-02")
        changed = self.dump()
        kept = self.json("restore", self.copy)["kept"]
        self.assertEqual(self.dump(), saved)

        # What it said before is there, and comes back the same way.
        self.assertEqual(self.dump(kept), changed)
        self.assertIn("Restored.", self.ctl("restore", kept))
        self.assertEqual(self.dump(), changed)
        self.ctl("check")

        # However often, and however fast: nothing that was kept is lost.
        for _ in range(5):
            self.ctl("restore", self.copy)
        names = [name for name in os.listdir(self.dir) if "before-restore" in name]
        self.assertEqual(len(names), 7)
        self.assertEqual(self.dump(kept), changed)

    def test_restore_where_nothing_is(self):
        self.ctl("backup", self.copy)
        saved = self.dump()
        os.unlink(self.db)
        self.assertEqual(self.json("restore", self.copy), {"kept": None})
        self.assertEqual(self.dump(), saved)
        os.unlink(self.db)
        self.assertEqual(self.ctl("restore", self.copy),
                         "Restored. There was no such file before.\n")

    def test_restore_over_damage(self):
        # The day on which a copy is needed.
        self.ctl("backup", self.copy)
        saved = self.dump()
        with open(self.db, "rb") as file:
            whole = file.read()
        for name, content in {"cut": whole[:30000], "a picture": b"\xff\xd8\xff\xe0" * 5000,
                              "empty": b""}.items():
            with self.subTest(name):
                self.write("records.db", content)
                kept = self.json("restore", self.copy)["kept"]
                self.assertEqual(self.dump(), saved)
                with open(kept, "rb") as file:
                    self.assertEqual(file.read(), content)
                os.unlink(kept)

    def test_restore_plain_copy(self):
        # A copy made by a file manager.
        shutil.copy(self.db, self.copy)
        saved = self.dump()
        self.ctl("progress", uid(20, 4), "--percent=10")
        self.ctl("restore", self.copy)
        self.assertEqual(self.dump(), saved)
        os.unlink(self.db)
        self.ctl("restore", self.copy)
        self.assertEqual(self.dump(), saved)

    def test_bad_copies(self):
        os.mkdir(self.path("folder"))
        self.write("empty.db", b"")
        self.write("picture.db", b"\xff\xd8\xff\xe0" * 5000)
        with open(self.db, "rb") as file:
            self.write("cut.db", file.read()[:30000])
        shutil.copy(self.db, self.path("newer.db"))
        self.sql("PRAGMA user_version = 9999", path=self.path("newer.db"))
        shutil.copy(self.db, self.path("other.db"))
        self.sql("PRAGMA application_id = 1", path=self.path("other.db"))
        for name in ("folder", "empty.db", "picture.db", "cut.db", "newer.db", "other.db",
                     "missing.db", "missing/copy.db", ""):
            with self.subTest(name):
                self.refuse("restore", name)
        self.assertIn("itself", self.refuse("restore", self.db))
        self.ctl("backup", self.copy)
        self.assertIn("no folder “missing”",
                      self.ctl_bare("--file", "missing/x.db", "restore", self.copy, expect=2))
        self.assertIn("later version", self.refuse("restore", "newer.db"))
        self.assertEqual([name for name in os.listdir(self.dir) if "before" in name], [])


if __name__ == "__main__":
    ctl.main()
