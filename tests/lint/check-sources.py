#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fail on a source file without its licence line, too long, too wide, or unfinished.

Files are meant to have about 300 lines; over 600 is told, over 1,000 fails.
"""
import re
import sys

from sources import Report, find_files, read

FOLDERS = ["src", "ui", "data", "help", "po", "tests", "build-aux", ".ci"]
CODE = (".c", ".h")
# What has a place for a licence line and is written by hand.
LICENSED = (".c", ".h", ".py", ".sh", ".ui", ".css", ".desktop.in", ".metainfo.xml.in", ".svg",
            ".gresource.xml", ".sql", ".page", ".po", "build-aux/run",
            "build-aux/test", "build-aux/bench", "build-aux/packages", ".ci/run")
WARN_LINES, MAX_LINES, MAX_WIDTH = 600, 1000, 100

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
# Written so that this file does not find itself.
MARKS = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
SKIPS = re.compile(r"\bg_test_" r"(skip|incomplete)\b|should_" r"fail|@unittest\.skip")


def check_text(path, text, report):
    lines = text.split("\n")
    if path.endswith(LICENSED) and LICENCE not in "\n".join(lines[:6]):
        report.add(path, f"the licence line is missing: {LICENCE}")
    if text and not text.endswith("\n"):
        report.add(path, "the last line does not end")

    for number, line in enumerate(lines, 1):
        place = f"{path}:{number}"
        if path.endswith(CODE + (".py",)) and len(line) > MAX_WIDTH:
            report.add(place, f"{len(line)} characters wide; {MAX_WIDTH} are the most")
        if path.endswith(CODE) and "\t" in line:
            report.add(place, "a tab")
        if path.endswith(CODE + (".ui", ".py")) and line != line.rstrip():
            report.add(place, "spaces at the end")
        if "\r" in line:
            report.add(place, "a line ending of DOS")
        if not path.endswith((".txt", ".gold", ".json", ".po")) and MARKS.search(line):
            report.add(place, "unfinished: " + line.strip())
        if SKIPS.search(line) and "since 20" not in line:
            report.add(place, "a skipped test gives a reason and “since” a day")

    # Lists of words and the translation are as long as they need to be.
    if path.endswith(CODE + (".ui", ".py", ".css", ".sql")):
        if len(lines) - 1 > MAX_LINES:
            report.add(path, f"{len(lines) - 1} lines; {MAX_LINES} are the most")
        elif len(lines) - 1 > WARN_LINES:
            print(f"{path}: {len(lines) - 1} lines; could it be two files?")


def main():
    root = sys.argv[1]
    report = Report()
    for path in find_files(root, FOLDERS, ""):
        if path.endswith((".png", ".pyc", ".db", ".gmo")) or "/fixtures/" in path:
            continue
        try:
            check_text(path, read(root, path), report)
        except UnicodeDecodeError:
            report.add(path, "is not UTF-8")
    report.end()


if __name__ == "__main__":
    main()
