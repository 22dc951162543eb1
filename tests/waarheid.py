"""Every number that a reader sees in a report, in text, table or chart, stands as printed text in the berekening.csv
of that same report. TAP."""
import csv
import glob
import html.parser
import io
import json
import os
import re
import subprocess
import sys
import tempfile

PROGRAM = os.environ.get("IJKPUNT", "./ijkpunt")
REPORTS = [["themablad", f"L{i}", "-p", "2026-K2"] for i in range(1, 7)] + [["bundel", "-p", "2026-K2"], ["evaluatie", "2026"]]
MONTH = "(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
YEAR = r"(?:19|20)\d\d"
# What is no figure by its form. A bare year only counts as one behind a word that says so.
NOT_A_FIGURE = [re.compile(p) for p in (
    rf"\b\d{{1,2}} {MONTH} {YEAR}", rf"\b\d{{1,2}} {MONTH}\b", rf"\b{MONTH} {YEAR}", rf"\b{YEAR}-\d\d-\d\d\b",
    rf"\b[1-4]e kwartaal {YEAR}", rf"\b{YEAR}/{YEAR}\b", rf"\b{YEAR}-{YEAR}\b", rf"\b{YEAR}-K[1-4]\b",
    rf"\b(?:In|in|over|schooljaar|evaluatie) {YEAR}\b", rf"\b{YEAR} tot en met {YEAR}\b", rf", {YEAR}$", rf"^{YEAR}$",
    r"\b[A-Z]{1,4}-[A-Z]?\d+\b", r"\bL[1-6]\b", r"\b(?:WK|GM|BU)\d+\b", r"\bper 1?\.?000\b", r"\bper 100\b",
    r"\b[0-9a-f]{64}\b", r"\b0\.\d\.\d\b", r"\b95%-interval", r"\S+\.csv\b", r"\bversie \d+\b",
    r"\b[Ll]evering(?:en)? \d[\d, -]*")]
NUMBER = re.compile(r"\d(?:[\d.]*\d)?(?:,\d+)?")
VOID = {"meta", "br", "link", "hr"}


def literals():
    """Words that come from a file as they stand: names, agreements, descriptions, register rows, areas."""
    root, found = os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."), set()

    def walk(node):
        if isinstance(node, dict):
            node = list(node.values())
        if isinstance(node, list):
            for item in node:
                walk(item)
        elif isinstance(node, str):
            found.add(" ".join(node.split()))

    for path in glob.glob(f"{root}/indicators/**/*.json", recursive=True) + [f"{root}/reports/evaluatie.json"]:
        with open(path, encoding="utf-8") as f:
            walk(json.load(f))
    registers = [p for kind in ("acties", "overleggen", "besluiten", "interventies")
                 for p in glob.glob(f"{root}/imports/voorbeeld/zoetermeer/{kind}/*.csv")]
    for path in registers + glob.glob(f"{root}/imports/gebieden/*.csv"):
        with open(path, encoding="utf-8-sig") as f:
            walk(list(csv.reader(f, delimiter=";")))
    return sorted((t for t in found if len(t) > 5 and re.search(r"\d", t) and re.search("[A-Za-z]{3}", t)), key=len, reverse=True)


LITERALS = literals()


class Seen(html.parser.HTMLParser):
    """Pieces of visible text, charts included."""

    def __init__(self):
        super().__init__()
        self.stack, self.pieces = [], []

    def handle_starttag(self, tag, attrs):
        if tag in VOID:
            return
        out = tag in ("style", "script", "head", "pre")
        block = tag not in ("b", "span", "strong", "em", "a", "i")
        self.stack.append((tag, out))
        if block:
            self.pieces.append("")

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag:
            pass
        if tag not in ("b", "span", "strong", "em", "a", "i"):
            self.pieces.append("")

    def handle_data(self, data):
        if any(out for _, out in self.stack):
            return
        self.pieces[-1:] = [(self.pieces[-1] if self.pieces else "") + data]


def numbers(text):
    if not re.search(r"\d", text):
        return []
    for words in LITERALS:
        if words in text:
            text = text.replace(words, " ")
    for pattern in NOT_A_FIGURE:
        text = pattern.sub(" ", text)
    return NUMBER.findall(text)


def findings(page, calculation):
    rows = csv.DictReader(io.StringIO(calculation.decode("utf-8-sig"), newline=""), delimiter=";")
    known = set()
    for row in rows:
        known.update(NUMBER.findall(row["tekst"]))
    seen = Seen()
    seen.feed(page)
    for piece in seen.pieces:
        piece = " ".join(piece.split())
        for number in numbers(piece):
            if number not in known:
                yield f"{number} in: {piece[:150]}"


def run(args):
    subprocess.run([PROGRAM, *args], check=True, capture_output=True, env={**os.environ, "SOURCE_DATE_EPOCH": "1784626200"})


def main():
    count = 0
    with tempfile.TemporaryDirectory() as work:
        run(["voorbeeld", f"{work}/zm"])
        for edition in ("intern", "openbaar"):
            for args in REPORTS:
                out = f"{work}/{edition}-{args[0]}-{args[1]}"
                run(["-w", f"{work}/zm", "rapport", *args, "--editie", edition, "-u", out])
                page = next(n for n in os.listdir(out) if n.endswith(".html"))
                with open(f"{out}/{page}", encoding="utf-8") as f:
                    text = f.read()
                with open(f"{out}/{page[:-5]}-berekening.csv", "rb") as f:
                    calculation = f.read()
                wrong = sorted(set(findings(text, calculation)))
                count += 1
                print(f"{'not ok' if wrong else 'ok'} {count} - {page}: elk getal staat in de berekening")
                for line in wrong[:int(os.environ.get("MEER", "15"))]:
                    print("#", line)
    # The test itself must be able to fail.
    count += 1
    good = not list(findings("<p>530 van 583</p>", "tekst\n530\n583\n".encode())) and \
        len(list(findings("<p>531 van 583 in 2026</p><p>2009 kinderen</p>", "tekst\n530\n583\n".encode()))) == 2
    print(f"{'ok' if good else 'not ok'} {count} - een getal dat er niet staat wordt gevonden")
    print(f"1..{count}")


sys.exit(main())
