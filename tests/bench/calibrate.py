#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How often findings are right that are marked with a confidence.

usage: calibrate.py DONDOCCTL FOLDER...

Each NN.txt with a reading NN.json in a folder is read by dondocctl. A finding is right if it
is a directive of the reading and its lead and its deadline are right. Prints, for each bin of
confidences, how many findings are in it and which share of them is right, and with --wrong
before the folders those of at least 0.9 that are wrong.
"""
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

EDGES = [0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.93, 0.96, 1.01]
SURE = 0.9


def fold(name):
    text = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = text.replace("uy ban nhan dan", "ubnd").replace("thu tuc hanh chinh", "tthc")
    return re.sub(r"^(cac|dong chi) ", "", re.sub(r"[^a-z0-9]+", " ", text).strip())


def length(span):
    return span[1] - span[0]


def overlap(gold, found):
    common = min(gold["span"][1], found["end"]) - max(gold["span"][0], found["start"])
    shorter = min(gold["span"][1] - gold["span"][0], found["end"] - found["start"])
    return common / max(1, shorter)


def is_right(gold, found):
    days = {gold["deadline"], gold.get("last_day_strict") or gold["deadline"]}
    days.update(gold.get("deadline_alt") or [])
    same = {fold(name) for name in gold["lead"]} == {fold(name) for name in found["lead"]}
    # Of several clauses that are one directive each may have a deadline of its own.
    return same and (found["deadline"] in days or len(gold.get("clauses") or []) > 1)


def read(program, path):
    gold = json.loads(path.read_text())
    day = gold["document"].get("reference_date") or gold["document"].get("date") or ""
    command = [program, "extract", "--format=json"] + (["--date", day[:10]] if day else [])
    done = subprocess.run(command + [str(path.with_suffix(".txt"))], capture_output=True,
                          text=True, check=True)
    return gold["directives"], json.loads(done.stdout)["directives"]


def judge(gold, found):
    """Each finding with whether it is right; no directive counts twice unless it has clauses."""
    room = [max(1, len(one.get("clauses") or [])) for one in gold]
    near = sorted(((overlap(one, other), -abs(length(one["span"]) - other["end"] + other["start"]),
                    i, j) for i, one in enumerate(gold)
                   for j, other in enumerate(found)), reverse=True)
    right = {}
    for share, _, i, j in near:
        if share >= 0.5 and room[i] > 0 and j not in right:
            room[i] -= 1
            right[j] = is_right(gold[i], found[j])
    return [(other, right.get(j, False)) for j, other in enumerate(found)]


def main():
    arguments = [one for one in sys.argv[1:] if one != "--wrong"]
    if len(arguments) < 2:
        sys.exit(__doc__)
    judged = []
    for folder in arguments[1:]:
        for path in sorted(pathlib.Path(folder).rglob("*.json")):
            if path.with_suffix(".txt").exists():
                judged += [(path.stem, *one) for one in judge(*read(arguments[0], path))]

    print(f"{'confidence':<14} {'findings':>8} {'right':>7}")
    for low, high in zip(EDGES, EDGES[1:]):
        inside = [right for _, one, right in judged if low <= one["confidence"] < high]
        if inside:
            print(f"{low:.2f} – {min(high, 1):.2f}    {len(inside):>8}"
                  f" {sum(inside) / len(inside):>7.3f}")
    sure = [right for _, one, right in judged if one["confidence"] >= SURE]
    print(f"{SURE:.2f} and more  {len(sure):>8} {sum(sure) / max(1, len(sure)):>7.3f}")
    if "--wrong" in sys.argv:
        for stem, one, right in judged:
            if not right and one["confidence"] >= SURE:
                print(f"{stem} {one['confidence']:.2f} {one['lead']} {one['quote'][:100]!r}")


if __name__ == "__main__":
    main()
