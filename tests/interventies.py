#!/usr/bin/env python3
"""The comparison of an intervention in an evaluation, computed once more from the deliveries: interventies.py PAGE.

Reads the example of the gemeente with the VVE deliveries of 2025-K2 and 2026-K2 and looks for the line of the
intervention on the page. Standard library only. Prints what is wrong.
"""
import csv
import html
import math
import re
import sys

Z = 1.959963984540054
FOLDER = "imports/voorbeeld/zoetermeer/"


def wilson(x, n):
  centre, half = 2 * x + Z * Z, Z * math.sqrt(Z * Z + 4 * x * (1 - x / n))
  return (centre - half) / (2 * (n + Z * Z)), (centre + half) / (2 * (n + Z * Z))


def shares(period, with_it):
  """[x, n] of the wijken with it, and of the others."""
  sums = [[0, 0], [0, 0]]
  with open(FOLDER + "VVE_%s_D.csv" % period, encoding="utf-8") as file:
    for row in csv.DictReader(file, delimiter=";"):
      if row["leeftijdsgroep"] == "2,5-4" and row["wijk"] not in ("Gemeente", "Onbekend"):
        side = sums[0 if row["wijk"] in with_it else 1]
        side[0] += int(row["aantal_in_opvang"])
        side[1] += int(row["aantal_doelgroep"])
  return sums


def dutch(value):
  return ("%.1f" % (value + 0.0)).replace(".", ",")


def expected(with_it):
  (voor_met, voor_zonder), (na_met, na_zonder) = shares("2025K2", with_it), shares("2026K2", with_it)
  value = down = up = 0
  for (x, n), sign in ((na_met, 1), (voor_met, -1), (na_zonder, -1), (voor_zonder, 1)):
    low, high = wilson(x, n)
    value += sign * x / n
    down += (x / n - low if sign > 0 else high - x / n) ** 2
    up += (high - x / n if sign > 0 else x / n - low) ** 2
  numbers = tuple(dutch(100 * v) for v in (value, value - math.sqrt(down), value + math.sqrt(up)))
  return "%s procentpunt (tussen %s en %s)" % numbers


def main():
  with open(sys.argv[1], encoding="utf-8") as file:
    page = html.unescape(re.sub(r"<[^>]+>", " ", file.read()))
  page = re.sub(r"\s+", " ", page)
  part = page[page.rindex("Is het meer dan toeval?"):]
  line = part[part.index("Huisbezoek over opvang"):][:400]
  want = [expected({"Palenstein", "Meerzicht"})]
  wrong = [w for w in want if w not in line]
  wrong += [w for w in ("Voorleesprogramma aan huis en Taalmaatjes. Tussen voor en na ligt een breuk in de reeks.",) if w not in part]
  wrong += [w for w in ("De vergelijking bewijst geen oorzaak.",) if w not in page]
  for text in wrong:
    print("not on the page: %s\n  there: %s" % (text, line))
  return 1 if wrong else 0


sys.exit(main())
