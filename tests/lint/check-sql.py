#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fail where SQL could be put together from what a user typed.

Values are bound to named parameters. What is printed into a statement are
names out of the field tables, which are constants of the program. So every
call of src/store that prints something into a text is looked at: what it prints
has to be of a kind that is always a constant, or one of the expressions that
were looked up and are listed below, file by file.
"""
import re
import sys

from sources import Report, find_files, read, strip_comments, strip_strings

# SQLite's own ways to print a value into a statement.
NEVER = re.compile(r"\bsqlite3_(v?mprintf|v?snprintf|str_v?appendf|get_table)\b")

PRINTS = re.compile(r"\b(g_strdup_v?printf|g_string_(append|prepend)_v?printf|g_string_v?printf|"
                    r"g_string_(append|prepend|insert|assign)(_len|_c)?|g_strconcat|g_strjoinv?|"
                    r"g_snprintf|sprintf|snprintf|asprintf) ?\(")

# Constants of the program wherever they stand: names of the field tables,
# choices, the statements made once for a kind, numbers, macros.
CONSTANT = re.compile(
    r"""^(
        (type|field|description|fields?\[\w+\]|type->fields\[\w+\]) (->|\.) name
      | (field|description) -> choices\[\w+\]\.code
      | dd_record_type_get\ \(.*\) -> name
      | dd_sql_get_kind\ \(.*\) -> \w+
      | dd_derived_get_expression\ \(.*\)
      | dd_query_get_status_condition\ \(\w+\)
      | [A-Z][A-Z0-9_]*
      | \d+u? | i | j | version | \(guint\)\ .* | \(int\)\ .*
      | '.'
    )$""", re.VERBOSE)

# What was looked up. It is made of the above in the same file; or it is no SQL
# but a path or a sentence; or, of dd-bulk.c, the name of an index that the
# schema of this program has made; or, of dd-search.c, words for MATCH, quoted,
# which are then bound like any value.
KNOWN = {
    "src/store/dd-backup.c": {"path", "stamp", "old_copy", "companions[i]"},
    "src/store/dd-bulk.c": {"(const char *) sqlite3_column_text (statement, 0)"},
    "src/store/dd-check.c": {"(const char *) sqlite3_column_text (statement, 0)",
                             "(const char *) sqlite3_column_text (statement, 1)",
                             "(const char *) sqlite3_column_text (statement, 2)"},
    "src/store/dd-copy.c": {"path"},
    "src/store/dd-file.c": {"path", "escaped", "stamp", "logs[i]", "unfinished"},
    "src/store/dd-header.c": {"path", "suffix"},
    "src/store/dd-import-error.c": {"format", "arguments"},
    "src/store/dd-migrate.c": {"path", "stamp"},
    "src/store/dd-query-order.c": {"table", "value"},
    "src/store/dd-query-sql.c": {"table", "get_table (query)", "key->expression",
                                 "key->descending ? other : side", "direction",
                                 'indexed == query->kind ? " " : '
                                 "dd_record_type_get (indexed)->name"},
    "src/store/dd-query-where.c": {"table", "get_coverage_condition (i)"},
    "src/store/dd-search.c": {"table", "suffixes[index]", "sources[index]", "columns->str",
                              "values->str", "pieces", "quoted"},
    "src/store/dd-sql.c": {"format", "key", "sql->columns"},
    "src/store/dd-store-error.c": {'_(" ")', "name", "get_sentence (error->code)"},
    "src/store/dd-store-history.c": {"get_name_column (kind)", "id"},
    "src/store/dd-store-watch.c": {"self->file"},
}


def find_end(text, start):
    """Where the bracket closes that opens behind start."""
    depth = 0
    for i in range(text.index("(", start), len(text)):
        depth += {"(": 1, ")": -1}.get(text[i], 0)
        if depth == 0:
            return i
    return len(text)


def split_arguments(text):
    """The arguments of a call, where strings and characters are blank."""
    arguments, depth, current = [], 0, ""
    for char in text:
        if char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        if char == "," and depth == 0:
            arguments.append(current)
            current = ""
        else:
            current += char
    return [re.sub(r"\s+", " ", one).strip() for one in arguments + [current]]


def find_printed(text, arguments, first):
    """Those arguments behind the format that are printed as text; numbers cannot do harm.

    text is the call with its strings, in which the format is the argument called first.
    """
    form = re.sub(r"\bG_G\w+_FORMAT\b", '"d"', text)
    form = "".join(re.findall(r'"((?:\\.|[^"\\])*)"', form))
    printed, following = set(), 0
    for place, letter in re.findall(r"%(?:(\d+)\$)?[-+ #0-9.]*(?:hh?|ll?|z)?([a-zA-Z%])", form):
        if letter == "%":
            continue
        following += 1
        if letter in "sc":
            printed.add(int(place) if place else following)

    return [argument for i, argument in enumerate(arguments[first + 1:], 1) if i in printed]


def is_harmless(argument):
    """Whether an argument without its literals leaves nothing, or constants."""
    if CONSTANT.match(argument):
        return True
    # A literal, several in a row with macros between, or one of two by a condition.
    if "?" in argument:
        argument = argument.split("?", 1)[1].replace(":", " ")
    rest = re.sub(r'"[^"]*"', " ", argument).strip()

    return all(CONSTANT.match(word) for word in rest.split())


def find_named(text):
    """Variables of the file that only ever hold a constant of the program."""
    harmless, others = set(), set()
    for name, value in re.findall(r"\bconst char \*(\w+) = ([^;]+);", text):
        value = re.sub(r"\s+", " ", value).strip()
        (harmless if is_harmless(value) else others).add(name)

    return harmless - others


def check_file(root, path, report):
    text = strip_comments(read(root, path))
    blanked = re.sub(r"'(\\.|[^'\\])'", lambda m: "'" + "_" * (len(m.group()) - 2) + "'",
                     strip_strings(text))

    for match in NEVER.finditer(blanked):
        line = text.count("\n", 0, match.start()) + 1
        report.add(f"{path}:{line}", f"{match.group()}: bind the value to a parameter")
    if not path.startswith("src/store/"):
        return

    known = KNOWN.get(path, set()) | find_named(blanked)
    for match in PRINTS.finditer(blanked):
        name, end = match.group(1), find_end(blanked, match.start())
        line = text.count("\n", 0, match.start()) + 1
        arguments = split_arguments(blanked[match.end():end])
        # The first one of a GString's functions is where it goes.
        first = 1 if name.startswith("g_string") else 0
        if name.endswith("printf") and arguments[first].startswith('"'):
            arguments = find_printed(text[match.end():end], arguments, first)
        else:
            arguments = arguments[first:]
        for argument in arguments:
            if not is_harmless(argument) and argument not in known:
                report.add(f"{path}:{line}", f"is “{argument}” a constant of the program? Bind it "
                           "to a parameter; or look it up and list it in check-sql.py")

def main():
    report = Report()
    for path in find_files(sys.argv[1], ["src"], (".c", ".h")):
        check_file(sys.argv[1], path, report)
    report.end()


if __name__ == "__main__":
    main()
