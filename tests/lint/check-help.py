#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fail when the guide is not sound Mallard, has loose ends, or misses its build file."""
import os
import re
import shutil
import subprocess
import sys

from sources import SKIPPED, Report, find_files, read


def main():
    root = sys.argv[1]
    report = Report()
    if not shutil.which("yelp-check"):
        print("not installed: yelp-check")
        sys.exit(SKIPPED)

    pages = find_files(root, ["help/C"], (".page",))
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
    report.end()


if __name__ == "__main__":
    main()
