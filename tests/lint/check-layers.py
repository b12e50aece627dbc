#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fail when a file includes, or names, what is not its layer's business.

The include paths of the build let a layer see the layers below it and no
other. They cannot see a path that climbs, a library's header that lies in
/usr/include for everyone, or a header of a layer's own inside.
"""
import os
import re
import sys

from sources import Report, find_files, find_includes, read, strip_strings

BELOW_SECTIONS = {"base", "model", "store", "extract", "exchange", "report", "ui/common"}

# What each layer may include beside itself. Sections of the window do not see each other.
ALLOWED = {
    "base": set(),
    "model": {"base"},
    "store": {"base", "model"},
    "extract": {"base", "model"},
    "exchange": {"base", "model"},
    "report": {"base", "model"},
    "ctl": {"base", "model", "store", "extract", "exchange", "report"},
    "ui/common": {"base", "model", "store", "extract"},
}

# Where a library may be included, by what its headers' names begin with.
LIBRARIES = [
    ("sqlite3", ["src/store/dd-db.h"]),
    ("json-glib/", ["src/exchange/"]),
    ("gtk/", ["src/ui/", "src/main.c"]),
    ("gdk/", ["src/ui/", "src/main.c"]),
    ("adwaita", ["src/ui/", "src/main.c"]),
    ("unicode/", ["src/base/", "src/extract/"]),
    ("libxml/", ["src/exchange/", "src/report/"]),
    ("gsf/", ["src/exchange/", "src/report/"]),
    ("poppler", ["src/exchange/"]),
    ("libical", ["src/exchange/"]),
    ("xlsxwriter", ["src/exchange/"]),
]

# Names that stand in one file, so that one file changes when they go; and
# names that stand nowhere.
NAMES = [
    (r"\b(adw_message_dialog_\w+|AdwMessageDialog)\b", "src/ui/common/dd-confirm.c"),
    (r"\b(gtk_file_chooser_native_\w+|GtkFileChooserNative)\b", "src/ui/common/dd-file-chooser.c"),
    (r"\b(adw_leaflet_\w+|AdwLeaflet)\b", "src/ui/common/dd-split.c"),
    (r"\bgtk_(message_)?dialog_new\w*\b|\bGtk(Message)?Dialog\b", None),
    (r"\bgtk_(tree_view|list_store|tree_store|combo_box|statusbar|info_bar)_", None),
    (r"\bgtk_entry_completion_", None),
    (r"\bGtk(TreeView|ComboBox|EntryCompletion|Statusbar|InfoBar)\b", None),
    (r"\bgtk_widget_(show|hide) ?\(|\bgtk_show_uri\b", None),
    (r"\bAdw(Flap|Squeezer|ViewSwitcherTitle|PreferencesWindow|AboutWindow)\b", None),
    (r"\badw_(flap|squeezer|view_switcher_title|preferences_window|about_window)_", None),
    (r"\bg_application_get_default\b", None),
    (r"\bg_object_(set|get|steal)_q?data(_full)?\b", None),
    (r"\bg_utf8_collate\w*\b", None),
]


def get_layer(path):
    parts = path.split("/")
    if parts[1] == "ui":
        return "/".join(parts[1:3])
    return parts[1] if len(parts) > 2 else "main"


def may_include(layer, other):
    if layer in (other, "main"):
        return True
    if layer == "ui/shell":
        return other != "ctl" and other != "main"
    return other in ALLOWED.get(layer, BELOW_SECTIONS)


def find_private(root, headers):
    """The headers that only their own folder may include, and why."""
    private = {}
    includes = {os.path.basename(path): [name for _, name, _ in find_includes(root, path)]
                for path in headers}
    for path in headers:
        if path.endswith("-private.h") or re.search(r"\bPrivate to src/", read(root, path)):
            private[os.path.basename(path)] = "is private to its folder"

    # What shows SQLite is the store's own, however many headers lie between.
    shown = {"dd-db.h"}
    while True:
        more = {name for name, inner in includes.items() if shown & set(inner)} - shown
        if not more:
            break
        shown |= more
    for name in shown:
        private.setdefault(name, "shows SQLite")

    return private


def check_includes(root, report):
    paths = find_files(root, ["src"], (".c", ".h"))
    headers = [path for path in paths if path.endswith(".h")]
    home = {os.path.basename(path): path for path in headers}
    private = find_private(root, headers)

    for path in paths:
        layer = get_layer(path)
        for line, name, _ in find_includes(root, path):
            place = f"{path}:{line}"
            base = os.path.basename(name)
            if base in home:
                other = get_layer(home[base])
                if name != base:
                    report.add(place, f"include {base} by its name, not by a path")
                if not may_include(layer, other):
                    report.add(place, f"{layer} may not include {base} of {other}")
                elif base in private and layer != other:
                    report.add(place, f"{base} {private[base]}")
                continue
            for prefix, places in LIBRARIES:
                if name.startswith(prefix) and not path.startswith(tuple(places)):
                    report.add(place, f"<{name}> belongs to {' and '.join(places)}")

    for path in find_files(root, ["tests"], (".c", ".h")):
        for line, name, _ in find_includes(root, path):
            if "/" in name and os.path.basename(name) in home:
                report.add(f"{path}:{line}", "include by name, not by a path")


def check_names(root, report):
    for path in find_files(root, ["src", "ui"], (".c", ".h", ".ui")):
        text = read(root, path)
        if not path.endswith(".ui"):
            text = strip_strings(text)
        for pattern, home in NAMES:
            for match in re.finditer(pattern, text) if path != home else ():
                line = text.count("\n", 0, match.start()) + 1
                where = f"belongs to {home} alone" if home else "is not used here"
                report.add(f"{path}:{line}", f"{match.group().strip()} {where}")


def main():
    report = Report()
    check_includes(sys.argv[1], report)
    check_names(sys.argv[1], report)
    report.end()


if __name__ == "__main__":
    main()
