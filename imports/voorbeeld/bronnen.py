"""The other deliveries of the partners of the LEA: one function per source, one file per period."""
from hulp import (ZORG, between, half_up, loaded, quarter_end, quarters, rng_for, school_year, school_years,
                  spread_over, wijken)

FIRST, LAST = (2021, 1), (2026, 2)
STEPS = 21
GEMEENTE = "Zoetermeer"


def steps():
  """Every quarter with its place on the line from first to last."""
  for step, (year, quarter) in enumerate(quarters(FIRST, LAST)):
    yield step, year, quarter


def per_quarter(manifest, bron, prefix, header, rows, missing=(), provisional=()):
  """One file per quarter; rows(step, year, quarter, rng) gives the rows without the date (second column)."""
  for step, year, quarter in steps():
    if (year, quarter) in missing:
      continue
    status = "V" if (year, quarter) in provisional else "D"
    name = "%s/%s_%dK%d_%s.csv" % (bron, prefix, year, quarter, status)
    out = manifest.delivery(name, loaded(year, quarter), "voorlopig" if status == "V" else "")
    out.row(header[0], "peildatum", *header[1:])
    for first, *rest in rows(step, year, quarter, rng_for(bron, year, quarter)):
      out.row(first, quarter_end(year, quarter), *rest)
    out.close()


def per_school_year(manifest, bron, prefix, header, rows, first=2020, last=2024, date="11-15", status="D"):
  for start in school_years(first, last):
    out = manifest.delivery("%s/%s_%s_%s.csv" % (bron, prefix, school_year(start), status),
                            "%d-%s" % (start + 1, date))
    out.row(header[0], "schooljaar", *header[1:])
    for cell, *rest in rows(start, rng_for(bron, start)):
      out.row(cell, school_year(start), *rest)
    out.close()


def with_total(rows):
  """Adds the total row Gemeente to rows of (wijk, counts...)."""
  total = ["Gemeente"] + [sum(column) for column in list(zip(*rows))[1:]]
  return rows + [total]


# ---- peuters, wachtlijst, ouders, naschools ----------------------------------------------------


def peuters(step, year, quarter, rng):
  rows = []
  for wijk, n in spread_over(between(2760, 2610, step, STEPS), year, rng):
    rate = between(700, 775, step, STEPS) - 2 * ZORG.get(wijk, 0) + {1: 0, 2: 6, 3: -12, 4: 2}[quarter]
    opvang = min(n, half_up(n * (rate + rng.spread(12)), 1000))
    places = half_up(n * (between(560, 640, step, STEPS) + 3 * (len(wijk) * 7 % 40) - 60), 1000)
    rows.append([wijk, n, opvang, places])
  rows.append(["Onbekend", 6, 4, 0])
  return with_total(rows)


def wachtlijst(step, year, quarter, rng):
  rows = []
  for wijk, places in spread_over(between(2900, 3250, step, STEPS), year, rng):
    netto = half_up(places * (between(30, 62, step, STEPS) + rng.spread(12)), 1000)
    rows.append([wijk, netto, netto + half_up(netto * (70 + rng.spread(20)), 100), places])
  rows = with_total(rows)
  median = between(96, 148, step, STEPS) + rng.spread(8)
  return [row + ["n.v.t."] for row in rows[:-1]] + [rows[-1] + [median]]


def ouders_taal(step, year, quarter, rng):
  season = {1: 105, 2: 100, 3: 55, 4: 110}[quarter]
  rows = [[wijk, half_up(n * season * (100 + ZORG.get(wijk, 0)), 10000)]
          for wijk, n in spread_over(between(120, 190, step, STEPS), year, rng, 20)]
  return with_total(rows)


def naschools(step, year, quarter, rng):
  season = {1: 0, 2: 15, 3: -70, 4: 10}[quarter]
  rows = []
  for wijk, n in spread_over(between(10400, 10150, step, STEPS), year, rng, 2):
    rate = between(240, 330, step, STEPS) + season + ZORG.get(wijk, 0) + rng.spread(15)
    children = half_up(n * max(60, rate), 1000)
    rows.append([wijk, children, n, children * (5 if quarter != 3 else 3)])
  return with_total(rows)


# ---- thuiszitters, jeugdhulp, trajecten --------------------------------------------------------

DUUR = ("tot_3_maanden", "3_tot_6_maanden", "6_maanden_en_meer")


def thuiszitters(step, year, quarter, rng):
  rows = []
  base = {("geen", "absoluut"): 22, ("po", "langdurig_relatief"): 12, ("so", "langdurig_relatief"): 9,
          ("vo", "langdurig_relatief"): 34, ("mbo", "langdurig_relatief"): 14}
  for (sector, soort), n in base.items():
    for place, duur in enumerate(DUUR):
      level = between(100, 118, min(step, 14), 14) - (between(0, 14, step - 14, 7) if step > 14 else 0)
      count = half_up(n * (38, 27, 35)[place] * level * (100 + rng.spread(12)), 1000000)
      new = half_up(count * (70 + rng.spread(10)), 100) if place == 0 else 0
      placed = half_up(new * (between(46, 58, step, STEPS) + rng.spread(8)), 100)
      rows.append([GEMEENTE, sector, soort, duur, count, new, half_up(count * (32 + rng.spread(8)), 100), placed])
  return rows


def jeugdhulp(step, year, quarter, rng):
  rows = []
  parts = {"ambulant": 64, "dagbehandeling": 14, "verblijf": 9, "ggz": 88}
  level = between(100, 128, min(step, 16), 16) - (between(0, 12, step - 16, 5) if step > 16 else 0)
  for perceel, n in parts.items():
    rows.append([GEMEENTE, perceel, half_up(n * level * (100 + rng.spread(8)), 10000),
                 {"ambulant": 54, "dagbehandeling": 88, "verblijf": 110, "ggz": 126}[perceel] + step + rng.spread(6),
                 "n.v.t.", "n.v.t."])
  unique = half_up(sum(row[2] for row in rows) * 91, 100)
  turning = 24 + rng.spread(4)
  rows.insert(0, [GEMEENTE, "alle", unique, 82 + step + rng.spread(4), turning,
                  half_up(turning * (between(45, 66, step, STEPS) + rng.spread(6)), 100)])
  return rows


def traject_rows(step, total, rng, scale):
  """Name, aangemeld, deelnemers, geplaatst, uitgestroomd, naar school of werk, duurzaam."""
  plan = (("lesplaats_16", 14, 52), ("stageplus", 30, 0), ("vso_cluster_3", 9, 72), ("weer_naar_school", 8, 60),
          ("leerroute_vmbo_mbo", 60, 88), ("isk", 26, 70), ("behandelgroep", 12, 55), ("vsv_begeleiding", 34, 58))
  rows = []
  for name, n, success in plan:
    n = half_up(n * scale * (100 + rng.spread(10)), 100)
    placed = half_up(n * (84 + rng.spread(6)), 100)
    left = half_up(n * (32 + rng.spread(5)), 100)
    good = half_up(left * (success + between(0, 6, step, total) + rng.spread(5)), 100) if success else 0
    lasting = half_up(good * (82 + rng.spread(5)), 100)
    rows.append([name, n, n, placed] + ([left, good, lasting] if success else ["n.v.t."] * 3))
  return rows


def trajecten(step, year, quarter, rng):
  rows = []
  for name, *counts in traject_rows(step, STEPS, rng, 1):
    wait = between(38, 61, step, STEPS) + rng.spread(6) if name == "isk" else "n.v.t."
    places, asked = (10 + step // 7, 14 + rng.spread(2)) if name == "behandelgroep" else ("n.v.t.", "n.v.t.")
    rows.append([GEMEENTE, name] + counts + [wait, places, asked])
  return rows


def trajecten_schooljaar(start, rng):
  return [[GEMEENTE, name] + counts for name, *counts in traject_rows(start - 2020, 4, rng, 4)]


# ---- schools -----------------------------------------------------------------------------------

PO, SO, VO, MBO = 34, 4, 7, 1


def schools(year):
  """Code, sector, wijk, pupils: invented schools, the same every year."""
  names = [name for name, share in wijken(year) for _ in range(max(1, share // 29))]
  for number in range(PO + SO + VO + MBO):
    sector = "po" if number < PO else "so" if number < PO + SO else "vo" if number < PO + SO + VO else "mbo"
    rng = rng_for("school", number)
    size = {"po": 300 + rng.spread(140), "so": 110 + rng.spread(40), "vo": 1050 + rng.spread(450), "mbo": 2900}[sector]
    yield "fictief-%02d" % (number + 1), sector, names[number * 7 % len(names)], size


def share_behind(code, wijk):
  """Per mille of a school's pupils with an expected disadvantage: by wijk, and by school."""
  return max(10, 115 + 3 * ZORG.get(wijk, 0) + rng_for("behind", code).spread(70))


def scholen_rows(year):
  rows = []
  for code, sector, wijk, size in schools(year):
    number, done = int(code[-2:]), year - 2021
    behind = share_behind(code, wijk)
    yes = [number % 3 == 0 and sector == "po", number % 3 == 0 and sector == "po" and number % 4 < 1 + done // 2,
           behind > 150, behind > 150 and number % 5 < 2 + done // 2, number * 7 % 10 < 3 + done,
           (number * 3) % 10 < 2 + done, sector in ("so", "po") and number % 4 == 0,
           sector in ("so", "po") and number % 4 == 0 and number % 8 < 4 + done]
    rng = rng_for("scholen", year, code)
    n = half_up(size * (1000 - 4 * done + rng.spread(15)), 1000)
    rows.append([wijk, year, code, sector] + ["ja" if y else "nee" for y in yes]
                + [n, half_up(n * behind, 1000), half_up(size * 108, 100), half_up(size * (97 + rng.spread(5)), 100)])
  return rows


def locaties_rows(year):
  rows = []
  for number in range(58):
    names = [name for name, share in wijken(year) for _ in range(max(1, share // 20))]
    wijk, soort = names[number * 11 % len(names)], ("kdv", "peuteropvang", "bso")[number % 3]
    rng = rng_for("locatie", number)
    places = 24 + 8 * rng.below(5)
    rows.append([wijk, year, "fictief-opvang-%02d" % (number + 1), soort,
                 "ja" if number * 7 % 10 < 3 + year - 2021 else "nee",
                 places if soort != "bso" else 0, places if soort == "bso" else 0])
  return rows


def ve_locaties_rows(year):
  rows = []
  for wijk, _, code, soort, _, places, _ in locaties_rows(year):
    if soort == "peuteropvang" or (soort == "kdv" and int(code[-2:]) % 2):
      rng = rng_for("ve", year, code)
      groups = max(1, places // 16)
      rows.append([wijk, year, code, "nee" if rng.below(20) < 2025 - min(year, 2024) else "ja", groups,
                   min(groups, half_up(groups * (55 + 4 * (year - 2021) + rng.spread(20)), 100))])
  return rows


def school_taal(start, rng):
  rows = []
  for code, sector, wijk, size in schools(start + 1):
    if sector == "po":
      behind = share_behind(code, wijk)
      n = half_up(size * (118 + rng.spread(8)), 1000)
      rows.append([GEMEENTE, code, "ja" if behind > 150 else "nee", n]
                  + [half_up(n * max(250, level - behind + 8 * (start - 2020) + rng.spread(40)), 1000) for level in (760, 660)])
  return rows


def veiligheid(start, rng):
  rows = []
  for code, sector, _, size in schools(start + 1):
    if sector != "mbo":
      n = half_up(size * (52 if sector == "po" else 38) + 0, 100)
      rows.append([GEMEENTE, code, sector, n, half_up(n * (945 - 4 * (start - 2020) + rng.spread(20)), 1000),
                   half_up(size * (10 + (sector != "po") * 14 + rng.spread(5)), 1000), size])
  return rows


GROEPEN = (("laag", 300, 30), ("midden", 400, 0), ("hoog", 250, -22), ("onbekend", 50, 10))


def school_advies(start, rng):
  rows = []
  for wijk, n in spread_over(1290, start + 1, rng):
    for groep, share, more in GROEPEN:
      skew = share + 3 * ZORG.get(wijk, 0) * (1 if groep == "laag" else -1 if groep == "hoog" else 0)
      pupils = half_up(n * skew, 1000)
      # From 2023-2024 on a higher test result must lead to a higher advice.
      reviewed = half_up(pupils * (240 + 2 * more + rng.spread(30)), 1000)
      adjusted = half_up(reviewed * ((270 if start < 2023 else 720) + rng.spread(60)), 1000)
      rows.append([wijk, groep, pupils, reviewed - adjusted, reviewed, adjusted])
  return rows


def plaatsing(start, rng):
  rows = []
  for wijk, n in spread_over(1290, start + 1, rng):
    for overgang in ("po", "po_vo"):
      for groep, share, more in GROEPEN:
        asked = half_up(n * share, 1000)
        rows.append([wijk, overgang, groep, asked, half_up(asked * min(1000, 946 - more // 3 + rng.spread(18)), 1000)])
  return rows


def overgangen(start, rng):
  step = start - 2020
  rows = []
  for name, n, tijdig, lager, compleet in (("voorschool_po", 380, 0, 0, 700), ("vmbo_mbo", 610, 902, 0, 0),
                                           ("vo_leerjaar_3", 1240, 0, 118, 0), ("mbo_vervolg", 540, 861, 0, 0),
                                           ("ondersteuning", 94, 0, 0, 640)):
    n = n + rng.spread(n // 25)
    cell = lambda rate, gain: half_up(n * (rate + gain * step + rng.spread(14)), 1000) if rate else "n.v.t."
    rows.append([GEMEENTE, name, n, cell(tijdig, 4), cell(lager, 2), cell(compleet, 24)])
  return rows


def verzuim(start, rng):
  step = start - 2020
  pupils, compulsory = 21600 - 90 * step, 18900 - 110 * step
  counts = {"absoluut": 58 + 9 * step, "relatief_16u": 560 + 42 * step, "vrijstelling_a": 88 + 6 * step,
            "vrijstelling_b": 9 + step, "vrijstelling_c": 31}
  return [[GEMEENTE, soort, n + rng.spread(n // 12), pupils, compulsory] for soort, n in counts.items()]


def vsv(manifest):
  """Provisional in March, definite in November; the newest year is still provisional."""
  for start in school_years(2020, 2024):
    for status, date in (("V", "%d-03-20" % (start + 2)), ("D", "%d-11-20" % (start + 2))):
      if status == "D" and start == 2024:
        continue
      out = manifest.delivery("vsv/VSV_%s_%s.csv" % (school_year(start), status), date)
      out.row("gemeente", "schooljaar", "onderwijs", "definitie", "vsv", "deelnemers")
      for soort, n, rate in (("vo", 8900, 6), ("mbo", 4300, 54), ("vavo", 150, 130)):
        rng = rng_for("vsv", start, soort)
        n = half_up(n * (1000 - 6 * (start - 2020) + rng.spread(4)), 1000)
        left = half_up(n * (rate * 10 + (10, 22, 34, 28, 20)[start - 2020] * rate // 54 + rng.spread(rate // 4)), 10000)
        out.row(GEMEENTE, school_year(start), soort, "12_tot_23", left + (left // 25 if status == "V" else 0), n)
      out.close()


# ---- yearly counts -----------------------------------------------------------------------------


def per_year(manifest, bron, prefix, header, rows, first, last, date, second, value, next_year=False):
  """One file per calendar year; `second` is the name of the period column, value(year) what stands in it."""
  for year in range(first, last + 1):
    out = manifest.delivery("%s/%s_%d_D.csv" % (bron, prefix, year), "%d-%s" % (year + next_year, date))
    out.row(header[0], second, *header[1:])
    for cell, *rest in rows(year, rng_for(bron, year)):
      out.row(cell, value(year), *rest)
    out.close()


def bevolking(year, rng):
  rows = []
  for klasse, n in (("0-1", 2620), ("2-3", 2700), ("4", 1370), ("5-11", 9900), ("12-17", 8700), ("18-22", 7300)):
    counts = [[wijk, n] for wijk, n in spread_over(n - 20 * (year - 2021), year, rng, 3)] + [["Onbekend", n // 600]]
    rows += [[wijk, klasse, n] for wijk, n in with_total(counts)]
  return rows


def verwachte_doelgroep(year, rng):
  rows = [[wijk, half_up(n * (100 + 2 * ZORG.get(wijk, 0)), 100)] for wijk, n in spread_over(655 - 6 * (year - 2021), year, rng, 5)]
  return with_total(rows)


def so_deelname(year, rng):
  return [[GEMEENTE, sector, n + more * (year - 2021) + rng.spread(n // 60)]
          for sector, n, more in (("bo", 10150, -60), ("sbo", 296, 4), ("so", 318, 9), ("vo", 7420, -40), ("vso", 402, 8))]


def telling_kwartaal(step, year, quarter, rng):
  wijk_count = len(wijken(year))
  training = half_up(2150 * (between(40, 95, step, STEPS) + rng.spread(12)), 1000)
  families = 60 + rng.spread(9)
  return [[GEMEENTE, "wijkoverzicht", min(wijk_count, wijk_count * step // 24), wijk_count],
          [GEMEENTE, "training", training, 2150],
          [GEMEENTE, "platform_rijk", between(180, 940, step, STEPS) + rng.spread(60), "n.v.t."],
          [GEMEENTE, "toeleiding", half_up(families * (between(55, 71, step, STEPS) + rng.spread(6)), 100), families]]


def telling_schooljaar(start, rng):
  return [[GEMEENTE, "agressievrij", 4 + 3 * (start - 2020) + rng.below(3), 44]]


def telling_jaar(year, rng):
  rows = [[GEMEENTE, "bouwprojecten", min(6, max(0, year - 2022)), 6],
          [GEMEENTE, "maatwerktraject", 78 + 2 * (year - 2021) + rng.spread(3), 90 + rng.spread(3)]]
  for ambitie, budget in ((1, 240000), (2, 610000), (3, 380000)):
    rows.append([GEMEENTE, "budget_ambitie_%d" % ambitie, half_up(budget * (90 + rng.spread(9)), 100), budget])
  return rows


# ---- all ---------------------------------------------------------------------------------------


def rows_of(function):
  """Rows (wijk, jaar, ...) without the year, for per_year."""
  return lambda year, rng: [row[:1] + row[2:] for row in function(year)]


def make(manifest):
  per_quarter(manifest, "peuters", "PEUTERS", ("wijk", "aantal_peuters", "aantal_in_opvang", "kindplaatsen"), peuters)
  per_quarter(manifest, "wachtlijst_opvang", "WACHTLIJST",
              ("wijk", "kinderen_netto", "kinderen_bruto", "plaatsen", "mediaan_wachtdagen"), wachtlijst,
              missing=((2025, 3),))
  per_quarter(manifest, "ouders_taal", "OUDERTAAL", ("wijk", "deelnemers"), ouders_taal, missing=((2026, 2),))
  per_quarter(manifest, "naschools", "NASCHOOLS", ("wijk", "unieke_deelnemers", "leerlingen", "uren"), naschools)
  per_quarter(manifest, "thuiszitters", "THUISZITTERS",
              ("gebied", "sector", "soort", "duurklasse", "aantal", "nieuw", "beeindigd", "passend_binnen_3m"), thuiszitters)
  per_quarter(manifest, "jeugdhulp_wacht", "JEUGDHULP",
              ("gebied", "perceel", "wachtenden", "mediaan_dagen", "jongeren_18", "met_toekomstplan"), jeugdhulp,
              provisional=((2026, 2),))
  traject = ("gemeente", "traject", "aangemeld", "deelnemers", "geplaatst", "uitgestroomd", "uitgestroomd_school_werk", "duurzaam")
  per_quarter(manifest, "trajecten", "TRAJECTEN", traject + ("mediaan_wachtdagen", "plekken", "vraag"), trajecten)
  per_quarter(manifest, "telling_kwartaal", "TELLING", ("gebied", "onderwerp", "aantal", "totaal"), telling_kwartaal)
  per_school_year(manifest, "trajecten_schooljaar", "TRAJECTEN", traject, trajecten_schooljaar, date="12-10")
  per_school_year(manifest, "school_taal", "SCHOOLTAAL",
                  ("gemeente", "school", "concentratieschool", "deelnemers", "streefniveau_taal", "streefniveau_rekenen"), school_taal)
  per_school_year(manifest, "school_advies", "SCHOOLADVIES",
                  ("wijk", "ses_groep", "leerlingen", "onderadvies", "heroverwogen", "bijgesteld"), school_advies)
  per_school_year(manifest, "veiligheid", "VEILIGHEID",
                  ("gemeente", "school", "sector", "respondenten", "voelt_veilig", "incidenten", "leerlingen"), veiligheid)
  per_school_year(manifest, "plaatsing", "PLAATSING", ("wijk", "overgang", "ses_groep", "aangemeld", "eerste_voorkeur"), plaatsing)
  per_school_year(manifest, "overgangen", "OVERGANGEN",
                  ("gemeente", "overgang", "uitstroom", "doorstroom_tijdig", "lager_dan_advies", "overdracht_compleet"), overgangen)
  per_school_year(manifest, "verzuim", "VERZUIM", ("gemeente", "soort", "aantal", "leerlingen", "leerplichtigen"), verzuim)
  per_school_year(manifest, "telling_schooljaar", "TELLING", ("gebied", "onderwerp", "aantal", "totaal"), telling_schooljaar)
  vsv(manifest)
  january, october, plain = (lambda year: "%d-01-01" % year), (lambda year: "%d-10-01" % year), (lambda year: year)
  per_year(manifest, "bevolking", "BEVOLKING", ("wijk", "leeftijdsklasse", "aantal"), bevolking, 2021, 2026, "02-20", "peildatum", january)
  per_year(manifest, "verwachte_doelgroep", "VERWACHTE_DOELGROEP", ("wijk", "verwacht"), verwachte_doelgroep, 2021, 2026,
           "03-30", "peildatum", january)
  per_year(manifest, "so_deelname", "SO_DEELNAME", ("gemeente", "sector", "leerlingen"), so_deelname, 2021, 2025, "12-15", "peildatum", october)
  per_year(manifest, "telling_jaar", "TELLING", ("gebied", "onderwerp", "aantal", "totaal"), telling_jaar, 2021, 2025, "03-15", "jaar", plain, True)
  per_year(manifest, "scholen", "SCHOLEN",
           ("wijk", "school", "sector", "ikc", "verlengde_dag", "brug_aangewezen", "brugfunctionaris", "wijkagent_afspraak",
            "burgerschap_vastgesteld", "jeugdhulp_doelgroep", "collectieve_jeugdhulp", "leerlingen", "doelgroepleerlingen",
            "capaciteit", "prognose"), rows_of(scholen_rows), 2021, 2025, "12-01", "jaar", plain)
  per_year(manifest, "locaties", "LOCATIES",
           ("wijk", "locatie", "soort", "wijkagent_afspraak", "kindplaatsen_peuters", "kindplaatsen_kleuters"),
           rows_of(locaties_rows), 2021, 2025, "12-01", "jaar", plain)
  per_year(manifest, "ve_locaties", "VE_LOCATIES", ("wijk", "locatie", "voldoet_wettelijk", "groepen", "gemengde_groepen"),
           rows_of(ve_locaties_rows), 2021, 2025, "03-01", "jaar", plain, True)
