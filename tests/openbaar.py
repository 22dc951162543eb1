#!/usr/bin/env python3
"""No byte of edition openbaar holds a hidden number, or what follows from it. TAP.

Two werkmappen: one with planted small groups in large, distinctive numbers, and the fictional example. Of each,
everything the program can give is made in both editions. What edition intern has and edition openbaar hides is then
searched for in every byte of edition openbaar; and in edition intern, where it must be found, so that this test can
fail. At last an attacker adds and subtracts what the export of edition openbaar shows. Standard library only.
"""
import glob
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib

IJKPUNT = os.environ.get("IJKPUNT", os.path.join(os.path.dirname(__file__), "..", "ijkpunt"))
ENV = dict(os.environ, SOURCE_DATE_EPOCH="1784626200", LC_ALL="C.UTF-8", TZ="UTC", USER="tester")
# What else this machine can make of a report.
EXTRA = (",pdf" if shutil.which("chromium") and shutil.which("pdftotext") else "") + (",png" if shutil.which("rsvg-convert") else "")
BLADEN = ("L1", "L2", "L3", "L4", "L5", "L6")
# wijk: doelgroep, in opvang, in ve. Planted: 3 not reached, 2 not reached, 4 with ve, 3 with opvang and no ve.
GROOT = {
    "Dorp": (103, 83, 4), "Stadscentrum": (121, 97, 83), "Palenstein": (1693, 1690, 1511), "Driemanspolder": (137, 113, 89),
    "Meerzicht": (173, 149, 137), "Buytenwegh": (119, 101, 79), "De Leyens": (131, 109, 91), "Seghwaert": (167, 151, 148),
    "Noordhove": (97, 79, 61), "Rokkeveen": (1327, 1325, 1213), "Oosterheem": (157, 139, 127),
    "Ontwikkelwijk": (89, 71, 59), "Onbekend": (53, 41, 31),
}
GEPLANT = {"1690", "1.690", "1325", "1.325"}

number = 0
failed = False


def check(ok, name, *notes):
    global number, failed
    number += 1
    failed = failed or not ok
    for note in notes if not ok else ():
        print("# " + str(note))
    print("%s %d - %s" % ("ok" if ok else "not ok", number, name))


def run(work, *words, ok=(0,)):
    done = subprocess.run([IJKPUNT, "-w", work, *words], env=ENV, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    if done.returncode not in ok:
        print("# ijkpunt %s: %s" % (" ".join(words), done.stderr.decode()))
        check(False, "ijkpunt " + " ".join(words))
        print("1..%d" % number)
        sys.exit(1)
    return done.stdout + done.stderr


def plant(top):
    """A werkmap with two quarters a year apart, each provisional first and corrected later."""
    work = os.path.join(top, "geplant")
    subprocess.run([IJKPUNT, "begin", work, "--gemeente", "zoetermeer"], env=ENV, check=True, stdout=subprocess.DEVNULL)
    for name, day, shift in (("VVE_2025K2_D.csv", "2025-06-30", 17), ("VVE_2026K2_V.csv", "2026-06-30", 1),
                             ("VVE_2026K2_D.csv", "2026-06-30", 0)):
        path = os.path.join(top, name)
        rows = {w: (n + shift, x + shift, v if v < 10 else v + shift) for w, (n, x, v) in GROOT.items()}
        rows["Gemeente"] = tuple(sum(r[i] for r in rows.values()) for i in range(3))
        with open(path, "w", encoding="utf-8") as f:
            f.write("wijk;peildatum;leeftijdsgroep;aantal_doelgroep;aantal_in_opvang;aantal_in_ve\n")
            for wijk, row in rows.items():
                f.write("%s;%s;2,5-4;%d;%d;%d\n" % ((wijk, day) + row))
        run(work, "laad", path, *(["--vervang"] if shift == 0 else []))
    return work


def example(top):
    work = os.path.join(top, "voorbeeld")
    subprocess.run([IJKPUNT, "voorbeeld", work], env=ENV, check=True, stdout=subprocess.DEVNULL)
    return work


def figures(folder):
    with open(os.path.join(folder, "export", "cijfers.json"), encoding="utf-8") as f:
        rows = json.load(f)["rijen"]
    return {(r["indicator"], r["indeling"], r["gebied"], r["periode"]): r for r in rows}


def make_all(work, folder, editie, bladen, wijken):
    """Everything in one edition, as files in a folder."""
    def terminal(name, *words, ok=(0,)):
        with open(os.path.join(folder, name), "wb") as f:
            f.write(run(work, *words, "--editie", editie, ok=ok))

    os.mkdir(folder)
    run(work, "exporteer", "--editie", editie, "--uit", os.path.join(folder, "export"))
    extra = ["--publiceer"] if editie == "openbaar" else []
    for blad in bladen:
        run(work, "rapport", "themablad", blad, "--periode", "2026-K2", "--editie", editie, "--uit", folder,
            "--formaat", "xlsx,csv,svg" + (EXTRA if blad == "L3" else ""), *extra)
    run(work, "rapport", "bundel", "--periode", "2026-K2", "--editie", editie, "--uit", folder, "--formaat", "xlsx,csv",
        *extra)
    run(work, "rapport", "evaluatie", "2026", "--editie", editie, "--uit", folder, "--formaat", "xlsx,csv", *extra)
    terminal("toon.txt", "toon", "--verloop")
    terminal("toon.json", "toon", "--verloop", "--json")
    terminal("toon.csv", "toon", "--verloop", "--csv")
    for wijk in wijken:
        for indicator in ("OAB-01", "OAB-02", "OAB-03"):
            terminal("uitleg-%s-%s.txt" % (indicator, wijk), "uitleg", indicator, wijk, "2026-K2", ok=(0, 2))
    if editie == "openbaar":
        with open(os.path.join(folder, "logboek.txt"), "wb") as f:
            f.write(run(work, "logboek"))


def png_texts(data):
    """The text chunks of a picture; its pixels say nothing that can be searched for."""
    at, found = 8, b""
    while data[:8] == b"\x89PNG\r\n\x1a\n" and at + 8 <= len(data):
        size, kind = int.from_bytes(data[at:at + 4], "big"), data[at + 4:at + 8]
        body = data[at + 8:at + 8 + size]
        if kind == b"tEXt":
            found += body + b"\n"
        elif kind == b"zTXt":
            found += zlib.decompress(body[body.index(0) + 2:]) + b"\n"
        elif kind == b"iTXt":
            text = body[body.index(0) + 3:].split(b"\0", 2)[2]
            found += (zlib.decompress(text) if body[body.index(0) + 1] else text) + b"\n"
        at += 12 + size
    return found


def pdf_text(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout


def every_byte(folder):
    """(name, bytes) of every file; of a workbook also what is in it, of a PDF its text, of a picture its texts."""
    for path in sorted(glob.glob(os.path.join(folder, "**"), recursive=True)):
        if not os.path.isfile(path):
            continue
        name = os.path.relpath(path, folder)
        with open(path, "rb") as f:
            yield name, name.encode() + b"\n" + f.read()
        if name.endswith(".pdf") and shutil.which("pdftotext"):
            yield name + "!tekst", pdf_text(path)
        if name.endswith(".png"):
            with open(path, "rb") as f:
                yield name + "!tekst", png_texts(f.read())
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as z:
                for part in z.namelist():
                    yield name + "!" + part, z.read(part)


def dotted(n):
    return "{:,}".format(n).replace(",", ".")


def words_of(row, group=10**6):
    """What a figure looks like on a page or in a file: only what is long enough to be no accident, for a group of this
    size. 3 of 11 is 3 of 11 everywhere."""
    found = set()
    x, n = row.get("teller"), row.get("noemer")
    for key in ("waarde", "ondergrens", "bovengrens"):
        value = row.get(key)
        if key == "waarde" and group < 100:
            continue
        if isinstance(value, float) and len(repr(value)) > 10:
            found |= {repr(value)[:13], repr(value)[:13].replace(".", ",")}
    for count in (x, n, row.get("waarde"), row.get("tekort")):
        if isinstance(count, (int, float)) and count == int(count) and count >= 1000:
            found |= {str(int(count)), dotted(int(count))}
    if isinstance(x, int) and isinstance(n, int) and group >= 20:
        found |= {"%d van %d" % (x, n), "%s van %s" % (dotted(x), dotted(n)), "%d van de %d" % (x, n)}
    return found


def is_hidden(inside, outside):
    return outside is None or any(inside.get(k) is not None and outside.get(k) is None
                                  for k in ("teller", "noemer", "waarde", "tekort"))


def secrets(inside, outside):
    """What edition intern has and edition openbaar hides; without what another figure shows anyway."""
    hidden, shown = set(), set()
    for key, row in inside.items():
        if is_hidden(row, outside.get(key)):
            kept = dict(row)
            for name in ("teller", "noemer", "waarde", "tekort"):
                if outside.get(key) and outside[key].get(name) is not None:
                    kept[name] = None
            group = 0
            if isinstance(row.get("noemer"), int) and isinstance(row.get("teller"), int):
                group = row["noemer"] // max(1, math.gcd(row["noemer"], row["teller"]))  # 6 of 174 is 1 of 29
            hidden |= words_of(kept, group) | {w for w in words_of(row, group) if " van " in w}
    for row in outside.values():
        shown |= words_of(row)
    return hidden - shown


def holds(data, word):
    """The word, not as a part of a longer number."""
    at = data.find(word)
    while at >= 0:
        before, after = data[at - 1:at], data[at + len(word):at + len(word) + 1]
        if not (before.isdigit() or before in (b".", b",") and data[at - 2:at - 1].isdigit()) and (
                len(word) >= 13 or not after.isdigit()):
            return True
        at = data.find(word, at + 1)
    return False


def search(folder, words):
    found = {}
    for name, data in every_byte(folder):
        for word in words:
            raw = word.encode()
            if raw in data and holds(data, raw):
                found.setdefault(word, name)
    return found


def subtract(outside, inside):
    """An attacker with the export: a total minus the shown parts leaves one part, or fewer children than k."""
    groups, leaks = {}, []
    for (indicator, indeling, gebied, periode), row in outside.items():
        groups.setdefault((indicator, periode), []).append(row)
    for (indicator, periode), rows in groups.items():
        total = [r for r in rows if r["niveau"] == "gemeente"]
        for key in ("teller", "noemer", "rest"):
            def value(r, full=False):
                r = inside[(r["indicator"], r["indeling"], r["gebied"], r["periode"])] if full else r
                if key != "rest":
                    return r.get(key)
                return r["noemer"] - r["teller"] if r.get("noemer") is not None and r.get("teller") is not None else None
            if not total or value(total[0]) is None or total[0]["eenheid"] != "%":
                continue
            parts = [r for r in rows if r["niveau"] in ("wijk", "onbekend")]
            missing = [r for r in parts if value(r) is None and value(r, True) is not None]
            if any(value(r, True) is None for r in parts) or not missing:
                continue
            if sum(value(r, True) for r in parts) != value(total[0]):
                continue  # not all wijken were delivered
            left = value(total[0]) - sum(value(r) for r in parts if value(r) is not None)
            if len(missing) == 1 or 0 <= left < 5:
                leaks.append((indicator, periode, key, left, [r["gebied_naam"] for r in missing]))
    return leaks


def story(top, name, work, bladen, wijken):
    folders = {e: os.path.join(top, name + "-" + e) for e in ("intern", "openbaar")}
    for editie, folder in folders.items():
        make_all(work, folder, editie, bladen, wijken)
    inside, outside = figures(folders["intern"]), figures(folders["openbaar"])
    hidden = secrets(inside, outside)
    check(len(hidden) >= 20, name + ": there is something to hide", "%d words" % len(hidden))
    found = search(folders["intern"], hidden)
    check(len(found) >= 0.6 * len(hidden), name + ": edition intern holds it, so it would be found",
          "%d of %d" % (len(found), len(hidden)))
    for kind, tool in ((".pdf", "chromium of pdftotext"), (".png", "rsvg-convert")):
        parts = [d for n, d in every_byte(folders["intern"]) if n.endswith(kind + "!tekst")]
        skip = "" if kind[1:] in EXTRA else " # SKIP overgeslagen: %s is er niet" % tool
        check(skip or parts, "%s: the text of %s is searched%s" % (name, kind, skip))
        if kind == ".pdf" and parts:
            check(any(holds(d, w.encode()) for d in parts for w in hidden), name + ": the pdf of edition intern holds it")
    found = search(folders["openbaar"], hidden)
    check(not found, name + ": no byte of edition openbaar holds a hidden number",
          *["%s in %s" % item for item in sorted(found.items())[:20]])
    # With the hash of a delivered file its hidden counts are tried out until they fit.
    hashes = {row["sha256"] for row in json.loads(run(work, "leveringen", "--json"))["rijen"]}
    check(hashes and set(search(folders["intern"], hashes)) == hashes, name + ": edition intern names the files by hash")
    found = search(folders["openbaar"], hashes | {h[:12] for h in hashes})
    check(not found, name + ": no hash of a delivered file in edition openbaar", *sorted(found.items())[:5])
    leaks = subtract(outside, inside)
    check(not leaks, name + ": nothing is found by subtraction", *leaks[:10])
    beleid = [n for n, data in every_byte(folders["openbaar"])
              if n.endswith((".html", ".txt")) and n != "logboek.txt" and "-grafieken/" not in n and b"Privacyregels: " not in data
              and b"niet berekend" not in data
              and b"bestaat niet" not in data]
    check(not beleid, name + ": the rules stand on every page", *beleid[:10])
    return hidden


def main():
    top = tempfile.mkdtemp()
    try:
        hidden = story(top, "geplant", plant(top), ("L3",), ("Dorp", "Palenstein", "Seghwaert", "Rokkeveen", "Onbekend"))
        check(hidden >= GEPLANT, "geplant: the planted groups are among what is hidden", sorted(hidden)[:40])
        story(top, "voorbeeld", example(top), BLADEN, ("Dorp", "Rokkeveen"))
    finally:
        shutil.rmtree(top)
    print("1..%d" % number)
    sys.exit(1 if failed else 0)


main()
