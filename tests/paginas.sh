#!/bin/sh
# The pages made from the fictional example, in a real browser (tests/web). TAP.
set -eu
cd "$(dirname "$0")/.."
: "${IJKPUNT:=$PWD/ijkpunt}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1784626200

make_pages() {
	"$IJKPUNT" voorbeeld "$work/proef" &&
		"$IJKPUNT" -w "$work/proef" rapport themablad L3 --periode 2026-K2 --editie intern --uit "$work/uit"
}
make_pages >"$work/said" 2>&1 || {
	sed 's/^/# /' "$work/said"
	echo "Bail out! de pagina's zijn niet gemaakt"
	exit 1
}
sh tests/web/run.sh "$work"/uit/*.html
