#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fail when the guide is not sound Mallard, has loose ends, or misses its build file.

Also when it calls a button or a menu otherwise than the program does, in
English or in a translation.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

from catalogue import make_template, read_entries
from sources import SKIPPED, Report, find_files, read

GUI = re.compile(r"<gui>(.*?)</gui>", re.DOTALL)


def check_pages(root, pages, report):
    # “validate” asks that pages follow the schema; the others that every link
    # leads to a page, every page is reached from another, and no id stands twice.
    for check in ("validate", "links", "orphans", "ids", "media"):
        arguments = ["--strict"] if check == "validate" else []
        result = subprocess.run(["yelp-check", check, *arguments, *pages], cwd=root,
                                capture_output=True, text=True, check=False)
        for line in (result.stdout + result.stderr).splitlines():
            report.add(f"yelp-check {check}", line)
        if result.returncode != 0 and not (result.stdout or result.stderr):
            report.add(f"yelp-check {check}", f"ended with {result.returncode}")

    listed = re.findall(r"'([\w-]+\.page)'", read(root, "help/meson.build"))
    there = [os.path.basename(page) for page in pages]
    for name in sorted(set(listed) ^ set(there)):
        report.add("help/meson.build", f"{name} is "
                   + ("listed but not there" if name in listed else "not listed"))


def normalise(text):
    """As it is seen: without the mark of the keyboard."""
    return re.sub(r"\s+", " ", re.sub(r"_(?=\w)", "", text)).strip()


def check_words(root, pages, report):
    with tempfile.TemporaryDirectory() as place:
        template = os.path.join(place, "sources.pot")
        make_template(root, False, template)
        known = {normalise(text) for text, _ in read_entries(root, template)}

    for page in pages:
        for name in GUI.findall(read(root, page)):
            if normalise(name) not in known:
                report.add(page, f"nothing in the program is called “{normalise(name)}”")

    for language in read(root, "help/LINGUAS").split():
        path = f"help/{language}/{language}.po"
        program = {}
        for text, translation in read_entries(root, f"po/{language}.po"):
            program.setdefault(normalise(text), set()).add(normalise(translation))
        for text, translation in read_entries(root, path):
            names, translated = GUI.findall(text), GUI.findall(translation)
            if translation and len(names) != len(translated):
                report.add(path, f"{len(names)} names and {len(translated)} translated: {text}")
                continue
            for name in names:
                wanted = program.get(normalise(name), {""})
                if "" not in wanted and not wanted & {normalise(one) for one in translated}:
                    report.add(path, f"“{normalise(name)}” is “{'” or “'.join(wanted)}” in the "
                               f"program: {translation}")


def main():
    root = sys.argv[1]
    report = Report()
    missing = [name for name in ("yelp-check", "xgettext", "msgcat") if not shutil.which(name)]
    if missing:
        print("not installed:", *missing)
        sys.exit(SKIPPED)

    pages = find_files(root, ["help/C"], (".page",))
    check_pages(root, pages, report)
    check_words(root, pages, report)
    report.end()


if __name__ == "__main__":
    main()
