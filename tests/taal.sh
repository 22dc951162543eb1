#!/bin/sh
# The language of every report made from the fictional example: spelling (hunspell, with the words of tests/taal), sentences
# of at most as many words as reports/zinnen.json says, no banned words, singular and plural. Of what the program wrote
# only: quotations and text of people are theirs. TAP.
set -eu
cd "$(dirname "$0")/.."
: "${IJKPUNT:=$PWD/ijkpunt}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1784626200

n=0
check() { # check NAME: ok when $work/wrong is empty
	n=$((n + 1))
	if [ -s "$work/wrong" ]; then
		echo "not ok $n - $1"
		head -n 12 "$work/wrong" | sed 's/^/#   /'
	else
		echo "ok $n - $1"
	fi
}
make_pages() {
	"$IJKPUNT" voorbeeld "$work/proef" || return 1
	for editie in intern openbaar; do
		set -- --editie $editie --uit "$work/uit"
		for blad in L1 L2 L3 L4 L5 L6; do
			"$IJKPUNT" -w "$work/proef" rapport themablad $blad --periode 2026-K2 "$@" || return 1
		done
		"$IJKPUNT" -w "$work/proef" rapport bundel --periode 2026-K2 "$@" || return 1
		"$IJKPUNT" -w "$work/proef" rapport evaluatie 2026 "$@" || return 1
	done
}
make_pages >"$work/said" 2>&1 || {
	sed 's/^/# /' "$work/said"
	echo "Bail out! de pagina's zijn niet gemaakt"
	exit 1
}
set -- "$work"/uit/*.html
pagina() {
	python3 tests/taal/pagina.py "$@"
}

pagina streng "$@" >"$work/wrong" || :
check "elk element is gesloten, elk id is uniek, elke verwijzing komt aan"

most=$(sed -n 's/.*"woorden_hoogstens": \([0-9]*\).*/\1/p' reports/zinnen.json)
pagina zinnen "$most" "$@" | sed '/^$/d' >"$work/wrong" || :
check "geen zin van meer dan $most woorden"

pagina tekst "$@" >"$work/tekst"
sed -n 's/.*"verboden": \[\(.*\)\].*/\1/p' reports/zinnen.json | tr ',' '\n' | sed 's/^ *"//; s/" *$//' >"$work/verboden"
grep -iwFf "$work/verboden" "$work/tekst" | sort -u >"$work/wrong" || :
check "geen verboden woord ($(wc -l <"$work/verboden") woorden)"

many='kinderen|peuters|leerlingen|jongeren|wijken|acties|overleggen|verslagen|dagen|scholen|doelen|cijfers|indicatoren|locaties|projecten|kwartalen|leveringen'
one='kind|peuter|leerling|wijk|actie|overleg|verslag|dag|school|doel|cijfer|indicator|locatie|project'
grep -E "(^|[^0-9.,])1 ($many)\\b|\\b([02-9]|[0-9]+[0-9]) ($one)\\b" "$work/tekst" | sort -u >"$work/wrong" || :
check "enkelvoud en meervoud kloppen"

if command -v hunspell >/dev/null 2>&1 && hunspell -D 2>&1 </dev/null | grep -q nl_NL; then
	# No words: codes, names of files and addresses, names cut by a map, a hyphen that stands for the rest of a word.
	sed -E "s#[^ ]*([0-9/…]|\.csv|\.json|\.nl)[^ ]*# #g; s#(^| )'# #g; s#'($| |[.,;:])# \1#g; s#[A-Za-z]+-( |$)# #g" "$work/tekst" |
		hunspell -d nl_NL -i utf-8 -p "$PWD/tests/taal/woorden.txt" -l | sort -u >"$work/wrong"
	check "hunspell kent elk woord"
else
	n=$((n + 1))
	echo "ok $n - hunspell # SKIP overgeslagen: hunspell of hunspell-nl is er niet"
fi
echo "1..$n"
