#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold data/dondoc-exchange.schema.json against the field tables of the model.

The program given, print-fields, prints the tables. Then the sample data is
held against the schema, with a validator for the words that the schema uses.
"""
import json
import os
import re
import subprocess
import sys

from sources import Report, read

SCHEMA = "data/dondoc-exchange.schema.json"
SAMPLE = "data/sample.json"
COMMON = ["uid", "created", "changed"]

# In sample data a day may be reckoned from the day on which it is taken.
RELATIVE_DAY = re.compile(r"^today([+-][0-9]+)?$")


def read_tables(program):
    kinds = {}
    for line in subprocess.run([program], check=True, capture_output=True,
                               text=True).stdout.splitlines():
        kind, *field = line.split("\t")
        kinds.setdefault(kind, []).append(field)
    return kinds


def describe(field):
    """What the schema has to say of a field."""
    _, form, required, computed, limit, reference, choices = field
    required = required == "required"
    optional = "" if required else "optional_"
    plain = {"text": "string", "number": "integer", "real": "number", "flag": "boolean"}

    if form == "reference":
        node = {"$ref": f"#/$defs/{optional}uid", "refers_to": reference}
    elif form in ("day", "instant", "list"):
        node = {"$ref": f"#/$defs/{optional}{form}"}
    elif form == "choice":
        node = {"enum": choices.split(",") + ([] if required else [None])}
    else:
        node = {"type": plain[form] if required else [plain[form], "null"]}
        if form == "text" and required:
            node["minLength"] = 1
        if int(limit):
            node["maxLength"] = int(limit)
    if computed == "computed":
        node["readOnly"] = True

    return node


def check_schema(root, schema, kinds, report):
    listed = [name for name in schema["properties"] if name not in ("format", "version")]
    if listed != list(kinds):
        report.add(SCHEMA, f"the kinds are {listed}; the model has {list(kinds)}, in this order")

    for kind, fields in kinds.items():
        node = schema["$defs"].get(kind)
        if node is None or schema["properties"].get(kind) != {
                "type": "array", "items": {"$ref": f"#/$defs/{kind}"}}:
            report.add(SCHEMA, f"{kind} is not described")
            continue
        if not node.get("description"):
            report.add(SCHEMA, f"{kind}: what is it?")
        if node.get("additionalProperties") is not False:
            report.add(SCHEMA, f"{kind}: other members are not refused")
        required = [field[0] for field in fields if field[2] == "required"]
        if node.get("required") != required:
            report.add(SCHEMA, f"{kind}: required are {required}")
        for name in node["properties"]:
            if name not in COMMON and name not in [field[0] for field in fields]:
                report.add(SCHEMA, f"{kind}: the model has no {name}")
        for field in fields:
            there = dict(node["properties"].get(field[0], {}))
            there.pop("description", None)
            if there != describe(field):
                report.add(SCHEMA, f"{kind}: “{field[0]}” has to be "
                           + json.dumps(describe(field), ensure_ascii=False))

    header = read(root, "src/exchange/dd-json-reader.h")
    for member, name in (("format", "DD_JSON_FORMAT"), ("version", "DD_JSON_VERSION")):
        value = json.loads(re.search(rf"#define {name} (\S+)", header).group(1))
        if schema["properties"][member] != {"const": value}:
            report.add(SCHEMA, f"{member} is {value}")


def has_type(value, name):
    return {"object": isinstance(value, dict), "array": isinstance(value, list),
            "string": isinstance(value, str), "boolean": isinstance(value, bool),
            "null": value is None,
            "integer": isinstance(value, int) and not isinstance(value, bool),
            "number": isinstance(value, (int, float)) and not isinstance(value, bool)}[name]


def validate(schema, node, value, place):
    """The first thing that is wrong with a value, or None."""
    if "$ref" in node:
        name = node["$ref"].split("/")[-1]
        if name.endswith("day") and isinstance(value, str) and RELATIVE_DAY.match(value):
            return None
        return validate(schema, schema["$defs"][name], value, place)
    if "anyOf" in node:
        wrong = [validate(schema, one, value, place) for one in node["anyOf"]]
        return None if None in wrong else wrong[0]
    if "const" in node and value != node["const"]:
        return f"{place}: {value!r} is not {node['const']!r}"
    if "enum" in node and value not in node["enum"]:
        return f"{place}: {value!r} is none of {node['enum']}"
    if "type" in node:
        types = node["type"] if isinstance(node["type"], list) else [node["type"]]
        if not any(has_type(value, one) for one in types):
            return f"{place}: {value!r} is not of type {types}"
    if isinstance(value, str):
        if not node.get("minLength", 0) <= len(value) <= node.get("maxLength", 10 ** 9):
            return f"{place}: {len(value)} characters"
        if "pattern" in node and not re.search(node["pattern"], value):
            return f"{place}: {value!r} does not look like {node['pattern']}"
    if isinstance(value, list) and "items" in node:
        for i, one in enumerate(value):
            wrong = validate(schema, node["items"], one, f"{place}[{i}]")
            if wrong:
                return wrong
    if isinstance(value, dict):
        for name in node.get("required", []):
            if value.get(name) is None:
                return f"{place}: {name} is missing"
        for name, one in value.items():
            if name not in node.get("properties", {}):
                return f"{place}: {name} is not known"
            wrong = validate(schema, node["properties"][name], one, f"{place}.{name}")
            if wrong:
                return wrong
    return None


def main():
    root, program = sys.argv[1:3]
    report = Report()
    schema = json.loads(read(root, SCHEMA))
    check_schema(root, schema, read_tables(program), report)
    if os.path.exists(os.path.join(root, SAMPLE)):
        wrong = validate(schema, schema, json.loads(read(root, SAMPLE)), SAMPLE)
        if wrong:
            report.add("schema", wrong)
    report.end()


if __name__ == "__main__":
    main()
