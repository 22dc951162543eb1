#!/usr/bin/env python3
"""Writes the two reference documents from the definition files: docs/leveringen.md (what a supplier sends) and
docs/indicatoren.md (what is measured). python3 tools/naslag.py [FOLDER]; tests/naslag.sh sees that they are current.
"""
import glob
import json
import os
import sys

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
RITME = {"kwartaal": "elk kwartaal", "jaar": "elk jaar", "schooljaar": "elk schooljaar", "halfjaar": "elk half jaar", "maand": "elke maand",
         "doorlopend": "doorlopend", "bij_wijziging": "bij een wijziging"}
TYPE = {"gebied": "gebied", "datum": "datum", "periode": "periode", "geheel": "geheel getal", "getal": "getal", "code": "code", "tekst": "tekst",
        "janee": "ja of nee"}
PUBLISHED = ("duo_", "cbs_", "lrk", "pc4_", "wijk_", "gebieden")
GROUPS = (("OAB", "Onderwijsachterstandenbeleid"), ("SEG", "Segregatie"), ("TAAL", "Taal en rekenen"), ("ADV", "Schooladvies"), ("PLA", "Plaatsing"),
          ("OVG", "Overgangen"), ("OUD", "Ouders"), ("NAS", "Naschools aanbod"), ("BRG", "Brugfunctionaris"), ("SOC", "Sociale basis"),
          ("NWK", "Nieuwkomers"), ("BUR", "Burgerschap"), ("PRO", "Professionals"), ("VEI", "Veiligheid"), ("HUI", "Huisvesting"),
          ("THZ", "Thuiszitters en verzuim"), ("VSV", "Voortijdig schoolverlaten"), ("JHL", "Jeugdhulp"), ("SO", "Speciaal onderwijs"),
          ("ARB", "Naar werk"), ("GAP", "Kansenkloof"), ("GOV", "Samenwerking"), ("INT", "Interventies"), ("LLN", "Leerlingen (context)"), ("CTX", "Wijken op volgorde van kansen (context)"),
          ("LE", "Leiden"), ("HV", "Heerenveen"))


def load(pattern):
  out = []
  for path in sorted(glob.glob(os.path.join(TOP, pattern))):
    with open(path, encoding="utf-8") as file:
      out.append(json.load(file))
  return out


def cell(text):
  return str(text).replace("|", "\\|")


def what(column):
  """One line on what may stand in a column."""
  parts = [column["omschrijving"]] if "omschrijving" in column else []
  if column["type"] == "gebied":
    level = column["niveau"] if isinstance(column["niveau"], list) else [column["niveau"]]
    parts.append("naam of CBS-code van een " + " of ".join(level))
    if column.get("onbekend_toegestaan"):
      parts.append("ook: " + ", ".join(column["onbekend_toegestaan"]))
  if column["type"] == "code":
    parts.append("; ".join("`%s` %s" % (k, v) for k, v in column["codelijst"].items()))
  if column.get("eenheid"):
    parts.append("in " + column["eenheid"])
  if column.get("leeg_toegestaan"):
    parts.append("mag leeg zijn")
  if column.get("aliassen"):
    parts.append("mag ook heten: " + ", ".join(column["aliassen"]))
  return "; ".join(parts)


def delivery(p):
  out = ["### %s" % p["naam"], "", p.get("toelichting", ""), ""]
  h = p["herkomst"]
  out.append("Van: %s. Hoe vaak: %s, binnen %d dagen na de periode. Profiel: `%s`." % (h["leverancier"], RITME[h["ritme"]], h["verwacht_binnen_dagen"], p["bron"]))
  name = p["periode"].get("uit_bestandsnaam", {}).get("patroon")
  if name:
    out.append("Bestandsnaam: `%s`." % name)
  out += ["", "| kolom | inhoud | verplicht | toelichting |", "|---|---|---|---|"]
  for c in p["kolommen"]:
    out.append("| `%s` | %s | %s | %s |" % (c["naam"], TYPE[c["type"]], "ja" if c["verplicht"] else "nee", cell(what(c))))
  if "smelt" in p:
    out.append("| `%s` | geheel getal | ja | een kolom per %s |" % (p["smelt"]["kolommen"], p["smelt"]["naar"]))
  if "totaalrijen" in p:
    out += ["", "Een rij met in de eerste kolom *%s* is het totaal; die moet kloppen met de andere rijen." % "* of *".join(p["totaalrijen"]["waarden"])]
  if p["rijen"] == "personen":
    out += ["", "**Een rij per kind.** Het bestand wordt alleen geteld; er wordt geen rij bewaard."]
  return out + [""]


def leveringen(profiles):
  out = ["# Leveringen", "", "Dit document is gemaakt uit de profielen in `imports/` (`python3 tools/naslag.py`). U kunt een stuk ervan doorsturen naar wie het bestand levert.", "",
         "Voor alle leveringen geldt:", "",
         "- een CSV-bestand zoals Excel het maakt: puntkomma, komma of tab; UTF-8 of Windows-1252; kolomnamen op de eerste regel;",
         "- volgorde van kolommen, hoofdletters en spaties maken niet uit; kolommen die hier niet staan, worden niet gelezen;",
         "- **geen namen, geboortedatums, adressen of burgerservicenummers**: zo'n bestand wordt geweigerd;",
         "- `0` is nul kinderen, `<5` is 1 tot en met 4, `n.b.` is niet bekend, `n.v.t.` kan niet voorkomen; een lege cel in een getal wordt geweigerd;",
         "- data als `2026-06-30` of `30-06-2026`; schooljaren als `2025-2026`; `{jjjj}` en de andere haken in een bestandsnaam staan voor jaar, kwartaal en status (V voorlopig, D definitief).", ""]
  kinds = (("Van partners van de gemeente", lambda p: p["rijen"] != "register" and not p["bron"].startswith(PUBLISHED)),
           ("Registers van de procesmanager", lambda p: p["rijen"] == "register"),
           ("Openbare bestanden, en gebieden", lambda p: p["bron"].startswith(PUBLISHED)))
  for title, wanted in kinds:
    chosen = [p for p in profiles if wanted(p)]
    out += ["## %s" % title, ""]
    for p in sorted(chosen, key=lambda p: p["naam"]):
      out += delivery(p)
  return out


def side(d):
  rules = " en ".join("%s is %s" % (r["kolom"], " of ".join(r["is"])) for r in d.get("waar", []))
  text = "`%s` uit `%s`" % (d["kolom"], d["bron"])
  if d["tel"] == "aangeleverd":
    text += ", zoals geleverd"
  return text + (", waar " + rules if rules else "")


def indicator(d, norms):
  richting = {"hoger_beter": "hoger is beter", "lager_beter": "lager is beter", "geen_oordeel": "geen oordeel"}[d["richting"]]
  out = ["### %s %s" % (d["id"], d["naam"]), "", d["omschrijving"], ""]
  out.append("%s; %s; %s; per %s; niveau: %s." % ({"getal": "Getal", "proxy": "Proxy", "kwalitatief": "Kwalitatief, geen getal"}[d["klasse"]], d["eenheid"], richting,
             d["periode"]["type"], " en ".join(d["gebied"]["niveaus"])))
  if d["proxy"]:
    out.append("Proxy voor: %s" % d["proxy"])
  if "teller" in d:
    out.append("Teller: %s." % side(d["teller"]))
  if "noemer" in d:
    how = {"zelfde": "", "laatste_1_januari": ", op de laatste 1 januari", "laatste_1_oktober": ", op de laatste 1 oktober", "vorige_n": ", van het vorige kwartaal"}
    out.append("Noemer: %s%s." % (side(d["noemer"]), how[d["noemer"].get("koppeling", "zelfde")]))
  if "afgeleid" in d:
    out.append("Afgeleid van %s." % d["afgeleid"]["van"])
  out += ["", "- **Zegt:** %s" % d["duiding"]["wat_zegt_het"], "- **Zegt niet:** %s" % d["duiding"]["wat_zegt_het_niet"], "- **Let op:** %s" % d["duiding"]["risico"]]
  if d["duiding"]["lees_samen_met"]:
    out.append("- **Lees samen met:** %s" % ", ".join(d["duiding"]["lees_samen_met"]))
  for n in norms:
    if n["indicator"] == d["id"]:
      out.append("- **%s** (%s, %s): %s" % ({"vastgesteld": "Norm", "afgeleid": "Afgeleide norm"}.get(n["status"], n["status"].capitalize()), n["niveau"],
                 "vanaf " + n["vanaf"] + (" tot en met " + n["tot"] if n["tot"] else ""), n["benaming"]))
  for h in d.get("ontleend_aan", []):
    out.append("- *%s*, %s: “%s”" % (h["document"], h["plaats"], h["citaat"]))
  return out + ["", "Bron: %s." % d["bronvermelding"], ""]


def indicatoren(defs):
  norms = [n for f in load("indicators/normen/*.json") for n in f["normen"]]
  out = ["# Indicatoren", "", "Dit document is gemaakt uit de definities in `indicators/` (`python3 tools/naslag.py`). Er zijn %d indicatoren: %d getallen, %d proxy's en %d kwalitatieve. "
         "Een *proxy* staat naast een belofte maar meet haar niet; een *kwalitatieve* afspraak wordt gevolgd met acties en heeft geen getal." %
         (len(defs), *(sum(d["klasse"] == k for d in defs) for k in ("getal", "proxy", "kwalitatief"))), "",
         "Welke indicatoren een gemeente volgt, volgt uit haar doelen (`indicators/doelen/`). Waar geen norm bij staat, is geen norm afgesproken.", ""]
  left = {d["id"]: d for d in defs}
  for prefix, title in GROUPS:
    mine = [i for i in left if i.split("-")[0] == prefix]
    out += ["## %s" % title, ""]
    for i in sorted(mine):
      out += indicator(left.pop(i), norms)
  assert not left, left
  return out


def main():
  folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(TOP, "docs")
  for name, lines in (("leveringen.md", leveringen(load("imports/*.json"))), ("indicatoren.md", indicatoren(load("indicators/*.json")))):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
      file.write("\n".join(lines).rstrip() + "\n")


main()
