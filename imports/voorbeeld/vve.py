"""The VVE deliveries per wijk: the story of the 92%."""
from hulp import half_up, loaded, quarter_end, quarters, rng_for

# Name; children of 2,5-4 at the start and at the end of the division; share in opvang at the start and
# at the end, in tenths of a percent. The story: the city rises slowly to just under 90%, one large wijk
# stays behind, several do better than 92%, and in three wijken hardly any child of the doelgroep lives.
WIJKEN_2024 = (
  ("Centrum", 150, 158, 790, 838),
  ("Meerzicht", 98, 94, 835, 872),
  ("Buytenwegh de Leyens", 84, 90, 865, 905),
  ("Seghwaert", 66, 62, 880, 925),
  ("Noordhove", 22, 19, 870, 905),
  ("Rokkeveen", 52, 46, 880, 935),
  ("Oosterheem", 112, 98, 850, 908),
  ("Buitengebied", 6, 7, 800, 860),
)
WIJKEN_2025 = (
  ("Dorp", 13, 12, 900, 920),
  ("Stadscentrum", 16, 18, 880, 900),
  ("Palenstein", 80, 74, 780, 797),
  ("Driemanspolder", 50, 52, 875, 890),
  ("Meerzicht", 95, 96, 875, 887),
  ("Buytenwegh", 57, 58, 895, 905),
  ("De Leyens", 35, 34, 930, 955),
  ("Seghwaert", 62, 62, 930, 952),
  ("Noordhove", 19, 19, 900, 930),
  ("Rokkeveen", 46, 45, 940, 960),
  ("Oosterheem", 97, 95, 915, 928),
  ("Ontwikkelwijk", 5, 9, 850, 880),
)
CODES_2024 = {name: "WK06370" + d for name, d in zip((w[0] for w in WIJKEN_2024), "01234569")}
# Fewer children come in the summer quarter; the stand of 30 June is the best of the year.
SEASON = {1: 0, 2: 8, 3: -16, 4: 2}
SEASON_N = {1: 1000, 2: 1015, 3: 985, 4: 1000}
MISSING = {(2023, 3)}
CORRECTED = (2025, 4)
HIDDEN = (2022, 2, "Buitengebied")


def vve_wijk(year, quarter, wijk):
  """The counts of one wijk: for each age group doelgroep, opvang, VE, VE of 16 hours or more."""
  name, n0, n1, p0, p1 = wijk
  start, end = ((2021, 1), (2024, 4)) if year < 2025 else ((2025, 1), (2026, 2))
  steps = (end[0] - start[0]) * 4 + end[1] - start[1]
  step = (year - start[0]) * 4 + quarter - start[1]
  rng = rng_for("vve", year, quarter, name)
  n = half_up((n0 * steps + (n1 - n0) * step) * SEASON_N[quarter], steps * 1000) + rng.spread(1 + n0 // 40)
  rate = half_up(p0 * steps + (p1 - p0) * step, steps) + SEASON[quarter] + rng.spread(14)
  rows = []
  opvang = min(n, half_up(n * rate, 1000))
  ve = min(opvang, half_up(opvang * (820 + 3 * (year - 2021) * 4 + rng.spread(25)), 1000))
  rows.append(("2,5-4", n, opvang, ve, half_up(ve * (700 + 25 * (year - 2021) + rng.spread(30)), 1000)))
  young = half_up(n * (300 + rng.spread(30)), 1000)
  opvang = min(young, half_up(young * (560 + 8 * (year - 2021) + rng.spread(40)), 1000))
  rows.insert(0, ("2-2,5", young, opvang, half_up(opvang * 300, 1000), half_up(opvang * 120, 1000)))
  return rows


def vve_dialect(year, quarter):
  """Most deliveries are plain; these few show what else comes in."""
  if (year, quarter) == (2021, 2):
    return {"encoding": "cp1252", "delimiter": ","}
  if (year, quarter) == (2022, 1):
    return {"delimiter": "\t", "newline": "\r\n", "bom": True}
  if (year, quarter) == (2024, 2):
    return {"newline": "\r\n"}
  return {}


def vve_date(year, quarter):
  iso = quarter_end(year, quarter)
  return iso[8:] + "-" + iso[5:7] + "-" + iso[:4] if (year, quarter) in ((2022, 1), (2024, 2)) else iso


def vve_name(year, quarter, name):
  if (year, quarter) == (2022, 3):
    return CODES_2024.get(name, name)
  if (year, quarter) == (2022, 4) and name == "Buytenwegh de Leyens":
    return "Buytenwegh-De Leyens"
  return name


def vve_delivery(manifest, year, quarter, status, date_loaded, note, change=None):
  """One quarterly file. `change` corrects it: wijk name -> what to add to (doelgroep, opvang, VE)."""
  name = "VVE_%dK%d_%s.csv" % (year, quarter, status)
  out = manifest.delivery(name, date_loaded, note, **vve_dialect(year, quarter))
  header = ["wijk", "peildatum", "leeftijdsgroep", "aantal_doelgroep", "aantal_in_opvang", "aantal_in_ve"]
  full = (year, quarter) >= (2022, 1)
  remark = (year, quarter) == (2021, 2)
  out.row(*(header + (["aantal_ve_16u", "aantal_geen_opvang"] if full else [])
            + (["opmerking"] if remark else [])))
  date = vve_date(year, quarter)
  total = {"2-2,5": [0] * 4, "2,5-4": [0] * 4}
  rng = rng_for("vve-onbekend", year, quarter)
  wijken = list(WIJKEN_2025 if year >= 2025 else WIJKEN_2024)
  unknown = 2 + rng.below(4)
  rows = [(w[0], age, counts) for w in wijken for age, *counts in vve_wijk(year, quarter, w)]
  rows += [("Onbekend", "2-2,5", [1, 0, 0, 0]), ("Onbekend", "2,5-4", [unknown, unknown - 1, unknown - 2, 0])]
  for wijk, age, counts in rows:
    if change and age == "2,5-4" and wijk in change:
      counts = [c + d for c, d in zip(counts, change[wijk] + (0,))]
    if (year, quarter, wijk) == HIDDEN:
      counts = [4, 3, 3, 2] if age == "2,5-4" else [2, 1, 1, 1]
    total[age] = [t + c for t, c in zip(total[age], counts)]
    vve_row(out, vve_name(year, quarter, wijk), date, age, counts, full,
            hidden=(year, quarter, wijk) == HIDDEN, remark="geïndiceerd door de JGZ" if remark else None)
  for age, counts in total.items():
    vve_row(out, "Gemeente", date, age, counts, full, remark="" if remark else None)
  out.close()


def vve_row(out, wijk, date, age, counts, full, hidden=False, remark=None):
  n, opvang, ve, ve16 = counts
  cells = [n, opvang, ve] + ([ve16, n - opvang] if full else [])
  if hidden:
    cells = ["<5" for _ in cells]
  out.row(*([wijk, date, age] + cells + ([remark] if remark is not None else [])))


def make(manifest):
  notes = {(2021, 2): "met komma's en Windows-1252", (2022, 1): "met tabs en een BOM",
           (2022, 2): "de leverancier schermde een wijk af met <5", (2022, 3): "met wijkcodes",
           (2024, 1): "voorlopig gebleven", (2025, 1): "eerste levering met 15 wijken", CORRECTED: "voorlopig"}
  for year, quarter in quarters((2021, 1), (2026, 2)):
    if (year, quarter) not in MISSING:
      status = "V" if (year, quarter) in ((2024, 1), CORRECTED) else "D"
      vve_delivery(manifest, year, quarter, status, loaded(year, quarter), notes.get((year, quarter), ""))
  vve_delivery(manifest, *CORRECTED, "D", "2026-03-10", "correctie: late inschrijvingen verwerkt",
               change={"Meerzicht": (1, 3, 2), "Oosterheem": (0, 2, 2), "Palenstein": (-1, 0, 0)})
