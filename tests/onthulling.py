"""`controleer --onthulling` on files of the example: safe as they are made, and not after one hidden figure was typed in by
hand; with the counts in the werkmap and without any; on the reference tables of disclosure. TAP."""
import csv
import glob
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

PROGRAM = os.environ.get("IJKPUNT", "./ijkpunt")
ENV = {**os.environ, "SOURCE_DATE_EPOCH": "1784626200"}
number = 0


def ok(good, what, why=""):
    global number
    number += 1
    print(f"{'ok' if good else 'not ok'} {number} - {what}")
    for line in str(why).splitlines()[:8] if not good else []:
        print("#", line)


def run(*args):
    return subprocess.run([PROGRAM, *args], capture_output=True, text=True, env=ENV)


def lines(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        return f.read().split("\r\n")


def write(path, rows):
    with open(path, "w", encoding="utf-8-sig", newline="") as f:
        f.write("\r\n".join(rows))


def planted(public, intern):
    """Per line of wijken with two or more hidden figures: all of them opened but one, which then follows from the total."""
    at = {name: i for i, name in enumerate(public[0].split(";"))}
    line = {}
    for i, row in enumerate(public[1:], 1):
        cell, true = row.split(";"), intern[i].split(";")
        if len(cell) == len(at) and len(true) == len(at) and '"' not in row + intern[i]:
            line.setdefault((cell[at["indicator"]], cell[at["periode"]], cell[at["niveau"]]), []).append((i, cell, true))
    for (indicator, periode, niveau), rows in line.items():
        city = line.get((indicator, periode, "gemeente"), [])
        hidden = [r for r in rows if r[1][at["reden"]] == "afgeschermd" and r[2][at["teller"]].isdigit()]
        if niveau != "wijk" or len(hidden) < 2 or not city or not city[0][1][at["teller"]].isdigit():
            continue
        hidden.sort(key=lambda r: int(r[2][at["teller"]]))
        if int(hidden[0][2][at["teller"]]) >= 5 or any(int(r[2][at["teller"]]) < 5 for r in hidden[1:]):
            continue  # one small figure, hidden with others for its sake
        changed = list(public)
        for i, cell, true in hidden[1:]:
            changed[i] = ";".join(true[:-1] + cell[-1:])
        yield changed


REFERENCE = os.environ.get("IJKPUNT_REFERENTIE", os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../shared/reference"))
DISCLOSURE = os.path.join(REFERENCE, "disclosure")
KOLOM = ["indicator", "gebied", "indeling", "periode", "teller", "teller_min", "teller_max", "noemer", "noemer_min", "noemer_max",
         "waarde", "ondergrens", "tekort", "feit", "reden"]
KLASSE = ["0-1", "2-3", "4", "5-11", "12-17"]
# test: tables, the column of areas, the column of groups (each part a condition, each whole the sum of its parts)
TABEL = {
    "t1 primair alleen": (["t1_naief"], "wijk", "geslacht", {"totaal": ["jongen", "meisje"]}),
    "t2 rechthoek": (["t2_veilig"], "wijk", "geslacht", {"totaal": ["jongen", "meisje"]}),
    "t3 schijnveilig (sdcTable)": (["t3_schijnveilig"], "v1", "v2", {"tot": ["a", "b", "c", "d"]}),
    "t3b x|b erbij": (["t3b_hersteld"], "v1", "v2", {"tot": ["a", "b", "c", "d"]}),
    "t6 rapport a alleen": (["t6_rapport_a"], "wijk", "leeftijd", {"5-17": ["5-11", "12-17"]}),
    "t6 rapport a + b": (["t6_rapport_a", "t6_rapport_b"], "wijk", "leeftijd", {"5-17": ["5-11", "12-17"]}),
    "t8 percentage lekt teller": (["t8_percentage"], "wijk", None, {}),
}


def own_indicator(work, name, words, share=False):
    """A count of some age classes, or a share of them all."""
    with open("indicators/LLN-01.json", encoding="utf-8") as f:
        d = json.load(f)
    waar = [{"kolom": "leeftijdsklasse", "is": words}] if words else []
    d.update(id=name, naam=name, korte_naam=name, gebied={"basis": "woonadres", "niveaus": ["gemeente", "wijk"], "onbekend": "weglaten"},
             teller={"bron": "bevolking", "tel": "som", "kolom": "aantal", "waar": waar})
    if share:
        d.update(soort="aandeel", eenheid="%", decimalen=1, subset_eis=True,
                 noemer={"bron": "bevolking", "tel": "som", "kolom": "aantal", "waar": [], "koppeling": "zelfde"})
    d["privacy"] = {"familie": None, "gevoelig": False}
    os.makedirs(f"{work}/indicators", exist_ok=True)
    with open(f"{work}/indicators/{name}.json", "w", encoding="utf-8") as f:
        json.dump(d, f)


def count(cell):
    """teller, teller_min, teller_max of a cell of a reference table."""
    return ["", "", ""] if cell == "x" else ["", "1", str(int(cell[1:]) - 1)] if cell.startswith("<") else [cell, "", ""]


def reference(work, test):
    """Writes the tables of one test as output folders and returns what the audit says of them."""
    tables, area, group, parts = TABEL[test]
    run("begin", work, "--gemeente", "zoetermeer")
    words = {w: [KLASSE[i]] for whole in parts for i, w in enumerate(parts[whole])}
    words.update({whole: sum((words[w] for w in parts[whole]), []) for whole in parts})
    names = {w: f"REF-{i + 1:02d}" for i, w in enumerate(sorted(words))}
    for w, name in names.items():
        own_indicator(work, name, words[w])
    if not group:
        own_indicator(work, "REF-01", ["2-3"], share=True)
    with open("imports/gebieden/zoetermeer.csv", encoding="utf-8-sig") as f:
        wijken = [r for r in csv.DictReader(f, delimiter=";") if r["indeling"] == "2025"]
    used = {}
    for table in tables:
        with open(f"{DISCLOSURE}/{table}.csv", encoding="utf-8-sig") as f:
            rows = list(csv.DictReader(line for line in f if not line.startswith("#")))
        os.makedirs(f"{work}/uit/{table}")
        with open(f"{work}/uit/{table}/cijfers.csv", "w", encoding="utf-8", newline="") as f:
            out = csv.writer(f, delimiter=";", lineterminator="\r\n")
            out.writerow(KOLOM)
            for row in rows:
                total = row[area] in ("gemeente", "tot")
                if not total and row[area] not in used:
                    used[row[area]] = wijken[len(used)]
                place = ["GM0637", ""] if total else [used[row[area]]["code"], "2025"]
                cell = count(row["waarde" if group else "x"])
                n, pct = ([row["n"], "", ""], row["pct"]) if not group else (["", "", ""], "")
                out.writerow([names[row[group]] if group else "REF-01", *place, "2025-10-01", *cell, *n, pct, "", "", "",
                              "" if cell[0] else "afgeschermd"])
    done = run("-w", work, "controleer", "--onthulling", f"{work}/uit")
    found = {(g["naam"], n): w for w, n in names.items() for g in used.values()} if group else {}
    found.update({("Zoetermeer", n): w for w, n in names.items()})
    exact = set()
    for name, place in re.findall(r"te berekenen: (REF-\d\d) teller (.*) \S+, precies", done.stdout):
        label = next((a for a, g in used.items() if g["naam"] == place), "gemeente")
        exact.add(f"{label}/{found[(place, name)]}" if group else f"{label}/x")
    return done, exact


def references():
    if not os.path.isdir(DISCLOSURE):
        ok(True, "referentietabellen # SKIP overgeslagen: de map met referenties is er niet")
        return
    with open(f"{DISCLOSURE}/expected_intervals.csv", encoding="utf-8-sig") as f:
        expected = list(csv.DictReader(f))
    for test in TABEL:
        rows = [r for r in expected if r["test"] == test]
        want = {r["cel"].replace("/waarde", "") for r in rows if r["bevinding"] == "EXACT"}
        want -= {"West/5-17"} if test.endswith("a + b") else set()  # that one stands in report b: no reader has to work it out
        with tempfile.TemporaryDirectory() as top:
            done, exact = reference(f"{top}/w", test)
        ok(exact == want and done.returncode == int(rows[0]["exitcode"]), f"{test}: {len(want)} precies, en niet meer",
           f"rc {done.returncode}, gevonden {sorted(exact)}, verwacht {sorted(want)}\n{done.stdout}{done.stderr}")


def change(path, where, **cells):
    """Types over cells of the rows that match, as somebody with a spreadsheet would."""
    with open(path, encoding="utf-8-sig", newline="") as f:
        text = f.read()
    between = ";" if text.split("\n")[0].count(";") > 3 else ","
    rows = list(csv.DictReader(text.splitlines(), delimiter=between))
    hits = [r for r in rows if all(r[k] == v for k, v in where.items())]
    for row in hits:
        row.update(cells)
    with open(path, "w", encoding="utf-8", newline="") as f:
        out = csv.DictWriter(f, rows[0].keys(), delimiter=between, lineterminator="\r\n")
        out.writeheader()
        out.writerows(rows)
    return len(hits)


def hidden_small(public, intern):
    """A hidden teller of 1 to 4 of OAB-01: its place and its true count."""
    def load(folder):
        with open(f"{folder}/cijfers.json", encoding="utf-8") as f:
            return {(r["indicator"], r["gebied"], r["periode"]): r for r in json.load(f)["rijen"]}
    inside, outside = load(intern), load(public)
    for key, row in inside.items():
        if key[0] == "OAB-01" and row["niveau"] == "wijk" and outside[key].get("teller") is None and outside[key].get("noemer") \
                and isinstance(row.get("teller"), int) and 0 < row["noemer"] - row["teller"] < 5 < row["teller"]:
            return key, row
    return None, None


def planted_leaks(work):
    """Each kind of leak, in each kind of file; with the counts (zm) and without any (leeg)."""
    run("begin", f"{work}/leeg", "--gemeente", "zoetermeer")
    run("-w", f"{work}/zm", "exporteer", "--editie", "openbaar", "--csv", "internationaal", "-u", f"{work}/internationaal")
    for folder in ("openbaar", "internationaal"):
        done = run("-w", f"{work}/leeg", "controleer", "--onthulling", f"{work}/{folder}")
        ok(done.returncode == 0, f"{folder}, zonder de aantallen: veilig", done.stdout + done.stderr)
    key, row = hidden_small(f"{work}/openbaar", f"{work}/intern")
    if not key:
        ok(False, "er is een klein aantal om te openen")
        return
    where = {"indicator": key[0], "gebied": key[1], "periode": key[2]}
    value = str(row["teller"])
    cases = [("een getoond getal", {"teller": value}), ("een bereik dat te nauw is", {"teller_min": str(row["teller"] - 1), "teller_max": value}),
             ("een percentage naast een afgeschermd aantal", {"waarde": ("%.2f" % (100 * row["teller"] / row["noemer"]))})]
    for what, cells in cases:
        for folder in ("openbaar", "internationaal"):
            for werkmap in ("zm", "leeg"):
                shutil.copytree(f"{work}/{folder}", f"{work}/plant2", dirs_exist_ok=True)
                for other in glob.glob(f"{work}/plant2/cijfers.json"):
                    os.remove(other)
                hits = change(f"{work}/plant2/cijfers.csv", where, **{k: v.replace(".", "," if folder == "openbaar" else ".") for k, v in cells.items()})
                done = run("-w", f"{work}/{werkmap}", "controleer", "--onthulling", f"{work}/plant2")
                ok(hits == 1 and done.returncode == 1 and "niet veilig" in done.stdout, f"{what}, {folder}, {werkmap}: gevonden",
                   f"{hits} rij, rc {done.returncode}\n{done.stdout[:600]}{done.stderr}")
                shutil.rmtree(f"{work}/plant2")
    for werkmap in ("zm", "leeg"):  # two reports: the one is safe, the other shows one number more
        os.makedirs(f"{work}/twee/b")
        shutil.copytree(f"{work}/openbaar", f"{work}/twee/a")
        with open(f"{work}/openbaar/cijfers.json", encoding="utf-8") as f:
            data = json.load(f)
        data["rijen"] = [dict(r, teller=row["teller"]) for r in data["rijen"] if (r["indicator"], r["gebied"], r["periode"]) == key]
        with open(f"{work}/twee/b/cijfers.json", "w", encoding="utf-8") as f:
            json.dump(data, f)
        done = run("-w", f"{work}/{werkmap}", "controleer", "--onthulling", f"{work}/twee")
        ok(done.returncode == 1 and key[0] in done.stdout, f"twee rapporten samen, JSON, {werkmap}: gevonden", done.stdout[:600] + done.stderr)
        shutil.rmtree(f"{work}/twee")
    with open(f"{work}/openbaar/schema.pdf", "wb") as f:
        f.write(b"%PDF-1.4")
    done = run("-w", f"{work}/zm", "controleer", "--onthulling", f"{work}/openbaar")
    ok("schema.pdf: niet gelezen" in done.stdout, "wat niet is gelezen, staat er", done.stdout)
    os.remove(f"{work}/openbaar/schema.pdf")


def typed_over(work):
    """A hidden number of a wijk, typed into a page: in a sentence, a heading, a table of a chart, a title or description."""
    def page_of(*report):
        run("-w", f"{work}/zm", "rapport", *report, "--editie", "openbaar", "-u", f"{work}/pagina")
        name = next(n for n in sorted(os.listdir(f"{work}/pagina")) if n.endswith(".html"))
        with open(f"{work}/pagina/{name}", encoding="utf-8") as f:
            return f"{work}/pagina/{name}", f.read()

    def audit_with(path, text):
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
        return run("-w", f"{work}/zm", "controleer", "--onthulling", f"{work}/pagina")

    path, text = page_of("themablad", "L3", "-p", "2026-K2")
    name = re.search(r"<th scope=\"row\">([^<]+)</th>(?:<td[^>]*>[^<]*</td>)*<td[^>]*>afgeschermd", text).group(1)
    plants = {
        "in een zin": ("<p class=\"lead\">", f"<p class=\"lead\">In {name} zijn 3 kinderen niet bereikt. "),
        "in een zin, met de groep": ("<p class=\"lead\">", f"<p class=\"lead\">In {name} gaat het om 83 van de 86. "),
        "in een zin, zonder wijk": ("<p class=\"lead\">", "<p class=\"lead\">Ergens gaan 1683 van de 1686 peuters naar de opvang. "),
        "als percentage in een kop": ("</h1>", f"; in {name} 96,51%</h1>"),
        "in de beschrijving van een grafiek": ("</desc>", f" {name}: 96,5%.</desc>"),
        "in de titel van een grafiek": ("</title>\n<desc", " (96,51%)</title>\n<desc"),
        "in een grafiek": ("</svg>", f"<text x=\"1\" y=\"1\">{name} 83</text></svg>"),
        "in de tabel bij een grafiek": (f"<th scope=\"row\">{name}</th>", f"<th scope=\"row\">{name}</th><td>97,31%</td>"),
    }
    for what, (old, new) in plants.items():
        done = audit_with(path, text.replace(old, new, 1))
        ok(old in text and done.returncode == 1 and "niet in de berekening" in done.stdout, f"{what}: gevonden", done.stdout + done.stderr)
    kept = "<p>Op 3 maart 2026 en in 2025-2026 sprak de stuurgroep over peuters van 2 tot 4 jaar (L3-2026-03-05, 2e kwartaal).</p></main>"
    done = audit_with(path, text.replace("</main>", kept, 1))
    ok(kept in text.replace("</main>", kept, 1) and done.returncode == 0, "een datum, periode, leeftijd of code is geen cijfer", done.stdout + done.stderr)


def every_report(work):
    """What the program makes itself passes, of each gemeente."""
    for gemeente, sheets in (("zoetermeer", "L1 L2 L3 L4 L5 L6"), ("leiden", "P1 P2 P3"), ("heerenveen", "L1 L2 L3")):
        run("voorbeeld", f"{work}/{gemeente}", "--gemeente", gemeente)
        for report in [["themablad", s, "-p", "2026-K2"] for s in sheets.split()] + [["bundel", "-p", "2026-K2"], ["evaluatie", "2026"]]:
            run("-w", f"{work}/{gemeente}", "rapport", *report, "--editie", "openbaar", "-u", f"{work}/{gemeente}-uit")
        done = run("-w", f"{work}/{gemeente}", "controleer", "--onthulling", f"{work}/{gemeente}-uit")
        ok(done.returncode == 0 and "geen klein aantal" in done.stdout, f"alle rapporten van {gemeente}: veilig", done.stdout + done.stderr)


def words_and_years(work):
    """Words in the place of a number and three years together are read as what they are: a range, a sum."""
    with open(f"{work}/openbaar/cijfers.json", encoding="utf-8") as f:
        said = [r for r in json.load(f)["rijen"] if r["indicator"] == "OAB-01" and r.get("teller_min") is not None and r.get("norm") is not None]
    pages = [open(p, encoding="utf-8").read() for p in glob.glob(f"{work}/zoetermeer-uit/*.html")]
    ok(said and any("minder dan 5 kinderen niet bereikt" in p for p in pages), "de woorden 'minder dan 5 kinderen niet bereikt' staan er, en zijn veilig")
    row = said[0]  # a range that is one narrower than the words
    shutil.copytree(f"{work}/openbaar", f"{work}/nauw")
    os.remove(f"{work}/nauw/cijfers.json")
    change(f"{work}/nauw/cijfers.csv", {k: row[k] for k in ("indicator", "gebied", "periode")}, teller_min=str(row["teller_min"] + 1))
    done = run("-w", f"{work}/zm", "controleer", "--onthulling", f"{work}/nauw")
    ok(done.returncode == 1 and "OAB-01" in done.stdout, "een bereik dat nauwer is dan de woorden: gevonden", done.stdout + done.stderr)
    shutil.copytree(f"{work}/zm", f"{work}/samen")
    with open("indicators/privacy/zoetermeer.json", encoding="utf-8") as f:
        policy = json.load(f)
    policy["jaren_samen"] = [{"indicator": "ARB-01", "tot": "2024/2025"}]
    os.makedirs(f"{work}/samen/indicators/privacy", exist_ok=True)
    with open(f"{work}/samen/indicators/privacy/zoetermeer.json", "w", encoding="utf-8") as f:
        json.dump(policy, f)
    run("-w", f"{work}/samen", "exporteer", "--editie", "openbaar", "-u", f"{work}/samen-uit/export")
    for report in (["themablad", "L6", "-p", "2026-K2"], ["bundel", "-p", "2026-K2"], ["evaluatie", "2026"]):
        run("-w", f"{work}/samen", "rapport", *report, "--editie", "openbaar", "-u", f"{work}/samen-uit")
    with open(f"{work}/samen-uit/export/cijfers.json", encoding="utf-8") as f:
        pooled = [r for r in json.load(f)["rijen"] if ".." in r["periode"] and r["indicator"] == "ARB-01" and r.get("teller") is not None]
    done = run("-w", f"{work}/samen", "controleer", "--onthulling", f"{work}/samen-uit")
    ok(pooled and done.returncode == 0, "drie jaren samen: veilig", done.stdout + done.stderr)
    with open(f"{work}/intern/cijfers.json", encoding="utf-8") as f:
        year = {r["periode"]: r for r in json.load(f)["rijen"] if r["indicator"] == "ARB-01"}
    for periode in ("2022/2023", "2023/2024"):  # two of the three years: the last one follows
        change(f"{work}/samen-uit/export/cijfers.csv", {"indicator": "ARB-01", "periode": periode}, teller=str(year[periode]["teller"]))
    os.remove(f"{work}/samen-uit/export/cijfers.json")
    done = run("-w", f"{work}/samen", "controleer", "--onthulling", f"{work}/samen-uit")
    ok(done.returncode == 1 and "ARB-01" in done.stdout, "twee van de drie jaren erbij: gevonden", done.stdout + done.stderr)


def published_before(work):
    """What was published before counts too: the register knows a number that a new file hides."""
    shutil.copytree(f"{work}/zm", f"{work}/eerder")
    run("-w", f"{work}/eerder", "rapport", "bundel", "-p", "2026-K2", "--editie", "openbaar", "--publiceer", "-u", f"{work}/eerder-uit")
    run("-w", f"{work}/eerder", "exporteer", "--editie", "openbaar", "-u", f"{work}/na")
    done = run("-w", f"{work}/eerder", "controleer", "--onthulling", f"{work}/na")
    ok(done.returncode == 0 and ", 0 aantallen te zien" not in done.stdout, "na een publicatie: veilig", done.stdout + done.stderr)
    key, row = hidden_small(f"{work}/openbaar", f"{work}/intern")
    db = sqlite3.connect(f"{work}/eerder/ijkpunt.db")
    for name, sql in db.execute("select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'publicatie_telling'").fetchall():
        db.execute("drop trigger " + name)
    told = [db.execute("""update publicatie_telling set getoond = ? where gebied = ? and getoond = 1 - ? and sleutel like ?
        and periode = (select id from periode where code = ?)""", (shown, key[1], shown, f"vve_doelgroep|som|{column}|%", key[2])).rowcount
        for column, shown in (("aantal_in_opvang", 1), ("aantal_doelgroep", 0))]
    db.commit()
    db.close()
    done = run("-w", f"{work}/eerder", "controleer", "--onthulling", f"{work}/na")
    ok(told == [1, 1] and done.returncode == 1 and "te berekenen" in done.stdout, "wat samen met een eerdere publicatie te berekenen is: gevonden",
       f"{told} in het register, rc {done.returncode}\n{done.stdout[:600]}{done.stderr}")


def main():
    with tempfile.TemporaryDirectory() as work:
        run("voorbeeld", f"{work}/zm")
        for edition in ("openbaar", "intern"):
            run("-w", f"{work}/zm", "exporteer", "--editie", edition, "-u", f"{work}/{edition}")
        audit = lambda folder: run("-w", f"{work}/zm", "controleer", "--onthulling", folder)
        done = audit(f"{work}/openbaar")
        ok(done.returncode == 0 and "geen klein aantal" in done.stdout, "zoals gemaakt: veilig", done.stdout + done.stderr)
        public, intern = lines(f"{work}/openbaar/cijfers.csv"), lines(f"{work}/intern/cijfers.csv")
        cases, found = list(planted(public, intern))[:8], 0
        for changed in cases:
            shutil.copytree(f"{work}/openbaar", f"{work}/plant", dirs_exist_ok=True)
            write(f"{work}/plant/cijfers.csv", changed)
            done = audit(f"{work}/plant")
            found += done.returncode == 1 and "te berekenen" in done.stdout
        ok(cases and found == len(cases), f"{len(cases)} keer cijfers geopend die een klein cijfer beschermen: gevonden",
           f"{found} gevonden")
        run("-w", f"{work}/zm", "rapport", "themablad", "L3", "-p", "2026-K2", "--editie", "openbaar", "-u", f"{work}/blad")
        done = audit(f"{work}/blad")
        ok(done.returncode == 0, "een themablad: veilig", done.stdout + done.stderr)
        page = f"{work}/blad/themablad-L3-2026-K2-openbaar.html"
        with open(page, encoding="utf-8") as f:
            text = f.read()
        with open(page, "w", encoding="utf-8") as f:
            f.write(text.replace('class="getal">afgeschermd', 'class="getal">7777', 1).replace('class="leeg">afgeschermd', 'class="getal">7777', 1))
        done = audit(f"{work}/blad")
        ok(done.returncode == 1 and "7777 staat in een tabel" in done.stdout, "een getal in de bladzijde getypt: gevonden", done.stdout)
        planted_leaks(work)
        typed_over(work)
        every_report(work)
        words_and_years(work)
        published_before(work)
        run("-w", f"{work}/zm", "rapport", "bundel", "-p", "2026-K2", "--editie", "intern", "-u", f"{work}/alleen-intern")
        done = audit(f"{work}/alleen-intern")
        ok(done.returncode == 2, "alleen interne bestanden: niets te controleren", done.stdout + done.stderr)
    references()
    print(f"1..{number}")


sys.exit(main())
