"""Random deliveries and random norms through the program, and through model.py; every number, verdict and printed
percentage must agree. Everything is fictional (fictief). Prints TAP."""

import json
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import model  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("IJKPUNT", str(ROOT / "ijkpunt"))
ROUNDS = int(os.environ.get("RONDES", "16"))
SEED = int(os.environ.get("ZAAD", "92"))
QUARTERS = [(y, q) for y in range(2023, 2027) for q in range(1, 5)][:14]
LAST_DAY = {1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31"}


def areas():
    """Wijken of Zoetermeer per division: {2024: [(code, name, no children)], 2025: ...}"""
    found = {}
    for line in (ROOT / "imports/gebieden/zoetermeer.csv").read_text("utf-8").splitlines()[1:]:
        f = line.split(";")
        if f[3] == "wijk":
            found.setdefault(int(f[0]), []).append((f[1], f[2], f[9] == "1"))
    return found


def division(year):
    return 2024 if year < 2025 else 2025


# ---- inventing ----


def cell_text(cell):
    if isinstance(cell, str):
        return {model.AFGESCHERMD: "*", model.NVT: "n.v.t.", model.ONBEKEND: "n.b."}[cell]
    return "<5" if cell[0] != cell[1] else str(cell[0])


# Beside 92%: exactly on it, and just below it where one decimal would round onto it.
NEAR = [(46, 50), (23, 25), (92, 100), (80, 87), (183, 199), (103, 112), (126, 137), (91, 99), (93, 101), (45, 49)]


def invent_row(rng, wild):
    if rng.random() < 0.2:
        x, n = rng.choice(NEAR)
        return (x, x), (n, n)
    n = rng.choice([rng.randint(0, 15), rng.randint(5, 60), rng.randint(40, 130)])
    x = sum(rng.random() < rng.choice([0.92, 0.92, 0.85, 1]) for _ in range(n))
    cells = [(x, x), (n, n)]
    if rng.random() < wild:
        k = rng.randrange(2)
        word = rng.choice(["<5", "<5", "<5", model.AFGESCHERMD, model.NVT, model.ONBEKEND])
        if word == "<5":
            if k == 1:
                cells[0] = (min(x, 4), min(x, 4))
            cells[k] = (1, 4)
        else:
            cells[k] = word
        if word == model.NVT:
            cells = [model.NVT, model.NVT if rng.random() < 0.5 else (0, 0)]
    return tuple(cells)


def allowed(row):
    """The import refuses a part that is certainly larger than the whole."""
    x, n = row
    return not (model.is_count(x) and model.is_count(n) and x[0] > n[1])


def invent_quarter(rng, wijken, wild):
    rows = {}
    for code, _, none in wijken:
        if none or rng.random() < wild / 3:
            continue
        row = invent_row(rng, wild)
        if allowed(row):
            rows[code] = row
    rest = invent_row(rng, wild) if rng.random() < 0.6 else None
    if rest and not allowed(rest):
        rest = None
    everything = list(rows.values()) + ([rest] if rest else [])
    total = invent_total(rng, everything) if everything and rng.random() < 0.5 else None
    return {"rows": rows, "rest": rest, "total": total}


def invent_total(rng, everything):
    """What the supplier, who knows what he hid, would write; the import checks it against what it can see."""
    sums = []
    for k in range(2):
        known = [rng.randint(*r[k]) if model.is_count(r[k]) else 0 if r[k] == model.NVT else rng.randint(0, 20)
                 for r in everything]
        sums.append(sum(known))
    return None if sums[0] > sums[1] else tuple((s, s) for s in sums)


def decimal_text(rng, low, high):
    scale = rng.choice([0, 0, 1, 2])
    value = rng.randint(int(low * 10**scale), int(high * 10**scale))
    if not scale:
        return str(value), Fraction(value)
    return f"{value // 10**scale},{value % 10**scale:0{scale}d}", Fraction(value, 10**scale)


def invent_norm(rng, number, niveau, code):
    soort = rng.choice(["minimum", "minimum", "minimum", "maximum", "band"])
    if rng.random() < 0.3:
        text, value = "92", Fraction(92)
        soort = "minimum"
    else:
        text, value = decimal_text(rng, 70, 95)
    norm = {"id": f"N-{number}", "indicator": "OAB-01", "niveau": niveau, "gebied": code, "vanaf": "2023-01-01",
            "tot": None, "soort": soort, "waarde": text, "eenheid": "%", "status": "richtwaarde",
            "herkomst": {"soort": "gebruiker", "door": "fictief"}, "benaming": "fictief"}
    exact = {"soort": soort, "waarde": value / 100}
    if soort == "band":
        top, exact_top = decimal_text(rng, 96, 100)
        norm["waarde_tot"], exact["waarde_tot"] = top, exact_top / 100
    if rng.random() < 0.5:
        edge = Fraction(rng.randint(1, 8))
        edge = value + edge if soort == "maximum" else value - edge
        if edge <= 100:
            norm["bijna_norm"] = str(float(edge)).replace(".", ",") if edge.denominator > 1 else str(edge)
            exact["bijna"] = Fraction(norm["bijna_norm"].replace(",", ".")) / 100
    if rng.random() < 0.4:
        edge = min(Fraction(100), value + 9) if soort == "maximum" else value - 9
        text = str(float(edge)).replace(".", ",") if edge.denominator > 1 else str(edge)
        norm["geaccepteerde_afwijking"] = {"gebied": None, "indeling": None, "waarde": text, "tot": "2025-06-30",
                                           "reden": "fictief", "besluit": None}
        exact["afwijking_waarde"] = Fraction(text.replace(",", ".")) / 100
    return norm, exact


# ---- running ----


def run(*args, **kw):
    done = subprocess.run([PROGRAM, *args], capture_output=True, text=True, **kw)
    if done.returncode:
        why = [line for line in done.stderr.splitlines() if line.startswith("fout")]
        print(f"Bail out! {args[-1]}: {why[:1]}")
        sys.exit(1)
    return done.stdout


def definitions(folder, rng):
    """A small set of definitions, so that a run is quick and the method can vary."""
    for name in ("indicators/gemeenten", "indicators/normen", "imports/gebieden", "reports"):
        (folder / name).mkdir(parents=True)
    for name in ("indicators/gemeenten/zoetermeer.json", "imports/vve_doelgroep.json", "imports/gebieden/zoetermeer.csv",
                 "indicators/OAB-02.json", "indicators/OAB-03.json", "indicators/OAB-04.json"):
        (folder / name).write_bytes((ROOT / name).read_bytes())
    one = json.loads((ROOT / "indicators/OAB-01.json").read_text("utf-8"))
    method = rng.choice(["exact", "exact", "exact", "wilson", "geen"])
    n_min = rng.choice([12, 12, 1, 30])
    one["onzekerheid"]["methode"] = method
    one["oordeel"]["n_min"] = n_min
    (folder / "indicators/OAB-01.json").write_text(json.dumps(one), "utf-8")
    city, exact_city = invent_norm(rng, 1, "gemeente", None)
    wijk, exact_wijk = invent_norm(rng, 2, "wijk", "*")
    normen = {"schema": "normen/1", "gemeente": "zoetermeer", "normen": [city, wijk]}
    (folder / "indicators/normen/zoetermeer.json").write_text(json.dumps(normen), "utf-8")
    return method, n_min, {"gemeente": exact_city, "wijk": exact_wijk}


def deliver(folder, quarter, data, wijken):
    year, q = quarter
    names = {code: name for code, name, _ in wijken}
    lines = ["wijk;peildatum;leeftijdsgroep;aantal_doelgroep;aantal_in_opvang;aantal_in_ve"]

    def line(name, row):
        x, n = row
        lines.append(f"{name};{year}-{LAST_DAY[q]};2,5-4;{cell_text(n)};{cell_text(x)};0")

    for code, row in data["rows"].items():
        line(names[code], row)
    if data["rest"]:
        line("Onbekend", data["rest"])
    if data["total"]:
        line("Gemeente", data["total"])
    (folder / f"VVE_{year}K{q}_D.csv").write_text("\n".join(lines) + "\n", "utf-8")


def norm_of(norms, niveau, quarter):
    norm = norms.get(niveau)
    if norm is None:
        return None
    norm = dict(norm)
    inclusive = (quarter[0], quarter[1]) <= (2025, 2)
    norm["afwijking"] = norm.get("afwijking_waarde") if inclusive else None
    return norm


# ---- comparing ----


class Tally:
    def __init__(self):
        self.count, self.wrong = 0, []

    def check(self, what, expected, got):
        self.count += 1
        if expected != got:
            self.wrong.append(f"{what}: verwacht {expected}, kreeg {got}")


def span(row, key):
    if row.get(key + "_min") is not None:
        return row[key + "_min"], row[key + "_max"]
    return None if row.get(key) is None else (row[key], row[key])


def near(a, b, tolerance=1e-9):
    return a is not None and b is not None and abs(float(a) - b) <= tolerance * max(1, abs(float(a)))


def check_interval(tally, what, f, row, method, rng):
    """The limits are where the exact tails are 2,5%: checked with fractions on a sample."""
    if row["ondergrens"] is None or method == "geen" or f.x[0] != f.x[1] or f.n[0] != f.n[1]:
        return
    x, n = f.x[0], f.n[0]
    low, high = Fraction(row["ondergrens"]) / 100, Fraction(row["bovengrens"]) / 100
    if method == "wilson":
        a, b = model.wilson(x, n)
        tally.check(what + " wilson", True, near(a, float(low)) and near(b, float(high)))
        return
    if rng.random() > 0.05 or n > 200:
        return
    tail, step = Fraction(25, 1000), Fraction(1, 10**10)
    if x > 0:
        tally.check(what + " ondergrens", True,
                    1 - model.at_most(x - 1, n, low - step) < tail < 1 - model.at_most(x - 1, n, low + step))
    else:
        tally.check(what + " ondergrens", Fraction(0), low)
    if x < n:
        tally.check(what + " bovengrens", True,
                    model.at_most(x, n, high + step) < tail < model.at_most(x, n, high - step))
    else:
        tally.check(what + " bovengrens", Fraction(1), high)


def check_row(tally, what, f, norm, row, method, n_min, rng):
    status, feit, zekerheid, tekort = model.judge(f, norm, method, n_min)
    tally.check(what + " status", status, row["status"])
    tally.check(what + " feit", "geen" if feit == "geen" else feit, row["feit"] or "geen")
    tally.check(what + " zekerheid", zekerheid, row["zekerheid"] or "geen")
    counts = model.shows(f, status)
    tally.check(what + " teller", f.x if counts else None, span(row, "teller"))
    tally.check(what + " noemer", f.n if counts else None, span(row, "noemer"))
    tally.check(what + " tekort", tekort, span(row, "tekort"))
    value = model.value_range(f) if counts else None
    got = span(row, "waarde")
    tally.check(what + " waarde", value is not None, got is not None)
    if value and got:
        tally.check(what + " waarde laag", True, near(value[0], got[0]))
        tally.check(what + " waarde hoog", True, near(value[1], got[1]))
        check_interval(tally, what, f, row, method, rng)


def check_derived(tally, what, f, base, rest, short):
    status, _, _, tekort = base
    counts = model.shows(f, status)
    left = (max(0, f.n[0] - f.x[1]), max(0, f.n[1] - f.x[0])) if counts else None
    tally.check(what + " OAB-03", left, span(rest, "teller"))
    if short is not None:
        tally.check(what + " OAB-04", tekort, span(short, "teller"))


def check_printed(tally, werkmap, env, figures, norms):
    """The percentages as they stand in the table of the last quarter."""
    year, q = QUARTERS[-1]
    text = run("-w", str(werkmap), "toon", "OAB-01", "--niveau", "wijk", "--periode", f"{year}-K{q}", env=env)
    lines = {line.split("  ")[1].strip(): line for line in text.splitlines() if line.startswith("  ")}
    for (code, quarter), (name, f) in figures.items():
        if quarter != QUARTERS[-1] or f.reason is not None or not model.exact(f.x) or not model.exact(f.n):
            continue
        if f.n[0] == 0 or f.x[0] > f.n[0] or name not in lines:
            continue
        expected = model.printed(f, norms["wijk"])
        tally.check(f"{code} {quarter} getoond", True, expected in lines[name].split())


def round_trip(number, by_division):
    rng = random.Random(SEED * 1000 + number)
    tally, wild = Tally(), rng.choice([0, 0.1, 0.4])
    with tempfile.TemporaryDirectory() as temp:
        temp = Path(temp)
        method, n_min, norms = definitions(temp / "definities", rng)
        env = dict(os.environ, IJKPUNT_DEFINITIES=str(temp / "definities"))
        werkmap, files = temp / "werkmap", temp / "bestanden"
        files.mkdir()
        run("begin", str(werkmap), "--gemeente", "zoetermeer", env=env)
        data = {}
        for quarter in QUARTERS:
            if rng.random() < 0.07 and quarter not in (QUARTERS[0], QUARTERS[-1]):
                continue
            data[quarter] = invent_quarter(rng, by_division[division(quarter[0])], wild)
            if not data[quarter]["rows"]:
                del data[quarter]
                continue
            deliver(files, quarter, data[quarter], by_division[division(quarter[0])])
        run("-w", str(werkmap), "laad", str(files), env=env)
        rows = json.loads(run("-w", str(werkmap), "toon", "--verloop", "--niveau", "alle", "--json", env=env))["rijen"]
        found = {(r["indicator"], r["gebied"], r["periode"]): r for r in rows}
        figures = compare_all(tally, data, by_division, found, norms, method, n_min, rng)
        if QUARTERS[-1] in data:
            check_printed(tally, werkmap, env, figures, norms)
    return tally


def compare_all(tally, data, by_division, found, norms, method, n_min, rng):
    figures = {}
    delivered = sorted(data)
    for quarter in QUARTERS[QUARTERS.index(delivered[0]):QUARTERS.index(delivered[-1]) + 1]:
        wijken = by_division[division(quarter[0])]
        expected = {code for code, _, none in wijken if not none}
        one = data.get(quarter, {"rows": {}, "rest": None, "total": None})
        areas_now = [("GM0637", "gemeente", "", model.add_up(one["rows"], expected, one["rest"], one["total"]))]
        for code, name, none in wijken:
            if not none:
                row = one["rows"].get(code, (model.NIET_GELEVERD, model.NIET_GELEVERD))
                areas_now.append((code, "wijk", name, model.Figure(*row)))
        for code, niveau, name, f in areas_now:
            period = f"{quarter[0]}-K{quarter[1]}"
            what = f"{code} {period} ({method})"
            row = found.get(("OAB-01", code, period))
            if row is None:
                tally.check(what, "een rij", None)
                continue
            norm = norm_of(norms, niveau, quarter)
            check_row(tally, what, f, norm, row, method, n_min, rng)
            check_derived(tally, what, f, model.judge(f, norm, method, n_min), found[("OAB-03", code, period)],
                          found.get(("OAB-04", code, period)))
            figures[(code, quarter)] = (name, f)
    return figures


def main():
    by_division = areas()
    print(f"1..{ROUNDS}")
    total = 0
    for number in range(ROUNDS):
        tally = round_trip(number, by_division)
        total += tally.count
        for line in tally.wrong[:10]:
            print(f"# {line}")
        print(f"{'not ' if tally.wrong else ''}ok {number + 1} - ronde {number}: {tally.count} vergelijkingen")
        sys.stdout.flush()
    print(f"# zaad {SEED}, {total} vergelijkingen")


main()
