"""What `uitleg` prints of the statistics, on random deliveries, against a second calculation: change on a year earlier,
trend, pace and projection, the gap between wijken (corrected spread, test, chance band, gain at the best), its slope along
an order (SII, RII), each wijk in the funnel and against the rest (Newcombe, Fisher, Holm), and segregation. Everything must
agree to the last digit that is shown. Everything is fictional (fictief). Prints TAP."""

import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile
from datetime import date
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import model  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("IJKPUNT", str(ROOT / "ijkpunt"))
ROUNDS = int(os.environ.get("RONDES", "4"))
SEED = int(os.environ.get("ZAAD", "92"))
ENV = dict(os.environ, IJKPUNT_DEFINITIES=str(ROOT), SOURCE_DATE_EPOCH="1784626200")
N_MIN, BEST_MIN, PLACES_MIN = 12, 30, 5
TAIL95, TAIL998 = Fraction(25, 1000), Fraction(1, 1000)
NUMBER = r"[+-]?[0-9][0-9.]*(?:,[0-9]+)?"


def run(*args):
    done = subprocess.run([PROGRAM, *args], capture_output=True, text=True, env=ENV)
    if done.returncode:
        print(f"Bail out! {args}: {done.stderr.splitlines()[:2]}")
        sys.exit(1)
    return done.stdout


def areas():
    found = {2024: [], 2025: []}
    for line in (ROOT / "imports/gebieden/zoetermeer.csv").read_text("utf-8").splitlines()[1:]:
        f = line.split(";")
        if f[3] == "wijk" and f[9] != "1":
            found[int(f[0])].append((f[1], f[2]))
    return found


# ---- the second calculation ------------------------------------------------------------------------


def newcombe(x1, n1, x2, n2):
    (l1, u1), (l2, u2) = model.wilson(x1, n1), model.wilson(x2, n2)
    p1, p2 = x1 / n1, x2 / n2
    return (p1 - p2, p1 - p2 - math.hypot(p1 - l1, u2 - p2), p1 - p2 + math.hypot(u1 - p1, p2 - l2))


def chi2_upper(x, df):
    """P(chi-square with df > x): finite sums for whole df."""
    if df % 2 == 0:
        return math.exp(-x / 2) * sum((x / 2) ** k / math.factorial(k) for k in range(df // 2))
    total = math.erfc(math.sqrt(x / 2))
    for k in range(1, (df - 1) // 2 + 1):
        total += math.exp(-x / 2) * (x / 2) ** (k - 0.5) / math.gamma(k + 0.5)
    return total


def quantile_chi2(p, df):
    low, high = 0.0, 1000.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if 1 - chi2_upper(middle, df) < p else (low, middle)
    return low


def cochran(points):
    """chi2 (exact) and p of (year, x, n); None when nobody or everybody is reached."""
    n, x = sum(p[2] for p in points), sum(p[1] for p in points)
    if x in (0, n):
        return None
    share = Fraction(x, n)
    t = sum(y * (a - b * share) for y, a, b in points)
    v = share * (1 - share) * (sum(b * y * y for y, _, b in points) - Fraction(sum(b * y for y, _, b in points) ** 2, n))
    return t, t * t / v, math.erfc(math.sqrt(float(t * t / v) / 2))


def trend_word(points):
    test = cochran(points)
    if test is None:
        return None
    signs = set()
    for leave in range(len(points)):
        one = cochran(points[:leave] + points[leave + 1:])
        signs.add(0 if one is None or one[0] == 0 else 1 if one[0] > 0 else -1)
    if test[2] > 0.05 or len(signs) != 1 or 0 in signs:
        return "geen aantoonbare trend"
    return ("duidelijke " if test[2] <= 0.002 else "aanwijzing voor ") + ("stijging" if test[0] > 0 else "daling")


def fisher(x, n, x_all, n_all):
    """Twice the smaller tail of the hypergeometric, at most 1, exactly."""
    total = math.comb(n_all, x_all)
    term = [math.comb(n, k) * math.comb(n_all - n, x_all - k) if x_all - k >= 0 else 0 for k in range(n + 1)]
    return min(Fraction(1), 2 * min(Fraction(sum(term[:x + 1]), total), Fraction(sum(term[x:]), total)))


def holm(values):
    order = sorted(range(len(values)), key=lambda i: values[i])
    out, worst = [0] * len(values), Fraction(0)
    for rank, i in enumerate(order):
        worst = max(worst, min(Fraction(1), values[i] * (len(values) - rank)))
        out[i] = worst
    return out


def funnel(n, share, tail):
    low = next(k for k in range(n + 1) if model.at_most(k, n, share) > tail)
    high = next(k for k in range(n, -1, -1) if 1 - model.at_most(k - 1, n, share) > tail)
    return low, high


def spread(wijken):
    """(corrected variance, raw variance) as fractions."""
    n, x = sum(b for _, b in wijken), sum(a for a, _ in wijken)
    share = Fraction(x, n)
    raw = sum(Fraction(b, n) * (Fraction(a, b) - share) ** 2 for a, b in wijken)
    chance = Fraction(0)
    for a, b in wijken:
        q = Fraction(a, b)
        # one child says nothing about its own variance; there the city's stands in
        own = q * (1 - q) / (b - 1) if b > 1 else share * (1 - share)
        chance += Fraction(b, n) * (1 - Fraction(b, n)) * own
    return max(Fraction(0), raw - chance), raw


def chi2_wijken(wijken):
    n, x = sum(b for _, b in wijken), sum(a for a, _ in wijken)
    share = Fraction(x, n)
    return sum((a - b * share) ** 2 / (b * share * (1 - share)) for a, b in wijken)


def sii(groups):
    """Ends and slope of the line, its interval and the number of places; groups [(order, x, n)], most order first."""
    n = sum(b for _, _, b in groups)
    mean = Fraction(sum(a for _, a, _ in groups), n)
    rank, before = [], Fraction(0)
    for _, _, b in groups:
        rank.append((before + Fraction(b, 2)) / n)
        before += b
    sxx = sum(Fraction(b, n) * (r - Fraction(1, 2)) ** 2 for (_, _, b), r in zip(groups, rank))
    weight = [Fraction(b, n) * (r - Fraction(1, 2)) / sxx for (_, _, b), r in zip(groups, rank)]
    slope = sum(w * Fraction(a, b) for (_, a, b), w in zip(groups, weight))
    variance = 0.0
    for (_, a, b), w in zip(groups, weight):
        low, high = model.wilson(a, b)
        variance += float(w) ** 2 * ((high - low) / (2 * model.Z95)) ** 2
    half = model.Z95 * math.sqrt(variance)
    least, most = mean - slope / 2, mean + slope / 2
    return least, most, slope, float(slope) - half, float(slope) + half


def segregation(schools):
    a, b = sum(g for g, _ in schools), sum(n - g for g, n in schools)
    n = a + b
    d = sum(abs(Fraction(g, a) - Fraction(m - g, b)) for g, m in schools) / 2
    p = a / n
    chance = sum(math.sqrt(2 / math.pi) * math.sqrt(m * p * (1 - p) * (n - m) / (n - 1)) for _, m in schools) \
        * (1 / a + 1 / b) / 2
    isolation = sum(Fraction(g, a) * Fraction(g, m) for g, m in schools)
    entropy = -sum(q * math.log(q) for q in (p, 1 - p))
    mutual = 0.0
    for g, m in schools:
        for part, share in ((g, p), (m - g, 1 - p)):
            if part:
                mutual += part / n * math.log(part / m / share)
    return d, chance, max(0.0, (float(d) - chance) / (1 - chance)), isolation, p, mutual / entropy


# ---- comparing ----------------------------------------------------------------------------------------


class Tally:
    def __init__(self, what):
        self.what, self.count, self.wrong, self.kinds = what, 0, [], {}

    def check(self, kind, good, expected, got):
        self.count += 1
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        if not good:
            self.wrong.append(f"{self.what} {kind}: verwacht {expected}, kreeg {got}")

    def word(self, kind, expected, text):
        self.check(kind, expected in text, expected, text)

    def number(self, kind, expected, shown):
        """`shown` is how a number was printed: it must be the nearest with so many decimals."""
        digits = len(shown.split(",")[1]) if "," in shown else 0
        got = float(shown.replace(".", "").replace(",", "."))
        self.check(kind, abs(got - float(expected)) <= 0.5 * 10**-digits + 1e-9, float(expected), shown)

    def numbers(self, kind, pattern, text, *expected):
        """The numbers of a sentence, in order; N stands for one."""
        found = re.search(pattern.replace("N", f"({NUMBER})"), text)
        if not found:
            self.check(kind, False, pattern, text)
            return
        for i, value in enumerate(expected):
            self.number(kind, value, found.group(i + 1))

    def chance(self, kind, expected, text, pattern):
        if expected < 0.0001:
            self.word(kind, "p kleiner dan 0,0001" if pattern.startswith("p ") else "kleiner dan 0,0001", text)
        else:
            self.numbers(kind, pattern, text, expected)


# ---- inventing -----------------------------------------------------------------------------------------


def invent_wijken(rng, wijken, level, slope, large):
    rows = {}
    for i, (code, _) in enumerate(wijken):
        n = rng.choice([rng.randint(1, 20), rng.randint(20, 80), rng.randint(60, 160)])
        if large:
            n = rng.randint(60, 400)
        p = min(1.0, max(0.02, level + slope * (i / len(wijken) - 0.5) + rng.uniform(-0.05, 0.05)))
        rows[code] = (sum(rng.random() < p for _ in range(n)), n)
    if rng.random() < 0.4 and not large:
        rows[rng.choice(wijken)[0]] = (0, 0)
    return rows


def deliver_vve(folder, year, rows, names):
    lines = ["wijk;peildatum;leeftijdsgroep;aantal_doelgroep;aantal_in_opvang;aantal_in_ve"]
    lines += [f"{names[code]};{year}-06-30;2,5-4;{n};{x};0" for code, (x, n) in rows.items()]
    (folder / f"VVE_{year}K2_D.csv").write_text("\n".join(lines) + "\n", "utf-8")


def deliver_peuters(folder, rows, names):
    lines = ["wijk;peildatum;aantal_peuters;aantal_in_opvang;kindplaatsen"]
    lines += [f"{names[code]};2026-06-30;{n};0;0" for code, n in rows.items()]
    (folder / "PEUTERS_2026K2_D.csv").write_text("\n".join(lines) + "\n", "utf-8")


def deliver_scholen(folder, rng, names):
    head = (ROOT / "imports/voorbeeld/zoetermeer/scholen/SCHOLEN_2025_D.csv").read_text("utf-8").splitlines()[0]
    schools, lines = [], [head]
    for i in range(rng.randint(2, 30)):
        n = rng.randint(20, 500)
        group = sum(rng.random() < rng.choice([0.02, 0.1, 0.5]) for _ in range(n))
        schools.append((group, n))
        row = {"wijk": rng.choice(list(names.values())), "jaar": "2025", "school": f"fictief-{i:02}", "sector": "po",
               "leerlingen": str(n), "doelgroepleerlingen": str(group), "capaciteit": str(n), "prognose": str(n)}
        lines.append(";".join(row.get(k, "nee") for k in head.split(";")))
    (folder / "SCHOLEN_2025_D.csv").write_text("\n".join(lines) + "\n", "utf-8")
    return schools


def own_norm(werkmap, value):
    """A norm with a date to reach it, in place of those of the gemeente."""
    folder = werkmap / "indicators/normen"
    folder.mkdir(parents=True)
    norm = {"id": "N-1", "indicator": "OAB-01", "niveau": "gemeente", "gebied": None, "vanaf": "2023-01-01", "tot": None,
            "soort": "minimum", "waarde": str(value), "eenheid": "%", "status": "richtwaarde", "streefdatum": "2027-12-31",
            "herkomst": {"soort": "gebruiker", "door": "fictief"}, "benaming": "fictief", "traject": []}
    (folder / "zoetermeer.json").write_text(
        json.dumps({"schema": "normen/1", "gemeente": "zoetermeer", "normen": [norm]}), "utf-8")


# ---- one round ------------------------------------------------------------------------------------------


def check_years(tally, text, city, years, norm):
    x, n = city[2026]
    points = [(y, *city[y]) for y in years][-5:]
    tally.numbers("verandering", r"verschil in 95%-interval: tussen N en N \(newcombe-95\)", text,
                  *[100 * v for v in newcombe(x, n, *city[2025])[1:]])
    if len(points) < 5:
        tally.word("trend", "te weinig jaren voor een trend", text)
    else:
        word = trend_word(points)
        tally.word("trend", word or "trend", text)
        if word:
            tally.numbers("trend", r"5 jaarpunten, \d+-\d+: chi-kwadraat N", text, cochran(points)[1])
            tally.chance("trend", cochran(points)[2], re.search(r"5 jaarpunten.*", text).group(), "p N")
    check_pace(tally, text, city, years, norm)


def check_pace(tally, text, city, years, norm):
    moment = {y: Fraction((date(y, 6, 30) - date(1970, 1, 1)).days) / Fraction(36525, 100) for y in years}
    target = Fraction((date(2027, 12, 31) - date(1970, 1, 1)).days) / Fraction(36525, 100)
    value = {y: Fraction(100 * city[y][0], city[y][1]) for y in years}
    base = min(y for y in years if y >= 2023)
    due = value[base] + (norm - value[base]) * (moment[2026] - moment[base]) / (target - moment[base])
    met = value[2026] >= norm
    if value[base] != norm and base != 2026:
        there = value[base] + (value[2026] - value[base]) * (target - moment[base]) / (moment[2026] - moment[base])
        tally.numbers("tempo", r"nu verwacht op weg naar de norm: N; in dit tempo op de streefdatum: N", text, due,
                      min(Fraction(100), max(Fraction(0), there)))
    if not met:
        tally.word("tempo", "op koers" if value[2026] >= due else "achter op koers", text)


def check_gap(tally, text, gap_text, wijken, rng):
    some = [w for w in wijken.values() if w[1]]
    n, x = sum(b for _, b in some), sum(a for a, _ in some)
    share, (corrected, raw), df = Fraction(x, n), spread(some), len(some) - 1
    chi2 = chi2_wijken(some)
    tally.numbers("spreiding", r"spreiding zonder toeval: N procentpunt", text, 100 * math.sqrt(corrected))
    tally.numbers("spreiding", r"Uitkomst: N procentpunt", gap_text, 100 * math.sqrt(corrected))
    tally.numbers("toevalsband", r"is de ruwe spreiding meestal N, hoogstens N procentpunt; hier N", text,
                  100 * math.sqrt(df * n / (n - 1) * float(share * (1 - share)) / n))
    tally.number("ruwe spreiding", 100 * math.sqrt(raw), re.search(r"procentpunt; hier (" + NUMBER + ")", text).group(1))
    if all(b * min(x, n - x) >= 5 * n for _, b in some):
        p = chi2_upper(float(chi2), df)
        tally.numbers("toets", r"toets: chi-kwadraat N, N vrijheidsgraden", text, chi2, df)
        tally.chance("toets", p, re.search(r"toets: .*", text).group(), "p N")
        tally.numbers("toevalsband", r"hoogstens N procentpunt", text,
                      100 * math.sqrt(quantile_chi2(0.95, df) * float(share * (1 - share)) / n))
        tally.word("kloof", "verschillen meer dan door toeval" if corrected > 0 and p <= 0.05
                   else "geen aantoonbaar verschil tussen wijken", text)
    else:
        check_draws(tally, text, some, chi2, rng)
    best = [(Fraction(a, b)) for a, b in some if b >= BEST_MIN]
    if best:
        top = max(best)
        each = [max(0, math.ceil(top * b) - a) for a, b in some]
        tally.numbers("winst", r"zijn dat N kinderen \(N procentpunt van de gemeente\); per wijk naar boven afgerond N", text,
                      max(0, math.ceil(top * n) - x), 100 * max(Fraction(0), top - share), sum(each))


def check_draws(tally, text, some, chi2, rng):
    """The draws of the program against fewer draws of another generator: near, not equal."""
    children = [i for i, (_, b) in enumerate(some) for _ in range(b)]
    x, more, draws = sum(a for a, _ in some), 0, 2000
    share = x / len(children)
    for _ in range(draws):
        got = [0] * len(some)
        for i in rng.sample(children, x):
            got[i] += 1
        more += sum((g - b * share) ** 2 / (b * share * (1 - share)) for g, (_, b) in zip(got, some)) >= float(chi2) - 1e-9
    p = more / draws
    shown = re.search(r"toets: 100.000 trekkingen met vast begingetal \d+, p (?:kleiner dan )?(" + NUMBER + ")", text)
    near = shown and abs(float(shown.group(1).replace(",", ".")) - p) <= 5 * math.sqrt((p * (1 - p) + 1e-3) / draws)
    tally.check("trekkingen", near, p, shown and shown.group())


def check_order(tally, text, wijken, peuters):
    """Most doelgroep per peuter first: fewest chances. Equal values share a place."""
    groups = {}
    for code, (x, n) in wijken.items():
        if n:
            order = Fraction(n, peuters[code])
            a, b = groups.get(order, (0, 0))
            groups[order] = (a + x, b + n)
    line = [(order, *groups[order]) for order in sorted(groups, reverse=True)]
    if len(line) < PLACES_MIN:
        tally.word("volgorde", "te weinig wijken op volgorde voor een lijn", text)
        return
    least, most, slope, low, high = sii(line)
    word = "hoger in de wijken met de meeste kansen" if low > 0 else \
        "hoger in de wijken met de minste kansen" if high < 0 else "geen aantoonbaar verschil tussen de wijken"
    tally.word("SII", word, text)
    tally.numbers("SII", r"van N \(minste kansen\) naar N \(meeste kansen\): N procentpunt, 95%-interval tussen N en N", text,
                  *[100 * v for v in (least, most, slope, low, high)])
    if least > 0 and most > 0:
        tally.numbers("RII", r"verhouding N", text, most / least)
    tally.numbers("SII", r"rechte lijn over N plaatsen, gewogen naar N kinderen", text, len(line), sum(g[2] for g in line))


def check_wijken(tally, werkmap, wijken):
    n_all, x_all = sum(b for _, b in wijken.values()), sum(a for a, _ in wijken.values())
    share = Fraction(x_all, n_all)
    compared = [code for code, (_, n) in wijken.items() if n >= N_MIN and n < n_all]
    p = {code: fisher(*wijken[code], x_all, n_all) for code in compared}
    corrected = dict(zip(compared, holm([p[c] for c in compared])))
    for code in compared:
        x, n = wijken[code]
        text = run("-w", str(werkmap), "uitleg", "OAB-01", code, "2026-K2")
        low, high = funnel(n, share, TAIL95)
        low3, high3 = funnel(n, share, TAIL998)
        word = "veel lager dan verwacht" if x < low3 else "veel hoger dan verwacht" if x > high3 else \
            "lager dan verwacht" if x < low else "hoger dan verwacht" if x > high else "binnen de toevalsmarge"
        tally.word("trechter", "  " + word, text)
        tally.numbers("trechter", r"met dit aantal past N tot en met N bij toeval", text, low, high)
        rest = newcombe(x, n, x_all - x, n_all - n)
        tally.numbers("rest van de gemeente", r"rest van de gemeente: N procentpunt, 95%-interval tussen N en N", text,
                      *[100 * v for v in rest])
        line = re.search(r"    p .* \(exact\), .*", text).group()
        tally.chance("Fisher", p[code], line.split(" (exact)")[0], "p N")
        tally.chance("Holm", corrected[code], line.split("(exact), ")[1], "^N na correctie")
        differs = corrected[code] <= Fraction(5, 100) and (rest[1] > 0 or rest[2] < 0)
        tally.word("Holm", ": wijkt af" if differs else "wijkt niet aantoonbaar af", line)


def check_segregation(tally, werkmap, schools):
    text = run("-w", str(werkmap), "uitleg", "SEG-02", "Zoetermeer", "2025")
    d, chance, corrected, isolation, share, h = segregation(schools)
    tally.numbers("segregatie D", r"Uitkomst: N", text, d)
    tally.numbers("segregatie toeval", r"over N scholen geeft toeval alleen al een index van N; zonder toeval blijft over: N",
                  text, len(schools), chance, corrected)
    tally.numbers("isolatie", r"gemiddeld N% kinderen uit de groep; over alle scholen is dat N%", text, 100 * isolation,
                  100 * share)
    tally.numbers("segregatie H", r"index H \(Theil\): N", text, h)


def round_trip(number, by_division):
    rng = random.Random(SEED * 1000 + number)
    tally = Tally(f"ronde {number}")
    years = [y for y in range(2021, 2027) if y >= 2025 or rng.random() < 0.9]
    level, drift, slope = rng.choice([0.3, 0.7, 0.88]), rng.choice([-0.02, 0, 0.02]), rng.choice([-0.2, 0, 0, 0.2])
    large = number % 3 == 1  # every wijk large enough for chi-square; else the draws decide
    data, names = {}, {code: name for d in by_division.values() for code, name in d}
    with tempfile.TemporaryDirectory() as temp:
        temp = Path(temp)
        werkmap, files = temp / "werkmap", temp / "bestanden"
        files.mkdir()
        run("begin", str(werkmap), "--gemeente", "zoetermeer")
        norm = rng.randint(60, 99)
        own_norm(werkmap, norm)
        for y in years:
            division = by_division[2024 if y < 2025 else 2025]
            data[y] = invent_wijken(rng, division, level + drift * (y - 2021), slope, large)
            deliver_vve(files, y, data[y], dict(division))
        now = data[2026]
        peuters = {code: max(1, n) * rng.choice([2, 3, 4, 5]) + rng.choice([0, 0, 1]) for code, (_, n) in now.items()}
        deliver_peuters(files, peuters, names)
        schools = deliver_scholen(files, rng, dict(by_division[2025]))
        run("-w", str(werkmap), "laad", str(files))
        city = {y: tuple(map(sum, zip(*rows.values()))) for y, rows in data.items()}
        text = run("-w", str(werkmap), "uitleg", "OAB-01", "Zoetermeer", "2026-K2")
        gap_text = run("-w", str(werkmap), "uitleg", "GAP-01", "Zoetermeer", "2026-K2")
        check_years(tally, text, city, years, norm)
        check_gap(tally, text, gap_text, now, rng)
        check_order(tally, text, now, peuters)
        check_wijken(tally, werkmap, now)
        check_segregation(tally, werkmap, schools)
    return tally


def main():
    by_division, kinds = areas(), {}
    print(f"1..{ROUNDS}")
    for number in range(ROUNDS):
        tally = round_trip(number, by_division)
        for kind, count in tally.kinds.items():
            kinds[kind] = kinds.get(kind, 0) + count
        for line in tally.wrong[:10]:
            print(f"# {line}")
        print(f"{'not ' if tally.wrong else ''}ok {number + 1} - ronde {number}: {tally.count} vergelijkingen")
        sys.stdout.flush()
    print("# " + ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())))


main()
