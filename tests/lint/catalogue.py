# SPDX-License-Identifier: GPL-3.0-or-later
"""Strings to be translated, as gettext's tools see them."""
import os
import re
import subprocess

from sources import find_files

XGETTEXT = ["xgettext", "--from-code=UTF-8", "--add-comments=Translators:",
            "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2",
            "--keyword=g_dcgettext:2", "--keyword=g_dngettext:2,3", "--keyword=g_dpgettext2:2c,3",
            "--flag=N_:1:pass-c-format", "--flag=g_dngettext:2:pass-c-format",
            "--flag=g_strdup_printf:1:c-format", "--flag=g_print:1:c-format",
            "--flag=g_printerr:1:c-format", "--flag=g_set_error:4:c-format",
            "--flag=g_string_append_printf:2:c-format"]


def run(root, *command):
    """Runs a tool where its messages, and strings of ours, are in UTF-8."""
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False,
                          env={**os.environ, "LC_ALL": "C.UTF-8"})


def make_template(root, of_help, path):
    """Collects the strings of the program, or of the guide, into the file at path."""
    if of_help:
        pages = find_files(root, ["help/C"], (".page",))
        return run(root, "itstool", "-o", path, *pages)
    return run(root, *XGETTEXT, "--files-from=po/POTFILES.in", "-o", path)


def read_entries(root, path):
    """(string, translation) of each entry of a file of gettext."""
    text = run(root, "msgcat", "--no-wrap", path).stdout
    literal = r'((?:"(?:\\.|[^"\\])*"\n)+)'

    def join(lines):
        whole = "".join(re.findall(r'^"(.*)"$', lines, re.MULTILINE))
        return whole.replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\")

    for match in re.finditer(rf"^msgid {literal}(?:msgid_plural {literal})?"
                             rf"msgstr(?:\[0\])? {literal}", text + "\n", re.MULTILINE):
        yield join(match.group(1)), join(match.group(3))
