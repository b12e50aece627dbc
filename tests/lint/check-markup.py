#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fail where what a user typed could be read as markup, or its _ as a mnemonic.

Some properties of libadwaita are markup unless told otherwise. What goes into
those has to be a string of the program, or be called “escaped”; or the row has
to say use-markup FALSE.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

from sources import Report, find_files, read, strip_comments

# Markup by intent. Nothing needs it so far; a place that does is listed here.
MARKUP = re.compile(r"\b(gtk_label_set_markup\w*|gtk_widget_set_tooltip_markup|"
                    r"gtk_tooltip_set_markup|pango_parse_markup|\w+_set_body_use_markup|"
                    r"gtk_inscription_set_markup|gtk_text_buffer_insert_markup|"
                    r"gtk_message_dialog\w*_markup\w*)\b")
MARKUP_PLACES = ()

# Markup, or a mnemonic, though the name does not say so.
SETTERS = re.compile(r"\b(adw_toast_new|adw_toast_set_title|adw_preferences_row_set_title|"
                     r"adw_action_row_set_(?:title|subtitle)|adw_expander_row_set_subtitle|"
                     r"adw_status_page_set_description|adw_preferences_group_set_description|"
                     r"adw_preferences_group_set_title|"
                     r"gtk_(?:button|label|check_button|toggle_button)_new_with_mnemonic|"
                     r"gtk_label_set_text_with_mnemonic) ?\(")
# Texts of templates, handed through a property.
HANDED = {"src/ui/common/dd-table.c": {"self->empty_text"}}

ROWS = ("AdwActionRow", "AdwExpanderRow", "AdwComboRow", "AdwEntryRow", "AdwStatusPage",
        "AdwPreferencesGroup")


def last_argument(text, start):
    depth, from_here = 1, start
    for i in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[i], 0)
        if text[i] == "," and depth == 1:
            from_here = i + 1
        if depth == 0:
            return re.sub(r"\s+", " ", text[from_here:i]).strip()
    return ""


def is_own_text(argument):
    return argument == "escaped" or re.match(r'^("|N?_ ?\(|C_ ?\(|g_dp?gettext|NULL$)', argument)


def check_code(root, path, report):
    text = strip_comments(read(root, path))

    for match in MARKUP.finditer(text):
        if path not in MARKUP_PLACES:
            line = text.count("\n", 0, match.start()) + 1
            report.add(f"{path}:{line}", f"{match.group()}: show texts as text")
    if re.search(r"_set_use_markup \([^;]*FALSE\)|\"use-markup\", FALSE", text):
        return

    for match in SETTERS.finditer(text):
        argument = last_argument(text, match.end())
        if not is_own_text(argument) and argument not in HANDED.get(path, ()):
            line = text.count("\n", 0, match.start()) + 1
            report.add(f"{path}:{line}", f"{match.group(1)} takes markup or a mnemonic; is "
                       f"“{argument}” a string of the program?")


def check_template(root, path, report):
    for element in ElementTree.fromstring(read(root, path)).iter("object"):
        properties = {child.get("name"): child for child in element.findall("property")}
        bound = {child.get("name") for child in element.findall("binding")}
        bound |= {name for name, child in properties.items() if child.get("bind-source")}
        markup = properties.get("use-markup")
        plain = markup is not None and markup.text.strip().lower() == "false"

        if element.get("class") in ROWS and not plain:
            for name in bound & {"title", "subtitle", "description"}:
                report.add(path, f"{element.get('class')}: {name} is bound and is markup; "
                           "set use-markup to false")
        if markup is not None and not plain and "label" in bound:
            report.add(path, f"{element.get('class')}: a bound label with markup")


def main():
    report = Report()
    for path in find_files(sys.argv[1], ["src/ui"], (".c", ".h")):
        check_code(sys.argv[1], path, report)
    for path in find_files(sys.argv[1], ["ui"], (".ui",)):
        try:
            check_template(sys.argv[1], path, report)
        except ElementTree.ParseError:
            pass                # check-ui.py says so
    report.end()


if __name__ == "__main__":
    main()
