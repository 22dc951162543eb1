"""The registers of the procesmanager: acties, overleggen, besluiten, interventies.

Invented, and parties by kind only. Each delivery is the whole register on a day; the state of an action
follows from its dates, so that the snapshots tell one story.
"""

SNAPSHOTS = ("2025-12-19", "2026-03-20", "2026-07-14")

ACTIE_KOLOMMEN = ("id", "soort", "doel_id", "omschrijving", "partij", "eigenaar", "status", "start", "deadline", "afgerond_op", "bewijs",
                  "meetmiddel", "volgende_stap", "besluit_id", "laatste_update")

# id, soort, goal, text, party, start, deadline, finished (or "" / "gestopt DATE"), how it is measured, decision
ACTIES = (
  ("A-01", "actie", "ZM-F1.1", "Overzicht maken van de afspraken met de wijkagent per school en opvanglocatie", "gemeente", "2025-10-01", "2026-02-28", "2026-02-20", "overzicht vastgesteld", ""),
  ("A-02", "actie", "ZM-F1.1", "Vaste contactpersoon van de wijkagent op elke school met een afspraak", "po", "2025-11-01", "2026-06-30", "", "aandeel scholen (VEI-01)", "B-01"),
  ("A-03", "actie", "ZM-F1.2", "Training agressievrij onderwijs voor zes teams", "po", "2026-01-15", "2026-12-15", "", "getrainde teams (VEI-04)", ""),
  ("A-04", "actie", "ZM-F2.1", "Drie casussen inclusief bouwen bespreken", "gemeente", "2025-09-15", "2026-05-31", "2026-05-12", "verslag per casus", ""),
  ("A-05", "actie", "ZM-F2.1", "Werkwijze voor besluiten over locatie en inrichting uitschrijven", "gemeente", "2026-01-10", "2026-06-01", "", "werkwijze vastgesteld", "B-03"),
  ("A-06", "actie", "ZM-F3.1", "Gezinnen zonder opvang binnen zes weken bezoeken", "jeugdgezondheidszorg", "2025-10-01", "2026-12-31", "", "OUD-02", "B-02"),
  ("A-07", "actie", "ZM-F3.1", "Extra peutergroep openen in Palenstein", "kinderopvang", "2025-12-01", "2026-04-30", "", "plaatsen (OAB-12)", "B-02"),
  ("A-08", "actie", "ZM-F3.1", "Overzicht van dienstverlening per wijk bijwerken", "gemeente", "2025-09-15", "2026-06-30", "", "SOC-01", ""),
  ("A-09", "actie", "ZM-F3.1", "Brugfunctionarissen na 2026 vastleggen in de begroting", "gemeente", "2026-02-01", "2026-10-01", "", "besluit college", ""),
  ("A-10", "actie", "ZM-F3.1", "Taallessen voor ouders op drie extra plekken", "Bibliotheek", "2025-11-01", "2026-03-31", "2026-03-15", "OUD-01", ""),
  ("A-11", "actie", "ZM-F4.1", "Bijeenkomst over inclusie met platform en jeugddomein", "procesmanager LEA", "2025-09-01", "2025-10-31", "2025-10-15", "bijeenkomst gehouden", ""),
  ("A-12", "actie", "ZM-F4.1", "Visie op inclusie schrijven", "swv", "2025-11-15", "2026-07-01", "", "visie vastgesteld", "B-04"),
  ("A-13", "actie", "ZM-F4.1", "Aanbod professionalisering bundelen op de website", "gemeente", "2025-10-01", "2026-03-01", "2026-02-26", "PRO-02", ""),
  ("A-14", "actie", "ZM-F5.1", "Afspraken maken over wie wat doet rond een groep", "swv", "2026-01-15", "2026-09-30", "", "afspraken op tien scholen", ""),
  ("A-15", "actie", "ZM-F5.2", "Pilots jeugdhulp in het regulier onderwijs evalueren", "gemeente", "2025-10-15", "2026-05-31", "", "rapport", "B-05"),
  ("A-16", "actie", "ZM-F5.2", "Collectieve jeugdhulp starten op vier scholen", "Lokale Teams", "2026-02-01", "2026-12-31", "", "JHL-03", ""),
  ("A-17", "actie", "ZM-F6.1", "Cijfers over thuiszitters elk kwartaal bespreken aan de thuiszitterstafel", "Leerplicht", "2025-09-15", "2026-12-31", "", "THZ-01 en THZ-03", ""),
  ("A-18", "actie", "ZM-F6.1", "Regionaal programma vsv 2026-2029 vertalen naar de stad", "mbo", "2025-11-01", "2026-06-30", "", "plan vastgesteld", "B-06"),
  ("A-19", "actie", "ZM-F6.1", "Lesplaats 16+ uitbreiden met zes plekken", "Loket 16+", "2026-01-05", "2026-06-30", "gestopt 2026-05-20", "plekken", "B-07"),
  ("A-20", "actie", "ZM-F6.1", "Behandelgroep met onderwijs voor acht kinderen", "swv", "2026-03-01", "2026-11-30", "", "JHL-04", ""),
  ("O-01", "opdracht", "ZM-L3", "Voorstel om het bereik in wijken onder de richtwaarde te vergroten", "Werkgroep Toeleiding", "2025-11-20", "2026-06-15", "2026-06-10", "OAB-01 per wijk", "B-02"),
  ("O-02", "opdracht", "ZM-L6", "Voorstel voor een dekkend aanbod van onderwijs met zorg", "Thuiszitterstafel po", "2026-01-15", "2026-09-01", "", "THZ-02, JHL-04", "B-05"),
  ("O-03", "opdracht", "ZM-L2", "Advies over ontmoeting in schoolgebouwen", "Kinderopvangplatform", "2026-02-10", "", "", "", ""),
  ("O-04", "opdracht", "ZM-L1", "Voorstel voor gezamenlijke training van professionals", "Overleg Veilige school", "2026-03-05", "2026-11-01", "", "VEI-04", ""),
  ("M-01", "mijlpaal", "ZM-M-THEMA", "Themabijeenkomst over inclusie", "procesmanager LEA", "2025-09-01", "2025-10-31", "2025-10-15", "", ""),
  ("M-02", "mijlpaal", "ZM-M-VISIE", "Visie op inclusie vastgesteld", "stuurgroep LEA", "2025-11-15", "2026-07-01", "", "", ""),
  ("M-03", "mijlpaal", "ZM-M-ISK", "Langetermijnvisie ISK vastgesteld", "gemeente", "2026-01-01", "2026-12-31", "", "", ""),
  ("M-04", "mijlpaal", "ZM-M-PILOTS", "Evaluatie van de pilots jeugdhulp opgeleverd", "gemeente", "2025-10-15", "2026-05-31", "", "", ""),
  ("M-05", "mijlpaal", "ZM-M-OAB-2025", "OAB-afspraken geëvalueerd en geactualiseerd", "bestuurlijk platform", "2025-09-01", "2025-12-31", "2025-11-27", "", ""),
  ("M-06", "mijlpaal", "ZM-M-OAB-2026", "OAB-afspraken geëvalueerd en geactualiseerd", "bestuurlijk platform", "2026-09-01", "2026-12-31", "", "", ""),
  ("M-07", "mijlpaal", "ZM-M-EVAL-2024", "Evaluatie LEA 2024", "bestuurlijk platform", "2024-01-15", "2024-12-31", "2024-12-05", "", ""),
  ("M-08", "mijlpaal", "ZM-M-EVAL-2026", "Evaluatie LEA 2026", "bestuurlijk platform", "2026-06-01", "2026-12-31", "", "", ""),
  ("M-09", "mijlpaal", "ZM-M-ROTATIE", "Per ambitie wisselt een lid van de stuurgroep", "stuurgroep LEA", "2025-05-01", "2025-09-01", "2025-09-01", "", ""),
)

# day, thema, minutes sent after days, participants; every six weeks
STUURGROEP = (
  ("2025-09-11", "ZM-L3", 11, 9), ("2025-10-23", "ZM-L6", 13, 10), ("2025-12-04", "ZM-L1", 19, 9), ("2026-01-22", "ZM-L5", 9, 11),
  ("2026-03-05", "ZM-L2", 14, 8), ("2026-04-16", "ZM-L4", 12, 10), ("2026-06-04", "ZM-L3", 16, 10), ("2026-07-09", "", 0, 9),
  ("2026-09-17", "ZM-L6", 0, 0), ("2026-10-29", "ZM-L1", 0, 0), ("2026-12-10", "", 0, 0),
)
OVERIG = (
  ("platform", "bestuurlijk platform", "2024-11-21", 10, 24), ("platform", "bestuurlijk platform", "2025-11-27", 12, 26),
  ("themabijeenkomst", "inclusie", "2025-10-15", 21, 61), ("overlegtafel", "Werkgroep Toeleiding", "2025-11-06", 7, 7),
  ("overlegtafel", "Werkgroep Toeleiding", "2026-02-12", 8, 8), ("overlegtafel", "Thuiszitterstafel po", "2025-12-09", 5, 6),
  ("overlegtafel", "Thuiszitterstafel po", "2026-03-10", 6, 7), ("overlegtafel", "Stuurgroep IKC", "2026-01-20", 15, 11),
  ("overlegtafel", "Overleg Veilige school", "2026-02-05", 9, 9), ("overlegtafel", "Regiegroep doorlopende leerlijnen", "2026-05-19", 12, 5),
)
BESLUITEN = (
  ("B-01", "2025-12-04", "stuurgroep", "ZM-L1", "Elke school heeft voor de zomer van 2026 een vaste contactpersoon bij de wijkagent", "A-02"),
  ("B-02", "2025-09-11", "stuurgroep", "ZM-L3", "De Werkgroep Toeleiding doet een voorstel voor de wijken onder de richtwaarde", "O-01"),
  ("B-03", "2026-03-05", "stuurgroep", "ZM-L2", "De werkwijze voor locatiebesluiten komt in juni terug", "A-05"),
  ("B-04", "2026-04-16", "stuurgroep", "ZM-L4", "De visie op inclusie wordt voor de zomer besproken", "A-12"),
  ("B-05", "2026-01-22", "stuurgroep", "ZM-L5", "De evaluatie van de pilots gaat vooraf aan uitbreiding", "A-15"),
  ("B-06", "2025-10-23", "stuurgroep", "ZM-L6", "Het regionale programma vsv wordt vertaald naar Zoetermeer", "A-18"),
  ("B-07", "2026-05-20", "college", "ZM-L6", "De uitbreiding van lesplaats 16+ stopt: de middelen zijn er niet", "A-19"),
  ("B-09", "2026-06-04", "stuurgroep", "ZM-L3", "De Werkgroep Toeleiding begint in Palenstein en Meerzicht", "A-07"),
  ("B-08", "2025-11-27", "platform", "ZM-OAB-A3", "De OAB-afspraken blijven voor 2026 gelijk", ""),
)
# id, name, goal, evidence, evaluated, decision, decided on, reason, start, stop, wijken, indicator, costs
INTERVENTIES = (
  ("I-01", "Voorleesprogramma aan huis", "ZM-OAB-A4", "goede_aanwijzingen", "2025-03-10", "doorgaan", "2025-06-05", "", "2023-01-09", "", "Palenstein|Meerzicht", "OAB-02", 210000),
  ("I-02", "Taallessen voor ouders", "ZM-L3", "onderbouwd", "2024-11-20", "doorgaan", "2025-01-23", "", "2022-09-01", "", "", "OUD-01", 86000),
  ("I-03", "Brugfunctionaris", "ZM-F3.1", "eerste_aanwijzingen", "2025-09-30", "doorgaan", "2026-06-04", "", "2025-08-25", "", "Palenstein|Driemanspolder|Meerzicht", "NAS-01", 240000),
  ("I-04", "Zomerschool", "ZM-A2", "eerste_aanwijzingen", "2023-10-05", "aanpassen", "2024-02-01", "te weinig leerlingen uit de doelgroep", "2022-07-11", "", "", "TAAL-01", 64000),
  ("I-05", "Huiswerkklas", "ZM-A2", "beschreven", "", "", "", "", "", "", "", "", ""),
  ("I-06", "Sport na school", "ZM-OAB-I2", "beschreven", "2022-05-12", "", "", "", "2025-09-01", "", "Dorp", "NAS-01", 18000),
  ("I-07", "Weerbaarheidstraining", "ZM-L1", "onderbouwd", "2024-06-14", "doorgaan", "2024-09-12", "", "2023-02-01", "", "", "VEI-02", 27500),
  ("I-08", "Lesplaats 16+", "ZM-L6", "eerste_aanwijzingen", "2025-12-01", "doorgaan", "2026-01-22", "", "2024-09-02", "", "", "ARB-04", 175000),
  ("I-09", "Coaching door vrijwilligers", "ZM-L6", "onbekend", "2024-04-18", "stoppen", "2024-06-20", "geen verschil met leerlingen zonder coach", "2021-10-04", "2024-07-12", "", "VSV-01", 92000),
  ("I-10", "Jeugdhulp op school (pilot)", "ZM-F5.2", "onbekend", "", "", "", "", "2025-01-13", "", "", "", ""),
  ("I-11", "Taalmaatjes", "ZM-L3", "onbekend", "", "stoppen", "2025-05-15", "geen vrijwilligers meer", "2022-03-07", "2025-06-30", "Oosterheem", "OAB-02", 12000),
  ("I-12", "Huisbezoek over opvang", "ZM-OAB-A3", "eerste_aanwijzingen", "2026-04-16", "doorgaan", "2026-06-04", "", "2025-09-15", "", "Palenstein|Meerzicht", "OAB-01", 95000),
)


def state(action, day):
  """Status, finished on and last update of an action, as it stood on a day."""
  _, soort, _, _, _, start, deadline, done, _, _ = action
  stopped, done = done.startswith("gestopt"), done.split(" ")[-1]
  if done and done <= day:
    return ("gestopt" if stopped else "klaar"), done, done
  if start > day:
    return "niet_gestart", "", start if start < day else "2025-09-01"
  last = max(d for d in (start, "2025-09-15", "2025-11-28", "2026-02-27", "2026-06-12") if d <= day)
  if action[0] in ("A-09", "A-14", "M-04"):
    last = max(start, "2025-11-28") if start <= "2025-11-28" else start
  return ("vertraagd" if deadline and deadline <= day and soort != "mijlpaal" else "loopt"), "", last


def acties(manifest, day):
  out = manifest.delivery("acties/ACTIES_%s.csv" % day, day)
  out.row(*ACTIE_KOLOMMEN)
  for action in ACTIES:
    number, soort, doel, text, partij, start, deadline, _, meet, besluit = action
    if start > day and soort == "actie" and start > "2026-01-31":
      continue
    status, done, last = state(action, day)
    out.row(number, soort, doel, text, partij, "" if soort == "mijlpaal" else "coördinator", status, start, deadline, done,
            "verslag" if status == "klaar" else "", meet, "" if status in ("klaar", "gestopt") else "volgende overleg bespreken",
            besluit if not besluit or besluit_day(besluit) <= day else "", last)
  out.close()


def interventie_register(manifest, day, rows):
  out = manifest.delivery("interventies/INTERVENTIES_%s.csv" % day, day)
  out.row("id", "naam", "doel_id", "bewijsniveau", "laatste_evaluatie", "besluit", "besluit_op", "reden", "start", "stop", "wijken", "indicator", "kosten")
  for number, name, doel, level, evaluated, besluit, on, why, start, stop, wijken, indicator, kosten in rows:
    if start > day:
      continue
    known = not on or on <= day
    out.row(number, name, doel, level, evaluated if evaluated <= day else "", besluit if known else "", on if known else "",
            why if known else "", start, stop if stop <= day else "", wijken, indicator, kosten)
  out.close()


def besluit_day(number):
  return next(row[1] for row in BESLUITEN if row[0] == number)


def add_days(day, days):
  """A date some days later; months have their real length, February 28 days (no leap year in here)."""
  year, month, number = (int(part) for part in day.split("-"))
  number += days
  lengths = (31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
  while number > lengths[month - 1]:
    number -= lengths[month - 1]
    month += 1
    if month > 12:
      year, month = year + 1, 1
  return "%04d-%02d-%02d" % (year, month, number)


def overleggen(manifest, day):
  out = manifest.delivery("overleggen/OVERLEGGEN_%s.csv" % day, day)
  out.row("id", "gremium", "naam", "datum", "status", "thema_doel_id", "themablad_id", "verslag_verzonden", "deelnemers")
  rows = [("stuurgroep", "stuurgroep LEA", d, wait, people, thema) for d, thema, wait, people in STUURGROEP]
  rows += [(g, name, d, wait, people, "") for g, name, d, wait, people in OVERIG]
  for number, (gremium, name, date, wait, people, thema) in enumerate(sorted(rows, key=lambda row: row[2]), 1):
    held = date <= day
    sent = add_days(date, wait) if held and wait and add_days(date, wait) <= day else ""
    out.row("V-%02d" % number, gremium, name, date, "gehouden" if held else "gepland", thema,
            "%s-%s" % (thema[3:], date) if held and thema and date >= "2025-10-01" else "", sent, people if held else "")
  out.close()


def small(manifest, days, acties, overleggen, besluiten, interventies):
  """The registers of a gemeente that keeps few: the same files, with what each row says on a day."""
  on = {row[0]: row[1] for row in besluiten}
  for day in days:
    out = manifest.delivery("acties/ACTIES_%s.csv" % day, day)
    out.row(*ACTIE_KOLOMMEN)
    for number, doel, text, partij, start, deadline, done, meet, besluit in acties:
      if start > day:
        continue
      ended = done and done <= day
      status = "klaar" if ended else "vertraagd" if deadline < day else "loopt"
      out.row(number, "actie", doel, text, partij, "coördinator", status, start, deadline, done if ended else "", "verslag" if ended else "",
              meet, "" if ended else "volgende overleg bespreken", besluit if not besluit or on[besluit] <= day else "",
              done if ended else max(start, days[0]))
    out.close()
    out = manifest.delivery("overleggen/OVERLEGGEN_%s.csv" % day, day)
    out.row("id", "gremium", "naam", "datum", "status", "thema_doel_id", "themablad_id", "verslag_verzonden", "deelnemers")
    for number, gremium, name, date, thema, wait, people in overleggen:
      held = date <= day
      sent = add_days(date, wait) if held and wait and add_days(date, wait) <= day else ""
      out.row(number, gremium, name, date, "gehouden" if held else "gepland", thema, "%s-%s" % (thema[3:], date) if held and thema else "",
              sent, people if held else "")
    out.close()
    out = manifest.delivery("besluiten/BESLUITEN_%s.csv" % day, day)
    out.row("id", "datum", "gremium", "doel_id", "tekst", "actie_id")
    for row in besluiten:
      if row[1] <= day:
        out.row(*row)
    out.close()
    interventie_register(manifest, day, interventies)


LEIDEN = (
  (("A-01", "LE-D5", "Resultaatafspraken met de organisaties over onderwijskansen vernieuwen", "gemeente", "2025-09-01", "2026-03-31", "2026-03-12", "LE-04", "B-01"),
   ("A-02", "LE-D3", "Ouders in Leiden-Noord en de Slaaghwijk thuis bezoeken over voorschoolse educatie", "jeugdgezondheidszorg", "2025-10-01", "2026-12-31", "", "OAB-02", "B-02"),
   ("A-03", "LE-D9", "Wachttijd bij de Jeugd- en Gezinsteams in beeld brengen", "Jeugd- en Gezinsteams", "2025-11-15", "2026-05-31", "", "JHL-02", ""),
   ("A-04", "LE-D15", "Gezamenlijke werving van leerkrachten met de schoolbesturen", "schoolbesturen", "2026-01-10", "2026-09-30", "", "LE-11", "B-03"),
   ("A-05", "LE-D8", "Lijst van schoolgebouwen die niet aan de klimaateisen voldoen", "gemeente", "2025-09-15", "2026-02-28", "2026-02-20", "LE-06", ""),
   ("A-06", "LE-D12", "Afspraken over overdracht bij 18 jaar vastleggen", "gemeente", "2026-02-01", "2026-06-30", "", "LE-09", "")),
  (("V-01", "platform", "bestuurlijk overleg jeugd en onderwijs", "2025-11-06", "LE-P1", 10, 12), ("V-02", "platform", "bestuurlijk overleg jeugd en onderwijs", "2026-02-12", "LE-P3", 20, 11),
   ("V-03", "platform", "bestuurlijk overleg jeugd en onderwijs", "2026-05-21", "LE-P2", 9, 13), ("V-04", "platform", "bestuurlijk overleg jeugd en onderwijs", "2026-09-10", "LE-P1", 0, 0)),
  (("B-01", "2025-11-06", "platform", "LE-D5", "De resultaatafspraken worden per organisatie vernieuwd", "A-01"), ("B-02", "2025-11-06", "platform", "LE-P1", "De wijkaanpak krijgt voorrang bij de toeleiding", "A-02"),
   ("B-03", "2026-02-12", "platform", "LE-P3", "De schoolbesturen werven samen leerkrachten", "A-04")),
  (("I-01", "Voorleesprogramma aan huis", "LE-D3", "goede_aanwijzingen", "2025-04-10", "doorgaan", "2025-06-12", "", "2024-09-02", "", "", "OAB-02", 54000), ("I-02", "Wijkaanpak Slaaghwijk", "LE-D19", "beschreven", "", "", "", "", "2024-01-08", "", "Merenwijkdistrict", "OAB-01", 320000),
   ("I-03", "Taalklas voor ouders", "LE-D3", "onbekend", "2024-03-20", "stoppen", "2024-06-13", "te weinig deelnemers", "2022-09-05", "2024-06-28", "", "", 21000)))
HEERENVEEN = (
  (("A-01", "HV-D1", "Preventieteam op de laatste drie scholen starten", "onderwijsbesturen", "2025-10-01", "2026-08-01", "", "HV-01", "B-01"),
   ("A-02", "HV-D2", "Plek voor een tweede taalklas zoeken", "gemeente", "2025-11-01", "2026-04-30", "", "HV-02", ""),
   ("A-03", "HV-D4", "Vastleggen wat een complexe casus is", "gemeente", "2025-09-15", "2026-01-31", "2026-01-22", "HV-03", "B-02"),
   ("A-04", "HV-L2", "Per dorp een vaste contactpersoon voor school en omgeving", "gemeente", "2026-02-01", "2026-12-31", "", "HV-05", "")),
  (("V-01", "platform", "overleg onderwijsbesturen en gemeente", "2025-10-09", "HV-L1", 12, 9), ("V-02", "platform", "overleg onderwijsbesturen en gemeente", "2026-04-02", "HV-L3", 15, 8),
   ("V-03", "platform", "overleg onderwijsbesturen en gemeente", "2026-10-08", "HV-L2", 0, 0)),
  (("B-01", "2025-10-09", "platform", "HV-L1", "Elke school heeft voor het schooljaar 2026-2027 een preventieteam", "A-01"), ("B-02", "2025-10-09", "platform", "HV-D4", "Er komt één omschrijving van een complexe casus", "A-03")),
  (("I-01", "Preventieteams in de school", "HV-D1", "eerste_aanwijzingen", "2025-06-18", "doorgaan", "2025-10-09", "", "2019-09-02", "", "", "HV-01", 410000), ("I-02", "Taalklas", "HV-D2", "onbekend", "2023-05-11", "aanpassen", "2026-04-02", "doorstroom naar regulier onderwijs te laag", "2021-01-11", "", "", "HV-02", 88000),
   ("I-03", "Huiswerkhulp in het dorpshuis", "HV-L2", "beschreven", "", "stoppen", "2025-10-09", "geen begeleiders meer", "2024-01-15", "2025-10-31", "Jubbega e.o.", "", 6500)))


def leiden(manifest):
  small(manifest, ("2025-12-18", "2026-07-14"), *LEIDEN)


def heerenveen(manifest):
  small(manifest, ("2025-12-18", "2026-07-14"), *HEERENVEEN)


def make(manifest):
  for day in SNAPSHOTS:
    acties(manifest, day)
    overleggen(manifest, day)
    out = manifest.delivery("besluiten/BESLUITEN_%s.csv" % day, day)
    out.row("id", "datum", "gremium", "doel_id", "tekst", "actie_id")
    for row in BESLUITEN:
      if row[1] <= day:
        out.row(*row)
    out.close()
    interventie_register(manifest, day, INTERVENTIES)
