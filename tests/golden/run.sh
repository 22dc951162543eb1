#!/bin/sh
# Golden tests: a folder with a file `cmd` is a test. TAP on stdout.
#   cmd   shell lines, run in a copy of the folder; $WORK is an empty folder of its own
#   out   expected standard output      (absent: nothing)
#   err   expected standard error       (absent: nothing)
#   rc    expected exit status          (absent: 0)
# Usage: sh tests/golden/run.sh [FOLDER]   UPDATE=1 writes what came out; read the diff.
set -u
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
: "${IJKPUNT:=$root/ijkpunt}"
top=$(mktemp -d) || exit 1
trap 'rm -rf "$top"' EXIT
mkdir "$top/bin"
ln -s "$IJKPUNT" "$top/bin/ijkpunt"
PATH=$top/bin:$PATH
WORK=$top/work
export PATH WORK ROOT="$root" IJKPUNT_DEFINITIES="$root"
export LC_ALL=C.UTF-8 TZ=UTC USER=tester SOURCE_DATE_EPOCH=1784626200 # 2026-07-21T09:30
unset NO_COLOR LANG IJKPUNT_DOOR IJKPUNT_PATH 2>/dev/null || :

mask() { sed -e "s|$WORK|WORK|g" -e "s|$top/case|CASE|g" -e "s|$root|ROOT|g"; }

# Compares (or with UPDATE=1 writes) one file; an empty one may be absent.
same() {
	if [ -n "${UPDATE:-}" ]; then
		if [ -s "$top/$2" ]; then cp "$top/$2" "$1/$2"; else rm -f "$1/$2"; fi
		return 0
	fi
	expected=$1/$2
	[ -e "$expected" ] || expected=/dev/null
	diff -u --label "$1/$2" --label uitkomst "$expected" "$top/$2" >"$top/diff" || {
		sed 's/^/# /' "$top/diff"
		return 1
	}
}

run() {
	rm -rf "$top/case" "$top/work"
	cp -r "$1" "$top/case" && mkdir "$top/work"
	(cd "$top/case" && exec sh ./cmd </dev/null >"$top/raw.out" 2>"$top/raw.err")
	rc=$?
	mask <"$top/raw.out" >"$top/out"
	mask <"$top/raw.err" >"$top/err"
	: >"$top/rc"
	[ $rc = 0 ] || echo $rc >"$top/rc"
	ok=0
	for part in rc err out; do same "$1" $part || ok=1; done
	return $ok
}

n=0
bad=0
for cmd in $(find "${1:-.}" -name cmd | sort); do
	dir=$(dirname "$cmd")
	n=$((n + 1))
	if run "$dir"; then
		echo "ok $n - ${dir#./}"
	else
		echo "not ok $n - ${dir#./}"
		bad=1
	fi
done
[ $n -gt 0 ] || { echo "Bail out! geen test in tests/golden/${1:-}"; exit 1; }
echo "1..$n"
exit $bad
