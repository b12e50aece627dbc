#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fail on a template that does not parse, is not in the resource, or has no .c of its name.

Also on a button that is only an icon without a tooltip and a name for those who
cannot see it, and on a shortcut of the application that the window of shortcuts
does not show.
"""
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

from sources import Report, find_files, read, strip_comments

RESOURCE = "ui/dd-ui.gresource.xml"
SHORTCUTS = "ui/shell/dd-shortcuts.ui"
BUTTONS = ("GtkButton", "GtkMenuButton", "GtkToggleButton")


def check_mirror(root, path, tree, report):
    """A file with a template belongs to the .c file that mirrors it and names it."""
    template = tree.find("template")
    code = "src/" + path[:-len(".ui")] + ".c"
    place = "/vn/dondoc/" + path

    if template is None:
        return
    if not os.path.exists(os.path.join(root, code)):
        report.add(path, f"there is no {code}")
        return
    name = "".join(part.capitalize() for part in os.path.basename(path)[:-3].split("-"))
    if template.get("class") != name:
        report.add(path, f"its class is {template.get('class')}, not {name}")
    if place not in read(root, code):
        report.add(code, f"does not load {place}")


def get_property(element, name):
    for child in element.findall("property"):
        if child.get("name") == name:
            return (child.text or "").strip()
    return None


def check_buttons(path, tree, report):
    for element in tree.iter("object"):
        if element.get("class") not in BUTTONS or not get_property(element, "icon-name"):
            continue
        if get_property(element, "label"):
            continue
        icon = get_property(element, "icon-name")
        if not get_property(element, "tooltip-text"):
            report.add(path, f"the button with {icon} has no tooltip")
        names = [child for child in element.findall("accessibility/property")
                 if child.get("name") == "label"]
        names += element.findall("accessibility/relation")
        if not names:
            report.add(path, f"the button with {icon} has no accessible label")


def check_text(path, tree, report):
    """Visible text is translatable, or says that it is not."""
    for element in tree.iter("property"):
        text = (element.text or "").strip()
        if (element.get("name") in ("label", "title", "subtitle", "tooltip-text", "description",
                                    "placeholder-text")
                and re.search(r"\w", text) and element.get("translatable") is None):
            report.add(path, f"“{text}” is neither translatable nor said not to be")


def check_shortcuts(root, report):
    shown = set(re.findall(r'name="accelerator">([^<]+)<', read(root, SHORTCUTS)))
    shown = {name.replace("&lt;", "<").replace("&gt;", ">") for one in shown
             for name in one.split()}
    code = strip_comments(read(root, "src/ui/shell/dd-application.c"))
    table = re.search(r"accelerators\[\] = \{(.*?)\n\};", code, re.DOTALL)
    for keys in re.findall(r"\{ ((?:\"[^\"]+\"(?:, )?)+) \} \}", table.group(1)):
        for key in re.findall(r'"([^"]+)"', keys):
            if key not in shown:
                report.add(SHORTCUTS, f"{key} is not shown")


def main():
    root = sys.argv[1]
    report = Report()
    listed = set()
    for group in ElementTree.fromstring(read(root, RESOURCE)).findall("gresource"):
        for one in group.findall("file"):
            if one.text in listed:
                report.add(RESOURCE, f"{one.text} stands there twice")
            listed.add(one.text)

    for path in find_files(root, ["ui"], (".ui",)):
        if path[len("ui/"):] not in listed:
            report.add(RESOURCE, f"{path} is missing")
        try:
            tree = ElementTree.fromstring(read(root, path))
        except ElementTree.ParseError as error:
            report.add(path, str(error))
            continue
        if tree.get("domain") != "dondoc":
            report.add(path, "the interface has no domain=\"dondoc\": it would not be translated")
        check_mirror(root, path, tree, report)
        check_buttons(path, tree, report)
        check_text(path, tree, report)
    check_shortcuts(root, report)
    report.end()


if __name__ == "__main__":
    main()
