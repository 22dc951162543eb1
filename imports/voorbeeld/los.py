"""Small loose examples: the published files, and a list with one row per child. All invented."""
from hulp import Writer, rng_for

AGES = ["JONGER"] + [str(age) for age in range(4, 25)] + ["OUDER"]


def quoted(cells):
  return ";".join('"%s"' % cell for cell in cells)


class Quoted(Writer):
  """Every field in quotes, as DUO and CBS write them."""

  def row(self, *cells):
    self.lines.append(quoted(cells))


def hide(n):
  return "<5" if 0 < n < 5 else str(n)


def duo_po_pc4(folder):
  out = Quoted(folder, "Voorbeeldstad afgeschermd.csv", bom=True)
  out.row("PEILDATUM", "GEMEENTENUMMER", "GEMEENTENAAM", "POSTCODE_LEERLING", "GEMEENTENAAM_LEERLING", "INSTELLINGSCODE",
          "VESTIGINGSCODE", "INSTELLINGSNAAM_VESTIGING", "POSTCODE_VESTIGING", "PLAATSNAAM", "PROVINCIE", "SOORT_PO",
          "DENOMINATIE_VESTIGING", "BEVOEGD_GEZAG_NUMMER", *("LEEFTIJD_" + age for age in AGES))
  for school in range(4):
    for postcode in ("2711", "2716", "2723", "40"):
      rng = rng_for("po", school, postcode)
      counts = [rng.below(14) if 1 <= place <= 9 else 0 for place in range(len(AGES))]
      out.row("20241001", "0637", "Zoetermeer", postcode, "Zoetermeer" if postcode != "40" else "onbekend", "9%dZZ" % school, "00",
              "Fictieve school %d" % (school + 1), "2711AA", "ZOETERMEER", "Zuid-Holland", "Sbo" if school == 3 else "Bo",
              "Openbaar", "99999", *(hide(n) for n in counts))
  out.close()


def duo_vestigingen(folder):
  head = ["PROVINCIE", "BEVOEGD GEZAG NUMMER", "BRIN NUMMER", "VESTIGINGSNUMMER", "VESTIGINGSNAAM", "STRAATNAAM",
          "HUISNUMMER-TOEVOEGING", "POSTCODE", "PLAATSNAAM", "GEMEENTENUMMER", "GEMEENTENAAM", "DENOMINATIE", "TELEFOONNUMMER",
          "INTERNETADRES"]
  for kind, letter in (("bo", "Z"), ("vo", "Y")):
    out = Writer(folder, "alle-vestigingen-%s.csv" % kind, encoding="cp1252")
    out.row(*head, *(["ONDERWIJSSTRUCTUUR"] if kind == "vo" else []), "RMC-REGIO CODE", "RMC-REGIO NAAM")
    for number in range(6):
      brin = "9%d%sZ" % (number, letter)
      gemeente = (("0637", "ZOETERMEER"), ("0546", "LEIDEN"), ("0363", "AMSTERDAM"))[number % 3]
      out.row("Zuid-Holland", "99999", brin, brin + "00", "Fictieve school Coöperatie %d" % (number + 1), "Voorbeeldstraat", "1",
              "2711 AA", gemeente[1], *gemeente, "Openbaar", "          ", " " * 80,
              *(["HAVO/VWO"] if kind == "vo" else []), "99", "Voorbeeldregio")
    out.close()


def duo_vsv(folder):
  out = Writer(folder, "vsv-per-swv-2015.csv")
  out.row("SAMENWERKINGSVERBAND_NUMMER", "brin_nummer", "vestigings_nummer", "aantal_leerlingen", "vsv_totaal", "vsv_vmbo", "vsv_mbo",
          "vsv_overig")
  for number in range(6):
    rng = rng_for("vsv", number)
    vmbo, other = rng.below(6), rng.below(4)
    out.row("VO9999", "9%dYZ" % number, "00", 600 + rng.below(800), vmbo + other, vmbo, 0, other)
  out.close()


def duo_schooladviezen(folder):
  out = Writer(folder, "schooladviezen_voorbeeld.csv")
  out.row("SCHOOLJAAR", "INSTELLINGSCODE", "INSTELLINGSNAAM", "GEMEENTENUMMER", "GEMEENTENAAM", "VSO", "PRO", "VMBO_B", "VMBO_B_K", "VMBO_K",
          "VMBO_K_GT", "VMBO_GT", "VMBO_GT_HAVO", "HAVO", "HAVO_VWO", "VWO", "ADVIES_NIET_MOGELIJK")
  for year in ("2021-2022", "2024-2025"):
    for number in range(5):
      rng = rng_for("advies", year, number)
      counts = [rng.below(high) for high in (1, 2, 3, 3, 6, 5, 9, 6, 9, 6, 9, 1)]
      out.row(year, "9%dZZ" % number, "Fictieve school %d" % (number + 1), "0637", "Zoetermeer",
              *(hide(n) if year > "2022" else n for n in counts))
  out.close()


def cbs(folder):
  out = Writer(folder, "achterstandsscores-scholen-2019.csv")
  out.row("VESTIGINGSCODE", "AANTAL_BEKOSTIGDE_LEERLINGEN", "ACHTERSTANDSSCORE", "BETROUWBAARHEID")
  for number in range(6):
    rng = rng_for("score", number)
    pupils = (36, 142, 210, 388, 97, 264)[number]
    out.row("9%dZZ00" % number, pupils, "0" if number == 2 else "%d,%02d" % (rng.below(180), rng.below(100)), "a" if pupils <= 40 else "")
  out.close()
  out = Quoted(folder, "SES_WOA_voorbeeld.csv", bom=True)
  out.row("Perioden", "Wijken en buurten", "Regiocode (gemeente, wijk, buurt) (code)", "Particuliere huishoudens (Aantal)",
          "Opleidingsniveau/Laag/Waarde (%)", "Opleidingsniveau/Middelbaar/Waarde (%)", "Opleidingsniveau/Hoog/Waarde (%)",
          "SES-WOA/Totaalscore/Gemiddelde score (Getal)", "Spreiding/Spreiding totaal/Waarde (Getal)")
  for name, code, n, score in (("Zoetermeer", "GM0637    ", "   56800", "   0.012"), ("Meerzicht", "WK063701  ", "    7800", "  -0.114"),
                               ("Rokkeveen", "WK063705  ", "    7900", "   0.201"), ("Buitengebied", "WK063709  ", "     100", "       .")):
    out.row("2019", name, code, n, *(["       ."] * 3 if score.strip() == "." else ["    24.1", "    43.7", "    32.2"]), score,
            "       ." if score.strip() == "." else "   0.801")
  out.close()
  out = Writer(folder, "pc6hnr2025_gwb.csv")
  out.row("PC6", "Huisnummer", "Buurt2025", "Wijk2025", "Gemeente2025")
  for number in range(24):
    out.row("27%02dZZ" % (11 + number % 3), number + 1, "0637%02d00" % (1 + number % 4), "0637%02d" % (1 + number % 4), "637")
  out.close()
  out = Writer(folder, "pc4_wijk_2024_voorbeeld.csv")
  out.row("POSTCODE4", "WIJKCODE", "ADRESSEN")
  for row in (("2711", "WK063700", 3100), ("2716", "WK063701", 2900), ("2716", "WK063705", 240), ("2723", "WK063702", 4100)):
    out.row(*row)
  out.close()
  postcodes(folder)
  out = Writer(folder, "wijk_2024_2025.csv")
  out.row("WIJKCODE_OUD", "WIJKCODE", "ADRESSEN")
  for row in WIJK_2024:
    out.row(*row)
  out.close()


# Addresses per postcode and wijk of 2025, and children of the doelgroep by postcode. 2715 lies in two wijken.
PC4_2026 = (("2711", "WK063701", 1400), ("2711", "WK063702", 2100), ("2712", "WK063704", 2600), ("2713", "WK063703", 2300),
            ("2714", "WK063712", 900), ("2715", "WK063708", 3800), ("2715", "WK063703", 200), ("2716", "WK063705", 4100),
            ("2717", "WK063706", 3000), ("2717", "WK063707", 1300), ("2718", "WK063711", 6200), ("2719", "WK063710", 6100),
            ("2724", "WK063709", 2700), ("2725", "Buiten gemeente", 350))


def postcodes(folder):
  out = Writer(folder, "pc4_wijk_2026_voorbeeld.csv")
  out.row("POSTCODE4", "WIJKCODE", "ADRESSEN")
  for row in PC4_2026:
    out.row(*row)
  out.close()
  out = Writer(folder, "pc4_aandeel_2026_voorbeeld.csv")
  out.row("POSTCODE4", "WIJKCODE", "AANDEEL")
  for row in (("2711", "WK063701", "0,4"), ("2711", "WK063702", "0,6"), ("2712", "WK063704", "1")):
    out.row(*row)
  out.close()
  out = Writer(folder, "pc6_wijk_2026_voorbeeld.csv")
  out.row("POSTCODE6", "WIJKCODE", "ADRESSEN")
  for row in (("2711AA", "WK063701", 24), ("2711AB", "WK063702", 31), ("2715ZZ", "WK063703", 9), ("2715ZZ", "WK063708", 12)):
    out.row(*row)
  out.close()
  out = Writer(folder, "VVE_PC4_2026K3_D.csv")
  out.row("postcode", "peildatum", "leeftijdsgroep", "aantal_doelgroep", "aantal_in_opvang", "aantal_in_ve")
  for postcode in sorted({row[0] for row in PC4_2026}):
    rng = rng_for("vve_pc4", postcode)
    doelgroep = 25 + rng.below(60)
    opvang = doelgroep - rng.below(9)
    out.row(postcode, "2026-09-30", "2,5-4", doelgroep, opvang, opvang - rng.below(12))
  out.close()


# Which addresses of an old wijk lie in which new one: made up.
WIJK_2024 = (("WK063700", "WK063701", 700), ("WK063700", "WK063702", 1300), ("WK063701", "WK063705", 2400),
             ("WK063702", "WK063706", 1900), ("WK063702", "WK063707", 1100), ("WK063703", "WK063703", 400),
             ("WK063703", "WK063708", 1600), ("WK063704", "WK063709", 1500), ("WK063705", "WK063704", 300),
             ("WK063705", "WK063710", 2600), ("WK063706", "WK063711", 2500), ("WK063706", "WK063712", 500),
             ("WK063709", "WK063714", 20))


def lrk(folder):
  out = Writer(folder, "export_opendata_lrk_20260101.csv", encoding="cp1252")
  out.row("lrk_id", "type_oko", "actuele_naam_oko", "aantal_kindplaatsen", "status", "inschrijfdatum", "uitschrijfdatum",
          "opvanglocatie_postcode", "opvanglocatie_woonplaats", "verantwoordelijke_gemeente", "cbs_code", "kvk_nummer_houder", "vve")
  for number in range(12):
    rng = rng_for("lrk", number)
    kind = ("KDV", "BSO", "VGO", "KDV")[number % 4]
    out.row(900000000 + number, kind, "Fictieve opvang Één %d" % (number + 1), "" if kind == "VGO" else 16 + 8 * rng.below(6), "Ingeschreven",
            "01-08-2019", "", "2711AA", "Zoetermeer" if number % 3 else "Leiden", "Zoetermeer" if number % 3 else "Leiden",
            "0637" if number % 3 else "0546", "99999999", "ja" if kind == "KDV" and number % 8 == 0 else "")
  out.close()


def geojson(folder):
  out = Writer(folder, "wijken_2025_voorbeeld.geojson")
  shapes = []
  for number, name in enumerate(("Dorp", "Stadscentrum", "Palenstein", "Driemanspolder")):
    x, y = 4.48 + 0.02 * (number % 2), 52.05 + 0.01 * (number // 2)
    ring = ",".join("[%.2f,%.2f]" % point for point in ((x, y), (x + 0.02, y), (x + 0.02, y + 0.01), (x, y + 0.01), (x, y)))
    shapes.append('{"type":"Feature","properties":{"statcode":"WK0637%02d","jrstatcode":"2025WK0637%02d","statnaam":"%s","rubriek":"wijk"},'
                  '"geometry":{"type":"Polygon","coordinates":[[%s]]}}' % (number + 1, number + 1, name, ring))
  out.lines = ['{"type":"FeatureCollection","features":[', ",\n".join(shapes), "]}"]
  out.close()


def kindlijst(folder):
  out = Writer(folder, "VVE_KINDLIJST_2026K2_D.csv")
  out.row("volgnummer", "wijk", "peildatum", "leeftijdsgroep", "in_opvang", "in_ve")
  for number in range(120):
    rng = rng_for("kind", number)
    wijk = ("Palenstein", "Meerzicht", "Oosterheem", "Seghwaert", "Dorp")[rng.below(5)]
    opvang = rng.below(10) < 9
    out.row("F%04d" % (number + 1), wijk, "2026-06-30", "2,5-4" if rng.below(4) else "2-2,5", "ja" if opvang else "nee",
            "ja" if opvang and rng.below(10) < 8 else "nee")
  out.lines.append(out.lines[7])  # one child stands in the list twice, and counts once
  out.close()


def gebieden(folder):
  out = Writer(folder, "gebieden_voorbeeld.csv")
  out.row("indeling", "code", "naam", "niveau", "ouder", "vanaf", "tot", "opvolger", "aliassen", "zonder_doelgroep", "tegel_rij", "tegel_kolom")
  out.row("gemeente", "GM9999", "Voorbeeldstad", "gemeente", "", "1900-01-01", "", "", "", 0, "", "")
  for number, name in enumerate(("Binnenstad", "Noord", "Haven")):
    out.row("2026", "WK9999%02d" % number, name, "wijk", "GM9999", "2026-01-01", "", "", "", int(name == "Haven"), 1 + number // 2, 1 + number % 2)
  out.close()


def vergelijking(folder):
  out = Writer(folder, "VERGELIJKING_2026-07-10.csv")
  out.row("id", "indicator", "definitie_versie", "periode", "groep", "waarde", "breuken", "bron")
  for number, (version, period, group, value) in enumerate(((1, "2026-K2", "landelijk", "88,2"), (2, "2026-K2", "regio", "90,1"),
                                                            (1, "2025-K2", "vergelijkbare gemeenten", "87,5")), 1):
    out.row(number, "OAB-01", version, period, group, value, "", "verzonnen")
  out.close()


def make(folder):
  for one in (duo_po_pc4, duo_vestigingen, duo_vsv, duo_schooladviezen, cbs, lrk, geojson, kindlijst, gebieden, vergelijking):
    one(folder)
