#!/bin/sh
# No name of a gemeente in the source: what belongs to a gemeente stands in indicators/, imports/ and reports/. The
# names are read from indicators/gemeenten, so a gemeente that is added is looked for too.
set -eu
names=$(sed -n 's/.*"naam": *"\([^"]*\)".*/\1/p' indicators/gemeenten/*.json | tr '\n' '|')
names=${names%|}
[ -n "$names" ] || { echo "namen: geen gemeente gevonden in indicators/gemeenten" >&2; exit 1; }
if grep -rniwE "$names" src; then # whole words: "herleiden" is no gemeente
	echo "namen: de naam van een gemeente hoort niet in src/" >&2
	exit 1
fi
echo "namen: geen gemeente in src/"
