#!/bin/sh
# The loose invented examples (imports/voorbeeld/los): one for each published source and for a list with one row per
# child. Each is recognised and loads; a list of children leaves no number of a child anywhere. TAP.
set -u
here=$(cd "$(dirname "$0")" && pwd)
los=$here/../imports/voorbeeld/los
: "${IJKPUNT:=$here/../ijkpunt}"
export IJKPUNT_DEFINITIES="$here/.." SOURCE_DATE_EPOCH=1792843200 # 2026-10-24
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT INT TERM
n=0
result() { # result STATUS TEXT
	n=$((n + 1))
	if [ "$1" = 0 ]; then echo "ok $n - $2"; else
		echo "not ok $n - $2"
		head -n 12 "$work/log" | sed 's/^/# /'
	fi
}

"$IJKPUNT" begin "$work/map" --gemeente zoetermeer >"$work/log" 2>&1
result $? "a werkmap"
# The lists of schools come first: the files after them name a school and no gemeente.
while read -r profiel file; do
	[ -e "$here/../imports/$profiel.json" ] || continue
	"$IJKPUNT" -w "$work/map" laad "$los/$file" >"$work/log" 2>&1 && grep -q "profiel $profiel," "$work/log"
	result $? "$file is recognised as $profiel and loads"
done <<LIST
duo_vestigingen_bo alle-vestigingen-bo.csv
duo_vestigingen_vo alle-vestigingen-vo.csv
duo_vsv_school vsv-per-swv-2015.csv
cbs_achterstandsscores achterstandsscores-scholen-2019.csv
duo_schooladviezen schooladviezen_voorbeeld.csv
duo_po_pc4 Voorbeeldstad afgeschermd.csv
cbs_ses_woa SES_WOA_voorbeeld.csv
lrk export_opendata_lrk_20260101.csv
cbs_pc6hnr pc6hnr2025_gwb.csv
pc4_wijk pc4_wijk_2024_voorbeeld.csv
pc6_wijk pc6_wijk_2026_voorbeeld.csv
pc4_aandeel pc4_aandeel_2026_voorbeeld.csv
pc4_wijk pc4_wijk_2026_voorbeeld.csv
vve_postcode VVE_PC4_2026K3_D.csv
wijk_2024 wijk_2024_2025.csv
vve_kindlijst VVE_KINDLIJST_2026K2_D.csv
wijk_geojson wijken_2025_voorbeeld.geojson
vergelijking VERGELIJKING_2026-07-10.csv
LIST
# F0001 .. F0120 are the children of the list: no file of the werkmap may hold one.
[ -s "$work/map/ijkpunt.db" ] && grep -aq Palenstein "$work/map/ijkpunt.db" && ! grep -aqE 'F0[01][0-9]{2}' "$work"/map/* 2>"$work/log"
result $? "no number of a child stands in a file of the werkmap"
"$IJKPUNT" begin "$work/stad" --gemeente voorbeeldstad --gebieden "$los/gebieden_voorbeeld.csv" >"$work/log" 2>&1
result $? "gebieden_voorbeeld.csv starts a gemeente of its own"
echo "1..$n"
