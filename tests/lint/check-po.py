#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fail when a translation is not whole: of the program, or with --help of the guide.

A string without a translation, a fuzzy one, one that the sources no longer
have, a wrong %, a lost keyboard mark, a translation that is not in NFC, places
of strings.
"""
import os
import shutil
import sys
import tempfile
import unicodedata

from catalogue import make_template, run
from sources import SKIPPED, Report, read

# Of each kind of mistake so many are told.
TOLD = 20


def check_translation(root, name, template, of_help, report):
    def tell(result):
        lines = result.stderr.splitlines()
        for line in lines[:TOLD]:
            report.add(name, line.replace(template, "the sources"))
        if len(lines) > TOLD:
            report.add(name, f"and {len(lines) - TOLD} more")

    result = run(root, "msgfmt", "--check", "-o", os.devnull, name)
    if result.returncode != 0:
        tell(result)
        return
    if not of_help:
        result = run(root, "msgfmt", "--check-accelerators=_", "-o", os.devnull, name)
        if result.returncode != 0:
            tell(result)
    result = run(root, "msgcmp", name, template)
    if result.returncode != 0:
        tell(result)
    for kind in ("--only-obsolete", "--only-fuzzy"):
        found = run(root, "msgattrib", kind, name).stdout.count("msgid ") - 1
        if found > 0:
            report.add(name, f"{found} entries {kind[7:]}")

    # msgcmp does not mind translations of strings that are gone.
    with tempfile.NamedTemporaryFile("r", suffix=".po", encoding="utf-8") as stream:
        run(root, "msgmerge", "--no-fuzzy-matching", "-q", "-o", stream.name, name, template)
        gone = run(root, "msgattrib", "--only-obsolete", stream.name).stdout
        for line in gone.splitlines():
            if line.startswith('#~ msgid "') and line != '#~ msgid ""':
                report.add(name, f"the sources no longer have {line[9:]}")

    text = read(root, name)
    for number, line in enumerate(text.split("\n"), 1):
        if line != unicodedata.normalize("NFC", line):
            report.add(f"{name}:{number}", "not in NFC")
        if line.startswith("#: "):
            report.add(f"{name}:{number}", "names a place, which changes with every line of code: "
                                           "msgcat --no-location takes it out")


def main():
    root = sys.argv[1]
    of_help = "--help" in sys.argv[2:]
    folder = "help" if of_help else "po"
    report = Report()

    needed = ["msgfmt", "msgcmp", "msgattrib", "msgmerge", "itstool" if of_help else "xgettext"]
    missing = [name for name in needed if not shutil.which(name)]
    if missing:
        print("not installed:", *missing)
        sys.exit(SKIPPED)

    with tempfile.TemporaryDirectory() as place:
        template = os.path.join(place, "sources.pot")
        result = make_template(root, of_help, template)
        if result.returncode != 0:
            report.add(folder, result.stderr.strip())
            report.end()
        for language in read(root, f"{folder}/LINGUAS").split():
            name = f"{folder}/{language}/{language}.po" if of_help else f"{folder}/{language}.po"
            check_translation(root, name, template, of_help, report)
    report.end()


if __name__ == "__main__":
    main()
