#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fail when po/POTFILES.in is not the sorted list of the files with strings.

Which files have strings is not guessed: xgettext is asked about each.  With
--write the list is written anew instead.
"""
import os
import subprocess
import sys
import tempfile

HEAD = """# The files with strings to be translated, sorted (LC_ALL=C sort).
# “tests/lint/check-potfiles.py . --write” makes this list anew.
"""
ENDINGS = (".c", ".h", ".ui", ".desktop.in", ".metainfo.xml.in", ".gschema.xml")
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dgettext:2", "g_dcgettext:2", "g_dngettext:2,3",
            "g_dpgettext2:2c,3"]


def find_files(root):
    for folder in ("data", "src", "ui"):
        for base, _, names in os.walk(os.path.join(root, folder)):
            for name in names:
                if name.endswith(ENDINGS):
                    yield os.path.relpath(os.path.join(base, name), root)


def has_strings(root, name):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out.pot")
        subprocess.run(["xgettext", "--from-code=UTF-8", "--omit-header", "-o", out,
                        *("--keyword=" + keyword for keyword in KEYWORDS), name],
                       cwd=root, check=True, stderr=subprocess.DEVNULL)
        return os.path.exists(out)


def main():
    root = sys.argv[1]
    path = os.path.join(root, "po", "POTFILES.in")
    wanted = sorted(name for name in find_files(root) if has_strings(root, name))

    if "--write" in sys.argv[2:]:
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(HEAD + "".join(name + "\n" for name in wanted))
        return 0

    with open(path, encoding="utf-8") as stream:
        listed = [line.strip() for line in stream if line.strip() and line[0] != "#"]

    problems = [f"{name} has strings and is not listed" for name in wanted if name not in listed]
    problems += [f"{name} is listed and has no strings" for name in listed if name not in wanted]
    if listed != sorted(set(listed)):
        problems.append("the list is not sorted, or names a file twice")
    for problem in problems:
        print("po/POTFILES.in:", problem, file=sys.stderr)
    if problems:
        print("tests/lint/check-potfiles.py . --write mends it", file=sys.stderr)

    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
