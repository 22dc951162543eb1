#!/bin/sh
# The manual page: its commands and options are those of the program's help, and it is well-formed. TAP.
set -u
cd "$(dirname "$0")/.." || exit 1
: "${IJKPUNT:=$PWD/ijkpunt}"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

echo "1..2"
sh tools/man.sh "$IJKPUNT" <docs/ijkpunt.1 >"$work/ijkpunt.1"
if diff -u docs/ijkpunt.1 "$work/ijkpunt.1" >"$work/diff"; then
	echo "ok 1 - docs/ijkpunt.1 says what the help says"
else
	echo "not ok 1 - docs/ijkpunt.1 says what the help says (make man)"
	sed 's/^/# /' "$work/diff"
fi
if ! command -v mandoc >/dev/null 2>&1; then
	echo "ok 2 # SKIP overgeslagen: mandoc is er niet"
elif mandoc -Tlint -W warning docs/ijkpunt.1 >"$work/lint"; then
	echo "ok 2 - mandoc finds nothing wrong"
else
	echo "not ok 2 - mandoc finds nothing wrong"
	sed 's/^/# /' "$work/lint"
fi
