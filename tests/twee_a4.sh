#!/bin/sh
# A themablad is two A4 at most: all six, for both readers, when it is made at three moments (what is overdue and how long
# ago the last news came grows), and with as much text of people as there is room for. TAP; needs a browser.
set -eu
cd "$(dirname "$0")/.."
: "${IJKPUNT:=$PWD/ijkpunt}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# sheets NAME: all sheets into $work/NAME
sheets() {
	for editie in openbaar intern; do
		for blad in L1 L2 L3 L4 L5 L6; do
			"$IJKPUNT" -w "$work/proef" rapport themablad $blad --periode 2026-K2 --editie $editie --uit "$work/$1" || return 1
		done
	done
	for page in "$work/$1"/*.html; do
		mv "$page" "$work/paginas/$1-${page##*/}"
	done
}
# words N: so many words of people, over the three parts of each sheet
zin='De ouders in de wijk weten nu waar zij terecht kunnen met hun vraag en wij bellen hen zelf nog eens op.'
some() { # some N: N words
	yes "$zin" | head -n 40 | tr '\n' ' ' | cut -d ' ' -f "1-$1"
}
words() {
	for blad in L1 L2 L3 L4 L5 L6; do
		{
			printf 'rol: procesmanager LEA\ndatum: 2026-07-20\nopenbaar: ja\n\n# Duiding\n%s\n\n# Gevraagd besluit\n- %s\n\n# Gespreksvragen\n%s\n' \
				"$(some $(($1 / 3)))" "$(some $(($1 / 3)))" "$(some $(($1 / 3)))"
		} >"$work/proef/reports/tekst/themablad-$blad-2026-K2.md"
	done
}
make_pages() {
	mkdir "$work/paginas"
	export SOURCE_DATE_EPOCH=1784626200 # 21 July 2026
	"$IJKPUNT" voorbeeld "$work/proef" && sheets juli || return 1
	SOURCE_DATE_EPOCH=1795867200 # 28 November 2026
	sheets november || return 1
	SOURCE_DATE_EPOCH=1803816000 # 28 February 2027
	sheets februari || return 1
	words 90 && sheets vol
}
make_pages >"$work/said" 2>&1 || {
	sed 's/^/# /' "$work/said"
	echo "Bail out! de bladen zijn niet gemaakt"
	exit 1
}
PAGINAS=1 sh tests/web/run.sh "$work"/paginas/*.html
