"""The evaluation against `toon --json` and the delivered registers: see evaluatie.sh."""
import html
import json
import os
import re
import subprocess
import sys
import tempfile

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
program = os.environ.get("IJKPUNT", root + "/ijkpunt")
os.environ.update(SOURCE_DATE_EPOCH="1784626200", LC_ALL="C.UTF-8", TZ="UTC")  # 21 July 2026
count = 0


def run(*args):
    return subprocess.run([program, *args], capture_output=True, text=True, check=True).stdout


def check(good, text, *seen):
    global count
    count += 1
    print(("ok" if good else "not ok"), count, "-", text)
    if not good:
        print("\n".join("# " + str(s) for s in seen))


def rows(page):
    """The cells of every table row as text."""
    for row in re.findall(r"<tr>(.*?)</tr>", page, flags=re.S):
        yield [html.unescape(re.sub(r"<[^>]+>", "", c)).strip() for c in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, flags=re.S)]


def part(page, start, end):
    return page[page.index(f'<h2 id="{start}"'):page.index(f'<h2 id="{end}"')]


def newest(work, edition):
    """Per indicator the cells of the gemeente, by the end of their period."""
    found = {}
    for r in json.loads(run("-w", work, "toon", "--niveau", "gemeente", "--editie", edition, "--json"))["rijen"]:
        found.setdefault(r["indicator"], []).append(r)
    return found


with tempfile.TemporaryDirectory() as tmp:
    work = tmp + "/zm"
    run("voorbeeld", work)
    page = {}
    for edition in ("openbaar", "intern"):
        run("-w", work, "rapport", "evaluatie", "2026", "--editie", edition, "--uit", tmp)
        page[edition] = open(f"{tmp}/evaluatie-2026-{edition}.html", encoding="utf-8").read()

    public = newest(work, "openbaar")
    hidden = [i for i, r in public.items() if r and all(x["waarde"] is None for x in r) and
              any(x["reden"] not in (None, "niet geleverd") for x in r)]
    goals = json.load(open(root + "/indicators/doelen/zoetermeer.json", encoding="utf-8"))["doelen"]
    missing = sorted({i for g in goals for i in g.get("indicatoren") or [] if i not in public})
    chapters = page["openbaar"][:page["openbaar"].index('<h2 id="cijfers"')]
    line = {i: [r for r in rows(chapters) if re.search(rf"\b{i}\b", r[0])] for i in hidden + missing}
    check(hidden and all(not any("geleverd" in c for c in r) for i in hidden for r in line[i]),
          "a hidden figure is not called missing", hidden, {i: line[i] for i in hidden})
    check(missing and all(any("geleverd" in c for c in r) for i in missing for r in line[i]),
          "a figure that never came is", missing, {i: line[i] for i in missing})

    # chapter 12: a year that still runs on the day is not judged
    own = {r[0].split()[-1]: r for r in rows(part(page["intern"], "voorstellen", "verantwoording")) if len(r) == 5}
    figures = newest(work, "intern")
    wrong = []
    for g in goals:
        if g["id"] not in own:
            continue
        met = nope = 0
        for i in g.get("indicatoren") or []:
            done = []
            for r in figures.get(i, []):
                every = json.loads(run("-w", work, "toon", i, "--niveau", "gemeente", "--json",
                                       "--periode", "2025"))["rijen"] if r["periode"] == "2026" else []
                done += [x for x in every + [r] if x["waarde"] is not None and x["periode"] != "2026"]
            if done and done[-1]["norm"] is not None:
                met += done[-1]["feit"] == "gehaald"
                nope += done[-1]["feit"] == "niet gehaald"
        want = ", ".join(t for t in (f"{met} gehaald" if met else "", f"{nope} niet gehaald" if nope else "") if t)
        if want and own[g["id"]][2] != want:
            wrong.append((g["id"], own[g["id"]][2], want))
    check(len(own) > 20 and not wrong, "every goal has the verdicts of periods that are over", len(own), wrong)

    # the agenda is what the registers leave open
    agenda = html.unescape(re.sub(r"<[^>]+>", "", page["intern"][page["intern"].index('class="agenda"'):][:3000]))
    told = re.search(r"(\d+) acties? die te laat", agenda)
    total = re.search(r"Van de \d+ acties zijn er \d+ klaar, (\d+) te laat", html.unescape(re.sub(r"<[^>]+>", "", page["intern"])))
    check(told and total and told.group(1) == total.group(1), "the agenda has as many overdue actions as the summary",
          told and told.group(0), total and total.group(0))
    proposals = [r for r in rows(part(page["intern"], "voorstellen", "verantwoording")) if r[-1].startswith("overnemen")]
    asked = re.search(r"Voor (\d+) cijfers een norm kiezen", agenda)
    check(asked and int(asked.group(1)) == len(proposals), "and as many norms to choose as there are proposals",
          asked and asked.group(0), len(proposals))

    # completeness: per period the kinds add up, and agree with the annex
    table = [r for r in rows(part(page["intern"], "verantwoording", "cijfers")) if len(r) == 5 and all(c.isdigit() for c in r[1:])]
    check(len(table) > 20 and all(int(r[1]) == sum(map(int, r[2:])) for r in table),
          "per period: asked = shown + not to be shown + not delivered", [r for r in table if int(r[1]) != sum(map(int, r[2:]))])
print(f"1..{count}")
sys.exit(0)
