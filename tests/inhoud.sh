#!/bin/sh
# The page numbers in the contents of a printed evaluation are those of the pages on which the chapters begin, and printing
# again gives the same bytes. Without pdfinfo there are none, and the program says so. TAP; needs chromium and poppler.
set -u
cd "$(dirname "$0")/.." || exit 1
: "${IJKPUNT:=$PWD/ijkpunt}"
for tool in chromium pdfinfo pdftotext; do
	command -v $tool >/dev/null 2>&1 || {
		echo "1..0 # SKIP overgeslagen: $tool is er niet (pakketten chromium poppler-utils)"
		exit 0
	}
done
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1784626200
n=0
check() { # check TEXT COMMAND...
	n=$((n + 1))
	text=$1
	shift
	if "$@" >"$work/found" 2>&1; then
		echo "ok $n - $text"
	else
		echo "not ok $n - $text"
		sed 's/^/# /' "$work/found"
	fi
}
evaluatie() { # evaluatie FOLDER
	"$IJKPUNT" -w "$work/proef" rapport evaluatie 2026 --editie openbaar --formaat html,pdf --uit "$work/$1" >"$work/$1.said" 2>&1
}
numbers_are_right() { # each chapter of the contents, looked up on the page that stands behind it
	python3 - "$work/een/evaluatie-2026-openbaar.pdf" "$work/een/evaluatie-2026-openbaar.html" <<'PYTHON'
import html, re, subprocess, sys
pdf, page = sys.argv[1], open(sys.argv[2], encoding="utf-8").read()
pages = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout.split("\f")
nav = re.search(r'<nav class="inhoud".*?</nav>', page, re.S).group()
flat = lambda s: " ".join(html.unescape(s).split())
titles = [flat(t) for t in re.findall(r"<a href=[^>]*>(.*?)</a>", nav, re.S)]
assert len(titles) > 10, titles
wrong = 0
for title in titles:
    found = re.search(r"\s+".join(map(re.escape, title.split())) + r"\s+(\d+)\b", pages[0])
    nr = int(found.group(1)) if found else 0
    here = nr > 0 and any(flat(line) == title or title.startswith(flat(line)) and len(flat(line)) > 8
                          for line in pages[nr - 1].splitlines() if line.strip())
    if not here:
        wrong += 1
        print(f"{title}: {nr}")
refs = re.findall(r"hoofdstuk\s+(\d+)\s+\(blz\.\s+(\d+)\)", "\n".join(pages))
print(len(refs), "verwijzingen")
sys.exit(1 if wrong or not refs else 0)
PYTHON
}
without_pdfinfo() {
	mkdir "$work/pad"
	for tool in chromium gnuplot; do ln -s "$(command -v $tool)" "$work/pad/$tool"; done
	IJKPUNT_PATH=$work/pad evaluatie zonder && grep -q poppler-utils "$work/zonder.said" &&
		! pdftotext "$work/zonder/evaluatie-2026-openbaar.pdf" - | grep -q 'blz\.'
}
"$IJKPUNT" voorbeeld "$work/proef" >/dev/null 2>&1 && evaluatie een || {
	echo "Bail out! de evaluatie is niet gemaakt"
	exit 1
}
check "every number in the contents is the page of its chapter" numbers_are_right
check "nothing is said about missing numbers" sh -c "! grep -q poppler '$work/een.said'"
evaluatie twee
check "printed again it has the same bytes" cmp "$work/een/evaluatie-2026-openbaar.pdf" "$work/twee/evaluatie-2026-openbaar.pdf"
check "without pdfinfo there is a pdf without numbers, and a word about it" without_pdfinfo
echo "1..$n"
