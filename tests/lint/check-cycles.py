#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fail when units of src/ need each other in a ring.

A unit is a .c file with its headers, the private one included. Within a layer
the build allows everything; rings are how a folder of small files becomes one
large file in pieces. Two files of one name are refused for the same reason:
which of them is meant would depend on who includes.
"""
import os
import re
import sys

from sources import Report, find_files, find_includes


def get_unit(path):
    return re.sub(r"(-private)?\.[ch]$", "", os.path.basename(path))


def find_rings(edges):
    """The groups of units that reach each other, after Tarjan, without recursion."""
    index, low, on_stack, stack, rings = {}, {}, set(), [], []

    for root in sorted(edges):
        if root in index:
            continue
        work = [(root, iter(sorted(edges[root])))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            unit, others = work[-1]
            for other in others:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    on_stack.add(other)
                    work.append((other, iter(sorted(edges[other]))))
                    break
                if other in on_stack:
                    low[unit] = min(low[unit], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[unit])
                if low[unit] == index[unit]:
                    ring = stack[stack.index(unit):]
                    del stack[stack.index(unit):]
                    on_stack -= set(ring)
                    if len(ring) > 1:
                        rings.append(sorted(ring))

    return rings


def main():
    root = sys.argv[1]
    report = Report()
    paths = find_files(root, ["src"], (".c", ".h"))
    by_name = {}

    for path in paths:
        name = os.path.basename(path)
        if name in by_name and name != "main.c":
            report.add(path, f"there is {by_name[name]} already; names are used once")
        by_name[name] = path

    edges = {get_unit(path): set() for path in paths}
    for path in paths:
        for _, name, _ in find_includes(root, path):
            if os.path.basename(name) in by_name and get_unit(name) != get_unit(path):
                edges[get_unit(path)].add(get_unit(name))

    for ring in find_rings(edges):
        report.add("ring", " ".join(ring))
    report.end()


if __name__ == "__main__":
    main()
