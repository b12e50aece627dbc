# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of this folder share: the sources, and how to tell what is wrong."""
import os
import re
import sys

SKIPPED = 77


def find_files(root, folders, endings):
    """The paths below root, with / and sorted, of the files that end so."""
    found = []
    for folder in folders:
        for base, _, names in os.walk(os.path.join(root, folder)):
            for name in names:
                if name.endswith(endings):
                    found.append(os.path.relpath(os.path.join(base, name), root))
    return sorted(found)


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as stream:
        return stream.read()


def blank(match):
    """As many line breaks as were there, so that lines keep their numbers."""
    return re.sub(r"[^\n]", " ", match.group())


def strip_comments(text):
    """C without its comments; what looks like one within a string stays."""
    pattern = r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|/\*.*?\*/|//[^\n]*'

    return re.sub(pattern, lambda m: m.group() if m.group()[0] in "\"'" else blank(m), text,
                  flags=re.DOTALL)


def strip_strings(text):
    """C without comments and without what stands in strings."""
    return re.sub(r'"(?:\\.|[^"\\\n])*"', lambda m: '"' + " " * (len(m.group()) - 2) + '"',
                  strip_comments(text))


def find_includes(root, path):
    """(line, name, whether it is in angle brackets) of each include."""
    text = strip_comments(read(root, path))
    for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', text, re.MULTILINE):
        yield text.count("\n", 0, match.start()) + 1, match.group(2), match.group(1) == "<"


class Report:
    """Collects what is wrong and ends the program accordingly."""

    def __init__(self):
        self.problems = []

    def add(self, place, text):
        self.problems.append(f"{place}: {text}")

    def end(self):
        for problem in self.problems:
            print(problem, file=sys.stderr)
        sys.exit(1 if self.problems else 0)
