#!/bin/sh
# On a terminal a correction is shown and asked about; only "j" or "ja" changes figures. TAP. Uses script(1) for a
# terminal; where that is absent it says so.
set -u
cd "$(dirname "$0")/.." || exit 1
: "${IJKPUNT:=$PWD/ijkpunt}"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1784626200 USER=tester
command -v script >/dev/null 2>&1 || {
	echo "1..0 # SKIP overgeslagen: script (bsdutils) is er niet"
	exit 0
}
first=imports/voorbeeld/zoetermeer/VVE_2025K4_V.csv
second=imports/voorbeeld/zoetermeer/VVE_2025K4_D.csv
n=0
# answer TEXT ANSWER DELIVERIES WORDS: after this answer there are so many deliveries and the program said WORDS
answer() {
	n=$((n + 1))
	rm -rf "$work/lea"
	"$IJKPUNT" begin "$work/lea" --gemeente zoetermeer >/dev/null &&
		"$IJKPUNT" -w "$work/lea" laad "$first" >/dev/null 2>&1
	printf "$2" | script -qec "'$IJKPUNT' -w '$work/lea' laad '$second'" /dev/null >"$work/said" 2>&1
	count=$(sqlite3 "$work/lea/ijkpunt.db" 'SELECT count(*) FROM levering')
	if [ "$count" = "$3" ] && grep -q "$4" "$work/said"; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1 ($count leveringen)"
		sed 's/^/# /' "$work/said"
	fi
}

answer "ja vervangt" 'j\n' 2 'geladen als levering 2'
answer "nee laat staan wat er stond" 'n\n' 1 'Wilt u de eerdere cijfers vervangen?'
answer "enter is nee" '\n' 1 'Er is niets geladen'
answer "de vraag laat zien wat er verandert" 'n\n' 1 'was  *wordt'
echo "1..$n"
