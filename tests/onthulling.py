"""`controleer --onthulling` on files of the example: safe as they are made, and not after one hidden figure was typed in by
hand. TAP."""
import os
import shutil
import subprocess
import sys
import tempfile

PROGRAM = os.environ.get("IJKPUNT", "./ijkpunt")
ENV = {**os.environ, "SOURCE_DATE_EPOCH": "1784626200"}
count = 0


def ok(good, what, why=""):
    global count
    count += 1
    print(f"{'ok' if good else 'not ok'} {count} - {what}")
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
        run("-w", f"{work}/zm", "rapport", "bundel", "-p", "2026-K2", "--editie", "intern", "-u", f"{work}/alleen-intern")
        done = audit(f"{work}/alleen-intern")
        ok(done.returncode == 2, "alleen interne bestanden: niets te controleren", done.stdout + done.stderr)
    print(f"1..{count}")


sys.exit(main())
