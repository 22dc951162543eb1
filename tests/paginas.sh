#!/bin/sh
# Every kind of report made from the fictional example, in a real browser (tests/web). TAP.
set -eu
cd "$(dirname "$0")/.."
: "${IJKPUNT:=$PWD/ijkpunt}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1784626200

# A page may name the number of sheets that it should take: page.html=1.
rapport() {
	"$IJKPUNT" -w "$work/proef" rapport "$@" --editie intern --uit "$work/uit"
}
make_pages() {
	"$IJKPUNT" voorbeeld "$work/proef" || return 1
	for blad in L1 L2 L3 L4 L5 L6; do
		rapport themablad $blad --periode 2026-K2 || return 1
	done
	rapport bundel --periode 2026-K2 && rapport evaluatie 2026
}
make_pages >"$work/said" 2>&1 || {
	sed 's/^/# /' "$work/said"
	echo "Bail out! de pagina's zijn niet gemaakt"
	exit 1
}
sh tests/web/run.sh "$work/uit/bundel-2026-K2-intern.html=1" "$work"/uit/[!b]*.html
