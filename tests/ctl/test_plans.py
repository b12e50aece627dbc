#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""dondocctl plans: the figures, against a reckoning of their own."""
import csv
import io
import random
from fractions import Fraction
from math import ceil

import ctl
from ctl import NOTHING, CtlTestCase, uid

PROPOSED = ("proposed", "approved", "enacted")
TITLE = 'Kế hoạch rà soát "2022 - 2025", đợt 1'


def record(kind, ordinal, /, **fields):
    return {"uid": uid(kind, ordinal), **fields}


def target(number, measure, value, due, **fields):
    return record(4, number, plan=uid(1, 1), measure=measure, operator="ge", value=value, due=due,
                  **fields)


def make_item(number, dice, reviewed):
    item = record(3, number, plan=uid(1, 1), procedure=uid(2, number), stage="reviewing",
                  outcome="undecided")
    if reviewed:
        item["stage"] = dice.choice(PROPOSED)
        item["outcome"] = dice.choice(("kept", "amended", "merged", "abolished", "undecided"))
    for what, most in (("cost", 10 ** 12), ("fields", 60)):
        if dice.random() < 0.6:
            item[what + "_before"] = dice.randint(0, most)
        if dice.random() < 0.6:
            item[what + "_after"] = dice.randint(0, most)
    return item


def get_after(item, what):
    before = item.get(what + "_before", 0)
    if what + "_before" not in item or item["stage"] not in PROPOSED:
        return before
    return 0 if item["outcome"] == "abolished" else item.get(what + "_after", before)


def reckon(items):
    """Numerator and denominator of each measure, from the items alone."""
    decided = [item for item in items if item["stage"] in PROPOSED]
    figures = {
        "reviewed": (len(decided), len(items)),
        "procedures_cut": (sum(item["outcome"] not in ("undecided", "kept") for item in decided),
                           len(items)),
    }
    for what in ("cost", "fields"):
        before = sum(item.get(what + "_before", 0) for item in items)
        after = sum(get_after(item, what) for item in items)
        figures[what + "_cut"] = (before - after, before)
    return figures


class TestPlans(CtlTestCase):
    def make_plan(self, items, targets):
        procedures = [record(2, i + 1, name=f"Thủ tục {i + 1}", level="province",
                             scope="internal_b") for i in range(len(items))]
        plan = record(1, 1, title=TITLE, number="31/KH-UBND", scope="internal_b",
                      first_day="2022-09-15", last_day="2025-12-31", state="issued")
        self.ctl("import", self.write_records(plan=[plan], procedure=procedures, plan_item=items,
                                              target=targets))

    def test_figures(self):
        dice = random.Random(1085)
        items = [make_item(i + 1, dice, reviewed=i < 214) for i in range(386)]
        self.make_plan(items, [target(1, "reviewed", 50, "2023-12-31"),
                               target(2, "procedures_cut", 90, "2024-12-31"),
                               target(3, "cost_cut", 99.5, "2024-12-31"),
                               target(4, "fields_cut", 99.5, "2024-12-31")])
        plan = self.json("plans", "--today", "2024-05-15")["plans"][0]
        self.assertEqual((plan["items"], plan["reviewed"]), (386, 214))

        figures = reckon(items)
        self.assertEqual(figures["reviewed"], (214, 386))
        for shown in plan["targets"]:
            with self.subTest(shown["measure"]):
                numerator, denominator = figures[shown["measure"]]
                needed = ceil(Fraction(str(shown["value"])) / 100 * denominator)
                self.assertEqual((shown["numerator"], shown["denominator"]),
                                 (numerator, denominator))
                self.assertEqual(shown["reached"], numerator >= needed)
                self.assertEqual(shown["missing"], max(needed - numerator, 0))

        text = self.ctl("plans", "--today", "2024-05-15")
        self.assertIn("386 procedures\n", text)
        self.assertIn("Share of procedures reviewed ≥ 50%: 214 of 386 (55.4%) – Reached\n", text)

    def test_nothing_to_say(self):
        # A plan without procedures has no figures, rather than 0%.
        self.make_plan([], [target(1, "reviewed", 50, "2023-12-31"),
                            target(2, "other", 80, None, text="Hồ sơ trực tuyến")])
        text = self.ctl("plans", "--today", "2024-05-15")
        self.assertIn("0 procedures\n", text)
        self.assertIn("≥ 50% – The plan has no procedures yet\n", text)
        self.assertIn("  Hồ sơ trực tuyến ≥ 80% – Nothing to count has been entered yet\n", text)

    def test_csv(self):
        items = [make_item(i + 1, random.Random(i), reviewed=i == 0) for i in range(3)]
        self.make_plan(items, [target(1, "reviewed", 50, "2023-12-31")])
        printed = self.ctl("plans", "--today", "2024-05-15", "--format=csv")
        rows = list(csv.DictReader(io.StringIO(printed.lstrip("\ufeff"))))
        self.assertEqual(len(rows), 1)
        self.assertEqual(rows[0]["title"], TITLE)
        self.assertEqual([rows[0][name] for name in ("items", "measure", "value", "numerator",
                                                     "denominator", "reached", "missing", "rag")],
                         ["3", "reviewed", "50", "1", "3", "false", "1", "red"])
        self.assertEqual(rows[0]["reason"], "1 procedure still missing, 136 days overdue")

    def test_no_plan(self):
        self.ctl("import", self.write_records())
        self.assertEqual(self.ctl("plans", expect=NOTHING), "There is no plan yet.\n")
        self.assertEqual(self.json("plans", expect=NOTHING)["plans"], [])
        self.assertTrue(self.ctl("plans", "--format=csv", expect=NOTHING)
                        .lstrip("\ufeff").startswith("uid,number,title,"))


if __name__ == "__main__":
    ctl.main()
