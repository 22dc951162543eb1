"""Leiden and Heerenveen: small sets, enough for every kind of their own indicators. All invented.

Leiden delivers per district, Heerenveen per dorp or wijk; there almost every number is too small to judge, which is
what the set is to show. Neither has agreed a norm.
"""
from hulp import between, half_up, loaded, quarter_end, quarters, rng_for, school_year

FIRST, LAST, STEPS = (2024, 1), (2026, 2), 9

# Name, children of the doelgroep, share in opvang per mille.
LEIDEN = (("Binnenstad-Zuid", 14, 900), ("Binnenstad-Noord", 34, 890), ("Stationsdistrict", 6, 880), ("Leiden-Noord", 96, 812),
          ("Roodenburgerdistrict", 38, 925), ("Bos- en Gasthuisdistrict", 92, 848), ("Morsdistrict", 41, 890),
          ("Boerhaavedistrict", 13, 940), ("Merenwijkdistrict", 62, 862), ("Stevenshofdistrict", 48, 905))
HEERENVEEN = (("Noord", 5, 860), ("Centrum", 9, 850), ("Midden", 12, 860), ("Nijehaske", 16, 850), ("De Greiden", 22, 820),
              ("De Heide", 3, 950), ("De Akkers", 8, 880), ("Skoatterwald", 6, 950), ("Het meer", 2, 900), ("Nieuweschoot", 1, 900),
              ("Terband", 1, 900), ("Luinjeberd", 1, 900), ("Tjalleberd", 3, 880), ("Gersloot", 0, 900), ("Gersloot-polder", 0, 900),
              ("De Knipe", 4, 900), ("Bontebok", 1, 900), ("Oudeschoot", 5, 860), ("Mildam", 2, 900), ("Katlijk", 1, 900),
              ("Nieuwehorne", 4, 880), ("Oudehorne", 2, 900), ("Jubbega", 9, 830), ("Hoornsterzwaag", 1, 900), ("Oranjewoud", 1, 950),
              ("Haskerdijken", 1, 900), ("Nieuwebrug", 1, 900), ("Akkrum", 9, 890), ("Nes", 2, 900), ("Aldeboarn", 4, 880))


def vve(manifest, places, missing=()):
  for step, (year, quarter) in enumerate(quarters(FIRST, LAST)):
    if (year, quarter) in missing:
      continue
    out = manifest.delivery("VVE_%dK%d_D.csv" % (year, quarter), loaded(year, quarter))
    out.row("wijk", "peildatum", "leeftijdsgroep", "aantal_doelgroep", "aantal_in_opvang", "aantal_in_ve")
    total = [0, 0, 0]
    for name, n, rate in places:
      rng = rng_for("vve", manifest.folder.rsplit("/", 1)[-1], year, quarter, name)
      n = max(0, n + rng.spread(1 + n // 25))
      opvang = min(n, half_up(n * (rate + between(-15, 15, step, STEPS) + {1: 0, 2: 8, 3: -16, 4: 2}[quarter] + rng.spread(20)), 1000))
      counts = [n, opvang, min(opvang, half_up(opvang * (850 + rng.spread(30)), 1000))]
      out.row(name, quarter_end(year, quarter), "2,5-4", *counts)
      total = [t + c for t, c in zip(total, counts)]
    out.row("Gemeente", quarter_end(year, quarter), "2,5-4", *total)
    out.close()


def telling(manifest, gemeente, subjects):
  """subjects: name -> (first aantal, last aantal, totaal or None), per quarter."""
  for step, (year, quarter) in enumerate(quarters(FIRST, LAST)):
    out = manifest.delivery("telling_kwartaal/TELLING_%dK%d_D.csv" % (year, quarter), loaded(year, quarter))
    out.row("gebied", "peildatum", "onderwerp", "aantal", "totaal")
    for name, (first, last, total) in subjects.items():
      rng = rng_for(gemeente, name, year, quarter)
      count = between(first, last, step, STEPS) + rng.spread(1 + first // 12)
      out.row(gemeente, quarter_end(year, quarter), name, min(count, total) if total else count, total or "n.v.t.")
    out.close()


def telling_schooljaar(manifest, gemeente, subjects):
  for start in range(2022, 2025):
    out = manifest.delivery("telling_schooljaar/TELLING_%s_D.csv" % school_year(start), "%d-11-15" % (start + 1))
    out.row("gebied", "schooljaar", "onderwerp", "aantal", "totaal")
    for name, (first, last, total) in subjects.items():
      count = between(first, last, start - 2022, 2) + rng_for(gemeente, name, start).spread(1 + first // 20)
      out.row(gemeente, school_year(start), name, min(count, total) if total else count, total or "n.v.t.")
    out.close()


def leiden(manifest):
  vve(manifest, LEIDEN, missing=((2025, 2),))
  telling(manifest, "Leiden", {"signalen": (70, 96, 120), "plan_gezin": (310, 352, 420), "vacatures": (31, 44, 910)})
  telling_schooljaar(manifest, "Leiden", {"arrangement": (64, 92, None), "wetenschap_techniek": (28, 37, 48), "instroom_techniek_zorg": (410, 438, 1190)})
  for year in (2023, 2024, 2025):
    out = manifest.delivery("telling_jaar/TELLING_%d_D.csv" % year, "%d-03-15" % (year + 1))
    out.row("gebied", "jaar", "onderwerp", "aantal", "totaal")
    for name, count, more, total in (("prenataal", 118, 9, 160), ("jgz_bereik", 4420, 15, 4610), ("resultaatafspraken", 14, 2, 22),
                                     ("kindregelingen", 2310, 120, 3900), ("schoolgebouwen", 19, 3, 54)):
      rng = rng_for("leiden", name, year)
      out.row("Leiden", year, name, min(total, count + more * (year - 2023) + rng.spread(1 + count // 60)), total)
    out.row("Leiden", year, "internationaal_wacht", 36 + 7 * (year - 2023), "n.v.t.")
    out.row("Leiden", year, "participatie", 180 + 25 * (year - 2023), "n.v.t.")
    out.close()
  for start in range(2021, 2025):
    out = manifest.delivery("trajecten_schooljaar/TRAJECTEN_%s_D.csv" % school_year(start), "%d-12-10" % (start + 1))
    out.row("gemeente", "schooljaar", "traject", "aangemeld", "deelnemers", "geplaatst", "uitgestroomd", "uitgestroomd_school_werk", "duurzaam")
    rng = rng_for("leiden-traject", start)
    n = 66 + rng.spread(6)
    out.row("Leiden", school_year(start), "kwetsbaar_16_27", n, n, n - 4, n // 2, n // 2 - 9, n // 2 - 14 + 2 * (start - 2021))
    out.close()
  vsv(manifest, "Leiden", ((10100, 7), (5200, 58)))


def heerenveen(manifest):
  vve(manifest, HEERENVEEN)
  telling(manifest, "Heerenveen", {"complexe_casus": (34, 46, None), "gezamenlijk_plan": (41, 58, 96)})
  telling_schooljaar(manifest, "Heerenveen", {"preventieteam": (22, 26, 29), "taalklas_uitstroom": (12, 15, 21), "dorpsverbinding": (9, 14, 29)})
  for year in (2024, 2025, 2026):
    out = manifest.delivery("bevolking/BEVOLKING_%d_D.csv" % year, "%d-02-20" % year)
    out.row("wijk", "peildatum", "leeftijdsklasse", "aantal")
    weight = sum(4 + n for _, n, _ in HEERENVEEN)
    for klasse, n in (("0-1", 930), ("2-3", 960), ("4", 490), ("5-11", 3700), ("12-17", 3500), ("18-22", 2500)):
      counts = [(name, half_up(n * (4 + share), weight)) for name, share, _ in HEERENVEEN]
      for name, count in counts + [("Gemeente", sum(c for _, c in counts))]:
        out.row(name, "%d-01-01" % year, klasse, count)
    out.close()
  vsv(manifest, "Heerenveen", ((3600, 5), (2100, 44)))


def vsv(manifest, gemeente, sizes):
  for start in range(2021, 2025):
    for status, date in (("V", "%d-03-20" % (start + 2)), ("D", "%d-11-20" % (start + 2))):
      if status == "D" and start == 2024:
        continue
      out = manifest.delivery("vsv/VSV_%s_%s.csv" % (school_year(start), status), date)
      out.row("gemeente", "schooljaar", "onderwijs", "definitie", "vsv", "deelnemers")
      for soort, (n, rate) in zip(("vo", "mbo"), sizes):
        rng = rng_for("vsv", gemeente, start, soort)
        left = half_up(n * (rate * 10 + rng.spread(rate)), 10000)
        out.row(gemeente, school_year(start), soort, "12_tot_23", left + (left // 20 if status == "V" else 0), n)
      out.close()
