#!/usr/bin/env python3
"""A reader who works against us, with what edition openbaar gives and nothing else. TAP. Standard library only.

Two worlds: a werkmap, and the same one in which hidden counts of two wijken are other ones (sums kept, small stays small).
What is published must be the same in both, byte for byte: a legend, an axis, a median or a word that follows a hidden
number gives that number away. Which figures are hidden may follow the counts (docs/privacy.md, "Niet beloofd"); where it
does the pair is left out here, and counted.

Sums: everything shown, of two publications, as one system of equations. Exact fractions, whole bounds; no code of the
product. No small count may be left with fewer than k possible numbers, and no other one with a single number.
"""
import collections
import filecmp
import glob
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
IJKPUNT = os.environ.get("IJKPUNT", os.path.join(HERE, "..", "ijkpunt"))
ENV = dict(os.environ, SOURCE_DATE_EPOCH="1784626200", LC_ALL="C.UTF-8", TZ="UTC", USER="tester")
COUNTS = ("teller", "teller_min", "teller_max", "noemer", "noemer_min", "noemer_max")
TOP = 10**12

number = 0
failed = False


def check(ok, name, *notes):
    global number, failed
    number += 1
    failed = failed or not ok
    for note in notes if not ok else ():
        print("# " + str(note))
    print("%s %d - %s" % ("ok" if ok else "not ok", number, name), flush=True)


def run(work, *words):
    done = subprocess.run([IJKPUNT, "-w", work, *words], env=ENV, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit("Bail out! ijkpunt %s: %s" % (" ".join(words), done.stderr))


def figures(work, editie, *words):
    folder = "%s-%s" % (work, editie)
    shutil.rmtree(folder, ignore_errors=True)
    run(work, "exporteer", "--editie", editie, "--uit", folder, *words)
    with open(folder + "/cijfers.json", encoding="utf-8") as f:
        return {(r["indicator"], r["indeling"], r["gebied"], r["periode"]): r for r in json.load(f)["rijen"]}


# ---- definitions -----------------------------------------------------------------------------------

def sources(part):
    if isinstance(part, list):
        return set().union(*map(sources, part)) if part else set()
    if not isinstance(part, dict):
        return set()
    own = {part["bron"]} if isinstance(part.get("bron"), str) else set()
    return own.union(*map(sources, part.values())) if part else own


def definitions():
    """Per indicator its definition, and the sources it is made of, also through other indicators."""
    found = {}
    for path in glob.glob(os.path.join(HERE, "..", "indicators", "*.json")):
        with open(path, encoding="utf-8") as f:
            d = json.load(f)
        found[d["id"]] = d
    made_of = {}
    for name, d in found.items():
        made_of[name] = sources(d)
        for other in (d.get("afgeleid_van"), *[w for w in found if '"%s"' % w in json.dumps(d.get("samenstelling") or "")]):
            made_of[name] |= sources(found[other]) if other in found else set()
    return found, made_of


DEFS, MADE_OF = definitions()


with open(os.path.join(HERE, "..", "indicators", "privacy", "zoetermeer.json"), encoding="utf-8") as policy:
    NO_PERSONS = json.load(policy)["geen_personen"]


def limit(indicator):
    """Below this a count is small; 0 when it counts no persons."""
    d = DEFS[indicator]
    return 0 if d["woorden"]["enkelvoud"] in NO_PERSONS else 10 if d["privacy"].get("gevoelig") else 5


def is_plain(indicator):
    """Are its teller and noemer counts of its own?"""
    d = DEFS[indicator]
    return not d.get("afgeleid_van") and d["soort"] != "index" and isinstance(d.get("teller"), dict)


# ---- two worlds ------------------------------------------------------------------------------------

def kind(row):
    """Nought, small or not, of teller, noemer and rest: this stays as it is."""
    k, x, n = limit(row["indicator"]), row.get("teller"), row.get("noemer")
    rest = n - x if isinstance(x, int) and isinstance(n, int) else None
    return tuple(None if v is None else (v > 0) + (v >= k) for v in (x, n, rest))


def observations(work, hidden):
    """What was delivered of wijken with a hidden figure of that source and period, and of the parts of groups; per column
    of a delivery."""
    db = sqlite3.connect("file:%s/ijkpunt.db?mode=ro" % work, uri=True)
    rows = db.execute("""select b.tekst, p.code, case g.niveau when 'wijk' then g.code else '' end, w.min, w.bron, w.periode, w.gebied, w.kenmerk, w.maat, w.levering
        from waarneming w join bron b on b.id = w.bron join periode p on p.id = w.periode join gebied g on g.id = w.gebied
        where g.niveau in ('wijk', 'buurt') and w.staat = 0 and w.min = w.max and w.schaal = 0 order by 5, 6, 8, 9, 10, 7""").fetchall()
    db.close()
    column = collections.defaultdict(list)
    for r in rows:
        if (r[0], r[1]) in hidden and (not r[2] or r[2] in hidden[(r[0], r[1])]):
            column[(r[0], r[1], r[4], r[7], r[8], r[9])].append(r)
    return [c for c in column.values() if len(c) > 1]


def other_world(work, pairs):
    """A copy of the werkmap in which the first of each pair has as many more as the second has fewer."""
    other = work + "-ander"
    shutil.rmtree(other, ignore_errors=True)
    shutil.copytree(work, other)
    db = sqlite3.connect(other + "/ijkpunt.db")
    guards = db.execute("select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'waarneming'").fetchall()
    for name, _ in guards:
        db.execute("drop trigger " + name)
    for more, fewer, by in pairs:
        for r, d in ((more, by), (fewer, -by)):
            db.execute("""update waarneming set min = min + ?, max = max + ? where bron = ? and periode = ? and gebied = ?
                and kenmerk = ? and maat = ? and levering = ?""", (d, d, *r[4:]))
    for _, sql in guards:
        db.execute(sql)
    db.commit()
    db.close()
    return other


def without(pairs, guilty):
    """Those pairs not, that a figure is made of which should have stayed as it is."""
    left = [p for p in pairs if not any((r[0], r[1], r[2]) in guilty for r in p[:2])]
    if len(left) == len(pairs):  # parts of a group
        left = [p for p in pairs if p[0][:2] not in {g[:2] for g in guilty}]
    if len(left) == len(pairs):  # the period of the figure is not that of the delivery
        left = [p for p in pairs if p[0][0] not in {g[0] for g in guilty}]
    return left


def hidden_worlds(work, inside, outside, seed):
    """(pairs, other werkmap, pairs left out because another figure was hidden): only hidden counts differ."""
    rnd = random.Random(seed)
    hidden = collections.defaultdict(set)
    for key, row in inside.items():
        if row["niveau"] == "wijk" and row.get("teller") is not None and outside[key].get("teller") is None:
            for bron in MADE_OF[key[0]]:
                hidden[(bron, key[3])].add(key[2])
    columns = collections.defaultdict(list)
    for c in observations(work, hidden):
        columns[c[0][:2]].append(c)
    pairs, chosen = [], 0
    for place in sorted(columns):
        for _ in range(2):  # one may fall out
            by = rnd.choice((1, 1, 2, 4, 9))
            some = [c for c in columns[place] if sum(r[3] >= by for r in c) and len(c) > 1]
            if some:
                c = rnd.choice(some)
                fewer = rnd.choice([r for r in c if r[3] >= by])
                pairs.append((rnd.choice([r for r in c if r is not fewer]), fewer, by))
    while pairs:
        other = other_world(work, pairs)
        changed, guilty = figures(other, "intern"), set()
        for key, row in inside.items():
            differs = [f for f in COUNTS if row.get(f) != changed[key].get(f)]
            if differs and is_plain(key[0]) and (any(outside[key].get(f) is not None for f in differs) or
                                                 kind(row) != kind(changed[key])):
                guilty |= {(bron, key[3], key[2]) for bron in MADE_OF[key[0]]}
        if not guilty:
            shown, rows = figures(other, "openbaar"), set()
            for key, row in outside.items():
                if any((row.get(f) is None) != (shown[key].get(f) is None) for f in (*COUNTS, "waarde")):
                    rows |= {(bron, key[3]) for bron in MADE_OF[key[0]]}
            if not rows:
                return pairs, other, chosen
            before = len(pairs)
            pairs = [p for p in pairs if p[0][:2] not in rows] if any(p[0][:2] in rows for p in pairs) else \
                [p for p in pairs if p[0][0] not in {r[0] for r in rows}]
            chosen += before - len(pairs)
            continue
        pairs = without(pairs, guilty)
    return [], None, chosen


SHEETS = {"zoetermeer": "L1 L2 L3 L4 L5 L6", "leiden": "P1 P2 P3", "heerenveen": "L1 L2 L3"}


def publish(work, name, folder, periods):
    """Everything of edition openbaar, of each period after the other."""
    for stand, period in periods:
        for report in [("themablad", sheet) for sheet in SHEETS[name].split()] + [("bundel",)]:
            run(work, "rapport", *report, "--periode", period, "--stand-per", stand, "--editie", "openbaar", "--publiceer", "--uit",
                folder, "--formaat", "xlsx,csv,svg")
    run(work, "rapport", "evaluatie", "2026", "--editie", "openbaar", "--uit", folder, "--formaat", "xlsx,csv,svg", "--publiceer")
    run(work, "exporteer", "--editie", "openbaar", "--uit", folder + "/export")


def unlike(one, two):
    names = [sorted(os.path.relpath(p, f) for p in glob.glob(f + "/**", recursive=True) if os.path.isfile(p)) for f in (one, two)]
    return [n for n in names[0] if n not in names[1] or not filecmp.cmp(one + "/" + n, two + "/" + n, shallow=False)] + \
        [n for n in names[1] if n not in names[0]]


def two_worlds(work, name, periods, worlds):
    inside, outside = figures(work, "intern"), figures(work, "openbaar")
    seed = 0
    for _ in range(worlds):
        pairs = []
        while len(pairs) < 2 and seed < 20 * worlds:
            seed += 1
            pairs, other, chosen = hidden_worlds(work, inside, outside, seed)
        what = "%s %d: %d aantallen verborgen anders (%d keer koos de afscherming anders)" % (name, seed, 2 * len(pairs), chosen)
        if not pairs:
            check(False, what + ": er is iets te veranderen")
            continue
        folders = []
        for which in (work, other):
            copy = which + "-kopie"
            shutil.copytree(which, copy)
            folders.append(copy + "-uit")
            publish(copy, name, folders[-1], periods)
            shutil.rmtree(copy)
        wrong = unlike(*folders)
        check(not wrong, what + ": geen byte openbaar anders", *wrong[:12], *["%s %s +%d" % (p[0][:4], p[1][:4], p[2]) for p in pairs][:40])
        for f in folders:
            if not os.environ.get("BEWAAR"):
                shutil.rmtree(f)


# ---- sums ------------------------------------------------------------------------------------------

class System:
    """Whole numbers from 0, equations between them, and what a reader knows of each."""

    def __init__(self):
        self.pooled = 0
        self.low, self.high, self.truth, self.rows, self.k, self.group = {}, {}, {}, [], {}, {}

    def var(self, key, truth, k):
        if key in self.truth and self.truth[key] != truth:
            key = (*key, truth)  # another delivery: another number
        self.truth[key] = truth
        self.low.setdefault(key, 0)
        self.high.setdefault(key, TOP)
        self.k[key] = max(k, self.k.get(key, 0))
        return key

    def know(self, key, low, high):
        self.low[key], self.high[key] = max(low, self.low[key]), min(high, self.high[key])

    def equation(self, terms):
        """Sum of coefficient x variable is nought. Only what is true is known."""
        true = sum(c * self.truth[v] for v, c in terms.items()) == 0
        if true:
            self.rows.append({v: Fraction(c) for v, c in terms.items()})
        return true

    def narrow(self, rows):
        changed = True
        while changed:
            changed = False
            for row, constant in rows:
                for v, c in row.items():
                    low = high = constant
                    for w, d in row.items():
                        if w != v:
                            a, b = d * self.low[w], d * self.high[w]
                            low, high = low + min(a, b), high + max(a, b)
                    a, b = sorted((-low / c, -high / c))
                    a, b = -(-a.numerator // a.denominator), b.numerator // b.denominator
                    if a > self.low[v] or b < self.high[v]:
                        self.know(v, a, b)
                        changed = True

    def unknown(self, row):
        """The row with what is known filled in."""
        left, constant = {}, Fraction(0)
        for v, c in row.items():
            if self.low[v] == self.high[v]:
                constant += c * self.low[v]
            else:
                left[v] = c
        return left, constant

    def solve(self):
        self.narrow([(r, Fraction(0)) for r in self.rows])
        reduced = []
        for row, constant in map(self.unknown, self.rows):  # Gauss, exact
            for lead, r, k in reduced:
                if lead in row:
                    f = row[lead]
                    row = {v: c for v in {*row, *r} if (c := row.get(v, 0) - f * r.get(v, 0)) != 0}
                    constant -= f * k
            if not row:
                continue
            lead = min(row)
            row, constant = {v: c / row[lead] for v, c in row.items()}, constant / row[lead]
            for i, (other, r, k) in enumerate(reduced):
                if lead in r:
                    f = r[lead]
                    reduced[i] = (other, {v: c for v in {*row, *r} if (c := r.get(v, 0) - f * row.get(v, 0)) != 0}, k - f * constant)
            reduced.append((lead, row, constant))
        self.narrow([(r, k) for _, r, k in reduced] + [self.unknown(r) for r in self.rows])


def telling(part):
    return json.dumps({k: v for k, v in part.items() if k != "koppeling"}, sort_keys=True)


def add_figures(s, inside, outside, families):
    """The counts of one publication; returns which were shown."""
    of = collections.defaultdict(dict)
    for key, row in inside.items():
        name = key[0]
        if not is_plain(name) or not isinstance(row.get("teller"), int):
            continue
        place, parts = key[1:], {"teller": DEFS[name]["teller"]}
        if isinstance(row.get("noemer"), int) and isinstance(DEFS[name].get("noemer"), dict):
            parts["noemer"] = DEFS[name]["noemer"]
        mine = {}
        for what, part in parts.items():
            v = mine[what] = s.var((telling(part), *place), row[what], limit(name))
            shown = outside[key]
            if shown.get(what) is not None:
                s.know(v, int(shown[what]), int(shown[what]))
            elif shown.get(what + "_min") is not None:
                s.know(v, int(shown[what + "_min"]), int(shown[what + "_max"]))
            of[(telling(part), place[2])].setdefault((row["niveau"], place[0]), set()).add(v)
        if len(mine) == 2 and DEFS[name].get("subset_eis") and row["noemer"] >= row["teller"]:
            rest = s.var(("rest", *mine["teller"], *mine["noemer"]), row["noemer"] - row["teller"], limit(name))
            s.equation({mine["noemer"]: 1, mine["teller"]: -1, rest: -1})
            s.group[mine["teller"]] = mine["noemer"]
            of[("rest" + telling(parts["teller"]) + telling(parts["noemer"]), place[2])].setdefault((row["niveau"], place[0]), set()).add(rest)
            of[("paar", name, key[2], key[3])][("", "")] = mine
    for key, row in outside.items():  # three years together: their sum, shown beside or instead of the years
        first, _, last = key[3].partition("..")
        if not last or not is_plain(key[0]):
            continue
        step = [first] + ["/".join(str(int(y) + i) for y in first.split("/")) for i in (1, 2)]
        assert step[2] == last, key
        years = [inside[(*key[:3], y)] for y in step]
        for what in ("teller", "noemer"):
            if isinstance(row.get(what), int):
                part = telling(DEFS[key[0]][what])
                both = s.var((part, *key[1:]), sum(y[what] for y in years), limit(key[0]))
                s.know(both, row[what], row[what])
                s.pooled += s.equation({both: 1, **{s.var((part, *key[1:3], y), r[what], limit(key[0])): -1 for y, r in zip(step, years)}})
    for family in families:
        names = [w.split(".") for w in family["genest"]]
        for (large, lw), (small, sw) in zip(names, names[1:]):
            for tag in [t for t in of if t[0] == "paar" and t[1] == large]:
                pair, other = of[tag][("", "")], of.get(("paar", small, *tag[2:]), {}).get(("", ""))
                if other and s.truth[pair[lw]] >= s.truth[other[sw]]:
                    gap = s.var(("verschil", *pair[lw], *other[sw]), s.truth[pair[lw]] - s.truth[other[sw]], limit(small))
                    s.equation({pair[lw]: 1, other[sw]: -1, gap: -1} if pair[lw] != other[sw] else {gap: 1})
    for tag, levels in of.items():
        total = [v for (niveau, _), vs in levels.items() if niveau == "gemeente" for v in vs] if tag[0] != "paar" else []
        for indeling in {i for niveau, i in levels if niveau == "wijk"} if len(total) == 1 else ():
            rest = {v for (niveau, _), vs in levels.items() if niveau == "onbekend" for v in vs}
            # A reader knows whether the unknown addresses are in the total, not whether there happen to be none.
            if not s.equation({total[0]: 1, **{v: -1 for v in levels[("wijk", indeling)] | rest}}):
                s.equation({total[0]: 1, **{v: -1 for v in levels[("wijk", indeling)]}})


def leaks(s):
    found = []
    for v, t in s.truth.items():
        low, high, k = s.low[v], s.high[v], s.k[v]
        assert low <= t <= high, (v, low, t, high)
        if v[0] == "verschil" and t >= k:
            continue
        if 0 < t < k and high - low + 1 < k:
            found.append("klein: %s tussen %d en %d" % (" ".join(map(str, v))[:300], low, high))
    return found


def sums(work, name, stands):
    with open(os.path.join(HERE, "..", "indicators", "privacy", name + ".json"), encoding="utf-8") as f:
        families = json.load(f)["families"]
    s = System()
    for stand in stands:
        then = ["--stand-per", stand] if stand else []
        inside, outside = figures(work, "intern", *then), figures(work, "openbaar", *then)
        add_figures(s, inside, outside, families)
        run(work, "rapport", "bundel", "--periode", "2026-K2", *then, "--editie", "openbaar", "--publiceer", "--uit", work + "-uit")
    hidden = [v for v in s.truth if s.low[v] < s.high[v] and len(v) == 4]
    exact = {v for v in s.truth if s.low[v] == s.high[v]}
    s.solve()
    found = leaks(s)
    # Of nobody there is nothing to tell.
    solved = [v for v in hidden if s.low[v] == s.high[v] and v not in exact and s.k[v] > 0 and s.high[s.group.get(v, v)] != 0]
    if name != os.path.basename(work).split("-")[0]:
        check(s.pooled > 1, "%s: jaren samen zijn te zien" % name, s.pooled)
    check(len(hidden) > 5, "%s: er is iets verborgen" % name, len(hidden))
    check(not found, "%s: %d aantallen verborgen, %d vergelijkingen: geen klein aantal te nauw" % (name, len(hidden), len(s.rows)), *found[:10])
    check(not solved, "%s: geen verborgen aantal precies" % name, *["%s = %d" % (v, s.low[v]) for v in solved[:10]])


def pool(work):
    """A werkmap of which some figures go out as three years together."""
    subprocess.run([IJKPUNT, "voorbeeld", work], env=ENV, check=True, stdout=subprocess.DEVNULL)
    with open(os.path.join(HERE, "..", "indicators", "privacy", "zoetermeer.json"), encoding="utf-8") as f:
        policy = json.load(f)
    policy["jaren_samen"] = [{"indicator": name, "tot": "2024/2025"} for name in ("ARB-01", "ADV-01", "PLA-01")]
    os.makedirs(work + "/indicators/privacy")
    with open(work + "/indicators/privacy/zoetermeer.json", "w", encoding="utf-8") as f:
        json.dump(policy, f)


def main():
    top = tempfile.mkdtemp()
    try:
        for name in SHEETS:
            work = os.path.join(top, name)
            subprocess.run([IJKPUNT, "voorbeeld", work, "--gemeente", name], env=ENV, check=True, stdout=subprocess.DEVNULL)
            shutil.copytree(work, work + "-som")
            two_worlds(work, name, (("2026-04-30", "2026-K1"), ("2026-07-21", "2026-K2")), 2 if name == "zoetermeer" else 1)
            sums(work + "-som", name, ("2026-04-30", "2026-07-21"))
        pool(os.path.join(top, "samen"))
        sums(os.path.join(top, "samen"), "zoetermeer", (None, None))  # a stand of before has the policy of before
    finally:
        if os.environ.get("BEWAAR"):
            print("# " + top)
        else:
            shutil.rmtree(top)
    print("1..%d" % number)
    sys.exit(1 if failed else 0)


main()
