#!/bin/sh
# A command that is stopped at any moment (Ctrl-C, power gone, disk full) leaves the werkmap as it was before or
# as it is after, never between; the next command needs no cleaning up. With strace, every so many calls. TAP.
set -u
cd "$(dirname "$0")/.." || exit 1
: "${IJKPUNT:=$PWD/ijkpunt}"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1784626200 USER=tester ASAN_OPTIONS=detect_leaks=0
set_dir=$PWD/imports/voorbeeld/zoetermeer
calls=pwrite64,write,fsync,fdatasync,rename,unlink,ftruncate

if ! strace -qq -o /dev/null true 2>/dev/null; then
	echo "1..0 # SKIP overgeslagen: strace is er niet of mag hier niet"
	exit 0
fi

"$IJKPUNT" begin "$work/leeg" --gemeente zoetermeer >/dev/null || exit 1
"$IJKPUNT" -w "$work/leeg" laad "$set_dir/VVE_2026K1_D.csv" >/dev/null 2>&1 || exit 1
# What the werkmap says, without the numbers of runs: deliveries, observations and outcomes.
dump() {
	for t in levering levering_periode waarneming bevinding intrekking; do
		sqlite3 "$1/ijkpunt.db" "SELECT '$t', * FROM $t"
	done
	sqlite3 "$1/ijkpunt.db" "SELECT indicator, gebied, indeling, periode, status, teller_min, noemer_min FROM v_indicator ORDER BY 1, 2, 3, 4"
}
dump "$work/leeg" >"$work/voor"
cp -r "$work/leeg" "$work/vol"
"$IJKPUNT" -w "$work/vol" laad "$set_dir/VVE_2026K2_D.csv" >/dev/null 2>&1
dump "$work/vol" >"$work/na"
# After the load the outcomes are computed in a transaction of their own: that is a third good state.
deliveries() { sqlite3 "$1/ijkpunt.db" "SELECT count(*) FROM levering"; }

# once HOW N: runs the load with the N-th call struck; says what was wrong, or "klaar" when it ran to its end.
once() {
	rm -rf "$work/proef"
	cp -r "$work/leeg" "$work/proef"
	strace -f -qq -o /dev/null -e trace=$calls -e inject="$calls:$1:when=$2" \
		"$IJKPUNT" -w "$work/proef" laad "$set_dir/VVE_2026K2_D.csv" >"$work/said" 2>&1
	rc=$?
	[ "$(sqlite3 "$work/proef/ijkpunt.db" 'PRAGMA integrity_check')" = ok ] || echo "bij $2: de database is beschadigd"
	dump "$work/proef" >"$work/nu"
	if [ "$(deliveries "$work/proef")" = 1 ]; then
		cmp -s "$work/nu" "$work/voor" || echo "bij $2: niet zoals ervoor"
	else
		"$IJKPUNT" -w "$work/proef" bereken >/dev/null 2>&1 || echo "bij $2: bereken lukt niet"
		dump "$work/proef" | cmp -s - "$work/na" || echo "bij $2: niet zoals erna"
	fi
	"$IJKPUNT" -w "$work/proef" laad "$set_dir/VVE_2026K2_D.csv" >/dev/null 2>&1 || echo "bij $2: opnieuw laden lukt niet"
	find "$work/proef" -name '*.tmp' | sed "s/^/bij $2: achtergebleven: /"
	[ $rc != 0 ] || echo klaar
}

n=0
all() { # all TEXT HOW STEP: until the load runs to its end
	n=$((n + 1))
	at=1
	: >"$work/fouten"
	while [ $at -lt 2000 ]; do
		once "$2" $at >"$work/een"
		grep -v '^klaar$' "$work/een" >>"$work/fouten"
		grep -q '^klaar$' "$work/een" && break
		at=$((at + $3))
	done
	if [ -s "$work/fouten" ]; then
		echo "not ok $n - $1"
		sed 's/^/# /' "$work/fouten" | head -n 20
	else
		echo "ok $n - $1 ($at aanroepen)"
	fi
}

all "Ctrl-C halverwege" signal=INT 7
all "stroom weg halverwege" signal=KILL 7
all "schijf vol halverwege" error=ENOSPC 7
echo "1..$n"
