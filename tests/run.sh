#!/bin/sh
# Runs all tests under prove (TAP): unit, golden, tests/*.sh and the folders with a run.sh of their own.
# Usage: IJKPUNT=program BUILD=build/asan sh tests/run.sh [WORD]   (only tests whose name holds WORD)
set -eu
cd "$(dirname "$0")/.."
: "${IJKPUNT:=$PWD/ijkpunt}" "${BUILD:=$PWD/build/debug}"
export IJKPUNT BUILD
export LC_ALL=C.UTF-8 TZ=UTC
unset LANG LANGUAGE NO_COLOR SOURCE_DATE_EPOCH IJKPUNT_DEFINITIES IJKPUNT_PATH IJKPUNT_DOOR 2>/dev/null || :

# One name per line: unit/test_x, golden/laad, sh/voorbeeld, map/real.
names() {
	for f in tests/unit/test_*.c; do
		[ -e "$f" ] && echo "unit/$(basename "$f" .c)"
	done
	for d in tests/golden/*/; do
		[ -d "$d" ] && echo "golden/$(basename "$d")"
	done
	for f in tests/*.sh; do
		case $f in tests/run.sh | tests/one.sh) ;; *) echo "sh/$(basename "$f" .sh)" ;; esac
	done
	for f in tests/*/run.sh; do
		case $f in tests/golden/run.sh | tests/web/run.sh) ;; *) echo "map/$(basename "$(dirname "$f")")" ;; esac
	done
}

list=$(names | grep -F -- "${1:-/}") || {
	echo "geen test met '${1:-}' in de naam" >&2
	exit 2
}
# The list holds no spaces: names of files in this repository.
# shellcheck disable=SC2086
exec prove -j2 --exec 'sh tests/one.sh' $list
