#!/usr/bin/env python3
"""Holds three things against each other, a TAP line per indicator: verwacht.csv (the worked examples, read by
people), what reken.py computes, and what the program said: python3 vergelijk.py FOLDER TOON.json

With --reken it holds only the second calculation against the program, for the gemeente: for a folder with many
deliveries that has no worked examples.
"""
import csv
import io
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.join(HERE, "..", "..")


def table(text):
  out = {}
  for row in csv.DictReader(io.StringIO(text), delimiter=";"):
    out.setdefault(row["indicator"], {})[(row["gebied"], row["periode"])] = tuple(row[k] for k in ("teller", "noemer", "waarde"))
  return out


def read(path):
  with open(path, encoding="utf-8") as file:
    return file.read()


def bounds(text):
  low, _, high = text.partition("..")
  return float(low), float(high or low)


def side(row, name):
  if row.get(name) is not None:
    return (row[name], row[name])
  if row.get(name + "_min") is not None:
    return (row[name + "_min"], row[name + "_max"])
  return None


def equal(text, got):
  if not text or got is None:
    return not text and got is None
  return all(abs(a - b) <= 1e-9 * max(1, abs(a)) for a, b in zip(bounds(text), got))


def differences(wanted, rows):
  wrong = []
  for place, (x, n, value) in wanted.items():
    row = rows.get(place)
    if row is None:
      wrong.append("%s %s: no outcome" % place)
      continue
    for name, text in (("teller", x), ("noemer", n), ("waarde", value)):
      got = side(row, name)
      if not x and name != "waarde":  # a difference, spread or index has no teller and noemer of its own
        continue
      if not equal(text, got):
        wrong.append("%s %s: %s is %s, expected %s (status %s)" % (*place, name, got, text or "none", row.get("status")))
  return wrong


def compare_all(computed, shown, gemeente):
  number = failed = 0
  for name, rows in computed.items():
    rows = {place: v for place, v in rows.items() if place[0] == gemeente}
    wrong = differences(rows, shown.get(name, {})) if name in shown else []
    number += 1
    failed += bool(wrong)
    print("%s %d - %s: %d figures%s" % ("not ok" if wrong else "ok", number, name, len(rows), "" if name in shown else " # SKIP not followed here"))
    for line in wrong[:6]:
      print("# " + line)
  print("1..%d" % number)
  return 1 if failed else 0


def main():
  only = "--reken" in sys.argv
  folder, toon = [word for word in sys.argv[1:] if word != "--reken"]
  wanted = table(read(os.path.join(HERE, "verwacht.csv")))
  computed = table(subprocess.run([sys.executable, os.path.join(HERE, "reken.py"), folder], check=True, capture_output=True, text=True).stdout)
  shown = {}
  for row in json.loads(read(toon))["rijen"]:
    shown.setdefault(row["indicator"], {})[(row["gebied_naam"], row["periode"])] = row
  if only:
    return compare_all(computed, shown, next(r["gebied_naam"] for rows in shown.values() for r in rows.values() if r["niveau"] == "gemeente"))
  number = failed = 0
  for name in sorted(n[:-5] for n in os.listdir(os.path.join(TOP, "indicators")) if n.endswith(".json")):
    definition = json.loads(read(os.path.join(TOP, "indicators", name + ".json")))
    number += 1
    if definition["klasse"] == "kwalitatief":
      print("ok %d - %s is kwalitatief: no number" % (number, name))
      continue
    wrong = [] if name in wanted else ["there is no worked example in verwacht.csv"]
    if wanted.get(name) != computed.get(name):
      wrong.append("reken.py says %s" % computed.get(name))
    wrong += differences(wanted.get(name, {}), shown.get(name, {}))
    failed += bool(wrong)
    print("%s %d - %s: %s" % ("not ok" if wrong else "ok", number, name, definition["naam"]))
    for line in wrong[:6]:
      print("# " + line)
  print("1..%d" % number)
  return 1 if failed else 0


sys.exit(main())
