"""The formats of a report against each other: each cell of a workbook and of the CSV is what the page says, and a
second run in other surroundings gives the same bytes. TAP."""
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
import zipfile
from datetime import date, timedelta
from xml.etree import ElementTree

PROGRAM = os.environ.get("IJKPUNT", "./ijkpunt")
NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MONTHS = ("januari februari maart april mei juni juli augustus september oktober november december").split()
REPORTS = [["themablad", f"L{i}", "-p", "2026-K2"] for i in range(1, 7)] + [["bundel", "-p", "2026-K2"], ["evaluatie", "2026"]]
NAMES = set()
for path in glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "indicators", "*.json")):
    with open(path, encoding="utf-8") as f:
        NAMES.add(json.load(f)["korte_naam"])
AREAS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "imports", "gebieden", "zoetermeer.csv")
with open(AREAS, encoding="utf-8", newline="") as f:
    NAMES.update(row["naam"] for row in csv.DictReader(f, delimiter=";"))
count = 0


def ok(good, what, why=""):
    global count
    count += 1
    print(f"{'ok' if good else 'not ok'} {count} - {what}")
    if not good:
        for line in str(why).splitlines()[:12]:
            print("#", line)
    return good


def run(args, **env):
    return subprocess.run([PROGRAM, *args], check=True, capture_output=True, text=True,
                          env={**os.environ, "SOURCE_DATE_EPOCH": "1784626200", "USER": "tester", **env}).stdout


class Tables(html.parser.HTMLParser):
    """Captions, heads and cells of a page, without marks for the eye."""

    def __init__(self):
        super().__init__()
        self.tables, self.where, self.hidden, self.head = [], None, 0, False

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "table":
            self.tables.append({"caption": "", "head": [], "rows": []})
        if not self.tables:
            return
        t = self.tables[-1]
        if tag == "caption":
            self.where = "caption"
        elif tag == "thead":
            self.head = True
        elif tag == "tr" and not self.head:
            t["rows"].append([])
        elif tag in ("td", "th"):
            self.where = t["head"] if self.head else t["rows"][-1]
            self.where.append("")
        if self.hidden or attrs.get("aria-hidden"):
            self.hidden += 1

    def handle_endtag(self, tag):
        if tag == "thead":
            self.head = False
        if tag in ("td", "th", "caption", "table"):
            self.where = None
        self.hidden = max(0, self.hidden - 1)

    def handle_data(self, data):
        if self.where == "caption":
            self.tables[-1]["caption"] += data
        elif isinstance(self.where, list) and not self.hidden:
            self.where[-1] += data


def tables_of(page):
    parser = Tables()
    parser.feed(page)
    return parser.tables


def plain(words):
    """What a row says, without the words that join two numbers in one cell."""
    text = " ".join(words)
    text = re.sub(r"\btussen ([\d.,]+) en ([\d.,]+)(%| per [\d.]+)?", r"\1\3 \2\3", text)
    text = re.sub(r"([\d.]+) van ([\d.]+)", r"\1 \2", text)
    return sorted(text.replace("–", " ").replace("'", " ").split())


def printed(value, fmt):
    """A number of the workbook as Excel shows it in Dutch."""
    if "mmmm" in fmt:
        day = date(1899, 12, 30) + timedelta(days=int(value))
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    decimals = len(fmt.partition(".")[2].split("%")[0].split('"')[0])
    number = float(value) * (100 if fmt.endswith("%") else 1)
    text = f"{number:.{decimals}f}"
    if "#,##0" in fmt:
        text = f"{int(text):,}".replace(",", ".")
    unit = re.search(r'" (.*)"', fmt)
    return text.replace(".", ",") * ("#,##0" not in fmt) + text * ("#,##0" in fmt) + \
        ("%" if fmt.endswith("%") else "") + (" " + unit.group(1) if unit else "")


class Workbook:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.strings = ["".join(t.text or "" for t in si.iter(NS + "t")) for si in self.xml("xl/sharedStrings.xml")]
        styles = self.xml("xl/styles.xml")
        codes = {n.get("numFmtId"): n.get("formatCode") for n in styles.iter(NS + "numFmt")}
        codes |= {"0": "", "1": "0", "3": "#,##0", "10": "0.00%", "9": "0%"}
        self.formats = [codes[x.get("numFmtId")] for x in styles.find(NS + "cellXfs")]
        self.names = [s.get("name") for s in self.xml("xl/workbook.xml").iter(NS + "sheet")]

    def xml(self, name):
        return ElementTree.fromstring(self.zip.read(name))

    def rows(self, nr):
        """Rows of a sheet as printed; numbers stay numbers in the file."""
        out = {}
        for c in self.xml(f"xl/worksheets/sheet{nr}.xml").iter(NS + "c"):
            value = c.find(NS + "v")
            if value is None:
                continue
            row = int(re.search(r"\d+", c.get("r")).group())
            text = self.strings[int(value.text)] if c.get("t") == "s" else printed(value.text, self.formats[int(c.get("s"))])
            out.setdefault(row, []).append(text)
        return out


def compare_xlsx(path, tables):
    book, wrong = Workbook(path), []
    if len(book.names) != len(tables) + 1 or book.names[0] != "Toelichting":
        return [f"{len(book.names)} werkbladen voor {len(tables)} tabellen"]
    wrong += [n for n in book.names if len(n.encode("utf-16-le")) > 62 or re.search(r"[\[\]:*?/\\]", n)]
    if len({n.lower() for n in book.names}) != len(book.names):
        wrong.append("dubbele namen")
    for nr, table in enumerate(tables, 2):
        rows = book.rows(nr)
        if rows.get(1, [""])[0].lstrip("'") != table["caption"]:
            wrong.append(f"{nr}: {rows.get(1)} / {table['caption']}")
        for i, cells in enumerate(table["rows"]):
            if plain(rows.get(4 + i, [])) != plain(cells):
                wrong.append(f"{book.names[nr - 1]}, rij {i + 1}: {rows.get(4 + i)} / {cells}")
        sheet = book.zip.read(f"xl/worksheets/sheet{nr}.xml").decode()
        for part in ("<autoFilter", 'state="frozen"', 'orientation="landscape"', 'fitToHeight="0"', "<oddFooter>"):
            if part not in sheet:
                wrong.append(f"{nr}: {part} ontbreekt")
        if "<f>" in sheet or "hyperlink" in sheet:
            wrong.append(f"{nr}: formule of koppeling")
    if any("vba" in n.lower() for n in book.zip.namelist()):
        wrong.append("macro")
    return wrong


def csv_rows(path, international):
    raw = open(path, "rb").read()
    assert b"\r\n" in raw and raw.startswith(b"\xef\xbb\xbf") != international
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter="," if international else ";"))


def compare_csv(folder, tables, international):
    wrong, book = [], csv_rows(os.path.join(folder, "codeboek.csv"), international)
    known = {(r[0], r[2]): r for r in book[1:]}
    files = sorted(n for n in os.listdir(folder) if n.startswith("tabel-"))
    if len(files) != len(tables):
        return [f"{len(files)} bestanden voor {len(tables)} tabellen"]
    for name, table in zip(files, tables):
        rows = csv_rows(os.path.join(folder, name), international)
        for head in rows[0]:
            meaning = known.get((name, head), [""] * 6)[3]
            if not meaning or (meaning.startswith("de kolom heet naar") and head not in NAMES):
                wrong.append(f"{name}: '{head}' heeft geen betekenis")
        for cells, row in zip(table["rows"], rows[1:]):
            said = set(plain(cells))
            for head, value in zip(rows[0], row):
                number = value.replace(".", ",") if international else value
                if re.fullmatch(r"-?\d+(,\d+)?", number) and not any(
                        w.replace(".", "").startswith(number) for w in said):
                    wrong.append(f"{name}: {head} {value} staat niet in {cells}")
                if re.match(r"[=+\-@]\D", value):
                    wrong.append(f"{name}: formule {value}")
        if len(rows) - 1 != len(table["rows"]):
            wrong.append(f"{name}: {len(rows) - 1} rijen, in het rapport {len(table['rows'])}")
    return wrong


def files_under(folder):
    return {os.path.relpath(os.path.join(d, f), folder): open(os.path.join(d, f), "rb").read()
            for d, _, names in os.walk(folder) for f in names}


def main():
    work = tempfile.mkdtemp()
    try:
        run(["voorbeeld", f"{work}/zm"])
        for args in REPORTS:
            name = "-".join(args[:2]) if args[0] != "bundel" else "bundel"
            one, two = f"{work}/een", f"{work}/twee"
            run(["-w", f"{work}/zm", "rapport", *args, "--editie", "intern", "--formaat", "xlsx,csv,svg", "-u", one])
            base = next(f"{one}/{n[:-5]}" for n in sorted(os.listdir(one)) if n.endswith(".html"))
            tables = tables_of(open(base + ".html", encoding="utf-8").read())
            wrong = compare_xlsx(base + ".xlsx", tables)
            ok(not wrong and (tables or args[0] == "themablad"), f"{name}: elke cel van de xlsx staat in het rapport", "\n".join(wrong))
            wrong = compare_csv(base + "-csv", tables, False)
            ok(not wrong, f"{name}: elk getal van de csv staat in het rapport", "\n".join(wrong))
            old = os.umask(0o027)
            run(["-w", f"{work}/zm", "rapport", *args, "--editie", "intern", "--formaat", "svg,csv,xlsx", "-u", two],
                TZ="Asia/Tokyo", LC_ALL="nl_NL.UTF-8")
            os.umask(old)
            a, b = files_under(one), files_under(two)
            differ = sorted(k for k in a.keys() | b.keys() if a.get(k) != b.get(k))
            ok(a and not differ, f"{name}: tweede keer dezelfde bytes", "\n".join(differ))
            subprocess.run(["rm", "-rf", one, two], check=True)
        run(["-w", f"{work}/zm", "rapport", "bundel", "-p", "2026-K2", "--editie", "intern", "--formaat", "csv", "--csv",
             "internationaal", "-u", f"{work}/i"])
        page = next(n for n in os.listdir(f"{work}/i") if n.endswith(".html"))
        wrong = compare_csv(f"{work}/i/{page[:-5]}-csv", tables_of(open(f"{work}/i/{page}", encoding="utf-8").read()), True)
        ok(not wrong, "internationaal: komma's tussen, punt in het getal", "\n".join(wrong))
    finally:
        subprocess.run(["rm", "-rf", work], check=False)
    print(f"1..{count}")


sys.exit(main())
