#!/usr/bin/env python3
"""GOV-01..12 of Zoetermeer counted once more from the newest registers: overleg.py FIGURES.json (of toon --json).

Written from the texts (LEA paragraaf 4.1, Uitvoeringsagenda), not from the profiles. Standard library only. Prints what
differs.
"""
import csv
import datetime
import json
import sys

FOLDER = "imports/voorbeeld/zoetermeer/"
DAY = "2026-07-14"


def rows(name):
  with open(FOLDER + name, encoding="utf-8") as file:
    return list(csv.DictReader(file, delimiter=";"))


def within(meeting, days):
  if not meeting["verslag_verzonden"]:
    return False
  sent, held = (datetime.date.fromisoformat(meeting[k]) for k in ("verslag_verzonden", "datum"))
  return 0 <= (sent - held).days <= days


def done(actions, doel):
  return sum(a["soort"] == "mijlpaal" and a["doel_id"] == doel and a["status"] == "klaar" for a in actions)


def expected():
  want, actions = {}, rows("acties/ACTIES_%s.csv" % DAY)
  for year in ("2025", "2026"):
    held = [m for m in rows("overleggen/OVERLEGGEN_%s.csv" % DAY) if m["status"] == "gehouden" and m["datum"].startswith(year)]
    of = {g: [m for m in held if m["gremium"] == g] for g in ("stuurgroep", "platform", "themabijeenkomst", "overlegtafel")}
    group, tables = of["stuurgroep"], of["overlegtafel"]
    want["GOV-01", year] = (len(group), None)
    want["GOV-02", year] = (sum(m["themablad_id"] != "" for m in group), len(group))
    want["GOV-03", year] = (len(of["platform"]), None)
    want["GOV-04", year] = (len(of["themabijeenkomst"]), None)
    want["GOV-05", year] = (sum(within(m, 14) for m in group), len(group))
    want["GOV-07", year] = (sum(5 <= int(m["deelnemers"]) <= 8 for m in tables), len(tables))
  tasks = [a for a in actions if a["soort"] == "opdracht"]
  want["GOV-06", DAY] = (sum(all(a[k] for k in ("doel_id", "meetmiddel", "partij", "deadline")) for a in tasks), len(tasks))
  want["GOV-08", DAY] = (done(actions, "ZM-M-ROTATIE"), None)
  want["GOV-09", DAY] = (done(actions, "ZM-M-EVAL-2026"), None)
  want["GOV-11", DAY] = (done(actions, "ZM-M-OAB-2026"), None)
  due = [a for a in actions if a["soort"] == "actie" and a["deadline"] and a["deadline"] <= DAY and a["status"] != "gestopt"]
  want["GOV-10", DAY] = (sum(a["status"] == "klaar" and a["afgerond_op"] <= a["deadline"] for a in due), len(due))
  budget = [r for r in rows("telling_jaar/TELLING_2025_D.csv") if r["onderwerp"].startswith("budget_ambitie_")]
  want["GOV-12", "2025"] = (sum(int(r["aantal"]) for r in budget), sum(int(r["totaal"]) for r in budget))
  return want


def main():
  with open(sys.argv[1], encoding="utf-8") as file:
    have = {(r["indicator"], r["periode"]): (r["teller"], r["noemer"]) for r in json.load(file)["rijen"]}
  wrong = ["%s %s: %s, not %s" % (*k, have.get(k), v) for k, v in sorted(expected().items()) if have.get(k) != v]
  print("\n".join(wrong))
  return 1 if wrong else 0


sys.exit(main())
