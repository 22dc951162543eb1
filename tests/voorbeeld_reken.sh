#!/bin/sh
# Every figure of the example for the whole gemeente, computed a second time from the files themselves with exact
# fractions (tests/indicators/reken.py), is the figure that the program shows. TAP.
set -u
here=$(cd "$(dirname "$0")" && pwd)
: "${IJKPUNT:=$here/../ijkpunt}"
export IJKPUNT_DEFINITIES="$here/.." SOURCE_DATE_EPOCH=1792843200 # 2026-10-24
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT INT TERM
cp -r "$here/../imports/voorbeeld/zoetermeer" "$work/set"
cp "$here/../imports/gebieden/zoetermeer.csv" "$work/set/gebieden.csv"
printf 'indicator;niveau;waarde;vanaf\nOAB-01;gemeente;92;2025-09-01\n' >"$work/set/normen.csv"
if ! "$IJKPUNT" voorbeeld "$work/map" >"$work/log" 2>&1 ||
	! "$IJKPUNT" -w "$work/map" toon --verloop --json >"$work/toon.json" 2>"$work/log"; then
	echo "Bail out! the example cannot be made"
	sed 's/^/# /' "$work/log"
	exit 1
fi
python3 "$here/indicators/vergelijk.py" --reken "$work/set" "$work/toon.json"
