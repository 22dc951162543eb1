"""The rules of the evaluator, written a second time: exact fractions, no code in common with the program.

A count is a pair (low, high); None is a count that is not known. A delivered cell is a pair or one of the words
below. Sources of the rules: the agreements on arithmetic, certainty and status that indicators/README.md and the
headers of src/indicator describe.
"""

from fractions import Fraction
from math import comb

NIET_GELEVERD, ONBEKEND, NVT, AFGESCHERMD, FOUT = "niet_geleverd", "onbekend", "nvt", "afgeschermd_bron", "fout"
ORDER = [NIET_GELEVERD, ONBEKEND, NVT, AFGESCHERMD, FOUT]
CONF = Fraction(95, 100)
Z95 = 1.959963984540054


def is_count(cell):
    return isinstance(cell, tuple)


def reason_of(*cells):
    """The first reason in the order of decision; None when all are counts."""
    words = [c for c in cells if not is_count(c)]
    return min(words, key=ORDER.index) if words else None


class Figure:
    """teller, noemer (pairs) or the reason why not; incomplete when a part is missing."""

    def __init__(self, x, n):
        if x == NVT and is_count(n) and n[1] == 0:
            x = (0, 0)
        self.reason = reason_of(x, n)
        self.x, self.n = (x, n) if self.reason is None else (None, None)
        self.incomplete, self.parts, self.missing = False, 0, 0


def exact(cell):
    return is_count(cell) and cell[0] == cell[1]


def add_up(wijken, expected, rest, total):
    """City from the wijken {code: (x, n)}; rest and total are a pair of cells or None."""
    x = [0, 0]
    n = [0, 0]
    any_part, reason, missing, incomplete = False, None, 0, False
    rows = [(wijken.get(code), code in expected) for code in sorted(set(wijken) | set(expected))]
    rows.append((rest, False))
    for row, counts in rows:
        if row is None:
            missing += counts
            incomplete = incomplete or counts
            continue
        if not all(is_count(c) or c == NVT for c in row):
            missing += counts
            incomplete = True
            reason = reason or next(c for c in row if not is_count(c) and c != NVT)
            continue
        any_part = True
        for side, cell in ((x, row[0]), (n, row[1])):
            if is_count(cell):
                side[0] += cell[0]
                side[1] += cell[1]
    if any_part:
        cells = tuple(
            tuple(side) if any(r is not None and all(is_count(c) or c == NVT for c in r) and is_count(r[k])
                               for r, _ in rows) else NVT
            for k, side in enumerate((x, n)))
    else:
        cells = (reason or NIET_GELEVERD, reason or NIET_GELEVERD)
        if reason is None:
            incomplete, missing = False, 0
    if total is not None and (incomplete or not all(exact(c) for c in cells)) and \
            all(is_count(c) or c == NVT for c in total):
        if incomplete or not all(is_count(c) or c == NVT for c in cells) or all(exact(c) for c in total):
            cells, incomplete = total, False
        else:
            cells = tuple(narrow(a, b) for a, b in zip(cells, total))
    f = Figure(*cells)
    f.incomplete = incomplete and f.reason is None
    f.missing = missing
    return f


def narrow(a, b):
    if not is_count(a) or not is_count(b) or b[0] > a[1] or b[1] < a[0]:
        return a
    return (max(a[0], b[0]), min(a[1], b[1]))


# ---- chance ----


def at_most(x, n, p):
    """P(X <= x), exactly."""
    a, d = p.numerator, p.denominator
    b = d - a
    if x < 0:
        return Fraction(0)
    if x >= n:
        return Fraction(1)
    if x > n // 2:
        return 1 - Fraction(sum(comb(n, k) * a**k * b**(n - k) for k in range(x + 1, n + 1)), d**n)
    return Fraction(sum(comb(n, k) * a**k * b**(n - k) for k in range(0, x + 1)), d**n)


def wilson(x, n):
    z2 = Z95 * Z95
    middle, half = 2 * x + z2, Z95 * (z2 + 4 * x * (1 - x / n)) ** 0.5
    low = 0.0 if x == 0 else (middle - half) / (2 * (n + z2))
    high = 1.0 if x == n else (middle + half) / (2 * (n + z2))
    return low, high


def sure(method, x, n, p):
    """(surely below p, surely above p)"""
    if method == "wilson":
        low, high = wilson(x, n)
        return high < p, low >= p
    tail = (1 - CONF) / 2
    return at_most(x, n, p) <= tail, 1 - at_most(x - 1, n, p) <= tail


# ---- judgement ----


def side(share, norm):
    """-1 below, 0 met, 1 above"""
    if norm["soort"] == "minimum":
        return -1 if share < norm["waarde"] else 0
    if norm["soort"] == "maximum":
        return 1 if share > norm["waarde"] else 0
    return -1 if share < norm["waarde"] else 1 if share > norm["waarde_tot"] else 0


def certainty(method, x, n, norm):
    below, above = sure(method, x, n, norm["waarde"])
    if norm["soort"] == "minimum":
        return "fout" if below else "goed" if above else "toeval"
    if norm["soort"] == "maximum":
        return "fout" if above else "goed" if below else "toeval"
    below_top, above_top = sure(method, x, n, norm["waarde_tot"])
    if below or above_top:
        return "fout"
    return "goed" if above and below_top else "toeval"


def shortage(x, n, norm):
    where = side(Fraction(x, n), norm)
    if where < 0:
        return -((-norm["waarde"] * n) // 1) - x
    if where > 0:
        return x - (norm["waarde"] if norm["soort"] == "maximum" else norm["waarde_tot"]) * n // 1
    return 0


WORD = {"goed": {"minimum": "zeker_boven", "maximum": "zeker_onder", "band": "zeker_binnen"},
        "fout": {"minimum": "zeker_onder", "maximum": "zeker_boven", "band": "zeker_buiten"}}


def judge(f, norm, method, n_min):
    """status, feit, zekerheid, tekort (pair or None)"""
    if f.reason is not None:
        return f.reason, "geen", "geen", None
    x, n = f.x, f.n
    if x[0] > n[1]:
        return FOUT, "geen", "geen", None
    if n[1] == 0:
        return "geen_doelgroep", "geen", "geen", None
    if f.incomplete:
        return "onvolledig", "geen", "geen", None
    if norm is None:
        return "geen_norm", "geen", "geen", None
    if n[0] <= 0:
        return "niet_te_bepalen", "niet_te_bepalen", "niet_te_bepalen", None
    low, high = (x[0], n[1]), (x[1], n[0])
    if high[0] > high[1]:
        top = min(high[0], n[1])
        high = (top, top)
    short = sorted(shortage(*c, norm) for c in (low, high))
    sides = side(Fraction(*low), norm), side(Fraction(*high), norm)
    if sides[0] * sides[1] < 0:
        short[0] = 0
    if sides[0] != sides[1]:
        return "niet_te_bepalen", "niet_te_bepalen", "niet_te_bepalen", tuple(short)
    met = sides[0] == 0
    feit = "gehaald" if met else "niet_gehaald"
    if method == "geen":
        sureness = "geen"
    else:
        ends = {certainty(method, *c, norm) for c in (low, high)}
        sureness = ends.pop() if len(ends) == 1 else "toeval"
    word = "geen" if sureness == "geen" else "kan_toeval_zijn" if sureness == "toeval" else \
        WORD[sureness][norm["soort"]]
    if n[0] < n_min:
        return "te_weinig", feit, "te_weinig", tuple(short)
    return status(met, sureness, norm, low, high), feit, word, tuple(short)


def shows(f, status):
    """Is there a number? Of a total with a part missing there is only the word."""
    return f.reason is None and status not in (FOUT, "onvolledig")


def milder(edge, norm, low, high):
    if norm["soort"] == "maximum":
        return Fraction(*high) <= edge
    return Fraction(*low) >= edge and (norm["soort"] == "minimum" or Fraction(*high) <= norm["waarde_tot"])


def status(met, sureness, norm, low, high):
    if met:
        return {"geen": "gehaald", "goed": "gehaald_zeker"}.get(sureness, "gehaald_kan_toeval_zijn")
    if norm.get("afwijking") is not None and milder(norm["afwijking"], norm, low, high):
        return "geaccepteerde_afwijking"
    if sureness == "fout":
        return "niet_gehaald_zeker"
    if sureness == "geen":
        return "niet_gehaald"
    if norm.get("bijna") is not None and milder(norm["bijna"], norm, low, high):
        return "net_onder_kan_toeval_zijn"
    return "niet_gehaald_kan_toeval_zijn"


def value_range(f):
    """Lowest and highest percentage as fractions; None without a number."""
    if f.reason is not None or f.n[0] <= 0 or f.x[0] > f.n[1]:
        return None
    high = (f.x[1], f.n[0])
    if high[0] > high[1]:
        top = min(high[0], f.n[1])
        high = (top, top)
    return Fraction(f.x[0], f.n[1]) * 100, Fraction(*high) * 100


def printed(f, norm):
    """The percentage as a reader sees it: one decimal, half up, never onto the other side of the norm."""
    share = Fraction(f.x[0], f.n[0])
    tenths = (share * 2000 + 1) // 2
    if norm is not None:
        if share < norm["waarde"] and norm["soort"] != "maximum" and tenths >= norm["waarde"] * 1000:
            tenths = share * 1000 // 1
        top = norm["waarde"] if norm["soort"] == "maximum" else norm.get("waarde_tot")
        if top is not None and share > top and tenths <= top * 1000:
            tenths = -(-share * 1000 // 1)
    tenths = int(tenths)
    return f"{tenths // 10},{tenths % 10}%"
