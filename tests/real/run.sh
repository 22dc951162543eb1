#!/bin/sh
# The published files beside the repository (../shared/data), unchanged, through the program: every sum that is
# kept equals an independent count of the file (telling.py), bounds included. Nothing of them is in the
# repository; where they are absent this says so. TAP.
set -u
here=$(cd "$(dirname "$0")" && pwd)
data=$here/../../../shared/data
: "${IJKPUNT:=$here/../../ijkpunt}"
export IJKPUNT_DEFINITIES="$here/../.." SOURCE_DATE_EPOCH=1792843200 # 2026-10-24
[ -d "$data" ] || {
	echo "1..0 # SKIP overgeslagen: ../shared/data is er niet"
	exit 0
}
command -v sqlite3 >/dev/null || {
	echo "1..0 # SKIP overgeslagen: sqlite3 is er niet"
	exit 0
}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT INT TERM

n=0
result() { # result STATUS TEXT LOG
	n=$((n + 1))
	if [ "$1" = 0 ]; then echo "ok $n - $2"; else
		echo "not ok $n - $2"
		head -n 12 "$3" | sed 's/^/# /'
	fi
}

for gemeente in zoetermeer leiden heerenveen; do
	map=$work/$gemeente
	"$IJKPUNT" begin "$map" --gemeente $gemeente >"$work/log" 2>&1
	result $? "$gemeente: a werkmap" "$work/log"
	# The lists of schools first: other files name a school and no gemeente.
	for file in "$data"/duo-vestigingen/alle-vestigingen-?o.csv "$data"/duo-vsv-2015/*.csv "$data"/duo-schooladviezen/*.csv \
		"$data"/cbs-achterstandsscores/*.csv "$data"/pc4-wijk/*.csv "$data"/duo-po-pc4-2024/"$(echo $gemeente | sed 's/./\U&/')"*.csv; do
		"$IJKPUNT" -w "$map" laad "$file" >"$work/log" 2>&1
		rc=$?
		case $gemeente/$file in
		heerenveen/*/pc4_wijk*) # its level "wijk" holds CBS buurten; the file names CBS wijken
			[ $rc = 1 ] && grep -q WK007404 "$work/log"
			result $? "$gemeente: $(basename "$file") is refused, with the code named" "$work/log" ;;
		*) result $rc "$gemeente: $(basename "$file") loads" "$work/log" ;;
		esac
	done
	sqlite3 -separator ';' "$map/ijkpunt.db" "select bron, maat, sum(min), sum(max), max(schaal) from v_waarneming group by 1, 2 order by 1, 2" >"$work/kept" 2>"$work/log"
	python3 "$here/telling.py" "$data" $gemeente >"$work/counted" 2>>"$work/log"
	diff "$work/counted" "$work/kept" >>"$work/log" 2>&1
	result $? "$gemeente: what is kept is what an independent count gives" "$work/log"
done

while read -r gemeente file; do
	"$IJKPUNT" -w "$work/$gemeente" laad "$data/geo/$file" >"$work/log" 2>&1
	result $? "$gemeente: the map $file loads" "$work/log"
done <<LIST
zoetermeer wijken_2024_GM0074_GM0546_GM0637.geojson
zoetermeer wijken_2025_GM0637.geojson
leiden wijken_2024_GM0074_GM0546_GM0637.geojson
leiden buurten_2024_GM0074_GM0546_GM0637.geojson
heerenveen buurten_2024_GM0074_GM0546_GM0637.geojson
LIST

map=$work/zoetermeer
"$IJKPUNT" -w "$map" laad "$data"/cbs-statline/*.csv >"$work/log" 2>&1
[ $? = 1 ] && grep -q 'Zoetermeer' "$work/log"
result $? "a file about another gemeente is refused, and says so" "$work/log"
"$IJKPUNT" -w "$map" toon LLN-01 >"$work/log" 2>&1 && grep -q 'tussen 10.785 en 19.104' "$work/log"
result $? "pupils of Zoetermeer lie between 10.785 and 19.104: never 0, never 8.012" "$work/log"
echo "1..$n"
