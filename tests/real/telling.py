#!/usr/bin/env python3
"""Counts the published files by itself: python3 telling.py ../shared/data GEMEENTE prints bron;maat;low;high;decimals."""
import csv
import glob
import os
import sys

data, gemeente = sys.argv[1:3]
code = {"zoetermeer": "0637", "leiden": "0546", "heerenveen": "0074"}[gemeente]
total = {}


def rows(pattern, encoding="utf-8-sig"):
  for path in sorted(glob.glob(os.path.join(data, pattern))):
    with open(path, encoding=encoding, newline="") as file:
      yield from csv.DictReader(file, delimiter=";")


def add(bron, maat, cell, decimals=0):
  if cell.strip() == "":
    return
  low, high = (1, 4) if cell == "<5" else (round(float(cell.replace(",", ".")) * 10**decimals),) * 2
  t = total.setdefault((bron, maat), [0, 0, 0])
  t[0], t[1], t[2] = t[0] + low, t[1] + high, max(t[2], decimals)


place = {}
for kind in ("bo", "vo"):
  for row in rows("duo-vestigingen/alle-vestigingen-%s.csv" % kind, "cp1252"):
    place[row["VESTIGINGSNUMMER"]] = row["GEMEENTENUMMER"]
for row in rows("duo-vsv-2015/*.csv"):
  if place.get(row["brin_nummer"] + row["vestigings_nummer"]) == code:
    for maat in ("aantal_leerlingen", "vsv_totaal", "vsv_vmbo", "vsv_mbo", "vsv_overig"):
      add("duo_vsv_school", maat, row[maat])
for row in rows("duo-schooladviezen/*.csv"):
  if row["GEMEENTENUMMER"] == code:
    for maat in list(row)[5:]:
      add("duo_schooladviezen", maat, row[maat])
for row in rows("cbs-achterstandsscores/*.csv"):
  if place.get(row["VESTIGINGSCODE"]) == code:
    add("cbs_achterstandsscores", "AANTAL_BEKOSTIGDE_LEERLINGEN", row["AANTAL_BEKOSTIGDE_LEERLINGEN"])
    add("cbs_achterstandsscores", "ACHTERSTANDSSCORE", row["ACHTERSTANDSSCORE"], 2)
for row in rows("duo-po-pc4-2024/%s*.csv" % gemeente.capitalize()):
  for column, cell in row.items():
    if column.startswith("LEEFTIJD_"):
      add("duo_po_pc4", "leerlingen", cell)
for (bron, maat), t in sorted(total.items()):
  print(bron, maat, *t, sep=";")
