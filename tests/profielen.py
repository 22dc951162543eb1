#!/usr/bin/env python3
"""Every import profile keeps to imports/README.md, and every fictional example keeps to its profile. TAP.

An independent reading of the same contract as src/def and src/import, in another language: columns, codes,
numbers, keys, totals and row checks of the example files are recomputed here. Standard library only.
"""
import csv
import fnmatch
import glob
import io
import json
import os
import re
import sys

TOP = {"schema", "bron", "naam", "versie", "geldig_vanaf", "rijen", "herkomst", "bestand", "periode", "kolommen", "verboden",
       "alles_of_niets", "vervangen"}
LOOSE = {"Voorbeeldstad afgeschermd.csv": "duo_po_pc4", "alle-vestigingen-bo.csv": "duo_vestigingen_bo",
         "alle-vestigingen-vo.csv": "duo_vestigingen_vo", "vsv-per-swv-2015.csv": "duo_vsv_school",
         "schooladviezen_voorbeeld.csv": "duo_schooladviezen", "achterstandsscores-scholen-2019.csv": "cbs_achterstandsscores",
         "SES_WOA_voorbeeld.csv": "cbs_ses_woa", "pc6hnr2025_gwb.csv": "cbs_pc6hnr", "pc4_wijk_2024_voorbeeld.csv": "pc4_wijk",
         "wijk_2024_2025.csv": "wijk_2024", "pc4_wijk_2026_voorbeeld.csv": "pc4_wijk", "pc6_wijk_2026_voorbeeld.csv": "pc6_wijk",
         "pc4_aandeel_2026_voorbeeld.csv": "pc4_aandeel", "VVE_PC4_2026K3_D.csv": "vve_postcode",
         "export_opendata_lrk_20260101.csv": "lrk", "VVE_KINDLIJST_2026K2_D.csv": "vve_kindlijst", "gebieden_voorbeeld.csv": "gebieden",
         "VERGELIJKING_2026-07-10.csv": "vergelijking"}
number = 0


def report(text, wrong):
  global number
  number += 1
  print("%s %d - %s" % ("not ok" if wrong else "ok", number, text))
  for line in wrong[:10]:
    print("# " + line)
  return not wrong


def key(text):
  return " ".join(str(text).lower().split())


def explained(heading):
  """The keys that a table under a heading of imports/README.md explains."""
  with open("imports/README.md", encoding="utf-8") as file:
    part = file.read().split("\n%s\n" % heading, 1)[1]
  rows = [line for line in re.split(r"\n#{2,3} ", part)[0].split("\n") if line.startswith("| `")]
  return {key for line in rows for key in re.findall(r"`([^`]+)`", line.split("|")[1])}


def check_profile(name, p):
  wrong = ["key missing: " + k for k in TOP - set(p)] + ["not explained in the README: " + k for k in set(p) - explained("## The profile")]
  if wrong:
    return wrong
  columns = {c["naam"] for c in p["kolommen"]}
  for c in p["kolommen"]:
    wrong += ["%s: not explained in the README: %s" % (c["naam"], k) for k in set(c) - explained("### kolommen")]
  known = columns | ({p["smelt"]["naar"], p["smelt"]["maat"]} if "smelt" in p else set())
  known |= {t["maat"] for t in p.get("tel", [])}
  refer = list(p.get("sleutel", [])) + p.get("optellen_over", []) + p.get("kenmerken", [])
  refer += [w["kolom"] for t in p.get("tel", []) for w in t.get("waar", [])] + p.get("gebied_via", {}).get("kolommen", [])
  for check in p.get("controles", []):
    rule = check["regel"]
    refer += [rule[k] for k in ("kolom", "hoogstens", "minstens") if k in rule] + rule.get("kolommen", [])
    refer += rule["is_som_van"] if isinstance(rule.get("is_som_van"), list) else []
  wrong += ["no such column: " + r for r in refer if r not in known]
  if "levert" in p:
    with open("imports/%s.json" % p["levert"], encoding="utf-8") as file:
      counts = {c["naam"] for c in json.load(file)["kolommen"]}
    wrong += ["%s does not count %s" % (p["levert"], t["maat"]) for t in p.get("tel", []) if t["maat"] not in counts]
    if "tel" not in p:
      wrong += ["%s does not count %s" % (p["levert"], c["naam"]) for c in p["kolommen"] if c["type"] == "geheel" and c["naam"] not in counts]
  if p["bron"] != name:
    wrong.append("bron is " + p["bron"])
  if p["alles_of_niets"] is not True or p["verboden"]["bsn_elfproef"] is not True:
    wrong.append("alles_of_niets and bsn_elfproef are always true")
  for part in ("herkomst", "bestand", "periode"):
    wrong += ["%s: not explained in the README: %s" % (part, k) for k in set(p[part]) - explained("### " + part)]
  has_area = any(c["type"] == "gebied" for c in p["kolommen"])
  if p["rijen"] in ("aantallen", "personen") and has_area == ("gebied_via" in p):
    wrong.append("an area column or gebied_via, one of the two")
  return wrong


def read(path, p):
  raw = open(path, "rb").read()
  for encoding in ("utf-8-sig", "cp1252"):
    try:
      text = raw.decode(encoding)
      break
    except UnicodeDecodeError:
      continue
  first = text.split("\n", 1)[0]
  delimiter = max(p["bestand"]["scheidingsteken"], key=first.count)
  rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
  return [cell.strip() for cell in rows[0]], rows[1:]


def value(cell, column, codes):
  """(low, high) of a number, None for a known word, or an error text."""
  cell = cell.strip()
  code = {key(k): v for k, v in {**codes, **column.get("waardecodes", {})}.items()}.get(key(cell))
  if code:
    if code["betekenis"] in ("fout", "vraag"):
      return "'%s' is refused" % cell
    return tuple(code["interval"]) if "interval" in code else None
  if not re.fullmatch(r"-?\d+([.,]\d+)?", cell) or (column["type"] == "geheel" and not cell.isdigit()):
    return "'%s' is no number" % cell
  n = float(cell.replace(",", "."))
  if not column.get("min", 0) <= n <= column.get("max", 1e12):
    return "'%s' is out of bounds" % cell
  return (n, n)


def check_cell(cell, c):
  cell = cell.strip()
  if c["type"] in ("code", "tekst", "datum", "janee", "periode") and not cell:
    return None if c.get("leeg_toegestaan") else "is empty"
  if c["type"] == "code" and cell not in c["codelijst"]:
    return "'%s' is not in the list" % cell
  if c["type"] == "janee" and key(cell) not in ("ja", "nee"):
    return "'%s' is not ja or nee" % cell
  if c["type"] == "datum" and not re.fullmatch(r"\d{4}-\d\d-\d\d|\d\d-\d\d-\d{4}|\d{8}", cell):
    return "'%s' is no date" % cell
  return None


def map_columns(header, p):
  """Index of each column of the profile in the header; a smelt column for each wide one."""
  at = {key(h): i for i, h in enumerate(header)}
  found, wrong = {}, []
  for c in p["kolommen"]:
    names = [n for n in [c["naam"]] + c.get("aliassen", []) if key(n) in at]
    if names:
      found[c["naam"]] = at[key(names[0])]
    elif c["verplicht"]:
      wrong.append("column %s is not there" % c["naam"])
  ignored = [key(n) for n in p.get("negeer", [])]
  wide = [i for i, h in enumerate(header) if "smelt" in p and fnmatch.fnmatchcase(h, p["smelt"]["kolommen"])]
  for i, h in enumerate(header):
    if i not in found.values() and i not in wide and not any(fnmatch.fnmatchcase(key(h), n) for n in ignored):
      wrong.append("column %s is not known" % h)
  return found, wide, wrong


def check_rows(p, header, rows):
  found, wide, wrong = map_columns(header, p)
  totals = {key(t) for t in p.get("totaalrijen", {}).get("waarden", [])}
  area = next((c["naam"] for c in p["kolommen"] if c["type"] == "gebied"), None)
  seen, numbers = {}, []
  for line, row in enumerate(rows, 2):
    if len(row) != len(header):
      wrong.append("line %d has %d cells" % (line, len(row)))
      continue
    counts = {}
    for c in p["kolommen"]:
      if c["naam"] not in found:
        continue
      cell = row[found[c["naam"]]]
      if c["type"] in ("geheel", "getal"):
        counts[c["naam"]] = value(cell, c, p.get("waardecodes", {}))
        bad = counts[c["naam"]] if isinstance(counts[c["naam"]], str) else None
      else:
        bad = check_cell(cell, c)
      if bad:
        wrong.append("line %d, %s: %s" % (line, c["naam"], bad))
    for i in wide:
      if isinstance(value(row[i], p["smelt"], p["waardecodes"]), str):
        wrong.append("line %d, %s: '%s'" % (line, header[i], row[i]))
    this = tuple(row[found[k]].strip() for k in p.get("sleutel", []) if k in found)
    if p["rijen"] not in ("personen", "koppeling") and this in seen:
      wrong.append("line %d has the key of line %d" % (line, seen[this]))
    seen[this] = line
    numbers.append((key(row[found[area]]) if area in found else "", [row[found[k]].strip() for k in p.get("sleutel", []) if k in found and k != area], counts))
  return wrong + check_rules(p, numbers, totals)


def check_rules(p, numbers, totals):
  wrong = []
  bounds = lambda counts, name: counts.get(name) if isinstance(counts.get(name), tuple) else None
  for check in p.get("controles", []):
    rule = check["regel"]
    if check["soort"] == "rij" and "hoogstens" in rule:
      for area, rest, counts in numbers:
        left, right = bounds(counts, rule["kolom"]), bounds(counts, rule["hoogstens"])
        if left and right and left[0] > right[1]:
          wrong.append("%s %s: %s > %s" % (check["id"], area, left, right))
    if check["soort"] == "rij" and "is_som_van" in rule:
      for area, rest, counts in numbers:
        terms = [bounds(counts, name) for name in rule["is_som_van"] + [rule["kolom"]]]
        if all(terms) and sum(t[0] for t in terms[:-1]) != terms[-1][0]:
          wrong.append("%s %s: the sum differs" % (check["id"], area))
    if check["soort"] == "totaal":
      for name in rule["kolommen"]:
        low, high, total = {}, {}, {}
        for area, rest, counts in numbers:
          pair = bounds(counts, name)
          if pair and area in totals:
            total[tuple(rest)] = pair
          elif pair and area != "buiten gemeente":
            low[tuple(rest)] = low.get(tuple(rest), 0) + pair[0]
            high[tuple(rest)] = high.get(tuple(rest), 0) + pair[1]
        wrong += ["%s %s: total %s is not the sum" % (check["id"], name, t) for k, t in total.items() if not low[k] <= t[0] <= high[k]]
        if numbers and not total:
          wrong.append("%s: no total row" % check["id"])
  return wrong


def main():
  os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
  profiles, good = {}, True
  for path in sorted(glob.glob("imports/*.json")):
    name = os.path.basename(path)[:-5]
    profile = json.load(open(path, encoding="utf-8"))
    good &= report("%s keeps to the README" % path, check_profile(name, profile))
    profiles[name] = profile
  used = set()
  for folder in sorted(glob.glob("imports/voorbeeld/*/")):
    files = {}
    for path in sorted(glob.glob(folder + "**/*.csv", recursive=True)):
      part = os.path.relpath(path, folder)
      if part.startswith("leveringen"):
        continue
      bron = part.split(os.sep)[0] if os.sep in part else LOOSE.get(part, "vve_doelgroep")
      files.setdefault(bron, []).append(path)
    for bron, paths in files.items():
      if bron not in profiles:
        continue
      used.add(bron)
      wrong = []
      for path in paths:
        wrong += ["%s: %s" % (os.path.basename(path), w) for w in check_rows(profiles[bron], *read(path, profiles[bron]))]
      good &= report("%s: %d example file(s) of %s keep to the profile" % (folder.split("/")[-2], len(paths), bron), wrong)
  good &= report("every profile has a fictional example", sorted(set(profiles) - used - {"wijk_geojson"}))
  print("1..%d" % number)
  return 0 if good else 1


sys.exit(main())
