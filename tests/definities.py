#!/usr/bin/env python3
"""The definition files agree with each other: a second reading of indicators/ beside `ijkpunt controleer`. TAP.

Sources, maten and kenmerken exist in the profiles; ids, families, goals and norms point at something; quotations
are literal where the policy texts stand beside the repository. Standard library only.
"""
import glob
import json
import os
import re
import sys

GEMEENTEN = ("zoetermeer", "leiden", "heerenveen")
SEEDS = {
    "Bestuurlijke beloften LEA Zoetermeer": "bestuurlijke-beloften-lea-zoetermeer",
    "De Lokaal Educatieve Agenda Zoetermeer 2021-2030": "lea-zoetermeer-2021-2030",
    "LEA 2021-2030": "lea-zoetermeer-2021-2030",
    "Uitvoeringsagenda LEA Zoetermeer 2025-2026": "uitvoeringsagenda-lea-zoetermeer-2025-2026",
    "Uitvoeringsagenda LEA Zoetermeer, september 2025 - december 2026": "uitvoeringsagenda-lea-zoetermeer-2025-2026",
    "Uitvoeringsagenda LEA 2025-2026": "uitvoeringsagenda-lea-zoetermeer-2025-2026",
    "Programma Jeugd en onderwijs, gemeente Leiden": "programma-jeugd-en-onderwijs-leiden",
    "Samen aan de slag!, gemeente Heerenveen": "samen-aan-de-slag-heerenveen",
    "Nieuwsbericht 'Samen aan de slag!', gemeente Heerenveen": "samen-aan-de-slag-heerenveen",
}
# Every element that the policy texts hold, by its id: what must be a goal somewhere.
ELEMENTS = {
    "zoetermeer": ["ZM-A%d" % i for i in (1, 2, 3)] + ["ZM-V1.%d" % i for i in range(1, 7)] + ["ZM-V2.%d" % i for i in range(1, 7)]
                  + ["ZM-V3.%d" % i for i in range(1, 6)] + ["ZM-B%d" % i for i in range(1, 7)]
                  + ["ZM-OAB-" + x for x in "S1 S2 I1 I2 I3 I4 I5 A1 A2 A3 A4 A5 T1".split()] + ["ZM-L%d" % i for i in range(1, 7)]
                  + ["ZM-F" + x for x in "1.1 1.1a 1.1b 1.2 2.1 2.1a 2.1b 3.1 3.1a 3.1b 3.1c 4.1 4.1a 5.1 5.2 6.1 6.1a".split()],
    "leiden": ["LE-D%d" % i for i in range(1, 21)],
    "heerenveen": ["HV-" + x for x in "D0 D1 D2 D3 D4 L1 L2 L3 M1 M2".split()],
}
# Duties about the cooperation itself: each is the indicator of a goal.
DUTIES = ["GOV-%02d" % i for i in range(1, 13)] + ["INT-%02d" % i for i in (1, 2, 3)]
COUNTS = {"zoetermeer": {"ambitie": 3, "vraagstuk": 17, "belofte": 6, "oab_afspraak": 13, "actielijn": 6, "focusdoel": 8 + 9}}
number = failed = 0


def report(text, wrong):
  global number, failed
  number += 1
  failed += bool(wrong)
  print("%s %d - %s" % ("not ok" if wrong else "ok", number, text))
  for line in wrong[:20]:
    print("# " + line)


def load(pattern):
  out = {}
  for path in sorted(glob.glob(pattern)):
    with open(path, encoding="utf-8") as file:
      out[os.path.basename(path)[:-5]] = json.load(file)
  return out


def maten(profile):
  """What can be counted from a source, and by which kenmerken."""
  counts = {t["maat"] for t in profile.get("tel", [])}
  key = profile.get("sleutel", [])
  if profile["rijen"] not in ("personen", "register"):
    counts |= {c["naam"] for c in profile["kolommen"] if c["type"] in ("geheel", "getal") and c["naam"] not in key}
  traits = set(profile.get("kenmerken", []))
  if profile["rijen"] not in ("personen", "register"):
    traits |= {k for k in key if k not in profile.get("optellen_over", [])}
    traits -= {c["naam"] for c in profile["kolommen"] if c["type"] == "gebied"} | {profile["periode"].get("kolom")}
  if "smelt" in profile:
    counts.add(profile["smelt"]["maat"])
  return counts, traits


def codes(profile, kolom):
  return next((c.get("codelijst") or {"ja": 1, "nee": 1} for c in profile["kolommen"]
               if c["naam"] == kolom and c["type"] in ("code", "janee")), None)


def check_side(where, side, profiles, wanted):
  if side["bron"] not in profiles:
    return ["%s: source %s is not there" % (where, side["bron"])]
  profile = profiles[side["bron"]]
  counts, traits = maten(profile)
  wrong = [] if side["kolom"] in counts else ["%s: %s does not count %s" % (where, side["bron"], side["kolom"])]
  for rule in side.get("waar", []):
    if rule["kolom"] not in traits:
      wrong.append("%s: %s has no kenmerk %s" % (where, side["bron"], rule["kolom"]))
    known = codes(profile, rule["kolom"])
    wrong += ["%s: %s is no value of %s" % (where, v, rule["kolom"]) for v in rule.get("is", []) if known and v not in known]
  if wanted and profile["periode"]["type"] != wanted:
    wrong.append("%s: %s is per %s, the indicator per %s" % (where, side["bron"], profile["periode"]["type"], wanted))
  return wrong


def explained(heading):
  """The keys that a table under a heading of indicators/README.md explains."""
  with open("indicators/README.md", encoding="utf-8") as file:
    part = re.split(r"\n#{2,3} ", file.read().split("\n%s\n" % heading, 1)[1])[0]
  return {key for line in part.split("\n") if line.startswith("| `") for key in re.findall(r"`([^`]+)`", line.split("|")[1])}


def check_indicator(name, d, defs, profiles):
  wrong = [] if d["id"] == name else ["id is " + d["id"]]
  wrong += ["not explained in the README: " + k for k in set(d) - explained("## Indicator, `indicator/1`")]
  for side in ("teller", "noemer"):
    wrong += ["not explained in the README: " + k for k in set(d.get(side, {})) - explained("### teller and noemer")]
  if "teller" in d:
    wrong += check_side("teller", d["teller"], profiles, d["periode"]["type"])
  if "noemer" in d:
    own = d["noemer"].get("koppeling", "zelfde") in ("zelfde", "vorige_n")
    wrong += check_side("noemer", d["noemer"], profiles, d["periode"]["type"] if own else None)
  refer = d["duiding"]["lees_samen_met"] + [d[k][v] for k in ("afgeleid",) if k in d for v in ("van", "min") if v in d[k]]
  wrong += ["%s is not there" % r for r in refer if r not in defs]
  if (d["klasse"] == "proxy") != bool(d["proxy"]):
    wrong.append("a proxy says of what, and nothing else does")
  if len(d["korte_naam"]) > 20:
    wrong.append("korte_naam has %d characters" % len(d["korte_naam"]))
  if d["klasse"] == "kwalitatief" and ("teller" in d or "afgeleid" in d):
    wrong.append("kwalitatief has no number")
  return wrong


def flat(text):
  return re.sub(r"\s+", " ", re.sub(r"[*_]+", "", text))


def check_quotes(quotes):
  if not os.path.isdir("../shared/seeds"):
    return None
  texts = {}
  for name in set(SEEDS.values()):
    with open("../shared/seeds/%s.txt" % name, encoding="utf-8") as file:
      texts[name] = flat(file.read())
  wrong = []
  for where, document, quote in quotes:
    if document not in SEEDS:
      wrong.append("%s: %s is not one of the texts" % (where, document))
    elif flat(quote) not in texts[SEEDS[document]]:
      wrong.append("%s: not literal: %s" % (where, quote[:80]))
  return wrong


def circle(goals):
  state = {}

  def visit(goal):
    if state.get(goal) == 1:
      return True
    if goal in state:
      return False
    state[goal] = 1
    found = any(visit(up) for up in goals[goal]["valt_onder"] if up in goals)
    state[goal] = 2
    return found

  return [g for g in goals if visit(g)]


def check_elements(name, goals):
  """Nothing of the texts is missing, each has a class, and an actielijn its tables: who discusses it."""
  by_id = {g["id"]: g for g in goals["doelen"]}
  wrong = ["%s is no goal" % e for e in ELEMENTS[name] if e not in by_id]
  for soort, want in COUNTS.get(name, {}).items():
    have = sum(g["soort"] == soort for g in goals["doelen"])
    wrong += ["%d of soort %s, not %d" % (have, soort, want)] if have != want else []
  for g in goals["doelen"]:
    if g["soort"] == "actielijn" and not g["overlegtafel"]:
      wrong.append("%s: no overlegtafel" % g["id"])
  if name == "zoetermeer":
    asked = {i for g in goals["doelen"] for i in g["indicatoren"]}
    wrong += ["%s is the indicator of no goal" % d for d in DUTIES if d not in asked]
  report("%s: every element of the texts is a goal" % name, wrong)


def check_gemeente(name, defs, quotes):
  goals = load("indicators/doelen/%s.json" % name)[name]
  sources = {b["id"]: b["document"] for b in goals["bronnen"]}
  by_id = {g["id"]: g for g in goals["doelen"]}
  wrong = ["%s: used twice" % g for g in by_id if sum(x["id"] == g for x in goals["doelen"]) > 1]
  for g in goals["doelen"]:
    wrong += ["%s: not explained in the README: %s" % (g["id"], k) for k in set(g) - explained("## Goals, `doelen/1`")]
    wrong += ["%s: %s is not there" % (g["id"], r) for r in g["valt_onder"] + g["raakt"] if r not in by_id]
    wrong += ["%s: indicator %s is not there" % (g["id"], i) for i in g["indicatoren"] if i not in defs]
    if g["soort"] == "actielijn" and (len(g["indicatoren"]) > 6 or "themablad" not in g):
      wrong.append("%s: an actielijn has a themablad and at most six indicators" % g["id"])
    for e in g.get("eigenaar", []):
      if e["bron"] not in sources:
        wrong.append("%s: source of an owner %s" % (g["id"], e["bron"]))
      else:
        quotes.append((g["id"] + ", eigenaar", sources[e["bron"]], e["partij"]))
    if g["bron"] not in sources:
      wrong.append("%s: source %s" % (g["id"], g["bron"]))
    elif not g.get("parafrase"):
      quotes.append((g["id"], sources[g["bron"]], g["tekst"]))
  wrong += ["%s: goes round in a circle" % g for g in circle(by_id)]
  report("%s: %d goals point at something" % (name, len(by_id)), wrong)
  check_elements(name, goals)

  norms, wrong = load("indicators/normen/%s.json" % name)[name]["normen"], []
  for n in norms:
    wrong += ["%s: not explained in the README: %s" % (n["id"], k) for k in set(n) - explained("## Norms, `normen/1`")]
    if n["indicator"] not in defs:
      wrong.append("%s: %s is not there" % (n["id"], n["indicator"]))
    elif n["eenheid"] != defs[n["indicator"]]["eenheid"]:
      wrong.append("%s: in %s, the indicator in %s" % (n["id"], n["eenheid"], defs[n["indicator"]]["eenheid"]))
    elif n["niveau"] not in defs[n["indicator"]]["gebied"]["niveaus"]:
      wrong.append("%s: no niveau %s" % (n["id"], n["niveau"]))
    if n["herkomst"]["soort"] == "lea":
      quotes.append((n["id"], n["herkomst"]["document"], n["herkomst"]["citaat"]))
    for m in norms:
      same = all(n[k] == m[k] for k in ("indicator", "niveau", "gebied"))
      if n is not m and same and n["vanaf"] <= (m["tot"] or "9999") and m["vanaf"] <= (n["tot"] or "9999"):
        wrong.append("%s and %s overlap" % (n["id"], m["id"]))
  report("%s: %d norms fit their indicators and do not overlap" % (name, len(norms)), wrong)

  privacy, wrong = load("indicators/privacy/%s.json" % name)[name], []
  families = {f["id"]: f for f in privacy["families"]}
  wrong += ["%s: family %s" % (i, d["privacy"]["familie"]) for i, d in defs.items() if d["privacy"]["familie"] and d["privacy"]["familie"] not in families]
  for f in privacy["families"]:
    wrong += ["%s: %s" % (f["id"], i) for i in f["indicatoren"] + [g.split(".")[0] for g in f["genest"]] if i not in defs]
  breaks = load("indicators/breuken/%s.json" % name)[name]["breuken"]
  wrong += ["%s: %s" % (b["id"], b["indicator"]) for b in breaks if b["indicator"] != "*" and b["indicator"] not in defs]
  if privacy["k"] < 5:
    wrong.append("k is below 5")
  report("%s: families and breaks name known indicators" % name, wrong)
  return {i for g in goals["doelen"] for i in g["indicatoren"]}


def main():
  os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
  profiles = load("imports/*.json")
  defs = load("indicators/*.json")
  wrong = []
  for name, d in defs.items():
    wrong += ["%s: %s" % (name, w) for w in check_indicator(name, d, defs, profiles)]
  report("%d indicators count what their sources deliver" % len(defs), wrong)
  quotes, asked = [], set()
  for name, d in defs.items():
    quotes += [(name, h["document"], h["citaat"]) for h in d.get("ontleend_aan", []) if h.get("citaat")]
  for gemeente in GEMEENTEN:
    asked |= check_gemeente(gemeente, defs, quotes)
  asked |= {g["volgorde_wijken"]["indicator"] for g in load("indicators/gemeenten/*.json").values() if "volgorde_wijken" in g}
  report("every indicator serves a goal, puts wijken in order, or is context", sorted(i for i, d in defs.items() if i not in asked and d["keten"] != "context"))
  wrong = check_quotes(quotes)
  if wrong is None:
    report("quotations are literal # SKIP overgeslagen: ../shared/seeds is er niet", [])
  else:
    report("%d quotations are literal" % len(quotes), wrong)
  print("1..%d" % number)
  return 1 if failed else 0


sys.exit(main())
