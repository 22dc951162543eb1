#!/usr/bin/env python3
"""Computes the indicators a second time, straight from definitions, profiles and files: python3 reken.py FOLDER.

The reference that the program is compared with: exact fractions, no database, no code shared with it. It
reads FOLDER/gebieden.csv, FOLDER/normen.csv (indicator;niveau;waarde;vanaf) and the deliveries, in the order of
FOLDER/leveringen.csv or else of their names, and prints

    indicator;gebied;periode;teller;noemer;waarde

Bounds are written as 3..12. A later delivery replaces an earlier one of the same source and period as a whole.
Standard library only.
"""
import csv
import datetime
import fnmatch
import glob
import io
import json
import math
import os
import re
import sys
from fractions import Fraction

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def load(pattern):
  out = {}
  for path in sorted(glob.glob(os.path.join(TOP, pattern))):
    with open(path, encoding="utf-8") as file:
      d = json.load(file)
    out[d.get("bron") or d.get("id")] = d
  return out


def key(text):
  return " ".join(text.lower().split())


def read_csv(path):
  with open(path, "rb") as file:
    raw = file.read()
  try:
    text = raw.decode("utf-8-sig")
  except UnicodeDecodeError:
    text = raw.decode("cp1252")
  delimiter = max(";,\t", key=text.split("\n", 1)[0].count)
  rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
  return [c.strip() for c in rows[0]], [[c.strip() for c in row] for row in rows[1:]]


# ---- periods -----------------------------------------------------------------------------------


def day(text):
  for pattern in (r"(\d{4})-(\d\d)-(\d\d)$", r"(\d{4})(\d\d)(\d\d)$"):
    m = re.match(pattern, text)
    if m:
      return datetime.date(*map(int, m.groups()))
  d, m, y = map(int, text.split("-"))
  return datetime.date(y, m, d)


def period(kind, text):
  """Code of the period and its last day."""
  if kind == "schooljaar":
    first = int(text[:4])
    return "%d/%d" % (first, first + 1), datetime.date(first + 1, 7, 31)
  if kind == "jaar":
    return text[:4], datetime.date(int(text[:4]), 12, 31)
  d = day(text)
  if kind == "kwartaal":
    return "%d-K%d" % (d.year, (d.month + 2) // 3), d
  return d.isoformat(), d


def period_of_name(profile, name):
  pattern = re.escape(profile["periode"]["uit_bestandsnaam"]["patroon"]).replace("\\{", "{").replace("\\}", "}").replace("\\-", "-")
  for mark, group in (("jjjj", r"(?P<j>\d{4})"), ("mm", r"(?P<m>\d\d)"), ("dd", r"(?P<d>\d\d)"), ("jj2", r"(?P<e>\d{4})"), ("*", ".*")):
    pattern = pattern.replace("{%s}" % mark, group).replace("{\\%s}" % mark, group)
  found = re.fullmatch(pattern, name).groupdict()
  if "e" in found:
    return "%d-%s" % (int(found["e"]) - 1, found["e"])
  return "-".join(found[k] for k in "jmd" if k in found)


def previous_quarter(code):
  year, quarter = int(code[:4]), int(code[-1])
  return "%d-K%d" % ((year, quarter - 1) if quarter > 1 else (year - 1, 4))


# ---- from files to observations ----------------------------------------------------------------


class World:

  def __init__(self, folder):
    self.folder = folder
    self.profiles = load("imports/*.json")
    self.indicators = load("indicators/*.json")
    self.areas = {}  # key of name, code or bare number -> code
    self.level, self.name = {}, {}
    header, rows = read_csv(os.path.join(folder, "gebieden.csv"))
    for row in rows:
      a = dict(zip(header, row))
      for name in [a["naam"], a["code"], a["code"][2:]] + [x for x in a["aliassen"].split("|") if x]:
        self.areas[key(name)] = a["code"]
      self.level[a["code"]], self.name[a["code"]] = a["niveau"], a["naam"]
    self.gemeente = next(c for c, n in self.level.items() if n == "gemeente")
    self.seen = {}  # bron -> {(area, period, traits, maat): (low, high)}
    self.ends = {}  # period -> last day
    for path in self.deliveries():
      self.take(path)
    self.norms = {(i, n): (Fraction(v.replace(",", ".")), day(since)) for i, n, v, since in read_csv(os.path.join(folder, "normen.csv"))[1]}

  def deliveries(self):
    listed = os.path.join(self.folder, "leveringen.csv")
    if os.path.exists(listed):
      return [os.path.join(self.folder, row[0]) for row in read_csv(listed)[1]]
    names = sorted(set(os.listdir(self.folder)) - {"gebieden.csv", "normen.csv"})
    return [os.path.join(self.folder, name) for name in names if name.endswith(".csv")]

  def profile_of(self, header):
    """The profile whose columns all stand in the header; of several the one with most columns."""
    names, best = {key(h) for h in header}, None
    for p in self.profiles.values():
      known = [c for c in p["kolommen"] if {key(n) for n in [c["naam"]] + c.get("aliassen", [])} & names]
      missing = [c for c in p["kolommen"] if c["verplicht"] and c not in known]
      if not missing and (best is None or len(known) > best[0]):
        best = (len(known), p)
    return best[1]

  def take(self, path):
    header, rows = read_csv(path)
    p = self.profile_of(header)
    at = {key(h): i for i, h in enumerate(header)}
    place = {}
    for c in p["kolommen"]:
      for n in [c["naam"]] + c.get("aliassen", []):
        place.setdefault(c["naam"], at[key(n)]) if key(n) in at else None
    wide = [(i, h) for i, h in enumerate(header) if "smelt" in p and fnmatch.fnmatchcase(h, p["smelt"]["kolommen"])]
    out, children = {}, set()
    for cells in rows:
      row = {name: cells[i] for name, i in place.items()}
      self.take_row(p, row, [(h[h.index("_") + 1:], cells[i]) for i, h in wide], os.path.basename(path), out, children)
    new = {where[1] for where in out}
    kept = {where: b for where, b in self.seen.get(p["bron"], {}).items() if where[1] not in new}
    self.seen[p["bron"]] = {**kept, **out}

  def take_row(self, p, row, wide, name, out, children):
    kind = p["periode"]["type"]
    text = row[p["periode"]["kolom"]] if p["periode"]["uit"] == "kolom" else period_of_name(p, name)
    code, end = period(kind, text)
    self.ends[code] = end
    area = self.area_of(p, row)
    if area is None:
      return
    if p["rijen"] == "personen":
      child = tuple(row[k] for k in p["sleutel"])
      if child in children:
        return
      children.add(child)
    traits = {k: row[k] for k in self.traits(p)}
    counts = [] if p["rijen"] in ("personen", "register") else [(c["naam"], row[c["naam"]], c) for c in p["kolommen"]
              if c["type"] in ("geheel", "getal") and c["naam"] in row and c["naam"] not in p.get("sleutel", [])]
    for maat, cell, column in counts:
      self.add(out, area, code, traits, maat, self.value(p, cell, column))
    for t in p.get("tel", []):
      met = all(self.meets(row, rule, end) for rule in t.get("waar", []))
      self.add(out, area, code, traits, t["maat"], (int(met), int(met)))
    for trait, cell in wide:
      self.add(out, area, code, {**traits, p["smelt"]["naar"]: trait}, p["smelt"]["maat"], self.value(p, cell, p["smelt"]))

  def traits(self, p):
    if p["rijen"] in ("personen", "register"):
      return p.get("kenmerken", [])
    skip = set(p.get("optellen_over", [])) | {p["periode"].get("kolom")} | {c["naam"] for c in p["kolommen"] if c["type"] == "gebied"}
    return [k for k in p["sleutel"] if k not in skip and not ("smelt" in p and k == p["smelt"]["naar"])]

  def area_of(self, p, row):
    column = next((c for c in p["kolommen"] if c["type"] == "gebied"), None)
    if column is None:
      return self.gemeente
    text = key(row[column["naam"]])
    if text in {key(t) for t in p.get("totaalrijen", {}).get("waarden", [])}:
      return "TOTAAL"
    if text == "onbekend":
      return "ONBEKEND"
    return None if text == "buiten gemeente" else self.areas[text]

  def value(self, p, cell, column):
    code = {key(k): v for k, v in {**p.get("waardecodes", {}), **column.get("waardecodes", {})}.items()}.get(key(cell))
    if code:
      return tuple(code["interval"]) if "interval" in code else None
    n = Fraction(cell.replace(",", "."))
    return (n, n)

  def meets(self, row, rule, end):
    cell = row.get(rule["kolom"], "")
    if "is" in rule:
      return cell in rule["is"]
    if "is_niet" in rule:
      return cell not in rule["is_niet"]
    if "leeg" in rule:
      return (cell == "") == rule["leeg"]
    if not cell:
      return False
    if "minstens" in rule:
      return int(cell) >= int(rule["minstens"])
    if "hoogstens" in rule:
      return int(cell) <= int(rule["hoogstens"])
    if "voor_peil" in rule:
      return day(cell) <= end
    if "binnen_dagen_na" in rule:
      other = row[rule["binnen_dagen_na"]]
      return bool(other) and (day(cell) - day(other)).days <= rule["dagen"]
    months = end.year * 12 + end.month - 1 - rule["binnen_maanden_voor_peil"]
    year, month = divmod(months, 12)
    last = (datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1) - datetime.timedelta(1)).day
    return datetime.date(year, month + 1, min(end.day, last)) <= day(cell) <= end

  def add(self, out, area, code, traits, maat, bounds):
    where = (area, code, tuple(sorted(traits.items())), maat)
    if bounds is not None:
      low, high = out.get(where, (0, 0))
      out[where] = (low + bounds[0], high + bounds[1])

  # ---- from observations to indicators ---------------------------------------------------------

  def sum(self, side, area, code, unknown, groups=()):
    """(low, high) of one side in an area and period, or None when nothing was delivered."""
    rules = side.get("waar", []) + list(groups)
    parts = {}
    for (a, c, traits, maat), bounds in self.seen.get(side["bron"], {}).items():
      t = dict(traits)
      if c == code and maat == side["kolom"] and all(t.get(r["kolom"]) in r["is"] for r in rules):
        low, high = parts.get(a, (0, 0))
        parts[a] = (low + bounds[0], high + bounds[1])
    if area in parts:
      return parts[area]
    if area != self.gemeente:
      return None
    if side["tel"] == "aangeleverd":
      return parts.get("TOTAAL")
    if "TOTAAL" in parts and any(b[0] != b[1] for b in parts.values()):
      return parts["TOTAAL"]  # the supplier hid a wijk; the total row still says what the gemeente has
    wanted = [b for a, b in parts.items() if self.level.get(a) == "wijk" or (a == "ONBEKEND" and unknown)]
    return (sum(b[0] for b in wanted), sum(b[1] for b in wanted)) if wanted else None

  def partner(self, side, code):
    """The period of the noemer that belongs to the teller's."""
    how = side.get("koppeling", "zelfde")
    if how == "zelfde":
      return code
    if how == "vorige_n":
      for _ in range(side["n"]):
        code = previous_quarter(code)
      return code
    wanted = {"laatste_1_januari": (1, 1), "laatste_1_oktober": (10, 1)}[how]
    known = {c for (a, c, t, m) in self.seen.get(side["bron"], {})}
    dates = [c for c in known if self.ends[c] <= self.ends[code] and (self.ends[c].month, self.ends[c].day) == wanted]
    return max(dates) if dates else None

  def share(self, d, area, code, groups=()):
    unknown = d["gebied"]["onbekend"] == "eigen_rij"
    x = self.sum(d["teller"], area, code, unknown, groups)
    n = self.sum(d["noemer"], area, self.partner(d["noemer"], code), unknown, groups) if "noemer" in d else None
    return x, n

  def results(self):
    for name, d in self.indicators.items():
      base = self.indicators[d["afgeleid"]["van"]] if "afgeleid" in d else d
      if "teller" not in base:
        continue
      periods = sorted({c for (a, c, t, m) in self.seen.get(base["teller"]["bron"], {})}, key=lambda c: self.ends[c])
      for code in periods:
        for area in [self.gemeente] + [a for a, level in self.level.items() if level == "wijk" and "wijk" in d["gebied"]["niveaus"]]:
          row = self.result(d, base, area, code)
          if row:
            yield (name, self.name[area], code) + row

  def result(self, d, base, area, code):
    factor = {"aandeel": 100, "per_100": 100, "per_1000": 1000}.get(d["soort"])
    if d["soort"] == "index":
      return self.index(d, code)
    if "afgeleid" in d:
      return self.derived(d, base, area, code)
    x, n = self.share(d, area, code)
    if x is None or ("noemer" in d and n is None):
      return None
    if factor is None:
      return x, None, x
    if n[0] == 0:
      return x, n, None
    return x, n, (factor * x[0] / Fraction(n[1]), factor * x[1] / Fraction(n[0]))

  def derived(self, d, base, area, code):
    how = d["afgeleid"]["bewerking"]
    if how == "verschil":
      values = []
      for side in ("groep", "groep_min"):
        x, n = self.share(base, area, code, d["afgeleid"][side])
        if not x or not n or not n[0]:
          return None
        values.append(Fraction(100) * x[0] / n[0])
      return None, None, (values[0] - values[1],) * 2
    if how == "noemer_min_teller":
      x, n = self.share(base, area, code)
      return x and ((n[0] - x[1], n[1] - x[0]), None, (n[0] - x[1], n[1] - x[0]))
    if how == "spreiding":
      return self.spread(base, code)
    norm, since = self.norms.get((base["id"], self.level[area]), (None, None))
    x, n = self.share(base, area, code)
    if how != "tekort" or norm is None or not x or self.ends[code] < since:
      return None
    short = max(0, math.ceil(norm * n[0] / 100) - x[0])
    return (short, short), None, (short, short)

  def spread(self, base, code):
    """Calculation rules E.4: spread between wijken in points, what chance gives taken off."""
    wijken = [(Fraction(x[0]), Fraction(n[0])) for x, n in (self.share(base, a, code) for a, level in self.level.items() if level == "wijk") if x and n]
    if any(n < 2 for x, n in wijken):
      return None  # hidden by the source, or one child: no spread can be given
    total = sum(n for x, n in wijken)
    mean = sum(x for x, n in wijken) / total
    square = sum(n / total * (x / n - mean) ** 2 - n / total * (1 - n / total) * (x / n) * (1 - x / n) / (n - 1) for x, n in wijken)
    return None, None, (100 * math.sqrt(max(0, square)),) * 2

  def index(self, d, code):
    """Half the sum over schools of |share of the disadvantaged - share of the others|."""
    schools = {}
    for side, place in (("teller", 0), ("noemer", 1)):
      for (a, c, traits, maat), bounds in self.seen.get(d[side]["bron"], {}).items():
        t = dict(traits)
        if c == code and maat == d[side]["kolom"] and all(t.get(r["kolom"]) in r["is"] for r in d[side].get("waar", [])):
          schools.setdefault(t["school"], [0, 0])[place] += bounds[0]
    inside, outside = sum(x for x, n in schools.values()), sum(n - x for x, n in schools.values())
    value = sum(abs(Fraction(x) / inside - Fraction(n - x) / outside) for x, n in schools.values()) / 2
    return None, None, (value, value)


def text(bounds):
  if bounds is None:
    return ""
  low, high = (("%.10g" % float(b)) for b in bounds)
  return low if low == high else "%s..%s" % (low, high)


def main():
  out = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
  out.writerow(["indicator", "gebied", "periode", "teller", "noemer", "waarde"])
  for name, area, code, x, n, value in World(sys.argv[1]).results():
    out.writerow([name, area, code, text(x), text(n), text(value)])


if __name__ == "__main__":
  main()
