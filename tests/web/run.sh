#!/bin/sh
# The pages in a real browser: sh tests/web/run.sh [PAGE.html...]; without pages it makes those of the example
# set. Needs node, npm and chromium; where one of them is absent it says "overgeslagen" in TAP, so that the
# suite stays green and nothing is skipped silently.
set -eu
here=$(dirname "$0")
skip() {
	echo "1..0 # SKIP overgeslagen: $1"
	exit 0
}
for tool in node npm chromium; do
	command -v "$tool" >/dev/null 2>&1 || skip "$tool is er niet (pakketten nodejs npm chromium)"
done
[ -d "$here/node_modules/axe-core" ] ||
	npm --prefix "$here" ci --no-audit --no-fund --silent >/dev/null 2>&1 ||
	skip "de npm-pakketten axe-core en playwright-core zijn niet te installeren"
if [ $# = 0 ]; then
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	: "${IJKPUNT:=./ijkpunt}"
	export SOURCE_DATE_EPOCH=1784626200
	"$IJKPUNT" voorbeeld "$work/map" --gemeente zoetermeer >/dev/null 2>&1
	"$IJKPUNT" -w "$work/map" rapport themablad L3 --periode 2026-K2 --editie intern --uit "$work/uit" >/dev/null 2>&1
	set -- "$work"/uit/*.html
fi
node "$here/check.mjs" "$@"
