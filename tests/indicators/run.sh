#!/bin/sh
# A worked example of every indicator: a small invented gemeente (wereld/), one delivery per source, and the
# outcomes that follow (verwacht.csv), held against a second calculation and against the program. TAP.
# After a change that is right: python3 tests/indicators/reken.py tests/indicators/wereld, into verwacht.csv; and
# read the difference as a calculation, not as a formality.
set -u
here=$(cd "$(dirname "$0")" && pwd)
: "${IJKPUNT:=$here/../../ijkpunt}"
export IJKPUNT_DEFINITIES="$here/../.." SOURCE_DATE_EPOCH=1792843200 # 2026-10-24
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT INT TERM

stop() {
	echo "Bail out! $1"
	sed 's/^/# /' "$work/log"
	exit 1
}

"$IJKPUNT" begin "$work/map" --gemeente mijnstad --gebieden "$here/wereld/gebieden.csv" >"$work/log" 2>&1 || stop begin
for niveau in gemeente wijk; do
	"$IJKPUNT" -w "$work/map" norm zet OAB-01 92 --niveau $niveau --vanaf 2026-01-01 --bron "uit het werkvoorbeeld" \
		>"$work/log" 2>&1 || stop "norm $niveau"
done
for file in "$here"/wereld/*.csv; do
	name=$(basename "$file")
	case $name in
	gebieden.csv | normen.csv) continue ;;
	esac
	"$IJKPUNT" -w "$work/map" laad "$file" >"$work/log" 2>&1 || stop "$name"
done
"$IJKPUNT" -w "$work/map" toon --verloop --json >"$work/toon.json" 2>"$work/log" || stop toon
python3 "$here/vergelijk.py" "$here/wereld" "$work/toon.json"
