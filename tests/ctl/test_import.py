#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""dondocctl import of records: all of them are taken, or none."""
import json
import os
import unicodedata

import ctl
from ctl import CtlTestCase, uid

UNIT = {"uid": uid(1, 1), "name": "Sở Tư pháp", "level": "department"}
TASK = {"uid": uid(20, 1), "content": "Rà soát thủ tục", "lead": uid(1, 1),
        "assigned": "2024-01-01", "deadline_kind": "none", "state": "assigned"}


class TestImport(CtlTestCase):
    def test_every_kind(self):
        counts = self.json("import", ctl.EVERY_KIND)
        self.assertEqual(list(counts), ["created", "changed", "same"])
        with open(ctl.EVERY_KIND, encoding="utf-8") as file:
            records = json.load(file)
        given = sum(len(value) for value in records.values() if isinstance(value, list))
        self.assertEqual(counts, {"created": given, "changed": 0, "same": 0})
        for kind, value in records.items():
            if isinstance(value, list) and kind not in ("holiday", "setting"):
                self.assertEqual(self.count(kind), len(value), kind)
        self.ctl("check")

        # Once more changes nothing, and writes nothing.
        before = self.dump()
        self.assertEqual(self.json("import", ctl.EVERY_KIND),
                         {"created": 0, "changed": 0, "same": given})
        self.assertEqual(self.dump(), before)
        self.assertEqual(self.ctl("import", ctl.EVERY_KIND),
                         f"Records created: 0; changed: 0; as they were: {given}\n")

    def test_changes(self):
        self.write_records(unit=[UNIT], task=[TASK])
        self.ctl("import", self.path("records.json"), "--actor", "Trần Thị Bình")
        changed = {**TASK, "content": "Rà soát, đơn giản hóa thủ tục", "changed":
                   "2999-01-01T00:00:00.000Z"}
        self.write_records("new.json", unit=[UNIT], task=[changed])
        self.assertEqual(self.json("import", self.path("new.json"), "--actor", "Lê Văn Dũng"),
                         {"created": 0, "changed": 1, "same": 1})
        self.assertEqual(self.tasks(), ["Rà soát, đơn giản hóa thủ tục"])

        # The history says who, and out of which file.
        self.assertEqual(self.sql("SELECT actor, reason, event FROM history WHERE record_kind = "
                                  "'task' ORDER BY id"),
                         [("Trần Thị Bình", "records.json", "created"),
                          ("Lê Văn Dũng", "new.json", "changed")])
        self.assertEqual(self.tasks("--search=don gian hoa"), [changed["content"]])

    def test_references(self):
        # Those that are not required may come before what they refer to.
        units = [{**UNIT, "uid": uid(1, 2), "name": "Phòng Hộ tịch", "parent": uid(1, 1)}, UNIT]
        self.write_records(unit=units)
        self.ctl("import", self.path("records.json"))
        self.assertEqual(self.count("unit WHERE parent NOTNULL"), 1)
        # And to what is there already.
        self.write_records(task=[TASK])
        self.ctl("import", self.path("records.json"))
        self.ctl("check")

    def test_names(self):
        # One form of a name is one name; what cannot be seen is not kept.
        decomposed = unicodedata.normalize("NFD", "Sở Tài chính")
        units = [{**UNIT, "uid": uid(1, i), "name": name} for i, name in enumerate([
            decomposed, "Robert'); DROP TABLE task;--", "Sở\u202e Y tế\u200b", " Sở\tNội\nvụ ",
            "<b>Sở</b> & \"Xây dựng\""])]
        self.write_records(unit=units)
        self.ctl("import", self.path("records.json"))
        self.assertEqual([name for name, in self.sql("SELECT name FROM unit ORDER BY uid")],
                         ["Sở Tài chính", "Robert'); DROP TABLE task;--", "Sở Y tế", "Sở Nội vụ",
                          "<b>Sở</b> & \"Xây dựng\""])
        self.assertEqual(self.count("task"), 0)
        self.ctl("check")

    def test_name_of_the_file(self):
        for name in ("Hồ sơ.JSON", "a b'c.json", "%s.json", "-x.json"):
            with self.subTest(name):
                self.write_records(name, unit=[UNIT])
                self.ctl("import", "--", name)
        # Not by what is in it: what is no .json is read as a document.
        self.write_records("records.txt", unit=[UNIT])
        self.assertEqual(self.json("import", self.path("records.txt"))["directives"], 0)

    def test_relative_days_are_for_samples(self):
        self.write_records(unit=[UNIT], task=[{**TASK, "deadline": "today-12"}])
        self.assertIn("today-12", self.fail_ctl("import", self.path("records.json")))


class TestBadRecords(CtlTestCase):
    """Each is refused with its place; the file says what it said before."""

    def setUp(self):
        super().setUp()
        self.import_every_kind()
        self.before = self.dump()

    def refuse(self, content, *words):
        path = self.write("hồ sơ.json", content if isinstance(content, (str, bytes))
                          else json.dumps(content, ensure_ascii=False))
        sentence = self.fail_ctl("import", path)
        for word in words:
            self.assertIn(word, sentence)
        self.assertEqual(self.dump(), self.before)
        return sentence

    def refuse_record(self, kind, record, *words):
        return self.refuse({"format": "dondoc", "version": 1, kind: [record]}, *words)

    def test_no_json(self):
        head = '{"format": "dondoc", "version": 1'
        for name, (content, word) in {
                "empty": ("", "empty"),
                "blank": (" \t", "empty"),
                "text": ("Giao Sở Tư pháp", "not valid JSON"),
                "binary": (b"\x89PNG\r\n\x1a\n\0\0\0", "not valid JSON"),
                "cut": (head + ', "unit": [{"name": "Sở', "ends in the middle"),
                "half a character": (head.encode() + ', "unit": [{"name": "S'.encode() +
                                     b'\xe1\xbb"}]}', "UTF-8"),
                "Latin 1": (head.encode() + b', "unit": [{"name": "S\xf4"}]}', "UTF-8"),
                "UTF-16": ((head + "}").encode("utf-16"), "not valid JSON"),
                "a comment": (head + "} // done", "not valid JSON"),
                "twice": (head + "}" + head + "}", "not valid JSON"),
                "NaN": (head + ', "target": [{"value": NaN}]}', "not valid JSON"),
                "a NUL": (head + ', "unit": [{"name": "S\\u0000"}]}', "character 0"),
                "a NUL itself": (head + ', "unit": [{"name": "S\0"}]}', "not valid JSON"),
                "half a pair": (head + ', "unit": [{"name": "\\ud83d"}]}', "not valid JSON"),
                "a name twice": (head + ', "unit": [{"name": "A", "name": "B"}]}', "twice"),
                "arrays": (head + ', "unit": ' + "[" * 100_000, "a record has to be"),
                "deep arrays": (head + ', "unit": [{"aliases": ' + "[" * 100_000, "too deeply"),
                "deep objects": (head + ', "unit": [' + '{"a":' * 100_000, "too deeply"),
                "a line of 50 MB": ("x" * 50_000_000, "not valid JSON"),
                "a text of 50 MB": (head + ', "unit": [{"name": "' + "x" * 50_000_000 + '"}]}',
                                    "larger"),
                "a long number": (head + ', "target": [{"value": ' + "9" * 1000 + "}]}",
                                  "too long"),
        }.items():
            with self.subTest(name):
                sentence = self.refuse(content)
                if name != "arrays":
                    self.assertIn(word, sentence)
                self.assertIn("“hồ sơ.json”, line 1: ", sentence)

    def test_another_format(self):
        self.refuse({"tasks": []}, "exported")
        self.refuse([], "not valid JSON")
        self.refuse({"format": "dondoc", "version": 2}, "version 2", "update the program")
        self.refuse({"format": "dondoc", "version": 1, "ticket": []}, "ticket", "kind")
        self.refuse({"format": "dondoc", "version": 1, "history": []}, "history", "kind")

    def test_wrong_types(self):
        for name, value in {"name": 5, "level": "galaxy", "aliases": "STP", "is_group": 1,
                            "valid_from": "2024-02-30", "parent": "Sở Nội vụ", "colour": "red",
                            "uid": "1", "created": "hôm qua", "revision": 5}.items():
            with self.subTest(name):
                self.refuse_record("unit", {**UNIT, name: value}, "line 1")
        for name, value in {"deadline": "30/6/2024", "deadline_kind": "soon", "lead": 5,
                            "content": ["a"], "state": 0, "starred": "true",
                            "lead_name": "Sở"}.items():
            with self.subTest(name):
                self.refuse_record("task", {**TASK, name: value}, "line 1")

    def test_days(self):
        for day in ("30/6/2024", "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10",
                    "0000-01-01", "0001-01-01", "1899-12-31", "10000-01-01", "2024-6-30",
                    "2024-06-30T00:00", "31/4/2024", "today"):
            with self.subTest(day):
                self.refuse_record("task", {**TASK, "deadline": day, "deadline_kind": "by"},
                                   "line 1")
        self.refuse_record("task", {**TASK, "deadline": "", "deadline_kind": "none"},
                           "line 1: “deadline” has to be a value, or null if there is none.")

    def test_long_texts(self):
        self.refuse_record("unit", {**UNIT, "uid": uid(1, 99), "name": "x" * 10_000},
                           "Record 1", "10000 characters")
        # What a task says may be long, but is no book.
        self.refuse_record("task", {**TASK, "uid": uid(20, 99), "lead": uid(1, 2),
                                    "content": "x" * 1_000_000}, "Record 1", "characters")

    def test_what_is_missing(self):
        for name in ("name", "level"):
            record = {key: value for key, value in UNIT.items() if key != name}
            record["uid"] = uid(1, 99)
            if name == "name":
                self.refuse_record("unit", record, "Record 1", "missing")
        for name in ("content", "lead", "assigned"):
            with self.subTest(name):
                record = {key: value for key, value in TASK.items() if key != name}
                record["uid"] = uid(20, 99)
                self.refuse_record("task", record, "Record 1")
        self.refuse_record("unit", {**UNIT, "uid": uid(1, 99), "name": " \u200b "}, "missing")

    def test_references_to_nothing(self):
        self.refuse_record("task", {**TASK, "uid": uid(20, 99), "lead": uid(1, 0xffff)},
                           "Record 1", uid(1, 0xffff))
        self.refuse_record("unit", {**UNIT, "uid": uid(1, 99), "name": "Phòng Hộ tịch",
                                    "parent": uid(1, 0xffff)}, "Record 1", uid(1, 0xffff))
        # To a record of another kind.
        self.refuse_record("task", {**TASK, "uid": uid(20, 99), "lead": uid(20, 1)},
                           uid(20, 1))

    def test_uid_twice(self):
        self.refuse({"format": "dondoc", "version": 1, "unit": [
            {**UNIT, "uid": uid(1, 99), "name": "Sở Y tế"},
            {**UNIT, "uid": uid(1, 99), "name": "Sở Công thương"}]},
                    "Record 2", uid(1, 99))

    def test_last_of_many(self):
        # Record 1,000 of 1,000 is bad: not one of them is there.
        units = [{**UNIT, "uid": uid(1, 1000 + i), "name": f"Sở {i}"} for i in range(1000)]
        units[-1]["level"] = "galaxy"
        self.refuse({"format": "dondoc", "version": 1, "unit": units}, "galaxy")
        units[-1]["level"] = "department"
        units[-1]["parent"] = uid(1, 0xffff)
        self.refuse({"format": "dondoc", "version": 1, "unit": units}, "Record 1000")
        text = json.dumps({"format": "dondoc", "version": 1, "unit": units[:-1]})
        self.refuse(text[:-10], "ends in the middle")
        self.ctl("check")

    def test_new_file(self):
        # What is refused at once is refused before a file is made for it.
        os.unlink(self.db)
        for name in ("missing.json", "folder.json"):
            if name == "folder.json":
                os.mkdir(self.path(name))
            self.assertIn(name, self.fail_ctl("import", self.path(name)))
            self.assertFalse(os.path.exists(self.db))
        # A file made for what was refused then is sound and has none of it.
        path = self.write_records("bad.json", unit=[UNIT, {**UNIT, "name": "Sở Y tế"}])
        self.fail_ctl("import", path)
        if os.path.exists(self.db):
            self.ctl("check")
            self.assertEqual(self.count("unit"), 0)


if __name__ == "__main__":
    ctl.main()
